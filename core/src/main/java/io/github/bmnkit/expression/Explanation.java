package io.github.bmnkit.expression;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How a value comes about: an expression, its value, and the same for each of its parts. It holds personal values, which
 * {@code toString} hides and {@link #text} shows.
 */
public final class Explanation {
    private final Expression expression;
    private final Value value;
    private final int member;
    private final List<Explanation> parts;

    Explanation(Expression expression, Value value, int member, List<Explanation> parts) {
        this.expression = requireNonNull(expression, "expression");
        this.value = requireNonNull(value, "value");
        this.member = member;
        this.parts = List.copyOf(parts);
    }

    /**
     * Returns what is explained.
     *
     * @return the expression
     */
    public Expression expression() {
        return expression;
    }

    /**
     * Returns what it comes to.
     *
     * @return the value; for a count that is not known, its bounds
     */
    public Value value() {
        return value;
    }

    /**
     * Returns for which member of the roster a part was evaluated.
     *
     * @return the row, from 0, if a function over the roster evaluated it for each member
     */
    public OptionalInt row() {
        return member < 0 ? OptionalInt.empty() : OptionalInt.of(member);
    }

    /**
     * Returns the same for the parts of the expression.
     *
     * @return the parts, from left to right; within a function over the roster, member by member
     */
    public List<Explanation> parts() {
        return parts;
    }

    /**
     * Says it in words, a line for each part, indented.
     *
     * @param locale Thai, or else English
     * @return the lines, with values as they are
     */
    public String text(Locale locale) {
        StringBuilder out = new StringBuilder();
        write(locale, 0, out);
        return out.toString();
    }

    private void write(Locale locale, int depth, StringBuilder out) {
        out.append("  ".repeat(depth));
        if (member >= 0) {
            out.append(Text.of("สมาชิกที่ ", "member ").in(locale))
                    .append(member + 1)
                    .append(": ");
        }
        out.append(expression).append(" = ").append(value.text(locale)).append('\n');
        for (Explanation part : parts) {
            part.write(locale, depth + 1, out);
        }
    }

    /** Returns the expression without its value. */
    @Override
    public String toString() {
        return "Explanation[" + expression + "]";
    }
}
