package io.github.bmnkit.identity;

import static java.util.Objects.requireNonNull;

/** Turns Thai digits (๐ to ๙, U+0E50 to U+0E59) into Arabic ones (0 to 9) and back; all other characters stay. */
public final class ThaiDigits {
    private static final char THAI_ZERO = '\u0E50';
    private static final char THAI_NINE = '\u0E59';

    private ThaiDigits() {}

    /**
     * Returns a text with Arabic digits instead of Thai ones.
     *
     * @param text any text
     * @return a text of the same length
     */
    public static String toArabic(String text) {
        return shifted(text, THAI_ZERO, THAI_NINE, '0' - THAI_ZERO);
    }

    /**
     * Returns a text with Thai digits instead of Arabic ones.
     *
     * @param text any text
     * @return a text of the same length
     */
    public static String toThai(String text) {
        return shifted(text, '0', '9', THAI_ZERO - '0');
    }

    private static String shifted(String text, char first, char last, int distance) {
        requireNonNull(text, "text");
        StringBuilder result = null;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= first && character <= last) {
                result = result == null ? new StringBuilder(text) : result;
                result.setCharAt(i, (char) (character + distance));
            }
        }
        return result == null ? text : result.toString();
    }
}
