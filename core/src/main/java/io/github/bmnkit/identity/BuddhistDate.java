package io.github.bmnkit.identity;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import java.time.LocalDate;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.chrono.ThaiBuddhistDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes dates of the Buddhist Era (พ.ศ.) as Thai papers have them. Years are counted as they are today,
 * Common Era plus 543, for all dates. Before 1 January 2484 the year began on 1 April instead, so a date from January to
 * March in an older paper may mean the following year as counted today: {@link #parse} keeps what is written and adds
 * {@link IdentityFinding#DATE_OLD_NEW_YEAR}.
 *
 * <p>The names of months are its own: results do not depend on the locale data of a Java version.
 */
public final class BuddhistDate {
    /** The first year that is read and written, 1857 of the Common Era; anything lower is taken for the Common Era. */
    public static final int MIN_YEAR = 2400;

    /** The last year that is read and written. */
    public static final int MAX_YEAR = 9999;

    private static final Text NAME = Text.of("วันที่", "date");
    private static final int MAX_LENGTH = 60;
    private static final int YEAR_OF_NEW_NEW_YEAR = 2484;

    private static final List<String> MONTHS = List.of(
            "มกราคม",
            "กุมภาพันธ์",
            "มีนาคม",
            "เมษายน",
            "พฤษภาคม",
            "มิถุนายน",
            "กรกฎาคม",
            "สิงหาคม",
            "กันยายน",
            "ตุลาคม",
            "พฤศจิกายน",
            "ธันวาคม");
    private static final List<String> SHORT_MONTHS =
            List.of("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.");

    private static final Pattern WORDS =
            Pattern.compile("(?<day>\\d{1,2}) ?(?<month>[^\\d ]+?) ?(?:(?<era>พ\\. ?ศ\\.|ค\\. ?ศ\\.) ?)?(?<year>\\d+)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<day>\\d{1,2})(?<sign>[/-])(?<month>\\d{1,2})\\k<sign>(?<year>\\d+)");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<year>\\d{3,})-(?<month>\\d{2})-(?<day>\\d{2})");

    private BuddhistDate() {}

    /** How a date is written. */
    public enum Style {
        /** With the era: {@code 27 กุมภาพันธ์ พ.ศ. 2569}. */
        FULL,
        /** With the name of the month: {@code 27 กุมภาพันธ์ 2569}. */
        LONG,
        /** With the abbreviated month: {@code 27 ก.พ. 2569}. */
        SHORT,
        /** With numbers of two, two and four digits: {@code 27/02/2569}. */
        NUMERIC
    }

    /** Which digits a date is written with. */
    public enum Digits {
        /** 0 to 9. */
        ARABIC,
        /** ๐ to ๙. */
        THAI
    }

    /**
     * Reads a date as people write it: every {@link Style}, {@code d-M-yyyy}, and {@code yyyy-MM-dd} with a year of the
     * Buddhist Era; Arabic or Thai digits; blanks around.
     *
     * @param text what was written
     * @return the date, or findings of {@link IdentityFinding} that do not repeat what was written: a year of the Common
     *     Era, one of two digits, and a day that does not exist are refused, not guessed at
     */
    public static Reading<LocalDate> parse(String text) {
        String trimmed = CleanText.trimmed(requireNonNull(text, "text"));
        if (trimmed.isEmpty()) {
            return Reading.nothing(List.of(Finding.of(IdentityFinding.BLANK).with("what", NAME)));
        }
        if (trimmed.length() > MAX_LENGTH) {
            return Reading.nothing(List.of(Finding.of(IdentityFinding.DATE_FORM)));
        }
        String clean = ThaiDigits.toArabic(CleanText.withSingleBlanks(trimmed));
        Matcher words = WORDS.matcher(clean);
        if (words.matches() && monthOf(words.group("month")) > 0) {
            String era = words.group("era");
            boolean commonEra = era != null && era.startsWith("ค");
            return read(number(words.group("day")), monthOf(words.group("month")), words.group("year"), commonEra);
        }
        for (Pattern pattern : List.of(DAY_FIRST, YEAR_FIRST)) {
            Matcher numbers = pattern.matcher(clean);
            if (numbers.matches()) {
                return read(number(numbers.group("day")), number(numbers.group("month")), numbers.group("year"), false);
            }
        }
        return Reading.nothing(List.of(Finding.of(IdentityFinding.DATE_FORM)));
    }

    /**
     * Writes a date with Arabic digits.
     *
     * @param date the date
     * @param style how to write it
     * @return the text, which {@link #parse} reads back
     * @throws IllegalArgumentException if the year lies outside {@link #MIN_YEAR} to {@link #MAX_YEAR}
     */
    public static String format(LocalDate date, Style style) {
        return format(date, style, Digits.ARABIC);
    }

    /**
     * Writes a date.
     *
     * @param date the date
     * @param style how to write it
     * @param digits with which digits
     * @return the text, which {@link #parse} reads back
     * @throws IllegalArgumentException if the year lies outside {@link #MIN_YEAR} to {@link #MAX_YEAR}
     */
    public static String format(LocalDate date, Style style, Digits digits) {
        requireNonNull(date, "date");
        requireNonNull(style, "style");
        requireNonNull(digits, "digits");
        int day = date.getDayOfMonth();
        int month = date.getMonthValue();
        int year = ThaiBuddhistDate.from(date).get(ChronoField.YEAR_OF_ERA);
        if (date.getYear() <= 0 || year < MIN_YEAR || year > MAX_YEAR) {
            throw new IllegalArgumentException("the year must lie between " + MIN_YEAR + " and " + MAX_YEAR
                    + " of the Buddhist Era: " + date.getYear() + " of the Common Era");
        }
        String text = switch (style) {
            case FULL -> day + " " + MONTHS.get(month - 1) + " พ.ศ. " + year;
            case LONG -> day + " " + MONTHS.get(month - 1) + " " + year;
            case SHORT -> day + " " + SHORT_MONTHS.get(month - 1) + " " + year;
            case NUMERIC -> twoDigits(day) + "/" + twoDigits(month) + "/" + year;
        };
        return digits == Digits.THAI ? ThaiDigits.toThai(text) : text;
    }

    private static Reading<LocalDate> read(int day, int month, String yearDigits, boolean commonEra) {
        List<Finding> findings = new ArrayList<>();
        int year = yearDigits.length() == 4 ? number(yearDigits) : 0;
        if (yearDigits.length() != 4) {
            findings.add(Finding.of(IdentityFinding.DATE_YEAR_DIGITS));
        } else if (commonEra || year < MIN_YEAR) {
            findings.add(Finding.of(IdentityFinding.DATE_COMMON_ERA));
        }
        boolean yearKnown = findings.isEmpty();
        if (month < 1 || month > 12) {
            findings.add(Finding.of(IdentityFinding.DATE_NO_SUCH_MONTH));
        }
        if (day < 1 || day > longest(month)) {
            findings.add(Finding.of(IdentityFinding.DATE_NO_SUCH_DAY));
        } else if (yearKnown && month == 2 && day == 29 && !ThaiBuddhistChronology.INSTANCE.isLeapYear(year)) {
            findings.add(Finding.of(IdentityFinding.DATE_NOT_A_LEAP_YEAR));
        }
        if (!findings.isEmpty()) {
            return Reading.nothing(findings);
        }
        if (month < 4 && year < YEAR_OF_NEW_NEW_YEAR) {
            findings.add(Finding.of(IdentityFinding.DATE_OLD_NEW_YEAR));
        }
        return Reading.of(LocalDate.from(ThaiBuddhistDate.of(year, month, day)), findings);
    }

    /** How many days a month may have, in whatever year. */
    private static int longest(int month) {
        return switch (month) {
            case 2 -> 29;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static int monthOf(String name) {
        return Math.max(MONTHS.indexOf(name), SHORT_MONTHS.indexOf(name)) + 1;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
