package io.github.bmnkit.certification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.LocalAuthorityCode;
import io.github.bmnkit.area.LocalAuthorityPart;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.json.CanonicalJson;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import io.github.bmnkit.json.ObjectFields;
import io.github.bmnkit.round.Paper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a ledger line by line, and stops at the first line that is wrong. */
final class EntryReader {
    private static final int MAX_LINE = 1 << 16;
    private static final JsonLimits LIMITS = new JsonLimits(MAX_LINE, 8, 1_000);

    private static final Decoder<Hash> HASH = Decoder.parsed(Hash::parse);
    private static final Decoder<Long> COUNT = Decoder.integer(0, CanonicalJson.MAX_INTEGER);
    private static final Decoder<ActorId> ACTOR = text(ActorId::of);
    private static final Decoder<RoleId> ROLE = Decoder.parsed(RoleId::parse);
    private static final Decoder<Instant> TIME = text(Instant::parse);
    private static final Decoder<Set<Paper>> PAPERS = mapped(Decoder.list(Decoder.constant(Paper.class)), HashSet::new);
    private static final Decoder<Figures> FIGURES =
            mapped(Decoder.list(COUNT), counts -> new Figures(at(counts, 0, 3), at(counts, 1, 3), at(counts, 2, 3)));
    private static final Decoder<Share> SHARE =
            mapped(Decoder.list(COUNT), counts -> Share.of(at(counts, 0, 2), at(counts, 1, 2)));
    private static final Decoder<List<Long>> RECHECK = Decoder.list(Decoder.integer(0, AcceptancePlan.MAX_LOT));
    private static final Decoder<CertificationEvent> EVENT = Decoder.object(EntryReader::event);

    private static final Decoder<Ledger.Entry> ENTRY = Decoder.object(fields -> {
        Optional<Long> sequence = fields.required("sequence", COUNT);
        Optional<Hash> previous = fields.required("previous", HASH);
        Optional<Hash> hash = fields.required("hash", HASH);
        Optional<CertificationEvent> event = fields.required("event", EVENT);
        return fields.build(() -> new Ledger.Entry(
                sequence.orElseThrow(), previous.orElseThrow(), event.orElseThrow(), hash.orElseThrow()));
    });

    private final List<Ledger.Head> anchors;
    private Chain chain;

    /** An entry, and its event in canonical form, as it stands in the line. */
    record Line(Ledger.Entry entry, String event) {}

    /** Goes on from where a ledger was followed to. */
    EntryReader(Chain chain, List<Ledger.Head> anchors) {
        this.anchors = List.copyOf(anchors);
        this.chain = chain;
    }

    Reading<Chain> read(InputStream ndjson, Consumer<Ledger.Entry> receiver) {
        try {
            LedgerLines lines = new LedgerLines(ndjson, MAX_LINE + 1);
            for (byte[] line = lines.next(); line.length > 0; line = lines.next()) {
                Optional<Finding> wrong = next(line, receiver);
                if (wrong.isPresent()) {
                    return Reading.nothing(List.of(wrong.get()));
                }
            }
        } catch (IOException e) {
            return Reading.nothing(List.of(Finding.of(DocumentFinding.UNREADABLE)));
        }
        for (Ledger.Head anchor : anchors) {
            if (chain.length() < anchor.length()) {
                return Reading.nothing(List.of(Chain.finding(CertificationFinding.LEDGER_TRUNCATED, chain.length() + 1)
                        .with("length", chain.length())
                        .with("expected", anchor.length())));
            }
        }
        return Reading.of(chain);
    }

    private Optional<Finding> next(byte[] line, Consumer<Ledger.Entry> receiver) {
        long sequence = chain.length() + 1;
        boolean ended = line[line.length - 1] == '\n';
        Reading<Line> reading = read(ended ? Arrays.copyOf(line, line.length - 1) : line, sequence);
        if (reading.optional().isEmpty()) {
            return Optional.of(reading.findings().get(0));
        }
        Ledger.Entry entry = reading.value().entry();
        if (!ended) {
            return Optional.of(Chain.finding(CertificationFinding.LEDGER_NOT_CANONICAL, sequence));
        }
        Optional<Finding> wrong = chain.wrong(entry, reading.value().event());
        if (wrong.isEmpty()) {
            wrong = offAnchor(entry);
        }
        if (wrong.isEmpty()) {
            chain = chain.after(entry);
            receiver.accept(entry);
        }
        return wrong;
    }

