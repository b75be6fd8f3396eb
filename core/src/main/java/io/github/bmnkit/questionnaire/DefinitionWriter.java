package io.github.bmnkit.questionnaire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.Source;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a form as JSON: what is as by default is left out. */
final class DefinitionWriter {
    private final JsonGenerator json;

    private DefinitionWriter(JsonGenerator json) {
        this.json = json;
    }

    static String write(Definition form) {
        StringWriter out = new StringWriter();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        printer.indentArraysWith(lines);
        try (JsonGenerator generator = new JsonFactory().createGenerator(out)) {
            generator.setPrettyPrinter(printer);
            new DefinitionWriter(generator).form(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string can always be written to
        }
        return out.append('\n').toString();
    }

    /** Writes one element of a list. */
    @FunctionalInterface
    private interface Element<T> {
        void write(T value) throws IOException;
    }

    private void form(Definition form) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", form.id());
        json.writeStringField("version", form.version());
        json.writeStringField("status", form.status().name());
        text("title", form.title());
        json.writeObjectFieldStart("rounds");
        json.writeNumberField("from", form.firstRound());
        json.writeNumberField("to", form.lastRound());
        json.writeEndObject();
        list("sources", form.sources(), this::source);
        Roster roster = form.roster();
        if (roster != null) {
            json.writeObjectFieldStart("roster");
            json.writeStringField("name", roster.name());
            text("label", roster.label());
            json.writeNumberField("min", roster.min());
            json.writeNumberField("max", roster.max());
            json.writeEndObject();
        }
        list("parameters", form.parameters(), this::parameter);
        list("lists", form.lists(), this::codeList);
        list("sections", form.sections(), this::section);
        json.writeEndObject();
    }

    private void source(Source source) throws IOException {
        json.writeStringField("key", source.key());
        text("office", source.office());
        json.writeStringField("date", source.date().toString());
        text("title", source.title());
    }

    private void parameter(Parameter parameter) throws IOException {
        json.writeStringField("name", parameter.name());
        text("label", parameter.label());
        json.writeStringField("type", parameter.type().name());
        if (parameter.digits() != 0) {
            json.writeNumberField("digits", parameter.digits());
        }
        string("unit", parameter.unit());
        Value value = parameter.value();
        if (value instanceof Value.Amount amount) {
            json.writeNumberField("value", amount.value());
        } else if (value instanceof Value.Day day) {
            json.writeStringField("value", day.value().toString());
        } else if (value instanceof Value.Words words) {
            json.writeStringField("value", words.value());
        } else if (value != null) {
            json.writeNullField("value"); // no parameter has such a value: reading says so
        }
    }

    private void codeList(CodeList list) throws IOException {
        json.writeStringField("id", list.id());
        text("label", list.label());
        flag("open", list.open());
        string("parent", list.parent());
        list("attributes", list.attributes(), attribute -> {
            json.writeStringField("name", attribute.name());
            text("label", attribute.label());
            string("list", attribute.list());
        });
        list("codes", list.codes(), this::code);
    }

    private void code(Code code) throws IOException {
        json.writeStringField("code", code.code());
        text("label", code.label());
        string("parent", code.parent());
        number("since", code.since());
        number("until", code.until());
        if (!code.attributes().isEmpty()) {
            json.writeObjectFieldStart("attributes");
            for (Map.Entry<String, String> attribute : code.attributes().entrySet()) {
                json.writeStringField(attribute.getKey(), attribute.getValue());
            }
            json.writeEndObject();
        }
    }

    private void section(Section section) throws IOException {
        json.writeStringField("id", section.id());
        text("title", section.title());
        if (!section.sources().isEmpty()) {
            json.writeArrayFieldStart("sources");
            for (String key : section.sources()) {
                json.writeString(key);
            }
            json.writeEndArray();
        }
        string("relevance", section.relevance());
        json.writeArrayFieldStart("questions");
        for (Question question : section.questions()) {
            json.writeStartObject();
            question(question);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void question(Question question) throws IOException {
        json.writeStringField("name", question.name());
        string("number", question.number());
        if (question.level() != Level.HOUSEHOLD) {
            json.writeStringField("level", question.level().name());
        }
        json.writeStringField("type", question.type().name());
        string("result", question.result() == null ? null : question.result().name());
        if (question.digits() != 0) {
            json.writeNumberField("digits", question.digits());
        }
        string("unit", question.unit());
        text("label", question.label());
        text("hint", question.hint());
        string("list", question.list());
        string("within", question.within());
        if (question.isAlwaysRequired()) {
            json.writeBooleanField("required", true);
        } else {
            string("required", question.required());
        }
        flag("refusable", question.refusable());
        string("relevance", question.relevance());
        string("constraint", question.constraint());
        text("message", question.message());
        string("calculation", question.calculation());
        flag("personal", question.personal());
        text("period", question.period());
    }

    private <T> void list(String name, List<T> items, Element<T> element) throws IOException {
        boolean always = name.equals("sources") || name.equals("sections");
        if (items.isEmpty() && !always) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (T item : items) {
            json.writeStartObject();
            element.write(item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void text(String name, @Nullable Text text) throws IOException {
        if (text != null) {
            json.writeObjectFieldStart(name);
            json.writeStringField("th", text.th());
            json.writeStringField("en", text.en());
            json.writeEndObject();
        }
    }

    private void string(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private void number(String name, @Nullable Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
        }
    }

    private void flag(String name, boolean value) throws IOException {
        if (value) {
            json.writeBooleanField(name, true);
        }
    }
}
