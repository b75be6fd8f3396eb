package io.github.bmnkit.expression;

import io.github.bmnkit.expression.Expression.Operator;
import io.github.bmnkit.expression.Part.Leaf;
import io.github.bmnkit.expression.Run.Bound;
import io.github.bmnkit.expression.Run.Cond;
import io.github.bmnkit.expression.Run.Num;
import io.github.bmnkit.expression.Run.Ratio;
import io.github.bmnkit.expression.Run.Txt;
import io.github.bmnkit.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comparisons of two values, the test for blanks, and tests of chosen codes. */
final class Comparisons {
    private static final int LESS = 1;
    private static final int EQUAL = 2;
    private static final int GREATER = 4;

    private Comparisons() {}

    static Part compare(Checker checker, Expression.Operation operation) {
        boolean equality = operation.operator() == Operator.EQUAL || operation.operator() == Operator.NOT_EQUAL;
        if (Checker.isBlank(operation.right()) || Checker.isBlank(operation.left())) {
            return blank(checker, operation, equality);
        }
        Part[] pair = checker.pair(operation.left(), operation.right(), null);
        Part left = pair[0];
        Part right = pair[1];
        if (Checker.anyError(left, right)) {
            return Part.error(operation);
        }
        Type a = left.type;
        Type b = right.type;
        boolean numbers = a.isNumber() && b.isNumber();
        boolean sameCode = a.kind() == ValueType.CODE && a.sameList(b);
        boolean texts =
                (a.kind() == ValueType.TEXT && b.readsAsText()) || (b.kind() == ValueType.TEXT && a.readsAsText());
        boolean dates = a.kind() == ValueType.DATE && b.kind() == ValueType.DATE;
        if (!numbers && !sameCode && !texts && !dates) {
            return Logic.incompatible(checker, operation, left, right);
        }
        if (!equality && !numbers && !dates) {
            return checker.fail(
                    operation, Finding.of(ExpressionFinding.NO_ORDER).with("found", a.text()));
        }
        if (numbers) {
            checker.unit(operation, a.unit(), b.unit());
        }
        boolean asText = texts || a.isText();
        Cond cond = asText
                ? sameText(Texts.text(left), Texts.text(right), operation.operator() == Operator.EQUAL)
                : number(mask(operation.operator()), left, right);
        return Part.cond(operation, checker.uses(left, right), Checker.children(left, right), cond);
    }

    private static int mask(Operator operator) {
        return switch (operator) {
            case EQUAL -> EQUAL;
            case NOT_EQUAL -> LESS | GREATER;
            case LESS -> LESS;
            case LESS_OR_EQUAL -> LESS | EQUAL;
            case GREATER -> GREATER;
            case GREATER_OR_EQUAL -> GREATER | EQUAL;
            case OR, AND, PLUS, MINUS, TIMES, DIV, MOD -> throw new IllegalArgumentException("no comparison");
        };
    }

    private static int mirrored(int mask) {
        return (mask & EQUAL) | ((mask & LESS) != 0 ? GREATER : 0) | ((mask & GREATER) != 0 ? LESS : 0);
    }

    private static int bit(int order) {
        return order < 0 ? LESS : order == 0 ? EQUAL : GREATER;
    }