    private Optional<Finding> offAnchor(Ledger.Entry entry) {
        boolean beyond = !anchors.isEmpty() && anchors.stream().allMatch(each -> each.length() < entry.sequence());
        if (beyond) {
            return Optional.of(Chain.finding(CertificationFinding.LEDGER_LONGER, entry.sequence()));
        }
        return anchors.stream()
                .filter(each ->
                        each.length() == entry.sequence() && !each.hash().equals(entry.hash()))
                .findAny()
                .map(each -> Chain.finding(CertificationFinding.LEDGER_HEAD, entry.sequence()));
    }

    static Reading<Line> read(byte[] line, long sequence) {
        Reading<Ledger.Entry> reading;
        try {
            reading = JsonDocument.read(line, LIMITS, ENTRY);
        } catch (IllegalArgumentException e) {
            // Parts that are right each for itself, and wrong together.
            return Reading.nothing(List.of(unreadable(sequence, "event")));
        }
        if (reading.optional().isEmpty()) {
            Finding first = reading.findings().get(0);
            String part = first.place().pointer().orElse("");
            return Reading.nothing(
                    List.of(unreadable(sequence, part.isEmpty() ? first.code().id() : part)));
        }
        String event = CanonicalJson.of(EventJson.event(reading.value().event()));
        if (!Arrays.equals(reading.value().toJson(event).getBytes(UTF_8), line)) {
            return Reading.nothing(List.of(Chain.finding(CertificationFinding.LEDGER_NOT_CANONICAL, sequence)));
        }
        return Reading.of(new Line(reading.value(), event));
    }

    private static Finding unreadable(long sequence, String part) {
        return Chain.finding(CertificationFinding.LEDGER_LINE, sequence).with("part", part);
    }

    private static Optional<CertificationEvent> event(ObjectFields fields) {
        Optional<String> command = fields.required("command", Decoder.TEXT);
        Optional<Step> step = fields.required("step", Decoder.constant(Step.class));
        Optional<AreaCode> unit = unit(fields, "level", "unit");
        Optional<ActorId> actor = fields.required("actor", ACTOR);
        Optional<Instant> at = fields.required("at", TIME);
        Optional<? extends Detail> detail = step.flatMap(known -> detail(known, fields, unit.orElse(null)));
        if (unit.isEmpty() || detail.isEmpty()) {
            fields.refuse(Finding.of(CertificationFinding.LEDGER_LINE).at(fields.place()));
        }
        return fields.build(() -> new CertificationEvent(
                command.orElseThrow(),
                step.orElseThrow(),
                unit.orElseThrow(),
                actor.orElseThrow(),
                at.orElseThrow(),
                detail.orElseThrow()));
    }

    private static Optional<? extends Detail> detail(Step step, ObjectFields fields, @Nullable AreaCode unit) {
        return switch (step) {
            case PRESENT, SUBMIT -> Optional.of(new Detail.Plain());
            case REPORT -> {
                Optional<Long> changes = fields.required("changes", COUNT);
                Optional<Hash> root = fields.required("root", HASH);
                Optional<Figures> figures = fields.required("figures", FIGURES);
                yield unit instanceof VillageCode village
                                && changes.isPresent()
                                && root.isPresent()
                                && figures.isPresent()
                        ? Optional.of(new Detail.Work(
                                new VillageWork.Report(village, changes.get(), root.get(), figures.get())))
                        : Optional.empty();
            }
            case SIGN -> {
                Optional<RoleId> role = fields.required("role", ROLE);
                Optional<ActorId> other = fields.optional("onBehalfOf", ACTOR);
                yield role.map(signing -> new Detail.Signing(signing, other.orElse(null)));
            }
            case CERTIFY -> vouching(fields);
            case RECEIVE -> fields.required("papers", PAPERS).map(Detail.Arrival::new);
            case RETURN -> {
                Optional<AreaCode> target = unit(fields, "targetLevel", "target");
                Optional<String> reason = fields.required("reason", Decoder.TEXT);
                yield target.isPresent() && reason.isPresent()
                        ? Optional.of(new Detail.Back(target.get(), reason.get()))
                        : Optional.empty();
            }
        };
    }

