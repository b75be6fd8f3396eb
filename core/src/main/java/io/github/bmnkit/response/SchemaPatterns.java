package io.github.bmnkit.response;

import org.jspecify.annotations.Nullable;

/** Regular expressions that mean the same in every validator, with and without Unicode mode. */
final class SchemaPatterns {
    /** A day that there is in the calendar, in the years 0001 to 2399: later ones are of the Buddhist Era. */
    static final String DATE = "^(?!0000)(?:(?:[01][0-9]{3}|2[0-3][0-9]{2})-"
            + "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|"
            + "02-(?:0[1-9]|1[0-9]|2[0-8]))|"
            + "(?:(?:[01][0-9]|2[0-3])(?:0[48]|[2468][048]|[13579][26])|(?:0[048]|1[26]|20)00)-02-29)$";

    /** Latitude, longitude and perhaps altitude and accuracy. */
    static final String GEOPOINT = "^(?=-?[0-9.]{1,20}(?: -?[0-9.]{1,20}){1,3}$)"
            + "-?0*(?:[0-8]?[0-9](?:\\.[0-9]+)?|90(?:\\.0+)?)"
            + " -?0*(?:(?:[0-9]?[0-9]|1[0-7][0-9])(?:\\.[0-9]+)?|180(?:\\.0+)?)"
            + "(?: -?[0-9]+(?:\\.[0-9]+)?){0,2}$";

    /** What is more than blanks. */
    static final String NOT_BLANK = "\\S";

    private static final String SYNTAX = "^$\\.*+?()[]{}|/";

    private SchemaPatterns() {}

    /** The same pattern for whole texts; null if it holds what other dialects read in another way. */
    static @Nullable String portable(String pattern) {
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
                char escaped = i < pattern.length() ? pattern.charAt(i) : ' ';
                boolean inRange = inClass && escaped == '-';
                if (!inRange && escaped != 'd' && escaped != 'w' && SYNTAX.indexOf(escaped) < 0) {
                    return null;
                }
            } else if (c > '~' || (c == '.' && !inClass)) {
                return null;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            }
        }
        int from = pattern.startsWith("^") ? 1 : 0;
        int to = pattern.length() - (endsOpen(pattern) ? 0 : 1);
        return "^(?:" + pattern.substring(from, to) + ")$";
    }

    /** Whether there is no {@code $} at the end. */
    private static boolean endsOpen(String pattern) {
        int slashes = 0;
        while (slashes + 1 < pattern.length() && pattern.charAt(pattern.length() - 2 - slashes) == '\\') {
            slashes++;
        }
        return !pattern.endsWith("$") || slashes % 2 == 1;
    }
}
