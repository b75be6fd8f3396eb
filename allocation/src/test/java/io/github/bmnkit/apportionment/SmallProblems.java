package io.github.bmnkit.apportionment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random problems so small that ties, bounds and contradictions are common. */
final class SmallProblems {
    static final List<Method> METHODS = List.of(Method.values());

    private SmallProblems() {}

    static ApportionmentProblem any(Random random) {
        return problem(random, units(random, true), METHODS.get(random.nextInt(6)));
    }

    static ApportionmentProblem feasible(Random random) {
        return feasible(random, METHODS.get(random.nextInt(6)), true);
    }

    static ApportionmentProblem divisor(Random random) {
        return feasible(random, METHODS.get(1 + random.nextInt(5)), true);
    }

    static ApportionmentProblem largestRemainder(Random random) {
        return feasible(random, Method.LARGEST_REMAINDER, true);
    }

    static ApportionmentProblem unbounded(Random random) {
        return feasible(random, METHODS.get(random.nextInt(6)), false);
    }

    static ApportionmentProblem unboundedLargestRemainder(Random random) {
        return feasible(random, Method.LARGEST_REMAINDER, false);
    }

    private static ApportionmentProblem feasible(Random random, Method method, boolean bounded) {
        while (true) {
            ApportionmentProblem problem = problem(random, units(random, bounded), method);
            if (Naive.isFeasible(problem)) {
                return problem;
            }
        }
    }

    private static ApportionmentProblem problem(Random random, List<Unit> units, Method method) {
        ApportionmentProblem problem = ApportionmentProblem.of(method, random.nextInt(22), units);
        return method == Method.LARGEST_REMAINDER && random.nextBoolean()
                ? problem.withFloorRule(FloorRule.RESCALED)
                : problem;
    }

    private static List<Unit> units(Random random, boolean bounded) {
        int size = 1 + random.nextInt(6);
        int largest = random.nextInt(4) == 0 ? 60 : 3;
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            // Codes run against the order of input, so that the two are not mistaken for each other.
            Unit unit = Unit.of("u" + (size - i), random.nextInt(largest + 1));
            if (bounded && random.nextInt(3) == 0) {
                unit = unit.withFloor(random.nextInt(5));
            }
            if (bounded && random.nextInt(3) == 0) {
                unit = unit.withCap(unit.floor() + random.nextInt(7) - (random.nextInt(30) == 0 ? unit.floor() : 0));
            }
            units.add(unit);
        }
        return units;
    }

    static ApportionmentProblem fewShares(Random random) {
        while (true) {
            ApportionmentProblem problem = feasible(random);
            int size = problem.units().size();
            problem = with(problem, Math.max(1, random.nextInt(size)), problem.units());
            if (size > 1 && Naive.isFeasible(problem)) {
                return problem;
            }
        }
    }

    /** Weights just under 2^53 and few shares: where rounding to 53 bits makes different claims equal. */
    static ApportionmentProblem heavy(Random random) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            units.add(Unit.of("u" + (4 - i), Unit.MAX_WEIGHT - random.nextInt(8)));
        }
        return ApportionmentProblem.of(METHODS.get(random.nextInt(6)), 1 + random.nextInt(20), units);
    }

    /** Weights up to 2^53, totals up to 10^12, bounds of that size; often with equal weights. */
    static ApportionmentProblem huge(Random random) {
        while (true) {
            int size = 1 + random.nextInt(4);
            long total = random.nextLong() >>> (24 + random.nextInt(38));
            total = Math.min(total, ApportionmentProblem.MAX_TOTAL);
            boolean alike = random.nextInt(4) == 0;
            long common = random.nextLong() >>> (11 + random.nextInt(50));
            List<Unit> units = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                long weight = alike ? common : random.nextLong() >>> (11 + random.nextInt(50));
                Unit unit = Unit.of("u" + (size - i), random.nextInt(8) == 0 ? 0 : weight);
                if (random.nextInt(3) == 0) {
                    unit = unit.withFloor((random.nextLong() >>> 1) % (total / size + 2));
                }
                if (random.nextInt(3) == 0) {
                    unit = unit.withCap(unit.floor() + (random.nextLong() >>> 1) % (total / size + 2));
                }
                units.add(unit);
            }
            ApportionmentProblem problem = ApportionmentProblem.of(METHODS.get(random.nextInt(6)), total, units);
            if (problem.method() == Method.LARGEST_REMAINDER && random.nextBoolean()) {
                problem = problem.withFloorRule(FloorRule.RESCALED);
            }
            if (Naive.isFeasible(problem)) {
                return problem;
            }
        }
    }

    static ApportionmentProblem with(ApportionmentProblem problem, long total, List<Unit> units) {
        return ApportionmentProblem.of(problem.method(), total, units).withFloorRule(problem.floorRule());
    }
}
