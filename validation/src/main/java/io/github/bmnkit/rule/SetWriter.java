package io.github.bmnkit.rule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.Source;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a set of rules as JSON: what is as by default is left out. */
final class SetWriter {
    private final JsonGenerator json;

    private SetWriter(JsonGenerator json) {
        this.json = json;
    }

    static String write(SetDefinition set) {
        StringWriter out = new StringWriter();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        printer.indentArraysWith(lines);
        try (JsonGenerator generator = new JsonFactory().createGenerator(out)) {
            generator.setPrettyPrinter(printer);
            new SetWriter(generator).set(set);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string can always be written to
        }
        return out.append('\n').toString();
    }

    private void set(SetDefinition set) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", set.id());
        json.writeStringField("version", set.version());
        json.writeStringField("status", set.status().name());
        text("title", set.title());
        json.writeStringField("form", set.form());
        json.writeObjectFieldStart("rounds");
        json.writeNumberField("from", set.firstRound());
        json.writeNumberField("to", set.lastRound());
        json.writeEndObject();
        string("replaces", set.replaces());
        json.writeArrayFieldStart("sources");
        for (Source source : set.sources()) {
            json.writeStartObject();
            json.writeStringField("key", source.key());
            text("office", source.office());
            json.writeStringField("date", source.date().toString());
            text("title", source.title());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rules");
        for (RuleDefinition rule : set.rules()) {
            json.writeStartObject();
            rule(rule);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rule(RuleDefinition rule) throws IOException {
        json.writeStringField("id", rule.id().value());
        if (rule.level() != Level.HOUSEHOLD) {
            json.writeStringField("level", rule.level().name());
        }
        json.writeStringField("severity", rule.severity().name());
        string("appliesWhen", rule.appliesWhen());
        string("mustHold", rule.mustHold());
        Rule.Across across = rule.across();
        if (across != null) {
            json.writeObjectFieldStart("across");
            strings("same", across.same());
            json.writeNumberField("atMost", across.atMost());
            json.writeEndObject();
        }
        List<String> opaque = rule.opaque();
        if (opaque != null) {
            json.writeObjectFieldStart("opaque");
            strings("reads", opaque);
            json.writeEndObject();
        }
        if (rule.whenUnknown() != Rule.WhenUnknown.UNDECIDED) {
            json.writeStringField("whenUnknown", rule.whenUnknown().name());
        }
        if (!rule.refines().isEmpty()) {
            strings("refines", rule.refines().stream().map(Object::toString).toList());
        }
        text("message", rule.message());
        text("rationale", rule.rationale());
        if (!rule.sources().isEmpty()) {
            strings("sources", rule.sources());
        }
        if (!rule.tags().isEmpty()) {
            strings("tags", rule.tags());
        }
        number("since", rule.since());
        number("until", rule.until());
    }

    private void strings(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
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
}
