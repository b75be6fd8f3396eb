package io.github.bmnkit.indicator;

import static java.util.Objects.requireNonNull;

/**
 * What comes of one indicator for one household, and how many persons that is: for an indicator of households, one.
 *
 * <p>A household may be decided while its persons are not counted: it is certain that somebody does not meet the
 * criterion, but how many was not answered, or their number does not fit the answer.
 *
 * @param number the number of the indicator
 * @param outcome what comes of it
 * @param isCounted whether the persons are known; false unless the outcome is decided
 * @param surveyed how many persons (or households) the indicator is about; 0 unless counted
 * @param notMet how many of them do not meet the criterion; 0 unless counted
 */
public record IndicatorResult(int number, IndicatorOutcome outcome, boolean isCounted, long surveyed, long notMet) {
    /**
     * Checks that the parts fit together.
     *
     * @param number the number of the indicator
     * @param outcome what comes of it
     * @param isCounted whether the persons are known; false unless the outcome is decided
     * @param surveyed how many persons (or households) the indicator is about; 0 unless counted
     * @param notMet how many of them do not meet the criterion; 0 unless counted
     * @throws IllegalArgumentException if a count goes with an outcome that is not decided, or contradicts it: nobody is
     *     surveyed, somebody does not meet a criterion that is met, or nobody fails one that is not met
     */
    public IndicatorResult {
        requireNonNull(outcome, "outcome");
        boolean fits =
                isCounted ? outcome.isDecided() && fits(outcome, surveyed, notMet) : surveyed == 0 && notMet == 0;
        if (!fits) {
            throw new IllegalArgumentException("indicator " + number + " cannot be " + outcome + " with " + notMet
                    + " not met of " + surveyed + (isCounted ? " counted" : " not counted"));
        }
    }

    /** Whether the numbers say the same as the outcome. */
    static boolean fits(IndicatorOutcome outcome, long surveyed, long notMet) {
        return surveyed > 0 && notMet <= surveyed && (outcome == IndicatorOutcome.MET ? notMet == 0 : notMet > 0);
    }

    /**
     * Returns how many persons (or households) meet the criterion.
     *
     * @return those surveyed less those who do not meet it; 0 unless counted
     */
    public long met() {
        return surveyed - notMet;
    }
}
