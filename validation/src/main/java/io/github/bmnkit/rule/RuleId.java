package io.github.bmnkit.rule;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a rule for ever: once released, an id never gets another meaning.
 *
 * @param value such as {@code MON-10}: letters of English, digits, {@code . _ -}, beginning with a letter, at most 64
 */
public record RuleId(String value) implements Comparable<RuleId> {
    private static final Pattern IDS = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");

    /**
     * Checks the id.
     *
     * @param value such as {@code MON-10}
     * @throws IllegalArgumentException if it is not an id
     */
    public RuleId {
        if (!IDS.matcher(requireNonNull(value, "value")).matches()) {
            throw new IllegalArgumentException("not the id of a rule: '" + value + "'");
        }
    }

    /**
     * Returns an id that is written in a program.
     *
     * @param text such as {@code MON-10}
     * @return the id
     * @throws IllegalArgumentException if the text is not an id
     */
    public static RuleId of(String text) {
        return new RuleId(text);
    }

    /**
     * Reads an id.
     *
     * @param text such as {@code MON-10}
     * @return the id; empty if the text is none
     */
    public static Optional<RuleId> parse(String text) {
        return IDS.matcher(text).matches() ? Optional.of(new RuleId(text)) : Optional.empty();
    }

    /**
     * Returns what stands before the last hyphen: rules of one kind share it.
     *
     * @return such as {@code MON}; the whole id if there is no hyphen
     */
    public String group() {
        int hyphen = value.lastIndexOf('-');
        return hyphen < 0 ? value : value.substring(0, hyphen);
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    /** Returns the id as it is written. */
    @Override
    public String toString() {
        return value;
    }
}
