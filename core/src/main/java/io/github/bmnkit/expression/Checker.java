package io.github.bmnkit.expression;

import io.github.bmnkit.expression.Expression.Function;
import io.github.bmnkit.expression.Expression.Operator;
import io.github.bmnkit.expression.Part.Child;
import io.github.bmnkit.expression.Part.Leaf;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks an expression against a scope and compiles it on the way. Everything wrong is noted; a part with an error goes
 * with everything, so that one mistake is reported once.
 */
final class Checker {
    private static final int MAX_ROSTERS = 2;
    private static final int MAX_SHOWN = 60;

    private final Scope scope;
    private final @Nullable Symbol self;
    private final IdentityHashMap<Expression, Position> positions;
    private final List<Finding> findings;
    private Level level;
    private int rosters;

    Checker(
            Scope scope,
            Level level,
            @Nullable Symbol self,
            IdentityHashMap<Expression, Position> positions,
            List<Finding> findings) {
        this.scope = scope;
        this.level = level;
        this.self = self;
        this.positions = positions;
        this.findings = findings;
    }

    Scope scope() {
        return scope;
    }

    Level level() {
        return level;
    }

    /** Checks an expression; a literal takes the type that is wanted, if it can. */
    Part check(Expression expression, @Nullable Type wanted) {
        if (expression instanceof Expression.Numeral number) {
            if (wanted != null && wanted.kind() == ValueType.CODE && number.digits() == 0) {
                return code(expression, number.toString(), wanted);
            }
            return Part.literal(expression, Type.number(number.digits(), null), number.unscaled());
        }
        if (expression instanceof Expression.Text text) {
            return wanted != null
                            && wanted.kind() == ValueType.CODE
                            && !text.value().isEmpty()
                    ? code(expression, text.value(), wanted)
                    : Part.literal(expression, Type.TEXT, text.value());
        }
        if (expression instanceof Expression.Name name) {
            return name(name);
        }
        if (expression instanceof Expression.Self) {
            return self(expression);
        }
        if (expression instanceof Expression.Negation negation) {
            return Arithmetic.negation(this, negation);
        }
        if (expression instanceof Expression.Operation operation) {
            return operation(operation);
        }
        if (expression instanceof Expression.Pick pick) {
            return Picks.pick(this, pick);
        }
        if (expression instanceof Expression.Call call) {
            return call(call, wanted);
        }
        return fail(expression, Finding.of(ExpressionFinding.ROSTER_AS_VALUE));
    }

    private Part operation(Expression.Operation operation) {
        Operator operator = operation.operator();
        return switch (operator) {
            case AND, OR -> Logic.chain(this, operation);
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                Comparisons.compare(this, operation);
            case PLUS, MINUS, TIMES, DIV, MOD -> Arithmetic.operation(this, operation);
        };
    }

    private Part call(Expression.Call call, @Nullable Type wanted) {
        return switch (call.function()) {
            case IF -> Logic.choice(this, call, wanted);
            case COALESCE -> Logic.coalesce(this, call, wanted);
            case NOT -> Logic.not(this, call);
            case TRUE, FALSE -> {
                int always = call.function() == Function.TRUE ? Run.TRUE : Run.FALSE;
                yield Part.cond(call, Uses.NOTHING, List.of(), (frame, row) -> always);
            }
            case SELECTED -> Comparisons.selected(this, call);
            case COUNT_SELECTED -> Comparisons.countSelected(this, call);
            case COUNT, SUM, ANY, ALL, JOIN, COUNT_SAME, COUNT_DUPLICATES -> Rosters.call(this, call);
            case MIN, MAX -> call.arguments().size() == 1 ? Rosters.call(this, call) : Arithmetic.extreme(this, call);
            case POSITION ->
                level == Level.MEMBER
                        ? Part.num(call, Type.INTEGER, Uses.position(scope), List.of(), (frame, row) -> row + 1L)
                        : fail(call, Finding.of(ExpressionFinding.WRONG_LEVEL).with("name", call.toString()));
            case ABS, INT, ROUND -> Arithmetic.rounding(this, call);
            case NUMBER -> Texts.number(this, call);
            case STRING, STRING_LENGTH, SUBSTR, CONCAT, REGEX, THAI_ID_VALID, ATTRIBUTE -> Texts.call(this, call);
            case DATE, TODAY, AGE_YEARS, AGE_MONTHS -> Arithmetic.dates(this, call);
            case INDEXED_REPEAT -> throw new IllegalStateException("read as a pick: " + call);
        };
    }

    private Part name(Expression.Name name) {
        if (name.name().equals(scope.roster())) {
            return fail(name, Finding.of(ExpressionFinding.ROSTER_AS_VALUE));
        }
        Optional<Symbol> symbol = scope.symbol(name.name());
        if (symbol.isEmpty()) {
            List<String> names = scope.symbols().stream().map(Symbol::name).toList();
            return fail(
                    name,
                    Finding.of(ExpressionFinding.UNKNOWN_NAME)
                            .with("name", name.name())
                            .with("suggestion", Similar.suggest(name.name(), names, "${%s}")));
        }
        return symbol(name, symbol.get());
    }

