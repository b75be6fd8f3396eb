package io.github.bmnkit.expression;

import java.math.BigDecimal;
import java.util.List;

/** Writes expressions canonically: one blank around operators, brackets only where they are needed, single quotes. */
final class Printer {
    private static final int UNARY = 7;
    private static final int PRIMARY = 8;

    private final StringBuilder out = new StringBuilder();

    private Printer() {}

    static String print(Expression expression) {
        Printer printer = new Printer();
        printer.write(expression);
        return printer.out.toString();
    }

    private void write(Expression expression) {
        if (expression instanceof Expression.Numeral number) {
            out.append(BigDecimal.valueOf(number.unscaled(), number.digits()).toPlainString());
        } else if (expression instanceof Expression.Text text) {
            char quote = text.value().indexOf('\'') < 0 ? '\'' : '"';
            out.append(quote).append(text.value()).append(quote);
        } else if (expression instanceof Expression.Name name) {
            name(name.name());
        } else if (expression instanceof Expression.Self) {
            out.append('.');
        } else if (expression instanceof Expression.Negation negation) {
            out.append('-');
            operand(negation.operand(), UNARY);
        } else if (expression instanceof Expression.Operation operation) {
            int precedence = operation.operator().precedence();
            operand(operation.left(), precedence);
            out.append(' ').append(operation.operator().symbol()).append(' ');
            operand(operation.right(), precedence + 1);
        } else if (expression instanceof Expression.Call call) {
            call(call);
        } else if (expression instanceof Expression.Members members) {
            name(members.roster());
            if (members.where() != null) {
                bracketed(members.where());
            }
            if (members.value() != null) {
                step(members.value());
            }
        } else if (expression instanceof Expression.Pick pick) {
            pick(pick);
        }
    }

    private void call(Expression.Call call) {
        out.append(call.function().symbol()).append('(');
        if (call.function() == Expression.Function.POSITION) {
            out.append("..");
        }
        list(call.arguments());
        out.append(')');
    }

    private void pick(Expression.Pick pick) {
        if (pick.where() == null && !(pick.position() instanceof Expression.Numeral)) {
            out.append(Expression.Function.INDEXED_REPEAT.symbol()).append('(');
            list(List.of(pick.value(), new Expression.Name(pick.roster()), pick.position()));
            out.append(')');
            return;
        }
        name(pick.roster());
        if (pick.where() != null) {
            bracketed(pick.where());
        }
        bracketed(pick.position());
        step(pick.value());
    }

    private void list(List<Expression> expressions) {
        String separator = "";
        for (Expression expression : expressions) {
            out.append(separator);
            write(expression);
            separator = ", ";
        }
    }

    private void step(Expression value) {
        out.append('/');
        boolean plain = value instanceof Expression.Name || value instanceof Expression.Call;
        if (plain) {
            write(value);
        } else {
            parenthesised(value);
        }
    }

    private void operand(Expression operand, int atLeast) {
        int precedence = PRIMARY;
        if (operand instanceof Expression.Operation operation) {
            precedence = operation.operator().precedence();
        } else if (operand instanceof Expression.Negation) {
            precedence = UNARY;
        }
        if (precedence < atLeast) {
            parenthesised(operand);
        } else {
            write(operand);
        }
    }

    private void parenthesised(Expression expression) {
        out.append('(');
        write(expression);
        out.append(')');
    }

    private void bracketed(Expression expression) {
        out.append('[');
        write(expression);
        out.append(']');
    }

    private void name(String name) {
        out.append("${").append(name).append('}');
    }
}
