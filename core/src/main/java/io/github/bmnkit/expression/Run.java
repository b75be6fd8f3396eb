package io.github.bmnkit.expression;

/**
 * What a checked expression is compiled to: small functions of a frame and a row. They allocate nothing and keep what
 * does not fit into their result in the frame.
 */
final class Run {
    static final int FALSE = 0;
    static final int TRUE = 1;
    static final int UNKNOWN = 2;
    /** Unknown since a calculation went out of range, whatever the answers read say. */
    static final int BROKEN = 3;

    private Run() {}

    /** A number, date or code: the scaled value, or a raw value below {@link Exact#LIMIT}. */
    interface Num {
        long get(Frame frame, int row);
    }

    /** A condition: one of the four constants above; the worst of several unknowns is their maximum. */
    interface Cond {
        int test(Frame frame, int row);
    }

    /** A text: put into a register of the frame; {@link #TRUE} if it is there, else as for a condition. */
    interface Txt {
        int read(Frame frame, int row, int register);
    }

    /**
     * A number as numerator and denominator, left in {@link Frame#numerator} and {@link Frame#denominator};
     * {@link #TRUE} if it is there.
     */
    interface Ratio {
        int split(Frame frame, int row);
    }

    /**
     * A count within bounds, left in {@link Frame#low} and {@link Frame#high}, with {@link Frame#loose} as the reason
     * where they differ; {@link #TRUE} if there are bounds.
     */
    interface Bound {
        int find(Frame frame, int row);
    }

    /** Puts a value into its cell, and tells whether the cell changed. */
    interface Store {
        boolean store(Frame frame, int row);
    }

    /** Tests a condition, without a call that is not inlined if it is of one of the most frequent kinds. */
    static int test(Cond cond, Frame frame, int row) {
        if (cond instanceof Within within) {
            return within.test(frame, row);
        }
        if (cond instanceof Compared compared) {
            return compared.test(frame, row);
        }
        return cond instanceof Blank blank ? blank.test(frame, row) : cond.test(frame, row);
    }

    /** What a raw value that is missing makes of a condition. */
    static int unknown(long raw) {
        return raw == Exact.INVALID ? BROKEN : UNKNOWN;
    }

    /** What a condition that is unknown makes of a number. */
    static long missing(int code) {
        return code == BROKEN ? Exact.INVALID : Exact.NEUTRAL;
    }
}
