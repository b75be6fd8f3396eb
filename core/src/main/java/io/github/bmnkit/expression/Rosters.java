package io.github.bmnkit.expression;

import io.github.bmnkit.expression.Expression.Function;
import io.github.bmnkit.expression.Part.Child;
import io.github.bmnkit.expression.Run.Bound;
import io.github.bmnkit.expression.Run.Cond;
import io.github.bmnkit.expression.Run.Num;
import io.github.bmnkit.finding.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Functions over the members of the roster. */
final class Rosters {
    private static final Cond EVERYONE = (frame, row) -> Run.TRUE;

    /** Which members, and what of each; either may be absent. */
    record Over(@Nullable Part where, @Nullable Part value) {
        Cond filter() {
            return where == null ? EVERYONE : where.cond();
        }

        Part[] parts() {
            List<Part> parts = new ArrayList<>();
            if (where != null) {
                parts.add(where);
            }
            if (value != null) {
                parts.add(value);
            }
            return parts.toArray(new Part[0]);
        }
    }

    private Rosters() {}

    static Part call(Checker checker, Expression.Call call) {
        return switch (call.function()) {
            case COUNT -> count(checker, call);
            case SUM -> sum(checker, call);
            case MIN, MAX -> extreme(checker, call);
            case ANY, ALL -> quantified(checker, call);
            case JOIN -> join(checker, call);
            default -> SameValues.count(checker, call);
        };
    }

    /** Checks the argument of a function over the roster; empty if an error has been reported. */
    private static Optional<Over> over(
            Checker checker, Expression.Call call, Expression argument, boolean needsValue, boolean condition) {
        String roster = checker.scope().roster();
        Expression where = null;
        Expression value = null;
        boolean members =
                argument instanceof Expression.Name name && name.name().equals(roster);
        if (argument instanceof Expression.Members chosen) {
            members = chosen.roster().equals(roster);
            where = chosen.where();
            value = chosen.value();
        } else if (argument instanceof Expression.Name && !members && needsValue) {
            members = true;
            value = argument;
        }
        if (!members || (needsValue && value == null) || (call.function() == Function.COUNT && value != null)) {
            String shown = "${" + roster + "}" + (needsValue ? "/${...}" : "[...]");
            checker.report(
                    call,
                    Finding.of(ExpressionFinding.NOT_MEMBERS)
                            .with("function", call.function().symbol())
                            .with("expected", call.function().symbol() + "(" + shown + ")"));
            return Optional.empty();
        }
        Expression filter = where;
        Expression taken = value;
        Over over = checker.overRoster(call, () -> {
            Part first = filter == null ? null : checker.condition(filter);
            Part second = taken == null ? null : condition ? checker.condition(taken) : checker.check(taken, null);
            return new Over(first, second);
        });
        return over == null || Checker.anyError(over.parts()) ? Optional.empty() : Optional.of(over);
    }

    static Uses uses(Checker checker, Part... parts) {
        return checker.uses(parts).overRoster(checker.scope());
    }

    static List<Child> children(Part... parts) {
        return Arrays.stream(parts).map(part -> new Child(part, true)).toList();
    }

    private static Part count(Checker checker, Expression.Call call) {
        Over over = over(checker, call, call.arguments().get(0), false, false).orElse(null);
        if (over == null) {
            return Part.error(call);
        }
        Part[] parts = over.parts();
        return Part.bound(call, Type.INTEGER, uses(checker, parts), children(parts), counting(over.filter()));
    }

    /** Counts members for whom a condition holds, and those for whom it may. */
    static Bound counting(Cond cond) {
        return (frame, row) -> {
            int sure = 0;
            int open = 0;
            int loose = Run.UNKNOWN;
            for (int i = 0; i < frame.members; i++) {
                int code = Run.test(cond, frame, i);
                if (code == Run.TRUE) {
                    sure++;
                } else if (code != Run.FALSE) {
                    open++;
                    loose = Math.max(loose, code);
                }
            }
            frame.low = sure;
            frame.high = (long) sure + open;
            frame.loose = loose;
            return Run.TRUE;
        };
    }

    private static Part sum(Checker checker, Expression.Call call) {
        Over over = over(checker, call, call.arguments().get(0), true, false).orElse(null);
        if (over == null || over.value() == null) {
            return Part.error(call);
        }
        Part value = over.value();
        Part[] parts = over.parts();
        if (!value.type.isNumber()) {
            return wrongType(checker, value, ValueType.INTEGER);
        }
        Cond where = over.filter();
        if (isFlag(value.source)) {
            Cond flag = value.children.get(0).part().cond();
            return Part.bound(call, value.type, uses(checker, parts), children(parts), counting(both(where, flag)));
        }
        return Part.num(call, value.type, uses(checker, parts), children(parts), adding(where, value));
    }

    private static boolean isFlag(Expression value) {
        return value instanceof Expression.Call call
                && call.function() == Function.IF
                && call.arguments().get(1).equals(new Expression.Numeral(1, 0))
                && call.arguments().get(2).equals(new Expression.Numeral(0, 0));
    }

    private static Cond both(Cond first, Cond second) {
        return (frame, row) -> {
            int code = Run.test(first, frame, row);
            if (code == Run.FALSE) {
                return code;
            }
            int other = Run.test(second, frame, row);
            return other == Run.FALSE ? other : Math.max(code, other);
        };
    }

