package io.github.bmnkit.json;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes texts, whole numbers, lists and objects as RFC 8785 has it: names in the order of their UTF-16 units, no blanks,
 * only those characters escaped that must be. Whole numbers stay below 2^53, so that every reader has the same.
 */
public final class CanonicalJson {
    /** The largest whole number that every reader has. */
    public static final long MAX_INTEGER = (1L << 53) - 1;

    private static final int INITIAL = 512;

    private final StringBuilder out = new StringBuilder(INITIAL);

    private CanonicalJson() {}

    /** A {@link String}, {@link Long}, {@link Boolean}, {@link List} or {@link Map} of these. */
    public static String of(Object value) {
        CanonicalJson json = new CanonicalJson();
        json.write(value);
        return json.out.toString();
    }

    private void write(Object value) {
        if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            char before = '[';
            for (Object item : list) {
                out.append(before);
                write(item);
                before = ',';
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Long number) {
            if (Math.abs(number) > MAX_INTEGER) {
                throw new IllegalArgumentException("not every reader has the number " + number);
            }
            out.append(number.longValue());
        } else if (value instanceof Boolean truth) {
            out.append(truth.booleanValue());
        } else if (value instanceof String text) {
            text(text);
        } else {
            throw new IllegalArgumentException("not a value of canonical JSON: " + value.getClass());
        }
    }

    private void object(Map<?, ?> map) {
        boolean isSorted = map instanceof SortedMap<?, ?> known && known.comparator() == null;
        Map<?, ?> sorted = isSorted ? map : new TreeMap<>(map);
        char before = '{';
        for (Map.Entry<?, ?> field : sorted.entrySet()) {
            out.append(before);
            text((String) field.getKey());
            out.append(':');
            write(field.getValue());
            before = ',';
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void text(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, written, i);
                escape(c);
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
    }
}
