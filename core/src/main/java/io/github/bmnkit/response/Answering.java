package io.github.bmnkit.response;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Codes;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Symbol;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.BuddhistDate;
import io.github.bmnkit.identity.ThaiDigits;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.QuestionType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was written, typed or given into what is stored: a value of the question's type or, if it is none, the
 * writing itself, marked as unreadable. Texts are brought into Unicode's form NFC without blanks at their ends; an empty
 * one is no answer. Numbers, dates and codes may have Thai digits.
 */
final class Answering {
    /** The greatest number that a frame holds; its opposite is the least. */
    private static final long MOST = Long.MAX_VALUE - 31;

    private static final int MOST_DIGITS = 18;
    private static final int MAX_SCALE = 100;

    private Answering() {}

    /** Stores a text. Returns false if it is unreadable. */
    static boolean text(Answers answers, int at, Item item, String written) {
        String text = clean(written);
        if (text.isEmpty()) {
            answers.blank(at);
            return true;
        }
        if (hasLoneSurrogate(text)) {
            return unreadable(answers, at, text);
        }
        Symbol symbol = item.symbol();
        Codes codes = symbol.codes();
        return switch (symbol.type()) {
            case INTEGER, DECIMAL -> decimal(answers, at, item, ThaiDigits.toArabic(text), text);
            case DATE -> date(answers, at, ThaiDigits.toArabic(text), text);
            case CODE -> code(answers, at, codes, text);
            case CODES -> codes(answers, at, codes, List.of(text.split("[ \t\n\r]+"))) || unreadable(answers, at, text);
            case TEXT, TRUTH -> {
                boolean readable = item.question().type() == QuestionType.GEOPOINT
                        ? isGeopoint(text)
                        : item.question().type() != QuestionType.ATTACHMENT
                                || Attachment.parse(text).isPresent();
                if (readable) {
                    answers.text(at, text);
                }
                yield readable || unreadable(answers, at, text);
            }
        };
    }

    /** Stores a whole number. Returns false if the question does not take it. */
    static boolean whole(Answers answers, int at, Item item, long number) {
        Symbol symbol = item.symbol();
        if (symbol.type() == ValueType.INTEGER && isInRange(number)) {
            answers.number(at, number);
            return true;
        }
        if (symbol.type() == ValueType.CODE) {
            return code(answers, at, symbol.codes(), Long.toString(number));
        }
        return number(answers, at, item, BigDecimal.valueOf(number));
    }

    /** Stores a number. Returns false if the question does not take it. */
    static boolean number(Answers answers, int at, Item item, BigDecimal number) {
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        String written = Math.abs(plain.scale()) > MAX_SCALE ? plain.toString() : plain.toPlainString();
        Symbol symbol = item.symbol();
        if (symbol.type().isNumber() && plain.scale() <= symbol.digits() && plain.scale() >= -MOST_DIGITS) {
            BigInteger scaled = plain.setScale(symbol.digits()).unscaledValue();
            if (scaled.bitLength() < Long.SIZE && isInRange(scaled.longValue())) {
                answers.number(at, scaled.longValue());
                return true;
            }
        }
        if (symbol.type() == ValueType.CODE) {
            return code(answers, at, symbol.codes(), written);
        }
        return unreadable(answers, at, written);
    }

    private static boolean isInRange(long number) {
        return number >= -MOST && number <= MOST;
    }

    /** Stores the codes chosen. Returns false if one of them is not in the list, or the question takes none. */
    static boolean chosen(Answers answers, int at, Item item, List<String> chosen) {
        Symbol symbol = item.symbol();
        return (symbol.type() == ValueType.CODES && codes(answers, at, symbol.codes(), chosen))
                || unreadable(answers, at, String.join(" ", chosen));
    }

    /** Stores a value of any type. Returns false if the question does not take it. */
    static boolean value(Answers answers, int at, Item item, Value value) {
        if (value instanceof Value.None none) {
            return none(answers, at, none.reason());
        }
        if (value instanceof Value.Amount amount) {
            return number(answers, at, item, amount.value());
        }
        if (value instanceof Value.Day day) {
            return item.symbol().type() == ValueType.DATE
                    ? date(answers, at, day.value())
                    : unreadable(answers, at, day.value().toString());
        }
        if (value instanceof Value.Codes codes) {
            return chosen(answers, at, item, codes.value());
        }
        if (value instanceof Value.Words words) {
            return text(answers, at, item, words.value());
        }
        return value instanceof Value.Code code
                ? text(answers, at, item, code.value())
                : unreadable(answers, at, value.text(Locale.ROOT));
    }

    private static boolean none(Answers answers, int at, Missing reason) {
        switch (reason) {
            case REFUSED -> answers.missing(at, Answers.REFUSED);
            case DONT_KNOW -> answers.missing(at, Answers.DONT_KNOW);
            case NOT_ANSWERED, NOT_ASKED -> answers.blank(at);
            case INVALID -> answers.invalid(at, "");
        }
        return true;
    }

