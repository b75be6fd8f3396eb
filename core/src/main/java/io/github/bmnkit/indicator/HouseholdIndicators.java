package io.github.bmnkit.indicator;

import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.indicator.IndicatorSet.Persons;
import io.github.bmnkit.response.ResolvedHousehold;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What comes of every indicator for one household, and who of its members each is about. It keeps sex and age of the
 * members, no name and no answer, and it stays as it is when the household that was evaluated changes.
 *
 * <p>Members are known by their rows, from 0, in the order of the roster.
 */
public final class HouseholdIndicators {
    private static final int UNKNOWN = -1;

    private final Indicators indicators;
    private final HouseholdId household;
    private final int round;
    private final List<IndicatorResult> results;
    private final Map<Integer, List<Long>> notMetByAge;
    private final BitSet surveyed;
    private final @Nullable String[] sexes;
    private final int[] ages;

    HouseholdIndicators(Indicators indicators, List<Compiled> compiled, ResolvedHousehold source) {
        Frame frame = source.frame();
        this.indicators = indicators;
        this.household = source.household();
        this.round = source.round();
        this.sexes = new String[source.members()];
        this.ages = new int[source.members()];
        this.surveyed = new BitSet(compiled.size() * ages.length);
        readPersons(frame);
        IndicatorResult[] found = new IndicatorResult[compiled.size()];
        Map<Integer, List<Long>> groups = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            Compiled each = compiled.get(i);
            IndicatorResult result = each.result(frame);
            found[i] = result;
            if (result.isCounted() && each.baseMembers != null) {
                survey(each, frame, i * ages.length);
            }
            List<Long> persons = each.notMetByAge(frame, result);
            if (persons != null) {
                groups.put(result.number(), persons);
            }
        }
        this.results = List.of(found);
        this.notMetByAge = groups.isEmpty() ? Map.of() : Map.copyOf(groups);
    }

    private void survey(Compiled indicator, Frame frame, int first) {
        for (int row = 0; row < ages.length; row++) {
            if (indicator.isSurveyed(frame, row)) {
                surveyed.set(first + row);
            }
        }
    }

    private void readPersons(Frame frame) {
        Persons persons = indicators.set().persons().orElse(null);
        for (int row = 0; row < ages.length; row++) {
            Value age = persons == null ? null : frame.get(persons.age(), row);
            Value sex = persons == null ? null : frame.get(persons.sex(), row);
            ages[row] = age instanceof Value.Amount years ? years.value().intValue() : UNKNOWN;
            sexes[row] = sex instanceof Value.Code code ? code.value() : null;
        }
    }

    /**
     * Returns by which indicators the household was evaluated.
     *
     * @return the set
     */
    public IndicatorSet set() {
        return indicators.set();
    }

    /**
     * Returns whose results these are.
     *
     * @return the id of the household
     */
    public HouseholdId household() {
        return household;
    }

    /**
     * Returns the survey round.
     *
     * @return the year, Buddhist Era
     */
    public int round() {
        return round;
    }

    /**
     * Tells whether the indicators were used outside the rounds for which they hold. Whatever shows the results says so.
     *
     * @return true if they do not hold for the round
     */
    public boolean isDemonstration() {
        return !set().holdsFor(round);
    }

    /**
     * Returns what came of the indicators.
     *
     * @return the results, in the order of the set
     */
    public List<IndicatorResult> results() {
        return results;
    }

    /**
     * Returns what came of an indicator.
     *
     * @param number its number
     * @return the result
     * @throws IllegalArgumentException if there is no such indicator
     */
    public IndicatorResult result(int number) {
        return results.get(indicators.index(number));
    }

    /**
     * Returns how many persons of each group of age do not meet an indicator.
     *
     * @param number its number
     * @return the numbers, one for each of {@link Indicator#notMetByAge}; empty if the form does not ask by age, the
     *     persons are not counted, or the groups do not add up to all who do not meet it
     * @throws IllegalArgumentException if there is no such indicator
     */
    public List<Long> notMetByAge(int number) {
        indicators.index(number);
        return notMetByAge.getOrDefault(number, List.of());
    }

    /**
     * Returns how many members there are.
     *
     * @return the number of rows
     */
    public int members() {
        return ages.length;
    }

    /**
     * Returns the sex of a member.
     *
     * @param row the member's row
     * @return the code of the form; empty if it is not known, or the set does not say which question tells it
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Optional<String> sex(int row) {
        return Optional.ofNullable(sexes[row]);
    }

    /**
     * Returns the age of a member.
     *
     * @param row the member's row
     * @return completed years; empty if they are not known, or the set does not say which question tells them
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public OptionalInt age(int row) {
        return ages[row] == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(ages[row]);
    }

    /**
     * Tells whether an indicator is about a member. Where the persons of an indicator are counted and it says which
     * members they are, as many members are surveyed as {@link IndicatorResult#surveyed} says.
     *
     * @param number the number of the indicator
     * @param row the member's row
     * @return true if the member is one of those surveyed; false as well if the roster does not tell, or the persons are
     *     not counted
     * @throws IllegalArgumentException if there is no such indicator
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public boolean isSurveyed(int number, int row) {
        if (row < 0 || row >= ages.length) {
            throw new IndexOutOfBoundsException("no row " + row + " of " + ages.length);
        }
        return surveyed.get(indicators.index(number) * ages.length + row);
    }

    /** As {@link #isSurveyed}, by the place of the indicator in the set and with an existing row. */
    boolean isSurveyedAt(int place, int row) {
        return surveyed.get(place * ages.length + row);
    }

    /** Shows id and round: answers may be personal. */
    @Override
    public String toString() {
        return "HouseholdIndicators[" + household.value() + ", round=" + round + ", set=" + set().coordinate() + "]";
    }
}
