package io.github.bmnkit.indicator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.bmnkit.expression.ExpressionFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.testing.FindingCatalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorSetTest {
    private static final IndicatorSet SET = IndicatorSets.bmn2560();
    private static final String SHIPPED = resource("bmn-2560.json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("indicators.schema.json"));

    private static String resource(String name) {
        try (InputStream in = IndicatorSet.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reading<IndicatorSet> read(String json) {
        return IndicatorSet.read(Questionnaires.bmn2560(), new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    @Test
    void codesHaveTextsInBothLanguages() {
        FindingCatalogue.check(IndicatorFinding.class);
    }

    @Test
    void thirtyOneIndicatorsInFiveDimensionsAreShipped() {
        assertThat(SET.indicators())
                .extracting(Indicator::number)
                .isEqualTo(IntStream.rangeClosed(1, 31).boxed().toList());
        assertThat(SET.dimensions())
                .extracting(dimension -> SET.indicators(dimension.id()).size())
                .containsExactly(7, 7, 5, 4, 8);
        assertThat(SET.status()).isEqualTo(DefinitionStatus.REFERENCE);
        List<Integer> ofHouseholds = SET.indicators().stream()
                .filter(indicator -> indicator.unit() == Indicator.Unit.HOUSEHOLD)
                .map(Indicator::number)
                .toList();
        assertThat(ofHouseholds).containsExactly(4, 5, 8, 9, 10, 11, 12, 13, 14, 22, 23, 30, 31);
        assertThat(SET.indicators()).allMatch(indicator -> !indicator.sources().isEmpty());
    }

    @Test
    void whatIsWrittenReadsBackAndFitsTheSchema() {
        assertThat(read(SET.toJson()).value()).isEqualTo(SET);
        assertThat(SCHEMA.validate(SHIPPED, InputFormat.JSON)).isEmpty();
        assertThat(SCHEMA.validate(SET.toJson(), InputFormat.JSON)).isEmpty();
    }

    /** Each change to the shipped set is one mistake, which is found, at the place where it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": \"bmn-2560\", | \"id\": \"b b\", | BAD_ID | /id",
                "\"number\": 2, | \"number\": 1, | DUPLICATE | /indicators/1",
                "\"id\": \"education\" | \"id\": \"health\" | DUPLICATE | /dimensions/2",
                "\"th\": \"ครอบครัวมีความอบอุ่น\" | \"th\": \" \" | MISSING_TRANSLATION | /indicators/30/title/th",
                "\"form\": \"bmn-2560\" | \"form\": \"bmn-2569\" | WRONG_FORM | /form",
                "{\"from\": 2560, \"to\": 2564}, | {\"from\": 2564, \"to\": 2560}, | ROUNDS | /rounds",
                "{\"from\": 2560, \"to\": 2564}, | {\"from\": 2560, \"to\": 2569}, | OUTSIDE_ROUNDS | /rounds",
                "\"sources\": [\"cdd-2560\", \"surat-thani-2561\"]} | \"sources\": [\"no-such\"]} | UNKNOWN_SOURCE | /parameters/0/sources/0",
                "1, \"dimension\": \"health\" | 1, \"dimension\": \"wealth\" | UNKNOWN_DIMENSION | /indicators/0/dimension",
                "\"indicator\": 22 | \"indicator\": 32 | UNKNOWN_INDICATOR | /figures/0",
                "\"sex\": \"sex\" | \"sex\": \"q24\" | UNKNOWN_NAME | /persons/sex",
                "\"age\": \"age\"} | \"age\": \"sex\"} | UNKNOWN_NAME | /persons/age",
                "\"name\": \"q23_2\" | \"name\": \"q23_1\" | UNKNOWN_NAME | /figures/1/name",
                "\"name\": \"income_line\" | \"name\": \"q24\" | PARAMETER_NAME | /parameters/0",
                "\"values\": [ | \"values\": [{\"from\": 2561, \"to\": 2561, \"value\": 1}, | PARAMETER_ROUNDS | /parameters/0",
                "\"number\": 4, \"dimension\": \"health\", \"unit\": \"HOUSEHOLD\" | \"number\": 4, \"dimension\": \"health\", \"unit\": \"PERSON\" | UNIT | /indicators/3",
                "\"number\": 6, \"dimension\": \"health\", \"unit\": \"PERSON\" | \"number\": 6, \"dimension\": \"health\", \"unit\": \"HOUSEHOLD\" | UNIT | /indicators/5",
                "\"base\": \"${n_age_ge_35}\" | \"base\": \"${q6_4}\" | NOT_A_COUNT | /indicators/5/base",
                "\"to\": 19, | \"to\": 29, | AGE_GROUPS | /indicators/23",
                "\"criterion\": \"${q30} = 1\" | \"criterion\": \"1 = 1\" | CONSTANT | /indicators/29/criterion"
            })
    void aMistakeIsFoundWhereItIs(String before, String after, String code, String pointer) {
        String json = SHIPPED.replace(before, after);
        assertThat(json).isNotEqualTo(SHIPPED);
        Reading<IndicatorSet> reading = read(json);
        assertThat(reading.optional()).isEmpty();
        assertThat(reading.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(IndicatorFinding.valueOf(code));
            assertThat(finding.place().pointer()).contains(pointer);
            assertThat(finding.place().line()).isPresent();
        });
    }

    @Test
    void everythingWrongIsListedAtOnce() {
        String json = SHIPPED.replace("${q30} = 1", "${q30x} = 1")
                .replace("\"dimension\": \"values\"", "\"dimension\": \"value\"")
                .replace("if(${q25} = 0, ${q25_n}, 0)", "${q25} +");
        List<FindingCode> codes = new ArrayList<>();
        for (Finding finding : read(json).findings()) {
            codes.add(finding.code());
        }
        assertThat(codes)
                .contains(ExpressionFinding.UNKNOWN_NAME)
                .filteredOn(code -> code == IndicatorFinding.UNKNOWN_DIMENSION)
                .hasSize(8);
        assertThat(codes.stream().filter(code -> code instanceof ExpressionFinding))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void whatIsWrongInAnExpressionIsFoundInItsLineAndColumn() {
        Finding finding = read(SHIPPED.replace("${q22_1_6} >= ${income_line}", "${q22_1_6} >= ${income_line} + ${x}"))
                .findings()
                .get(0);
        assertThat(finding.code()).isEqualTo(ExpressionFinding.UNKNOWN_NAME);
        String line = SHIPPED.lines().toList().get(finding.place().line().orElseThrow() - 1);
        int after = line.indexOf("${income_line}") + "${income_line}".length();
        assertThat(finding.place().column()).hasValue(after + " + ".length() + 1);
    }

    @Test
    void aNameInQuotationMarksIsNoParameter() {
        assertThat(Thresholds.fill("${a} = '${a}' or ${b} = \"${a}\"", Map.of("a", "1")))
                .isEqualTo("1 = '${a}' or ${b} = \"${a}\"");
        assertThat(Thresholds.in("'${a}' = ${b}", Set.of("a", "b"))).containsExactly("b");
        assertThat(Thresholds.blank("${ab} = ${b}", Set.of("ab"))).isEqualTo("0     = ${b}");
    }

    @Test
    void aThresholdIsSetForTheRoundsForWhichItWasDecidedOnly() {
        IndicatorParameter line = SET.parameters().get(0);
        assertThat(IntStream.rangeClosed(2555, 2570)
                        .filter(round -> line.value(round).isPresent()))
                .containsExactly(2560, 2561, 2562, 2563, 2564);
        assertThat(line.value(2562)).contains(new BigDecimal(38_000));
        IndicatorParameter changed = SET.withParameter("income_line", 2562, new BigDecimal("40000"))
                .parameters()
                .get(0);
        assertThat(changed.value(2561)).contains(new BigDecimal(38_000));
        assertThat(changed.value(2562)).contains(new BigDecimal(40_000));
        assertThat(changed.value(2563)).contains(new BigDecimal(38_000));
        assertThat(SET.withParameter("income_line", 2562, null)
                        .parameters()
                        .get(0)
                        .value(2562))
                .isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> SET.withParameter("line", 2562, BigDecimal.ONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SET.withParameter("income_line", 2562, BigDecimal.ONE.negate()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SET.withParameter("income_line", 2562, new BigDecimal("1e999999999")));
    }
}
