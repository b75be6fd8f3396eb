package io.github.bmnkit.apportionment;

import io.github.bmnkit.finding.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the margins can be met with the cells that have a weight: a maximum flow from rows to columns. If not, its
 * minimum cut names rows whose only columns have no place for them.
 */
final class Transport {
    private final Matrix matrix;
    private final long[] rowRests;
    private final long[] columnRests;
    /** What a cell has beyond its floor. */
    private final long[] flow;
    /** For the search: the column before each row, -1 for a start, -2 if not reached; and the row before each column. */
    private final int[] rowsFrom;

    private final int[] columnsFrom;

    private Transport(Matrix matrix) {
        this.matrix = matrix;
        rowRests = matrix.rowTotals.clone();
        columnRests = matrix.columnTotals.clone();
        flow = new long[matrix.weights.length];
        rowsFrom = new int[matrix.rows];
        columnsFrom = new int[matrix.columns];
        for (int at = 0; at < flow.length; at++) {
            rowRests[at / matrix.columns] -= matrix.floors[at];
            columnRests[at % matrix.columns] -= matrix.floors[at];
        }
    }

    static Biproportional.@Nullable Infeasible contradiction(Matrix matrix) {
        return new Transport(matrix).find();
    }

    private Biproportional.@Nullable Infeasible find() {
        long rowSum = Arrays.stream(matrix.rowTotals).sum();
        long columnSum = Arrays.stream(matrix.columnTotals).sum();
        if (rowSum != columnSum) {
            Finding reason =
                    Finding.of(TableFinding.MARGINS_DIFFER).with("rows", rowSum).with("columns", columnSum);
            return infeasible(all(matrix.rows), all(matrix.columns), rowSum, columnSum, reason);
        }
        for (int i = 0; i < matrix.rows; i++) {
            if (rowRests[i] < 0) {
                return tooFew(new int[] {i}, all(matrix.columns), matrix.rowCodes[i], matrix.rowTotals[i], rowRests[i]);
            }
        }
        for (int j = 0; j < matrix.columns; j++) {
            if (columnRests[j] < 0) {
                return tooFew(
                        all(matrix.rows), new int[] {j}, matrix.columnCodes[j], matrix.columnTotals[j], columnRests[j]);
            }
        }
        int column = search();
        while (column >= 0) {
            push(column);
            column = search();
        }
        if (Arrays.stream(rowRests).allMatch(rest -> rest == 0)) {
            return null;
        }
        return cut();
    }

    /** Breadth first from all rows with a rest; returns a column with a rest, or -1. */
    private int search() {
        Arrays.fill(rowsFrom, -2);
        Arrays.fill(columnsFrom, -1);
        int[] queue = new int[matrix.rows];
        int size = 0;
        for (int i = 0; i < matrix.rows; i++) {
            if (rowRests[i] > 0) {
                rowsFrom[i] = -1;
                queue[size++] = i;
            }
        }
        for (int head = 0; head < size; head++) {
            int i = queue[head];
            for (int j = 0; j < matrix.columns; j++) {
                if (columnsFrom[j] >= 0 || matrix.weights[i * matrix.columns + j] == 0) {
                    continue;
                }
                columnsFrom[j] = i;
                if (columnRests[j] > 0) {
                    return j;
                }
                for (int back = 0; back < matrix.rows; back++) {
                    if (rowsFrom[back] == -2 && flow[back * matrix.columns + j] > 0) {
                        rowsFrom[back] = j;
                        queue[size++] = back;
                    }
                }
            }
        }
        return -1;
    }

    private void push(int column) {
        long amount = columnRests[column];
        int row = columnsFrom[column];
        while (rowsFrom[row] >= 0) {
            amount = Math.min(amount, flow[row * matrix.columns + rowsFrom[row]]);
            row = columnsFrom[rowsFrom[row]];
        }
        amount = Math.min(amount, rowRests[row]);
        rowRests[row] -= amount;
        columnRests[column] -= amount;
        row = columnsFrom[column];
        flow[row * matrix.columns + column] += amount;
        while (rowsFrom[row] >= 0) {
            int back = rowsFrom[row];
            flow[row * matrix.columns + back] -= amount;
            row = columnsFrom[back];
            flow[row * matrix.columns + back] += amount;
        }
    }

    /** The rows and columns that the last search reached: these rows have weights in these columns only. */
    private Biproportional.Infeasible cut() {
        int[] rows = all(matrix.rows);
        rows = Arrays.stream(rows).filter(i -> rowsFrom[i] != -2).toArray();
        int[] columns = all(matrix.columns);
        columns = Arrays.stream(columns).filter(j -> columnsFrom[j] >= 0).toArray();
        long required = Arrays.stream(rows).mapToLong(i -> matrix.rowTotals[i]).sum();
        for (int j : columns) {
            for (int i = 0; i < matrix.rows; i++) {
                required += rowsFrom[i] == -2 ? matrix.floors[i * matrix.columns + j] : 0;
            }
        }
        long available =
                Arrays.stream(columns).mapToLong(j -> matrix.columnTotals[j]).sum();
        Finding reason = Finding.of(TableFinding.ROWS_EXCEED_COLUMNS)
                .with("rows", Feasibility.first(codes(matrix.rowCodes, rows)))
                .with("columns", Feasibility.first(codes(matrix.columnCodes, columns)))
                .with("required", required)
                .with("available", available);
        return infeasible(rows, columns, required, available, reason);
    }

    private Biproportional.Infeasible tooFew(int[] rows, int[] columns, String code, long total, long rest) {
        Finding reason = Finding.of(TableFinding.MARGIN_BELOW_CELLS)
                .with("code", code)
                .with("total", total)
                .with("cells", total - rest);
        return infeasible(rows, columns, total - rest, total, reason);
    }

    private Biproportional.Infeasible infeasible(
            int[] rows, int[] columns, long required, long available, Finding reason) {
        return new Biproportional.Infeasible(
                codes(matrix.rowCodes, rows), codes(matrix.columnCodes, columns), required, available, reason);
    }

    private static List<String> codes(String[] codes, int[] indexes) {
        List<String> chosen = new ArrayList<>();
        for (int index : indexes) {
            chosen.add(codes[index]);
        }
        return chosen;
    }

    private static int[] all(int size) {
        int[] all = new int[size];
        Arrays.setAll(all, i -> i);
        return all;
    }
}
