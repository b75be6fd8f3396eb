package io.github.bmnkit.area;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.ThaiDigits;
import java.util.List;

/** What the codes made of digits have in common. No code starts with 0: the first province is 10. */
final class Digits {
    private Digits() {}

    static Reading<Integer> parse(String text, int length, AreaLevel level) {
        String digits = ThaiDigits.toArabic(text.strip());
        if (digits.isEmpty()) {
            return nothing(Finding.of(AreaFinding.CODE_BLANK).with("level", level.text()));
        }
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return nothing(Finding.of(AreaFinding.CODE_NOT_DIGITS)
                    .with("level", level.text())
                    .with("code", text));
        }
        if (digits.length() != length) {
            return nothing(Finding.of(AreaFinding.CODE_LENGTH)
                    .with("level", level.text())
                    .with("code", text)
                    .with("expected", length)
                    .with("found", digits.length()));
        }
        if (digits.charAt(0) == '0') {
            return nothing(Finding.of(AreaFinding.UNKNOWN_PROVINCE).with("code", digits));
        }
        return Reading.of(Integer.parseInt(digits));
    }

    static <T> Reading<T> nothing(Finding finding) {
        return Reading.nothing(List.of(finding));
    }

    static <T> T orThrow(Reading<T> reading) {
        return reading.optional()
                .orElseThrow(() ->
                        new IllegalArgumentException(reading.findings().get(0).toString()));
    }

    static void check(int number, int length) {
        if (number < 0 || Integer.toString(number).length() != length) {
            throw new IllegalArgumentException("a code of " + length + " digits is due, not " + number);
        }
    }
}
