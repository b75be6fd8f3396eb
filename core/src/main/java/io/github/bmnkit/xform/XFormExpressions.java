package io.github.bmnkit.xform;

import io.github.bmnkit.expression.Expression;
import io.github.bmnkit.expression.Expression.Function;
import io.github.bmnkit.expression.Expression.Operator;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Symbol;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Translates expressions to the XPath of ODK. What XPath has no words for becomes a helper: a calculation that is not
 * shown. Clients calculate with binary floating point, so sums and products of decimals are rounded to the digits that
 * they can have, and quotients are taken of whole numbers; then they agree with exact arithmetic.
 */
final class XFormExpressions {
    /** Where an expression is evaluated, and so what a name of the member is called. */
    private enum At {
        /** At a value of the household, where no member is meant. */
        HOUSEHOLD(""),
        /** At a value of the member. */
        OWN("../"),
        /** Within a predicate that reads the member at whose value the whole expression stands. */
        OUTER("current()/../"),
        /** Within a predicate on the members, of the member in turn. */
        MEMBER("./");

        private final String prefix;

        At(String prefix) {
            this.prefix = prefix;
        }
    }

    /** A calculation that the form does not have. */
    record Helper(String name, Level level, ValueType type, String calculate) {}

    private final Questionnaire form;
    private final XFormPaths paths;
    private final Map<String, Helper> helpers;
    private final @Nullable String self;
    private final XFormTypes types;

    private XFormExpressions(Questionnaire form, XFormPaths paths, Map<String, Helper> helpers, @Nullable String self) {
        this.form = form;
        this.paths = paths;
        this.helpers = helpers;
        this.self = self;
        this.types = new XFormTypes(form, self);
    }

    XFormExpressions(Questionnaire form, XFormPaths paths) {
        this(form, paths, new LinkedHashMap<>(), null);
    }

    /** For the constraint of a question, in which the answer is what was just entered. */
    XFormExpressions constraintOf(String question) {
        return new XFormExpressions(form, paths, helpers, question);
    }

    /** Translates an expression that stands at a value of a level; numbers in place of a code are its text. */
    String translate(Expression expression, Level level, boolean asCode) {
        return open(expression, level == Level.MEMBER ? At.OWN : At.HOUSEHOLD, false, asCode);
    }

    /** The helpers that the translations so far use. */
    List<Helper> helpers() {
        return List.copyOf(helpers.values());
    }

    static String quote(String text) {
        if (text.indexOf('\'') < 0) {
            return "'" + text + "'";
        }
        return text.indexOf('"') < 0 ? '"' + text + '"' : "concat('" + text.replace("'", "', \"'\", '") + "')";
    }

    private String closed(Expression expression, At at, boolean exact) {
        return closed(expression, at, exact, false);
    }

    private String closed(Expression expression, At at, boolean exact, boolean asCode) {
        String text = open(expression, at, exact, asCode);
        return expression instanceof Expression.Operation || expression instanceof Expression.Negation
                ? "(" + text + ")"
                : text;
    }

    private String open(Expression expression, At at) {
        return open(expression, at, false, false);
    }

    /** Fractions that are exact are kept as they are, all others are rounded to 9 digits. */
    private String open(Expression expression, At at, boolean exact, boolean asCode) {
        if (expression instanceof Expression.Numeral number) {
            String digits =
                    BigDecimal.valueOf(number.unscaled(), number.digits()).toPlainString();
            return asCode ? quote(digits) : digits;
        }
        if (expression instanceof Expression.Text text) {
            return quote(text.value());
        }
        if (expression instanceof Expression.Name name) {
            return name(name.name(), at);
        }
        if (expression instanceof Expression.Self) {
            return ".";
        }
        if (expression instanceof Expression.Negation negation) {
            return "-" + closed(negation.operand(), at, exact);
        }
        if (expression instanceof Expression.Operation operation) {
            return operation(operation, at, exact);
        }
        if (expression instanceof Expression.Pick pick) {
            return pick(pick, at, asCode);
        }
        if (expression instanceof Expression.Call call) {
            return call(call, at, exact, asCode);
        }
        throw new IllegalArgumentException("members without a function: " + expression);
    }

    private String name(String name, At at) {
        if (name.equals(self)) {
            return ".";
        }
        String household = paths.household(name);
        return household == null ? at.prefix + name : household;
    }

