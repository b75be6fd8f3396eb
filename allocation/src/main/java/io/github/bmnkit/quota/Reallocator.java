package io.github.bmnkit.quota;

import io.github.bmnkit.apportionment.Explanation;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.LocalAuthorityPart;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.quota.Reallocation.Scope;
import io.github.bmnkit.round.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One re-allocation: what stands against it, and else each area of the scope by itself. */
final class Reallocator {
    private final Reallocation.Request request;
    private final QuotaPlan plan;
    private final List<Period> periods;
    private final AreaTree oldTree;
    private final AreaTree newTree;
    /** Positions in the new tree. */
    private final int[] places;

    private final Inheritance inheritance;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<AreaCode, long[]> floors = new HashMap<>();

    Reallocator(Reallocation.Request request) {
        this.request = request;
        plan = request.plan;
        periods = plan.periods();
        oldTree = request.before.tree(AreaView.ADMINISTRATIVE);
        newTree = request.after.tree(AreaView.ADMINISTRATIVE);
        places = Inheritance.places(plan, newTree);
        mustBeThePlansRegister();
        inheritance = new Inheritance(request, places);
        findings.addAll(inheritance.findings());
        if (findings.isEmpty()) {
            takeFloors();
        }
    }

    Reading<Reallocation> within(Scope scope) {
        if (!findings.isEmpty()) {
            return Reading.nothing(findings);
        }
        SortedMap<AreaCode, ScopeArea> areas = areas(scope);
        List<Finding> obstacles = obstacles(areas.values());
        if (!obstacles.isEmpty()) {
            obstacles.add(advice(scope));
            return Reading.nothing(obstacles);
        }
        areas.values().forEach(ScopeArea::balance);
        Map<AreaCode, ScopeArea> byVillage = new HashMap<>();
        areas.values().forEach(area -> area.villages().forEach(village -> byVillage.put(village, area)));
        Changed changed = new Changed(byVillage);
        QuotaPlan next = plan(byVillage, changed);
        List<Reallocation.Row> rows = new ReallocationRows(request, inheritance, floors, next).rows();
        rows.forEach(row -> changed.rows.put(row.area(), row));
        long moved = areas.values().stream().mapToLong(ScopeArea::moved).sum();
        return Reading.of(new Reallocation(plan, next, scope, rows, moved));
    }

    /** Why the areas of the new plan have their targets. */
    private static final class Changed implements Origin {
        private final Map<AreaCode, ScopeArea> byVillage;
        private final Map<AreaCode, Reallocation.Row> rows = new HashMap<>();

        Changed(Map<AreaCode, ScopeArea> byVillage) {
            this.byVillage = byVillage;
        }

        @Override
        public List<PlanTie> ties() {
            List<PlanTie> ties = new ArrayList<>();
            new LinkedHashSet<>(byVillage.values()).forEach(area -> area.tie().ifPresent(ties::add));
            return ties;
        }

        @Override
        public QuotaExplanation explain(AreaCode area, long target, Optional<AreaCode> parent) {
            Reallocation.@Nullable Row row = rows.get(area);
            @Nullable ScopeArea scope = byVillage.get(area);
            Text change = row == null
                    ? Text.of(
                            "เป้าหมายของ " + area + " คงเดิม " + target + " ครัวเรือน",
                            "The target of " + area + " is still " + target)
                    : Text.of(
                            "เป้าหมายของ " + area + " เปลี่ยนจาก " + (target - row.difference()) + " เป็น " + target
                                    + ": " + row.text().th(),
                            "The target of " + area + " was " + (target - row.difference()) + " and is " + target + ": "
                                    + row.text().en());
            Optional<Explanation> whole = scope == null ? Optional.empty() : scope.explain(area);
            return new QuotaExplanation(area, target, change, whole.orElse(null));
        }
    }

    /** The plan's areas have the same parents in the old register, or its targets could not be found by area. */
    private void mustBeThePlansRegister() {
        for (AreaCode area : plan.areas()) {
            if (!oldTree.levels().contains(area.level())) {
                continue; // a register without inspection regions
            }
            Optional<AreaCode> parent = plan.parent(area);
            if (!oldTree.contains(area)) {
                findings.add(Finding.of(QuotaFinding.AREA_MISSING)
                        .at(Place.area(area.value()))
                        .with("level", area.level().text())
                        .with("area", area.value()));
            } else if (parent.isPresent()
                    && oldTree.levels().contains(parent.get().level())) {
                otherParent(area, parent.get(), oldTree.parent(area).orElseThrow())
                        .ifPresent(findings::add);
            }
        }
    }

    private static Optional<Finding> otherParent(AreaCode area, AreaCode decided, AreaCode registered) {
        return decided.equals(registered)
                ? Optional.empty()
                : Optional.of(Finding.of(QuotaFinding.OTHER_PARENT)
                        .at(Place.area(area.value()))
                        .with("level", area.level().text())
                        .with("area", area.value())
                        .with("decided", decided.value())
                        .with("registered", registered.value()));
    }

