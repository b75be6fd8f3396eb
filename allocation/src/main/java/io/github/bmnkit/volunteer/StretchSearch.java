package io.github.bmnkit.volunteer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the route into as few stretches as can be, each for one volunteer, such that the loads are as even as the flow says
 * they can be. The method is iterative deepening on the number of stretches, with a memory of what failed. The problem is
 * NP-hard in general (villages that are already cut into parts make it bin packing), so the steps are limited; with four
 * volunteers and few restrictions some dozens are enough.
 */
final class StretchSearch {
    /** A search ends after so many steps: a fraction of a second. */
    static final int MAX_STEPS = 200_000;

    /** More stretches than this are not searched for: the search would go too deep. */
    private static final int MAX_STRETCHES = 400;

    private final Eligibility eligibility;
    private final int stops;
    private final int[] least;
    private final int[] most;
    private final long squares;
    /** How far each volunteer can go on from each stop. */
    private final int[][] reach;
    /** How many stops from each one on each volunteer may visit. */
    private final int[][] open;
    /** How many stops from each one on nobody but this volunteer may visit. */
    private final int[][] bound;
    /** How many stretches the route needs at least from each stop on, were there no loads. */
    private final int[] cover;

    private final int[] loads;
    private final List<int[]> stretches = new ArrayList<>();
    private final Map<Long, Integer> failed = new HashMap<>();
    private final boolean remembers;
    private int steps;

    StretchSearch(VisitFlow flow) {
        eligibility = flow.eligibility;
        stops = eligibility.stops();
        int volunteers = flow.loads.length;
        loads = new int[volunteers];
        least = flow.loads.clone();
        most = flow.loads.clone();
        bounds(flow);
        squares = squares(flow.loads);
        reach = new int[volunteers][stops + 1];
        open = new int[volunteers][stops + 1];
        bound = new int[volunteers][stops + 1];
        cover = new int[stops + 1];
        for (int i = stops - 1; i >= 0; i--) {
            BitSet may = eligibility.kinds.get(eligibility.kindOf[i]);
            int farthest = 0;
            for (int v = 0; v < volunteers; v++) {
                int one = may.get(v) ? 1 : 0;
                reach[v][i] = one * (1 + reach[v][i + 1]);
                open[v][i] = open[v][i + 1] + one;
                bound[v][i] = bound[v][i + 1] + (may.cardinality() == 1 ? one : 0);
                farthest = Math.max(farthest, reach[v][i]);
            }
            cover[i] = 1 + cover[i + farthest];
        }
        long states = volunteers + 1L;
        for (int v = 0; v < volunteers && states > 0; v++) {
            states = states > Long.MAX_VALUE / (most[v] + 1L) ? 0 : states * (most[v] + 1L);
        }
        remembers = states > 0;
    }

    /**
     * Between which loads a volunteer's may lie when all are as even as can be: two such results differ by one at most, and
     * one more is possible if one more is what another has, and a household can get here from there.
     */
    private void bounds(VisitFlow flow) {
        for (int u = 0; u < loads.length; u++) {
            BitSet start = new BitSet();
            start.set(u);
            BitSet reached = flow.reachable(start);
            for (int v = reached.nextSetBit(0); v >= 0; v = reached.nextSetBit(v + 1)) {
                if (flow.loads[u] == flow.loads[v] + 1 && flow.loads[v] < eligibility.capacities[v]) {
                    least[u] = flow.loads[u] - 1;
                    most[v] = flow.loads[v] + 1;
                }
            }
        }
    }

    private static long squares(int[] loads) {
        return Arrays.stream(loads).mapToLong(load -> (long) load * load).sum();
    }

    /** Returns who visits each stop, or null if the search ended without an answer. */
    int @Nullable [] find() {
        int busy = (int) Arrays.stream(least).filter(load -> load > 0).count();
        for (int budget = Math.max(busy, cover[0]); budget <= MAX_STRETCHES && steps < MAX_STEPS; budget++) {
            if (goesOn(0, Eligibility.NOBODY, budget)) {
                return result();
            }
        }
        return null;
    }

    /** Returns how many steps the search took. */
    int steps() {
        return steps;
    }

    private int[] result() {
        int[] assigned = new int[stops];
        int start = 0;
        for (int[] stretch : stretches) {
            Arrays.fill(assigned, start, start + stretch[1], stretch[0]);
            start += stretch[1];
        }
        return assigned;
    }

    private boolean goesOn(int stop, int last, int budget) {
        if (stop == stops) {
            return squares(loads) == squares;
        }
        if (steps >= MAX_STEPS || !canGoOn(stop, budget)) {
            return false;
        }
        long state = remembers ? state(last) : 0;
        if (remembers && failed.getOrDefault(state, -1) >= budget) {
            return false;
        }
        steps++;
        boolean mustFill = waiting() == budget;
        for (int v = 0; v < loads.length; v++) {
            // With no stretch to spare, whoever is not waiting must not have one, and whoever is must be satisfied by
            // it.
            if (v != last && !(mustFill && loads[v] >= least[v]) && stretch(stop, v, budget, mustFill)) {
                return true;
            }
        }
        if (remembers && steps < MAX_STEPS) {
            failed.put(state, budget);
        }
        return false;
    }

    private boolean stretch(int stop, int v, int budget, boolean mustFill) {
        int before = loads[v];
        int longest = Math.min(reach[v][stop], most[v] - before);
        int shortest = mustFill ? Math.max(1, least[v] - before) : 1;
        for (int length = longest; length >= shortest; length--) {
            loads[v] = before + length;
            stretches.add(new int[] {v, length});
            if (goesOn(stop + length, v, budget - 1)) {
                return true;
            }
            stretches.remove(stretches.size() - 1);
        }
        loads[v] = before;
        return false;
    }

    private int waiting() {
        int waiting = 0;
        for (int v = 0; v < loads.length; v++) {
            waiting += loads[v] < least[v] ? 1 : 0;
        }
        return waiting;
    }

    private boolean canGoOn(int stop, int budget) {
        int rest = stops - stop;
        int needed = 0;
        long room = 0;
        for (int v = 0; v < loads.length; v++) {
            int missing = Math.max(0, least[v] - loads[v]);
            int free = most[v] - loads[v];
            if (missing > open[v][stop] || free < bound[v][stop]) {
                return false;
            }
            needed += missing;
            room += free;
        }
        return cover[stop] <= budget && waiting() <= budget && needed <= rest && rest <= room;
    }

    private long state(int last) {
        long state = last + 1L;
        for (int v = 0; v < loads.length; v++) {
            state = state * (most[v] + 1L) + loads[v];
        }
        return state;
    }
}