    private String operation(Expression.Operation operation, At at, boolean exact) {
        Expression left = operation.left();
        Expression right = operation.right();
        String symbol = ' ' + operation.operator().symbol() + ' ';
        return switch (operation.operator()) {
            case AND, OR -> joined(left, operation.operator(), at) + symbol + joined(right, operation.operator(), at);
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> comparison(operation, at);
            case PLUS, MINUS, TIMES -> {
                String text = closed(left, at, exact) + symbol + closed(right, at, exact);
                int digits = types.digits(operation);
                if (types.of(operation) == ValueType.DATE) {
                    yield "date(" + text + ")";
                }
                yield digits == 0 || (exact && types.isFraction(operation)) ? text : round(text, digits);
            }
            case DIV -> quotient(left, right, at, exact);
            case MOD -> remainder(left, right, at);
        };
    }

    /** What stands beside "and" or "or" needs brackets only if it is the other of the two. */
    private String joined(Expression operand, Operator operator, At at) {
        boolean other = operand instanceof Expression.Operation inner
                && inner.operator() != operator
                && (inner.operator() == Operator.AND || inner.operator() == Operator.OR);
        return other ? closed(operand, at, false) : open(operand, at);
    }

    private static String round(String text, int digits) {
        return "round(" + text + ", " + digits + ")";
    }

    private static String power(int digits) {
        return BigDecimal.ONE.movePointRight(digits).toPlainString();
    }

    private String comparison(Expression.Operation operation, At at) {
        Expression left = operation.left();
        Expression right = operation.right();
        String symbol = ' ' + operation.operator().symbol() + ' ';
        if (types.isBlank(left) || types.isBlank(right)) {
            return blank(types.isBlank(right) ? left : right, symbol, at);
        }
        boolean codes = types.isCode(left) || types.isCode(right);
        return closed(left, at, true, codes) + symbol + closed(right, at, true, codes);
    }

    /** A name without a value is an empty text, but what is calculated of it is not a number. */
    private String blank(Expression tested, String symbol, At at) {
        boolean calculated =
                types.symbol(tested).isEmpty() && (types.isNumber(tested) || types.of(tested) == ValueType.DATE);
        return calculated
                ? "string(number(" + open(tested, at) + "))" + symbol + "'NaN'"
                : closed(tested, at, false) + symbol + "''";
    }

    private String quotient(Expression left, Expression right, At at, boolean exact) {
        boolean fraction = types.isFraction(left) || types.isFraction(right);
        int digits = fraction ? 0 : Math.max(types.digits(left), types.digits(right));
        String dividend = whole(closed(left, at, true), digits);
        String quotient;
        if (right instanceof Expression.Numeral number && number.unscaled() != 0) {
            quotient = dividend + " div " + whole(closed(right, at, true), digits);
        } else {
            String divisor = simple(right, at);
            quotient = "if(" + divisor + " != 0, " + dividend + " div " + whole(divisor, digits) + ", '')";
        }
        return exact ? quotient : round(quotient, XFormTypes.QUOTIENT_DIGITS);
    }

    private static String whole(String text, int digits) {
        return digits == 0 ? text : "round(" + text + " * " + power(digits) + ")";
    }

    private String remainder(Expression left, Expression right, At at) {
        int digits = Math.max(types.digits(left), types.digits(right));
        String text = whole(closed(left, at, false), digits) + " mod " + whole(closed(right, at, false), digits);
        return digits == 0 ? text : round("(" + text + ") div " + power(digits), digits);
    }

    /** Something that is short enough to be said twice. */
    private String simple(Expression expression, At at) {
        boolean leaf = expression.parts().isEmpty();
        boolean literal = expression instanceof Expression.Call call && call.function() == Function.DATE;
        return leaf || literal || reads(expression)
                ? closed(expression, at, true)
                : helper(expression, at, true, false);
    }

    /** Whether an expression reads the answer that was just entered, which no other calculation knows. */
    private boolean reads(Expression expression) {
        return expression instanceof Expression.Self
                || (expression instanceof Expression.Name name && name.name().equals(self))
                || expression.parts().stream().anyMatch(this::reads);
    }

    /** Has an expression calculated elsewhere: with the household, or with each member. */
    private String helper(Expression expression, At at, boolean exact, boolean asCode) {
        Level level = at == At.HOUSEHOLD ? Level.HOUSEHOLD : Level.MEMBER;
        At place = level == Level.MEMBER ? At.OWN : At.HOUSEHOLD;
        String key = (exact ? "exact " : "") + (asCode ? "code " : "") + expression;
        return name(helper(level, key, types.of(expression), () -> fresh().open(expression, place, exact, asCode)), at);
    }

