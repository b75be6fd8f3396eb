package io.github.bmnkit.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** What a weaker method gets wrong, on villages where the right answer is known from all answers. */
class WrongVisitsTest {
    private static final int VILLAGES = 1_000;

    @Test
    void v05_greedyGetsStuckWhereThereIsAWay() {
        assertThat(failures(true, village -> {
                    int[] found = WrongVisits.FIRST_WITH_ROOM.assign(village);
                    return found == null && !village.all().isEmpty();
                }))
                .isGreaterThan(VILLAGES / 100);
    }

    @Test
    void v06_theSameShareForAllIsNotEvenWhereCapacitiesDiffer() {
        assertThat(worse(false, WrongVisits.SAME_SHARE_FOR_ALL, Village::squares))
                .isGreaterThan(VILLAGES / 100);
    }

    @Test
    void v07_thoseWithTheFewestSoFarVisitHereAndThere() {
        assertThat(worse(false, WrongVisits.FEWEST_SO_FAR, (village, assigned) -> Village.breaks(assigned)))
                .isGreaterThan(VILLAGES / 4);
        assertThat(worse(false, WrongVisits.FEWEST_SO_FAR, Village::squares)).isZero();
    }

    @Test
    void v08_keepingAndThenTakingTheFirstMovesMore() {
        assertThat(failures(true, village -> {
                    int[] found = WrongVisits.KEEP_THEN_FIRST.assign(village);
                    List<int[]> all = village.all();
                    return !all.isEmpty() && (found == null || isWorse(village, found, all, Village::moves));
                }))
                .isGreaterThan(VILLAGES / 100);
    }

    @Test
    void v09_v10_aNewPlanEachYearMovesMore() {
        assertThat(worse(false, WrongVisits.AFRESH, Village::moves)).isGreaterThan(VILLAGES / 4);
    }

    @Test
    void v11_aPlanThatDoesNotKnowHomesSendsPeopleHome() {
        assertThat(failures(true, village -> {
                    int[] found = WrongVisits.BLIND_TO_HOMES.assign(village);
                    return found != null && !village.isRight(found);
                }))
                .isGreaterThan(VILLAGES / 20);
    }

    private interface Fails {
        boolean on(Village village);
    }

    private interface Cost {
        int of(Village village, int[] assigned);
    }

    private static int failures(boolean restricted, Fails fails) {
        Random random = new Random(2569);
        int failures = 0;
        for (int i = 0; i < VILLAGES; i++) {
            Village village = Village.random(random, 6, 3, restricted);
            failures +=
                    fails.on(new Village(village.route(), village.volunteers(), village.before(), Map.of())) ? 1 : 0;
        }
        return failures;
    }

    private static int worse(boolean restricted, WrongVisits wrong, Cost cost) {
        return failures(restricted, village -> {
            int[] found = wrong.assign(village);
            return found != null && isWorse(village, found, village.all(), cost);
        });
    }

    private static boolean isWorse(Village village, int[] found, List<int[]> all, Cost cost) {
        ToIntFunction<int[]> value = assigned -> cost.of(village, assigned);
        return value.applyAsInt(found) > all.stream().mapToInt(value).min().orElseThrow();
    }
}
