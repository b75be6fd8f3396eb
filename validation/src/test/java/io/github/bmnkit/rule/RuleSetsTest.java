package io.github.bmnkit.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.bmnkit.expression.ExpressionFinding;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.CheckId;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.testing.FindingCatalogue;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSetsTest {
    private static final Questionnaire FORM = Questionnaires.bmn2560();
    private static final RuleSet RULES = RuleSets.bmn2560();
    private static final String JSON = Rules.resource("bmn-2560.json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Rules.resource("rules.schema.json"));

    @Test
    void theShippedRulesAreThoseOfTheReferenceForm() {
        assertThat(RULES).hasToString("RuleSet[bmn-2560:1.0.0, form=bmn-2560, rules=327]");
        assertThat(RULES.status()).isEqualTo(DefinitionStatus.REFERENCE);
        assertThat(RULES.rules()).filteredOn(is(Severity.ERROR)).hasSize(174);
        assertThat(RULES.rules()).filteredOn(is(Severity.WARNING)).hasSize(153);
        assertThat(RULES.rules())
                .filteredOn(rule -> rule.across().isPresent())
                .extracting(Rule::id)
                .containsExactly("HDR-19", "HDR-20", "HDR-21", "MEM-16");
        assertThat(RULES.rules())
                .filteredOn(rule -> rule.level() == Level.MEMBER)
                .hasSize(71);
        assertThat(RULES.holdsFor(2564)).isTrue();
        assertThat(RULES.holdsFor(2569)).isFalse();
        Rule annex = RULES.rule(RuleId.of("ANX-01")).orElseThrow();
        assertThat(annex.holdsFor(2562)).isFalse();
        assertThat(annex.holdsFor(2563)).isTrue();
        assertThat(annex.holdsFor(2564)).isFalse();
    }

    private static java.util.function.Predicate<Rule> is(Severity severity) {
        return rule -> rule.severity() == severity;
    }

    /** SAV-06 sets what a household saves in a year against what it borrowed in that year: meant, and worth a warning. */
    @Test
    void readingThemFindsNothingButThatLoansAndSavingsHaveDifferentPeriods() {
        Reading<RuleSet> reading = Rules.read(FORM, JSON);
        assertThat(reading.findings()).extracting(Finding::code).containsOnly(ExpressionFinding.UNIT_PERIOD);
        int line = JSON.substring(0, JSON.indexOf("\"SAV-06\"")).split("\n", -1).length;
        assertThat(reading.findings())
                .allMatch(finding -> finding.place().line().orElse(0) == line + 2);
    }

    @Test
    void writingAndReadingGivesTheSameRules() {
        assertThat(Rules.read(FORM, RULES.toJson()).value()).isEqualTo(RULES);
        assertThat(RuleSet.read(FORM, new ByteArrayInputStream(JSON.getBytes(UTF_8)))
                        .value())
                .isEqualTo(RULES);
        assertThat(Rules.read(FORM, RULES.toJson()).value().toJson()).isEqualTo(RULES.toJson());
    }

    @Test
    void shippedAndDocumentedRulesConformToThePublishedSchema() {
        for (String json : List.of(JSON, RULES.toJson(), Rules.documented("docs/rules-format.md", "json"))) {
            assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
        }
        for (String wrong : List.of(
                JSON.replaceFirst("\"ERROR\"", "\"FATAL\""),
                JSON.replaceFirst("\"mustHold\"", "\"must\""),
                JSON.replaceFirst("\"refines\": \\[\"hid:required\"", "\"refines\": [\"hid:presence\""),
                JSON.replaceFirst("\"atMost\": 1", "\"atMost\": 0"))) {
            assertThat(wrong).isNotEqualTo(JSON);
            assertThat(SCHEMA.validate(wrong, InputFormat.JSON)).isNotEmpty();
        }
    }

    /** A refused amount must not fail a rule; what fails when unknown must then not read an amount directly. */
    @Test
    void whatFailsWhenUnknownReadsNothingThatMayBeRefused() {
        List<Rule> strict = RULES.rules().stream()
                .filter(rule -> rule.whenUnknown() == Rule.WhenUnknown.FAIL)
                .toList();
        assertThat(strict).hasSizeGreaterThan(10);
        assertThat(strict)
                .allSatisfy(rule -> assertThat(rule.reads().stream()
                                .flatMap(name -> FORM.question(name).stream())
                                .filter(Question::refusable))
                        .isEmpty());
    }

    @Test
    void theHostsCodesMeanWhatTheyMeantInTheForm() {
        Text label = Text.of("ทดสอบ", "made up");
        Questionnaire own = FORM.withCodes(
                        "relation", List.of(Code.of("S", label).withAttribute("rel_role", "SPOUSE")))
                .value();
        assertThat(RULES.withForm(own).value()).isEqualTo(RULES);
        Questionnaire other = Questionnaire.read(new ByteArrayInputStream(FORM.toJson()
                        .replaceFirst("\"bmn-2560\"", "\"bmn-2570\"")
                        .getBytes(UTF_8)))
                .value();
        assertThat(RULES.withForm(other).findings()).extracting(Finding::code).containsExactly(RuleFinding.WRONG_FORM);
    }

    /** Where rules stand for checks of the form, a grave check may become a mild rule only where that is meant. */
    @Test
    void onlyFourRulesMakeAnErrorOfTheFormAWarning() {
        assertThat(RULES.rules())
                .filteredOn(rule ->
                        rule.severity() == Severity.WARNING && !rule.refines().isEmpty())
                .extracting(Rule::id)
                .containsExactly("LND-04", "LND-09", "MEM-08", "HAP-02");
        assertThat(RULES.rules()).filteredOn(Rule::readsStoredAnswers).hasSize(37);
        assertThat(RULES.rule(RuleId.of("HDR-02")).orElseThrow().refines())
                .containsExactly(CheckId.parse("hid:relevance").orElseThrow());
    }

    @Test
    void theCodesOfFindingsHaveTextsInBothLanguages() {
        FindingCatalogue.check(RuleFinding.class);
    }
}
