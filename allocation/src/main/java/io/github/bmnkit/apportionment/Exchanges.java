package io.github.bmnkit.apportionment;

import java.util.Arrays;

/**
 * A minimum-cost flow from rows to columns, seen from the columns alone, of which there are few. Each row first rounds
 * as is best for itself. Then, as long as a column has too many cells rounded up, the cheapest chain of exchanges leads
 * from it to a column that has too few. In an exchange some row rounds one cell down and another up; for each pair of
 * columns a heap holds the rows that can do it, the cheapest on top.
 *
 * <p>A shortest chain with fewest exchanges never meets the same part of a row twice: what lies between would be a cycle
 * that costs nothing or more, and could be left out. So its exchanges can all be made.
 */
final class Exchanges {
    private static final long NONE = Long.MAX_VALUE / 4;

    private final RoundingInstance instance;
    private final int columns;
    private final long[] remainders;
    private final byte[] ups;
    /** For each cell: how much the running sum up to it is above the lower of its two whole numbers, 0 or 1. */
    private final byte[] highs;
    /** For each cell: whether the running sum up to it is not whole. */
    private final boolean[] open;

    private final long[] excess;
    private final Heap[] heaps;

    private Exchanges(RoundingInstance instance, byte[] ups) {
        this.instance = instance;
        this.columns = instance.columns;
        this.remainders = instance.remainders;
        this.ups = ups;
        highs = new byte[ups.length];
        open = new boolean[ups.length];
        excess = new long[columns];
        heaps = new Heap[columns * columns];
    }

    /** Returns 1 for every cell that is rounded up. */
    static byte[] solve(RoundingInstance instance) {
        Exchanges exchanges = new Exchanges(instance, new byte[instance.remainders.length]);
        exchanges.roundEachRow();
        exchanges.balance();
        return exchanges.ups;
    }

    /** Looks at a table that is rounded already. */
    static Exchanges at(RoundingInstance instance, byte[] ups) {
        Exchanges exchanges = new Exchanges(instance, ups);
        exchanges.measure();
        return exchanges;
    }

    private void measure() {
        for (int row = 0; row < instance.rows; row++) {
            long sum = 0;
            long rounded = 0;
            for (int at = row * columns; at < (row + 1) * columns; at++) {
                sum += remainders[at];
                rounded += ups[at];
                open[at] = sum % instance.denominator != 0;
                highs[at] = (byte) (rounded - sum / instance.denominator);
            }
        }
    }

    /** The best rounding of each row, by dynamic programming over its running sums; of equals, the earliest cells. */
    private void roundEachRow() {
        long[] low = new long[columns + 1];
        long[] high = new long[columns + 1];
        long[] floors = new long[columns + 1];
        high[0] = NONE;
        for (int row = 0; row < instance.rows; row++) {
            int base = row * columns;
            long sum = 0;
            for (int k = 1; k <= columns; k++) {
                long remainder = remainders[base + k - 1];
                sum += remainder;
                floors[k] = sum / instance.denominator;
                open[base + k - 1] = sum % instance.denominator != 0;
                boolean carries = floors[k] > floors[k - 1];
                long cost = remainder == 0 ? NONE : instance.denominator - 2 * remainder;
                low[k] = carries ? Math.min(low[k - 1] + cost, high[k - 1]) : low[k - 1];
                high[k] = !open[base + k - 1]
                        ? NONE
                        : carries ? high[k - 1] + cost : Math.min(low[k - 1] + cost, high[k - 1]);
                low[k] = Math.min(low[k], NONE);
                high[k] = Math.min(high[k], NONE);
            }
            int state = 0;
            for (int k = columns; k > 0; k--) {
                highs[base + k - 1] = (byte) state;
                boolean carries = floors[k] > floors[k - 1];
                boolean fromHigh = state == 0 ? carries && high[k - 1] == low[k] : carries || high[k - 1] == high[k];
                int before = fromHigh ? 1 : 0;
                byte up = (byte) (floors[k] + state - floors[k - 1] - before);
                ups[base + k - 1] = up;
                excess[k - 1] += up;
                state = before;
            }
        }
        for (int k = 0; k < columns; k++) {
            excess[k] -= instance.columnUps[k];
        }
    }

