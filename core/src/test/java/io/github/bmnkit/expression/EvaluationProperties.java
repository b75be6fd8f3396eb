package io.github.bmnkit.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Invariants E2, E4 and E4b on random expressions and households. */
class EvaluationProperties {
    private static final Set<ExpressionFinding> BEYOND_LIMITS =
            Set.of(ExpressionFinding.TOO_MANY_DIGITS, ExpressionFinding.TOO_NESTED);

    /** A random formula, unless it is beyond the limits of digits or nesting. */
    private static Optional<Formula> formula(String text, Level level) {
        Reading<Formula> reading = Formula.value(text, Household.SCOPE, level);
        List<Finding> errors = reading.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            assertThat(errors).as(text).allMatch(finding -> BEYOND_LIMITS.contains(finding.code()));
            return Optional.empty();
        }
        return Optional.of(reading.value());
    }

    private static void atLeast(String label, int percent, boolean met) {
        Statistics.label(label)
                .collect(met)
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= percent));
    }

    private static Level level(Household household, long seed) {
        return household.members.isEmpty() ? Level.HOUSEHOLD : Level.values()[(int) (seed & 1)];
    }

    private static int row(Household household, Level level) {
        return level == Level.MEMBER ? household.members.size() - 1 : 0;
    }

    /** The value and, for an unknown condition, why. */
    private static List<Object> outcome(Formula formula, Household household, int row) {
        Frame frame = household.frame();
        Value value = formula.value(frame, row);
        boolean unknown = value.equals(Value.of(Truth.UNKNOWN));
        return unknown ? List.of(value, formula.why(frame, row)) : List.of(value);
    }

    private static List<Object> outcome(Naive naive, Expression tree, int row) {
        Value value = naive.value(tree, row);
        boolean unknown = value.equals(Value.of(Truth.UNKNOWN));
        return unknown ? List.of(value, naive.why(tree, row)) : List.of(value);
    }

    @Property(tries = 6000, edgeCases = EdgeCasesMode.NONE)
    void e2_compiledEqualsNaive(@ForAll long seed) {
        Randoms randoms = new Randoms(seed);
        Household household = randoms.household();
        Level level = level(household, seed);
        String text = randoms.any(level, 4);
        Optional<Formula> formula = formula(text, level);
        atLeast("within the limits", 80, formula.isPresent());
        if (formula.isEmpty()) {
            return;
        }
        int row = row(household, level);
        List<Object> expected = outcome(new Naive(household), formula.get().expression(), row);
        assertThat(outcome(formula.get(), household, row))
                .as("%s on %s", text, household)
                .isEqualTo(expected);
        Object value = expected.get(0);
        atLeast("unknown condition", 5, value.equals(Value.of(Truth.UNKNOWN)));
        atLeast("true", 5, value.equals(Value.of(Truth.TRUE)));
        atLeast("false", 5, value.equals(Value.of(Truth.FALSE)));
        atLeast("number", 5, value instanceof Value.Amount);
        atLeast("decimal or quotient", 5, text.contains("${d") || text.contains(" div "));
        atLeast("over the roster", 5, text.contains("${member}"));
        atLeast("draft", 30, household.draft);
        atLeast("no value", 5, value instanceof Value.None);
    }

    /** Whoever takes what is unknown since nothing was asked for undecided fails here. */
    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void e2_aCheckComesToWhatTheNaiveConditionAndItsReasonSay(@ForAll long seed) {
        Randoms randoms = new Randoms(seed);
        Household household = randoms.household();
        Level level = level(household, seed);
        Optional<Formula> formula = formula(randoms.condition(level, 3), level);
        if (formula.isEmpty()) {
            return;
        }
        int row = row(household, level);
        Expression tree = formula.get().expression();
        List<Object> naive = outcome(new Naive(household), tree, row);
        Outcome expected = naive.get(0).equals(Value.of(Truth.TRUE))
                ? Outcome.PASS
                : naive.get(0).equals(Value.of(Truth.FALSE))
                        ? Outcome.FAIL
                        : naive.get(1) == Missing.NOT_ASKED ? Outcome.NOT_APPLICABLE : Outcome.UNDECIDED;
        assertThat(formula.get().outcome(household.frame(), row))
                .as("%s on %s", tree, household)
                .isEqualTo(expected);
        atLeast("not applicable", 5, expected == Outcome.NOT_APPLICABLE);
        atLeast("undecided", 5, expected == Outcome.UNDECIDED);
        atLeast("pass", 5, expected == Outcome.PASS);
        atLeast("fail", 5, expected == Outcome.FAIL);
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void e2_compiledEqualsNaiveAtTheEndsOfTheRange(@ForAll long seed) {
        Randoms randoms = new Randoms(seed);
        Household household = new Household(false, null, 0);
        for (String name : List.of("n1", "n2", "n3", "d2", "d5", "p1", "cnt")) {
            household.put(name, 0, randoms.present(Household.SCOPE.symbol(name).orElseThrow(), true));
        }
        String text = randoms.number(Level.HOUSEHOLD, 3);
        Optional<Formula> formula = formula(text, Level.HOUSEHOLD);
        if (formula.isPresent()) {
            Value expected = new Naive(household).value(formula.get().expression(), 0);
            assertThat(formula.get().value(household.frame(), 0)).as(text).isEqualTo(expected);
            atLeast("out of range", 5, expected.equals(Value.of(Missing.INVALID)));
            atLeast("in range", 5, expected instanceof Value.Amount);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Naive.Mistake.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void e2_tellsWrongEvaluatorsFromTheRightOne(Naive.Mistake mistake) {
        int different = 0;
        for (long seed = 0; seed < 20_000 && different < 3; seed++) {
            Randoms randoms = new Randoms(seed);
            Household household = randoms.household();
            Level level = level(household, seed);
            Optional<Formula> formula = formula(randoms.any(level, 3), level);
            if (formula.isPresent()) {
                int row = row(household, level);
                Naive wrong = new Naive(household, mistake);
                boolean same = outcome(formula.get(), household, row)
                        .equals(outcome(wrong, formula.get().expression(), row));
                different += same ? 0 : 1;
            }
        }
        assertThat(different).isEqualTo(3);
    }

    private static void names(Expression tree, boolean inPredicates, Set<String> names) {
        if (tree instanceof Expression.Name name && !name.name().equals("member")) {
            names.add(name.name());
        }
        for (Expression part : tree.parts()) {
            boolean predicate = tree instanceof Expression.Members members && part == members.where();
            if (inPredicates || !predicate) {
                names(part, inPredicates, names);
            }
        }
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void e4_readsOnlyWhatItSaysItReads(@ForAll long seed) {
        Randoms randoms = new Randoms(seed);
        Household household = randoms.household();
        Level level = level(household, seed);
        Optional<Formula> formula = formula(randoms.any(level, 3), level);
        if (formula.isEmpty()) {
            return;
        }
        Reads reads = formula.get().reads();
        Set<String> written = new TreeSet<>();
        names(formula.get().expression(), true, written);
        assertThat(reads.names()).isEqualTo(written);
        int row = row(household, level);
        List<Object> before = outcome(formula.get(), household, row);
        Household other = changed(household, randoms, reads, row);
        assertThat(outcome(formula.get(), other, row))
                .as(formula.get().toString())
                .isEqualTo(before);
        atLeast("reads something", 50, !written.isEmpty());
        atLeast("reads all members", 5, !reads.everyMember().isEmpty());
        atLeast("reads the member", 5, !reads.member().isEmpty());
        atLeast("may grow", 5, !reads.roster());
        atLeast("definite", 5, before.get(0).equals(Value.of(Truth.TRUE)));
    }

    /** The household with other values wherever nothing is read, and a member more if the roster does not matter. */
    private static Household changed(Household household, Randoms randoms, Reads reads, int row) {
        int more = reads.roster() ? 0 : 1;
        Household other =
                new Household(household.draft, reads.today() ? household.today : null, household.members.size() + more);
        for (Symbol symbol : Household.SCOPE.symbols()) {
            String name = symbol.name();
            int rows = symbol.level() == Level.HOUSEHOLD ? 1 : household.members.size();
            for (int i = 0; i < rows; i++) {
                boolean own = reads.member().contains(name) && i == row;
                boolean read = own
                        || reads.household().contains(name)
                        || reads.parameters().contains(name)
                        || reads.everyMember().contains(name);
                other.put(name, i, read ? household.get(name, i) : randoms.value(symbol, 30, false));
            }
        }
        return other;
    }

    @Test
    void e4_tellsReadsThatForgetPredicates() {
        int caught = 0;
        for (long seed = 0; seed < 20_000 && caught == 0; seed++) {
            Randoms randoms = new Randoms(seed);
            Household household = randoms.household();
            Optional<Formula> formula = formula(randoms.any(Level.HOUSEHOLD, 3), Level.HOUSEHOLD);
            if (formula.isPresent()) {
                Set<String> wrong = new TreeSet<>();
                names(formula.get().expression(), false, wrong);
                Reads right = formula.get().reads();
                Reads forgetful = new Reads(
                        common(right.household(), wrong),
                        right.parameters(),
                        common(right.member(), wrong),
                        common(right.everyMember(), wrong),
                        right.roster(),
                        right.position(),
                        right.today());
                Household other = changed(household, randoms, forgetful, 0);
                caught += outcome(formula.get(), household, 0).equals(outcome(formula.get(), other, 0)) ? 0 : 1;
            }
        }
        assertThat(caught).isPositive();
    }

    private static Set<String> common(Set<String> a, Set<String> b) {
        Set<String> common = new TreeSet<>(a);
        common.retainAll(b);
        return common;
    }

    /** A place of a draft that is not yet answered and that the formula reads, answered. */
    private static Optional<Household> answered(Household draft, Formula formula, Randoms randoms, long seed) {
        List<Object[]> open = new ArrayList<>();
        for (String name : formula.reads().names()) {
            Symbol symbol = Household.SCOPE.symbol(name).orElseThrow();
            int rows = symbol.level() == Level.HOUSEHOLD ? 1 : draft.members.size();
            for (int i = 0; i < rows; i++) {
                Value value = draft.get(name, i);
                boolean between = value instanceof Value.Between span && span.reason() == Missing.NOT_ANSWERED;
                if (between || value.equals(Value.of(Missing.NOT_ANSWERED))) {
                    open.add(new Object[] {symbol, i});
                }
            }
        }
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Object[] chosen = open.get(new Random(seed).nextInt(open.size()));
        Symbol symbol = (Symbol) chosen[0];
        Household next = draft.copy();
        boolean between = draft.get(symbol.name(), (int) chosen[1]) instanceof Value.Between;
        Value answer = between
                ? Value.of(((Value.Between) draft.get(symbol.name(), 0)).maxInclusive())
                : randoms.value(symbol, 10, false);
        boolean stillOpen = answer.equals(Value.of(Missing.NOT_ANSWERED)) || answer instanceof Value.Between;
        next.put(symbol.name(), (int) chosen[1], stillOpen ? randoms.present(symbol, false) : answer);
        return Optional.of(next);
    }

    /** A draft in which many answers are still to come. */
    private static Household draft(Randoms randoms, long seed) {
        Random random = new Random(seed);
        Household household = randoms.household();
        Household draft = new Household(true, household.today, household.members.size());
        for (Symbol symbol : Household.SCOPE.symbols()) {
            int rows = symbol.level() == Level.HOUSEHOLD ? 1 : household.members.size();
            for (int i = 0; i < rows; i++) {
                boolean open = !symbol.parameter() && random.nextInt(4) == 0;
                Value none = Value.of(Missing.NOT_ANSWERED);
                draft.put(symbol.name(), i, open ? none : household.get(symbol.name(), i));
            }
        }
        return draft;
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void e4b_answeringNeverTurnsADefiniteVerdictIntoItsOpposite(@ForAll long seed) {
        Randoms randoms = new Randoms(seed);
        Household before = draft(randoms, seed);
        Level level = level(before, seed);
        Optional<Formula> formula = formula(randoms.condition(level, 3), level);
        if (formula.isEmpty()) {
            return;
        }
        Optional<Household> after = answered(before, formula.get(), randoms, seed);
        atLeast("something to answer", 20, after.isPresent());
        if (after.isEmpty()) {
            return;
        }
        int row = row(before, level);
        Truth first = formula.get().test(before.frame(), row);
        Truth second = formula.get().test(after.get().frame(), row);
        boolean definite = first != Truth.UNKNOWN;
        if (definite) {
            assertThat(second).as("%s", formula.get()).isEqualTo(first);
        }
        atLeast("definite with something open", 5, definite);
        atLeast("became definite", 5, !definite && second != Truth.UNKNOWN);
    }

    @Test
    void e4b_tellsDraftsTakenForComplete() {
        int turned = 0;
        for (long seed = 0; seed < 20_000 && turned == 0; seed++) {
            Randoms randoms = new Randoms(seed);
            Household before = draft(randoms, seed);
            Optional<Formula> formula = formula(randoms.condition(Level.HOUSEHOLD, 2), Level.HOUSEHOLD);
            Optional<Household> after = formula.flatMap(some -> answered(before, some, randoms, 1));
            if (after.isPresent()) {
                Expression tree = formula.get().expression();
                Value first = new Naive(before, Naive.Mistake.DRAFT_IS_COMPLETE).value(tree, 0);
                Value second = new Naive(after.get(), Naive.Mistake.DRAFT_IS_COMPLETE).value(tree, 0);
                Set<Value> both = new HashSet<>(List.of(first, second));
                turned += both.equals(Set.of(Value.of(Truth.TRUE), Value.of(Truth.FALSE))) ? 1 : 0;
            }
        }
        assertThat(turned).isPositive();
    }
}
