package io.github.bmnkit.indicator;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Share;
import io.github.bmnkit.questionnaire.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What came of the indicators in one area. */
public final class AreaIndicators {
    private final Layout layout;
    private final Cells cells;

    AreaIndicators(Layout layout, Cells cells) {
        this.layout = layout;
        this.cells = cells;
    }

    /**
     * Returns how many households were surveyed.
     *
     * @return the number, from 0
     */
    public long households() {
        return cells.get(Layout.HOUSEHOLDS);
    }

    /**
     * Returns how many persons live in them.
     *
     * @return the number, from 0
     */
    public long persons() {
        return cells.get(Layout.PERSONS);
    }

    /**
     * Returns the sexes by which persons are counted.
     *
     * @return the codes of the form; empty if the set does not say which question tells the sex
     */
    public List<Code> sexes() {
        return layout.sexes;
    }

    /**
     * Returns how many of the persons are of a sex and age.
     *
     * @param sex the code of the sex; null for those whose sex is not known
     * @param age the ages
     * @return the number, from 0
     * @throws IllegalArgumentException if there is no such code
     */
    public long persons(@Nullable String sex, AgeBand age) {
        return cells.get(Layout.persons(row(sex), age));
    }

    /**
     * Returns how many persons of a sex and age an indicator is about, in the households that are counted. How many of them
     * did not meet it, no form says: {@link #notMetByAge} has what there is.
     *
     * @param number the number of the indicator
     * @param sex the code of the sex; null for those whose sex is not known
     * @param age the ages
     * @return the number, from 0; empty if the roster does not tell whom the indicator is about
     * @throws IllegalArgumentException if there is no such indicator or code
     */
    public OptionalLong surveyed(int number, @Nullable String sex, AgeBand age) {
        int place = layout.place(number);
        int row = row(sex);
        return layout.isBySexAndAge(place)
                ? OptionalLong.of(cells.get(layout.surveyed(place, row, age)))
                : OptionalLong.empty();
    }

    private int row(@Nullable String sex) {
        int row = layout.sex(sex);
        if (sex != null && row == layout.sexes.size()) {
            throw new IllegalArgumentException("no sex " + sex);
        }
        return row;
    }

    /**
     * Returns what came of an indicator.
     *
     * @param number the number of the indicator
     * @return the counts
     * @throws IllegalArgumentException if the set has no such indicator
     */
    public IndicatorCounts of(int number) {
        return layout.counts(cells, layout.place(number));
    }

    /**
     * Returns how many persons did not meet an indicator, by age, as far as the form records it; by sex it never does.
     * Where a household's answers by age are not known, or do not add up, its persons are in no group.
     *
     * @param number the number of the indicator
     * @return not met of surveyed, by age; empty if the form does not record it for this indicator
     * @throws IllegalArgumentException if the set has no such indicator
     */
    public Map<Indicator.AgeGroup, Share> notMetByAge(int number) {
        int place = layout.place(number);
        List<Indicator.AgeGroup> groups = layout.indicators.get(place).notMetByAge();
        Map<Indicator.AgeGroup, Share> shares = new LinkedHashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            int cell = layout.group(place, i);
            shares.put(groups.get(i), Share.of(cells.get(cell + 1), cells.get(cell)));
        }
        return Collections.unmodifiableMap(shares);
    }

    /**
     * One of the problems of an area: an indicator that someone does not meet.
     *
     * @param rank which place it has in the order, from 1
     * @param indicator the indicator
     * @param counts what came of it
     * @param smallBase whether fewer were surveyed than the least base, so that its share says little
     */
    public record Problem(int rank, Indicator indicator, IndicatorCounts counts, boolean smallBase) {
        /**
         * Checks that every part is there.
         *
         * @param rank which place it has in the order, from 1
         * @param indicator the indicator
         * @param counts what came of it
         * @param smallBase whether fewer were surveyed than the least base
         */
        public Problem {
            requireNonNull(indicator, "indicator");
            requireNonNull(counts, "counts");
        }
    }

    /**
     * Returns what to work on, the most urgent first.
     *
     * @param order by what rule
     * @param leastBase how many must be surveyed, in the indicator's unit, for its base not to be small; 0 if none is
     * @return the indicators that someone does not meet
     * @throws IllegalArgumentException if the least base is negative
     */
    public List<Problem> problems(WorkOrder order, long leastBase) {
        if (leastBase < 0) {
            throw new IllegalArgumentException("a base of " + leastBase);
        }
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < layout.indicators.size(); i++) {
            IndicatorCounts counts = layout.counts(cells, i);
            if (counts.households().notMet() > 0 || counts.notMet() > 0) {
                problems.add(new Problem(0, layout.indicators.get(i), counts, counts.surveyed() < leastBase));
            }
        }
        problems.sort(order.comparator(Problem::counts, Problem::smallBase)
                .thenComparingInt(problem -> problem.indicator().number()));
        return IntStream.range(0, problems.size())
                .mapToObj(i -> {
                    Problem each = problems.get(i);
                    return new Problem(i + 1, each.indicator(), each.counts(), each.smallBase());
                })
                .toList();
    }

    /** Shows how many households and persons. */
    @Override
    public String toString() {
        return "AreaIndicators[households=" + households() + ", persons=" + persons() + "]";
    }
}
