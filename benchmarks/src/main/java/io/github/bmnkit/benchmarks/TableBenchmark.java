package io.github.bmnkit.benchmarks;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import io.github.bmnkit.apportionment.Biproportional;
import io.github.bmnkit.apportionment.BiproportionalProblem;
import io.github.bmnkit.apportionment.ControlledRounding;
import io.github.bmnkit.apportionment.Margin;
import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.apportionment.RoundedTable;
import io.github.bmnkit.round.Period;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.round.TargetTable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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

/** Two-way tables: 80,000 villages by three periods rounded; provinces by periods, regions by nine kinds, filled. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class TableBenchmark {
    static final int VILLAGES = 80_000;
    static final int PERIODS = 3;

    List<Margin> villages;
    List<Margin> periods;
    long total;
    BiproportionalProblem provinces;
    BiproportionalProblem regions;

    /** Makes the tables, and loads the native library of the peer. */
    @Setup
    public void setUp() {
        Loader.loadNativeLibraries();
        SplittableRandom random = new SplittableRandom(2569);
        villages = new ArrayList<>();
        total = 0;
        for (int i = 0; i < VILLAGES; i++) {
            villages.add(Margin.of(Integer.toString(10_000_000 + i), random.nextInt(20, 420)));
            total += villages.get(i).total();
        }
        long first = total * 31 / 100;
        long second = total * 41 / 100;
        periods = List.of(Margin.of("p1", first), Margin.of("p2", second), Margin.of("p3", total - first - second));
        provinces = provinces();
        regions = regions(random);
    }

    /** The official margins and the official table, but for weights that have moved by a tenth at most. */
    private static BiproportionalProblem provinces() {
        TargetTable targets = SurveyRounds.bmn2569().targets();
        SplittableRandom random = new SplittableRandom(76);
        List<Margin> columns = new ArrayList<>();
        for (Period period : targets.periods()) {
            long sum = targets.provinces().stream()
                    .mapToLong(province -> targets.households(province, period))
                    .sum();
            columns.add(Margin.of(period.id(), sum));
        }
        List<Margin> rows = new ArrayList<>();
        List<List<Long>> weights = new ArrayList<>();
        targets.provinces().forEach(province -> {
            rows.add(Margin.of(province.value(), targets.households(province)));
            weights.add(targets.periods().stream()
                    .map(period -> targets.households(province, period) * random.nextInt(90, 111))
                    .toList());
        });
        return BiproportionalProblem.of(Method.WEBSTER, rows, columns, weights);
    }

    private static BiproportionalProblem regions(SplittableRandom random) {
        long[] rows = new long[18];
        long[] columns = new long[9];
        List<List<Long>> weights = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            List<Long> line = new ArrayList<>();
            for (int j = 0; j < columns.length; j++) {
                boolean none = random.nextInt(5) == 0;
                line.add(none ? 0L : random.nextLong(1, 1_000_000));
                long cell = none ? 0 : random.nextLong(160_000);
                rows[i] += cell;
                columns[j] += cell;
            }
            weights.add(line);
        }
        return BiproportionalProblem.of(Method.WEBSTER, margins("r", rows), margins("c", columns), weights);
    }

    private static List<Margin> margins(String prefix, long[] totals) {
        List<Margin> margins = new ArrayList<>();
        for (long margin : totals) {
            margins.add(Margin.of(prefix + margins.size(), margin));
        }
        return margins;
    }

    /**
     * Rounds the villages' table, computing its fractions first.
     *
     * @return the rounded table
     */
    @Benchmark
    public RoundedTable rounding() {
        return ControlledRounding.proportional(villages, periods).solve();
    }

    /**
     * The same by OR-Tools: a flow from villages to periods, in which every cell is rounded up or not.
     *
     * @return the flow, solved
     */
    @Benchmark
    public MinCostFlow roundingByMinCostFlow() {
        MinCostFlow flow = new MinCostFlow();
        long[] due = new long[PERIODS];
        for (int i = 0; i < VILLAGES; i++) {
            long supply = villages.get(i).total();
            for (int k = 0; k < PERIODS; k++) {
                long exact = villages.get(i).total() * periods.get(k).total();
                long whole = exact / total;
                long remainder = exact % total;
                supply -= whole;
                due[k] += whole;
                // What is whole stays so. With three periods the running sums follow from the cells.
                flow.addArcWithCapacityAndUnitCost(i, VILLAGES + k, remainder == 0 ? 0 : 1, total - 2 * remainder);
            }
            flow.setNodeSupply(i, supply);
        }
        for (int k = 0; k < PERIODS; k++) {
            flow.setNodeSupply(VILLAGES + k, due[k] - periods.get(k).total());
        }
        if (flow.solve() != MinCostFlowBase.Status.OPTIMAL) {
            throw new IllegalStateException("not solved");
        }
        return flow;
    }

    /**
     * Fills 76 provinces by two periods.
     *
     * @return the table with its multipliers
     */
    @Benchmark
    public Biproportional provincesByPeriods() {
        return provinces.solve();
    }

    /**
     * Fills 18 regions by nine kinds.
     *
     * @return the table with its multipliers
     */
    @Benchmark
    public Biproportional regionsByKinds() {
        return regions.solve();
    }
}
