package io.github.bmnkit.csv;

import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: some columns of text, then columns of figures, set to the right. */
public final class TextTable {
    private final int textColumns;
    private final List<List<String>> rows = new ArrayList<>();

    /** Starts a table whose first columns are text. */
    public TextTable(int textColumns) {
        this.textColumns = textColumns;
    }

    /** Adds a row, with as many cells as the others have. */
    public void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    /** How many columns of a terminal a text takes: Thai vowels and tone marks above and below a letter take none. */
    private static int width(String text) {
        return (int) text.codePoints()
                .filter(each -> Character.getType(each) != Character.NON_SPACING_MARK)
                .count();
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.isEmpty() ? 0 : rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String blanks = " ".repeat(widths[i] - width(row.get(i)));
                line.append(i == 0 ? "" : "  ");
                line.append(i < textColumns ? row.get(i) + blanks : blanks + row.get(i));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }
}
