package io.github.bmnkit.response;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names one derived check of one question, such as {@code hid:relevance}.
 *
 * @param question the name of the question; for {@link Check#ROSTER} that of the roster
 * @param check what is checked
 */
public record CheckId(String question, Check check) {
    /**
     * Checks that the parts are there.
     *
     * @param question the name of the question; for {@link Check#ROSTER} that of the roster
     * @param check what is checked
     */
    public CheckId {
        requireNonNull(question, "question");
        requireNonNull(check, "check");
    }

    /**
     * Reads an id.
     *
     * @param text such as {@code hid:relevance}
     * @return the id; empty if the text is none
     */
    public static Optional<CheckId> parse(String text) {
        int colon = text.lastIndexOf(':');
        return Stream.of(Check.values())
                .filter(check -> colon > 0 && text.substring(colon + 1).equals(check.toString()))
                .map(check -> new CheckId(text.substring(0, colon), check))
                .findFirst();
    }

    /** Returns the question and the check, such as {@code hid:relevance}. */
    @Override
    public String toString() {
        return question + ":" + check;
    }
}
