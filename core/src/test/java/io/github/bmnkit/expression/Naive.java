package io.github.bmnkit.expression;

import io.github.bmnkit.expression.Expression.Call;
import io.github.bmnkit.expression.Expression.Function;
import io.github.bmnkit.expression.Expression.Members;
import io.github.bmnkit.expression.Expression.Name;
import io.github.bmnkit.expression.Expression.Negation;
import io.github.bmnkit.expression.Expression.Operation;
import io.github.bmnkit.expression.Expression.Operator;
import io.github.bmnkit.expression.Expression.Pick;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Walks the tree and says what it means, slowly and independently of the compiler: on maps, with {@link BigDecimal},
 * {@link LocalDate} and {@link Pattern}.
 */
final class Naive {
    /** No value; broken if a calculation went out of range, whatever the answers say. */
    record Unknown(boolean broken) {}

    /** A count that lies between two bounds. */
    record Span(BigInteger low, BigInteger high, boolean broken) {}

    /** A fraction, not reduced. */
    record Fraction(BigInteger n, BigInteger d) {}

    private static final Unknown UNKNOWN = new Unknown(false);
    private static final Unknown BROKEN = new Unknown(true);
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE).add(BigInteger.valueOf(32));
    private static final BigInteger MOST = LEAST.negate();

    /** Wrong readings of the language, kept to show that the properties tell them from the right one. */
    enum Mistake {
        NONE,
        /** A comparison with something missing is false, and {@code !=} is true, as in JavaRosa. */
        BLANKS_COMPARE,
        /** Quotients are rounded before they are compared or cut. */
        ROUNDED_QUOTIENTS,
        /** A count that is not known has no bounds. */
        NO_BOUNDS,
        /** {@code coalesce} takes a refusal for a blank. */
        REFUSED_IS_BLANK,
        /** The first missing value tells the kind, not the worst. */
        FIRST_KIND,
        /** In a draft, what is not yet answered is taken for left blank. */
        DRAFT_IS_COMPLETE
    }

    private final Household household;
    private final Mistake mistake;
    private final Scope scope = Household.SCOPE;

    Naive(Household household) {
        this(household, Mistake.NONE);
    }

    Naive(Household household, Mistake mistake) {
        this.household = household;
        this.mistake = mistake;
    }

    private boolean isDraft() {
        return household.draft && mistake != Mistake.DRAFT_IS_COMPLETE;
    }

    /** The value as production would give it. */
    Value value(Expression expression, int row) {
        Object result = eval(expression, row);
        if (result instanceof Boolean truth) {
            return Value.of(Truth.of(truth));
        }
        if (result instanceof Unknown unknown) {
            return isCondition(expression) ? Value.of(Truth.UNKNOWN) : Value.of(why(expression, row, unknown));
        }
        return plain(result);
    }

    private static Value plain(Object result) {
        if (result instanceof BigDecimal number) {
            return Value.of(number);
        }
        if (result instanceof LocalDate date) {
            return Value.of(date);
        }
        if (result instanceof Value.Code code) {
            return code;
        }
        if (result instanceof Value.Codes codes) {
            return codes;
        }
        return Value.text((String) result);
    }

    /** Why it is unknown; only for an expression that is. */
    Missing why(Expression expression, int row) {
        return why(expression, row, (Unknown) eval(expression, row));
    }

    private Missing why(Expression expression, int row, Unknown unknown) {
        Missing worst = unknown.broken() ? Missing.INVALID : Missing.NOT_ASKED;
        for (Value value : read(expression, row, false)) {
            if (value instanceof Value.None || value instanceof Value.Between) {
                Missing kind = value instanceof Value.None none ? none.reason() : ((Value.Between) value).reason();
                if ((isDraft() && kind == Missing.NOT_ANSWERED) || mistake == Mistake.FIRST_KIND) {
                    return kind;
                }
                worst = worst.worse(kind);
            }
        }
        return worst;
    }

    /** All values that an expression reads, for all members within functions over the roster. */
    private List<Value> read(Expression expression, int row, boolean everyone) {
        List<Value> values = new ArrayList<>();
        if (expression instanceof Name name && !name.name().equals("member")) {
            boolean member = scope.symbol(name.name()).orElseThrow().level() == Level.MEMBER;
            if (member && everyone) {
                household.members.forEach(map -> values.add(map.get(name.name())));
            } else {
                values.add(household.get(name.name(), row));
            }
        }
        if (expression instanceof Call call && call.function() == Function.TODAY && household.today == null) {
            values.add(Value.of(Missing.INVALID));
        }
        boolean roster = expression instanceof Members
                || (expression instanceof Call call && (overRoster(call) || isSame(call)));
        if (expression instanceof Pick pick) {
            values.addAll(read(pick.position(), row, everyone));
            values.addAll(read(pick.value(), row, true));
            if (pick.where() != null) {
                values.addAll(read(pick.where(), row, true));
            }
            return values;
        }
        expression.parts().forEach(part -> values.addAll(read(part, row, everyone || roster)));
        return values;
    }

    private static boolean isSame(Call call) {
        return call.function() == Function.COUNT_SAME || call.function() == Function.COUNT_DUPLICATES;
    }

    private static boolean overRoster(Call call) {
        return switch (call.function()) {
            case COUNT, SUM, ANY, ALL, JOIN -> true;
            case MIN, MAX -> call.arguments().size() == 1;
            default -> false;
        };
    }

    Object eval(Expression expression, int row) {
        if (isBounded(expression)) {
            Object span = span(expression, row);
            if (span instanceof Span bounds) {
                return bounds.low().equals(bounds.high()) ? new BigDecimal(bounds.low()) : new Unknown(bounds.broken());
            }
            return span;
        }
        if (expression instanceof Expression.Numeral number) {
            return BigDecimal.valueOf(number.unscaled(), number.digits());
        }
        if (expression instanceof Expression.Text text) {
            return text.value();
        }
        if (expression instanceof Name name) {
            return plainOrUnknown(household.get(name.name(), row));
        }
        if (expression instanceof Negation negation) {
            return eval(negation.operand(), row) instanceof BigDecimal number
                    ? number.negate()
                    : eval(negation.operand(), row);
        }
        if (expression instanceof Operation operation) {
            return operation(operation, row);
        }
        if (expression instanceof Pick pick) {
            return pick(pick, row);
        }
        return call((Call) expression, row);
    }

    private static Object plainOrUnknown(Value value) {
        if (value instanceof Value.None none) {
            return new Unknown(none.reason() == Missing.INVALID);
        }
        if (value instanceof Value.Amount number) {
            return number.value();
        }
        if (value instanceof Value.Day day) {
            return day.value();
        }
        return value instanceof Value.Words words ? words.value() : value;
    }

    private Object operation(Operation operation, int row) {
        Operator operator = operation.operator();
        switch (operator) {
            case AND:
            case OR: {
                boolean decides = operator == Operator.OR;
                Object a = eval(operation.left(), row);
                Object b = eval(operation.right(), row);
                if (a.equals(decides) || b.equals(decides)) {
                    return decides;
                }
                return a instanceof Unknown || b instanceof Unknown ? worst(a, b) : (Object) !decides;
            }
            case EQUAL:
            case NOT_EQUAL:
            case LESS:
            case LESS_OR_EQUAL:
            case GREATER:
            case GREATER_OR_EQUAL:
                return compare(operation, row);
            default:
                return arithmetic(operation, row);
        }
    }

    private static Unknown worst(Object... operands) {
        for (Object operand : operands) {
            if (operand instanceof Unknown unknown && unknown.broken()) {
                return BROKEN;
            }
        }
        return UNKNOWN;
    }

    private Object compare(Operation operation, int row) {
        Expression left = operation.left();
        Expression right = operation.right();
        if (isBlank(left) || isBlank(right)) {
            return blank(isBlank(right) ? left : right, operation.operator() == Operator.EQUAL, row);
        }
        Operator operator = operation.operator();
        if ((hasFraction(left) || hasFraction(right)) && mistake != Mistake.ROUNDED_QUOTIENTS) {
            Object a = fraction(left, row);
            Object b = fraction(right, row);
            if (a instanceof Fraction x && b instanceof Fraction y) {
                int sign = x.d().signum() * y.d().signum();
                return holds(operator, sign * x.n().multiply(y.d()).compareTo(y.n().multiply(x.d())));
            }
            return worst(a, b);
        }
        if ((isBounded(left) || isBounded(right)) && mistake != Mistake.NO_BOUNDS) {
            return compareSpans(operator, left, right, row);
        }
        Object a = eval(left, row);
        Object b = eval(right, row);
        if (a instanceof Unknown || b instanceof Unknown) {
            return mistake == Mistake.BLANKS_COMPARE ? (Object) (operator == Operator.NOT_EQUAL) : worst(a, b);
        }
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return holds(operator, x.compareTo(y));
        }
        if (a instanceof LocalDate x && b instanceof LocalDate y) {
            return holds(operator, x.compareTo(y));
        }
        return holds(operator, written(a).equals(written(b)) ? 0 : 1);
    }

    private Object compareSpans(Operator operator, Expression left, Expression right, int row) {
        BigDecimal[] low = new BigDecimal[2];
        BigDecimal[] high = new BigDecimal[2];
        boolean broken = false;
        Object[] operands = {
            isBounded(left) ? span(left, row) : eval(left, row), isBounded(right) ? span(right, row) : eval(right, row)
        };
        if (operands[0] instanceof Unknown || operands[1] instanceof Unknown) {
            return worst(operands);
        }
        for (int i = 0; i < 2; i++) {
            if (operands[i] instanceof Span span) {
                low[i] = new BigDecimal(span.low());
                high[i] = new BigDecimal(span.high());
                broken |= span.broken() && !span.low().equals(span.high());
            } else {
                low[i] = (BigDecimal) operands[i];
                high[i] = low[i];
            }
        }
        Set<Integer> possible = new TreeSet<>();
        int least = low[0].compareTo(high[1]);
        int most = high[0].compareTo(low[1]);
        for (int order = least; order <= most; order++) {
            possible.add(order);
        }
        boolean some = possible.stream().anyMatch(order -> holds(operator, order));
        boolean all = possible.stream().allMatch(order -> holds(operator, order));
        return some == all ? (Object) some : new Unknown(broken);
    }

    private static boolean holds(Operator operator, int order) {
        return switch (operator) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
        };
    }

    private static boolean isBlank(Expression expression) {
        return expression.equals(new Expression.Text(""));
    }

    private Object blank(Expression tested, boolean ifBlank, int row) {
        Object value = eval(tested, row);
        if (value instanceof Unknown unknown) {
            return isDraft() && why(tested, row, unknown) == Missing.NOT_ANSWERED ? UNKNOWN : (Object) ifBlank;
        }
        return value.equals("") == ifBlank;
    }

    private Object arithmetic(Operation operation, int row) {
        Operator operator = operation.operator();
        if (operator == Operator.DIV) {
            return fraction(operation, row) instanceof Fraction fraction
                    ? fit(rounded(fraction, 9, RoundingMode.HALF_EVEN))
                    : fraction(operation, row);
        }
        boolean product = operator == Operator.TIMES;
        Object a = widened(eval(operation.left(), row), product ? 0 : digits(operation));
        Object b = widened(eval(operation.right(), row), product ? 0 : digits(operation));
        if (a instanceof Unknown || b instanceof Unknown) {
            return worst(a, b);
        }
        if (a instanceof LocalDate || b instanceof LocalDate) {
            return days(operator, a, b);
        }
        BigDecimal x = (BigDecimal) a;
        BigDecimal y = (BigDecimal) b;
        if (product) {
            return fit(x.multiply(y));
        }
        if (operator == Operator.MOD) {
            return y.signum() == 0 ? BROKEN : x.remainder(y).setScale(digits(operation));
        }
        return fit(operator == Operator.PLUS ? x.add(y) : x.subtract(y));
    }

    private static Object days(Operator operator, Object a, Object b) {
        if (a instanceof LocalDate x && b instanceof LocalDate y) {
            return BigDecimal.valueOf(ChronoUnit.DAYS.between(y, x));
        }
        LocalDate date = (LocalDate) (a instanceof LocalDate ? a : b);
        long days = ((BigDecimal) (a instanceof LocalDate ? b : a)).longValueExact();
        try {
            LocalDate result = operator == Operator.PLUS ? date.plusDays(days) : date.minusDays(days);
            return result.getYear() >= 1 && result.getYear() <= 9999 ? result : BROKEN;
        } catch (DateTimeException | ArithmeticException e) {
            return BROKEN;
        }
    }

    private static BigDecimal rounded(Fraction fraction, int digits, RoundingMode mode) {
        return new BigDecimal(fraction.n()).divide(new BigDecimal(fraction.d()), digits, mode);
    }

    private static Object fit(BigDecimal number) {
        return isIn(number.unscaledValue()) ? number : BROKEN;
    }

    private static boolean isIn(BigInteger number) {
        return number.compareTo(LEAST) >= 0 && number.compareTo(MOST) <= 0;
    }

    private boolean hasFraction(Expression expression) {
        if (expression instanceof Negation negation) {
            return hasFraction(negation.operand());
        }
        if (expression instanceof Operation operation) {
            return switch (operation.operator()) {
                case DIV -> true;
                case PLUS, MINUS, TIMES -> hasFraction(operation.left()) || hasFraction(operation.right());
                default -> false;
            };
        }
        if (expression instanceof Call call) {
            List<Expression> arguments = call.arguments();
            return switch (call.function()) {
                case ABS -> hasFraction(arguments.get(0));
                case IF -> hasFraction(arguments.get(1)) || hasFraction(arguments.get(2));
                case COALESCE -> hasFraction(arguments.get(0)) || hasFraction(arguments.get(1));
                case NUMBER -> isTextual(arguments.get(0)) || hasFraction(arguments.get(0));
                default -> false;
            };
        }
        return false;
    }

    private boolean isTextual(Expression expression) {
        if (expression instanceof Name name) {
            Symbol symbol = scope.symbol(name.name()).orElseThrow();
            return symbol.type() == ValueType.TEXT
                    || (symbol.codes() != null && symbol.codes().isOpen());
        }
        if (expression instanceof Pick pick) {
            return isTextual(pick.value());
        }
        if (expression instanceof Call call) {
            return switch (call.function()) {
                case SUBSTR, CONCAT, STRING -> true;
                case IF -> call.arguments().subList(1, 3).stream().anyMatch(arm -> !isBlank(arm) && isTextual(arm));
                case COALESCE -> isTextual(call.arguments().get(0));
                default -> false;
            };
        }
        return expression instanceof Expression.Text;
    }

    /** A fraction, each step within the range of a long; or unknown. */
    private Object fraction(Expression expression, int row) {
        if (!hasFraction(expression)) {
            Object value = eval(expression, row);
            return value instanceof BigDecimal number
                    ? new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()))
                    : value;
        }
        if (expression instanceof Negation negation) {
            return fraction(negation.operand(), row) instanceof Fraction f
                    ? new Fraction(f.n().negate(), f.d())
                    : fraction(negation.operand(), row);
        }
        if (expression instanceof Operation operation) {
            return combined(operation, row);
        }
        Call call = (Call) expression;
        List<Expression> arguments = call.arguments();
        switch (call.function()) {
            case ABS:
                return fraction(arguments.get(0), row) instanceof Fraction f
                        ? new Fraction(f.n().abs(), f.d().abs())
                        : fraction(arguments.get(0), row);
            case IF: {
                Object test = eval(arguments.get(0), row);
                if (test instanceof Unknown) {
                    return test;
                }
                Expression branch = arguments.get(test.equals(true) ? 1 : 2);
                return isBlank(branch) ? UNKNOWN : fraction(branch, row);
            }
            case COALESCE: {
                Object first = fraction(arguments.get(0), row);
                return first instanceof Unknown unknown ? otherwise(arguments, unknown, row, true) : first;
            }
            default: {
                if (!isTextual(arguments.get(0))) {
                    return fraction(arguments.get(0), row);
                }
                Object text = eval(arguments.get(0), row);
                return text instanceof Unknown ? text : read(written(text));
            }
        }
    }

    private static Object read(String text) {
        if (!text.matches("-?[0-9]+(\\.[0-9]+)?")
                || text.replaceAll("[^0-9]", "").length() > 18) {
            return BROKEN;
        }
        BigDecimal number = new BigDecimal(text);
        return new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }

    private Object combined(Operation operation, int row) {
        Object left = fraction(operation.left(), row);
        Object right = fraction(operation.right(), row);
        if (!(left instanceof Fraction a) || !(right instanceof Fraction b)) {
            return worst(left, right);
        }
        BigInteger[] steps = switch (operation.operator()) {
            case PLUS, MINUS -> {
                BigInteger x = a.n().multiply(b.d());
                BigInteger y = b.n().multiply(a.d());
                BigInteger n = operation.operator() == Operator.PLUS ? x.add(y) : x.subtract(y);
                yield new BigInteger[] {n, a.d().multiply(b.d()), x, y};
            }
            case TIMES -> new BigInteger[] {a.n().multiply(b.n()), a.d().multiply(b.d())};
            default -> new BigInteger[] {a.n().multiply(b.d()), a.d().multiply(b.n())};
        };
        for (BigInteger step : steps) {
            if (!isIn(step)) {
                return BROKEN;
            }
        }
        return steps[1].signum() == 0 ? BROKEN : new Fraction(steps[0], steps[1]);
    }

    private Object otherwise(List<Expression> arguments, Unknown unknown, int row, boolean asFraction) {
        Missing kind = why(arguments.get(0), row, unknown);
        boolean gives = kind == Missing.NOT_ASKED || (kind == Missing.NOT_ANSWERED && !isDraft());
        gives |= kind != Missing.INVALID && mistake == Mistake.REFUSED_IS_BLANK;
        if (!gives) {
            return new Unknown(kind == Missing.INVALID);
        }
        if (isBlank(arguments.get(1))) {
            return UNKNOWN;
        }
        return asFraction ? fraction(arguments.get(1), row) : eval(arguments.get(1), row);
    }

    /** The digits after the point that an expression has, whatever its value. */
    private int digits(Expression expression) {
        if (expression instanceof Expression.Numeral number) {
            return number.digits();
        }
        if (expression instanceof Name name) {
            return scope.symbol(name.name()).orElseThrow().digits();
        }
        if (expression instanceof Negation negation) {
            return digits(negation.operand());
        }
        if (expression instanceof Operation operation) {
            int a = digits(operation.left());
            int b = digits(operation.right());
            return switch (operation.operator()) {
                case TIMES -> a + b;
                case DIV -> 9;
                default -> Math.max(a, b);
            };
        }
        if (expression instanceof Pick pick) {
            return digits(pick.value());
        }
        if (expression instanceof Members members) {
            return members.value() == null ? 0 : digits(members.value());
        }
        if (expression instanceof Call call) {
            List<Expression> arguments = call.arguments();
            return switch (call.function()) {
                case IF -> Math.max(digits(arguments.get(1)), digits(arguments.get(2)));
                case COALESCE, MIN, MAX ->
                    arguments.stream().mapToInt(this::digits).max().orElse(0);
                case SUM, ABS -> digits(arguments.get(0));
                case NUMBER -> isTextual(arguments.get(0)) ? 9 : digits(arguments.get(0));
                case ROUND -> arguments.size() == 1 ? 0 : (int) ((Expression.Numeral) arguments.get(1)).unscaled();
                default -> 0;
            };
        }
        return 0;
    }

    private static boolean isCondition(Expression expression) {
        if (expression instanceof Operation operation) {
            return operation.operator().precedence() < Operator.PLUS.precedence();
        }
        return expression instanceof Call call
                && switch (call.function()) {
                    case NOT, TRUE, FALSE, SELECTED, ANY, ALL, REGEX, THAI_ID_VALID -> true;
                    case IF -> isCondition(call.arguments().get(1));
                    default -> false;
                };
    }

    boolean isBounded(Expression expression) {
        if (expression instanceof Name name) {
            return scope.symbol(name.name()).map(Symbol::bounded).orElse(false);
        }
        if (expression instanceof Operation operation) {
            return operation.operator() == Operator.PLUS
                    && digits(operation) == 0
                    && (isBounded(operation.left()) || isBounded(operation.right()));
        }
        if (!(expression instanceof Call call)) {
            return false;
        }
        return switch (call.function()) {
            case COUNT, COUNT_SAME, COUNT_DUPLICATES -> true;
            case SUM -> flag(call) != null;
            case IF ->
                digits(call) == 0
                        && (isBounded(call.arguments().get(1))
                                || isBounded(call.arguments().get(2)));
            default -> false;
        };
    }

    private static @Nullable Expression flag(Call sum) {
        return sum.arguments().get(0) instanceof Members members
                        && members.value() instanceof Call call
                        && call.function() == Function.IF
                        && call.arguments().get(1).toString().equals("1")
                        && call.arguments().get(2).toString().equals("0")
                ? call.arguments().get(0)
                : null;
    }

    private Object span(Expression expression, int row) {
        if (expression instanceof Name name) {
            Value value = household.get(name.name(), row);
            if (value instanceof Value.Between between) {
                return new Span(
                        BigInteger.valueOf(between.minInclusive()),
                        BigInteger.valueOf(between.maxInclusive()),
                        between.reason() == Missing.INVALID);
            }
            return exactSpan(plainOrUnknown(value));
        }
        if (!isBounded(expression)) {
            return isBlank(expression) ? UNKNOWN : exactSpan(eval(expression, row));
        }
        if (expression instanceof Operation operation) {
            Object left = span(operation.left(), row);
            Object right = span(operation.right(), row);
            if (!(left instanceof Span a) || !(right instanceof Span b)) {
                return worst(left, right);
            }
            BigInteger low = a.low().add(b.low());
            BigInteger high = a.high().add(b.high());
            boolean broken = (a.broken() && !a.low().equals(a.high()))
                    || (b.broken() && !b.low().equals(b.high()));
            return isIn(low) && isIn(high) ? new Span(low, high, broken) : BROKEN;
        }
        Call call = (Call) expression;
        if (call.function() == Function.IF) {
            Object test = eval(call.arguments().get(0), row);
            return test instanceof Unknown ? test : span(call.arguments().get(test.equals(true) ? 1 : 2), row);
        }
        return counted(call, row);
    }

    private static Object exactSpan(Object value) {
        return value instanceof BigDecimal number
                ? new Span(number.toBigIntegerExact(), number.toBigIntegerExact(), false)
                : value;
    }

    private Object counted(Call call, int row) {
        int sure = 0;
        int open = 0;
        boolean broken = false;
        for (int i = 0; i < household.members.size(); i++) {
            Object holds;
            if (call.function() == Function.COUNT_SAME) {
                holds = same(call.arguments(), row, i);
            } else if (call.function() == Function.COUNT_DUPLICATES) {
                Object any = false;
                for (int j = 0; j < household.members.size(); j++) {
                    any = j == i ? any : or(any, same(call.arguments(), i, j));
                }
                holds = any;
            } else {
                Expression argument = call.arguments().get(0);
                holds = where(argument, i);
                Expression flag = call.function() == Function.SUM ? flag(call) : null;
                holds = flag == null ? holds : and(holds, eval(flag, i));
            }
            sure += holds.equals(true) ? 1 : 0;
            open += holds instanceof Unknown ? 1 : 0;
            broken |= holds.equals(BROKEN);
        }
        return new Span(BigInteger.valueOf(sure), BigInteger.valueOf(sure + open), broken);
    }

    private Object where(Expression argument, int row) {
        return argument instanceof Members members && members.where() != null ? eval(members.where(), row) : true;
    }

    private static Object and(Object a, Object b) {
        if (a.equals(false) || b.equals(false)) {
            return false;
        }
        return a instanceof Unknown || b instanceof Unknown ? worst(a, b) : (Object) true;
    }

    private static Object or(Object a, Object b) {
        if (a.equals(true) || b.equals(true)) {
            return true;
        }
        return a instanceof Unknown || b instanceof Unknown ? worst(a, b) : (Object) false;
    }

    private static Object not(Object a) {
        return a instanceof Boolean truth ? (Object) !truth : a;
    }

    private Object same(List<Expression> values, int one, int other) {
        Object same = true;
        for (Expression value : values) {
            Object a = eval(value, one);
            Object b = eval(value, other);
            same = and(same, a instanceof Unknown || b instanceof Unknown ? worst(a, b) : (Object) a.equals(b));
        }
        return same;
    }

    private Object pick(Pick pick, int row) {
        Object position = eval(pick.position(), row);
        if (position instanceof Unknown) {
            return position;
        }
        int left = ((BigDecimal) position)
                .min(BigDecimal.valueOf(1000))
                .max(BigDecimal.ZERO)
                .intValueExact();
        for (int i = 0; i < household.members.size(); i++) {
            Object holds = pick.where() == null ? true : eval(pick.where(), i);
            if (holds instanceof Unknown) {
                return holds;
            }
            left -= holds.equals(true) ? 1 : 0;
            if (left == 0 && holds.equals(true)) {
                return eval(pick.value(), i);
            }
        }
        return UNKNOWN;
    }

    private Object call(Call call, int row) {
        List<Expression> arguments = call.arguments();
        switch (call.function()) {
            case TRUE:
                return true;
            case FALSE:
                return false;
            case NOT:
                return not(eval(arguments.get(0), row));
            case IF: {
                Object test = eval(arguments.get(0), row);
                if (test instanceof Unknown) {
                    return test;
                }
                Expression branch = arguments.get(test.equals(true) ? 1 : 2);
                return isBlank(branch) ? UNKNOWN : widened(eval(branch, row), digits(call));
            }
            case COALESCE: {
                Object first = eval(arguments.get(0), row);
                Object value = first instanceof Unknown unknown ? otherwise(arguments, unknown, row, false) : first;
                return first instanceof Unknown || !(widened(first, digits(call)) instanceof Unknown)
                        ? widened(value, digits(call))
                        : otherwiseBroken(arguments, row, digits(call));
            }
            case POSITION:
                return BigDecimal.valueOf(row + 1);
            case TODAY:
                return household.today == null ? BROKEN : household.today;
            case DATE:
                return LocalDate.parse(((Expression.Text) arguments.get(0)).value());
            case SUM:
            case ANY:
            case ALL:
            case JOIN:
                return overMembers(call, row);
            case MIN:
            case MAX:
                return arguments.size() == 1 ? overMembers(call, row) : extreme(call, row);
            case INT:
            case ROUND:
                return rounding(call, row);
            case NUMBER:
                return number(call, row);
            default:
                return plainFunction(call, row);
        }
    }

    /** A first value that cannot be written with the digits of both is out of range, and so it is not there. */
    private Object otherwiseBroken(List<Expression> arguments, int row, int digits) {
        return widened(otherwise(arguments, BROKEN, row, false), digits);
    }

    private static Object widened(Object value, int digits) {
        return value instanceof BigDecimal number && number.scale() < digits ? fit(number.setScale(digits)) : value;
    }

    private Object rounding(Call call, int row) {
        Expression argument = call.arguments().get(0);
        if (call.function() == Function.INT && (!hasFraction(argument) || mistake == Mistake.ROUNDED_QUOTIENTS)) {
            Object value = eval(argument, row);
            return value instanceof BigDecimal number ? number.setScale(0, RoundingMode.DOWN) : value;
        }
        Object exact = fraction(argument, row);
        if (!(exact instanceof Fraction fraction)) {
            return exact;
        }
        if (call.function() == Function.INT) {
            return new BigDecimal(fraction.n().divide(fraction.d()));
        }
        int digits = digits(call);
        boolean negative = fraction.n().signum() * fraction.d().signum() < 0;
        return fit(rounded(fraction, digits, negative ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP));
    }

    private Object number(Call call, int row) {
        Expression argument = call.arguments().get(0);
        if (isTextual(argument)) {
            Object exact = fraction(call, row);
            return exact instanceof Fraction fraction ? fit(rounded(fraction, 9, RoundingMode.HALF_EVEN)) : exact;
        }
        Object value = eval(argument, row);
        if (value instanceof Value.Code code) {
            return code.value().matches("-?[0-9]{1,18}") ? new BigDecimal(code.value()).setScale(0) : BROKEN;
        }
        return value;
    }

    private Object extreme(Call call, int row) {
        List<Object> values = new ArrayList<>();
        call.arguments().forEach(argument -> values.add(widened(eval(argument, row), digits(call))));
        if (values.stream().anyMatch(Unknown.class::isInstance)) {
            return worst(values.toArray());
        }
        Object found = values.get(0);
        for (Object value : values) {
            int order = value instanceof LocalDate date
                    ? date.compareTo((LocalDate) found)
                    : ((BigDecimal) value).compareTo((BigDecimal) found);
            found = order != 0 && (call.function() == Function.MAX) == order > 0 ? value : found;
        }
        return found;
    }

    private Object overMembers(Call call, int row) {
        Expression argument = call.arguments().get(call.arguments().size() - 1);
        Expression value = argument instanceof Members members ? members.value() : argument;
        if (call.function() == Function.ANY || call.function() == Function.ALL) {
            boolean any = call.function() == Function.ANY;
            Object result = !any;
            for (int i = 0; i < household.members.size(); i++) {
                Object where = where(argument, i);
                Object holds = value == null ? true : eval(value, i);
                result = any ? or(result, and(where, holds)) : and(result, or(not(where), holds));
            }
            return result;
        }
        List<Object> taken = new ArrayList<>();
        for (int i = 0; i < household.members.size(); i++) {
            Object where = where(argument, i);
            if (where.equals(false)) {
                continue;
            }
            Object one = where instanceof Unknown ? where : eval(value, i);
            boolean skipped = one instanceof Unknown unknown
                    && !(where instanceof Unknown)
                    && why(value, i, unknown) == Missing.NOT_ASKED;
            if (!skipped) {
                taken.add(one);
            }
        }
        if (taken.stream().anyMatch(Unknown.class::isInstance)) {
            return worst(taken.toArray());
        }
        switch (call.function()) {
            case SUM: {
                BigDecimal sum = BigDecimal.ZERO.setScale(digits(call));
                for (Object one : taken) {
                    sum = sum.add((BigDecimal) one);
                }
                return fit(sum);
            }
            case JOIN: {
                Set<String> chosen = new TreeSet<>();
                taken.forEach(one -> chosen.addAll(((Value.Codes) one).value()));
                return Value.codes(
                        Household.USES.codes().stream().filter(chosen::contains).toList());
            }
            default: {
                Object found = null;
                for (Object one : taken) {
                    int order = found == null
                            ? 0
                            : one instanceof LocalDate date
                                    ? date.compareTo((LocalDate) found)
                                    : ((BigDecimal) one).compareTo((BigDecimal) found);
                    boolean better = (call.function() == Function.MAX) == order > 0 && order != 0;
                    found = found == null || better ? one : found;
                }
                return found == null ? UNKNOWN : found;
            }
        }
    }

    private Object plainFunction(Call call, int row) {
        List<Object> values = new ArrayList<>();
        call.arguments().forEach(argument -> values.add(eval(argument, row)));
        if (values.stream().anyMatch(Unknown.class::isInstance)) {
            return worst(values.toArray());
        }
        Object first = values.get(0);
        switch (call.function()) {
            case SELECTED:
                return first instanceof Value.Codes codes
                        ? codes.value().contains(written(values.get(1)))
                        : (Object) written(first).equals(written(values.get(1)));
            case COUNT_SELECTED:
                return BigDecimal.valueOf(((Value.Codes) first).value().size());
            case ABS:
                return ((BigDecimal) first).abs();
            case STRING:
            case CONCAT:
                return values.stream().map(Naive::written).reduce("", String::concat);
            case STRING_LENGTH:
                return BigDecimal.valueOf(written(first).length());
            case SUBSTR:
                return substr(written(first), values);
            case REGEX:
                return Pattern.matches((String) values.get(1), written(first));
            case THAI_ID_VALID:
                return isThaiId(written(first));
            case ATTRIBUTE:
                return attribute(call, written(first));
            case AGE_YEARS:
            case AGE_MONTHS: {
                LocalDate birth = (LocalDate) first;
                LocalDate at = (LocalDate) values.get(1);
                Period age = Period.between(birth, at);
                boolean years = call.function() == Function.AGE_YEARS;
                return birth.isAfter(at) ? BROKEN : BigDecimal.valueOf(years ? age.getYears() : age.toTotalMonths());
            }
            default:
                throw new IllegalArgumentException("no such function: " + call);
        }
    }

    private Object attribute(Call call, String code) {
        Codes codes = call.arguments().get(0).toString().contains("job") ? Household.JOBS : Household.RELATIONS;
        String name = ((Expression.Text) call.arguments().get(1)).value();
        Codes.Attribute attribute = codes.attribute(name).orElseThrow();
        Object found = attribute.values() == null
                ? attribute.numbers().get(code)
                : attribute.codes().get(code);
        if (found == null) {
            return BROKEN;
        }
        return found instanceof Long number ? BigDecimal.valueOf(number) : Value.code((String) found);
    }

    private static String substr(String text, List<Object> values) {
        BigDecimal[] places = new BigDecimal[] {(BigDecimal) values.get(1), null};
        places[1] = values.size() == 3 ? (BigDecimal) values.get(2) : BigDecimal.valueOf(text.length());
        int[] at = new int[2];
        for (int i = 0; i < 2; i++) {
            BigDecimal place = places[i].signum() < 0 ? places[i].add(BigDecimal.valueOf(text.length())) : places[i];
            at[i] = place.max(BigDecimal.ZERO)
                    .min(BigDecimal.valueOf(text.length()))
                    .intValueExact();
        }
        return at[0] <= at[1] ? text.substring(at[0], at[1]) : "";
    }

    private static boolean isThaiId(String text) {
        if (!text.matches("[0-9]{13}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (13 - i) * Character.getNumericValue(text.charAt(i));
        }
        return (11 - sum % 11) % 10 == Character.getNumericValue(text.charAt(12));
    }

    private static String written(Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value instanceof Value.Code code ? code.value() : value.toString();
    }
}
