package io.github.bmnkit.xform;

import io.github.bmnkit.csv.CsvReader;
import io.github.bmnkit.csv.CsvRow;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Text;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A sheet that was read. */
final class XlsFormTable {
    private final String sheet;
    private final Set<String> columns = new LinkedHashSet<>();
    private final List<CsvRow> rows = new ArrayList<>();
    private final List<Finding> findings;

    private XlsFormTable(String sheet, List<Finding> findings) {
        this.sheet = sheet;
        this.findings = findings;
    }

    static XlsFormTable read(
            String sheet,
            InputStream csv,
            List<String> required,
            Function<String, @Nullable String> naming,
            List<Finding> findings) {
        XlsFormTable table = new XlsFormTable(sheet, findings);
        List<Finding> found = new ArrayList<>();
        Function<String, @Nullable String> noting = heading -> {
            String name = naming.apply(heading);
            if (name == null || name.isEmpty()) {
                return name;
            }
            // What is not taken over may stand there in several languages: to say so once is enough.
            return table.columns.add(name) || !XlsFormColumns.NOT_CARRIED.contains(name) ? name : "";
        };
        CsvReader.read(csv, required, noting, found, table.rows::add);
        for (Finding finding : found) {
            if (finding.code() != DocumentFinding.EMPTY || sheet.equals("survey")) {
                findings.add(finding.at(finding.place().withDocument(sheet)));
            }
        }
        for (String column : table.columns) {
            if (column.contains("@?")) {
                table.at(1, column.replace("@?", "::"), Finding.of(XlsFormFinding.OTHER_LANGUAGE));
            }
        }
        return table;
    }

    /** The place of a cell; a line of 0 is that of no row. */
    static Place cell(String sheet, String column, int line) {
        Place place = Place.nowhere().withDocument(column.isEmpty() ? sheet : sheet + ":" + column);
        return line == 0 ? place : place.withLine(line, 0);
    }

    List<CsvRow> rows() {
        return rows;
    }

    Set<String> columns() {
        return columns;
    }

    /** Adds a finding about a cell. */
    void at(int line, String column, Finding finding) {
        findings.add(finding.with("column", column).at(cell(sheet, column, line)));
    }

    static boolean isBlank(CsvRow row, Set<String> columns) {
        return columns.stream().map(row::field).allMatch(String::isEmpty);
    }

    /** The field, or null if it is blank. */
    static @Nullable String field(CsvRow row, String column) {
        String field = row.field(column);
        return field.isEmpty() ? null : field;
    }

    /** The text of a row in both languages, or null if it is there in none. */
    @Nullable
    Text text(CsvRow row, String column) {
        String th = row.field(column + "@th");
        String en = row.field(column + "@en");
        String any = row.field(column + "@");
        if (!any.isEmpty()) {
            boolean thai = any.codePoints().anyMatch(XlsFormTable::isThai);
            if (th.isEmpty() && (thai || !en.isEmpty())) {
                th = any;
            } else if (en.isEmpty()) {
                en = any;
            }
        }
        if (th.isEmpty() && en.isEmpty()) {
            return null;
        }
        if (th.isEmpty() || en.isEmpty()) {
            Text language = th.isEmpty() ? Text.of("ไทย", "Thai") : Text.of("อังกฤษ", "English");
            at(
                    row.line(),
                    column,
                    Finding.of(XlsFormFinding.MISSING_TRANSLATION).with("language", language));
        }
        return Text.of(th.isEmpty() ? en : th, en.isEmpty() ? th : en);
    }

    private static boolean isThai(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.THAI;
    }

    boolean flag(CsvRow row, String column) {
        String text = row.field(column).toLowerCase(Locale.ROOT);
        if (!Set.of("", "yes", "no", "true", "false", "true()", "false()").contains(text)) {
            at(row.line(), column, Finding.of(XlsFormFinding.BAD_CELL).with("found", shown(text)));
        }
        return text.startsWith("yes") || text.startsWith("true");
    }

    @Nullable
    Integer number(CsvRow row, String column, Predicate<Integer> allowed) {
        String text = row.field(column);
        if (text.isEmpty()) {
            return null;
        }
        boolean whole = text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        Integer number = whole ? Integer.valueOf(text) : null;
        if (number == null || !allowed.test(number)) {
            at(row.line(), column, Finding.of(XlsFormFinding.BAD_CELL).with("found", shown(text)));
            return null;
        }
        return number;
    }

    <E extends Enum<E>> @Nullable E constant(CsvRow row, String column, Class<E> type) {
        String text = row.field(column);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        if (!text.isEmpty()) {
            at(row.line(), column, Finding.of(XlsFormFinding.BAD_CELL).with("found", shown(text)));
        }
        return null;
    }

    /** A message does not repeat a cell of any length. */
    static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