    private Part self(Expression expression) {
        if (self == null || (rosters > 0 && self.level() == Level.MEMBER)) {
            return fail(expression, Finding.of(ExpressionFinding.NO_SELF));
        }
        return symbol(expression, self);
    }

    private Part symbol(Expression source, Symbol symbol) {
        int slot = scope.slot(symbol.name());
        if (symbol.level() == Level.HOUSEHOLD) {
            return Part.name(source, symbol, Uses.of(symbol, scope), new Leaf(slot, 0));
        }
        if (level == Level.HOUSEHOLD) {
            return fail(source, Finding.of(ExpressionFinding.WRONG_LEVEL).with("name", source.toString()));
        }
        Leaf leaf = new Leaf(scope.householdSlots() + slot, scope.memberSlots());
        return Part.name(source, symbol, Uses.of(symbol, scope), leaf);
    }

    private Part code(Expression source, String code, Type type) {
        Codes codes = type.codes();
        if (codes == null) {
            throw new IllegalStateException("a code without a list: " + source);
        }
        if (codes.isOpen()) {
            return Part.literal(source, type, code);
        }
        if (codes.index(code) < 0) {
            return fail(
                    source,
                    Finding.of(ExpressionFinding.CODE_OUTSIDE_LIST)
                            .with("code", code)
                            .with("list", codes.name())
                            .with("suggestion", Similar.suggest(code, codes.codes(), "'%s'")));
        }
        return Part.literal(source, type, codes.index(code));
    }

    /** Checks two expressions that meet; a literal takes the type of the other one. */
    Part[] pair(Expression left, Expression right, @Nullable Type wanted) {
        if (isLiteral(left) && !isLiteral(right)) {
            Part second = check(right, wanted);
            return new Part[] {check(left, hint(second, wanted)), second};
        }
        Part first = check(left, wanted);
        return new Part[] {first, check(right, hint(first, wanted))};
    }

    private static @Nullable Type hint(Part part, @Nullable Type wanted) {
        return wanted != null || part.isError() ? wanted : part.type;
    }

    private static boolean isLiteral(Expression expression) {
        if (expression instanceof Expression.Call call) {
            List<Expression> arguments = call.arguments();
            return switch (call.function()) {
                case IF -> isLiteral(arguments.get(1)) && isLiteral(arguments.get(2));
                case COALESCE -> isLiteral(arguments.get(0)) && isLiteral(arguments.get(1));
                default -> false;
            };
        }
        return expression instanceof Expression.Numeral || expression instanceof Expression.Text;
    }

    static boolean isBlank(Expression expression) {
        return expression instanceof Expression.Text text && text.value().isEmpty();
    }

    /** Checks a condition. */
    Part condition(Expression expression) {
        Part part = check(expression, null);
        if (part.isError() || part.type.isTruth()) {
            return part;
        }
        return fail(expression, Finding.of(ExpressionFinding.NOT_A_CONDITION).with("found", part.type.text()));
    }

    /** Checks an expression that must have one of some types. */
    Part typed(Expression expression, ValueType... types) {
        Part part = check(expression, null);
        if (part.isError() || Arrays.asList(types).contains(part.type.kind())) {
            return part;
        }
        return fail(
                expression,
                Finding.of(ExpressionFinding.WRONG_TYPE)
                        .with("found", part.type.text())
                        .with("expected", types[0].text()));
    }

    /** Checks what is evaluated for each member; null if functions over the roster are nested too deep. */
    <T> @Nullable T overRoster(Expression source, Supplier<T> check) {
        if (rosters == MAX_ROSTERS) {
            fail(source, Finding.of(ExpressionFinding.TOO_NESTED).with("limit", MAX_ROSTERS));
            return null;
        }
        Level outer = level;
        level = Level.MEMBER;
        rosters++;
        T checked = check.get();
        rosters--;
        level = outer;
        return checked;
    }

    /** Reports units that do not go together, and returns the one to go on with. */
    @Nullable
    Unit unit(Expression source, @Nullable Unit left, @Nullable Unit right) {
        if (left != null && right != null && !left.equals(right)) {
            ExpressionFinding code =
                    left.countsLike(right) ? ExpressionFinding.UNIT_PERIOD : ExpressionFinding.UNIT_MISMATCH;
            report(source, Finding.of(code).with("left", left.toString()).with("right", right.toString()));
        }
        return left == null ? right : left;
    }

    Part fail(Expression source, Finding finding) {
        report(source, finding);
        return Part.error(source);
    }

    void report(Expression source, Finding finding) {
        String shown = source.toString();
        shown = shown.length() <= MAX_SHOWN ? shown : shown.substring(0, MAX_SHOWN - 3) + "...";
        Position position = positions.get(source);
        Place place = position == null ? Place.nowhere() : position.place();
        findings.add(finding.at(place).with("part", shown));
    }

    Uses uses(Part... parts) {
        return Uses.union(Arrays.asList(parts), scope);
    }

    static List<Child> children(Part... parts) {
        return Arrays.stream(parts).map(part -> new Child(part, false)).toList();
    }

    static boolean anyError(Part... parts) {
        return Arrays.stream(parts).anyMatch(Part::isError);
    }
}
