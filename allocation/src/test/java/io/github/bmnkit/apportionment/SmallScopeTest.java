package io.github.bmnkit.apportionment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.apportionment.Naive.Fraction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every problem of a small scope, without exception, against the reference. */
class SmallScopeTest {
    private static final List<String> CODES = List.of("d", "b", "c", "a");

    @Test
    void fourUnitsWithoutBounds() {
        int checked = 0;
        for (int weights = 0; weights < 5 * 5 * 5 * 5; weights++) {
            List<Unit> units = new ArrayList<>();
            for (int i = 0, rest = weights; i < 4; i++, rest /= 5) {
                units.add(Unit.of(CODES.get(i), rest % 5));
            }
            checked += check(units, 9);
        }
        assertThat(checked).isEqualTo(625 * 10 * 7);
    }

    @Test
    void threeUnitsWithFloorsAndCaps() {
        int checked = 0;
        for (int weights = 0; weights < 4 * 4 * 4; weights++) {
            for (int bounds = 0; bounds < 4 * 4 * 4; bounds++) {
                List<Unit> units = new ArrayList<>();
                for (int i = 0, weight = weights, bound = bounds; i < 3; i++, weight /= 4, bound /= 4) {
                    units.add(bounded(Unit.of(CODES.get(i), weight % 4), bound % 4));
                }
                checked += check(units, 5);
            }
        }
        assertThat(checked).isEqualTo(64 * 64 * 6 * 7);
    }

    @Test
    void rawFloorsAreTheNearestToTheQuotasOfAllThatFit() {
        int checked = 0;
        for (int weights = 1; weights < 4 * 4 * 4; weights++) {
            for (int bounds = 0; bounds < 5 * 5 * 5; bounds++) {
                List<Unit> units = new ArrayList<>();
                for (int i = 0, weight = weights, bound = bounds; i < 3; i++, weight /= 4, bound /= 5) {
                    units.add(bounded(Unit.of(CODES.get(i), weight % 4), bound % 5));
                }
                ApportionmentProblem problem = ApportionmentProblem.of(Method.LARGEST_REMAINDER, 4, units);
                if (Naive.isFeasible(problem)) {
                    assertThat(distance(problem, Solver.OURS.solve(problem)))
                            .as("%s", units)
                            .isEqualTo(nearest(problem));
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(4_000);
    }

    private static Unit bounded(Unit unit, int kind) {
        return switch (kind) {
            case 1 -> unit.withFloor(1);
            case 2 -> unit.withCap(1);
            case 3 -> unit.withFloor(2).withCap(3);
            case 4 -> unit.withCap(0);
            default -> unit;
        };
    }

    private static int check(List<Unit> units, int largestTotal) {
        int checked = 0;
        for (int total = 0; total <= largestTotal; total++) {
            for (Method method : Method.values()) {
                ApportionmentProblem problem = ApportionmentProblem.of(method, total, units);
                checkOne(problem);
                checked++;
                if (method == Method.LARGEST_REMAINDER) {
                    checkOne(problem.withFloorRule(FloorRule.RESCALED));
                    checked++;
                }
            }
        }
        return checked;
    }

    private static void checkOne(ApportionmentProblem problem) {
        Apportionment result = problem.solve();
        List<Long> expected = Naive.solve(problem);
        List<Long> shares = result.shares().map(Apportionment.Shares::toList).orElse(List.of());
        boolean certified = result.shares()
                .map(found -> found.certificate().verify(problem.units(), shares)
                        && found.certificate().isTied() == found.tie().isPresent())
                .orElse(!result.reasons().isEmpty());
        if (!shares.equals(expected) || !certified) {
            throw new AssertionError(
                    problem + " " + problem.floorRule() + ": " + shares + " not " + expected + problem.units());
        }
    }

    private static BigInteger nearest(ApportionmentProblem problem) {
        BigInteger least = null;
        for (long a = 0; a <= problem.total(); a++) {
            for (long b = 0; a + b <= problem.total(); b++) {
                List<Long> shares = List.of(a, b, problem.total() - a - b);
                boolean fits = true;
                for (int i = 0; i < 3; i++) {
                    Unit unit = problem.units().get(i);
                    fits &= shares.get(i) >= unit.floor() && shares.get(i) <= Naive.cap(unit, problem.total());
                }
                if (fits) {
                    BigInteger distance = distance(problem, shares);
                    least = least == null ? distance : least.min(distance);
                }
            }
        }
        return least;
    }

    /** The sum of squares, times the square of the total weight. */
    private static BigInteger distance(ApportionmentProblem problem, List<Long> shares) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < shares.size(); i++) {
            Fraction quota = Naive.quotas(problem).get(i);
            sum = sum.add(quota.over()
                    .subtract(quota.under().multiply(BigInteger.valueOf(shares.get(i))))
                    .pow(2));
        }
        return sum;
    }
}
