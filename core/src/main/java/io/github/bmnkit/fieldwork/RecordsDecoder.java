package io.github.bmnkit.fieldwork;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaFinding;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.LocalAuthorityCode;
import io.github.bmnkit.area.LocalAuthorityKind;
import io.github.bmnkit.fieldwork.FieldworkRecord.Cooperation;
import io.github.bmnkit.fieldwork.FieldworkRecord.Done;
import io.github.bmnkit.fieldwork.FieldworkRecord.DueDate;
import io.github.bmnkit.fieldwork.FieldworkRecord.Publicity;
import io.github.bmnkit.fieldwork.WorkingGroup.Member;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.BuddhistDate;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.JsonValue;
import io.github.bmnkit.json.JsonValue.JsonArray;
import io.github.bmnkit.json.Located;
import io.github.bmnkit.json.ObjectFields;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The form of records in JSON. A record with something wrong or doubtful is left out; all others are kept. */
final class RecordsDecoder {
    private static final Decoder<LocalDate> DATE = Decoder.parsed(BuddhistDate::parse);
    private static final Decoder<ActorId> ACTOR = Decoder.parsed(ActorId::parse);
    private static final Decoder<LocalAuthorityKind> KIND =
            Decoder.TEXT.then((text, value) -> LocalAuthorityKind.find(text)
                    .map(Reading::of)
                    .orElseGet(() -> Reading.nothing(
                            List.of(Finding.of(AreaFinding.AUTHORITY_KIND).with("found", text)))));

    private final FieldworkRecords.Basis basis;
    private final RecordCheck check;
    private final Decoder<AreaCode> area;
    private final Decoder<LocalDate> past;
    private final Decoder<RoleId> role;

    RecordsDecoder(FieldworkRecords.Basis basis, LocalDate today) {
        this.basis = basis;
        check = new RecordCheck(basis, today);
        area = Decoder.parsed(Territory::parse).then((code, value) -> Reading.of(code, check.area(code)));
        past = DATE.then((date, value) -> Reading.of(date, check.past(date)));
        role = PlanDecoder.role(basis.roles());
    }

    Decoder<FieldworkRecords> records() {
        return Decoder.object(this::records);
    }

    private Optional<FieldworkRecords> records(ObjectFields fields) {
        int due = basis.round().year();
        fields.required("round", Decoder.whole(2400, 3000))
                .filter(year -> year != due)
                .ifPresent(year -> fields.refuse(Finding.of(FieldworkFinding.OTHER_ROUND)
                        .at(fields.place())
                        .with("round", Integer.toString(due))));
        List<FieldworkRecord> records = new ArrayList<>();
        records.addAll(section(fields, "dueDates", this::dueDate));
        records.addAll(section(fields, "done", this::done));
        records.addAll(section(fields, "publicity", this::publicity));
        records.addAll(section(fields, "workingGroups", this::group));
        records.addAll(section(fields, "appointments", this::appointment));
        records.addAll(section(fields, "collectors", this::collector));
        records.addAll(section(fields, "cooperation", this::cooperation));
        records.addAll(section(fields, "visits", this::visit));
        return fields.build(() -> new FieldworkRecords(basis, records));
    }

    private <T extends FieldworkRecord> List<T> section(
            ObjectFields fields, String name, Function<ObjectFields, Optional<T>> body) {
        Decoder<T> record = Decoder.object(body).then((decoded, value) -> Reading.of(decoded, check.whole(decoded)));
        Map<String, List<T>> byKey = new HashMap<>();
        List<T> kept = new ArrayList<>();
        fields.optional(name, good(record, (each, findings) -> {
            List<T> same = byKey.computeIfAbsent(RecordParts.key(each.value()), any -> new ArrayList<>());
            if (same.stream().anyMatch(other -> check.clash(each.value(), other))) {
                findings.add(RecordCheck.duplicate(each.value()).at(each.place()));
            } else {
                same.add(each.value());
                kept.add(each.value());
            }
        }));
        return kept;
    }

