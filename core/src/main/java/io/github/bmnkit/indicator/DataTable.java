package io.github.bmnkit.indicator;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.finding.Text;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table that is written as CSV and JSON; each column says once what it is called, what it means and what stands in it. */
record DataTable<R>(String name, List<Column<R>> columns, Supplier<Stream<R>> rows) {
    /** What stands in a column. */
    enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        TRUTH
    }

    /** A column; null is written as an empty field, and left out of JSON. */
    record Column<R>(String name, Type type, Text meaning, Function<R, @Nullable Object> value) {}

    void write(Appendable out) throws IOException {
        StringBuilder line = new StringBuilder();
        CsvWriter.append(line, columns.stream().map(Column::name).toList());
        out.append(line);
        for (R row : (Iterable<R>) rows.get()::iterator) {
            line.setLength(0);
            CsvWriter.append(
                    line,
                    columns.stream()
                            .map(column -> text(column.value().apply(row)))
                            .toList());
            out.append(line);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (R row : (Iterable<R>) rows.get()::iterator) {
            json.writeStartObject();
            for (Column<R> column : columns) {
                Object value = column.value().apply(row);
                if (value != null) {
                    json.writeFieldName(column.name());
                    if (column.type() == Type.TEXT) {
                        json.writeString(value.toString());
                    } else {
                        json.writeRawValue(value.toString());
                    }
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
