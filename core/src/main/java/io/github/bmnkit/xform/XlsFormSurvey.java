package io.github.bmnkit.xform;

import io.github.bmnkit.csv.CsvRow;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Roster;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The structure of the sheet {@code survey}: groups at the top are sections, groups within them only lend their
 * conditions to their questions, and the repeat is the roster.
 */
final class XlsFormSurvey {
    private static final int MAX_MEMBERS = 999;
    private static final int MAX_DEPTH = 50;

    /** A group or repeat that is open. */
    private record Frame(CsvRow row, String name, boolean repeat, boolean skipped, XlsFormItem.@Nullable Part part) {}

    private final XlsFormTable table;
    private final Text formTitle;
    private final XlsFormNames names;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final List<XlsFormItem.Part> parts = new ArrayList<>();
    private final List<CsvRow> parameters = new ArrayList<>();
    private final Map<String, List<XlsFormItem>> moved = new TreeMap<>();
    private final Set<String> skippedNames = new LinkedHashSet<>();
    private final Set<String> ids = new HashSet<>();
    private XlsFormItem.@Nullable Part loose;
    private @Nullable Roster roster;
    private int rosterLine;

    XlsFormSurvey(XlsFormTable table, Text formTitle, XlsFormNames names) {
        this.table = table;
        this.formTitle = formTitle;
        this.names = names;
    }

    void read() {
        for (CsvRow row : table.rows()) {
            if (!XlsFormTable.isBlank(row, table.columns()) && !table.flag(row, "disabled")) {
                row(row);
            }
        }
        open.forEach(frame -> unbalanced(frame.row()));
        moved.forEach((section, items) -> parts.stream()
                .filter(part -> part.id.equals(section))
                .findFirst()
                .ifPresent(part -> putBack(part, items)));
    }

    List<XlsFormItem.Part> parts() {
        return parts;
    }

    List<CsvRow> parameters() {
        return parameters;
    }

    /** Names whose rows could not be taken over: what reads them is not reported again. */
    Set<String> skippedNames() {
        return skippedNames;
    }

    @Nullable
    Roster roster() {
        return roster;
    }

    int rosterLine() {
        return rosterLine;
    }

    private void row(CsvRow row) {
        String cell = row.field("type");
        if (cell.isEmpty()) {
            table.at(row.line(), "type", Finding.of(XlsFormFinding.MISSING_CELL));
            return;
        }
        XlsFormTypes.Read type = XlsFormTypes.read(cell);
        switch (type.kind()) {
            case BEGIN_GROUP -> beginGroup(row);
            case BEGIN_REPEAT -> beginRepeat(row);
            case END_GROUP -> end(row, false);
            case END_REPEAT -> end(row, true);
            case QUESTION -> question(row, type);
            case METADATA -> skip(row, XlsFormFinding.METADATA);
            case UNSUPPORTED -> skip(row, XlsFormFinding.UNSUPPORTED_TYPE);
            case UNKNOWN -> skip(row, XlsFormFinding.UNKNOWN_TYPE);
        }
    }

    private void skip(CsvRow row, XlsFormFinding code) {
        table.at(row.line(), "type", Finding.of(code).with("type", XlsFormTable.shown(row.field("type"))));
        if (code != XlsFormFinding.METADATA) {
            skippedNames.add(row.field("name"));
        }
    }

    private void unbalanced(CsvRow row) {
        table.at(row.line(), "type", Finding.of(XlsFormFinding.UNBALANCED).with("type", row.field("type")));
    }

    private String name(CsvRow row) {
        String name = row.field("name");
        if (name.isEmpty()) {
            table.at(row.line(), "name", Finding.of(XlsFormFinding.MISSING_CELL));
        }
        return name;
    }

    private Text label(CsvRow row, String name) {
        Text label = table.text(row, "label");
        if (label == null) {
            table.at(
                    row.line(),
                    "label",
                    Finding.of(XlsFormFinding.ASSUMED).with("what", "label").with("value", name));
            return Text.of(name, name);
        }
        return label;
    }

    private boolean isSkipping() {
        return open.stream().anyMatch(Frame::skipped);
    }

    private boolean inRepeat() {
        return open.stream().anyMatch(Frame::repeat);
    }

    private XlsFormItem.@Nullable Part part() {
        return open.stream()
                .map(Frame::part)
                .filter(part -> part != null)
                .findFirst()
                .orElse(null);
    }

    private void beginGroup(CsvRow row) {
        String name = name(row);
        boolean top = part() == null && !isSkipping();
        XlsFormItem.Part part = null;
        if (top) {
            String own = row.field("bmn_id");
            String cited = row.field("bmn_sources");
            part = new XlsFormItem.Part(
                    own.isEmpty() ? name : own,
                    label(row, name),
                    row.line(),
                    row,
                    inRepeat(),
                    cited.isEmpty() ? List.of() : List.of(cited.split("\n", -1)));
            parts.add(part);
            ids.add(part.id);
            loose = null;
        }
        push(new Frame(row, name, false, isSkipping(), part));
    }

    private void push(Frame frame) {
        if (open.size() >= MAX_DEPTH) {
            unbalanced(frame.row());
        } else {
            open.push(frame);
        }
    }

