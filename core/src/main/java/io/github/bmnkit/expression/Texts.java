package io.github.bmnkit.expression;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Expression.Function;
import io.github.bmnkit.expression.Run.Cond;
import io.github.bmnkit.expression.Run.Num;
import io.github.bmnkit.expression.Run.Txt;
import io.github.bmnkit.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts, and what is read out of texts and codes. */
final class Texts {
    private static final int MAX_NUMBER_DIGITS = 18;

    private Texts() {}

    /** A text, or a code as a text. */
    static Txt text(Part part) {
        if (part.type.isText()) {
            return part.txt();
        }
        Codes codes = part.type.codes();
        if (part.type.kind() != ValueType.CODE || codes == null) {
            throw new IllegalStateException("not a text: " + part.source);
        }
        Num place = part.num();
        String[] all = codes.codes().toArray(new String[0]);
        return (frame, row, register) -> {
            long raw = place.get(frame, row);
            return raw < Exact.LIMIT ? Run.unknown(raw) : frame.put(register, all[(int) raw]);
        };
    }

    static Part call(Checker checker, Expression.Call call) {
        Function function = call.function();
        if (function == Function.STRING || function == Function.CONCAT) {
            return concat(checker, call);
        }
        if (function == Function.ATTRIBUTE) {
            return attribute(checker, call);
        }
        Part part = checker.typed(call.arguments().get(0), ValueType.TEXT, ValueType.CODE);
        if (function == Function.SUBSTR) {
            return substr(checker, call, part);
        }
        if (function == Function.REGEX) {
            return regex(checker, call, part);
        }
        if (part.isError()) {
            return Part.error(call);
        }
        Txt text = text(part);
        List<Part.Child> children = Checker.children(part);
        if (function == Function.STRING_LENGTH) {
            return Part.num(call, Type.INTEGER, part.uses, children, (frame, row) -> {
                int register = frame.enter(1);
                int code = text.read(frame, row, register);
                long length = code == Run.TRUE ? frame.to(register) - frame.from(register) : Run.missing(code);
                frame.leave(register);
                return length;
            });
        }
        return Part.cond(call, part.uses, children, (frame, row) -> {
            int register = frame.enter(1);
            int code = text.read(frame, row, register);
            if (code == Run.TRUE
                    && !CheckDigit.isValid(frame.chars(register), frame.from(register), frame.to(register))) {
                code = Run.FALSE;
            }
            frame.leave(register);
            return code;
        });
    }

    private static Part regex(Checker checker, Expression.Call call, Part part) {
        Expression second = call.arguments().get(1);
        if (!(second instanceof Expression.Text pattern)) {
            return checker.fail(
                    second, Finding.of(ExpressionFinding.NOT_LITERAL).with("expected", ValueType.TEXT.text()));
        }
        LinearPattern compiled;
        try {
            compiled = LinearPattern.compile(pattern.value());
        } catch (LinearPattern.Refused refused) {
            Finding finding = refused.tooLarge
                    ? Finding.of(ExpressionFinding.PATTERN_TOO_LARGE).with("limit", LinearPattern.MAX_STATES)
                    : Finding.of(ExpressionFinding.BAD_PATTERN)
                            .with("position", refused.position)
                            .with("reason", refused.reason);
            return checker.fail(second, finding);
        }
        if (part.isError()) {
            return Part.error(call);
        }
        Part.Leaf leaf = part.leaf();
        if (leaf != null && part.type.isText()) {
            return Part.cond(call, part.uses, Checker.children(part), matching(leaf, compiled));
        }
        Txt text = text(part);
        return Part.cond(call, part.uses, Checker.children(part), (frame, row) -> {
            int register = frame.enter(1);
            int code = text.read(frame, row, register);
            if (code == Run.TRUE
                    && !compiled.matches(frame.chars(register), frame.from(register), frame.to(register))) {
                code = Run.FALSE;
            }
            frame.leave(register);
            return code;
        });
    }

    private static Cond matching(Part.Leaf leaf, LinearPattern pattern) {
        int base = leaf.base();
        int stride = leaf.stride();
        return (frame, row) -> {
            int cell = row * stride + base;
            long raw = frame.cells[cell];
            if (raw < Exact.LIMIT) {
                return Run.unknown(raw);
            }
            String text = requireNonNull(frame.texts[cell]);
            return pattern.matches(text, 0, text.length()) ? Run.TRUE : Run.FALSE;
        };
    }

