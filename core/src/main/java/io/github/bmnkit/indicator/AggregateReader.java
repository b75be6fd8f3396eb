package io.github.bmnkit.indicator;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.certification.Hash;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.indicator.IndicatorCounts.ByOutcome;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import io.github.bmnkit.json.JsonValue;
import io.github.bmnkit.json.JsonValue.JsonString;
import io.github.bmnkit.json.ObjectFields;
import io.github.bmnkit.questionnaire.Code;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;

/** Reads the lines of an aggregate, one in hand at a time; goes on after a bad line, to find everything. */
final class AggregateReader {
    private static final int MAX_LINE = 1 << 20;
    private static final JsonLimits LIMITS = new JsonLimits(MAX_LINE, 8, 1_000);
    private static final int MAX_FINDINGS = 1_000;

    // No sum of them exceeds a long, not even over all the villages that a file could hold.
    private static final Decoder<Long> COUNT = Decoder.integer(0, 1L << 40);

    private static final Decoder<List<List<Long>>> BY_SEX_AND_AGE = Decoder.list(Decoder.list(COUNT));

    /** A string that may be blank. */
    private static final Decoder<String> ANY_TEXT = (value, findings) ->
            value instanceof JsonString text ? Optional.of(text.value()) : Decoder.TEXT.decode(value, findings);

    private final Layout layout;
    private final Map<VillageCode, VillageCells> villages = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int round = -1;

    AggregateReader(Layout layout) {
        this.layout = layout;
    }

    Reading<IndicatorAggregate> read(InputStream in) {
        InputStream buffered = new BufferedInputStream(in);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int number = 0;
        try {
            while (findings.size() < MAX_FINDINGS && line(buffered, line)) {
                number++;
                if (line.size() > 0) {
                    line(line.toByteArray(), number);
                }
            }
        } catch (IOException e) {
            findings.add(Finding.of(DocumentFinding.UNREADABLE));
        }
        if (round < 0 && findings.isEmpty()) {
            findings.add(Finding.of(DocumentFinding.EMPTY));
        }
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                ? Reading.nothing(findings)
                : Reading.of(new IndicatorAggregate(layout, round, villages), findings);
    }

    /** Takes the next line, no longer than a line may be, without its end; returns whether there was one. */
    private static boolean line(InputStream in, ByteArrayOutputStream line) throws IOException {
        line.reset();
        int b = in.read();
        if (b < 0) {
            return false;
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (line.size() <= MAX_LINE) {
                line.write(b);
            }
        }
        return true;
    }

    private void line(byte[] bytes, int number) {
        boolean isHeading = round < 0;
        Decoder<?> decoder = isHeading ? Decoder.object(this::heading) : Decoder.object(this::village);
        Reading<?> reading = JsonDocument.read(bytes, LIMITS, decoder);
        for (Finding finding : reading.findings()) {
            int column = finding.place().column().orElse(0);
            findings.add(finding.at(finding.place().withLine(number, column)));
        }
        if (isHeading && reading.optional().isEmpty()) {
            // What follows has no meaning without it.
            findings.add(Finding.of(AggregateFinding.HEADING).at(Place.line(number)));
            round = 0;
        }
    }

    private Optional<Integer> heading(ObjectFields fields) {
        Optional<String> set = fields.required("indicators", Decoder.TEXT);
        Optional<Integer> year = fields.required("round", Decoder.whole(1, 9_999));
        Optional<Map<String, String>> parameters = fields.required("parameters", Decoder.map(ANY_TEXT));
        Optional<List<String>> sexes = fields.required("sexes", Decoder.list(Decoder.TEXT));
        boolean isOther = year.isPresent()
                && parameters.isPresent()
                && !parameters.get().equals(AggregateWriter.parameters(layout.set, year.get()));
        if (isOther) {
            fields.refuse(Finding.of(AggregateFinding.OTHER_PARAMETERS)
                    .at(fields.place())
                    .with("found", parameters.orElseThrow().toString()));
        }
        if (sexes.isPresent()
                && !sexes.get().equals(layout.sexes.stream().map(Code::code).toList())) {
            fields.refuse(Finding.of(AggregateFinding.OTHER_SEXES)
                    .at(fields.place())
                    .with("found", String.join(", ", sexes.get())));
        }
        set.filter(found -> !found.equals(layout.set.coordinate()))
                .ifPresent(found -> fields.refuse(Finding.of(AggregateFinding.OTHER_SET)
                        .at(fields.place())
                        .with("found", found)
                        .with("expected", layout.set.coordinate())));
        return fields.build(() -> round = year.orElseThrow());
    }

