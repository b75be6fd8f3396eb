package io.github.bmnkit.registry;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.identity.PersonName;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a register: who is in which group, in which role, and for how long. Terms are half-open: the first day is
 * part of it, the last is not.
 *
 * @param source the file that the row came from
 * @param line the line of the file, from 1
 * @param register the register
 * @param group the host's id or name of the group within the area; empty if there is none
 * @param person the national ID; null if the row has none, or one that is wrong
 * @param name the name; null if the row has none
 * @param role the id of a listed role, or an open text; empty if there is none
 * @param from the first day of the term; null if it is not known
 * @param until the first day that is no longer part of the term; null if it goes on
 * @param area where the group is: a village, tambon, district or province
 */
public record Membership(
        String source,
        int line,
        RegisterId register,
        String group,
        @Nullable NationalId person,
        @Nullable PersonName name,
        String role,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        AreaCode area) {
    /**
     * Checks that the term has a day.
     *
     * @param source the file that the row came from
     * @param line the line of the file, from 1
     * @param register the register
     * @param group the host's id or name of the group within the area; empty if there is none
     * @param person the national ID; null if the row has none, or one that is wrong
     * @param name the name; null if the row has none
     * @param role the id of a listed role, or an open text; empty if there is none
     * @param from the first day of the term; null if it is not known
     * @param until the first day that is no longer part of the term; null if it goes on
     * @param area where the group is: a village, tambon, district or province
     * @throws IllegalArgumentException if the term ends on or before the day on which it starts
     */
    public Membership {
        requireNonNull(source, "source");
        requireNonNull(register, "register");
        requireNonNull(group, "group");
        requireNonNull(role, "role");
        requireNonNull(area, "area");
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("a term from " + from + " to before " + until + " holds no day");
        }
    }

    /**
     * Tells whether a day is part of the term.
     *
     * @param day the day
     * @return true from the first day to the one before {@link #until}; a bound that is not known excludes nothing
     */
    public boolean isInForce(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
    }

    /**
     * Tells whether some day is part of both terms.
     *
     * @param other another row
     * @return true if there is one; a bound that is not known excludes nothing
     */
    public boolean overlaps(Membership other) {
        return startsBefore(from, other.until) && startsBefore(other.from, until);
    }

    private static boolean startsBefore(@Nullable LocalDate start, @Nullable LocalDate end) {
        return start == null || end == null || start.isBefore(end);
    }

    /**
     * Returns where the row stands.
     *
     * @return file, line and area
     */
    public Place place() {
        return Place.line(line).withDocument(source).withArea(area.value());
    }

    /** Shows where the row stands and which register it is of, nothing of the person. */
    @Override
    public String toString() {
        return "Membership[" + source + ":" + line + ", " + register + ", " + area + "]";
    }
}
