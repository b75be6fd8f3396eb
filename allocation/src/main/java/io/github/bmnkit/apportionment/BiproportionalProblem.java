package io.github.bmnkit.apportionment;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A matrix of weights to be turned into whole numbers whose rows and columns have given sums, in proportion to the
 * weights both ways: each cell is its weight times a multiplier of its row times a multiplier of its column, rounded at
 * the signposts of a divisor method. Cells of weight 0 stay 0.
 *
 * <pre>{@code
 * Biproportional result = BiproportionalProblem.of(Method.WEBSTER, regions, periods, weights).solve();
 * }</pre>
 *
 * <p>The cost hardly depends on the sums. Row and column codes have one order among them, so a matrix and its transpose
 * have the same solution, ties included.
 *
 * <p>Sources: M. Balinski and G. Demange, <i>An Axiomatic Approach to Proportionality Between Matrices</i>, 1989; the
 * search is that for a minimum-cost flow with convex costs, by scaling.
 */
public final class BiproportionalProblem {
    private final Method method;
    private final List<Margin> rows;
    private final List<Margin> columns;
    private final List<List<Long>> weights;

    private BiproportionalProblem(Method method, List<Margin> rows, List<Margin> columns, List<List<Long>> weights) {
        this.method = method;
        this.rows = rows;
        this.columns = columns;
        this.weights = weights;
    }

    /**
     * Returns a problem.
     *
     * @param method the divisor method; for those with a first signpost of 0, every cell with a weight has 1 at least
     * @param rows the rows and what they must add up to
     * @param columns the columns and what they must add up to
     * @param weights the weights, row by row, each 0 to {@link Unit#MAX_WEIGHT}
     * @return the problem
     * @throws IllegalArgumentException if the method is not a divisor method, two rows or columns, or a row and a
     *     column, have the same code, the weights do not fit the rows and columns, or a weight is out of its range
     */
    public static BiproportionalProblem of(
            Method method, List<Margin> rows, List<Margin> columns, List<List<Long>> weights) {
        requireNonNull(method, "method");
        if (!method.isDivisorMethod()) {
            throw new IllegalArgumentException("not a divisor method: " + method);
        }
        Set<String> codes = new HashSet<>();
        for (List<Margin> margins : List.of(rows, columns)) {
            for (Margin margin : margins) {
                if (!codes.add(margin.code())) {
                    throw new IllegalArgumentException("two rows or columns have the code " + margin.code());
                }
            }
        }
        List<List<Long>> copy = new ArrayList<>();
        for (List<Long> line : weights) {
            if (line.size() != columns.size()) {
                throw new IllegalArgumentException("a row has " + line.size() + " weights, not " + columns.size());
            }
            for (long weight : line) {
                if (weight < 0 || weight > Unit.MAX_WEIGHT) {
                    throw new IllegalArgumentException("a weight is not in 0..2^53: " + weight);
                }
            }
            copy.add(List.copyOf(line));
        }
        if (copy.size() != rows.size()) {
            throw new IllegalArgumentException("there are " + copy.size() + " rows of weights, not " + rows.size());
        }
        return new BiproportionalProblem(method, List.copyOf(rows), List.copyOf(columns), List.copyOf(copy));
    }

    /**
     * Returns the method.
     *
     * @return the divisor method
     */
    public Method method() {
        return method;
    }

    /**
     * Returns the rows.
     *
     * @return the rows and what they must add up to, in the order given
     */
    public List<Margin> rows() {
        return rows;
    }

    /**
     * Returns the columns.
     *
     * @return the columns and what they must add up to, in the order given
     */
    public List<Margin> columns() {
        return columns;
    }

    /**
     * Returns the weights.
     *
     * @return the weights, row by row
     */
    public List<List<Long>> weights() {
        return weights;
    }