    private static Part substr(Checker checker, Expression.Call call, Part part) {
        boolean toEnd = call.arguments().size() == 2;
        Part start = checker.typed(call.arguments().get(1), ValueType.INTEGER);
        Part end = toEnd ? start : checker.typed(call.arguments().get(2), ValueType.INTEGER);
        if (Checker.anyError(part, start, end)) {
            return Part.error(call);
        }
        Txt text = text(part);
        Num first = start.num();
        Num last = end.num();
        List<Part.Child> children = toEnd ? Checker.children(part, start) : Checker.children(part, start, end);
        return Part.txt(call, Type.TEXT, checker.uses(part, start, end), children, (frame, row, register) -> {
            int code = text.read(frame, row, register);
            long a = first.get(frame, row);
            long b = last.get(frame, row);
            int others = a < Exact.LIMIT || b < Exact.LIMIT ? Run.unknown(Exact.worse(a, b)) : Run.TRUE;
            if (code != Run.TRUE || others != Run.TRUE) {
                return Math.max(code, others);
            }
            int from = frame.from(register);
            int length = frame.to(register) - from;
            int begin = within(a, length);
            int finish = Math.max(begin, toEnd ? length : within(b, length));
            return frame.put(register, frame.chars(register), from + begin, from + finish);
        });
    }

    /** A place in a text; a negative one counts from the end. */
    private static int within(long place, int length) {
        long from = place < 0 ? place + length : place;
        return (int) Math.min(Math.max(0, from), length);
    }

