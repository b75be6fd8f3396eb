package io.github.bmnkit.expression;

import io.github.bmnkit.expression.Expression.Function;
import io.github.bmnkit.expression.Run.Bound;
import io.github.bmnkit.expression.Run.Num;
import io.github.bmnkit.expression.Run.Txt;
import io.github.bmnkit.finding.Finding;
import org.jspecify.annotations.Nullable;

/** Counts members with the same values. */
final class SameValues {
    private SameValues() {}

    /** {@code count-same} and {@code count-duplicates}. */
    static Part count(Checker checker, Expression.Call call) {
        boolean own = call.function() == Function.COUNT_SAME;
        if (own && checker.level() != Level.MEMBER) {
            return checker.fail(
                    call,
                    Finding.of(ExpressionFinding.WRONG_LEVEL)
                            .with("name", call.function().symbol() + "()"));
        }
        Part[] parts = checker.overRoster(
                call,
                () -> call.arguments().stream()
                        .map(argument -> checker.typed(
                                argument,
                                ValueType.TEXT,
                                ValueType.CODE,
                                ValueType.INTEGER,
                                ValueType.DECIMAL,
                                ValueType.DATE))
                        .toArray(Part[]::new));
        if (parts == null || Checker.anyError(parts)) {
            return Part.error(call);
        }
        Same same = new Same(parts);
        Bound bound = own
                ? (frame, row) -> {
                    int sure = 0;
                    int open = 0;
                    int loose = Run.UNKNOWN;
                    for (int i = 0; i < frame.members; i++) {
                        int code = same.test(frame, row, i);
                        sure += code == Run.TRUE ? 1 : 0;
                        open += code > Run.TRUE ? 1 : 0;
                        loose = Math.max(loose, code);
                    }
                    frame.low = sure;
                    frame.high = (long) sure + open;
                    frame.loose = loose;
                    return Run.TRUE;
                }
                : Rosters.counting((frame, row) -> {
                    int worst = Run.FALSE;
                    for (int i = 0; i < frame.members; i++) {
                        int code = i == row ? Run.FALSE : same.test(frame, row, i);
                        if (code == Run.TRUE) {
                            return code;
                        }
                        worst = Math.max(worst, code);
                    }
                    return worst;
                });
        Uses uses = Rosters.uses(checker, parts);
        return Part.bound(
                call,
                Type.INTEGER,
                own ? uses.and(checker.uses(parts), checker.scope()) : uses,
                Rosters.children(parts),
                bound);
    }

    /** Compares the values of two members. */
    private static final class Same {
        private final @Nullable Num[] numbers;
        private final @Nullable Txt[] texts;

        Same(Part[] parts) {
            numbers = new Num[parts.length];
            texts = new Txt[parts.length];
            for (int i = 0; i < parts.length; i++) {
                if (parts[i].type.isText()) {
                    texts[i] = parts[i].txt();
                } else {
                    numbers[i] = parts[i].num();
                }
            }
        }

        int test(Frame frame, int one, int other) {
            int worst = Run.TRUE;
            for (int i = 0; i < numbers.length; i++) {
                Num number = numbers[i];
                Txt text = texts[i];
                int code = Run.TRUE;
                if (number != null) {
                    code = number(frame, number, one, other);
                } else if (text != null) {
                    code = text(frame, text, one, other);
                }
                if (code == Run.FALSE) {
                    return code;
                }
                worst = Math.max(worst, code);
            }
            return worst;
        }

        private static int number(Frame frame, Num number, int one, int other) {
            long a = number.get(frame, one);
            long b = number.get(frame, other);
            if (a < Exact.LIMIT || b < Exact.LIMIT) {
                return Run.unknown(Exact.worse(a, b));
            }
            return a == b ? Run.TRUE : Run.FALSE;
        }

        private static int text(Frame frame, Txt text, int one, int other) {
            int register = frame.enter(2);
            int code = text.read(frame, one, register);
            code = Math.max(code, text.read(frame, other, register + 1));
            if (code == Run.TRUE && !frame.sameText(register, register + 1)) {
                code = Run.FALSE;
            }
            frame.leave(register);
            return code;
        }
    }
}
