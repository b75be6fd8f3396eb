package io.github.bmnkit.apportionment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.bmnkit.apportionment.Laws.Law;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every invariant can fail: for each there is a small instance, found by search, on which a wrong solver breaks it. */
class WeakerMethodsTest {
    private static final int TRIES = 5_000;

    static Stream<Arguments> controls() {
        return Stream.of(
                control("A1", Laws::a01, Wrong.PLAIN_ROUNDING, SmallProblems::any),
                control("A2", Laws::a02, Wrong.WITHOUT_BOUNDS, SmallProblems::any),
                control("A3", Laws::a03, Wrong.SMOOTHED_WEIGHTS, SmallProblems::any),
                control("A4", Laws::a04, Wrong.ALWAYS_JEFFERSON, SmallProblems::unboundedLargestRemainder),
                control("A5", Laws::a05, Wrong.SMOOTHED_WEIGHTS, SmallProblems::feasible),
                control("A6", Laws::a06, Wrong.SMOOTHED_WEIGHTS, SmallProblems::any),
                control("A7", Laws::a07, Wrong.TIES_BY_INPUT, SmallProblems::feasible),
                control("A8", Laws::a08, Wrong.REST_TO_THE_FIRST, SmallProblems::feasible),
                control("A9", Laws::a09, Wrong.ALWAYS_LARGEST_REMAINDER, SmallProblems::divisor),
                control("A10", Laws::a10, Wrong.ALWAYS_LARGEST_REMAINDER, SmallProblems::divisor),
                control("A11", Laws::a11, Wrong.ALWAYS_LARGEST_REMAINDER, SmallProblems::divisor),
                control("A12", Laws::a12, Wrong.ALWAYS_LARGEST_REMAINDER, SmallProblems::divisor),
                control("A13", Laws::a13, Wrong.ALWAYS_JEFFERSON, SmallProblems::unboundedLargestRemainder),
                control("A16", Laws::a16, Wrong.ALWAYS_LARGEST_REMAINDER, SmallProblems::divisor),
                control("A17", Laws::equalsReference, Wrong.IN_DOUBLES, SmallProblems::heavy),
                control("A19", Laws::equalsReference, Wrong.FIRST_SHARES_BY_CODE, SmallProblems::fewShares));
    }

    @ParameterizedTest(name = "{0} is broken by {2}")
    @MethodSource("controls")
    void theInvariantIsBroken(String invariant, Law law, Wrong wrong, Function<Random, ApportionmentProblem> problems) {
        Random random = new Random(2569);
        boolean broken = false;
        for (int i = 0; i < TRIES && !broken; i++) {
            ApportionmentProblem problem = problems.apply(random);
            broken = !law.holds(wrong, problem, random);
        }
        assertThat(broken)
                .as("%s found an instance against %s", invariant, wrong)
                .isTrue();
    }

    @Test
    void a14_isBrokenByLookingForTiesWithoutTheBounds() {
        Random random = new Random(2569);
        boolean broken = false;
        for (int i = 0; i < TRIES && !broken; i++) {
            ApportionmentProblem problem = SmallProblems.feasible(random);
            List<Long> shares = Naive.solve(problem);
            broken = !new TreeSet<>(Ties.swappable(problem, shares, false))
                    .equals(Ties.swappable(problem, shares, true));
        }
        assertThat(broken).isTrue();
    }

    @Test
    void a15_isBrokenByIgnoringTheDraw() {
        Random random = new Random(2569);
        boolean honoured = true;
        for (int i = 0; i < TRIES && honoured; i++) {
            honoured = Ties.drawIsHonoured(
                    problem -> SmallProblems.with(problem, problem.total(), problem.units())
                            .solve(),
                    SmallProblems.feasible(random),
                    random);
        }
        assertThat(honoured).isFalse();
    }

    @Test
    void a18_isBrokenByStartingFromTheFloors() {
        ApportionmentProblem problem = ApportionmentProblem.of(
                Method.WEBSTER, ApportionmentProblem.MAX_TOTAL, List.of(Unit.of("a", 1), Unit.of("b", 2)));
        assertThat(Starts.rest(problem, 0, 0)).isGreaterThan(8);
    }

    private static Arguments control(
            String invariant, Law law, Wrong wrong, Function<Random, ApportionmentProblem> problems) {
        return arguments(invariant, law, wrong, problems);
    }
}
