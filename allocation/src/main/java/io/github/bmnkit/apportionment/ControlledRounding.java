package io.github.bmnkit.apportionment;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A two-way table of exact fractions to be rounded to whole numbers so that everything still adds up: every cell, every
 * row sum and column sum, every running sum along a row, every running sum of the columns and the grand total go to one
 * of the two whole numbers beside them, and stay where they are if they are whole.
 *
 * <pre>{@code
 * RoundedTable table = ControlledRounding.proportional(areas, periods).solve();
 * }</pre>
 *
 * <p>Such a rounding always exists. Of all of them, the solution is nearest to the fractions: the sum of squared
 * distances (as well as that of absolute distances) is least, over all cells and all sums of rows, of columns and of the
 * whole table that are not whole. With two columns it is the largest remainder. The cost is linear in the rows but for a
 * logarithm, and grows with the cube of the columns.
 *
 * <p>Sources: L. H. Cox, <i>A Constructive Procedure for Unbiased Controlled Rounding</i>, 1987, for the name and the
 * properties; M. Bacharach, <i>Matrix Rounding Problems</i>, 1966, for the network.
 */
public final class ControlledRounding {
    private final List<String> rows;
    private final List<String> columns;
    private final Map<String, Integer> indexes;
    private final long[] wholes;
    private final long[] remainders;
    private final long denominator;

    /** Takes over the arrays, row by row; remainders are over the denominator and less than it. */
    private ControlledRounding(
            List<String> rows, List<String> columns, long[] wholes, long[] remainders, long denominator) {
        this.rows = rows;
        this.columns = columns;
        this.wholes = wholes;
        this.remainders = remainders;
        this.denominator = denominator;
        indexes = indexesOf(rows);
        indexesOf(columns);
        if (Math.max(rows.size(), columns.size()) + 2L > Long.MAX_VALUE / 8 / denominator) {
            throw new IllegalArgumentException("too many rows or columns for the denominator " + denominator);
        }
    }

    /**
     * Returns a table of given fractions.
     *
     * @param rows the codes of the rows, all different
     * @param columns the codes of the columns, all different; running sums go in this order
     * @param cells the fractions, row by row, from 0 to {@link ApportionmentProblem#MAX_TOTAL}
     * @return the problem
     * @throws IllegalArgumentException if a code is there twice, the cells do not fit the codes, a cell is out of its
     *     range, or the cells have no common denominator up to {@link ApportionmentProblem#MAX_TOTAL}
     */
    public static ControlledRounding of(List<String> rows, List<String> columns, List<List<Ratio>> cells) {
        List<String> rowCodes = List.copyOf(rows);
        List<String> columnCodes = List.copyOf(columns);
        List<Ratio> all = new ArrayList<>();
        for (List<Ratio> row : cells) {
            if (row.size() != columnCodes.size()) {
                throw new IllegalArgumentException("a row has " + row.size() + " cells, not " + columnCodes.size());
            }
            all.addAll(row);
        }
        if (cells.size() != rowCodes.size()) {
            throw new IllegalArgumentException("there are " + cells.size() + " rows, not " + rowCodes.size());
        }
        BigInteger limit = BigInteger.valueOf(ApportionmentProblem.MAX_TOTAL);
        BigInteger common = BigInteger.ONE;
        for (Ratio cell : all) {
            if (cell.isInfinite()
                    || cell.numerator().signum() < 0
                    || cell.numerator().compareTo(limit.multiply(cell.denominator())) > 0) {
                throw new IllegalArgumentException("a cell is not in 0..10^12: " + cell);
            }
            common = common.divide(common.gcd(cell.denominator())).multiply(cell.denominator());
            if (common.compareTo(limit) > 0) {
                throw new IllegalArgumentException("the cells have no common denominator up to 10^12");
            }
        }
        long[] wholes = new long[all.size()];
        long[] remainders = new long[all.size()];
        for (int i = 0; i < wholes.length; i++) {
            Ratio cell = all.get(i);
            BigInteger[] parts = cell.numerator().divideAndRemainder(cell.denominator());
            wholes[i] = parts[0].longValueExact();
            remainders[i] = parts[1].multiply(common).divide(cell.denominator()).longValueExact();
        }
        return new ControlledRounding(rowCodes, columnCodes, wholes, remainders, common.longValueExact());
    }

