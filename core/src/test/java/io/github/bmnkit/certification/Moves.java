package io.github.bmnkit.certification;

import static io.github.bmnkit.certification.World.COORDINATOR;
import static io.github.bmnkit.certification.World.LEADER;
import static io.github.bmnkit.certification.World.VOLUNTEER;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.round.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Everything that anybody could try at a unit or with a household. */
final class Moves {
    private Moves() {}

    static List<HouseholdEvent> events(World world, HouseholdId household, List<String> answers) {
        List<HouseholdEvent> events = new ArrayList<>();
        events.add(new HouseholdEvent.Assigned(world.id(), household, world.now, COORDINATOR, VOLUNTEER));
        for (String each : answers) {
            // Each household has a salt of its own: the same answers of two households are two commitments.
            String answer = World.answers(household + each);
            for (ActorId actor : List.of(VOLUNTEER, LEADER)) {
                events.add(new HouseholdEvent.Collected(world.id(), household, world.now, actor, answer));
            }
            events.add(new HouseholdEvent.Confirmed(
                    world.id(), household, world.now, VOLUNTEER, HouseholdEvent.Confirmer.HEAD, answer));
        }
        events.add(new HouseholdEvent.Checked(world.id(), household, world.now, VOLUNTEER));
        events.add(new HouseholdEvent.Checked(world.id(), household, world.now, LEADER));
        events.add(new HouseholdEvent.Returned(world.id(), household, world.now, COORDINATOR, "income"));
        events.add(new HouseholdEvent.ResolvedWithoutData(
                world.id(), household, world.now, COORDINATOR, HouseholdEvent.NonResponse.VACANT, "visit-1"));
        return events;
    }

    /** All commands at a unit, by those who may and one who may not. */
    static List<Command> commands(World world, AreaCode unit) {
        List<Command> commands = new ArrayList<>();
        AreaLevel level = unit.level();
        if (unit instanceof VillageCode village) {
            commands.add(Command.report(
                    world.id(), World.SYSTEM, world.works.get(village).report()));
        }
        for (ActorId actor : List.of(World.presenter(level), World.SYSTEM)) {
            commands.add(Command.present(world.id(), unit, actor));
            commands.add(Command.submit(world.id(), unit, actor));
        }
        List<RoleId> roles = level == AreaLevel.VILLAGE
                ? List.of(World.ROLE_COMMITTEE, World.ROLE_LEADER, World.ROLE_GROUP)
                : List.of(World.ROLE_GROUP, World.ROLE_CONCERNED, World.ROLE_COMMITTEE);
        List<ActorId> signers = level == AreaLevel.VILLAGE
                ? List.of(World.COMMITTEE, World.LEADER)
                : List.of(World.group(level), World.SYSTEM);
        for (RoleId role : roles) {
            for (ActorId actor : signers) {
                commands.add(Command.sign(world.id(), unit, actor, role));
            }
        }
        for (ActorId actor : List.of(World.group(level), World.SYSTEM)) {
            commands.add(Command.certify(world.id(), unit, actor));
        }
        Set<Paper> certificate = Set.of(Paper.QUALITY_CERTIFICATE);
        for (Set<Paper> papers : List.of(certificate, Set.of(Paper.CONFIDENCE_SUMMARY), World.both())) {
            commands.add(Command.receive(world.id(), unit, World.receiver(level), papers));
        }
        commands.add(Command.receive(world.id(), unit, World.SYSTEM, certificate));
        commands.add(Command.receive(world.id(), unit, World.presenter(level), certificate));
        for (int i = 1; i < world.state.tree().size(); i++) {
            commands.add(Command.giveBack(
                    world.id(), unit, World.presenter(level), world.state.tree().area(i), "late"));
        }
        commands.add(Command.giveBack(world.id(), unit, World.SYSTEM, unit, "late"));
        return commands;
    }

    /** Everything that someone could try at a unit. */
    static List<Command> by(World world, AreaCode unit, ActorId actor) {
        List<Command> commands = new ArrayList<>(List.of(
                Command.present(world.id(), unit, actor),
                Command.certify(world.id(), unit, actor),
                Command.submit(world.id(), unit, actor)));
        for (RoleId role : List.of(
                World.ROLE_COMMITTEE,
                World.ROLE_LEADER,
                World.ROLE_GROUP,
                World.ROLE_CONCERNED,
                World.ROLE_VOLUNTEER)) {
            commands.add(Command.sign(world.id(), unit, actor, role));
        }
        for (Set<Paper> papers :
                List.of(Set.of(Paper.QUALITY_CERTIFICATE), Set.of(Paper.CONFIDENCE_SUMMARY), World.both())) {
            commands.add(Command.receive(world.id(), unit, actor, papers));
        }
        for (int i = 1; i < world.state.tree().size(); i++) {
            commands.add(
                    Command.giveBack(world.id(), unit, actor, world.state.tree().area(i), "late"));
        }
        return commands;
    }
}
