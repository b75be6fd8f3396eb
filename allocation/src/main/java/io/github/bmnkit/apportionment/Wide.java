package io.github.bmnkit.apportionment;

import java.math.BigInteger;

/** Products of whole numbers beyond 64 bits, without allocation. All operands are at least 0. */
final class Wide {
    private Wide() {}

    /** Compares a * b with c * d. */
    static int compareProducts(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }

    /** Compares a0 * a1 * a2 * a3 with b0 * b1 * b2 * b3, where each of the two is below 2^192. */
    static int compareProducts(long a0, long a1, long a2, long a3, long b0, long b1, long b2, long b3) {
        long aHigh = Math.multiplyHigh(a0, a1);
        long aLow = a0 * a1;
        long a2High = Math.multiplyHigh(a2, a3);
        long a2Low = a2 * a3;
        long bHigh = Math.multiplyHigh(b0, b1);
        long bLow = b0 * b1;
        long b2High = Math.multiplyHigh(b2, b3);
        long b2Low = b2 * b3;
        int order = Long.compareUnsigned(top(aHigh, aLow, a2High, a2Low), top(bHigh, bLow, b2High, b2Low));
        if (order == 0) {
            order = Long.compareUnsigned(middle(aHigh, aLow, a2High, a2Low), middle(bHigh, bLow, b2High, b2Low));
        }
        return order != 0 ? order : Long.compareUnsigned(aLow * a2Low, bLow * b2Low);
    }

    /** Returns floor(a * b / 2^shift), or 2^62 if it is more than that; 0 < shift < 128. */
    static long shiftedProduct(long a, long b, int shift) {
        long high = Math.multiplyHigh(a, b);
        if (shift >= Long.SIZE) {
            return high >>> (shift - Long.SIZE);
        }
        if (high >>> (shift - 1) != 0) {
            return 1L << 62;
        }
        return Math.min(1L << 62, (high << (Long.SIZE - shift)) | ((a * b) >>> shift));
    }

    /** Returns the sum, or {@link Long#MAX_VALUE} if it is more than that. */
    static long saturatedSum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** Returns the exact sum of the weights. */
    static BigInteger sum(long[] weights) {
        long low = 0;
        long carries = 0;
        for (long weight : weights) {
            low += weight;
            carries += low >>> 62;
            low &= (1L << 62) - 1;
        }
        return BigInteger.valueOf(carries).shiftLeft(62).add(BigInteger.valueOf(low));
    }

    /** Bits 64 to 127 of the product of two numbers of 128 bits each. */
    private static long middle(long aHigh, long aLow, long bHigh, long bLow) {
        return unsignedHigh(aLow, bLow) + aLow * bHigh + aHigh * bLow;
    }

    /** Bits 128 to 191. */
    private static long top(long aHigh, long aLow, long bHigh, long bLow) {
        long first = unsignedHigh(aLow, bLow) + aLow * bHigh;
        long carry = Long.compareUnsigned(first, aLow * bHigh) < 0 ? 1 : 0;
        long second = first + aHigh * bLow;
        if (Long.compareUnsigned(second, first) < 0) {
            carry++;
        }
        return carry + unsignedHigh(aLow, bHigh) + unsignedHigh(aHigh, bLow) + aHigh * bHigh;
    }

    private static long unsignedHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }
}
