package io.github.bmnkit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.certification.Certification;
import io.github.bmnkit.certification.CertificationDefinitions;
import io.github.bmnkit.certification.CertificationEvent;
import io.github.bmnkit.certification.Command;
import io.github.bmnkit.certification.Decision;
import io.github.bmnkit.certification.Facts;
import io.github.bmnkit.certification.QualityFacts;
import io.github.bmnkit.certification.VillageWork;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.fieldwork.HouseholdEvent.Assigned;
import io.github.bmnkit.fieldwork.HouseholdEvent.Checked;
import io.github.bmnkit.fieldwork.HouseholdEvent.Collected;
import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmed;
import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmer;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.round.Paper;
import io.github.bmnkit.round.RoundSettings;
import io.github.bmnkit.round.SurveyRounds;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A country of the size that the survey has, which goes through steps 9 to 15: 80,000 villages, 7,800 local authorities,
 * 878 districts, 76 provinces and the 13,169,180 households of the round of B.E. 2569, all but the provinces made up. It
 * is the host, too: it knows who holds which role, and what the quality of a unit's data is.
 */
final class CertifyingCountry implements Facts {
    static final int VILLAGES = 80_000;
    static final int AUTHORITIES = 7_800;
    static final int DISTRICTS = 878;
    static final long HOUSEHOLDS = SurveyRounds.bmn2569().targets().total();

    static final ActorId SYSTEM = ActorId.of("host");
    static final ActorId VOLUNTEER = ActorId.of("volunteer-1");
    static final ActorId COORDINATOR = ActorId.of("coordinator-1");
    static final ActorId COMMITTEE = ActorId.of("committee-1");
    static final ActorId LEADER = ActorId.of("leader-1");
    static final ActorId GROUP = ActorId.of("working-group-1");
    static final ActorId DISTRICT_CHIEF = ActorId.of("district-chief-1");
    static final ActorId PROVINCIAL_CHIEF = ActorId.of("provincial-chief-1");
    static final ActorId DEPARTMENT = ActorId.of("department-1");
    static final RoleId ROLE_COMMITTEE = RoleId.of("village-committee");
    static final RoleId ROLE_LEADER = RoleId.of("community-leader");
    static final RoleId ROLE_GROUP = RoleId.of("working-group");

    private static final Map<ActorId, Set<RoleId>> ROLES = Map.of(
            COORDINATOR, Set.of(RoleId.of("coordinator")),
            COMMITTEE, Set.of(ROLE_COMMITTEE),
            LEADER, Set.of(ROLE_LEADER),
            GROUP, Set.of(ROLE_GROUP),
            DISTRICT_CHIEF, Set.of(RoleId.of("district-chief")),
            PROVINCIAL_CHIEF, Set.of(RoleId.of("provincial-chief")),
            DEPARTMENT, Set.of(RoleId.of("department")));

    private static final Instant NOW = Instant.parse("2026-01-12T02:00:00Z");

    final AreaTree tree;
    final Certification kernel;
    private final Map<AreaCode, QualityFacts> quality = new HashMap<>();
    private final Map<AreaCode, VillageWork.Report> reports = new HashMap<>();
    private final MessageDigest digest;

