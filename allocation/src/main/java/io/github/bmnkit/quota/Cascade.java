package io.github.bmnkit.quota;

import io.github.bmnkit.apportionment.Apportionment;
import io.github.bmnkit.apportionment.ApportionmentProblem;
import io.github.bmnkit.apportionment.Draw;
import io.github.bmnkit.apportionment.Explanation;
import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.apportionment.Unit;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One cascade: bounds are summed up from the villages first, so that what fits at the top fits everywhere below; then
 * targets go down, first for the whole round and then, within each area's target, period by period.
 */
final class Cascade implements Origin {
    private final QuotaPlan imposed;
    private final AreaTree tree;
    private final CascadeRules rules;
    private final List<Period> periods;
    private final List<Finding> findings = new ArrayList<>();

    // Of all areas from the root down, in the order of the tree: parents before children.
    private final AreaCode[] areas;
    private final int[] parents;
    private final int[][] children;
    private final long[] households;
    private final long[] floors;
    private final long[][] byPeriod;
    private final long[] totals;

    Cascade(QuotaPlan imposed, AreaCode root, AreaTree tree, CascadeRules rules) {
        this.imposed = imposed;
        this.tree = tree;
        this.rules = rules;
        periods = imposed.periods();
        int[] kept = positionsFrom(root);
        if (kept.length == 0) {
            findings.add(missing(root));
        }
        areas = new AreaCode[kept.length];
        parents = new int[kept.length];
        households = new long[kept.length];
        int[] indexes = new int[tree.size()];
        for (int i = 0; i < kept.length; i++) {
            indexes[kept[i]] = i;
            areas[i] = tree.area(kept[i]);
            parents[i] = i == 0 ? -1 : indexes[tree.parentPosition(kept[i])];
            households[i] = areas[i].level() == AreaLevel.VILLAGE ? tree.householdsAt(kept[i]) : 0;
        }
        children = childrenOf(parents);
        floors = new long[areas.length];
        byPeriod = new long[periods.size()][areas.length];
        totals = new long[areas.length];
        for (int i = areas.length - 1; i >= 0; i--) {
            if (areas[i].level() == AreaLevel.VILLAGE) {
                floors[i] = Math.min(rules.minimumPerVillage(), households[i]);
            }
            if (i > 0) {
                households[parents[i]] += households[i];
                floors[parents[i]] += floors[i];
            }
        }
    }

    /** The positions of the root and all areas below it that have their place in the plan. */
    private int[] positionsFrom(AreaCode root) {
        boolean[] kept = new boolean[tree.size()];
        int first = tree.contains(root) ? tree.position(root) : tree.size();
        for (int position = first; position < kept.length; position++) {
            int parent = tree.parentPosition(position);
            kept[position] = position == first
                    || (parent >= first && kept[parent] && hasPlace(tree.area(position), tree.area(parent)));
        }
        return IntStream.range(first, kept.length).filter(i -> kept[i]).toArray();
    }

    /** An area without a target beside others that have one, as Bangkok, is left out. */
    private boolean hasPlace(AreaCode area, AreaCode parent) {
        boolean left = imposed.contains(parent)
                && !imposed.contains(area)
                && tree.children(parent).stream().anyMatch(imposed::contains);
        if (left) {
            findings.add(Finding.of(QuotaFinding.NO_TARGET)
                    .at(Place.area(area.value()))
                    .with("level", area.level().text())
                    .with("area", area.value()));
        }
        return !left;
    }

    private static int[][] childrenOf(int[] parents) {
        int[] counts = new int[parents.length];
        for (int i = 1; i < parents.length; i++) {
            counts[parents[i]]++;
        }
        int[][] children = new int[parents.length][];
        Arrays.setAll(children, i -> new int[counts[i]]);
        for (int i = parents.length - 1; i > 0; i--) {
            children[parents[i]][--counts[parents[i]]] = i;
        }
        return children;
    }

    Reading<QuotaPlan> plan() {
        if (isPossible()) {
            takeImposed();
        }
        for (int i = 0; i < areas.length && isPossible(); i++) {
            if (children[i].length > 0 && !imposed.contains(areas[children[i][0]])) {
                shareOut(i);
            }
        }
        return isPossible()
                ? Reading.of(new QuotaPlan(periods, areas, parents, byPeriod, this), findings)
                : Reading.nothing(findings);
    }

    private boolean isPossible() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** Takes the targets that are already decided, and asks of each whether it can be met. */
    private void takeImposed() {
        for (int i = 0; i < areas.length; i++) {
            AreaCode area = areas[i];
            if (!imposed.contains(area)) {
                continue;
            }
            for (int k = 0; k < byPeriod.length; k++) {
                byPeriod[k][i] = imposed.target(area, periods.get(k));
            }
            totals[i] = imposed.target(area);
            if (totals[i] > households[i]) {
                findings.add(Finding.of(QuotaFinding.ABOVE_REGISTERED)
                        .at(Place.area(area.value()))
                        .with("area", area.value())
                        .with("target", totals[i])
                        .with("registered", households[i])
                        .with("deficit", totals[i] - households[i]));
            }
            if (totals[i] < floors[i]) {
                findings.add(Finding.of(QuotaFinding.BELOW_MINIMUM)
                        .at(Place.area(area.value()))
                        .with("area", area.value())
                        .with("target", totals[i])
                        .with("minimum", floors[i])
                        .with("deficit", floors[i] - totals[i]));
            }
        }
        imposed.areas().stream().filter(area -> isBelow(area, areas[0])).forEach(this::mustHaveItsPlace);
    }

