package io.github.bmnkit.round;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.RegionCode;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.ObjectFields;
import io.github.bmnkit.round.TargetTable.Region;
import io.github.bmnkit.round.TargetTable.Row;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The form of a round in JSON. */
final class RoundDecoder {
    private static final long MAX_HOUSEHOLDS = 1_000_000_000_000L;

    private record Window(String source, YearMonth from, YearMonth to) {}

    private record Ratio(String source, long ratio) {}

    private record LevelDefinition(LevelPapers papers, Optional<Deadline> deadline) {}

    private record Papers(String source, List<LevelDefinition> levels) {}

    private record Targets(String source, Row country, List<Region> regions) {}

    private static final Decoder<YearMonth> MONTH = Decoder.TEXT.then((text, value) -> {
        try {
            return Reading.of(YearMonth.parse(text));
        } catch (DateTimeParseException e) {
            return Reading.nothing(List.of(Finding.of(DocumentFinding.JSON_WRONG_TYPE)
                    .with("expected", Text.of("เดือนแบบ ISO 8601 (ค.ศ.)", "an ISO 8601 month"))
                    .with("found", value.kind())));
        }
    });

    private static final Decoder<Source> SOURCE = Decoder.object(fields -> {
        Optional<String> key = fields.required("key", Decoder.TEXT);
        Optional<Text> office = fields.required("office", Decoder.BILINGUAL);
        Optional<LocalDate> date = fields.required("date", Decoder.DATE);
        Optional<Text> title = fields.required("title", Decoder.BILINGUAL);
        return fields.build(
                () -> new Source(key.orElseThrow(), office.orElseThrow(), date.orElseThrow(), title.orElseThrow()));
    });

    private static final Decoder<Period> PERIOD = Decoder.object(fields -> {
        Optional<String> id = fields.required("id", Decoder.TEXT);
        Optional<Text> name = fields.required("name", Decoder.BILINGUAL);
        return fields.build(() -> new Period(id.orElseThrow(), name.orElseThrow()));
    });

