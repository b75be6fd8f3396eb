package io.github.bmnkit.benchmarks;

import io.github.bmnkit.apportionment.Apportionment;
import io.github.bmnkit.apportionment.ApportionmentProblem;
import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.apportionment.Unit;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.round.TargetTable;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Solving one problem whose units are at hand: whether the cost depends on the total, and what a queue of seats costs. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class ApportionmentBenchmark {

    /** One problem of this SDK. */
    @State(Scope.Benchmark)
    public static class Problem {
        /** Who shares: 76 provinces weighted by their official targets, or villages that were made up. */
        @Param({"76", "80000"})
        public int units;

        /** How fractions become whole shares. */
        @Param({"WEBSTER", "LARGEST_REMAINDER", "HUNTINGTON_HILL"})
        public Method method;

        /** What is shared out. */
        @Param({"10000", "10000000", "1000000000000"})
        public long total;

        ApportionmentProblem problem;

        /** Makes the problem. */
        @Setup
        public void setUp() {
            problem = ApportionmentProblem.of(method, total, units == 76 ? provinces() : villages(units));
        }
    }

    /** What the textbook's queue gets, which is fed every seat and so cannot do the largest total. */
    @State(Scope.Benchmark)
    public static class Seats {
        /** What is shared out. */
        @Param({"10000", "10000000"})
        public long total;

        List<Unit> units;

        /** Makes the units. */
        @Setup
        public void setUp() {
            units = provinces();
        }
    }

    /**
     * Solves the problem.
     *
     * @param state the problem
     * @return the shares
     */
    @Benchmark
    public Apportionment bmnKit(Problem state) {
        return state.problem.solve();
    }

    /**
     * Gives out seat after seat, by Webster's method, to the 76 provinces.
     *
     * @param state the units
     * @return the shares
     */
    @Benchmark
    public long[] seatBySeatWebster76(Seats state) {
        return SeatBySeat.webster(state.total, state.units);
    }

    static List<Unit> provinces() {
        TargetTable targets = SurveyRounds.bmn2569().targets();
        return targets.provinces().stream()
                .map(province -> Unit.of(province.value(), targets.households(province)))
                .toList();
    }

    static List<Unit> villages(int count) {
        SplittableRandom random = new SplittableRandom(2569);
        return IntStream.range(0, count)
                .mapToObj(i -> Unit.of(Integer.toString(10_000_000 + i), random.nextInt(20, 420)))
                .toList();
    }
}
