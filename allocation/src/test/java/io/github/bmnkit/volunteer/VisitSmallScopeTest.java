package io.github.bmnkit.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.volunteer.VisitProblem.Priority;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Every village of a small scope, without exception, against all its assignments. */
class VisitSmallScopeTest {
    @Test
    void threeHouseholdsAndTwoVolunteersWithEveryPastAndEveryCapacity() {
        int possible = 0;
        for (int may = 0; may < 64; may++) {
            for (int capacities = 0; capacities < 16; capacities++) {
                for (int past = 0; past < 27; past++) {
                    Village village = village(3, may, new int[] {capacities % 4, capacities / 4}, past);
                    possible += check(village) ? 1 : 0;
                }
            }
        }
        assertThat(possible).isBetween(5_000, 25_000);
    }

    @Test
    void fourHouseholdsAndThreeVolunteersWhoeverMay() {
        int possible = 0;
        for (int may = 0; may < 4_096; may++) {
            possible += check(village(4, may, new int[] {2, 1, 4}, may % 256)) ? 1 : 0;
            possible += check(village(4, may, new int[] {4, 4, 4}, (may * 7) % 256)) ? 1 : 0;
        }
        assertThat(possible).isBetween(2_000, 8_000);
    }

    private static Village village(int households, int may, int[] capacities, int past) {
        Village open = Village.open(households, capacities);
        List<Stop> route = new ArrayList<>();
        Map<HouseholdId, ActorId> before = new HashMap<>();
        int bits = may;
        int had = past;
        for (Stop stop : open.route()) {
            Stop one = stop;
            for (int v = 0; v < capacities.length; v++, bits /= 2) {
                one = bits % 2 == 0 ? one.withUnwanted(Village.actor(v)) : one;
            }
            route.add(one);
            int who = had % (capacities.length + 1);
            had /= capacities.length + 1;
            if (who < capacities.length) {
                before.put(stop.household(), Village.actor(who));
            }
        }
        return new Village(route, open.volunteers(), before, Map.of());
    }

    private static boolean check(Village village) {
        List<int[]> all = village.all();
        VisitProblem problem = village.problem();
        checkOne(village, all, problem.alongRoute().optional().orElse(null), village::squares, Village::breaks);
        checkOne(
                village,
                all,
                problem.keeping(village.before(), Priority.FEWEST_MOVES)
                        .optional()
                        .orElse(null),
                village::moves,
                village::squares);
        checkOne(
                village,
                all,
                problem.keeping(village.before(), Priority.EVEN_LOADS)
                        .optional()
                        .orElse(null),
                village::squares,
                village::moves);
        return !all.isEmpty();
    }

    private static void checkOne(
            Village village, List<int[]> all, VisitPlan plan, ToIntFunction<int[]> first, ToIntFunction<int[]> second) {
        ToIntFunction<int[]> cost = assigned -> 1_000 * first.applyAsInt(assigned) + second.applyAsInt(assigned);
        int least = all.stream().mapToInt(cost).min().orElse(-1);
        int[] found = village.positions(plan);
        if (found == null ? least >= 0 : !village.isRight(found) || cost.applyAsInt(found) != least) {
            throw new AssertionError(village + ": " + plan + " costs not " + least);
        }
    }
}
