package io.github.bmnkit.volunteer;

import java.util.Arrays;

/**
 * Chooses which household of each group goes to whom, once the flow has said how many: along the route, staying with the
 * same volunteer as long as there is one left, then by exchanging two households wherever that joins stretches. Loads and
 * moves stay what they are; the stretches become few, but perhaps not the fewest.
 */
final class Layout {
    private final VisitFlow flow;
    private final Eligibility eligibility;
    private final int[] assigned;
    private final int[][] remaining;

    private Layout(VisitFlow flow) {
        this.flow = flow;
        eligibility = flow.eligibility;
        assigned = eligibility.visitedBy.clone();
        remaining = Arrays.stream(flow.given).map(int[]::clone).toArray(int[][]::new);
    }

    /** Returns who visits each stop. */
    static int[] of(VisitFlow flow) {
        Layout layout = new Layout(flow);
        for (int i = 0; i < layout.assigned.length; i++) {
            if (flow.groupOf[i] != Eligibility.NOBODY) {
                layout.assigned[i] = layout.choose(i);
            }
        }
        while (layout.exchange()) {
            // Each exchange leaves fewer borders, so that this ends.
        }
        return layout.assigned;
    }

    private int choose(int stop) {
        int[] rest = remaining[flow.groupOf[stop]];
        int before = stop == 0 ? Eligibility.NOBODY : assigned[stop - 1];
        int chosen = before;
        if (before == Eligibility.NOBODY || rest[before] == 0) {
            // Whoever comes next on the route comes last here, so that both join.
            int next = nextOfOthers(stop);
            chosen = Eligibility.NOBODY;
            for (int v = 0; v < rest.length; v++) {
                if (rest[v] > 0 && (chosen == Eligibility.NOBODY || chosen == next)) {
                    chosen = v;
                }
            }
        }
        rest[chosen]--;
        return chosen;
    }

    /** Who probably visits the first stop further on that is of another group. */
    private int nextOfOthers(int stop) {
        int group = flow.groupOf[stop];
        for (int i = stop + 1; i < assigned.length; i++) {
            if (assigned[i] != Eligibility.NOBODY) {
                return assigned[i];
            }
            if (flow.groupOf[i] != group) {
                int[] given = flow.given[flow.groupOf[i]];
                int favourite = 0;
                for (int v = 1; v < given.length; v++) {
                    favourite = given[v] > given[favourite] ? v : favourite;
                }
                return favourite;
            }
        }
        return Eligibility.NOBODY;
    }

    private boolean exchange() {
        boolean changed = false;
        for (int i = 0; i < assigned.length; i++) {
            for (int j = i + 1; isAtBorder(i) && j < assigned.length; j++) {
                changed |= isAtBorder(j) && exchange(i, j);
            }
        }
        return changed;
    }

    private boolean isAtBorder(int stop) {
        return flow.groupOf[stop] != Eligibility.NOBODY && (border(stop) || border(stop + 1));
    }

    /** Tells whether another volunteer begins at a stop. */
    private boolean border(int stop) {
        return stop > 0 && stop < assigned.length && assigned[stop - 1] != assigned[stop];
    }

    private boolean exchange(int i, int j) {
        int a = assigned[i];
        int b = assigned[j];
        if (a == b || !eligibility.allows(i, b) || !eligibility.allows(j, a)) {
            return false;
        }
        int moves = flow.moves(flow.groupOf[i], a) + flow.moves(flow.groupOf[j], b);
        if (flow.moves(flow.groupOf[i], b) + flow.moves(flow.groupOf[j], a) > moves) {
            return false;
        }
        int before = borders(i, j);
        assigned[i] = b;
        assigned[j] = a;
        if (borders(i, j) < before) {
            return true;
        }
        assigned[i] = a;
        assigned[j] = b;
        return false;
    }

    private int borders(int i, int j) {
        int borders = (border(i) ? 1 : 0) + (border(i + 1) ? 1 : 0) + (border(j + 1) ? 1 : 0);
        // Of neighbours the border between them counts once.
        return borders + (j > i + 1 && border(j) ? 1 : 0);
    }
}
