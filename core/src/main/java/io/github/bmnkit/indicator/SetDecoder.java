package io.github.bmnkit.indicator;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Symbol;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.indicator.IndicatorParameter.RoundValue;
import io.github.bmnkit.indicator.IndicatorSet.Dimension;
import io.github.bmnkit.indicator.IndicatorSet.Figure;
import io.github.bmnkit.indicator.IndicatorSet.Persons;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.JsonValue;
import io.github.bmnkit.json.JsonValue.JsonNumber;
import io.github.bmnkit.json.Located;
import io.github.bmnkit.json.ObjectFields;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The form of a set of indicators in JSON; one decoder reads one document. */
final class SetDecoder implements Decoder<IndicatorSet> {
    private static final Pattern PARTS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern NAMES = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    private record Rounds(int from, int to) {}

    /** A text in both languages; one that is not there is a missing translation. */
    static final Decoder<Text> TEXTS = Decoder.translated(IndicatorFinding.MISSING_TRANSLATION);

    private static final Decoder<Source> SOURCE = Decoder.object(fields -> {
        Optional<String> key = fields.required("key", Decoder.TEXT);
        Optional<Text> office = fields.required("office", TEXTS);
        Optional<LocalDate> date = fields.required("date", Decoder.DATE);
        Optional<Text> title = fields.required("title", TEXTS);
        return fields.build(
                () -> new Source(key.orElseThrow(), office.orElseThrow(), date.orElseThrow(), title.orElseThrow()));
    });

    private static final Decoder<Dimension> DIMENSION = Decoder.object(fields -> {
        Optional<String> id = fields.required("id", matching(PARTS));
        Optional<Text> title = fields.required("title", TEXTS);
        return fields.build(() -> new Dimension(id.orElseThrow(), title.orElseThrow()));
    });

    private static final Decoder<RoundValue> ROUND_VALUE = Decoder.object(fields -> {
        Optional<Integer> from = fields.required("from", year());
        Optional<Integer> to = fields.required("to", year());
        Optional<BigDecimal> value = fields.required("value", SetDecoder::amount);
        checkOrder(fields, from, to);
        return fields.build(() -> new RoundValue(from.orElseThrow(), to.orElseThrow(), value.orElseThrow()));
    });

    private final Questionnaire form;
    private Set<String> sources = Set.of();
    private Set<String> dimensions = Set.of();
    private Set<String> parameters = Set.of();

    SetDecoder(Questionnaire form) {
        this.form = form;
    }

    @Override
    public Optional<IndicatorSet> decode(JsonValue value, List<Finding> findings) {
        return Decoder.<IndicatorSet>object(fields -> set(fields, findings)).decode(value, findings);
    }

