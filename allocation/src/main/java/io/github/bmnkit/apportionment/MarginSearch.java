package io.github.bmnkit.apportionment;

import java.util.Arrays;

/**
 * Fills a matrix so that its margins are met and the sum of the logarithms of signpost over weight, over all shares, is
 * least: a flow from rows to columns with convex costs, by successive shortest paths, first in large steps, then in
 * steps half as large, down to single shares. Logarithms are rounded; {@link Multipliers} has the exact last word.
 */
final class MarginSearch {
    private static final long NONE = Long.MAX_VALUE / 4;
    /** How far a part of the matrix that no path reaches is kept from the others. */
    private static final long APART = 2 * Logs.ONE;

    private final Matrix matrix;
    private final int nodes;
    private final long[] logWeights;
    /** What one more step costs in each cell, and what the last one did cost. */
    private final long[] next;

    private final long[] last;
    /** What each row has left to give, and each column has too much. */
    private final long[] excess;

    private final long[] potentials;
    private final long[] distances;
    private final int[] before;
    private final boolean[] settled;
    private long step;

    MarginSearch(Matrix matrix) {
        this.matrix = matrix;
        nodes = matrix.rows + matrix.columns;
        logWeights = new long[matrix.weights.length];
        next = new long[logWeights.length];
        last = new long[logWeights.length];
        excess = new long[nodes];
        potentials = new long[nodes];
        distances = new long[nodes];
        before = new int[nodes];
        settled = new boolean[nodes];
    }

    void run() {
        System.arraycopy(matrix.rowTotals, 0, excess, 0, matrix.rows);
        for (int j = 0; j < matrix.columns; j++) {
            excess[matrix.rows + j] = -matrix.columnTotals[j];
        }
        for (int at = 0; at < logWeights.length; at++) {
            excess[at / matrix.columns] -= matrix.cells[at];
            excess[matrix.rows + at % matrix.columns] += matrix.cells[at];
            if (matrix.weights[at] > 0) {
                logWeights[at] = Signposts.power(matrix.method) * Logs.of(matrix.weights[at]);
            }
        }
        step = Long.highestOneBit(Math.max(1, Arrays.stream(excess).max().orElse(0)));
        price();
        Arrays.fill(potentials, 0, matrix.rows, -NONE);
        for (int at = 0; at < next.length; at++) {
            if (matrix.weights[at] > 0) {
                potentials[at / matrix.columns] = Math.max(potentials[at / matrix.columns], -next[at]);
            }
        }
        for (int i = 0; i < matrix.rows; i++) {
            potentials[i] = potentials[i] == -NONE ? 0 : potentials[i];
        }
        for (; step > 0; step /= 2) {
            price();
            repair();
            for (int target = search(-1); target >= 0; target = search(-1)) {
                push(target);
            }
        }
        step = 1;
        price();
    }

    private void price() {
        for (int at = 0; at < next.length; at++) {
            price(at);
        }
    }

    private void price(int at) {
        if (matrix.weights[at] > 0) {
            long cell = matrix.cells[at];
            next[at] = Signposts.log(matrix.method, cell + 1, step) - logWeights[at];
            last[at] = cell - step < matrix.floors[at]
                    ? -NONE
                    : Signposts.log(matrix.method, cell - step + 1, step) - logWeights[at];
        }
    }

    private void change(int at, long shares) {
        matrix.cells[at] += shares;
        excess[at / matrix.columns] -= shares;
        excess[matrix.rows + at % matrix.columns] += shares;
        price(at);
    }

    /** With smaller steps some cells have a step too few or too many for their multipliers. */
    private void repair() {
        for (int at = 0; at < next.length; at++) {
            while (matrix.weights[at] > 0 && costOfNext(at) < 0) {
                change(at, step);
            }
            while (matrix.weights[at] > 0 && costOfLast(at) < 0) {
                change(at, -step);
            }
        }
    }

    private long costOfNext(int at) {
        return next[at] + potentials[at / matrix.columns] - potentials[matrix.rows + at % matrix.columns];
    }

    private long costOfLast(int at) {
        return -last[at] + potentials[matrix.rows + at % matrix.columns] - potentials[at / matrix.columns];
    }

    /**
     * Finds shortest paths from all nodes with a step too many, or from one alone; returns the first node reached that
     * has a step too few, or -1 after all nodes are reached that can be.
     */
    private int search(int root) {
        Arrays.fill(settled, false);
        for (int v = 0; v < nodes; v++) {
            distances[v] = v == root || (root < 0 && excess[v] >= step) ? 0 : NONE;
            before[v] = -1;
        }
        for (int v = nearest(); v >= 0; v = nearest()) {
            settled[v] = true;
            if (root < 0 && excess[v] <= -step) {
                long limit = distances[v];
                for (int u = 0; u < nodes; u++) {
                    potentials[u] += Math.min(distances[u], limit);
                }
                return v;
            }
            if (v < matrix.rows) {
                for (int j = 0; j < matrix.columns; j++) {
                    int at = v * matrix.columns + j;
                    if (matrix.weights[at] > 0) {
                        relax(v, matrix.rows + j, costOfNext(at));
                    }
                }
            } else {
                for (int i = 0; i < matrix.rows; i++) {
                    int at = i * matrix.columns + v - matrix.rows;
                    if (matrix.weights[at] > 0 && last[at] != -NONE) {
                        relax(v, i, costOfLast(at));
                    }
                }
            }
        }
        return -1;
    }

    private int nearest() {
        int nearest = -1;
        for (int v = 0; v < nodes; v++) {
            if (!settled[v] && distances[v] < NONE && (nearest < 0 || distances[v] < distances[nearest])) {
                nearest = v;
            }
        }
        return nearest;
    }

    private void relax(int from, int to, long cost) {
        if (distances[from] + cost < distances[to]) {
            distances[to] = distances[from] + cost;
            before[to] = from;
        }
    }

    private void push(int target) {
        for (int v = target; before[v] >= 0; v = before[v]) {
            int u = before[v];
            if (u < matrix.rows) {
                change(u * matrix.columns + v - matrix.rows, step);
            } else {
                change(v * matrix.columns + u - matrix.rows, -step);
            }
        }
    }

    /**
     * Returns logarithms of multipliers, those of rows negative, that keep as far from all signposts as they all can: the
     * mean of the distances from every row and column.
     */
    long[] meanPotentials() {
        long[] sums = new long[nodes];
        for (int root = 0; root < nodes; root++) {
            int none = search(root);
            assert none < 0;
            for (int v = 0; v < nodes; v++) {
                sums[v] += Math.min(distances[v], APART);
            }
        }
        for (int v = 0; v < nodes; v++) {
            sums[v] = potentials[v] + sums[v] / nodes;
        }
        return sums;
    }
}
