package io.github.bmnkit.response;

import static io.github.bmnkit.response.SchemaJson.all;
import static io.github.bmnkit.response.SchemaJson.any;
import static io.github.bmnkit.response.SchemaJson.not;
import static io.github.bmnkit.response.SchemaJson.object;

import io.github.bmnkit.expression.Expression;
import io.github.bmnkit.expression.Expression.Operator;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Parameter;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns conditions into schemas, one for when they are true and one for when they are false: between the two they are
 * unknown, since an answer is missing. A condition is about the answers of the household, or of one member, that stand
 * side by side in an object.
 */
final class SchemaConditions {
    private final Questionnaire form;
    private final Level level;
    private final @Nullable Item self;

    /** Whether the schema is for the value of {@link #self} itself, not for the object in which it stands. */
    private final boolean inside;

    private boolean blanks;
    private boolean lengths;

    SchemaConditions(Questionnaire form, Level level, @Nullable Item self, boolean inside) {
        this.form = form;
        this.level = level;
        this.self = self;
        this.inside = inside;
    }

    /** Whether a condition was translated that asks for blanks: in a draft, nothing is blank for good. */
    boolean asksForBlanks() {
        return blanks;
    }

    /** Whether a condition was translated that counts characters. */
    boolean countsCharacters() {
        return lengths;
    }

    /** The parts of a condition that must all hold. */
    static List<Expression> parts(Expression condition) {
        if (condition instanceof Expression.Operation operation && operation.operator() == Operator.AND) {
            List<Expression> parts = new ArrayList<>(parts(operation.left()));
            parts.addAll(parts(operation.right()));
            return parts;
        }
        return List.of(condition);
    }

    /** A schema that accepts the answers for which a condition comes to a truth; null if there is none. */
    @Nullable
    Object when(Expression condition, boolean truth) {
        if (condition instanceof Expression.Operation operation) {
            Operator operator = operation.operator();
            return operator == Operator.AND || operator == Operator.OR
                    ? both(operation.left(), operation.right(), truth, (operator == Operator.AND) == truth)
                    : comparison(operation, truth);
        }
        if (!(condition instanceof Expression.Call call)) {
            return null;
        }
        List<Expression> arguments = call.arguments();
        return switch (call.function()) {
            case TRUE -> truth;
            case FALSE -> !truth;
            case NOT -> when(arguments.get(0), !truth);
            case SELECTED -> selected(arguments.get(0), literal(arguments.get(1)), truth);
            case REGEX -> pattern(arguments.get(0), arguments.get(1), truth);
            default -> null;
        };
    }

    private @Nullable Object both(Expression left, Expression right, boolean truth, boolean needsBoth) {
        Object one = when(left, truth);
        Object other = when(right, truth);
        if (one == null || other == null) {
            return null;
        }
        return needsBoth ? all(List.of(one, other)) : any(List.of(one, other));
    }

    private @Nullable Object comparison(Expression.Operation operation, boolean truth) {
        boolean turned = literal(operation.left()) != null;
        Expression left = turned ? operation.right() : operation.left();
        String literal = literal(turned ? operation.left() : operation.right());
        Operator operator = turned ? turned(operation.operator()) : operation.operator();
        if (literal == null) {
            return null;
        }
        Operator wanted = truth ? operator : opposite(operator);
        if (left instanceof Expression.Call call && call.arguments().size() == 1) {
            return counted(call, wanted, literal);
        }
        Item item = item(left);
        if (item == null) {
            return null;
        }
        boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        if (literal.isEmpty() && equality) {
            return blank(item, wanted == Operator.EQUAL);
        }
        ValueType type = item.symbol().type();
        if (type.isNumber()) {
            return where(item, number(wanted, new BigDecimal(literal)));
        }
        boolean word = type == ValueType.CODE || item.question().type() == QuestionType.TEXT;
        return word && equality ? where(item, same(literal, wanted == Operator.EQUAL)) : null;
    }

