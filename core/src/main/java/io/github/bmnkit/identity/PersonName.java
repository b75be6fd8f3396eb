package io.github.bmnkit.identity;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Names a person. Each part is in Unicode's form NFC without blanks at its ends and with single blanks inside, has at most
 * {@value #MAX_LENGTH} characters, and none of them is a control, invisible, direction or private-use character, so that
 * equal names are equal texts.
 *
 * @param title the title or rank (คำนำหน้า), unmasked; empty if there is none
 * @param first the first name, unmasked; never empty
 * @param last the last name, unmasked; empty for those who have none
 */
public record PersonName(String title, String first, String last) {
    /** How many characters (Unicode code points) each part may have. */
    public static final int MAX_LENGTH = 100;

    private static final Text TITLE = Text.of("คำนำหน้า", "title");
    private static final Text FIRST = Text.of("ชื่อ", "first name");
    private static final Text LAST = Text.of("นามสกุล", "last name");

    /**
     * Brings the parts into their one form and checks them.
     *
     * @param title the title or rank; empty if there is none
     * @param first the first name
     * @param last the last name; empty if there is none
     * @throws IllegalArgumentException if a part is not in order; the message does not repeat it
     */
    public PersonName {
        title = clean(requireNonNull(title, "title"));
        first = clean(requireNonNull(first, "first"));
        last = clean(requireNonNull(last, "last"));
        List<Finding> findings = faults(title, first, last);
        if (!findings.isEmpty()) {
            throw new IllegalArgumentException(CleanText.message("not a name", findings));
        }
    }

    /**
     * Reads a name from its parts.
     *
     * @param title the title or rank; empty if there is none
     * @param first the first name
     * @param last the last name; empty if there is none
     * @return the name, or everything that is wrong with its parts, without repeating them
     */
    public static Reading<PersonName> parse(String title, String first, String last) {
        requireNonNull(title, "title");
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        List<Finding> findings = faults(clean(title), clean(first), clean(last));
        return findings.isEmpty() ? Reading.of(new PersonName(title, first, last)) : Reading.nothing(findings);
    }

    /**
     * Returns the name that has these parts, for callers who know that they are in order.
     *
     * @param title the title or rank; empty if there is none
     * @param first the first name
     * @param last the last name; empty if there is none
     * @return the name
     * @throws IllegalArgumentException if a part is not in order; the message does not repeat it
     */
    public static PersonName of(String title, String first, String last) {
        return new PersonName(title, first, last);
    }

    /**
     * Returns the whole name, unmasked. As in Thai papers a Thai title is joined to the first name; another title is
     * followed by a blank.
     *
     * @return title, first and last name
     */
    public String full() {
        StringBuilder full = new StringBuilder(title);
        if (!title.isEmpty() && Character.UnicodeScript.of(title.codePointAt(0)) != Character.UnicodeScript.THAI) {
            full.append(' ');
        }
        full.append(first);
        if (!last.isEmpty()) {
            full.append(' ').append(last);
        }
        return full.toString();
    }

    /** Returns the first characters of first and last name, and masks the rest and the title: {@code ส*** ใ***}. */
    @Override
    public String toString() {
        return last.isEmpty() ? masked(first) : masked(first) + " " + masked(last);
    }

    private static String masked(String part) {
        return part.substring(0, part.offsetByCodePoints(0, 1)) + "***";
    }

    private static String clean(String part) {
        return CleanText.withSingleBlanks(CleanText.trimmed(part));
    }

    private static List<Finding> faults(String title, String first, String last) {
        List<Finding> findings = new ArrayList<>();
        CleanText.fault(title, TITLE, MAX_LENGTH).ifPresent(findings::add);
        if (first.isEmpty()) {
            findings.add(Finding.of(IdentityFinding.BLANK).with("what", FIRST));
        }
        CleanText.fault(first, FIRST, MAX_LENGTH).ifPresent(findings::add);
        CleanText.fault(last, LAST, MAX_LENGTH).ifPresent(findings::add);
        return findings;
    }
}
