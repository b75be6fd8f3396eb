package io.github.bmnkit.certification;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.certification.CertificationDefinition.LevelProcess;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.fieldwork.Roles;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.ObjectFields;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The form of a definition of certification in JSON. */
final class DefinitionDecoder {
    private static final int MAX_QUORUM = 1_000;
    private static final long MAX_WHOLE = 1_000_000;

    private static final Decoder<Source> SOURCE = Decoder.object(fields -> {
        Optional<String> key = fields.required("key", Decoder.TEXT);
        Optional<Text> office = fields.required("office", Decoder.BILINGUAL);
        Optional<LocalDate> date = fields.required("date", Decoder.DATE);
        Optional<Text> title = fields.required("title", Decoder.BILINGUAL);
        return fields.build(
                () -> new Source(key.orElseThrow(), office.orElseThrow(), date.orElseThrow(), title.orElseThrow()));
    });

    private static final Decoder<Severity> EDIT = Decoder.constant(Severity.class)
            .then((severity, value) -> severity == Severity.INFO
                    ? Reading.nothing(List.of(Finding.of(CertificationFinding.SEVERITY_BLOCKS_NOTHING)))
                    : Reading.of(severity));

    private static final Decoder<Map.Entry<Severity, Share>> RATE = Decoder.object(fields -> {
        Optional<Severity> severity = fields.required("severity", EDIT);
        Optional<Long> part = fields.required("part", Decoder.integer(0, MAX_WHOLE));
        Optional<Long> whole = fields.required("whole", Decoder.integer(1, MAX_WHOLE));
        if (part.isPresent() && whole.isPresent() && part.get() > whole.get()) {
            fields.refuse(Finding.of(CertificationFinding.RATE).at(fields.place()));
        }
        return fields.build(() -> Map.entry(severity.orElseThrow(), Share.of(part.orElseThrow(), whole.orElseThrow())));
    });

    private record Beneath(Stage mustBe, boolean resultOfEach) {
        static final Beneath CERTIFIED = new Beneath(Stage.CERTIFIED, false);
    }

    private record Signing(List<RoleId> each, List<RoleId> also, int quorum) {}

    private final Roles roles;
    private final Decoder<RoleId> role;
    private final Set<String> cited = new HashSet<>();

    DefinitionDecoder(Roles roles) {
        this.roles = roles;
        role = Decoder.parsed(RoleId::parse)
                .then((id, value) -> roles.find(id).isPresent()
                        ? Reading.of(id)
                        : Reading.nothing(List.of(
                                Finding.of(CertificationFinding.UNKNOWN_ROLE).with("role", id.value()))));
    }

    Decoder<CertificationDefinition> definition() {
        return Decoder.object(this::definition);
    }

    private Optional<CertificationDefinition> definition(ObjectFields fields) {
        Optional<String> id = fields.required("id", Decoder.TEXT);
        Optional<String> version = fields.required("version", Decoder.TEXT);
        Optional<DefinitionStatus> status = fields.required("status", Decoder.constant(DefinitionStatus.class));
        Optional<Text> title = fields.required("title", Decoder.BILINGUAL);
        Optional<List<Long>> rounds = fields.required("rounds", Decoder.list(Decoder.integer(2400, 3000)));
        Optional<List<Source>> sources = fields.required("sources", Decoder.list(SOURCE));
        Optional<List<LevelProcess>> levels = fields.required("levels", Decoder.list(Decoder.object(this::level)));
        Optional<BlockingPolicy> blocking = fields.required("blocking", Decoder.object(this::blocking));
        Optional<List<Extension>> extensions =
                fields.required("extensions", Decoder.list(Decoder.constant(Extension.class)));
        checkSources(fields, sources);
        levels.ifPresent(listed -> checkLevels(fields, listed, extensions.orElse(List.of())));
        return fields.build(() -> new CertificationDefinition(
                id.orElseThrow(),
                version.orElseThrow(),
                status.orElseThrow(),
                title.orElseThrow(),
                new HashSet<>(rounds.orElseThrow().stream().map(Long::intValue).toList()),
                sources.orElseThrow(),
                roles,
                levels.orElseThrow().stream()
                        .sorted(Comparator.comparing(LevelProcess::level))
                        .toList(),
                blocking.orElseThrow(),
                new HashSet<>(extensions.orElseThrow())));
    }

    private Optional<LevelProcess> level(ObjectFields fields) {
        Optional<AreaLevel> level = fields.required("level", Decoder.constant(AreaLevel.class));
        Optional<List<RoleId>> presentedBy = fields.required("presentedBy", Decoder.object(this::roles));
        Optional<Signing> signedBy = fields.required("signedBy", Decoder.object(this::signing));
        Optional<List<RoleId>> receivedBy = fields.required("receivedBy", Decoder.object(this::roles));
        Optional<Beneath> children = fields.optional("children", Decoder.object(this::children));
        Optional<Boolean> recheck = fields.optional("recheck", Decoder.object(this::recheck));
        return fields.build(() -> new LevelProcess(
                level.orElseThrow(),
                Set.copyOf(presentedBy.orElseThrow()),
                Set.copyOf(signedBy.orElseThrow().each()),
                Set.copyOf(signedBy.orElseThrow().also()),
                signedBy.orElseThrow().quorum(),
                children.orElse(Beneath.CERTIFIED).mustBe(),
                children.orElse(Beneath.CERTIFIED).resultOfEach(),
                recheck.orElse(false),
                Set.copyOf(receivedBy.orElseThrow())));
    }