    private static Operator turned(Operator operator) {
        return switch (operator) {
            case LESS -> Operator.GREATER;
            case LESS_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case GREATER -> Operator.LESS;
            case GREATER_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            case OR, AND, EQUAL, NOT_EQUAL, PLUS, MINUS, TIMES, DIV, MOD -> operator;
        };
    }

    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case EQUAL -> Operator.NOT_EQUAL;
            case NOT_EQUAL -> Operator.EQUAL;
            case LESS -> Operator.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> Operator.GREATER;
            case GREATER -> Operator.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> Operator.LESS;
            case OR, AND, PLUS, MINUS, TIMES, DIV, MOD -> operator;
        };
    }

    private static @Nullable Object number(Operator operator, BigDecimal bound) {
        return switch (operator) {
            case EQUAL -> object("const", bound);
            case NOT_EQUAL -> not(object("const", bound));
            case LESS -> object("exclusiveMaximum", bound);
            case LESS_OR_EQUAL -> object("maximum", bound);
            case GREATER -> object("exclusiveMinimum", bound);
            case GREATER_OR_EQUAL -> object("minimum", bound);
            case OR, AND, PLUS, MINUS, TIMES, DIV, MOD -> null;
        };
    }

    private static Object same(String text, boolean same) {
        Object constant = object("const", text);
        return same ? constant : not(constant);
    }

    /** Bounds on how many codes were chosen, or how many characters a text has. */
    private @Nullable Object counted(Expression.Call call, Operator operator, String literal) {
        Item item = item(call.arguments().get(0));
        boolean codes = call.function() == Expression.Function.COUNT_SELECTED;
        if (item == null || !(codes || call.function() == Expression.Function.STRING_LENGTH) || !isCount(literal)) {
            return null;
        }
        if (codes ? item.symbol().type() != ValueType.CODES : !isWords(item)) {
            return null;
        }
        lengths |= !codes;
        int count = Integer.parseInt(literal);
        String least = codes ? "minItems" : "minLength";
        String most = codes ? "maxItems" : "maxLength";
        Object fewer = count == 0 ? false : object(most, count - 1);
        Object more = object(least, count + 1);
        return switch (operator) {
            case EQUAL -> where(item, object(least, count, most, count));
            case NOT_EQUAL -> where(item, any(List.of(fewer, more)));
            case LESS -> where(item, fewer);
            case LESS_OR_EQUAL -> where(item, object(most, count));
            case GREATER -> where(item, more);
            case GREATER_OR_EQUAL -> where(item, object(least, count));
            case OR, AND, PLUS, MINUS, TIMES, DIV, MOD -> null;
        };
    }

    private static boolean isCount(String literal) {
        return literal.length() <= 6 && !literal.isEmpty() && literal.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isWords(Item item) {
        return item.question().type() == QuestionType.TEXT || item.symbol().type() == ValueType.CODE;
    }

    private @Nullable Object selected(Expression chosen, @Nullable String code, boolean truth) {
        Item item = item(chosen);
        if (item == null || code == null) {
            return null;
        }
        if (item.symbol().type() == ValueType.CODE) {
            return where(item, same(code, truth));
        }
        Object constant = object("const", code);
        return where(item, truth ? object("contains", constant) : object("items", not(constant)));
    }

    private @Nullable Object pattern(Expression text, Expression pattern, boolean truth) {
        Item item = item(text);
        if (item == null || !isWords(item) || !(pattern instanceof Expression.Text words)) {
            return null;
        }
        String portable = SchemaPatterns.portable(words.value());
        if (portable == null) {
            return null;
        }
        Object matching = object("pattern", portable);
        return where(item, truth ? matching : not(matching));
    }

    private @Nullable Object blank(Item item, boolean blank) {
        if (inside) {
            return !blank; // a constraint is about answers that are there
        }
        blanks = true;
        Object present = present(item);
        return blank ? not(present) : present;
    }

    /** A schema of objects in which a question has an answer that can be read. */
    static Object present(Item item) {
        return wrapped(item, SchemaTypes.ref(item));
    }

    /** A schema of objects in which a question has an answer that can be read and fulfils a schema. */
    private @Nullable Object where(Item item, @Nullable Object fulfilled) {
        if (inside || fulfilled == null) {
            return fulfilled;
        }
        Map<String, Object> value = SchemaTypes.ref(item);
        SchemaJson.demand(value, fulfilled);
        return wrapped(item, value);
    }

    private static Object wrapped(Item item, Object value) {
        return object("required", List.of(item.name()), "properties", object(item.name(), value));
    }

    /** The question that is read, if its answer stands in the object. */
    private @Nullable Item item(Expression expression) {
        if (expression instanceof Expression.Self) {
            return self;
        }
        if (inside || !(expression instanceof Expression.Name name)) {
            return null;
        }
        return form.item(name.name())
                .filter(item -> item.level() == level && item.question().type().isAsked())
                .orElse(null);
    }

    /** What is written or set, as a text; null if it is neither. */
    private @Nullable String literal(Expression expression) {
        if (expression instanceof Expression.Text text) {
            return text.value();
        }
        if (expression instanceof Expression.Numeral) {
            return expression.toString();
        }
        if (expression instanceof Expression.Negation negation && negation.operand() instanceof Expression.Numeral) {
            return expression.toString();
        }
        return expression instanceof Expression.Name name ? parameter(name.name()) : null;
    }

    private @Nullable String parameter(String name) {
        return form.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .filter(value -> value instanceof Value.Amount)
                .map(value -> ((Value.Amount) value).value().toPlainString())
                .findFirst()
                .orElse(null);
    }
}