    private static Cond number(int mask, Part left, Part right) {
        if (left.hasRatio() || right.hasRatio()) {
            return ratios(mask, left.ratio(), right.ratio());
        }
        int leftDigits = left.type.digits();
        int rightDigits = right.type.digits();
        Cond open = left.isBounded() || right.isBounded()
                ? bounds(mask, left.bounds(), leftDigits, right.bounds(), rightDigits)
                : null;
        Leaf leftLeaf = left.leaf();
        Leaf rightLeaf = right.leaf();
        if (leftLeaf != null && right.constant && rightDigits <= leftDigits) {
            long value = Exact.widen(right.constantValue(), leftDigits - rightDigits);
            if (!Exact.isMissing(value)) {
                return leafAndValue(mask, leftLeaf, value, open);
            }
        }
        if (rightLeaf != null && left.constant && leftDigits <= rightDigits) {
            long value = Exact.widen(left.constantValue(), rightDigits - leftDigits);
            if (!Exact.isMissing(value)) {
                return leafAndValue(mirrored(mask), rightLeaf, value, open);
            }
        }
        if (leftLeaf != null && rightLeaf != null && leftDigits == rightDigits) {
            return new Compared(
                    leftLeaf, rightLeaf, (mask & LESS) != 0, (mask & EQUAL) != 0, (mask & GREATER) != 0, open);
        }
        if (open != null) {
            return open;
        }
        Num a = left.num();
        Num b = right.num();
        return (frame, row) -> {
            long x = a.get(frame, row);
            long y = b.get(frame, row);
            if (x < Exact.LIMIT || y < Exact.LIMIT) {
                return Run.unknown(Exact.worse(x, y));
            }
            return (mask & bit(Exact.compare(x, leftDigits, y, rightDigits))) != 0 ? Run.TRUE : Run.FALSE;
        };
    }

    /** A cell against a constant, neither of which is at the end of what a {@code long} holds. */
    private static Cond leafAndValue(int mask, Leaf leaf, long value, @Nullable Cond open) {
        return switch (mask) {
            case EQUAL -> Within.equal(leaf, value, true, open);
            case LESS | GREATER -> Within.equal(leaf, value, false, open);
            case LESS -> Within.atMost(leaf, value - 1, open);
            case LESS | EQUAL -> Within.atMost(leaf, value, open);
            case GREATER -> Within.atLeast(leaf, value + 1, open);
            default -> Within.atLeast(leaf, value, open);
        };
    }

    private static Cond ratios(int mask, Ratio left, Ratio right) {
        return (frame, row) -> {
            int code = left.split(frame, row);
            long n = frame.numerator;
            long d = frame.denominator;
            int other = right.split(frame, row);
            if (code != Run.TRUE || other != Run.TRUE) {
                return Math.max(code, other);
            }
            int order = Exact.compareProducts(n, frame.denominator, frame.numerator, d);
            return (mask & bit(d < 0 == frame.denominator < 0 ? order : -order)) != 0 ? Run.TRUE : Run.FALSE;
        };
    }

    /** True or false if every number within the bounds says so. */
    private static Cond bounds(int mask, Bound left, int leftDigits, Bound right, int rightDigits) {
        return (frame, row) -> {
            int code = left.find(frame, row);
            long low = frame.low;
            long high = frame.high;
            int loose = frame.loose;
            int other = right.find(frame, row);
            if (code != Run.TRUE || other != Run.TRUE) {
                return Math.max(code, other);
            }
            int least = bit(Exact.compare(low, leftDigits, frame.high, rightDigits));
            int most = bit(Exact.compare(high, leftDigits, frame.low, rightDigits));
            int possible = least | most | (least == LESS && most == GREATER ? EQUAL : 0);
            if ((mask & possible) == 0) {
                return Run.FALSE;
            }
            if ((mask & possible) == possible) {
                return Run.TRUE;
            }
            return Math.max(low < high ? loose : Run.UNKNOWN, frame.low < frame.high ? frame.loose : Run.UNKNOWN);
        };
    }

    static Cond sameText(Txt left, Txt right, boolean same) {
        return (frame, row) -> {
            int register = frame.enter(2);
            int code = left.read(frame, row, register);
            int other = right.read(frame, row, register + 1);
            int result = Math.max(code, other);
            if (result == Run.TRUE) {
                result = frame.sameText(register, register + 1) == same ? Run.TRUE : Run.FALSE;
            }
            frame.leave(register);
            return result;
        };
    }

