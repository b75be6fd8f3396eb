package io.github.bmnkit.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same edits, as they were first written down for a collection app: each says when it fires. This little interpreter
 * shares no code with the expressions of the SDK and follows the app: two truth values; a comparison with a blank is
 * false, but a blank differs from everything; arithmetic with a blank is blank.
 *
 * <p>A value is a text (blank for none), a number, or a truth.
 */
final class FiresWhen {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:\\$\\{(?<name>\\w+)}|'(?<text>[^']*)'"
            + "|(?<number>\\d+(?:\\.\\d+)?)|(?<word>[a-z][a-z-]*)|(?<sign>!=|<=|>=|[=<>+*(),-]))");
    private static final List<List<String>> LOOSEST_FIRST = List.of(
            List.of("or"),
            List.of("and"),
            List.of("=", "!=", "<", "<=", ">", ">="),
            List.of("+", "-"),
            List.of("*", "div"));

    /** One part of an expression, evaluated for one member. */
    private interface Part {
        Object of(Answers answers, int row);
    }

    private record Token(String kind, String content) {}

    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private FiresWhen(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            for (String kind : List.of("name", "text", "number", "word", "sign")) {
                if (matcher.group(kind) != null) {
                    tokens.add(new Token(kind, matcher.group(kind)));
                }
            }
            end = matcher.end();
        }
        if (end != text.length()) {
            throw new IllegalArgumentException("cannot read " + text.substring(end));
        }
    }

    /** Whether an edit fires. */
    interface Edit {
        boolean fires(Answers answers, int row);
    }

    static Edit parse(String text) {
        FiresWhen parser = new FiresWhen(text);
        Part part = parser.binary(0);
        if (parser.at != parser.tokens.size()) {
            throw new IllegalArgumentException("cannot read " + text);
        }
        return (answers, row) -> (Boolean) part.of(answers, row);
    }

    private boolean accept(String content) {
        boolean next = at < tokens.size()
                && !tokens.get(at).kind().equals("text")
                && tokens.get(at).content().equals(content);
        at += next ? 1 : 0;
        return next;
    }

    private Part binary(int level) {
        if (level == LOOSEST_FIRST.size()) {
            return operand();
        }
        Part left = binary(level + 1);
        while (true) {
            String operator = null;
            for (String each : LOOSEST_FIRST.get(level)) {
                operator = operator == null && accept(each) ? each : operator;
            }
            if (operator == null) {
                return left;
            }
            Part first = left;
            Part second = binary(level + 1);
            BiFunction<Object, Object, Object> apply = operation(operator);
            left = (answers, row) -> apply.apply(first.of(answers, row), second.of(answers, row));
        }
    }

    private Part operand() {
        Token token = tokens.get(at++);
        if (token.content().equals("(") && token.kind().equals("sign")) {
            Part inner = binary(0);
            if (!accept(")")) {
                throw new IllegalArgumentException("a bracket is not closed");
            }
            return inner;
        }
        return switch (token.kind()) {
            case "name" -> (answers, row) -> answers.get(token.content(), row);
            case "text" -> (answers, row) -> token.content();
            case "number" -> {
                BigDecimal number = new BigDecimal(token.content());
                yield (answers, row) -> number;
            }
            default -> call(token.content());
        };
    }

    private Part call(String function) {
        List<Part> arguments = new ArrayList<>();
        List<String> names = new ArrayList<>();
        if (!accept("(")) {
            throw new IllegalArgumentException("unknown: " + function);
        }
        while (!accept(")")) {
            names.add(tokens.get(at).content());
            arguments.add(binary(0));
            accept(",");
        }
        return switch (function) {
            case "today" -> (answers, row) -> Answers.TODAY.toString();
            case "member-position" -> (answers, row) -> BigDecimal.valueOf(row + 1L);
            case "count-same" -> (answers, row) -> BigDecimal.valueOf(same(answers, row, names));
            case "duplicate-ids" ->
                (answers, row) -> {
                    long duplicates = 0;
                    for (int i = 0; i < answers.members().size(); i++) {
                        boolean blank = answers.get("id_card", i).isEmpty();
                        duplicates += !blank && same(answers, i, List.of("id_card")) > 1 ? 1 : 0;
                    }
                    return BigDecimal.valueOf(duplicates);
                };
            case "batch-count-same" -> (answers, row) -> BigDecimal.valueOf(answers.sameHouseholds());
            default ->
                (answers, row) -> function(
                        function,
                        arguments.stream().map(part -> part.of(answers, row)).toList());
        };
    }

    private static long same(Answers answers, int row, List<String> names) {
        long count = 0;
        for (int i = 0; i < answers.members().size(); i++) {
            int other = i;
            count += names.stream().allMatch(name -> answers.get(name, row).equals(answers.get(name, other))) ? 1 : 0;
        }
        return count;
    }

    private static Object function(String name, List<Object> x) {
        return switch (name) {
            case "not" -> !(Boolean) x.get(0);
            case "coalesce" -> x.get(0).equals("") ? x.get(1) : x.get(0);
            case "regex" -> Pattern.matches((String) x.get(1), (String) x.get(0));
            case "selected" -> chosen(x.get(0)).contains(x.get(1));
            case "count-selected" -> BigDecimal.valueOf(chosen(x.get(0)).size());
            case "number" -> number(x.get(0));
            case "int" -> map(x.get(0), value -> value.setScale(0, RoundingMode.DOWN));
            case "abs" -> map(x.get(0), BigDecimal::abs);
            case "substr" -> {
                String text = (String) x.get(0);
                int end = Math.min(((BigDecimal) x.get(2)).intValue(), text.length());
                yield text.substring(Math.min(((BigDecimal) x.get(1)).intValue(), end), end);
            }
            case "thai-id-valid" -> isNationalId((String) x.get(0));
            default -> throw new IllegalArgumentException("unknown: " + name);
        };
    }

    private static Set<String> chosen(Object value) {
        return value.equals("") ? Set.of() : Set.copyOf(Arrays.asList(((String) value).split(" ")));
    }

    static boolean isNationalId(String text) {
        if (!text.matches("\\d{13}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (13 - i) * (text.charAt(i) - '0');
        }
        return (11 - sum % 11) % 10 == text.charAt(12) - '0';
    }

    private static Object map(Object value, java.util.function.UnaryOperator<BigDecimal> function) {
        return number(value) instanceof BigDecimal number ? function.apply(number) : "";
    }

    /** A number, or blank for what is none. A date is a number of days. */
    private static Object number(Object value) {
        if (value instanceof BigDecimal) {
            return value;
        }
        String text = (String) value;
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return BigDecimal.valueOf(LocalDate.parse(text).toEpochDay());
        }
        return text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text) : "";
    }

    private static BiFunction<Object, Object, Object> operation(String operator) {
        return switch (operator) {
            case "or" -> (a, b) -> (Boolean) a || (Boolean) b;
            case "and" -> (a, b) -> (Boolean) a && (Boolean) b;
            case "=" -> FiresWhen::equal;
            case "!=" -> (a, b) -> !equal(a, b);
            case "<" -> (a, b) -> order(a, b, -1, -1);
            case "<=" -> (a, b) -> order(a, b, -1, 0);
            case ">" -> (a, b) -> order(a, b, 1, 1);
            case ">=" -> (a, b) -> order(a, b, 0, 1);
            default ->
                (a, b) -> number(a) instanceof BigDecimal x && number(b) instanceof BigDecimal y
                        ? calculated(operator, x, y)
                        : "";
        };
    }

    private static Object calculated(String operator, BigDecimal x, BigDecimal y) {
        return switch (operator) {
            case "+" -> x.add(y);
            case "-" -> x.subtract(y);
            case "*" -> x.multiply(y);
            default -> y.signum() == 0 ? "" : x.divide(y, MathContext.DECIMAL128);
        };
    }

    private static boolean equal(Object a, Object b) {
        if (a instanceof String && b instanceof String) {
            return a.equals(b);
        }
        return number(a) instanceof BigDecimal x && number(b) instanceof BigDecimal y && x.compareTo(y) == 0;
    }

    private static boolean order(Object a, Object b, int one, int other) {
        if (number(a) instanceof BigDecimal x && number(b) instanceof BigDecimal y) {
            int order = Integer.signum(x.compareTo(y));
            return order == one || order == other;
        }
        return false;
    }

    /** The edits, by rule. */
    static Map<String, String> texts() {
        Map<String, String> texts = new java.util.LinkedHashMap<>();
        Rules.testResource("fires-when.csv").lines().skip(1).forEach(line -> {
            int comma = line.indexOf(',');
            String text = line.substring(comma + 1);
            boolean quoted = text.startsWith("\"");
            texts.put(
                    line.substring(0, comma),
                    quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text);
        });
        return texts;
    }
}