    private String helper(Level level, String key, ValueType type, Supplier<String> calculate) {
        String place = level + " " + key;
        Helper known = helpers.get(place);
        if (known == null) {
            String text = calculate.get();
            known = new Helper(paths.helper(level), level, type, text);
            helpers.put(place, known);
        }
        return known.name();
    }

    private String call(Expression.Call call, At at, boolean exact, boolean asCode) {
        List<Expression> arguments = call.arguments();
        return switch (call.function()) {
            case IF, COALESCE -> choice(call, at, exact, asCode);
            case MIN, MAX -> arguments.size() == 1 ? rosterExtreme(call) : extreme(call, at);
            case COUNT -> "count(" + members(arguments.get(0), at, null) + ")";
            case SUM -> sum(call, at);
            case ANY, ALL -> quantified(call, at);
            case JOIN -> join(arguments.get(1));
            case COUNT_SAME -> countSame(call, at);
            case COUNT_DUPLICATES -> "count(" + paths.roster() + "[./" + sameHelper(arguments) + " > 1])";
            case POSITION ->
                at == At.MEMBER ? "position(.)" : at == At.OUTER ? "position(current()/..)" : "position(..)";
            case SELECTED ->
                "selected(" + open(arguments.get(0), at) + ", " + open(arguments.get(1), at, false, true) + ")";
            case INT, ROUND -> {
                String digits = arguments.size() == 1 ? "" : ", " + open(arguments.get(1), at);
                yield call.function().symbol() + "(" + open(arguments.get(0), at, true, false) + digits + ")";
            }
            case ABS -> "abs(" + open(arguments.get(0), at, exact, false) + ")";
            case NUMBER -> number(call, at, exact);
            case AGE_YEARS, AGE_MONTHS -> age(call, at);
            case THAI_ID_VALID -> checkDigit(simple(arguments.get(0), at));
            case ATTRIBUTE -> attribute(call, at, asCode);
            case NOT,
                    TRUE,
                    FALSE,
                    COUNT_SELECTED,
                    STRING,
                    STRING_LENGTH,
                    SUBSTR,
                    CONCAT,
                    REGEX,
                    DATE,
                    TODAY,
                    INDEXED_REPEAT -> plain(call, at);
        };
    }

    private String plain(Expression.Call call, At at) {
        return call.arguments().stream()
                .map(argument -> open(argument, at))
                .collect(Collectors.joining(", ", call.function().symbol() + "(", ")"));
    }

    private String choice(Expression.Call call, At at, boolean exact, boolean asCode) {
        boolean code = asCode || types.isCode(call);
        List<Expression> arguments = call.arguments();
        List<String> texts = new ArrayList<>();
        boolean choice = call.function() == Function.IF;
        if (choice) {
            texts.add(open(arguments.get(0), at));
        }
        for (Expression argument : choice ? arguments.subList(1, 3) : arguments) {
            texts.add(open(argument, at, exact, code));
        }
        return call.function().symbol() + "(" + String.join(", ", texts) + ")";
    }

    /** JavaRosa's max is never below zero, so the greatest is the opposite of the least opposite. */
    private String extreme(Expression.Call call, At at) {
        boolean greatest = call.function() == Function.MAX;
        String least = call.arguments().stream()
                .map(argument -> greatest ? "-" + closed(argument, at, false) : open(argument, at))
                .collect(Collectors.joining(", ", "min(", ")"));
        return dated(call, greatest ? "-" + least : least);
    }

    private String rosterExtreme(Expression.Call call) {
        Expression argument = call.arguments().get(0);
        if (call.function() == Function.MIN) {
            return dated(call, "min(" + each(argument) + ")");
        }
        Expression value = value(argument);
        String opposite = helper(
                Level.MEMBER, "-" + value, ValueType.DECIMAL, () -> "-number(" + fresh().open(value, At.OWN) + ")");
        return dated(call, "-min(" + filtered(argument, null) + "/" + opposite + ")");
    }

    private XFormExpressions fresh() {
        return new XFormExpressions(form, paths, helpers, null);
    }

    private String dated(Expression.Call call, String number) {
        return types.of(call) == ValueType.DATE ? "date(" + number + ")" : number;
    }

