package io.github.bmnkit.apportionment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked examples from the literature. */
class PublishedExamplesTest {
    /** Balinski and Young 1982: five divisor methods, five results. */
    @ParameterizedTest
    @CsvSource({
        "ADAMS,             9 7 5 3 2",
        "DEAN,              9 7 5 4 1",
        "HUNTINGTON_HILL,   9 7 6 3 1",
        "WEBSTER,           9 8 5 3 1",
        "JEFFERSON,        10 7 5 3 1",
        "LARGEST_REMAINDER, 9 7 5 4 1",
    })
    void everyMethodHasItsOwnResult(Method method, String expected) {
        check(method, 26, List.of(9061L, 7179L, 5259L, 3319L, 1182L), expected);
    }

    /** The votes with which textbooks compare highest averages and largest remainders. */
    @ParameterizedTest
    @CsvSource({
        "JEFFERSON,         5 2 2 1 0 0",
        "WEBSTER,           4 2 2 1 1 0",
        "ADAMS,             3 2 2 1 1 1",
        "LARGEST_REMAINDER, 5 2 1 1 1 0",
    })
    void sixPartiesShareTenSeats(Method method, String expected) {
        check(method, 10, List.of(47_000L, 16_000L, 15_900L, 12_000L, 6_000L, 3_100L), expected);
    }

    /** The Alabama paradox: with one more seat the smallest loses one. */
    @ParameterizedTest
    @CsvSource({"10, 4 4 2", "11, 5 5 1"})
    void aLargerHouseTakesASeatUnderTheLargestRemainder(long total, String expected) {
        check(Method.LARGEST_REMAINDER, total, List.of(6L, 6L, 2L), expected);
    }

    /** The first apportionment of the United States, census of 1790, 105 seats: the law as passed in 1792. */
    @Test
    void jeffersonSharedOutTheHouseOf1792() {
        check(
                Method.JEFFERSON,
                105,
                List.of(
                        236_841L, 55_540L, 70_835L, 68_705L, 278_514L, 475_327L, 141_822L, 179_570L, 331_589L, 353_523L,
                        432_879L, 68_446L, 206_236L, 85_533L, 630_560L),
                "7 1 2 2 8 14 4 5 10 10 13 2 6 2 19");
    }

    @Test
    void theTwoRulesForFloorsDiffer() {
        List<Unit> units =
                List.of(Unit.of("a", 60), Unit.of("b", 30), Unit.of("c", 10).withFloor(4));
        ApportionmentProblem raw = ApportionmentProblem.of(Method.LARGEST_REMAINDER, 10, units);

        // Quotas 6, 3, 1: three shares too many for a and b, taken from both alike; of the last, b has the lesser
        // right.
        assertThat(Solver.OURS.solve(raw)).containsExactly(5L, 1L, 4L);
        // Six shares for a and b in proportion 60 : 30.
        assertThat(Solver.OURS.solve(raw.withFloorRule(FloorRule.RESCALED))).containsExactly(4L, 2L, 4L);
    }

    private static void check(Method method, long total, List<Long> weights, String expected) {
        List<Unit> units = new ArrayList<>();
        for (Long weight : weights) {
            units.add(Unit.of("unit" + (char) ('a' + units.size()), weight));
        }
        ApportionmentProblem problem = ApportionmentProblem.of(method, total, units);
        assertThat(Naive.solve(problem).toString().replaceAll("[\\[,\\]]", "")).isEqualTo(expected);
        assertThat(Solver.OURS.solve(problem)).isEqualTo(Naive.solve(problem));
    }
}
