package io.github.bmnkit.rule;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.json.JsonWriter;
import io.github.bmnkit.round.Source;
import java.io.IOException;

/** Writes a set of rules as JSON: what is as by default is left out. */
final class SetWriter {
    private SetWriter() {}

    static String write(SetDefinition set) {
        return JsonWriter.write(set, SetWriter::set);
    }

    private static void set(SetDefinition set, JsonWriter json) throws IOException {
        json.string("id", set.id());
        json.string("version", set.version());
        json.constant("status", set.status());
        json.text("title", set.title());
        json.string("form", set.form());
        json.rounds(set.firstRound(), set.lastRound());
        json.string("replaces", set.replaces());
        json.list("sources", set.sources(), SetWriter::source);
        json.list("rules", set.rules(), SetWriter::rule);
    }

    private static void source(Source source, JsonWriter json) throws IOException {
        json.string("key", source.key());
        json.text("office", source.office());
        json.string("date", source.date().toString());
        json.text("title", source.title());
    }

    private static void rule(RuleDefinition rule, JsonWriter json) throws IOException {
        json.string("id", rule.id().value());
        json.constant("level", rule.level(), Level.HOUSEHOLD);
        json.constant("severity", rule.severity());
        json.string("appliesWhen", rule.appliesWhen());
        json.string("mustHold", rule.mustHold());
        json.object("across", rule.across(), (across, inner) -> {
            inner.strings("same", across.same());
            inner.number("atMost", across.atMost());
        });
        json.object("opaque", rule.opaque(), (reads, inner) -> inner.strings("reads", reads));
        json.constant("whenUnknown", rule.whenUnknown(), Rule.WhenUnknown.UNDECIDED);
        json.optionalStrings(
                "refines", rule.refines().stream().map(Object::toString).toList());
        json.text("message", rule.message());
        json.text("rationale", rule.rationale());
        json.optionalStrings("sources", rule.sources());
        json.optionalStrings("tags", rule.tags());
        json.number("since", rule.since());
        json.number("until", rule.until());
    }
}
