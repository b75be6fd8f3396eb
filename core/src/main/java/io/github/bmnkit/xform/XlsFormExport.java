package io.github.bmnkit.xform;

import io.github.bmnkit.expression.Expression;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Parameter;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Roster;
import io.github.bmnkit.questionnaire.Section;
import io.github.bmnkit.round.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one form as tables. */
final class XlsFormExport {
    private static final String REPEAT = "begin_repeat";

    private final Questionnaire form;
    private final XlsFormSheet survey = new XlsFormSheet(XlsFormColumns.SURVEY, 4);
    private final XlsFormSheet choices = new XlsFormSheet(XlsFormColumns.CHOICES, 4);
    private final XlsFormSheet settings = new XlsFormSheet(XlsFormColumns.SETTINGS, 4);
    private final XlsFormNames names = new XlsFormNames();
    private final XlsFormLayout layout;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    XlsFormExport(Questionnaire form) {
        this.form = form;
        this.layout = XlsFormLayout.of(form);
    }

    XlsForm export() {
        form.parameters().forEach(parameter -> {
            taken.add(parameter.name());
            names.add(parameter.name(), Level.HOUSEHOLD, "", null);
        });
        form.questions().forEach(question -> taken.add(question.name()));
        form.roster().ifPresent(roster -> {
            taken.add(roster.name());
            names.roster(roster.name());
        });
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < form.sections().size(); i++) {
            groups.add(group(form.sections().get(i).id()));
            for (Question question : form.sections().get(i).questions()) {
                String around = layout.holdsSection(i) ? groups.get(i) : "";
                names.add(question.name(), question.level(), around, listWithCodes(question));
            }
        }
        form.parameters().forEach(this::parameter);
        for (int i = 0; i < form.sections().size(); i++) {
            section(i, groups.get(i));
        }
        form.roster().filter(roster -> layout.isEmpty()).ifPresent(roster -> {
            beginRepeat();
            at("name", Finding.of(XlsFormFinding.EMPTY_REPEAT).with("name", roster.name()));
            endRepeat();
        });
        settings();
        form.lists().forEach(this::list);
        return new XlsForm(survey.toString(), choices.toString(), settings.toString(), findings);
    }

    /** Without codes no list is written, so that no expression can look anything up in it. */
    private @Nullable String listWithCodes(Question question) {
        String id = question.list();
        return id == null || form.list(id).orElseThrow().codes().isEmpty() ? null : id;
    }

    /** XLSForm wants the names of groups to be none of the questions. */
    private String group(String id) {
        String name = id;
        while (!taken.add(name)) {
            name += "_section";
        }
        return name;
    }

    private void parameter(Parameter parameter) {
        Value value = parameter.value();
        survey.row()
                .set("type", "calculate")
                .set("name", parameter.name())
                .set("label", parameter.label())
                .set("calculation", value == null ? "''" : literal(value))
                .set("bmn_parameter", parameter.type().name())
                .flag("bmn_unset", value == null)
                .number("bmn_digits", parameter.digits() == 0 ? null : parameter.digits())
                .set("bmn_unit", parameter.unit());
        if (value == null) {
            at("calculation", Finding.of(XlsFormFinding.UNSET_PARAMETER).with("name", parameter.name()));
        }
        checkBlanks(
                "label",
                parameter.name(),
                parameter.label().th(),
                parameter.label().en());
        checkBlanks("bmn_unit", parameter.name(), parameter.unit());
    }

    private static String literal(Value value) {
        if (value instanceof Value.Amount amount) {
            return amount.value().toPlainString();
        }
        if (value instanceof Value.Day day) {
            return "date('" + day.value() + "')";
        }
        String text = value instanceof Value.Words words ? words.value() : "";
        if (text.indexOf('\'') < 0) {
            return "'" + text + "'";
        }
        // No literal holds both kinds of quotation marks.
        return text.indexOf('"') < 0
                ? '"' + text + '"'
                : "concat('" + String.join("', \"'\", '", Arrays.asList(text.split("'", -1))) + "')";
    }

    private void section(int index, String group) {
        Section section = form.sections().get(index);
        if (layout.opensBefore(index)) {
            beginRepeat();
        }
        survey.row()
                .set("type", "begin_group")
                .set("name", group)
                .set("label", section.title())
                .set("bmn_id", group.equals(section.id()) ? null : section.id())
                .set("bmn_sources", String.join("\n", section.sources()));
        expression("relevant", section.id(), section.relevance());
        checkBlanks("label", section.id(), section.title().th(), section.title().en());
        if (!group.equals(section.id())) {
            at(
                    "name",
                    Finding.of(XlsFormFinding.RENAMED)
                            .with("section", section.id())
                            .with("name", group));
        }
        for (int at = 0; at < section.questions().size(); at++) {
            if (layout.opensBefore(index, at)) {
                beginRepeat();
            }
            if (!layout.isMoved(index, at)) {
                question(section.questions().get(at), null);
            }
            if (layout.closesAfter(index, at)) {
                moved();
                endRepeat();
            }
        }
        survey.row().set("type", "end_group").set("name", group);
        if (layout.closesAfter(index)) {
            moved();
            endRepeat();
        }
    }

    /** XLSForm has one repeat in one place: the other questions of members stand at its end. */
    private void moved() {
        for (XlsFormLayout.Spot spot : layout.moved()) {
            Section section = form.sections().get(spot.section());
            Question question = section.questions().get(spot.question());
            question(question, section.id() + " " + spot.question());
            at(
                    "name",
                    Finding.of(XlsFormFinding.MOVED)
                            .with("name", question.name())
                            .with("section", section.id()));
        }
    }

    private void beginRepeat() {
        Roster roster = form.roster().orElseThrow();
        survey.row()
                .set("type", REPEAT)
                .set("name", roster.name())
                .set("label", roster.label())
                .number("bmn_min", roster.min())
                .number("bmn_max", roster.max());
        at(
                "type",
                Finding.of(XlsFormFinding.ROSTER_LIMITS)
                        .with("min", roster.min())
                        .with("max", roster.max()));
        checkBlanks("label", roster.name(), roster.label().th(), roster.label().en());
    }

    private void endRepeat() {
        survey.row()
                .set("type", "end_repeat")
                .set("name", form.roster().orElseThrow().name());
    }

    private void question(Question question, @Nullable String place) {
        String name = question.name();
        CodeList list =
                question.list() == null ? null : form.list(question.list()).orElseThrow();
        boolean calculated = question.type() == QuestionType.CALCULATE;
        boolean noCodes = list != null && !calculated && list.codes().isEmpty();
        survey.row()
                .set("type", noCodes ? "text" : XlsFormTypes.name(question))
                .set("name", name)
                .set("label", question.label())
                .set("hint", question.hint())
                .set("constraint_message", question.message())
                .set("choice_filter", question.within() == null ? null : "bmn_parent = ${" + question.within() + "}")
                .set("bmn_number", question.number())
                .set("bmn_period", question.period())
                .set("bmn_type", noCodes ? question.type().name() : null)
                .set("bmn_list", noCodes || calculated ? question.list() : null)
                .set(
                        "bmn_result",
                        question.result() == null ? null : question.result().name())
                .number("bmn_digits", isDecimal(question) ? Integer.valueOf(question.digits()) : null)
                .set("bmn_unit", question.unit())
                .flag("bmn_refusable", question.refusable())
                .flag("bmn_personal", question.personal())
                .set("bmn_place", place);
        expression("required", name, question.required());
        expression("relevant", name, question.relevance());
        expression("constraint", name, question.constraint());
        expression("calculation", name, question.calculation());
        if (noCodes) {
            at(
                    "type",
                    Finding.of(XlsFormFinding.NO_CODES)
                            .with("name", name)
                            .with("list", Objects.toString(question.list())));
        }
        if (question.refusable()) {
            at("bmn_refusable", Finding.of(XlsFormFinding.REFUSABLE).with("name", name));
        }
        checkBlanks("bmn_number", name, question.number());
        checkBlanks("bmn_unit", name, question.unit());
        for (Text text : Arrays.asList(question.label(), question.hint(), question.message(), question.period())) {
            if (text != null) {
                checkBlanks("label", name, text.th(), text.en());
            }
        }
    }

    private static boolean isDecimal(Question question) {
        return question.type() == QuestionType.DECIMAL || question.result() == QuestionType.DECIMAL;
    }

    /** Our own text stands beside that for other tools where reading the latter would not give it back. */
    private void expression(String column, String name, @Nullable String text) {
        if (text == null) {
            return;
        }
        XlsFormDialect.Written written = XlsFormDialect.write(text, names);
        survey.set(column, written.text());
        if (!XlsFormIdioms.read(written.text(), names).text().equals(text)) {
            survey.set(XlsFormColumns.OWN + column, text);
        }
        for (String function : written.missing()) {
            at(
                    column,
                    Finding.of(XlsFormFinding.NOT_EXPRESSIBLE)
                            .with("function", function)
                            .with("name", name));
        }
        if (Expression.parse(text).optional().filter(XlsFormExport::joins).isPresent()) {
            at(
                    column,
                    Finding.of(XlsFormFinding.DIFFERS)
                            .with("function", "join()")
                            .with("name", name));
        }
        checkBlanks(column, name, text);
    }

    private static boolean joins(Expression tree) {
        return (tree instanceof Expression.Call call && call.function() == Expression.Function.JOIN)
                || tree.parts().stream().anyMatch(XlsFormExport::joins);
    }

    private void list(CodeList list) {
        String prefix = "bmn_list." + list.id() + ".";
        settings.set(prefix + "label", list.label())
                .flag(prefix + "open", list.open())
                .set(prefix + "parent", list.parent())
                .set(
                        prefix + "attributes",
                        String.join(
                                " ",
                                list.attributes().stream()
                                        .map(CodeList.Attribute::name)
                                        .toList()));
        for (CodeList.Attribute attribute : list.attributes()) {
            settings.set(prefix + "attribute." + attribute.name() + ".label", attribute.label())
                    .set(prefix + "attribute." + attribute.name() + ".list", attribute.list());
        }
        boolean first = true;
        for (Code code : list.codes()) {
            choices.row()
                    .set("list_name", list.id())
                    .set("name", code.code())
                    .set("label", code.label())
                    .set("bmn_parent", code.parent())
                    .number("bmn_since", code.since())
                    .number("bmn_until", code.until());
            for (Map.Entry<String, String> attribute : code.attributes().entrySet()) {
                choices.set(XlsFormColumns.ATTRIBUTE + attribute.getKey(), attribute.getValue());
            }
            if (first && list.open()) {
                atCode(Finding.of(XlsFormFinding.OPEN_LIST).with("list", list.id()));
            }
            if (first && list.codes().stream().anyMatch(each -> each.since() != null || each.until() != null)) {
                atCode(Finding.of(XlsFormFinding.CODE_ROUNDS).with("list", list.id()));
            }
            if (code.code().chars().anyMatch(Character::isWhitespace)) {
                atCode(Finding.of(XlsFormFinding.CODE_WITH_BLANK)
                        .with("code", code.code())
                        .with("list", list.id()));
            }
            first = false;
        }
    }

    private void settings() {
        settings.row()
                .set("form_title", form.title().th())
                .set("form_id", form.id())
                .set("version", form.version())
                .set("default_language", XlsFormColumns.THAI.substring(2))
                .set("bmn_title", form.title())
                .set("bmn_status", form.status().name())
                .number("bmn_first_round", form.firstRound())
                .number("bmn_last_round", form.lastRound())
                .set(
                        "bmn_lists",
                        String.join(" ", form.lists().stream().map(CodeList::id).toList()))
                .number(
                        "bmn_sources",
                        form.sources().isEmpty() ? null : form.sources().size());
        for (int i = 0; i < form.sources().size(); i++) {
            Source source = form.sources().get(i);
            String prefix = "bmn_source." + (i + 1) + ".";
            settings.set(prefix + "key", source.key())
                    .set(prefix + "office", source.office())
                    .set(prefix + "date", source.date().toString())
                    .set(prefix + "title", source.title());
        }
    }

    private void at(String column, Finding finding) {
        findings.add(finding.at(XlsFormTable.cell("survey", column, survey.line())));
    }

    private void atCode(Finding finding) {
        findings.add(finding.at(XlsFormTable.cell("choices", "name", choices.line())));
    }

    private void checkBlanks(String column, String name, @Nullable String... texts) {
        for (String text : texts) {
            if (text != null && !text.equals(text.strip())) {
                at(column, Finding.of(XlsFormFinding.OUTER_BLANKS).with("name", name));
                return;
            }
        }
    }
}
