package io.github.bmnkit.expression;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Run.Bound;
import io.github.bmnkit.expression.Run.Cond;
import io.github.bmnkit.expression.Run.Num;
import io.github.bmnkit.expression.Run.Ratio;
import io.github.bmnkit.expression.Run.Txt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sub-expression that is checked and compiled: its type, what it reads, and how to evaluate it. Which of the functions
 * is there follows from the type: a condition, a text, or else a number; a number may have a more exact form beside it.
 */
final class Part {
    /** A part of a part; for each member if it stands within a function over the roster. */
    record Child(Part part, boolean everyMember) {}

    /** A cell that can be read at once: row times stride, plus the base. */
    record Leaf(int base, int stride) {
        long get(Frame frame, int row) {
            return frame.cells[row * stride + base];
        }
    }

    final Expression source;
    final Type type;
    final Uses uses;
    final List<Child> children;
    private final @Nullable Num num;
    private final @Nullable Cond cond;
    private final @Nullable Txt txt;
    private final @Nullable Ratio ratio;
    private final @Nullable Bound bound;
    private final @Nullable Leaf leaf;
    /** Whether the value does not depend on the frame. */
    final boolean constant;
    /** A name, for messages and for what only names can be; null for all else. */
    final @Nullable Symbol symbol;

    private Part(
            Expression source,
            Type type,
            Uses uses,
            List<Child> children,
            @Nullable Num num,
            @Nullable Cond cond,
            @Nullable Txt txt,
            @Nullable Ratio ratio,
            @Nullable Bound bound,
            @Nullable Leaf leaf,
            boolean constant,
            @Nullable Symbol symbol) {
        this.source = source;
        this.type = type;
        this.uses = uses;
        this.children = children;
        this.num = num;
        this.cond = cond;
        this.txt = txt;
        this.ratio = ratio;
        this.bound = bound;
        this.leaf = leaf;
        this.constant = constant;
        this.symbol = symbol;
    }

    static Part error(Expression source) {
        Cond never = (frame, row) -> Run.BROKEN;
        return new Part(source, Type.ERROR, Uses.NOTHING, List.of(), null, never, null, null, null, null, false, null);
    }

    static Part literal(Expression source, Type type, long value) {
        Num get = (frame, row) -> value;
        return new Part(source, type, Uses.NOTHING, List.of(), get, null, null, null, null, null, true, null);
    }

    static Part literal(Expression source, Type type, String text) {
        Txt read = (frame, row, register) -> frame.put(register, text);
        return new Part(source, type, Uses.NOTHING, List.of(), null, null, read, null, null, null, true, null);
    }

    static Part name(Expression source, Symbol symbol, Uses uses, Leaf leaf) {
        Type type = Type.of(symbol);
        Num num = null;
        Txt txt = null;
        Bound bound = null;
        int base = leaf.base();
        int stride = leaf.stride();
        if (symbol.isText()) {
            txt = (frame, row, register) -> {
                int cell = row * stride + base;
                long raw = frame.cells[cell];
                return raw < Exact.LIMIT ? Run.unknown(raw) : frame.put(register, requireNonNull(frame.texts[cell]));
            };
        } else {
            num = (frame, row) -> frame.cells[row * stride + base];
        }
        if (symbol.bounded()) {
            bound = (frame, row) -> {
                long raw = frame.cells[base];
                boolean known = raw >= Exact.LIMIT;
                frame.low = known ? raw : frame.cells[base + 1];
                frame.high = known ? raw : frame.cells[base + 2];
                frame.loose = Run.unknown(raw);
                return frame.low >= Exact.LIMIT ? Run.TRUE : frame.loose;
            };
        }
        return new Part(source, type, uses, List.of(), num, null, txt, null, bound, leaf, false, symbol);
    }

    static Part num(Expression source, Type type, Uses uses, List<Child> children, Num num) {
        return new Part(source, type, uses, children, num, null, null, null, null, null, false, null).folded();
    }

    static Part cond(Expression source, Uses uses, List<Child> children, Cond cond) {
        return new Part(source, Type.TRUTH, uses, children, null, cond, null, null, null, null, false, null).folded();
    }

    static Part txt(Expression source, Type type, Uses uses, List<Child> children, Txt txt) {
        return new Part(source, type, uses, children, null, null, txt, null, null, null, false, null).folded();
    }

