package io.github.bmnkit.apportionment;

/**
 * How fractions become whole shares. The divisor methods differ in one function, the signpost s(a): a weight, divided by
 * a common divisor, earns its a-th share when it reaches s(a).
 *
 * <p>Sources: M. Balinski and H. P. Young, <i>Fair Representation</i>, 1982; F. Pukelsheim, <i>Proportional
 * Representation</i>, 2014.
 */
public enum Method {
    /**
     * The whole part of each exact quota, then one more for the largest remainders (Hamilton, Hare-Niemeyer). It stays
     * within one of the exact quota; but a larger total can take a share away from a unit.
     */
    LARGEST_REMAINDER,
    /** The signpost a - 1/2: ordinary rounding (Sainte-Lagu&euml;). It favours neither large nor small units. */
    WEBSTER,
    /** The signpost a: rounding down (D'Hondt). It favours large units. */
    JEFFERSON,
    /** The signpost a - 1: rounding up. It favours small units; every unit with a weight comes before any second share. */
    ADAMS,
    /** The signpost &radic;(a(a - 1)): rounding at the geometric mean (equal proportions). The first share as in Adams. */
    HUNTINGTON_HILL,
    /** The signpost 2a(a - 1)/(2a - 1): rounding at the harmonic mean. The first share as in Adams. */
    DEAN;

    /**
     * Tells whether this is a divisor method: monotone in the total and in the weights, and coherent from level to level.
     *
     * @return false for {@link #LARGEST_REMAINDER} alone
     */
    public boolean isDivisorMethod() {
        return this != LARGEST_REMAINDER;
    }

    /**
     * Compares w/s(a) with x/s(b), exactly: how urgent the a-th share is to a unit of weight w, against the b-th to one
     * of weight x. With a signpost of 0 it is infinitely urgent, and the larger weight comes first.
     */
    int compare(long w, long a, long x, long b) {
        return switch (this) {
            case WEBSTER -> Wide.compareProducts(w, 2 * b - 1, x, 2 * a - 1);
            case JEFFERSON -> Wide.compareProducts(w, b, x, a);
            case ADAMS -> a == 1 || b == 1 ? first(w, a, x, b) : Wide.compareProducts(w, b - 1, x, a - 1);
            case HUNTINGTON_HILL ->
                a == 1 || b == 1 ? first(w, a, x, b) : Wide.compareProducts(w, w, b, b - 1, x, x, a, a - 1);
            case DEAN ->
                a == 1 || b == 1
                        ? first(w, a, x, b)
                        : Wide.compareProducts(w, 2 * a - 1, 2 * b, b - 1, x, 2 * b - 1, 2 * a, a - 1);
            case LARGEST_REMAINDER -> throw new IllegalStateException("no signposts: " + this);
        };
    }

    private static int first(long w, long a, long x, long b) {
        return a == b ? Long.compare(w, x) : Long.compare(b, a);
    }

    /**
     * Returns c, in sixteenths, for which at least floor(x + c) signposts lie in 1..x; {@link #mostSixteenths()} is the c
     * for which at most floor(x + c) do. Signposts of 0 are left aside.
     */
    int leastSixteenths() {
        return switch (this) {
            case WEBSTER, HUNTINGTON_HILL, DEAN -> 8;
            case ADAMS -> 16;
            case JEFFERSON, LARGEST_REMAINDER -> 0;
        };
    }

    /** The geometric mean of a - 1 and a lies at most 1/8 under a - 1/2 (a >= 2), the harmonic mean at most 1/6. */
    int mostSixteenths() {
        return switch (this) {
            case HUNTINGTON_HILL -> 10;
            case DEAN -> 11;
            case WEBSTER, JEFFERSON, ADAMS, LARGEST_REMAINDER -> leastSixteenths();
        };
    }

    /** Whether the first signpost is 0, so that every unit with a weight has its first share before any has a second. */
    boolean startsAtZero() {
        return this == ADAMS || this == HUNTINGTON_HILL || this == DEAN;
    }
}
