package io.github.bmnkit.certification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.LocalAuthorityCode;
import io.github.bmnkit.area.LocalAuthorityPart;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.certification.VillageWork.HouseholdStage;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.round.Paper;
import io.github.bmnkit.round.RoundSettings;
import io.github.bmnkit.round.SurveyRounds;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A made-up country with its people, as a host would keep it; what it knows is plain maps. */
final class World implements Facts {
    static final CountryCode COUNTRY = CountryCode.THAILAND;
    static final ProvinceCode PROVINCE = ProvinceCode.of("36");
    static final DistrictCode DISTRICT = DistrictCode.of("3601");
    static final LocalAuthorityPart AUTHORITY = new LocalAuthorityPart(LocalAuthorityCode.of("A1"), DISTRICT);
    static final VillageCode FIRST = VillageCode.of("36010101");
    static final VillageCode SECOND = VillageCode.of("36010102");

    static final ActorId VOLUNTEER = ActorId.of("volunteer");
    static final ActorId COORDINATOR = ActorId.of("coordinator");
    static final ActorId COMMITTEE = ActorId.of("committee");
    static final ActorId LEADER = ActorId.of("leader");
    static final ActorId GROUP_A = ActorId.of("group-of-authority");
    static final ActorId DISTRICT_CHIEF = ActorId.of("district-chief");
    static final ActorId GROUP_D = ActorId.of("group-of-district");
    static final ActorId PROVINCIAL_CHIEF = ActorId.of("provincial-chief");
    static final ActorId GROUP_P = ActorId.of("group-of-province");
    static final ActorId DEPARTMENT = ActorId.of("department");
    static final ActorId SYSTEM = ActorId.of("system");
    static final List<ActorId> ACTORS = List.of(
            VOLUNTEER,
            COORDINATOR,
            COMMITTEE,
            LEADER,
            GROUP_A,
            DISTRICT_CHIEF,
            GROUP_D,
            PROVINCIAL_CHIEF,
            GROUP_P,
            DEPARTMENT,
            SYSTEM);

    static final RoleId ROLE_VOLUNTEER = RoleId.of("volunteer");
    static final RoleId ROLE_COORDINATOR = RoleId.of("coordinator");
    static final RoleId ROLE_COMMITTEE = RoleId.of("village-committee");
    static final RoleId ROLE_LEADER = RoleId.of("community-leader");
    static final RoleId ROLE_GROUP = RoleId.of("working-group");
    static final RoleId ROLE_CONCERNED = RoleId.of("concerned");
    static final RoleId ROLE_DISTRICT_CHIEF = RoleId.of("district-chief");
    static final RoleId ROLE_PROVINCIAL_CHIEF = RoleId.of("provincial-chief");
    static final RoleId ROLE_DEPARTMENT = RoleId.of("department");

    static final Instant START = Instant.parse("2026-01-12T02:00:00Z");

    /** Who holds which role at which level, everywhere. */
    private static final Map<ActorId, Map<AreaLevel, Set<RoleId>>> PEOPLE = Map.of(
            VOLUNTEER,
                    Map.of(
                            AreaLevel.VILLAGE,
                            Set.of(ROLE_VOLUNTEER),
                            AreaLevel.LOCAL_AUTHORITY,
                            Set.of(ROLE_VOLUNTEER)),
            COORDINATOR,
                    Map.of(
                            AreaLevel.VILLAGE,
                            Set.of(ROLE_COORDINATOR),
                            AreaLevel.LOCAL_AUTHORITY,
                            Set.of(ROLE_COORDINATOR)),
            COMMITTEE, Map.of(AreaLevel.VILLAGE, Set.of(ROLE_COMMITTEE)),
            LEADER, Map.of(AreaLevel.VILLAGE, Set.of(ROLE_LEADER)),
            GROUP_A, Map.of(AreaLevel.LOCAL_AUTHORITY, Set.of(ROLE_GROUP)),
            DISTRICT_CHIEF, Map.of(AreaLevel.DISTRICT, Set.of(ROLE_DISTRICT_CHIEF)),
            GROUP_D, Map.of(AreaLevel.DISTRICT, Set.of(ROLE_GROUP)),
            PROVINCIAL_CHIEF, Map.of(AreaLevel.PROVINCE, Set.of(ROLE_PROVINCIAL_CHIEF)),
            GROUP_P, Map.of(AreaLevel.PROVINCE, Set.of(ROLE_GROUP)),
            DEPARTMENT, Map.of(AreaLevel.COUNTRY, Set.of(ROLE_DEPARTMENT)));