    private String sum(Expression.Call call, At at) {
        Expression argument = call.arguments().get(0);
        if (value(argument) instanceof Expression.Call choice
                && choice.function() == Function.IF
                && choice.arguments().get(1).equals(new Expression.Numeral(1, 0))
                && choice.arguments().get(2).equals(new Expression.Numeral(0, 0))) {
            return "count(" + members(argument, at, open(choice.arguments().get(0), At.MEMBER)) + ")";
        }
        String sum = "sum(" + each(argument) + ")";
        int digits = types.digits(call);
        return digits == 0 ? sum : round(sum, digits);
    }

    private String quantified(Expression.Call call, At at) {
        Expression argument = call.arguments().get(0);
        boolean any = call.function() == Function.ANY;
        Expression value = argument instanceof Expression.Members members ? members.value() : argument;
        String holds = value == null ? null : open(value, At.MEMBER);
        String counted = holds == null || any ? holds : "not(" + holds + ")";
        return "count(" + members(argument, at, counted) + ") " + (any ? "> 0" : "= 0");
    }

    /** Within an element of the roster a path without a predicate means that element, not all. */
    private String members(Expression argument, At at, @Nullable String and) {
        return at == At.HOUSEHOLD && and == null && !(argument instanceof Expression.Members)
                ? paths.roster()
                : filtered(argument, and);
    }

    private String filtered(Expression argument, @Nullable String and) {
        Expression where = argument instanceof Expression.Members members ? members.where() : null;
        if (where == null) {
            return paths.roster() + "[" + (and == null ? "true()" : and) + "]";
        }
        String filter = open(where, At.MEMBER);
        return paths.roster() + "[" + (and == null ? filter : "(" + filter + ") and (" + and + ")") + "]";
    }

    private static Expression value(Expression argument) {
        Expression value = argument instanceof Expression.Members members ? members.value() : argument;
        if (value == null) {
            throw new IllegalArgumentException("members without a value: " + argument);
        }
        return value;
    }

    /** The values of some members. */
    private String each(Expression argument) {
        return filtered(argument, null) + "/" + taken(value(argument), false);
    }

    /** What to take of a member: a name of its own, or a helper. */
    private String taken(Expression value, boolean asCode) {
        boolean own = value instanceof Expression.Name name && paths.household(name.name()) == null;
        return own ? ((Expression.Name) value).name() : XFormPaths.lastOf(helper(value, At.OWN, false, asCode));
    }

    private String join(Expression argument) {
        String chosen = open(value(argument), At.MEMBER);
        List<String> codes = types.chosen(value(argument)).stream()
                .flatMap(list -> list.codes().stream())
                .map(Code::code)
                .map(XFormExpressions::quote)
                .map(code -> "if(count(" + filtered(argument, "selected(" + chosen + ", " + code + ")") + ") > 0, "
                        + code + ", '')")
                .toList();
        return codes.isEmpty() ? "''" : "normalize-space(concat(" + String.join(", ' ', ", codes) + "))";
    }

    private String countSame(Expression.Call call, At at) {
        return at == At.MEMBER ? name(sameHelper(call.arguments()), at) : "count(" + same(call.arguments()) + ")";
    }

    private String same(List<Expression> values) {
        return values.stream()
                .map(value -> closed(value, At.MEMBER, false) + " = " + closed(value, At.OUTER, false))
                .collect(Collectors.joining(" and ", paths.roster() + "[", "]"));
    }

    private String sameHelper(List<Expression> values) {
        return helper(Level.MEMBER, "same " + values, ValueType.INTEGER, () -> "count(" + fresh().same(values) + ")");
    }

    private String pick(Expression.Pick pick, At at, boolean asCode) {
        boolean fixed = pick.position() instanceof Expression.Numeral;
        if (!fixed && at == At.MEMBER) {
            return helper(pick, at, false, asCode);
        }
        String where = pick.where() == null ? "" : "[" + open(pick.where(), At.MEMBER) + "]";
        String position = closed(pick.position(), at == At.OWN ? At.OUTER : at, false);
        return paths.roster() + where + "[position() = " + position + "]/" + taken(pick.value(), asCode);
    }

    /** The client reads more than this language does, such as a comma for the point. */
    private String number(Expression.Call call, At at, boolean exact) {
        Expression argument = call.arguments().get(0);
        if (types.isNumber(argument)) {
            return closed(argument, at, exact);
        }
        String text = simple(argument, at);
        String number = "if(regex(" + text + ", '-?[0-9]+([.][0-9]+)?'), number(" + text + "), '')";
        return exact || types.digits(call) == 0 ? number : round(number, types.digits(call));
    }

