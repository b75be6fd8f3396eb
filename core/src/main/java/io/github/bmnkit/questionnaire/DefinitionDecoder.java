package io.github.bmnkit.questionnaire;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.JsonValue;
import io.github.bmnkit.json.JsonValue.JsonNumber;
import io.github.bmnkit.json.JsonValue.JsonString;
import io.github.bmnkit.json.Located;
import io.github.bmnkit.json.ObjectFields;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of a questionnaire in JSON, but for its questions; one decoder reads one document. */
final class DefinitionDecoder implements Decoder<Questionnaire> {
    private static final Pattern NAMES = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final int MAX_DIGITS = 18;

    private static final Roster UNREADABLE_ROSTER = new Roster("member", Text.of("", ""), 0, Roster.LARGEST);

    private record Rounds(int from, int to) {}

    /** A name that expressions can use. */
    static final Decoder<String> NAME = Decoder.TEXT.then((text, value) -> NAMES.matcher(text)
                    .matches()
            ? Reading.of(text)
            : Reading.nothing(List.of(Finding.of(QuestionnaireFinding.BAD_NAME).with("name", text))));

    /** A text in both languages; one that is not there is a missing translation. */
    static final Decoder<Text> TEXTS = Decoder.translated(QuestionnaireFinding.MISSING_TRANSLATION);

    private static final Decoder<Source> SOURCE = Decoder.object(fields -> {
        Optional<String> key = fields.required("key", Decoder.TEXT);
        Optional<Text> office = fields.required("office", TEXTS);
        Optional<LocalDate> date = fields.required("date", Decoder.DATE);
        Optional<Text> title = fields.required("title", TEXTS);
        return fields.build(
                () -> new Source(key.orElseThrow(), office.orElseThrow(), date.orElseThrow(), title.orElseThrow()));
    });

    private static final Decoder<Rounds> ROUNDS = Decoder.object(fields -> {
        Optional<Integer> from = fields.required("from", year());
        Optional<Integer> to = fields.required("to", year());
        checkRounds(fields, from, to);
        return fields.build(() -> new Rounds(from.orElseThrow(), to.orElseThrow()));
    });

    private static final Decoder<Roster> ROSTER = Decoder.object(fields -> {
        Optional<String> name = fields.required("name", NAME);
        Optional<Text> label = fields.required("label", TEXTS);
        Optional<Integer> min = fields.required("min", Decoder.whole(Integer.MIN_VALUE, Integer.MAX_VALUE));
        Optional<Integer> max = fields.required("max", Decoder.whole(Integer.MIN_VALUE, Integer.MAX_VALUE));
        return fields.build(
                () -> new Roster(name.orElseThrow(), label.orElseThrow(), min.orElseThrow(), max.orElseThrow()));
    });

    private static final Decoder<CodeList.Attribute> ATTRIBUTE = Decoder.object(fields -> {
        Optional<String> name = fields.required("name", NAME);
        Optional<Text> label = fields.required("label", TEXTS);
        Optional<String> list = fields.optional("list", Decoder.TEXT);
        return fields.build(() -> new CodeList.Attribute(name.orElseThrow(), label.orElseThrow(), list.orElse(null)));
    });

    /** The value of an attribute; a whole number may stand as such. */
    private static final Decoder<String> ATTRIBUTE_VALUE = (value, findings) ->
            value instanceof JsonNumber number && number.value().scale() == 0
                    ? Optional.of(number.value().toPlainString())
                    : Decoder.TEXT.decode(value, findings);

    private static final Decoder<Code> CODE = Decoder.object(fields -> {
        Optional<String> code = fields.required("code", Decoder.TEXT);
        Optional<Text> label = fields.required("label", TEXTS);
        Optional<String> parent = fields.optional("parent", Decoder.TEXT);
        Optional<Integer> since = fields.optional("since", year());
        Optional<Integer> until = fields.optional("until", year());
        Optional<Map<String, String>> attributes = fields.optional("attributes", Decoder.map(ATTRIBUTE_VALUE));
        checkRounds(fields, since, until);
        return fields.build(() -> new Code(
                code.orElseThrow(),
                label.orElseThrow(),
                parent.orElse(null),
                since.orElse(null),
                until.orElse(null),
                attributes.orElse(Map.of())));
    });

    private final Map<String, Draft.Listed> lists = new LinkedHashMap<>();
    private final List<Located<Parameter>> parameters = new ArrayList<>();
    private final List<Draft.Part> parts = new ArrayList<>();
    private final Set<String> brokenNames = new HashSet<>();
    private final Set<String> brokenLists = new HashSet<>();
    private final Set<String> sectionIds = new HashSet<>();
    private Set<String> sourceKeys = Set.of();
    private @Nullable Roster declaredRoster;

    @Override
    public Optional<Questionnaire> decode(JsonValue value, List<Finding> findings) {
        return Decoder.object(fields -> form(fields, findings)).decode(value, findings);
    }

