package io.github.bmnkit.quota;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.quota.Reallocation.Reason;
import io.github.bmnkit.quota.Reallocation.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Old and new side by side: the areas whose targets changed, and why. */
final class ReallocationRows {
    private final QuotaPlan old;
    private final QuotaPlan next;
    private final AreaRegister before;
    private final AreaRegister after;
    private final Inheritance inheritance;
    private final Map<AreaCode, long[]> floors;
    private final Map<AreaCode, long[]> inherited = new HashMap<>();

    ReallocationRows(
            Reallocation.Request request, Inheritance inheritance, Map<AreaCode, long[]> floors, QuotaPlan next) {
        this.old = request.plan;
        this.before = request.before;
        this.after = request.after;
        this.inheritance = inheritance;
        this.floors = floors;
        this.next = next;
    }

    List<Row> rows() {
        List<AreaCode> areas = new ArrayList<>(next.areas());
        for (int i = areas.size() - 1; i >= 0; i--) {
            AreaCode area = areas.get(i);
            long[] own = area.level() == AreaLevel.VILLAGE
                    ? inherited.computeIfAbsent(area, inheritance::targets)
                    : inherited.computeIfAbsent(
                            area, any -> new long[next.periods().size()]);
            next.parent(area).ifPresent(parent -> {
                long[] sum = inherited.computeIfAbsent(parent, any -> new long[own.length]);
                Arrays.setAll(sum, k -> sum[k] + own[k]);
            });
        }
        old.areas().stream().filter(area -> !next.contains(area)).forEach(areas::add);
        List<Row> rows = new ArrayList<>();
        for (AreaCode area : areas) {
            long[] was = targets(old, area);
            long[] from = inherited.getOrDefault(area, new long[was.length]);
            long[] is = targets(next, area);
            List<Reason> reasons = area.level() == AreaLevel.VILLAGE
                    ? reasons(area, from, is)
                    : Arrays.equals(was, is) ? List.of() : List.of(Reason.SUM);
            boolean isHeir = inheritance.event(area) != null || reasons.contains(Reason.MOVED);
            if (isHeir || !Arrays.equals(was, is)) {
                rows.add(new Row(area, reasons, list(was), list(from), list(is)));
            }
        }
        return rows;
    }

    private static long[] targets(QuotaPlan plan, AreaCode area) {
        long[] targets = new long[plan.periods().size()];
        if (plan.contains(area)) {
            Arrays.setAll(targets, k -> plan.target(area, plan.periods().get(k)));
        }
        return targets;
    }

    private static List<Long> list(long[] figures) {
        return LongStream.of(figures).boxed().toList();
    }

    private List<Reason> reasons(AreaCode village, long[] from, long[] is) {
        List<Reason> reasons = new ArrayList<>();
        @Nullable Reason event = inheritance.event(village);
        if (event != null) {
            reasons.add(event);
        }
        if (!next.contains(village)) {
            return reasons;
        }
        AreaTree newTree = after.tree(AreaView.ADMINISTRATIVE);
        AreaTree oldTree = before.tree(AreaView.ADMINISTRATIVE);
        long registered = newTree.households(village);
        if (event == null && oldTree.contains(village)) {
            addChanges(reasons, village, Long.compare(registered, oldTree.households(village)));
        }
        long[] floor = floors.getOrDefault(village, new long[is.length]);
        long start = ScopeArea.sum(from);
        long clamped = Math.max(ScopeArea.sum(floor), Math.min(registered, start));
        long now = ScopeArea.sum(is);
        if (start > registered) {
            reasons.add(Reason.CLAMPED);
        }
        boolean held = clamped > start;
        for (int k = 0; k < is.length; k++) {
            held |= floor[k] > from[k];
        }
        if (held) {
            reasons.add(Reason.HELD);
        }
        if (now != clamped) {
            reasons.add(Reason.BALANCED);
        }
        if (now == start && !Arrays.equals(from, is)) {
            reasons.add(Reason.PERIODS);
        }
        return reasons;
    }

    private void addChanges(List<Reason> reasons, AreaCode village, int growth) {
        boolean moved = false;
        for (AreaView view : AreaView.values()) {
            moved |= !before.tree(view).parent(village).equals(after.tree(view).parent(village));
        }
        if (moved) {
            reasons.add(Reason.MOVED);
        }
        if (growth != 0) {
            reasons.add(growth > 0 ? Reason.GREW : Reason.SHRANK);
        }
    }
}
