package io.github.bmnkit.finding;

/**
 * How often a check came out which way. Counts of disjoint data merge in any order.
 *
 * @param passed how often the check held
 * @param failed how often it did not
 * @param undecided how often it could not be decided
 * @param notApplicable how often it did not apply
 * @param engineFaults how often the check itself broke
 */
public record OutcomeCounts(long passed, long failed, long undecided, long notApplicable, long engineFaults) {
    /** Nothing counted yet. */
    public static final OutcomeCounts ZERO = new OutcomeCounts(0, 0, 0, 0, 0);

    /**
     * Checks that no count is negative.
     *
     * @param passed how often the check held
     * @param failed how often it did not
     * @param undecided how often it could not be decided
     * @param notApplicable how often it did not apply
     * @param engineFaults how often the check itself broke
     * @throws IllegalArgumentException if one is
     */
    public OutcomeCounts {
        if ((passed | failed | undecided | notApplicable | engineFaults) < 0) {
            throw new IllegalArgumentException("a count is negative");
        }
    }

    /**
     * Returns these counts with one outcome more.
     *
     * @param outcome what came of the check
     * @return the counts
     */
    public OutcomeCounts plus(Outcome outcome) {
        return switch (outcome) {
            case PASS -> plus(new OutcomeCounts(1, 0, 0, 0, 0));
            case FAIL -> plus(new OutcomeCounts(0, 1, 0, 0, 0));
            case UNDECIDED -> plus(new OutcomeCounts(0, 0, 1, 0, 0));
            case NOT_APPLICABLE -> plus(new OutcomeCounts(0, 0, 0, 1, 0));
            case ENGINE_FAULT -> plus(new OutcomeCounts(0, 0, 0, 0, 1));
        };
    }

    /**
     * Returns both counts together.
     *
     * @param other counts of other data
     * @return the sums
     * @throws ArithmeticException if a sum exceeds a {@code long}
     */
    public OutcomeCounts plus(OutcomeCounts other) {
        return new OutcomeCounts(
                Math.addExact(passed, other.passed),
                Math.addExact(failed, other.failed),
                Math.addExact(undecided, other.undecided),
                Math.addExact(notApplicable, other.notApplicable),
                Math.addExact(engineFaults, other.engineFaults));
    }

    /**
     * Returns the count of one outcome.
     *
     * @param outcome which
     * @return how often it came
     */
    public long of(Outcome outcome) {
        return switch (outcome) {
            case PASS -> passed;
            case FAIL -> failed;
            case UNDECIDED -> undecided;
            case NOT_APPLICABLE -> notApplicable;
            case ENGINE_FAULT -> engineFaults;
        };
    }

    /**
     * Returns how often the check came out at all, whichever way.
     *
     * @return the sum of all counts
     */
    public long total() {
        return passed + failed + undecided + notApplicable + engineFaults;
    }

    /**
     * Returns how many failed of those that applied: passed, failed and undecided.
     *
     * @return the share with its denominator
     */
    public Share failureShare() {
        return Share.of(failed, passed + failed + undecided);
    }
}
