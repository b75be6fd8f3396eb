package io.github.bmnkit.fieldwork;

import static java.util.Objects.requireNonNull;

/**
 * Who did something: an opaque id that the host gives to a person or a system. It must not be personal data itself, since
 * events are kept when a person's data are erased.
 *
 * @param value the id, not blank, at most 64 characters, none of them half of a surrogate pair
 */
public record ActorId(String value) {
    /** The most characters that an id may have. */
    public static final int MAX_LENGTH = 64;

    /**
     * Checks the length.
     *
     * @param value the id
     * @throws IllegalArgumentException if the id is blank, too long, or no valid text
     */
    public ActorId {
        requireNonNull(value, "value");
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an actor's id has 1 to " + MAX_LENGTH + " characters: " + value);
        }
        // Two ids that differ in half a character would be the same bytes in a ledger.
        if (value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException("an actor's id is no valid text: " + value);
        }
    }

    /**
     * Returns the id that a text says.
     *
     * @param value the id
     * @return the id
     * @throws IllegalArgumentException if the text is blank, too long, or no valid text
     */
    public static ActorId of(String value) {
        return new ActorId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
