package io.github.bmnkit.identity;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Text;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Brings typed text into its one form, and says what cannot be kept. */
final class CleanText {
    private CleanText() {}

    /** Removes blanks of every kind at both ends and puts the rest into Unicode's form NFC. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && CharacterKind.isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && CharacterKind.isBlank(text.charAt(end - 1))) {
            end--;
        }
        return Normalizer.normalize(text.substring(start, end), Normalizer.Form.NFC);
    }

    /** Turns each run of blanks into one space; tabs and line ends are not blanks but control characters here. */
    static String withSingleBlanks(String text) {
        StringBuilder result = new StringBuilder(text.length());
        boolean afterBlank = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean blank = Character.getType(character) == Character.SPACE_SEPARATOR;
            if (!blank) {
                result.append(character);
            } else if (!afterBlank) {
                result.append(' ');
            }
            afterBlank = blank;
        }
        return result.toString();
    }

    /** Returns what is wrong with a text in its one form: its length, or its first forbidden character. */
    static Optional<Finding> fault(String text, Text what, int maxInclusive) {
        int length = text.codePointCount(0, text.length());
        if (length > maxInclusive) {
            return Optional.of(Finding.of(IdentityFinding.TOO_LONG)
                    .with("what", what)
                    .with("found", length)
                    .with("limit", maxInclusive));
        }
        int position = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            position++;
            CharacterKind kind = CharacterKind.of(text.codePointAt(i));
            if (kind.isForbidden()) {
                return Optional.of(Finding.of(IdentityFinding.FORBIDDEN_CHARACTER)
                        .with("what", what)
                        .with("position", position)
                        .with("kind", kind.text()));
            }
        }
        return Optional.empty();
    }

    /** Says findings in a message for programmers; none of them holds what was entered. */
    static String message(String what, List<Finding> findings) {
        return what + ": " + findings.stream().map(Finding::toString).collect(Collectors.joining("; "));
    }
}
