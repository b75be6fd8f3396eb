package io.github.bmnkit.volunteer;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many households of each group go to each volunteer, at the least cost. A group is made of the stops that the same
 * volunteers may visit and that the same volunteer had before. The method is minimum-cost flow by successive shortest
 * paths (Bellman-Ford on the volunteers), household by household: the k-th household of a volunteer costs 2k - 1, so that
 * the least sum is the least sum of squared loads, and that is the most even one (as for semi-matchings); a household that
 * does not stay costs one move. Which of the two counts first is the caller's choice; the weights make it strict.
 */
final class VisitFlow {
    private static final long NEVER = Long.MAX_VALUE / 4;

    /** Stops that are the same to the flow. */
    record Group(int kind, int previous) {}

    final Eligibility eligibility;
    /** The group of each stop; {@link Eligibility#NOBODY} if it was visited already. */
    final int[] groupOf;

    final Group[] groups;
    /** Of each group, how many households each volunteer has. */
    final int[][] given;
    /** Of each group, how many households are left over, because no more can be given. */
    final int[] left;
    /** How many households each volunteer has, those visited included. */
    final int[] loads;

    private final long move;
    private final long unevenness;
    private final long[] distance;
    private final int[] from;
    private final int[] through;

    private VisitFlow(Eligibility eligibility, int[] previous, boolean movesFirst) {
        this.eligibility = eligibility;
        int stops = eligibility.stops();
        groupOf = new int[stops];
        Map<Group, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < stops; i++) {
            int kind = eligibility.kindOf[i];
            boolean canStay = previous[i] != Eligibility.NOBODY && eligibility.allows(i, previous[i]);
            Group group = new Group(kind, canStay ? previous[i] : Eligibility.NOBODY);
            groupOf[i] = eligibility.visitedBy[i] != Eligibility.NOBODY
                    ? Eligibility.NOBODY
                    : numbers.computeIfAbsent(group, any -> numbers.size());
        }
        groups = numbers.keySet().toArray(Group[]::new);
        int volunteers = eligibility.volunteers.size();
        given = new int[groups.length][volunteers];
        left = new int[groups.length];
        loads = eligibility.visited.clone();
        // Moves are at most the stops, and squared loads at most the square of the stops.
        move = movesFirst ? 1 + Math.multiplyExact((long) stops, stops) : 1;
        unevenness = movesFirst ? 1 : stops + 1L;
        distance = new long[volunteers];
        from = new int[volunteers];
        through = new int[volunteers];
    }

    /**
     * Finds the least cost.
     *
     * @param previous who had each stop before, or {@link Eligibility#NOBODY}
     * @param movesFirst whether fewer moves count before more even loads
     */
    static VisitFlow of(Eligibility eligibility, int[] previous, boolean movesFirst) {
        VisitFlow flow = new VisitFlow(eligibility, previous, movesFirst);
        for (int group : flow.groupOf) {
            if (group != Eligibility.NOBODY && !flow.give(group)) {
                flow.left[group]++;
            }
        }
        return flow;
    }

    boolean isComplete() {
        return Arrays.stream(left).allMatch(count -> count == 0);
    }

    BitSet allowed(int group) {
        return eligibility.kinds.get(groups[group].kind());
    }

    /** What it costs in moves that a volunteer has a household of a group. */
    int moves(int group, int volunteer) {
        return groups[group].previous() == volunteer ? 0 : 1;
    }

    /** Gives one more household of a group, along a shortest path; false if there is none, now or later. */
    private boolean give(int group) {
        paths(group);
        int end = Eligibility.NOBODY;
        long least = NEVER;
        for (int v = 0; v < loads.length; v++) {
            if (loads[v] < eligibility.capacities[v] && distance[v] < NEVER) {
                long cost = distance[v] + unevenness * (2L * loads[v] + 1);
                if (cost < least) {
                    least = cost;
                    end = v;
                }
            }
        }
        if (end == Eligibility.NOBODY) {
            return false;
        }
        loads[end]++;
        for (int v = end; v != Eligibility.NOBODY; v = from[v]) {
            int moved = from[v] == Eligibility.NOBODY ? group : through[v];
            given[moved][v]++;
            if (from[v] != Eligibility.NOBODY) {
                given[moved][from[v]]--;
            }
        }
        return true;
    }

    private void paths(int group) {
        Arrays.fill(distance, NEVER);
        Arrays.fill(from, Eligibility.NOBODY);
        BitSet first = allowed(group);
        for (int v = first.nextSetBit(0); v >= 0; v = first.nextSetBit(v + 1)) {
            distance[v] = move * moves(group, v);
        }
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (int k = 0; k < groups.length; k++) {
                for (int u = 0; u < loads.length; u++) {
                    if (given[k][u] > 0 && distance[u] < NEVER) {
                        shorter |= relax(k, u);
                    }
                }
            }
        }
    }

    /** A household of group k that u has may go on to another volunteer. */
    private boolean relax(int k, int u) {
        boolean shorter = false;
        BitSet allowed = allowed(k);
        for (int v = allowed.nextSetBit(0); v >= 0; v = allowed.nextSetBit(v + 1)) {
            long length = distance[u] + move * (moves(k, v) - moves(k, u));
            if (length < distance[v]) {
                distance[v] = length;
                from[v] = u;
                through[v] = k;
                shorter = true;
            }
        }
        return shorter;
    }

    /** Returns the volunteers whom a household reaches, if one of each may hand over to the next. */
    BitSet reachable(BitSet start) {
        BitSet reached = (BitSet) start.clone();
        int before = -1;
        while (before != reached.cardinality()) {
            before = reached.cardinality();
            for (int k = 0; k < groups.length; k++) {
                if (hasOneOf(k, reached)) {
                    reached.or(allowed(k));
                }
            }
        }
        return reached;
    }

    private boolean hasOneOf(int group, BitSet volunteers) {
        for (int v = volunteers.nextSetBit(0); v >= 0; v = volunteers.nextSetBit(v + 1)) {
            if (given[group][v] > 0) {
                return true;
            }
        }
        return false;
    }
}
