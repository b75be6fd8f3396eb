package io.github.bmnkit.volunteer;

import io.github.bmnkit.fieldwork.ActorId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Ways to give out households that somebody might write, each wrong in one way. Every invariant must tell one of them. */
enum WrongVisits {
    /** Each household in turn to the first volunteer who may and has room: V5, it gets stuck where there is a way. */
    FIRST_WITH_ROOM {
        @Override
        int @Nullable [] assign(Village village) {
            return greedy(village, (loads, stop, v) -> v);
        }
    },
    /** As before, but on to the next when the average is reached, never back: V6 with unequal capacities. */
    SAME_SHARE_FOR_ALL {
        @Override
        int @Nullable [] assign(Village village) {
            int share =
                    -Math.floorDiv(-village.route().size(), village.volunteers().size());
            return greedy(village, (loads, stop, v) -> loads[v] < share ? v : 100 + v);
        }
    },
    /** Always to the one who has the fewest so far: even, but V7 is lost. */
    FEWEST_SO_FAR {
        @Override
        int @Nullable [] assign(Village village) {
            return greedy(village, (loads, stop, v) -> 10 * loads[v] + v);
        }
    },
    /** Keeps who may and has room, the others to the first with room: V8, nobody makes room by one move for another. */
    KEEP_THEN_FIRST {
        @Override
        int @Nullable [] assign(Village village) {
            return greedy(village, (loads, stop, v) -> keeps(village, stop, v) ? -1 : v);
        }
    },
    /** A new plan along the route each year: V9 and V10. */
    AFRESH {
        @Override
        int @Nullable [] assign(Village village) {
            return village.positions(village.problem().alongRoute().optional().orElse(null));
        }
    },
    /** Along the route as if nobody lived there: V11. */
    BLIND_TO_HOMES {
        @Override
        int @Nullable [] assign(Village village) {
            var strangers = village.volunteers().stream()
                    .map(who -> Volunteer.of(who.id(), who.capacity()))
                    .toList();
            return village.positions(village.withVolunteers(strangers)
                    .problem()
                    .alongRoute()
                    .optional()
                    .orElse(null));
        }
    };

    /** How little a volunteer is liked for a stop; the least wins. */
    interface Liking {
        int of(int[] loads, int stop, int volunteer);
    }

    /** Returns who visits each stop, or null if it finds no way. */
    abstract int @Nullable [] assign(Village village);

    private static boolean keeps(Village village, int stop, int volunteer) {
        ActorId had = village.before().get(village.route().get(stop).household());
        return village.volunteers().get(volunteer).id().equals(had);
    }

    private static int @Nullable [] greedy(Village village, Liking liking) {
        int[] assigned = new int[village.route().size()];
        int[] loads = new int[village.volunteers().size()];
        for (int i = 0; i < assigned.length; i++) {
            int best = -1;
            for (int v = 0; v < loads.length; v++) {
                boolean can = village.allows(i, v) && loads[v] < village.capacity(v);
                if (can && (best < 0 || liking.of(loads, i, v) < liking.of(loads, i, best))) {
                    best = v;
                }
            }
            if (best < 0) {
                return null;
            }
            assigned[i] = best;
            loads[best]++;
        }
        return Arrays.copyOf(assigned, assigned.length);
    }
}
