package io.github.bmnkit.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {
    private static final Questionnaire FORM = Questionnaires.bmn2560();
    private static final RuleSet RULES = RuleSets.bmn2560();

    private static Rule rule(String id) {
        return RULES.rule(RuleId.of(id)).orElseThrow();
    }

    private static Frame frame(Map<String, String> household, boolean draft) {
        Frame frame = Frame.of(FORM.scope());
        new Answers(household, List.of(), 1, Missing.NOT_ANSWERED).fill(frame, FORM, draft);
        return frame;
    }

    /** Of four kinds of income one is refused: then the sum is not that of the other three. */
    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "DONT_KNOW", "INVALID"})
    void aRefusedIncomeIsNotZero(Missing kind) {
        Frame frame = frame(
                Map.of("q22_1_1", "0", "q22_1_2", "0", "q22_1_3", "0", "q22_2_2", "500", "q22_4_1", "1", "q23_1", "1"),
                false);
        frame.set("q22_1_4", 0, Value.of(kind));
        frame.set("q22_4_1_baht", 0, Value.of(kind));
        frame.set("q23_2", 0, Value.of(kind));
        Answers.recalculate(frame, FORM, false);
        frame.set("q22_1_5", 0, Value.of(0)); // what the document claims
        assertThat(frame.get("income_sum", 0)).isEqualTo(Value.of(kind));
        for (String id : List.of("MON-04", "MON-10", "MON-13", "MON-17", "DBT-12", "SAV-02")) {
            assertThat(rule(id).outcome(frame, 0)).as(id).isEqualTo(Outcome.UNDECIDED);
        }
        // Left blank, these amounts are due, and the sum is that of the others.
        for (String name : List.of("q22_1_4", "q22_4_1_baht", "q23_2")) {
            frame.set(name, 0, Value.of(Missing.NOT_ANSWERED));
        }
        frame.set("income_sum", 0, Value.of(0));
        assertThat(rule("MON-10").outcome(frame, 0)).isEqualTo(Outcome.PASS);
        for (String id : List.of("MON-13", "DBT-12", "SAV-02")) {
            assertThat(rule(id).outcome(frame, 0)).as(id).isEqualTo(Outcome.FAIL);
        }
    }

    @Test
    void aRuleOfWhichNothingWasAskedDoesNotApply() {
        Frame frame = frame(Map.of(), false);
        assertThat(rule("S5-07").outcome(frame, 0)).isEqualTo(Outcome.UNDECIDED);
        frame.set("q24_freq", 0, Value.of(Missing.NOT_ASKED));
        assertThat(rule("S5-07").outcome(frame, 0)).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(rule("S5-10").outcome(frame, 0)).isEqualTo(Outcome.UNDECIDED);
        frame.set("q25", 0, Value.of(Missing.NOT_ASKED));
        assertThat(rule("S5-10").outcome(frame, 0)).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    /** What is still to come fails nothing, not even what fails when unknown; a blank in a complete response does. */
    @Test
    void inADraftNothingFailsBecauseItIsNotAnsweredYet() {
        int strict = 0;
        List<String> failing = new ArrayList<>();
        for (boolean draft : List.of(true, false)) {
            Frame frame = frame(Map.of(), draft);
            frame.reset(draft, 1, Answers.TODAY);
            for (Rule rule : RULES.rules()) {
                if (rule.across().isEmpty() && rule.outcome(frame, 0) == Outcome.FAIL) {
                    assertThat(draft).as(rule.id()).isFalse();
                    strict += rule.whenUnknown() == Rule.WhenUnknown.FAIL ? 1 : 0;
                    failing.add(rule.id());
                }
            }
        }
        assertThat(strict).isPositive();
        assertThat(failing).contains("HDR-03", "HDR-05", "HDR-17", "MEM-05", "MEM-07");
        Frame draft = frame(Map.of("has_house_no", "1"), true);
        assertThat(rule("HDR-01").outcome(draft, 0)).isEqualTo(Outcome.UNDECIDED);
        assertThat(rule("HDR-01").outcome(frame(Map.of("has_house_no", "1"), false), 0))
                .isEqualTo(Outcome.FAIL);
    }

    /** Nobody drinks, yet two drinkers are stored; and somebody typed a sum that is not one. */
    @Test
    void onTwoFramesARefiningRuleSeesWhatTheFormHides() {
        Answers answers = new Answers(
                Map.of(
                        "q24",
                        "1",
                        "q24_n_ge20",
                        "2",
                        "q22_1_1",
                        "100",
                        "q22_1_2",
                        "0",
                        "q22_1_3",
                        "0",
                        "q22_1_4",
                        "0",
                        "q22_1_5",
                        "5000"),
                List.of(),
                1,
                Missing.NOT_ANSWERED);
        Frame resolved = Frame.of(FORM.scope());
        answers.resolve(resolved, FORM);
        Frame stored = Frame.of(FORM.scope());
        answers.fill(stored, FORM, false);
        Answers.recalculate(stored, FORM, false);
        stored.set("q22_1_5", 0, Value.of(5000)); // the claim stands, all else is calculated from this frame
        assertThat(resolved.get("n24_drink", 0)).isEqualTo(Value.of(0));
        assertThat(stored.get("n24_drink", 0)).isEqualTo(Value.of(2));
        for (String id : List.of("S5-02", "MON-10")) {
            assertThat(rule(id).readsStoredAnswers()).isTrue();
            assertThat(rule(id).outcome(stored, 0)).as(id).isEqualTo(Outcome.FAIL);
            assertThat(rule(id).outcome(resolved, 0)).as(id).isEqualTo(Outcome.PASS);
        }
        // What only says that an answer is due, or out of bounds, must not look at answers that are not relevant.
        assertThat(rule("BND-01").refines()).isNotEmpty();
        assertThat(rule("BND-01").readsStoredAnswers()).isFalse();
    }

    @Test
    void oneHouseholdDoesNotDecideARuleAcrossHouseholds() {
        Frame frame = frame(Map.of("hid", "50010123456"), false);
        assertThatThrownBy(() -> rule("HDR-20").outcome(frame, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRuleSaysWhatItReads() {
        assertThat(rule("MON-16").reads()).containsExactly("income_line", "q22_1_6");
        assertThat(rule("MON-16").parameters()).containsExactly("income_line");
        assertThat(rule("HDR-19").reads()).containsExactly("community_code", "head_id_card", "hid");
        assertThat(RuleId.of("MON-16").group()).isEqualTo("MON");
        assertThat(RuleId.parse("no id")).isEmpty();
    }
}
