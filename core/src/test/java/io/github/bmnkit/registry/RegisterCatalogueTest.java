package io.github.bmnkit.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.bmnkit.fieldwork.Role;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.testing.FindingCatalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegisterCatalogueTest {
    private static final RegisterCatalogue SHIPPED = RegisterCatalogue.bmn2569();
    private static final String JSON = resource("bmn-registers-2569.json");

    private static String resource(String name) {
        try (InputStream in = RegisterCatalogue.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading<RegisterCatalogue> read(String json) {
        return RegisterCatalogue.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    @Test
    void theShippedCatalogueHasTheRegistersOfTheFiveBureausInTheirOwnWords() {
        assertThat(read(JSON).findings()).isEmpty();
        assertThat(read(JSON).value()).isEqualTo(SHIPPED);
        assertThat(SHIPPED.status()).isEqualTo(DefinitionStatus.REFERENCE);
        assertThat(SHIPPED.rounds()).containsExactly(2569);
        assertThat(SHIPPED.registers().stream()
                        .map(register -> register.bureau().th())
                        .distinct())
                .containsExactly(
                        "กองทุนพัฒนาบทบาทสตรี",
                        "สำนักพัฒนาทุนและองค์การการเงินชุมชน",
                        "สำนักเสริมสร้างความเข้มแข็งชุมชน",
                        "สถาบันการพัฒนาชุมชน",
                        "สำนักส่งเสริมภูมิปัญญาท้องถิ่นและวิสาหกิจชุมชน");
        assertThat(SHIPPED.registers())
                .filteredOn(register -> register.source().equals("cdd"))
                .extracting(register -> register.name().th())
                .containsExactly(
                        "กลุ่มออมทรัพย์เพื่อการผลิต",
                        "กข.คจ.",
                        "กองทุนแม่ของแผ่นดิน",
                        "ผู้นำชุมชน",
                        "ผู้นำท้องที่",
                        "ผู้นำท้องถิ่น",
                        "อช.",
                        "ผู้นำ อช.",
                        "คริวเรือนสัมพันธ์",
                        "โคก หนอง นา",
                        "ผู้นำการเปลี่ยนแปลง",
                        "เครือข่าย OTOP นวัตกรรม");
        assertThat(SHIPPED.registers())
                .filteredOn(register -> register.source().equals("bmnkit"))
                .hasSize(5);
        assertThat(SHIPPED).hasToString("RegisterCatalogue[bmn-registers-2569:1, REFERENCE, registers=17]");
    }

    @Test
    void thePapersNameNoRolesSoNoneIsMadeUp() {
        assertThat(SHIPPED.registers())
                .allMatch(register ->
                        register.roles().isEmpty() && register.exclusive().isEmpty());
    }

    @Test
    void theShippedCatalogueFitsItsSchemaAndSlipsDoNot() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource("registers.schema.json"));
        assertThat(schema.validate(JSON, InputFormat.JSON)).isEmpty();
        for (String slip : List.of(
                JSON.replace("\"savings-group\"", "\"Savings group\""),
                JSON.replace("\"REFERENCE\"", "\"FINAL\""),
                JSON.replace("{\"th\": \"อช.\"", "{\"thai\": \"อช.\""))) {
            assertThat(schema.validate(slip, InputFormat.JSON)).isNotEmpty();
            assertThat(read(slip).optional()).isEmpty();
        }
    }

    @Test
    void everythingThatIsWrongWithACatalogueIsFoundAtItsPlace() {
        String json = JSON.replace("\"poverty-alleviation\"", "\"savings-group\"")
                .replace("\"source\": \"bmnkit\"", "\"source\": \"nobody\"")
                .replace(
                        "\"source\": \"cdd\", \"note\": {\"th\": \"ชื่อตามเอกสาร\"",
                        "\"source\": \"cdd\", \"roles\": [{\"id\": \"chair\", \"name\": {\"th\": \"ก\", \"en\": \"a\"}},"
                                + " {\"id\": \"chair\", \"name\": {\"th\": \"ก\", \"en\": \"a\"}}],"
                                + " \"exclusive\": [[\"chair\", \"treasurer\"]], \"note\": {\"th\": \"ชื่อตามเอกสาร\"");
        Reading<RegisterCatalogue> reading = read(json);
        assertThat(reading.optional()).isEmpty();
        assertThat(reading.findings())
                .extracting(Finding::code)
                .containsOnlyOnce(
                        RegistryFinding.DUPLICATE_REGISTER,
                        RegistryFinding.DUPLICATE_ROLE,
                        RegistryFinding.UNLISTED_ROLE)
                .contains(RegistryFinding.UNKNOWN_SOURCE);
        assertThat(reading.findings())
                .filteredOn(finding -> finding.code() == RegistryFinding.DUPLICATE_REGISTER)
                .allMatch(finding -> finding.place().pointer().orElse("").equals("/bureaus/1/registers/1"));
        Reading<RegisterCatalogue> twice = read(JSON.replace("\"key\": \"bmnkit\"", "\"key\": \"cdd\""));
        assertThat(twice.findings()).extracting(Finding::code).contains(RegistryFinding.DUPLICATE_SOURCE);
    }

    @Test
    void aHostGivesRolesAndRegistersOfItsOwn() {
        Register savings = SHIPPED.find(RegistryWorld.SAVINGS).orElseThrow();
        List<Role> roles = List.of(
                new Role(RoleId.of("chair"), Text.of("ประธาน", "chair")),
                new Role(RoleId.of("member"), Text.of("สมาชิก", "member")));
        Register own = savings.withRoles(roles, List.of());
        assertThat(SHIPPED.with(own).find(RegistryWorld.SAVINGS)).contains(own);
        assertThat(SHIPPED.with(own).registers()).hasSize(17);
        Register more =
                new Register(RegisterId.of("own"), savings.bureau(), savings.name(), "cdd", null, roles, List.of());
        assertThat(SHIPPED.with(more).registers()).hasSize(18).endsWith(more);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> savings.withRoles(roles, List.of(Set.of(RoleId.of("chair"), RoleId.of("auditor")))))
                .withMessageContaining("auditor");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> savings.withRoles(List.of(roles.get(0), roles.get(0)), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SHIPPED.with(new Register(
                        RegisterId.of("own"), savings.bureau(), savings.name(), "x", null, roles, List.of())))
                .withMessageContaining("no source x");
        assertThatIllegalArgumentException().isThrownBy(() -> RegisterId.of("Own"));
        assertThat(SHIPPED.holdsFor(2570)).isFalse();
    }

    @Test
    void everyFindingHasTexts() {
        FindingCatalogue.check(RegistryFinding.class);
    }
}
