package io.github.bmnkit.expression;

import java.math.BigInteger;

/**
 * Exact arithmetic on {@code long}s in which the lowest few values stand for the kinds of missing. What does not fit
 * becomes {@link Missing#INVALID}.
 */
final class Exact {
    static final int MAX_DECLARED_DIGITS = 9;
    static final int MAX_DIGITS = 18;
    /** Digits to which a quotient is rounded where it is not kept exact. */
    static final int QUOTIENT_DIGITS = 9;
    /** Every raw value below this one is missing; its distance from the lowest long is the kind. */
    static final long LIMIT = Long.MIN_VALUE + 32;
    /** The greatest value; its opposite is the least, so that every value has an opposite. */
    static final long MOST = -LIMIT;

    /** Missing for reasons that the answers read tell; as such it is the mildest kind. */
    static final long NEUTRAL = Long.MIN_VALUE;

    static final long INVALID = missing(Missing.INVALID);

    private static final long[] POWERS = new long[MAX_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i <= MAX_DIGITS; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Exact() {}

    static long missing(Missing kind) {
        return Long.MIN_VALUE + kind.rank();
    }

    static boolean isMissing(long raw) {
        return raw < LIMIT;
    }

    static Missing kind(long raw) {
        return Missing.ofRank((int) (raw - Long.MIN_VALUE));
    }

    static long power(int digits) {
        return POWERS[digits];
    }

    /** The worse of two raw values of which at least one is missing. */
    static long worse(long a, long b) {
        return isMissing(a) && isMissing(b) ? Math.max(a, b) : Math.min(a, b);
    }

    static long add(long a, long b) {
        if (a < LIMIT || b < LIMIT) {
            return worse(a, b);
        }
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? INVALID : within(sum);
    }

    /** The value, or invalid if it is out of range. */
    static long within(long value) {
        return value < LIMIT || value > MOST ? INVALID : value;
    }

    static long subtract(long a, long b) {
        if (a < LIMIT || b < LIMIT) {
            return worse(a, b);
        }
        return add(a, -b);
    }

    static long multiply(long a, long b) {
        if (a < LIMIT || b < LIMIT) {
            return worse(a, b);
        }
        long low = a * b;
        return Math.multiplyHigh(a, b) != low >> 63 ? INVALID : within(low);
    }

    /** The remainder with the sign of the dividend, of two numbers with the same digits. */
    static long remainder(long a, long b) {
        if (a < LIMIT || b < LIMIT) {
            return worse(a, b);
        }
        return b == 0 ? INVALID : a % b;
    }

    static long negate(long a) {
        return a < LIMIT ? a : -a;
    }

    static long abs(long a) {
        return a < LIMIT ? a : Math.abs(a);
    }

    /** Adds zeros after the point. */
    static long widen(long a, int moreDigits) {
        return moreDigits == 0 ? a : multiply(a, POWERS[moreDigits]);
    }

    /** Cuts digits off, towards zero. */
    static long cut(long a, int digits) {
        return a < LIMIT ? a : a / POWERS[digits];
    }

    /** Compares two numbers that are there, whatever their digits. */
    static int compare(long a, int aDigits, long b, int bDigits) {
        if (aDigits == bDigits) {
            return Long.compare(a, b);
        }
        return aDigits < bDigits
                ? compareProducts(a, POWERS[bDigits - aDigits], b, 1)
                : compareProducts(a, 1, b, POWERS[aDigits - bDigits]);
    }

    /** Compares a * b with c * d in 128 bits. */
    static int compareProducts(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }

    /**
     * Divides two numbers that are there and rounds to the nearest with so many digits; ties go to the even neighbour,
     * or else upwards.
     */
    static long divide(long numerator, long denominator, int digits, boolean tiesToEven) {
        if (denominator == 0) {
            return INVALID;
        }
        long n = denominator < 0 ? -numerator : numerator;
        long d = Math.abs(denominator);
        if (d > Long.MAX_VALUE / 10) {
            return divideWide(n, d, digits, tiesToEven);
        }
        long quotient = Math.floorDiv(n, d);
        long rest = Math.floorMod(n, d);
        for (int i = 0; i < digits; i++) {
            // Rounded down so far, a value at the low end of the range would leave it before its last digit is added.
            if (quotient < LIMIT / 10 || quotient > MOST / 10) {
                return divideWide(n, d, digits, tiesToEven);
            }
            rest *= 10;
            quotient = quotient * 10 + rest / d;
            rest %= d;
        }
        return within(roundUp(rest, d, (quotient & 1) == 1, tiesToEven) ? quotient + 1 : quotient);
    }

    private static boolean roundUp(long rest, long d, boolean odd, boolean tiesToEven) {
        long other = d - rest;
        return rest > other || (rest == other && (!tiesToEven || odd));
    }

    private static long divideWide(long n, long d, int digits, boolean tiesToEven) {
        BigInteger divisor = BigInteger.valueOf(d);
        BigInteger dividend = BigInteger.valueOf(n).multiply(BigInteger.valueOf(POWERS[digits]));
        BigInteger rest = dividend.mod(divisor);
        BigInteger quotient = dividend.subtract(rest).divide(divisor);
        if (roundUp(rest.longValueExact(), d, quotient.testBit(0), tiesToEven)) {
            quotient = quotient.add(BigInteger.ONE);
        }
        return quotient.bitLength() < Long.SIZE ? within(quotient.longValueExact()) : INVALID;
    }
}
