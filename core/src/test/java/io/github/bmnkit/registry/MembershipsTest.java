package io.github.bmnkit.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.TambonCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.identity.PersonName;
import io.github.bmnkit.identity.ThaiDigits;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.registry.RegistryLinks.Outcome;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.testing.Registers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MembershipsTest {
    private static final String ID = RegistryWorld.id(1).digits();
    private static final String GOOD =
            "savings-group,ก,36010101," + ID + ",นาง,สมหญิง,ทดสอบ,ประธาน,2026-01-01,2027-01-01";

    private static List<String> codes(Reading<?> reading) {
        return reading.findings().stream()
                .map(finding ->
                        finding.code().id() + "@" + finding.place().line().orElse(0))
                .toList();
    }

    @Test
    void aRowIsReadAsItIsWritten() {
        Reading<Memberships> reading = RegistryWorld.read(RegistryWorld.HEADER + GOOD + "\n");
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.value().all())
                .containsExactly(new Membership(
                        "a.csv",
                        2,
                        RegistryWorld.SAVINGS,
                        "ก",
                        RegistryWorld.id(1),
                        PersonName.of("นาง", "สมหญิง", "ทดสอบ"),
                        "chair",
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 1, 1),
                        VillageCode.of("36010101")));
        assertThat(reading.value().all().get(0)).hasToString("Membership[a.csv:2, savings-group, 36010101]");
        assertThat(reading.value()).hasToString("Memberships[bmn-registers-2569, rows=1]");
    }

    @Test
    void byteOrderMarkThaiDigitsAndBuddhistYearsMeanTheSame() {
        String be = GOOD.replace("2026-01-01", "1 มกราคม 2569").replace("2027-01-01", "01/01/2570");
        String named = be.replace("savings-group", "กลุ่มออมทรัพย์เพื่อการผลิต").replace("ประธาน", "chair");
        for (String row : List.of(be, named, ThaiDigits.toThai(be), GOOD.replace("2026-01-01", "2569-01-01"))) {
            Reading<Memberships> reading = RegistryWorld.read("\uFEFF" + RegistryWorld.HEADER + row + "\n");
            assertThat(reading.findings()).isEmpty();
            assertThat(reading.value().all())
                    .isEqualTo(RegistryWorld.read(RegistryWorld.HEADER + GOOD + "\n")
                            .value()
                            .all());
        }
    }

    @Test
    void badRowsAreFoundByLineAndColumnAndGoodOnesKept() {
        Reading<Memberships> reading = RegistryWorld.read(RegistryWorld.HEADER
                + GOOD + "\n"
                + "lottery,,36010101," + ID + ",,,,,,\n"
                + "savings-group,,36010109," + ID + ",,,,,,\n"
                + "savings-group,,360," + ID + ",,,,,,\n"
                + "savings-group,,36010101," + ID + ",,,,king,,\n"
                + "savings-group,,36010101," + ID + ",,,,,30/02/2569,2026-13-01\n"
                + "savings-group,,36010101," + ID + ",,,,,2026-01-01,2026-01-01\n"
                + "savings-group," + "ก".repeat(201) + ",36010101," + ID + ",,,,,,\n"
                + "savings-group,,36010101,,,,,,,\n"
                + "savings-group,,36010101,1-2345-67890-12-0,,,,,,\n"
                + "savings-group,,36010101," + ID + ",,สม\u200Bหญิง,,,,\n"
                + "savings-group,,36010101\n"
                + GOOD + "\n");
        assertThat(codes(reading))
                .containsExactly(
                        "registry.unknown-register@3",
                        "registry.unknown-area@4",
                        "registry.area-code@5",
                        "registry.unknown-role@6",
                        "registry.date@7",
                        "registry.date@7",
                        "registry.empty-term@8",
                        "registry.text@9",
                        "registry.no-id@10",
                        "registry.id-invalid@11",
                        "registry.name-unreadable@12",
                        "csv.field-count@13");
        assertThat(reading.value().all()).extracting(Membership::line).containsExactly(2, 10, 11, 12, 14);
        assertThat(reading.findings())
                .extracting(finding -> finding.place().document().orElse(""))
                .containsOnly("a.csv");
        assertThat(reading.findings().get(4).message(Text.THAI))
                .startsWith("คอลัมน์ from: ")
                .endsWith(" ไม่ใช้แถวนี้");
        assertThat(reading.findings().get(9).message(Locale.ROOT))
                .isEqualTo("Column national_id: The last digit of the national ID does not match the others:"
                        + " a digit is wrong, or some are swapped; this row is kept and cannot be linked");
    }

    @Test
    void aFileWithoutItsColumnsIsNone() {
        Reading<Memberships> reading = RegistryWorld.read("register,group\n");
        assertThat(reading.optional()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::code).containsOnly(DocumentFinding.CSV_MISSING_COLUMN);
        assertThat(RegistryWorld.read(RegistryWorld.HEADER).value().size()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Memberships.readCsv(
                        "a.csv",
                        new ByteArrayInputStream(RegistryWorld.HEADER.getBytes(UTF_8)),
                        RegistryWorld.CATALOGUE,
                        Registers.read(Registers.large(1, 1, 1, 1)).value().tree(AreaView.CERTIFYING)));
    }

    @Test
    void filesOfSeveralBureausAreTakenTogether() {
        String leader = "ผู้นำชุมชน,,360102," + ID + ",,,,อะไรก็ได้,,\n";
        Memberships both = RegistryWorld.read(RegistryWorld.HEADER + GOOD + "\n")
                .value()
                .plus(RegistryWorld.read(RegistryWorld.HEADER + leader).value());
        assertThat(both.all())
                .extracting(Membership::register)
                .containsExactly(RegistryWorld.SAVINGS, RegistryWorld.LEADERS);
        assertThat(both.of(RegistryWorld.id(1)))
                .extracting(Membership::area)
                .containsExactly(VillageCode.of("36010101"), TambonCode.of("360102"));
        assertThat(both.of(RegistryWorld.id(1)).get(1).role()).isEqualTo("อะไรก็ได้");
        assertThat(both.of(RegistryWorld.id(2))).isEmpty();
    }

    @Test
    void namesAreComparedAfterCleaning() {
        assertThat(NameKey.of("สมชาย", "ใจดี"))
                .isEqualTo(NameKey.of(" นายสมชาย", "ใจดี "))
                .isEqualTo(NameKey.of("สม ชาย", "ใจ\u200Bดี"))
                .isNotEqualTo(NameKey.of("สมชาย", "ใจดำ"))
                .isNotEqualTo(NameKey.of("สมชายใจ", "ดี"));
        assertThat(NameKey.of("Anna", "Test")).isEqualTo(NameKey.of("ANNA", "test"));
        assertThat(NameKey.of("นาง", "ใจดี")).isNotEqualTo(NameKey.NONE);
        assertThat(NameKey.of(" ", "ใจดี")).isEqualTo(NameKey.NONE);
    }

    @Test
    void aCatalogueOutsideItsRoundsIsRefusedUnlessItIsADemonstration() {
        Memberships memberships =
                RegistryWorld.read(RegistryWorld.HEADER + GOOD + "\n").value();
        PersonQuestions questions = PersonQuestions.bmn2560();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegistryLinker.of(memberships, Questionnaires.bmn2560(), questions, 2564))
                .withMessageContaining("does not hold for 2564");
        RegistryLinker linker = RegistryLinker.demonstration(memberships, Questionnaires.bmn2560(), questions, 2564);
        linker.add(HouseholdResponse.builder(Questionnaires.bmn2560(), HouseholdId.of("H-1"), 2564)
                .build());
        assertThat(linker.link().toJson()).contains("\"demonstration\" : true");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        linker.add(HouseholdResponse.builder(Questionnaires.bmn2560(), HouseholdId.of("H-1"), 2563)
                                .build()));
        assertThatIllegalArgumentException().isThrownBy(() -> linker.merge(linker));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegistryLinker.demonstration(
                        memberships, Questionnaires.bmn2560(), PersonQuestions.of("head_id_card"), 2564))
                .withMessageContaining("head_id_card");
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonQuestions("id_card", "first_name", null));
    }

    @Test
    void whatIsWrittenCanBeReadByATable() throws IOException {
        RegistryLinker linker = RegistryWorld.linker(
                RegistryWorld.read(RegistryWorld.HEADER + GOOD + "\n").value());
        StringBuilder links = new StringBuilder();
        linker.link().writeCsv(links);
        assertThat(links)
                .hasToString("source,line,register,area,group,role,from,until,outcome,household,member\r\n"
                        + "a.csv,2,savings-group,36010101,ก,chair,2026-01-01,2027-01-01,NOT_IN_ANY_HOUSEHOLD,,\r\n");
        StringBuilder coverage = new StringBuilder();
        linker.link().coverage().writeCsv(AreaLevel.TAMBON, coverage);
        assertThat(coverage)
                .hasToString("level,area,area_name,register,register_name,listed,linked\r\n"
                        + "TAMBON,360101,ตำบลหนึ่ง,savings-group,กลุ่มออมทรัพย์เพื่อการผลิต,1,0\r\n");
        assertThat(linker.link().all(Outcome.NOT_IN_ANY_HOUSEHOLD)).hasSize(1);
        assertThat(linker.link().coverage()).hasToString("RegistryCoverage[0/1]");
        assertThat(linker).hasToString("RegistryLinker[Memberships[bmn-registers-2569, rows=1], households=0]");
    }
}