    private Optional<Questionnaire> form(ObjectFields fields, List<Finding> findings) {
        Optional<String> id = fields.required("id", Decoder.TEXT);
        Optional<String> version = fields.required("version", Decoder.TEXT);
        Optional<DefinitionStatus> status = fields.required("status", Decoder.constant(DefinitionStatus.class));
        Optional<Text> title = fields.required("title", TEXTS);
        Optional<Rounds> rounds = fields.required("rounds", ROUNDS);
        Optional<List<Located<Source>>> sources = fields.required("sources", Decoder.list(SOURCE.located()));
        Optional<Roster> roster = fields.optional("roster", this::roster);
        Optional<List<Parameter>> allParameters = fields.optional("parameters", Decoder.list(this::parameter));
        Optional<List<CodeList>> allLists = fields.optional("lists", Decoder.list(this::codeList));
        sources.ifPresent(listed -> {
            refuseDuplicates(listed, Source::key, Text.of("แหล่งที่มา", "source"), findings);
            sourceKeys = new HashSet<>(
                    listed.stream().map(source -> source.value().key()).toList());
        });
        Optional<List<Section>> sections = fields.required("sections", Decoder.list(this::section));
        Draft.Form form = new Draft.Form(declaredRoster, parameters, brokenNames, lists, brokenLists, parts);
        Compiled compiled = new FormCheck(form, findings).check();
        Optional<Definition> definition = fields.build(() -> new Definition(
                id.orElseThrow(),
                version.orElseThrow(),
                status.orElseThrow(),
                title.orElseThrow(),
                rounds.orElseThrow().from(),
                rounds.orElseThrow().to(),
                sources.orElseThrow().stream().map(Located::value).toList(),
                roster.orElse(null),
                allParameters.orElse(List.of()),
                allLists.orElse(List.of()),
                sections.orElseThrow()));
        boolean wrong = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return wrong ? Optional.empty() : definition.map(sound -> new Questionnaire(sound, compiled));
    }

    /** A roster whose limits are wrong is still a roster, for all that reads it. */
    private Optional<Roster> roster(JsonValue json, List<Finding> findings) {
        Optional<Roster> roster = ROSTER.decode(json, findings);
        declaredRoster = roster.orElse(UNREADABLE_ROSTER);
        roster.filter(read -> !read.hasRoom())
                .ifPresent(read -> findings.add(Finding.of(QuestionnaireFinding.ROSTER_LIMITS)
                        .with("min", read.min())
                        .with("max", read.max())
                        .with("limit", Roster.LARGEST)
                        .at(json.place())));
        return roster;
    }

    private Optional<CodeList> codeList(JsonValue json, List<Finding> findings) {
        return Decoder.<CodeList>object(fields -> {
                    Optional<String> id = fields.required("id", NAME);
                    Optional<Text> label = fields.optional("label", TEXTS);
                    Optional<Boolean> open = fields.optional("open", Decoder.TRUTH);
                    Optional<String> parent = fields.optional("parent", Decoder.TEXT);
                    Optional<List<Located<CodeList.Attribute>>> attributes =
                            fields.optional("attributes", Decoder.list(ATTRIBUTE.located()));
                    Optional<List<Located<Code>>> codes = fields.optional("codes", Decoder.list(CODE.located()));
                    attributes.ifPresent(listed -> refuseDuplicates(
                            listed, CodeList.Attribute::name, Text.of("คุณลักษณะ", "attribute"), findings));
                    codes.ifPresent(listed -> refuseDuplicates(listed, Code::code, Text.of("รหัส", "code"), findings));
                    Optional<CodeList> list = fields.build(() -> new CodeList(
                            id.orElseThrow(),
                            label.orElse(null),
                            open.orElse(false),
                            parent.orElse(null),
                            values(attributes),
                            values(codes)));
                    id.ifPresent(name -> {
                        if (lists.containsKey(name) || !brokenLists.add(name)) {
                            findings.add(duplicate(Text.of("รายการรหัส", "code list"), name, fields.place()));
                        } else if (list.isPresent()) {
                            brokenLists.remove(name);
                            List<Place> places = codes.orElse(List.of()).stream()
                                    .map(Located::place)
                                    .toList();
                            lists.put(name, new Draft.Listed(list.get(), fields.place(), places));
                        }
                    });
                    return list;
                })
                .decode(json, findings);
    }