    private static final Decoder<Window> WINDOW = Decoder.object(fields -> {
        Optional<String> source = fields.required("source", Decoder.TEXT);
        Optional<YearMonth> from = fields.required("from", MONTH);
        Optional<YearMonth> to = fields.required("to", MONTH);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            fields.refuse(Finding.of(RoundFinding.WINDOW).at(fields.place()));
        }
        return fields.build(() -> new Window(source.orElseThrow(), from.orElseThrow(), to.orElseThrow()));
    });

    private static final Decoder<Ratio> RATIO = Decoder.object(fields -> {
        Optional<String> source = fields.required("source", Decoder.TEXT);
        Optional<Long> ratio = fields.required("ratio", Decoder.integer(1, 10_000));
        fields.optional("note", Decoder.BILINGUAL);
        return fields.build(() -> new Ratio(source.orElseThrow(), ratio.orElseThrow()));
    });

    private static final Decoder<LevelDefinition> LEVEL = Decoder.object(fields -> {
        Optional<AreaLevel> level = fields.required("level", Decoder.constant(AreaLevel.class));
        Optional<List<Paper>> papers = fields.required("papers", Decoder.list(Decoder.constant(Paper.class)));
        Optional<AreaLevel> above = fields.optional("mustHaveReached", Decoder.constant(AreaLevel.class));
        Optional<LocalDate> by = fields.optional("by", Decoder.DATE);
        if (above.isPresent() != by.isPresent()) {
            fields.refuse(Finding.of(RoundFinding.DEADLINE_INCOMPLETE).at(fields.place()));
        }
        return fields.build(() -> new LevelDefinition(
                new LevelPapers(level.orElseThrow(), papers.orElseThrow()),
                by.map(day -> new Deadline(level.orElseThrow(), above.orElseThrow(), day))));
    });

    private static final Decoder<Papers> PAPERS = Decoder.object(fields -> {
        Optional<String> source = fields.required("source", Decoder.TEXT);
        Optional<List<LevelDefinition>> levels = fields.required("byLevel", Decoder.list(LEVEL));
        return fields.build(() -> new Papers(source.orElseThrow(), levels.orElseThrow()));
    });

    private static final Decoder<Row> COUNTRY =
            Decoder.object(fields -> row(fields, Optional.of(CountryCode.THAILAND)));

    private static final Decoder<Row> PROVINCE =
            Decoder.object(fields -> row(fields, fields.required("province", Decoder.parsed(ProvinceCode::parse))));

    private static final Decoder<Region> REGION = Decoder.object(fields -> {
        Optional<Long> number = fields.required("number", Decoder.integer(1, 99));
        Optional<Text> name = fields.required("name", Decoder.BILINGUAL);
        Optional<List<Row>> provinces = fields.required("provinces", Decoder.list(PROVINCE));
        Optional<Row> row = row(fields, number.map(code -> new RegionCode(code.intValue())));
        return row.map(region -> new Region(region, name.orElseThrow(), provinces.orElseThrow()));
    });

    private static final Decoder<Targets> TARGETS = Decoder.object(fields -> {
        Optional<String> source = fields.required("source", Decoder.TEXT);
        Optional<Row> country = fields.required("country", COUNTRY);
        Optional<List<Region>> regions = fields.required("regions", Decoder.list(REGION));
        return fields.build(() -> new Targets(source.orElseThrow(), country.orElseThrow(), regions.orElseThrow()));
    });

    static final Decoder<SurveyRound> ROUND = Decoder.object(RoundDecoder::round);

    private RoundDecoder() {}

    private static Optional<Row> row(ObjectFields fields, Optional<? extends AreaCode> area) {
        Decoder<Long> figure = Decoder.integer(0, MAX_HOUSEHOLDS);
        Optional<List<Long>> households = fields.required("households", Decoder.list(figure));
        Optional<Long> total = fields.required("total", figure);
        return fields.build(
                () -> new Row(area.orElseThrow(), households.orElseThrow(), total.orElseThrow(), fields.place()));
    }

    private static Optional<SurveyRound> round(ObjectFields fields) {
        Optional<String> id = fields.required("id", Decoder.TEXT);
        Optional<Long> year = fields.required("year", Decoder.integer(2400, 3000));
        Optional<DefinitionStatus> status = fields.required("status", Decoder.constant(DefinitionStatus.class));
        Optional<Text> title = fields.required("title", Decoder.BILINGUAL);
        Optional<List<Source>> sources = fields.required("sources", Decoder.list(SOURCE));
        Optional<Window> window = fields.required("window", WINDOW);
        Optional<List<Period>> periods = fields.required("periods", Decoder.list(PERIOD));
        Optional<Ratio> ratio = fields.required("householdsPerVolunteer", RATIO);
        Optional<Papers> papers = fields.required("papers", PAPERS);
        Optional<Targets> targets = fields.required("targets", TARGETS);

        refuseDuplicates(fields, sources, Source::key, Text.of("แหล่งที่มา", "source"));
        refuseDuplicates(fields, periods, Period::id, Text.of("ช่วงเวลา", "period"));
        refuseDuplicates(
                fields,
                papers.map(Papers::levels),
                level -> level.papers().level().name(),
                Text.of("ระดับ", "level"));
        sources.ifPresent(listed -> Stream.of(
                        window.map(Window::source),
                        ratio.map(Ratio::source),
                        papers.map(Papers::source),
                        targets.map(Targets::source))
                .flatMap(Optional::stream)
                .distinct()
                .filter(cited ->
                        listed.stream().noneMatch(source -> source.key().equals(cited)))
                .forEach(cited -> fields.refuse(Finding.of(RoundFinding.UNKNOWN_SOURCE)
                        .at(fields.place())
                        .with("source", cited))));
        Optional<TargetTable> table = Optional.empty();
        if (periods.isPresent() && targets.isPresent()) {
            List<Finding> margins = new ArrayList<>();
            table = TargetTable.verified(
                    periods.get(), targets.get().country(), targets.get().regions(), margins);
            margins.forEach(fields::refuse);
        }
        Optional<TargetTable> verified = table;
        return fields.build(() -> new SurveyRound(
                id.orElseThrow(),
                year.orElseThrow().intValue(),
                status.orElseThrow(),
                title.orElseThrow(),
                sources.orElseThrow(),
                window.orElseThrow().from(),
                window.orElseThrow().to(),
                (int) ratio.orElseThrow().ratio(),
                papers.orElseThrow().levels().stream()
                        .map(LevelDefinition::papers)
                        .toList(),
                papers.orElseThrow().levels().stream()
                        .flatMap(level -> level.deadline().stream())
                        .toList(),
                verified.orElseThrow()));
    }

    private static <T> void refuseDuplicates(
            ObjectFields fields, Optional<List<T>> items, Function<T, String> key, Text what) {
        Set<String> seen = new HashSet<>();
        for (T item : items.orElse(List.of())) {
            if (!seen.add(key.apply(item))) {
                fields.refuse(Finding.of(RoundFinding.DUPLICATE)
                        .at(fields.place())
                        .with("what", what)
                        .with("name", key.apply(item)));
            }
        }
    }
}
