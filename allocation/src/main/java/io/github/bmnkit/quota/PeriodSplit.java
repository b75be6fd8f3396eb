package io.github.bmnkit.quota;

import io.github.bmnkit.apportionment.RowExplanation;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.round.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A plan split anew, from some period on: first the root by itself, then each family as its parent is split. The targets
 * of the whole round stay. Where neither a parent nor its children have more or less left than was planned, their split
 * stays, too.
 */
final class PeriodSplit implements Origin {
    private final QuotaPlan before;
    private final List<Period> open;
    private final int from;
    private final AreaCode[] areas;
    private final int[][] children;
    private final long[] left;
    private final long[][] byPeriod;
    private final long[] rootWeights;
    /** For each area: whether the parts of its children stay; and whether its own do. */
    private final boolean[] familyKept;

    private final boolean[] kept;

    /**
     * Takes over the arrays. The columns of closed periods are what was done, the open ones what was planned; none of
     * that is left if the periods are new.
     */
    PeriodSplit(
            QuotaPlan before,
            List<Period> periods,
            int from,
            AreaCode[] areas,
            int[] parents,
            long[] left,
            long[][] byPeriod,
            long[] rootWeights) {
        this.before = before;
        this.open = periods.subList(from, periods.size());
        this.from = from;
        this.areas = areas;
        this.children = Cascade.childrenOf(parents);
        this.left = left;
        this.byPeriod = byPeriod;
        this.rootWeights = rootWeights;
        familyKept = new boolean[areas.length];
        kept = new boolean[areas.length];
        split();
    }

    private void split() {
        kept[0] = planned(0) == left[0] && from > 0;
        if (!kept[0]) {
            root().splitInto(byPeriod, from, new int[] {0});
        }
        for (int parent = 0; parent < areas.length; parent++) {
            familyKept[parent] =
                    kept[parent] && Arrays.stream(children[parent]).allMatch(child -> planned(child) == left[child]);
            if (!familyKept[parent] && children[parent].length > 0) {
                long[][] old =
                        Arrays.stream(children[parent]).mapToObj(this::parts).toArray(long[][]::new);
                family(parent).splitInto(byPeriod, from, children[parent]);
                for (int i = 0; i < old.length; i++) {
                    kept[children[parent][i]] = from > 0 && Arrays.equals(old[i], parts(children[parent][i]));
                }
            } else {
                Arrays.stream(children[parent]).forEach(child -> kept[child] = true);
            }
        }
    }

    private long[] parts(int area) {
        return IntStream.range(from, byPeriod.length)
                .mapToLong(k -> byPeriod[k][area])
                .toArray();
    }

    private long planned(int area) {
        return Arrays.stream(parts(area)).sum();
    }

    private Family root() {
        Family root = new Family(open);
        Arrays.stream(rootWeights).forEach(root::addPart);
        root.addChild(areas[0], left[0]);
        return root;
    }

    private Family family(int parent) {
        Family family = new Family(open);
        Arrays.stream(parts(parent)).forEach(family::addPart);
        Arrays.stream(children[parent]).forEach(child -> family.addChild(areas[child], left[child]));
        return family;
    }

    @Override
    public List<PlanTie> ties() {
        List<AreaCode> order = Arrays.asList(areas);
        List<PlanTie> ties = new ArrayList<>();
        for (PlanTie tie : before.ties()) {
            if (tie.period().isEmpty() || familyKept[order.indexOf(tie.parent())]) {
                ties.add(tie);
            }
        }
        for (int parent = 0; parent < areas.length; parent++) {
            if (!familyKept[parent] && children[parent].length > 0) {
                family(parent).addTies(ties, areas[parent]);
            }
        }
        return ties;
    }

    @Override
    public QuotaExplanation explain(AreaCode area, long target, Optional<AreaCode> parentArea) {
        QuotaExplanation earlier = before.explain(area);
        int parent = parentArea.map(code -> Arrays.asList(areas).indexOf(code)).orElse(-1);
        if (parent < 0 ? kept[0] : familyKept[parent]) {
            return earlier;
        }
        Family family = parent < 0 ? root() : family(parent);
        RowExplanation row = family.split().explain(area.value());
        return new QuotaExplanation(area, target, earlier.whole().orElse(null), open, row);
    }
}