    private Optional<IndicatorSet> set(ObjectFields fields, List<Finding> findings) {
        Optional<String> id = fields.required("id", matching(PARTS));
        Optional<String> version = fields.required("version", matching(PARTS));
        Optional<DefinitionStatus> status = fields.required("status", Decoder.constant(DefinitionStatus.class));
        Optional<Text> title = fields.required("title", TEXTS);
        Optional<String> formId = fields.required("form", this::formId);
        Optional<Rounds> rounds = fields.required("rounds", this::rounds);
        Optional<List<Located<Source>>> listed = fields.required("sources", Decoder.list(SOURCE.located()));
        sources = keys(listed, Source::key, Text.of("แหล่งที่มา", "source"), findings);
        if (formId.isEmpty()) {
            // Of indicators for another form nothing can be said.
            return Optional.empty();
        }
        Optional<List<Located<IndicatorParameter>>> decided = fields.optional(
                "parameters", Decoder.list(Decoder.object(this::parameter).located()));
        parameters = keys(decided, IndicatorParameter::name, Text.of("พารามิเตอร์", "parameter"), findings);
        Optional<Persons> persons = fields.optional("persons", Decoder.object(this::persons));
        Optional<List<Located<Figure>>> figures = fields.optional(
                "figures", Decoder.list(Decoder.object(this::figure).located()));
        Optional<List<Located<Dimension>>> groups = fields.required("dimensions", Decoder.list(DIMENSION.located()));
        dimensions = keys(groups, Dimension::id, Text.of("หมวด", "dimension"), findings);
        IndicatorDecoder indicator = new IndicatorDecoder(form, sources, dimensions, parameters);
        Optional<List<Located<Indicator>>> indicators =
                fields.required("indicators", Decoder.list(indicator.located()));
        Set<String> numbers =
                keys(indicators, each -> Integer.toString(each.number()), Text.of("ตัวชี้วัด", "indicator"), findings);
        indicators.ifPresent(any -> figures.orElse(List.of()).stream()
                .filter(figure -> figure.value().indicator() != null
                        && !numbers.contains(figure.value().indicator().toString()))
                .forEach(figure -> fields.refuse(Finding.of(IndicatorFinding.UNKNOWN_INDICATOR)
                        .with("number", figure.value().indicator())
                        .at(figure.place()))));
        return fields.build(() -> new IndicatorSet(new SetDefinition(
                id.orElseThrow(),
                version.orElseThrow(),
                status.orElseThrow(),
                title.orElseThrow(),
                formId.orElseThrow(),
                rounds.orElseThrow().from(),
                rounds.orElseThrow().to(),
                values(listed),
                values(decided),
                persons.orElse(null),
                values(figures),
                values(groups),
                values(indicators))));
    }

    private Optional<String> formId(JsonValue value, List<Finding> findings) {
        return Decoder.TEXT.decode(value, findings).filter(id -> {
            if (!id.equals(form.id())) {
                findings.add(Finding.of(IndicatorFinding.WRONG_FORM)
                        .with("expected", id)
                        .with("found", form.id())
                        .at(value.place()));
            }
            return id.equals(form.id());
        });
    }

    private Optional<Rounds> rounds(JsonValue value, List<Finding> findings) {
        return Decoder.<Rounds>object(fields -> {
                    Optional<Integer> from = fields.required("from", year());
                    Optional<Integer> to = fields.required("to", year());
                    if (checkOrder(fields, from, to)
                            && (!form.holdsFor(from.orElse(form.firstRound()))
                                    || !form.holdsFor(to.orElse(form.lastRound())))) {
                        fields.refuse(Finding.of(IndicatorFinding.OUTSIDE_ROUNDS)
                                .with("first", Integer.toString(form.firstRound()))
                                .with("last", Integer.toString(form.lastRound()))
                                .at(fields.place()));
                    }
                    return fields.build(() -> new Rounds(from.orElseThrow(), to.orElseThrow()));
                })
                .decode(value, findings);
    }

    /** The name may be that of a parameter of the form, but not of what is asked or calculated. */
    private Optional<IndicatorParameter> parameter(ObjectFields fields) {
        Optional<String> name = fields.required("name", matching(NAMES));
        Optional<Text> label = fields.required("label", TEXTS);
        Optional<String> unit = fields.optional("unit", Decoder.TEXT);
        Optional<List<RoundValue>> values = fields.required("values", Decoder.list(ROUND_VALUE));
        Optional<List<String>> cited = fields.optional("sources", cited(sources));
        name.filter(taken -> form.question(taken).isPresent())
                .ifPresent(taken -> fields.refuse(Finding.of(IndicatorFinding.PARAMETER_NAME)
                        .with("name", taken)
                        .at(fields.place())));
        if (values.filter(IndicatorParameter::overlap).isPresent()) {
            fields.refuse(Finding.of(IndicatorFinding.PARAMETER_ROUNDS)
                    .with("name", name.orElse(""))
                    .at(fields.place()));
        }
        return fields.build(() -> new IndicatorParameter(
                name.orElseThrow(),
                label.orElseThrow(),
                unit.orElse(null),
                values.orElseThrow(),
                cited.orElse(List.of())));
    }

