package io.github.bmnkit.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.volunteer.VisitProblem.Priority;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisitProblemTest {
    private static final ActorId FIRST = Village.actor(0);
    private static final ActorId SECOND = Village.actor(1);
    private static final ActorId THIRD = Village.actor(2);
    private static final ActorId FOURTH = Village.actor(3);
    private static final LocalDate JANUARY_10 = LocalDate.of(2026, 1, 10);
    private static final LocalDate JANUARY_20 = LocalDate.of(2026, 1, 20);

    private static VisitProblem problem(Village village) {
        return VisitProblem.of(Village.CODE, village.route(), village.volunteers());
    }

    private static Village livingAt(Village village, int... homes) {
        List<Volunteer> volunteers = new ArrayList<>();
        for (int v = 0; v < homes.length; v++) {
            volunteers.add(village.volunteers().get(v).withOwn(Village.household(homes[v])));
        }
        return village.withVolunteers(volunteers);
    }

    private static List<Integer> loads(VisitPlan plan) {
        return plan.volunteers().stream()
                .map(volunteer -> plan.households(volunteer).size())
                .toList();
    }

    @Test
    void aVillageIsCutIntoNeighbourhoodsOfTheSameSize() {
        VisitPlan plan = problem(Village.open(150, 40, 40, 40, 40)).alongRoute().value();
        assertThat(loads(plan)).containsExactly(38, 38, 37, 37);
        assertThat(plan.breaks()).isZero();
        assertThat(plan.households(SECOND))
                .startsWith(Village.household(38))
                .endsWith(Village.household(75))
                .hasSize(38);
        assertThat(plan).hasToString("VisitPlan[village=36010101, households=150, volunteers=4, breaks=0]");
    }

    @Test
    void whoHasLittleRoomHasLittleAndTheOthersShareTheRestEvenly() {
        assertThat(loads(problem(Village.open(150, 20, 50, 50, 50)).alongRoute().value()))
                .containsExactly(20, 44, 43, 43);
    }

    @Test
    void theOrderAlongTheRouteIsSuchThatNobodyLivesInTheirOwnPart() {
        Village village = livingAt(Village.open(150, 40, 40, 40, 40), 10, 50, 90, 149);
        Reading<VisitPlan> reading = problem(village).alongRoute();
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.value().breaks()).isZero();
        assertThat(loads(reading.value())).containsExactly(38, 38, 37, 37);
    }

    @Test
    void ofTwoWhoLiveInTheSameHalfOneBreaksTheRouteOnce() {
        VisitPlan plan = problem(livingAt(Village.open(100, 50, 50), 10, 20))
                .alongRoute()
                .value();
        assertThat(loads(plan)).containsExactly(50, 50);
        assertThat(plan.breaks()).isEqualTo(1);
        assertThat(plan.stretches(FIRST) + plan.stretches(SECOND)).isEqualTo(3);
    }

    @Test
    void aSearchThatWouldTakeTooLongIsCutShortAndSaysSo() {
        Village open = Village.open(400, 70, 70, 70, 70, 70, 70);
        List<Stop> route = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Stop stop = open.route().get(i);
            route.add(stop.withUnwanted(Village.actor(i * i % 6)).withUnwanted(Village.actor(i * 5 / 3 % 6)));
        }
        Village village = new Village(route, open.volunteers(), Map.of(), Map.of());
        Reading<VisitPlan> reading = problem(village).alongRoute();
        assertThat(reading.findings()).extracting(Finding::code).containsExactly(VisitFinding.BREAKS_NOT_PROVEN);
        assertThat(reading.hasErrors()).isFalse();
        assertThat(village.isRight(village.positions(reading.value()))).isTrue();
        assertThat(loads(reading.value())).containsOnly(66, 67);
    }

    @Test
    void whenSomebodyLeavesTheOthersKeepTheirsAndShareTheRest() {
        Village village = Village.open(150, 50, 50, 50, 50);
        VisitPlan before = problem(village).alongRoute().value();
        VisitPlan after = problem(village.withVolunteers(village.volunteers().subList(1, 4)))
                .keeping(before.toMap(), Priority.FEWEST_MOVES)
                .value();
        assertThat(after.movesFrom(before.toMap())).hasSize(38).allMatch(move -> FIRST.equals(move.from()));
        assertThat(loads(after)).containsExactly(50, 50, 50);
    }

    @Test
    void movesAndEvenLoadsAreWeighedByTheCaller() {
        Village village = Village.open(60, 40, 40, 40);
        Map<HouseholdId, ActorId> before = new LinkedHashMap<>();
        village.route().forEach(stop -> before.put(stop.household(), before.size() < 40 ? FIRST : SECOND));
        VisitPlan kept = problem(village).keeping(before, Priority.FEWEST_MOVES).value();
        assertThat(kept.movesFrom(before)).isEmpty();
        assertThat(loads(kept)).containsExactly(40, 20, 0);
        VisitPlan even = problem(village).keeping(before, Priority.EVEN_LOADS).value();
        assertThat(even.movesFrom(before)).hasSize(20).allMatch(move -> FIRST.equals(move.from()));
        assertThat(loads(even)).containsExactly(20, 20, 20);
    }

    @Test
    void anAbsenceMovesOnlyWhatIsNotDoneAndEndsWithTheFormerPlan() {
        Village village = Village.open(80, 40, 40, 40);
        List<Volunteer> volunteers = new ArrayList<>(village.volunteers());
        volunteers.set(0, volunteers.get(0).withAbsence(JANUARY_10, JANUARY_20));
        VisitProblem problem = VisitProblem.of(Village.CODE, village.route(), volunteers);
        VisitPlan season = problem.alongRoute().value();
        assertThat(loads(season)).containsExactly(27, 27, 26);

        Map<HouseholdId, ActorId> done = new LinkedHashMap<>();
        season.households(FIRST).subList(0, 10).forEach(household -> done.put(household, FIRST));
        VisitPlan absence = problem.withVisited(done)
                .on(JANUARY_20)
                .keeping(season.toMap(), Priority.FEWEST_MOVES)
                .value();
        assertThat(absence.movesFrom(season.toMap()))
                .extracting(VisitPlan.Move::household)
                .containsExactlyElementsOf(season.households(FIRST).subList(10, 27));
        assertThat(loads(absence)).containsExactly(10, 35, 35);

        // Three of them are visited by others; the rest come back, if the host keeps the plan of the season.
        List<HouseholdId> covered = absence.movesFrom(season.toMap()).stream()
                .map(VisitPlan.Move::household)
                .limit(3)
                .toList();
        covered.forEach(household -> done.put(household, absence.volunteer(household)));
        VisitProblem after = problem.withVisited(done).on(JANUARY_20.plusDays(1));
        VisitPlan back = after.keeping(season.toMap(), Priority.FEWEST_MOVES).value();
        assertThat(back.movesFrom(season.toMap()))
                .extracting(VisitPlan.Move::household)
                .containsExactlyElementsOf(covered);
        VisitPlan asItIs = after.keeping(absence.toMap(), Priority.FEWEST_MOVES).value();
        assertThat(asItIs.movesFrom(absence.toMap())).isEmpty();
    }

    @Test
    void whoIsFullHandsOverToMakeRoomForAHouseholdThatNobodyElseMayVisit() {
        Village open = Village.open(4, 2, 2, 2);
        List<Stop> route = new ArrayList<>(open.route());
        route.set(0, route.get(0).withLanguage("karen"));
        List<Volunteer> volunteers = new ArrayList<>(open.volunteers());
        volunteers.set(1, volunteers.get(1).withLanguage("karen"));
        Map<HouseholdId, ActorId> before = Map.of(
                Village.household(0), FOURTH,
                Village.household(1), SECOND,
                Village.household(2), SECOND,
                Village.household(3), THIRD);
        VisitPlan plan = VisitProblem.of(Village.CODE, route, volunteers)
                .keeping(before, Priority.FEWEST_MOVES)
                .value();
        assertThat(plan.volunteer(Village.household(0))).isEqualTo(SECOND);
        assertThat(plan.movesFrom(before)).hasSize(2);
        assertThat(loads(plan)).containsExactly(1, 2, 1);
    }

    @Test
    void whatIsImpossibleIsProvenByTheHouseholdsAndTheRoomForThem() {
        Village open = Village.open(6, 3, 2, 9);
        List<Stop> route = new ArrayList<>();
        for (Stop stop : open.route()) {
            route.add(stop.withLanguage(route.size() < 3 ? "karen" : ""));
        }
        route.set(5, route.get(5).withUnwanted(FIRST).withUnwanted(SECOND).withUnwanted(THIRD));
        List<Volunteer> volunteers = new ArrayList<>(open.volunteers());
        volunteers.set(1, volunteers.get(1).withLanguage("karen").withOwn(Village.household(5)));
        Reading<VisitPlan> reading =
                VisitProblem.of(Village.CODE, route, volunteers).alongRoute();
        assertThat(reading.optional()).isEmpty();
        assertThat(reading.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR visit.nobody-may (/route/5, area 36010101): None of the 3 volunteers may visit the"
                                + " household H5: absent 0, living there 1, without its language 0, unwanted 2",
                        "ERROR visit.not-enough-room (/route/0, area 36010101): 3 households (H0, H1, H2) may be"
                                + " visited only by 1 volunteers (v1), who have room for 2: 1 too many");
        assertThat(reading.findings().get(1).message(Text.THAI))
                .isEqualTo(
                        "3 ครัวเรือน (H0, H1, H2) มีอาสาสมัครที่ไปเก็บข้อมูลได้เพียง 1 คน (v1) ซึ่งรับได้อีก 2 ครัวเรือน"
                                + " เกินอยู่ 1 ครัวเรือน");
    }

    @Test
    void shortagesThatHaveNothingToDoWithEachOtherAreToldApart() {
        Village open = Village.open(6, 1, 2, 9);
        List<Stop> route = new ArrayList<>();
        for (Stop stop : open.route()) {
            String language = route.size() < 2 ? "karen" : "shan";
            route.add(stop.withLanguage(route.size() < 5 ? language : ""));
        }
        List<Volunteer> volunteers = List.of(
                open.volunteers().get(0).withLanguage("karen"),
                open.volunteers().get(1).withLanguage("shan"),
                open.volunteers().get(2));
        assertThat(VisitProblem.of(Village.CODE, route, volunteers).alongRoute().findings())
                .extracting(finding -> finding.arguments().get("named"))
                .containsExactly("H0, H1", "H2, H3, H4");
    }

    @Test
    void dataThatContradictThemselvesGiveFindings() {
        Village village = Village.open(2, 2, 2);
        assertThat(VisitProblem.of(Village.CODE, village.route(), List.of())
                        .alongRoute()
                        .findings())
                .extracting(Finding::code)
                .containsExactly(VisitFinding.NO_VOLUNTEERS);
        List<Stop> twice = List.of(
                village.route().get(0), village.route().get(1), village.route().get(0));
        List<Volunteer> again = List.of(village.volunteers().get(0), Volunteer.of(FIRST, 5));
        assertThat(VisitProblem.of(Village.CODE, twice, again)
                        .withVisited(Map.of(Village.household(1), THIRD))
                        .keeping(Map.of(), Priority.EVEN_LOADS)
                        .findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR visit.duplicate-volunteer (area 36010101): The volunteer v0 is named more than once",
                        "ERROR visit.visited-by-unknown (/route/1, area 36010101): The household H1 was visited by v2,"
                                + " who is not among the volunteers",
                        "ERROR visit.duplicate-household (/route/2, area 36010101): The household H0 is on the route"
                                + " more than once");
    }

    @Test
    void aVillageWithoutHouseholdsHasAPlan() {
        VisitPlan nobody =
                VisitProblem.of(Village.CODE, List.of(), List.of()).alongRoute().value();
        assertThat(nobody.route()).isEmpty();
        VisitPlan idle = problem(Village.open(0, 3)).alongRoute().value();
        assertThat(idle.households(FIRST)).isEmpty();
        assertThat(idle.stretches(FIRST)).isZero();
    }

    @Test
    void thePlanIsWrittenAsCsv() {
        VisitPlan plan = problem(Village.open(3, 2, 2)).alongRoute().value();
        assertThat(plan.toCsv())
                .isEqualTo("village_code,stop,household_id,volunteer_id\r\n"
                        + "36010101,1,H0,v0\r\n36010101,2,H1,v0\r\n36010101,3,H2,v1\r\n");
    }

    @Test
    void aCallersMistakesAreRefused() {
        VisitPlan plan = problem(Village.open(3, 2, 2)).alongRoute().value();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.households(THIRD))
                .withMessageContaining("v2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.volunteer(Village.household(7)))
                .withMessageContaining("H7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Volunteer.of(FIRST, -1))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Volunteer.of(FIRST, 1).withAbsence(JANUARY_20, JANUARY_10));
    }
}
