package io.github.bmnkit.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.testing.Cases;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PeriodBalanceProperties {
    /** A previous table, its floors, and sums that some table above the floors has. */
    record Problem(long[][] previous, long[][] floors, long[] rowTotals, long[] columnTotals) {
        long[][] solve() {
            return PeriodBalance.of(previous, floors, rowTotals, columnTotals);
        }

        @Override
        public String toString() {
            return Arrays.deepToString(previous) + " floors " + Arrays.deepToString(floors) + " rows "
                    + Arrays.toString(rowTotals) + " columns " + Arrays.toString(columnTotals);
        }
    }

    @Provide
    Arbitrary<Problem> small() {
        return Arbitraries.randoms().map(random -> {
            int columns = 2 + random.nextInt(2);
            return problem(random, columns == 2 ? 1 + random.nextInt(4) : 1 + random.nextInt(3), columns, 4);
        });
    }

    @Provide
    Arbitrary<Problem> large() {
        return Arbitraries.randoms()
                .map(random -> problem(random, 1 + random.nextInt(60), 2 + random.nextInt(4), 1 + random.nextInt(200)));
    }

    private static Problem problem(Random random, int rows, int columns, int most) {
        long[][] previous = new long[rows][columns];
        long[][] floors = new long[rows][columns];
        long[] rowTotals = new long[rows];
        long[] columnTotals = new long[columns];
        boolean low = random.nextBoolean();
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                previous[i][k] = random.nextInt(most);
                floors[i][k] = random.nextInt(3) == 0 ? random.nextInt(most) : 0;
                // Some table with these floors: its sums are the ones to be met.
                long value = low
                        ? Math.max(floors[i][k], previous[i][k] - random.nextInt(2))
                        : floors[i][k] + random.nextInt(most);
                rowTotals[i] += value;
                columnTotals[k] += value;
            }
        }
        return new Problem(previous, floors, rowTotals, columnTotals);
    }

    @Property
    void t01_rowsAndColumnsHaveTheirSumsAndNothingIsBelowItsFloor(@ForAll("large") Problem problem) {
        long[][] values = problem.solve();
        long[] columns = new long[problem.columnTotals().length];
        for (int i = 0; i < values.length; i++) {
            assertThat(Arrays.stream(values[i]).sum()).isEqualTo(problem.rowTotals()[i]);
            for (int k = 0; k < columns.length; k++) {
                columns[k] += values[i][k];
                assertThat(values[i][k]).isGreaterThanOrEqualTo(problem.floors()[i][k]);
            }
        }
        assertThat(columns).isEqualTo(problem.columnTotals());
    }

    @Property
    void t05_noTableWithTheseSumsMovesLess(@ForAll("small") Problem problem) {
        long least = new Search(problem).least();
        assertThat(movement(problem, problem.solve())).isEqualTo(least);
        long rows = 0;
        for (int i = 0; i < problem.rowTotals().length; i++) {
            rows += Math.abs(problem.rowTotals()[i]
                    - Arrays.stream(problem.previous()[i]).sum());
        }
        Cases.met("rows that keep their sum must move, too", least > rows && rows > 0);
        Cases.met(
                "a clerk who fills each row by itself misses the columns or moves more",
                isWorse(problem, clerk(problem), least));
    }

    @Property
    void t09_aTableThatHasItsSumsStaysAsItIs(@ForAll("large") Problem problem) {
        long[][] once = problem.solve();
        assertThat(PeriodBalance.of(once, problem.floors(), problem.rowTotals(), problem.columnTotals()))
                .isDeepEqualTo(once);
    }

    @Example
    void aVillageThatGoesLeavesBothPeriodsInProportion() {
        long[][] previous = {{10, 10}, {10, 10}};
        long[][] values = PeriodBalance.of(previous, new long[2][2], new long[] {14, 14}, new long[] {14, 14});
        assertThat(values).isDeepEqualTo(new long[][] {{7, 7}, {7, 7}});
        assertThat(PeriodBalance.of(previous, new long[2][2], new long[] {17, 23}, new long[] {20, 20}))
                .isDeepEqualTo(new long[][] {{8, 9}, {12, 11}});
    }

    private static boolean isWorse(Problem problem, long[][] values, long least) {
        for (int k = 0; k < problem.columnTotals().length; k++) {
            int column = k;
            if (Arrays.stream(values).mapToLong(row -> row[column]).sum() != problem.columnTotals()[k]) {
                return true;
            }
        }
        return movement(problem, values) > least;
    }

    /** The wrong way: each row takes its difference from the first period that has room. */
    private static long[][] clerk(Problem problem) {
        long[][] values = new long[problem.previous().length][];
        for (int i = 0; i < values.length; i++) {
            values[i] = problem.previous()[i].clone();
            long open = problem.rowTotals()[i] - Arrays.stream(values[i]).sum();
            for (int k = 0; k < values[i].length; k++) {
                long change = Math.max(open, problem.floors()[i][k] - values[i][k]);
                values[i][k] += change;
                open -= change;
            }
        }
        return values;
    }

    private static long movement(Problem problem, long[][] values) {
        long movement = 0;
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < values[i].length; k++) {
                movement += Math.abs(values[i][k] - problem.previous()[i][k]);
            }
        }
        return movement;
    }

    /** Tries every table. */
    private static final class Search {
        private final Problem problem;
        private final long[] rows;
        private final long[] columns;
        private final int width;
        private long least = Long.MAX_VALUE;

        Search(Problem problem) {
            this.problem = problem;
            rows = problem.rowTotals().clone();
            columns = problem.columnTotals().clone();
            width = columns.length;
        }

        long least() {
            tryCell(0, 0);
            return least;
        }

        private void tryCell(int cell, long movement) {
            int i = cell / width;
            int k = cell % width;
            if (movement >= least) {
                return;
            }
            if (i == rows.length) {
                least = Arrays.stream(columns).allMatch(left -> left == 0) ? movement : least;
                return;
            }
            for (long value = problem.floors()[i][k]; value <= Math.min(rows[i], columns[k]); value++) {
                if (k == width - 1 && value != rows[i]) {
                    continue;
                }
                rows[i] -= value;
                columns[k] -= value;
                tryCell(cell + 1, movement + Math.abs(value - problem.previous()[i][k]));
                rows[i] += value;
                columns[k] += value;
            }
        }
    }
}