    private interface Taker<T> {
        void take(Located<T> item, List<Finding> findings);
    }

    /** An array of which the good items are taken. */
    private static <T> Decoder<List<T>> good(Decoder<T> item, Taker<T> taker) {
        return (value, findings) -> {
            if (!(value instanceof JsonArray array)) {
                return Decoder.list(item).decode(value, findings);
            }
            for (JsonValue each : array.items()) {
                Optional<Located<T>> decoded = item.located().decode(each, findings);
                if (decoded.isPresent() && !isDoubtful(each, findings)) {
                    taker.take(decoded.get(), findings);
                }
            }
            return Optional.of(List.of());
        };
    }

    /** A field that nobody knows, or one that stands twice, may be the end of a term. Members are taken one by one. */
    private static boolean isDoubtful(JsonValue record, List<Finding> findings) {
        String within = record.place().pointer().orElseThrow() + "/";
        return findings.stream()
                .filter(finding -> finding.code() == DocumentFinding.JSON_UNKNOWN_FIELD
                        || finding.code() == DocumentFinding.JSON_DUPLICATE_KEY)
                .map(finding -> finding.place().pointer().orElse(""))
                .anyMatch(pointer -> pointer.startsWith(within) && !pointer.startsWith(within + "members/"));
    }

    private Optional<DueDate> dueDate(ObjectFields fields) {
        Optional<String> task = fields.required("task", Decoder.TEXT);
        Optional<AreaCode> where = fields.required("area", area);
        Optional<AreaLevel> level = fields.required("level", Decoder.constant(AreaLevel.class));
        Optional<LocalDate> by = fields.required("by", DATE);
        return fields.build(
                () -> new DueDate(task.orElseThrow(), where.orElseThrow(), level.orElseThrow(), by.orElseThrow()));
    }

    private Optional<Done> done(ObjectFields fields) {
        Optional<String> task = fields.required("task", Decoder.TEXT);
        Optional<AreaCode> unit = fields.required("unit", area);
        Optional<LocalDate> on = fields.required("on", past);
        Optional<ActorId> by = fields.required("by", ACTOR);
        return fields.build(() -> new Done(task.orElseThrow(), unit.orElseThrow(), on.orElseThrow(), by.orElseThrow()));
    }

    private Optional<Publicity> publicity(ObjectFields fields) {
        Optional<AreaCode> where = fields.required("area", area);
        Optional<LocalDate> on = fields.required("on", past);
        Optional<String> what = fields.required("what", Decoder.TEXT);
        return fields.build(() -> new Publicity(where.orElseThrow(), on.orElseThrow(), what.orElseThrow()));
    }

    private Optional<WorkingGroup> group(ObjectFields fields) {
        Optional<AreaCode> unit = fields.required("unit", area);
        Optional<WorkingGroup.Order> order = fields.required("order", Decoder.object(this::order));
        Optional<LocalDate> ready = fields.optional("ready", past);
        List<Member> members = new ArrayList<>();
        fields.required("members", good(Decoder.object(this::member), (each, findings) -> {
            if (members.stream().anyMatch(other -> RecordParts.clash(each.value(), other))) {
                findings.add(RecordCheck.duplicate(each.value()).at(each.place()));
                return;
            }
            order.ifPresent(known ->
                    check.member(each.value(), known).forEach(finding -> findings.add(finding.at(each.place()))));
            members.add(each.value());
        }));
        return fields.build(
                () -> new WorkingGroup(unit.orElseThrow(), order.orElseThrow(), ready.orElse(null), members));
    }

    private Optional<WorkingGroup.Order> order(ObjectFields fields) {
        Optional<String> number = fields.required("number", Decoder.TEXT);
        Optional<LocalDate> date = fields.required("date", past);
        Optional<String> office = fields.required("office", Decoder.TEXT);
        return fields.build(
                () -> new WorkingGroup.Order(number.orElseThrow(), date.orElseThrow(), office.orElseThrow()));
    }

