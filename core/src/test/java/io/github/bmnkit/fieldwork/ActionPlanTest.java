package io.github.bmnkit.fieldwork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.fieldwork.ActionPlan.Duty;
import io.github.bmnkit.fieldwork.ActionPlan.Task;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.Deadline;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.SurveyRounds;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActionPlanTest {
    private static final ActionPlan PLAN = ActionPlan.bmn2569();
    private static final String JSON = Records.resource("plan-2569.json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Records.resource("plan.schema.json"));

    private static Reading<ActionPlan> read(String json) {
        return ActionPlan.read(new ByteArrayInputStream(json.getBytes(UTF_8)), Roles.bmn2569());
    }

    @Test
    void theShippedPlanHasTheStepsOfThePapers() {
        assertThat(read(JSON).findings()).isEmpty();
        assertThat(PLAN.status()).isEqualTo(DefinitionStatus.REFERENCE);
        assertThat(PLAN.rounds()).containsExactly(2569);
        assertThat(PLAN.tasks())
                .extracting(Task::id)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 17).mapToObj(Integer::toString).toList());
        assertThat(PLAN.find("1").orElseThrow().name().th()).contains("ทะเบียนพื้นที่และจำนวนครัวเรือนเป้าหมาย");
        assertThat(PLAN.find("13").orElseThrow().name().th())
                .contains(
                        "แบบสรุปความเชื่อมั่นในกระบวนการและคุณภาพของข้อมูล จปฐ. และคำรับรองคุณภาพข้อมูล จปฐ. ระดับ อปท.");
        assertThat(PLAN.find("18")).isEmpty();
        assertThat(PLAN.find("11")
                        .orElseThrow()
                        .duty(AreaLevel.TAMBON)
                        .orElseThrow()
                        .owners())
                .extracting(RoleId::value)
                .containsExactlyInAnyOrder(
                        "coordinator",
                        "local-executive",
                        "local-leader",
                        "village-committee",
                        "community-leader",
                        "volunteer-leader");
        assertThat(PLAN.find("4").orElseThrow().duty(AreaLevel.DISTRICT)).isEmpty();
    }

    /** The plan repeats no date of the round, so it cannot contradict one; and the papers give no others. */
    @Test
    void theDeadlinesOfThePlanAreThoseOfTheRoundAndNoOthers() {
        List<AreaLevel> levels = PLAN.tasks().stream()
                .flatMap(task -> task.duties().stream())
                .filter(Duty::byDeadline)
                .map(Duty::level)
                .toList();
        assertThat(levels)
                .containsExactlyElementsOf(SurveyRounds.bmn2569().deadlines().stream()
                        .map(Deadline::level)
                        .toList());
        assertThat(PLAN.check(SurveyRounds.bmn2569())).isEmpty();
        assertThat(Records.BASIS.round().deadlines())
                .extracting(Deadline::by)
                .containsExactly(LocalDate.of(2026, 2, 27), LocalDate.of(2026, 3, 30));
        assertThat(JSON.lines().filter(line -> line.contains("2026-")))
                .as("dates of sources only")
                .allMatch(line -> line.contains("\"key\""));
    }

    @Test
    void aPlanThatDoesNotFitTheRoundIsNoBasis() {
        ActionPlan other = new ActionPlan(
                "own", "1", DefinitionStatus.DRAFT, Text.of("แผน", "plan"), Set.of(2570), List.of(), PLAN.tasks());
        assertThat(other.check(SurveyRounds.bmn2569()))
                .extracting(Finding::code)
                .containsExactly(FieldworkFinding.OTHER_ROUND);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new FieldworkRecords.Basis(Records.REGISTER, Roles.bmn2569(), other, SurveyRounds.bmn2569()))
                .withMessageContaining("2569");
    }

    @Test
    void theShippedPlanFitsItsSchemaAndSlipsDoNot() {
        assertThat(SCHEMA.validate(JSON, InputFormat.JSON)).isEmpty();
        for (String slip : List.of(
                JSON.replace("\"status\": \"REFERENCE\"", "\"status\": \"FINAL\""),
                JSON.replace("\"what\": \"READINESS\"", "\"what\": \"READY\""),
                JSON.replace("\"level\": \"TAMBON\"", "\"level\": \"SUBDISTRICT\""),
                JSON.replace("\"byDeadlineOfRound\": true", "\"by\": \"2026-02-27\""))) {
            assertThat(slip).isNotEqualTo(JSON);
            assertThat(SCHEMA.validate(slip, InputFormat.JSON)).isNotEmpty();
            assertThat(read(slip).hasErrors()
                            || read(slip).findings().stream()
                                    .anyMatch(finding -> finding.code() == DocumentFinding.JSON_UNKNOWN_FIELD))
                    .isTrue();
        }
    }

    @Test
    void everythingThatIsWrongIsListed() {
        String broken = JSON.replace("\"id\": \"2\"", "\"id\": \"1\"")
                .replace("[\"provincial-chief\"]", "[\"governor\"]")
                .replace(
                        "\"level\": \"DISTRICT\", \"source\": \"bmnkit\"",
                        "\"level\": \"PROVINCE\", \"source\": \"rumour\"");
        assertThat(read(broken).findings())
                .allMatch(finding -> finding.place().line().isPresent())
                .extracting(Finding::code)
                .contains(FieldworkFinding.UNKNOWN_ROLE, FieldworkFinding.UNKNOWN_SOURCE);
        assertThat(read(JSON.replace("\"id\": \"2\"", "\"id\": \"1\"")).findings())
                .extracting(Finding::code)
                .containsExactly(FieldworkFinding.DUPLICATE);
        assertThat(read(JSON.replaceFirst("\"level\": \"DISTRICT\"", "\"level\": \"PROVINCE\""))
                        .findings())
                .extracting(Finding::code)
                .containsExactly(FieldworkFinding.DUPLICATE);
        Task task = PLAN.tasks().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActionPlan(
                        "own",
                        "1",
                        DefinitionStatus.DRAFT,
                        Text.of("แผน", "plan"),
                        Set.of(),
                        List.of(),
                        List.of(task, task)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Task(
                        "1",
                        task.name(),
                        List.of(task.duties().get(0), task.duties().get(0)),
                        null));
    }
}
