package io.github.bmnkit.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Expression.Call;
import io.github.bmnkit.expression.Expression.Function;
import io.github.bmnkit.expression.Expression.Members;
import io.github.bmnkit.expression.Expression.Name;
import io.github.bmnkit.expression.Expression.Negation;
import io.github.bmnkit.expression.Expression.Numeral;
import io.github.bmnkit.expression.Expression.Operation;
import io.github.bmnkit.expression.Expression.Operator;
import io.github.bmnkit.expression.Expression.Pick;
import io.github.bmnkit.expression.Expression.Self;
import io.github.bmnkit.expression.Expression.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** Invariants E1 and E3. */
class ExpressionProperties {
    private final List<String> names = List.of("a", "q6_4", "อายุ", "x.y-z", "div", "_1");

    private Expression tree(Random random, int depth) {
        if (depth == 0) {
            return switch (random.nextInt(5)) {
                case 0 -> new Numeral(random.nextInt(200), random.nextInt(4));
                case 1 ->
                    new Text(List.of("", "it's", "say \"so\"", "ชื่อ\n", "${a}").get(random.nextInt(5)));
                case 2 -> new Self();
                default -> new Name(names.get(random.nextInt(names.size())));
            };
        }
        int d = random.nextInt(depth);
        return switch (random.nextInt(8)) {
            case 0 -> new Negation(tree(random, d));
            case 1 -> call(random, d);
            case 2 -> {
                Expression where = random.nextBoolean() ? condition(random, d) : null;
                Expression value = where == null || random.nextBoolean() ? tree(random, d) : null;
                yield new Members("member", where, value);
            }
            case 3 -> {
                Expression where = random.nextBoolean() ? condition(random, d) : null;
                boolean number = where != null || random.nextBoolean();
                Expression position = number ? new Numeral(1 + random.nextInt(3), 0) : condition(random, d);
                yield new Pick("member", where, position, tree(random, d));
            }
            default -> {
                Operator[] operators = Operator.values();
                yield new Operation(
                        operators[random.nextInt(operators.length)], tree(random, d), tree(random, depth - 1));
            }
        };
    }

    private Expression condition(Random random, int depth) {
        return new Operation(Operator.LESS, tree(random, depth), tree(random, depth));
    }

    private Expression call(Random random, int depth) {
        Function function = Function.values()[random.nextInt(Function.values().length - 1)];
        List<Expression> arguments = new ArrayList<>();
        while (!function.takes(arguments.size())) {
            arguments.add(tree(random, depth));
        }
        return new Call(function, arguments);
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void e1_parsePrint(@ForAll long seed) {
        Expression tree = tree(new Random(seed), 4);
        String printed = tree.toString();
        Expression read = Expression.parse(printed).value();
        assertThat(read).as(printed).isEqualTo(tree);
        assertThat(read.toString()).isEqualTo(printed);
        assertThat(Expression.parse(" " + printed.replace(", ", " ,\n\t") + " ")
                        .optional()
                        .isPresent())
                .isTrue();
        for (Expression part : tree.parts()) {
            if (!(part instanceof Members)) {
                assertThat(Expression.parse(part.toString()).value()).isEqualTo(part);
            }
        }
        // A printer that leaves out all brackets of grouping would not do.
        String bare = printed.replaceAll("(?<![a-z./-])\\(([^()]*)\\)", "$1");
        boolean needed = !bare.equals(printed)
                && Expression.parse(bare)
                        .optional()
                        .map(other -> !other.equals(tree))
                        .orElse(true);
        Statistics.label("brackets needed")
                .collect(needed)
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= 5));
        Statistics.label("operations")
                .collect(tree instanceof Operation)
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= 30));
    }

    private static final List<Truth> TRUTHS = List.of(Truth.FALSE, Truth.TRUE, Truth.UNKNOWN);

    private static Truth test(String text, Truth a, Truth b) {
        Household household = Household.complete(0);
        Value[] values = {Value.code("0"), Value.code("1"), Value.of(Missing.REFUSED)};
        household.with("q1", values[TRUTHS.indexOf(a)]).with("q2", values[TRUTHS.indexOf(b)]);
        return Formula.condition(text, Household.SCOPE, Level.HOUSEHOLD).value().test(household.frame(), 0);
    }

    @Test
    void e3_kleeneTables() {
        String[] and = {"FFF", "FTU", "FUU"};
        String[] or = {"FTU", "TTT", "UTU"};
        for (Truth a : TRUTHS) {
            for (Truth b : TRUTHS) {
                Truth both = test("${q1} = 1 and ${q2} = 1", a, b);
                Truth one = test("${q1} = 1 or ${q2} = 1", a, b);
                assertThat(both.name().charAt(0)).isEqualTo(and[TRUTHS.indexOf(a)].charAt(TRUTHS.indexOf(b)));
                assertThat(one.name().charAt(0)).isEqualTo(or[TRUTHS.indexOf(a)].charAt(TRUTHS.indexOf(b)));
                assertThat(a.and(b)).isEqualTo(both);
                assertThat(a.or(b)).isEqualTo(one);
                assertThat(test("not(${q1} = 1)", a, b)).isEqualTo(a.not());
            }
        }
    }

    @Test
    void e3_deMorgan() {
        boolean twoValuedFails = false;
        for (Truth a : TRUTHS) {
            for (Truth b : TRUTHS) {
                assertThat(test("not(${q1} = 1 and ${q2} = 1)", a, b))
                        .isEqualTo(test("not(${q1} = 1) or not(${q2} = 1)", a, b))
                        .isEqualTo(a.and(b).not());
                assertThat(test("not(${q1} = 1 or ${q2} = 1)", a, b))
                        .isEqualTo(test("not(${q1} = 1) and not(${q2} = 1)", a, b));
                assertThat(test("${q1} != 1", a, b)).isEqualTo(test("not(${q1} = 1)", a, b));
                // In the logic of blanks, where every comparison with a blank is false, != is not the opposite of =.
                boolean blank = a == Truth.UNKNOWN;
                twoValuedFails |= blank && test("${q1} != 1", a, b) != Truth.of(!blank);
            }
        }
        assertThat(twoValuedFails).isTrue();
    }
}
