package io.github.bmnkit.apportionment;

import java.math.BigInteger;
import java.util.List;

/** A two-way table in the order of the codes: margins, weights, and the cells as far as they are filled. */
final class Matrix {
    final Method method;
    final int rows;
    final int columns;
    final String[] rowCodes;
    final String[] columnCodes;
    final long[] rowTotals;
    final long[] columnTotals;
    final long[] weights;
    /** The least that a cell can have: 1 where the first signpost is 0. */
    final long[] floors;

    final long[] cells;

    Matrix(BiproportionalProblem problem, int[] rowOrder, int[] columnOrder) {
        method = problem.method();
        rows = rowOrder.length;
        columns = columnOrder.length;
        rowCodes = new String[rows];
        columnCodes = new String[columns];
        rowTotals = new long[rows];
        columnTotals = new long[columns];
        weights = new long[Math.multiplyExact(rows, columns)];
        floors = new long[weights.length];
        for (int j = 0; j < columns; j++) {
            Margin margin = problem.columns().get(columnOrder[j]);
            columnCodes[j] = margin.code();
            columnTotals[j] = margin.total();
        }
        for (int i = 0; i < rows; i++) {
            Margin margin = problem.rows().get(rowOrder[i]);
            rowCodes[i] = margin.code();
            rowTotals[i] = margin.total();
            List<Long> line = problem.weights().get(rowOrder[i]);
            for (int j = 0; j < columns; j++) {
                weights[i * columns + j] = line.get(columnOrder[j]);
                floors[i * columns + j] = method.startsAtZero() && weights[i * columns + j] > 0 ? 1 : 0;
            }
        }
        cells = floors.clone();
    }

    /** Returns what the multipliers of row and column make of the next share of a cell, times this: its signpost. */
    Ratio next(int cell) {
        return over(Signposts.of(method, cells[cell] + 1), cell);
    }

    /** Likewise for the last share. */
    Ratio last(int cell) {
        return over(Signposts.of(method, cells[cell]), cell);
    }

    private Ratio over(Ratio signpost, int cell) {
        BigInteger weight = BigInteger.valueOf(weights[cell]).pow(Signposts.power(method));
        return new Ratio(signpost.numerator(), signpost.denominator().multiply(weight));
    }
}
