package io.github.bmnkit.quota;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.round.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which registered households make up the target of one village, period by period: exactly as many as the plan says, each
 * once. A host that chose them says which, or a {@link Rule} chooses along the route.
 */
public final class TargetList {
    private static final Text ROUND = Text.of("ทั้งรอบ", "the whole round");

    private final VillageCode village;
    private final Map<Period, List<HouseholdId>> households;

    private TargetList(VillageCode village, Map<Period, List<HouseholdId>> households) {
        this.village = village;
        this.households = households;
    }

    /** A household as it was listed, and where. */
    record Listed(HouseholdId household, Period period, Place place) {}

    /**
     * Takes the households that the host chose, and counts them against the target.
     *
     * @param plan the targets
     * @param village the village
     * @param chosen the households, in any order
     * @param villageOf the host's register of households: in which village one is registered; empty if it is unknown
     * @return the list, or everything that is wrong with it: unknown or foreign households, households that are listed
     *     twice, and periods with too few or too many
     * @throws IllegalArgumentException if the plan has no such village or period
     */
    public static Reading<TargetList> of(
            QuotaPlan plan,
            VillageCode village,
            Collection<Entry> chosen,
            Function<HouseholdId, Optional<VillageCode>> villageOf) {
        requireNonNull(villageOf, "villageOf");
        List<Listed> listed = new ArrayList<>(chosen.size());
        for (Entry entry : chosen) {
            plan.target(village, entry.period());
            listed.add(new Listed(entry.household(), entry.period(), Place.area(village.value())));
        }
        return checked(plan, village, listed, villageOf, List.of());
    }

    /**
     * Chooses households along the route through a village. The first periods get the first ones chosen, so that the
     * households of a period lie next to each other on the route.
     *
     * @param plan the targets
     * @param village the village
     * @param route all households registered in the village, in the order of the route
     * @param rule which ones to choose
     * @return the list, or why there is none: the route has fewer households than the target, or one of them twice
     * @throws IllegalArgumentException if the plan has no such village
     */
    public static Reading<TargetList> along(QuotaPlan plan, VillageCode village, List<HouseholdId> route, Rule rule) {
        requireNonNull(rule, "rule");
        long target = plan.target(village);
        List<Finding> findings = new ArrayList<>();
        if (route.size() < target) {
            findings.add(count(TargetFinding.LIST_SHORT, village, ROUND, route.size(), target));
        }
        findings.addAll(twice(village, route));
        if (!findings.isEmpty()) {
            return Reading.nothing(findings);
        }
        List<Listed> listed = new ArrayList<>();
        for (Period period : plan.periods()) {
            for (long i = plan.target(village, period); i > 0; i--) {
                HouseholdId household = route.get(rule.position(listed.size(), route.size(), target));
                listed.add(new Listed(household, period, Place.area(village.value())));
            }
        }
        return checked(plan, village, listed, any -> Optional.of(village), List.of());
    }

