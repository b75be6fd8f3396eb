package io.github.bmnkit.indicator;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.response.ResolvedHousehold;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * How TPMAP, the pyramid of the poor, read the 31 indicators of one household in 2560 and 2561: a household is deprived in
 * a dimension if it does not meet one of its indicators, and poor if it is deprived in any. A member of a poor household
 * who is registered for the state welfare card is <i>target poor</i>.
 *
 * <p>This is our reading. Which 17 indicators count, TPMAP's own pages say; that any of them is enough, two sources say
 * and published counts agree; the card, three sources. Of the dimensions only education is printed; the others are
 * inferred, and agree with all 380 published counts of a province and dimension. It is not the national index of
 * multidimensional poverty, which rests on another survey. There is no such reading of other sets of indicators.
 *
 * <p>TPMAP counts all members of a household that fails, the department's reports only the persons who do: the two are
 * never added up ({@link #membersOfFailing}, {@link #individualsNotMet}).
 */
public final class Tpmap {
    private static final String SET = "bmn-2560";
    private static final String CARD = "welfare_card";
    private static final int FIRST_ROUND = 2560;
    private static final int LAST_ROUND = 2561;

    /** A dimension of poverty. */
    public enum Dimension {
        /** Health. */
        HEALTH("ด้านสุขภาพ", "health", 1, 4, 5, 7),
        /** Living conditions. */
        LIVING("ด้านความเป็นอยู่", "living conditions", 8, 9, 10, 11),
        /** Education. */
        EDUCATION("ด้านการศึกษา", "education", 15, 16, 17, 19),
        /** Income. */
        INCOME("ด้านรายได้", "income", 20, 21, 22),
        /** Access to public services. */
        ACCESS("ด้านการเข้าถึงบริการรัฐ", "access to public services", 27, 28);

        private final Text text;
        private final List<Integer> indicators;

        Dimension(String th, String en, Integer... indicators) {
            this.text = Text.of(th, en);
            this.indicators = List.of(indicators);
        }

        /**
         * Returns what to call this dimension.
         *
         * @return the name in Thai and English
         */
        public Text text() {
            return text;
        }

        /**
         * Returns the indicators of this dimension.
         *
         * @return their numbers
         */
        public List<Integer> indicators() {
            return indicators;
        }
    }

    private final HouseholdIndicators results;

    private Tpmap(HouseholdIndicators results) {
        this.results = results;
    }

    /**
     * Reads the results of a household as TPMAP did.
     *
     * @param results results by the 31 indicators, of the round 2560 or 2561
     * @return the reading
     * @throws IllegalArgumentException if they are by other indicators, or of another round
     */
    public static Tpmap of(HouseholdIndicators results) {
        if (!holdsFor(results.round())) {
            throw new IllegalArgumentException("TPMAP's reading is known for the rounds " + FIRST_ROUND + " and "
                    + LAST_ROUND + ", not for " + results.round());
        }
        return asDemonstration(results);
    }

    /**
     * Reads the results of a household of any round as TPMAP did in 2560 and 2561. Whatever shows it says so.
     *
     * @param results results by the 31 indicators
     * @return the reading
     * @throws IllegalArgumentException if they are by other indicators
     */
    public static Tpmap asDemonstration(HouseholdIndicators results) {
        if (!reads(results.set())) {
            throw new IllegalArgumentException(
                    "TPMAP's reading is of the 31 indicators " + SET + ", not of " + results.set());
        }
        return new Tpmap(results);
    }

    /**
     * Tells whether there is a reading of a set.
     *
     * @param set the indicators
     * @return true for the 31 indicators of the rounds 2560 to 2564
     */
    public static boolean reads(IndicatorSet set) {
        Set<Integer> numbers = new TreeSet<>();
        set.indicators().forEach(indicator -> numbers.add(indicator.number()));
        return set.id().equals(SET) && numbers.size() == 31 && numbers.contains(1) && numbers.contains(31);
    }

    /**
     * Tells whether the reading is known for a round.
     *
     * @param round the year, Buddhist Era
     * @return true for 2560 and 2561
     */
    public static boolean holdsFor(int round) {
        return FIRST_ROUND <= round && round <= LAST_ROUND;
    }

    /**
     * Tells whether the reading is used outside the rounds for which it is known.
     *
     * @return true if it is
     */
    public boolean isDemonstration() {
        return !holdsFor(results.round());
    }

    /**
     * Returns what is read.
     *
     * @return the results
     */
    public HouseholdIndicators results() {
        return results;
    }

    /**
     * Tells whether the household is deprived in a dimension.
     *
     * @param dimension the dimension
     * @return true if it does not meet one of its indicators; unknown if none is known to fail and one is incomplete
     */
    public Truth isDeprived(Dimension dimension) {
        Truth deprived = Truth.FALSE;
        for (int number : dimension.indicators()) {
            deprived = deprived.or(
                    switch (results.result(number).outcome()) {
                        case NOT_MET -> Truth.TRUE;
                        case INCOMPLETE -> Truth.UNKNOWN;
                        case MET, NOT_APPLICABLE -> Truth.FALSE;
                    });
        }
        return deprived;
    }

    /**
     * Tells whether the household is poor.
     *
     * @return true if it is deprived in a dimension; unknown if that is not known of any, nor its opposite of all
     */
    public Truth isPoor() {
        Truth poor = Truth.FALSE;
        for (Dimension dimension : Dimension.values()) {
            poor = poor.or(isDeprived(dimension));
        }
        return poor;
    }

    /**
     * Tells whether a member is target poor: of a poor household, and registered for the state welfare card.
     *
     * @param isRegistered whether the member is: what the register of the card says, or what the household said
     *     ({@link #holdsCard})
     * @return true if both are
     */
    public Truth isTargetPoor(Truth isRegistered) {
        return isPoor().and(requireNonNull(isRegistered, "isRegistered"));
    }

    /**
     * Tells whether a member said to hold a state welfare card, which the form asks of each. TPMAP itself took the
     * register of the card, which only a host has.
     *
     * @param household a household of the form of the 31 indicators
     * @param row the member's row
     * @return the answer; unknown if there is none
     * @throws IllegalArgumentException if the form does not ask
     */
    public static Truth holdsCard(ResolvedHousehold household, int row) {
        return household.frame().get(CARD, row) instanceof Value.Code code
                ? Truth.of(code.value().equals("1"))
                : Truth.UNKNOWN;
    }

    /**
     * Returns how many members the household has if it fails an indicator: this is what TPMAP counts.
     *
     * @param number the number of the indicator
     * @return all members if the household does not meet it, else 0; empty if that is not known
     * @throws IllegalArgumentException if there is no such indicator
     */
    public OptionalLong membersOfFailing(int number) {
        return switch (results.result(number).outcome()) {
            case NOT_MET -> OptionalLong.of(results.members());
            case MET, NOT_APPLICABLE -> OptionalLong.of(0);
            case INCOMPLETE -> OptionalLong.empty();
        };
    }

    /**
     * Returns how many persons themselves do not meet an indicator: this is what the department's reports count.
     *
     * @param number the number of the indicator
     * @return the persons; empty if the indicator is one of households, or they are not counted
     * @throws IllegalArgumentException if there is no such indicator
     */
    public OptionalLong individualsNotMet(int number) {
        IndicatorResult result = results.result(number);
        boolean ofPersons = results.set()
                .indicator(number)
                .filter(indicator -> indicator.unit() == Indicator.Unit.PERSON)
                .isPresent();
        if (ofPersons && result.outcome() == IndicatorOutcome.NOT_APPLICABLE) {
            return OptionalLong.of(0);
        }
        return ofPersons && result.isCounted() ? OptionalLong.of(result.notMet()) : OptionalLong.empty();
    }

    /** Shows whose reading it is. */
    @Override
    public String toString() {
        return "Tpmap[" + results + "]";
    }
}
