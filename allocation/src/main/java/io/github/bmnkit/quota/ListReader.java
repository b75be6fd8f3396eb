package io.github.bmnkit.quota;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.csv.CsvReader;
import io.github.bmnkit.csv.CsvRow;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import io.github.bmnkit.quota.TargetList.Listed;
import io.github.bmnkit.round.Period;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads target lists as they were written, piece by piece: a table of the whole country does not fit into memory. */
final class ListReader {
    private static final int PIECE = 256 << 10;
    private static final int MAX_PIECE = 8 << 20;
    /** A little more than a row may have, so that a longer one is found to be too long. */
    private static final int ROW = (64 << 10) + 16;

    private static final JsonLimits LINE = new JsonLimits(16 << 20, 8, 1_000);
    private static final Decoder<VillageCode> VILLAGE = Decoder.parsed(VillageCode::parse);
    private static final Decoder<List<HouseholdId>> HOUSEHOLDS = Decoder.list(Decoder.parsed(HouseholdId::parse));

    private final Map<String, Period> periods = new HashMap<>();
    private final QuotaPlan plan;
    private final ListCollector collector;

    ListReader(QuotaPlan plan, ListCollector collector) {
        this.plan = plan;
        this.collector = collector;
        plan.periods().forEach(period -> periods.put(period.id(), period));
    }

    void csv(InputStream in) {
        Lines lines = new Lines(in, ROW);
        ByteArrayOutputStream piece = new ByteArrayOutputStream(2 * PIECE);
        byte[] header = {};
        try {
            while (header.length == 0 && lines.next()) {
                header = lines.isBlank() ? header : lines.bytes();
            }
            int headerLine = lines.number();
            boolean readable = rows(header, piece, headerLine, headerLine);
            while (readable && lines.next()) {
                int first = lines.number();
                piece.reset();
                boolean open = false;
                do {
                    byte[] line = lines.bytes();
                    piece.writeBytes(line);
                    for (byte each : line) {
                        open ^= each == '"';
                    }
                    // A quoted field may hold a line feed: a piece ends where no quote is open.
                } while ((piece.size() < PIECE || (open && piece.size() < MAX_PIECE)) && lines.next());
                rows(header, piece, headerLine, first);
            }
        } catch (IOException e) {
            collector.found(Finding.of(DocumentFinding.UNREADABLE));
        }
    }

    /** Reads a piece as a table with the header of the whole, and says where its rows really stand. */
    private boolean rows(byte[] header, ByteArrayOutputStream piece, int headerLine, int first) {
        boolean whole = piece.size() == 0;
        ByteArrayOutputStream table = new ByteArrayOutputStream(header.length + piece.size() + 1);
        table.writeBytes(header);
        table.writeBytes(piece.toByteArray());
        // Findings are taken one by one in between the rows, so that each goes to the village that it stands with.
        List<Finding> findings = new ArrayList<>();
        boolean readable = CsvReader.read(
                new ByteArrayInputStream(table.toByteArray()), TargetLists.COLUMNS, List.of(), findings, row -> {
                    take(findings, whole, headerLine, first);
                    row(row, Place.line(row.line() - 2 + first));
                });
        take(findings, whole, headerLine, first);
        return readable;
    }

    private void take(List<Finding> findings, boolean whole, int headerLine, int first) {
        for (Finding finding : findings) {
            int line = finding.place().line().orElse(0);
            if (line > 1) {
                collector.found(finding.at(finding.place().withLine(line - 2 + first, 0)));
            } else if (whole) {
                // What is wrong with the header was said with the first piece, which has no rows.
                collector.found(line == 0 ? finding : finding.at(Place.line(headerLine)));
            }
        }
        findings.clear();
    }

    private void row(CsvRow row, Place place) {
        Reading<VillageCode> village = VillageCode.parse(row.field("village_code"));
        village.findings().forEach(finding -> collector.found(finding.at(place)));
        if (village.optional().isEmpty() || !collector.begin(village.value(), place)) {
            return;
        }
        Reading<HouseholdId> household = HouseholdId.parse(row.field("household_id"));
        household.findings().forEach(finding -> collector.found(finding.at(place)));
        Period period = periods.get(row.field("period"));
        if (period == null) {
            collector.found(
                    Finding.of(TargetFinding.LIST_UNKNOWN_PERIOD).at(place).with("period", row.field("period")));
        } else if (household.optional().isPresent()) {
            collector.add(new Listed(household.value(), period, place));
        }
    }

    void json(InputStream in) {
        Lines lines = new Lines(in, LINE.bytes() + 1);
        try {
            while (lines.next()) {
                if (!lines.isBlank()) {
                    line(lines.bytes(), lines.number());
                }
            }
        } catch (IOException e) {
            collector.found(Finding.of(DocumentFinding.UNREADABLE));
        }
    }

    private record Line(Optional<VillageCode> village, Map<Period, List<HouseholdId>> households) {}

    private void line(byte[] bytes, int number) {
        Reading<Line> reading = JsonDocument.read(bytes, LINE, Decoder.object(fields -> {
            Optional<VillageCode> village = fields.required("village", VILLAGE);
            Map<Period, List<HouseholdId>> households = new HashMap<>();
            fields.required("periods", Decoder.object(byId -> {
                for (Period period : plan.periods()) {
                    byId.optional(period.id(), HOUSEHOLDS).ifPresent(each -> households.put(period, each));
                }
                return byId.build(() -> true);
            }));
            // Whatever stands in the way is found; the village is named all the same.
            return fields.build(() -> true).or(() -> Optional.of(false)).map(any -> new Line(village, households));
        }));
        collector.give();
        Place place = Place.line(number);
        Optional<Line> line = reading.optional();
        Optional<VillageCode> village = line.flatMap(Line::village);
        boolean begun = village.isPresent() && collector.begin(village.get(), place);
        for (Finding finding : reading.findings()) {
            collector.found(finding.at(
                    finding.place().withLine(number, finding.place().column().orElse(0))));
        }
        if (begun) {
            plan.periods()
                    .forEach(period -> line.orElseThrow().households().getOrDefault(period, List.of()).stream()
                            .map(household -> new Listed(household, period, place))
                            .forEach(collector::add));
        }
    }
}
