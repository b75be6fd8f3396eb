package io.github.bmnkit.indicator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.finding.Text;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a report as JSON: how it was made, then its tables. */
final class ReportJson {
    private final IndicatorReport report;
    private final IndicatorTable table;
    private final JsonGenerator json;

    private ReportJson(IndicatorReport report, JsonGenerator json) {
        this.report = report;
        this.table = report.table();
        this.json = json;
    }

    static String write(IndicatorReport report) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            new ReportJson(report, json).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string can always be written to
        }
        return out.append('\n').toString();
    }

    private void write() throws IOException {
        IndicatorAggregate aggregate = table.aggregate();
        json.writeStartObject();
        json.writeStringField("indicators", aggregate.set().coordinate());
        json.writeStringField("status", aggregate.set().status().name());
        json.writeNumberField("round", aggregate.round());
        json.writeBooleanField("demonstration", Wording.isDemonstration(table));
        json.writeStringField("view", table.tree().view().name());
        area("area", report.area());
        if (report.note().isPresent()) {
            text("note", report.note().get());
        }
        certified();
        json.writeArrayFieldStart("outsideRegister");
        for (AreaCode village : table.outside()) {
            json.writeString(village.value());
        }
        json.writeEndArray();
        json.writeObjectFieldStart("order");
        json.writeStringField("rule", report.order().name());
        text("text", report.order().text());
        json.writeNumberField("leastBase", report.leastBase());
        json.writeEndObject();
        json.writeNumberField("households", table.of(report.area()).households());
        json.writeNumberField("registeredHouseholds", table.tree().households(report.area()));
        json.writeNumberField("persons", table.of(report.area()).persons());
        if (report.change().isPresent()) {
            change(report.change().get());
        }
        ReportTables.results(report).write(json);
        ReportTables.persons(report).write(json);
        ReportTables.codebook(report).write(json);
        json.writeEndObject();
    }

    private void certified() throws IOException {
        if (table.certified().isEmpty()) {
            json.writeNullField("certified");
            return;
        }
        CertifiedIndicators certified = table.certified().get();
        json.writeObjectFieldStart("certified");
        json.writeStringField("level", certified.level().name());
        json.writeNumberField("villages", certified.aggregate().cells().size());
        json.writeObjectFieldStart("excluded");
        for (Map.Entry<? extends AreaCode, CertifiedIndicators.Exclusion> each :
                certified.excluded().entrySet()) {
            json.writeStringField(each.getKey().value(), each.getValue().name());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void change(IndicatorChange change) throws IOException {
        json.writeObjectFieldStart("change");
        json.writeNumberField("before", change.before().aggregate().round());
        json.writeObjectFieldStart("notCompared");
        for (Map.Entry<Integer, IndicatorChange.NotCompared> each :
                change.notCompared().entrySet()) {
            json.writeStringField(each.getKey().toString(), each.getValue().name());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("onlyBefore");
        for (AreaCode area : report.onlyBefore()) {
            area(null, area);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("onlyNow");
        for (AreaCode area : report.onlyNow()) {
            area(null, area);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void area(@Nullable String name, AreaCode area) throws IOException {
        if (name != null) {
            json.writeFieldName(name);
        }
        json.writeStartObject();
        json.writeStringField("level", area.level().name());
        json.writeStringField("code", area.value());
        json.writeEndObject();
    }

    private void text(String name, Text text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("th", text.th());
        json.writeStringField("en", text.en());
        json.writeEndObject();
    }
}
