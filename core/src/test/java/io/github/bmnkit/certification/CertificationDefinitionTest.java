package io.github.bmnkit.certification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.certification.CertificationDefinition.LevelProcess;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.fieldwork.Roles;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.testing.FindingCatalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificationDefinitionTest {
    private static final CertificationDefinition SHIPPED = CertificationDefinitions.bmn2569();
    private static final String JSON = resource("bmn-2569.json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("certification.schema.json"));

    static String resource(String name) {
        try (InputStream in = CertificationDefinition.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reading<CertificationDefinition> read(String json) {
        return CertificationDefinition.read(new ByteArrayInputStream(json.getBytes(UTF_8)), Roles.bmn2569());
    }

    @Test
    void theShippedProcessAsksWhatThePapersSayAndNoMore() {
        assertThat(read(JSON).findings()).isEmpty();
        assertThat(SHIPPED.status()).isEqualTo(DefinitionStatus.REFERENCE);
        assertThat(SHIPPED.rounds()).containsExactly(2569);
        assertThat(SHIPPED.extensions()).isEmpty();
        assertThat(SHIPPED.blocking()).isEqualTo(BlockingPolicy.NOTHING);
        LevelProcess village = SHIPPED.level(AreaLevel.VILLAGE);
        assertThat(village.presentedBy()).containsExactly(RoleId.of("coordinator"), RoleId.of("volunteer"));
        assertThat(village.signedByEach())
                .containsExactly(RoleId.of("community-leader"), RoleId.of("village-committee"));
        assertThat(SHIPPED.level(AreaLevel.PROVINCE).presentedBy()).containsExactly(RoleId.of("provincial-chief"));
        assertThat(SHIPPED.level(AreaLevel.PROVINCE).childrenMustBe()).isEqualTo(Stage.RECEIVED);
        assertThatIllegalArgumentException().isThrownBy(() -> SHIPPED.level(AreaLevel.COUNTRY));
    }

    @Test
    void theShippedProcessFitsItsSchemaAndSlipsDoNot() {
        assertThat(SCHEMA.validate(JSON, InputFormat.JSON)).isEmpty();
        for (String slip : List.of(
                JSON.replace("\"VILLAGE\"", "\"TAMBON\""),
                JSON.replace("\"extensions\": []", "\"extensions\": [\"QUORUMS\"]"),
                JSON.replace("\"each\": [\"village-committee\", \"community-leader\"]", "\"each\": []"))) {
            assertThat(SCHEMA.validate(slip, InputFormat.JSON)).isNotEmpty();
            assertThat(read(slip).optional()).isEmpty();
        }
    }

    @Test
    void everythingThatIsWrongIsListedWithItsPlace() {
        String broken = JSON.replace(
                        "\"roles\": [\"district-chief\"]},\n      \"signedBy\"",
                        "\"roles\": [\"governor\"]},\n      \"signedBy\"")
                .replace("\"each\": [\"village-committee\", \"community-leader\"]", "\"each\": [], \"quorum\": 3")
                .replace("\"mustBe\": \"RECEIVED\"", "\"mustBe\": \"OPEN\"")
                .replace("\"key\": \"bmnkit\"", "\"key\": \"cdd\"")
                .replace("\"severities\": []", "\"severities\": [\"INFO\"]")
                .replace(
                        "\"maxRates\": []",
                        "\"maxRates\": [{\"severity\": \"ERROR\", \"part\": 2, \"whole\": 1},"
                                + " {\"severity\": \"WARNING\", \"part\": 2, \"whole\": 0}]");
        Reading<CertificationDefinition> reading = read(broken);
        assertThat(reading.optional()).isEmpty();
        assertThat(reading.findings())
                .allMatch(finding -> finding.place().line().isPresent())
                .extracting(Finding::code)
                .containsExactly(
                        CertificationFinding.NO_ROLES,
                        CertificationFinding.UNKNOWN_ROLE,
                        CertificationFinding.CHILDREN_STAGE,
                        CertificationFinding.SEVERITY_BLOCKS_NOTHING,
                        CertificationFinding.RATE,
                        DocumentFinding.JSON_OUT_OF_RANGE,
                        CertificationFinding.DUPLICATE,
                        CertificationFinding.UNKNOWN_SOURCE);
        assertThat(read(JSON.replace("\"LOCAL_AUTHORITY\"", "\"DISTRICT\"")).findings())
                .extracting(Finding::code)
                .containsExactly(CertificationFinding.LEVELS);
        assertThat(read(JSON.replace("\"also\": [\"concerned\"]", "\"quorum\": 2"))
                        .findings())
                .extracting(Finding::code)
                .containsOnly(CertificationFinding.QUORUM_IS_OFF)
                .hasSize(3);
        String twice = "{\"severity\": \"ERROR\", \"part\": 0, \"whole\": 1}";
        assertThat(read(JSON.replace("\"maxRates\": []", "\"maxRates\": [" + twice + "," + twice + "]"))
                        .findings())
                .extracting(Finding::code)
                .containsExactly(CertificationFinding.DUPLICATE);
    }

    @Test
    void aHostTurnsExtensionsAndBlockingOn() {
        CertificationDefinition own = read(JSON.replace(
                                "\"extensions\": []", "\"extensions\": [\"QUORUM\", \"REOPEN\"]")
                        .replace("\"also\": [\"concerned\"]", "\"quorum\": 2")
                        .replace("\"severities\": []", "\"severities\": [\"ERROR\"]")
                        .replace("\"rules\": []", "\"rules\": [\"MON-10\"]")
                        .replace(
                                "\"maxRates\": []",
                                "\"maxRates\": [{\"severity\": \"WARNING\", \"part\": 5, \"whole\": 100}]"))
                .value();
        assertThat(own.has(Extension.QUORUM)).isTrue();
        assertThat(own.level(AreaLevel.DISTRICT).quorum()).isEqualTo(2);
        assertThat(own.blocking())
                .isEqualTo(new BlockingPolicy(
                        Set.of(Severity.ERROR), Set.of("MON-10"), Map.of(Severity.WARNING, Share.of(5, 100))));
        assertThat(own.withExtensions(Set.of())
                        .withBlocking(BlockingPolicy.NO_OPEN_HARD_EDIT)
                        .blocking()
                        .severities())
                .containsExactly(Severity.ERROR);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlockingPolicy(Set.of(Severity.INFO), Set.of(), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BlockingPolicy(Set.of(), Set.of(), Map.of(Severity.ERROR, Share.of(0, 0))));
    }

    /** Like all that the papers do not ask for: off, and where it is on the definition says at which level and why. */
    @Test
    void aReCheckIsOnWhereALevelNeedsItAndNowhereElse() {
        String needed = JSON.replace(
                "\"children\": {\"source\": \"cdd\", \"mustBe\": \"RECEIVED\", \"resultOfEach\": true}",
                "\"children\": {\"source\": \"cdd\", \"mustBe\": \"RECEIVED\", \"resultOfEach\": true},"
                        + " \"recheck\": {\"source\": \"bmnkit\", \"required\": true}");
        String on = needed.replace("\"extensions\": []", "\"extensions\": [\"SAMPLE_RECHECK\"]");
        assertThat(SCHEMA.validate(on, InputFormat.JSON)).isEmpty();
        CertificationDefinition own = read(on).value();
        assertThat(own.level(AreaLevel.PROVINCE).recheck()).isTrue();
        assertThat(own.level(AreaLevel.DISTRICT).recheck()).isFalse();
        assertThat(own.withRecheck(Set.of(AreaLevel.PROVINCE))).isEqualTo(own);
        assertThat(read(needed).findings())
                .extracting(Finding::code)
                .containsExactly(CertificationFinding.RECHECK_IS_OFF);
        assertThat(read(JSON.replace("\"extensions\": []", "\"extensions\": [\"SAMPLE_RECHECK\"]"))
                        .findings())
                .extracting(Finding::code)
                .containsExactly(CertificationFinding.RECHECK_NOWHERE);
        assertThat(SHIPPED.levels()).noneMatch(LevelProcess::recheck);
    }

    @Test
    void everyFindingAndEveryReasonHasTexts() {
        FindingCatalogue.check(CertificationFinding.class);
        FindingCatalogue.check(RefusalCode.class);
    }
}
