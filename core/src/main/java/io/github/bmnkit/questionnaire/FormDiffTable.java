package io.github.bmnkit.questionnaire;

import io.github.bmnkit.finding.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a difference in columns. */
final class FormDiffTable {
    private static final int WIDEST = 40;

    private FormDiffTable() {}

    static String shown(@Nullable Text text, Locale locale) {
        return text == null ? "-" : text.in(locale);
    }

    static String write(FormDiff diff, Locale locale) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                Text.of("ผล", "impact").in(locale),
                Text.of("สิ่งที่เปลี่ยน", "change").in(locale),
                Text.of("ที่", "where").in(locale),
                Text.of("เดิม", "before").in(locale),
                Text.of("ใหม่", "after").in(locale)));
        diff.changes().stream()
                .sorted(Comparator.comparing(FormDiff.Change::impact))
                .forEach(change -> {
                    String code = change.code();
                    rows.add(List.of(
                            change.impact().text().in(locale),
                            change.kind().text().in(locale),
                            code == null ? change.name() : change.name() + " " + code,
                            cut(shown(change.before(), locale)),
                            cut(shown(change.after(), locale))));
                });
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .mapToInt(each -> width(each.get(at)))
                        .max()
                        .orElse(0);
                line.append(row.get(column)).append(" ".repeat(width - width(row.get(column)) + 2));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        for (FormDiff.Rename rename : diff.renames()) {
            out.append(rename.from()).append(" -> ").append(rename.to());
            out.append(Text.of("? (เหมือนกัน ", "? (alike to ").in(locale))
                    .append(rename.likeness())
                    .append(" %)\n");
        }
        return out.toString();
    }

    private static String cut(String text) {
        String line = text.replace('\n', ' ').replace('\r', ' ');
        int points = line.codePointCount(0, line.length());
        return points <= WIDEST ? line : line.substring(0, line.offsetByCodePoints(0, WIDEST)) + "...";
    }

    /** Thai vowels and tone marks above and below take no room. */
    private static int width(String text) {
        return (int) text.codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .count();
    }
}
