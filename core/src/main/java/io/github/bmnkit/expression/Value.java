package io.github.bmnkit.expression;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * One value, or the reason why there is none. {@code toString} hides texts and dates, which may be personal;
 * {@link #text} shows them.
 */
public sealed interface Value {
    /**
     * A number, exact.
     *
     * @param value the number; its scale is the number of digits after the point
     */
    record Amount(BigDecimal value) implements Value {
        /**
         * Checks that the number is there.
         *
         * @param value the number; its scale is the number of digits after the point
         */
        public Amount {
            requireNonNull(value, "value");
        }

        @Override
        public String text(Locale locale) {
            return value.toPlainString();
        }

        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /**
     * A text.
     *
     * @param value the text
     */
    record Words(String value) implements Value {
        /**
         * Checks that the text is there.
         *
         * @param value the text
         */
        public Words {
            requireNonNull(value, "value");
        }

        @Override
        public String text(Locale locale) {
            return "'" + value + "'";
        }

        @Override
        public String toString() {
            return "a text of " + value.length() + " characters";
        }
    }

    /**
     * A date.
     *
     * @param value the date
     */
    record Day(LocalDate value) implements Value {
        /**
         * Checks that the date is there.
         *
         * @param value the date
         */
        public Day {
            requireNonNull(value, "value");
        }

        @Override
        public String text(Locale locale) {
            return locale.getLanguage().equals(Text.THAI.getLanguage())
                    ? DateTimeFormatter.ofPattern("d MMMM y", Text.THAI)
                            .withChronology(ThaiBuddhistChronology.INSTANCE)
                            .format(value)
                    : value.toString();
        }

        @Override
        public String toString() {
            return "a date";
        }
    }

    /**
     * One code of a list.
     *
     * @param value the code
     */
    record Code(String value) implements Value {
        /**
         * Checks that the code is there.
         *
         * @param value the code
         */
        public Code {
            requireNonNull(value, "value");
        }

        @Override
        public String text(Locale locale) {
            return "'" + value + "'";
        }

        @Override
        public String toString() {
            return value;
        }
    }

    /**
     * The codes chosen from a list.
     *
     * @param value the codes, in the order of their list; empty if the question was answered with nothing chosen
     */
    record Codes(List<String> value) implements Value {
        /**
         * Copies the list.
         *
         * @param value the codes, in the order of their list; empty if the question was answered with nothing chosen
         */
        public Codes {
            value = List.copyOf(value);
        }

        @Override
        public String text(Locale locale) {
            return "'" + String.join(" ", value) + "'";
        }

        @Override
        public String toString() {
            return String.join(" ", value);
        }
    }

    /**
     * What a condition comes to.
     *
     * @param value true, false or unknown
     */
    record Verdict(Truth value) implements Value {
        /**
         * Checks that the truth is there.
         *
         * @param value true, false or unknown
         */
        public Verdict {
            requireNonNull(value, "value");
        }

        @Override
        public String text(Locale locale) {
            return value.text().in(locale);
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * No value.
     *
     * @param reason why there is none
     */
    record None(Missing reason) implements Value {
        /**
         * Checks that the reason is there.
         *
         * @param reason why there is none
         */
        public None {
            requireNonNull(reason, "reason");
        }

        @Override
        public String text(Locale locale) {
            return "(" + reason.text().in(locale) + ")";
        }

        @Override
        public String toString() {
            return reason.toString();
        }
    }

    /**
     * A count that is not known, since answers are missing, but lies between two bounds.
     *
     * @param minInclusive the least that it can be
     * @param maxInclusive the most that it can be, above the least
     * @param reason why it is not known
     */
    record Between(long minInclusive, long maxInclusive, Missing reason) implements Value {
        /**
         * Checks that the bounds are in order and differ.
         *
         * @param minInclusive the least that it can be
         * @param maxInclusive the most that it can be, above the least
         * @param reason why it is not known
         */
        public Between {
            requireNonNull(reason, "reason");
            if (minInclusive >= maxInclusive) {
                throw new IllegalArgumentException("bounds out of order: " + minInclusive + ", " + maxInclusive);
            }
        }

        @Override
        public String text(Locale locale) {
            return minInclusive + ".." + maxInclusive + " (" + reason.text().in(locale) + ")";
        }

        @Override
        public String toString() {
            return minInclusive + ".." + maxInclusive;
        }
    }

    /**
     * Shows the value as it is, unmasked.
     *
     * @param locale Thai, or else English
     * @return the value in words
     */
    String text(Locale locale);

    /**
     * Returns a whole number.
     *
     * @param number the number
     * @return the value
     */
    static Value of(long number) {
        return new Amount(BigDecimal.valueOf(number));
    }

    /**
     * Returns a number.
     *
     * @param number the number
     * @return the value
     */
    static Value of(BigDecimal number) {
        return new Amount(number);
    }

    /**
     * Returns a date.
     *
     * @param date the date
     * @return the value
     */
    static Value of(LocalDate date) {
        return new Day(date);
    }

    /**
     * Returns a text.
     *
     * @param text the text
     * @return the value
     */
    static Value text(String text) {
        return new Words(text);
    }

    /**
     * Returns a code.
     *
     * @param code the code
     * @return the value
     */
    static Value code(String code) {
        return new Code(code);
    }

    /**
     * Returns the codes chosen from a list.
     *
     * @param codes the codes, in the order of their list
     * @return the value
     */
    static Value codes(List<String> codes) {
        return new Codes(codes);
    }

    /**
     * Returns what a condition comes to.
     *
     * @param truth true, false or unknown
     * @return the value
     */
    static Value of(Truth truth) {
        return new Verdict(truth);
    }

    /**
     * Returns that there is no value.
     *
     * @param reason why there is none
     * @return the value
     */
    static Value of(Missing reason) {
        return new None(reason);
    }
}