    private Optional<Member> member(ObjectFields fields) {
        Optional<ActorId> actor = fields.required("actor", ACTOR);
        Optional<List<RoleId>> roles = fields.required("roles", some(role, FieldworkFinding.NO_ROLES));
        Optional<Term> term = term(fields);
        return fields.build(
                () -> new Member(actor.orElseThrow(), new HashSet<>(roles.orElseThrow()), term.orElseThrow()));
    }

    private Optional<Appointment> appointment(ObjectFields fields) {
        Optional<ActorId> actor = fields.required("actor", ACTOR);
        Optional<RoleId> as = fields.required("role", role);
        Optional<List<AreaCode>> areas = fields.required("areas", some(area, FieldworkFinding.NO_AREA));
        Optional<Term> term = term(fields);
        return fields.build(() -> new Appointment(
                actor.orElseThrow(), as.orElseThrow(), new HashSet<>(areas.orElseThrow()), term.orElseThrow()));
    }

    private Optional<Collector> collector(ObjectFields fields) {
        Optional<ActorId> actor = fields.required("actor", ACTOR);
        Optional<List<AreaCode>> areas = fields.required("areas", some(area, FieldworkFinding.NO_AREA));
        Optional<Term> term = term(fields);
        Optional<LocalDate> briefed = fields.optional("briefed", past);
        Optional<LocalDate> registered = fields.optional("registered", past);
        return fields.build(() -> new Collector(
                actor.orElseThrow(),
                new HashSet<>(areas.orElseThrow()),
                term.orElseThrow(),
                briefed.orElse(null),
                registered.orElse(null)));
    }

    private Optional<Cooperation> cooperation(ObjectFields fields) {
        Optional<LocalAuthorityCode> authority =
                fields.required("authority", Decoder.parsed(LocalAuthorityCode::parse));
        Optional<LocalAuthorityKind> kind = fields.required("kind", KIND);
        Optional<AreaCode> where = fields.required("area", area);
        Optional<LocalDate> on = fields.required("on", past);
        Optional<Boolean> certifies = fields.optional("certifies", Decoder.TRUTH);
        Optional<String> what = fields.required("what", Decoder.TEXT);
        return fields.build(() -> new Cooperation(
                authority.orElseThrow(),
                kind.orElseThrow(),
                where.orElseThrow(),
                on.orElseThrow(),
                certifies.orElse(false),
                what.orElseThrow()));
    }

    private Optional<SupportVisit> visit(ObjectFields fields) {
        Optional<AreaCode> by = fields.required("by", area);
        Optional<AreaCode> place = fields.required("place", area);
        Optional<LocalDate> on = fields.required("on", past);
        Optional<List<String>> found = fields.required("findings", Decoder.list(Decoder.TEXT));
        Optional<SupportVisit.Report> report = fields.optional("report", Decoder.object(this::report));
        return fields.build(() -> new SupportVisit(
                by.orElseThrow(), place.orElseThrow(), on.orElseThrow(), found.orElseThrow(), report.orElse(null)));
    }

    private Optional<SupportVisit.Report> report(ObjectFields fields) {
        Optional<String> to = fields.required("to", Decoder.TEXT);
        Optional<LocalDate> on = fields.required("on", past);
        return fields.build(() -> new SupportVisit.Report(to.orElseThrow(), on.orElseThrow()));
    }

    private static Optional<Term> term(ObjectFields fields) {
        Optional<LocalDate> from = fields.required("from", DATE);
        Optional<LocalDate> to = fields.optional("to", DATE);
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            fields.refuse(Finding.of(FieldworkFinding.TERM)
                    .at(fields.place())
                    .with("from", from.get())
                    .with("to", to.get()));
            return Optional.empty();
        }
        return from.map(start -> new Term(start, to.orElse(null)));
    }

    /** An array with at least one item. */
    private static <T> Decoder<List<T>> some(Decoder<T> item, FieldworkFinding none) {
        return Decoder.list(item)
                .then((items, value) ->
                        items.isEmpty() ? Reading.nothing(List.of(Finding.of(none))) : Reading.of(items));
    }
}