    final Certification kernel;
    final List<CertificationEvent> events = new ArrayList<>();
    final Map<VillageCode, VillageWork> works = new TreeMap<>();
    final Map<AreaCode, QualityFacts> otherQuality = new HashMap<>();
    final Set<AreaCode> noQuality = new HashSet<>();
    final Map<ActorId, Set<RoleId>> more = new HashMap<>();
    Rechecks recheck = Rechecks.NONE;
    final List<Delegation> delegations = new ArrayList<>();
    CertificationState state;
    Instant now = START;
    private int ids;

    World(CertificationDefinition definition, AreaTree tree, Share coverage) {
        this(builder(definition, tree, coverage).build());
    }

    World(Certification kernel) {
        this.kernel = kernel;
        state = kernel.start();
    }

    static Certification.Builder builder(CertificationDefinition definition, AreaTree tree, Share coverage) {
        Map<AreaLevel, Share> all = new HashMap<>();
        CertificationDefinition.LEVELS.forEach(level -> all.put(level, coverage));
        return Certification.builder(definition, SurveyRounds.bmn2569(), tree)
                .settings(new RoundSettings(Map.of(), all))
                .basis("made-up 1", "made-up 1");
    }

    /** One province, one district, one authority, and villages with so many households. */
    static World of(CertificationDefinition definition, int... households) {
        World world = new World(definition, tree(households.length), Share.of(1, 1));
        for (int v = 0; v < households.length; v++) {
            world.list(village(v), households[v]);
        }
        return world;
    }

    static World of(int... households) {
        return of(CertificationDefinitions.bmn2569(), households);
    }

    static AreaTree tree(int villages) {
        List<String> rows = new ArrayList<>();
        for (int v = 0; v < villages; v++) {
            rows.add(village(v).value() + ",บ้าน,360101,ตำบล,3601,อำเภอ,36,A1,องค์กร,อบต.,10");
        }
        return tree(rows);
    }

    /** Two provinces of two districts, two authorities and two villages each. */
    static AreaTree larger() {
        List<String> rows = new ArrayList<>();
        for (int v = 0; v < 16; v++) {
            int province = v < 8 ? 36 : 40;
            int district = province * 100 + 1 + v / 4 % 2;
            int tambon = district * 100 + 1 + v / 2 % 2;
            rows.add(tambon * 100 + 1 + v % 2 + ",บ้าน," + tambon + ",ตำบล," + district + ",อำเภอ," + province + ",A"
                    + tambon + ",องค์กร,อบต.,10");
        }
        return tree(rows);
    }

    private static AreaTree tree(List<String> rows) {
        String csv = "village_code,village_name,tambon_code,tambon_name,district_code,district_name,province_code,"
                + "local_authority_code,local_authority_name,local_authority_kind,households\n"
                + String.join("\n", rows)
                + "\n";
        return AreaRegister.readCsv(new ByteArrayInputStream(csv.getBytes(UTF_8)))
                .value()
                .tree(AreaView.CERTIFYING);
    }

    static VillageCode village(int index) {
        return new VillageCode(FIRST.number() + index);
    }

    static HouseholdId household(VillageCode village, int index) {
        return HouseholdId.of(village.value() + "-" + (index + 1));
    }

    static String answers(String what) {
        return Hash.of(Hash.LEAF, what).toString();
    }

    void list(VillageCode village, int households) {
        List<HouseholdId> targets = new ArrayList<>();
        for (int h = 0; h < households; h++) {
            targets.add(household(village, h));
        }
        works.put(village, VillageWork.of(village, targets));
    }

    String id() {
        return "c-" + ++ids;
    }

    // What the host knows.

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Set<RoleId> roles(ActorId actor, AreaCode unit, LocalDate day) {
        Set<RoleId> roles = new HashSet<>(more.getOrDefault(actor, Set.of()));
        roles.addAll(PEOPLE.getOrDefault(actor, Map.of()).getOrDefault(unit.level(), Set.of()));
        return roles;
    }

    @Override
    public Optional<QualityFacts> quality(AreaCode unit) {
        if (noQuality.contains(unit)) {
            return Optional.empty();
        }
        QualityFacts other = otherQuality.get(unit);
        return Optional.of(other != null ? other : computed(unit));
    }