    private String age(Expression.Call call, At at) {
        String birth = simple(call.arguments().get(0), at);
        String day = simple(call.arguments().get(1), at);
        String age = call.function() == Function.AGE_YEARS
                ? "int((" + between(birth, day, "%Y%m%d") + ") div 10000)"
                : "(" + between(birth, day, "%Y") + ") * 12 + " + between(birth, day, "%m") + " - if(" + part(day, "%d")
                        + " < " + part(birth, "%d") + ", 1, 0)";
        return "if(" + day + " >= " + birth + ", " + age + ", '')";
    }

    private static String between(String birth, String day, String format) {
        return part(day, format) + " - " + part(birth, format);
    }

    private static String part(String date, String format) {
        return "format-date(" + date + ", '" + format + "')";
    }

    private static String checkDigit(String text) {
        List<String> weighted = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            weighted.add("substr(" + text + ", " + i + ", " + (i + 1) + ") * " + (13 - i));
        }
        return "(regex(" + text + ", '[0-9]{13}') and (11 - (" + String.join(" + ", weighted)
                + ") mod 11) mod 10 = number(substr(" + text + ", 12, 13)))";
    }

    private String attribute(Expression.Call call, At at, boolean asCode) {
        if (at == At.MEMBER) {
            return helper(call, at, false, asCode);
        }
        String attribute = ((Expression.Text) call.arguments().get(1)).value();
        CodeList list = types.list(call).orElseThrow();
        boolean known = list.codes().stream().anyMatch(code -> code.attributes().containsKey(attribute));
        String code = closed(call.arguments().get(0), at == At.OWN ? At.OUTER : at, false);
        String found = known
                ? "instance(" + quote(list.id()) + ")/root/item[name = " + code + "]/" + XFormLists.element(attribute)
                : "''";
        return types.isCode(call) ? found : "number(" + found + ")";
    }

    /** Whether an expression looks a value up where the answer just entered is not known yet. */
    boolean looksUp(Expression expression) {
        boolean lookup = isOverRoster(expression)
                || (expression instanceof Expression.Call call && call.function() == Function.ATTRIBUTE);
        return lookup ? reads(expression) : expression.parts().stream().anyMatch(this::looksUp);
    }

    private static boolean isOverRoster(Expression expression) {
        return expression instanceof Expression.Members
                || expression instanceof Expression.Pick
                || (expression instanceof Expression.Call call
                        && switch (call.function()) {
                            case COUNT, COUNT_SAME, COUNT_DUPLICATES, SUM, JOIN, ANY, ALL -> true;
                            case MIN, MAX -> call.arguments().size() == 1;
                            default -> false;
                        });
    }

    private static boolean readsRoster(Expression expression) {
        return isOverRoster(expression) || expression.parts().stream().anyMatch(XFormExpressions::readsRoster);
    }

    /**
     * Whether a value of a member, be it a helper, depends on other members. Where their answers change, the client does
     * not calculate it again until the form is opened again.
     */
    static boolean readsOthers(Expression expression, Level level) {
        if (level == Level.MEMBER) {
            return readsRoster(expression);
        }
        boolean compares = expression instanceof Expression.Call call
                && (call.function() == Function.COUNT_SAME || call.function() == Function.COUNT_DUPLICATES);
        boolean members = expression instanceof Expression.Members || expression instanceof Expression.Pick;
        return compares
                || expression.parts().stream()
                        .anyMatch(part -> readsOthers(part, members ? Level.MEMBER : Level.HOUSEHOLD));
    }

    /** Whether an expression writes a decimal as a text. */
    boolean writesDecimal(Expression expression) {
        boolean written = expression instanceof Expression.Call call
                && (call.function() == Function.STRING || call.function() == Function.CONCAT)
                && call.arguments().stream().anyMatch(argument -> types.of(argument) == ValueType.DECIMAL);
        return written || expression.parts().stream().anyMatch(this::writesDecimal);
    }

    /** The names that an expression reads, but for tests whether they are blank. */
    List<String> values(Expression expression) {
        if (expression instanceof Expression.Operation operation
                && (types.isBlank(operation.left()) || types.isBlank(operation.right()))) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        types.symbol(expression).map(Symbol::name).ifPresent(names::add);
        expression.parts().forEach(part -> names.addAll(values(part)));
        return names;
    }
}
