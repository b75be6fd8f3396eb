package io.github.bmnkit.csv;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;

/** How values, texts and kinds of missing stand in the cells of a table. */
public final class Cell {
    /** What makes a spreadsheet run a cell, also in the wide forms of East Asian keyboards. */
    private static final String RUNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char MARK = '\'';

    private Cell() {}

    /** The letters are those of the missing values of Stata and SAS; blank is what both read as plainly missing. */
    public static String missing(Missing kind) {
        return switch (kind) {
            case NOT_ANSWERED -> "";
            case NOT_ASKED -> ".n";
            case REFUSED -> ".r";
            case DONT_KNOW -> ".d";
            case INVALID -> ".i";
        };
    }

    /**
     * A text that no spreadsheet runs and nobody takes for a kind of missing: where it could be, it has an apostrophe
     * before it. So has a text that begins with one; taking one away gives every text back. Numbers stay as they are.
     */
    public static String text(String text) {
        if (text.isEmpty()) {
            return text;
        }
        char first = text.charAt(0);
        boolean marked = first == MARK || isMissing(text) || (RUNS.indexOf(first) >= 0 && !isNumber(text));
        return marked ? MARK + text : text;
    }

    private static boolean isMissing(String text) {
        for (Missing kind : Missing.values()) {
            if (text.equals(missing(kind))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(String text) {
        int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int points = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                points++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return points <= 1 && text.length() > start + points;
    }

    /** A value; that of a missing one is its kind. */
    public static String value(Value value) {
        if (value instanceof Value.None none) {
            return missing(none.reason());
        }
        if (value instanceof Value.Between between) {
            return missing(between.reason());
        }
        return given(value);
    }

    /** A value that is there: a number with all its digits, an ISO 8601 date, codes with blanks between them, a text. */
    public static String given(Value value) {
        if (value instanceof Value.Amount amount) {
            return amount.value().toPlainString();
        }
        if (value instanceof Value.Day day) {
            return day.value().toString();
        }
        if (value instanceof Value.Codes codes) {
            return text(String.join(" ", codes.value()));
        }
        if (value instanceof Value.Code code) {
            return text(code.value());
        }
        if (value instanceof Value.Words words) {
            return text(words.value());
        }
        return value instanceof Value.Between between ? between.toString() : "";
    }
}
