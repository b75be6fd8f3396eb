package io.github.bmnkit.batch;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.OutcomeCounts;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is to be found across households, with everything in memory and in the words of the documentation. */
final class NaiveAcross {
    /** A response and where it came from. */
    record Seen(String source, long number, HouseholdResponse response) {
        String at(int member) {
            return response.household() + "/" + member + "/" + source + "/" + number;
        }
    }

    final List<Seen> now = new ArrayList<>();
    final List<Seen> before = new ArrayList<>();
    final Map<VillageCode, Long> targets = new TreeMap<>();
    final Map<VillageCode, Set<HouseholdId>> lists = new TreeMap<>();
    /** What is said twice is expected twice: parts of the last round number their responses each from 1. */
    final List<String> found = new ArrayList<>();

    final Map<String, OutcomeCounts> counts = new HashMap<>();
    private final int listed;

    NaiveAcross(int listed) {
        this.listed = listed;
    }

    static ActorId collector(HouseholdResponse response) {
        String house = ((Value.Words) response.answer(AnswerPath.of("house"))).value();
        return house.contains("5") ? null : ActorId.of("C " + house);
    }

    static long capacity(ActorId collector) {
        return 1 + collector.value().charAt(collector.value().length() - 1) - '0';
    }

    static List<AreaCode> areas(VillageCode village) {
        return List.of(village, Households.district(village));
    }

    static String text(FoundAcross each) {
        return each.finding().code().id() + " " + each.finding().place() + " "
                + each.finding().arguments() + " " + each.households() + " " + each.records() + " "
                + each.first().stream()
                        .map(one -> one.household() + "/" + one.member() + "/" + one.source() + "/" + one.number())
                        .toList();
    }

    private void found(
            String code, String place, Map<String, ?> arguments, long households, long records, List<String> first) {
        found.add(code + " " + place + " " + arguments + " " + households + " " + records + " " + first);
    }

    private void count(String code, Outcome outcome, Collection<? extends AreaCode> areas) {
        counts.merge(code, OutcomeCounts.ZERO.plus(outcome), OutcomeCounts::plus);
        for (AreaCode area : new HashSet<>(areas)) {
            counts.merge(code + " in " + area, OutcomeCounts.ZERO.plus(outcome), OutcomeCounts::plus);
        }
    }

    private static List<AreaCode> areas(HouseholdResponse response) {
        VillageCode village = (VillageCode) Households.village(response);
        return village == null ? List.of() : areas(village);
    }

    private static List<AreaCode> areas(List<Seen> all) {
        return all.stream().flatMap(each -> areas(each.response()).stream()).toList();
    }

    private static <K> Map<K, List<Seen>> by(List<Seen> all, Function<HouseholdResponse, K> key) {
        return all.stream()
                .sorted(Comparator.comparing((Seen each) -> each.response().household())
                        .thenComparing(Seen::source)
                        .thenComparing(Seen::number))
                .collect(Collectors.groupingBy(each -> key.apply(each.response())));
    }

    private static long households(List<Seen> all) {
        return all.stream().map(each -> each.response().household()).distinct().count();
    }

    private static List<String> first(List<Seen> all, int most) {
        return all.stream().limit(most).map(each -> each.at(0)).toList();
    }

    void decide() {
        Map<HouseholdId, List<Seen>> ours = by(now, HouseholdResponse::household);
        Map<HouseholdId, List<Seen>> theirs = by(before, HouseholdResponse::household);
        ours.values().forEach(this::twice);
        by(now, response -> Optional.ofNullable(collector(response))).forEach(this::collectors);
        villages(ours);
        lists(ours);
        ours.forEach((id, seen) -> round("new", seen, theirs.getOrDefault(id, List.of())));
        theirs.forEach((id, seen) -> round("gone", seen, ours.getOrDefault(id, List.of())));
        ours.forEach((id, seen) -> amounts(seen, theirs.getOrDefault(id, List.of())));
    }

    private void twice(List<Seen> seen) {
        for (Seen each : seen) {
            count("across.same-household", seen.size() > 1 ? Outcome.FAIL : Outcome.PASS, areas(each.response()));
        }
        if (seen.size() > 1) {
            found(
                    "across.same-household",
                    "",
                    Map.of("responses", (long) seen.size()),
                    1,
                    seen.size(),
                    first(seen, Math.max(1, listed)));
        }
    }

