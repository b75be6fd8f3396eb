package io.github.bmnkit.expression;

import io.github.bmnkit.expression.Expression.Function;
import io.github.bmnkit.expression.Expression.Operator;
import io.github.bmnkit.expression.Run.Bound;
import io.github.bmnkit.expression.Run.Num;
import io.github.bmnkit.expression.Run.Ratio;
import io.github.bmnkit.finding.Finding;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers and dates. */
final class Arithmetic {
    private Arithmetic() {}

    static Part negation(Checker checker, Expression.Negation negation) {
        Part part = checker.typed(negation.operand(), ValueType.INTEGER, ValueType.DECIMAL);
        if (part.isError()) {
            return Part.error(negation);
        }
        Num inner = part.num();
        Part negated = Part.num(
                negation,
                part.type,
                part.uses,
                Checker.children(part),
                (frame, row) -> Exact.negate(inner.get(frame, row)));
        if (!part.hasRatio()) {
            return negated;
        }
        Ratio ratio = part.ratio();
        return negated.withRatio((frame, row) -> {
            int code = ratio.split(frame, row);
            frame.numerator = -frame.numerator;
            return code;
        });
    }

    static Part operation(Checker checker, Expression.Operation operation) {
        Part left = checker.typed(operation.left(), ValueType.INTEGER, ValueType.DECIMAL, ValueType.DATE);
        Part right = checker.typed(operation.right(), ValueType.INTEGER, ValueType.DECIMAL, ValueType.DATE);
        if (Checker.anyError(left, right)) {
            return Part.error(operation);
        }
        if (left.type.kind() == ValueType.DATE || right.type.kind() == ValueType.DATE) {
            return days(checker, operation, left, right);
        }
        Operator operator = operation.operator();
        Type type = type(checker, operation, left, right);
        if (type.isError()) {
            return Part.error(operation);
        }
        Uses uses = checker.uses(left, right);
        List<Part.Child> children = Checker.children(left, right);
        boolean bounded = operator == Operator.PLUS
                && type.kind() == ValueType.INTEGER
                && (left.isBounded() || right.isBounded());
        if (bounded) {
            return Part.bound(operation, type, uses, children, sum(left.bounds(), right.bounds()));
        }
        Part part = Part.num(operation, type, uses, children, number(operator, left, right));
        boolean exact = operator == Operator.DIV || left.hasRatio() || right.hasRatio();
        return exact && operator != Operator.MOD ? part.withRatio(ratio(operator, left.ratio(), right.ratio())) : part;
    }

    private static Type type(Checker checker, Expression.Operation operation, Part left, Part right) {
        Unit a = left.type.unit();
        Unit b = right.type.unit();
        int most = Math.max(left.type.digits(), right.type.digits());
        return switch (operation.operator()) {
            case PLUS, MINUS -> Type.number(most, checker.unit(operation, a, b));
            case MOD -> Type.number(most, a);
            case DIV -> Type.number(Exact.QUOTIENT_DIGITS, Unit.over(a, b));
            default -> product(checker, operation, left.type, right.type);
        };
    }

    private static Type product(Checker checker, Expression.Operation operation, Type left, Type right) {
        int digits = left.digits() + right.digits();
        if (digits <= Exact.MAX_DIGITS) {
            return Type.number(digits, Unit.times(left.unit(), right.unit()));
        }
        checker.report(
                operation,
                Finding.of(ExpressionFinding.TOO_MANY_DIGITS)
                        .with("found", digits)
                        .with("limit", Exact.MAX_DIGITS));
        return Type.ERROR;
    }

    private static Num number(Operator operator, Part left, Part right) {
        int most = Math.max(left.type.digits(), right.type.digits());
        if (operator == Operator.DIV) {
            return rounded(ratio(operator, left.ratio(), right.ratio()), Exact.QUOTIENT_DIGITS, true);
        }
        if (operator == Operator.TIMES) {
            Num a = left.num();
            Num b = right.num();
            return (frame, row) -> Exact.multiply(a.get(frame, row), b.get(frame, row));
        }
        Num a = left.widened(most);
        Num b = right.widened(most);
        return switch (operator) {
            case PLUS -> (frame, row) -> Exact.add(a.get(frame, row), b.get(frame, row));
            case MINUS -> (frame, row) -> Exact.subtract(a.get(frame, row), b.get(frame, row));
            default -> (frame, row) -> Exact.remainder(a.get(frame, row), b.get(frame, row));
        };
    }

