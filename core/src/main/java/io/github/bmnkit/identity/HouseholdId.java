package io.github.bmnkit.identity;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import java.util.List;

/**
 * Identifies a household in the host's own system. Its form is the host's affair: not blank, at most
 * {@value #MAX_LENGTH} characters, none of them a control, invisible or private-use character. It appears in findings and
 * reports as it is, so it must not itself be personal, such as a national ID.
 *
 * @param value the id in Unicode's form NFC, without blanks at its ends
 */
public record HouseholdId(String value) implements Comparable<HouseholdId> {
    /** How many characters (Unicode code points) an id may have. */
    public static final int MAX_LENGTH = 64;

    private static final Text NAME = Text.of("รหัสครัวเรือน", "household id");

    /**
     * Brings the id into its one form and checks it.
     *
     * @param value the id
     * @throws IllegalArgumentException if it is not an id
     */
    public HouseholdId {
        requireNonNull(value, "value");
        value = CleanText.trimmed(value);
        List<Finding> findings = faults(value);
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException(CleanText.message("not a household id", findings));
        }
    }

    /**
     * Reads an id.
     *
     * @param text what was written
     * @return the id, or what is wrong with it
     */
    public static Reading<HouseholdId> parse(String text) {
        requireNonNull(text, "text");
        String value = CleanText.trimmed(text);
        List<Finding> findings = faults(value);
        return findings.isEmpty() ? Reading.of(new HouseholdId(value)) : Reading.nothing(findings);
    }

    /**
     * Returns the id that is written in a text, for callers who know that it is one.
     *
     * @param text what {@link #parse} reads
     * @return the id
     * @throws IllegalArgumentException if it is not an id
     */
    public static HouseholdId of(String text) {
        return new HouseholdId(text);
    }

    /** Orders by Unicode code points, as the bytes of UTF-8 are ordered: the same on every system. */
    @Override
    public int compareTo(HouseholdId other) {
        int common = Math.min(value.length(), other.value.length());
        for (int i = 0; i < common; i++) {
            if (value.charAt(i) != other.value.charAt(i)) {
                int ours = value.codePointAt(i);
                int theirs = other.value.codePointAt(i);
                return Integer.compare(ours, theirs);
            }
        }
        return Integer.compare(value.length(), other.value.length());
    }

    /** Returns the id as it is. */
    @Override
    public String toString() {
        return value;
    }

    private static List<Finding> faults(String value) {
        if (value.isEmpty()) {
            return List.of(Finding.of(IdentityFinding.BLANK).with("what", NAME));
        }
        return CleanText.fault(value, NAME, MAX_LENGTH).stream().toList();
    }
}
