package io.github.bmnkit.certification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Paper;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaperTemplateTest {
    private static final String JSON = CertificationDefinitionTest.resource("papers-bmnkit.json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(CertificationDefinitionTest.resource("papers.schema.json"));

    private static final String NEEDED = "{\"kind\": \"SIGNATURES\"}, {\"kind\": \"ROOT\"}, {\"kind\": \"BASIS\"}";

    static Reading<PaperTemplate> read(String json) {
        return PaperTemplate.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    /** A template with one paper of one level. */
    static String template(String paper, String blocks) {
        return "{\"id\": \"own\", \"version\": \"1\", \"status\": \"DRAFT\", \"title\": {\"th\": \"แบบ\", \"en\": \"own\"},"
                + " \"papers\": [{\"paper\": \"" + paper + "\", \"levels\": [\"PROVINCE\"], \"blocks\": [" + blocks
                + "]}]}";
    }

    private static List<FindingCode> codes(String paper, String blocks) {
        Reading<PaperTemplate> reading = read(template(paper, blocks));
        assertThat(reading.optional()).isEmpty();
        assertThat(reading.findings())
                .allMatch(finding -> finding.place().line().isPresent())
                .allSatisfy(finding -> assertThat(finding.message(Text.THAI)).doesNotContain("{"));
        return reading.findings().stream().map(Finding::code).toList();
    }

    private static String paragraph(String th, String en) {
        return "{\"kind\": \"PARAGRAPH\", \"text\": {\"th\": \"" + th + "\", \"en\": \"" + en + "\"}}, " + NEEDED;
    }

    @Test
    void theShippedLayoutHasEveryPaperOfTheRoundAndClaimsToBeOurs() {
        assertThat(SCHEMA.validate(JSON, InputFormat.JSON)).isEmpty();
        PaperTemplate shipped = PaperTemplate.bmnkit();
        assertThat(shipped.status()).isEqualTo(DefinitionStatus.REFERENCE);
        assertThat(shipped.reference()).isEqualTo("papers-bmnkit 1");
        for (AreaLevel level : CertificationDefinition.LEVELS) {
            assertThat(shipped.has(Paper.QUALITY_CERTIFICATE, level)).isTrue();
            assertThat(shipped.has(Paper.CONFIDENCE_SUMMARY, level)).isEqualTo(level != AreaLevel.VILLAGE);
        }
    }

    @Test
    void whatATextNamesMustBeThere() {
        assertThat(codes("QUALITY_CERTIFICATE", paragraph("{TARGETS} {HEAD}", "{TARGET}")))
                .containsExactly(CertificationFinding.PAPER_UNKNOWN_FIELD, CertificationFinding.PAPER_UNKNOWN_FIELD);
        assertThat(codes("QUALITY_CERTIFICATE", paragraph("ก {TARGET", "a } b")))
                .containsExactly(CertificationFinding.PAPER_BRACE, CertificationFinding.PAPER_BRACE);
        assertThat(codes("QUALITY_CERTIFICATE", paragraph("{TARGET}", "{CONFIRMED}")))
                .containsExactly(CertificationFinding.PAPER_LANGUAGES);
        assertThat(codes("QUALITY_CERTIFICATE", paragraph("{LATE}", "{LATE}")))
                .containsExactly(CertificationFinding.PAPER_FIELD_ELSEWHERE);
        assertThat(codes("CONFIDENCE_SUMMARY", "{\"kind\": \"FIGURES\", \"fields\": [\"SCORE\"]}, " + NEEDED))
                .containsExactly(DocumentFinding.JSON_NOT_ALLOWED);
        String units =
                "{\"kind\": \"UNITS\", \"fields\": [\"LATE\"], \"text\": {\"th\": \"ผล\", \"en\": \"results\"}}, ";
        assertThat(codes("CONFIDENCE_SUMMARY", units + NEEDED))
                .containsExactly(CertificationFinding.PAPER_FIELD_ELSEWHERE);
        assertThat(codes("QUALITY_CERTIFICATE", units.replace("LATE", "TARGET") + NEEDED))
                .containsExactly(CertificationFinding.PAPER_FIELD_ELSEWHERE);
    }

    @Test
    void everyPaperShowsWhoSignedForWhatAndOnWhatItRests() {
        assertThat(codes("QUALITY_CERTIFICATE", "{\"kind\": \"ROOT\"}, {\"kind\": \"ROOT\"}"))
                .containsExactly(
                        CertificationFinding.PAPER_BLOCK_MISSING,
                        CertificationFinding.PAPER_TWICE,
                        CertificationFinding.PAPER_BLOCK_MISSING);
    }

    @Test
    void aPartHasWhatItNeedsAndNothingElse() {
        for (String part : List.of(
                "{\"kind\": \"HEADING\"}",
                "{\"kind\": \"FIGURES\"}",
                "{\"kind\": \"FIGURES\", \"fields\": [\"TARGET\"], \"lines\": 2}",
                "{\"kind\": \"PARAGRAPH\", \"key\": \"k\", \"text\": {\"th\": \"ก\", \"en\": \"a\"}}",
                "{\"kind\": \"OPINION\", \"key\": \"two words\", \"text\": {\"th\": \"ก\", \"en\": \"a\"}}",
                "{\"kind\": \"OPINION\", \"text\": {\"th\": \"ก\", \"en\": \"a\"}}")) {
            assertThat(codes("QUALITY_CERTIFICATE", part + ", " + NEEDED))
                    .as(part)
                    .containsExactly(CertificationFinding.PAPER_BLOCK);
        }
        String twice = JSON.replace("\"levels\": [\"VILLAGE\"]", "\"levels\": [\"VILLAGE\", \"PROVINCE\"]");
        assertThat(read(twice).findings()).extracting(Finding::code).containsExactly(CertificationFinding.PAPER_TWICE);
    }

    @Test
    void theSchemaHasTheSameNames() {
        for (Stream<String> names : List.of(
                Stream.of(PaperField.values()).map(Enum::name),
                Stream.of(PaperBlock.Kind.values()).map(Enum::name))) {
            assertThat(CertificationDefinitionTest.resource("papers.schema.json"))
                    .contains(names.map(name -> "\"" + name + "\"").collect(Collectors.joining(", ")));
        }
        assertThat(SCHEMA.validate(JSON.replace("\"BASIS\"", "\"SCRIPT\""), InputFormat.JSON))
                .isNotEmpty();
    }
}
