package io.github.bmnkit.xform;

import io.github.bmnkit.csv.CsvRow;
import io.github.bmnkit.expression.Expression;
import io.github.bmnkit.expression.ExpressionFinding;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Parameter;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Roster;
import io.github.bmnkit.questionnaire.Section;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one form from tables. All that is wrong is found, with sheet, column and line. */
final class XlsFormImport {
    /** Enough for coordinates; XLSForm does not say how many digits a decimal has. */
    private static final int ASSUMED_DIGITS = 6;

    private static final int MAX_DIGITS = 9;
    private static final List<String> EXPRESSIONS = List.of("required", "relevant", "constraint", "calculation");

    private final int firstRound;
    private final int lastRound;
    private final List<Finding> findings = new ArrayList<>();
    private final XlsFormNames names = new XlsFormNames();
    /** Names that are declared, but so that nothing can be said about what reads them. */
    private final Set<String> broken = new HashSet<>();

    XlsFormImport(int firstRound, int lastRound) {
        this.firstRound = firstRound;
        this.lastRound = lastRound;
    }

    Reading<Questionnaire> read(InputStream surveyCsv, InputStream choicesCsv, InputStream settingsCsv) {
        XlsFormTable sheet =
                XlsFormTable.read("survey", surveyCsv, List.of("type", "name"), XlsFormColumns::survey, findings);
        XlsFormTable choices = XlsFormTable.read("choices", choicesCsv, List.of(), XlsFormColumns::choices, findings);
        XlsFormTable general =
                XlsFormTable.read("settings", settingsCsv, List.of(), XlsFormColumns::settings, findings);
        XlsFormSettings settings = new XlsFormSettings(general, firstRound, lastRound);
        Questionnaire.Builder form = settings.builder();
        XlsFormSurvey survey = new XlsFormSurvey(sheet, settings.title(), names);
        survey.read();
        broken.addAll(survey.skippedNames());
        XlsFormLists lists = new XlsFormLists(choices, settings);
        List<CsvRow> parameters = survey.parameters();
        List<Parameter> read = new ArrayList<>();
        for (CsvRow row : parameters) {
            Parameter parameter = parameter(sheet, row);
            read.add(parameter);
            form.parameter(parameter);
        }
        Roster roster = survey.roster();
        if (roster != null) {
            form.roster(roster);
        }
        survey.parts().forEach(part -> complete(sheet, part, lists));
        survey.parts().forEach(part -> part.items.removeIf(item -> broken.contains(item.name)));
        for (XlsFormItem moved : XlsFormOrder.sort(survey.parts())) {
            sheet.at(
                    moved.row.line(),
                    "name",
                    Finding.of(XlsFormFinding.REORDERED).with("name", moved.name));
        }
        XlsFormResults results = new XlsFormResults(sheet, lists, read, roster == null ? "member" : roster.name());
        results.infer(survey.parts());
        lists.lists().forEach(form::list);
        for (XlsFormItem.Part part : survey.parts()) {
            form.section(new Section(
                    part.id,
                    part.title,
                    part.sources,
                    part.relevance,
                    part.items.stream().map(XlsFormItem::question).toList()));
        }
        Reading<Questionnaire> built = form.build();
        XlsFormPlaces places = new XlsFormPlaces(survey, lists);
        List<Finding> located = built.findings().stream().map(places::locate).toList();
        located.stream()
                .filter(finding -> !isAboutBroken(finding) && !isAboutUntyped(finding, results.unknown()))
                .forEach(findings::add);
        boolean wrong = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        if (built.optional().isPresent() && !wrong) {
            return Reading.of(built.value(), findings);
        }
        // What hangs on something broken is not reported again; if nothing else is wrong, it is.
        if (!wrong) {
            findings.addAll(located);
        }
        return Reading.nothing(findings);
    }

    /** A calculation whose expression is wrong has a type that was made up. */
    private static boolean isAboutUntyped(Finding finding, Set<Integer> lines) {
        return finding.code() == ExpressionFinding.WRONG_TYPE
                && finding.place()
                        .equals(XlsFormTable.cell(
                                "survey", "calculation", finding.place().line().orElse(0)))
                && lines.contains(finding.place().line().orElse(0));
    }

    private boolean isAboutBroken(Finding finding) {
        return finding.code() == ExpressionFinding.UNKNOWN_NAME
                && broken.contains(Objects.toString(finding.arguments().get("name")));
    }

    private Parameter parameter(XlsFormTable sheet, CsvRow row) {
        QuestionType type = sheet.constant(row, "bmn_parameter", QuestionType.class);
        String name = row.field("name");
        Text label = sheet.text(row, "label");
        Integer digits = sheet.number(row, "bmn_digits", number -> number <= MAX_DIGITS);
        Value value = sheet.flag(row, "bmn_unset") ? null : value(row.field("calculation"));
        if (value == null && !sheet.flag(row, "bmn_unset")) {
            sheet.at(
                    row.line(),
                    "calculation",
                    Finding.of(XlsFormFinding.BAD_CELL).with("found", XlsFormTable.shown(row.field("calculation"))));
        }
        return new Parameter(
                name,
                label == null ? Text.of(name, name) : label,
                type == null ? QuestionType.TEXT : type,
                digits == null ? 0 : digits,
                XlsFormTable.field(row, "bmn_unit"),
                value);
    }

    private static @Nullable Value value(String text) {
        Expression tree = Expression.parse(text).optional().orElse(null);
        if (tree instanceof Expression.Numeral || tree instanceof Expression.Negation) {
            boolean number = text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
            return number ? Value.of(new BigDecimal(text)) : null;
        }
        if (tree instanceof Expression.Text words) {
            return Value.text(words.value());
        }
        if (tree instanceof Expression.Call call
                && call.arguments().stream().allMatch(each -> each instanceof Expression.Text)) {
            String joined = call.arguments().stream()
                    .map(each -> ((Expression.Text) each).value())
                    .collect(Collectors.joining());
            return switch (call.function()) {
                case CONCAT -> Value.text(joined);
                case DATE -> date(joined);
                default -> null;
            };
        }
        return null;
    }

