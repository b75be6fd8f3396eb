package io.github.bmnkit.benchmarks;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.quota.CascadeRules;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.round.SurveyRounds;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The country's cascade: the official targets of 76 provinces, for both periods, down to 80,256 made-up villages. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class CascadeBenchmark {
    QuotaPlan official;
    AreaTree tree;

    /** Reads the register, which the cascade does not pay for. */
    @Setup
    public void setUp() {
        official = QuotaPlan.imposed(SurveyRounds.bmn2569());
        tree = MadeUpRegister.read(MadeUpRegister.csv()).tree(AreaView.ADMINISTRATIVE);
    }

    /**
     * Shares all targets out.
     *
     * @return the plan down to the villages
     */
    @Benchmark
    public QuotaPlan country() {
        return official.cascade(CountryCode.THAILAND, tree, CascadeRules.of(Method.WEBSTER))
                .value();
    }
}
