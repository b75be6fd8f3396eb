package io.github.bmnkit.xform;

import io.github.bmnkit.expression.Expression;
import io.github.bmnkit.expression.Expression.Function;
import io.github.bmnkit.expression.Expression.Operator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes an expression as XLSForm has it. Within square brackets and after a slash XPath names the nodes of the member
 * without braces; functions that XPath lacks are written out where that says exactly the same.
 */
final class XlsFormDialect {
    private static final int PRIMARY = 8;
    private static final int UNARY = 7;
    private static final int ID_DIGITS = 13;
    private static final Set<Function> WITHOUT_COUNTERPART =
            Set.of(Function.COUNT_SAME, Function.COUNT_DUPLICATES, Function.ANY, Function.ALL, Function.ATTRIBUTE);

    private final XlsFormNames names;
    private final Set<String> missing = new TreeSet<>();
    private boolean changed;
    private boolean withinMembers;

    private XlsFormDialect(XlsFormNames names) {
        this.names = names;
    }

    /**
     * An expression for other tools.
     *
     * @param text what stands in the cell
     * @param missing the functions that have no counterpart; then the text is our own
     */
    record Written(String text, Set<String> missing) {}

    static Written write(String text, XlsFormNames names) {
        Expression tree = Expression.parse(text).optional().orElse(null);
        if (tree == null) {
            return new Written(text, Set.of());
        }
        XlsFormDialect dialect = new XlsFormDialect(names);
        String written = dialect.print(tree, 0);
        boolean own = !dialect.changed || !dialect.missing.isEmpty();
        return new Written(own ? text : written, dialect.missing);
    }

    private String print(Expression expression, int atLeast) {
        String text = print(expression);
        return precedence(expression) < atLeast ? "(" + text + ")" : text;
    }

    private static int precedence(Expression expression) {
        if (expression instanceof Expression.Operation operation) {
            return precedence(operation.operator());
        }
        return expression instanceof Expression.Negation ? UNARY : PRIMARY;
    }

    private static int precedence(Operator operator) {
        return switch (operator) {
            case OR -> 1;
            case AND -> 2;
            case EQUAL, NOT_EQUAL -> 3;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> 4;
            case PLUS, MINUS -> 5;
            case TIMES, DIV, MOD -> 6;
        };
    }