    private void beginRepeat(CsvRow row) {
        String name = name(row);
        if (roster != null) {
            table.at(
                    row.line(), "type", Finding.of(XlsFormFinding.SECOND_REPEAT).with("name", name));
            push(new Frame(row, name, true, true, null));
            return;
        }
        Integer min = table.number(row, "bmn_min", number -> true);
        Integer max = table.number(row, "bmn_max", number -> true);
        String count = row.field("repeat_count");
        boolean fixed = count.length() <= 3 && !count.isEmpty() && count.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!count.isEmpty() && !fixed) {
            table.at(row.line(), "repeat_count", Finding.of(XlsFormFinding.NOT_CARRIED));
        }
        int least = min != null ? min : fixed ? Integer.parseInt(count) : 0;
        int most = max != null ? max : fixed ? Integer.parseInt(count) : MAX_MEMBERS;
        if (max == null && !fixed) {
            table.at(
                    row.line(),
                    "bmn_max",
                    Finding.of(XlsFormFinding.ASSUMED)
                            .with("what", "bmn_min, bmn_max")
                            .with("value", "0, 999"));
        }
        roster = new Roster(name, label(row, name), least, most);
        rosterLine = row.line();
        names.roster(name);
        loose = null;
        push(new Frame(row, name, true, false, null));
    }

    private void end(CsvRow row, boolean repeat) {
        Frame frame = open.peek();
        if (frame == null || frame.repeat() != repeat) {
            unbalanced(row);
            return;
        }
        open.pop();
        if (part() == null) {
            loose = null;
        }
    }

    private void question(CsvRow row, XlsFormTypes.Read type) {
        String name = name(row);
        if (isSkipping()) {
            skippedNames.add(name);
            return;
        }
        if (!row.field("bmn_parameter").isEmpty()) {
            parameters.add(row);
            names.add(name, Level.HOUSEHOLD, "", null);
            return;
        }
        QuestionType declared = type.type();
        QuestionType own = table.constant(row, "bmn_type", QuestionType.class);
        QuestionType kind = own != null && declared == QuestionType.TEXT ? own : declared;
        if (kind == null) {
            throw new IllegalStateException("a question without a type: " + row.field("type"));
        }
        String list = type.list() != null ? type.list() : XlsFormTable.field(row, "bmn_list");
        boolean member = inRepeat();
        XlsFormItem item = new XlsFormItem(
                row,
                name,
                member ? Level.MEMBER : Level.HOUSEHOLD,
                kind,
                kind == QuestionType.CALCULATE ? null : list,
                questionLabel(row, name, kind),
                around());
        item.resultList = kind == QuestionType.CALCULATE ? list : null;
        names.add(name, item.level, member ? way() : "", list);
        String place = row.field("bmn_place");
        if (member && place.contains(" ")) {
            moved.computeIfAbsent(place.substring(0, place.indexOf(' ')), id -> new ArrayList<>())
                    .add(item);
            return;
        }
        XlsFormItem.Part part = part();
        (part == null ? loose(row) : part).items.add(item);
    }

    private Text questionLabel(CsvRow row, String name, QuestionType type) {
        Text label = table.text(row, "label");
        if (label == null && type != QuestionType.CALCULATE) {
            table.at(row.line(), "label", Finding.of(XlsFormFinding.MISSING_CELL));
        }
        return label == null ? Text.of(name, name) : label;
    }

    /** The rows whose conditions hold for a question, from the outside: all but that of its section. */
    private List<CsvRow> around() {
        List<CsvRow> rows = new ArrayList<>();
        open.descendingIterator().forEachRemaining(frame -> {
            if (frame.part() == null) {
                rows.add(frame.row());
            }
        });
        return rows;
    }

    /** The groups between the repeat and a question. */
    private String way() {
        List<String> way = new ArrayList<>();
        boolean within = false;
        for (Iterator<Frame> frames = open.descendingIterator(); frames.hasNext(); ) {
            Frame frame = frames.next();
            if (within) {
                way.add(frame.name());
            }
            within |= frame.repeat();
        }
        return String.join("/", way);
    }

    /** The section of questions that stand in no group. */
    private XlsFormItem.Part loose(CsvRow row) {
        XlsFormItem.Part part = loose;
        if (part == null) {
            Roster around = inRepeat() ? roster : null;
            String id = around == null ? "main" : around.name();
            for (int i = 2; !ids.add(id); i++) {
                id = (around == null ? "main" : around.name()) + "_" + i;
            }
            Text title = around == null ? formTitle : around.label();
            part = new XlsFormItem.Part(id, title, row.line(), null, inRepeat(), List.of());
            parts.add(part);
            loose = part;
        }
        return part;
    }

    /** Puts what was written into the repeat back to where it stood. */
    private static void putBack(XlsFormItem.Part part, List<XlsFormItem> items) {
        items.stream()
                .sorted(Comparator.comparingInt(XlsFormSurvey::position))
                .forEach(item -> part.items.add(Math.min(position(item), part.items.size()), item));
    }

    private static int position(XlsFormItem item) {
        String place = item.row.field("bmn_place");
        String number = place.substring(place.indexOf(' ') + 1);
        boolean whole =
                !number.isEmpty() && number.length() <= 6 && number.chars().allMatch(Character::isDigit);
        return whole ? Integer.parseInt(number) : Integer.MAX_VALUE;
    }
}