    private static List<Finding> twice(VillageCode village, List<HouseholdId> route) {
        List<HouseholdId> sorted = route.stream().sorted().toList();
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).equals(sorted.get(i - 1))) {
                findings.add(about(TargetFinding.LIST_TWICE, village, Place.area(village.value()), sorted.get(i)));
            }
        }
        return findings;
    }

    /** Counts what is listed against the target; what was found before stands against the list, too. */
    static Reading<TargetList> checked(
            QuotaPlan plan,
            VillageCode village,
            List<Listed> listed,
            Function<HouseholdId, Optional<VillageCode>> villageOf,
            List<Finding> before) {
        List<Finding> findings = new ArrayList<>(before);
        Map<HouseholdId, Listed> once = new LinkedHashMap<>(listed.size() * 2);
        for (Listed each : listed) {
            Optional<VillageCode> registered = villageOf.apply(each.household());
            if (registered.isEmpty()) {
                findings.add(about(TargetFinding.LIST_UNKNOWN_HOUSEHOLD, village, each.place(), each.household()));
            } else if (!registered.get().equals(village)) {
                findings.add(about(TargetFinding.LIST_OTHER_VILLAGE, village, each.place(), each.household())
                        .with("registered", registered.get().value()));
            } else if (once.putIfAbsent(each.household(), each) != null) {
                findings.add(about(TargetFinding.LIST_TWICE, village, each.place(), each.household()));
            }
        }
        Map<Period, List<HouseholdId>> households = new LinkedHashMap<>();
        for (Period period : plan.periods()) {
            List<HouseholdId> part = once.values().stream()
                    .filter(each -> each.period().equals(period))
                    .map(Listed::household)
                    .sorted()
                    .toList();
            households.put(period, part);
            long target = plan.target(village, period);
            if (part.size() != target) {
                findings.add(count(
                        part.size() < target ? TargetFinding.LIST_SHORT : TargetFinding.LIST_LONG,
                        village,
                        period.name(),
                        part.size(),
                        target));
            }
        }
        Reading<TargetList> reading =
                Reading.of(new TargetList(village, Collections.unmodifiableMap(households)), findings);
        return reading.hasErrors() ? Reading.nothing(findings) : reading;
    }

    private static Finding about(TargetFinding code, VillageCode village, Place place, HouseholdId household) {
        return Finding.of(code)
                .at(place.withArea(village.value()))
                .with("area", village.value())
                .with("household", household.value());
    }

    private static Finding count(TargetFinding code, VillageCode village, Text period, long listed, long target) {
        return Finding.of(code)
                .at(Place.area(village.value()))
                .with("area", village.value())
                .with("period", period)
                .with("listed", listed)
                .with("target", target)
                .with("difference", Math.abs(target - listed));
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
     * Returns all households of the list, period by period.
     *
     * @return the households of each period of the plan, in its order, sorted by id; a period may have none
     */
    public Map<Period, List<HouseholdId>> byPeriod() {
        return households;
    }

    /**
     * Returns all households of the list.
     *
     * @return the households, sorted by id
     */
    public List<HouseholdId> households() {
        return households.values().stream().flatMap(List::stream).sorted().toList();
    }

    /**
     * Returns how many households are on the list.
     *
     * @return the number, which is the village's target for the whole round
     */
    public int size() {
        return households.values().stream().mapToInt(List::size).sum();
    }

    /**
     * Returns in which period a household is due.
     *
     * @param household a household
     * @return its period; empty if it is not on the list
     */
    public Optional<Period> period(HouseholdId household) {
        requireNonNull(household, "household");
        return households.entrySet().stream()
                .filter(entry -> Collections.binarySearch(entry.getValue(), household) >= 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Streams what is listed, as it is written. */
    Stream<Entry> entries() {
        return households.entrySet().stream()
                .flatMap(period -> period.getValue().stream().map(each -> new Entry(each, period.getKey())));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TargetList that && village.equals(that.village) && households.equals(that.households);
    }

    @Override
    public int hashCode() {
        return 31 * village.hashCode() + households.hashCode();
    }

    @Override
    public String toString() {
        return "TargetList[" + village + ", households=" + size() + "]";
    }

    /**
     * A household that is due in a period.
     *
     * @param household the household
     * @param period the period
     */
    public record Entry(HouseholdId household, Period period) {
        /**
         * Checks that both are there.
         *
         * @param household the household
         * @param period the period
         */
        public Entry {
            requireNonNull(household, "household");
            requireNonNull(period, "period");
        }
    }

    /** How households are chosen along a route, where the target is less than what is registered. */
    public enum Rule {
        /** The first ones along the route. */
        FIRST_ALONG_ROUTE("ตามลำดับเส้นทาง", "the first along the route") {
            @Override
            int position(int i, int size, long target) {
                return i;
            }
        },
        /** At even distances along the whole route, from half a distance after its start (systematic selection). */
        EVENLY_ALONG_ROUTE("กระจายสม่ำเสมอตลอดเส้นทาง", "evenly along the route") {
            @Override
            int position(int i, int size, long target) {
                return (int) ((2L * i + 1) * size / (2 * target));
            }
        };

        private final Text text;

        Rule(String th, String en) {
            text = Text.of(th, en);
        }

        /** The position on a route of this size of the i-th household that is chosen, from 0. */
        abstract int position(int i, int size, long target);

        /**
         * Returns the name of the rule.
         *
         * @return the name in Thai and English
         */
        public Text text() {
            return text;
        }
    }
}
