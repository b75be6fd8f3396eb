package io.github.bmnkit.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.testing.FindingCatalogue;
import io.github.bmnkit.testing.Responses;
import io.github.bmnkit.testing.SchemaComparison;
import io.github.bmnkit.testing.SchemaPeer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * networknt, which runs the schema, and this SDK object to the same answers. For more households of each form:
 * {@code ./mvnw -pl core test -Dtest=ResponseSchemaTest -Dschema.households=50}.
 */
class ResponseSchemaTest {
    private static final int FORMS = 300;
    private static final int HOUSEHOLDS = Integer.getInteger("schema.households", 5);
    private static final double MOST_LEFT_OUT = 0.02;

    /** Schemas that look right and are not. */
    private enum Wrong {
        A_BOUND_IS_NOT_ALLOWED_ITSELF(json -> json.replace("\"maximum\":", "\"exclusiveMaximum\":")),
        A_STRICT_BOUND_IS_ALLOWED(json -> json.replace("\"exclusiveMinimum\":", "\"minimum\":")),
        LENGTHS_ARE_ONE_MORE(json -> json.replace("\"minLength\":", "\"minLength\":1")),
        AN_ABSENT_ANSWER_FULFILS_A_CONDITION(
                json -> json.replaceAll("\"if\":\\{\"required\":\\[\"[a-z_0-9]+\"],", "\"if\":{")),
        DRAFTS_ARE_COMPLETE(json -> json.replace("\"const\":\"DRAFT\"", "\"const\":\"NONE\"")),
        NOBODY_MAY_REFUSE(json -> json.replace("{\"$ref\":\"#/$defs/missing\"}", "false")),
        A_REFUSAL_IS_AN_ANSWER(
                json -> json.replace("{\"not\":{\"type\":\"object\",\"required\":[\"missing\"]}}", "true")),
        CODES_ARE_FOR_ALL_ROUNDS_AND_PLACES(json -> json.replaceAll("\\{\"not\":\\{\"enum\":\\[[^\\]]*]}}", "true")),
        A_ROUND_BEGINS_ONE_LATER(json -> json.replace("\"round\":{\"minimum\":257", "\"round\":{\"minimum\":1257")),
        ONE_CODE_IS_EVERY_CODE(json -> json.replace("\"contains\":", "\"items\":")),
        HIDDEN_ANSWERS_ARE_ALLOWED(json -> json.replaceAll("(?<!additionalProperties\"):false", ":true")),
        MEMBERS_ARE_WITHOUT_LIMIT(json -> json.replace("\"maxItems\":", "\"maxContains\":")),
        NOBODY_IS_ENOUGH(json -> json.replace("\"minItems\":", "\"minContains\":")),
        ONE_OF_TWO_IS_BOTH(json -> json.replace("\"anyOf\":", "\"allOf\":")),
        BOTH_OF_TWO_IS_ONE(json -> json.replace("\"allOf\":[{\"required", "\"anyOf\":[{\"required")),
        NOTHING_IS_DUE(json -> json.replaceAll("\"required\":\\[(\"[hm]_[a-z]+\",?)+]([,}])", "\"minItems\":0$2"));

        private final UnaryOperator<String> change;

        Wrong(UnaryOperator<String> change) {
            this.change = change;
        }
    }

    private static void run(SchemaComparison comparison, Questionnaire form, Random random, int households) {
        for (int i = 0; i < households; i++) {
            HouseholdResponse any = Responses.any(form, random.nextInt(6), random);
            HouseholdResponse valid = Responses.valid(form, random.nextInt(5), random);
            for (HouseholdResponse response : List.of(any, valid)) {
                comparison.compare(response);
                comparison.compare(response.edit().state(ResponseState.DRAFT).build());
            }
        }
    }

    private static String compact(ResponseSchema schema) {
        return SchemaPeer.tree(schema.json()).toString();
    }

    @Test
    void everyCodeHasTextsInBothLanguages() {
        FindingCatalogue.check(ResponseSchemaFinding.class);
    }

    @Test
    void networkntAgreesOnRandomForms() {
        SchemaComparison.Tally tally = new SchemaComparison.Tally();
        EnumSet<ResponseSchemaFinding> found = EnumSet.noneOf(ResponseSchemaFinding.class);
        for (int seed = 0; seed < FORMS; seed++) {
            Random random = new Random(seed);
            Questionnaire form = SchemaForms.form(random);
            ResponseSchema schema = ResponseSchema.of(form);
            assertThat(SchemaPeer.againstMetaschema(schema.json())).isEmpty();
            schema.findings().forEach(finding -> found.add((ResponseSchemaFinding) finding.code()));
            SchemaComparison comparison = new SchemaComparison(form, schema, schema.json());
            run(comparison, form, random, HOUSEHOLDS);
            assertThat(comparison.unexplained).as("form %d", seed).isEmpty();
            tally.add(comparison);
        }
        System.out.println("random forms: " + tally);
        assertThat(found).containsExactlyInAnyOrder(ResponseSchemaFinding.values());
        assertThat(tally.metEveryCheck()).isTrue();
        assertThat(tally.leftOut()).isLessThan((long) (tally.answers() * MOST_LEFT_OUT));
    }

