package io.github.bmnkit.indicator;

import io.github.bmnkit.json.JsonWriter;
import io.github.bmnkit.round.Source;
import java.io.IOException;

/** Writes a set of indicators as JSON: what is as by default is left out. */
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
        json.list("sources", set.sources(), SetWriter::source);
        json.optionalList("parameters", set.parameters(), SetWriter::parameter);
        json.object("persons", set.persons(), (persons, inner) -> {
            inner.string("sex", persons.sex());
            inner.string("age", persons.age());
        });
        json.optionalList("figures", set.figures(), (figure, inner) -> {
            inner.string("name", figure.name());
            inner.text("title", figure.title());
            inner.text("unit", figure.unit());
            inner.number("indicator", figure.indicator());
        });
        json.list("dimensions", set.dimensions(), (dimension, inner) -> {
            inner.string("id", dimension.id());
            inner.text("title", dimension.title());
        });
        json.list("indicators", set.indicators(), SetWriter::indicator);
    }

    private static void source(Source source, JsonWriter json) throws IOException {
        json.string("key", source.key());
        json.text("office", source.office());
        json.string("date", source.date().toString());
        json.text("title", source.title());
    }

    private static void parameter(IndicatorParameter parameter, JsonWriter json) throws IOException {
        json.string("name", parameter.name());
        json.text("label", parameter.label());
        json.string("unit", parameter.unit());
        json.list("values", parameter.values(), (value, inner) -> {
            inner.number("from", value.from());
            inner.number("to", value.to());
            inner.number("value", value.value());
        });
        json.optionalStrings("sources", parameter.sources());
    }

    private static void indicator(Indicator indicator, JsonWriter json) throws IOException {
        json.number("number", indicator.number());
        json.string("dimension", indicator.dimension());
        json.text("title", indicator.title());
        json.constant("unit", indicator.unit());
        json.string("base", indicator.base());
        json.string("baseMembers", indicator.baseMembers());
        json.string("applicable", indicator.applicable());
        json.string("criterion", indicator.criterion());
        json.string("personsNotMet", indicator.personsNotMet());
        json.optionalList("notMetByAge", indicator.notMetByAge(), (group, inner) -> {
            inner.number("from", group.from());
            inner.number("to", group.to());
            inner.string("persons", group.persons());
        });
        json.text("confidence", indicator.confidence());
        json.text("remark", indicator.remark());
        json.optionalStrings("sources", indicator.sources());
    }
}
