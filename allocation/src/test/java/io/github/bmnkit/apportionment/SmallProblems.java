package io.github.bmnkit.apportionment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random problems so small that ties, bounds and contradictions are common. */
final class SmallProblems {
    private SmallProblems() {}

    static ApportionmentProblem any(Random random) {
        return problem(random, units(random, true), Method.values()[random.nextInt(6)]);
    }

    static ApportionmentProblem feasible(Random random) {
        return feasible(random, Method.values()[random.nextInt(6)], true);
    }

    static ApportionmentProblem divisor(Random random) {
        return feasible(random, Method.values()[1 + random.nextInt(5)], true);
    }

    static ApportionmentProblem largestRemainder(Random random) {
        return feasible(random, Method.LARGEST_REMAINDER, true);
    }

    static ApportionmentProblem unbounded(Random random) {
        return feasible(random, Method.values()[random.nextInt(6)], false);
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
        int size = 1 + random.nextInt(5);
        int largest = random.nextInt(3) == 0 ? 60 : 6;
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

    static ApportionmentProblem with(ApportionmentProblem problem, long total, List<Unit> units) {
        return ApportionmentProblem.of(problem.method(), total, units).withFloorRule(problem.floorRule());
    }
}
