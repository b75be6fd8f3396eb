package io.github.bmnkit.progress;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmer;
import io.github.bmnkit.fieldwork.HouseholdEvent.NonResponse;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.quota.CascadeRules;
import io.github.bmnkit.quota.Confirmation;
import io.github.bmnkit.quota.ConfirmedPlan;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.quota.TargetList;
import io.github.bmnkit.quota.TargetList.Rule;
import io.github.bmnkit.quota.TargetReply;
import io.github.bmnkit.testing.Registers;
import io.github.bmnkit.testing.Rounds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** A small province in which things happened to households, some of them at the same moment. */
record FieldSeason(
        ConfirmedPlan plan,
        Map<VillageCode, List<HouseholdId>> households,
        Map<VillageCode, TargetList> lists,
        List<HouseholdEvent> events,
        Measure measure) {
    static final Instant START = Instant.parse("2026-11-02T02:00:00Z");
    static final Instant AT = START.plusSeconds(1_000);
    private static final ActorId ACTOR = ActorId.of("a-1");
    private static final String ANSWERS = "0".repeat(64);
    private static final ProvinceCode PROVINCE = ProvinceCode.of("36");

    static Arbitrary<FieldSeason> any() {
        return Arbitraries.randoms().map(FieldSeason::of);
    }

    private static FieldSeason of(Random random) {
        StringBuilder csv = new StringBuilder(Registers.HEADER);
        Map<VillageCode, List<HouseholdId>> households = new LinkedHashMap<>();
        for (int district = 1; district <= 1 + random.nextInt(2); district++) {
            for (int tambon = 1; tambon <= 1 + random.nextInt(2); tambon++) {
                for (int village = 1; village <= 1 + random.nextInt(2); village++) {
                    int code = ((3600 + district) * 100 + tambon) * 100 + village;
                    String authority = random.nextInt(3) == 0 ? "X" : "A" + code / 100;
                    int size = random.nextInt(6);
                    households.put(
                            new VillageCode(code),
                            IntStream.range(0, size)
                                    .mapToObj(i -> HouseholdId.of("H" + code + "-" + i))
                                    .toList());
                    csv.append(code + ",บ้าน " + code + "," + code / 100 + ",ตำบล," + code / 10_000 + ",อำเภอ,36,"
                            + authority + ",อบต. " + authority + ",อบต.," + size + ",1\n");
                }
            }
        }
        AreaRegister register = Registers.read(csv.toString()).value();
        int registered = households.values().stream().mapToInt(List::size).sum();
        int first = random.nextInt(registered + 1);
        int second = random.nextInt(registered - first + 1);
        ConfirmedPlan plan = confirmed(register, first, second);
        Map<VillageCode, TargetList> lists = new LinkedHashMap<>();
        households.forEach((village, route) -> {
            if (random.nextInt(3) == 0) {
                lists.put(
                        village,
                        TargetList.along(plan.plan(), village, route, Rule.EVENLY_ALONG_ROUTE)
                                .value());
            }
        });
        List<HouseholdEvent> events = new ArrayList<>();
        for (List<HouseholdId> village : households.values()) {
            for (HouseholdId household : village) {
                for (int i = random.nextInt(6); i > 0; i--) {
                    Instant at = AT.plusSeconds(random.nextInt(10) - 12);
                    events.add(event(random.nextInt(9), "e" + events.size(), household, at));
                }
            }
        }
        return new FieldSeason(
                plan, households, lists, events, Measure.values()[random.nextInt(Measure.values().length)]);
    }

    static ConfirmedPlan confirmed(AreaRegister register, long first, long second) {
        QuotaPlan plan = QuotaPlan.imposed(Rounds.of(Map.of(PROVINCE, new long[] {first, second})))
                .cascade(CountryCode.THAILAND, register.tree(AreaView.ADMINISTRATIVE), CascadeRules.of(Method.WEBSTER))
                .value();
        TargetReply reply = new TargetReply.Confirmed(CountryCode.THAILAND, first + second, ACTOR, START);
        return Confirmation.of(plan, register, Set.of(AreaLevel.COUNTRY), List.of(reply))
                .value()
                .confirmed()
                .value();
    }

    static HouseholdEvent event(int kind, String id, HouseholdId household, Instant at) {
        return switch (kind) {
            case 0 -> new HouseholdEvent.Assigned(id, household, at, ACTOR, ACTOR);
            case 1 -> new HouseholdEvent.Collected(id, household, at, ACTOR, ANSWERS);
            case 2 -> new HouseholdEvent.Checked(id, household, at, ACTOR);
            case 3 -> new HouseholdEvent.Returned(id, household, at, ACTOR, "R1");
            case 4 -> new HouseholdEvent.ResolvedWithoutData(id, household, at, ACTOR, NonResponse.MOVED, "visit-1");
            default -> confirmed(id, household, at);
        };
    }

    static HouseholdEvent confirmed(String id, HouseholdId household, Instant at) {
        return new HouseholdEvent.Confirmed(id, household, at, ACTOR, Confirmer.HEAD, ANSWERS);
    }

    Optional<VillageCode> village(HouseholdId household) {
        return households.entrySet().stream()
                .filter(each -> each.getValue().contains(household))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    ProgressCount count() {
        return ProgressCount.of(plan, measure, AT, this::village);
    }

    ProgressSnapshot snapshot() {
        return snapshot(events);
    }

    ProgressSnapshot snapshot(List<HouseholdEvent> some) {
        ProgressCount count = count();
        lists.values().forEach(count::list);
        some.forEach(event -> count.add(event).ifPresent(finding -> {
            throw new AssertionError(finding);
        }));
        return count.snapshot();
    }

    /** The events in another order, some of them more than once. */
    List<HouseholdEvent> again(Random random) {
        List<HouseholdEvent> again = new ArrayList<>(events);
        for (HouseholdEvent event : events) {
            if (random.nextInt(3) == 0) {
                again.add(event);
            }
        }
        Collections.shuffle(again, random);
        return again;
    }

    /** All areas of both views. */
    Set<AreaCode> areas() {
        Set<AreaCode> areas = new LinkedHashSet<>();
        for (AreaView view : AreaView.values()) {
            AreaTree tree = plan.register().tree(view);
            IntStream.range(0, tree.size()).mapToObj(tree::area).forEach(areas::add);
        }
        return areas;
    }

    /** The villages of an area, found from below. */
    List<VillageCode> villages(AreaCode area) {
        List<VillageCode> villages = new ArrayList<>();
        for (VillageCode village : households.keySet()) {
            boolean in = false;
            for (AreaView view : AreaView.values()) {
                AreaTree tree = plan.register().tree(view);
                for (Optional<AreaCode> at = Optional.of(village); at.isPresent(); at = tree.parent(at.get())) {
                    in |= at.get().equals(area);
                }
            }
            if (in && plan.plan().contains(village)) {
                villages.add(village);
            }
        }
        return villages;
    }
}
