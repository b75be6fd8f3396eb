package io.github.bmnkit.volunteer;

import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.identity.HouseholdId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may visit which household, in numbers: stops in the order of the route, volunteers in the order of their ids.
 * Stops that the same volunteers may visit are of one kind; in most villages nearly all are.
 */
final class Eligibility {
    static final int NOBODY = -1;

    final List<Stop> route;
    final List<Volunteer> volunteers;
    /** The kind of each stop; of a household that was visited, one that only its visitor has. */
    final int[] kindOf;
    /** Of each kind, the volunteers who may. */
    final List<BitSet> kinds = new ArrayList<>();
    /** Who visited each stop, or {@link #NOBODY}. */
    final int[] visitedBy;
    /** How many households each volunteer visited. */
    final int[] visited;
    /** How many households each volunteer may have, those visited included. */
    final int[] capacities;

    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private final Map<ActorId, Integer> positions = new HashMap<>();
    private final BitSet present = new BitSet();

    Eligibility(List<Stop> route, List<Volunteer> volunteers, Map<HouseholdId, ActorId> done, @Nullable LocalDate day) {
        this.route = route;
        this.volunteers = volunteers;
        kindOf = new int[route.size()];
        visitedBy = new int[route.size()];
        visited = new int[volunteers.size()];
        Arrays.fill(visitedBy, NOBODY);
        Map<HouseholdId, BitSet> homes = new HashMap<>();
        for (int v = 0; v < volunteers.size(); v++) {
            Volunteer volunteer = volunteers.get(v);
            positions.put(volunteer.id(), v);
            present.set(v, day == null || !volunteer.isAbsent(day));
            for (HouseholdId own : volunteer.own()) {
                homes.computeIfAbsent(own, any -> new BitSet()).set(v);
            }
        }
        for (int i = 0; i < kindOf.length; i++) {
            Stop stop = route.get(i);
            ActorId visitor = done.get(stop.household());
            if (visitor != null) {
                visitedBy[i] = position(visitor);
            }
            kindOf[i] = kind(stop, homes.get(stop.household()), visitedBy[i]);
        }
        capacities = capacities();
    }

    private int[] capacities() {
        for (int visitor : visitedBy) {
            if (visitor != NOBODY) {
                visited[visitor]++;
            }
        }
        int[] most = new int[visited.length];
        Arrays.setAll(most, v -> Math.max(volunteers.get(v).capacity(), visited[v]));
        return most;
    }

    private int kind(Stop stop, @Nullable BitSet livingThere, int visitor) {
        BitSet may = present;
        if (visitor != NOBODY) {
            may = new BitSet();
            may.set(visitor);
        } else if (livingThere != null
                || !stop.language().isEmpty()
                || !stop.unwanted().isEmpty()) {
            may = (BitSet) present.clone();
            for (int v = may.nextSetBit(0); v >= 0; v = may.nextSetBit(v + 1)) {
                may.set(v, obstacle(volunteers.get(v), stop) == Obstacle.NONE);
            }
        }
        Integer known = numbers.get(may);
        if (known == null) {
            known = kinds.size();
            numbers.put(may, known);
            kinds.add(may);
        }
        return known;
    }

    private enum Obstacle {
        NONE,
        OWN,
        LANGUAGE,
        UNWANTED
    }

    private static Obstacle obstacle(Volunteer volunteer, Stop stop) {
        if (volunteer.own().contains(stop.household())) {
            return Obstacle.OWN;
        }
        if (!stop.language().isEmpty() && !volunteer.languages().contains(stop.language())) {
            return Obstacle.LANGUAGE;
        }
        return stop.unwanted().contains(volunteer.id()) ? Obstacle.UNWANTED : Obstacle.NONE;
    }

    int stops() {
        return kindOf.length;
    }

    boolean allows(int stop, int volunteer) {
        return kinds.get(kindOf[stop]).get(volunteer);
    }

    /** Returns where a volunteer stands in the order of ids, or {@link #NOBODY}. */
    int position(@Nullable ActorId id) {
        return id == null ? NOBODY : positions.getOrDefault(id, NOBODY);
    }

    /** Says why nobody may visit a stop: each volunteer is counted once, by the first reason. */
    Finding nobodyMay(int stop, Place village) {
        Map<Obstacle, Integer> counts = new HashMap<>();
        for (int v = present.nextSetBit(0); v >= 0; v = present.nextSetBit(v + 1)) {
            counts.merge(obstacle(volunteers.get(v), route.get(stop)), 1, Integer::sum);
        }
        return Finding.of(VisitFinding.NOBODY_MAY)
                .at(place(village, stop))
                .with("household", route.get(stop).household().value())
                .with("volunteers", volunteers.size())
                .with("absent", volunteers.size() - present.cardinality())
                .with("own", counts.getOrDefault(Obstacle.OWN, 0))
                .with("language", counts.getOrDefault(Obstacle.LANGUAGE, 0))
                .with("unwanted", counts.getOrDefault(Obstacle.UNWANTED, 0));
    }

    static Place place(Place village, int stop) {
        return village.withPointer("/route/" + stop);
    }

    /** Returns what is wrong with the data, whoever may visit whom. */
    static List<Finding> faults(
            List<Stop> route, List<Volunteer> volunteers, Map<HouseholdId, ActorId> done, Place village) {
        List<Finding> findings = new ArrayList<>();
        Set<HouseholdId> households = new HashSet<>(route.size() * 2);
        Set<ActorId> ids = new HashSet<>();
        for (Volunteer volunteer : volunteers) {
            if (!ids.add(volunteer.id())) {
                findings.add(Finding.of(VisitFinding.DUPLICATE_VOLUNTEER)
                        .at(village)
                        .with("volunteer", volunteer.id().value()));
            }
        }
        for (int i = 0; i < route.size(); i++) {
            HouseholdId household = route.get(i).household();
            if (!households.add(household)) {
                findings.add(Finding.of(VisitFinding.DUPLICATE_HOUSEHOLD)
                        .at(place(village, i))
                        .with("household", household.value()));
            }
            Optional<ActorId> visitor = Optional.ofNullable(done.get(household));
            if (visitor.isPresent() && !ids.contains(visitor.get())) {
                findings.add(Finding.of(VisitFinding.VISITED_BY_UNKNOWN)
                        .at(place(village, i))
                        .with("household", household.value())
                        .with("volunteer", visitor.get().value()));
            }
        }
        return findings;
    }
}
