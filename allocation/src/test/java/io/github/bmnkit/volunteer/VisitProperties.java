package io.github.bmnkit.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.volunteer.VisitProblem.Priority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** V5 to V11 against every assignment of small villages. */
class VisitProperties {
    @Provide
    Arbitrary<Village> restricted() {
        return Arbitraries.randoms().map(random -> Village.random(random, 7, 3, true));
    }

    @Provide
    Arbitrary<Village> open() {
        return Arbitraries.randoms().map(random -> Village.random(random, 7, 3, false));
    }

    @Provide
    Arbitrary<Village> larger() {
        return Arbitraries.randoms().map(random -> Village.random(random, 16, 4, true));
    }

    static List<Reading<VisitPlan>> everyWay(Village village) {
        VisitProblem problem = village.problem();
        return List.of(
                problem.alongRoute(),
                problem.keeping(village.before(), Priority.FEWEST_MOVES),
                problem.keeping(village.before(), Priority.EVEN_LOADS));
    }

    @Property
    void v05_everyHouseholdHasOneVolunteerWhoMayAndNobodyTooMany(@ForAll("restricted") Village village) {
        boolean possible = !village.all().isEmpty();
        Cases.met("possible", possible);
        Cases.met("impossible", !possible);
        for (Reading<VisitPlan> reading : everyWay(village)) {
            assertThat(reading.optional().isPresent()).isEqualTo(possible);
            if (possible) {
                assertThat(reading.value().route())
                        .isEqualTo(village.route().stream().map(Stop::household).toList());
                assertThat(village.isRight(village.positions(reading.value()))).isTrue();
                assertThat(reading.value().volunteers().stream()
                                .mapToInt(volunteer ->
                                        reading.value().households(volunteer).size())
                                .sum())
                        .isEqualTo(village.route().size());
            }
        }
    }

    @Property
    void v05_whyNotIsProvenByHouseholdsAndTheRoomForThem(@ForAll("restricted") Village village) {
        Reading<VisitPlan> reading = village.problem().alongRoute();
        boolean nobody = false;
        boolean room = false;
        if (reading.optional().isEmpty()) {
            for (Finding finding : reading.findings()) {
                int first =
                        Integer.parseInt(finding.place().pointer().orElseThrow().substring("/route/".length()));
                List<Integer> may = may(village, first);
                if (finding.code() == VisitFinding.NOBODY_MAY) {
                    nobody = true;
                    assertThat(may).isEmpty();
                } else {
                    room = true;
                    assertThat(finding.code()).isEqualTo(VisitFinding.NOT_ENOUGH_ROOM);
                    provesTheShortage(village, finding);
                }
            }
        }
        Cases.met("nobody may", nobody);
        Cases.met("too little room", room);
    }

    private static void provesTheShortage(Village village, Finding finding) {
        List<String> households = List.of(((String) finding.arguments().get("named")).split(", "));
        List<String> who = List.of(((String) finding.arguments().get("who")).split(", "));
        int room = 0;
        for (int v = 0; v < village.volunteers().size(); v++) {
            if (who.contains(village.volunteers().get(v).id().value())) {
                ActorId id = village.volunteers().get(v).id();
                room += village.capacity(v)
                        - village.count(stop -> id.equals(village.done().get(stop.household())));
            }
        }
        for (int i = 0; i < village.route().size(); i++) {
            Stop stop = village.route().get(i);
            if (households.contains(stop.household().value())) {
                assertThat(village.done()).doesNotContainKey(stop.household());
                assertThat(may(village, i))
                        .isNotEmpty()
                        .allMatch(v ->
                                who.contains(village.volunteers().get(v).id().value()));
            }
        }
        assertThat(finding.arguments())
                .containsEntry("households", (long) households.size())
                .containsEntry("room", (long) room)
                .containsEntry("missing", (long) households.size() - room);
        assertThat(households.size()).isGreaterThan(room);
    }

    private static List<Integer> may(Village village, int stop) {
        List<Integer> may = new ArrayList<>();
        for (int v = 0; v < village.volunteers().size(); v++) {
            if (village.allows(stop, v)) {
                may.add(v);
            }
        }
        return may;
    }

    @Property
    void v06_v07_withoutRestrictionsLoadsAreEvenAndEachHasOneStretch(@ForAll("open") Village village) {
        Reading<VisitPlan> reading = village.problem().alongRoute();
        boolean capped = false;
        if (reading.optional().isPresent()) {
            int[] assigned = village.positions(reading.value());
            int[] loads = village.loads(assigned);
            int most = Arrays.stream(loads).max().orElseThrow();
            for (int v = 0; v < loads.length; v++) {
                assertThat(most - loads[v] <= 1 || loads[v] == village.capacity(v))
                        .isTrue();
                capped |= most - loads[v] > 1;
            }
            assertThat(reading.value().breaks()).isZero();
            assertThat(reading.findings()).isEmpty();
        }
        Cases.met("a capacity forbids evenness", capped);
    }

    @Property(tries = 1_500)
    void v06_v07_withRestrictionsLoadsAreAsEvenAndThenBreaksAsFewAsCanBe(@ForAll("restricted") Village village) {
        Reading<VisitPlan> reading = village.problem().alongRoute();
        List<int[]> all = village.all();
        boolean broken = false;
        if (!all.isEmpty()) {
            int[] assigned = village.positions(reading.value());
            assertThat(assigned).isNotNull();
            assertBest(village, all, assigned, village::squares, Village::breaks);
            assertThat(reading.findings()).isEmpty();
            assertThat(reading.value().breaks()).isEqualTo(Village.breaks(assigned));
            broken = reading.value().breaks() > 0;
        }
        Cases.met("broken", broken);
    }

