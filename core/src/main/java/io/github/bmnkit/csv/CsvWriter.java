package io.github.bmnkit.csv;

import java.util.List;

/** Writes a table in CSV (RFC 4180): fields quoted where they must be, lines ended by CRLF. */
public final class CsvWriter {
    private final StringBuilder out = new StringBuilder();

    /** Starts a table with its header. */
    public CsvWriter(List<String> header) {
        row(header);
    }

    /** Adds a row. */
    public CsvWriter row(List<String> fields) {
        append(out, fields);
        return this;
    }

    /** Adds a row to a text, for tables too long to be held as a whole. */
    public static void append(StringBuilder out, List<String> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            String field = fields.get(i);
            if (mustBeQuoted(field)) {
                out.append('"').append(field.replace("\"", "\"\"")).append('"');
            } else {
                out.append(field);
            }
        }
        out.append("\r\n");
    }

    private static boolean mustBeQuoted(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return !field.equals(field.strip());
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
