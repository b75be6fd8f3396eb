package io.github.bmnkit.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.apportionment.Ratio;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.BuddhistDate.Digits;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.progress.BudgetIndicator;
import io.github.bmnkit.progress.Pace;
import io.github.bmnkit.progress.ProgressBoard;
import io.github.bmnkit.progress.ProgressCount;
import io.github.bmnkit.progress.ProgressSnapshot;
import io.github.bmnkit.progress.QualityPolicy;
import io.github.bmnkit.progress.Season;
import io.github.bmnkit.quota.CascadeRules;
import io.github.bmnkit.quota.Confirmation;
import io.github.bmnkit.quota.ConfirmedPlan;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.quota.Reallocation;
import io.github.bmnkit.quota.TargetList;
import io.github.bmnkit.quota.TargetReply;
import io.github.bmnkit.quota.VillageChange;
import io.github.bmnkit.round.Period;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.volunteer.Stop;
import io.github.bmnkit.volunteer.VisitPlan;
import io.github.bmnkit.volunteer.VisitProblem;
import io.github.bmnkit.volunteer.Volunteer;
import io.github.bmnkit.volunteer.VolunteerPlan;
import io.github.bmnkit.volunteer.VolunteerRatios;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code of {@code docs/season.md}, compiled and run on the district of the quickstart. */
class SeasonDocsTest {
    private final ProvinceCode province = ProvinceCode.of("36");
    private final DistrictCode district = DistrictCode.of("3601");
    private final VillageCode village = MadeUpSeason.VILLAGE;
    private final VillageCode part = MadeUpSeason.PART;
    private final AreaRegister register = AreaRegister.readCsv(
                    new ByteArrayInputStream(MadeUpRegister.csv().getBytes(UTF_8)))
            .value();
    private final AreaRegister january = MadeUpSeason.januaryRegister();
    private final List<HouseholdId> route = MadeUpSeason.route(register, village);
    private final Volunteer first = Volunteer.of(ActorId.of("v-1"), 70);
    private final Volunteer second = Volunteer.of(ActorId.of("v-2"), 70);
    private final Volunteer third = Volunteer.of(ActorId.of("v-3"), 70);
    private final List<Volunteer> volunteers = List.of(first, second, third);
    private final Season season = new Season(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 4, 30));

    /** The host's register of households. */
    private final class Households {
        Optional<VillageCode> village(HouseholdId household) {
            return MadeUpSeason.village(household);
        }

        Collection<HouseholdId> in(VillageCode code) {
            return MadeUpSeason.route(january, code);
        }
    }

    @Test
    void theSeasonOfADistrictGoesFromTheOfficialTargetToTheBudgetIndicator() {
        QuotaPlan plan = QuotaPlan.imposed(SurveyRounds.bmn2569())
                .cascade(province, register.tree(AreaView.ADMINISTRATIVE), CascadeRules.of(Method.WEBSTER))
                .value();
        long target = plan.target(district);
        String why = plan.explain(district).text(Text.THAI);

        assertThat(plan.target(province)).isEqualTo(263_543);
        assertThat(target).isEqualTo(15_657);
        assertThat(why).contains("3601");
        List<TargetReply> replies = MadeUpSeason.replies(plan);

        Reading<ConfirmedPlan> confirmed = Confirmation.of(
                        plan, register, Confirmation.PROVINCES_AND_DISTRICTS, replies)
                .value()
                .confirmed();

        assertThat(confirmed.value().replies()).hasSize(17);
        assertThat(Confirmation.of(
                                plan,
                                register,
                                Confirmation.PROVINCES_AND_DISTRICTS,
                                replies.subList(1, replies.size()))
                        .value()
                        .confirmed()
                        .findings())
                .hasSize(1);

        TargetList list = TargetList.along(plan, village, route, TargetList.Rule.EVENLY_ALONG_ROUTE)
                .value();
        List<Stop> stops = route.stream()
                .filter(household -> list.period(household).isPresent())
                .map(Stop::of)
                .toList();
        long needed = VolunteerPlan.of(plan, AreaLevel.VILLAGE, VolunteerRatios.everywhere(40))
                .value()
                .volunteers(village);
        VisitPlan visits =
                VisitProblem.of(village, stops, volunteers).alongRoute().value();
        String page = visits.list(first.id()).toHtml(Text.THAI, Digits.THAI);

        assertThat(list.size()).isEqualTo(198);
        assertThat(needed).isEqualTo(5);
        assertThat(visits.breaks()).isZero();
        assertThat(page).contains(village + "-1");

        Reallocation change = Reallocation.of(plan, register, january, Method.WEBSTER)
                .change(new VillageChange.Split(village, List.of(village, part)))
                .within(Reallocation.Scope.SIBLINGS)
                .value();
        ConfirmedPlan inForce = Confirmation.of(change.plan(), january, Confirmation.PROVINCES_AND_DISTRICTS, replies)
                .value()
                .confirmed()
                .value();

        assertThat(change.rows()).hasSize(6);
        assertThat(inForce.plan().target(village) + inForce.plan().target(part)).isEqualTo(198 - 4);
        assertThat(inForce.plan().target(district)).isEqualTo(target);

        absence(visits);
        BudgetIndicator indicator = indicator(inForce);
        assertThat(indicator.row(district).exist().done()).isEqualTo(9_241);
    }

    private void absence(VisitPlan visits) {
        List<Stop> stopsNow =
                MadeUpSeason.route(january, village).stream().map(Stop::of).toList();
        Map<HouseholdId, ActorId> visited = new HashMap<>();
        visits.households(first.id()).stream().limit(20).forEach(household -> visited.put(household, first.id()));
        LocalDate day = LocalDate.of(2026, 2, 2);

        VisitPlan covered = VisitProblem.of(
                        village, stopsNow, List.of(first.withAbsence(day, day.plusDays(13)), second, third))
                .withVisited(visited)
                .on(day)
                .keeping(visits.toMap(), VisitProblem.Priority.FEWEST_MOVES)
                .value();
        List<VisitPlan.Move> moves = covered.movesFrom(visits.toMap());

        assertThat(covered.households(first.id())).hasSize(20).allMatch(visited::containsKey);
        assertThat(moves)
                .isNotEmpty()
                .allMatch(move -> move.from() == null || move.from().equals(first.id()));
        VisitPlan back = VisitProblem.of(village, stopsNow, volunteers)
                .withVisited(visited)
                .on(day.plusDays(14))
                .keeping(visits.toMap(), VisitProblem.Priority.FEWEST_MOVES)
                .value();
        assertThat(back.movesFrom(visits.toMap())).allMatch(move -> move.from() == null);
    }

    private BudgetIndicator indicator(ConfirmedPlan inForce) {
        Households households = new Households();
        Instant now = MadeUpSeason.END_OF_JANUARY;
        List<HouseholdEvent> events = MadeUpSeason.events(inForce.plan(), january, district);
        List<Finding> findings = new ArrayList<>();
        Period firstPeriod = inForce.plan().periods().get(0);

        ProgressCount count = ProgressCount.of(inForce, now, households::village);
        events.forEach(event -> count.add(event).ifPresent(findings::add));
        ProgressSnapshot snapshot = count.snapshot();
        Map<AreaCode, Long> done = new HashMap<>();
        for (AreaCode each : inForce.plan().areas(AreaLevel.VILLAGE)) {
            done.put(each, snapshot.figures(each, firstPeriod).done());
        }
        QuotaPlan open = inForce.plan().close(firstPeriod, done).value();

        assertThat(findings).isEmpty();
        assertThat(open.target(district)).isEqualTo(15_657);
        assertThat(open.target(district, firstPeriod))
                .isEqualTo(snapshot.figures(district, firstPeriod).done());
        assertThat(open.closedPeriods()).containsExactly(firstPeriod);

        ProgressBoard board = ProgressBoard.of(snapshot, district, season);
        Pace pace = board.total().pace();
        Optional<Ratio> perDay = pace.perDay();
        Optional<Ratio> neededPerDay = pace.neededPerDay();
        Optional<LocalDate> full = pace.forecastDay();
        String html = board.toHtml(Text.THAI);

        assertThat(perDay).isPresent();
        assertThat(neededPerDay).isPresent();
        assertThat(full).contains(LocalDate.of(2026, 4, 4));
        assertThat(html).contains("3601");
        Predicate<HouseholdId> correct = household -> !household.value().endsWith("1");
        Predicate<HouseholdId> complete = household -> true;
        Predicate<VillageCode> certified = code -> !code.equals(part);

        QualityPolicy policy = QualityPolicy.offered(correct, complete, certified);
        BudgetIndicator indicator = BudgetIndicator.of(snapshot, policy, households::in);
        long counted = indicator.row(district).all().done();
        String report = indicator.toText(Text.THAI);

        assertThat(counted)
                .isPositive()
                .isLessThan(board.total().pace().figures().done());
        assertThat(report).contains("มิใช่ของทางราชการ");
        return indicator;
    }

    @Test
    void theDocsShowThisCode() throws IOException {
        String docs = Files.readString(Path.of("../../docs/season.md"), UTF_8);
        String own = Files.readString(
                Path.of("src/test/java/io/github/bmnkit/examples/quickstart/SeasonDocsTest.java"), UTF_8);
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(docs)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(blocks).hasSize(8).allSatisfy(block -> assertThat(bare(own)).contains(bare(block)));
    }

    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
    }
}
