package io.github.bmnkit.fieldwork;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From when until when something holds: whole days in Thailand, the last one excluded.
 *
 * @param start the first day
 * @param endExclusive the day on which it holds no longer; null if no end was set
 */
public record Term(LocalDate start, @Nullable LocalDate endExclusive) {
    /**
     * Checks that the term begins before it ends.
     *
     * @param start the first day
     * @param endExclusive the day on which it holds no longer; null if no end was set
     * @throws IllegalArgumentException if it ends before it begins, or on the same day
     */
    public Term {
        requireNonNull(start, "start");
        if (endExclusive != null && !start.isBefore(endExclusive)) {
            throw new IllegalArgumentException("a term from " + start + " to " + endExclusive);
        }
    }

    /**
     * Returns a term.
     *
     * @param start the first day
     * @param endExclusive the day on which it holds no longer
     * @return the term
     * @throws IllegalArgumentException if it ends before it begins, or on the same day
     */
    public static Term of(LocalDate start, LocalDate endExclusive) {
        return new Term(start, requireNonNull(endExclusive, "endExclusive"));
    }

    /**
     * Returns a term without an end.
     *
     * @param start the first day
     * @return the term
     */
    public static Term from(LocalDate start) {
        return new Term(start, null);
    }

    /**
     * Tells whether the term covers a day.
     *
     * @param day a day in Thailand
     * @return true from the first day until the day before the end
     */
    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && (endExclusive == null || day.isBefore(endExclusive));
    }

    /**
     * Tells whether two terms have a day in common.
     *
     * @param other another term
     * @return true if some day lies in both
     */
    public boolean overlaps(Term other) {
        return contains(other.start) || other.contains(start);
    }
}
