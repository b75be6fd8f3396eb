package io.github.bmnkit.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.quota.Confirmation.State;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Registers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConfirmationProperties {
    private static final ProvinceCode PROVINCE = ProvinceCode.of("36");
    private static final DistrictCode ONE = DistrictCode.of("3601");
    private static final DistrictCode TWO = DistrictCode.of("3602");
    private static final AreaRegister REGISTER = Villages.register("36010101 100", "36010102 50", "36020101 150");
    private static final QuotaPlan PLAN = Villages.plan(REGISTER, 100, 50);
    private static final Instant MONDAY = Instant.parse("2026-11-02T02:00:00Z");

    private static TargetReply confirmed(AreaCode area, long households, int hours) {
        return new TargetReply.Confirmed(
                area, households, ActorId.of("office-" + area), MONDAY.plusSeconds(3600L * hours));
    }

    private static TargetReply disputed(AreaCode area, long households, int hours) {
        return new TargetReply.Disputed(
                area, households, ActorId.of("office-" + area), MONDAY.plusSeconds(3600L * hours), "NEW-ESTATE");
    }

    private static Confirmation confirmation(TargetReply... replies) {
        return Confirmation.of(PLAN, REGISTER, Confirmation.PROVINCES_AND_DISTRICTS, List.of(replies))
                .value();
    }

    @Example
    void aPlanIsConfirmedWhenEveryOfficeConfirmedItsNumber() {
        Confirmation confirmation =
                confirmation(confirmed(ONE, 75, 1), confirmed(TWO, 75, 2), confirmed(PROVINCE, 150, 3));
        ConfirmedPlan plan = confirmation.confirmed().value();
        assertThat(plan.plan()).isSameAs(PLAN);
        assertThat(plan.register()).isSameAs(REGISTER);
        assertThat(plan.replies()).extracting(TargetReply::area).containsExactly(PROVINCE, ONE, TWO);
        assertThat(plan).hasToString("ConfirmedPlan[" + PLAN + ", replies=3]");
        assertThat(confirmation.disputes()).isEmpty();
    }

    @Example
    void everythingThatIsMissingIsNamed() {
        Confirmation confirmation = confirmation(confirmed(ONE, 74, 1), disputed(TWO, 92, 2));
        assertThat(confirmation.confirmed().findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR confirmation.open (area 36): province 36 has not confirmed its target of 150 households",
                        "ERROR confirmation.other-number (area 3601): district 3601 confirmed 74 households, but its"
                                + " target is 75",
                        "ERROR confirmation.disputed (area 3602): district 3602 disputes its target of 75 households and"
                                + " counts 92 (reason: NEW-ESTATE)");
        assertThat(confirmation.disputes()).containsExactly((TargetReply.Disputed) disputed(TWO, 92, 2));
        assertThat(confirmation.toCsv().lines())
                .containsExactly(
                        "level,area_code,target,registered,stated,confirmed,difference,state",
                        "PROVINCE,36,150,300,166,0,16,OPEN",
                        "DISTRICT,3601,75,150,74,0,-1,OTHER_NUMBER",
                        "DISTRICT,3602,75,150,92,0,17,DISPUTED");
        assertThat(State.DISPUTED.text().th()).isEqualTo("โต้แย้ง");
    }

    @Example
    void theLatestAnswerHoldsAndAtTheSameMomentADispute() {
        assertThat(confirmation(confirmed(ONE, 75, 2), disputed(ONE, 70, 1)).state(ONE))
                .isEqualTo(State.CONFIRMED);
        assertThat(confirmation(disputed(ONE, 70, 2), confirmed(ONE, 75, 2)).state(ONE))
                .isEqualTo(State.DISPUTED);
        assertThat(confirmation().state(PLAN.areas(AreaLevel.TAMBON).get(0))).isEqualTo(State.NOT_REQUIRED);
        assertThat(confirmation(confirmed(ONE, 75, 2)).reply(ONE)).contains(confirmed(ONE, 75, 2));
        assertThat(confirmation().reply(ONE)).isEmpty();
    }

    @Example
    void anOfficeThatNeedNotAnswerDoesNotStandInTheWayButItsDisputeIsListed() {
        AreaCode tambon = PLAN.areas(AreaLevel.TAMBON).get(0);
        Confirmation confirmation = confirmation(
                confirmed(ONE, 75, 1), confirmed(TWO, 75, 2), confirmed(PROVINCE, 150, 3), disputed(tambon, 1, 4));
        assertThat(confirmation.confirmed().value().replies()).hasSize(3);
        assertThat(confirmation.disputes()).hasSize(1);
    }

    @Example
    void afterAReallocationOnlyWhoseNumberChangedMustAnswerAgain() {
        AreaRegister after = Villages.register("36010101 20", "36010102 50", "36020101 150");
        QuotaPlan next = Reallocation.of(PLAN, REGISTER, after, Method.WEBSTER)
                .within(Reallocation.Scope.PROVINCE)
                .value()
                .plan();
        List<TargetReply> replies = List.of(confirmed(ONE, 75, 1), confirmed(TWO, 75, 2), confirmed(PROVINCE, 150, 3));
        Confirmation again = Confirmation.of(next, after, Confirmation.PROVINCES_AND_DISTRICTS, replies)
                .value();
        assertThat(again.state(PROVINCE)).isEqualTo(State.CONFIRMED);
        assertThat(again.confirmed().findings())
                .extracting(finding -> finding.code())
                .containsOnly(TargetFinding.OTHER_NUMBER)
                .hasSize(2);
    }

    @Example
    void aPlanThatDoesNotFitTheRegisterIsNotConfirmed() {
        AreaRegister other = Villages.register("36010101 20", "36020101 150");
        List<TargetReply> replies = List.of(confirmed(ONE, 75, 1), confirmed(TWO, 75, 2), confirmed(PROVINCE, 150, 3));
        assertThat(Confirmation.of(PLAN, other, Confirmation.PROVINCES_AND_DISTRICTS, replies)
                        .value()
                        .confirmed()
                        .findings())
                .extracting(finding -> finding.code().id())
                .containsExactly("quota.above-registered", "confirmation.not-registered");
        Reading<Confirmation> country = Confirmation.of(
                QuotaPlan.imposed(SurveyRounds.bmn2569()),
                REGISTER,
                Set.of(AreaLevel.COUNTRY),
                List.of(confirmed(ONE, 75, 1), confirmed(CountryCode.THAILAND, 13_169_180, 1)));
        assertThat(country.findings())
                .extracting(finding -> finding.message(Text.THAI))
                .containsExactly("อำเภอ 3601 ตอบ 75 ครัวเรือนแต่ไม่มีเป้าหมาย");
        assertThat(country.value().confirmed().findings())
                .extracting(Finding::code)
                .containsExactly(TargetFinding.NO_VILLAGES);
    }

    @Example
    void localAuthoritiesConfirmWhereTheHostWantsIt() {
        QuotaPlan certifying = PLAN.along(REGISTER.tree(AreaView.CERTIFYING));
        Confirmation confirmation = Confirmation.of(certifying, REGISTER, Set.of(AreaLevel.LOCAL_AUTHORITY), List.of())
                .value();
        assertThat(confirmation.reconciliation()).hasSize(1 + 1 + 2 + 2);
        assertThat(confirmation.confirmed().findings()).hasSize(2);
    }

    @Example
    void aCallerWhoAsksForWhatIsNotThereIsTold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Confirmation.of(PLAN, REGISTER, Set.of(AreaLevel.REGION), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> confirmed(ONE, -1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TargetReply.Disputed(ONE, 1, ActorId.of("a"), MONDAY, " "));
        assertThatIllegalArgumentException().isThrownBy(() -> confirmation().state(DistrictCode.of("3699")));
    }

    @Provide
    Arbitrary<AreaRegister> registers() {
        return Registers.small();
    }

    @Provide
    Arbitrary<Random> randoms() {
        return Arbitraries.randoms();
    }

    @Property(tries = 200)
    void figuresAddUpAtEveryLevelAndNothingDependsOnTheOrderOfAnswers(
            @ForAll("registers") AreaRegister register, @ForAll("randoms") Random random) {
        ChangedSeason season = ChangedSeason.of(register, random);
        QuotaPlan plan = season.plan();
        List<TargetReply> replies = new ArrayList<>();
        boolean all = random.nextInt(3) == 0;
        for (AreaCode area : plan.areas()) {
            boolean asked = area.level() == AreaLevel.DISTRICT || area.level() == AreaLevel.PROVINCE;
            if (asked && (all || random.nextBoolean())) {
                long off = all ? 0 : random.nextInt(3);
                replies.add(
                        all || random.nextBoolean()
                                ? confirmed(area, plan.target(area) + off, random.nextInt(3))
                                : disputed(area, plan.target(area) + off, random.nextInt(3)));
            }
        }
        Confirmation confirmation = Confirmation.of(plan, register, Confirmation.PROVINCES_AND_DISTRICTS, replies)
                .value();
        Map<AreaCode, Confirmation.Row> rows = new HashMap<>();
        confirmation.reconciliation().forEach(row -> rows.put(row.area(), row));
        for (AreaCode area : rows.keySet()) {
            List<Confirmation.Row> below = rows.values().stream()
                    .filter(row -> plan.parent(row.area()).filter(area::equals).isPresent())
                    .toList();
            if (!below.isEmpty()) {
                Confirmation.Row row = rows.get(area);
                assertThat(below.stream().mapToLong(Confirmation.Row::target).sum())
                        .isEqualTo(row.target());
                assertThat(below.stream()
                                .mapToLong(Confirmation.Row::registered)
                                .sum())
                        .isEqualTo(row.registered());
                assertThat(below.stream().mapToLong(Confirmation.Row::stated).sum())
                        .isEqualTo(row.stated());
                assertThat(below.stream().mapToLong(Confirmation.Row::confirmed).sum())
                        .isEqualTo(row.confirmed());
                assertThat(below.stream()
                                .mapToLong(Confirmation.Row::difference)
                                .sum())
                        .isEqualTo(row.difference());
            }
        }
        long open = plan.areas().stream()
                .filter(area -> area.level() == AreaLevel.DISTRICT || area.level() == AreaLevel.PROVINCE)
                .filter(area -> confirmation.state(area) != State.CONFIRMED)
                .count();
        assertThat(confirmation.confirmed().findings()).hasSize((int) open);
        assertThat(confirmation.confirmed().optional().isPresent()).isEqualTo(open == 0);
        Collections.shuffle(replies, random);
        assertThat(Confirmation.of(plan, register, Confirmation.PROVINCES_AND_DISTRICTS, replies)
                        .value()
                        .toCsv())
                .isEqualTo(confirmation.toCsv());
        Cases.met("confirmed", open == 0);
        Cases.met("disputed", !confirmation.disputes().isEmpty());
    }
}