    private Optional<List<RoleId>> roles(ObjectFields fields) {
        source(fields);
        Optional<List<RoleId>> listed = fields.required("roles", Decoder.list(role));
        listed.ifPresent(ids -> mustNotBeEmpty(fields, ids));
        return fields.build(listed::orElseThrow);
    }

    private Optional<Signing> signing(ObjectFields fields) {
        source(fields);
        Optional<List<RoleId>> each = fields.required("each", Decoder.list(role));
        Optional<List<RoleId>> also = fields.optional("also", Decoder.list(role));
        Optional<Long> quorum = fields.optional("quorum", Decoder.integer(0, MAX_QUORUM));
        each.ifPresent(listed -> mustNotBeEmpty(fields, listed));
        return fields.build(() -> new Signing(
                each.orElseThrow(), also.orElse(List.of()), quorum.orElse(0L).intValue()));
    }

    private Optional<Beneath> children(ObjectFields fields) {
        source(fields);
        Optional<Stage> mustBe = fields.required(
                "mustBe",
                Decoder.constant(Stage.class)
                        .then((stage, value) -> stage == Stage.CERTIFIED || stage == Stage.RECEIVED
                                ? Reading.of(stage)
                                : Reading.nothing(List.of(Finding.of(CertificationFinding.CHILDREN_STAGE)))));
        Optional<Boolean> resultOfEach = fields.optional("resultOfEach", Decoder.TRUTH);
        return fields.build(() -> new Beneath(mustBe.orElseThrow(), resultOfEach.orElse(false)));
    }

    private Optional<Boolean> recheck(ObjectFields fields) {
        source(fields);
        Optional<Boolean> required = fields.required("required", Decoder.TRUTH);
        return fields.build(required::orElseThrow);
    }

    private Optional<BlockingPolicy> blocking(ObjectFields fields) {
        source(fields);
        Optional<List<Severity>> severities = fields.required("severities", Decoder.list(EDIT));
        Optional<List<String>> rules = fields.required("rules", Decoder.list(Decoder.TEXT));
        Optional<List<Map.Entry<Severity, Share>>> rates = fields.required("maxRates", Decoder.list(RATE));
        Map<Severity, Share> bySeverity = new LinkedHashMap<>();
        for (Map.Entry<Severity, Share> rate : rates.orElse(List.of())) {
            if (bySeverity.put(rate.getKey(), rate.getValue()) != null) {
                fields.refuse(Finding.of(CertificationFinding.DUPLICATE)
                        .at(fields.place())
                        .with("what", Text.of("อัตรา", "rate"))
                        .with("name", rate.getKey().name()));
            }
        }
        return fields.build(() -> new BlockingPolicy(
                new HashSet<>(severities.orElseThrow()), new HashSet<>(rules.orElseThrow()), bySeverity));
    }

    private void source(ObjectFields fields) {
        fields.required("source", Decoder.TEXT).ifPresent(cited::add);
    }

    private void mustNotBeEmpty(ObjectFields fields, List<RoleId> listed) {
        if (listed.isEmpty()) {
            fields.refuse(Finding.of(CertificationFinding.NO_ROLES).at(fields.place()));
        }
    }

    private void checkSources(ObjectFields fields, Optional<List<Source>> sources) {
        Set<String> keys = new HashSet<>();
        for (Source source : sources.orElse(List.of())) {
            if (!keys.add(source.key())) {
                fields.refuse(Finding.of(CertificationFinding.DUPLICATE)
                        .at(fields.place())
                        .with("what", Text.of("แหล่งที่มา", "source"))
                        .with("name", source.key()));
            }
        }
        if (sources.isPresent()) {
            cited.stream()
                    .filter(key -> !keys.contains(key))
                    .sorted()
                    .forEach(key -> fields.refuse(Finding.of(CertificationFinding.UNKNOWN_SOURCE)
                            .at(fields.place())
                            .with("source", key)));
        }
    }

    private void checkLevels(ObjectFields fields, List<LevelProcess> levels, List<Extension> extensions) {
        List<AreaLevel> found = new ArrayList<>(
                levels.stream().map(LevelProcess::level).sorted().toList());
        if (!found.equals(CertificationDefinition.LEVELS)) {
            fields.refuse(Finding.of(CertificationFinding.LEVELS).at(fields.place()));
        }
        for (LevelProcess level : levels) {
            if (level.quorum() > 0 && !extensions.contains(Extension.QUORUM)) {
                fields.refuse(Finding.of(CertificationFinding.QUORUM_IS_OFF)
                        .at(fields.place())
                        .with("level", level.level().text()));
            }
        }
        boolean rechecked = levels.stream().anyMatch(LevelProcess::recheck);
        if (rechecked != extensions.contains(Extension.SAMPLE_RECHECK)) {
            fields.refuse(
                    Finding.of(rechecked ? CertificationFinding.RECHECK_IS_OFF : CertificationFinding.RECHECK_NOWHERE)
                            .at(fields.place()));
        }
    }
}
