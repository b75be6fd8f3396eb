package io.github.bmnkit.registry;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import java.util.List;

/**
 * Names a member register, such as {@code savings-group}; what the register is called, the catalogue says. The papers
 * have no such ids: those of the shipped catalogue are ours.
 *
 * @param value 1 to 40 small letters of English, digits and hyphens
 */
public record RegisterId(String value) implements Comparable<RegisterId> {
    private static final int MAX_LENGTH = 40;

    /**
     * Checks the characters.
     *
     * @param value 1 to 40 small letters of English, digits and hyphens
     * @throws IllegalArgumentException if it is not such a name
     */
    public RegisterId {
        requireNonNull(value, "value");
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not the id of a register: " + value);
        }
    }

    /**
     * Returns the id that a text says.
     *
     * @param text the id
     * @return the id
     * @throws IllegalArgumentException if the text is no id
     */
    public static RegisterId of(String text) {
        return new RegisterId(text);
    }

    /**
     * Reads an id.
     *
     * @param text what was written
     * @return the id, or what is wrong with it
     */
    public static Reading<RegisterId> parse(String text) {
        return isWellFormed(text)
                ? Reading.of(new RegisterId(text))
                : Reading.nothing(List.of(Finding.of(RegistryFinding.REGISTER_ID)));
    }

    @Override
    public int compareTo(RegisterId other) {
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
