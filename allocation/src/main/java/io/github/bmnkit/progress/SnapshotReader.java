package io.github.bmnkit.progress;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import io.github.bmnkit.quota.ConfirmedPlan;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.round.Period;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a snapshot line by line: only one village is ever held as text. */
final class SnapshotReader {
    private static final JsonLimits LINE = new JsonLimits(16 << 20, 8, 1_000);

    private final QuotaPlan plan;
    private final ConfirmedPlan confirmed;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<VillageCode, VillageTally> villages = new HashMap<>();
    private long latest = HouseholdStates.MAX_MICROS;

    SnapshotReader(ConfirmedPlan confirmed) {
        this.confirmed = confirmed;
        plan = confirmed.plan();
    }

    /** The first line. */
    private record Header(Measure measure, Instant at, long villages) {}

    /** A household: its moments, and its period. */
    private record Household(long data, long counted, long undone, int due) {}

    Reading<ProgressSnapshot> read(InputStream in) {
        BufferedInputStream buffered = new BufferedInputStream(in, 64 << 10);
        Header header = null;
        try {
            byte[] line = line(buffered);
            if (line.length == 0) {
                return Reading.nothing(List.of(Finding.of(DocumentFinding.EMPTY)));
            }
            header = read(line, 1, header()).orElse(null);
            latest = header == null ? latest : HouseholdStates.micros(header.at());
            int number = 1;
            for (line = line(buffered); line.length > 0; line = line(buffered)) {
                number++;
                village(line, number);
            }
        } catch (IOException e) {
            findings.add(Finding.of(DocumentFinding.UNREADABLE));
        }
        if (header != null && header.villages() != villages.size()) {
            findings.add(Finding.of(ProgressFinding.VILLAGE_COUNT)
                    .with("expected", header.villages())
                    .with("found", villages.size()));
        }
        boolean wrong = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return header == null || wrong
                ? Reading.nothing(findings)
                : Reading.of(new ProgressSnapshot(confirmed, header.measure(), header.at(), villages), findings);
    }

