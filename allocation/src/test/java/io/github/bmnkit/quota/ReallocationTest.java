package io.github.bmnkit.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.quota.Reallocation.Reason;
import io.github.bmnkit.quota.Reallocation.Row;
import io.github.bmnkit.quota.Reallocation.Scope;
import io.github.bmnkit.round.Period;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.testing.Rounds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReallocationTest {
    private static final VillageCode ONE = VillageCode.of("36010101");
    private static final VillageCode TWO = VillageCode.of("36010102");
    private static final VillageCode THREE = VillageCode.of("36010103");
    private static final VillageCode FAR = VillageCode.of("36010201");

    private static Reallocation.Request request(AreaRegister before, AreaRegister after, long first, long second) {
        return Reallocation.of(Villages.plan(before, first, second), before, after, Method.WEBSTER);
    }

    private static List<String> codes(Reading<?> reading) {
        return reading.findings().stream().map(finding -> finding.code().id()).toList();
    }

    @Test
    void aDividedVillageHandsItsTargetDownAndNobodyElseMoves() {
        Reallocation change = request(
                        Villages.register("36010101 100", "36010102 60"),
                        Villages.register("36010101 70", "36010102 60", "36010103 30"),
                        40,
                        40)
                .change(new VillageChange.Split(ONE, List.of(THREE, ONE)))
                .within(Scope.SIBLINGS)
                .value();
        assertThat(change.toCsv().lines())
                .containsExactly(
                        "level,area_code,reasons,before_p1,before_p2,before_total,inherited_p1,inherited_p2,"
                                + "inherited_total,after_p1,after_p2,after_total,reasons_th,reasons_en",
                        "VILLAGE,36010101,SPLIT,25,25,50,18,17,35,18,17,35,"
                                + "เป็นส่วนของหมู่บ้านที่แยก ซึ่งแบ่งเป้าหมายกันตามจำนวนครัวเรือน,"
                                + "\"part of a divided village, whose target its parts share by their households\"",
                        "VILLAGE,36010103,SPLIT,0,0,0,7,8,15,7,8,15,"
                                + "เป็นส่วนของหมู่บ้านที่แยก ซึ่งแบ่งเป้าหมายกันตามจำนวนครัวเรือน,"
                                + "\"part of a divided village, whose target its parts share by their households\"");
        assertThat(change.moved()).isZero();
        assertThat(change.plan().explain(ONE).whole()).isEmpty();
        assertThat(change.plan().explain(ONE).text(Text.THAI))
                .startsWith("เป้าหมายของ 36010101 เปลี่ยนจาก 50 เป็น 35: เป็นส่วนของหมู่บ้านที่แยก");
        assertThat(change.plan().explain(TWO)).hasToString("The target of 36010102 is still 30");
        assertThat(change).hasToString("Reallocation[within tambon, rows=2, moved=0]");
    }

    @Test
    void whatAClosedVillageLeavesGoesToTheStrongestClaimsBesideIt() {
        Reallocation change = request(
                        Villages.register("36010101 100", "36010102 60", "36010103 40", "36010201 100"),
                        Villages.register("36010101 100", "36010102 90", "36010201 100"),
                        75,
                        75)
                .within(Scope.SIBLINGS)
                .value();
        assertThat(change.rows())
                .extracting(Row::area, Row::reasons, Row::difference)
                .containsExactly(
                        tuple(ONE, List.of(Reason.BALANCED), 3L),
                        tuple(TWO, List.of(Reason.GREW, Reason.BALANCED), 17L),
                        tuple(THREE, List.of(Reason.CLOSED), -20L));
        assertThat(change.moved()).isEqualTo(20);
        assertThat(change.plan().explain(TWO).whole().orElseThrow().recompute()).isEqualTo(47);
        assertThat(change.plan().explain(TWO).toString().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("The target of 36010102 was 30 and is 47: more households are registered; changed so");
    }

    @Test
    void aVillageThatOnlyGrewKeepsItsTarget() {
        Reallocation change = request(
                        Villages.register("36010101 100", "36010102 60"),
                        Villages.register("36010101 200", "36010102 60"),
                        40,
                        40)
                .within(Scope.SIBLINGS)
                .value();
        assertThat(change.rows()).isEmpty();
    }

    @Test
    void aVillageThatMovedTakesItsTargetAlongOnlyWhereTheScopeHoldsBothTambons() {
        AreaRegister before = Villages.register("36010101 100", "36010102 60", "36010201 100");
        AreaRegister after = Villages.register("36010101 100", "36010102 60 360102", "36010201 100");
        Reallocation district =
                request(before, after, 60, 60).within(Scope.DISTRICT).value();
        assertThat(district.moved()).isZero();
        assertThat(district.rows())
                .extracting(row -> row.area().value() + row.reasons())
                .containsExactly("360101[SUM]", "360102[SUM]", "36010102[MOVED]");
        Reallocation siblings =
                request(before, after, 60, 60).within(Scope.SIBLINGS).value();
        assertThat(siblings.moved()).isEqualTo(2 * 28);
        assertThat(siblings.plan().target(ONE)).isEqualTo(46 + 28);
    }

    @Test
    void whatDoesNotFitNamesWhoAndHowManyAndAScope() {
        Reading<Reallocation> reading = request(
                        Villages.register("36010101 100", "36010102 60", "36010201 100"),
                        Villages.register("36010101 100", "36010102 0", "36010201 100"),
                        100,
                        100)
                .within(Scope.SIBLINGS);
        assertThat(reading.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR reallocation.no-room (area 360101): The target of 360101 is 123 households, but only 100"
                                + " are registered: 23 have no place. Changed villages: 36010102",
                        "INFO reallocation.wider-scope: It can be done within district (DISTRICT)");
        assertThat(reading.findings().get(1).message(Text.THAI)).isEqualTo("ปรับได้ภายในอำเภอ (DISTRICT)");
        assertThat(codes(request(
                                Villages.register("36010101 100", "36010201 100"),
                                Villages.register("36010101 10", "36010201 10"),
                                50,
                                50)
                        .within(Scope.PROVINCE)))
                .containsExactly("reallocation.no-room", "reallocation.no-scope");
    }

    @Test
    void aNewTambonHasNoTargetOfItsOwn() {
        Reallocation.Request request = request(
                Villages.register("36010101 100", "36010102 60"),
                Villages.register("36010101 100", "36010102 60 360109"),
                40,
                40);
        assertThat(codes(request.within(Scope.SIBLINGS)))
                .containsExactly("reallocation.new-area", "reallocation.wider-scope");
        assertThat(request.within(Scope.DISTRICT).value().moved()).isZero();
    }

    @Test
    void workThatIsDoneHoldsATargetUpOnlyInAClosedPeriod() {
        AreaRegister before = Villages.register("36010101 100", "36010102 100");
        AreaRegister after = Villages.register("36010101 40", "36010102 100");
        QuotaPlan plan = Villages.plan(before, 60, 60);
        Period first = plan.periods().get(0);
        Reallocation open = Reallocation.of(plan, before, after, Method.WEBSTER)
                .done(ONE, first, 25)
                .within(Scope.SIBLINGS)
                .value();
        assertThat(open.plan().target(ONE, first)).isEqualTo(20);
        Reallocation closed = Reallocation.of(plan, before, after, Method.WEBSTER)
                .done(ONE, first, 20)
                .done(ONE, first, 5)
                .closed(first)
                .within(Scope.SIBLINGS)
                .value();
        assertThat(closed.plan().target(ONE, first)).isEqualTo(27);
        assertThat(closed.plan().target(ONE)).isEqualTo(40);
        assertThat(closed.moved()).isEqualTo(open.moved()).isEqualTo(40);
    }

    @Test
    void workThatNoTargetCanHoldIsNamed() {
        AreaRegister before = Villages.register("36010101 100", "36010102 100");
        AreaRegister after = Villages.register("36010101 10", "36010102 100");
        QuotaPlan plan = Villages.plan(before, 40, 40);
        Period first = plan.periods().get(0);
        Reallocation.Request request =
                Reallocation.of(plan, before, after, Method.WEBSTER).closed(first);
        assertThat(codes(request.done(ONE, first, 11).within(Scope.SIBLINGS)))
                .containsExactly("reallocation.done-above-registered", "reallocation.no-scope");
        assertThat(codes(request.done(TWO, first, 30).within(Scope.SIBLINGS)))
                .containsExactly(
                        "reallocation.done-above-registered",
                        "reallocation.done-above-target",
                        "reallocation.no-scope");
        assertThat(codes(request.done(THREE, first, 3).within(Scope.SIBLINGS)))
                .containsExactly("reallocation.done-without-village");
    }

    @Test
    void theWorkOfUnitedVillagesIsAdded() {
        AreaRegister before = Villages.register("36010101 100", "36010102 100", "36010103 100");
        AreaRegister after = Villages.register("36010102 150", "36010103 100");
        QuotaPlan plan = Villages.plan(before, 60, 60);
        Period first = plan.periods().get(0);
        Reallocation change = Reallocation.of(plan, before, after, Method.WEBSTER)
                .change(new VillageChange.Merge(List.of(ONE), TWO))
                .closed(first)
                .done(ONE, first, 30)
                .done(TWO, first, 20)
                .within(Scope.SIBLINGS)
                .value();
        assertThat(change.plan().target(TWO)).isEqualTo(80);
        assertThat(change.plan().target(TWO, first)).isEqualTo(50);
        assertThat(change.rows())
                .extracting(row -> row.area().value() + row.reasons())
                .containsExactly("36010102[MERGED, HELD, PERIODS]", "36010103[PERIODS]", "36010101[MERGED]");
    }

    @Test
    void changesThatDoNotFitTheRegistersAreAllFound() {
        AreaRegister before = Villages.register("36010101 100", "36010102 60");
        AreaRegister after = Villages.register("36010101 70", "36010102 90");
        Reallocation.Request request = request(before, after, 40, 40)
                .change(new VillageChange.Split(ONE, List.of(TWO, THREE)))
                .change(new VillageChange.Merge(List.of(FAR), ONE));
        assertThat(codes(request.within(Scope.SIBLINGS)))
                .containsExactly(
                        "reallocation.still-registered",
                        "reallocation.part-existed",
                        "reallocation.village-missing",
                        "reallocation.twice",
                        "reallocation.village-missing");
    }

    @Test
    void anotherRegisterThanThePlansAndAnAreaWithAnotherParentAreFound() {
        AreaRegister before = Villages.register("36010101 100", "36010102 60");
        AreaRegister other = Villages.register("36010101 100", "36010103 60", "36010102 60 360102");
        assertThat(codes(Reallocation.of(Villages.plan(before, 40, 40), other, other, Method.WEBSTER)
                        .within(Scope.SIBLINGS)))
                .containsExactly("quota.other-parent");
        AreaRegister without = Villages.register("36010101 100");
        assertThat(codes(Reallocation.of(Villages.plan(before, 40, 40), without, without, Method.WEBSTER)
                        .within(Scope.SIBLINGS)))
                .containsExactly("quota.area-missing");
    }

    @Test
    void aCallerWhoAsksForWhatIsNotThereIsTold() {
        AreaRegister register = Villages.register("36010101 100");
        QuotaPlan plan = Villages.plan(register, 10, 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Reallocation.of(QuotaPlan.imposed(SurveyRounds.bmn2569()), register, register, Method.WEBSTER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reallocation.of(plan, register, register, Method.LARGEST_REMAINDER));
        Reallocation.Request request = Reallocation.of(plan, register, register, Method.WEBSTER);
        Period other = new Period("q9", Text.of("เก้า", "nine"));
        assertThatIllegalArgumentException().isThrownBy(() -> request.closed(other));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.done(ONE, plan.periods().get(0), -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new VillageChange.Split(ONE, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new VillageChange.Merge(List.of(ONE, ONE), TWO));
        QuotaPlan district = QuotaPlan.imposed(Rounds.of(Map.of(ProvinceCode.of("36"), new long[] {1, 1})))
                .cascade(ProvinceCode.of("36"), register.tree(AreaView.ADMINISTRATIVE), CascadeRules.of(Method.WEBSTER))
                .value()
                .cascade(
                        DistrictCode.of("3601"),
                        register.tree(AreaView.ADMINISTRATIVE),
                        CascadeRules.of(Method.WEBSTER))
                .value();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reallocation.of(district, register, register, Method.WEBSTER)
                        .within(Scope.PROVINCE))
                .withMessageContaining("PROVINCE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.within(Scope.SIBLINGS).value().plan().explain(TWO));
    }
}
