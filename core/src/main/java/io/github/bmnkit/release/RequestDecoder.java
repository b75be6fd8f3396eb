package io.github.bmnkit.release;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.ObjectFields;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.release.ReleaseRequest.Anonymity;
import io.github.bmnkit.release.ReleaseRequest.Consent;
import io.github.bmnkit.release.ReleaseRequest.Field;
import io.github.bmnkit.release.ReleaseRequest.Period;
import io.github.bmnkit.release.ReleaseRequest.Purpose;
import io.github.bmnkit.release.ReleaseRequest.ShownArea;
import io.github.bmnkit.release.ReleaseRequest.Suppression;
import io.github.bmnkit.release.ReleaseRequest.Unit;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The form of a request in JSON. */
final class RequestDecoder {
    private static final int MAX_HOUSEHOLDS = 1_000_000;
    private static final long MAX_WHOLE = 1_000_000;

    private final Questionnaire form;
    private final Classification classification;
    private final AreaTree tree;
    private final FieldDecoder field;

    RequestDecoder(Classification classification, AreaTree tree) {
        this.classification = classification;
        this.tree = tree;
        form = classification.form();
        field = new FieldDecoder(classification);
    }

    Decoder<ReleaseRequest> request() {
        return Decoder.object(this::request);
    }

    private Optional<ReleaseRequest> request(ObjectFields fields) {
        Optional<String> id = fields.required("id", Decoder.TEXT);
        Optional<String> version = fields.required("version", Decoder.TEXT);
        Optional<Text> title = fields.required("title", Decoder.BILINGUAL);
        Optional<String> recipient = fields.required("recipient", Decoder.TEXT);
        Optional<String> purpose = fields.required("purpose", Decoder.TEXT);
        Optional<String> legalBasis = fields.required("legalBasis", Decoder.TEXT);
        Optional<List<Integer>> rounds = fields.required("rounds", some(Decoder.whole(2400, 3000)));
        Optional<Period> period = fields.required("period", Decoder.object(this::period));
        Optional<Consent> consent = fields.required("consent", Decoder.object(this::consent));
        Optional<Unit> unit = fields.required("unit", Decoder.constant(Unit.class));
        Optional<List<AreaCode>> areas = fields.required("areas", some(Decoder.object(this::area)));
        Optional<ShownArea> shown = fields.required("showArea", Decoder.object(this::shownArea));
        Optional<List<Field>> released = fields.required("fields", some(field.field()));
        Optional<Anonymity> anonymity = fields.required("anonymity", Decoder.object(RequestDecoder::anonymity));
        boolean householdKey = fields.optional("householdKey", Decoder.TRUTH).orElse(false);
        Optional<String> linkage = fields.optional("linkage", Decoder.TEXT);
        boolean demonstration = fields.optional("demonstration", Decoder.TRUTH).orElse(false);
        if (unit.isPresent() && released.isPresent()) {
            checkFields(fields, unit.get(), released.get());
        }
        if (unit.isPresent() && householdKey && unit.get() == Unit.MEMBER) {
            fields.refuse(level(fields, unit.get(), "householdKey"));
        }
        boolean cells = anonymity
                .filter(each -> each.suppression() == Suppression.CELLS)
                .isPresent();
        if (unit.isPresent() && unit.get() == Unit.HOUSEHOLD_WITH_MEMBERS && cells) {
            fields.refuse(Finding.of(ReleaseFinding.CELLS_OF_GROUP).at(fields.place()));
        }
        rounds.ifPresent(each -> checkRounds(fields, each, demonstration));
        return fields.build(() -> new ReleaseRequest(new ReleaseRequest.Parts(
                id.orElseThrow(),
                version.orElseThrow(),
                title.orElseThrow(),
                new Purpose(recipient.orElseThrow(), purpose.orElseThrow(), legalBasis.orElseThrow()),
                Set.copyOf(rounds.orElseThrow()),
                period.orElseThrow(),
                consent.orElseThrow(),
                unit.orElseThrow(),
                areas.orElseThrow(),
                shown.orElseThrow(),
                released.orElseThrow(),
                anonymity.orElseThrow(),
                householdKey,
                linkage.orElse(id.orElseThrow() + " " + version.orElseThrow()),
                demonstration,
                classification,
                tree)));
    }

    /** A list with at least one item. */
    private static <T> Decoder<List<T>> some(Decoder<T> item) {
        return Decoder.list(item)
                .then((items, value) -> items.isEmpty()
                        ? Reading.nothing(List.of(Finding.of(ReleaseFinding.EMPTY)))
                        : Reading.of(items));
    }

    private void checkFields(ObjectFields fields, Unit unit, List<Field> released) {
        Set<String> names = new HashSet<>();
        long ways = 1;
        for (Field each : released) {
            if (!names.add(each.question())) {
                fields.refuse(
                        Finding.of(ReleaseFinding.DUPLICATE).at(fields.place()).with("name", each.question()));
            }
            Level level = form.item(each.question()).orElseThrow().level();
            boolean fits = unit == Unit.HOUSEHOLD_WITH_MEMBERS || (unit == Unit.MEMBER) == (level == Level.MEMBER);
            if (!fits) {
                fields.refuse(level(fields, unit, each.question()));
            }
            boolean known = classification.role(each.question()) == DisclosureRole.QUASI_IDENTIFIER;
            ways = Math.min(
                    Lattice.MAX_WAYS + 1L, ways * (known ? 1 + each.treatment().levels() : 1));
        }
        ways *= tree.levels().size();
        if (ways > Lattice.MAX_WAYS) {
            fields.refuse(Finding.of(ReleaseFinding.TOO_MANY_WAYS)
                    .at(fields.place())
                    .with("ways", ways)
                    .with("limit", Lattice.MAX_WAYS));
        }
    }

