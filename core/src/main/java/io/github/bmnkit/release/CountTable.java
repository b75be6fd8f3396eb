package io.github.bmnkit.release;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table of counts with its margins: rows that may form a tree, such as the areas of a province, by categories. Only the
 * rows without children are given; every row above them, and the total of every row, is their sum.
 */
public final class CountTable {
    /** The name of the column that sums up a row, and of the row that sums up the table. */
    public static final String TOTAL = "_total";

    private final List<String> columns;
    private final List<String> rows;
    private final Map<String, Integer> rowsById;
    private final Map<String, Integer> columnsById;
    private final int[] parents;
    private final boolean[] leaves;
    private final long[] counts;

    private CountTable(Builder builder) {
        columns = List.copyOf(builder.columns);
        rows = List.copyOf(builder.rows);
        rowsById = Map.copyOf(builder.byId);
        Map<String, Integer> byId = new HashMap<>();
        columns.forEach(column -> byId.put(column, byId.size()));
        byId.put(TOTAL, columns.size());
        columnsById = Map.copyOf(byId);
        parents = builder.parents.stream().mapToInt(Integer::intValue).toArray();
        leaves = new boolean[rows.size()];
        int width = columns.size() + 1;
        counts = new long[rows.size() * width];
        for (int row = rows.size() - 1; row >= 0; row--) {
            List<Long> given = builder.counts.get(row);
            leaves[row] = given != null;
            for (int column = 0; given != null && column < columns.size(); column++) {
                counts[row * width + column] = given.get(column);
                counts[row * width + width - 1] = Math.addExact(counts[row * width + width - 1], given.get(column));
            }
            // A parent stands before its children, so a row is complete when its turn comes.
            for (int column = 0; row > 0 && column < width; column++) {
                int above = parents[row] * width + column;
                counts[above] = Math.addExact(counts[above], counts[row * width + column]);
            }
        }
    }

    /**
     * Starts a table. Its first row sums up the table and is called {@value #TOTAL}.
     *
     * @param columns the ids of the categories, which are whole: everything counted is in exactly one of them
     * @return a builder
     * @throws IllegalArgumentException if there is no category, or one is blank or stands twice
     */
    public static Builder builder(List<String> columns) {
        return new Builder(columns);
    }

    /** Puts a table together. It belongs to one thread at a time. */
    public static final class Builder {
        private final List<String> columns;
        private final List<String> rows = new ArrayList<>();
        private final Map<String, Integer> byId = new HashMap<>();
        private final List<Integer> parents = new ArrayList<>();
        private final List<@Nullable List<Long>> counts = new ArrayList<>();

        private Builder(List<String> columns) {
            this.columns = List.copyOf(columns);
            for (String column : this.columns) {
                if (column.isBlank() || column.equals(TOTAL)) {
                    throw new IllegalArgumentException("not the id of a category: " + column);
                }
            }
            if (columns.isEmpty() || columns.stream().distinct().count() < columns.size()) {
                throw new IllegalArgumentException("no categories, or one of them twice: " + columns);
            }
            add(TOTAL, -1, null);
        }

        /**
         * Adds a row that sums up other rows.
         *
         * @param id its id, unique within the table
         * @param parent the row above it, added before: {@value CountTable#TOTAL} or a row of this kind
         * @return this builder
         * @throws IllegalArgumentException if the id is taken or there is no such row to sum up
         */
        public Builder group(String id, String parent) {
            add(id, above(parent), null);
            return this;
        }

        /**
         * Adds a row of counts.
         *
         * @param id its id, unique within the table
         * @param parent the row above it, added before: {@value CountTable#TOTAL} or one that sums up
         * @param newCounts one count for each category, not negative
         * @return this builder
         * @throws IllegalArgumentException if the id is taken, there is no such row to sum up, or the counts are wrong
         */
        public Builder row(String id, String parent, List<Long> newCounts) {
            if (newCounts.size() != columns.size() || newCounts.stream().anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException("not " + columns.size() + " counts of 0 or more: " + newCounts);
            }
            add(id, above(parent), List.copyOf(newCounts));
            return this;
        }

        private int above(String parent) {
            Integer above = byId.get(requireNonNull(parent, "parent"));
            if (above == null || counts.get(above) != null) {
                throw new IllegalArgumentException("no row that sums up: " + parent);
            }
            return above;
        }

        private void add(String id, int parent, @Nullable List<Long> newCounts) {
            if (id.isBlank() || byId.putIfAbsent(id, rows.size()) != null) {
                throw new IllegalArgumentException("the id of a row is blank or taken: " + id);
            }
            rows.add(id);
            parents.add(parent);
            counts.add(newCounts);
        }

        /**
         * Builds the table.
         *
         * @return the table
         * @throws IllegalArgumentException if a row sums up nothing
         * @throws ArithmeticException if a sum exceeds the range of {@code long}
         */
        public CountTable build() {
            for (int row = 0; row < rows.size(); row++) {
                if (counts.get(row) == null && !parents.contains(row)) {
                    throw new IllegalArgumentException("a row without rows to sum up: " + rows.get(row));
                }
            }
            return new CountTable(this);
        }
    }

    /**
     * Returns the ids of the categories.
     *
     * @return the ids, in the order given
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * Returns the ids of the rows.
     *
     * @return the ids, {@value #TOTAL} first, a row before those that it sums up
     */
    public List<String> rows() {
        return rows;
    }

    /**
     * Returns the row above a row.
     *
     * @param row the id of a row
     * @return the row that sums it up; empty for {@value #TOTAL}
     * @throws IllegalArgumentException if there is no such row
     */
    public Optional<String> parent(String row) {
        int parent = parents[row(row)];
        return parent < 0 ? Optional.empty() : Optional.of(rows.get(parent));
    }

    /**
     * Returns a count.
     *
     * @param row the id of a row
     * @param column the id of a category, or {@value #TOTAL}
     * @return the count, from 0
     * @throws IllegalArgumentException if there is no such cell
     */
    public long count(String row, String column) {
        return counts[cell(row, column)];
    }

    int cell(String row, String column) {
        Integer at = columnsById.get(column);
        if (at == null) {
            throw new IllegalArgumentException("no category " + column);
        }
        return row(row) * width() + at;
    }

    private int row(String id) {
        Integer row = rowsById.get(id);
        if (row == null) {
            throw new IllegalArgumentException("no row " + id);
        }
        return row;
    }

    /** How many cells a row has, its total included. */
    int width() {
        return columns.size() + 1;
    }

    /** How many cells there are, margins included; the cells of a row stand together, its total last. */
    int cells() {
        return counts.length;
    }

    long count(int cell) {
        return counts[cell];
    }

    int parent(int row) {
        return parents[row];
    }

    boolean isLeaf(int row) {
        return leaves[row];
    }

    /** Whether a cell sums up others. */
    boolean isMargin(int cell) {
        return !leaves[cell / width()] || cell % width() == columns.size();
    }

    /** Shows sizes only: small counts may betray somebody. */
    @Override
    public String toString() {
        return "CountTable[rows=" + rows.size() + ", columns=" + columns.size() + "]";
    }
}
