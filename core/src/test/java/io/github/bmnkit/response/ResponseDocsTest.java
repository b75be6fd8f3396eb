package io.github.bmnkit.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What {@code docs/response.md} shows is what happens. */
class ResponseDocsTest {
    private final String json = blocks("response.md", "json").get(0);
    private final Questionnaire form = Questionnaire.read(
                    stream(blocks("questionnaire.md", "json").get(0)))
            .value();

    private static List<String> blocks(String file, String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text("../docs/" + file))
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

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    @Test
    void theDocumentIsReadAndIsCanonicalButForItsBlanks() {
        Reading<HouseholdResponse> reading = HouseholdResponse.read(form, json);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.value().toJson()).isEqualTo(json.replaceAll("\\s", ""));
        assertThat(reading.value().answer(AnswerPath.of("school"))).isEqualTo(Value.of(Missing.DONT_KNOW));
    }

    @Test
    void theTablesAreThoseShown() throws IOException {
        StringBuilder csv = new StringBuilder();
        List<Finding> findings = new ArrayList<>();
        convert(stream(json.replace("\n", "") + "\nx\n"), csv, findings, LocalDate.of(2026, 12, 1));
        assertThat(findings).extracting(finding -> finding.code().id()).containsExactly("json.malformed");
        List<String> shown = blocks("response.md", "csv");
        assertThat(csv.toString().replace("\r", "")).isEqualTo(shown.get(0));
        StringBuilder answers = new StringBuilder();
        ResolvedHousehold household = ResolvedHousehold.of(form);
        household.resolve(HouseholdResponse.read(form, json).value(), false, null);
        ResponseTables.of(form).answers(answers).add(household);
        assertThat(answers.toString().replace("\r", "")).isEqualTo(shown.get(1));
        StringBuilder codebook = new StringBuilder();
        ResponseTables.of(form).codebook(codebook);
        assertThat(codebook.toString().split("\r\n"))
                .containsSubsequence(shown.get(2).split("\n"));
    }

    private void convert(InputStream ndjson, Appendable csv, List<Finding> findings, LocalDate today)
            throws IOException {
        ResponseLines lines = ResponseLines.of(form);
        ResponseTables.Table households = ResponseTables.of(form).households(csv);
        ResolvedHousehold household = ResolvedHousehold.of(form);
        Iterator<ResponseLine> stream = ResponseLines.split(ndjson, ResponseLimits.DEFAULT);
        while (stream.hasNext()) {
            Reading<HouseholdResponse> reading = lines.read(stream.next());
            findings.addAll(reading.findings());
            if (reading.optional().isPresent()) {
                household.resolve(reading.value(), false, today);
                households.add(household);
            }
        }
    }

    @Test
    void theDocumentBindsAsShown() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        ResponseDocument document = mapper.readValue(json, ResponseDocument.class);
        Reading<HouseholdResponse> reading = document.toResponse(form);
        String answer = mapper.writeValueAsString(ResponseDocument.of(reading.value()));
        assertThat(answer).isEqualTo(reading.value().toJson());
    }

    @Test
    void theCodeShownIsTheCodeOfThisTest() {
        String code = text("src/test/java/io/github/bmnkit/response/ResponseDocsTest.java");
        List<String> blocks = blocks("response.md", "java");
        assertThat(blocks).hasSize(2);
        assertThat(blocks)
                .allSatisfy(block -> assertThat(code.replaceAll("\\s", "")).contains(block.replaceAll("\\s", "")));
    }

    @Test
    void everyFindingIsNamed() {
        String docs = text("../docs/response.md");
        assertThat(Stream.of(ResponseFinding.values()).map(ResponseFinding::id))
                .allSatisfy(id -> assertThat(docs).contains("`" + id + "`"));
    }
}