    private Optional<VillageCode> village(ObjectFields fields) {
        Optional<VillageCode> code = fields.required("village", Decoder.parsed(VillageCode::parse));
        Optional<Hash> root = fields.optional("root", Decoder.parsed(Hash::parse));
        Optional<Long> households = fields.required("households", COUNT);
        Optional<Long> persons = fields.required("persons", COUNT);
        Optional<List<List<Long>>> ages = fields.required("ages", BY_SEX_AND_AGE);
        Optional<Map<String, Result>> results = fields.required("results", Decoder.map(Decoder.object(this::result)));
        return fields.build(code::orElseThrow).filter(village -> {
            Check check = new Check(village, fields, households.orElseThrow(), persons.orElseThrow());
            check.ages(ages.orElseThrow());
            check.results(results.orElseThrow());
            if (check.isWrong) {
                return false;
            }
            return villages.putIfAbsent(village, new VillageCells(check.cells, root.orElse(null))) == null
                    || check.refuse(AggregateFinding.DUPLICATE_VILLAGE, "");
        });
    }

    /** What a document says of one indicator; what it does not say is empty. */
    private record Result(
            ByOutcome households,
            ByOutcome members,
            List<Long> persons,
            long notCounted,
            List<List<Long>> surveyed,
            List<List<Long>> byAge) {}

    private Optional<Result> result(ObjectFields fields) {
        Optional<ByOutcome> households = fields.required("households", AggregateReader::byOutcome);
        Optional<ByOutcome> members = fields.required("members", AggregateReader::byOutcome);
        Optional<List<Long>> persons = fields.optional("persons", numbers(2));
        Optional<Long> notCounted = fields.optional("notCounted", COUNT);
        Optional<List<List<Long>>> surveyed = fields.optional("surveyed", BY_SEX_AND_AGE);
        Optional<List<List<Long>>> byAge = fields.optional("byAge", Decoder.list(numbers(2)));
        return fields.build(() -> new Result(
                households.orElseThrow(),
                members.orElseThrow(),
                persons.orElse(List.of()),
                notCounted.orElse(0L),
                surveyed.orElse(List.of()),
                byAge.orElse(List.of())));
    }

    private static Optional<ByOutcome> byOutcome(JsonValue value, List<Finding> findings) {
        return numbers(4)
                .decode(value, findings)
                .map(four -> new ByOutcome(four.get(0), four.get(1), four.get(2), four.get(3)));
    }

    private static Decoder<List<Long>> numbers(int expected) {
        return Decoder.list(COUNT)
                .then((numbers, value) -> numbers.size() == expected
                        ? Reading.of(numbers)
                        : Reading.nothing(List.of(Finding.of(AggregateFinding.NUMBERS)
                                .with("found", numbers.size())
                                .with("expected", expected))));
    }

    /** Whether the numbers of a village go together, and where they are counted. */
    private final class Check {
        private final VillageCode village;
        private final ObjectFields fields;
        private final long households;
        private final long persons;
        private final Cells cells = new Cells(layout.size);
        private boolean isWrong;

        Check(VillageCode village, ObjectFields fields, long households, long persons) {
            this.village = village;
            this.fields = fields;
            this.households = households;
            this.persons = persons;
            cells.add(Layout.HOUSEHOLDS, households);
            cells.add(Layout.PERSONS, persons);
            require(households > 0, "households");
        }

