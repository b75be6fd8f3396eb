package io.github.bmnkit.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.certification.Certification;
import io.github.bmnkit.certification.CertificationDefinitions;
import io.github.bmnkit.certification.CertificationEvent;
import io.github.bmnkit.certification.CertificationState;
import io.github.bmnkit.certification.Command;
import io.github.bmnkit.certification.Decision;
import io.github.bmnkit.certification.Facts;
import io.github.bmnkit.certification.QualityFacts;
import io.github.bmnkit.certification.VillageWork;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.indicator.CertifiedIndicators.Exclusion;
import io.github.bmnkit.round.RoundSettings;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.testing.Registers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two villages of one authority: a demonstration, since the indicators of 2560 are not those of the round. */
class CertifiedIndicatorsTest implements Facts {
    private static final int ROUND = 2569;
    private static final Indicators INDICATORS =
            Indicators.of(IndicatorSets.bmn2560(), MadeUpHouseholds.FORM).asDemonstration();
    private static final ActorId ACTOR = ActorId.of("someone");
    private static final Set<RoleId> ROLES = Set.of(
            RoleId.of("coordinator"),
            RoleId.of("village-committee"),
            RoleId.of("community-leader"),
            RoleId.of("working-group"));

    private final AreaRegister register =
            Registers.read(Registers.large(1, 1, 1, 2)).value();
    private final AreaTree tree = register.tree(AreaView.CERTIFYING);
    private final List<VillageCode> villages =
            tree.areas(AreaLevel.VILLAGE).stream().map(VillageCode.class::cast).toList();
    private final Map<AreaCode, VillageWork> works = new HashMap<>();
    private final Certification certification = Certification.builder(
                    CertificationDefinitions.bmn2569(), SurveyRounds.bmn2569(), tree)
            .settings(new RoundSettings(
                    Map.of(),
                    Map.of(
                            AreaLevel.VILLAGE, Share.of(1, 1),
                            AreaLevel.LOCAL_AUTHORITY, Share.of(1, 1),
                            AreaLevel.DISTRICT, Share.of(1, 1),
                            AreaLevel.PROVINCE, Share.of(1, 1))))
            .basis("bmn-2560 1", "bmn-2560 1")
            .demonstration()
            .build();
    private CertificationState state = certification.start();
    private int ids;

    @Override
    public Instant now() {
        return Instant.parse("2026-01-12T02:00:00Z");
    }

    @Override
    public Set<RoleId> roles(ActorId actor, AreaCode unit, LocalDate day) {
        return ROLES;
    }

    @Override
    public Optional<QualityFacts> quality(AreaCode unit) {
        if (unit instanceof VillageCode) {
            return Optional.of(QualityFacts.of(works.get(unit)));
        }
        List<QualityFacts> children = tree.children(unit).stream()
                .map(child -> quality(child).orElseThrow())
                .toList();
        return Optional.of(QualityFacts.sum(children));
    }

    private void confirm(VillageCode village, String answers, int households) {
        VillageWork work = works.get(village);
        if (work == null) {
            List<HouseholdId> targets = new ArrayList<>();
            for (int i = 0; i < households; i++) {
                targets.add(HouseholdId.of(village + "-" + i));
            }
            work = VillageWork.of(village, targets);
            for (HouseholdId household : targets) {
                work = work.evolve(new HouseholdEvent.Assigned(id(), household, now(), ACTOR, ACTOR));
            }
        }
        String digest = (answers + "0".repeat(64)).substring(0, 64);
        for (HouseholdId household : work.targets()) {
            work = work.evolve(new HouseholdEvent.Collected(id(), household, now(), ACTOR, digest))
                    .evolve(new HouseholdEvent.Checked(id(), household, now(), ACTOR))
                    .evolve(new HouseholdEvent.Confirmed(
                            id(), household, now(), ACTOR, HouseholdEvent.Confirmer.HEAD, digest));
        }
        works.put(village, work);
        take(Command.report(id(), ACTOR, work.report()));
    }

    private void certify(AreaCode unit) {
        take(Command.present(id(), unit, ACTOR));
        for (String role : unit.level() == AreaLevel.VILLAGE
                ? List.of("village-committee", "community-leader")
                : List.of("working-group")) {
            take(Command.sign(id(), unit, ActorId.of(role), RoleId.of(role)));
        }
        take(Command.certify(id(), unit, ACTOR));
    }

    private void take(Command command) {
        Decision<CertificationEvent> decision = certification.decide(state, command, this);
        assertThat(decision.isAccepted()).as(decision.reasons().toString()).isTrue();
        for (CertificationEvent event : decision.events()) {
            state = certification.evolve(state, event);
        }
    }

    private String id() {
        return "c-" + ++ids;
    }

