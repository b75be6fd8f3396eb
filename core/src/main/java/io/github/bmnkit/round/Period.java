package io.github.bmnkit.round;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;

/**
 * A part of the round with a target of its own. The papers name the periods but not the days on which they end.
 *
 * @param id a short name, unique within the round, such as {@code q1-2}
 * @param name the name for people
 */
public record Period(String id, Text name) {
    /**
     * Checks that both parts are there.
     *
     * @param id a short name, unique within the round, such as {@code q1-2}
     * @param name the name for people
     */
    public Period {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
    }

    /** Returns the id. */
    @Override
    public String toString() {
        return id;
    }
}
