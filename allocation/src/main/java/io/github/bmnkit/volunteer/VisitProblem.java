package io.github.bmnkit.volunteer;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.HouseholdId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The households of a village, in the order of a walk, and the volunteers who shall visit them.
 *
 * <pre>{@code
 * VisitProblem problem = VisitProblem.of(village, route, volunteers);
 * Reading<VisitPlan> first = problem.alongRoute();
 * Reading<VisitPlan> next = problem.keeping(lastYear, VisitProblem.Priority.FEWEST_MOVES);
 * }</pre>
 *
 * <p>Whatever is asked for, a plan gives every household exactly one volunteer who may visit it, and no volunteer more
 * than the capacity. If there is no such plan, there is no result but the reasons: households that only some volunteers
 * may visit, and how much room these have. Equal choices are made by the ids of the volunteers and the order of the
 * route; the order of the list of volunteers does not matter.
 */
public final class VisitProblem {
    private final VillageCode village;
    private final List<Stop> route;
    private final List<HouseholdId> households;
    private final List<Volunteer> volunteers;
    private final Map<HouseholdId, ActorId> visited;
    private final @Nullable LocalDate day;

    private VisitProblem(
            VillageCode village,
            List<Stop> route,
            List<HouseholdId> households,
            List<Volunteer> volunteers,
            Map<HouseholdId, ActorId> visited,
            @Nullable LocalDate day) {
        this.village = village;
        this.route = route;
        this.households = households;
        this.volunteers = volunteers;
        this.visited = visited;
        this.day = day;
    }

    /** What counts first when last year's volunteers are kept. */
    public enum Priority {
        /** Nobody moves without need; loads differ as they did, and only among equals are they evened out. */
        FEWEST_MOVES,
        /** Loads are as even as can be; among all such plans the one with the fewest moves. */
        EVEN_LOADS
    }

    /**
     * Returns a problem in which nobody was visited yet and nobody is absent.
     *
     * @param village the village; findings name it
     * @param route the households, in the order of a walk that the host chose
     * @param volunteers the volunteers, in any order
     * @return the problem
     */
    public static VisitProblem of(VillageCode village, List<Stop> route, List<Volunteer> volunteers) {
        List<Volunteer> byId = volunteers.stream()
                .sorted(Comparator.comparing(volunteer -> volunteer.id().value()))
                .toList();
        return new VisitProblem(
                requireNonNull(village, "village"),
                List.copyOf(route),
                route.stream().map(Stop::household).toList(),
                byId,
                Map.of(),
                null);
    }

    /**
     * Returns this problem in the middle of the season: a household that was visited stays with its visitor, whatever the
     * capacity and whoever may, and takes up the visitor's room. A volunteer who left stays in the list, with the
     * capacity 0, as long as the households already visited are on the route.
     *
     * @param newVisited who visited which household; others than those of the route do not matter
     * @return the problem
     */
    public VisitProblem withVisited(Map<HouseholdId, ActorId> newVisited) {
        return new VisitProblem(village, route, households, volunteers, Map.copyOf(newVisited), day);
    }

    /**
     * Returns this problem as it is on a day: volunteers who are absent then can't be given a household. With {@link
     * #withVisited} and {@link #keeping} the households that an absent volunteer has not visited go to those who have
     * room. Afterwards, keeping the plan from before the absence gives the rest of them back; keeping the plan of the
     * absence does not.
     *
     * @param newDay the day
     * @return the problem
     */
    public VisitProblem on(LocalDate newDay) {
        return new VisitProblem(village, route, households, volunteers, visited, requireNonNull(newDay, "newDay"));
    }

    /**
     * Gives the households out along the route.
     *
     * <p>Loads come first: they are as even as capacities and eligibility allow (the least sum of squares, so that no
     * household could go from one volunteer to another with at least two fewer). Without own households, languages,
     * refusals and visits on the route, each volunteer then has one stretch of it, and two loads differ by one at most,
     * unless the smaller one is at its capacity. With them, stretches may have to be broken: of all plans with the most
     * even loads this is one with the fewest breaks ({@link VisitPlan#breaks}). That problem is NP-hard; where the search
     * for it was cut short, the finding {@link VisitFinding#BREAKS_NOT_PROVEN} says so, and only the number of breaks
     * may not be the least.
     *
     * @return the plan, or all reasons why there is none
     */
    public Reading<VisitPlan> alongRoute() {
        List<Finding> faults = faults();
        if (!faults.isEmpty()) {
            return Reading.nothing(faults);
        }
        Eligibility eligibility = new Eligibility(route, volunteers, visited, day);
        int[] nobody = new int[route.size()];
        Arrays.fill(nobody, Eligibility.NOBODY);
        VisitFlow flow = VisitFlow.of(eligibility, nobody, false);
        if (!flow.isComplete()) {
            return Reading.nothing(new Shortage(flow, place()).findings());
        }
        StretchSearch search = new StretchSearch(flow);
        int[] found = search.find();
        if (found != null) {
            return Reading.of(plan(found));
        }
        VisitPlan plan = plan(Layout.of(flow));
        return Reading.of(
                plan,
                List.of(Finding.of(VisitFinding.BREAKS_NOT_PROVEN)
                        .at(place())
                        .with("breaks", plan.breaks())
                        .with("steps", search.steps())));
    }

    /**
     * Keeps who had the households before, with the fewest moves. A move is a household that gets another volunteer than
     * before or had none of today's. The number of moves is the least possible: by minimum-cost flow, whatever the
     * eligibility. Of equal plans it is one with the most even loads. Where several households could move equally well,
     * neighbours are kept together where that is easily done; the number of breaks is counted but not the least.
     *
     * @param before who had which household, such as last year's {@link VisitPlan#toMap}; households and volunteers that
     *     are gone do not matter
     * @param priority whether moves or even loads count first
     * @return the plan, or all reasons why there is none; {@link VisitPlan#movesFrom} names the moves
     */
    public Reading<VisitPlan> keeping(Map<HouseholdId, ActorId> before, Priority priority) {
        requireNonNull(priority, "priority");
        requireNonNull(before, "before");
        List<Finding> faults = faults();
        if (!faults.isEmpty()) {
            return Reading.nothing(faults);
        }
        Eligibility eligibility = new Eligibility(route, volunteers, visited, day);
        int[] previous = new int[route.size()];
        Arrays.setAll(previous, i -> eligibility.position(before.get(households.get(i))));
        VisitFlow flow = VisitFlow.of(eligibility, previous, priority == Priority.FEWEST_MOVES);
        return flow.isComplete()
                ? Reading.of(plan(Layout.of(flow)))
                : Reading.nothing(new Shortage(flow, place()).findings());
    }

    private List<Finding> faults() {
        if (volunteers.isEmpty() && !route.isEmpty()) {
            return List.of(Finding.of(VisitFinding.NO_VOLUNTEERS).at(place()).with("households", route.size()));
        }
        return Eligibility.faults(route, volunteers, visited, place());
    }

    private Place place() {
        return Place.area(village.value());
    }

    private VisitPlan plan(int[] assigned) {
        List<ActorId> ids = volunteers.stream().map(Volunteer::id).toList();
        return VisitPlan.of(village, households, ids, assigned);
    }

    @Override
    public String toString() {
        return "VisitProblem[village=" + village + ", households=" + route.size() + ", volunteers=" + volunteers.size()
                + "]";
    }
}
