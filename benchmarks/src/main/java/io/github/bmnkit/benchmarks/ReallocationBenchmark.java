package io.github.bmnkit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.quota.CascadeRules;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.quota.Reallocation;
import io.github.bmnkit.quota.VillageChange;
import io.github.bmnkit.round.SurveyRounds;
import java.util.List;
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

/**
 * One district of the country's 80,256 made-up villages changes: a village divides, one closes, and a third of its
 * households leave every other. The plan of the whole country is changed, and checked against both registers.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class ReallocationBenchmark {
    private static final String DISTRICT = "3601";
    private static final VillageCode DIVIDED = VillageCode.of("36010101");
    private static final VillageCode PART = VillageCode.of("36010191");
    private static final String CLOSED = "36010102";

    QuotaPlan plan;
    AreaRegister before;
    AreaRegister after;

    /** Reads both registers and makes the plan, which the re-allocation does not pay for. */
    @Setup
    public void setUp() {
        byte[] csv = MadeUpRegister.csv();
        before = MadeUpRegister.read(csv);
        after = MadeUpRegister.read(changed(new String(csv, UTF_8)).getBytes(UTF_8));
        plan = QuotaPlan.imposed(SurveyRounds.bmn2569())
                .cascade(
                        CountryCode.THAILAND,
                        before.tree(AreaView.ADMINISTRATIVE),
                        CascadeRules.of(Method.WEBSTER))
                .value();
    }

    private static String changed(String csv) {
        StringBuilder changed = new StringBuilder(csv.length());
        csv.lines().forEach(line -> {
            String[] fields = line.split(",");
            if (fields[4].equals(DISTRICT)) {
                int households = Integer.parseInt(fields[10]);
                fields[10] = Integer.toString(households - households / 3);
            }
            if (!fields[0].equals(CLOSED)) {
                changed.append(String.join(",", fields)).append('\n');
            }
            if (fields[0].equals(DIVIDED.value())) {
                fields[0] = PART.value();
                changed.append(String.join(",", fields)).append('\n');
            }
        });
        return changed.toString();
    }

    /**
     * Changes the plan.
     *
     * @return the re-allocation
     */
    @Benchmark
    public Reallocation district() {
        return Reallocation.of(plan, before, after, Method.WEBSTER)
                .change(new VillageChange.Split(DIVIDED, List.of(DIVIDED, PART)))
                .within(Reallocation.Scope.PROVINCE)
                .value();
    }
}
