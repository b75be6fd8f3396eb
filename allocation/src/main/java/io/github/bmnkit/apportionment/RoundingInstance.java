package io.github.bmnkit.apportionment;

/**
 * The fractional parts of a table, with the rows in the order of their codes. If not all rows add up to whole numbers, a
 * last column makes them; if not all columns do, a last row makes them: a cell of these is what its row or column lacks
 * to the next whole number. So every row and column has a whole number of cells to round up.
 */
final class RoundingInstance {
    final int rows;
    final int columns;
    final long denominator;
    /** Row by row, each from 0 to the denominator - 1. */
    final long[] remainders;
    /** How many cells of each column are rounded up. */
    final long[] columnUps;

    private RoundingInstance(int rows, int columns, long denominator, long[] remainders) {
        this.rows = rows;
        this.columns = columns;
        this.denominator = denominator;
        this.remainders = remainders;
        columnUps = new long[columns];
        for (int at = 0; at < remainders.length; at++) {
            columnUps[at % columns] += remainders[at];
        }
        for (int k = 0; k < columns; k++) {
            columnUps[k] /= denominator;
        }
    }

    static RoundingInstance of(long[] remainders, int width, long denominator, int[] order) {
        int height = order.length;
        long[] columnSums = new long[width + 1];
        boolean wider = false;
        for (int row : order) {
            long sum = 0;
            for (int k = 0; k < width; k++) {
                long remainder = remainders[row * width + k];
                sum += remainder;
                columnSums[k] += remainder;
            }
            long lack = lack(sum, denominator);
            wider |= lack > 0;
            columnSums[width] += lack;
        }
        boolean higher = false;
        for (long sum : columnSums) {
            higher |= lack(sum, denominator) > 0;
        }
        int columns = wider ? width + 1 : width;
        int rows = higher ? height + 1 : height;
        long[] own = new long[Math.multiplyExact(rows, columns)];
        for (int rank = 0; rank < height; rank++) {
            System.arraycopy(remainders, order[rank] * width, own, rank * columns, width);
        }
        for (int rank = 0; wider && rank < height; rank++) {
            long sum = 0;
            for (int k = 0; k < width; k++) {
                sum += own[rank * columns + k];
            }
            own[rank * columns + width] = lack(sum, denominator);
        }
        for (int k = 0; higher && k < columns; k++) {
            own[height * columns + k] = lack(columnSums[k], denominator);
        }
        return new RoundingInstance(rows, columns, denominator, own);
    }

    /** What a sum lacks to the next whole number. */
    private static long lack(long sum, long denominator) {
        long surplus = sum % denominator;
        return surplus == 0 ? 0 : denominator - surplus;
    }
}