    private IndicatorAggregate counted(int... households) {
        IndicatorTally tally = IndicatorTally.of(INDICATORS, ROUND);
        for (int v = 0; v < households.length; v++) {
            for (int i = 0; i < households[v]; i++) {
                tally.add(
                        villages.get(v),
                        works.get(villages.get(v)).report().root(),
                        INDICATORS.evaluate(MadeUpHouseholds.complete(new Random(i), ROUND)));
            }
        }
        return tally.aggregate();
    }

    private Map<VillageCode, Exclusion> excluded(IndicatorAggregate aggregate, AreaLevel level) {
        return CertifiedIndicators.of(aggregate, state, level).excluded();
    }

    @Test
    void onlyWhatIsCertifiedAndHasNotLapsedCounts() {
        VillageCode first = villages.get(0);
        VillageCode second = villages.get(1);
        AreaCode authority = tree.parent(first).orElseThrow();
        confirm(first, "a", 3);
        confirm(second, "b", 2);
        IndicatorAggregate counted = counted(3, 2);
        assertThat(excluded(counted, AreaLevel.VILLAGE)).containsOnlyKeys(first, second);

        certify(first);
        assertThat(excluded(counted, AreaLevel.VILLAGE)).isEqualTo(Map.of(second, Exclusion.NOT_CERTIFIED));
        certify(second);
        assertThat(excluded(counted, AreaLevel.VILLAGE)).isEmpty();
        assertThat(excluded(counted, AreaLevel.LOCAL_AUTHORITY)).hasSize(2);
        certify(authority);
        assertThat(excluded(counted, AreaLevel.LOCAL_AUTHORITY)).isEmpty();

        // A correction lets the certificates above lapse; certified anew, the old figures are still those of other
        // data.
        confirm(first, "c", 3);
        assertThat(excluded(counted, AreaLevel.VILLAGE)).isEqualTo(Map.of(first, Exclusion.LAPSED));
        assertThat(excluded(counted, AreaLevel.LOCAL_AUTHORITY).values()).containsOnly(Exclusion.LAPSED);
        certify(first);
        assertThat(excluded(counted, AreaLevel.VILLAGE)).isEqualTo(Map.of(first, Exclusion.OTHER_DATA));
        assertThat(excluded(counted.replacing(counted(3)), AreaLevel.VILLAGE)).isEmpty();
    }

    @Test
    void figuresOfPartOfAVillageOrOfNobodyKnowsWhichDataDoNotCount() {
        VillageCode first = villages.get(0);
        confirm(first, "a", 3);
        certify(first);
        assertThat(excluded(counted(2), AreaLevel.VILLAGE)).containsEntry(first, Exclusion.OTHER_HOUSEHOLDS);
        assertThat(excluded(counted(4), AreaLevel.VILLAGE)).containsEntry(first, Exclusion.OTHER_HOUSEHOLDS);
        assertThat(excluded(counted(0), AreaLevel.VILLAGE)).containsEntry(first, Exclusion.NOT_COUNTED);
        IndicatorTally tally = IndicatorTally.of(INDICATORS, ROUND);
        HouseholdIndicators household = INDICATORS.evaluate(MadeUpHouseholds.complete(new Random(1), ROUND));
        tally.add(first, household);
        tally.add(VillageCode.of("99999999"), household);
        assertThat(excluded(tally.aggregate(), AreaLevel.VILLAGE))
                .isEqualTo(
                        Map.of(first, Exclusion.WITHOUT_ROOT, VillageCode.of("99999999"), Exclusion.NOT_IN_REGISTER));
        assertThatIllegalArgumentException().isThrownBy(() -> excluded(tally.aggregate(), AreaLevel.COUNTRY));
        assertThatIllegalArgumentException().isThrownBy(() -> excluded(tally.aggregate(), AreaLevel.TAMBON));
    }

    @Test
    void theReportSaysWhatItCounts() {
        confirm(villages.get(0), "a", 3);
        confirm(villages.get(1), "b", 2);
        certify(villages.get(0));
        CertifiedIndicators certified = CertifiedIndicators.of(counted(3, 2), state, AreaLevel.VILLAGE);
        assertThat(certified.isDemonstration()).isTrue();
        assertThat(certified.aggregate().villages()).containsExactly(villages.get(0));
        IndicatorTable table = IndicatorTable.of(certified, tree);
        assertThat(table.of(CountryCode.THAILAND).households()).isEqualTo(3);
        assertThat(IndicatorReport.of(table, CountryCode.THAILAND).toHtml(Text.THAI))
                .contains("นับ 1 หมู่บ้าน/ชุมชน ไม่นับ 1")
                .contains("ใช้เพื่อการสาธิตเท่านั้น")
                .contains(Exclusion.NOT_CERTIFIED.text().th())
                .doesNotContain("ตัวเลขนี้ยังไม่ได้กรองตามคำรับรอง");
        assertThat(IndicatorReport.of(table, CountryCode.THAILAND).toJson())
                .contains("\"certified\":{\"level\":\"VILLAGE\",\"villages\":1")
                .contains("\"demonstration\":true");
    }
}
