package io.github.bmnkit.certification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.identity.HouseholdId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** C1 to C5, C23, C24: every state that can be reached in a small country, and in each everything that can be tried. */
class ExhaustiveTest {
    private static final int STATES_OF_TWO_VILLAGES = 12_852;
    private static final int STATES_OF_ONE_VILLAGE = 2_490;
    private static final int STATES_WITH_RETURNS = 6_717;
    private static final int STATES_WITH_RECHECKS = 966;

    private record Node(Map<VillageCode, VillageWork> works, CertificationState state, NaiveCertification naive) {}

    private final Set<String> seen = new HashSet<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private final Map<RefusalCode, Integer> reasons = new EnumMap<>(RefusalCode.class);
    private final Set<Stage> stages = EnumSet.noneOf(Stage.class);
    private long tried;

    @Test
    void twoVillagesOfOneHouseholdEach() {
        explore(World.of(1, 1), List.of("a"), true);
        assertThat(seen.size()).isEqualTo(STATES_OF_TWO_VILLAGES);
        assertThat(stages).isEqualTo(EnumSet.complementOf(EnumSet.of(Stage.READY)));
    }

    @Test
    void oneVillageOfTwoHouseholds() {
        explore(World.of(2), List.of("a"), false);
        assertThat(seen.size()).isEqualTo(STATES_OF_ONE_VILLAGE);
        assertThat(reasons.keySet())
                .contains(RefusalCode.HOUSEHOLD_STAGE, RefusalCode.COVERAGE, RefusalCode.QUALITY_OF_OTHER_DATA);
    }

    @Test
    void oneVillageOfOneHouseholdWithWhatCanBeReturned() {
        Set<Extension> extensions = EnumSet.of(
                Extension.RETURN_UNIT, Extension.REOPEN, Extension.RETURN_HOUSEHOLD, Extension.RESOLVED_WITHOUT_DATA);
        explore(World.of(CertificationDefinitions.bmn2569().withExtensions(extensions), 1), List.of("a", "b"), false);
        assertThat(seen.size()).isEqualTo(STATES_WITH_RETURNS);
        assertThat(reasons.keySet())
                .contains(RefusalCode.RETURN_STANDS_ABOVE, RefusalCode.RETURN_NOT_BENEATH, RefusalCode.ANSWERS_CHANGED);
    }

    /** Whatever the host knows of a re-check in whichever state. */
    @Test
    void oneVillageOfOneHouseholdWithARecheckOfVillageAndDistrict() {
        explore(
                World.of(
                        CertificationDefinitions.bmn2569().withRecheck(Set.of(AreaLevel.VILLAGE, AreaLevel.DISTRICT)),
                        1),
                List.of("a"),
                true);
        assertThat(seen.size()).isEqualTo(STATES_WITH_RECHECKS);
        assertThat(reasons.keySet())
                .contains(
                        RefusalCode.RECHECK_MISSING,
                        RefusalCode.RECHECK_OF_OTHER_DATA,
                        RefusalCode.RECHECK_UNFINISHED,
                        RefusalCode.RECHECK_REJECTED);
        assertThat(stages).isEqualTo(EnumSet.complementOf(EnumSet.of(Stage.READY)));
    }

    private void explore(World world, List<String> answers, boolean assigned) {
        NaiveCertification naive = new NaiveCertification(world);
        if (assigned) {
            for (VillageCode village : naive.targets.keySet()) {
                HouseholdEvent event = Moves.events(world, World.household(village, 0), answers)
                        .get(0);
                world.works.put(village, world.works.get(village).evolve(event));
                naive.happen(village, event);
            }
        }
        reach(new Node(Map.copyOf(world.works), world.state, naive));
        while (!open.isEmpty()) {
            Node node = open.pop();
            world.state = node.state();
            world.works.putAll(node.works());
            tryHouseholds(world, node, answers);
            boolean rechecks = world.kernel.definition().has(Extension.SAMPLE_RECHECK);
            for (Rechecks recheck : rechecks ? Rechecks.values() : new Rechecks[] {Rechecks.NONE}) {
                world.recheck = recheck;
                world.otherQuality.clear();
                Map<AreaCode, QualityFacts> quality = new HashMap<>();
                for (int i = 1; i < world.state.tree().size(); i++) {
                    AreaCode unit = world.state.tree().area(i);
                    quality.put(unit, world.computed(unit));
                }
                world.otherQuality.putAll(quality);
                tryUnits(world, node);
            }
        }
        System.out.println(seen.size() + " states, " + tried + " steps tried, reasons " + new TreeMap<>(reasons));
    }