    private static @Nullable Value date(String text) {
        try {
            return Value.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Fills in what can be said only when all names are known. */
    private void complete(XlsFormTable sheet, XlsFormItem.Part part, XlsFormLists lists) {
        CsvRow row = part.row;
        String own = row == null ? null : expression(sheet, row, "relevant", part.inRepeat);
        boolean ofMember = own != null && XlsFormItem.names(own).stream().anyMatch(names::isOfMember);
        part.relevance = ofMember ? null : own;
        for (XlsFormItem item : part.items) {
            boolean member = item.level == Level.MEMBER;
            for (String column : EXPRESSIONS) {
                String text = expression(sheet, item.row, column, member);
                if (text != null) {
                    item.expressions.put(column, text);
                }
            }
            for (int i = item.around.size() - 1; i >= 0; i--) {
                item.require(expression(sheet, item.around.get(i), "relevant", member));
            }
            item.require(ofMember ? own : null);
            details(sheet, item, lists);
        }
    }

    private @Nullable String expression(XlsFormTable sheet, CsvRow row, String column, boolean member) {
        String cell = row.field(column);
        if (column.equals("required")) {
            cell = switch (cell.toLowerCase(Locale.ROOT)) {
                case "yes", "true", "true()" -> "true()";
                case "no", "false", "false()" -> "";
                default -> cell;
            };
        }
        String own = row.field(XlsFormColumns.OWN + column);
        if (!own.isEmpty()) {
            if (XlsFormDialect.write(own, names).text().equals(cell)) {
                return own;
            }
            report(sheet, row, column, Finding.of(XlsFormFinding.OUTDATED).with("companion", "bmn_" + column));
        }
        if (cell.isEmpty()) {
            return null;
        }
        XlsFormIdioms.Understood understood = XlsFormIdioms.read(cell, names);
        for (String part : understood.unsupported()) {
            report(
                    sheet,
                    row,
                    column,
                    Finding.of(XlsFormFinding.UNSUPPORTED_EXPRESSION).with("found", XlsFormTable.shown(part)));
        }
        if (member) {
            for (String name : understood.inTurn()) {
                report(
                        sheet,
                        row,
                        column,
                        Finding.of(XlsFormFinding.MEMBER_IN_TURN).with("name", name));
            }
        }
        if (!understood.unsupported().isEmpty()) {
            if (column.equals("calculation")) {
                broken.add(row.field("name"));
            }
            return null;
        }
        return understood.text();
    }

    /** A group's condition is read once for each of its questions, but reported once. */
    private void report(XlsFormTable sheet, CsvRow row, String column, Finding finding) {
        Finding located = finding.with("column", column).at(XlsFormTable.cell("survey", column, row.line()));
        if (!findings.contains(located)) {
            sheet.at(row.line(), column, finding);
        }
    }

    private void details(XlsFormTable sheet, XlsFormItem item, XlsFormLists lists) {
        CsvRow row = item.row;
        item.hint = sheet.text(row, "hint");
        item.period = sheet.text(row, "bmn_period");
        Text message = sheet.text(row, "constraint_message");
        if (message != null
                && !item.expressions.containsKey("constraint")
                && row.field("constraint").isEmpty()) {
            sheet.at(row.line(), "constraint_message", Finding.of(XlsFormFinding.NOT_CARRIED));
        } else {
            item.message = message;
        }
        item.refusable = sheet.flag(row, "bmn_refusable");
        item.personal = sheet.flag(row, "bmn_personal");
        item.result = sheet.constant(row, "bmn_result", QuestionType.class);
        Integer digits = sheet.number(row, "bmn_digits", number -> number <= MAX_DIGITS);
        item.digits = digits == null ? 0 : digits;
        if (item.type == QuestionType.DECIMAL && row.field("bmn_digits").isEmpty()) {
            item.digits = ASSUMED_DIGITS;
            sheet.at(
                    row.line(),
                    "bmn_digits",
                    Finding.of(XlsFormFinding.ASSUMED)
                            .with("what", "bmn_digits")
                            .with("value", ASSUMED_DIGITS));
        }
        for (String column : sheet.columns()) {
            boolean lost = XlsFormColumns.NOT_CARRIED.contains(column)
                    && !row.field(column).isEmpty();
            if (lost) {
                sheet.at(row.line(), column, Finding.of(XlsFormFinding.NOT_CARRIED));
            }
        }
        // A question that is shown but not answered cannot be due.
        if (!item.type.isAsked() && !row.field("required").isEmpty()) {
            item.expressions.remove("required");
            sheet.at(row.line(), "required", Finding.of(XlsFormFinding.NOT_CARRIED));
        }
        if (item.type == QuestionType.CALCULATE && row.field("calculation").isEmpty()) {
            sheet.at(row.line(), "calculation", Finding.of(XlsFormFinding.MISSING_CELL));
            broken.add(item.name);
        } else if (item.type != QuestionType.CALCULATE && item.expressions.remove("calculation") != null) {
            sheet.at(row.line(), "calculation", Finding.of(XlsFormFinding.NOT_CARRIED));
        }
        String filter = row.field("choice_filter");
        if (!filter.isEmpty()) {
            item.within = lists.within(filter, item.list, names);
            if (item.within == null) {
                sheet.at(row.line(), "choice_filter", Finding.of(XlsFormFinding.CHOICE_FILTER));
            }
        }
    }
}
