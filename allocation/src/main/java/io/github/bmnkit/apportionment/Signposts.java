package io.github.bmnkit.apportionment;

import java.math.BigInteger;

/** The signposts of the divisor methods as numbers; those of {@link Method#HUNTINGTON_HILL} squared, as are weights. */
final class Signposts {
    private Signposts() {}

    /** The power of weights and multipliers that the signposts are compared with. */
    static int power(Method method) {
        return method == Method.HUNTINGTON_HILL ? 2 : 1;
    }

    /** Returns the a-th signpost, from 1. */
    static Ratio of(Method method, long a) {
        BigInteger number = BigInteger.valueOf(a);
        BigInteger before = number.subtract(BigInteger.ONE);
        BigInteger sum = number.add(before);
        return switch (method) {
            case WEBSTER -> new Ratio(sum, BigInteger.TWO);
            case JEFFERSON -> new Ratio(number, BigInteger.ONE);
            case ADAMS -> new Ratio(before, BigInteger.ONE);
            case HUNTINGTON_HILL -> new Ratio(number.multiply(before), BigInteger.ONE);
            case DEAN -> new Ratio(number.multiply(before).shiftLeft(1), sum);
            case LARGEST_REMAINDER -> throw new IllegalStateException("no signposts: " + method);
        };
    }

    /** Returns the logarithm of the a-th signpost, which is not 0. */
    static long log(Method method, long a) {
        return switch (method) {
            case WEBSTER -> Logs.of(2 * a - 1) - Logs.ONE;
            case JEFFERSON -> Logs.of(a);
            case ADAMS -> Logs.of(a - 1);
            case HUNTINGTON_HILL -> Logs.of(a) + Logs.of(a - 1);
            case DEAN -> Logs.ONE + Logs.of(a) + Logs.of(a - 1) - Logs.of(2 * a - 1);
            case LARGEST_REMAINDER -> throw new IllegalStateException("no signposts: " + method);
        };
    }

    /** Returns the logarithm of a signpost for so many shares at once, the first of them the a-th: half way through. */
    static long log(Method method, long a, long step) {
        return step == 1 ? log(method, a) : power(method) * (Logs.of(2 * (a - 1) + step) - Logs.ONE);
    }
}
