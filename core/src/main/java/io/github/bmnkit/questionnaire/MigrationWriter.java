package io.github.bmnkit.questionnaire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.bmnkit.questionnaire.Migration.FormVersion;
import io.github.bmnkit.questionnaire.Migration.Step;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes a migration as JSON: what is as by default is left out. */
final class MigrationWriter {
    private MigrationWriter() {}

    static String write(Migration migration) {
        StringWriter out = new StringWriter();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        printer.indentArraysWith(lines);
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(printer);
            json.writeStartObject();
            form(json, "from", migration.from());
            form(json, "to", migration.to());
            json.writeArrayFieldStart("questions");
            for (Step step : migration.steps()) {
                step(json, step);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string can always be written to
        }
        return out.append('\n').toString();
    }

    private static void form(JsonGenerator json, String name, FormVersion form) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("form", form.form());
        json.writeStringField("version", form.version());
        json.writeEndObject();
    }

    private static void step(JsonGenerator json, Step step) throws IOException {
        json.writeStartObject();
        json.writeStringField("question", step.question());
        if (step.to() != null) {
            json.writeStringField("to", step.to());
        }
        if (step.drop()) {
            json.writeBooleanField("drop", true);
        }
        if (!step.codes().isEmpty()) {
            json.writeObjectFieldStart("codes");
            for (Map.Entry<String, String> code : step.codes().entrySet()) {
                json.writeStringField(code.getKey(), code.getValue());
            }
            json.writeEndObject();
        }
        if (!step.droppedCodes().isEmpty()) {
            json.writeArrayFieldStart("dropCodes");
            for (String code : step.droppedCodes()) {
                json.writeString(code);
            }
            json.writeEndArray();
        }
        if (step.factor() != null) {
            json.writeStringField("factor", step.factor().toString());
        }
        if (step.rounding() != null) {
            json.writeStringField("rounding", step.rounding().name());
        }
        json.writeEndObject();
    }
}
