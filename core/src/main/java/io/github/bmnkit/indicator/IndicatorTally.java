package io.github.bmnkit.indicator;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.certification.Hash;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the indicators of households by village, one household after the other, however many there are. It keeps some
 * counters for each village and nothing of a household, so it does not notice one that comes twice: the caller gives each
 * household of a round once. (The batch of the validation module finds households that come twice in a stream.)
 *
 * <p>It belongs to one thread at a time. Several threads have a tally each, and {@linkplain IndicatorAggregate#merge merge}
 * what they counted.
 */
public final class IndicatorTally {
    private final Layout layout;
    private final int round;
    private final Map<VillageCode, Counting> villages = new HashMap<>();

    /** What is counted of one village, and the data that it is counted from. */
    private static final class Counting {
        private final Cells cells;
        private @Nullable Hash root;

        Counting(Cells cells, @Nullable Hash root) {
            this.cells = cells;
            this.root = root;
        }
    }

    private IndicatorTally(Layout layout, int round) {
        this.layout = layout;
        this.round = round;
    }

    /**
     * Returns a tally that has counted nothing.
     *
     * @param indicators by which the households are evaluated
     * @param round the survey round, in the Buddhist Era
     * @return the tally
     * @throws IllegalArgumentException if the indicators do not take households of the round
     */
    public static IndicatorTally of(Indicators indicators, int round) {
        if (!indicators.takes(round)) {
            throw new IllegalArgumentException(indicators + " does not hold for the round " + round);
        }
        return new IndicatorTally(new Layout(indicators), round);
    }

    /**
     * Counts a household of which nobody says to what data of its village it belongs; its village never counts as certified.
     *
     * @param village where it lies
     * @param household its indicators
     * @throws IllegalArgumentException if the household was evaluated by other indicators, or is of another round
     */
    public void add(VillageCode village, HouseholdIndicators household) {
        count(village, null, household);
    }

    /**
     * Counts a household as part of the data that a village reported.
     *
     * @param village where it lies
     * @param root the root of the village's data, as {@code VillageWork.report()} gave it when the household was taken from
     *     there
     * @param household its indicators
     * @throws IllegalArgumentException if the household was evaluated by other indicators, or is of another round
     */
    public void add(VillageCode village, Hash root, HouseholdIndicators household) {
        count(village, requireNonNull(root, "root"), household);
    }

    private void count(VillageCode village, @Nullable Hash root, HouseholdIndicators household) {
        require(household);
        Counting counting = villages.get(requireNonNull(village, "village"));
        if (counting == null) {
            counting = new Counting(new Cells(layout.size), root);
            villages.put(village, counting);
        } else if (counting.root != null && !counting.root.equals(root)) {
            counting.root = null;
        }
        count(counting.cells, household);
    }

    private void require(HouseholdIndicators household) {
        if (!household.set().equals(layout.set)) {
            throw new IllegalArgumentException(
                    "evaluated by " + household.set().coordinate() + ", not by " + layout.set.coordinate());
        }
        if (household.round() != round) {
            throw new IllegalArgumentException("a household of round " + household.round() + ", not of " + round);
        }
    }

    private void count(Cells cells, HouseholdIndicators household) {
        int members = household.members();
        cells.add(Layout.HOUSEHOLDS, 1);
        cells.add(Layout.PERSONS, members);
        for (int row = 0; row < members; row++) {
            int sex = layout.sex(household.sex(row).orElse(null));
            OptionalInt years = household.age(row);
            AgeBand age = years.isPresent() ? AgeBand.of(years.getAsInt()) : AgeBand.NOT_KNOWN;
            cells.add(Layout.persons(sex, age), 1);
            for (int i = 0; i < layout.indicators.size(); i++) {
                if (layout.isBySexAndAge(i) && household.isSurveyedAt(i, row)) {
                    cells.add(layout.surveyed(i, sex, age), 1);
                }
            }
        }
        for (int i = 0; i < layout.indicators.size(); i++) {
            result(cells, i, household.results().get(i), household);
        }
    }

    private void result(Cells cells, int place, IndicatorResult result, HouseholdIndicators household) {
        IndicatorOutcome outcome = result.outcome();
        int which = switch (outcome) {
            case MET -> -1;
            case NOT_MET -> 0;
            case NOT_APPLICABLE -> 1;
            case INCOMPLETE -> 2;
        };
        if (which >= 0) {
            cells.add(layout.households(place) + which, 1);
            cells.add(layout.members(place) + which, household.members());
        }
        if (result.isCounted()) {
            cells.add(layout.surveyed(place), result.surveyed());
            cells.add(layout.notMet(place), result.notMet());
            groups(cells, place, result, household);
        } else if (outcome.isDecided()) {
            cells.add(layout.notCounted(place), 1);
        }
    }

    /** Nobody who meets an indicator is asked who does not, so that all groups have none there. */
    private void groups(Cells cells, int place, IndicatorResult result, HouseholdIndicators household) {
        List<Indicator.AgeGroup> groups = layout.indicators.get(place).notMetByAge();
        if (groups.isEmpty()) {
            return;
        }
        List<Long> notMet =
                result.notMet() == 0 ? Collections.nCopies(groups.size(), 0L) : household.notMetByAge(result.number());
        long[] surveyed = new long[notMet.size()];
        for (int i = 0; i < surveyed.length; i++) {
            surveyed[i] = surveyed(groups.get(i), place, household);
            if (notMet.get(i) > surveyed[i]) {
                return; // the answers contradict the roster
            }
        }
        for (int i = 0; i < surveyed.length; i++) {
            cells.add(layout.group(place, i), surveyed[i]);
            cells.add(layout.group(place, i) + 1, notMet.get(i));
        }
    }

    private static long surveyed(Indicator.AgeGroup group, int place, HouseholdIndicators household) {
        return IntStream.range(0, household.members())
                .filter(row -> household.isSurveyedAt(place, row))
                .filter(row -> household.age(row).isPresent()
                        && group.contains(household.age(row).getAsInt()))
                .count();
    }

    /**
     * Returns what was counted so far. The tally may go on.
     *
     * @return the aggregate, on which the tally has no effect any more
     */
    public IndicatorAggregate aggregate() {
        Map<VillageCode, VillageCells> counted = new TreeMap<>();
        villages.forEach((village, each) -> counted.put(village, new VillageCells(each.cells.copy(), each.root)));
        return new IndicatorAggregate(layout, round, counted);
    }

    /** Shows the set, the round and how many villages there are. */
    @Override
    public String toString() {
        return "IndicatorTally[" + layout.set.coordinate() + ", round=" + round + ", villages=" + villages.size() + "]";
    }
}
