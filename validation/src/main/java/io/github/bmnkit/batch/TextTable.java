package io.github.bmnkit.batch;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text: some columns of text, then columns of figures, set to the right. */
final class TextTable {
    private final int textColumns;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(int textColumns) {
        this.textColumns = textColumns;
    }

    void row(List<String> cells) {
        rows.add(cells);
    }

    /** Vowels and tone marks of Thai stand above and below their consonants and take no room. */
    private static int width(String text) {
        return (int) text.codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .count();
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int widest = rows.stream()
                        .mapToInt(each -> width(each.get(column)))
                        .max()
                        .orElse(0);
                String blanks = " ".repeat(widest - width(row.get(i)));
                line.append(i == 0 ? "" : "  ");
                line.append(i < textColumns ? row.get(i) + blanks : blanks + row.get(i));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }
}
