package io.github.bmnkit.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.fieldwork.Role;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.registry.RegistryLinks.Found;
import io.github.bmnkit.registry.RegistryLinks.Outcome;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/registry.md} shows is what happens. */
class RegistryDocsTest {
    private static final String ROWS = RegistryWorld.HEADER
            + "savings-group,กลุ่มหนึ่ง,36010101," + RegistryWorld.id(1).digits()
            + ",นาง,สมหญิง,ทดสอบ,ประธาน,1 มกราคม 2569,\n"
            + "savings-group,กลุ่มหนึ่ง,36010101," + RegistryWorld.id(2).digits() + ",นาย,สมชาย,ทดสอบ,เหรัญญิก,,\n"
            + "savings-group,กลุ่มหนึ่ง,36010199,,,,,,,\n";

    private final Role chair = new Role(RoleId.of("chair"), Text.of("ประธาน", "chair"));
    private final Role treasurer = new Role(RoleId.of("treasurer"), Text.of("เหรัญญิก", "treasurer"));
    private final AreaTree areas = RegistryWorld.AREAS;
    private final InputStream file = new ByteArrayInputStream(ROWS.getBytes(UTF_8));
    private final List<String> logged = new ArrayList<>();
    private final List<Found> looked = new ArrayList<>();

    @Test
    void fromTheFilesOfTheBureausToTheCoverage() throws IOException {
        RegisterCatalogue catalogue = RegisterCatalogue.bmn2569();
        Register savings = catalogue.find(RegisterId.of("savings-group")).orElseThrow();
        catalogue = catalogue.with(savings.withRoles(
                List.of(chair, treasurer),
                List.of(Set.of(chair.id(), treasurer.id())))); // these two exclude one another
        Memberships leaders = Memberships.readCsv(
                        "leaders.csv",
                        new ByteArrayInputStream((RegistryWorld.HEADER + "ผู้นำชุมชน,,360101,"
                                        + RegistryWorld.id(3).formatted() + ",,,,,,\n")
                                .getBytes(UTF_8)),
                        catalogue,
                        areas)
                .value();

        Reading<Memberships> reading = Memberships.readCsv("savings.csv", file, catalogue, areas);
        reading.findings().forEach(finding -> log(finding.message(Text.THAI), finding.place()));
        Memberships memberships = reading.value().plus(leaders); // another bureau's file
        assertThat(logged)
                .containsExactly(
                        "คอลัมน์ area: ไม่มีหมู่บ้าน/ชุมชน 36010199 ในทะเบียนพื้นที่ ไม่ใช้แถวนี้ savings.csv, line 4");

        Stream<HouseholdResponse> households = Stream.of(household("H-1", 1), household("H-2", 2), household("H-3", 2));
        RegistryLinker linker =
                RegistryLinker.demonstration( // the form of 2560 is not that of the round: the result says so
                        memberships, Questionnaires.bmn2560(), PersonQuestions.bmn2560(), 2564);
        households.forEach(linker::add);
        RegistryLinks links = linker.link();
        links.count(Outcome.LINKED);
        links.all(Outcome.IN_SEVERAL_HOUSEHOLDS).forEach(link -> look(link.membership(), link.found()));
        assertThat(links.all())
                .extracting(RegistryLinks.Link::outcome)
                .containsExactly(Outcome.LINKED, Outcome.IN_SEVERAL_HOUSEHOLDS, Outcome.NOT_IN_ANY_HOUSEHOLD);
        assertThat(looked).containsExactly(new Found(HouseholdId.of("H-2"), 1), new Found(HouseholdId.of("H-3"), 1));

        StringBuilder out = new StringBuilder();
        RegistryCoverage coverage = links.coverage(LocalDate.of(2026, 3, 30));
        Share linked = coverage.of(RegisterId.of("savings-group"), ProvinceCode.of("36"));
        coverage.writeCsv(AreaLevel.TAMBON, out);
        links.writeCsv(out);
        String summary = links.toJson();
        assertThat(linked).isEqualTo(Share.of(1, 2));
        assertThat(out).contains("TAMBON,360101,ตำบลหนึ่ง,community-leader,ผู้นำชุมชน,1,0");
        assertThat(summary).contains("\"demonstration\" : true").contains("\"LINKED\" : 1");
    }

    private static HouseholdResponse household(String id, int person) {
        HouseholdResponse.Builder response =
                HouseholdResponse.builder(Questionnaires.bmn2560(), HouseholdId.of(id), 2564);
        int key = response.addMember();
        return response.answer(
                        AnswerPath.of("id_card", key),
                        Value.text(RegistryWorld.id(person).digits()))
                .build();
    }

    private void log(String message, Place place) {
        logged.add(message + " " + place);
    }

    private void look(Membership membership, List<Found> found) {
        assertThat(membership.role()).isEqualTo("treasurer");
        looked.addAll(found);
    }

    @Test
    void theCodeShownIsTheCodeOfThisTest() throws IOException {
        String code = Files.readString(Path.of("src/test/java/io/github/bmnkit/registry/RegistryDocsTest.java"), UTF_8);
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(docs())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(blocks).hasSize(4);
        assertThat(blocks)
                .allSatisfy(block -> assertThat(code.replaceAll("\\s", "")).contains(block.replaceAll("\\s", "")));
    }

    @Test
    void everyColumnOutcomeAndConflictIsInTheDocs() throws IOException {
        String docs = docs();
        assertThat(Stream.concat(Memberships.REQUIRED.stream(), Memberships.OPTIONAL.stream()))
                .allSatisfy(column -> assertThat(docs).contains("`" + column + "`"));
        assertThat(Outcome.values()).allSatisfy(outcome -> assertThat(docs).contains("`" + outcome.name() + "`"));
        assertThat(Stream.of(RegistryFinding.values())
                        .filter(code -> code.compareTo(RegistryFinding.TWICE_IN_GROUP) >= 0))
                .allSatisfy(code -> assertThat(docs).contains("| `" + code.id() + "` |"));
        assertThat(RegistryFinding.TWO_ROLES.severity()).isEqualTo(Severity.INFO);
    }

    private static String docs() throws IOException {
        return Files.readString(Path.of("../docs/registry.md"), UTF_8);
    }
}
