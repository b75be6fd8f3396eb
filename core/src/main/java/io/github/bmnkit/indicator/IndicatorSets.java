package io.github.bmnkit.indicator;

import io.github.bmnkit.questionnaire.Questionnaires;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The sets of indicators that the SDK ships. */
public final class IndicatorSets {
    private IndicatorSets() {}

    /**
     * Returns the 31 indicators of the rounds 2560 to 2564, for {@link Questionnaires#bmn2560()}. Their titles are
     * official; how answers become results was put together from public sources, and each indicator says how sure that
     * is. The threshold of the average income, 38,000 baht a person and year, is set for these rounds and for no other.
     *
     * @return the indicators, of the status {@link io.github.bmnkit.round.DefinitionStatus#REFERENCE}
     */
    public static IndicatorSet bmn2560() {
        return Bmn2560.SET;
    }

    private static final class Bmn2560 {
        static final IndicatorSet SET = load("bmn-2560.json");
    }

    private static IndicatorSet load(String resource) {
        try (InputStream in = IndicatorSets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return IndicatorSet.read(Questionnaires.bmn2560(), in).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
