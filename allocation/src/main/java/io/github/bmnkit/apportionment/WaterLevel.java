package io.github.bmnkit.apportionment;

import java.math.BigInteger;

/**
 * The multiplier part/whole for which the weights, multiplied and kept within the bounds, add up to the total: as when
 * water is poured into vessels with raised floors and low brims. Exact, by bisection over the levels at which a unit
 * reaches one of its bounds.
 */
record WaterLevel(long part, BigInteger whole) {

    static WaterLevel of(Instance instance) {
        return new Search(instance).run();
    }

    private static final class Search {
        private final Instance instance;
        /** The levels still in question: unit i reaches its floor (i) or its cap (-1 - i). */
        private final int[] open;

        private int openCount;
        private long held;
        private long freeLow;
        private long freeCarries;

        Search(Instance instance) {
            this.instance = instance;
            this.open = new int[2 * instance.size()];
        }

        WaterLevel run() {
            long[] floors = instance.floors;
            long floorSum = 0;
            for (int i = 0; i < floors.length; i++) {
                floorSum += floors[i];
                if (instance.weights[i] > 0) {
                    if (floors[i] > 0) {
                        open[openCount++] = i;
                    }
                    open[openCount++] = -1 - i;
                }
            }
            if (floorSum == instance.total) {
                return new WaterLevel(0, BigInteger.ONE);
            }
            long part = 0;
            long weight = 1;
            long random = 1;
            while (openCount > 0) {
                // Any pivot will do; a fixed sequence keeps sorted input from being the worst case.
                random = random * 6364136223846793005L + 1442695040888963407L;
                int pivot = open[(int) ((random >>> 33) % openCount)];
                long pivotPart = bound(pivot);
                long pivotWeight = weight(pivot);
                int order = compareToTotal(pivotPart, pivotWeight);
                if (order == 0) {
                    return new WaterLevel(pivotPart, BigInteger.valueOf(pivotWeight));
                }
                if (order < 0) {
                    part = pivotPart;
                    weight = pivotWeight;
                }
                keep(-order, pivotPart, pivotWeight);
            }
            measure(part, weight);
            return new WaterLevel(instance.total - held, free());
        }

        private long bound(int level) {
            return level >= 0 ? instance.floors[level] : instance.caps[-1 - level];
        }

        private long weight(int level) {
            return instance.weights[level >= 0 ? level : -1 - level];
        }

        /** Keeps the levels above (side 1) or below (side -1) a level. */
        private void keep(int side, long part, long weight) {
            int kept = 0;
            for (int k = 0; k < openCount; k++) {
                int order = Wide.compareProducts(bound(open[k]), weight, part, weight(open[k]));
                if (Integer.signum(order) == side) {
                    open[kept++] = open[k];
                }
            }
            openCount = kept;
        }

        private int compareToTotal(long part, long weight) {
            measure(part, weight);
            if (held > instance.total) {
                return 1;
            }
            return free().multiply(BigInteger.valueOf(part))
                    .compareTo(BigInteger.valueOf(instance.total - held).multiply(BigInteger.valueOf(weight)));
        }

        /** Sums, just above a level, what the bounds hold and the weights that are free; stops above the total. */
        private void measure(long part, long weight) {
            held = 0;
            freeLow = 0;
            freeCarries = 0;
            for (int i = 0; i < instance.size() && held <= instance.total; i++) {
                long own = instance.weights[i];
                if (own == 0 || Wide.compareProducts(own, part, instance.floors[i], weight) < 0) {
                    held += instance.floors[i];
                } else if (Wide.compareProducts(own, part, instance.caps[i], weight) >= 0) {
                    held += instance.caps[i];
                } else {
                    freeLow += own;
                    freeCarries += freeLow >>> 62;
                    freeLow &= (1L << 62) - 1;
                }
            }
        }

        private BigInteger free() {
            return BigInteger.valueOf(freeCarries).shiftLeft(62).add(BigInteger.valueOf(freeLow));
        }
    }
}
