package io.github.bmnkit.apportionment;

import java.math.BigInteger;

/**
 * A positive ratio as mantissa / 2^shift, rounded down; the mantissa has 62 bits. A weight of at most 2^53 times it
 * misses the exact product by less than 2^-20, as long as that product is at most 2^41.
 */
record Scale(long mantissa, int shift) {
    private static final int BITS = 62;

    static Scale of(long part, BigInteger whole) {
        BigInteger numerator = BigInteger.valueOf(part);
        int shift = BITS - numerator.bitLength() + whole.bitLength();
        BigInteger mantissa = numerator.shiftLeft(shift).divide(whole);
        int surplus = mantissa.bitLength() - BITS;
        return new Scale(mantissa.shiftRight(surplus).longValueExact(), shift - surplus);
    }
}
