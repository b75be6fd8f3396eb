package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.FieldworkRecords;
import io.github.bmnkit.fieldwork.RoleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a decision rests on beside the state: the host's answers. The same facts give the same decision, so that a decision
 * can be gone over later. Answers must not change while one command is decided.
 */
public interface Facts {
    /**
     * Returns facts from the records of the work, without delegations.
     *
     * @param now the time of the decision
     * @param records who holds which role where and when
     * @param quality what is known of the quality of a unit's data; empty if it has not been computed
     * @return the facts
     */
    static Facts of(Instant now, FieldworkRecords records, Function<AreaCode, Optional<QualityFacts>> quality) {
        return of(now, records, quality, unit -> List.of());
    }

    /**
     * Returns facts from the records of the work.
     *
     * @param now the time of the decision
     * @param records who holds which role where and when
     * @param quality what is known of the quality of a unit's data; empty if it has not been computed
     * @param delegations who lets whom sign at a unit
     * @return the facts
     */
    static Facts of(
            Instant now,
            FieldworkRecords records,
            Function<AreaCode, Optional<QualityFacts>> quality,
            Function<AreaCode, List<Delegation>> delegations) {
        return new RecordedFacts(now, records, quality, delegations);
    }

    /**
     * Returns the time of the decision, which becomes the time of its events.
     *
     * @return the moment
     */
    Instant now();

    /**
     * Returns the roles of someone at a unit, such as a member of its working group.
     *
     * @param actor who
     * @param unit at which unit
     * @param day on which day, as it is in Bangkok
     * @return the roles held in one's own right; empty for someone who is not known
     */
    Set<RoleId> roles(ActorId actor, AreaCode unit, LocalDate day);

    /**
     * Returns what is known of the quality of a unit's data.
     *
     * @param unit which unit
     * @return the facts; empty if they have not been computed
     */
    Optional<QualityFacts> quality(AreaCode unit);

    /**
     * Returns who lets whom sign at a unit; asked only where {@link Extension#DELEGATION} is on.
     *
     * @param unit which unit
     * @return the delegations, also those that are over or have not begun
     */
    default List<Delegation> delegations(AreaCode unit) {
        return List.of();
    }

    /**
     * Someone lets another sign in a role. It passes on what the first holds in their own right and no more: what was
     * delegated is not delegated again.
     *
     * @param from whose role it is
     * @param to who may sign
     * @param role the role
     * @param start the first day
     * @param endExclusive the day on which it is over
     */
    record Delegation(ActorId from, ActorId to, RoleId role, LocalDate start, LocalDate endExclusive) {
        /**
         * Checks that it is between two, and begins before it ends.
         *
         * @param from whose role it is
         * @param to who may sign
         * @param role the role
         * @param start the first day
         * @param endExclusive the day on which it is over
         * @throws IllegalArgumentException if someone delegates to themselves, or it ends before it begins
         */
        public Delegation {
            requireNonNull(role, "role");
            if (from.equals(to)) {
                throw new IllegalArgumentException("nobody delegates to themselves: " + from);
            }
            if (!start.isBefore(endExclusive)) {
                throw new IllegalArgumentException("a delegation from " + start + " to " + endExclusive);
            }
        }

        boolean covers(ActorId principal, ActorId actor, RoleId inRole, LocalDate day) {
            return from.equals(principal)
                    && to.equals(actor)
                    && role.equals(inRole)
                    && !day.isBefore(start)
                    && day.isBefore(endExclusive);
        }
    }
}