    private static Part blank(Checker checker, Expression.Operation operation, boolean equality) {
        Expression tested = Checker.isBlank(operation.right()) ? operation.left() : operation.right();
        Part part = checker.check(tested, null);
        if (part.isError()) {
            return Part.error(operation);
        }
        if (part.type.isTruth()) {
            return checker.fail(
                    tested,
                    Finding.of(ExpressionFinding.WRONG_TYPE)
                            .with("found", part.type.text())
                            .with("expected", ValueType.TEXT.text()));
        }
        if (!equality) {
            return checker.fail(
                    operation, Finding.of(ExpressionFinding.NO_ORDER).with("found", ValueType.TEXT.text()));
        }
        int ifBlank = operation.operator() == Operator.EQUAL ? Run.TRUE : Run.FALSE;
        boolean isText = part.type.isText();
        Leaf leaf = part.leaf();
        Cond cond = leaf != null
                ? new Blank(leaf, isText, ifBlank)
                : isText ? blankText(part, ifBlank) : blankNumber(part, ifBlank);
        return Part.cond(operation, part.uses, Checker.children(part), cond);
    }

    private static Cond blankNumber(Part part, int ifBlank) {
        Num num = part.num();
        return (frame, row) -> {
            long raw = num.get(frame, row);
            if (raw >= Exact.LIMIT) {
                return Run.TRUE - ifBlank;
            }
            return missing(part, frame, row, Run.unknown(raw), ifBlank);
        };
    }

    private static Cond blankText(Part part, int ifBlank) {
        Txt txt = part.txt();
        return (frame, row) -> {
            int register = frame.enter(1);
            int code = txt.read(frame, row, register);
            boolean empty = code == Run.TRUE && frame.from(register) == frame.to(register);
            frame.leave(register);
            if (code == Run.TRUE) {
                return empty ? ifBlank : Run.TRUE - ifBlank;
            }
            return missing(part, frame, row, code, ifBlank);
        };
    }

    private static int missing(Part part, Frame frame, int row, int code, int ifBlank) {
        boolean notYet = frame.draft && part.why(frame, row, code) == Missing.NOT_ANSWERED;
        return notYet ? Run.UNKNOWN : ifBlank;
    }

    static Part selected(Checker checker, Expression.Call call) {
        Part chosen = checker.typed(call.arguments().get(0), ValueType.CODES, ValueType.CODE);
        if (chosen.isError() || chosen.type.codes() == null) {
            return Part.error(call);
        }
        Type wanted = Type.code(chosen.type.codes());
        Part code = checker.check(call.arguments().get(1), wanted);
        if (code.isError()) {
            return Part.error(call);
        }
        if (!wanted.sameList(code.type)) {
            return Logic.incompatible(checker, call, chosen, code);
        }
        List<Part.Child> children = Checker.children(chosen, code);
        Uses uses = checker.uses(chosen, code);
        if (wanted.isText()) {
            return Part.cond(call, uses, children, sameText(chosen.txt(), code.txt(), true));
        }
        if (chosen.type.kind() == ValueType.CODE) {
            return Part.cond(call, uses, children, number(EQUAL, chosen, code));
        }
        Num bits = chosen.num();
        if (code.constant) {
            int shift = (int) code.constantValue();
            return Part.cond(call, uses, children, (frame, row) -> {
                long raw = bits.get(frame, row);
                return raw < Exact.LIMIT ? Run.unknown(raw) : (int) (raw >> shift & 1);
            });
        }
        Num place = code.num();
        return Part.cond(call, uses, children, (frame, row) -> {
            long raw = bits.get(frame, row);
            long shift = place.get(frame, row);
            return raw < Exact.LIMIT || shift < Exact.LIMIT
                    ? Run.unknown(Exact.worse(raw, shift))
                    : (int) (raw >> shift & 1);
        });
    }

    static Part countSelected(Checker checker, Expression.Call call) {
        Part chosen = checker.typed(call.arguments().get(0), ValueType.CODES);
        if (chosen.isError()) {
            return Part.error(call);
        }
        Num bits = chosen.num();
        return Part.num(call, Type.INTEGER, chosen.uses, Checker.children(chosen), (frame, row) -> {
            long raw = bits.get(frame, row);
            return raw < Exact.LIMIT ? raw : Long.bitCount(raw);
        });
    }
}