    private Optional<Parameter> parameter(JsonValue json, List<Finding> findings) {
        return Decoder.<Parameter>object(fields -> {
                    Optional<String> name = fields.required("name", NAME);
                    Optional<Text> label = fields.required("label", TEXTS);
                    Optional<QuestionType> type = fields.required("type", Decoder.constant(QuestionType.class));
                    Optional<Integer> digits = fields.optional("digits", Decoder.whole(0, 9));
                    Optional<String> unit = fields.optional("unit", Decoder.TEXT);
                    Optional<JsonValue> raw = fields.optional("value", (value, any) -> Optional.of(value));
                    Optional<Value> value = type.flatMap(
                            kind -> raw.flatMap(given -> parameterValue(kind, digits.orElse(0), given, findings)));
                    boolean number = type.filter(kind -> kind == QuestionType.INTEGER || kind == QuestionType.DECIMAL)
                            .isPresent();
                    boolean wrong = type.filter(kind -> !kind.isParameter()).isPresent()
                            || (digits.orElse(0) > 0
                                    && type.filter(kind -> kind == QuestionType.DECIMAL)
                                            .isEmpty())
                            || (unit.isPresent() && !number)
                            || (raw.isPresent() && type.isPresent() && value.isEmpty());
                    if (wrong && name.isPresent()) {
                        fields.refuse(Finding.of(QuestionnaireFinding.PARAMETER)
                                .with("name", name.get())
                                .with(
                                        "expected",
                                        type.filter(QuestionType::isParameter)
                                                .map(QuestionType::name)
                                                .orElse("INTEGER, DECIMAL, TEXT, DATE"))
                                .at(raw.map(JsonValue::place).orElse(fields.place())));
                    }
                    Optional<Parameter> parameter = fields.build(() -> new Parameter(
                            name.orElseThrow(),
                            label.orElseThrow(),
                            type.orElseThrow(),
                            digits.orElse(0),
                            unit.orElse(null),
                            value.orElse(null)));
                    parameter.ifPresent(read -> parameters.add(new Located<>(read, fields.place())));
                    name.filter(declared -> parameter.isEmpty()).ifPresent(brokenNames::add);
                    return parameter;
                })
                .decode(json, findings);
    }

    private static Optional<Value> parameterValue(
            QuestionType type, int digits, JsonValue json, List<Finding> findings) {
        if (json instanceof JsonNumber number && (type == QuestionType.INTEGER || type == QuestionType.DECIMAL)) {
            // Without writing the number out: an exponent may be huge.
            BigDecimal stripped = number.value().stripTrailingZeros();
            boolean fits =
                    stripped.scale() <= digits && (long) stripped.precision() - stripped.scale() + digits <= MAX_DIGITS;
            return fits ? Optional.of(Value.of(number.value().setScale(digits))) : Optional.empty();
        }
        if (json instanceof JsonString && type == QuestionType.DATE) {
            return Decoder.DATE.decode(json, findings).map(Value::of);
        }
        return json instanceof JsonString text && type == QuestionType.TEXT
                ? Optional.of(Value.text(text.value()))
                : Optional.empty();
    }

    private Optional<Section> section(JsonValue json, List<Finding> findings) {
        return Decoder.<Section>object(fields -> {
                    List<Draft> drafts = new ArrayList<>();
                    Optional<String> id = fields.required("id", NAME);
                    Optional<Text> title = fields.required("title", TEXTS);
                    Optional<List<Located<String>>> sources =
                            fields.optional("sources", Decoder.list(Decoder.TEXT.located()));
                    Optional<Located<String>> relevance = fields.optional("relevance", Decoder.TEXT.located());
                    Optional<List<Question>> questions = fields.required(
                            "questions", Decoder.list((value, any) -> new QuestionDecoder(drafts).decode(value, any)));
                    sources.ifPresent(cited -> cited.stream()
                            .filter(key -> !sourceKeys.contains(key.value()))
                            .forEach(key -> fields.refuse(Finding.of(QuestionnaireFinding.UNKNOWN_SOURCE)
                                    .with("source", key.value())
                                    .at(key.place()))));
                    id.filter(name -> !sectionIds.add(name))
                            .ifPresent(
                                    name -> fields.refuse(duplicate(Text.of("ตอน", "section"), name, fields.place())));
                    parts.add(new Draft.Part(relevance.orElse(null), drafts));
                    return fields.build(() -> new Section(
                            id.orElseThrow(),
                            title.orElseThrow(),
                            values(sources),
                            relevance.map(Located::value).orElse(null),
                            questions.orElseThrow()));
                })
                .decode(json, findings);
    }

    private static Decoder<Integer> year() {
        return Decoder.whole(2400, 3000);
    }

    private static <T> List<T> values(Optional<List<Located<T>>> located) {
        return located.orElse(List.of()).stream().map(Located::value).toList();
    }

    private static void checkRounds(ObjectFields fields, Optional<Integer> from, Optional<Integer> to) {
        if (from.isPresent() && to.isPresent() && from.get() > to.get()) {
            fields.refuse(Finding.of(QuestionnaireFinding.ROUNDS)
                    .with("from", Integer.toString(from.get()))
                    .with("to", Integer.toString(to.get()))
                    .at(fields.place()));
        }
    }

    static Finding duplicate(Text what, String name, Place place) {
        return Finding.of(QuestionnaireFinding.DUPLICATE)
                .with("what", what)
                .with("name", name)
                .at(place);
    }

    private static <T> void refuseDuplicates(
            List<Located<T>> items, Function<T, String> key, Text what, List<Finding> findings) {
        Set<String> seen = new HashSet<>();
        for (Located<T> item : items) {
            String name = key.apply(item.value());
            if (!seen.add(name)) {
                findings.add(duplicate(what, name, item.place()));
            }
        }
    }
}
