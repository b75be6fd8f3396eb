package io.github.bmnkit.volunteer;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.identity.HouseholdId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A made-up village in which all is known: small enough to try every assignment of its households. */
record Village(
        List<Stop> route,
        List<Volunteer> volunteers,
        Map<HouseholdId, ActorId> before,
        Map<HouseholdId, ActorId> done) {
    static final VillageCode CODE = VillageCode.of("36010101");
    static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    static HouseholdId household(int number) {
        return HouseholdId.of("H" + number);
    }

    static ActorId actor(int number) {
        return ActorId.of("v" + number);
    }

    VisitProblem problem() {
        return VisitProblem.of(CODE, route, volunteers).withVisited(done).on(DAY);
    }

    Village withVolunteers(List<Volunteer> others) {
        return new Village(route, others, before, done);
    }

    Village withBefore(Map<HouseholdId, ActorId> other) {
        return new Village(route, volunteers, other, done);
    }

    /** A village without restrictions: so many households, and volunteers v0, v1 and so on with these capacities. */
    static Village open(int households, int... capacities) {
        List<Stop> route = new ArrayList<>();
        for (int i = 0; i < households; i++) {
            route.add(Stop.of(household(i)));
        }
        List<Volunteer> volunteers = new ArrayList<>();
        for (int v = 0; v < capacities.length; v++) {
            volunteers.add(Volunteer.of(actor(v), capacities[v]));
        }
        return new Village(route, volunteers, Map.of(), Map.of());
    }

    /** A random village; restricted ones have homes, languages, refusals, absences and visits. */
    static Village random(Random random, int maxHouseholds, int maxVolunteers, boolean restricted) {
        int households = 1 + random.nextInt(maxHouseholds);
        int[] capacities = new int[1 + random.nextInt(maxVolunteers)];
        // The larger of two, since most villages can be visited; but now and then somebody has little room.
        Arrays.setAll(
                capacities,
                v -> v > 0 && random.nextInt(5) == 0
                        ? random.nextInt(2)
                        : Math.max(random.nextInt(households + 2), random.nextInt(households + 2)));
        Village open = open(households, capacities);
        Map<HouseholdId, ActorId> before = new LinkedHashMap<>();
        boolean lopsided = random.nextBoolean();
        for (Stop stop : open.route()) {
            // One more than there are: volunteers who left. Now and then one volunteer had most.
            int had = lopsided && random.nextInt(4) > 0 ? 0 : random.nextInt(capacities.length + 2) - 1;
            if (had >= 0) {
                before.put(stop.household(), actor(had));
            }
        }
        Village village = open.withBefore(before);
        return restricted ? restricted(village, random) : village;
    }

    private static Village restricted(Village village, Random random) {
        List<Stop> route = new ArrayList<>();
        Map<HouseholdId, ActorId> done = new LinkedHashMap<>();
        int size = village.volunteers().size();
        for (Stop stop : village.route()) {
            Stop one = random.nextInt(8) == 0 ? stop.withLanguage("x") : stop;
            route.add(random.nextInt(5) == 0 ? one.withUnwanted(actor(random.nextInt(size))) : one);
            if (random.nextInt(8) == 0) {
                done.put(stop.household(), actor(random.nextInt(size)));
            }
        }
        List<Volunteer> volunteers = new ArrayList<>();
        for (Volunteer volunteer : village.volunteers()) {
            Volunteer one = volunteer.withOwn(household(random.nextInt(route.size() + 2)));
            one = random.nextInt(3) > 0 ? one.withLanguage("x") : one;
            volunteers.add(random.nextInt(9) == 0 ? one.withAbsence(DAY, DAY) : one);
        }
        return new Village(route, volunteers, village.before(), done);
    }

    /** May this volunteer be given this stop? Said anew, in the words of the task. */
    boolean allows(int stop, int volunteer) {
        Stop at = route.get(stop);
        Volunteer who = volunteers.get(volunteer);
        ActorId visitor = done.get(at.household());
        if (visitor != null) {
            return visitor.equals(who.id());
        }
        boolean absent = who.absences().stream()
                .anyMatch(absence -> !DAY.isBefore(absence.first()) && !DAY.isAfter(absence.last()));
        return !absent
                && !who.own().contains(at.household())
                && (at.language().isEmpty() || who.languages().contains(at.language()))
                && !at.unwanted().contains(who.id());
    }

    /** The most that a volunteer may have, those visited already included. */
    int capacity(int volunteer) {
        ActorId id = volunteers.get(volunteer).id();
        int visited = (int) route.stream()
                .filter(stop -> id.equals(done.get(stop.household())))
                .count();
        return Math.max(volunteers.get(volunteer).capacity(), visited);
    }

    boolean isRight(int[] assigned) {
        int[] loads = loads(assigned);
        for (int v = 0; v < loads.length; v++) {
            if (loads[v] > capacity(v)) {
                return false;
            }
        }
        for (int i = 0; i < assigned.length; i++) {
            if (!allows(i, assigned[i])) {
                return false;
            }
        }
        return true;
    }

    int[] loads(int[] assigned) {
        int[] loads = new int[volunteers.size()];
        for (int v : assigned) {
            loads[v]++;
        }
        return loads;
    }

    int squares(int[] assigned) {
        return Arrays.stream(loads(assigned)).map(load -> load * load).sum();
    }

    static int breaks(int[] assigned) {
        int stretches = 0;
        for (int i = 0; i < assigned.length; i++) {
            stretches += i == 0 || assigned[i] != assigned[i - 1] ? 1 : 0;
        }
        return stretches - (int) Arrays.stream(assigned).distinct().count();
    }

    /** How many households have another volunteer than before; those visited already are where they are. */
    int moves(int[] assigned) {
        int moves = 0;
        for (int i = 0; i < assigned.length; i++) {
            HouseholdId household = route.get(i).household();
            boolean same = volunteers.get(assigned[i]).id().equals(before.get(household));
            moves += !same && !done.containsKey(household) ? 1 : 0;
        }
        return moves;
    }

    /** Every assignment that is right. */
    List<int[]> all() {
        List<int[]> all = new ArrayList<>();
        int[] assigned = new int[route.size()];
        do {
            if (isRight(assigned)) {
                all.add(assigned.clone());
            }
        } while (next(assigned));
        return all;
    }

    /**
     * The least squares and then breaks, household by household over all loads and last volunteers: for villages with too
     * many assignments to try them all. Null if nothing is right.
     */
    int @Nullable [] evenThenFewestBreaks() {
        Map<List<Integer>, Integer> stretches = new HashMap<>(Map.of(Collections.nCopies(volunteers.size() + 1, 0), 0));
        for (int i = 0; i < route.size(); i++) {
            Map<List<Integer>, Integer> next = new HashMap<>();
            for (Map.Entry<List<Integer>, Integer> state : stretches.entrySet()) {
                for (int v = 0; v < volunteers.size(); v++) {
                    List<Integer> loads = new ArrayList<>(state.getKey());
                    int last = loads.set(volunteers.size(), v + 1);
                    loads.set(v, loads.get(v) + 1);
                    if (allows(i, v) && loads.get(v) <= capacity(v)) {
                        next.merge(loads, state.getValue() + (last == v + 1 ? 0 : 1), Math::min);
                    }
                }
            }
            stretches = next;
        }
        return stretches.entrySet().stream()
                .map(state -> {
                    List<Integer> loads = state.getKey().subList(0, volunteers.size());
                    int squares = loads.stream().mapToInt(load -> load * load).sum();
                    int busy = (int) loads.stream().filter(load -> load > 0).count();
                    return new int[] {squares, state.getValue() - busy};
                })
                .min(Comparator.<int[]>comparingInt(cost -> cost[0]).thenComparingInt(cost -> cost[1]))
                .orElse(null);
    }

    private boolean next(int[] assigned) {
        for (int i = 0; i < assigned.length; i++) {
            if (++assigned[i] < volunteers.size()) {
                return true;
            }
            assigned[i] = 0;
        }
        return false;
    }

    /** Positions of the volunteers of a plan. */
    int @Nullable [] positions(@Nullable VisitPlan plan) {
        if (plan == null) {
            return null;
        }
        List<ActorId> ids = volunteers.stream().map(Volunteer::id).toList();
        return plan.route().stream()
                .mapToInt(household -> ids.indexOf(plan.volunteer(household)))
                .toArray();
    }

    int count(Predicate<Stop> which) {
        return (int) route.stream().filter(which).count();
    }
}
