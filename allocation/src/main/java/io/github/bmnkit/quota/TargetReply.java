package io.github.bmnkit.quota;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.fieldwork.ActorId;
import java.time.Instant;
import java.util.Comparator;

/**
 * What an office answers about its target: it confirms the number of households (ยืนยันเป้าหมาย), or disputes it with the
 * number that it counts itself. An office may answer again; its latest answer holds.
 */
public sealed interface TargetReply {
    /**
     * Orders answers by time. Of two at the same moment a dispute holds over a confirmation, so that none is lost; beyond
     * that the order is only always the same.
     */
    Comparator<TargetReply> BY_TIME = Comparator.comparing(TargetReply::at)
            .thenComparing(reply -> reply instanceof Disputed)
            .thenComparing(TargetReply::area)
            .thenComparing(TargetReply::households)
            .thenComparing(reply -> reply.actor().value())
            .thenComparing(reply -> reply instanceof Disputed disputed ? disputed.reason() : "");

    /**
     * Returns whose target it is about.
     *
     * @return the area of the office
     */
    AreaCode area();

    /**
     * Returns the number that the office states.
     *
     * @return the target as the office confirms it, or the number of households that it counts instead
     */
    long households();

    /**
     * Returns who answered.
     *
     * @return the actor
     */
    ActorId actor();

    /**
     * Returns when it was answered.
     *
     * @return the moment
     */
    Instant at();

    /**
     * The office confirms its target.
     *
     * @param area the area of the office
     * @param households the target that it confirms, from 0; it holds only while the plan says the same
     * @param actor who confirmed
     * @param at when
     */
    record Confirmed(AreaCode area, long households, ActorId actor, Instant at) implements TargetReply {
        /**
         * Checks that every part is there.
         *
         * @param area the area of the office
         * @param households the target that it confirms, from 0
         * @param actor who confirmed
         * @param at when
         * @throws IllegalArgumentException if the number is negative
         */
        public Confirmed {
            check(area, households, actor, at);
        }
    }

    /**
     * The office disputes its target. The dispute is open until the office confirms a number.
     *
     * @param area the area of the office
     * @param households the number of households that it counts, from 0
     * @param actor who disputed
     * @param at when
     * @param reason the host's code of the reason, not blank and nothing personal
     */
    record Disputed(AreaCode area, long households, ActorId actor, Instant at, String reason) implements TargetReply {
        /**
         * Checks that every part is there.
         *
         * @param area the area of the office
         * @param households the number of households that it counts, from 0
         * @param actor who disputed
         * @param at when
         * @param reason the host's code of the reason, not blank
         * @throws IllegalArgumentException if the number is negative or the reason is blank
         */
        public Disputed {
            check(area, households, actor, at);
            if (reason.isBlank()) {
                throw new IllegalArgumentException("a target is disputed for a reason");
            }
        }
    }

    private static void check(AreaCode area, long households, ActorId actor, Instant at) {
        requireNonNull(area, "area");
        requireNonNull(actor, "actor");
        requireNonNull(at, "at");
        if (households < 0) {
            throw new IllegalArgumentException("not a number of households: " + households);
        }
    }
}