    private static Part concat(Checker checker, Expression.Call call) {
        List<Part> parts = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            parts.add(checker.typed(
                    argument, ValueType.TEXT, ValueType.CODE, ValueType.INTEGER, ValueType.DECIMAL, ValueType.DATE));
        }
        Part[] all = parts.toArray(new Part[0]);
        if (Checker.anyError(all)) {
            return Part.error(call);
        }
        Txt[] texts = parts.stream().map(Texts::written).toArray(Txt[]::new);
        Txt txt = texts.length == 1
                ? texts[0]
                : (frame, row, register) -> {
                    int inner = frame.enter(1);
                    StringBuilder out = frame.builder(register);
                    int worst = Run.TRUE;
                    for (Txt text : texts) {
                        int code = text.read(frame, row, inner);
                        worst = Math.max(worst, code);
                        if (code == Run.TRUE) {
                            out.append(frame.chars(inner), frame.from(inner), frame.to(inner));
                        }
                    }
                    frame.leave(inner);
                    return worst == Run.TRUE ? frame.put(register, out) : worst;
                };
        return Part.txt(call, Type.TEXT, checker.uses(all), Checker.children(all), txt);
    }

    /** A value as it is written: numbers without needless zeros, dates as in ISO 8601. */
    private static Txt written(Part part) {
        if (part.type.readsAsText()) {
            return text(part);
        }
        Num num = part.num();
        int digits = part.type.digits();
        boolean date = part.type.kind() == ValueType.DATE;
        return (frame, row, register) -> {
            long raw = num.get(frame, row);
            if (raw < Exact.LIMIT) {
                return Run.unknown(raw);
            }
            StringBuilder out = frame.builder(register);
            if (date) {
                Calendar.write(raw, out);
            } else {
                write(raw, digits, out);
            }
            return frame.put(register, out);
        };
    }

    private static void write(long raw, int digits, StringBuilder out) {
        long power = Exact.power(digits);
        long fraction = Math.abs(raw % power);
        if (raw < 0) {
            out.append('-');
        }
        out.append(Math.abs(raw / power));
        if (fraction > 0) {
            out.append('.');
            for (long unit = power / 10; fraction > 0; unit /= 10) {
                out.append((char) ('0' + fraction / unit));
                fraction %= unit;
            }
        }
    }

    static Part number(Checker checker, Expression.Call call) {
        Part part = checker.typed(
                call.arguments().get(0), ValueType.TEXT, ValueType.CODE, ValueType.INTEGER, ValueType.DECIMAL);
        if (part.isError()) {
            return Part.error(call);
        }
        List<Part.Child> children = Checker.children(part);
        if (part.type.isNumber()) {
            Part same = Part.num(call, part.type, part.uses, children, part.num());
            return part.hasRatio() ? same.withRatio(part.ratio()) : same;
        }
        Codes codes = part.type.codes();
        if (codes != null && !codes.isOpen()) {
            long[] numbers = codes.codes().stream().mapToLong(Texts::whole).toArray();
            Num place = part.num();
            return Part.num(call, Type.INTEGER, part.uses, children, (frame, row) -> {
                long raw = place.get(frame, row);
                return raw < Exact.LIMIT ? raw : numbers[(int) raw];
            });
        }
        Txt text = part.txt();
        Run.Ratio ratio = (frame, row) -> {
            int register = frame.enter(1);
            int code = text.read(frame, row, register);
            if (code == Run.TRUE) {
                code = read(frame, frame.chars(register), frame.from(register), frame.to(register));
            }
            frame.leave(register);
            return code;
        };
        Num rounded = Arithmetic.rounded(ratio, Exact.QUOTIENT_DIGITS, true);
        return Part.num(call, Type.number(Exact.QUOTIENT_DIGITS, null), part.uses, children, rounded)
                .withRatio(ratio);
    }

    /** The number that a code says; invalid if it says none. */
    private static long whole(String code) {
        return code.matches("-?[0-9]{1,18}") ? Long.parseLong(code) : Exact.INVALID;
    }

    /** Reads digits with at most one point between them, and a sign before. */
    private static int read(Frame frame, CharSequence chars, int from, int to) {
        boolean negative = from < to && chars.charAt(from) == '-';
        long number = 0;
        long power = 0;
        int digits = 0;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            char c = chars.charAt(i);
            if (c == '.' && power == 0 && digits > 0 && i < to - 1) {
                power = 1;
            } else if (c >= '0' && c <= '9' && ++digits <= MAX_NUMBER_DIGITS) {
                number = number * 10 + (c - '0');
                power *= 10;
            } else {
                return Run.BROKEN;
            }
        }
        frame.numerator = negative ? -number : number;
        frame.denominator = Math.max(1, power);
        return digits > 0 ? Run.TRUE : Run.BROKEN;
    }

    private static Part attribute(Checker checker, Expression.Call call) {
        Part part = checker.typed(call.arguments().get(0), ValueType.CODE);
        Expression second = call.arguments().get(1);
        if (!(second instanceof Expression.Text name)) {
            return checker.fail(
                    second, Finding.of(ExpressionFinding.NOT_LITERAL).with("expected", ValueType.TEXT.text()));
        }
        Codes codes = part.type.codes();
        if (part.isError() || codes == null) {
            return Part.error(call);
        }
        Optional<Codes.Attribute> attribute = codes.attribute(name.value());
        if (attribute.isEmpty()) {
            return checker.fail(
                    second,
                    Finding.of(ExpressionFinding.UNKNOWN_ATTRIBUTE)
                            .with("list", codes.name())
                            .with("name", name.value())
                            .with("suggestion", Similar.suggest(name.value(), codes.attributes(), "'%s'")));
        }
        Codes values = attribute.get().values();
        Map<String, Long> raws = new HashMap<>(attribute.get().numbers());
        if (values != null) {
            attribute.get().codes().forEach((code, value) -> raws.put(code, (long) values.index(value)));
        }
        Type type = values == null ? Type.INTEGER : Type.code(values);
        List<Part.Child> children = Checker.children(part);
        if (part.type.isText()) {
            return Part.num(call, type, part.uses, children, lookUp(part.txt(), raws));
        }
        long[] table = codes.codes().stream()
                .mapToLong(code -> raws.getOrDefault(code, Exact.INVALID))
                .toArray();
        Num place = part.num();
        return Part.num(call, type, part.uses, children, (frame, row) -> {
            long raw = place.get(frame, row);
            return raw < Exact.LIMIT ? raw : table[(int) raw];
        });
    }

    private static Num lookUp(Txt text, Map<String, Long> raws) {
        return (frame, row) -> {
            int register = frame.enter(1);
            int code = text.read(frame, row, register);
            long found = Run.missing(code);
            if (code == Run.TRUE) {
                Long raw = raws.get(frame.string(register));
                found = raw == null ? Exact.INVALID : raw;
            }
            frame.leave(register);
            return found;
        };
    }
}
