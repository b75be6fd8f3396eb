package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.fieldwork.ActorId;
import java.time.Instant;
import java.util.Map;

/**
 * A step that was taken. Events are all that is kept: folding them gives the state. They hold no personal data: actors are
 * opaque ids of the host, households appear as counts and digests only.
 *
 * @param command the id of the command that led to it
 * @param step which step
 * @param unit at which unit
 * @param actor who took it
 * @param at when
 * @param detail what the step says beside
 */
public record CertificationEvent(String command, Step step, AreaCode unit, ActorId actor, Instant at, Detail detail) {
    /**
     * Checks that the detail is that of the step.
     *
     * @param command the id of the command that led to it
     * @param step which step
     * @param unit at which unit
     * @param actor who took it
     * @param at when
     * @param detail what the step says beside
     * @throws IllegalArgumentException if the detail is of another step, or the id is not that of a command
     */
    public CertificationEvent {
        requireNonNull(at, "at");
        Command.check(command, step, unit, actor, detail);
        if (step == Step.CERTIFY && !(detail instanceof Detail.Vouching)) {
            throw new IllegalArgumentException("not what a certificate says: " + detail);
        }
    }

    /**
     * What the command said, as a number: to tell a command that is sent again from another of the same id. It is the hash
     * of a text, so that it is the same on every machine.
     */
    static int print(Step step, ActorId actor, Detail detail) {
        Map<String, Object> said = step == Step.CERTIFY ? Map.of() : EventJson.detail(detail);
        return (step.name() + '\0' + actor.value() + '\0' + said).hashCode();
    }
}