    /** Whoever has an imposed target must have the same parent in the register, or parts would not make wholes. */
    private void mustHaveItsPlace(AreaCode area) {
        if (!tree.levels().contains(area.level())) {
            return; // a register without inspection regions
        }
        if (!tree.contains(area)) {
            findings.add(missing(area));
            return;
        }
        Optional<AreaCode> decided = imposed.parent(area);
        Optional<AreaCode> registered = tree.parent(area);
        if (decided.isPresent()
                && registered.isPresent()
                && decided.get().level() == registered.get().level()
                && !decided.equals(registered)) {
            findings.add(Finding.of(QuotaFinding.OTHER_PARENT)
                    .at(Place.area(area.value()))
                    .with("level", area.level().text())
                    .with("area", area.value())
                    .with("decided", decided.get().value())
                    .with("registered", registered.get().value()));
        }
    }

    private boolean isBelow(AreaCode area, AreaCode root) {
        Optional<AreaCode> above = imposed.parent(area);
        while (above.isPresent() && !above.get().equals(root)) {
            above = imposed.parent(above.get());
        }
        return above.isPresent();
    }

    private static Finding missing(AreaCode area) {
        return Finding.of(QuotaFinding.AREA_MISSING)
                .at(Place.area(area.value()))
                .with("level", area.level().text())
                .with("area", area.value());
    }

    private void shareOut(int parent) {
        Apportionment whole = wholeProblem(parent).solve();
        if (whole.shares().isEmpty()) {
            // Bounds fit at the top, so they fit here; only a draw can be refused.
            whole.reasons()
                    .forEach(reason -> findings.add(Finding.of(QuotaFinding.DRAW_REFUSED)
                            .at(Place.area(areas[parent].value()))
                            .with("area", areas[parent].value())
                            .with("reason", Text.of(reason.message(Text.THAI), reason.message(Locale.ROOT)))));
            return;
        }
        put(totals, parent, whole);
        for (int k = 0; k < periods.size() - 1; k++) {
            put(byPeriod[k], parent, periodProblem(parent, k).solve());
        }
        int last = periods.size() - 1;
        for (int child : children[parent]) {
            byPeriod[last][child] = remaining(child, last);
        }
    }

    private void put(long[] column, int parent, Apportionment solved) {
        int[] next = {0};
        solved.shares().orElseThrow().stream().forEach(share -> column[children[parent][next[0]++]] = share);
    }

    /** The parent's whole target, by registered households, between floors and registered households. */
    private ApportionmentProblem wholeProblem(int parent) {
        List<Unit> units = new ArrayList<>(children[parent].length);
        for (int child : children[parent]) {
            units.add(new Unit(areas[child].value(), households[child], floors[child], households[child]));
        }
        ApportionmentProblem problem = ApportionmentProblem.of(rules.method(), totals[parent], units);
        Draw draw = rules.draws().get(areas[parent]);
        return draw == null ? problem : problem.withDraw(draw);
    }

    /** The parent's target for a period, by what each child's target has left for this and the later periods. */
    private ApportionmentProblem periodProblem(int parent, int k) {
        List<Unit> units = new ArrayList<>(children[parent].length);
        for (int child : children[parent]) {
            long left = remaining(child, k);
            units.add(new Unit(areas[child].value(), left, 0, left));
        }
        return ApportionmentProblem.of(Method.LARGEST_REMAINDER, byPeriod[k][parent], units);
    }

    private long remaining(int area, int from) {
        long left = totals[area];
        for (int k = 0; k < from; k++) {
            left -= byPeriod[k][area];
        }
        return left;
    }

    @Override
    public List<PlanTie> ties() {
        List<PlanTie> ties = new ArrayList<>();
        for (int parent = 0; parent < areas.length; parent++) {
            if (children[parent].length == 0 || imposed.contains(areas[children[parent][0]])) {
                continue;
            }
            addTie(ties, parent, null, wholeProblem(parent));
            for (int k = 0; k < periods.size() - 1; k++) {
                addTie(ties, parent, periods.get(k), periodProblem(parent, k));
            }
        }
        return ties;
    }

    private void addTie(List<PlanTie> ties, int parent, @Nullable Period period, ApportionmentProblem problem) {
        problem.solve()
                .shares()
                .flatMap(Apportionment.Shares::tie)
                .ifPresent(tie -> ties.add(new PlanTie(areas[parent], period, tie)));
    }

    /** Solves the parent's problems again: a plan keeps its targets, not the way to them. */
    @Override
    public QuotaExplanation explain(AreaCode area, long target, Optional<AreaCode> parentArea) {
        if (imposed.contains(area) || parentArea.isEmpty()) {
            return new QuotaExplanation(area, target, null, Map.of());
        }
        int parent = Arrays.asList(areas).indexOf(parentArea.get());
        Map<Period, Explanation> byPeriods = new LinkedHashMap<>();
        for (int k = 0; k < periods.size() - 1; k++) {
            byPeriods.put(periods.get(k), explain(periodProblem(parent, k), area));
        }
        return new QuotaExplanation(area, target, explain(wholeProblem(parent), area), byPeriods);
    }

    private static Explanation explain(ApportionmentProblem problem, AreaCode area) {
        return problem.solve().shares().orElseThrow().explain(area.value());
    }
}
