package io.github.bmnkit.xform;

import io.github.bmnkit.expression.Codes;
import io.github.bmnkit.expression.Expression;
import io.github.bmnkit.expression.Expression.Operator;
import io.github.bmnkit.expression.Scope;
import io.github.bmnkit.expression.Symbol;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What kind of value the parts of a checked expression have, for all that its translation must know. */
final class XFormTypes {
    static final int QUOTIENT_DIGITS = 9;

    private final Questionnaire form;
    private final Scope scope;

    /** The question of which the expression is the constraint. */
    private final @Nullable String self;

    XFormTypes(Questionnaire form, @Nullable String self) {
        this.form = form;
        this.scope = form.scope();
        this.self = self;
    }

    /** The symbol that an expression names. */
    Optional<Symbol> symbol(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return scope.symbol(name.name());
        }
        return expression instanceof Expression.Self && self != null ? scope.symbol(self) : Optional.empty();
    }

    boolean isBlank(Expression expression) {
        return expression instanceof Expression.Text text && text.value().isEmpty();
    }

    boolean isNumber(Expression expression) {
        ValueType type = of(expression);
        return type == ValueType.INTEGER || type == ValueType.DECIMAL;
    }

    /** Whether it is a code, and not a literal, which says nothing of itself. */
    boolean isCode(Expression expression) {
        return of(expression) == ValueType.CODE;
    }

    ValueType of(Expression expression) {
        if (expression instanceof Expression.Numeral number) {
            return number.digits() == 0 ? ValueType.INTEGER : ValueType.DECIMAL;
        }
        if (expression instanceof Expression.Text) {
            return ValueType.TEXT;
        }
        if (expression instanceof Expression.Negation negation) {
            return of(negation.operand());
        }
        if (expression instanceof Expression.Pick pick) {
            return of(pick.value());
        }
        if (expression instanceof Expression.Members members && members.value() != null) {
            return of(members.value());
        }
        if (expression instanceof Expression.Operation operation) {
            return of(operation);
        }
        if (expression instanceof Expression.Call call) {
            return of(call);
        }
        return symbol(expression).map(Symbol::type).orElse(ValueType.TRUTH);
    }

    private ValueType of(Expression.Operation operation) {
        if (operation.operator() != Operator.PLUS && operation.operator() != Operator.MINUS) {
            return switch (operation.operator()) {
                case TIMES, DIV, MOD -> number(digits(operation));
                default -> ValueType.TRUTH;
            };
        }
        boolean left = of(operation.left()) == ValueType.DATE;
        boolean right = of(operation.right()) == ValueType.DATE;
        return left && right ? ValueType.INTEGER : left || right ? ValueType.DATE : number(digits(operation));
    }

    private static ValueType number(int digits) {
        return digits == 0 ? ValueType.INTEGER : ValueType.DECIMAL;
    }

    private ValueType of(Expression.Call call) {
        List<Expression> arguments = call.arguments();
        return switch (call.function()) {
            case IF -> meeting(call, arguments.get(1), arguments.get(2));
            case COALESCE -> meeting(call, arguments.get(0), arguments.get(1));
            case NOT, TRUE, FALSE, SELECTED, ANY, ALL, REGEX, THAI_ID_VALID -> ValueType.TRUTH;
            case COUNT_SELECTED, COUNT, COUNT_SAME, COUNT_DUPLICATES, POSITION, STRING_LENGTH, AGE_YEARS, AGE_MONTHS ->
                ValueType.INTEGER;
            case MIN, MAX -> of(arguments.get(0)) == ValueType.DATE ? ValueType.DATE : number(digits(call));
            case SUM, ABS, INT, ROUND, NUMBER -> number(digits(call));
            case STRING, SUBSTR, CONCAT -> ValueType.TEXT;
            case DATE, TODAY -> ValueType.DATE;
            case JOIN -> ValueType.CODES;
            case ATTRIBUTE ->
                attribute(call).map(CodeList.Attribute::list).isPresent() ? ValueType.CODE : ValueType.INTEGER;
            case INDEXED_REPEAT -> throw new IllegalStateException("read as a pick: " + call);
        };
    }

    /** The type of two values that meet: a literal takes that of the other one, and numbers the digits of both. */
    private ValueType meeting(Expression call, Expression first, Expression second) {
        Expression decisive = isBlank(first) || (isLiteral(first) && !isBlank(second)) ? second : first;
        ValueType type = of(decisive);
        return type == ValueType.INTEGER ? number(digits(call)) : type;
    }

    private static boolean isLiteral(Expression expression) {
        return expression instanceof Expression.Numeral || expression instanceof Expression.Text;
    }

    /** The digits after the point that a number can have. */
    int digits(Expression expression) {
        if (expression instanceof Expression.Numeral number) {
            return number.digits();
        }
        if (expression instanceof Expression.Negation negation) {
            return digits(negation.operand());
        }
        if (expression instanceof Expression.Pick pick) {
            return digits(pick.value());
        }
        if (expression instanceof Expression.Members members && members.value() != null) {
            return digits(members.value());
        }
        if (expression instanceof Expression.Operation operation) {
            int left = digits(operation.left());
            int right = digits(operation.right());
            return switch (operation.operator()) {
                case TIMES -> left + right;
                case DIV -> QUOTIENT_DIGITS;
                default -> Math.max(left, right);
            };
        }
        if (expression instanceof Expression.Call call) {
            return digits(call);
        }
        return symbol(expression).map(Symbol::digits).orElse(0);
    }

    private int digits(Expression.Call call) {
        List<Expression> arguments = call.arguments();
        return switch (call.function()) {
            case IF -> Math.max(digits(arguments.get(1)), digits(arguments.get(2)));
            case COALESCE, SUM, MIN, MAX, ABS ->
                arguments.stream().mapToInt(this::digits).max().orElse(0);
            case ROUND -> arguments.size() == 1 ? 0 : (int) ((Expression.Numeral) arguments.get(1)).unscaled();
            case NUMBER ->
                of(arguments.get(0)) == ValueType.TEXT || isOpen(arguments.get(0))
                        ? QUOTIENT_DIGITS
                        : digits(arguments.get(0));
            default -> 0;
        };
    }

    private boolean isOpen(Expression expression) {
        return codes(expression)
                .map(list -> form.list(list).orElseThrow().open())
                .orElse(false);
    }

    /** Whether a number may be a fraction of which the digits do not end. */
    boolean isFraction(Expression expression) {
        if (expression instanceof Expression.Negation negation) {
            return isFraction(negation.operand());
        }
        if (expression instanceof Expression.Operation operation) {
            return switch (operation.operator()) {
                case DIV -> true;
                case PLUS, MINUS, TIMES -> isFraction(operation.left()) || isFraction(operation.right());
                default -> false;
            };
        }
        if (expression instanceof Expression.Call call) {
            List<Expression> arguments = call.arguments();
            return switch (call.function()) {
                case ABS -> isFraction(arguments.get(0));
                case NUMBER -> digits(call) == QUOTIENT_DIGITS || isFraction(arguments.get(0));
                case IF -> isFraction(arguments.get(1)) || isFraction(arguments.get(2));
                case COALESCE -> isFraction(arguments.get(0)) || isFraction(arguments.get(1));
                default -> false;
            };
        }
        return false;
    }

    /** The name of the list of which an expression gives a code. */
    private Optional<String> codes(Expression expression) {
        if (expression instanceof Expression.Pick pick) {
            return codes(pick.value());
        }
        if (expression instanceof Expression.Members members && members.value() != null) {
            return codes(members.value());
        }
        if (expression instanceof Expression.Call call) {
            return switch (call.function()) {
                case ATTRIBUTE -> attribute(call).map(CodeList.Attribute::list);
                case IF ->
                    codes(call.arguments().get(1))
                            .or(() -> codes(call.arguments().get(2)));
                case COALESCE ->
                    codes(call.arguments().get(0))
                            .or(() -> codes(call.arguments().get(1)));
                case JOIN -> codes(call.arguments().get(1));
                default -> Optional.empty();
            };
        }
        return symbol(expression).map(Symbol::codes).map(Codes::name);
    }

    /** The list of codes in which an attribute is looked up. */
    Optional<CodeList> list(Expression.Call attribute) {
        return chosen(attribute.arguments().get(0));
    }

    /** The list of which an expression gives several codes. */
    Optional<CodeList> chosen(Expression expression) {
        return codes(expression).flatMap(form::list);
    }

    private Optional<CodeList.Attribute> attribute(Expression.Call call) {
        String name = ((Expression.Text) call.arguments().get(1)).value();
        return list(call)
                .flatMap(list -> list.attributes().stream()
                        .filter(attribute -> attribute.name().equals(name))
                        .findFirst());
    }
}
