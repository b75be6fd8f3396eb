package io.github.bmnkit.identity;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import java.util.List;

/** A fixed number of digits, printed in groups with hyphens between them. */
final class DigitGroups {
    private static final String SEPARATORS = "-\u2010\u2011\u2012\u2013\u2212";

    private final Text name;

    /** The printed form, with an x for each digit. */
    private final String form;

    private final int digits;

    DigitGroups(Text name, String form) {
        this.name = name;
        this.form = form;
        this.digits = form.replace("-", "").length();
    }

    /** Reads Arabic or Thai digits, plain or in their groups, as one number. */
    Reading<Long> read(String text) {
        requireNonNull(text, "text");
        String arabic = ThaiDigits.toArabic(text);
        int start = 0;
        int end = arabic.length();
        while (start < end && CharacterKind.isBlank(arabic.charAt(start))) {
            start++;
        }
        while (end > start && CharacterKind.isBlank(arabic.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return Reading.nothing(List.of(Finding.of(IdentityFinding.BLANK).with("what", name)));
        }
        long number = 0;
        int found = 0;
        int misplaced = 0;
        boolean afterSeparator = false;
        for (int i = start; i < end; i = arabic.offsetByCodePoints(i, 1)) {
            int character = arabic.codePointAt(i);
            if (character >= '0' && character <= '9') {
                found++;
                if (found <= digits) {
                    number = number * 10 + (character - '0');
                }
                afterSeparator = false;
            } else if (isSeparator(character)) {
                if (misplaced == 0 && (afterSeparator || !isBoundary(found))) {
                    misplaced = arabic.codePointCount(0, i) + 1;
                }
                afterSeparator = true;
            } else {
                return Reading.nothing(List.of(Finding.of(IdentityFinding.NOT_A_DIGIT)
                        .with("what", name)
                        .with("position", arabic.codePointCount(0, i) + 1)
                        .with("kind", CharacterKind.of(character).text())));
            }
        }
        if (found != digits) {
            return Reading.nothing(List.of(Finding.of(IdentityFinding.DIGIT_COUNT)
                    .with("what", name)
                    .with("expected", digits)
                    .with("found", found)));
        }
        if (misplaced > 0) {
            return Reading.nothing(List.of(Finding.of(IdentityFinding.MISPLACED_SEPARATOR)
                    .with("what", name)
                    .with("position", misplaced)
                    .with("form", form)));
        }
        return Reading.of(number);
    }

    String plain(long number) {
        String significant = Long.toString(number);
        return "0".repeat(digits - significant.length()) + significant;
    }

    String printed(long number) {
        return filled(plain(number), 0);
    }

    /** Shows the last two digits only. */
    String masked(long number) {
        return filled(plain(number), digits - 2);
    }

    private String filled(String plain, int hidden) {
        StringBuilder result = new StringBuilder(form);
        int next = 0;
        for (int i = 0; i < result.length(); i++) {
            if (result.charAt(i) == 'x') {
                if (next >= hidden) {
                    result.setCharAt(i, plain.charAt(next));
                }
                next++;
            }
        }
        return result.toString();
    }

    private boolean isBoundary(int digitsBefore) {
        int seen = 0;
        for (int i = 0; i < form.length(); i++) {
            if (form.charAt(i) == 'x') {
                seen++;
            } else if (seen == digitsBefore) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSeparator(int character) {
        return SEPARATORS.indexOf(character) >= 0 || Character.getType(character) == Character.SPACE_SEPARATOR;
    }
}
