package io.github.bmnkit.expression;

import io.github.bmnkit.finding.Text;
import org.jspecify.annotations.Nullable;

/** The type of a checked expression. An error has been reported where it is {@link #ERROR}, and goes with everything. */
record Type(
        ValueType kind,
        int digits,
        @Nullable Codes codes,
        @Nullable Unit unit) {
    static final Type ERROR = new Type(ValueType.TRUTH, -1, null, null);
    static final Type TRUTH = new Type(ValueType.TRUTH, 0, null, null);
    static final Type TEXT = new Type(ValueType.TEXT, 0, null, null);
    static final Type DATE = new Type(ValueType.DATE, 0, null, null);
    static final Type INTEGER = new Type(ValueType.INTEGER, 0, null, null);

    static Type of(Symbol symbol) {
        return new Type(symbol.type(), symbol.digits(), symbol.codes(), Unit.parse(symbol.unit()));
    }

    static Type number(int digits, @Nullable Unit unit) {
        return new Type(digits == 0 ? ValueType.INTEGER : ValueType.DECIMAL, digits, null, unit);
    }

    static Type code(Codes codes) {
        return new Type(ValueType.CODE, 0, codes, null);
    }

    boolean isError() {
        return digits < 0;
    }

    boolean isNumber() {
        return kind.isNumber() && !isError();
    }

    boolean isTruth() {
        return kind == ValueType.TRUTH && !isError();
    }

    /** Whether values are texts in the frame: texts, and codes of open lists. */
    boolean isText() {
        return kind == ValueType.TEXT || (kind == ValueType.CODE && codes != null && codes.isOpen());
    }

    boolean readsAsText() {
        return kind == ValueType.TEXT || kind == ValueType.CODE;
    }

    boolean sameList(Type other) {
        return codes != null && other.codes != null && codes.name().equals(other.codes.name());
    }

    Type withUnit(@Nullable Unit newUnit) {
        return new Type(kind, digits, codes, newUnit);
    }

    Text text() {
        Text words = kind.text();
        return codes == null
                ? words
                : Text.of(words.th() + " (" + codes.name() + ")", words.en() + " (" + codes.name() + ")");
    }
}
