package io.github.bmnkit.validation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.OutcomeCounts;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Writes reports as JSON: as they are, and as problem details (RFC 9457). */
final class ReportJson {
    private static final JsonFactory JSON = new JsonFactory();

    /** Something that writes; an {@link IOException} cannot happen in memory. */
    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private ReportJson() {}

    private static String write(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static String report(ValidationReport report, EditPlan plan, Locale locale) {
        return write(json -> {
            json.writeStringField("household", report.household().value());
            json.writeStringField("form", plan.form.id() + ":" + plan.form.version());
            json.writeStringField("rules", plan.rules.coordinate());
            json.writeBooleanField("draft", report.isDraft());
            json.writeBooleanField("acceptable", report.isAcceptable());
            json.writeObjectFieldStart("counts");
            for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
                OutcomeCounts counts = report.counts(severity);
                json.writeObjectFieldStart(severity.name());
                json.writeNumberField("passed", counts.passed());
                json.writeNumberField("failed", counts.failed());
                json.writeNumberField("undecided", counts.undecided());
                json.writeNumberField("notApplicable", counts.notApplicable());
                json.writeNumberField("engineFaults", counts.engineFaults());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeArrayFieldStart("findings");
            for (Finding finding : report.findings()) {
                json.writeStartObject();
                json.writeStringField("outcome", finding.outcome().name());
                finding(json, report, finding, locale, "");
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static String problem(ValidationReport report, Locale locale) {
        Text title = Text.of("ข้อมูลครัวเรือนไม่ผ่านการตรวจสอบ", "The household's data did not pass validation");
        return write(json -> {
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", title.in(locale));
            json.writeNumberField("status", 422);
            json.writeArrayFieldStart("errors");
            for (Finding finding : report.findings()) {
                json.writeStartObject();
                finding(json, report, finding, locale, "#");
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void finding(
            JsonGenerator json, ValidationReport report, Finding finding, Locale locale, String start)
            throws IOException {
        json.writeStringField("code", finding.code().id());
        json.writeStringField("severity", finding.severity().name());
        json.writeStringField("pointer", start + finding.place().pointer().orElse(""));
        OptionalInt member = finding.place().member();
        if (member.isPresent()) {
            json.writeNumberField("member", member.getAsInt());
        }
        json.writeStringField("where", report.where(finding, locale));
        json.writeStringField("detail", finding.message(locale));
    }
}
