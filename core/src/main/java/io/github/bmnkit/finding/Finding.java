package io.github.bmnkit.finding;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something wrong or noteworthy, as a value: what, how grave, with which result, where, and the arguments of its message.
 * It never holds a personal value.
 *
 * @param code what kind of finding it is
 * @param severity how grave it is; by default as the code says
 * @param outcome what came of the check; by default {@link Outcome#FAIL}
 * @param place where it is
 * @param arguments what the message names: each a {@link String}, {@link Long}, {@link BigDecimal}, {@link LocalDate},
 *     {@link Share} or {@link Text}; an {@link Integer} is kept as a {@link Long}
 */
public record Finding(
        FindingCode code, Severity severity, Outcome outcome, Place place, Map<String, Object> arguments) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    /**
     * Copies the arguments and checks their types.
     *
     * @param code what kind of finding it is
     * @param severity how grave it is; by default as the code says
     * @param outcome what came of the check; by default {@link Outcome#FAIL}
     * @param place where it is
     * @param arguments what the message names: each a {@link String}, {@link Long}, {@link BigDecimal}, {@link LocalDate}, {@link Share} or {@link Text}; an {@link Integer} is kept as a {@link Long}
     */
    public Finding {
        requireNonNull(code, "code");
        requireNonNull(severity, "severity");
        requireNonNull(outcome, "outcome");
        requireNonNull(place, "place");
        Map<String, Object> copy = new LinkedHashMap<>();
        arguments.forEach((name, value) -> copy.put(name, argument(name, value)));
        arguments = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns a finding of a failed check, with the severity of its code, nowhere in particular.
     *
     * @param code what kind of finding it is
     * @return the finding
     */
    public static Finding of(FindingCode code) {
        return new Finding(code, code.severity(), Outcome.FAIL, Place.nowhere(), Map.of());
    }

    /**
     * Returns this finding at a place.
     *
     * @param newPlace where it is
     * @return the finding
     */
    public Finding at(Place newPlace) {
        return new Finding(code, severity, outcome, newPlace, arguments);
    }

    /**
     * Returns this finding with one more argument.
     *
     * @param name the name of the argument in the message
     * @param value a value of one of the types that {@link #arguments()} names
     * @return the finding
     * @throws IllegalArgumentException if the value is of another type
     */
    public Finding with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(arguments);
        more.put(name, value);
        return new Finding(code, severity, outcome, place, more);
    }

    /**
     * Says the finding in words, without its place. Numbers are grouped by thousands; dates are written in the Buddhist
     * Era for Thai and in ISO 8601 otherwise.
     *
     * @param locale Thai, or else English
     * @return the message
     */
    public String message(Locale locale) {
        Matcher matcher = PLACEHOLDER.matcher(code.text().in(locale));
        return matcher.replaceAll(match -> {
            Object value = arguments.get(match.group(1));
            return Matcher.quoteReplacement(value == null ? match.group() : say(value, locale));
        });
    }

    /** Returns severity, code, place and the English message. */
    @Override
    public String toString() {
        String where = place.text(Locale.ROOT);
        return severity + " " + code.id() + (where.isEmpty() ? "" : " (" + where + ")") + ": " + message(Locale.ROOT);
    }

    private static Object argument(String name, Object value) {
        requireNonNull(name, "name");
        requireNonNull(value, name);
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof String
                || value instanceof Long
                || value instanceof BigDecimal
                || value instanceof LocalDate
                || value instanceof Share
                || value instanceof Text) {
            return value;
        }
        throw new IllegalArgumentException(
                "argument " + name + " has the type " + value.getClass().getName() + ", which a finding does not hold");
    }

    private static DecimalFormat grouped(int digits) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format;
    }

    private static String say(Object value, Locale locale) {
        if (value instanceof Long number) {
            return grouped(0).format(number.longValue());
        }
        if (value instanceof BigDecimal decimal) {
            return grouped(Math.max(0, decimal.scale())).format(decimal);
        }
        if (value instanceof Text text) {
            return text.in(locale);
        }
        if (value instanceof LocalDate date && locale.getLanguage().equals(Text.THAI.getLanguage())) {
            return DateTimeFormatter.ofPattern("d MMMM y", Text.THAI)
                    .withChronology(ThaiBuddhistChronology.INSTANCE)
                    .format(date);
        }
        return value.toString();
    }
}
