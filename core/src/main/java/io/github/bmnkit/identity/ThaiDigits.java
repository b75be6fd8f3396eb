package io.github.bmnkit.identity;

/** Thai digits. */
public final class ThaiDigits {
    private ThaiDigits() {}

    /**
     * x.
     *
     * @param text x
     * @return x
     */
    public static String toArabic(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c >= '\u0E50' && c <= '\u0E59') {
                out.setCharAt(i, (char) ('0' + c - '\u0E50'));
            }
        }
        return out.toString();
    }
}
