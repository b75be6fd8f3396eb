package io.github.bmnkit.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a partner sees, and what somebody counts in it with plain maps. */
final class Naive {
    private Naive() {}

    interface Writer {
        void write(Appendable out) throws IOException;
    }

    /** The cells of a table without quotes. */
    static List<Map<String, String>> table(Writer writer) {
        String[] lines = text(writer).split("\r\n");
        String[] header = lines[0].split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int c = 0; c < header.length; c++) {
                row.put(header[c], cells[c]);
            }
            rows.add(row);
        }
        return rows;
    }

    static String text(Writer writer) {
        StringBuilder out = new StringBuilder();
        try {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static List<String> key(Map<String, String> row, List<String> columns) {
        return columns.stream().map(column -> row.getOrDefault(column, "?")).toList();
    }

    /** For each combination the households that have it, as the owner of every row says. */
    static Map<Object, Set<String>> classes(List<? extends Object> keys, List<String> owners) {
        Map<Object, Set<String>> classes = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            classes.computeIfAbsent(keys.get(i), any -> new HashSet<>()).add(owners.get(i));
        }
        return classes;
    }
}
