package io.github.bmnkit.registry;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A number that stands for a name when names are compared: equal names have equal numbers, and two that differ have
 * equal ones once in 2^64. First and last name count, in Unicode's form NFC, without blanks, signs that nobody sees, and
 * a title written before the first name; Latin letters without regard to case.
 */
final class NameKey {
    /** No name is known. */
    static final long NONE = 0;

    // The longer first, so that none is cut short.
    private static final List<String> TITLES =
            List.of("นางสาว", "เด็กชาย", "เด็กหญิง", "น.ส.", "ด.ช.", "ด.ญ.", "นาย", "นาง");

    private NameKey() {}

    static long of(String first, String last) {
        String given = clean(first);
        for (String title : TITLES) {
            if (given.startsWith(title) && given.length() > title.length()) {
                given = given.substring(title.length());
                break;
            }
        }
        if (given.isEmpty()) {
            return NONE;
        }
        long hash = 0xcbf29ce484222325L;
        String whole = given + '\0' + clean(last);
        for (int i = 0; i < whole.length(); i++) {
            hash = (hash ^ whole.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        return hash == NONE ? 1 : hash;
    }

    private static String clean(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(normal.length());
        normal.codePoints().filter(NameKey::isSeen).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isSeen(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && !Character.isISOControl(character)
                && Character.getType(character) != Character.FORMAT;
    }
}
