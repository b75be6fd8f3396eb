package io.github.bmnkit.questionnaire;

import io.github.bmnkit.json.JsonWriter;
import io.github.bmnkit.questionnaire.Migration.FormVersion;
import io.github.bmnkit.questionnaire.Migration.Step;
import java.io.IOException;

/** Writes a migration as JSON: what is as by default is left out. */
final class MigrationWriter {
    private MigrationWriter() {}

    static String write(Migration migration) {
        return JsonWriter.write(migration, (whole, json) -> {
            json.object("from", whole.from(), MigrationWriter::form);
            json.object("to", whole.to(), MigrationWriter::form);
            json.list("questions", whole.steps(), MigrationWriter::step);
        });
    }

    private static void form(FormVersion form, JsonWriter json) throws IOException {
        json.string("form", form.form());
        json.string("version", form.version());
    }

    private static void step(Step step, JsonWriter json) throws IOException {
        json.string("question", step.question());
        json.string("to", step.to());
        json.flag("drop", step.drop());
        json.optionalStrings("codes", step.codes());
        json.optionalStrings("dropCodes", step.droppedCodes());
        json.string("factor", step.factor() == null ? null : step.factor().toString());
        json.constant("rounding", step.rounding());
    }
}
