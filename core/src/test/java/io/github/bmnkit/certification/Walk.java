package io.github.bmnkit.certification;

import static io.github.bmnkit.certification.World.COUNTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.identity.HouseholdId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Takes one random step after the other in the kernel and in the naive model, which must agree. */
final class Walk {
    final World world;
    final NaiveCertification naive;
    final SplittableRandom random;
    final Set<RefusalCode> codes = new HashSet<>();
    final Set<Stage> stages = EnumSet.noneOf(Stage.class);
    final Map<AreaCode, Certificate> valid = new HashMap<>();
    private final @Nullable WalkCoverage coverage;
    int refused;
    int lapsed;
    int returned;
    int provinces;
    int mayDo;
    int turn;

    Walk(World world, NaiveCertification naive, SplittableRandom random) {
        this(world, naive, random, null);
    }

    Walk(World world, NaiveCertification naive, SplittableRandom random, @Nullable WalkCoverage coverage) {
        this.world = world;
        this.naive = naive;
        this.random = random;
        this.coverage = coverage;
    }

    void step() {
        List<AreaCode> areas = new ArrayList<>();
        for (int i = 1; i < world.state.tree().size(); i++) {
            areas.add(world.state.tree().area(i));
        }
        AreaCode unit = areas.get(random.nextInt(areas.size()));
        if (unit instanceof VillageCode village && random.nextInt(3) == 0) {
            List<HouseholdId> targets = world.works.get(village).targets();
            if (!targets.isEmpty()) {
                HouseholdId household = targets.get(random.nextInt(targets.size()));
                List<HouseholdEvent> events = Moves.events(world, household, List.of("a", "b"));
                happen(village, events.get(random.nextInt(events.size())));
            }
            return;
        }
        if (random.nextInt(12) == 0) {
            correct();
            return;
        }
        if (random.nextInt(12) == 0) {
            goOn(unit, 1 + random.nextInt(8));
            return;
        }
        AreaCode at = random.nextBoolean() ? unit : underWay(unit);
        Step step = Step.values()[random.nextInt(Step.values().length)];
        List<Command> commands = Moves.commands(world, at).stream()
                .filter(command -> command.step() == step)
                .toList();
        if (!commands.isEmpty()) {
            take(commands.get(random.nextInt(commands.size())));
        }
    }

    /** A unit that lies before those who certify, or whose papers are not there yet; another if there is none. */
    private AreaCode underWay(AreaCode other) {
        List<AreaCode> found = new ArrayList<>();
        for (int i = 1; i < world.state.tree().size(); i++) {
            AreaCode unit = world.state.tree().area(i);
            Stage stage = world.state.stage(unit);
            boolean arrived = stage == Stage.RECEIVED && unit.level() != AreaLevel.PROVINCE;
            if (stage != Stage.OPEN && !arrived) {
                found.add(unit);
            }
        }
        // The highest comes first, and is the rarest.
        return found.isEmpty() ? other : found.get(random.nextInt(3) == 0 ? 0 : random.nextInt(found.size()));
    }

    /** Tries everything at one unit of each level and stage, and goes on from where it was. */
    void lookAround(WalkCoverage seen) {
        Set<String> kinds = new HashSet<>();
        for (int i = 1; i < world.state.tree().size(); i++) {
            AreaCode unit = world.state.tree().area(i);
            Stage from = world.state.stage(unit);
            if (kinds.add(unit.level() + " " + from)) {
                for (Command command : Moves.commands(world, unit)) {
                    Decision<CertificationEvent> decision = world.kernel.decide(world.state, command, world);
                    compare(command, decision, naive.reasons(command, world));
                    CertificationState next = world.state;
                    for (CertificationEvent event : decision.events()) {
                        next = world.kernel.evolve(next, event);
                    }
                    seen.count(command, from, decision, next.stage(unit));
                }
            }
        }
    }

    /** C2: of all that someone could try at a unit, exactly what the kernel accepts is allowed. */
    void mustBeAllowed() {
        AreaCode unit =
                world.state.tree().area(1 + random.nextInt(world.state.tree().size() - 1));
        ActorId actor = World.ACTORS.get(random.nextInt(World.ACTORS.size()));
        Set<Step> accepted = EnumSet.noneOf(Step.class);
        for (Command command : Moves.by(world, unit, actor)) {
            if (world.kernel.decide(world.state, command, world).isAccepted()) {
                accepted.add(command.step());
            }
        }
        if (unit.level() == AreaLevel.VILLAGE) {
            accepted.add(Step.REPORT); // a newer report could come at any time
        }
        assertThat(world.kernel.allowed(world.state, unit, actor, world))
                .as(unit + " " + actor)
                .isEqualTo(accepted);
        mayDo += accepted.isEmpty() || accepted.equals(Set.of(Step.REPORT)) ? 0 : 1;
    }

    void happen(VillageCode village, HouseholdEvent event) {
        List<RefusalCode> expected = naive.reasons(village, event);
        Decision<HouseholdEvent> decision = world.happen(village, event);
        compare(event, decision, expected);
        if (decision.isAccepted()) {
            naive.happen(village, event);
        }
    }

    void take(Command command) {
        List<RefusalCode> expected = naive.reasons(command, world);
        CertificationState before = world.state;
        Stage from = world.state.stage(command.unit());
        Decision<CertificationEvent> decision = world.take(command);
        compare(command, decision, expected);
        if (coverage != null) {
            coverage.count(command, from, decision, world.state.stage(command.unit()));
        }
        if (!decision.isAccepted()) {
            // C4
            assertThat(world.state).isSameAs(before);
            return;
        }
        naive.take(command);
        if (coverage != null) {
            coverage.reach(naive.key());
        }
        follow(before, decision.events().get(0));
        for (int i = 1; i < world.state.tree().size(); i++) {
            AreaCode unit = world.state.tree().area(i);
            assertThat(world.state.stage(unit)).isEqualTo(naive.stage(unit));
        }
        Stage now = world.state.stage(command.unit());
        stages.add(now);
        if (now == Stage.CERTIFIED && command.unit().level() == AreaLevel.PROVINCE) {
            provinces++;
        }
    }

