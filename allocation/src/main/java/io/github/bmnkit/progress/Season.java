package io.github.bmnkit.progress;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The days in which a target is to be met, as the host decided: the papers name no day on which a period ends. Every
 * calendar day counts, days off included.
 *
 * @param firstInclusive the first day of the work
 * @param lastInclusive the last day of the work
 */
public record Season(LocalDate firstInclusive, LocalDate lastInclusive) {
    /**
     * Checks the order of the days.
     *
     * @param firstInclusive the first day of the work
     * @param lastInclusive the last day of the work
     * @throws IllegalArgumentException if the last day comes before the first
     */
    public Season {
        requireNonNull(firstInclusive, "firstInclusive");
        requireNonNull(lastInclusive, "lastInclusive");
        if (lastInclusive.isBefore(firstInclusive)) {
            throw new IllegalArgumentException("the last day " + lastInclusive + " comes before " + firstInclusive);
        }
    }

    /**
     * Returns how many days the work may take.
     *
     * @return the number of days, from 1
     */
    public long days() {
        return ChronoUnit.DAYS.between(firstInclusive, lastInclusive) + 1;
    }

    /**
     * Returns how many days are left after a day, which is itself taken to be over.
     *
     * @param day a day
     * @return from 0 to {@link #days()}
     */
    public long daysLeft(LocalDate day) {
        return Math.max(0, Math.min(days(), ChronoUnit.DAYS.between(day, lastInclusive)));
    }

    /**
     * Returns how many days are over at the end of a day.
     *
     * @param day a day
     * @return from 0 to {@link #days()}
     */
    public long daysGone(LocalDate day) {
        return days() - daysLeft(day);
    }
}
