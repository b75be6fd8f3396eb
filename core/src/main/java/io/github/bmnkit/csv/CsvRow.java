package io.github.bmnkit.csv;

import io.github.bmnkit.finding.Place;
import java.util.List;
import java.util.Map;

/** One row of a table, its fields by the name of their column. */
public final class CsvRow {
    private final int line;
    private final Map<String, Integer> columns;
    private final List<String> fields;

    CsvRow(int line, Map<String, Integer> columns, List<String> fields) {
        this.line = line;
        this.columns = columns;
        this.fields = fields;
    }

    /** A row in which nothing stands, for a table that has none. */
    public static CsvRow blank(int line) {
        return new CsvRow(line, Map.of(), List.of());
    }

    /** The line of the file where the row starts, from 1. */
    public int line() {
        return line;
    }

    public Place place() {
        return Place.line(line);
    }

    /** The field of a column without blanks around it; empty if the file has no such column. */
    public String field(String column) {
        Integer index = columns.get(column);
        return index == null ? "" : fields.get(index);
    }
}