        void ages(List<List<Long>> ages) {
            if (require(isBySexAndAge(ages, persons), "ages")) {
                bySexAndAge(ages, Layout::persons);
            }
        }

        private boolean isBySexAndAge(List<List<Long>> rows, long total) {
            return rows.size() == layout.sexes.size() + 1
                    && rows.stream().allMatch(row -> row.size() <= AgeBand.all().size())
                    && rows.stream()
                                    .flatMap(List::stream)
                                    .mapToLong(Long::longValue)
                                    .sum()
                            == total;
        }

        private void bySexAndAge(List<List<Long>> rows, ToIntBiFunction<Integer, AgeBand> cell) {
            for (int sex = 0; sex < rows.size(); sex++) {
                for (int i = 0; i < rows.get(sex).size(); i++) {
                    cells.add(
                            cell.applyAsInt(sex, AgeBand.all().get(i)),
                            rows.get(sex).get(i));
                }
            }
        }

        void results(Map<String, Result> results) {
            List<String> numbers = layout.indicators.stream()
                    .map(indicator -> Integer.toString(indicator.number()))
                    .collect(Collectors.toList());
            if (!List.copyOf(results.keySet()).equals(numbers)) {
                refuse(AggregateFinding.INDICATORS, "results");
                return;
            }
            for (int i = 0; i < numbers.size(); i++) {
                Result result = results.get(numbers.get(i));
                if (result != null && require(fits(i, result), numbers.get(i))) {
                    count(i, result);
                }
            }
        }

        private boolean fits(int at, Result result) {
            Indicator indicator = layout.indicators.get(at);
            boolean ofPersons = indicator.unit() == Indicator.Unit.PERSON;
            List<Long> own =
                    ofPersons ? result.persons : List.of(result.households.surveyed(), result.households.notMet());
            return result.households.total() == households
                    && result.members.total() == persons
                    && ofPersons == !result.persons.isEmpty()
                    && IndicatorCounts.fits(
                            indicator.unit(), result.households, own.get(0), own.get(1), result.notCounted)
                    && (layout.isBySexAndAge(at)
                            ? isBySexAndAge(result.surveyed, own.get(0))
                            : result.surveyed.isEmpty())
                    && result.byAge.size() == indicator.notMetByAge().size()
                    && result.byAge.stream().allMatch(two -> two.get(1) <= two.get(0))
                    && result.byAge.stream().mapToLong(two -> two.get(0)).sum() <= own.get(0)
                    && result.byAge.stream().mapToLong(two -> two.get(1)).sum() <= own.get(1);
        }

        private void count(int at, Result result) {
            bySexAndAge(result.surveyed, (sex, age) -> layout.surveyed(at, sex, age));
            byOutcome(layout.households(at), result.households);
            byOutcome(layout.members(at), result.members);
            boolean ofPersons = layout.indicators.get(at).unit() == Indicator.Unit.PERSON;
            cells.add(layout.surveyed(at), ofPersons ? result.persons.get(0) : result.households.surveyed());
            cells.add(layout.notMet(at), ofPersons ? result.persons.get(1) : result.households.notMet());
            cells.add(layout.notCounted(at), result.notCounted);
            for (int i = 0; i < result.byAge.size(); i++) {
                cells.add(layout.group(at, i), result.byAge.get(i).get(0));
                cells.add(layout.group(at, i) + 1, result.byAge.get(i).get(1));
            }
        }

        private void byOutcome(int first, ByOutcome numbers) {
            cells.add(first, numbers.notMet());
            cells.add(first + 1, numbers.notApplicable());
            cells.add(first + 2, numbers.incomplete());
        }

        private boolean require(boolean isRight, String name) {
            return isRight || refuse(AggregateFinding.INCONSISTENT, name);
        }

        /** Always false, so that it can stand where a check ends. */
        private boolean refuse(AggregateFinding code, String name) {
            isWrong = true;
            fields.refuse(Finding.of(code).at(fields.place()).with("name", name).with("village", village.value()));
            return false;
        }
    }
}
