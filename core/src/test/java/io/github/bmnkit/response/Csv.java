package io.github.bmnkit.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads CSV as plainly as can be, to look at what was written. */
final class Csv {
    private Csv() {}

    /** The rows, each by the names of the columns. */
    static List<Map<String, String>> rows(String csv) {
        List<List<String>> lines = cells(csv);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            if (line.size() != lines.get(0).size()) {
                throw new AssertionError("a row of " + line.size() + " cells under " + lines.get(0));
            }
            for (int i = 0; i < line.size(); i++) {
                if (row.put(lines.get(0).get(i), line.get(i)) != null) {
                    throw new AssertionError("two columns " + lines.get(0).get(i));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    static List<List<String>> cells(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
