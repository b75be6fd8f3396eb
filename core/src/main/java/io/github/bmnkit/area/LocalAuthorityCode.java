package io.github.bmnkit.area;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.ThaiDigits;

/**
 * The code of a local authority. No official code is published with the survey's papers, so the host supplies it.
 *
 * @param value the code: 1 to 32 visible ASCII characters without blank, comma, slash or quotation mark
 */
public record LocalAuthorityCode(String value) implements Comparable<LocalAuthorityCode> {
    private static final int MAX_LENGTH = 32;

    /**
     * Checks the form.
     *
     * @param value the code: 1 to 32 visible ASCII characters without blank, comma, slash or quotation mark
     * @throws IllegalArgumentException if the text is not such a code
     */
    public LocalAuthorityCode {
        requireNonNull(value, "value");
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a code of a local authority: " + value);
        }
    }

    /**
     * Returns the code that a text says.
     *
     * @param text the code
     * @return the code
     * @throws IllegalArgumentException if the text is not such a code; the message says why
     */
    public static LocalAuthorityCode of(String text) {
        return Digits.orThrow(parse(text));
    }

    /**
     * Reads the code that a text says.
     *
     * @param text the code; Thai digits become Arabic ones, blanks around it are ignored
     * @return the code, or a finding that says why there is none
     */
    public static Reading<LocalAuthorityCode> parse(String text) {
        String code = ThaiDigits.toArabic(text.strip());
        if (code.isEmpty()) {
            return Digits.nothing(Finding.of(AreaFinding.CODE_BLANK).with("level", AreaLevel.LOCAL_AUTHORITY.text()));
        }
        if (!isWellFormed(code)) {
            return Digits.nothing(Finding.of(AreaFinding.AUTHORITY_CODE).with("code", text));
        }
        return Reading.of(new LocalAuthorityCode(code));
    }

    @Override
    public int compareTo(LocalAuthorityCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isWellFormed(String code) {
        return !code.isEmpty()
                && code.length() <= MAX_LENGTH
                && code.chars().allMatch(c -> c > ' ' && c < 0x7F && ",/\"'".indexOf(c) < 0);
    }
}
