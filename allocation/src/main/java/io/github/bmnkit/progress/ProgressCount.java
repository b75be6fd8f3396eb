package io.github.bmnkit.progress;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.quota.ConfirmedPlan;
import io.github.bmnkit.quota.TargetList;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Counts the events of households up to a moment. Households count, not events: an event that arrives twice changes
 * nothing, and the order of arrival makes no difference.
 *
 * <p>A household is done if it reached the step that the host counts after the last time that its data were returned,
 * given up, or collected anew, as a correction is; of things that happened in the same microsecond, the interview counts
 * first and the return last. An event is recognised as a repeat
 * by what it says, so the same event must always arrive with the same moment.
 *
 * <p>A count is for one thread; several threads count parts of the events, in any partition, and merge their snapshots. It
 * keeps no ids: a household is known in its village by a fingerprint of 64 bits, so that in a country of 80,000 villages
 * of 150 households the chance that any two are taken for one is less than one in ten billion.
 */
public final class ProgressCount {
    private final ConfirmedPlan plan;
    private final Measure measure;
    private final Instant at;
    private final Function<HouseholdId, Optional<VillageCode>> villageOf;
    private final Map<VillageCode, OpenVillage> villages = new HashMap<>();

    private ProgressCount(
            ConfirmedPlan plan, Measure measure, Instant at, Function<HouseholdId, Optional<VillageCode>> villageOf) {
        this.plan = requireNonNull(plan, "plan");
        this.measure = requireNonNull(measure, "measure");
        this.at = requireNonNull(at, "at");
        this.villageOf = requireNonNull(villageOf, "villageOf");
    }

    /**
     * Starts a count of the households that the heads of households, or their representatives, confirmed.
     *
     * @param plan the targets
     * @param at the moment; what happened later is not counted
     * @param villageOf the host's register of households: in which village one is registered; empty if it is unknown
     * @return the count, with nothing in it
     */
    public static ProgressCount of(
            ConfirmedPlan plan, Instant at, Function<HouseholdId, Optional<VillageCode>> villageOf) {
        return of(plan, Measure.CONFIRMED, at, villageOf);
    }

    /**
     * Starts a count of the households that reached a step.
     *
     * @param plan the targets
     * @param measure which step counts
     * @param at the moment; what happened later is not counted
     * @param villageOf the host's register of households: in which village one is registered; empty if it is unknown
     * @return the count, with nothing in it
     */
    public static ProgressCount of(
            ConfirmedPlan plan, Measure measure, Instant at, Function<HouseholdId, Optional<VillageCode>> villageOf) {
        return new ProgressCount(plan, measure, at, villageOf);
    }

    /**
     * Says which households make up the target of a village. Then those fill the periods in which they are due, and others
     * that are done are over; without a list, the households of a village fill its periods in their order.
     *
     * @param list the target list of the plan for a village
     * @return this count
     * @throws IllegalArgumentException if the list is not of this plan, or another list was given for the village
     */
    public ProgressCount list(TargetList list) {
        if (!plan.plan().contains(list.village())) {
            throw new IllegalArgumentException("no village " + list.village() + " in the plan");
        }
        OpenVillage village = village(list.village());
        boolean again = village.isListed();
        village.list();
        for (int k = 0; k < plan.plan().periods().size(); k++) {
            List<HouseholdId> households =
                    list.byPeriod().getOrDefault(plan.plan().periods().get(k), List.of());
            long target =
                    plan.plan().target(list.village(), plan.plan().periods().get(k));
            if (households.size() != target) {
                throw new IllegalArgumentException("the list of " + list.village() + " is not of this plan: "
                        + households.size() + " households for a target of " + target);
            }
            for (HouseholdId household : households) {
                long key = HouseholdStates.key(household);
                if (again && village.due(key) != k) {
                    throw new IllegalArgumentException("another list was given for " + list.village());
                }
                village.list(key, k);
            }
        }
        return this;
    }

    /**
     * Takes an event. One that happened after the moment of this count is left out.
     *
     * @param event what happened to a household
     * @return why the event can't be counted: its household is unknown, or its village has no target; else empty
     */
    public Optional<Finding> add(HouseholdEvent event) {
        Optional<VillageCode> village = villageOf.apply(event.household());
        if (village.isEmpty()) {
            return Optional.of(Finding.of(ProgressFinding.UNKNOWN_HOUSEHOLD)
                    .with("household", event.household().value()));
        }
        OpenVillage open = villages.get(village.get());
        if (open == null && !plan.plan().contains(village.get())) {
            return Optional.of(Finding.of(ProgressFinding.NO_TARGET)
                    .at(Place.area(village.get().value()))
                    .with("household", event.household().value())
                    .with("area", village.get().value()));
        }
        boolean changes =
                !(event instanceof HouseholdEvent.Assigned) && !event.at().isAfter(at);
        if (changes) {
            open = open == null ? village(village.get()) : open;
            int position = open.position(HouseholdStates.key(event.household()));
            HouseholdStates.take(open.states(), position, event, measure);
        }
        return Optional.empty();
    }

    private OpenVillage village(VillageCode code) {
        return villages.computeIfAbsent(
                code,
                any -> new OpenVillage(
                        plan.register().tree(AreaView.ADMINISTRATIVE).households(code)));
    }

    /**
     * Returns what is counted so far. The count can go on.
     *
     * @return the figures at the moment of this count
     */
    public ProgressSnapshot snapshot() {
        Map<VillageCode, VillageTally> tallies = new HashMap<>(villages.size() * 2);
        villages.forEach(
                (code, village) -> tallies.put(code, village.tally(ProgressSnapshot.targets(plan.plan(), code))));
        return new ProgressSnapshot(plan, measure, at, tallies);
    }

    @Override
    public String toString() {
        return "ProgressCount[" + measure + ", at=" + at + ", villages=" + villages.size() + "]";
    }
}
