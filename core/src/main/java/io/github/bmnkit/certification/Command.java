package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.RoleId;
import io.github.bmnkit.round.Paper;
import java.util.Set;

/**
 * A step that someone wants to take. The same command sent twice is taken once: it is known by its id.
 *
 * @param id an id that is unique among the commands to a unit: 1 to 64 letters and digits of English, full stops, hyphens
 *     and underscores
 * @param step which step
 * @param unit at which unit
 * @param actor who takes it
 * @param expectedVersion the version of the unit that the actor saw; {@link #ANY_VERSION} if that does not matter
 * @param detail what the step says beside
 */
public record Command(String id, Step step, AreaCode unit, ActorId actor, long expectedVersion, Detail detail) {
    /** The expected version of a command for which the version does not matter. */
    public static final long ANY_VERSION = -1;

    private static final int MAX_LENGTH = 64;
    private static final Detail PLAIN = new Detail.Plain();

    /**
     * Checks the id, and that the detail is that of the step.
     *
     * @param id an id that is unique among the commands to a unit
     * @param step which step
     * @param unit at which unit
     * @param actor who takes it
     * @param expectedVersion the version of the unit that the actor saw; {@link #ANY_VERSION} if that does not matter
     * @param detail what the step says beside
     * @throws IllegalArgumentException if the id is not such an id, or the detail is of another step
     */
    public Command {
        check(id, step, unit, actor, detail);
        if (step == Step.CERTIFY && !(detail instanceof Detail.Plain)) {
            throw new IllegalArgumentException("not what the step " + step + " says: " + detail);
        }
    }

    /** Checks what commands and events have in common. */
    static void check(String id, Step step, AreaCode unit, ActorId actor, Detail detail) {
        requireNonNull(unit, "unit");
        requireNonNull(actor, "actor");
        if (!isCode(id)) {
            throw new IllegalArgumentException("not the id of a command: " + id);
        }
        boolean fits = switch (step) {
            case PRESENT, SUBMIT -> detail instanceof Detail.Plain;
            case CERTIFY -> detail instanceof Detail.Plain || detail instanceof Detail.Vouching;
            case REPORT ->
                detail instanceof Detail.Work work && work.report().village().equals(unit);
            case SIGN -> detail instanceof Detail.Signing;
            case RECEIVE -> detail instanceof Detail.Arrival;
            case RETURN -> detail instanceof Detail.Back;
        };
        if (!fits) {
            throw new IllegalArgumentException("not what the step " + step + " says: " + detail);
        }
    }

    /**
     * Returns the command to take note of a village's data. The host's own system sends it; it needs no role.
     *
     * @param id an id that is unique among the commands to the village
     * @param actor the system, or who operates it
     * @param report what the village says
     * @return the command
     */
    public static Command report(String id, ActorId actor, VillageWork.Report report) {
        return new Command(id, Step.REPORT, report.village(), actor, ANY_VERSION, new Detail.Work(report));
    }

    /**
     * Returns the command to put a unit's result before those who certify.
     *
     * @param id an id that is unique among the commands to the unit
     * @param unit the unit
     * @param actor who presents
     * @return the command
     */
    public static Command present(String id, AreaCode unit, ActorId actor) {
        return new Command(id, Step.PRESENT, unit, actor, ANY_VERSION, PLAIN);
    }

    /**
     * Returns the command to sign.
     *
     * @param id an id that is unique among the commands to the unit
     * @param unit the unit
     * @param actor who signs
     * @param role in which role
     * @return the command
     */
    public static Command sign(String id, AreaCode unit, ActorId actor, RoleId role) {
        return new Command(id, Step.SIGN, unit, actor, ANY_VERSION, new Detail.Signing(role, null));
    }

    /**
     * Returns the command to sign for someone else, where {@link Extension#DELEGATION} is on.
     *
     * @param id an id that is unique among the commands to the unit
     * @param unit the unit
     * @param actor who signs
     * @param role in which role of the other
     * @param onBehalfOf for whom
     * @return the command
     */
    public static Command signFor(String id, AreaCode unit, ActorId actor, RoleId role, ActorId onBehalfOf) {
        requireNonNull(onBehalfOf, "onBehalfOf");
        return new Command(id, Step.SIGN, unit, actor, ANY_VERSION, new Detail.Signing(role, onBehalfOf));
    }

    /**
     * Returns the command to issue the papers of a unit.
     *
     * @param id an id that is unique among the commands to the unit
     * @param unit the unit
     * @param actor who issues them: one of those who may sign
     * @return the command
     */
    public static Command certify(String id, AreaCode unit, ActorId actor) {
        return new Command(id, Step.CERTIFY, unit, actor, ANY_VERSION, PLAIN);
    }

    /**
     * Returns the command to send the papers of a unit to the level above.
     *
     * @param id an id that is unique among the commands to the unit
     * @param unit the unit
     * @param actor who sends them: one of those who may present
     * @return the command
     */
    public static Command submit(String id, AreaCode unit, ActorId actor) {
        return new Command(id, Step.SUBMIT, unit, actor, ANY_VERSION, PLAIN);
    }

    /**
     * Returns the command to record that papers of a unit have reached the level above.
     *
     * @param id an id that is unique among the commands to the unit
     * @param unit the unit whose papers they are
     * @param actor who records it
     * @param papers which papers
     * @return the command
     * @throws IllegalArgumentException if there is no paper
     */
    public static Command receive(String id, AreaCode unit, ActorId actor, Set<Paper> papers) {
        return new Command(id, Step.RECEIVE, unit, actor, ANY_VERSION, new Detail.Arrival(papers));
    }

    /**
     * Returns the command to open a unit again, and all between it and the unit that returns it, where {@link
     * Extension#RETURN_UNIT} or, for the unit itself, {@link Extension#REOPEN} is on.
     *
     * @param id an id that is unique among the commands to the unit
     * @param unit the unit that returns
     * @param actor who returns
     * @param target the unit itself or one beneath
     * @param reason the host's code of the reason
     * @return the command
     * @throws IllegalArgumentException if the reason is no code
     */
    public static Command giveBack(String id, AreaCode unit, ActorId actor, AreaCode target, String reason) {
        return new Command(id, Step.RETURN, unit, actor, ANY_VERSION, new Detail.Back(target, reason));
    }

    /**
     * Returns this command, to be taken only if nothing has happened at or beneath the unit since.
     *
     * @param version the version of the unit that the actor saw
     * @return the command
     */
    public Command expecting(long version) {
        return new Command(id, step, unit, actor, version, detail);
    }

    /** A name of the host's that can hold no prose, and so no personal data. */
    static boolean isCode(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isOfCode(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfCode(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '-'
                || c == '_';
    }
}