    private void balance() {
        boolean balanced = true;
        for (long number : excess) {
            balanced &= number == 0;
        }
        if (balanced) {
            return;
        }
        fillHeaps();
        Chains chains = new Chains(columns);
        for (int last = search(chains); last >= 0; last = search(chains)) {
            excess[last]++;
            int to = last;
            while (chains.before[to] >= 0) {
                exchange(chains.through[to], chains.before[to], to);
                to = chains.before[to];
            }
            excess[to]--;
        }
    }

    private void fillHeaps() {
        for (int from = 0; from < columns; from++) {
            for (int to = 0; to < columns; to++) {
                if (from != to) {
                    Heap heap = new Heap(from, to);
                    heaps[from * columns + to] = heap;
                    heap.fill();
                }
            }
        }
    }

    private Heap heap(int from, int to) {
        return heaps[from * columns + to];
    }

    /** Finds the best chains from the columns with too many; returns the best column with too few, or -1. */
    private int search(Chains chains) {
        boolean changed = chains.start(excess);
        while (changed) {
            changed = false;
            for (int from = 0; from < columns; from++) {
                for (int to = 0; to < columns && chains.isReached(from); to++) {
                    int row = from == to ? -1 : heap(from, to).top();
                    if (row >= 0) {
                        long rank = (long) (row - instance.rows) * (from - to);
                        changed |= chains.relax(from, to, row, 2 * halfCost(row, from, to), rank);
                    }
                }
            }
        }
        int best = -1;
        for (int k = 0; k < columns; k++) {
            if (excess[k] < 0 && chains.isReached(k) && (best < 0 || chains.isBetter(k, best))) {
                best = k;
            }
        }
        return best;
    }

    /** Whether a row can round one cell down and another up instead, and all its running sums still fit. */
    boolean isPossible(int row, int from, int to) {
        int base = row * columns;
        if (ups[base + from] == 0 || ups[base + to] != 0 || remainders[base + to] == 0) {
            return false;
        }
        for (int at = base + from; at < base + to; at++) {
            if (highs[at] == 0) {
                return false;
            }
        }
        for (int at = base + to; at < base + from; at++) {
            if (highs[at] != 0 || !open[at]) {
                return false;
            }
        }
        return true;
    }

    private void exchange(int row, int from, int to) {
        int base = row * columns;
        ups[base + from] = 0;
        ups[base + to] = 1;
        for (int at = base + from; at < base + to; at++) {
            highs[at] = 0;
        }
        for (int at = base + to; at < base + from; at++) {
            highs[at] = 1;
        }
        for (int j = 0; j < columns; j++) {
            for (int k = 0; k < columns && ups[base + j] != 0; k++) {
                if (k != j && isPossible(row, j, k)) {
                    heap(j, k).add(row);
                }
            }
        }
    }

    /** Half of what an exchange costs. */
    private long halfCost(int row, int from, int to) {
        return remainders[row * columns + from] - remainders[row * columns + to];
    }

    /**
     * Returns prices, over the denominator times the number of columns, with which no exchange costs less than nothing;
     * and only those cost nothing that are part of a tie. They are the mean of the distances from each column: the
     * distances from a column make all exchanges into it cost more than nothing, unless they close a cycle.
     */
    long[] prices() {
        long[] costs = new long[columns * columns];
        Arrays.fill(costs, 4L * columns * instance.denominator);
        for (int row = 0; row < instance.rows; row++) {
            for (int from = 0; from < columns; from++) {
                for (int to = 0; to < columns && ups[row * columns + from] != 0; to++) {
                    if (from != to && isPossible(row, from, to)) {
                        int pair = from * columns + to;
                        costs[pair] = Math.min(costs[pair], 2 * halfCost(row, from, to));
                    }
                }
            }
        }
        for (int k = 0; k < columns; k++) {
            costs[k * columns + k] = 0;
        }
        for (int via = 0; via < columns; via++) {
            for (int from = 0; from < columns; from++) {
                for (int to = 0; to < columns; to++) {
                    long detour = costs[from * columns + via] + costs[via * columns + to];
                    costs[from * columns + to] = Math.min(costs[from * columns + to], detour);
                }
            }
        }
        long[] prices = new long[columns];
        for (int pair = 0; pair < costs.length; pair++) {
            prices[pair % columns] = Math.addExact(prices[pair % columns], costs[pair]);
        }
        long first = columns == 0 ? 0 : prices[0];
        for (int k = 0; k < columns; k++) {
            prices[k] -= first;
        }
        return prices;
    }

