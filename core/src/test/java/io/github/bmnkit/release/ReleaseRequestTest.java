package io.github.bmnkit.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.testing.FindingCatalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReleaseRequestTest {
    private static final String SEX = "{\"question\": \"sex\"}";
    private static final String GOOD = Village.json("MEMBER", SEX, 3, "RECORDS", 5, "");

    private static String resource(String name) {
        try (InputStream in = Classification.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource(name));
    }

    private static List<FindingCode> codes(String json) {
        return Village.read(json).findings().stream()
                .map(finding -> finding.code())
                .toList();
    }

    private static List<FindingCode> field(String unit, String field) {
        return codes(Village.json(unit, field, 3, "RECORDS", 5, ""));
    }

    @Test
    void textsAreCompleteInBothLanguages() {
        FindingCatalogue.check(ReleaseFinding.class);
    }

    @Test
    void aRequestIsReadAndWrittenAndFitsItsSchema() {
        String fields = SEX + ", {\"question\": \"age\", \"bands\": [[0, 15, 60], [0, 60]]},"
                + "{\"question\": \"job\", \"groups\": [{\"1\": \"A\", \"2\": \"B\"}]},"
                + "{\"question\": \"card\", \"keyed\": true}, {\"question\": \"tag\", \"roundTo\": 10, \"topFrom\": 50},"
                + "{\"question\": \"day\", \"dates\": [\"MONTH\", \"YEAR\"]},"
                + "{\"question\": \"remark\", \"reason\": \"the study is about remarks\"}";
        String json = Village.json("HOUSEHOLD_WITH_MEMBERS", fields, 3, "RECORDS", 5, ", \"householdKey\": true");
        ReleaseRequest request = Village.read(json).value();
        ReleaseRequest again = Village.read(request.toJson()).value();
        assertThat(again.toJson()).isEqualTo(request.toJson());
        assertThat(again.digest()).isEqualTo(request.digest());
        assertThat(Village.read(json.replace("\"k\": 3", "\"k\": 4")).value().digest())
                .isNotEqualTo(request.digest());
        assertThat(schema("release.schema.json").validate(json, InputFormat.JSON))
                .isEmpty();
        assertThat(schema("release.schema.json").validate(request.toJson(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema("release.schema.json").validate(json.replace("\"k\": 3", "\"k\": 1"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void identifiersAndFreeTextAreRefusedUnlessKeyedOrGivenAReason() {
        assertThat(codes(GOOD)).isEmpty();
        assertThat(field("MEMBER", "{\"question\": \"name\"}")).containsExactly(ReleaseFinding.DIRECT_IDENTIFIER);
        assertThat(field("HOUSEHOLD", "{\"question\": \"remark\"}")).containsExactly(ReleaseFinding.FREE_TEXT);
        assertThat(field("MEMBER", "{\"question\": \"name\", \"reason\": \"please\"}"))
                .containsExactly(ReleaseFinding.DIRECT_IDENTIFIER);
        assertThat(field("MEMBER", "{\"question\": \"sex\", \"keyed\": true}"))
                .containsExactly(ReleaseFinding.TREATMENT);
    }

    @Test
    void everythingElseThatIsWrongIsListed() {
        assertThat(field("HOUSEHOLD", SEX)).containsExactly(ReleaseFinding.FIELD_LEVEL);
        assertThat(field("MEMBER", "{\"question\": \"roof\"}")).containsExactly(ReleaseFinding.FIELD_LEVEL);
        assertThat(field("MEMBER", SEX + "," + SEX)).containsExactly(ReleaseFinding.DUPLICATE);
        assertThat(field("MEMBER", "{\"question\": \"nobody\"}")).containsExactly(ReleaseFinding.UNKNOWN_QUESTION);
        assertThat(field("MEMBER", "")).containsExactly(ReleaseFinding.EMPTY);
        assertThat(field("MEMBER", "{\"question\": \"sex\", \"bands\": [[0]]}"))
                .containsExactly(ReleaseFinding.TREATMENT);
        assertThat(field("MEMBER", "{\"question\": \"age\", \"bands\": [[0, 15], [0, 20]]}"))
                .containsExactly(ReleaseFinding.NOT_NESTED);
        assertThat(field("MEMBER", "{\"question\": \"age\", \"bands\": [[15, 0]]}"))
                .containsExactly(ReleaseFinding.NOT_NESTED);
        String apart =
                "{\"question\": \"job\", \"groups\": [{\"1\": \"A\", \"2\": \"A\"}, {\"1\": \"B\", \"2\": \"C\"}]}";
        assertThat(field("MEMBER", apart)).containsExactly(ReleaseFinding.NOT_NESTED);
        assertThat(field("MEMBER", "{\"question\": \"job\", \"groups\": [{\"9\": \"A\"}]}"))
                .containsExactly(ReleaseFinding.UNKNOWN_CODE);
        assertThat(codes(GOOD.replace("\"code\": \"1\"", "\"code\": \"7\"")))
                .containsExactly(ReleaseFinding.UNKNOWN_CODE);
        assertThat(codes(GOOD.replace("\"question\": \"day\"", "\"question\": \"roof\"")))
                .containsExactly(ReleaseFinding.QUESTION_TYPE);
        assertThat(codes(GOOD.replace("PROVINCE", "TAMBON"))).containsExactly(ReleaseFinding.UNKNOWN_AREA);
        assertThat(codes(GOOD.replace("\"VILLAGE\"", "\"LOCAL_AUTHORITY\"")))
                .containsExactly(ReleaseFinding.UNKNOWN_LEVEL);
        assertThat(codes(GOOD.replace("2018-12-31", "2017-12-31"))).containsExactly(ReleaseFinding.RANGE);
        assertThat(codes(GOOD.replace("MEMBER", "HOUSEHOLD_WITH_MEMBERS").replace("RECORDS", "CELLS")))
                .containsExactly(ReleaseFinding.CELLS_OF_GROUP);
    }

    @Test
    void otherRoundsAreRefusedUnlessItIsADemonstration() {
        String other = GOOD.replace("[2561]", "[2569]");
        assertThat(codes(other)).containsOnly(ReleaseFinding.ROUND);
        String demonstration = other.replace("\"rounds\"", "\"demonstration\": true, \"rounds\"");
        assertThat(Village.read(demonstration).value().isDemonstration()).isTrue();
    }

    @Test
    void theShippedClassificationNamesEveryQuestionOfTheForm() {
        Classification shipped = Classifications.bmn2560();
        assertThat(shipped.status()).isEqualTo(DefinitionStatus.REFERENCE);
        String json = resource("bmn-2560.json");
        assertThat(schema("classification.schema.json").validate(json, InputFormat.JSON))
                .isEmpty();
        assertThat(Questionnaires.bmn2560().items().stream().filter(Item::hasValue))
                .allSatisfy(item -> assertThat(json).contains("\"" + item.name() + "\""));
        assertThat(shipped.role("id_card")).isEqualTo(DisclosureRole.DIRECT_IDENTIFIER);
        assertThat(shipped.role("community_code")).isEqualTo(DisclosureRole.DIRECT_IDENTIFIER);
        assertThat(shipped.role("age")).isEqualTo(DisclosureRole.QUASI_IDENTIFIER);
        assertThat(shipped.role("n_members")).isEqualTo(DisclosureRole.QUASI_IDENTIFIER);
        assertThat(shipped.role("q23_4_text")).isEqualTo(DisclosureRole.FREE_TEXT);
        assertThat(shipped.role("q9")).isEqualTo(DisclosureRole.OTHER);
        assertThat(shipped.withForm(Questionnaires.bmn2560()).roles()).isEqualTo(shipped.roles());
    }

    /** Whoever says nothing gets the careful roles; the shipped reading takes back four of them and no more. */
    @Test
    void rolesThatFollowFromTypesAreCareful() {
        Classification byType = Classification.of(Questionnaires.bmn2560());
        Classification shipped = Classifications.bmn2560();
        List<String> lessCareful = byType.roles().keySet().stream()
                .filter(name -> shipped.role(name).ordinal() > byType.role(name).ordinal())
                .toList();
        assertThat(lessCareful).containsExactlyInAnyOrder("q22_1_6", "welfare_use", "welfare_cash", "welfare_cash_any");
    }

    @Test
    void aPersonalQuestionCannotBeMadeHarmless() {
        String json = resource("bmn-2560.json")
                .replace("\"id_card\",", "")
                .replace("\"q9\",", "\"q9\", \"id_card\", \"nobody\",")
                .replace("\"source\": \"bmn-kit\"", "\"source\": \"none\"");
        assertThat(Classification.read(new ByteArrayInputStream(json.getBytes(UTF_8)), Questionnaires.bmn2560())
                        .findings())
                .extracting(finding -> (Object) finding.code())
                .contains(ReleaseFinding.PERSONAL, ReleaseFinding.UNKNOWN_QUESTION);
    }

    @Test
    void theCallersMistakesAreExceptions() {
        ReleaseRequest keyed = Village.read(
                        Village.json("HOUSEHOLD", "{\"question\": \"phone\", \"keyed\": true}", 2, "RECORDS", 5, ""))
                .value();
        assertThatIllegalArgumentException().isThrownBy(() -> Release.of(keyed)).withMessageContaining("key");
        Release release = Release.of(keyed, Village.KEY);
        Village first = Village.people(1, new Random(1)).get(0);
        ResolvedHousehold household = ResolvedHousehold.of(Village.FORM);
        household.resolve(first.response(), false, null);
        release.add(first.village(), household);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> release.add(first.village(), household))
                .withMessageContaining("before");
        household.resolve(Village.people(2, new Random(1)).get(1).response(), true, null);
        assertThat(release.add(first.village(), household)).as("a draft").isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new ThresholdRule(1, false, 1));
    }

    @Test
    void theReportIsInBothLanguages() {
        ReleasedData data = Village.release(Village.read(GOOD).value(), Village.people(80, new Random(2)))
                .value();
        assertThat(data.report().toHtml(Text.THAI))
                .contains("<html lang=\"th\"", "ครัวเรือนในกลุ่มที่เล็กที่สุด", "k = 3");
        assertThat(data.report().toHtml(Locale.ENGLISH))
                .contains("Households of the smallest class", "not for the recipient");
        assertThat(data.report().toText(Text.THAI)).contains("รายงานความเสี่ยง");
    }
}
