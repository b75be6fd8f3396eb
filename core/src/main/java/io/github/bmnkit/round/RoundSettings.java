package io.github.bmnkit.round;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.finding.Share;
import java.time.LocalDate;
import java.util.Map;

/**
 * What the papers of a round leave open and the host must decide. There are no defaults: what is not set is reported by
 * {@link SurveyRound#check}.
 *
 * @param periodEnds the last day of each period, by the period's id
 * @param requiredCoverage the share of the target that must be in before a level may certify, by level
 */
public record RoundSettings(Map<String, LocalDate> periodEnds, Map<AreaLevel, Share> requiredCoverage) {
    /**
     * Copies both maps.
     *
     * @param periodEnds the last day of each period, by the period's id
     * @param requiredCoverage the share of the target that must be in before a level may certify, by level
     */
    public RoundSettings {
        periodEnds = Map.copyOf(periodEnds);
        requiredCoverage = Map.copyOf(requiredCoverage);
    }

    /**
     * Returns settings in which nothing is decided.
     *
     * @return empty settings
     */
    public static RoundSettings undecided() {
        return new RoundSettings(Map.of(), Map.of());
    }
}
