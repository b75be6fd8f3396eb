package io.github.bmnkit.round;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The rounds that the SDK ships. */
public final class SurveyRounds {
    private SurveyRounds() {}

    /**
     * Returns the round of B.E. 2569 (2025-2026) as the official papers say it: 13,169,180 households in 76 provinces.
     *
     * @return the round, of the status {@link DefinitionStatus#OFFICIAL}
     */
    public static SurveyRound bmn2569() {
        return Bmn2569.ROUND;
    }

    private static final class Bmn2569 {
        static final SurveyRound ROUND = load("bmn-2569.json");
    }

    private static SurveyRound load(String resource) {
        try (InputStream in = SurveyRounds.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return SurveyRound.read(in).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
