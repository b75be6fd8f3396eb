package io.github.bmnkit.indicator;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Puts the values of parameters into the texts of expressions. A household is laid out for its form, which knows nothing
 * of what was decided for the indicators of a round.
 */
final class Thresholds {
    private Thresholds() {}

    /** Which of the parameters an expression reads. */
    static Set<String> in(String expression, Set<String> parameters) {
        Set<String> found = new TreeSet<>();
        replace(expression, name -> {
            if (parameters.contains(name)) {
                found.add(name);
            }
            return "";
        });
        return found;
    }

    /** The expression with values in place of their parameters. */
    static String fill(String expression, Map<String, String> values) {
        return replace(expression, name -> values.getOrDefault(name, "${" + name + "}"));
    }

    /** The expression with a number in place of each parameter, and all else where it stood, so that it can be checked. */
    static String blank(String expression, Set<String> parameters) {
        return replace(expression, name -> {
            String written = "${" + name + "}";
            return parameters.contains(name) ? "0" + " ".repeat(written.length() - 1) : written;
        });
    }

    /** A name within quotation marks is text. */
    private static String replace(String expression, UnaryOperator<String> value) {
        StringBuilder out = new StringBuilder();
        char quote = 0;
        int at = 0;
        while (at < expression.length()) {
            char c = expression.charAt(at);
            int end = quote == 0 && expression.startsWith("${", at) ? expression.indexOf('}', at) : -1;
            if (end >= 0) {
                out.append(value.apply(expression.substring(at + 2, end)));
                at = end + 1;
                continue;
            }
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
            out.append(c);
            at++;
        }
        return out.toString();
    }
}
