package io.github.bmnkit.apportionment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A18 at the size of the country: 80,000 units, in one problem and in 8,000. The limits are wide; benchmarks measure. */
class CountrySizeTest {
    private static final int UNITS = 80_000;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @ParameterizedTest
    @EnumSource(Method.class)
    void a18_oneProblemOfAllUnits(Method method) {
        List<Unit> units = units(false);
        for (long total : new long[] {0, 50_000, 13_000_000, ApportionmentProblem.MAX_TOTAL}) {
            solved(ApportionmentProblem.of(method, total, units));
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void a18_oneProblemOfAllUnitsWithBounds(Method method) {
        List<Unit> units = units(true);
        for (long total : new long[] {400_000, 13_000_000}) {
            solved(ApportionmentProblem.of(method, total, units));
        }
    }

    @Test
    void a18_rescaledFloors() {
        ApportionmentProblem problem = ApportionmentProblem.of(Method.LARGEST_REMAINDER, 400_000, units(true));
        Apportionment.Shares shares = solved(problem.withFloorRule(FloorRule.RESCALED));
        assertThat(shares.certificate().verify(shares.problem().units(), shares.toList()))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void a18_aCascadeOfSmallProblems(Method method) {
        List<Unit> units = units(true);
        List<ApportionmentProblem> problems = new ArrayList<>();
        for (int i = 0; i < UNITS; i += 10) {
            problems.add(ApportionmentProblem.of(method, 800, units.subList(i, i + 10)));
        }
        assertTimeout(LIMIT, () -> {
            for (ApportionmentProblem problem : problems) {
                assertThat(problem.solve().shares()).isPresent();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void a18_weightsWhoseSumExceedsALong(Method method) {
        Random random = new Random(7);
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) {
            units.add(Unit.of("u" + i, random.nextLong() >>> 11));
        }
        solved(ApportionmentProblem.of(method, ApportionmentProblem.MAX_TOTAL, units));
    }

    @Test
    void a18_rescaledFloorsOfWeightsWhoseSumExceedsALong() {
        Random random = new Random(7);
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Unit unit = Unit.of("u" + i, random.nextLong() >>> (11 + random.nextInt(3)));
            units.add(unit.withFloor(random.nextInt(400)).withCap(400 + random.nextInt(400)));
        }
        Apportionment.Shares shares = solved(ApportionmentProblem.of(Method.LARGEST_REMAINDER, 900_000, units)
                .withFloorRule(FloorRule.RESCALED));
        assertThat(shares.certificate().verify(units, shares.toList())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void a18_aTieOfAllUnits(Method method) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) {
            units.add(Unit.of("u" + i, 150));
        }
        Apportionment.Shares shares = solved(ApportionmentProblem.of(method, 1_000_000, units));
        assertThat(shares.tie()).hasValueSatisfying(tie -> {
            assertThat(tie.members()).hasSize(UNITS);
            assertThat(tie.winners()).hasSize(40_000);
        });
        assertTimeout(LIMIT, () -> {
            for (Unit unit : units) {
                assertThat(shares.explain(unit.code()).recompute()).isEqualTo(shares.share(unit.code()));
            }
        });
    }

    private static Apportionment.Shares solved(ApportionmentProblem problem) {
        Apportionment.Shares shares =
                assertTimeout(LIMIT, () -> problem.solve().shares().orElseThrow());
        assertThat(shares.stream().sum()).isEqualTo(problem.total());
        return shares;
    }

    private static List<Unit> units(boolean bounded) {
        Random random = new Random(2569);
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) {
            Unit unit = Unit.of("u" + i, 20 + random.nextInt(400));
            units.add(bounded ? unit.withFloor(random.nextInt(5)).withCap(unit.weight()) : unit);
        }
        return units;
    }
}
