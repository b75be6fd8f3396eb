package io.github.bmnkit.questionnaire;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;

/**
 * The list of the members of a household.
 *
 * @param name what expressions call it, as in {@code count(${member})}
 * @param label what people call it
 * @param min the least number of members that a complete response has
 * @param max the most members that a response can have
 */
public record Roster(String name, Text label, int min, int max) {
    /** The most members that any form can provide for. */
    static final int LARGEST = 999;

    /**
     * Checks that the parts are there. Whether the limits make sense is checked with the form.
     *
     * @param name what expressions call it, as in {@code count(${member})}
     * @param label what people call it
     * @param min the least number of members that a complete response has
     * @param max the most members that a response can have
     */
    public Roster {
        requireNonNull(name, "name");
        requireNonNull(label, "label");
    }

    /** Whether the limits leave room for a household. */
    boolean hasRoom() {
        return 0 <= min && min <= max && 1 <= max && max <= LARGEST;
    }
}
