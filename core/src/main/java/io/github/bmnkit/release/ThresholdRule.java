package io.github.bmnkit.release;

/**
 * Which counts are too small to be published, and how uncertain a suppressed one must stay. The papers name no threshold:
 * whoever publishes decides.
 *
 * @param minimum the smallest count that may be published, at least 2
 * @param zeros whether 0 is suppressed, too; by the rule alone it is published
 * @param width the least distance between the smallest and the greatest value that a suppressed small count may have for
 *     somebody who knows all that is published, at least 1; 1 says that it is not known exactly
 */
public record ThresholdRule(long minimum, boolean zeros, long width) {
    /**
     * Checks the ranges.
     *
     * @param minimum the smallest count that may be published, at least 2
     * @param zeros whether 0 is suppressed, too
     * @param width the least distance between the smallest and the greatest possible value, from 1 to 1,000,000
     * @throws IllegalArgumentException if a number is out of range
     */
    public ThresholdRule {
        if (minimum < 2 || width < 1 || width > 1_000_000) {
            throw new IllegalArgumentException("a minimum of " + minimum + " and a width of " + width);
        }
    }

    /**
     * Returns the rule that suppresses what is below a minimum, but not 0, and leaves no suppressed count exactly known.
     *
     * @param minimum the smallest count that may be published, at least 2
     * @return the rule
     * @throws IllegalArgumentException if the minimum is less than 2
     */
    public static ThresholdRule below(long minimum) {
        return new ThresholdRule(minimum, false, 1);
    }

    /**
     * Tells whether a count is too small to be published.
     *
     * @param count a count, from 0
     * @return true if it is
     */
    public boolean isSmall(long count) {
        return count < minimum && (count > 0 || zeros);
    }
}
