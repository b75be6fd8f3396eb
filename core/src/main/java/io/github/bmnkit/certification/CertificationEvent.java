package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.round.Paper;
import java.time.Instant;

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
     * What the command said, as a number: to tell a command that is sent again from another of the same id. It is made of
     * texts and numbers alone, so that it is the same on every machine.
     */
    static int print(Step step, ActorId actor, Detail detail) {
        int said = 0;
        if (detail instanceof Detail.Work work) {
            VillageWork.Report report = work.report();
            said = 31 * Long.hashCode(report.changes())
                    + report.root().hashCode()
                    + report.figures().hashCode();
        } else if (detail instanceof Detail.Signing signing) {
            ActorId other = signing.onBehalfOf();
            said = signing.role().value().hashCode()
                    + (other == null ? 0 : other.value().hashCode());
        } else if (detail instanceof Detail.Arrival arrival) {
            for (Paper paper : arrival.papers()) {
                said += paper.name().hashCode();
            }
        } else if (detail instanceof Detail.Back back) {
            said = 31 * back.target().value().hashCode() + back.reason().hashCode();
        }
        return 31 * (31 * step.name().hashCode() + actor.value().hashCode()) + said;
    }
}
