package io.github.bmnkit.fieldwork;

import static io.github.bmnkit.fieldwork.Records.BASIS;
import static io.github.bmnkit.fieldwork.Records.JSON;
import static io.github.bmnkit.fieldwork.Records.TODAY;
import static io.github.bmnkit.fieldwork.Records.area;
import static io.github.bmnkit.fieldwork.Records.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
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
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.IdentityFinding;
import io.github.bmnkit.testing.Registers;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFindingsTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Records.resource("fieldwork.schema.json"));
    private static final ActorId ACTOR = ActorId.of("a");
    private static final Term TERM = Term.from(TODAY);

    @ParameterizedTest
    @EnumSource(FieldworkFinding.class)
    void everyFindingIsMetInItsPlace(FieldworkFinding code) {
        FindingExamples.Example example = FindingExamples.of(code);
        assertThat(example.findings())
                .filteredOn(finding -> finding.code() == code)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message(Text.THAI)).doesNotContain("{");
                    if (!example.pointer().isEmpty()) {
                        assertThat(finding.place().pointer()).contains(example.pointer());
                        assertThat(finding.place().line()).isPresent();
                    }
                });
        if (!example.pointer().isEmpty()) {
            assertThat(example.findings()).as("nothing else is wrong").hasSize(1);
        }
    }

    @Test
    void whatIsWrongIsLeftOutAndTheRestIsKept() {
        Reading<FieldworkRecords> reading = read(
                JSON.replace("\"u-group-a\", \"roles\": [\"working-group\"]", "\"u-group-a\", \"roles\": [\"boss\"]")
                        .replace("\"to\": \"1 พฤษภาคม 2569\"", "\"to\": \"1 มกราคม 2569\"")
                        .replace("\"task\": \"4\"", "\"task\": 4")
                        .replace("20 มกราคม 2569", "20 มกราคม 2026")
                        .replace("\"kind\": \"อบจ.\"", "\"kind\": \"อบจ\""));
        assertThat(reading.findings())
                .allMatch(finding -> finding.place().line().isPresent())
                .extracting(Finding::code)
                .containsExactly(
                        DocumentFinding.JSON_WRONG_TYPE,
                        FieldworkFinding.UNKNOWN_ROLE,
                        FieldworkFinding.TERM,
                        AreaFinding.AUTHORITY_KIND,
                        IdentityFinding.DATE_COMMON_ERA);
        FieldworkRecords kept = reading.value();
        assertThat(kept.all(FieldworkRecord.class)).hasSize(20 - 4);
        assertThat(kept.actors(area("3601/A1"), TODAY, RoleId.of("working-group")::equals))
                .containsExactly(ActorId.of("u-executive"));
    }

    /** Else somebody whose term was meant to end could sign for ever. */
    @Test
    void aMistypedOrRepeatedFieldNeverLosesTheEndOfATerm() {
        ActorId leader = ActorId.of("u-leader");
        LocalDate after = LocalDate.of(2026, 3, 1);
        assertThat(read(JSON).value().roles(leader, area("36010101"), after.minusDays(1)))
                .isNotEmpty();
        for (String slip : List.of(
                JSON.replace("\"to\": \"1 มีนาคม 2569\"", "\"too\": \"1 มีนาคม 2569\""),
                JSON.replace("\"to\": \"1 มีนาคม 2569\"", "\"to\": \"1 มีนาคม 2579\", \"to\": \"1 มีนาคม 2569\""))) {
            Reading<FieldworkRecords> reading = read(slip);
            assertThat(reading.findings()).hasSize(1);
            assertThat(reading.value().roles(leader, area("36010101"), after)).isEmpty();
            assertThat(reading.value().all(FieldworkRecord.class)).hasSize(20);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "{}", "{\"round\": 2569, \"collectors\": {}}", "{\"round\": 2569, \"collector\": []}", "{"
            })
    void aDocumentThatIsWrongAsAWholeIsFound(String json) {
        assertThat(read(json).findings()).isNotEmpty();
    }

    @Test
    void theExampleFitsItsSchemaAndSlipsDoNot() {
        assertThat(SCHEMA.validate(JSON, InputFormat.JSON)).isEmpty();
        assertThat(SCHEMA.validate(read(JSON).value().toJson(), InputFormat.JSON))
                .isEmpty();
        for (String slip : List.of(
                JSON.replace("\"round\": 2569", "\"round\": 26"),
                JSON.replace("\"areas\": [\"360101\"]", "\"areas\": []"),
                JSON.replace("\"areas\": [\"360101\"]", "\"areas\": [\"36010\"]"),
                JSON.replace("\"3601/A1\"", "\"3601/A/1\""),
                JSON.replace("\"roles\": [\"village-committee\"]", "\"roles\": []"),
                JSON.replace("\"level\": \"DISTRICT\"", "\"level\": \"AMPHOE\""),
                JSON.replace("15 ธันวาคม 2568", "15 ธันวาคม 68"),
                JSON.replace(
                        "\"area\": \"36\", \"on\": \"9 ธันวาคม 2568\"",
                        "\"area\": \"36\", \"certifies\": true, \"on\": \"9 ธันวาคม 2568\""))) {
            assertThat(slip).isNotEqualTo(JSON);
            assertThat(SCHEMA.validate(slip, InputFormat.JSON)).isNotEmpty();
            assertThat(read(slip).hasErrors()).isTrue();
        }
    }

    @Test
    void recordsOfAHostsTablesAreCheckedLikeADocument() {
        AreaCode elsewhere = area("36019999");
        AreaCode district = area("3601");
        Member early = new Member(ACTOR, Set.of(RoleId.of("working-group")), Term.from(LocalDate.of(2025, 12, 1)));
        WorkingGroup.Order order = new WorkingGroup.Order("1", LocalDate.of(2025, 12, 5), "อำเภอ");
        Member boss = new Member(ACTOR, Set.of(RoleId.of("boss")), TERM);
        Collector collector = new Collector(ACTOR, Set.of(area("36010101")), TERM, null, null);
        Reading<FieldworkRecords> reading = FieldworkRecords.of(
                BASIS,
                List.of(
                        collector,
                        collector,
                        new Collector(ACTOR, Set.of(area("360101")), TERM, TODAY, TODAY.plusDays(1)),
                        new Collector(ACTOR, Set.of(elsewhere), TERM, null, null),
                        new WorkingGroup(district, order, null, List.of(early)),
                        new WorkingGroup(district, order, null, List.of(boss)),
                        new WorkingGroup(area("3602"), order, null, List.of(early, early)),
                        new Appointment(ACTOR, RoleId.of("boss"), Set.of(district), TERM),
                        new Publicity(elsewhere, TODAY, "หอกระจายข่าว"),
                        new Cooperation(
                                LocalAuthorityCode.of("P"),
                                LocalAuthorityKind.PROVINCIAL_ADMINISTRATION,
                                area("36"),
                                TODAY,
                                true,
                                "รถ"),
                        new DueDate("9", area("36"), AreaLevel.VILLAGE, TODAY),
                        new Done("1", district, TODAY, ACTOR),
                        new Done("1", district, TODAY.minusDays(1), ACTOR)),
                TODAY);
        assertThat(reading.findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        FieldworkFinding.IN_FUTURE,
                        FieldworkFinding.UNKNOWN_AREA,
                        FieldworkFinding.MEMBER_BEFORE_ORDER,
                        FieldworkFinding.UNKNOWN_ROLE,
                        FieldworkFinding.MEMBER_BEFORE_ORDER,
                        FieldworkFinding.MEMBER_BEFORE_ORDER,
                        FieldworkFinding.DUPLICATE,
                        FieldworkFinding.UNKNOWN_ROLE,
                        FieldworkFinding.UNKNOWN_AREA,
                        FieldworkFinding.CERTIFIES_NOTHING,
                        FieldworkFinding.DUPLICATE,
                        FieldworkFinding.DUPLICATE);
        assertThat(reading.value().all(FieldworkRecord.class)).hasSize(4);
        assertThat(reading.value().all(Done.class)).extracting(Done::on).containsExactly(TODAY.minusDays(1));
        assertThat(reading.value().roles(ACTOR, district, LocalDate.of(2025, 12, 4)))
                .isEmpty();
        assertThat(reading.value().roles(ACTOR, district, LocalDate.of(2025, 12, 5)))
                .isNotEmpty();
    }

    @Test
    void recordsOnOtherBasesDoNotMerge() {
        FieldworkRecords.Basis other = FieldworkRecords.Basis.bmn2569(
                Registers.read(Records.REGISTER.toCsv()).value());
        FieldworkRecords records = FieldworkRecords.of(other, List.of(), TODAY).value();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> records.mergedWith(read(JSON).value()));
    }

    @Test
    void whatCannotBeSaidCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> Term.of(TODAY, TODAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Member(ACTOR, Set.of(), TERM));
        assertThatIllegalArgumentException().isThrownBy(() -> new Collector(ACTOR, Set.of(), TERM, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Appointment(ACTOR, Collector.ROLE, Set.of(), TERM));
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkingGroup.Order(" ", TODAY, "อำเภอ"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SupportVisit.Report("", TODAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Publicity(area("36"), TODAY, " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cooperation(
                        LocalAuthorityCode.of("A1"), LocalAuthorityKind.PATTAYA, area("36"), TODAY, true, " "));
    }

    @Test
    void theWordsOfAVisitStayOutOfItsText() {
        SupportVisit visit = new SupportVisit(
                area("36"), area("3601"), TODAY, List.of("พบปัญหา"), new SupportVisit.Report("ผู้บังคับบัญชา", TODAY));
        assertThat(visit)
                .hasToString("SupportVisit[by=36, place=3601, on=2026-01-25, findings=1, reported=2026-01-25]");
    }
}