    /** Whether an exchange is possible and costs nothing at these {@link #prices()}. */
    boolean isTied(int row, int from, int to, long[] prices) {
        return isPossible(row, from, to) && 2L * columns * halfCost(row, from, to) == prices[to] - prices[from];
    }

    /**
     * The best chains of exchanges found so far, to each column: of equal cost those that bring rows with earlier codes
     * into earlier columns, of these the shortest.
     */
    private static final class Chains {
        private final long[] costs;
        private final long[] ranks;
        private final int[] lengths;
        final int[] before;
        /** The row of the last exchange. */
        final int[] through;

        Chains(int columns) {
            costs = new long[columns];
            ranks = new long[columns];
            lengths = new int[columns];
            before = new int[columns];
            through = new int[columns];
        }

        boolean start(long[] excess) {
            boolean any = false;
            for (int k = 0; k < costs.length; k++) {
                costs[k] = excess[k] > 0 ? 0 : NONE;
                ranks[k] = 0;
                lengths[k] = 0;
                before[k] = -1;
                any |= excess[k] > 0;
            }
            return any;
        }

        boolean isReached(int column) {
            return costs[column] < NONE;
        }

        boolean relax(int from, int to, int row, long cost, long rank) {
            long order = costs[from] + cost - costs[to];
            if (order == 0) {
                order = ranks[from] + rank - ranks[to];
            }
            if (order == 0) {
                order = lengths[from] + 1L - lengths[to];
            }
            if (order >= 0) {
                return false;
            }
            costs[to] = costs[from] + cost;
            ranks[to] = ranks[from] + rank;
            lengths[to] = lengths[from] + 1;
            before[to] = from;
            through[to] = row;
            return true;
        }

        boolean isBetter(int column, int other) {
            long order = costs[column] - costs[other];
            if (order == 0) {
                order = ranks[column] - ranks[other];
            }
            return order == 0 ? lengths[column] < lengths[other] : order < 0;
        }
    }

    /** The rows that can round down in one column and up in another; those that no longer can are dropped on the way. */
    private final class Heap {
        private final int from;
        private final int to;
        private int[] rows = new int[16];
        private int size;

        Heap(int from, int to) {
            this.from = from;
            this.to = to;
        }

        long key(int row) {
            return halfCost(row, from, to);
        }

        /** Returns the cheapest row, or -1. */
        int top() {
            while (size > 0 && !isPossible(rows[0], from, to)) {
                rows[0] = rows[--size];
                sink(0);
            }
            return size == 0 ? -1 : rows[0];
        }

        void fill() {
            for (int row = 0; row < instance.rows; row++) {
                if (isPossible(row, from, to)) {
                    append(row);
                }
            }
            for (int at = size / 2 - 1; at >= 0; at--) {
                sink(at);
            }
        }

        void add(int row) {
            append(row);
            int at = size - 1;
            while (at > 0 && isBefore(row, rows[(at - 1) / 2])) {
                rows[at] = rows[(at - 1) / 2];
                at = (at - 1) / 2;
            }
            rows[at] = row;
        }

        private void append(int row) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, 2 * size);
            }
            rows[size++] = row;
        }

        /** Of equal rows, the first by code comes first into an earlier column, and last into a later one. */
        private boolean isBefore(int row, int other) {
            long difference = key(row) - key(other);
            return difference < 0 || (difference == 0 && (to < from ? row < other : row > other));
        }

        private void sink(int start) {
            int at = start;
            int row = size == 0 ? 0 : rows[at];
            for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
                if (child + 1 < size && isBefore(rows[child + 1], rows[child])) {
                    child++;
                }
                if (!isBefore(rows[child], row)) {
                    break;
                }
                rows[at] = rows[child];
                at = child;
            }
            if (size > 0) {
                rows[at] = row;
            }
        }
    }
}
