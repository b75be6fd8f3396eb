package io.github.bmnkit.response;

import io.github.bmnkit.csv.Cell;
import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Section;
import io.github.bmnkit.round.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what stands in the tables of a form. Each row is of a kind: the form, a source, a kind of missing, a variable, or a
 * code of the variable above it.
 */
final class Codebook {
    private static final List<String> HEADER = List.of(
            "row",
            "variable",
            "code",
            "label_th",
            "label_en",
            "column",
            "level",
            "type",
            "unit",
            "digits",
            "number",
            "section",
            "source",
            "relevance",
            "calculation",
            "personal",
            "in_tables");

    private final Questionnaire form;
    private final boolean personal;
    private final StringBuilder line = new StringBuilder();

    Codebook(Questionnaire form, boolean personal) {
        this.form = form;
        this.personal = personal;
    }

    void write(Appendable out) throws IOException {
        row(out, HEADER);
        row(
                out,
                new Entry("FORM", form.id(), form.version(), form.title())
                        .with("type", form.status().name()));
        for (Source source : form.sources()) {
            row(out, new Entry("SOURCE", "", source.key(), source.title()));
        }
        for (Missing kind : Missing.values()) {
            row(out, new Entry("MISSING", "", Cell.missing(kind), kind.text()).with("type", kind.name()));
        }
        ours(out);
        for (Section section : form.sections()) {
            for (Question question : section.questions()) {
                Optional<Item> item = form.item(question.name()).filter(Item::hasValue);
                if (item.isPresent()) {
                    variable(out, section, item.get());
                }
            }
        }
    }

    private void ours(Appendable out) throws IOException {
        String text = ValueType.TEXT.name();
        String integer = ValueType.INTEGER.name();
        ours(out, ResponseTables.HOUSEHOLD, Level.HOUSEHOLD, text, Text.of("รหัสครัวเรือน", "household id"));
        ours(out, ResponseTables.ROUND, Level.HOUSEHOLD, integer, Text.of("รอบปี (พ.ศ.)", "round, Buddhist Era"));
        ours(out, ResponseTables.STATE, Level.HOUSEHOLD, text, Text.of("สถานะของคำตอบ", "state of the answers"));
        ours(out, ResponseTables.MEMBERS, Level.HOUSEHOLD, integer, Text.of("จำนวนสมาชิก", "number of members"));
        ours(out, ResponseTables.MEMBER, Level.MEMBER, integer, Text.of("รหัสสมาชิก", "key of the member"));
        ours(
                out,
                ResponseTables.POSITION,
                Level.MEMBER,
                integer,
                Text.of("ลำดับที่ของสมาชิก", "position of the member, from 1"));
    }

    private void ours(Appendable out, String name, Level level, String type, Text label) throws IOException {
        row(
                out,
                new Entry("VARIABLE", name, "", label)
                        .with("column", name)
                        .with("level", level.name())
                        .with("type", type)
                        .with("personal", "0")
                        .with("in_tables", "1"));
    }

    private void variable(Appendable out, Section section, Item item) throws IOException {
        Question question = item.question();
        boolean several = item.symbol().type() == ValueType.CODES;
        boolean isThere = personal || !question.personal();
        String digits = item.symbol().type() == ValueType.DECIMAL
                ? Integer.toString(item.symbol().digits())
                : "";
        row(
                out,
                new Entry("VARIABLE", item.name(), "", question.label())
                        .with("column", isThere && !several ? item.name() : "")
                        .with("level", item.level().name())
                        .with(
                                "type",
                                Optional.ofNullable(question.result())
                                        .orElse(question.type())
                                        .name())
                        .with("unit", Optional.ofNullable(question.unit()).orElse(""))
                        .with("digits", digits)
                        .with("number", Optional.ofNullable(question.number()).orElse(""))
                        .with("section", section.id())
                        .with("source", String.join(" ", section.sources()))
                        .with(
                                "relevance",
                                item.relevance().map(Formula::toString).orElse(""))
                        .with(
                                "calculation",
                                item.calculation().map(Formula::toString).orElse(""))
                        .with("personal", question.personal() ? "1" : "0")
                        .with("in_tables", isThere ? "1" : "0"));
        CodeList list = Optional.ofNullable(question.list()).flatMap(form::list).orElse(null);
        for (Code code : list == null ? List.<Code>of() : list.codes()) {
            String column = several ? ResponseTables.column(item, code.code()) : item.name();
            row(out, new Entry("CODE", item.name(), code.code(), code.label()).with("column", isThere ? column : ""));
        }
    }

    private void row(Appendable out, Entry entry) throws IOException {
        row(out, entry.cells());
    }

    private void row(Appendable out, List<String> cells) throws IOException {
        line.setLength(0);
        CsvWriter.append(line, cells);
        out.append(line);
    }

    /** A row by the names of its columns; what is not given is empty. */
    private static final class Entry {
        private final Map<String, String> cells = new LinkedHashMap<>();
        private final String code;

        Entry(String row, String variable, String code, Text label) {
            this.code = row.equals("MISSING") ? code : Cell.text(code);
            HEADER.forEach(name -> cells.put(name, ""));
            with("row", row).with("variable", variable);
            with("label_th", label.th()).with("label_en", label.en());
        }

        Entry with(String column, String cell) {
            cells.put(column, cell);
            return this;
        }

        /** Kinds of missing stand as they do in the tables; all else as texts. */
        List<String> cells() {
            List<String> row = new ArrayList<>();
            cells.forEach((name, cell) -> row.add(name.equals("code") ? code : Cell.text(cell)));
            return row;
        }
    }
}
