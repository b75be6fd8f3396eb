package io.github.bmnkit.apportionment;

import java.util.List;

/**
 * Rows and columns of a two-way table between which whole shares could be exchanged, in a cycle, with exactly the same
 * right. The order of the codes decided.
 *
 * @param rows the codes of the rows, sorted
 * @param columns the codes of the columns, sorted
 */
public record TableTie(List<String> rows, List<String> columns) {
    /**
     * Copies the lists.
     *
     * @param rows the codes of the rows, sorted
     * @param columns the codes of the columns, sorted
     */
    public TableTie {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }
}
