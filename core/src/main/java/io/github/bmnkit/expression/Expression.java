package io.github.bmnkit.expression;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Reading;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression as a tree. {@code toString} writes it canonically, and reading that gives an equal tree. A tree knows
 * nothing of the names in it; {@link Formula} checks it against them.
 */
public sealed interface Expression {
    /**
     * A number that is not negative; {@code -1} is the {@link Negation} of {@code 1}.
     *
     * @param unscaled the digits without the point, not negative, at most 2^63 - 32
     * @param digits the number of digits after the point, 0 to 9, the last of them not 0
     */
    record Numeral(long unscaled, int digits) implements Expression {
        /**
         * Checks the ranges and cuts zeros off the end.
         *
         * @param unscaled the digits without the point, not negative, at most 2^63 - 32
         * @param digits the number of digits after the point, 0 to 9, the last of them not 0
         */
        public Numeral {
            if (unscaled < 0 || unscaled > Exact.MOST || digits < 0 || digits > Exact.MAX_DECLARED_DIGITS) {
                throw new IllegalArgumentException("not a literal number: " + unscaled + " with " + digits + " digits");
            }
            while (digits > 0 && unscaled % 10 == 0) {
                unscaled /= 10;
                digits--;
            }
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * A literal text; a code of a list is written as a text, too.
     *
     * @param value the text, which must not hold both kinds of quotation marks
     */
    record Text(String value) implements Expression {
        /**
         * Checks that the text can be written.
         *
         * @param value the text, which must not hold both kinds of quotation marks
         */
        public Text {
            if (value.indexOf('\'') >= 0 && value.indexOf('"') >= 0) {
                throw new IllegalArgumentException("a text cannot hold both ' and \"");
            }
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * The value of a question, calculation or parameter, or the roster as such: {@code ${age}}.
     *
     * @param name the name
     */
    record Name(String name) implements Expression {
        /**
         * Checks the form of the name.
         *
         * @param name the name
         */
        public Name {
            requireName(name);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** The value of the question itself, in its constraint: {@code .}. */
    record Self() implements Expression {
        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * A number with the opposite sign.
     *
     * @param operand the number
     */
    record Negation(Expression operand) implements Expression {
        /**
         * Checks that the operand is there.
         *
         * @param operand the number
         */
        public Negation {
            requireNonNull(operand, "operand");
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * Two operands with an operator between them.
     *
     * @param operator the operator
     * @param left the left operand
     * @param right the right operand
     */
    record Operation(Operator operator, Expression left, Expression right) implements Expression {
        /**
         * Checks that the parts are there.
         *
         * @param operator the operator
         * @param left the left operand
         * @param right the right operand
         */
        public Operation {
            requireNonNull(operator, "operator");
            requireNonNull(left, "left");
            requireNonNull(right, "right");
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * A function and its arguments.
     *
     * @param function the function
     * @param arguments the arguments, as many as the function takes
     */
    record Call(Function function, List<Expression> arguments) implements Expression {
        /**
         * Copies the arguments and checks their number.
         *
         * @param function the function
         * @param arguments the arguments, as many as the function takes
         */
        public Call {
            arguments = List.copyOf(arguments);
            if (!function.takes(arguments.size())) {
                throw new IllegalArgumentException(function.symbol() + " does not take " + arguments.size());
            }
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * Members of the roster, or a value of each: {@code ${member}[${age} >= 60]/${income}}. It stands only where a
     * function over the roster takes it.
     *
     * @param roster the name of the roster
     * @param where which members; all of them if null
     * @param value what to take of each; the members as such if null, and then {@code where} is not null
     */
    record Members(
            String roster,
            @Nullable Expression where,
            @Nullable Expression value) implements Expression {
        /**
         * Checks that it says more than the name of the roster.
         *
         * @param roster the name of the roster
         * @param where which members; all of them if null
         * @param value what to take of each; the members as such if null, and then {@code where} is not null
         */
        public Members {
            requireName(roster);
            if (where == null && value == null) {
                throw new IllegalArgumentException("all members as such are written as a name");
            }
            requireCondition(where);
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /**
     * A value of one member: of the first (second, ...) for which a condition holds, as in
     * {@code ${member}[${role} = 'HEAD'][1]/${age}}, or of the one at a position, as in {@code ${member}[3]/${age}} or
     * {@code indexed-repeat(${age}, ${member}, ${n})}.
     *
     * @param roster the name of the roster
     * @param where which members to look among; all of them if null
     * @param position the place among those, from 1; a {@link Numeral} if there is a condition
     * @param value what to take of the member
     */
    record Pick(String roster, @Nullable Expression where, Expression position, Expression value)
            implements Expression {
        /**
         * Checks that it can be written.
         *
         * @param roster the name of the roster
         * @param where which members to look among; all of them if null
         * @param position the place among those, from 1; a {@link Numeral} if there is a condition
         * @param value what to take of the member
         */
        public Pick {
            requireName(roster);
            requireNonNull(position, "position");
            requireNonNull(value, "value");
            requireCondition(where);
            if (where != null && !(position instanceof Numeral)) {
                throw new IllegalArgumentException("with a condition the position must be a number");
            }
            if (position instanceof Numeral number && (number.digits() > 0 || number.unscaled() < 1)) {
                throw new IllegalArgumentException("positions are whole numbers from 1: " + number);
            }
        }

        @Override
        public String toString() {
            return Printer.print(this);
        }
    }

    /** What stands between two operands. */
    enum Operator {
        /** One of the two holds. */
        OR("or", 1),
        /** Both hold. */
        AND("and", 2),
        /** Equal. */
        EQUAL("=", 3),
        /** Not equal. */
        NOT_EQUAL("!=", 3),
        /** Less. */
        LESS("<", 4),
        /** Less or equal. */
        LESS_OR_EQUAL("<=", 4),
        /** Greater. */
        GREATER(">", 4),
        /** Greater or equal. */
        GREATER_OR_EQUAL(">=", 4),
        /** Sum. */
        PLUS("+", 5),
        /** Difference. */
        MINUS("-", 5),
        /** Product. */
        TIMES("*", 6),
        /** Quotient. */
        DIV("div", 6),
        /** Remainder, with the sign of the left operand. */
        MOD("mod", 6);

        private final String symbol;
        private final int precedence;

        Operator(String symbol, int precedence) {
            this.symbol = symbol;
            this.precedence = precedence;
        }

        /**
         * Returns how the operator is written.
         *
         * @return the sign or word
         */
        public String symbol() {
            return symbol;
        }

        int precedence() {
            return precedence;
        }
    }

    /** What can be called. */
    enum Function {
        /** {@code if(condition, then, else)}. */
        IF("if", 3, 3),
        /** {@code coalesce(x, y)}: y where x was not asked or left blank. */
        COALESCE("coalesce", 2, 2),
        /** {@code not(condition)}. */
        NOT("not", 1, 1),
        /** {@code true()}. */
        TRUE("true", 0, 0),
        /** {@code false()}. */
        FALSE("false", 0, 0),
        /** {@code selected(x, 'code')}. */
        SELECTED("selected", 2, 2),
        /** {@code count-selected(x)}. */
        COUNT_SELECTED("count-selected", 1, 1),
        /** {@code count(members)}. */
        COUNT("count", 1, 1),
        /** {@code sum(value of each member)}. */
        SUM("sum", 1, 1),
        /** {@code min(value of each member)} or {@code min(x, y, ...)}. */
        MIN("min", 1, 50),
        /** {@code max(value of each member)} or {@code max(x, y, ...)}. */
        MAX("max", 1, 50),
        /** {@code any(members)} or {@code any(condition of each member)}. */
        ANY("any", 1, 1),
        /** {@code all(condition of each member)}. */
        ALL("all", 1, 1),
        /** {@code join(' ', codes of each member)}: the codes that some member chose. */
        JOIN("join", 2, 2),
        /** {@code count-same(x, ...)}: members, this one included, with the same values. */
        COUNT_SAME("count-same", 1, 10),
        /** {@code count-duplicates(x, ...)}: members whose values another member has, too. */
        COUNT_DUPLICATES("count-duplicates", 1, 10),
        /** {@code position(..)}: the place of the member in the roster, from 1. */
        POSITION("position", 0, 0),
        /** {@code abs(x)}. */
        ABS("abs", 1, 1),
        /** {@code int(x)}: cuts towards zero. */
        INT("int", 1, 1),
        /** {@code round(x)} or {@code round(x, digits)}: to the nearest, ties upwards. */
        ROUND("round", 1, 2),
        /** {@code number(x)}: the number that a code or text says. */
        NUMBER("number", 1, 1),
        /** {@code string(x)}. */
        STRING("string", 1, 1),
        /** {@code string-length(x)}. */
        STRING_LENGTH("string-length", 1, 1),
        /** {@code substr(x, start)} or {@code substr(x, start, end)}, from 0, the end excluded. */
        SUBSTR("substr", 2, 3),
        /** {@code concat(x, ...)}. */
        CONCAT("concat", 1, 50),
        /** {@code regex(x, 'pattern')}: whether the whole text matches. */
        REGEX("regex", 2, 2),
        /** {@code date('2026-01-31')}. */
        DATE("date", 1, 1),
        /** {@code today()}: the date that the caller gives. */
        TODAY("today", 0, 0),
        /** {@code age-years(birth, at)}: completed years. */
        AGE_YEARS("age-years", 2, 2),
        /** {@code age-months(birth, at)}: completed months. */
        AGE_MONTHS("age-months", 2, 2),
        /** {@code thai-id-valid(x)}: whether 13 digits end with their check digit. */
        THAI_ID_VALID("thai-id-valid", 1, 1),
        /** {@code attribute(code, 'name')}: an attribute of a code in its list, such as a role. */
        ATTRIBUTE("attribute", 2, 2),
        /** {@code indexed-repeat(x, roster, position)}: read as a {@link Pick}, so no {@link Call} holds it. */
        INDEXED_REPEAT("indexed-repeat", 3, 3);

        private final String symbol;
        private final int min;
        private final int max;

        Function(String symbol, int min, int max) {
            this.symbol = symbol;
            this.min = min;
            this.max = max;
        }

        /**
         * Returns how the function is written.
         *
         * @return the name
         */
        public String symbol() {
            return symbol;
        }

        boolean takes(int arguments) {
            return arguments >= min && arguments <= max;
        }

        String arity() {
            return min == max ? Integer.toString(min) : min + "-" + max;
        }
    }

    /**
     * Reads an expression. It is at most 10,000 characters long and nested at most 100 deep.
     *
     * @param text the expression
     * @return the tree, or everything that is wrong with the text, with line and column
     */
    static Reading<Expression> parse(String text) {
        requireNonNull(text, "text");
        return new Parser(text).read();
    }

    /**
     * Returns what this expression is made of, from left to right.
     *
     * @return the parts; empty for a literal or a name
     */
    default List<Expression> parts() {
        if (this instanceof Negation negation) {
            return List.of(negation.operand());
        }
        if (this instanceof Operation operation) {
            return List.of(operation.left(), operation.right());
        }
        if (this instanceof Call call) {
            return call.arguments();
        }
        if (this instanceof Members members) {
            return present(members.where(), members.value());
        }
        if (this instanceof Pick pick) {
            return present(pick.where(), pick.position(), pick.value());
        }
        return List.of();
    }

    private static List<Expression> present(@Nullable Expression... parts) {
        List<Expression> present = new ArrayList<>();
        for (Expression part : parts) {
            if (part != null) {
                present.add(part);
            }
        }
        return Collections.unmodifiableList(present);
    }

    private static void requireName(String name) {
        if (!Lexer.isName(name)) {
            throw new IllegalArgumentException("not a name: " + name);
        }
    }

    private static void requireCondition(@Nullable Expression where) {
        if (where instanceof Numeral) {
            throw new IllegalArgumentException("a number is not a condition: " + where);
        }
    }
}
