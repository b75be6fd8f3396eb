package io.github.bmnkit.apportionment;

/**
 * The order of a divisor method: the a-th share of weight w has the claim w/s(a).
 *
 * <p>The start is found by bisection on the common multiplier, held as a positive number with a mantissa of 57 bits. Its
 * keys, exponent before mantissa, are ordered as the multipliers are. With a multiplier that gives out no more than the
 * total, every share that it gives is given in the end, too.
 */
final class SignpostRanking implements Ranking {
    private static final int MANTISSA_BITS = 56;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final int MAX_EXPONENT = 100;
    private static final int SHIFT_OF_EXPONENT_0 = MANTISSA_BITS + 58;
    private static final long KEYS = (MAX_EXPONENT + 1L) << MANTISSA_BITS;

    private final Instance instance;
    private final Method method;

    SignpostRanking(Instance instance, Method method) {
        this.instance = instance;
        this.method = method;
    }

    @Override
    public int compare(int i, long a, int j, long b) {
        return method.compare(instance.weights[i], a, instance.weights[j], b);
    }

    @Override
    public long[] start() {
        if (instance.total == 0 || instance.totalWeight.signum() == 0) {
            return instance.floors.clone();
        }
        long low = -1;
        long high = KEYS;
        long step = 1L << 26;
        long key = firstKey();
        long slack = instance.size() / 4L + 4;
        while (high - low > 1) {
            if (given(key, method.mostSixteenths()) > instance.total) {
                high = key;
            } else {
                low = key;
                if (instance.total - given(key, method.leastSixteenths()) <= slack) {
                    break;
                }
            }
            if (low >= 0 && high < KEYS) {
                key = low + (high - low) / 2;
            } else {
                key = low < 0 ? Math.max(0, high - step) : low + Math.min(step, high - low - 1);
                step = Math.min(step, KEYS >>> 5) << 4;
            }
        }
        long[] start = instance.floors.clone();
        for (int i = 0; low >= 0 && i < start.length; i++) {
            start[i] = given(i, low, method.leastSixteenths());
        }
        return start;
    }

    private long firstKey() {
        Scale scale = Scale.of(instance.total, instance.totalWeight);
        long exponent = Math.max(0, Math.min(MAX_EXPONENT, SHIFT_OF_EXPONENT_0 + 5 - scale.shift()));
        return (exponent << MANTISSA_BITS) | ((scale.mantissa() >>> 5) & MANTISSA);
    }

    /** Returns how many shares the multiplier gives out, or some number above the total if it gives out more. */
    private long given(long key, int sixteenths) {
        long sum = 0;
        for (int i = 0; i < instance.size() && sum <= instance.total; i++) {
            sum += given(i, key, sixteenths);
        }
        return sum;
    }

    private long given(int i, long key, int sixteenths) {
        if (instance.weights[i] == 0) {
            return instance.floors[i];
        }
        long mantissa = (1L << MANTISSA_BITS) | (key & MANTISSA);
        int shift = SHIFT_OF_EXPONENT_0 - (int) (key >>> MANTISSA_BITS);
        long rounded = (Wide.shiftedProduct(instance.weights[i], mantissa, shift - 4) + sixteenths) >>> 4;
        return instance.clamp(i, method.startsAtZero() ? Math.max(1, rounded) : rounded);
    }
}
