package io.github.bmnkit.apportionment;

import java.math.BigInteger;
import java.util.List;

/** Logarithms to the base 2 as whole multiples of 2^-40, without floating point. Good for a search, not for a verdict. */
final class Logs {
    private static final int BITS = 40;
    private static final int MANTISSA = 62;

    /** The logarithm of 2. */
    static final long ONE = 1L << BITS;

    /** The numbers whose logarithms are 1, 2, 4, ... units, each times 2^62. */
    private static final List<BigInteger> ROOTS = roots();

    private Logs() {}

    private static List<BigInteger> roots() {
        BigInteger[] roots = new BigInteger[BITS];
        BigInteger root = BigInteger.TWO.shiftLeft(MANTISSA);
        for (int k = BITS - 1; k >= 0; k--) {
            root = root.shiftLeft(MANTISSA).sqrt();
            roots[k] = root;
        }
        return List.of(roots);
    }

    /** Returns the logarithm of a positive number, less than one unit too small. */
    static long of(long number) {
        long log = Long.SIZE - 1L - Long.numberOfLeadingZeros(number);
        long mantissa = number << (MANTISSA - log);
        for (int k = 0; k < BITS; k++) {
            long high = Math.multiplyHigh(mantissa, mantissa);
            long low = mantissa * mantissa;
            boolean two = high >>> (MANTISSA - 1) != 0;
            log = 2 * log + (two ? 1 : 0);
            mantissa = two ? (high << 1) | (low >>> 63) : (high << 2) | (low >>> 62);
        }
        return log;
    }

    /** Returns a number whose logarithm differs from the given one by some units at most. */
    static Ratio power(long log) {
        BigInteger mantissa = BigInteger.ONE.shiftLeft(MANTISSA);
        for (int k = 0; k < BITS; k++) {
            if ((log >>> k & 1) != 0) {
                mantissa = mantissa.multiply(ROOTS.get(k)).shiftRight(MANTISSA);
            }
        }
        int shift = Math.toIntExact((log >> BITS) - MANTISSA);
        return shift >= 0
                ? new Ratio(mantissa.shiftLeft(shift), BigInteger.ONE)
                : new Ratio(mantissa, BigInteger.ONE.shiftLeft(-shift));
    }
}