    /**
     * Returns a table in which every row is split as the columns are: each cell is its row's total times its column's
     * total over the sum of the columns' totals. Where both margins have the same sum, all sums are whole.
     *
     * @param rows the rows with their totals
     * @param columns the columns with their totals; running sums go in this order
     * @return the problem
     * @throws IllegalArgumentException if a code is there twice, or the columns add up to more than
     *     {@link ApportionmentProblem#MAX_TOTAL}, or to 0 while the rows do not
     */
    public static ControlledRounding proportional(List<Margin> rows, List<Margin> columns) {
        long sum = 0;
        for (Margin column : columns) {
            sum = Math.addExact(sum, column.total());
        }
        if (sum > ApportionmentProblem.MAX_TOTAL) {
            throw new IllegalArgumentException("the columns add up to more than 10^12: " + sum);
        }
        if (sum == 0 && rows.stream().anyMatch(row -> row.total() > 0)) {
            throw new IllegalArgumentException("the columns add up to 0, but the rows do not");
        }
        long whole = Math.max(1, sum);
        int width = columns.size();
        long[] wholes = new long[Math.multiplyExact(rows.size(), width)];
        long[] remainders = new long[wholes.length];
        int at = 0;
        for (Margin row : rows) {
            for (int k = 0; k < width; k++, at++) {
                long part = columns.get(k).total();
                if (Math.multiplyHigh(row.total(), part) == 0 && row.total() * part >= 0) {
                    wholes[at] = row.total() * part / whole;
                    remainders[at] = row.total() * part - wholes[at] * whole;
                } else {
                    BigInteger[] parts = BigInteger.valueOf(row.total())
                            .multiply(BigInteger.valueOf(part))
                            .divideAndRemainder(BigInteger.valueOf(whole));
                    wholes[at] = parts[0].longValueExact();
                    remainders[at] = parts[1].longValueExact();
                }
            }
        }
        return new ControlledRounding(
                rows.stream().map(Margin::code).toList(),
                columns.stream().map(Margin::code).toList(),
                wholes,
                remainders,
                whole);
    }

    private static Map<String, Integer> indexesOf(List<String> codes) {
        Map<String, Integer> indexes = new HashMap<>(codes.size() * 2);
        for (String code : codes) {
            if (indexes.put(requireNonNull(code, "code"), indexes.size()) != null) {
                throw new IllegalArgumentException("two rows or columns have the code " + code);
            }
        }
        return indexes;
    }

    /**
     * Returns the codes of the rows.
     *
     * @return the codes, in the order given
     */
    public List<String> rows() {
        return rows;
    }

    /**
     * Returns the codes of the columns.
     *
     * @return the codes, in the order given
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * Returns an exact row.
     *
     * @param code the code of the row
     * @return its fractions, in the order of the columns
     * @throws NoSuchElementException if there is no such row
     */
    public List<Ratio> row(String code) {
        return exact(rowIndex(code));
    }

    /**
     * Rounds the table.
     *
     * @return the rounded table, with the evidence
     */
    public RoundedTable solve() {
        int[] order = order();
        RoundingInstance instance = RoundingInstance.of(remainders, columns.size(), denominator, order);
        byte[] ups = Exchanges.solve(instance);
        long[] rounded = wholes.clone();
        for (int rank = 0; rank < order.length; rank++) {
            for (int k = 0; k < columns.size(); k++) {
                rounded[order[rank] * columns.size() + k] += ups[rank * instance.columns + k];
            }
        }
        return new RoundedTable(this, instance, order, ups, rounded);
    }

    /**
     * Checks a rounding, with plain big-number arithmetic and nothing of the solver: that every cell and every sum is
     * beside the exact one, and that no exchange within a row, priced at the prices of the columns, comes nearer to the
     * fractions. Prices that pass prove that no other rounding is nearer.
     *
     * @param rounded the whole numbers, row by row
     * @param prices the price of each column, and one more for the sums of the rows if not all of them are whole
     * @return whether both are right
     */
    public boolean verify(List<List<Long>> rounded, List<Ratio> prices) {
        return RoundingCheck.verify(this, rounded, prices);
    }

    /** The rows by their codes. */
    private int[] order() {
        boolean sorted = true;
        for (int i = 1; i < rows.size() && sorted; i++) {
            sorted = rows.get(i - 1).compareTo(rows.get(i)) < 0;
        }
        int[] order = new int[rows.size()];
        Arrays.setAll(order, i -> i);
        if (sorted) {
            return order;
        }
        return rows.stream()
                .sorted(Comparator.naturalOrder())
                .mapToInt(this::rowIndex)
                .toArray();
    }

    int rowIndex(String code) {
        Integer index = indexes.get(code);
        if (index == null) {
            throw new NoSuchElementException("no row has the code " + code);
        }
        return index;
    }

    List<Ratio> exact(int row) {
        List<Ratio> cells = new ArrayList<>(columns.size());
        BigInteger under = BigInteger.valueOf(denominator);
        for (int at = row * columns.size(); at < (row + 1) * columns.size(); at++) {
            BigInteger over = BigInteger.valueOf(wholes[at]).multiply(under).add(BigInteger.valueOf(remainders[at]));
            cells.add(new Ratio(over, under));
        }
        return cells;
    }

    long denominator() {
        return denominator;
    }

    /** Returns the numbers of rows and columns. */
    @Override
    public String toString() {
        return rows.size() + " rows, " + columns.size() + " columns, over " + denominator;
    }
}
