package io.github.bmnkit.apportionment;

import java.math.BigInteger;
import java.util.stream.LongStream;

/** A look at the first guess of the solver, from which it gives out the rest one by one. */
final class Starts {
    private Starts() {}

    static Ranking ranking(ApportionmentProblem problem) {
        Instance instance = Instance.of(problem.total(), problem.units());
        if (problem.method().isDivisorMethod()) {
            return new SignpostRanking(instance, problem.method());
        }
        if (problem.floorRule() == FloorRule.RESCALED) {
            WaterLevel level = WaterLevel.of(instance);
            return ResidualRanking.of(instance, level.part(), level.whole(), true);
        }
        BigInteger whole = instance.totalWeight;
        return whole.signum() == 0
                ? ResidualRanking.of(instance, 0, BigInteger.ONE, false)
                : ResidualRanking.of(instance, problem.total(), whole, false);
    }

    static long rest(ApportionmentProblem problem, long... start) {
        return problem.total() - LongStream.of(start).sum();
    }
}