    /**
     * Fills the table.
     *
     * @return the table with its multipliers, or the rows and columns that prove that there is none
     */
    public Biproportional solve() {
        int[] rowOrder = order(rows);
        int[] columnOrder = order(columns);
        Matrix matrix = new Matrix(this, rowOrder, columnOrder);
        Biproportional.Infeasible contradiction = Transport.contradiction(matrix);
        if (contradiction != null) {
            return contradiction;
        }
        MarginSearch search = new MarginSearch(matrix);
        search.run();
        Multipliers multipliers = Multipliers.of(matrix, search.meanPotentials());
        List<TableTie> ties = TieBreak.settle(matrix, multipliers);
        return new Biproportional.Table(
                this,
                inOrder(matrix, rowOrder, columnOrder),
                inOrder(multipliers.rows(), rowOrder),
                inOrder(multipliers.columns(), columnOrder),
                ties);
    }

    /**
     * Checks a table, with plain big-number arithmetic and nothing of the solver: that its rows and columns add up, and
     * that every cell is its weight times the multipliers, rounded.
     *
     * @param cells the whole numbers, row by row
     * @param rowMultipliers a positive multiplier for each row; for {@link Method#HUNTINGTON_HILL} the square of it
     * @param columnMultipliers a positive multiplier for each column; likewise
     * @return whether all is right; a product on a signpost may go either way
     */
    public boolean verify(List<List<Long>> cells, List<Ratio> rowMultipliers, List<Ratio> columnMultipliers) {
        if (cells.size() != rows.size()
                || rowMultipliers.size() != rows.size()
                || columnMultipliers.size() != columns.size()) {
            return false;
        }
        long[] sums = new long[columns.size()];
        for (int i = 0; i < rows.size(); i++) {
            long sum = 0;
            if (cells.get(i).size() != columns.size()) {
                return false;
            }
            for (int j = 0; j < columns.size(); j++) {
                long cell = cells.get(i).get(j);
                if (cell < 0
                        || cell > ApportionmentProblem.MAX_TOTAL
                        || !isRounded(weights.get(i).get(j), rowMultipliers.get(i), columnMultipliers.get(j), cell)) {
                    return false;
                }
                sum += cell;
                sums[j] += cell;
            }
            if (sum != rows.get(i).total()) {
                return false;
            }
        }
        return Arrays.equals(sums, columns.stream().mapToLong(Margin::total).toArray());
    }

    private boolean isRounded(long weight, Ratio row, Ratio column, long cell) {
        if (row.numerator().signum() <= 0
                || column.numerator().signum() <= 0
                || row.isInfinite()
                || column.isInfinite()) {
            return false;
        }
        if (weight == 0) {
            return cell == 0;
        }
        BigInteger own = BigInteger.valueOf(weight).pow(Signposts.power(method));
        BigInteger over = own.multiply(row.numerator()).multiply(column.numerator());
        BigInteger under = row.denominator().multiply(column.denominator());
        Ratio below = cell == 0 ? null : Signposts.of(method, cell);
        Ratio above = Signposts.of(method, cell + 1);
        return (below == null || Ratio.compare(over, under, below) >= 0) && Ratio.compare(over, under, above) <= 0;
    }

    private static int[] order(List<Margin> margins) {
        Integer[] order = new Integer[margins.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(i -> margins.get(i).code()));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private static List<Ratio> inOrder(Ratio[] sorted, int[] order) {
        Ratio[] given = new Ratio[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            given[order[rank]] = sorted[rank];
        }
        return List.of(given);
    }

    private static List<List<Long>> inOrder(Matrix matrix, int[] rowOrder, int[] columnOrder) {
        Long[][] given = new Long[rowOrder.length][columnOrder.length];
        for (int i = 0; i < rowOrder.length; i++) {
            for (int j = 0; j < columnOrder.length; j++) {
                given[rowOrder[i]][columnOrder[j]] = matrix.cells[i * matrix.columns + j];
            }
        }
        return Arrays.stream(given).map(List::of).toList();
    }

    /** Returns the method and the numbers of rows and columns. */
    @Override
    public String toString() {
        return rows.size() + " rows, " + columns.size() + " columns by " + method;
    }
}
