package io.github.bmnkit.volunteer;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.identity.HouseholdId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who visits which household of a village: every household of the route has exactly one volunteer. Kept as stretches of
 * the route, so that a country fits into memory beside the ids of its households.
 */
public final class VisitPlan {
    private final VillageCode village;
    private final List<HouseholdId> route;
    private final List<ActorId> volunteers;
    /** Where each stretch starts, in order, and whose it is. */
    private final int[] starts;

    private final int[] owners;

    private VisitPlan(
            VillageCode village, List<HouseholdId> route, List<ActorId> volunteers, int[] starts, int[] owners) {
        this.village = village;
        this.route = route;
        this.volunteers = volunteers;
        this.starts = starts;
        this.owners = owners;
    }

    /** Makes a plan of the position of each stop's volunteer. */
    static VisitPlan of(VillageCode village, List<HouseholdId> route, List<ActorId> volunteers, int[] assigned) {
        int[] starts = new int[assigned.length];
        int[] owners = new int[assigned.length];
        int stretches = 0;
        for (int i = 0; i < assigned.length; i++) {
            if (i == 0 || assigned[i] != assigned[i - 1]) {
                starts[stretches] = i;
                owners[stretches++] = assigned[i];
            }
        }
        return new VisitPlan(
                village, route, volunteers, Arrays.copyOf(starts, stretches), Arrays.copyOf(owners, stretches));
    }

    /**
     * A household that gets another volunteer than it had, or one for the first time.
     *
     * @param household which household
     * @param from who had it before; null if nobody
     * @param to who has it now
     */
    public record Move(HouseholdId household, @Nullable ActorId from, ActorId to) {
        /**
         * Checks that every part is there.
         *
         * @param household which household
         * @param from who had it before; null if nobody
         * @param to who has it now
         */
        public Move {
            requireNonNull(household, "household");
            requireNonNull(to, "to");
        }
    }

    /**
     * Returns the village.
     *
     * @return its code
     */
    public VillageCode village() {
        return village;
    }

    /**
     * Returns the households.
     *
     * @return the households, in the order of the route
     */
    public List<HouseholdId> route() {
        return route;
    }

    /**
     * Returns the volunteers, with those who have nobody to visit.
     *
     * @return the volunteers, in the order of their ids
     */
    public List<ActorId> volunteers() {
        return volunteers;
    }

    /**
     * Returns who visits a household. The route is searched from its start; for many questions {@link #toMap} is faster.
     *
     * @param household a household of the route
     * @return the volunteer
     * @throws IllegalArgumentException if it is not on the route
     */
    public ActorId volunteer(HouseholdId household) {
        int stop = route.indexOf(requireNonNull(household, "household"));
        if (stop < 0) {
            throw new IllegalArgumentException("no household " + household + " on the route of " + village);
        }
        return at(stop);
    }

    private ActorId at(int stop) {
        int found = Arrays.binarySearch(starts, stop);
        return volunteers.get(owners[found < 0 ? -found - 2 : found]);
    }

    /**
     * Returns whom a volunteer visits.
     *
     * @param volunteer one of the volunteers
     * @return the households, in the order of the route
     * @throws IllegalArgumentException if there is no such volunteer
     */
    public List<HouseholdId> households(ActorId volunteer) {
        return stops(volunteer).stream().map(route::get).toList();
    }

    /** Returns where on the route a volunteer's households are, from 0. */
    List<Integer> stops(ActorId volunteer) {
        int position = position(volunteer);
        List<Integer> stops = new ArrayList<>();
        for (int k = 0; k < starts.length; k++) {
            for (int i = starts[k]; owners[k] == position && i < end(k); i++) {
                stops.add(i);
            }
        }
        return stops;
    }

    private int end(int stretch) {
        return stretch + 1 < starts.length ? starts[stretch + 1] : route.size();
    }

    private int position(ActorId volunteer) {
        int position = volunteers.indexOf(requireNonNull(volunteer, "volunteer"));
        if (position < 0) {
            throw new IllegalArgumentException("no volunteer " + volunteer + " in " + village);
        }
        return position;
    }

    /**
     * Counts in how many stretches of the route a volunteer's households lie.
     *
     * @param volunteer one of the volunteers
     * @return the number of stretches; 1 if the households are neighbours, 0 if there are none
     * @throws IllegalArgumentException if there is no such volunteer
     */
    public int stretches(ActorId volunteer) {
        int position = position(volunteer);
        return (int) Arrays.stream(owners).filter(owner -> owner == position).count();
    }

    /**
     * Counts how often a volunteer has to leave out a part of the route.
     *
     * @return the number of stretches beyond the first of each volunteer; 0 if everybody's households are neighbours
     */
    public int breaks() {
        return owners.length - (int) Arrays.stream(owners).distinct().count();
    }

    /**
     * Compares with who had the households before.
     *
     * @param before who had which household; others than those of the route do not matter
     * @return the households that have another volunteer now, or had none, in the order of the route
     */
    public List<Move> movesFrom(Map<HouseholdId, ActorId> before) {
        List<Move> moves = new ArrayList<>();
        toMap().forEach((household, now) -> {
            ActorId then = before.get(household);
            if (!now.equals(then)) {
                moves.add(new Move(household, then, now));
            }
        });
        return moves;
    }

    /**
     * Returns who visits every household, as a host stores it and next year's plan starts from it.
     *
     * @return a new map, in the order of the route
     */
    public Map<HouseholdId, ActorId> toMap() {
        Map<HouseholdId, ActorId> map = new LinkedHashMap<>(route.size() * 2);
        for (int k = 0; k < starts.length; k++) {
            for (int i = starts[k]; i < end(k); i++) {
                map.put(route.get(i), volunteers.get(owners[k]));
            }
        }
        return map;
    }

    /**
     * Returns the list that a volunteer takes along.
     *
     * @param volunteer one of the volunteers
     * @return the list
     * @throws IllegalArgumentException if there is no such volunteer
     */
    public VolunteerList list(ActorId volunteer) {
        return VolunteerList.of(this, volunteer);
    }

    /**
     * Writes the plan as CSV: {@code village_code}, {@code stop} (from 1), {@code household_id}, {@code volunteer_id}.
     *
     * @return the CSV text, with a header
     */
    public String toCsv() {
        CsvWriter out = new CsvWriter(List.of("village_code", "stop", "household_id", "volunteer_id"));
        for (int i = 0; i < route.size(); i++) {
            out.row(List.of(
                    village.value(), Integer.toString(i + 1), route.get(i).value(), at(i).value()));
        }
        return out.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VisitPlan that
                && village.equals(that.village)
                && route.equals(that.route)
                && volunteers.equals(that.volunteers)
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(owners, that.owners);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(starts) * 31 + route.hashCode();
    }

    @Override
    public String toString() {
        return "VisitPlan[village=" + village + ", households=" + route.size() + ", volunteers=" + volunteers.size()
                + ", breaks=" + breaks() + "]";
    }
}
