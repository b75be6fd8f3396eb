package io.github.bmnkit.benchmarks;

import io.github.bmnkit.expression.Value;
import org.jspecify.annotations.Nullable;

/** What a programmer would write once for all rules: truths of three values, and why an answer is missing. */
final class ByHandLogic {
    static final byte PASS = 0;
    static final byte FAIL = 1;
    static final byte UNDECIDED = 2;
    static final byte NOT_APPLICABLE = 3;

    static final int FALSE = 0;
    static final int TRUE = 1;
    static final int UNKNOWN = 2;

    /** Below it lie the missing: this plus the kind, from 1, not asked, to 5, invalid. */
    private static final long MISSING = Long.MIN_VALUE / 2;

    private ByHandLogic() {}

    static long missing(Value.None none) {
        return MISSING
                - 10
                + switch (none.reason()) {
                    case NOT_ASKED -> 1;
                    case NOT_ANSWERED -> 2;
                    case REFUSED -> 3;
                    case DONT_KNOW -> 4;
                    case INVALID -> 5;
                };
    }

    static boolean digits(@Nullable String text, int length) {
        if (text == null || text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static boolean blank(long value) {
        return value < MISSING;
    }

    static int why(long value) {
        return value < MISSING ? (int) (value - (MISSING - 10)) : 0;
    }

    static int why(long one, long other) {
        return Math.max(why(one), why(other));
    }

    static int kind(long[] values, int slot) {
        return why(values[slot]);
    }

    static byte undecided(int worst) {
        return worst <= 1 ? NOT_APPLICABLE : UNDECIDED;
    }

    static int truth(boolean value) {
        return value ? TRUE : FALSE;
    }

    static int and(int one, int other) {
        return one == FALSE || other == FALSE ? FALSE : Math.max(one, other);
    }

    static int or(int one, int other) {
        return one == TRUE || other == TRUE ? TRUE : Math.max(one, other);
    }

    static int eq(long one, long other) {
        return blank(one) || blank(other) ? UNKNOWN : truth(one == other);
    }

    static int ne(long one, long other) {
        return blank(one) || blank(other) ? UNKNOWN : truth(one != other);
    }

    static int le(long one, long other) {
        return blank(one) || blank(other) ? UNKNOWN : truth(one <= other);
    }

    static int ge(long one, long other) {
        return blank(one) || blank(other) ? UNKNOWN : truth(one >= other);
    }

    static int gt(long one, long other) {
        return blank(one) || blank(other) ? UNKNOWN : truth(one > other);
    }

    static long orZero(long value) {
        return blank(value) && why(value) <= 2 ? 0 : value;
    }

    static long plus(long one, long other) {
        return blank(one) ? one : blank(other) ? other : one + other;
    }

    static long minus(long one, long other) {
        return blank(one) ? one : blank(other) ? other : one - other;
    }

    static long times(long value, long factor) {
        return blank(value) ? value : value * factor;
    }

    static int chosen(long codes, int code) {
        return blank(codes) ? UNKNOWN : truth((codes >> code & 1) == 1);
    }

    static byte must(int truth, int why) {
        return truth == TRUE ? PASS : truth == FALSE ? FAIL : undecided(why);
    }

    static int lt(long one, long other) {
        return blank(one) || blank(other) ? UNKNOWN : truth(one < other);
    }

    static int not(int truth) {
        return truth == UNKNOWN ? UNKNOWN : TRUE - truth;
    }

    static byte when(int applies, int why, byte otherwise) {
        return applies == TRUE ? otherwise : applies == FALSE ? NOT_APPLICABLE : undecided(why);
    }

    static byte is(long value, long code, byte otherwise) {
        return when(eq(value, code), why(value), otherwise);
    }

    static byte same(long claimed, long counted) {
        return blank(claimed) ? NOT_APPLICABLE : must(eq(claimed, counted), why(counted));
    }

    static byte within(long number, long min, long max) {
        return blank(number) ? NOT_APPLICABLE : must(and(ge(number, min), le(number, max)), why(max));
    }
}
