package io.github.bmnkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.apportionment.Biproportional;
import io.github.bmnkit.apportionment.BiproportionalProblem;
import io.github.bmnkit.apportionment.RoundedTable;
import org.junit.jupiter.api.Test;

/** OR-Tools is peer and judge: the table must be exactly as near as its optimum. */
class TableBenchmarkTest {
    private final TableBenchmark benchmark = new TableBenchmark();

    TableBenchmarkTest() {
        benchmark.setUp();
    }

    @Test
    void theRoundedTableIsAsNearAsTheOptimumOfTheFlow() {
        RoundedTable table = benchmark.rounding();
        long cost = 0;
        for (int k = 0; k < TableBenchmark.PERIODS; k++) {
            long period = benchmark.periods.get(k).total();
            long[] column = table.column(benchmark.periods.get(k).code()).toArray();
            long sum = 0;
            for (int i = 0; i < column.length; i++) {
                long exact = benchmark.villages.get(i).total() * period;
                boolean up = column[i] > exact / benchmark.total;
                cost += up ? benchmark.total - 2 * (exact % benchmark.total) : 0;
                sum += column[i];
            }
            assertThat(sum).isEqualTo(period);
        }
        assertThat(cost).isEqualTo(benchmark.roundingByMinCostFlow().getOptimalCost());
    }

    @Test
    void filledTablesPassTheirOwnCheck() {
        for (BiproportionalProblem problem : new BiproportionalProblem[] {benchmark.provinces, benchmark.regions}) {
            Biproportional.Table table = problem.solve().table().orElseThrow();
            assertThat(problem.verify(table.cells(), table.rowMultipliers(), table.columnMultipliers()))
                    .isTrue();
        }
    }
}
