package io.github.bmnkit.indicator;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.VillageCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What came of the indicators in every area of one view of the register: every village belongs to one area of each level, so
 * each household is counted once at each level, and both views have the same totals. Villages that the register does not
 * have are listed, and counted nowhere.
 */
public final class IndicatorTable {
    private final IndicatorAggregate aggregate;
    private final @Nullable CertifiedIndicators certified;
    private final AreaTree tree;
    private final Cells[] sums;
    private final SortedSet<VillageCode> outside = new TreeSet<>();

    private IndicatorTable(IndicatorAggregate aggregate, @Nullable CertifiedIndicators certified, AreaTree tree) {
        this.aggregate = aggregate;
        this.certified = certified;
        this.tree = tree;
        // Villages come last in the tree, and have their numbers in the aggregate.
        int villages = tree.areas(AreaLevel.VILLAGE).size();
        sums = new Cells[tree.size() - villages];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new Cells(aggregate.layout().size);
        }
        for (Map.Entry<VillageCode, VillageCells> each : aggregate.cells().entrySet()) {
            if (tree.contains(each.getKey())) {
                int parent = tree.parentPosition(tree.position(each.getKey()));
                sums[parent].addAll(each.getValue().cells());
            } else {
                outside.add(each.getKey());
            }
        }
        for (int i = sums.length - 1; i > 0; i--) {
            sums[tree.parentPosition(i)].addAll(sums[i]);
        }
    }

    /**
     * Returns the table of an aggregate. Nothing says whether its data are certified.
     *
     * @param aggregate what came of the villages
     * @param tree one view of the register
     * @return the table
     */
    public static IndicatorTable of(IndicatorAggregate aggregate, AreaTree tree) {
        return new IndicatorTable(requireNonNull(aggregate, "aggregate"), null, requireNonNull(tree, "tree"));
    }

    /**
     * Returns the table of what is certified, and nothing else.
     *
     * @param certified what came of the villages that count
     * @param tree one view of the register
     * @return the table
     */
    public static IndicatorTable of(CertifiedIndicators certified, AreaTree tree) {
        return new IndicatorTable(certified.aggregate(), certified, requireNonNull(tree, "tree"));
    }

    /**
     * Returns what the table was made from.
     *
     * @return the aggregate
     */
    public IndicatorAggregate aggregate() {
        return aggregate;
    }

    /**
     * Returns how it is known that the data are certified.
     *
     * @return what counted and what did not; empty if nobody looked at certificates
     */
    public Optional<CertifiedIndicators> certified() {
        return Optional.ofNullable(certified);
    }

    /**
     * Returns the view.
     *
     * @return the tree of areas
     */
    public AreaTree tree() {
        return tree;
    }

    /**
     * Returns the villages with households that the register does not have, so that no area counts them.
     *
     * @return their codes, sorted
     */
    public SortedSet<VillageCode> outside() {
        return Collections.unmodifiableSortedSet(outside);
    }

    /**
     * Returns what came of an area.
     *
     * @param area an area of the tree
     * @return its numbers; zeros if no household of it was counted
     * @throws IllegalArgumentException if the area is not in the tree
     */
    public AreaIndicators of(AreaCode area) {
        int position = tree.position(area);
        return area instanceof VillageCode village
                ? aggregate.of(village)
                : new AreaIndicators(aggregate.layout(), sums[position]);
    }

    /**
     * Returns all areas of a level that lie in an area.
     *
     * @param within an area of the tree
     * @param level a level beneath it
     * @return the areas, by code; empty if the tree does not have the level, or it is not beneath
     * @throws IllegalArgumentException if the area is not in the tree
     */
    public List<AreaCode> areas(AreaCode within, AreaLevel level) {
        List<AreaCode> found = List.of(within);
        tree.position(within);
        while (!found.isEmpty() && found.get(0).level() != level) {
            List<AreaCode> next = new ArrayList<>();
            found.forEach(each -> next.addAll(tree.children(each)));
            found = next;
        }
        return found.stream().sorted().toList();
    }

    /**
     * One of the areas that do worst in an indicator.
     *
     * @param rank which place it has in the order, from 1
     * @param area the area
     * @param counts what came of the indicator there
     * @param smallBase whether fewer were surveyed than the least base, so that its share says little
     */
    public record WorstArea(int rank, AreaCode area, IndicatorCounts counts, boolean smallBase) {
        /**
         * Checks that every part is there.
         *
         * @param rank which place it has in the order, from 1
         * @param area the area
         * @param counts what came of the indicator there
         * @param smallBase whether fewer were surveyed than the least base
         */
        public WorstArea {
            requireNonNull(area, "area");
            requireNonNull(counts, "counts");
        }
    }

    /**
     * Returns where an indicator is worst.
     *
     * @param number the number of the indicator
     * @param within an area of the tree
     * @param level the level of the areas to compare, beneath it
     * @param order by what rule
     * @param leastBase how many must be surveyed, in the indicator's unit, for a base not to be small; 0 if none is
     * @return the areas in which someone does not meet it, the worst first; equal ones by code
     * @throws IllegalArgumentException if there is no such indicator or area, or the least base is negative
     */
    public List<WorstArea> worst(int number, AreaCode within, AreaLevel level, WorkOrder order, long leastBase) {
        if (leastBase < 0) {
            throw new IllegalArgumentException("a base of " + leastBase);
        }
        List<WorstArea> worst = areas(within, level).stream()
                .map(area -> {
                    IndicatorCounts counts = of(area).of(number);
                    return new WorstArea(0, area, counts, counts.surveyed() < leastBase);
                })
                .filter(each -> each.counts().households().notMet() > 0)
                .sorted(order.comparator(WorstArea::counts, WorstArea::smallBase)
                        .thenComparing(WorstArea::area))
                .toList();
        return IntStream.range(0, worst.size())
                .mapToObj(i -> {
                    WorstArea each = worst.get(i);
                    return new WorstArea(i + 1, each.area(), each.counts(), each.smallBase());
                })
                .toList();
    }

    /** Shows aggregate and view. */
    @Override
    public String toString() {
        return "IndicatorTable[" + aggregate + ", " + tree.view() + "]";
    }
}
