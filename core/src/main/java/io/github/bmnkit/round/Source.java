package io.github.bmnkit.round;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;
import java.time.LocalDate;

/**
 * A paper that a definition rests on, cited by office and date: the papers cite one another under numbers that differ
 * from those printed on them.
 *
 * @param key a short name, unique within the definition
 * @param office the office that issued the paper
 * @param date its date, Common Era
 * @param title what it is
 */
public record Source(String key, Text office, LocalDate date, Text title) {
    /**
     * Checks that every part is there.
     *
     * @param key a short name, unique within the definition
     * @param office the office that issued the paper
     * @param date its date, Common Era
     * @param title what it is
     */
    public Source {
        requireNonNull(key, "key");
        requireNonNull(office, "office");
        requireNonNull(date, "date");
        requireNonNull(title, "title");
    }
}
