package io.github.bmnkit.fieldwork;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import java.util.List;

/**
 * Names a role in the work, such as {@code village-committee}; what the role is called, {@link Roles} says.
 *
 * @param value 1 to 40 small letters of English, digits and hyphens
 */
public record RoleId(String value) implements Comparable<RoleId> {
    private static final int MAX_LENGTH = 40;

    /**
     * Checks the characters.
     *
     * @param value 1 to 40 small letters of English, digits and hyphens
     * @throws IllegalArgumentException if it is not such a name
     */
    public RoleId {
        requireNonNull(value, "value");
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not the id of a role: " + value);
        }
    }

    /**
     * Returns the id that a text says.
     *
     * @param text the id
     * @return the id
     * @throws IllegalArgumentException if the text is no id
     */
    public static RoleId of(String text) {
        return new RoleId(text);
    }

    /**
     * Reads an id.
     *
     * @param text what was written
     * @return the id, or what is wrong with it
     */
    public static Reading<RoleId> parse(String text) {
        return isWellFormed(text)
                ? Reading.of(new RoleId(text))
                : Reading.nothing(List.of(Finding.of(FieldworkFinding.ROLE_ID)));
    }

    @Override
    public int compareTo(RoleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isWellFormed(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }
}
