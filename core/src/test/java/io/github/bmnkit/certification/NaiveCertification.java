package io.github.bmnkit.certification;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.certification.VillageWork.HouseholdStage;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.round.Paper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The process once more, from the papers, on plain maps: no tree of nodes, no hashes, no sequence numbers. A change takes
 * the stages of all units above away at once, where the kernel derives that.
 */
final class NaiveCertification {
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 12);

    final AreaTree tree;
    final Set<Extension> extensions;
    final Set<AreaLevel> rechecked;
    final Map<VillageCode, List<HouseholdId>> targets = new TreeMap<>();
    final Map<HouseholdId, HouseholdStage> households = new TreeMap<>();
    final Map<HouseholdId, ActorId> collectors = new TreeMap<>();
    final Map<HouseholdId, String> answers = new TreeMap<>();
    final Map<VillageCode, Integer> changes = new TreeMap<>();
    final Map<VillageCode, Integer> known = new TreeMap<>();
    final Map<VillageCode, List<String>> reported = new TreeMap<>();
    final Map<AreaCode, Stage> stages = new TreeMap<>();
    final Map<AreaCode, Set<RoleId>> roles = new TreeMap<>();
    final Map<AreaCode, Set<ActorId>> signers = new TreeMap<>();
    final Map<AreaCode, Set<Paper>> arrived = new TreeMap<>();

    NaiveCertification(World world) {
        tree = world.state.tree();
        extensions = world.kernel.definition().extensions();
        rechecked = world.kernel.definition().levels().stream()
                .filter(CertificationDefinition.LevelProcess::recheck)
                .map(CertificationDefinition.LevelProcess::level)
                .collect(Collectors.toSet());
        world.works.forEach((village, work) -> {
            targets.put(village, work.targets());
            work.targets().forEach(household -> households.put(household, HouseholdStage.LISTED));
            changes.put(village, 1);
        });
    }

    NaiveCertification(NaiveCertification other) {
        tree = other.tree;
        extensions = other.extensions;
        rechecked = other.rechecked;
        targets.putAll(other.targets);
        households.putAll(other.households);
        collectors.putAll(other.collectors);
        answers.putAll(other.answers);
        changes.putAll(other.changes);
        known.putAll(other.known);
        reported.putAll(other.reported);
        stages.putAll(other.stages);
        other.roles.forEach((unit, set) -> roles.put(unit, new HashSet<>(set)));
        other.signers.forEach((unit, set) -> signers.put(unit, new HashSet<>(set)));
        other.arrived.forEach((unit, set) -> arrived.put(unit, new HashSet<>(set)));
    }

    // Households.

    List<RefusalCode> reasons(VillageCode village, HouseholdEvent event) {
        List<RefusalCode> reasons = new ArrayList<>();
        if (!targets.get(village).contains(event.household())) {
            return List.of(RefusalCode.HOUSEHOLD_UNKNOWN);
        }
        HouseholdStage stage = households.get(event.household());
        ActorId collector = collectors.get(event.household());
        boolean mine = collector == null || collector.equals(event.actor());
        boolean done = stage == HouseholdStage.CONFIRMED || stage == HouseholdStage.WITHOUT_DATA;
        if (event instanceof HouseholdEvent.Collected) {
            must(reasons, stage != HouseholdStage.LISTED && !(done && collector == null), RefusalCode.HOUSEHOLD_STAGE);
            must(reasons, mine, RefusalCode.NOT_THE_COLLECTOR);
        } else if (event instanceof HouseholdEvent.Checked) {
            must(reasons, stage == HouseholdStage.COLLECTED, RefusalCode.HOUSEHOLD_STAGE);
            must(reasons, mine, RefusalCode.NOT_THE_COLLECTOR);
        } else if (event instanceof HouseholdEvent.Confirmed confirmed) {
            must(reasons, stage == HouseholdStage.CHECKED, RefusalCode.HOUSEHOLD_STAGE);
            boolean other =
                    stage == HouseholdStage.CHECKED && !confirmed.commitment().equals(answers.get(event.household()));
            must(reasons, !other, RefusalCode.ANSWERS_CHANGED);
        } else if (event instanceof HouseholdEvent.Returned) {
            must(reasons, extensions.contains(Extension.RETURN_HOUSEHOLD), RefusalCode.HOUSEHOLD_STEP_OFF);
            boolean there = stage == HouseholdStage.COLLECTED
                    || stage == HouseholdStage.CHECKED
                    || stage == HouseholdStage.CONFIRMED;
            must(reasons, there, RefusalCode.HOUSEHOLD_STAGE);
        } else if (event instanceof HouseholdEvent.ResolvedWithoutData) {
            must(reasons, extensions.contains(Extension.RESOLVED_WITHOUT_DATA), RefusalCode.HOUSEHOLD_STEP_OFF);
            must(reasons, !done, RefusalCode.HOUSEHOLD_STAGE);
        }
        return reasons;
    }

    void happen(VillageCode village, HouseholdEvent event) {
        HouseholdId household = event.household();
        List<String> before = leaves(village);
        HouseholdStage stage = households.get(household);
        if (event instanceof HouseholdEvent.Assigned assigned) {
            collectors.put(household, assigned.collector());
            if (stage == HouseholdStage.LISTED) {
                households.put(household, HouseholdStage.ASSIGNED);
            }
        } else if (event instanceof HouseholdEvent.Collected collected) {
            answers.put(household, collected.commitment());
            households.put(household, HouseholdStage.COLLECTED);
        } else if (event instanceof HouseholdEvent.Checked) {
            households.put(household, HouseholdStage.CHECKED);
        } else if (event instanceof HouseholdEvent.Confirmed) {
            households.put(household, HouseholdStage.CONFIRMED);
        } else if (event instanceof HouseholdEvent.Returned) {
            answers.remove(household);
            households.put(household, HouseholdStage.ASSIGNED);
        } else if (event instanceof HouseholdEvent.ResolvedWithoutData without) {
            answers.put(household, household + " " + without.reason() + " " + without.evidence());
            households.put(household, HouseholdStage.WITHOUT_DATA);
        }
        if (!before.equals(leaves(village))) {
            changes.merge(village, 1, Integer::sum);
        }
    }

    private List<String> leaves(VillageCode village) {
        List<String> leaves = new ArrayList<>();
        for (HouseholdId household : targets.get(village)) {
            HouseholdStage stage = households.get(household);
            if (stage == HouseholdStage.CONFIRMED || stage == HouseholdStage.WITHOUT_DATA) {
                leaves.add(household + "=" + answers.get(household));
            }
        }
        return leaves;
    }

    // Units.

    Stage stage(AreaCode unit) {
        return stages.getOrDefault(unit, Stage.OPEN);
    }

    List<RefusalCode> reasons(Command command, Facts facts) {
        return reasons(command, facts, Rechecks.NONE);
    }

    List<RefusalCode> reasons(Command command, Facts facts, Rechecks recheck) {
        AreaCode unit = command.unit();
        List<RefusalCode> reasons = new ArrayList<>();
        if (!tree.contains(unit)) {
            return List.of(RefusalCode.UNKNOWN_UNIT);
        }
        Set<RoleId> here = facts.roles(command.actor(), unit, ANY_DAY);
        switch (command.step()) {
            case REPORT -> {
                VillageWork.Report report = ((Detail.Work) command.detail()).report();
                must(reasons, report.changes() > known.getOrDefault(unit, 0), RefusalCode.REPORT_NOT_NEWER);
            }
            case PRESENT -> {
                must(reasons, stage(unit) == Stage.OPEN, RefusalCode.WRONG_STAGE);
                must(reasons, meets(here, presenters(unit)), RefusalCode.WRONG_ROLE);
                conditions(unit, reasons, recheck);
            }
            case SIGN -> {
                RoleId role = ((Detail.Signing) command.detail()).role();
                must(reasons, stage(unit) == Stage.PRESENTED, RefusalCode.WRONG_STAGE);
                must(reasons, here.contains(role) && certifiers(unit).contains(role), RefusalCode.WRONG_ROLE);
                must(
                        reasons,
                        !signers.getOrDefault(unit, Set.of()).contains(command.actor()),
                        RefusalCode.SIGNED_ALREADY);
            }
            case CERTIFY -> {
                must(reasons, stage(unit) == Stage.PRESENTED, RefusalCode.WRONG_STAGE);
                must(reasons, meets(here, certifiers(unit)), RefusalCode.WRONG_ROLE);
                conditions(unit, reasons, recheck);
                if (stage(unit) == Stage.PRESENTED) {
                    for (RoleId role : mustSign(unit)) {
                        must(reasons, roles.getOrDefault(unit, Set.of()).contains(role), RefusalCode.SIGNATURE_MISSING);
                    }
                }
            }
            case SUBMIT -> {
                must(reasons, stage(unit) == Stage.CERTIFIED, RefusalCode.WRONG_STAGE);
                must(reasons, meets(here, presenters(unit)), RefusalCode.WRONG_ROLE);
            }
            case RECEIVE -> {
                must(reasons, stage(unit) == Stage.SUBMITTED, RefusalCode.WRONG_STAGE);
                AreaCode above = tree.parent(unit).orElseThrow();
                boolean receives = meets(facts.roles(command.actor(), above, ANY_DAY), receivers(unit));
                receives |= unit.level() == AreaLevel.PROVINCE && meets(here, presenters(unit));
                must(reasons, receives, RefusalCode.WRONG_ROLE);
                for (Paper paper : ((Detail.Arrival) command.detail()).papers()) {
                    boolean issued = paper == Paper.QUALITY_CERTIFICATE || unit.level() != AreaLevel.VILLAGE;
                    must(reasons, issued, RefusalCode.PAPER_NOT_ISSUED);
                    boolean twice = arrived.getOrDefault(unit, Set.of()).contains(paper);
                    must(reasons, !issued || !twice, RefusalCode.PAPER_RECEIVED);
                }
            }
            case RETURN -> {
                AreaCode target = ((Detail.Back) command.detail()).target();
                Extension needed = target.equals(unit) ? Extension.REOPEN : Extension.RETURN_UNIT;
                if (!extensions.contains(needed)) {
                    return List.of(RefusalCode.STEP_OFF);
                }
                Set<RoleId> any = new HashSet<>(presenters(unit));
                any.addAll(certifiers(unit));
                must(reasons, meets(here, any), RefusalCode.WRONG_ROLE);
                if (above(target).contains(unit) || target.equals(unit)) {
                    must(reasons, stage(target) != Stage.OPEN, RefusalCode.WRONG_STAGE);
                } else {
                    reasons.add(RefusalCode.RETURN_NOT_BENEATH);
                }
                boolean free = above(unit).stream().allMatch(each -> stage(each) == Stage.OPEN);
                must(reasons, free, RefusalCode.RETURN_STANDS_ABOVE);
            }
        }
        Collections.sort(reasons);
        return reasons;
    }

    private void conditions(AreaCode unit, List<RefusalCode> reasons, Rechecks recheck) {
        List<VillageCode> villages = villages(unit);
        boolean all = villages.stream().allMatch(known::containsKey);
        must(reasons, all, RefusalCode.NOT_REPORTED);
        int target = villages.stream()
                .filter(known::containsKey)
                .mapToInt(village -> targets.get(village).size())
                .sum();
        must(reasons, !all || target > 0, RefusalCode.NOTHING_TO_CERTIFY);
        boolean certified = true;
        boolean received = true;
        for (AreaCode child : tree.children(unit)) {
            boolean counts = villages(child).stream()
                    .anyMatch(village ->
                            !known.containsKey(village) || !targets.get(village).isEmpty());
            Stage stage = stage(child);
            boolean stands = stage == Stage.CERTIFIED || stage == Stage.SUBMITTED || stage == Stage.RECEIVED;
            certified &= !counts || stands;
            received &= !counts || !stands || stage == Stage.RECEIVED || unit.level() != AreaLevel.PROVINCE;
        }
        must(reasons, certified, RefusalCode.CHILD_NOT_CERTIFIED);
        must(reasons, received, RefusalCode.CHILD_NOT_RECEIVED);
        // The province is presented the result of each district, too.
        boolean each = unit.level() != AreaLevel.PROVINCE
                || tree.children(unit).stream().allMatch(child -> isCurrent(villages(child)));
        must(reasons, each, RefusalCode.CHILD_RESULT_MISSING);
        boolean current = isCurrent(villages);
        must(reasons, current, RefusalCode.QUALITY_OF_OTHER_DATA);
        int resolved = villages.stream()
                .filter(known::containsKey)
                .mapToInt(village -> reported.get(village).size())
                .sum();
        must(reasons, resolved == target, RefusalCode.COVERAGE);
        if (rechecked.contains(unit.level())) {
            boolean confirmed =
                    villages.stream().anyMatch(village -> !leaves(village).isEmpty());
            Rechecks known =
                    !confirmed || recheck == Rechecks.NONE ? Rechecks.NONE : current ? recheck : Rechecks.OTHER_DATA;
            must(reasons, known != Rechecks.NONE, RefusalCode.RECHECK_MISSING);
            must(reasons, known != Rechecks.OTHER_DATA, RefusalCode.RECHECK_OF_OTHER_DATA);
            must(reasons, known != Rechecks.UNFINISHED, RefusalCode.RECHECK_UNFINISHED);
            must(reasons, known != Rechecks.REJECTED, RefusalCode.RECHECK_REJECTED);
        }
    }

    /** The host computes its facts from the households as they are, also when the village has not reported them. */
    private boolean isCurrent(List<VillageCode> villages) {
        return villages.stream()
                .allMatch(village -> known.containsKey(village)
                        ? leaves(village).equals(reported.get(village))
                        : targets.get(village).isEmpty());
    }

    void take(Command command) {
        AreaCode unit = command.unit();
        switch (command.step()) {
            case REPORT -> {
                VillageCode village = (VillageCode) unit;
                known.put(village, changes.get(village));
                reported.put(village, leaves(village));
                open(unit);
                above(unit).forEach(this::open);
            }
            case PRESENT -> stages.put(unit, Stage.PRESENTED);
            case SIGN -> {
                signers.computeIfAbsent(unit, any -> new HashSet<>()).add(command.actor());
                roles.computeIfAbsent(unit, any -> new HashSet<>()).add(((Detail.Signing) command.detail()).role());
            }
            case CERTIFY -> stages.put(unit, Stage.CERTIFIED);
            case SUBMIT -> stages.put(unit, Stage.SUBMITTED);
            case RECEIVE -> {
                Set<Paper> papers = arrived.computeIfAbsent(unit, any -> new TreeSet<>());
                papers.addAll(((Detail.Arrival) command.detail()).papers());
                if (papers.size() == (unit.level() == AreaLevel.VILLAGE ? 1 : 2)) {
                    stages.put(unit, Stage.RECEIVED);
                }
            }
            case RETURN -> {
                AreaCode at = ((Detail.Back) command.detail()).target();
                while (!at.equals(unit)) {
                    open(at);
                    at = tree.parent(at).orElseThrow();
                }
                open(unit);
            }
        }
    }

    private void open(AreaCode unit) {
        stages.remove(unit);
        roles.remove(unit);
        signers.remove(unit);
        arrived.remove(unit);
    }

    private List<AreaCode> above(AreaCode unit) {
        List<AreaCode> above = new ArrayList<>();
        AreaCode at = tree.parent(unit).orElseThrow();
        while (at.level() != AreaLevel.COUNTRY) {
            above.add(at);
            at = tree.parent(at).orElseThrow();
        }
        return above;
    }

    private List<VillageCode> villages(AreaCode unit) {
        if (unit instanceof VillageCode village) {
            return List.of(village);
        }
        List<VillageCode> villages = new ArrayList<>();
        tree.children(unit).forEach(child -> villages.addAll(villages(child)));
        return villages;
    }

    private static Set<RoleId> presenters(AreaCode unit) {
        return switch (unit.level()) {
            case VILLAGE, LOCAL_AUTHORITY -> Set.of(World.ROLE_COORDINATOR, World.ROLE_VOLUNTEER);
            case DISTRICT -> Set.of(World.ROLE_DISTRICT_CHIEF);
            default -> Set.of(World.ROLE_PROVINCIAL_CHIEF);
        };
    }

    private static Set<RoleId> mustSign(AreaCode unit) {
        return unit.level() == AreaLevel.VILLAGE
                ? Set.of(World.ROLE_COMMITTEE, World.ROLE_LEADER)
                : Set.of(World.ROLE_GROUP);
    }

    private static Set<RoleId> certifiers(AreaCode unit) {
        return unit.level() == AreaLevel.VILLAGE ? mustSign(unit) : Set.of(World.ROLE_GROUP, World.ROLE_CONCERNED);
    }

    private static Set<RoleId> receivers(AreaCode unit) {
        return switch (unit.level()) {
            case VILLAGE -> Set.of(World.ROLE_COORDINATOR);
            case LOCAL_AUTHORITY -> Set.of(World.ROLE_DISTRICT_CHIEF);
            case DISTRICT -> Set.of(World.ROLE_PROVINCIAL_CHIEF);
            default -> Set.of(World.ROLE_DEPARTMENT);
        };
    }

    private static boolean meets(Set<RoleId> held, Set<RoleId> wanted) {
        return !Collections.disjoint(held, wanted);
    }

    private static void must(List<RefusalCode> reasons, boolean condition, RefusalCode code) {
        if (!condition) {
            reasons.add(code);
        }
    }

    /** All that a decision can depend on, but for counters that only grow. */
    String key() {
        StringBuilder key = new StringBuilder();
        targets.keySet().forEach(village -> key.append(changes.get(village) > known.getOrDefault(village, 0)));
        return key.append(households)
                .append(collectors)
                .append(answers)
                .append(known.keySet())
                .append(reported)
                .append(stages)
                .append(new TreeMap<>(sorted(roles)))
                .append(sorted(arrived))
                .toString();
    }

    private static <T> Map<AreaCode, Set<T>> sorted(Map<AreaCode, Set<T>> sets) {
        Map<AreaCode, Set<T>> sorted = new TreeMap<>();
        sets.forEach((unit, set) -> sorted.put(unit, new TreeSet<>(set)));
        return sorted;
    }
}