    private CertifyingCountry(AreaTree tree) {
        this.tree = tree;
        Map<AreaLevel, Share> all = new HashMap<>();
        tree.levels().forEach(level -> all.put(level, Share.of(1, 1)));
        kernel = Certification.builder(CertificationDefinitions.bmn2569(), SurveyRounds.bmn2569(), tree)
                .settings(new RoundSettings(Map.of(), all))
                .basis("made-up 1", "made-up 1")
                .build();
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the country in its full size, of which nothing is certified yet. */
    static CertifyingCountry whole() {
        return of(DISTRICTS, AUTHORITIES, VILLAGES, HOUSEHOLDS);
    }

    /** Returns a country with so many units, as even as they come, in the 76 provinces. */
    static CertifyingCountry of(int districts, int authorities, int villages, long households) {
        List<ProvinceCode> provinces = SurveyRounds.bmn2569().targets().provinces();
        int[] districtCodes = new int[districts];
        for (int p = 0, d = 0; p < provinces.size(); p++) {
            for (int n = 1; d < share(districts, p + 1, provinces.size()); n++, d++) {
                districtCodes[d] = provinces.get(p).number() * 100 + n;
            }
        }
        StringBuilder csv = new StringBuilder(
                "village_code,village_name,tambon_code,tambon_name,district_code,"
                        + "district_name,province_code,local_authority_code,local_authority_name,local_authority_kind,households\n");
        for (int d = 0, a = 0, v = 0; d < districts; d++) {
            for (int n = 1; a < share(authorities, d + 1, districts); n++, a++) {
                int tambon = districtCodes[d] * 100 + n;
                for (int moo = 1; v < share(villages, a + 1, authorities); moo++, v++) {
                    csv.append(tambon * 100 + moo)
                            .append(",บ้านสมมุติ,")
                            .append(tambon)
                            .append(",ตำบลสมมุติ,");
                    csv.append(districtCodes[d]).append(",อำเภอสมมุติ,").append(districtCodes[d] / 100);
                    csv.append(",A").append(tambon).append(",องค์กรสมมุติ,อบต.,");
                    csv.append(share(households, v + 1, villages) - share(households, v, villages))
                            .append('\n');
                }
            }
        }
        AreaRegister register = AreaRegister.readCsv(
                        new ByteArrayInputStream(csv.toString().getBytes(UTF_8)))
                .value();
        return new CertifyingCountry(register.tree(AreaView.CERTIFYING));
    }

    /** How many of a whole the first so many of equal parts hold. */
    private static int share(long whole, int parts, int of) {
        return Math.toIntExact(whole * parts / of);
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public Set<RoleId> roles(ActorId actor, AreaCode unit, LocalDate day) {
        return ROLES.getOrDefault(actor, Set.of());
    }

    @Override
    public Optional<QualityFacts> quality(AreaCode unit) {
        return Optional.ofNullable(quality.get(unit));
    }

    /** The households of a village, each interviewed, checked and confirmed. */
    VillageWork work(VillageCode village) {
        int count = Math.toIntExact(tree.households(village));
        List<HouseholdId> targets = new ArrayList<>(count);
        List<HouseholdEvent> events = new ArrayList<>(4 * count);
        for (int h = 0; h < count; h++) {
            HouseholdId household = HouseholdId.of(village.value() + '-' + (1_000 + h));
            String commitment =
                    HexFormat.of().formatHex(digest.digest(household.value().getBytes(UTF_8)));
            targets.add(household);
            events.add(new Assigned("1", household, NOW, COORDINATOR, VOLUNTEER));
            events.add(new Collected("2", household, NOW, VOLUNTEER, commitment));
            events.add(new Checked("3", household, NOW, VOLUNTEER));
            events.add(new Confirmed("4", household, NOW, VOLUNTEER, Confirmer.HEAD, commitment));
        }
        return VillageWork.of(village, targets).evolveAll(events);
    }

    /** Lets every household be interviewed, checked and confirmed, and keeps of each village what it reports. */
    long households() {
        long confirmed = 0;
        for (AreaCode village : tree.areas(AreaLevel.VILLAGE)) {
            confirmed += households(village).figures().confirmed();
        }
        return confirmed;
    }

    VillageWork.Report households(AreaCode village) {
        VillageWork work = work((VillageCode) village);
        VillageWork.Report report = work.report();
        quality.put(village, QualityFacts.of(work));
        reports.put(village, report);
        return report;
    }

    /** Takes all steps from the reports of the villages up to the receipt by the department. */
    void certify(Function<Command, Decision<CertificationEvent>> submit) {
        for (AreaCode province : tree.areas(AreaLevel.PROVINCE)) {
            certify(province, submit);
        }
    }

    private void certify(AreaCode unit, Function<Command, Decision<CertificationEvent>> submit) {
        if (unit.level() != AreaLevel.VILLAGE) {
            List<AreaCode> children = tree.children(unit);
            children.forEach(child -> certify(child, submit));
            quality.put(
                    unit, QualityFacts.sum(children.stream().map(quality::get).toList()));
        }
        for (Command command : steps(unit)) {
            Decision<CertificationEvent> decision = submit.apply(command);
            if (!decision.isAccepted()) {
                throw new IllegalStateException(decision.reasons().toString());
            }
        }
    }

    /** The steps of a unit after all beneath it is there. */
    List<Command> steps(AreaCode unit) {
        List<Command> steps = new ArrayList<>(7);
        ActorId presenter = presenter(unit.level());
        if (unit.level() == AreaLevel.VILLAGE) {
            steps.add(Command.report("0", SYSTEM, requireNonNull(reports.get(unit))));
        }
        steps.add(Command.present("1", unit, presenter));
        if (unit.level() == AreaLevel.VILLAGE) {
            steps.add(Command.sign("2", unit, COMMITTEE, ROLE_COMMITTEE));
            steps.add(Command.sign("3", unit, LEADER, ROLE_LEADER));
            steps.add(Command.certify("4", unit, COMMITTEE));
        } else {
            steps.add(Command.sign("2", unit, GROUP, ROLE_GROUP));
            steps.add(Command.certify("4", unit, GROUP));
        }
        steps.add(Command.submit("5", unit, presenter));
        Set<Paper> papers = kernel.papers(unit.level());
        steps.add(Command.receive("6", unit, receiver(unit.level()), papers));
        return steps;
    }

    private static ActorId presenter(AreaLevel level) {
        return switch (level) {
            case DISTRICT -> DISTRICT_CHIEF;
            case PROVINCE -> PROVINCIAL_CHIEF;
            default -> COORDINATOR;
        };
    }

    private static ActorId receiver(AreaLevel level) {
        return switch (level) {
            case VILLAGE -> COORDINATOR;
            case LOCAL_AUTHORITY -> DISTRICT_CHIEF;
            case DISTRICT -> PROVINCIAL_CHIEF;
            default -> DEPARTMENT;
        };
    }
}
