package io.github.bmnkit.release;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.csv.Cell;
import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.json.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A table of counts in which the small ones are suppressed, and others with them, so that no sum of the table betrays a
 * small one: secondary suppression. Which others are suppressed is found cell by cell, by the cheapest closed path in the
 * network of the table (a cell costs its count, a margin more than any cell), which is good and not the best possible.
 * Whether all cells are protected is a question of its own and answered exactly, for a table with all its margins and all
 * levels of its rows at once.
 *
 * <p>Protected means: for somebody who knows every published cell, that counts are whole and not negative, and that sums
 * are right, a small count can have values that are at least as far apart as the rule asks, and no other suppressed cell is
 * known exactly. Small and other suppressed cells are written alike. What somebody knows beside the table, such as which
 * cells can only be 0, is not in it.
 */
public final class ProtectedTable {
    /** What stands in the place of a suppressed count. */
    public static final String SUPPRESSED = "*";

    private final CountTable table;
    private final ThresholdRule rule;
    private final CellNetwork network;
    private final BitSet small;
    private final BitSet suppressed;

    private ProtectedTable(CountTable table, ThresholdRule rule) {
        this.table = requireNonNull(table, "table");
        this.rule = requireNonNull(rule, "rule");
        network = new CellNetwork(table);
        small = new BitSet(table.cells());
        IntStream.range(0, table.cells())
                .filter(cell -> rule.isSmall(table.count(cell)))
                .forEach(small::set);
        suppressed = (BitSet) small.clone();
    }

    /**
     * The values that a cell may have for somebody who knows what is published.
     *
     * @param minInclusive the smallest
     * @param maxInclusive the greatest; empty if there is none
     */
    public record Interval(long minInclusive, OptionalLong maxInclusive) {
        /**
         * Checks the order.
         *
         * @param minInclusive the smallest
         * @param maxInclusive the greatest; empty if there is none
         * @throws IllegalArgumentException if they are out of order
         */
        public Interval {
            if (minInclusive < 0 || maxInclusive.orElse(minInclusive) < minInclusive) {
                throw new IllegalArgumentException("from " + minInclusive + " to " + maxInclusive);
            }
        }

        /**
         * Tells whether the value is known.
         *
         * @return true if only one is possible
         */
        public boolean isPoint() {
            return maxInclusive.isPresent() && maxInclusive.getAsLong() == minInclusive;
        }
    }

    /**
     * Suppresses what is small, and whatever protects it.
     *
     * @param table the counts
     * @param rule what is small
     * @return the protected table
     */
    public static ProtectedTable of(CountTable table, ThresholdRule rule) {
        ProtectedTable result = new ProtectedTable(table, rule);
        result.protect();
        if (!result.isProtected()) {
            throw new IllegalStateException("a cell is left unprotected in " + result);
        }
        return result;
    }

    /** Suppresses what is small and nothing else: what a table must not be published as. */
    static ProtectedTable smallOnly(CountTable table, ThresholdRule rule) {
        return new ProtectedTable(table, rule);
    }

    private void protect() {
        List<Integer> order = small.stream()
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(table::count)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        long[] up = new long[table.cells()];
        long[] down = new long[table.cells()];
        for (int cell : order) {
            while (widen(cell, up, down)) {
                // Each turn suppresses at least one cell more, and with all suppressed every cell can grow.
            }
        }
    }

    /** Suppresses what lets a cell differ more from its count; false if it can differ enough. */
    private boolean widen(int cell, long[] up, long[] down) {
        long growth = network.slack(cell, true, suppressed, rule.width(), up);
        long fall = network.slack(cell, false, suppressed, rule.width() - growth, down);
        long lacking = rule.width() - growth - fall;
        if (lacking <= 0) {
            return false;
        }
        for (long least = lacking; ; least = 1) {
            BitSet pathUp = new BitSet(table.cells());
            BitSet pathDown = new BitSet(table.cells());
            long costUp = network.cheapest(cell, true, suppressed, least, up, pathUp);
            long costDown = fall + least > table.count(cell)
                    ? CellNetwork.UNBOUNDED
                    : network.cheapest(cell, false, suppressed, least, down, pathDown);
            if (Math.min(costUp, costDown) < CellNetwork.UNBOUNDED) {
                suppressed.or(costUp <= costDown ? pathUp : pathDown);
                return true;
            }
        }
    }

    /**
     * Tells whether every suppressed cell is protected, by computing exactly what each may be.
     *
     * @return true if nobody can tell a suppressed count, or a small one more closely than the rule allows
     */
    boolean isProtected() {
        long[] changes = new long[table.cells()];
        return suppressed.stream().allMatch(cell -> {
            long width = small.get(cell) ? rule.width() : 1;
            long growth = network.slack(cell, true, suppressed, width, changes);
            return growth >= width || growth + network.slack(cell, false, suppressed, width - growth, changes) >= width;
        });
    }

