package io.github.bmnkit.apportionment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Controlled rounding by trying everything: cells over one denominator, up or down, and every sum looked at. */
final class NaiveRounding {
    private final long[][] cells;
    private final int width;
    private final long denominator;
    private final List<long[][]> nearest = new ArrayList<>();
    private long least = Long.MAX_VALUE;

    private NaiveRounding(long[][] cells, int width, long denominator) {
        this.cells = cells;
        this.width = width;
        this.denominator = denominator;
    }

    /** Returns all nearest tables. */
    static List<long[][]> nearest(long[][] cells, int width, long denominator) {
        NaiveRounding search = new NaiveRounding(cells, width, denominator);
        search.fill(new long[cells.length][width], 0);
        return search.nearest;
    }

    private void fill(long[][] rounded, int at) {
        if (at == cells.length * width) {
            if (isControlled(cells, width, denominator, rounded)) {
                long distance = distance(cells, width, denominator, rounded);
                if (distance < least) {
                    nearest.clear();
                    least = distance;
                }
                if (distance == least) {
                    long[][] copy = new long[cells.length][];
                    for (int i = 0; i < copy.length; i++) {
                        copy[i] = rounded[i].clone();
                    }
                    nearest.add(copy);
                }
            }
            return;
        }
        int i = at / width;
        int k = at % width;
        long floor = cells[i][k] / denominator;
        rounded[i][k] = floor;
        fill(rounded, at + 1);
        if (floor * denominator < cells[i][k]) {
            rounded[i][k] = floor + 1;
            fill(rounded, at + 1);
        }
    }

    /** Whether every cell and every sum is one of the two whole numbers beside the exact one. */
    static boolean isControlled(long[][] cells, int width, long denominator, long[][] rounded) {
        BiFunction<Long, Long, Boolean> beside = (exact, whole) -> Math.abs(whole * denominator - exact) < denominator;
        long[] exactColumns = new long[width];
        long[] wholeColumns = new long[width];
        for (int i = 0; i < cells.length; i++) {
            long exact = 0;
            long whole = 0;
            for (int k = 0; k < width; k++) {
                exact += cells[i][k];
                whole += rounded[i][k];
                exactColumns[k] += cells[i][k];
                wholeColumns[k] += rounded[i][k];
                if (!beside.apply(cells[i][k], rounded[i][k]) || !beside.apply(exact, whole)) {
                    return false;
                }
            }
        }
        long exact = 0;
        long whole = 0;
        for (int k = 0; k < width; k++) {
            exact += exactColumns[k];
            whole += wholeColumns[k];
            if (!beside.apply(exactColumns[k], wholeColumns[k]) || !beside.apply(exact, whole)) {
                return false;
            }
        }
        return true;
    }

    /** The sum of squares over cells, sums of rows, sums of columns and the grand total, times the denominator squared. */
    static long distance(long[][] cells, int width, long denominator, long[][] rounded) {
        long distance = 0;
        long all = 0;
        long[] columns = new long[width];
        for (int i = 0; i < cells.length; i++) {
            long row = 0;
            for (int k = 0; k < width; k++) {
                long difference = rounded[i][k] * denominator - cells[i][k];
                distance += difference * difference;
                row += difference;
                columns[k] += difference;
            }
            distance += row * row;
            all += row;
        }
        for (long column : columns) {
            distance += column * column;
        }
        return distance + all * all;
    }

    static ControlledRounding problem(long[][] cells, int width, long denominator) {
        List<List<Ratio>> ratios = new ArrayList<>();
        for (long[] row : cells) {
            List<Ratio> line = new ArrayList<>();
            for (long cell : row) {
                line.add(new Ratio(BigInteger.valueOf(cell), BigInteger.valueOf(denominator)));
            }
            ratios.add(line);
        }
        return ControlledRounding.of(rows(cells.length), columns(width), ratios);
    }

    /** Codes run against the order of input, so that the two are not mistaken for each other. */
    static List<String> rows(int count) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            codes.add("r" + (char) ('z' - i));
        }
        return codes;
    }

    static List<String> columns(int count) {
        List<String> codes = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            codes.add("c" + k);
        }
        return codes;
    }

    static long[][] toArrays(List<List<Long>> table) {
        return table.stream()
                .map(row -> row.stream().mapToLong(Long::longValue).toArray())
                .toArray(long[][]::new);
    }
}
