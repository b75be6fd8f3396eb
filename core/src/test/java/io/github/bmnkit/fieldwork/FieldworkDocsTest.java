package io.github.bmnkit.fieldwork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.certification.CertificationDefinition.LevelProcess;
import io.github.bmnkit.certification.CertificationDefinitions;
import io.github.bmnkit.certification.Facts;
import io.github.bmnkit.certification.QualityFacts;
import io.github.bmnkit.fieldwork.ActionPlan.Evidence;
import io.github.bmnkit.fieldwork.PlanRow.Standing;
import io.github.bmnkit.fieldwork.WorkingGroup.Member;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/fieldwork.md} shows is what happens. */
class FieldworkDocsTest {
    private final AreaRegister register = Records.REGISTER;
    private final InputStream json = new ByteArrayInputStream(Records.JSON.getBytes(UTF_8));
    private final LocalDate today = Records.TODAY;
    private final Instant now = Instant.parse("2026-01-25T02:00:00Z");
    private final AreaCode village = Records.area("36010101");
    private final AreaCode otherDistrict = Records.area("3602");
    private final AreaCode province = Records.area("36");
    private final ActorId someone = ActorId.of("u-17");
    private final RoleId role = RoleId.of("working-group");
    private final Map<AreaCode, Long> needed = Map.of(village, 2L, Records.area("36010102"), 2L);

    @Test
    void theWorkOfAProvinceOnRecord() {
        FieldworkRecords.Basis basis = FieldworkRecords.Basis.bmn2569(register);
        Reading<FieldworkRecords> reading = FieldworkRecords.read(json, basis, today);
        reading.findings().forEach(finding -> show(finding.message(Text.THAI), finding.place()));

        WorkingGroup group = new WorkingGroup(
                otherDistrict,
                new WorkingGroup.Order("88/2568", LocalDate.of(2025, 12, 16), "อำเภอ"),
                null, // not ready yet
                List.of(new Member(someone, Set.of(role), Term.from(LocalDate.of(2025, 12, 16)))));
        FieldworkRecords others =
                FieldworkRecords.of(basis, List.of(group), today).value();
        FieldworkRecords records = reading.value().mergedWith(others).value();
        String document = records.toJson();
        assertThat(document).contains("\"88/2568\"", "\"16 ธันวาคม 2568\"");

        LevelProcess process = CertificationDefinitions.bmn2569().level(village.level());
        Set<ActorId> presenters = records.actors(village, today, process.presentedBy()::contains);
        Set<ActorId> signers = records.actors(village, today, process::signs);
        Facts facts = Facts.of(now, records, this::quality);
        assertThat(presenters).extracting(ActorId::value).containsExactly("u-coordinator", "v-1", "v-2");
        assertThat(signers).extracting(ActorId::value).containsExactly("u-committee", "u-leader");
        assertThat(facts.roles(ActorId.of("v-1"), village, today)).containsExactly(Collector.ROLE);

        List<PlanRow> overdue = records.plan(province, row -> row.standing(today, 14) == Standing.OVERDUE);
        List<PlanRow> dueSoon = records.plan(province, row -> row.standing(today, 14) == Standing.DUE_SOON);
        assertThat(overdue).extracting(PlanRow::unit).containsExactly(otherDistrict);
        assertThat(dueSoon).extracting(PlanRow::unit).containsExactly(Records.area("36020101"));

        List<Finding> missing = records.missing(village, today);
        List<AreaCode> without = records.lacking(Evidence.WORKING_GROUP, province, today);
        List<Finding> tooFew = records.tooFewCollectors(province, each -> needed.getOrDefault(each, 0L), today);
        assertThat(missing).hasSize(1);
        assertThat(records.isReady(village, today)).isFalse();
        assertThat(without).doesNotContain(otherDistrict).contains(province);
        assertThat(tooFew).hasSize(1);
    }

    private Optional<QualityFacts> quality(AreaCode unit) {
        return Optional.empty();
    }

    private static void show(String message, Place place) {
        throw new AssertionError(message + place);
    }

    @Test
    void theCodeShownIsTheCodeOfThisTest() {
        String code = text("src/test/java/io/github/bmnkit/fieldwork/FieldworkDocsTest.java");
        List<String> blocks = blocks("java");
        assertThat(blocks).hasSize(5);
        assertThat(blocks)
                .allSatisfy(block -> assertThat(code.replaceAll("\\s", "")).contains(block.replaceAll("\\s", "")));
    }

    @Test
    void theRecordsShownAreThoseOfTheExample() {
        String example = Records.JSON.replaceAll("\\s", "");
        assertThat(blocks("json"))
                .hasSize(1)
                .allSatisfy(block -> assertThat(block.lines()
                                .map(line -> line.replaceAll("\\s", ""))
                                .filter(line -> !line.isEmpty()))
                        .allSatisfy(line -> assertThat(example).contains(line)));
    }

    @Test
    void everyFindingIsInTheTableWithItsExample() {
        StringBuilder table = new StringBuilder("| finding | example | what is said |\n| --- | --- | --- |\n");
        for (FieldworkFinding code : FieldworkFinding.values()) {
            FindingExamples.Example example = FindingExamples.of(code);
            Finding finding = example.findings().stream()
                    .filter(each -> each.code() == code)
                    .findFirst()
                    .orElseThrow();
            table.append("| `").append(code.id()).append("` | ").append(example.tried());
            table.append(" | ").append(finding.message(Text.THAI)).append(" |\n");
        }
        assertThat(text("../docs/fieldwork.md")).contains(table);
    }

    private static List<String> blocks(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text("../docs/fieldwork.md"))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String text(String path) {
        try {
            return Files.readString(Path.of(path), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
