package io.github.bmnkit.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.OutcomeCounts;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import io.github.bmnkit.json.JsonValue;
import io.github.bmnkit.json.JsonValue.JsonBoolean;
import io.github.bmnkit.json.JsonValue.JsonObject;
import io.github.bmnkit.json.ObjectFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes and reads summaries. Five numbers are what passed, failed, is undecided, does not apply and broke; edits of
 * which nothing is to be said in an area are left out there.
 */
final class SummaryJson {
    private static final JsonLimits LIMITS = new JsonLimits(256 << 20, 16, 10_000);
    private static final Decoder<Long> COUNT = Decoder.integer(0, 1L << 53);
    private static final Decoder<OutcomeCounts> COUNTS = SummaryJson::counts;
    private static final Decoder<Boolean> TRUTH = (value, findings) -> {
        if (value instanceof JsonBoolean truth) {
            return Optional.of(truth.value());
        }
        inconsistent(value, findings);
        return Optional.empty();
    };

    private record EditPart(Checks.Edit edit, OutcomeCounts counts, List<HouseholdId> sample) {}

    private record AreaPart(
            AreaKey key,
            long households,
            long acceptable,
            long soft,
            Map<String, OutcomeCounts> severities,
            Map<String, OutcomeCounts> edits) {}

    private SummaryJson() {}

