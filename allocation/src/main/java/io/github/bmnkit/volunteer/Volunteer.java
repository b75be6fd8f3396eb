package io.github.bmnkit.volunteer;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.identity.HouseholdId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Somebody who visits households: how many at most, where the person lives, which languages, and when not.
 *
 * @param id who, as an opaque id of the host
 * @param capacity how many households the person may have in the round, from 0
 * @param own the person's own households, which others must visit; they need not be on the route
 * @param languages the languages in which the person can interview, in the host's own codes
 * @param absences when the person does not visit; they count only in a problem that is solved for a day
 */
public record Volunteer(ActorId id, int capacity, Set<HouseholdId> own, Set<String> languages, List<Absence> absences) {
    /**
     * A time in which a volunteer visits nobody.
     *
     * @param first the first day
     * @param last the last day, not before the first
     */
    public record Absence(LocalDate first, LocalDate last) {
        /**
         * Checks the order of the days.
         *
         * @param first the first day
         * @param last the last day
         * @throws IllegalArgumentException if the last day is before the first
         */
        public Absence {
            if (requireNonNull(last, "last").isBefore(requireNonNull(first, "first"))) {
                throw new IllegalArgumentException("an absence ends before it starts: " + first + ", " + last);
            }
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /**
     * Copies the collections and checks the capacity.
     *
     * @param id who
     * @param capacity how many households at most, from 0
     * @param own the person's own households
     * @param languages the languages in which the person can interview
     * @param absences when the person does not visit
     * @throws IllegalArgumentException if the capacity is negative
     */
    public Volunteer {
        requireNonNull(id, "id");
        if (capacity < 0) {
            throw new IllegalArgumentException("the capacity of " + id + " is negative: " + capacity);
        }
        own = Set.copyOf(own);
        languages = Set.copyOf(languages);
        absences = List.copyOf(absences);
    }

    /**
     * Returns a volunteer who may visit every household without a language of its own.
     *
     * @param id who
     * @param capacity how many households at most, from 0
     * @return the volunteer
     * @throws IllegalArgumentException if the capacity is negative
     */
    public static Volunteer of(ActorId id, int capacity) {
        return new Volunteer(id, capacity, Set.of(), Set.of(), List.of());
    }

    /**
     * Returns this volunteer with one more household that is the person's own.
     *
     * @param household where the person lives
     * @return the volunteer
     */
    public Volunteer withOwn(HouseholdId household) {
        Set<HouseholdId> more = new HashSet<>(own);
        more.add(household);
        return new Volunteer(id, capacity, more, languages, absences);
    }

    /**
     * Returns this volunteer with one more language.
     *
     * @param language the host's code of the language
     * @return the volunteer
     */
    public Volunteer withLanguage(String language) {
        Set<String> more = new HashSet<>(languages);
        more.add(language);
        return new Volunteer(id, capacity, own, more, absences);
    }

    /**
     * Returns this volunteer with one more absence.
     *
     * @param first the first day
     * @param last the last day
     * @return the volunteer
     * @throws IllegalArgumentException if the last day is before the first
     */
    public Volunteer withAbsence(LocalDate first, LocalDate last) {
        List<Absence> more = new ArrayList<>(absences);
        more.add(new Absence(first, last));
        return new Volunteer(id, capacity, own, languages, more);
    }

    boolean isAbsent(LocalDate day) {
        return absences.stream().anyMatch(absence -> absence.covers(day));
    }
}
