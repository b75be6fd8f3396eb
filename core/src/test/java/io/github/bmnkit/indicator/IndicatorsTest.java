package io.github.bmnkit.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.testing.Responses;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IndicatorsTest {
    private static final Questionnaire FORM = Questionnaires.bmn2560();
    private static final Indicators INDICATORS = Indicators.of(IndicatorSets.bmn2560(), FORM);

    @Test
    void everyIndicatorHasAResultAndAnExplanation() {
        ResolvedHousehold household = ResolvedHousehold.of(FORM);
        household.resolve(Responses.valid(FORM, 3, new Random(7)), false, Responses.TODAY);
        HouseholdIndicators results = INDICATORS.evaluate(household);
        assertThat(results.results()).hasSize(31);
        for (IndicatorResult result : results.results()) {
            IndicatorExplanation explanation = INDICATORS.explain(household, result.number());
            assertThat(explanation.result()).isEqualTo(result);
        }
    }
}