    /** What a member adds to a sum or the like; members who were not asked are passed over. */
    private static boolean isSkipped(Part value, Frame frame, int row, long raw) {
        return raw < Exact.LIMIT
                && (value.leaf() != null
                        ? raw == Exact.NEUTRAL
                        : value.why(frame, row, Run.unknown(raw)) == Missing.NOT_ASKED);
    }

    private static Num adding(Cond where, Part value) {
        Num num = value.num();
        return (frame, row) -> {
            long low = 0;
            long high = 0;
            int worst = Run.TRUE;
            for (int i = 0; i < frame.members; i++) {
                int code = Run.test(where, frame, i);
                if (code == Run.FALSE) {
                    continue;
                }
                if (code != Run.TRUE) {
                    worst = Math.max(worst, code);
                    continue;
                }
                long raw = num.get(frame, i);
                if (raw >= Exact.LIMIT) {
                    long sum = low + raw;
                    high += (raw >> 63) + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
                    low = sum;
                } else if (!isSkipped(value, frame, i, raw)) {
                    worst = Math.max(worst, Run.unknown(raw));
                }
            }
            if (worst != Run.TRUE) {
                return Run.missing(worst);
            }
            return high == low >> 63 ? Exact.within(low) : Exact.INVALID;
        };
    }

    private static Part extreme(Checker checker, Expression.Call call) {
        Over over = over(checker, call, call.arguments().get(0), true, false).orElse(null);
        if (over == null || over.value() == null) {
            return Part.error(call);
        }
        Part value = over.value();
        Part[] parts = over.parts();
        if (!value.type.isNumber() && value.type.kind() != ValueType.DATE) {
            return wrongType(checker, value, ValueType.INTEGER);
        }
        boolean greatest = call.function() == Function.MAX;
        Cond where = over.filter();
        Num num = value.num();
        return Part.num(call, value.type, uses(checker, parts), children(parts), (frame, row) -> {
            long found = Exact.NEUTRAL;
            int worst = Run.TRUE;
            for (int i = 0; i < frame.members; i++) {
                int code = Run.test(where, frame, i);
                if (code != Run.TRUE) {
                    worst = Math.max(worst, code);
                    continue;
                }
                long raw = num.get(frame, i);
                if (raw < Exact.LIMIT) {
                    worst = isSkipped(value, frame, i, raw) ? worst : Math.max(worst, Run.unknown(raw));
                } else if (found < Exact.LIMIT || greatest == raw > found) {
                    found = raw;
                }
            }
            return worst == Run.TRUE ? found : Run.missing(worst);
        });
    }

    private static Part quantified(Checker checker, Expression.Call call) {
        boolean any = call.function() == Function.ANY;
        Expression argument = call.arguments().get(0);
        boolean onlyMembers = argument instanceof Expression.Members members && members.value() == null;
        Over over = over(checker, call, argument, !(any && onlyMembers), true).orElse(null);
        if (over == null) {
            return Part.error(call);
        }
        Part[] parts = over.parts();
        Cond where = over.filter();
        Cond holds = over.value() == null ? EVERYONE : over.value().cond();
        Cond each = any ? both(where, holds) : implied(where, holds);
        int decides = any ? Run.TRUE : Run.FALSE;
        return Part.cond(call, uses(checker, parts), children(parts), (frame, row) -> {
            int worst = Run.FALSE;
            for (int i = 0; i < frame.members; i++) {
                int code = Run.test(each, frame, i);
                if (code == decides) {
                    return decides;
                }
                worst = Math.max(worst, code);
            }
            return Math.max(worst, Run.TRUE - decides);
        });
    }

    private static Cond implied(Cond first, Cond second) {
        return (frame, row) -> {
            int code = Run.test(first, frame, row);
            if (code == Run.FALSE) {
                return Run.TRUE;
            }
            int other = Run.test(second, frame, row);
            return other == Run.TRUE || code == Run.TRUE ? other : Math.max(code, other);
        };
    }

    private static Part join(Checker checker, Expression.Call call) {
        Expression separator = call.arguments().get(0);
        if (!separator.equals(new Expression.Text(" "))) {
            return checker.fail(
                    separator,
                    Finding.of(ExpressionFinding.NOT_LITERAL)
                            .with("expected", io.github.bmnkit.finding.Text.of("' '", "' '")));
        }
        Over over = over(checker, call, call.arguments().get(1), true, false).orElse(null);
        if (over == null || over.value() == null) {
            return Part.error(call);
        }
        Part value = over.value();
        Part[] parts = over.parts();
        if (value.type.kind() != ValueType.CODES) {
            return wrongType(checker, value, ValueType.CODES);
        }
        Cond where = over.filter();
        Num num = value.num();
        return Part.num(call, value.type, uses(checker, parts), children(parts), (frame, row) -> {
            long chosen = 0;
            int worst = Run.TRUE;
            for (int i = 0; i < frame.members; i++) {
                int code = Run.test(where, frame, i);
                if (code != Run.TRUE) {
                    worst = Math.max(worst, code);
                    continue;
                }
                long raw = num.get(frame, i);
                if (raw >= Exact.LIMIT) {
                    chosen |= raw;
                } else if (!isSkipped(value, frame, i, raw)) {
                    worst = Math.max(worst, Run.unknown(raw));
                }
            }
            return worst == Run.TRUE ? chosen : Run.missing(worst);
        });
    }

    static Part wrongType(Checker checker, Part part, ValueType expected) {
        return checker.fail(
                part.source,
                Finding.of(ExpressionFinding.WRONG_TYPE)
                        .with("found", part.type.text())
                        .with("expected", expected.text()));
    }
}