    static boolean unreadable(Answers answers, int at, String written) {
        answers.invalid(at, clean(hasLoneSurrogate(written) ? withoutSurrogates(written) : written));
        return false;
    }

    private static boolean decimal(Answers answers, int at, Item item, String text, String written) {
        int start = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        boolean digits = allDigits(text, start, end) && (point < 0 || allDigits(text, point + 1, text.length()));
        if (digits && text.length() <= MAX_SCALE) {
            return number(answers, at, item, new BigDecimal(text));
        }
        return unreadable(answers, at, written);
    }

    private static boolean allDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    /** A date of the Common Era as in ISO 8601, or one of the Buddhist Era as people write it. */
    private static boolean date(Answers answers, int at, String text, String written) {
        if (text.length() == 10
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && allDigits(text, 0, 4)
                && allDigits(text, 5, 7)
                && allDigits(text, 8, 10)) {
            int year = Integer.parseInt(text.substring(0, 4));
            if (year > 0 && year < BuddhistDate.MIN_YEAR) {
                try {
                    int month = Integer.parseInt(text.substring(5, 7));
                    return date(answers, at, LocalDate.of(year, month, Integer.parseInt(text.substring(8, 10))));
                } catch (DateTimeException e) {
                    return unreadable(answers, at, written);
                }
            }
        }
        Reading<LocalDate> thai = BuddhistDate.parse(text);
        return thai.optional().isPresent() ? date(answers, at, thai.value()) : unreadable(answers, at, written);
    }

    /** A later year could not be told from one of the Buddhist Era when it is read back. */
    private static boolean date(Answers answers, int at, LocalDate date) {
        if (date.getYear() < 1 || date.getYear() >= BuddhistDate.MIN_YEAR) {
            return unreadable(answers, at, date.toString());
        }
        answers.number(at, date.toEpochDay());
        return true;
    }

    private static boolean code(Answers answers, int at, @Nullable Codes codes, String text) {
        if (codes == null) {
            return unreadable(answers, at, text);
        }
        if (codes.isOpen()) {
            answers.text(at, text);
            return true;
        }
        int index = codes.index(text);
        if (index < 0) {
            index = codes.index(ThaiDigits.toArabic(text));
        }
        if (index < 0) {
            return unreadable(answers, at, text);
        }
        answers.number(at, index);
        return true;
    }

    /** Stores codes of a list. Returns false, and stores nothing, if one of them is not in it. */
    private static boolean codes(Answers answers, int at, @Nullable Codes codes, List<String> chosen) {
        long bits = 0;
        for (String code : chosen) {
            int index = codes == null ? -1 : codes.index(ThaiDigits.toArabic(code));
            if (index < 0) {
                return false;
            }
            bits |= 1L << index;
        }
        answers.number(at, bits);
        return true;
    }

    /** Returns what is stored. */
    static Value stored(Answers answers, int at, Item item) {
        if (answers.states[at] != Answers.VALUE) {
            return Value.of(Answers.missing(answers.states[at]));
        }
        Symbol symbol = item.symbol();
        Codes codes = symbol.codes();
        String text = answers.texts[at];
        long number = answers.numbers[at];
        if (text != null) {
            return symbol.type() == ValueType.CODE ? Value.code(text) : Value.text(text);
        }
        return switch (symbol.type()) {
            case INTEGER -> Value.of(number);
            case DECIMAL -> Value.of(BigDecimal.valueOf(number, symbol.digits()));
            case DATE -> Value.of(LocalDate.ofEpochDay(number));
            case CODE -> Value.code(requireNonNull(codes).codes().get((int) number));
            case CODES -> Value.codes(chosen(requireNonNull(codes), number));
            case TEXT, TRUTH -> throw new IllegalStateException("not kept as a number: " + symbol.name());
        };
    }

    /** The codes of a list whose bits are set. */
    static List<String> chosen(Codes codes, long bits) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < codes.codes().size(); i++) {
            if (((bits >> i) & 1) != 0) {
                chosen.add(codes.codes().get(i));
            }
        }
        return chosen;
    }

    /** A decimal without zeros at its end. */
    static BigDecimal plain(long number, int digits) {
        BigDecimal plain = BigDecimal.valueOf(number, digits).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static boolean isGeopoint(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length < 2 || parts.length > 4) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].startsWith("-") ? parts[i].substring(1) : parts[i];
            int point = part.indexOf('.');
            boolean number = part.length() <= 20
                    && allDigits(part, 0, point < 0 ? part.length() : point)
                    && (point < 0 || allDigits(part, point + 1, part.length()));
            if (!number || (i < 2 && new BigDecimal(part).compareTo(BigDecimal.valueOf(i == 0 ? 90 : 180)) > 0)) {
                return false;
            }
        }
        return true;
    }

    /** A text in NFC, without blanks at its ends. */
    static String clean(String text) {
        String stripped = text.strip();
        return isAscii(stripped)
                ? stripped
                : Normalizer.normalize(stripped, Normalizer.Form.NFC).strip();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private static String withoutSurrogates(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> result.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point));
        return result.toString();
    }
}