    private String print(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return name(name.name());
        }
        if (expression instanceof Expression.Negation negation) {
            return "-" + print(negation.operand(), UNARY);
        }
        if (expression instanceof Expression.Operation operation) {
            int precedence = precedence(operation.operator());
            return print(operation.left(), precedence) + " "
                    + operation.operator().symbol() + " " + print(operation.right(), precedence + 1);
        }
        if (expression instanceof Expression.Call call) {
            return call(call);
        }
        if (expression instanceof Expression.Members members) {
            return members(members.roster(), members.where(), null, members.value());
        }
        if (expression instanceof Expression.Pick pick) {
            return pick(pick);
        }
        return expression.toString();
    }

    private String name(String name) {
        if (withinMembers && names.isOfMember(name)) {
            changed = true;
            return names.path(name);
        }
        return "${" + name + "}";
    }

    private String pick(Expression.Pick pick) {
        if (pick.where() == null && !(pick.position() instanceof Expression.Numeral)) {
            return "indexed-repeat(" + print(pick.value()) + ", ${" + pick.roster() + "}, " + print(pick.position())
                    + ")";
        }
        return members(pick.roster(), pick.where(), print(pick.position()), pick.value());
    }

    private String members(
            String roster, @Nullable Expression where, @Nullable String position, @Nullable Expression value) {
        StringBuilder out = new StringBuilder("${" + roster + "}");
        boolean outside = withinMembers;
        withinMembers = true;
        if (where != null) {
            out.append('[').append(print(where)).append(']');
        }
        if (position != null) {
            out.append('[').append(position).append(']');
        }
        if (value instanceof Expression.Name) {
            out.append('/').append(print(value));
        } else if (value != null) {
            missing.add("/(" + value + ")");
        }
        withinMembers = outside;
        return out.toString();
    }

    private String call(Expression.Call call) {
        Expression first = call.arguments().isEmpty() ? null : call.arguments().get(0);
        return switch (call.function()) {
            case POSITION -> "position(..)";
            case ANY -> first instanceof Expression.Members members ? counted(members, false, "> 0") : plain(call);
            case ALL -> first instanceof Expression.Members members ? counted(members, true, "= 0") : plain(call);
            case SUM -> first instanceof Expression.Members members ? sum(call, members) : plain(call);
            case AGE_YEARS -> years(call);
            case AGE_MONTHS -> months(call);
            case THAI_ID_VALID -> checkDigit(print(call.arguments().get(0)));
            case ATTRIBUTE -> attribute(call);
            default -> plain(call);
        };
    }

    private String plain(Expression.Call call) {
        if (WITHOUT_COUNTERPART.contains(call.function())) {
            missing.add(call.function().symbol() + "()");
        }
        StringBuilder out = new StringBuilder(call.function().symbol()).append('(');
        for (int i = 0; i < call.arguments().size(); i++) {
            out.append(i == 0 ? "" : ", ").append(print(call.arguments().get(i)));
        }
        return out.append(')').toString();
    }

    /** How many members fulfil, or break, a condition. */
    private String counted(Expression.Members members, boolean negated, String compared) {
        changed = true;
        Expression condition = members.value();
        Expression where = members.where();
        if (condition != null && negated) {
            condition = new Expression.Call(Function.NOT, List.of(condition));
        }
        if (where != null && condition != null) {
            condition = new Expression.Operation(Operator.AND, where, condition);
        }
        return "(count(" + members(members.roster(), condition == null ? where : condition, null, null) + ") "
                + compared + ")";
    }

    /** The sum of {@code if(condition, 1, 0)} is a count. */
    private String sum(Expression.Call sum, Expression.Members members) {
        if (members.value() instanceof Expression.Call choice
                && choice.function() == Function.IF
                && choice.arguments().get(1).equals(new Expression.Numeral(1, 0))
                && choice.arguments().get(2).equals(new Expression.Numeral(0, 0))) {
            changed = true;
            Expression condition = choice.arguments().get(0);
            Expression where = members.where();
            Expression both = where == null ? condition : new Expression.Operation(Operator.AND, where, condition);
            return "count(" + members(members.roster(), both, null, null) + ")";
        }
        return plain(sum);
    }

    private static String part(String date, String format) {
        return "number(format-date(" + date + ", '" + format + "'))";
    }

    /** Whole numbers of the form year, month, day differ by 10,000 for a year. */
    private String years(Expression.Call call) {
        changed = true;
        String birth = print(call.arguments().get(0));
        String at = print(call.arguments().get(1));
        return "int((" + part(at, "%Y%m%d") + " - " + part(birth, "%Y%m%d") + ") div 10000)";
    }

    private String months(Expression.Call call) {
        changed = true;
        String birth = print(call.arguments().get(0));
        String at = print(call.arguments().get(1));
        return "((" + part(at, "%Y") + " - " + part(birth, "%Y") + ") * 12 + " + part(at, "%m") + " - "
                + part(birth, "%m") + " - if(" + part(at, "%d") + " < " + part(birth, "%d") + ", 1, 0))";
    }

    private String checkDigit(String id) {
        changed = true;
        StringBuilder sum = new StringBuilder();
        for (int i = 0; i < ID_DIGITS - 1; i++) {
            sum.append(i == 0 ? "" : " + ").append(digit(id, i)).append(" * ").append(ID_DIGITS - i);
        }
        return "(regex(" + id + ", '^[0-9]{13}$') and (11 - (" + sum + ") mod 11) mod 10 = " + digit(id, ID_DIGITS - 1)
                + ")";
    }

    private static String digit(String id, int at) {
        return "number(substr(" + id + ", " + at + ", " + (at + 1) + "))";
    }

    private String attribute(Expression.Call call) {
        if (call.arguments().get(0) instanceof Expression.Name name
                && call.arguments().get(1) instanceof Expression.Text attribute
                && names.list(name.name()) != null
                && !(withinMembers && names.isOfMember(name.name()))) {
            changed = true;
            return "instance('" + names.list(name.name()) + "')/root/item[name = ${" + name.name() + "}]/"
                    + XlsFormColumns.ATTRIBUTE + attribute.value();
        }
        return plain(call);
    }
}