    private static Optional<BigDecimal> amount(JsonValue value, List<Finding> findings) {
        if (value instanceof JsonNumber number && RoundValue.isInRange(number.value())) {
            return Optional.of(number.value());
        }
        // Says what is wrong with anything else.
        Optional<Long> whole = Decoder.integer(0, 999_999_999_999_999_999L).decode(value, findings);
        return whole.map(BigDecimal::valueOf);
    }

    private Optional<Persons> persons(ObjectFields fields) {
        Optional<String> sex = fields.required(
                "sex", named(symbol -> symbol.level() == Level.MEMBER && symbol.type() == ValueType.CODE));
        Optional<String> age = fields.required(
                "age", named(symbol -> symbol.level() == Level.MEMBER && symbol.type() == ValueType.INTEGER));
        return fields.build(() -> new Persons(sex.orElseThrow(), age.orElseThrow()));
    }

    private Optional<Figure> figure(ObjectFields fields) {
        Optional<String> name = fields.required(
                "name",
                named(symbol ->
                        symbol.level() == Level.HOUSEHOLD && symbol.type().isNumber()));
        Optional<Text> title = fields.required("title", TEXTS);
        Optional<Text> unit = fields.required("unit", TEXTS);
        Optional<Integer> indicator = fields.optional("indicator", Decoder.whole(1, 999));
        return fields.build(
                () -> new Figure(name.orElseThrow(), title.orElseThrow(), unit.orElseThrow(), indicator.orElse(null)));
    }

    /** A name of the form, of the right level and type. */
    private Decoder<String> named(Predicate<Symbol> fits) {
        return Decoder.TEXT.then(
                (name, value) -> form.scope().symbol(name).filter(fits).isPresent()
                        ? Reading.of(name)
                        : Reading.nothing(List.of(
                                Finding.of(IndicatorFinding.UNKNOWN_NAME).with("name", name))));
    }

    static Decoder<List<String>> cited(Set<String> sources) {
        return Decoder.list(Decoder.TEXT.then((key, value) -> sources.contains(key)
                ? Reading.of(key)
                : Reading.nothing(
                        List.of(Finding.of(IndicatorFinding.UNKNOWN_SOURCE).with("source", key)))));
    }

    private static <T> Set<String> keys(
            Optional<List<Located<T>>> listed, Function<T, String> key, Text what, List<Finding> findings) {
        Set<String> keys = new HashSet<>();
        for (Located<T> each : listed.orElse(List.of())) {
            String name = key.apply(each.value());
            if (!keys.add(name)) {
                findings.add(duplicate(what, name, each.place()));
            }
        }
        return keys;
    }

    private static Finding duplicate(Text what, String name, Place place) {
        return Finding.of(IndicatorFinding.DUPLICATE)
                .with("what", what)
                .with("name", name)
                .at(place);
    }

    private static <T> List<T> values(Optional<List<Located<T>>> listed) {
        return listed.orElse(List.of()).stream().map(Located::value).collect(Collectors.toUnmodifiableList());
    }

    private static Decoder<Integer> year() {
        return Decoder.whole(2400, 3000);
    }

    private static boolean checkOrder(ObjectFields fields, Optional<Integer> from, Optional<Integer> to) {
        boolean wrong = from.isPresent() && to.isPresent() && from.get() > to.get();
        if (wrong) {
            fields.refuse(Finding.of(IndicatorFinding.ROUNDS)
                    .with("from", Integer.toString(from.get()))
                    .with("to", Integer.toString(to.get()))
                    .at(fields.place()));
        }
        return !wrong;
    }

    private static Decoder<String> matching(Pattern pattern) {
        return Decoder.TEXT.then((text, value) -> pattern.matcher(text).matches()
                ? Reading.of(text)
                : Reading.nothing(List.of(Finding.of(IndicatorFinding.BAD_ID).with("id", text))));
    }
}
