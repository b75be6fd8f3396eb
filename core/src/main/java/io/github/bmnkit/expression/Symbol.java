package io.github.bmnkit.expression;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What an expression may name: a question, a calculation or a parameter.
 *
 * @param name the name, as in {@code ${name}}
 * @param level where it has its value
 * @param type the type of its value; not {@link ValueType#TRUTH}
 * @param digits for a decimal, the digits after the point, 0 to 9; else 0
 * @param unit the unit of a number, such as {@code persons}, {@code baht/year} or {@code hours per week}, if it has one
 * @param codes the list of a code or codes, else null
 * @param parameter whether it is set with the definition, not answered; if unset it is {@link Missing#INVALID}
 * @param bounded whether it is a count of which bounds are kept when it is not known
 */
public record Symbol(
        String name,
        Level level,
        ValueType type,
        int digits,
        @Nullable String unit,
        @Nullable Codes codes,
        boolean parameter,
        boolean bounded) {
    /**
     * Checks that the parts fit together.
     *
     * @param name the name, as in {@code ${name}}
     * @param level where it has its value
     * @param type the type of its value; not {@link ValueType#TRUTH}
     * @param digits for a decimal, the digits after the point, 0 to 9; else 0
     * @param unit the unit of a number, such as {@code persons}, {@code baht/year} or {@code hours per week}, if it has one
     * @param codes the list of a code or codes, else null
     * @param parameter whether it is set with the definition, not answered; if unset it is {@link Missing#INVALID}
     * @param bounded whether it is a count of which bounds are kept when it is not known
     */
    public Symbol {
        requireNonNull(level, "level");
        requireNonNull(type, "type");
        if (!Lexer.isName(name)) {
            throw new IllegalArgumentException("not a name: " + name);
        }
        if (type == ValueType.TRUTH) {
            throw new IllegalArgumentException("a condition has no name: " + name);
        }
        if (digits < 0 || digits > Exact.MAX_DECLARED_DIGITS || (digits > 0 && type != ValueType.DECIMAL)) {
            throw new IllegalArgumentException(name + " cannot have " + digits + " digits");
        }
        if ((codes == null) == (type == ValueType.CODE || type == ValueType.CODES)) {
            throw new IllegalArgumentException(name + ": exactly the types CODE and CODES have a list");
        }
        if (type == ValueType.CODES
                && codes != null
                && (codes.isOpen() || codes.codes().size() > Codes.MAX_CHOICES)) {
            throw new IllegalArgumentException(
                    name + " needs a closed list of at most " + Codes.MAX_CHOICES + " codes");
        }
        if (parameter && level != Level.HOUSEHOLD) {
            throw new IllegalArgumentException("a parameter is the same for all members: " + name);
        }
        if (bounded && (type != ValueType.INTEGER || parameter || level != Level.HOUSEHOLD)) {
            throw new IllegalArgumentException("only whole numbers of the household have bounds: " + name);
        }
    }

    /**
     * Returns a name for a value without list, unit or digits.
     *
     * @param name the name
     * @param level where it has its value
     * @param type the type of its value
     * @return the symbol
     */
    public static Symbol of(String name, Level level, ValueType type) {
        return new Symbol(name, level, type, 0, null, null, false, false);
    }

    /**
     * Returns a name for a decimal.
     *
     * @param name the name
     * @param level where it has its value
     * @param digits the digits after the point, 0 to 9
     * @return the symbol
     */
    public static Symbol decimal(String name, Level level, int digits) {
        return new Symbol(name, level, ValueType.DECIMAL, digits, null, null, false, false);
    }

    /**
     * Returns a name for one code of a list.
     *
     * @param name the name
     * @param level where it has its value
     * @param codes the list
     * @return the symbol
     */
    public static Symbol code(String name, Level level, Codes codes) {
        return new Symbol(name, level, ValueType.CODE, 0, null, codes, false, false);
    }

    /**
     * Returns a name for several codes of a list.
     *
     * @param name the name
     * @param level where it has its value
     * @param codes the list: closed, with at most {@link Codes#MAX_CHOICES} codes
     * @return the symbol
     */
    public static Symbol codes(String name, Level level, Codes codes) {
        return new Symbol(name, level, ValueType.CODES, 0, null, codes, false, false);
    }

    /**
     * Returns this symbol with a unit.
     *
     * @param newUnit such as {@code baht/year}
     * @return the symbol
     */
    public Symbol withUnit(String newUnit) {
        return new Symbol(name, level, type, digits, newUnit, codes, parameter, bounded);
    }

    /**
     * Returns this symbol as a parameter.
     *
     * @return the symbol
     */
    public Symbol asParameter() {
        return new Symbol(name, level, type, digits, unit, codes, true, bounded);
    }

    /**
     * Returns this symbol as a count that keeps bounds.
     *
     * @return the symbol
     */
    public Symbol withBounds() {
        return new Symbol(name, level, type, digits, unit, codes, parameter, true);
    }

    /** Whether the value is kept as a text. */
    boolean isText() {
        return type == ValueType.TEXT || (codes != null && codes.isOpen());
    }

    int slots() {
        return bounded ? 3 : 1;
    }
}