    private static Bound sum(Bound left, Bound right) {
        return (frame, row) -> {
            int code = left.find(frame, row);
            long low = frame.low;
            long high = frame.high;
            int loose = low < high ? frame.loose : Run.UNKNOWN;
            int other = right.find(frame, row);
            if (code != Run.TRUE || other != Run.TRUE) {
                return Math.max(code, other);
            }
            frame.loose = Math.max(loose, frame.low < frame.high ? frame.loose : Run.UNKNOWN);
            frame.low = Exact.add(low, frame.low);
            frame.high = Exact.add(high, frame.high);
            return frame.low < Exact.LIMIT || frame.high < Exact.LIMIT ? Run.BROKEN : Run.TRUE;
        };
    }

    private static Ratio ratio(Operator operator, Ratio left, Ratio right) {
        return (frame, row) -> {
            int code = left.split(frame, row);
            long n = frame.numerator;
            long d = frame.denominator;
            int other = right.split(frame, row);
            if (code != Run.TRUE || other != Run.TRUE) {
                return Math.max(code, other);
            }
            long m = frame.numerator;
            long e = frame.denominator;
            switch (operator) {
                case PLUS -> {
                    frame.numerator = Exact.add(Exact.multiply(n, e), Exact.multiply(m, d));
                    frame.denominator = Exact.multiply(d, e);
                }
                case MINUS -> {
                    frame.numerator = Exact.subtract(Exact.multiply(n, e), Exact.multiply(m, d));
                    frame.denominator = Exact.multiply(d, e);
                }
                case TIMES -> {
                    frame.numerator = Exact.multiply(n, m);
                    frame.denominator = Exact.multiply(d, e);
                }
                default -> {
                    frame.numerator = Exact.multiply(n, e);
                    frame.denominator = Exact.multiply(d, m);
                }
            }
            boolean broken = frame.numerator < Exact.LIMIT || frame.denominator < Exact.LIMIT;
            return broken || frame.denominator == 0 ? Run.BROKEN : Run.TRUE;
        };
    }

    static Num rounded(Ratio ratio, int digits, boolean tiesToEven) {
        return (frame, row) -> {
            int code = ratio.split(frame, row);
            return code == Run.TRUE
                    ? Exact.divide(frame.numerator, frame.denominator, digits, tiesToEven)
                    : Run.missing(code);
        };
    }

    /** A date and days, or the days between two dates. */
    private static Part days(Checker checker, Expression.Operation operation, Part left, Part right) {
        boolean fromDate = left.type.kind() == ValueType.DATE;
        boolean twoDates = fromDate && right.type.kind() == ValueType.DATE;
        Part other = fromDate ? right : left;
        boolean plus = operation.operator() == Operator.PLUS;
        boolean minus = operation.operator() == Operator.MINUS;
        boolean fits = twoDates ? minus : other.type.kind() == ValueType.INTEGER && (plus || (minus && fromDate));
        if (!fits) {
            return Logic.incompatible(checker, operation, left, right);
        }
        Num a = left.num();
        Num b = right.num();
        Uses uses = checker.uses(left, right);
        List<Part.Child> children = Checker.children(left, right);
        if (twoDates) {
            return Part.num(
                    operation,
                    Type.INTEGER,
                    uses,
                    children,
                    (frame, row) -> Exact.subtract(a.get(frame, row), b.get(frame, row)));
        }
        return Part.num(operation, Type.DATE, uses, children, (frame, row) -> {
            long x = a.get(frame, row);
            long y = b.get(frame, row);
            long day = plus ? Exact.add(x, y) : Exact.subtract(x, y);
            return day < Exact.LIMIT || (day >= Calendar.FIRST_DAY && day <= Calendar.LAST_DAY) ? day : Exact.INVALID;
        });
    }

    static Part rounding(Checker checker, Expression.Call call) {
        Part part = checker.typed(call.arguments().get(0), ValueType.INTEGER, ValueType.DECIMAL);
        if (part.isError()) {
            return Part.error(call);
        }
        Unit unit = part.type.unit();
        List<Part.Child> children = Checker.children(part);
        if (call.function() == Function.ABS) {
            return abs(call, part, children);
        }
        int digits = 0;
        if (call.arguments().size() == 2) {
            Expression second = call.arguments().get(1);
            boolean literal = second instanceof Expression.Numeral number
                    && number.digits() == 0
                    && number.unscaled() <= Exact.MAX_DECLARED_DIGITS;
            if (!literal) {
                return checker.fail(
                        second, Finding.of(ExpressionFinding.NOT_LITERAL).with("expected", ValueType.INTEGER.text()));
            }
            digits = (int) ((Expression.Numeral) second).unscaled();
        }
        Type type = Type.number(digits, unit);
        if (call.function() == Function.ROUND) {
            return Part.num(call, type, part.uses, children, rounded(part.ratio(), digits, false));
        }
        if (!part.hasRatio()) {
            Num inner = part.num();
            int cut = part.type.digits();
            return Part.num(call, type, part.uses, children, (frame, row) -> Exact.cut(inner.get(frame, row), cut));
        }
        Ratio ratio = part.ratio();
        return Part.num(call, type, part.uses, children, (frame, row) -> {
            int code = ratio.split(frame, row);
            return code == Run.TRUE ? frame.numerator / frame.denominator : Run.missing(code);
        });
    }

