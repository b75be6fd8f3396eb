package io.github.bmnkit.questionnaire;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.json.JsonWriter;
import io.github.bmnkit.round.Source;
import java.io.IOException;

/** Writes a form as JSON: what is as by default is left out. */
final class DefinitionWriter {
    private DefinitionWriter() {}

    static String write(Definition form) {
        return JsonWriter.write(form, DefinitionWriter::form);
    }

    private static void form(Definition form, JsonWriter json) throws IOException {
        json.string("id", form.id());
        json.string("version", form.version());
        json.constant("status", form.status());
        json.text("title", form.title());
        json.rounds(form.firstRound(), form.lastRound());
        json.list("sources", form.sources(), DefinitionWriter::source);
        json.object("roster", form.roster(), (roster, inner) -> {
            inner.string("name", roster.name());
            inner.text("label", roster.label());
            inner.number("min", roster.min());
            inner.number("max", roster.max());
        });
        json.optionalList("parameters", form.parameters(), DefinitionWriter::parameter);
        json.optionalList("lists", form.lists(), DefinitionWriter::codeList);
        json.list("sections", form.sections(), DefinitionWriter::section);
    }

    private static void source(Source source, JsonWriter json) throws IOException {
        json.string("key", source.key());
        json.text("office", source.office());
        json.string("date", source.date().toString());
        json.text("title", source.title());
    }

    private static void parameter(Parameter parameter, JsonWriter json) throws IOException {
        json.string("name", parameter.name());
        json.text("label", parameter.label());
        json.constant("type", parameter.type());
        digits(parameter.digits(), json);
        json.string("unit", parameter.unit());
        Value value = parameter.value();
        if (value instanceof Value.Amount amount) {
            json.number("value", amount.value());
        } else if (value instanceof Value.Day day) {
            json.string("value", day.value().toString());
        } else if (value instanceof Value.Words words) {
            json.string("value", words.value());
        } else if (value != null) {
            json.nothing("value"); // no parameter has such a value: reading says so
        }
    }

    private static void codeList(CodeList list, JsonWriter json) throws IOException {
        json.string("id", list.id());
        json.text("label", list.label());
        json.flag("open", list.open());
        json.string("parent", list.parent());
        json.optionalList("attributes", list.attributes(), (attribute, inner) -> {
            inner.string("name", attribute.name());
            inner.text("label", attribute.label());
            inner.string("list", attribute.list());
        });
        json.optionalList("codes", list.codes(), DefinitionWriter::code);
    }

    private static void code(Code code, JsonWriter json) throws IOException {
        json.string("code", code.code());
        json.text("label", code.label());
        json.string("parent", code.parent());
        json.number("since", code.since());
        json.number("until", code.until());
        json.optionalStrings("attributes", code.attributes());
    }

    private static void section(Section section, JsonWriter json) throws IOException {
        json.string("id", section.id());
        json.text("title", section.title());
        json.optionalStrings("sources", section.sources());
        json.string("relevance", section.relevance());
        json.list("questions", section.questions(), DefinitionWriter::question);
    }

    private static void question(Question question, JsonWriter json) throws IOException {
        json.string("name", question.name());
        json.string("number", question.number());
        json.constant("level", question.level(), Level.HOUSEHOLD);
        json.constant("type", question.type());
        json.constant("result", question.result());
        digits(question.digits(), json);
        json.string("unit", question.unit());
        json.text("label", question.label());
        json.text("hint", question.hint());
        json.string("list", question.list());
        json.string("within", question.within());
        if (question.isAlwaysRequired()) {
            json.flag("required", true);
        } else {
            json.string("required", question.required());
        }
        json.flag("refusable", question.refusable());
        json.string("relevance", question.relevance());
        json.string("constraint", question.constraint());
        json.text("message", question.message());
        json.string("calculation", question.calculation());
        json.flag("personal", question.personal());
        json.text("period", question.period());
    }

    private static void digits(int digits, JsonWriter json) throws IOException {
        json.number("digits", digits == 0 ? null : digits);
    }
}
