package io.github.bmnkit.xform;

import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.finding.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table in the making; columns in which nothing stands are left out. */
final class XlsFormSheet {
    private final List<String> order;
    private final Set<String> used = new LinkedHashSet<>();
    private final List<Map<String, String>> rows = new ArrayList<>();
    private Map<String, String> row = new LinkedHashMap<>();
    private int line = 1;
    private int nextLine = 1;

    /** Starts a table whose columns stand in this order, and those not named behind, as they come. */
    XlsFormSheet(List<String> order, int always) {
        this.order = order;
        used.addAll(order.subList(0, always));
    }

    XlsFormSheet row() {
        row = new LinkedHashMap<>();
        rows.add(row);
        line = ++nextLine;
        return this;
    }

    /** The line of the row in the file. */
    int line() {
        return line;
    }

    XlsFormSheet set(String column, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            row.put(column, value);
            used.add(column);
            // A quoted line break within a cell is a line of the file.
            nextLine += (int) value.chars().filter(c -> c == '\n').count();
        }
        return this;
    }

    XlsFormSheet set(String column, @Nullable Text text) {
        if (text != null) {
            set(column + XlsFormColumns.THAI, text.th());
            set(column + XlsFormColumns.ENGLISH, text.en());
        }
        return this;
    }

    XlsFormSheet flag(String column, boolean value) {
        return set(column, value ? "yes" : null);
    }

    XlsFormSheet number(String column, @Nullable Integer value) {
        return set(column, value == null ? null : value.toString());
    }

    /** Writes the table in CSV. */
    @Override
    public String toString() {
        List<String> columns = new ArrayList<>(order);
        columns.retainAll(used);
        used.stream().filter(column -> !order.contains(column)).forEach(columns::add);
        CsvWriter csv = new CsvWriter(columns);
        for (Map<String, String> each : rows) {
            csv.row(columns.stream()
                    .map(column -> each.getOrDefault(column, ""))
                    .toList());
        }
        return csv.toString();
    }
}
