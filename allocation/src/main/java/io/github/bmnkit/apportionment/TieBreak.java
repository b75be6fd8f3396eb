package io.github.bmnkit.apportionment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the cells that lie exactly on a signpost and could be exchanged in a cycle, and settles them by the order of the
 * codes: cell by cell, those with the first codes receive the share if they can. A cell comes by the lesser of its two
 * codes, then by the greater, so that rows and columns are treated alike.
 */
final class TieBreak {
    private final Matrix matrix;
    private final int nodes;
    /** For each cell: 1 if it could have one share more, -1 if one less, 0 if neither. */
    private final int[] sides;
    /** The node before each node on the way of the last search, -1 for none. */
    private final int[] before;

    private TieBreak(Matrix matrix, Multipliers multipliers) {
        this.matrix = matrix;
        nodes = matrix.rows + matrix.columns;
        before = new int[nodes];
        sides = new int[matrix.weights.length];
        for (int cell = 0; cell < sides.length; cell++) {
            if (matrix.weights[cell] == 0) {
                continue;
            }
            if (multipliers.compare(cell, matrix.next(cell)) == 0) {
                sides[cell] = 1;
            } else if (matrix.cells[cell] > matrix.floors[cell] && multipliers.compare(cell, matrix.last(cell)) == 0) {
                sides[cell] = -1;
            }
        }
    }

    /** Returns the ties, and may change cells of the matrix. */
    static List<TableTie> settle(Matrix matrix, Multipliers multipliers) {
        TieBreak tieBreak = new TieBreak(matrix, multipliers);
        List<TableTie> ties = tieBreak.ties();
        if (!ties.isEmpty()) {
            tieBreak.settle();
        }
        return ties;
    }

    private List<TableTie> ties() {
        int[] groups = new int[nodes];
        Arrays.fill(groups, -1);
        boolean[] tied = new boolean[nodes];
        for (int cell = 0; cell < sides.length; cell++) {
            if (sides[cell] != 0 && reaches(head(cell), tail(cell))) {
                tied[head(cell)] = true;
                tied[tail(cell)] = true;
            } else {
                sides[cell] = 0;
            }
        }
        List<TableTie> ties = new ArrayList<>();
        for (int v = 0; v < nodes; v++) {
            if (tied[v] && groups[v] < 0) {
                int root = v;
                IntStream.range(v, nodes)
                        .filter(u -> tied[u] && (u == root || reaches(root, u)))
                        .forEach(u -> groups[u] = root);
                ties.add(new TableTie(
                        IntStream.range(0, matrix.rows)
                                .filter(i -> groups[i] == root)
                                .mapToObj(i -> matrix.rowCodes[i])
                                .toList(),
                        IntStream.range(0, matrix.columns)
                                .filter(j -> groups[matrix.rows + j] == root)
                                .mapToObj(j -> matrix.columnCodes[j])
                                .toList()));
            }
        }
        return ties;
    }

    /** A share more goes from the row to the column, a share less from the column to the row. */
    private int tail(int cell) {
        return sides[cell] > 0 ? cell / matrix.columns : matrix.rows + cell % matrix.columns;
    }

    private int head(int cell) {
        return sides[cell] > 0 ? matrix.rows + cell % matrix.columns : cell / matrix.columns;
    }

    private boolean reaches(int from, int to) {
        Arrays.fill(before, -1);
        before[from] = from;
        int[] queue = new int[nodes];
        queue[0] = from;
        int size = 1;
        for (int head = 0; head < size && before[to] < 0; head++) {
            int v = queue[head];
            for (int u = 0; u < nodes; u++) {
                if (before[u] < 0 && (v < matrix.rows) != (u < matrix.rows) && sides[cell(v, u)] == side(v)) {
                    before[u] = v;
                    queue[size++] = u;
                }
            }
        }
        return before[to] >= 0;
    }

    private int cell(int from, int to) {
        return Math.min(from, to) * matrix.columns + Math.max(from, to) - matrix.rows;
    }

    private int side(int from) {
        return from < matrix.rows ? 1 : -1;
    }

    private void settle() {
        Comparator<Integer> byLesser = Comparator.comparing(this::lesserCode);
        int[] order = IntStream.range(0, sides.length)
                .filter(cell -> sides[cell] != 0)
                .boxed()
                .sorted(byLesser.thenComparing(this::greaterCode))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int cell : order) {
            if (sides[cell] > 0) {
                int from = head(cell);
                int to = tail(cell);
                if (reaches(from, to)) {
                    for (int v = to; v != from; v = before[v]) {
                        turn(cell(before[v], v));
                    }
                    turn(cell);
                }
            }
            sides[cell] = 0;
        }
    }

    private void turn(int cell) {
        matrix.cells[cell] += sides[cell];
        sides[cell] = -sides[cell];
    }

    private String lesserCode(int cell) {
        String row = matrix.rowCodes[cell / matrix.columns];
        String column = matrix.columnCodes[cell % matrix.columns];
        return row.compareTo(column) < 0 ? row : column;
    }

    private String greaterCode(int cell) {
        String row = matrix.rowCodes[cell / matrix.columns];
        String column = matrix.columnCodes[cell % matrix.columns];
        return row.compareTo(column) < 0 ? column : row;
    }
}