    /** What was done in closed periods; no target may fall below it. */
    private void takeFloors() {
        for (Map.Entry<VillageCode, long[]> entry : new TreeMap<>(request.done).entrySet()) {
            AreaCode village = inheritance.heir(entry.getKey());
            long[] closed = new long[periods.size()];
            Arrays.setAll(closed, k -> request.closed.contains(periods.get(k)) ? entry.getValue()[k] : 0);
            long sum = Arrays.stream(closed).sum();
            if (sum > 0 && !isPlaced(village)) {
                findings.add(Finding.of(TargetFinding.DONE_WITHOUT_VILLAGE)
                        .at(Place.area(village.value()))
                        .with("area", village.value())
                        .with("done", sum));
            } else if (sum > 0) {
                long[] floor = floors.computeIfAbsent(village, any -> new long[closed.length]);
                Arrays.setAll(floor, k -> floor[k] + closed[k]);
            }
        }
    }

    private boolean isPlaced(AreaCode village) {
        return newTree.contains(village) && Arrays.binarySearch(places, newTree.position(village)) >= 0;
    }

    /** The areas of the scope in both registers, each with the target that it keeps and the villages that it has now. */
    private SortedMap<AreaCode, ScopeArea> areas(Scope scope) {
        SortedMap<AreaCode, ScopeArea> areas = new TreeMap<>();
        AreaTree before = request.before.tree(scope.view());
        AreaTree after = request.after.tree(scope.view());
        for (AreaCode village : plan.areas(AreaLevel.VILLAGE)) {
            ScopeArea area = areas.computeIfAbsent(above(before, village, scope.level()), this::scopeArea);
            area.takeTarget(village, plan);
        }
        for (int place : places) {
            AreaCode village = newTree.area(place);
            if (village.level() == AreaLevel.VILLAGE) {
                areas.computeIfAbsent(above(after, village, scope.level()), this::scopeArea)
                        .add(
                                village,
                                newTree.householdsAt(place),
                                inheritance.targets(village),
                                floors.getOrDefault(village, new long[periods.size()]));
            }
        }
        return areas;
    }

    private ScopeArea scopeArea(AreaCode area) {
        return new ScopeArea(area, periods, request.method);
    }

    private static AreaCode above(AreaTree tree, AreaCode village, AreaLevel level) {
        int position = tree.position(village);
        while (tree.area(position).level() != level) {
            position = tree.parentPosition(position);
        }
        return tree.area(position);
    }

    private List<Finding> obstacles(Collection<ScopeArea> areas) {
        List<Finding> obstacles = new ArrayList<>();
        for (ScopeArea area : areas) {
            obstacles.addAll(area.obstacles(request.closed, this::changedVillages));
            otherAncestor(area.code()).ifPresent(obstacles::add);
        }
        return obstacles;
    }

    /** An area that keeps its target but went to another parent would change the targets above it. */
    private Optional<Finding> otherAncestor(AreaCode area) {
        AreaCode at = area instanceof LocalAuthorityPart part ? part.district() : area;
        while (!at.equals(plan.root()) && oldTree.contains(at) && newTree.contains(at)) {
            AreaCode decided = oldTree.parent(at).orElseThrow();
            AreaCode registered = newTree.parent(at).orElseThrow();
            if (decided.level() == registered.level() && !decided.equals(registered)) {
                return otherParent(at, decided, registered);
            }
            at = decided;
        }
        return Optional.empty();
    }

    /** The villages of a scope's area that are gone or have fewer households: who makes the room too small. */
    private List<AreaCode> changedVillages(ScopeArea area) {
        List<AreaCode> changed = new ArrayList<>();
        for (AreaCode village : area.oldVillages()) {
            if (!isPlaced(village) || newTree.households(village) < oldTree.households(village)) {
                changed.add(village);
            }
        }
        return changed;
    }

    private Finding advice(Scope tooNarrow) {
        for (Scope scope : Scope.values()) {
            if (scope.compareTo(tooNarrow) > 0
                    && scope.isWithin(plan)
                    && obstacles(areas(scope).values()).isEmpty()) {
                return Finding.of(TargetFinding.WIDER_SCOPE)
                        .with("scope", scope.text())
                        .with("name", scope.name());
            }
        }
        return Finding.of(TargetFinding.NO_SCOPE);
    }

    private QuotaPlan plan(Map<AreaCode, ScopeArea> byVillage, Origin origin) {
        AreaCode[] areas = new AreaCode[places.length];
        int[] parents = new int[places.length];
        long[][] targets = new long[periods.size()][places.length];
        for (int i = 0; i < places.length; i++) {
            areas[i] = newTree.area(places[i]);
            parents[i] = i == 0 ? -1 : Arrays.binarySearch(places, newTree.parentPosition(places[i]));
            @Nullable ScopeArea area = byVillage.get(areas[i]);
            if (area != null) {
                long[] values = area.targets(areas[i]);
                for (int k = 0; k < values.length; k++) {
                    targets[k][i] = values[k];
                }
            }
        }
        for (int i = places.length - 1; i > 0; i--) {
            for (long[] column : targets) {
                column[parents[i]] += column[i];
            }
        }
        return new QuotaPlan(periods, areas, parents, targets, origin);
    }
}
