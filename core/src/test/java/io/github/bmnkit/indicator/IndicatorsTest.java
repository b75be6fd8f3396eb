package io.github.bmnkit.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.indicator.IndicatorExplanation.MissingAnswer;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.testing.Responses;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndicatorsTest {
    private static final IndicatorSet SET = IndicatorSets.bmn2560();
    private static final Indicators INDICATORS = Indicators.of(SET, MadeUpHouseholds.FORM);

    private final HouseholdResponse.Builder response = response(2561);

    private static HouseholdResponse.Builder response(int round) {
        HouseholdResponse.Builder response =
                HouseholdResponse.builder(MadeUpHouseholds.FORM, HouseholdId.of("H-1"), round);
        response.answer(AnswerPath.of("survey_date"), Value.of(Responses.TODAY));
        return response;
    }

    private static ResolvedHousehold resolved(HouseholdResponse.Builder response) {
        ResolvedHousehold household = ResolvedHousehold.of(MadeUpHouseholds.FORM);
        household.resolve(response.build(), false, Responses.TODAY);
        return household;
    }

    private static int member(HouseholdResponse.Builder response, int age, String sex) {
        int key = response.addMember();
        response.answer(AnswerPath.of("birth_date", key), Value.of(Responses.TODAY.minusYears(age)));
        response.answer(AnswerPath.of("sex", key), Value.code(sex));
        return key;
    }

    @Test
    void membersAreKnownBySexAndAgeAndByWhatTheyAreSurveyedFor() {
        member(response, 41, "2");
        member(response, 12, "1");
        response.answer(AnswerPath.of("birth_date", response.addMember()), Value.of(Missing.DONT_KNOW));
        response.answer(AnswerPath.of("q24"), Value.code("0"));
        response.answer(AnswerPath.of("q24_n_ge20"), Value.of(1));
        HouseholdIndicators results = INDICATORS.evaluate(resolved(response));
        assertThat(results.members()).isEqualTo(3);
        assertThat(results.sex(0)).contains("2");
        assertThat(results.age(1)).hasValue(12);
        assertThat(results.age(2)).isEqualTo(OptionalInt.empty());
        assertThat(results.sex(2)).isEmpty();
        assertThat(results.result(24)).isEqualTo(new IndicatorResult(24, IndicatorOutcome.NOT_MET, true, 3, 1));
        assertThat(results.notMetByAge(24)).containsExactly(0L, 0L, 1L);
        assertThat(results.notMetByAge(25)).isEmpty();
        assertThat(List.of(0, 1, 2)).allMatch(row -> results.isSurveyed(24, row));
        assertThat(List.of(0, 1, 2)).noneMatch(row -> results.isSurveyed(6, row)); // one age is not known
        assertThatThrownBy(() -> results.isSurveyed(24, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> results.result(32))
                .withMessageContaining("32");
    }

    @Test
    void resultsStayWhenTheHouseholdIsRefilled() {
        ResolvedHousehold household = MadeUpHouseholds.complete(new Random(1));
        HouseholdIndicators results = INDICATORS.evaluate(household);
        List<IndicatorResult> before = List.copyOf(results.results());
        household.resolve(response(2561).build(), false, Responses.TODAY);
        assertThat(INDICATORS.evaluate(household).results()).isNotEqualTo(before);
        assertThat(results.results()).isEqualTo(before);
    }

    @Test
    void whatIsMissingIsNamedDownToTheQuestion() {
        int known = member(response, 41, "2");
        int unknown = response.addMember();
        response.answer(AnswerPath.of("q6_4"), Value.code("1"));
        IndicatorExplanation checkUp = INDICATORS.explain(resolved(response), 6);
        assertThat(checkUp.result()).isEqualTo(new IndicatorResult(6, IndicatorOutcome.MET, false, 0, 0));
        assertThat(checkUp.missing())
                .containsExactly(new MissingAnswer(AnswerPath.of("birth_date", unknown), Missing.NOT_ANSWERED));
        assertThat(checkUp.isContradictory()).isFalse();

        response.answer(AnswerPath.of("occupation", known), Value.code("9999"));
        response.answer(AnswerPath.of("health", known), Value.code("0"));
        response.answer(AnswerPath.of("ability", known), Value.code("1"));
        response.removeMember(unknown);
        assertThat(INDICATORS.explain(resolved(response), 20).missing())
                .as("an occupation that the host did not put into a group")
                .containsExactly(new MissingAnswer(AnswerPath.of("occ_group", known), Missing.INVALID));
    }

    @Test
    void anIncomeThatWasRefusedIsNotZero() {
        member(response, 41, "2");
        response.answer(AnswerPath.of("q22_1_1"), Value.of(100_000));
        response.answer(AnswerPath.of("q22_1_2"), Value.of(Missing.REFUSED));
        response.answer(AnswerPath.of("q22_1_3"), Value.of(0));
        response.answer(AnswerPath.of("q22_1_4"), Value.of(0));
        IndicatorExplanation income = INDICATORS.explain(resolved(response), 22);
        assertThat(income.result().outcome()).isEqualTo(IndicatorOutcome.INCOMPLETE);
        assertThat(income.missing()).containsExactly(new MissingAnswer(AnswerPath.of("q22_1_2"), Missing.REFUSED));
    }

    @Test
    void numbersThatDoNotFitTheAnswerAreNotCounted() {
        member(response, 41, "2");
        response.answer(AnswerPath.of("q25"), Value.code("0"));
        response.answer(AnswerPath.of("q25_n"), Value.of(7));
        IndicatorExplanation smoking = INDICATORS.explain(resolved(response), 25);
        assertThat(smoking.result()).isEqualTo(new IndicatorResult(25, IndicatorOutcome.NOT_MET, false, 0, 0));
        assertThat(smoking.isContradictory()).isTrue();
        assertThat(smoking.text(Text.THAI)).contains("จำนวนคนขัดกับคำตอบ");
    }

    @Test
    void anExplanationHidesAnswersUnlessAsked() {
        member(response, 41, "2");
        response.answer(AnswerPath.of("q22_1_1"), Value.of(37_999));
        for (int part = 2; part <= 4; part++) {
            response.answer(AnswerPath.of("q22_1_" + part), Value.of(0));
        }
        IndicatorExplanation income = INDICATORS.explain(resolved(response), 22);
        assertThat(income.text(Locale.ENGLISH)).contains(": not met").doesNotContain("37999");
        assertThat(income.toString()).isEqualTo("IndicatorExplanation[22, NOT_MET]");
        assertThat(income.textWithAnswers(Locale.ENGLISH))
                .contains("${q22_1_6} >= 38000 = false")
                .contains("${q22_1_6} = 37999");
    }

    @Test
    void anotherRoundIsRefusedUnlessItIsADemonstrationAndThenHasNoThreshold() {
        HouseholdResponse.Builder later = response(2569);
        member(later, 41, "2");
        for (int part = 1; part <= 4; part++) {
            later.answer(AnswerPath.of("q22_1_" + part), Value.of(50_000));
        }
        ResolvedHousehold household = resolved(later);
        assertThat(INDICATORS.takes(2569)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> INDICATORS.evaluate(household))
                .withMessageContaining("2569");
        Indicators shown = INDICATORS.asDemonstration();
        assertThat(shown.takes(2569)).isTrue();
        HouseholdIndicators results = shown.evaluate(household);
        assertThat(results.isDemonstration()).isTrue();
        assertThat(results.result(22).outcome()).isEqualTo(IndicatorOutcome.INCOMPLETE);
        IndicatorExplanation income = shown.explain(household, 22);
        assertThat(income.unsetParameters()).containsExactly("income_line");
        assertThat(income.text(Text.THAI)).contains("ยังไม่กำหนดค่าสำหรับรอบนี้");

        IndicatorSet decided = SET.withParameter("income_line", 2569, new BigDecimal(200_000));
        assertThat(Indicators.of(decided, MadeUpHouseholds.FORM)
                        .asDemonstration()
                        .evaluate(household)
                        .result(22)
                        .outcome())
                .isEqualTo(IndicatorOutcome.MET);
    }

    @Test
    void whatIsOfAnotherFormIsRefused() {
        ResolvedHousehold other = ResolvedHousehold.of(Questionnaires.bmn2560());
        assertThatIllegalArgumentException().isThrownBy(() -> INDICATORS.evaluate(other));
    }

    @Test
    void whatIsSerialisedEvaluatesTheSame() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(INDICATORS.asDemonstration());
        }
        Indicators read;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            read = (Indicators) in.readObject();
        }
        assertThat(read.takes(2569)).isTrue();
        ResolvedHousehold household = MadeUpHouseholds.any(new Random(5));
        assertThat(read.evaluate(household).results())
                .isEqualTo(INDICATORS.evaluate(household).results());
    }

    @Test
    void aCountWithoutADecisionIsNoResult() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndicatorResult(6, IndicatorOutcome.INCOMPLETE, true, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new IndicatorResult(6, IndicatorOutcome.MET, true, 3, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndicatorResult(6, IndicatorOutcome.NOT_MET, true, 3, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndicatorResult(6, IndicatorOutcome.MET, false, 3, 0));
    }
}
