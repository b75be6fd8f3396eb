package io.github.bmnkit.rule;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The names that a message shows, written {@code ${name}}. */
final class Operands {
    private static final String START = "${";

    private Operands() {}

    static Set<String> in(String message) {
        Set<String> names = new TreeSet<>();
        replace(message, name -> {
            names.add(name);
            return name;
        });
        return Collections.unmodifiableSet(names);
    }

    static String replace(String message, UnaryOperator<String> value) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (true) {
            int start = message.indexOf(START, at);
            int end = start < 0 ? -1 : message.indexOf('}', start);
            if (end < 0) {
                return text.append(message, at, message.length()).toString();
            }
            text.append(message, at, start).append(value.apply(message.substring(start + START.length(), end)));
            at = end + 1;
        }
    }
}