    QualityFacts computed(AreaCode unit) {
        if (unit instanceof VillageCode village) {
            return recheck.in(QualityFacts.of(works.get(village)));
        }
        List<QualityFacts> children = state.tree().children(unit).stream()
                .map(child -> quality(child).orElseThrow())
                .toList();
        return recheck.in(QualityFacts.sum(children));
    }

    @Override
    public List<Delegation> delegations(AreaCode unit) {
        return delegations;
    }

    // What happens.

    Decision<HouseholdEvent> happen(VillageCode village, HouseholdEvent event) {
        VillageWork work = works.get(village);
        Decision<HouseholdEvent> decision = work.decide(event, kernel.definition());
        for (HouseholdEvent each : decision.events()) {
            works.put(village, works.get(village).evolve(each));
        }
        return decision;
    }

    void confirm(VillageCode village, int index, String what) {
        HouseholdId household = household(village, index);
        String digest = answers(what);
        if (works.get(village).stage(household) == HouseholdStage.LISTED) {
            must(happen(village, new HouseholdEvent.Assigned(id(), household, now, COORDINATOR, VOLUNTEER)));
        }
        must(happen(village, new HouseholdEvent.Collected(id(), household, now, VOLUNTEER, digest)));
        must(happen(village, new HouseholdEvent.Checked(id(), household, now, VOLUNTEER)));
        must(happen(
                village,
                new HouseholdEvent.Confirmed(id(), household, now, VOLUNTEER, HouseholdEvent.Confirmer.HEAD, digest)));
    }

    void confirmAll(VillageCode village) {
        for (int h = 0; h < works.get(village).targets().size(); h++) {
            confirm(village, h, "answers");
        }
    }

    Decision<CertificationEvent> take(Command command) {
        Decision<CertificationEvent> decision = kernel.decide(state, command, this);
        for (CertificationEvent event : decision.events()) {
            state = kernel.evolve(state, event);
            events.add(event);
        }
        return decision;
    }

    void report(VillageCode village) {
        must(take(Command.report(id(), SYSTEM, works.get(village).report())));
    }

    void present(AreaCode unit) {
        must(take(Command.present(id(), unit, presenter(unit.level()))));
    }

    void sign(AreaCode unit) {
        if (unit.level() == AreaLevel.VILLAGE) {
            must(take(Command.sign(id(), unit, COMMITTEE, ROLE_COMMITTEE)));
            must(take(Command.sign(id(), unit, LEADER, ROLE_LEADER)));
        } else {
            must(take(Command.sign(id(), unit, group(unit.level()), ROLE_GROUP)));
        }
    }

    void certify(AreaCode unit) {
        if (!state.stage(unit).isAtLeast(Stage.PRESENTED)) {
            present(unit);
        }
        sign(unit);
        must(take(Command.certify(id(), unit, group(unit.level()))));
    }

    void send(AreaCode unit) {
        must(take(Command.submit(id(), unit, presenter(unit.level()))));
        must(take(Command.receive(id(), unit, receiver(unit.level()), Set.copyOf(kernel.papers(unit.level())))));
    }

    /** Everything up to and with a unit, from confirmed households on. */
    void certifyUpTo(AreaCode unit) {
        if (unit instanceof VillageCode village) {
            confirmAll(village);
            report(village);
        } else {
            for (AreaCode child : state.tree().children(unit)) {
                certifyUpTo(child);
            }
        }
        if (unit.level() != AreaLevel.COUNTRY) {
            certify(unit);
            send(unit);
        }
    }

    static ActorId presenter(AreaLevel level) {
        return switch (level) {
            case DISTRICT -> DISTRICT_CHIEF;
            case PROVINCE -> PROVINCIAL_CHIEF;
            default -> COORDINATOR;
        };
    }

    static ActorId group(AreaLevel level) {
        return switch (level) {
            case VILLAGE -> COMMITTEE;
            case LOCAL_AUTHORITY -> GROUP_A;
            case DISTRICT -> GROUP_D;
            default -> GROUP_P;
        };
    }

    static ActorId receiver(AreaLevel level) {
        return switch (level) {
            case VILLAGE -> COORDINATOR;
            case LOCAL_AUTHORITY -> DISTRICT_CHIEF;
            case DISTRICT -> PROVINCIAL_CHIEF;
            default -> DEPARTMENT;
        };
    }

    static <E> void must(Decision<E> decision) {
        if (!decision.isAccepted()) {
            throw new AssertionError("refused: " + decision.reasons());
        }
    }

    static Set<Paper> both() {
        return Set.of(Paper.QUALITY_CERTIFICATE, Paper.CONFIDENCE_SUMMARY);
    }
}
