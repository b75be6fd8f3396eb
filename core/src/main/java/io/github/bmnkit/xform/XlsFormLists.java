package io.github.bmnkit.xform;

import io.github.bmnkit.csv.CsvRow;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The code lists of the sheet {@code choices}, and what filters and settings say about them. */
final class XlsFormLists {
    private static final int MIN_YEAR = 2_400;
    private static final int MAX_YEAR = 3_000;
    private static final String OWN_PARENT = "bmn_parent";

    /** The list above another one, and the column that holds its codes. */
    private record Above(String list, String column) {}

    private final XlsFormTable table;
    private final XlsFormSettings settings;
    private final Map<String, List<CsvRow>> rows = new LinkedHashMap<>();
    private final Map<String, Above> above = new TreeMap<>();
    private @Nullable List<CodeList> lists;

    XlsFormLists(XlsFormTable table, XlsFormSettings settings) {
        this.table = table;
        this.settings = settings;
        String declared = settings.field("bmn_lists");
        if (!declared.isEmpty()) {
            for (String id : declared.split("\\s+", -1)) {
                rows.put(id, new ArrayList<>());
            }
        }
        for (CsvRow row : table.rows()) {
            String id = row.field("list_name");
            if (!id.isEmpty()) {
                rows.computeIfAbsent(id, any -> new ArrayList<>()).add(row);
            } else if (!row.field("name").isEmpty()) {
                table.at(row.line(), "list_name", Finding.of(XlsFormFinding.MISSING_CELL));
            }
        }
    }

    /** The question whose answer lies above that to a question; null if the filter says something else. */
    @Nullable
    String within(String filter, @Nullable String list, XlsFormNames names) {
        XlsFormIdioms.Filter read = XlsFormIdioms.filter(filter).orElse(null);
        if (read == null || list == null) {
            return null;
        }
        if (read.column().equals(OWN_PARENT)) {
            return read.question();
        }
        String parent = names.list(read.question());
        String column = XlsFormColumns.choices(read.column());
        if (parent == null || !table.columns().contains(column)) {
            return null;
        }
        Above wanted = new Above(parent, column);
        Above there = above.putIfAbsent(list, wanted);
        return there == null || there.equals(wanted) ? read.question() : null;
    }

    /** All lists; asked for when every filter was read. */
    List<CodeList> lists() {
        List<CodeList> read = lists;
        if (read == null) {
            read = rows.keySet().stream().map(this::list).toList();
            lists = read;
        }
        return read;
    }

    /** The lines of the codes of a list. */
    List<Integer> lines(String list) {
        return rows.getOrDefault(list, List.of()).stream().map(CsvRow::line).toList();
    }

    private CodeList list(String id) {
        String prefix = "bmn_list." + id + ".";
        String parent = settings.field(prefix + "parent");
        Above filtered = above.get(id);
        String column = filtered == null ? OWN_PARENT : filtered.column();
        if (parent.isEmpty() && filtered != null) {
            parent = filtered.list();
        }
        List<CodeList.Attribute> attributes = new ArrayList<>();
        String named = settings.field(prefix + "attributes");
        if (!named.isEmpty()) {
            for (String name : named.split("\\s+", -1)) {
                Text label = settings.text(prefix + "attribute." + name + ".label");
                String values = settings.field(prefix + "attribute." + name + ".list");
                attributes.add(new CodeList.Attribute(
                        name, label == null ? Text.of(name, name) : label, values.isEmpty() ? null : values));
            }
        }
        return new CodeList(
                id,
                settings.text(prefix + "label"),
                settings.flag(prefix + "open"),
                parent.isEmpty() ? null : parent,
                attributes,
                rows.getOrDefault(id, List.of()).stream()
                        .map(row -> code(row, column))
                        .toList());
    }

    private Code code(CsvRow row, String parent) {
        String code = row.field("name");
        if (code.isEmpty()) {
            table.at(row.line(), "name", Finding.of(XlsFormFinding.MISSING_CELL));
        }
        Text label = table.text(row, "label");
        if (label == null) {
            table.at(row.line(), "label", Finding.of(XlsFormFinding.MISSING_CELL));
        }
        Map<String, String> attributes = new TreeMap<>();
        for (String column : table.columns()) {
            if (column.startsWith(XlsFormColumns.ATTRIBUTE)
                    && !row.field(column).isEmpty()) {
                attributes.put(column.substring(XlsFormColumns.ATTRIBUTE.length()), row.field(column));
            }
        }
        return new Code(
                code,
                label == null ? Text.of(code, code) : label,
                XlsFormTable.field(row, parent),
                year(row, "bmn_since"),
                year(row, "bmn_until"),
                attributes);
    }

    private @Nullable Integer year(CsvRow row, String column) {
        return table.number(row, column, year -> year >= MIN_YEAR && year <= MAX_YEAR);
    }
}
