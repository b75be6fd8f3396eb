package io.github.bmnkit.quota;

import io.github.bmnkit.apportionment.ApportionmentProblem;
import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.apportionment.Unit;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.quota.Reallocation.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What each village of the new register starts from: its own target, a share of a divided village's, or a sum. */
final class Inheritance {
    private static final Text OLD = Text.of("เดิม", "old");
    private static final Text NEW = Text.of("ใหม่", "new");

    private final QuotaPlan plan;
    private final AreaTree before;
    private final AreaTree after;
    private final Method method;
    private final Set<AreaCode> kept = new HashSet<>();
    private final Map<AreaCode, long[]> targets = new HashMap<>();
    private final Map<AreaCode, Reason> events = new HashMap<>();
    private final Map<AreaCode, AreaCode> heirs = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Takes the areas of the new register that have their place below the plan's root. */
    Inheritance(Reallocation.Request request, int[] places) {
        plan = request.plan;
        before = request.before.tree(AreaView.ADMINISTRATIVE);
        after = request.after.tree(AreaView.ADMINISTRATIVE);
        method = request.method;
        Arrays.stream(places).mapToObj(after::area).forEach(kept::add);
        Set<AreaCode> seen = new HashSet<>();
        // Sorted, so that what is found does not depend on the order in which the changes were told.
        List<VillageChange> changes = request.changes.stream()
                .sorted((a, b) ->
                        compare(a.from(), b.from()) != 0 ? compare(a.from(), b.from()) : compare(a.into(), b.into()))
                .toList();
        changes.forEach(change -> check(change, seen));
        if (findings.isEmpty()) {
            changes.forEach(this::inherit);
            takeTheRest();
        }
    }

    private static int compare(List<VillageCode> a, List<VillageCode> b) {
        int[] numbers = a.stream().mapToInt(VillageCode::number).toArray();
        return Arrays.compare(numbers, b.stream().mapToInt(VillageCode::number).toArray());
    }

    /** The positions of the plan's root and of all areas below it that have their place in the plan. */
    static int[] places(QuotaPlan plan, AreaTree tree) {
        boolean[] kept = new boolean[tree.size()];
        int first = tree.contains(plan.root()) ? tree.position(plan.root()) : tree.size();
        for (int position = first; position < kept.length; position++) {
            int parent = tree.parentPosition(position);
            AreaCode area = tree.area(position);
            kept[position] = position == first
                    || (parent >= first && kept[parent] && (area.level() != AreaLevel.PROVINCE || plan.contains(area)));
        }
        return IntStream.range(first, kept.length).filter(i -> kept[i]).toArray();
    }

    private void check(VillageChange change, Set<AreaCode> seen) {
        Set<VillageCode> all = new TreeSet<>(change.from());
        all.addAll(change.into());
        for (VillageCode village : all) {
            if (!seen.add(village)) {
                findings.add(about(TargetFinding.CHANGE_TWICE, village));
            }
        }
        for (VillageCode village : change.from()) {
            if (!plan.contains(village)) {
                findings.add(
                        about(TargetFinding.CHANGE_VILLAGE_MISSING, village).with("register", OLD));
            }
            if (!change.into().contains(village) && after.contains(village)) {
                findings.add(about(TargetFinding.CHANGE_STILL_REGISTERED, village));
            }
        }
        for (VillageCode village : change.into()) {
            if (!kept.contains(village)) {
                findings.add(
                        about(TargetFinding.CHANGE_VILLAGE_MISSING, village).with("register", NEW));
            }
            if (change instanceof VillageChange.Split split
                    && !village.equals(split.village())
                    && before.contains(village)) {
                findings.add(about(TargetFinding.CHANGE_PART_EXISTED, village)
                        .with("from", split.village().value()));
            }
        }
    }

    private static Finding about(TargetFinding code, VillageCode village) {
        return Finding.of(code).at(Place.area(village.value())).with("area", village.value());
    }

    private void inherit(VillageChange change) {
        if (change instanceof VillageChange.Split split) {
            events.put(split.village(), Reason.SPLIT);
            divide(own(split.village()), split.into());
        } else {
            VillageCode heir = change.into().get(0);
            // A village that takes others in keeps its own target, too, whether or not the change names it.
            long[] sum = change.from().contains(heir) ? new long[plan.periods().size()] : own(heir);
            for (VillageCode village : change.from()) {
                events.put(village, Reason.MERGED);
                heirs.put(village, heir);
                long[] more = own(village);
                Arrays.setAll(sum, k -> sum[k] + more[k]);
            }
            targets.put(heir, sum);
            events.put(heir, Reason.MERGED);
        }
    }

    private long[] own(AreaCode village) {
        return plan.contains(village)
                ? plan.periods().stream()
                        .mapToLong(period -> plan.target(village, period))
                        .toArray()
                : new long[plan.periods().size()];
    }

    /** Divides a target by registered households, first for the whole round, then period by period what is left of it. */
    private void divide(long[] whole, List<VillageCode> parts) {
        long[][] shares = new long[parts.size()][whole.length];
        long[] left = share(method, LongStream.of(whole).sum(), parts, households(parts));
        for (int k = 0; k < whole.length; k++) {
            long[] now = k == whole.length - 1 ? left.clone() : share(Method.LARGEST_REMAINDER, whole[k], parts, left);
            for (int i = 0; i < now.length; i++) {
                shares[i][k] = now[i];
                left[i] -= now[i];
            }
        }
        for (int i = 0; i < shares.length; i++) {
            targets.put(parts.get(i), shares[i]);
            events.put(parts.get(i), Reason.SPLIT);
        }
    }

    private long[] households(List<VillageCode> parts) {
        return parts.stream().mapToLong(after::households).toArray();
    }

    /** Shares of a number, none above its weight if they fit so. */
    private static long[] share(Method method, long total, List<VillageCode> parts, long[] weights) {
        long sum = LongStream.of(weights).sum();
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            Unit unit = Unit.of(parts.get(i).value(), sum == 0 ? 1 : weights[i]);
            units.add(total <= sum ? unit.withCap(weights[i]) : unit);
        }
        return ApportionmentProblem.of(method, total, units).solve().shares().orElseThrow().stream()
                .toArray();
    }

    private void takeTheRest() {
        for (AreaCode village : kept) {
            if (village.level() == AreaLevel.VILLAGE && !targets.containsKey(village)) {
                targets.put(village, own(village));
                if (!plan.contains(village)) {
                    events.put(village, Reason.OPENED);
                }
            }
        }
        for (AreaCode village : plan.areas(AreaLevel.VILLAGE)) {
            if (!kept.contains(village)) {
                events.putIfAbsent(village, after.contains(village) ? Reason.MOVED : Reason.CLOSED);
            }
        }
    }

    /** What is wrong with the changes; if there is anything, nothing is inherited. */
    List<Finding> findings() {
        return findings;
    }

    /** The targets that a village of the new register starts from, by period. */
    long[] targets(AreaCode village) {
        return targets.getOrDefault(village, new long[plan.periods().size()]);
    }

    /** What happened to a village of the old or new register; null if nothing that changes what it inherits. */
    @Nullable
    Reason event(AreaCode village) {
        return events.get(village);
    }

    /** Where the work of a village counts now: with the village that took it in, or with itself. */
    AreaCode heir(AreaCode village) {
        return heirs.getOrDefault(village, village);
    }
}