    /** C6, C7, C9, C10: the certificates that hold, kept beside. */
    private void follow(CertificationState before, CertificationEvent event) {
        List<AreaCode> gone = world.kernel.lapses(before, event);
        List<AreaCode> expected = new ArrayList<>();
        if (event.step() == Step.REPORT || event.step() == Step.RETURN) {
            boolean report = event.step() == Step.REPORT;
            AreaCode at = report ? event.unit() : ((Detail.Back) event.detail()).target();
            while (at.level() != AreaLevel.COUNTRY) {
                if (valid.remove(at) != null) {
                    expected.add(at);
                }
                if (!report && at.equals(event.unit())) {
                    break;
                }
                at = world.state.tree().parent(at).orElseThrow();
            }
            lapsed += report ? expected.size() : 0;
            returned += report ? 0 : 1;
        } else if (event.step() == Step.CERTIFY) {
            // C5: the children are certified at that moment, and the root is over theirs.
            for (AreaCode child : world.state.tree().children(event.unit())) {
                assertThat(world.state.figures(child).target() == 0 || valid.containsKey(child))
                        .isTrue();
            }
            if (event.unit().level() != AreaLevel.VILLAGE) {
                List<Hash> roots = world.state.tree().children(event.unit()).stream()
                        .map(child -> valid.containsKey(child)
                                ? valid.get(child).content().root()
                                : world.state.root(child))
                        .toList();
                assertThat(((Detail.Vouching) event.detail()).root()).isEqualTo(Merkle.root(roots));
            }
            valid.put(event.unit(), world.state.certificate(event.unit()).orElseThrow());
        }
        assertThat(gone).isEqualTo(expected);
        for (int i = 1; i < world.state.tree().size(); i++) {
            AreaCode unit = world.state.tree().area(i);
            assertThat(world.state.certificate(unit).orElse(null)).isEqualTo(valid.get(unit));
            Certificate certificate = valid.get(unit);
            if (certificate != null) {
                assertThat(certificate.content().root()).isEqualTo(world.state.root(unit));
            }
        }
    }

    private void compare(Object what, Decision<?> decision, List<RefusalCode> expected) {
        List<RefusalCode> found = decision.reasons().stream().map(Refusal::code).toList();
        assertThat(found).as(String.valueOf(what)).isEqualTo(expected);
        codes.addAll(found);
        refused += decision.isAccepted() ? 0 : 1;
    }

    /** Someone corrects the answers of a household whose village is certified. */
    private void correct() {
        for (AreaCode unit : world.state.tree().areas(AreaLevel.VILLAGE)) {
            if (valid.containsKey(unit) && random.nextInt(3) == 0) {
                VillageCode village = (VillageCode) unit;
                HouseholdId household = world.works.get(village).targets().get(0);
                confirm(village, household, random.nextBoolean() ? "a" : "b");
                take(Command.report(
                        world.id(), World.SYSTEM, world.works.get(village).report()));
                return;
            }
        }
    }

    private void confirm(VillageCode village, HouseholdId household, String answers) {
        List<HouseholdEvent> events = Moves.events(world, household, List.of(answers));
        for (int i : new int[] {0, 1, 4, 3}) {
            happen(village, events.get(i));
        }
    }

    /** The right people take the steps of a unit, and now and then forget one. */
    private void goOn(AreaCode unit, int most) {
        AreaLevel level = unit.level();
        List<Command> steps = new ArrayList<>();
        steps.add(Command.present(world.id(), unit, World.presenter(level)));
        if (level == AreaLevel.VILLAGE) {
            steps.add(Command.sign(world.id(), unit, World.COMMITTEE, World.ROLE_COMMITTEE));
            steps.add(Command.sign(world.id(), unit, World.LEADER, World.ROLE_LEADER));
        } else {
            steps.add(Command.sign(world.id(), unit, World.group(level), World.ROLE_GROUP));
        }
        steps.add(Command.certify(world.id(), unit, World.group(level)));
        steps.add(Command.submit(world.id(), unit, World.presenter(level)));
        steps.add(Command.receive(world.id(), unit, World.receiver(level), world.kernel.papers(level)));
        for (Command step : steps.subList(0, Math.min(most, steps.size()))) {
            if (random.nextInt(60) != 0) {
                take(step);
            }
        }
    }

    /** Goes up the tree by the papers, and leaves out a village now and then. */
    void certify() {
        certify(COUNTRY);
    }

    private void certify(AreaCode unit) {
        if (unit instanceof VillageCode village) {
            if (random.nextInt(40) == 0) {
                return;
            }
            for (HouseholdId household : world.works.get(village).targets()) {
                confirm(village, household, "a");
            }
            take(Command.report(
                    world.id(), World.SYSTEM, world.works.get(village).report()));
        } else {
            world.state.tree().children(unit).forEach(this::certify);
        }
        if (unit.level() == AreaLevel.COUNTRY) {
            return;
        }
        // Provinces are left at each stage in turn, the units beneath now and then.
        int oneIn = unit.level() == AreaLevel.VILLAGE ? 60 : 20;
        boolean halfWay = random.nextInt(oneIn) == 0;
        int most = unit.level() == AreaLevel.PROVINCE ? turn++ % 6 : halfWay ? random.nextInt(7) : 7;
        goOn(unit, most);
    }
}