    private void reach(Node node) {
        if (seen.add(node.naive().key())) {
            open.push(node);
            for (int i = 1; i < node.state().tree().size(); i++) {
                AreaCode unit = node.state().tree().area(i);
                Stage stage = node.state().stage(unit);
                stages.add(stage);
                assertThat(stage).isEqualTo(node.naive().stage(unit));
                assertThat(node.state().certificate(unit).isPresent()).isEqualTo(stage.isAtLeast(Stage.CERTIFIED));
            }
        }
    }

    private void tryHouseholds(World world, Node node, List<String> answers) {
        for (VillageCode village : node.works().keySet()) {
            VillageWork work = node.works().get(village);
            for (HouseholdId household : work.targets()) {
                assertThat(work.stage(household))
                        .isEqualTo(node.naive().households.get(household));
                for (HouseholdEvent event : Moves.events(world, household, answers)) {
                    Decision<HouseholdEvent> decision = work.decide(event, world.kernel.definition());
                    same(event, decision, node.naive().reasons(village, event));
                    if (decision.isAccepted()) {
                        NaiveCertification next = new NaiveCertification(node.naive());
                        next.happen(village, event);
                        Map<VillageCode, VillageWork> works = new HashMap<>(node.works());
                        works.put(village, work.evolve(event));
                        reach(new Node(works, node.state(), next));
                    }
                }
            }
        }
    }

    private void tryUnits(World world, Node node) {
        for (int i = 1; i < node.state().tree().size(); i++) {
            AreaCode unit = node.state().tree().area(i);
            Map<ActorId, Set<Step>> accepted = new HashMap<>();
            for (Command command : Moves.commands(world, unit)) {
                Decision<CertificationEvent> decision = world.kernel.decide(node.state(), command, world);
                same(command, decision, node.naive().reasons(command, world, world.recheck));
                if (decision.isAccepted()) {
                    accepted.computeIfAbsent(command.actor(), any -> EnumSet.noneOf(Step.class))
                            .add(command.step());
                    NaiveCertification next = new NaiveCertification(node.naive());
                    next.take(command);
                    CertificationEvent event = decision.events().get(0);
                    reach(new Node(node.works(), world.kernel.evolve(node.state(), event), next));
                }
            }
            if (tried % 5 == 0) {
                mustBeAllowed(world, node, unit, accepted);
            }
        }
    }

    /** C2. A newer report could come at any time, so it is left out of the comparison. */
    private static void mustBeAllowed(World world, Node node, AreaCode unit, Map<ActorId, Set<Step>> accepted) {
        for (ActorId actor : List.of(World.presenter(unit.level()), World.group(unit.level()), World.SYSTEM)) {
            Set<Step> allowed = EnumSet.noneOf(Step.class);
            allowed.addAll(world.kernel.allowed(node.state(), unit, actor, world));
            Set<Step> could = EnumSet.noneOf(Step.class);
            could.addAll(accepted.getOrDefault(actor, Set.of()));
            allowed.remove(Step.REPORT);
            could.remove(Step.REPORT);
            assertThat(allowed).as(unit + " " + actor).containsAll(could);
            for (Step step : allowed) {
                // Presenters try every step, others those of their kind.
                boolean triedByThem =
                        step == Step.PRESENT || step == Step.SUBMIT || step == Step.SIGN || step == Step.CERTIFY;
                if (triedByThem) {
                    assertThat(could).as(unit + " " + actor).contains(step);
                }
            }
        }
    }

    private void same(Object what, Decision<?> decision, List<RefusalCode> expected) {
        tried++;
        List<RefusalCode> found = new ArrayList<>();
        decision.reasons().forEach(reason -> found.add(reason.code()));
        if (!found.equals(expected)) {
            assertThat(found).as(String.valueOf(what)).isEqualTo(expected);
        }
        found.forEach(code -> reasons.merge(code, 1, Integer::sum));
    }
}
