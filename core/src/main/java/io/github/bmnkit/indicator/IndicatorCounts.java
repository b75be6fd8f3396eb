package io.github.bmnkit.indicator;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Share;

/**
 * What came of one indicator in an area. Persons of an indicator about persons are counted one by one, as households
 * report how many did not meet it; <em>members</em> are all who live in a household, whatever came of it, and are kept
 * apart: members of a failing household are not persons who fail.
 *
 * @param unit what the indicator counts
 * @param households what came of the households
 * @param members all members of these households, by what came of the household
 * @param surveyed how many of the unit were surveyed: of persons, those whom the indicator is about in households that are
 *     counted
 * @param notMet how many of those did not meet it
 * @param notCounted how many households met it or did not, while the number of persons is not known; 0 for an indicator of
 *     households
 */
public record IndicatorCounts(
        Indicator.Unit unit, ByOutcome households, ByOutcome members, long surveyed, long notMet, long notCounted) {
    /**
     * Checks that the numbers fit together.
     *
     * @param unit what the indicator counts
     * @param households what came of the households
     * @param members all members of these households, by what came of the household
     * @param surveyed how many of the unit were surveyed
     * @param notMet how many of those did not meet it
     * @param notCounted how many households met it or did not, while the number of persons is not known
     * @throws IllegalArgumentException if the numbers contradict one another
     */
    public IndicatorCounts {
        requireNonNull(unit, "unit");
        requireNonNull(households, "households");
        requireNonNull(members, "members");
        if (!fits(unit, households, surveyed, notMet, notCounted)) {
            throw new IllegalArgumentException(notMet + " " + unit + " not met of " + surveyed + ", " + notCounted
                    + " not counted of " + households);
        }
    }

    /**
     * Numbers by what came of the household.
     *
     * @param met in households that meet the indicator
     * @param notMet in households that do not
     * @param notApplicable in households to which it does not apply
     * @param incomplete in households of which it cannot be said, because an answer or a parameter of the round is missing
     */
    public record ByOutcome(long met, long notMet, long notApplicable, long incomplete) {
        /**
         * Checks that no number is negative.
         *
         * @param met in households that meet the indicator
         * @param notMet in households that do not
         * @param notApplicable in households to which it does not apply
         * @param incomplete in households of which it cannot be said
         * @throws IllegalArgumentException if one is
         */
        public ByOutcome {
            if ((met | notMet | notApplicable | incomplete) < 0) {
                throw new IllegalArgumentException("a number is negative");
            }
        }

        /**
         * Returns how many were surveyed with a result.
         *
         * @return met and not met
         */
        public long surveyed() {
            return Math.addExact(met, notMet);
        }

        /**
         * Returns how many there are, whatever came of them.
         *
         * @return the sum of all four
         */
        public long total() {
            return Math.addExact(surveyed(), Math.addExact(notApplicable, incomplete));
        }
    }

    static boolean fits(Indicator.Unit unit, ByOutcome households, long surveyed, long notMet, long notCounted) {
        boolean inRange = notMet >= 0 && notMet <= surveyed && notCounted >= 0 && notCounted <= households.surveyed();
        boolean areHouseholds = notCounted == 0 && surveyed == households.surveyed() && notMet == households.notMet();
        return inRange && (unit == Indicator.Unit.PERSON || areHouseholds);
    }

    /**
     * Returns how many of the unit met the indicator.
     *
     * @return surveyed and not failing
     */
    public long met() {
        return surveyed - notMet;
    }

    /**
     * Returns the share that did not meet it, in the indicator's unit.
     *
     * @return not met, of surveyed
     */
    public Share notMetShare() {
        return Share.of(notMet, surveyed);
    }

    /**
     * Returns the share that met it, in the indicator's unit.
     *
     * @return met, of surveyed
     */
    public Share metShare() {
        return Share.of(met(), surveyed);
    }
}