    static Part bound(Expression source, Type type, Uses uses, List<Child> children, Bound bound) {
        Num exact = (frame, row) -> {
            int code = bound.find(frame, row);
            if (code != Run.TRUE) {
                return Run.missing(code);
            }
            return frame.low == frame.high ? frame.low : Run.missing(frame.loose);
        };
        return new Part(source, type, uses, children, exact, null, null, null, bound, null, false, null).folded();
    }

    Part withRatio(Ratio newRatio) {
        return new Part(source, type, uses, children, num, cond, txt, newRatio, bound, leaf, constant, symbol);
    }

    Part withSource(Expression newSource) {
        return new Part(newSource, type, uses, children, num, cond, txt, ratio, bound, leaf, constant, symbol);
    }

    /** The same with its constant value, if it reads nothing. */
    private Part folded() {
        if (!uses.isNothing() || type.isError()) {
            return this;
        }
        Frame frame = Frame.of(Scope.of("_", List.of()));
        if (cond != null) {
            int code = cond.test(frame, 0);
            Cond always = (f, row) -> code;
            return new Part(source, type, uses, children, null, always, null, null, null, null, true, null);
        }
        if (num != null) {
            long value = num.get(frame, 0);
            Num get = (f, row) -> value;
            return new Part(source, type, uses, children, get, null, null, ratio, null, null, true, null);
        }
        int register = frame.enter(1);
        int code = requireNonNull(txt).read(frame, 0, register);
        String text = code == Run.TRUE ? frame.string(register) : "";
        Txt read = (f, row, into) -> code == Run.TRUE ? f.put(into, text) : code;
        return new Part(source, type, uses, children, null, null, read, null, null, null, true, null);
    }

    boolean isError() {
        return type.isError();
    }

    Num num() {
        return requireNonNull(num, "number");
    }

    Cond cond() {
        return requireNonNull(cond, "condition");
    }

    Txt txt() {
        return requireNonNull(txt, "text");
    }

    @Nullable
    Bound bound() {
        return bound;
    }

    @Nullable
    Leaf leaf() {
        return leaf;
    }

    boolean isBounded() {
        return bound != null;
    }

    boolean hasRatio() {
        return ratio != null;
    }

    /** The raw value of a constant number. */
    long constantValue() {
        return num().get(Frame.of(Scope.of("_", List.of())), 0);
    }

    /** The number as a fraction; one that is not a quotient has a power of ten below. */
    Ratio ratio() {
        if (ratio != null) {
            return ratio;
        }
        Num value = num();
        long power = Exact.power(type.digits());
        return (frame, row) -> {
            long raw = value.get(frame, row);
            if (raw < Exact.LIMIT) {
                return Run.unknown(raw);
            }
            frame.numerator = raw;
            frame.denominator = power;
            return Run.TRUE;
        };
    }

    /** The number with so many digits after the point, at least its own. */
    Num widened(int digits) {
        Num value = num();
        int more = digits - type.digits();
        return more == 0 ? value : (frame, row) -> Exact.widen(value.get(frame, row), more);
    }

    /** The bounds of a whole number; one that is known bounds itself. */
    Bound bounds() {
        if (bound != null) {
            return bound;
        }
        Num value = num();
        return (frame, row) -> {
            long raw = value.get(frame, row);
            frame.low = raw;
            frame.high = raw;
            frame.loose = Run.unknown(raw);
            return raw < Exact.LIMIT ? frame.loose : Run.TRUE;
        };
    }

    /** Whether the value is there: {@link Run#TRUE}, or what its absence makes of a condition. */
    Cond present() {
        if (cond != null) {
            Cond test = cond;
            return (frame, row) -> Math.max(Run.TRUE, test.test(frame, row));
        }
        if (txt != null) {
            Txt read = txt;
            return (frame, row) -> {
                int register = frame.enter(1);
                int code = read.read(frame, row, register);
                frame.leave(register);
                return code;
            };
        }
        Num value = num();
        return (frame, row) -> {
            long raw = value.get(frame, row);
            return raw < Exact.LIMIT ? Run.unknown(raw) : Run.TRUE;
        };
    }

    /** Why the value is not there, given the code of its absence. */
    Missing why(Frame frame, int row, int code) {
        return uses.worst(frame, row, code == Run.BROKEN ? Missing.INVALID : Missing.NOT_ASKED);
    }
}
