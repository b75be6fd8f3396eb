package io.github.bmnkit.expression;

import io.github.bmnkit.expression.Expression.Operator;
import io.github.bmnkit.expression.Run.Bound;
import io.github.bmnkit.expression.Run.Cond;
import io.github.bmnkit.expression.Run.Num;
import io.github.bmnkit.expression.Run.Ratio;
import io.github.bmnkit.expression.Run.Txt;
import io.github.bmnkit.finding.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The connectives, {@code if} and {@code coalesce}. */
final class Logic {
    private static final int NOT_ASKED = Missing.NOT_ASKED.rank();
    private static final int NOT_ANSWERED = Missing.NOT_ANSWERED.rank();

    private Logic() {}

    /** A chain of {@code and} or {@code or}, flattened. */
    static Part chain(Checker checker, Expression.Operation operation) {
        Operator operator = operation.operator();
        Deque<Expression> operands = new ArrayDeque<>();
        Expression at = operation;
        while (at instanceof Expression.Operation inner && inner.operator() == operator) {
            operands.addFirst(inner.right());
            at = inner.left();
        }
        operands.addFirst(at);
        List<Part> parts = new ArrayList<>();
        for (Expression operand : operands) {
            parts.add(checker.condition(operand));
        }
        Part[] all = parts.toArray(new Part[0]);
        if (Checker.anyError(all)) {
            return Part.error(operation);
        }
        Cond[] tests = parts.stream().map(Part::cond).toArray(Cond[]::new);
        int decides = operator == Operator.AND ? Run.FALSE : Run.TRUE;
        Cond cond = tests.length == 2 ? both(tests[0], tests[1], decides) : all(tests, decides);
        return Part.cond(operation, checker.uses(all), Checker.children(all), cond);
    }

    private static Cond both(Cond first, Cond second, int decides) {
        return (frame, row) -> {
            int a = Run.test(first, frame, row);
            if (a == decides) {
                return decides;
            }
            int b = Run.test(second, frame, row);
            return b == decides ? decides : Math.max(a, b);
        };
    }

    private static Cond all(Cond[] tests, int decides) {
        return (frame, row) -> {
            int worst = Run.FALSE;
            for (Cond test : tests) {
                int code = Run.test(test, frame, row);
                if (code == decides) {
                    return decides;
                }
                worst = Math.max(worst, code);
            }
            return worst;
        };
    }

    static Part not(Checker checker, Expression.Call call) {
        Part part = checker.condition(call.arguments().get(0));
        if (part.isError()) {
            return Part.error(call);
        }
        Cond inner = part.cond();
        return Part.cond(call, part.uses, Checker.children(part), (frame, row) -> {
            int code = Run.test(inner, frame, row);
            return code <= Run.TRUE ? Run.TRUE - code : code;
        });
    }

    static Part choice(Checker checker, Expression.Call call, @Nullable Type wanted) {
        Part test = checker.condition(call.arguments().get(0));
        Expression yes = call.arguments().get(1);
        Expression no = call.arguments().get(2);
        boolean noYes = Checker.isBlank(yes);
        boolean noNo = Checker.isBlank(no);
        Part[] pair = checker.pair(yes, no, wanted);
        Part a = pair[0];
        Part b = pair[1];
        if (Checker.anyError(test, a, b)) {
            return Part.error(call);
        }
        Type type = noYes && !noNo ? b.type : noNo ? a.type : joint(checker, call, a, b);
        if (type.isTruth() && (noYes || noNo)) {
            return incompatible(checker, call, a, b);
        }
        if (type.isError()) {
            return Part.error(call);
        }
        Part then = noYes ? nothing(yes, type) : a;
        Part or = noNo ? nothing(no, type) : b;
        return choose(checker, call, type, test, then, or);
    }

    /** What an empty text means as a branch: no value. */
    private static Part nothing(Expression source, Type type) {
        return type.isText()
                ? Part.txt(source, type, Uses.NOTHING, List.of(), (frame, row, register) -> Run.UNKNOWN)
                : Part.num(source, type, Uses.NOTHING, List.of(), (frame, row) -> Exact.NEUTRAL);
    }

