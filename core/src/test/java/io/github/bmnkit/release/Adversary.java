package io.github.bmnkit.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Somebody who knows every published cell and tries every table that agrees with it: of two suppressed values one is
 * possible if the other is not. It knows sums, and nothing of networks.
 */
final class Adversary {
    private final CountTable table;
    private final List<String> leaves = new ArrayList<>();
    private final Map<String, List<String>> beneath = new TreeMap<>();

    Adversary(CountTable table) {
        this.table = table;
        for (String row : table.rows()) {
            if (table.rows().stream().noneMatch(other -> table.parent(other).equals(java.util.Optional.of(row)))) {
                leaves.add(row);
            }
        }
        for (String row : table.rows()) {
            beneath.put(row, leaves.stream().filter(leaf -> isUnder(leaf, row)).toList());
        }
    }

    private boolean isUnder(String leaf, String row) {
        return leaf.equals(row)
                || table.parent(leaf).map(parent -> isUnder(parent, row)).orElse(false);
    }

    /** The least and the greatest value of every cell over all tables in which no inner cell exceeds the bound. */
    Map<String, long[]> possible(ProtectedTable published, long bound) {
        Map<String, long[]> found = new TreeMap<>();
        long[][] inner = new long[leaves.size()][table.columns().size()];
        fill(published, bound, inner, 0, found);
        return found;
    }

    private void fill(ProtectedTable published, long bound, long[][] inner, int at, Map<String, long[]> found) {
        int columns = table.columns().size();
        if (at == leaves.size() * columns) {
            if (agrees(published, inner)) {
                note(inner, found);
            }
            return;
        }
        String leaf = leaves.get(at / columns);
        OptionalLong known = published.count(leaf, table.columns().get(at % columns));
        long from = known.orElse(0);
        long to = known.orElse(bound);
        for (long value = from; value <= to; value++) {
            inner[at / columns][at % columns] = value;
            boolean rowDone = at % columns == columns - 1;
            if (!rowDone || fits(published, leaf, CountTable.TOTAL, inner)) {
                fill(published, bound, inner, at + 1, found);
            }
        }
        inner[at / columns][at % columns] = 0;
    }

    private boolean agrees(ProtectedTable published, long[][] inner) {
        for (String row : table.rows()) {
            for (String column : table.columns()) {
                if (!fits(published, row, column, inner)) {
                    return false;
                }
            }
            if (!fits(published, row, CountTable.TOTAL, inner)) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(ProtectedTable published, String row, String column, long[][] inner) {
        OptionalLong known = published.count(row, column);
        return known.isEmpty() || known.getAsLong() == value(row, column, inner);
    }

    private long value(String row, String column, long[][] inner) {
        long sum = 0;
        for (String leaf : beneath.get(row)) {
            long[] counts = inner[leaves.indexOf(leaf)];
            for (int i = 0; i < counts.length; i++) {
                sum += column.equals(CountTable.TOTAL)
                                || column.equals(table.columns().get(i))
                        ? counts[i]
                        : 0;
            }
        }
        return sum;
    }

    private void note(long[][] inner, Map<String, long[]> found) {
        for (String row : table.rows()) {
            for (int i = 0; i <= table.columns().size(); i++) {
                String column = i < table.columns().size() ? table.columns().get(i) : CountTable.TOTAL;
                long value = value(row, column, inner);
                long[] range = found.computeIfAbsent(row + " " + column, any -> new long[] {value, value});
                range[0] = Math.min(range[0], value);
                range[1] = Math.max(range[1], value);
            }
        }
    }
}
