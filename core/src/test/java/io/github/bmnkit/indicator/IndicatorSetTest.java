package io.github.bmnkit.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.testing.FindingCatalogue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IndicatorSetTest {
    @Test
    void codesHaveTextsInBothLanguages() {
        FindingCatalogue.check(IndicatorFinding.class);
    }

    @Test
    void whatIsWrittenReadsBack() {
        IndicatorSet set = IndicatorSets.bmn2560();
        assertThat(set.indicators()).hasSize(31);
        assertThat(IndicatorSet.read(
                                Questionnaires.bmn2560(),
                                new ByteArrayInputStream(set.toJson().getBytes(StandardCharsets.UTF_8)))
                        .value())
                .isEqualTo(set);
    }
}