    static String write(Tally tally) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            write(tally, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string can always be written to
        }
        return out.toString();
    }

    static void write(Tally tally, OutputStream out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (json) {
            write(tally, json);
        }
    }

    private static void write(Tally tally, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("form", tally.checks.form);
        json.writeStringField("rules", tally.checks.rules);
        json.writeNumberField("seed", tally.checks.seed);
        json.writeNumberField("sampleSize", tally.checks.sampleSize);
        json.writeBooleanField("cancelled", tally.cancelled);
        households(json, tally.whole);
        json.writeNumberField("drafts", tally.drafts);
        json.writeNumberField("unreadable", tally.unreadable);
        json.writeObjectFieldStart("readingFindings");
        for (Map.Entry<String, Long> each : tally.readingFindings.entrySet()) {
            json.writeNumberField(each.getKey(), each.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("edits");
        for (int i = 0; i < tally.checks.size(); i++) {
            edit(json, tally, i);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("areas");
        for (AreaTally area : tally.areas.values()) {
            area(json, area, tally.checks);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static void households(JsonGenerator json, AreaTally area) throws IOException {
        json.writeNumberField("households", area.households);
        json.writeNumberField("acceptable", area.acceptable);
        json.writeNumberField("withSoftFindings", area.soft);
    }

    private static void edit(JsonGenerator json, Tally tally, int place) throws IOException {
        Checks.Edit edit = tally.checks.edits.get(place);
        json.writeStartObject();
        json.writeStringField("id", edit.id());
        json.writeStringField("severity", edit.severity().name());
        json.writeObjectFieldStart("text");
        json.writeStringField("th", edit.text().th());
        json.writeStringField("en", edit.text().en());
        json.writeEndObject();
        counts(json, "counts", tally.whole.edits.of(place));
        json.writeArrayFieldStart("sample");
        for (HouseholdId household : tally.samples.of(place)) {
            json.writeString(household.value());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void area(JsonGenerator json, AreaTally area, Checks checks) throws IOException {
        json.writeStartObject();
        json.writeStringField("level", area.area.level().name());
        json.writeStringField("code", area.area.code());
        households(json, area);
        if (!area.area.isDense()) {
            json.writeObjectFieldStart("severities");
            for (Severity severity : Severity.values()) {
                counts(json, severity.name(), area.of(severity));
            }
            json.writeEndObject();
        }
        json.writeObjectFieldStart("edits");
        for (int i = 0; i < checks.size(); i++) {
            OutcomeCounts counts = area.edits.of(i);
            if (counts.total() > 0) {
                counts(json, checks.edits.get(i).id(), counts);
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, String name, OutcomeCounts counts) throws IOException {
        json.writeArrayFieldStart(name);
        json.writeNumber(counts.passed());
        json.writeNumber(counts.failed());
        json.writeNumber(counts.undecided());
        json.writeNumber(counts.notApplicable());
        json.writeNumber(counts.engineFaults());
        json.writeEndArray();
    }

    static Reading<BatchSummary> read(InputStream json) {
        Reading<BatchSummary> reading = JsonDocument.read(
                json,
                LIMITS,
                (value, findings) -> Decoder.object(SummaryJson::summary)
                        .decode(value, findings)
                        .flatMap(parts -> parts.assemble(value, findings)));
        return reading.hasErrors() ? Reading.nothing(reading.findings()) : reading;
    }

    private static Optional<Parts> summary(ObjectFields fields) {
        Optional<String> form = fields.required("form", Decoder.TEXT);
        Optional<String> rules = fields.required("rules", Decoder.TEXT);
        Optional<Long> seed = fields.required("seed", Decoder.integer(Long.MIN_VALUE, Long.MAX_VALUE));
        Optional<Long> sampleSize = fields.required("sampleSize", Decoder.integer(0, Integer.MAX_VALUE));
        Optional<Boolean> cancelled = fields.required("cancelled", TRUTH);
        Optional<Long> households = fields.required("households", COUNT);
        Optional<Long> acceptable = fields.required("acceptable", COUNT);
        Optional<Long> soft = fields.required("withSoftFindings", COUNT);
        Optional<Long> drafts = fields.required("drafts", COUNT);
        Optional<Long> unreadable = fields.required("unreadable", COUNT);
        Optional<Map<String, Long>> found = fields.required("readingFindings", map(COUNT));
        Optional<List<EditPart>> edits = fields.required("edits", Decoder.list(Decoder.object(SummaryJson::edit)));
        Optional<List<AreaPart>> areas = fields.required("areas", Decoder.list(Decoder.object(SummaryJson::area)));
        return fields.build(() -> new Parts(
                new Checks(
                        form.orElseThrow(),
                        rules.orElseThrow(),
                        seed.orElseThrow(),
                        Math.toIntExact(sampleSize.orElseThrow()),
                        edits.orElseThrow().stream().map(EditPart::edit).toList()),
                cancelled.orElseThrow(),
                List.of(households.orElseThrow(), acceptable.orElseThrow(), soft.orElseThrow()),
                drafts.orElseThrow(),
                unreadable.orElseThrow(),
                found.orElseThrow(),
                edits.orElseThrow(),
                areas.orElseThrow()));
    }

    private static Optional<EditPart> edit(ObjectFields fields) {
        Optional<String> id = fields.required("id", Decoder.TEXT);
        Optional<Severity> severity = fields.required("severity", Decoder.constant(Severity.class));
        Optional<Text> text = fields.required("text", Decoder.BILINGUAL);
        Optional<OutcomeCounts> counts = fields.required("counts", COUNTS);
        Optional<List<HouseholdId>> sample =
                fields.required("sample", Decoder.list(Decoder.parsed(HouseholdId::parse)));
        return fields.build(() -> new EditPart(
                new Checks.Edit(id.orElseThrow(), severity.orElseThrow(), text.orElseThrow()),
                counts.orElseThrow(),
                sample.orElseThrow()));
    }

    private static Optional<AreaPart> area(ObjectFields fields) {
        Optional<AreaLevel> level = fields.required("level", Decoder.constant(AreaLevel.class));
        Optional<String> code = fields.required("code", Decoder.TEXT);
        Optional<Long> households = fields.required("households", COUNT);
        Optional<Long> acceptable = fields.required("acceptable", COUNT);
        Optional<Long> soft = fields.required("withSoftFindings", COUNT);
        Optional<Map<String, OutcomeCounts>> severities = fields.optional("severities", map(COUNTS));
        Optional<Map<String, OutcomeCounts>> edits = fields.required("edits", map(COUNTS));
        return fields.build(() -> new AreaPart(
                new AreaKey(level.orElseThrow(), code.orElseThrow()),
                households.orElseThrow(),
                acceptable.orElseThrow(),
                soft.orElseThrow(),
                severities.orElse(Map.of()),
                edits.orElseThrow()));
    }

    private static Optional<OutcomeCounts> counts(JsonValue value, List<Finding> findings) {
        Optional<List<Long>> numbers = Decoder.list(COUNT).decode(value, findings);
        if (numbers.isPresent() && numbers.get().size() != Outcome.values().length) {
            inconsistent(value, findings);
            return Optional.empty();
        }
        return numbers.map(n -> new OutcomeCounts(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4)));
    }

    /** An object with any names. */
    private static <T> Decoder<Map<String, T>> map(Decoder<T> each) {
        return (value, findings) -> {
            if (!(value instanceof JsonObject object)) {
                return Decoder.<Map<String, T>>object(fields -> Optional.empty())
                        .decode(value, findings);
            }
            Map<String, T> decoded = new LinkedHashMap<>();
            object.fields()
                    .forEach((name, field) -> each.decode(field, findings).ifPresent(one -> decoded.put(name, one)));
            return decoded.size() == object.fields().size() ? Optional.of(decoded) : Optional.empty();
        };
    }

    private static void inconsistent(JsonValue value, List<Finding> findings) {
        String pointer = value.place().pointer().orElse("");
        findings.add(Finding.of(BatchFinding.SUMMARY_INCONSISTENT)
                .at(value.place())
                .with("name", pointer.substring(pointer.lastIndexOf('/') + 1)));
    }

    /** What a document says, before its parts are known to go together. */
    private record Parts(
            Checks checks,
            boolean cancelled,
            List<Long> households,
            long drafts,
            long unreadable,
            Map<String, Long> readingFindings,
            List<EditPart> edits,
            List<AreaPart> areas) {
        Optional<BatchSummary> assemble(JsonValue document, List<Finding> findings) {
            Tally tally = new Tally(checks);
            tally.cancelled = cancelled;
            tally.drafts = drafts;
            tally.unreadable = unreadable;
            tally.readingFindings.putAll(readingFindings);
            households(tally.whole, households.get(0), households.get(1), households.get(2), document, findings);
            if (drafts > households.get(0)) {
                refuse(BatchFinding.SUMMARY_INCONSISTENT, "drafts", document, findings);
            }
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < edits.size(); i++) {
                EditPart part = edits.get(i);
                if (!ids.add(part.edit().id())) {
                    refuse(BatchFinding.SUMMARY_UNKNOWN, part.edit().id(), document, findings);
                }
                if (part.sample().size() > checks.sampleSize) {
                    refuse(BatchFinding.SUMMARY_INCONSISTENT, part.edit().id(), document, findings);
                }
                for (Outcome outcome : Outcome.values()) {
                    tally.whole.add(
                            i, part.edit().severity(), outcome, part.counts().of(outcome));
                }
                for (HouseholdId household : part.sample()) {
                    tally.samples.add(i, household);
                }
            }
            for (AreaPart part : areas) {
                if (tally.areas.containsKey(part.key())) {
                    refuse(BatchFinding.SUMMARY_UNKNOWN, part.key().code(), document, findings);
                } else {
                    area(tally.area(part.key()), part, document, findings);
                }
            }
            return Optional.of(new BatchSummary(tally));
        }

        private void area(AreaTally area, AreaPart part, JsonValue document, List<Finding> findings) {
            households(area, part.households(), part.acceptable(), part.soft(), document, findings);
            part.edits().forEach((id, counts) -> {
                int place = checks.place(id);
                if (place < 0) {
                    refuse(BatchFinding.SUMMARY_UNKNOWN, id, document, findings);
                    return;
                }
                Severity severity = checks.edits.get(place).severity();
                for (Outcome outcome : Outcome.values()) {
                    area.edits.add(place, outcome, counts.of(outcome));
                    if (area.area.isDense()) {
                        area.add(severity, outcome, counts.of(outcome));
                    }
                }
            });
            for (Severity severity : Severity.values()) {
                OutcomeCounts counts = part.severities().get(severity.name());
                if ((counts == null) != area.area.isDense()) {
                    refuse(BatchFinding.SUMMARY_INCONSISTENT, area.area.code(), document, findings);
                } else if (counts != null) {
                    for (Outcome outcome : Outcome.values()) {
                        area.add(severity, outcome, counts.of(outcome));
                    }
                }
            }
        }

        private static void households(
                AreaTally area,
                long households,
                long acceptable,
                long soft,
                JsonValue document,
                List<Finding> findings) {
            area.households = households;
            area.acceptable = acceptable;
            area.soft = soft;
            if (acceptable > households || soft > households) {
                refuse(BatchFinding.SUMMARY_INCONSISTENT, area.area.code(), document, findings);
            }
        }

        private static void refuse(BatchFinding code, String name, JsonValue document, List<Finding> findings) {
            findings.add(Finding.of(code).at(document.place()).with("name", name));
        }
    }
}