    @Property(tries = 500)
    void v06_v07_breaksAreTheFewestInLargerVillagesToo(@ForAll("larger") Village village) {
        int[] expected = village.evenThenFewestBreaks();
        int[] found =
                village.positions(village.problem().alongRoute().optional().orElse(null));
        boolean broken = false;
        if (expected == null) {
            assertThat(found).isNull();
        } else {
            assertThat(found).isNotNull();
            assertThat(new int[] {village.squares(found), Village.breaks(found)})
                    .as("%s", village)
                    .isEqualTo(expected);
            broken = expected[1] > 1;
        }
        Cases.met("broken more than once", broken);
    }

    @Property(tries = 1_500)
    void v08_movesAreTheFewest(@ForAll("restricted") Village village) {
        List<int[]> all = village.all();
        boolean forced = false;
        if (!all.isEmpty()) {
            VisitProblem problem = village.problem();
            int[] fewest = village.positions(
                    problem.keeping(village.before(), Priority.FEWEST_MOVES).value());
            int[] even = village.positions(
                    problem.keeping(village.before(), Priority.EVEN_LOADS).value());
            assertBest(village, all, fewest, village::moves, village::squares);
            assertBest(village, all, even, village::squares, village::moves);
            forced = village.moves(even) > village.moves(fewest);
        }
        Cases.met("evenness costs moves", forced);
    }

    private static void assertBest(
            Village village, List<int[]> all, int[] found, ToLongFunction<int[]> first, ToLongFunction<int[]> second) {
        ToLongFunction<int[]> cost = assigned -> 10_000 * first.applyAsLong(assigned) + second.applyAsLong(assigned);
        assertThat(cost.applyAsLong(found))
                .as("%s", village)
                .isEqualTo(all.stream().mapToLong(cost).min().orElseThrow());
    }

    @Property
    void v08_withoutRestrictionsMovesAreWhatCapacitiesForceAndOrphans(@ForAll("open") Village village) {
        boolean surplus = false;
        boolean orphans = false;
        Reading<VisitPlan> reading = village.problem().keeping(village.before(), Priority.FEWEST_MOVES);
        if (reading.optional().isPresent()) {
            int expected = 0;
            int kept = 0;
            for (int v = 0; v < village.volunteers().size(); v++) {
                ActorId id = village.volunteers().get(v).id();
                int had = village.count(stop -> id.equals(village.before().get(stop.household())));
                kept += had;
                expected += Math.max(0, had - village.capacity(v));
            }
            surplus = expected > 0;
            orphans = kept < village.route().size();
            expected += village.route().size() - kept;
            List<VisitPlan.Move> moves = reading.value().movesFrom(village.before());
            assertThat(moves).hasSize(expected);
            assertThat(moves)
                    .allMatch(move -> move.to().equals(reading.value().volunteer(move.household()))
                            && !move.to().equals(move.from()));
        }
        Cases.met("surplus", surplus);
        Cases.met("orphans", orphans);
    }

    @Property
    void v09_nothingChangedNothingMoves(@ForAll("restricted") Village village) {
        Reading<VisitPlan> reading = village.problem().alongRoute();
        reading.optional().ifPresent(plan -> {
            for (Priority priority : Priority.values()) {
                assertThat(village.problem().keeping(plan.toMap(), priority).value())
                        .isEqualTo(plan);
            }
        });
        Cases.met("planned", reading.optional().isPresent());
    }

    @Property
    void v10_whenSomebodyLeavesOnlyTheirHouseholdsMove(@ForAll("open") Village village) {
        Reading<VisitPlan> before = village.problem().alongRoute();
        boolean left = false;
        if (before.optional().isPresent() && village.volunteers().size() > 1) {
            ActorId gone = before.value().volunteer(village.route().get(0).household());
            List<Volunteer> others = village.volunteers().stream()
                    .filter(volunteer -> !volunteer.id().equals(gone))
                    .toList();
            Reading<VisitPlan> after = village.withVolunteers(others)
                    .problem()
                    .keeping(before.value().toMap(), Priority.FEWEST_MOVES);
            left = after.optional().isPresent();
            after.optional()
                    .ifPresent(plan -> assertThat(plan.movesFrom(before.value().toMap()))
                            .extracting(VisitPlan.Move::household)
                            .containsExactlyElementsOf(before.value().households(gone)));
        }
        Cases.met("left", left);
    }

    @Property
    void v11_nobodyVisitsTheirOwnHousehold(@ForAll("restricted") Village village) {
        boolean lives = false;
        for (Reading<VisitPlan> reading : everyWay(village)) {
            if (reading.optional().isPresent()) {
                Map<HouseholdId, ActorId> plan = reading.value().toMap();
                for (Volunteer volunteer : village.volunteers()) {
                    for (HouseholdId own : volunteer.own()) {
                        lives |= plan.containsKey(own);
                        // What was visited before stays: no plan can undo it.
                        assertThat(village.done().containsKey(own)
                                        || !volunteer.id().equals(plan.get(own)))
                                .isTrue();
                    }
                }
            }
        }
        Cases.met("lives on the route", lives);
    }

    @Property
    void theOrderOfTheVolunteersDoesNotMatter(@ForAll("restricted") Village village, @ForAll Random random) {
        List<Volunteer> shuffled = new ArrayList<>(village.volunteers());
        Collections.shuffle(shuffled, random);
        assertThat(everyWay(village.withVolunteers(shuffled))).isEqualTo(everyWay(village));
        Cases.met("shuffled", !shuffled.equals(village.volunteers()));
    }
}