    private static Part choose(Checker checker, Expression.Call call, Type type, Part test, Part a, Part b) {
        Cond cond = test.cond();
        Uses uses = checker.uses(test, a, b);
        List<Part.Child> children = Checker.children(test, a, b);
        if (type.isTruth()) {
            Cond yes = a.cond();
            Cond no = b.cond();
            return Part.cond(call, uses, children, (frame, row) -> {
                int code = Run.test(cond, frame, row);
                return code > Run.TRUE ? code : code == Run.TRUE ? Run.test(yes, frame, row) : Run.test(no, frame, row);
            });
        }
        if (type.isText()) {
            Txt yes = Texts.text(a);
            Txt no = Texts.text(b);
            return Part.txt(call, type, uses, children, (frame, row, register) -> {
                int code = Run.test(cond, frame, row);
                return code > Run.TRUE
                        ? code
                        : code == Run.TRUE ? yes.read(frame, row, register) : no.read(frame, row, register);
            });
        }
        if (type.kind() == ValueType.INTEGER && (a.isBounded() || b.isBounded())) {
            Bound yes = a.bounds();
            Bound no = b.bounds();
            return Part.bound(call, type, uses, children, (frame, row) -> {
                int code = Run.test(cond, frame, row);
                return code > Run.TRUE ? code : code == Run.TRUE ? yes.find(frame, row) : no.find(frame, row);
            });
        }
        Num yes = a.widened(type.digits());
        Num no = b.widened(type.digits());
        Part part = Part.num(call, type, uses, children, (frame, row) -> {
            int code = Run.test(cond, frame, row);
            return code > Run.TRUE ? Run.missing(code) : code == Run.TRUE ? yes.get(frame, row) : no.get(frame, row);
        });
        if (!a.hasRatio() && !b.hasRatio()) {
            return part;
        }
        Ratio exactYes = a.ratio();
        Ratio exactNo = b.ratio();
        return part.withRatio((frame, row) -> {
            int code = Run.test(cond, frame, row);
            return code > Run.TRUE ? code : code == Run.TRUE ? exactYes.split(frame, row) : exactNo.split(frame, row);
        });
    }

    static Part coalesce(Checker checker, Expression.Call call, @Nullable Type wanted) {
        Part[] pair = checker.pair(call.arguments().get(0), call.arguments().get(1), wanted);
        Part x = pair[0];
        Part y = pair[1];
        if (Checker.anyError(x, y)) {
            return Part.error(call);
        }
        boolean blank = Checker.isBlank(y.source);
        Type type = blank ? x.type : joint(checker, call, x, y);
        if (type.isError()) {
            return Part.error(call);
        }
        if (type.isTruth()) {
            return incompatible(checker, call, x, y);
        }
        Part otherwise = blank ? nothing(y.source, type) : y;
        Uses uses = checker.uses(x, otherwise);
        List<Part.Child> children = Checker.children(x, otherwise);
        if (type.isText()) {
            return Part.txt(call, type, uses, children, coalesceText(x, Texts.text(x), Texts.text(otherwise)));
        }
        Num first = x.widened(type.digits());
        Num second = otherwise.widened(type.digits());
        Part part = Part.num(call, type, uses, children, coalesceNumber(x, first, second));
        return x.hasRatio() || otherwise.hasRatio()
                ? part.withRatio(coalesceRatio(x, x.ratio(), otherwise.ratio()))
                : part;
    }

    private static Num coalesceNumber(Part x, Num first, Num second) {
        if (x.leaf() != null) {
            return (frame, row) -> {
                long raw = first.get(frame, row);
                if (raw >= Exact.LIMIT) {
                    return raw;
                }
                int kind = (int) (raw - Long.MIN_VALUE);
                return kind == NOT_ASKED || (kind == NOT_ANSWERED && !frame.draft) ? second.get(frame, row) : raw;
            };
        }
        return (frame, row) -> {
            long raw = first.get(frame, row);
            if (raw >= Exact.LIMIT) {
                return raw;
            }
            Missing kind = x.why(frame, row, Run.unknown(raw));
            return gives(frame, kind) ? second.get(frame, row) : Exact.missing(kind);
        };
    }

    private static Txt coalesceText(Part x, Txt first, Txt second) {
        return (frame, row, register) -> {
            int code = first.read(frame, row, register);
            if (code == Run.TRUE) {
                return code;
            }
            Missing kind = x.why(frame, row, code);
            return gives(frame, kind) ? second.read(frame, row, register) : Run.unknown(Exact.missing(kind));
        };
    }

    private static Ratio coalesceRatio(Part x, Ratio first, Ratio second) {
        return (frame, row) -> {
            int code = first.split(frame, row);
            if (code == Run.TRUE) {
                return code;
            }
            Missing kind = x.why(frame, row, code);
            return gives(frame, kind) ? second.split(frame, row) : Run.unknown(Exact.missing(kind));
        };
    }

    private static boolean gives(Frame frame, Missing kind) {
        return kind == Missing.NOT_ASKED || (kind == Missing.NOT_ANSWERED && !frame.draft);
    }

    /** The type of a value that is one or the other; an error is reported if there is none. */
    static Type joint(Checker checker, Expression source, Part a, Part b) {
        Type left = a.type;
        Type right = b.type;
        if (left.isNumber() && right.isNumber()) {
            Unit unit = checker.unit(source, left.unit(), right.unit());
            return Type.number(Math.max(left.digits(), right.digits()), unit);
        }
        if (left.kind() == right.kind() && (left.codes() == null ? right.codes() == null : left.sameList(right))) {
            return left;
        }
        incompatible(checker, source, a, b);
        return Type.ERROR;
    }

    static Part incompatible(Checker checker, Expression source, Part a, Part b) {
        return checker.fail(
                source,
                Finding.of(ExpressionFinding.INCOMPATIBLE)
                        .with("left", a.type.text())
                        .with("right", b.type.text()));
    }
}
