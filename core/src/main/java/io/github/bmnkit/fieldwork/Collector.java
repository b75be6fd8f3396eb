package io.github.bmnkit.fieldwork;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Someone who collects the data of households (ผู้จัดเก็บข้อมูล): a volunteer, briefed (step 6) and registered in the system
 * (step 7). While active, a collector holds the role {@link #ROLE} in the villages of the areas named and at the local
 * authorities that these belong to, where volunteers may present the result (step 13).
 *
 * @param actor who
 * @param areas where: villages, tambons or local authorities, at least one
 * @param term when the collector is active
 * @param briefed when the collector was briefed; null if not yet
 * @param registered when the collector was registered in the system; null if not yet
 */
public record Collector(
        ActorId actor,
        Set<AreaCode> areas,
        Term term,
        @Nullable LocalDate briefed,
        @Nullable LocalDate registered) implements FieldworkRecord {
    /** The role of collectors: {@code volunteer}. */
    public static final RoleId ROLE = RoleId.of("volunteer");

    /**
     * Copies the areas, sorted.
     *
     * @param actor who
     * @param areas where: villages, tambons or local authorities, at least one
     * @param term when the collector is active
     * @param briefed when the collector was briefed; null if not yet
     * @param registered when the collector was registered in the system; null if not yet
     * @throws IllegalArgumentException if there is no area
     */
    public Collector {
        requireNonNull(actor, "actor");
        requireNonNull(term, "term");
        areas = Collections.unmodifiableSet(new TreeSet<>(areas));
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("a collector without an area: " + actor);
        }
    }

    boolean isBriefed(LocalDate day) {
        return briefed != null && !briefed.isAfter(day);
    }

    boolean isRegistered(LocalDate day) {
        return registered != null && !registered.isAfter(day);
    }
}
