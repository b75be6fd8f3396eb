package io.github.bmnkit.expression;

/** Completed months between two days, counted without making objects. */
final class Calendar {
    /** 1 January 1 and 31 December 9999. */
    static final long FIRST_DAY = -719_162;

    static final long LAST_DAY = 2_932_896;

    private static final int DAYS_OF_400_YEARS = 146_097;

    private Calendar() {}

    /** The number of completed months from one day to a later one, or missing. */
    static long months(long birth, long at) {
        if (birth < Exact.LIMIT || at < Exact.LIMIT) {
            return Exact.worse(birth, at);
        }
        if (birth > at || birth < FIRST_DAY || at > LAST_DAY) {
            return Exact.INVALID;
        }
        long from = monthAndDay(birth);
        long to = monthAndDay(at);
        return to / 32 - from / 32 - (to % 32 < from % 32 ? 1 : 0);
    }

    static long years(long birth, long at) {
        long months = months(birth, at);
        return months < Exact.LIMIT ? months : months / 12;
    }

    /** Writes a day as in ISO 8601. */
    static void write(long epochDay, StringBuilder out) {
        long value = monthAndDay(epochDay);
        long march = value / 32;
        long month = (march + 2) % 12 + 1;
        long year = (march + 2) / 12;
        out.append((char) ('0' + year / 1_000)).append((char) ('0' + year / 100 % 10));
        pair(year % 100, out);
        out.append('-');
        pair(month, out);
        out.append('-');
        pair(value % 32, out);
    }

    private static void pair(long number, StringBuilder out) {
        out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** The months since the year 0, times 32, plus the day of the month; years are counted from March for the leap day. */
    private static long monthAndDay(long epochDay) {
        long days = epochDay + 719_468;
        long era = Math.floorDiv(days, DAYS_OF_400_YEARS);
        long day = days - era * DAYS_OF_400_YEARS;
        long year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        long dayOfYear = day - (365 * year + year / 4 - year / 100);
        long month = (5 * dayOfYear + 2) / 153;
        long dayOfMonth = dayOfYear - (153 * month + 2) / 5 + 1;
        return ((era * 400 + year) * 12 + month) * 32 + dayOfMonth;
    }
}
