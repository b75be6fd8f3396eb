package io.github.bmnkit.apportionment;

import java.math.BigInteger;
import java.util.List;

/** A feasible problem in columns: for each unit its code, weight and the bounds that count. */
final class Instance {
    final long total;
    final String[] codes;
    final long[] weights;
    final long[] floors;
    final long[] caps;
    final BigInteger totalWeight;

    private Instance(long total, List<Unit> units) {
        int size = units.size();
        this.total = total;
        this.codes = new String[size];
        this.weights = new long[size];
        this.floors = new long[size];
        this.caps = new long[size];
        for (int i = 0; i < size; i++) {
            Unit unit = units.get(i);
            codes[i] = unit.code();
            weights[i] = unit.weight();
            floors[i] = unit.floor();
            caps[i] = unit.effectiveCap(total);
        }
        this.totalWeight = Wide.sum(weights);
    }

    static Instance of(long total, List<Unit> units) {
        return new Instance(total, units);
    }

    int size() {
        return weights.length;
    }

    /** Keeps a number within the bounds of unit i. */
    long clamp(int i, long number) {
        return Math.max(floors[i], Math.min(caps[i], number));
    }
}