    /**
     * Returns the table that is protected, as it was.
     *
     * @return the counts, which are not to be published
     */
    public CountTable table() {
        return table;
    }

    /**
     * Returns the rule.
     *
     * @return what is small
     */
    public ThresholdRule rule() {
        return rule;
    }

    /**
     * Returns a count as it may be published.
     *
     * @param row the id of a row
     * @param column the id of a category, or {@value CountTable#TOTAL}
     * @return the count; empty if it is suppressed
     * @throws IllegalArgumentException if there is no such cell
     */
    public OptionalLong count(String row, String column) {
        int cell = table.cell(row, column);
        return suppressed.get(cell) ? OptionalLong.empty() : OptionalLong.of(table.count(cell));
    }

    /**
     * Returns what somebody who knows all that is published can tell about a cell.
     *
     * @param row the id of a row
     * @param column the id of a category, or {@value CountTable#TOTAL}
     * @return the values that are possible, exactly
     * @throws IllegalArgumentException if there is no such cell
     */
    public Interval possible(String row, String column) {
        int cell = table.cell(row, column);
        long count = table.count(cell);
        if (!suppressed.get(cell)) {
            return new Interval(count, OptionalLong.of(count));
        }
        long[] changes = new long[table.cells()];
        long fall = network.slack(cell, false, suppressed, CellNetwork.UNBOUNDED, changes);
        long growth = network.slack(cell, true, suppressed, CellNetwork.UNBOUNDED, changes);
        return new Interval(
                count - fall, growth >= CellNetwork.UNBOUNDED ? OptionalLong.empty() : OptionalLong.of(count + growth));
    }

    /**
     * Counts the cells that are suppressed because their counts are small.
     *
     * @return the number of cells, margins included
     */
    public int small() {
        return small.cardinality();
    }

    /**
     * Counts the cells that are suppressed to protect others.
     *
     * @return the number of cells, margins included
     */
    public int secondary() {
        return suppressed.cardinality() - small.cardinality();
    }

    /**
     * Writes the table as CSV (UTF-8, RFC 4180): a row for each row of the table, {@value #SUPPRESSED} for what is
     * suppressed.
     *
     * @return the text
     */
    public String toCsv() {
        List<String> header = new ArrayList<>(List.of("row", "above"));
        table.columns().forEach(column -> header.add(Cell.text(column)));
        header.add(CountTable.TOTAL);
        CsvWriter csv = new CsvWriter(header);
        for (String row : table.rows()) {
            List<String> cells = new ArrayList<>(
                    List.of(Cell.text(row), Cell.text(table.parent(row).orElse(""))));
            cells.addAll(written(row));
            csv.row(cells);
        }
        return csv.toString();
    }

    private List<String> written(String row) {
        List<String> cells = new ArrayList<>();
        for (String column : table.columns()) {
            cells.add(written(row, column));
        }
        cells.add(written(row, CountTable.TOTAL));
        return cells;
    }

    private String written(String row, String column) {
        OptionalLong count = count(row, column);
        return count.isPresent() ? Long.toString(count.getAsLong()) : SUPPRESSED;
    }

    /**
     * Writes the table as JSON, with the rule by which it is protected; a suppressed count is null.
     *
     * @return the text
     */
    public String toJson() {
        return JsonWriter.write(this, (all, json) -> {
            json.object("rule", rule, (each, inner) -> {
                inner.number("minimum", BigDecimal.valueOf(each.minimum()));
                inner.flag("zeros", each.zeros());
                inner.number("width", BigDecimal.valueOf(each.width()));
            });
            json.strings("columns", table.columns());
            json.list("rows", table.rows(), (row, inner) -> {
                inner.string("row", row);
                inner.string("above", table.parent(row).orElse(null));
                inner.object("counts", row, this::counts);
            });
        });
    }

    private void counts(String row, JsonWriter json) throws IOException {
        for (String column : table.columns()) {
            count(row, column, json);
        }
        count(row, CountTable.TOTAL, json);
    }

    private void count(String row, String column, JsonWriter json) throws IOException {
        OptionalLong count = count(row, column);
        if (count.isPresent()) {
            json.number(column, BigDecimal.valueOf(count.getAsLong()));
        } else {
            json.nothing(column);
        }
    }

    /** Shows sizes only. */
    @Override
    public String toString() {
        return "ProtectedTable[" + table + ", small=" + small() + ", secondary=" + secondary() + "]";
    }
}