    private static Part abs(Expression.Call call, Part part, List<Part.Child> children) {
        Num inner = part.num();
        Part abs = Part.num(call, part.type, part.uses, children, (frame, row) -> Exact.abs(inner.get(frame, row)));
        if (!part.hasRatio()) {
            return abs;
        }
        Ratio ratio = part.ratio();
        return abs.withRatio((frame, row) -> {
            int code = ratio.split(frame, row);
            frame.numerator = Math.abs(frame.numerator);
            frame.denominator = Math.abs(frame.denominator);
            return code;
        });
    }

    /** The least or greatest of several numbers or dates. */
    static Part extreme(Checker checker, Expression.Call call) {
        List<Part> parts = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            parts.add(checker.typed(argument, ValueType.INTEGER, ValueType.DECIMAL, ValueType.DATE));
        }
        Part[] all = parts.toArray(new Part[0]);
        if (Checker.anyError(all)) {
            return Part.error(call);
        }
        Type type = all[0].type;
        for (Part part : all) {
            if (part.type.isNumber() != type.isNumber()) {
                return Logic.incompatible(checker, call, all[0], part);
            }
            if (type.isNumber()) {
                @Nullable Unit unit = checker.unit(call, type.unit(), part.type.unit());
                type = Type.number(Math.max(type.digits(), part.type.digits()), unit);
            }
        }
        int digits = type.digits();
        Num[] numbers = parts.stream().map(part -> part.widened(digits)).toArray(Num[]::new);
        boolean greatest = call.function() == Function.MAX;
        return Part.num(call, type, checker.uses(all), Checker.children(all), (frame, row) -> {
            long found = numbers[0].get(frame, row);
            for (int i = 1; i < numbers.length; i++) {
                long next = numbers[i].get(frame, row);
                if (found < Exact.LIMIT || next < Exact.LIMIT) {
                    found = Exact.worse(found, next);
                } else {
                    found = greatest ? Math.max(found, next) : Math.min(found, next);
                }
            }
            return found;
        });
    }

    static Part dates(Checker checker, Expression.Call call) {
        if (call.function() == Function.TODAY) {
            Uses uses = Uses.today(checker.scope());
            return Part.num(call, Type.DATE, uses, List.of(), (frame, row) -> frame.cells[Scope.TODAY]);
        }
        if (call.function() == Function.DATE) {
            return literalDate(checker, call);
        }
        Part birth = checker.typed(call.arguments().get(0), ValueType.DATE);
        Part at = checker.typed(call.arguments().get(1), ValueType.DATE);
        if (Checker.anyError(birth, at)) {
            return Part.error(call);
        }
        Num from = birth.num();
        Num to = at.num();
        boolean years = call.function() == Function.AGE_YEARS;
        Num age = years
                ? (frame, row) -> Calendar.years(from.get(frame, row), to.get(frame, row))
                : (frame, row) -> Calendar.months(from.get(frame, row), to.get(frame, row));
        return Part.num(call, Type.INTEGER, checker.uses(birth, at), Checker.children(birth, at), age);
    }

    private static Part literalDate(Checker checker, Expression.Call call) {
        Expression argument = call.arguments().get(0);
        if (!(argument instanceof Expression.Text text)) {
            return checker.fail(
                    argument, Finding.of(ExpressionFinding.NOT_LITERAL).with("expected", ValueType.TEXT.text()));
        }
        try {
            long day = LocalDate.parse(text.value()).toEpochDay();
            if (day >= Calendar.FIRST_DAY && day <= Calendar.LAST_DAY) {
                return Part.literal(call, Type.DATE, day);
            }
        } catch (DateTimeException e) {
            // Reported below, like a year out of range.
        }
        return checker.fail(argument, Finding.of(ExpressionFinding.BAD_DATE).with("found", text.value()));
    }
}
