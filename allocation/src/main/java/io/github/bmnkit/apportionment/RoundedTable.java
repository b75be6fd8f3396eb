package io.github.bmnkit.apportionment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A two-way table of whole numbers, rounded from a table of fractions, with the evidence that none is nearer. */
public final class RoundedTable {
    private final ControlledRounding problem;
    private final RoundingInstance instance;
    private final int[] order;
    private final byte[] ups;
    private final long[] rounded;
    /** Computed when first asked for; computing it twice does no harm. */
    private volatile @Nullable Evidence evidence;

    /** Takes over the arrays: the order of the rows, what is rounded up in that order, and the numbers as given. */
    RoundedTable(ControlledRounding problem, RoundingInstance instance, int[] order, byte[] ups, long[] rounded) {
        this.problem = problem;
        this.instance = instance;
        this.order = order;
        this.ups = ups;
        this.rounded = rounded;
    }

    /**
     * Returns what was asked.
     *
     * @return the table of fractions
     */
    public ControlledRounding problem() {
        return problem;
    }

    /**
     * Returns a row.
     *
     * @param code the code of the row
     * @return its whole numbers, in the order of the columns
     * @throws NoSuchElementException if there is no such row
     */
    public List<Long> row(String code) {
        return row(problem.rowIndex(code));
    }

    private List<Long> row(int row) {
        int width = problem.columns().size();
        return LongStream.range((long) row * width, (long) (row + 1) * width)
                .mapToObj(at -> rounded[(int) at])
                .toList();
    }

    /**
     * Returns a column, without boxing.
     *
     * @param code the code of the column
     * @return its whole numbers, in the order of the rows
     * @throws NoSuchElementException if there is no such column
     */
    public LongStream column(String code) {
        int column = problem.columns().indexOf(code);
        if (column < 0) {
            throw new NoSuchElementException("no column has the code " + code);
        }
        int width = problem.columns().size();
        return IntStream.range(0, order.length).mapToLong(row -> rounded[row * width + column]);
    }

    /**
     * Returns the whole table.
     *
     * @return the whole numbers, row by row
     */
    public List<List<Long>> toList() {
        return IntStream.range(0, order.length).mapToObj(this::row).toList();
    }

    /**
     * Returns the prices of the columns, which prove that no rounding is nearer to the fractions: with them, each row by
     * itself is rounded in the best way, where rounding up a cell with the fractional part f costs 1 - 2f less the price
     * of its column.
     *
     * @return the price of each column, and one more for the sums of the rows if not all of them are whole
     */
    public List<Ratio> prices() {
        return evidence().prices;
    }

    /**
     * Returns the ties that were resolved by the order of the codes: all rows that could be rounded in another way, and
     * the table would be as near.
     *
     * @return the ties; no two have a column in common
     */
    public List<TableTie> ties() {
        return evidence().ties;
    }

    /**
     * Explains how a row was rounded.
     *
     * @param code the code of the row
     * @return the explanation, from which the row can be computed again
     * @throws NoSuchElementException if there is no such row
     */
    public RowExplanation explain(String code) {
        int row = problem.rowIndex(code);
        List<RowExplanation.Reason> reasons = new ArrayList<>();
        int rank = IntStream.range(0, order.length)
                .filter(i -> order[i] == row)
                .findFirst()
                .orElseThrow();
        for (int k = 0; k < problem.columns().size(); k++) {
            boolean up = ups[rank * instance.columns + k] != 0;
            boolean tied = evidence().isTied(rank, k);
            reasons.add(
                    instance.remainders[rank * instance.columns + k] == 0
                            ? RowExplanation.Reason.WHOLE
                            : up
                                    ? tied ? RowExplanation.Reason.WON_TIE : RowExplanation.Reason.ROUNDED_UP
                                    : tied ? RowExplanation.Reason.LOST_TIE : RowExplanation.Reason.ROUNDED_DOWN);
        }
        return new RowExplanation(code, problem.columns(), problem.exact(row), row(row), reasons, prices());
    }

    private Evidence evidence() {
        Evidence known = evidence;
        if (known == null) {
            known = new Evidence();
            evidence = known;
        }
        return known;
    }

    /** Returns the numbers of rows and columns. */
    @Override
    public String toString() {
        return problem.rows().size() + " rows, " + problem.columns().size() + " columns, rounded";
    }

    private final class Evidence {
        private final Exchanges exchanges = Exchanges.at(instance, ups);
        private final long[] scaled = exchanges.prices();
        private final List<Ratio> prices;
        private final List<TableTie> ties;

        Evidence() {
            BigInteger under = BigInteger.valueOf(instance.denominator).multiply(BigInteger.valueOf(scaled.length));
            prices = LongStream.of(scaled)
                    .mapToObj(price -> new Ratio(BigInteger.valueOf(price), under))
                    .toList();
            ties = findTies();
        }

        boolean isTied(int rank, int column) {
            for (int other = 0; other < instance.columns; other++) {
                if (other != column
                        && (exchanges.isTied(rank, column, other, scaled)
                                || exchanges.isTied(rank, other, column, scaled))) {
                    return true;
                }
            }
            return false;
        }

        /** Columns that are tied with one another, directly or by way of others, and the rows that tie them. */
        private List<TableTie> findTies() {
            int[] groups = IntStream.range(0, instance.columns).toArray();
            List<TreeSet<String>> rows = new ArrayList<>();
            IntStream.range(0, instance.columns).forEach(k -> rows.add(new TreeSet<>()));
            for (int rank = 0; rank < instance.rows; rank++) {
                for (int pair = 0; pair < instance.columns * instance.columns; pair++) {
                    int from = pair / instance.columns;
                    int to = pair % instance.columns;
                    if (from == to || !exchanges.isTied(rank, from, to, scaled)) {
                        continue;
                    }
                    int old = groups[to];
                    int merged = groups[from];
                    if (old != merged) {
                        rows.get(merged).addAll(rows.get(old));
                        rows.get(old).clear();
                        IntStream.range(0, groups.length)
                                .filter(k -> groups[k] == old)
                                .forEach(k -> groups[k] = merged);
                    }
                    if (rank < order.length) {
                        rows.get(merged).add(problem.rows().get(order[rank]));
                    }
                }
            }
            return IntStream.range(0, groups.length)
                    .filter(group -> !rows.get(group).isEmpty())
                    .mapToObj(group -> new TableTie(
                            List.copyOf(rows.get(group)),
                            IntStream.range(0, problem.columns().size())
                                    .filter(k -> groups[k] == group)
                                    .mapToObj(problem.columns()::get)
                                    .sorted()
                                    .toList()))
                    .toList();
        }
    }
}