    @ParameterizedTest
    @EnumSource
    void wrongSchemasAreCaught(Wrong wrong) {
        for (int seed = 0; seed < FORMS; seed++) {
            Random random = new Random(seed);
            Questionnaire form = SchemaForms.form(random);
            ResponseSchema schema = ResponseSchema.of(form);
            String right = compact(schema);
            String changed = wrong.change.apply(right);
            if (!changed.equals(right)) {
                SchemaComparison comparison = new SchemaComparison(form, schema, changed);
                run(comparison, form, random, 3);
                if (!comparison.unexplained.isEmpty()) {
                    return;
                }
            }
        }
        assertThat(wrong).as("caught").isNull();
    }

    @Test
    void theSchemaOfTheReferenceFormIsOneOfDraft202012() {
        ResponseSchema schema = ResponseSchema.of(Questionnaires.bmn2560());
        List<Error> errors = SchemaPeer.againstMetaschema(schema.json());
        assertThat(errors).isEmpty();
        assertThat(SchemaPeer.againstMetaschema(schema.json().replace("\"maxItems\" : 99", "\"maxItems\" : -1")))
                .isNotEmpty();
        assertThat(schema.json())
                .startsWith("{\n  \"$schema\" : \"https://json-schema.org/draft/2020-12/schema\",\n"
                        + "  \"$id\" : \"urn:bmnkit:response:bmn-2560:1\",\n")
                .contains("ระดับความสุข");
        System.out.println("findings of the reference form: "
                + schema.findings().stream()
                        .collect(Collectors.groupingBy(finding -> finding.code().id(), Collectors.counting())));
    }

    @Test
    void theSameFormGivesTheSameSchemaAndFindingsAreNoErrors() {
        Questionnaire form = Questionnaires.bmn2560();
        ResponseSchema schema = ResponseSchema.of(form);
        assertThat(schema).isEqualTo(ResponseSchema.of(form)).hasSameHashCodeAs(ResponseSchema.of(form));
        assertThat(schema).isNotEqualTo(ResponseSchema.of(SchemaForms.form(new Random(1))));
        assertThat(schema)
                .hasToString("ResponseSchema[characters=" + schema.json().length() + ", findings="
                        + schema.findings().size() + "]");
        assertThat(schema.findings()).extracting(Finding::severity).doesNotContain(Severity.ERROR);
        assertThat(Collections.frequency(schema.findings(), schema.findings().get(0)))
                .isEqualTo(1);
        assertThat(new TreeSet<>(
                        schema.findings().stream().map(Finding::toString).toList()))
                .hasSameSizeAs(schema.findings());
    }

    @Test
    void theDocumentedSchemaIsWritten(@TempDir Path directory) throws IOException {
        Questionnaire form = Questionnaire.read(new ByteArrayInputStream(
                        block("questionnaire.md", "json").getBytes(UTF_8)))
                .value();
        Path file = directory.resolve("water.schema.json");
        ResponseSchema schema = ResponseSchema.of(form);
        Files.writeString(file, schema.json());
        schema.findings().forEach(finding -> finding.message(Text.THAI));

        String code = Files.readString(Path.of("src/test/java/io/github/bmnkit/response/ResponseSchemaTest.java"));
        assertThat(code.replaceAll("\\s", ""))
                .contains(block("json-schema.md", "java").replaceAll("\\s", ""));
        assertThat(SchemaPeer.tree(Files.readString(file)).at("/$defs/household/properties/months"))
                .isEqualTo(SchemaPeer.tree(block("json-schema.md", "json")));
        assertThat(new SchemaPeer(schema.json()).errors(SchemaPeer.tree(block("response.md", "json"))))
                .isEmpty();
        String docs = Files.readString(Path.of("../docs/json-schema.md"));
        assertThat(Stream.of(ResponseSchemaFinding.values()).map(ResponseSchemaFinding::id))
                .allSatisfy(id -> assertThat(docs).contains("`" + id + "`"));
    }

    private static String block(String file, String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/" + file)))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }
}
