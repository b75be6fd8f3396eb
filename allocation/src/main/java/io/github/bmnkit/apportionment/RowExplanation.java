package io.github.bmnkit.apportionment;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.ResourceBundle;

/**
 * Why a row of a rounded table is what it is: everything that it takes to compute the row again, by hand or by
 * {@link #recompute()}.
 *
 * @param row the code of the row
 * @param columns the codes of the columns
 * @param exact the fractions of the row, in the order of the columns
 * @param rounded what they were rounded to
 * @param reasons why, for each column
 * @param prices the prices that hold for all rows: see {@link RoundedTable#prices()}
 */
public record RowExplanation(
        String row,
        List<String> columns,
        List<Ratio> exact,
        List<Long> rounded,
        List<RowExplanation.Reason> reasons,
        List<Ratio> prices) {
    private static final int DIGITS = 4;

    /**
     * Copies the lists.
     *
     * @param row the code of the row
     * @param columns the codes of the columns
     * @param exact the fractions of the row, in the order of the columns
     * @param rounded what they were rounded to
     * @param reasons why, for each column
     * @param prices the prices that hold for all rows
     * @throws IllegalArgumentException if the lists are not equally long; one more price may be there
     */
    public RowExplanation {
        requireNonNull(row, "row");
        columns = List.copyOf(columns);
        exact = List.copyOf(exact);
        rounded = List.copyOf(rounded);
        reasons = List.copyOf(reasons);
        prices = List.copyOf(prices);
        int width = columns.size();
        if (exact.size() != width
                || rounded.size() != width
                || reasons.size() != width
                || prices.size() < width
                || prices.size() > width + 1) {
            throw new IllegalArgumentException("the lists are not equally long");
        }
    }

    /**
     * Computes the row again, from nothing but the fractions, the prices and who won a tie.
     *
     * @return the whole numbers, in the order of the columns
     */
    public List<Long> recompute() {
        List<Long> floors = new ArrayList<>();
        List<Ratio> parts = new ArrayList<>();
        Ratio sum = new Ratio(BigInteger.ZERO, BigInteger.ONE);
        for (Ratio cell : exact) {
            floors.add(cell.floor());
            parts.add(cell.minus(cell.floor()));
            sum = sum.plus(cell);
        }
        if (prices.size() > exact.size()) {
            parts.add(new Ratio(sum.numerator().negate().mod(sum.denominator()), sum.denominator()));
        }
        Option best = null;
        // Few enough: at most two options survive each column, one for each of the two whole numbers beside the sum.
        List<Option> options = List.of(Option.START);
        for (int k = 0; k < parts.size(); k++) {
            options = Option.next(options, parts.get(k), prices.get(k), k < reasons.size() ? reasons.get(k) : null);
        }
        for (Option option : options) {
            best = best == null || option.compareTo(best) < 0 ? option : best;
        }
        List<Long> again = new ArrayList<>();
        for (int k = 0; k < floors.size(); k++) {
            again.add(floors.get(k) + (requireNonNull(best).ups().get(k) ? 1 : 0));
        }
        return again;
    }

    /**
     * Says in words why one number is what it is.
     *
     * @param column the code of the column
     * @param locale Thai, or else English
     * @return one sentence
     * @throws NoSuchElementException if there is no such column
     */
    public String text(String column, Locale locale) {
        int k = columns.indexOf(column);
        if (k < 0) {
            throw new NoSuchElementException("no column has the code " + column);
        }
        return Finding.of(reasons.get(k))
                .with("row", row)
                .with("column", column)
                .with("exact", exact.get(k).decimal(DIGITS))
                .with("price", prices.get(k).decimal(DIGITS))
                .with("rounded", rounded.get(k))
                .message(locale);
    }

    /** Why a cell is what it is. */
    public enum Reason implements FindingCode {
        /** The cell is a whole number already. */
        WHOLE("rounding.whole"),
        /** The cell is rounded up: at the prices of the columns the row is best rounded so. */
        ROUNDED_UP("rounding.rounded-up"),
        /** The cell is rounded down: at the prices of the columns the row is best rounded so. */
        ROUNDED_DOWN("rounding.rounded-down"),
        /** The cell is rounded up, and won that in a tie. */
        WON_TIE("rounding.won-tie"),
        /** The cell is rounded down, as it lost a tie. */
        LOST_TIE("rounding.lost-tie");

        private static final TextBundle TEXTS = TextBundle.load(
                locale -> ResourceBundle.getBundle("io.github.bmnkit.apportionment.RowExplanation", locale));

        private final String id;

        Reason(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Severity severity() {
            return Severity.INFO;
        }

        @Override
        public Text text() {
            return TEXTS.text(id);
        }
    }
}
