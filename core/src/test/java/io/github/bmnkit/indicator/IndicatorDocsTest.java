package io.github.bmnkit.indicator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.testing.Responses;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/indicators.md} shows is what happens. */
class IndicatorDocsTest {
    private final LocalDate today = Responses.TODAY;

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
    void aHouseholdIsEvaluatedAndSummedUpAndReadAsPoorOrNot() {
        Questionnaire form = MadeUpHouseholds.FORM;
        HouseholdResponse response =
                MadeUpHouseholds.complete(new Random(4), 2561).response();
        Indicators indicators =
                Indicators.of(IndicatorSets.bmn2560(), form); // compiled once, for any number of threads
        ResolvedHousehold household = ResolvedHousehold.of(form);
        household.resolve(response, false, today);
        HouseholdIndicators results = indicators.evaluate(household);
        IndicatorResult drinking = results.result(24);
        String counts = drinking.outcome() + ": " + drinking.notMet() + " of " + drinking.surveyed();
        IndicatorExplanation why = indicators.explain(household, 22);
        String masked = why.text(Text.THAI); // what came of it and what is missing, without any answer
        String withAnswers = why.textWithAnswers(Text.THAI); // only for who may see them
        assertThat(counts).matches("(NOT_)?MET: [0-9] of [1-9]");
        assertThat(withAnswers).startsWith(masked).contains("38000");

        Text area = Text.of("บ้านตัวอย่าง", "Ban Tua Yang");
        SummarySheet sheet = SummarySheet.of(indicators, household);
        SummarySheet.Heading heading = SummarySheet.Heading.of(area).withSurveyed(today);
        String page = sheet.toHtml(heading, Text.THAI);
        assertThat(page).contains("บ้านตัวอย่าง");

        Tpmap reading = Tpmap.of(results); // refuses other sets, and rounds other than 2560 and 2561
        Truth poor = reading.isPoor();
        Truth targetPoor = reading.isTargetPoor(Tpmap.holdsCard(household, 0));
        OptionalLong members = reading.membersOfFailing(7); // what TPMAP counts
        OptionalLong persons = reading.individualsNotMet(7); // what the department's reports count
        assertThat(targetPoor == Truth.TRUE)
                .isEqualTo(poor == Truth.TRUE && Tpmap.holdsCard(household, 0) == Truth.TRUE);
        assertThat(persons.orElse(0)).isLessThanOrEqualTo(members.orElse(0));
    }

    @Test
    void theSetShownIsReadAndEvaluatesTheHouseholdOfTheDocs() {
        Questionnaire form = Questionnaire.read(
                        stream(blocks("questionnaire.md", "json").get(0)))
                .value();
        InputStream json = stream(blocks("indicators.md", "json").get(0));
        Reading<IndicatorSet> reading = IndicatorSet.read(form, json);
        IndicatorSet set = reading.value().withParameter("most_months", 2571, BigDecimal.ONE); // decided since
        Indicators own = Indicators.of(set, form);
        assertThat(reading.findings()).isEmpty();
        ResolvedHousehold household = ResolvedHousehold.of(form);
        household.resolve(
                HouseholdResponse.read(form, blocks("response.md", "json").get(0))
                        .value(),
                false,
                null);
        assertThat(own.evaluate(household).results())
                .containsExactly(
                        new IndicatorResult(1, IndicatorOutcome.NOT_MET, true, 1, 1),
                        new IndicatorResult(2, IndicatorOutcome.INCOMPLETE, false, 0, 0));
    }

    @Test
    void theSetShownFitsTheSchema() throws IOException {
        try (InputStream schema = IndicatorSet.class.getResourceAsStream("indicators.schema.json")) {
            String text = new String(Objects.requireNonNull(schema).readAllBytes(), UTF_8);
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(text)
                            .validate(blocks("indicators.md", "json").get(0), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void theCodeShownIsTheCodeOfThisTest() {
        String code = text("src/test/java/io/github/bmnkit/indicator/IndicatorDocsTest.java")
                + text("src/test/java/io/github/bmnkit/indicator/AggregateDocsTest.java");
        List<String> blocks = blocks("indicators.md", "java");
        assertThat(blocks).hasSize(7);
        assertThat(blocks)
                .allSatisfy(block -> assertThat(code.replaceAll("\\s", "")).contains(block.replaceAll("\\s", "")));
    }

    @Test
    void everyFindingAndEveryDimensionIsNamed() {
        String docs = text("../docs/indicators.md");
        assertThat(Stream.of(IndicatorFinding.values()).map(IndicatorFinding::id))
                .allSatisfy(id -> assertThat(docs).contains("`" + id + "`"));
        for (Tpmap.Dimension dimension : Tpmap.Dimension.values()) {
            String numbers = dimension.indicators().toString();
            assertThat(docs)
                    .contains("| " + dimension.text().en() + " | " + numbers.substring(1, numbers.length() - 1) + " |");
        }
    }
}