    private void collectors(Optional<ActorId> who, List<Seen> seen) {
        seen.forEach(each ->
                count("across.collector-unknown", who.isEmpty() ? Outcome.FAIL : Outcome.PASS, areas(each.response())));
        long households = households(seen);
        if (who.isEmpty()) {
            found(
                    "across.collector-unknown",
                    "",
                    Map.of("responses", (long) seen.size()),
                    households,
                    seen.size(),
                    first(seen, listed));
            return;
        }
        long capacity = capacity(who.get());
        count("across.collector-over-capacity", households > capacity ? Outcome.FAIL : Outcome.PASS, areas(seen));
        if (households > capacity) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            arguments.put("collector", who.get().value());
            arguments.put("households", households);
            arguments.put("capacity", capacity);
            found("across.collector-over-capacity", "", arguments, households, seen.size(), first(seen, listed));
        }
    }

    private void villages(Map<HouseholdId, List<Seen>> ours) {
        Map<VillageCode, Long> done = new HashMap<>();
        ours.values().forEach(seen -> villages(seen).forEach(village -> done.merge(village, 1L, Long::sum)));
        Set<VillageCode> all = new TreeSet<>(done.keySet());
        all.addAll(targets.keySet());
        for (VillageCode village : targets.isEmpty() ? Set.<VillageCode>of() : all) {
            long households = done.getOrDefault(village, 0L);
            for (String code : List.of("across.village-below-target", "across.village-above-target")) {
                Long target = targets.get(village);
                Outcome outcome = target == null ? Outcome.UNDECIDED : Outcome.PASS;
                if (target != null && (code.contains("below") ? households < target : households > target)) {
                    outcome = Outcome.FAIL;
                    Map<String, Object> arguments = new LinkedHashMap<>();
                    arguments.put("households", households);
                    arguments.put("target", target);
                    found(code, "area " + village, arguments, households, households, List.of());
                }
                count(code, outcome, areas(village));
            }
        }
    }

    private static Set<VillageCode> villages(List<Seen> seen) {
        Set<VillageCode> villages = new TreeSet<>();
        for (Seen each : seen) {
            if (Households.village(each.response()) instanceof VillageCode village) {
                villages.add(village);
            }
        }
        return villages;
    }

    private void lists(Map<HouseholdId, List<Seen>> ours) {
        Map<HouseholdId, Set<VillageCode>> listedIn = new TreeMap<>();
        lists.forEach((village, ids) -> ids.forEach(
                id -> listedIn.computeIfAbsent(id, each -> new TreeSet<>()).add(village)));
        listedIn.forEach((id, villages) -> {
            List<AreaCode> areas = villages.stream()
                    .flatMap(village -> areas(village).stream())
                    .toList();
            boolean isThere = ours.containsKey(id);
            count("across.listed-missing", isThere ? Outcome.PASS : Outcome.FAIL, areas);
            if (!isThere) {
                String village = villages.iterator().next().value();
                found("across.listed-missing", "area " + village, Map.of(), 1, 1, List.of(id + "/0//0"));
            }
        });
        if (lists.isEmpty()) {
            return;
        }
        ours.forEach((id, seen) -> {
            Set<VillageCode> here = villages(seen);
            boolean isUnknown = seen.stream().anyMatch(each -> Households.village(each.response()) == null);
            if (listedIn.containsKey(id)) {
                count("across.not-listed", Outcome.PASS, areas(seen));
                Set<VillageCode> both = new TreeSet<>(here);
                both.retainAll(listedIn.get(id));
                if (!both.isEmpty()) {
                    count("across.other-village", Outcome.PASS, areas(seen));
                } else if (isUnknown) {
                    count("across.other-village", Outcome.UNDECIDED, areas(seen));
                } else {
                    count("across.other-village", Outcome.FAIL, areas(seen));
                    String other = listedIn.get(id).iterator().next().value();
                    String place = "area " + here.iterator().next();
                    found(
                            "across.other-village",
                            place,
                            Map.of("listed", other),
                            1,
                            1,
                            List.of(seen.get(0).at(0)));
                }
                return;
            }
            Optional<VillageCode> village =
                    here.stream().filter(lists::containsKey).findFirst();
            if (village.isPresent()) {
                count("across.not-listed", Outcome.FAIL, areas(seen));
                found(
                        "across.not-listed",
                        "area " + village.get(),
                        Map.of(),
                        1,
                        1,
                        List.of(seen.get(0).at(0)));
            } else {
                count("across.not-listed", isUnknown ? Outcome.UNDECIDED : Outcome.NOT_APPLICABLE, areas(seen));
            }
        });
    }

    private static String id(HouseholdResponse response, int member) {
        String name = response.form().equals(Households.FORM) ? "id_card" : "pid";
        return response.answer(AnswerPath.of(name, member)) instanceof Value.Words words ? words.value() : null;
    }

    private static Map<String, List<String>> persons(List<Seen> seen) {
        Map<String, List<String>> persons = new TreeMap<>();
        TreeMap<String, List<Object[]>> sorted = new TreeMap<>();
        for (Seen each : seen) {
            for (int member : each.response().members()) {
                String id = id(each.response(), member);
                if (id != null) {
                    sorted.computeIfAbsent(id, any -> new ArrayList<>()).add(new Object[] {member, each});
                }
            }
        }
        sorted.forEach((id, holders) -> {
            holders.sort(Comparator.comparing((Object[] one) -> (Integer) one[0])
                    .thenComparing(one -> ((Seen) one[1]).source())
                    .thenComparing(one -> ((Seen) one[1]).number()));
            persons.put(
                    id,
                    holders.stream()
                            .map(one -> ((Seen) one[1]).at((Integer) one[0]))
                            .toList());
        });
        return persons;
    }

    private static long nameless(List<Seen> seen) {
        return seen.stream()
                .flatMap(each ->
                        each.response().members().stream().filter(member -> id(each.response(), member) == null))
                .count();
    }

    private void round(String what, List<Seen> here, List<Seen> there) {
        count("across.household-" + what, there.isEmpty() ? Outcome.FAIL : Outcome.PASS, areas(here));
        if (there.isEmpty()) {
            found(
                    "across.household-" + what,
                    "",
                    Map.of(),
                    1,
                    1,
                    List.of(here.get(0).at(0)));
        }
        for (long i = nameless(here); i > 0; i--) {
            count("across.member-" + what, there.isEmpty() ? Outcome.NOT_APPLICABLE : Outcome.UNDECIDED, areas(here));
        }
        Set<String> theirs = persons(there).keySet();
        persons(here).forEach((id, holders) -> {
            Outcome outcome =
                    theirs.contains(id) ? Outcome.PASS : nameless(there) > 0 ? Outcome.UNDECIDED : Outcome.FAIL;
            outcome = there.isEmpty() ? Outcome.NOT_APPLICABLE : outcome;
            count("across.member-" + what, outcome, areas(here));
            if (outcome == Outcome.FAIL) {
                String member = holders.get(0).split("/")[1];
                found("across.member-" + what, "member " + member, Map.of(), 1, 1, holders.subList(0, 1));
            }
        });
    }

    private static BigDecimal amount(Seen seen) {
        String name = seen.response().form().equals(Households.FORM) ? "income" : "total";
        return seen.response().answer(AnswerPath.of(name)) instanceof Value.Amount amount ? amount.value() : null;
    }

    private void amounts(List<Seen> here, List<Seen> there) {
        for (String code : List.of("across.amount-rose", "across.amount-fell")) {
            Outcome outcome;
            if (there.isEmpty()) {
                outcome = Outcome.NOT_APPLICABLE;
            } else if (here.size() > 1 || there.size() > 1) {
                outcome = Outcome.UNDECIDED;
            } else {
                BigDecimal one = amount(here.get(0));
                BigDecimal other = amount(there.get(0));
                if (one == null || other == null) {
                    outcome = Outcome.UNDECIDED;
                } else if (other.signum() <= 0) {
                    outcome = Outcome.NOT_APPLICABLE;
                } else {
                    // Without the multiplication of the real one.
                    BigDecimal limit = code.contains("rose") ? other.movePointRight(1) : other.divide(BigDecimal.TEN);
                    boolean isFound = code.contains("rose") ? one.compareTo(limit) >= 0 : one.compareTo(limit) <= 0;
                    outcome = isFound ? Outcome.FAIL : Outcome.PASS;
                }
            }
            count(code, outcome, areas(here));
            if (outcome == Outcome.FAIL) {
                Map<String, Object> arguments = new LinkedHashMap<>();
                arguments.put("item", "income");
                arguments.put("ratio", 10L);
                found(code, "", arguments, 1, 1, List.of(here.get(0).at(0)));
            }
        }
    }
}
