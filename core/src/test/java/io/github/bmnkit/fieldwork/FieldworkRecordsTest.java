package io.github.bmnkit.fieldwork;

import static io.github.bmnkit.fieldwork.Records.BASIS;
import static io.github.bmnkit.fieldwork.Records.JSON;
import static io.github.bmnkit.fieldwork.Records.TODAY;
import static io.github.bmnkit.fieldwork.Records.area;
import static io.github.bmnkit.fieldwork.Records.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.RegionCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActionPlan.Evidence;
import io.github.bmnkit.fieldwork.FieldworkRecord.Done;
import io.github.bmnkit.fieldwork.FieldworkRecord.DueDate;
import io.github.bmnkit.fieldwork.PlanRow.Standing;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldworkRecordsTest {
    private static final FieldworkRecords RECORDS = read(JSON).value();
    private static final AreaCode VILLAGE = area("36010101");
    private static final AreaCode AUTHORITY = area("3601/A1");
    private static final AreaCode DISTRICT = area("3601");
    private static final AreaCode PROVINCE = area("36");

    private static ActorId actor(String id) {
        return ActorId.of(id);
    }

    private static Set<RoleId> roles(String actor, AreaCode unit) {
        return RECORDS.roles(actor(actor), unit, TODAY);
    }

    @Test
    void theExampleHasNothingWrongAndComesBackAsItIs() {
        assertThat(read(JSON).findings()).isEmpty();
        assertThat(RECORDS.all(FieldworkRecord.class)).hasSize(20);
        String written = RECORDS.toJson();
        assertThat(read(written).value()).isEqualTo(RECORDS).hasSameHashCodeAs(RECORDS);
        assertThat(read(written).value().toJson()).isEqualTo(written).contains("\"20 กุมภาพันธ์ 2569\"");
        assertThat(RECORDS)
                .hasToString("FieldworkRecords[bmn-2569, records=20]")
                .isNotEqualTo(JSON);
    }

    @Test
    void rolesAreHeldWhereAndWhenTheRecordsSay() {
        assertThat(roles("u-group-d", DISTRICT)).containsExactly(RoleId.of("working-group"));
        assertThat(roles("u-group-d", AUTHORITY)).isEmpty();
        assertThat(roles("u-group-d", VILLAGE)).isEmpty();
        assertThat(roles("u-executive", AUTHORITY))
                .containsExactly(RoleId.of("local-executive"), RoleId.of("working-group"));
        assertThat(roles("u-department", area("TH"))).containsExactly(RoleId.of("department"));
        assertThat(roles("nobody", DISTRICT)).isEmpty();
    }

    @Test
    void aTambonStandsForItsVillagesAndTheirLocalAuthorities() {
        RoleId coordinator = RoleId.of("coordinator");
        assertThat(roles("u-coordinator", VILLAGE)).containsExactly(coordinator);
        assertThat(roles("u-coordinator", AUTHORITY)).containsExactly(coordinator);
        assertThat(roles("u-coordinator", area("36010201"))).isEmpty();
        assertThat(roles("u-coordinator", DISTRICT)).isEmpty();
    }

    @Test
    void collectorsCountInTheirVillagesAndAtTheLocalAuthorityWhileTheyAreActive() {
        assertThat(roles("v-1", VILLAGE)).containsExactly(Collector.ROLE);
        assertThat(roles("v-1", AUTHORITY)).containsExactly(Collector.ROLE);
        assertThat(roles("v-1", area("36010102"))).isEmpty();
        ActorId first = actor("v-1");
        assertThat(RECORDS.roles(first, VILLAGE, LocalDate.of(2026, 1, 4))).isEmpty();
        assertThat(RECORDS.roles(first, VILLAGE, LocalDate.of(2026, 1, 5))).isNotEmpty();
        assertThat(RECORDS.roles(first, VILLAGE, LocalDate.of(2026, 4, 30))).isNotEmpty();
        assertThat(RECORDS.roles(first, VILLAGE, LocalDate.of(2026, 5, 1))).isEmpty();
        assertThat(RECORDS.collectors(PROVINCE, TODAY)).containsExactlyInAnyOrder(first, actor("v-2"));
        assertThat(RECORDS.collectors(PROVINCE, LocalDate.of(2026, 1, 4))).isEmpty();
    }

    @Test
    void whoMayActIsListedById() {
        assertThat(RECORDS.actors(VILLAGE, TODAY, role -> true))
                .containsExactly(
                        actor("u-committee"), actor("u-coordinator"), actor("u-leader"), actor("v-1"), actor("v-2"));
        assertThat(RECORDS.actors(VILLAGE, LocalDate.of(2026, 3, 1), RoleId.of("community-leader")::equals))
                .isEmpty();
        assertThat(RECORDS.actors(AUTHORITY, TODAY, Collector.ROLE::equals))
                .containsExactly(actor("v-1"), actor("v-2"));
    }

    @Test
    void dueDatesComeFromTheNearestAreaAndNeverPostponeTheDeadlineOfTheRound() {
        assertThat(due("9", VILLAGE)).isEqualTo(LocalDate.of(2026, 2, 20));
        assertThat(due("9", area("36020101"))).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(due("10", VILLAGE)).isNull();
        assertThat(due("14", DISTRICT)).isEqualTo(LocalDate.of(2026, 2, 13));
        assertThat(due("14", area("3602"))).isEqualTo(LocalDate.of(2026, 2, 27));
        assertThat(due("15", PROVINCE)).isEqualTo(LocalDate.of(2026, 3, 30));

        Reading<FieldworkRecords> late = FieldworkRecords.of(
                BASIS, List.of(new DueDate("14", DISTRICT, AreaLevel.DISTRICT, LocalDate.of(2026, 2, 28))), TODAY);
        assertThat(late.findings())
                .singleElement()
                .extracting(finding -> finding.message(Text.THAI))
                .isEqualTo(
                        "วันที่ 28 กุมภาพันธ์ 2569 อยู่หลังกำหนดส่งของรอบ คือวันที่ 27 กุมภาพันธ์ 2569 ซึ่งยังใช้บังคับ");
        assertThat(late.value().plan(DISTRICT))
                .filteredOn(row -> row.task().id().equals("14"))
                .extracting(PlanRow::due)
                .containsExactly(LocalDate.of(2026, 2, 27));
    }

    private static LocalDate due(String task, AreaCode unit) {
        return RECORDS.plan(unit).stream()
                .filter(row -> row.task().id().equals(task))
                .findFirst()
                .orElseThrow()
                .due();
    }

    @Test
    void thePlanTellsWhatIsOverdueSoonDueAndDone() {
        assertThat(RECORDS.plan(DISTRICT))
                .extracting(row -> row.task().id())
                .containsExactly("1", "2", "3", "5", "6", "7", "8", "14", "17");
        assertThat(RECORDS.plan(PROVINCE, row -> row.standing(TODAY, 14) == Standing.OVERDUE))
                .extracting(PlanRow::unit, row -> row.task().id())
                .containsExactly(tuple(area("3602"), "3"));
        assertThat(RECORDS.plan(PROVINCE, row -> row.standing(TODAY, 14) == Standing.DUE_SOON))
                .extracting(PlanRow::unit)
                .containsExactly(area("36020101"));
        assertThat(RECORDS.plan(DISTRICT, row -> row.standing(TODAY, 14) == Standing.DONE))
                .extracting(PlanRow::unit)
                .containsExactly(DISTRICT);
        assertThat(RECORDS.plan(AUTHORITY, row -> true))
                .extracting(row -> row.task().id())
                .containsExactly("9", "9", "10", "10", "12", "12", "13");
        PlanRow row = RECORDS.plan(DISTRICT).get(2);
        assertThat(row.standing(LocalDate.of(2025, 12, 9), 5)).isEqualTo(Standing.OPEN);
        assertThat(row.standing(LocalDate.of(2025, 12, 9), 6)).isEqualTo(Standing.DUE_SOON);
        PlanRow late = new PlanRow(row.task(), row.unit(), LocalDate.of(2025, 12, 9), row.done());
        assertThat(late.standing(LocalDate.of(2025, 12, 10), 0)).isEqualTo(Standing.DONE_LATE);
        assertThat(late.standing(LocalDate.of(2025, 12, 9), 0)).isEqualTo(Standing.DUE_SOON);
        assertThat(Standing.DONE_LATE.text()).isEqualTo(Text.of("แล้วเสร็จล่าช้า", "done late"));
    }

    @Test
    void whatAUnitLacksIsListedInTheOrderOfThePlan() {
        assertThat(RECORDS.isReady(AUTHORITY, TODAY)).isTrue();
        assertThat(RECORDS.isReady(AUTHORITY, LocalDate.of(2025, 12, 21))).isFalse();
        assertThat(RECORDS.isReady(DISTRICT, TODAY)).isTrue();
        assertThat(codes(RECORDS.missing(PROVINCE, TODAY)))
                .containsExactly(FieldworkFinding.NO_WORKING_GROUP, FieldworkFinding.GROUP_NOT_READY);
        assertThat(RECORDS.missing(VILLAGE, TODAY))
                .extracting(finding -> finding.message(Text.THAI))
                .containsExactly("ผู้จัดเก็บข้อมูลของ 36010101 ลงทะเบียนแล้ว 1 จาก 2 คน");
        assertThat(codes(RECORDS.missing(area("36020101"), TODAY)))
                .containsExactly(FieldworkFinding.COLLECTORS_NOT_BRIEFED, FieldworkFinding.COLLECTORS_NOT_REGISTERED);
        assertThat(RECORDS.missing(area("36010201"), TODAY)).as("no households").isEmpty();
        assertThat(RECORDS.missing(PROVINCE, LocalDate.of(2025, 12, 19)))
                .extracting(Finding::code)
                .contains(FieldworkFinding.NO_PUBLICITY);
        assertThat(RECORDS.lacking(Evidence.WORKING_GROUP, PROVINCE, TODAY))
                .containsExactly(area("3601/A2"), area("3602/A3"), area("3602"), PROVINCE);
        assertThat(RECORDS.lacking(Evidence.READINESS, DISTRICT, TODAY)).containsExactly(area("3601/A2"));
        assertThat(RECORDS.lacking(Evidence.BRIEFED_COLLECTORS, PROVINCE, TODAY))
                .containsExactly(area("36020101"));
        assertThat(RECORDS.lacking(Evidence.COOPERATION, DISTRICT, TODAY)).containsExactly(area("3601/A2"));
        assertThat(RECORDS.lacking(Evidence.PUBLICITY, PROVINCE, TODAY)).isEmpty();
    }

    @Test
    void collectorsAreComparedWithHowManyAreNeeded() {
        assertThat(RECORDS.tooFewCollectors(PROVINCE, village -> village.equals(area("36010201")) ? 0 : 2, TODAY))
                .extracting(finding -> finding.message(Text.THAI))
                .containsExactly(
                        "36010102 มีผู้จัดเก็บข้อมูล 1 คน แต่ต้องมี 2 คน",
                        "36020101 มีผู้จัดเก็บข้อมูล 0 คน แต่ต้องมี 2 คน");
    }

    private static List<FindingCode> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    @Test
    void unknownAreasAreAnErrorOfTheCaller() {
        AreaCode elsewhere = VillageCode.of("99999999");
        assertThatIllegalArgumentException().isThrownBy(() -> RECORDS.missing(elsewhere, TODAY));
        assertThatIllegalArgumentException().isThrownBy(() -> RECORDS.plan(elsewhere));
        assertThat(FieldworkRecords.of(BASIS, List.of(new Done("1", new RegionCode(36), TODAY, actor("a"))), TODAY)
                        .findings())
                .extracting(Finding::code)
                .containsExactly(FieldworkFinding.UNKNOWN_AREA);
    }
}
