package io.github.bmnkit.fieldwork;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Someone who holds a role by office and not as a member of a working group: a sub-district coordinator, the district
 * chief, the department. The role is held at the areas named and not beneath them; a tambon, which certifies nothing
 * itself, stands for its villages and for the local authorities that these belong to.
 *
 * @param actor who
 * @param role which role
 * @param areas where, at least one
 * @param term when
 */
public record Appointment(ActorId actor, RoleId role, Set<AreaCode> areas, Term term) implements FieldworkRecord {
    /**
     * Copies the areas, sorted.
     *
     * @param actor who
     * @param role which role
     * @param areas where, at least one
     * @param term when
     * @throws IllegalArgumentException if there is no area
     */
    public Appointment {
        requireNonNull(actor, "actor");
        requireNonNull(role, "role");
        requireNonNull(term, "term");
        areas = Collections.unmodifiableSet(new TreeSet<>(areas));
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("an appointment without an area: " + role);
        }
    }
}
