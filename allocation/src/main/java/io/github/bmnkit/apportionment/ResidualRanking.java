package io.github.bmnkit.apportionment;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The order of the largest remainder: the a-th share of a unit with the target x has the claim x - a + 1. Targets are
 * part/whole times the weight, as a whole number and a remainder over {@code whole}.
 */
final class ResidualRanking implements Ranking {
    private final Instance instance;
    private final long[] wholes;
    private final long[] remainders;
    /** In place of the remainders where they do not fit into a {@code long}. */
    private final BigInteger @Nullable [] wideRemainders;

    private ResidualRanking(
            Instance instance, long[] wholes, long[] remainders, BigInteger @Nullable [] wideRemainders) {
        this.instance = instance;
        this.wholes = wholes;
        this.remainders = remainders;
        this.wideRemainders = wideRemainders;
    }

    /** The targets are kept within the bounds if {@code clamped}; otherwise part must not exceed whole times total. */
    static ResidualRanking of(Instance instance, long part, BigInteger whole, boolean clamped) {
        long[] wholes = new long[instance.size()];
        long[] remainders = new long[instance.size()];
        if (part == 0) {
            for (int i = 0; clamped && i < wholes.length; i++) {
                wholes[i] = instance.floors[i];
            }
            return new ResidualRanking(instance, wholes, remainders, null);
        }
        if (whole.bitLength() > 62) {
            return wide(instance, BigInteger.valueOf(part), whole, clamped);
        }
        long divisor = whole.longValueExact();
        Scale scale = Scale.of(part, whole);
        for (int i = 0; i < wholes.length; i++) {
            long weight = instance.weights[i];
            if (clamped && Wide.compareProducts(weight, part, instance.floors[i], divisor) <= 0) {
                wholes[i] = instance.floors[i];
            } else if (clamped && Wide.compareProducts(weight, part, instance.caps[i], divisor) >= 0) {
                wholes[i] = instance.caps[i];
            } else {
                long whole64 = Wide.shiftedProduct(weight, scale.mantissa(), scale.shift());
                // The quotient is right or one too small, so the remainder is right modulo 2^64.
                long remainder = weight * part - whole64 * divisor;
                boolean oneMore = remainder >= divisor;
                wholes[i] = oneMore ? whole64 + 1 : whole64;
                remainders[i] = oneMore ? remainder - divisor : remainder;
            }
        }
        return new ResidualRanking(instance, wholes, remainders, null);
    }

    private static ResidualRanking wide(Instance instance, BigInteger part, BigInteger whole, boolean clamped) {
        long[] wholes = new long[instance.size()];
        BigInteger[] remainders = new BigInteger[wholes.length];
        for (int i = 0; i < wholes.length; i++) {
            BigInteger[] target =
                    BigInteger.valueOf(instance.weights[i]).multiply(part).divideAndRemainder(whole);
            BigInteger cap = BigInteger.valueOf(instance.caps[i]);
            if (clamped && target[0].compareTo(cap) >= 0) {
                target = new BigInteger[] {cap, BigInteger.ZERO};
            } else if (clamped && target[0].longValueExact() < instance.floors[i]) {
                target = new BigInteger[] {BigInteger.valueOf(instance.floors[i]), BigInteger.ZERO};
            }
            wholes[i] = target[0].longValueExact();
            remainders[i] = target[1];
        }
        return new ResidualRanking(instance, wholes, new long[0], remainders);
    }

    @Override
    public int compare(int i, long a, int j, long b) {
        int order = Long.compare(wholes[i] - a, wholes[j] - b);
        if (order != 0) {
            return order;
        }
        return wideRemainders == null
                ? Long.compare(remainders[i], remainders[j])
                : wideRemainders[i].compareTo(wideRemainders[j]);
    }

    /** Moves all whole parts by the same number, as far up as the total allows. */
    @Override
    public long[] start() {
        long low = -instance.total - 1;
        long high = instance.total + 2;
        long offset = 0;
        while (high - low > 1) {
            if (given(offset) > instance.total) {
                high = offset;
            } else {
                low = offset;
            }
            // Where bounds are slack, 0 and then 1 settle it.
            offset = low == 0 && high == instance.total + 2 ? 1 : low + (high - low) / 2;
        }
        long[] start = new long[instance.size()];
        for (int i = 0; i < start.length; i++) {
            start[i] = instance.clamp(i, wholes[i] + low);
        }
        return start;
    }

    private long given(long offset) {
        long sum = 0;
        for (int i = 0; i < wholes.length && sum <= instance.total; i++) {
            sum += instance.clamp(i, wholes[i] + offset);
        }
        return sum;
    }
}
