package io.github.bmnkit.fieldwork;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import java.util.List;

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
        if (!isShort(value)) {
            throw new IllegalArgumentException("an actor's id has 1 to " + MAX_LENGTH + " characters: " + value);
        }
        if (!isText(value)) {
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

    /**
     * Reads an id.
     *
     * @param text what was written
     * @return the id, or what is wrong with it
     */
    public static Reading<ActorId> parse(String text) {
        return isShort(text) && isText(text)
                ? Reading.of(new ActorId(text))
                : Reading.nothing(List.of(Finding.of(FieldworkFinding.ACTOR_ID).with("limit", MAX_LENGTH)));
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isShort(String value) {
        return !value.isBlank() && value.length() <= MAX_LENGTH;
    }

    /** Two ids that differ in half a character would be the same bytes in a ledger. */
    private static boolean isText(String value) {
        return value.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
