package io.github.bmnkit.release;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A table as a network: every cell, margins included, is an arc, and every sum of the table says that as much flows into a
 * node as out of it. In a table of a tree of rows by categories every cell takes part in just two sums (the total of a row
 * that sums up others follows from the rest), once on either side. So the tables that agree with the published cells are the
 * whole-number circulations that keep these arcs, and how far a suppressed cell can go is a maximum flow from one end of its
 * arc to the other (Cox, 1980; Fischetti and Salazar, 2000).
 */
final class CellNetwork {
    /** More than any table holds: a cell with such a bound has none. */
    static final long UNBOUNDED = Long.MAX_VALUE / 4;

    private final CountTable table;
    private final int nodes;
    private final int[] tails;
    private final int[] heads;
    private final int[] starts;
    private final int[] arcs;
    private final long[] costs;

    /** What can be gained along a path, and its last arc at each node: the arc itself, or its complement if taken backward. */
    private final int[] into;

    CellNetwork(CountTable table) {
        this.table = table;
        int width = table.width();
        int cells = table.cells();
        int rows = cells / width;
        nodes = rows * width + 1;
        tails = new int[cells];
        heads = new int[cells];
        for (int cell = 0; cell < cells; cell++) {
            int row = cell / width;
            int column = cell % width;
            int below = table.isLeaf(row) ? row * width : cell;
            int above = row == 0 ? nodes - 1 : table.parent(row) * width + column;
            boolean total = column == width - 1;
            tails[cell] = total ? above : below;
            heads[cell] = total ? below : above;
        }
        starts = new int[nodes + 1];
        for (int cell = 0; cell < cells; cell++) {
            starts[tails[cell] + 1]++;
            starts[heads[cell] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        arcs = new int[2 * cells];
        int[] next = starts.clone();
        for (int cell = 0; cell < cells; cell++) {
            arcs[next[tails[cell]]++] = cell;
            arcs[next[heads[cell]]++] = ~cell;
        }
        // A margin is worth more than all that would have to go in its place: it is suppressed where nothing else
        // helps.
        long all = table.count(width - 1);
        costs = new long[cells];
        for (int cell = 0; cell < cells; cell++) {
            costs[cell] = table.count(cell) + 1 + (table.isMargin(cell) ? 8 * (all + 2) : 0);
        }
        into = new int[nodes];
    }

    /**
     * How much a cell can grow, or shrink, while every cell that is not suppressed stays. The search ends at the limit.
     *
     * @param changes holds by how much the cells change then; it is cleared first
     */
    long slack(int cell, boolean up, BitSet suppressed, long limit, long[] changes) {
        Arrays.fill(changes, 0);
        int from = up ? heads[cell] : tails[cell];
        int to = up ? tails[cell] : heads[cell];
        long most = up ? limit : Math.min(limit, table.count(cell));
        long slack = 0;
        while (slack < most && reach(from, to, cell, suppressed, changes)) {
            slack += push(from, to, most - slack, changes);
        }
        return slack;
    }

    private boolean reach(int from, int to, int cell, BitSet suppressed, long[] changes) {
        boolean[] seen = new boolean[nodes];
        ArrayDeque<Integer> open = new ArrayDeque<>();
        seen[from] = true;
        open.add(from);
        while (!open.isEmpty()) {
            int node = open.remove();
            for (int i = starts[node]; i < starts[node + 1]; i++) {
                int arc = arcs[i];
                int at = arc < 0 ? ~arc : arc;
                int next = arc < 0 ? tails[at] : heads[at];
                if (!seen[next] && at != cell && suppressed.get(at) && room(arc, changes) > 0) {
                    seen[next] = true;
                    into[next] = arc;
                    if (next == to) {
                        return true;
                    }
                    open.add(next);
                }
            }
        }
        return false;
    }

    private long room(int arc, long[] changes) {
        return arc >= 0 ? UNBOUNDED : table.count(~arc) + changes[~arc];
    }

    private long push(int from, int to, long most, long[] changes) {
        long amount = most;
        for (int node = to; node != from; node = before(node)) {
            amount = Math.min(amount, room(into[node], changes));
        }
        for (int node = to; node != from; node = before(node)) {
            int arc = into[node];
            changes[arc < 0 ? ~arc : arc] += arc < 0 ? -amount : amount;
        }
        return amount;
    }

    private int before(int node) {
        int arc = into[node];
        return arc < 0 ? heads[~arc] : tails[arc];
    }

    private record Reached(long cost, int node) {}

    /**
     * The cells to suppress, too, so that a cell can grow, or shrink, by more than it can now: those along the cheapest path
     * beside the changes that are possible already.
     *
     * @param least by how much at least
     * @param path takes the cells; it is empty if there is no such path
     * @return the cost; {@link #UNBOUNDED} if there is no such path
     */
    long cheapest(int cell, boolean up, BitSet suppressed, long least, long[] changes, BitSet path) {
        int from = up ? heads[cell] : tails[cell];
        int to = up ? tails[cell] : heads[cell];
        long[] reached = new long[nodes];
        Arrays.fill(reached, UNBOUNDED);
        PriorityQueue<Reached> open =
                new PriorityQueue<>(Comparator.comparingLong(Reached::cost).thenComparingInt(Reached::node));
        reached[from] = 0;
        open.add(new Reached(0, from));
        while (!open.isEmpty()) {
            Reached nearest = open.remove();
            int node = nearest.node();
            if (node == to) {
                break;
            }
            for (int i = starts[node]; nearest.cost() == reached[node] && i < starts[node + 1]; i++) {
                int arc = arcs[i];
                int at = arc < 0 ? ~arc : arc;
                int next = arc < 0 ? tails[at] : heads[at];
                long cost = nearest.cost() + (suppressed.get(at) ? 0 : costs[at]);
                if (at != cell && cost < reached[next] && room(arc, changes) >= least) {
                    reached[next] = cost;
                    into[next] = arc;
                    open.add(new Reached(cost, next));
                }
            }
        }
        path.clear();
        for (int node = to; reached[to] < UNBOUNDED && node != from; node = before(node)) {
            path.set(into[node] < 0 ? ~into[node] : into[node]);
        }
        return reached[to];
    }
}