    /** The next line with its end; empty at the end of the stream. Of a line beyond the limit the rest is dropped. */
    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (line.size() <= LINE.bytes()) {
                line.write(next);
            }
            if (next == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    private <T> Optional<T> read(byte[] line, int number, Decoder<T> decoder) {
        Reading<T> reading = JsonDocument.read(line, LINE, decoder);
        for (Finding finding : reading.findings()) {
            Place place = finding.place();
            findings.add(finding.at(place.withLine(number, place.column().orElse(0))));
        }
        return reading.optional();
    }

    private Decoder<Header> header() {
        return Decoder.object(fields -> {
            Optional<String> format = fields.required("format", Decoder.TEXT);
            format.filter(found -> !found.equals(SnapshotWriter.FORMAT))
                    .ifPresent(found -> fields.refuse(Finding.of(ProgressFinding.OTHER_FORMAT)
                            .at(fields.place())
                            .with("found", found)
                            .with("expected", SnapshotWriter.FORMAT)));
            Optional<String> print = fields.required("plan", Decoder.TEXT);
            if (print.isPresent() && !print.get().equals(plan.fingerprint())) {
                fields.refuse(Finding.of(ProgressFinding.OTHER_PLAN).at(fields.place()));
            }
            Optional<Measure> measure = fields.required("measure", Decoder.constant(Measure.class));
            Optional<Instant> at =
                    fields.required("at", Decoder.TEXT.then((text, value) -> instant(text, value.kind())));
            Optional<Long> count = fields.required("villages", Decoder.integer(0, Integer.MAX_VALUE));
            return fields.build(() -> new Header(measure.orElseThrow(), at.orElseThrow(), count.orElseThrow()));
        });
    }

    private static Reading<Instant> instant(String text, Text found) {
        try {
            return Reading.of(Instant.parse(text));
        } catch (DateTimeException e) {
            Text expected = Text.of("วันเวลาแบบ ISO 8601 (UTC)", "an ISO 8601 moment in UTC");
            return Reading.nothing(List.of(Finding.of(DocumentFinding.JSON_WRONG_TYPE)
                    .with("expected", expected)
                    .with("found", found)));
        }
    }

    private void village(byte[] line, int number) {
        read(line, number, Decoder.object(fields -> {
            Optional<VillageCode> village = fields.required("village", Decoder.parsed(VillageCode::parse));
            boolean listed = fields.required("listed", Decoder.TRUTH).orElse(false);
            Optional<Map<String, Household>> households = fields.required("households", Decoder.map(household()));
            if (village.isPresent() && !plan.contains(village.get())) {
                fields.refuse(about(ProgressFinding.NO_TARGET, village.get()).with("household", "-"));
            } else if (village.isPresent() && households.isPresent()) {
                VillageTally tally = tally(village.get(), listed, households.get());
                if (tally == null) {
                    fields.refuse(about(ProgressFinding.OTHER_LIST, village.get()));
                } else if (villages.putIfAbsent(village.get(), tally) != null) {
                    fields.refuse(about(ProgressFinding.VILLAGE_TWICE, village.get()));
                }
            }
            return fields.build(() -> true);
        }));
    }

    private static Finding about(ProgressFinding code, VillageCode village) {
        return Finding.of(code).at(Place.area(village.value())).with("area", village.value());
    }

    private Decoder<Household> household() {
        Map<String, Integer> periods = new HashMap<>();
        for (Period period : plan.periods()) {
            periods.put(period.id(), periods.size());
        }
        Decoder<Long> moment = Decoder.integer(1, latest);
        Decoder<Integer> due = Decoder.TEXT.then((text, value) -> Optional.ofNullable(periods.get(text))
                .map(Reading::of)
                .orElseGet(() -> Reading.nothing(List.of(Finding.of(DocumentFinding.JSON_NOT_ALLOWED)
                        .with("found", text)
                        .with("allowed", String.join(", ", new TreeSet<>(periods.keySet())))))));
        return Decoder.object(fields -> {
            int period = fields.optional("due", due).orElse((int) HouseholdStates.NOT_DUE);
            long data = fields.optional("data", moment).orElse(0L);
            long counted = fields.optional("counted", moment).orElse(0L);
            Optional<Long> reopened = fields.optional("reopened", moment);
            Optional<Long> withoutData = fields.optional("withoutData", moment);
            long undone = withoutData
                    .map(micros -> (micros << 1) | 1)
                    .or(() -> reopened.map(micros -> micros << 1))
                    .orElse(0L);
            if (counted > data || (reopened.isPresent() && withoutData.isPresent())) {
                fields.refuse(Finding.of(ProgressFinding.HOUSEHOLD_STATE).at(fields.place()));
            }
            return fields.build(() -> new Household(data, counted, undone, period));
        });
    }

    /** The households by key; null if they don't fit the targets. A key that is none is found. */
    private @Nullable VillageTally tally(VillageCode village, boolean listed, Map<String, Household> households) {
        long[] keys = new long[households.size()];
        Map<Long, Household> byKey = new HashMap<>();
        for (Map.Entry<String, Household> each : households.entrySet()) {
            long key = key(each.getKey());
            if (key == 0) {
                findings.add(Finding.of(ProgressFinding.HOUSEHOLD_KEY).at(Place.area(village.value())));
            }
            keys[byKey.size()] = key;
            byKey.put(key, each.getValue());
        }
        keys = Arrays.copyOf(keys, byKey.size());
        Arrays.sort(keys);
        long[] states = new long[keys.length * HouseholdStates.STRIDE];
        byte[] due = listed ? new byte[keys.length] : null;
        boolean fits = true;
        for (int i = 0; i < keys.length; i++) {
            Household household = byKey.getOrDefault(keys[i], new Household(0, 0, 0, HouseholdStates.NOT_DUE));
            int at = i * HouseholdStates.STRIDE;
            states[at] = keys[i];
            states[at + HouseholdStates.DATA] = household.data();
            states[at + HouseholdStates.COUNTED] = household.counted();
            states[at + HouseholdStates.UNDONE] = household.undone();
            fits &= listed || household.due() == HouseholdStates.NOT_DUE;
            if (due != null) {
                due[i] = (byte) household.due();
            }
        }
        long[] targets = ProgressSnapshot.targets(plan, village);
        VillageTally tally = new VillageTally(states, due, targets);
        return fits && tally.fits(targets) ? tally : null;
    }

    /** The key that 16 hexadecimal digits say; 0 if they don't. */
    private static long key(String text) {
        boolean digits = text.length() == 16
                && text.chars().allMatch(HexFormat::isHexDigit)
                && text.equals(text.toLowerCase(Locale.ROOT));
        return digits ? HexFormat.fromHexDigitsToLong(text) : 0;
    }
}
