package io.github.bmnkit.quota;

import io.github.bmnkit.apportionment.ApportionmentProblem;
import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.apportionment.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Brings a table of villages and periods to given sums of its rows and columns, with the least movement: no other table
 * with these sums and floors has a smaller sum of absolute differences from the previous one.
 *
 * <p>Rows are filled first, each with the least movement of its own and as the columns need it. What a column then has too
 * much goes to one that has too little along the cheapest way from column to column, where each step moves households
 * within one row. Cheapest ways keep the movement least (the successive shortest paths of network flows).
 */
final class PeriodBalance {
    private static final int UNREACHED = Integer.MAX_VALUE / 2;

    private final long[][] start;
    private final long[][] floors;
    private final long[][] values;
    /** How much each column still lacks; negative if it has too much. */
    private final long[] open;

    private PeriodBalance(long[][] previous, long[][] floors, long[] columnTotals) {
        this.floors = floors;
        start = new long[previous.length][];
        values = new long[previous.length][];
        open = columnTotals.clone();
        for (int i = 0; i < previous.length; i++) {
            start[i] = new long[open.length];
            for (int k = 0; k < open.length; k++) {
                // Every table has at least the floors, so what lies below them moves in any case.
                start[i][k] = Math.max(previous[i][k], floors[i][k]);
                open[k] -= start[i][k];
            }
            values[i] = start[i].clone();
        }
    }

    /** Rows and columns have the same sum; the floors fit into each row and each column. */
    static long[][] of(long[][] previous, long[][] floors, long[] rowTotals, long[] columnTotals) {
        PeriodBalance balance = new PeriodBalance(previous, floors, columnTotals);
        for (int i = 0; i < rowTotals.length; i++) {
            balance.fill(i, rowTotals[i] - Arrays.stream(balance.start[i]).sum());
        }
        while (balance.moveOnce()) {
            // until no column lacks anything
        }
        return balance.values;
    }

    private void fill(int row, long difference) {
        long amount = Math.abs(difference);
        int sign = Long.signum(difference);
        long given = spread(row, sign, amount, true);
        spread(row, sign, amount - given, false);
    }

    /** Spreads an amount over the columns, as far as they need it or as far as they have room. */
    private long spread(int row, int sign, long amount, boolean asNeeded) {
        List<Unit> units = new ArrayList<>();
        long sum = 0;
        for (int k = 0; k < open.length; k++) {
            long room = sign > 0 ? amount : values[row][k] - floors[row][k];
            long weight = asNeeded ? Math.min(room, Math.max(0, sign * open[k])) : room;
            units.add(Unit.of(Integer.toString(100 + k), weight).withCap(weight));
            sum += weight;
        }
        long total = Math.min(amount, sum);
        if (total > 0) {
            int[] next = {0};
            ApportionmentProblem.of(Method.WEBSTER, total, units).solve().shares().orElseThrow().stream()
                    .forEach(share -> add(row, next[0]++, sign * share));
        }
        return total;
    }

    private void add(int row, int column, long amount) {
        values[row][column] += amount;
        open[column] -= amount;
    }

    /** Moves what it can along the cheapest way from a column with too much; false if there is none. */
    private boolean moveOnce() {
        int columns = open.length;
        int[] cost = new int[columns];
        int[] from = new int[columns];
        int[] by = new int[columns];
        for (int k = 0; k < columns; k++) {
            cost[k] = open[k] < 0 ? 0 : UNREACHED;
            from[k] = -1;
        }
        int[][] rows = cheapestRows();
        // Ways of fewer steps are found first and win ties: a way would not pass twice through one row.
        for (int round = 1; round < columns; round++) {
            int[] before = cost.clone();
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < columns; k++) {
                    int row = rows[j][k];
                    if (row >= 0 && before[j] < UNREACHED && before[j] + cost(row, j, k) < cost[k]) {
                        cost[k] = before[j] + cost(row, j, k);
                        from[k] = j;
                        by[k] = row;
                    }
                }
            }
        }
        int to = -1;
        for (int k = 0; k < columns; k++) {
            if (open[k] > 0 && cost[k] < UNREACHED && (to < 0 || cost[k] < cost[to])) {
                to = k;
            }
        }
        if (to < 0) {
            return false;
        }
        long amount = open[to];
        int first = to;
        for (; from[first] >= 0; first = from[first]) {
            amount = Math.min(amount, most(by[first], from[first], first));
        }
        amount = Math.min(amount, -open[first]);
        for (int k = to; from[k] >= 0; k = from[k]) {
            add(by[k], from[k], -amount);
            add(by[k], k, amount);
        }
        return true;
    }

    /** For each pair of columns the row in which moving from one to the other costs least, by the order of the rows. */
    private int[][] cheapestRows() {
        int[][] rows = new int[open.length][open.length];
        for (int j = 0; j < open.length; j++) {
            for (int k = 0; k < open.length; k++) {
                rows[j][k] = -1;
                for (int i = 0; i < values.length && j != k; i++) {
                    boolean movable = values[i][j] > floors[i][j];
                    if (movable && (rows[j][k] < 0 || cost(i, j, k) < cost(rows[j][k], j, k))) {
                        rows[j][k] = i;
                    }
                }
            }
        }
        return rows;
    }

    /** What moving one household in a row adds to the movement: -2, 0 or 2. */
    private int cost(int row, int from, int to) {
        return (values[row][from] > start[row][from] ? -1 : 1) + (values[row][to] < start[row][to] ? -1 : 1);
    }

    /** How many can move before the cost changes. */
    private long most(int row, int from, int to) {
        long above = values[row][from] - start[row][from];
        long below = start[row][to] - values[row][to];
        long most = above > 0 ? above : values[row][from] - floors[row][from];
        return below > 0 ? Math.min(most, below) : most;
    }
}