    private static Optional<Detail> vouching(ObjectFields fields) {
        Optional<String> definition = fields.required("definition", Decoder.TEXT);
        Optional<String> form = fields.required("form", Decoder.TEXT);
        Optional<String> rules = fields.required("rules", Decoder.TEXT);
        Optional<Boolean> demonstration = fields.required("demonstration", Decoder.TRUTH);
        Optional<Hash> root = fields.required("root", HASH);
        Optional<Figures> figures = fields.required("figures", FIGURES);
        Optional<Share> hard = fields.required("hardEdits", SHARE);
        Optional<Share> soft = fields.required("softEdits", SHARE);
        Optional<Long> accepted = fields.required("acceptedSoftEdits", COUNT);
        Optional<List<Long>> recheck = fields.optional("recheck", RECHECK);
        Optional<Set<Paper>> papers = fields.required("papers", PAPERS);
        boolean complete =
                List.of(definition, form, rules, demonstration, root, figures, hard, soft, accepted, papers).stream()
                        .allMatch(Optional::isPresent);
        return !complete
                ? Optional.empty()
                : Optional.of(new Detail.Vouching(
                        new Certificate.Basis(
                                definition.orElseThrow(),
                                form.orElseThrow(),
                                rules.orElseThrow(),
                                demonstration.orElseThrow()),
                        root.orElseThrow(),
                        figures.orElseThrow(),
                        hard.orElseThrow(),
                        soft.orElseThrow(),
                        accepted.orElseThrow(),
                        recheck.map(counts -> recheck(root.orElseThrow(), counts))
                                .orElse(null),
                        papers.orElseThrow()));
    }

    private static Recheck recheck(Hash root, List<Long> counts) {
        AcceptancePlan plan = new AcceptancePlan(number(counts, 0), number(counts, 1), number(counts, 2));
        return new Recheck(root, plan, number(counts, 3), number(counts, 4));
    }

    private static int number(List<Long> counts, int index) {
        return Math.toIntExact(at(counts, index, 5));
    }

    private static Optional<AreaCode> unit(ObjectFields fields, String levelName, String name) {
        Optional<AreaLevel> level = fields.required(levelName, Decoder.constant(AreaLevel.class));
        Optional<String> value = fields.required(name, Decoder.TEXT);
        return level.isPresent() && value.isPresent() ? unit(level.get(), value.get()) : Optional.empty();
    }

    private static Optional<AreaCode> unit(AreaLevel level, String value) {
        return switch (level) {
            case VILLAGE -> VillageCode.parse(value).optional().map(Function.identity());
            case DISTRICT -> DistrictCode.parse(value).optional().map(Function.identity());
            case PROVINCE -> ProvinceCode.parse(value).optional().map(Function.identity());
            case LOCAL_AUTHORITY -> {
                int slash = value.indexOf('/');
                yield slash < 0
                        ? Optional.empty()
                        : Optional.of(new LocalAuthorityPart(
                                LocalAuthorityCode.of(value.substring(slash + 1)),
                                DistrictCode.of(value.substring(0, slash))));
            }
            case COUNTRY -> Optional.of(CountryCode.THAILAND);
            case TAMBON, REGION -> Optional.empty();
        };
    }

    private static long at(List<Long> counts, int index, int size) {
        if (counts.size() != size) {
            throw new IllegalArgumentException(counts.size() + " numbers, not " + size);
        }
        return counts.get(index);
    }

    private static <T> Decoder<T> text(Function<String, T> parse) {
        return mapped(Decoder.TEXT, parse);
    }

    private static <A, T> Decoder<T> mapped(Decoder<A> decoder, Function<A, T> function) {
        return decoder.then((value, at) -> {
            try {
                return Reading.of(function.apply(value));
            } catch (IllegalArgumentException | DateTimeException e) {
                return Reading.nothing(List.of(Finding.of(CertificationFinding.LEDGER_LINE)));
            }
        });
    }
}
