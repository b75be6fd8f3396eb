package io.github.bmnkit.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.Check;
import io.github.bmnkit.response.CheckId;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.rule.JavaRule;
import io.github.bmnkit.rule.Rule;
import io.github.bmnkit.rule.RuleId;
import io.github.bmnkit.rule.RuleSet;
import io.github.bmnkit.rule.RuleSets;
import io.github.bmnkit.testing.Responses;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HouseholdValidatorTest {
    private static final Questionnaire FORM = Questionnaires.bmn2560();
    private static final HouseholdValidator VALIDATOR = HouseholdValidator.of(FORM, RuleSets.bmn2560());
    private static final LocalDate TODAY = LocalDate.of(2020, 3, 1);

    private static HouseholdResponse.Builder household() {
        HouseholdResponse.Builder builder = HouseholdResponse.builder(FORM, HouseholdId.of("H-1"), 2563);
        builder.addMember();
        return builder;
    }

    private static List<String> ids(ValidationReport report) {
        return report.findings().stream().map(finding -> finding.code().id()).toList();
    }

    private static Finding finding(ValidationReport report, String id) {
        return report.findings().stream()
                .filter(finding -> finding.code().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRuleThatRefinesACheckStandsForIt() {
        ValidationReport report = VALIDATOR.validate(
                household()
                        .answer(AnswerPath.of("has_house_no"), Value.of(0))
                        .answer(AnswerPath.of("hid"), Value.text("12345678901"))
                        .build(),
                TODAY);
        assertThat(ids(report)).contains("HDR-02").doesNotContain("hid:relevance");
        assertThat(report.outcome(RuleId.of("HDR-02"))).isEqualTo(Outcome.FAIL);
        assertThat(report.outcome(new CheckId("hid", Check.RELEVANCE))).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aCheckThatNoRuleRefinesStandsForItself() {
        ValidationReport report = VALIDATOR.validate(
                household()
                        .answer(AnswerPath.of("collector_id"), Value.of(Missing.NOT_ANSWERED))
                        .build(),
                TODAY);
        Finding finding = finding(report, "collector_id:required");
        assertThat(finding.message(Text.THAI)).isEqualTo("รหัสผู้จัดเก็บ: ต้องตอบ");
        assertThat(finding.message(Locale.ENGLISH)).isEqualTo("Collector id: an answer is due");
        assertThat(finding.place().pointer()).contains("/answers/collector_id");
    }

    @Test
    void aFindingSaysWhereItIsAsPeopleDo() {
        HouseholdResponse.Builder builder = household();
        int second = builder.addMember();
        int third = builder.addMember();
        builder.removeMember(second);
        ValidationReport report = VALIDATOR.validate(
                builder.answer(AnswerPath.of("sex", third), Value.text("?")).build(), TODAY);
        Finding finding = finding(report, "sex:code-list");
        assertThat(finding.place().member()).hasValue(third);
        assertThat(finding.place().pointer()).contains("/members/1/answers/sex");
        assertThat(report.where(finding, Text.THAI)).isEqualTo("สมาชิกคนที่ 2 > เพศ");
        assertThat(report.where(finding, Locale.ENGLISH)).isEqualTo("Member 2 > Sex");
        assertThat(report.outcome(new CheckId("sex", Check.CODE_LIST), third)).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aRuleThatBreaksIsAFindingOfItsOwnAndTheResultIsNotAcceptable() {
        JavaRule broken = new JavaRule() {
            @Override
            public Level level() {
                return Level.HOUSEHOLD;
            }

            @Override
            public Set<String> reads() {
                return Set.of("moo");
            }

            @Override
            public Truth holds(Frame frame, int row) {
                throw new IllegalStateException("secret 123");
            }
        };
        RuleSet rules = RuleSet.builder(FORM, "own", Text.of("กฎของเรา", "our rules"))
                .rounds(2560, 2564)
                .rule(Rule.builder(RuleId.of("OWN-01"), Text.of("ผิด", "wrong")).opaque(broken))
                .build()
                .value();
        HouseholdValidator validator = HouseholdValidator.of(FORM, rules).onlyRules(Set.of(RuleId.of("OWN-01")));
        ValidationReport report = validator.validate(household().build(), TODAY);
        assertThat(report.outcome(RuleId.of("OWN-01"))).isEqualTo(Outcome.ENGINE_FAULT);
        assertThat(report.isAcceptable()).isFalse();
        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().get(0).message(Locale.ENGLISH))
                .contains("OWN-01", "IllegalStateException")
                .doesNotContain("123");
        assertThatThrownBy(() -> copy(validator)).hasMessageContaining("Java");
    }

    @Test
    void aRuleOfOtherRoundsDoesNotApply() {
        RuleSet rules = RuleSet.builder(FORM, "own", Text.of("กฎของเรา", "our rules"))
                .rounds(2560, 2564)
                .rule(Rule.builder(RuleId.of("OWN-01"), Text.of("ผิด", "wrong"))
                        .mustHold("${moo} > 900")
                        .since(2564))
                .build()
                .value();
        HouseholdValidator validator = HouseholdValidator.of(FORM, rules);
        assertThat(validator
                        .validate(
                                household()
                                        .answer(AnswerPath.of("moo"), Value.of(1))
                                        .build(),
                                TODAY)
                        .outcome(RuleId.of("OWN-01")))
                .isEqualTo(Outcome.NOT_APPLICABLE);
        HouseholdResponse later = HouseholdResponse.builder(FORM, HouseholdId.of("H-1"), 2564)
                .answer(AnswerPath.of("moo"), Value.of(1))
                .build();
        assertThat(validator.validate(later, TODAY).outcome(RuleId.of("OWN-01")))
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void itSerialisesAsFormAndRules() throws Exception {
        HouseholdResponse response = Responses.any(FORM, 2, new Random(3));
        HouseholdValidator copy = copy(VALIDATOR.onlySections(Set.of("members")));
        assertThat(copy.validate(response, TODAY))
                .isEqualTo(VALIDATOR.onlySections(Set.of("members")).validate(response, TODAY));
    }

    private static HouseholdValidator copy(HouseholdValidator validator) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(validator);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (HouseholdValidator) in.readObject();
        }
    }

    @Test
    void severalThreadsMayUseOneValidator() {
        List<HouseholdResponse> responses = IntStream.range(0, 40)
                .mapToObj(i -> Responses.any(FORM, i % 4, new Random(i)))
                .toList();
        List<ValidationReport> one =
                responses.stream().map(each -> VALIDATOR.validate(each, TODAY)).toList();
        List<ValidationReport> many = responses.parallelStream()
                .map(each -> VALIDATOR.validate(each, TODAY))
                .toList();
        assertThat(many).isEqualTo(one);
    }

    @Test
    void rulesOutsideTheirRoundsAndOfOtherFormsAreRefused() {
        RuleSet later = RuleSet.builder(FORM, "later", Text.of("ก", "a"))
                .rounds(2564, 2564)
                .build()
                .value();
        HouseholdValidator validator = HouseholdValidator.of(FORM, later);
        HouseholdResponse response = household().build();
        assertThatThrownBy(() -> validator.validate(response, TODAY)).hasMessageContaining("2563");
        assertThatThrownBy(() -> VALIDATOR.onlyRules(Set.of(RuleId.of("NO-1")))).hasMessageContaining("NO-1");
        assertThatThrownBy(() -> VALIDATOR.onlySections(Set.of("none"))).hasMessageContaining("none");
        ValidationReport report = VALIDATOR.validate(response, TODAY);
        assertThatThrownBy(() -> report.outcome(RuleId.of("NO-1"))).hasMessageContaining("NO-1");
        assertThat(report.outcome(RuleId.of("HDR-19"))).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void anAcceptedSoftEditLapsesWhenWhatItReadChanges() {
        HouseholdResponse response =
                household().answer(AnswerPath.of("hlive_rai"), Value.of(51)).build();
        ValidationReport report = VALIDATOR.validate(response, TODAY);
        Finding soft = finding(report, "LND-11");
        SoftEditAcceptance accepted =
                report.accept(soft, response, "มีโฉนด", ActorId.of("collector-7"), "collector", Instant.EPOCH);
        assertThat(report.findings(response, List.of(accepted)))
                .doesNotContain(soft)
                .hasSize(report.findings().size() - 1);
        HouseholdResponse elsewhere = response.edit()
                .answer(AnswerPath.of("road"), Value.text("ใหม่"))
                .build();
        assertThat(VALIDATOR.validate(elsewhere, TODAY).findings(elsewhere, List.of(accepted)))
                .doesNotContain(soft);
        HouseholdResponse changed =
                response.edit().answer(AnswerPath.of("hlive_rai"), Value.of(52)).build();
        assertThat(VALIDATOR.validate(changed, TODAY).findings(changed, List.of(accepted)))
                .contains(soft);
        assertThat(accepted.toString()).doesNotContain("โฉนด");
        Finding hard = finding(report, "HDR-03");
        assertThatThrownBy(() -> report.accept(hard, response, "x", ActorId.of("c"), "collector", Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> report.accept(soft, response, " ", ActorId.of("c"), "collector", Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReportIsWrittenAsJsonAndAsProblemDetails() {
        HouseholdResponse response = household()
                .answer(AnswerPath.of("hlive_rai"), Value.of(51))
                .answer(AnswerPath.of("sex", 1), Value.text("?"))
                .build();
        ValidationReport report = VALIDATOR.validate(response, TODAY);
        assertThat(report.toJson(Locale.ENGLISH))
                .startsWith("{\"household\":\"H-1\",\"form\":\"bmn-2560:1\",\"rules\":\"bmn-2560:")
                .contains("\"draft\":false,\"acceptable\":false")
                .contains("{\"outcome\":\"FAIL\",\"code\":\"LND-11\",\"severity\":\"WARNING\","
                        + "\"pointer\":\"/answers/hlive_rai\",");
        assertThat(report.toProblemDetails(Text.THAI))
                .startsWith("{\"type\":\"about:blank\",\"title\":\"ข้อมูลครัวเรือนไม่ผ่านการตรวจสอบ\",\"status\":422,")
                .contains("\"pointer\":\"#/members/0/answers/sex\",\"member\":1,\"where\":\"สมาชิกคนที่ 1 > เพศ\"");
    }
}