    private static Finding level(ObjectFields fields, Unit unit, String question) {
        return Finding.of(ReleaseFinding.FIELD_LEVEL)
                .at(fields.place())
                .with("question", question)
                .with("unit", unit.text());
    }

    private void checkRounds(ObjectFields fields, List<Integer> rounds, boolean demonstration) {
        for (int round : rounds) {
            for (String definition : outside(round)) {
                if (!demonstration) {
                    fields.refuse(Finding.of(ReleaseFinding.ROUND)
                            .at(fields.place())
                            .with("definition", definition)
                            .with("round", round));
                }
            }
        }
    }

    private List<String> outside(int round) {
        return List.of(
                        form.holdsFor(round) ? "" : form.id() + " " + form.version(),
                        classification.holdsFor(round) ? "" : classification.reference())
                .stream()
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Optional<Period> period(ObjectFields fields) {
        Optional<String> question = fields.required("question", household(ValueType.DATE));
        Optional<LocalDate> from = fields.required("from", Decoder.DATE);
        Optional<LocalDate> to = fields.required("to", Decoder.DATE);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            fields.refuse(Finding.of(ReleaseFinding.RANGE).at(fields.place()));
        }
        return fields.build(() -> new Period(question.orElseThrow(), from.orElseThrow(), to.orElseThrow()));
    }

    private Optional<Consent> consent(ObjectFields fields) {
        Optional<String> question = fields.required("question", household(ValueType.CODE));
        Optional<String> code = fields.required("code", Decoder.TEXT);
        if (question.isPresent() && code.isPresent()) {
            CodeList list = form.list(listOf(question.get())).orElse(null);
            if (list == null || list.code(code.get()).isEmpty()) {
                fields.refuse(Finding.of(ReleaseFinding.UNKNOWN_CODE)
                        .at(fields.place())
                        .with("question", question.get())
                        .with("code", code.get()));
            }
        }
        return fields.build(() -> new Consent(question.orElseThrow(), code.orElseThrow()));
    }

    private String listOf(String question) {
        String list = form.question(question).orElseThrow().list();
        return list == null ? "" : list;
    }

    /** A question of the household with values of a type. */
    private Decoder<String> household(ValueType type) {
        return Decoder.TEXT.then((name, value) -> {
            Item item = form.item(name).filter(Item::hasValue).orElse(null);
            if (item == null) {
                return Reading.nothing(
                        List.of(Finding.of(ReleaseFinding.UNKNOWN_QUESTION).with("question", name)));
            }
            boolean fits = item.level() == Level.HOUSEHOLD && item.symbol().type() == type;
            Text expected = type == ValueType.DATE ? Text.of("วันที่", "a date") : Text.of("รหัส", "a code");
            return fits
                    ? Reading.of(name)
                    : Reading.nothing(List.of(Finding.of(ReleaseFinding.QUESTION_TYPE)
                            .with("question", name)
                            .with("expected", expected)));
        });
    }

    private Optional<AreaCode> area(ObjectFields fields) {
        Optional<AreaLevel> level = fields.required("level", Decoder.constant(AreaLevel.class));
        Optional<String> code = fields.required("code", Decoder.TEXT);
        Optional<AreaCode> found = level.flatMap(at -> code.flatMap(value -> tree.areas(at).stream()
                .filter(area -> area.value().equals(value))
                .findFirst()));
        if (level.isPresent() && code.isPresent() && found.isEmpty()) {
            fields.refuse(Finding.of(ReleaseFinding.UNKNOWN_AREA)
                    .at(fields.place())
                    .with("level", level.get().text())
                    .with("code", code.get()));
        }
        return fields.build(() -> found).flatMap(Function.identity());
    }

    private Optional<ShownArea> shownArea(ObjectFields fields) {
        Optional<AreaLevel> level = fields.required(
                "level",
                Decoder.constant(AreaLevel.class)
                        .then((at, value) -> tree.levels().contains(at)
                                ? Reading.of(at)
                                : Reading.nothing(List.of(
                                        Finding.of(ReleaseFinding.UNKNOWN_LEVEL).with("level", at.text())))));
        Optional<Integer> households = fields.required("minHouseholds", Decoder.whole(1, MAX_HOUSEHOLDS));
        return fields.build(() -> new ShownArea(level.orElseThrow(), households.orElseThrow()));
    }

    private static Optional<Anonymity> anonymity(ObjectFields fields) {
        Optional<Integer> k = fields.required("k", Decoder.whole(2, MAX_HOUSEHOLDS));
        Optional<Suppression> suppress = fields.required("suppress", Decoder.constant(Suppression.class));
        Optional<Share> most = fields.required("maxSuppressed", Decoder.object(RequestDecoder::share));
        return fields.build(() -> new Anonymity(k.orElseThrow(), suppress.orElseThrow(), most.orElseThrow()));
    }

    private static Optional<Share> share(ObjectFields fields) {
        Optional<Long> part = fields.required("part", Decoder.integer(0, MAX_WHOLE));
        Optional<Long> whole = fields.required("whole", Decoder.integer(1, MAX_WHOLE));
        if (part.isPresent() && whole.isPresent() && part.get() > whole.get()) {
            fields.refuse(Finding.of(ReleaseFinding.RANGE).at(fields.place()));
        }
        return fields.build(() -> Share.of(part.orElseThrow(), whole.orElseThrow()));
    }
}
