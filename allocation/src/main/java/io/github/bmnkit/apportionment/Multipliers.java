package io.github.bmnkit.apportionment;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Exact multipliers for a filled matrix. They start from rounded logarithms; where a product lies beyond a signpost, the
 * row's multiplier is raised or the column's lowered just to it. If that never ends, it goes round a cycle of cells that
 * ought to be rounded the other way, which the logarithms could not tell; so they are.
 */
final class Multipliers {
    private final Matrix matrix;
    private final Ratio[] rows;
    private final Ratio[] columns;
    /** For rows, then columns: the cell that moved the multiplier last, or -1. */
    private final int[] movedBy;

    private Multipliers(Matrix matrix) {
        this.matrix = matrix;
        rows = new Ratio[matrix.rows];
        columns = new Ratio[matrix.columns];
        movedBy = new int[matrix.rows + matrix.columns];
    }

    /** Takes logarithms of multipliers, those of rows negative, and may change cells of the matrix. */
    static Multipliers of(Matrix matrix, long[] potentials) {
        Multipliers multipliers = new Multipliers(matrix);
        while (!multipliers.fit(potentials)) {
            multipliers.turnCycle();
        }
        return multipliers;
    }

    Ratio[] rows() {
        return rows;
    }

    Ratio[] columns() {
        return columns;
    }

    /** Returns how the product of the multipliers of a cell compares with a number. */
    int compare(int cell, Ratio number) {
        Ratio row = rows[cell / matrix.columns];
        Ratio column = columns[cell % matrix.columns];
        BigInteger over = row.numerator().multiply(column.numerator());
        return Ratio.compare(over, row.denominator().multiply(column.denominator()), number);
    }

    private boolean fit(long[] potentials) {
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Logs.power(-potentials[i]);
        }
        for (int j = 0; j < columns.length; j++) {
            columns[j] = Logs.power(potentials[matrix.rows + j]);
        }
        Arrays.fill(movedBy, -1);
        boolean moved = true;
        for (int round = 0; moved && round <= movedBy.length; round++) {
            moved = false;
            for (int cell = 0; cell < matrix.weights.length; cell++) {
                if (matrix.weights[cell] > 0) {
                    moved |= fit(cell);
                }
            }
        }
        return !moved;
    }

    private boolean fit(int cell) {
        int i = cell / matrix.columns;
        int j = cell % matrix.columns;
        Ratio next = matrix.next(cell);
        if (compare(cell, next) > 0) {
            columns[j] = next.dividedBy(rows[i]);
            movedBy[matrix.rows + j] = cell;
            return true;
        }
        if (matrix.cells[cell] > matrix.floors[cell]) {
            Ratio last = matrix.last(cell);
            if (compare(cell, last) < 0) {
                rows[i] = last.dividedBy(columns[j]);
                movedBy[i] = cell;
                return true;
            }
        }
        return false;
    }

    /** Gives one more share to each cell of a cycle that lowered its column, one less to each that raised its row. */
    private void turnCycle() {
        int node = 0;
        while (movedBy[node] < 0 || !isOnCycle(node)) {
            node++;
        }
        int at = node;
        do {
            int cell = movedBy[at];
            matrix.cells[cell] += at >= matrix.rows ? 1 : -1;
            at = mover(at);
        } while (at != node);
    }

    /** The other end of the cell that moved a multiplier. */
    private int mover(int node) {
        return node >= matrix.rows ? movedBy[node] / matrix.columns : matrix.rows + movedBy[node] % matrix.columns;
    }

    private boolean isOnCycle(int node) {
        int at = node;
        for (int k = 0; k < movedBy.length && movedBy[at] >= 0; k++) {
            at = mover(at);
            if (at == node) {
                return true;
            }
        }
        return false;
    }
}
