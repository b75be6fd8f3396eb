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

    private Instance(long total, int size) {
        this.total = total;
        this.codes = new String[size];
        this.weights = new long[size];
        this.floors = new long[size];
        this.caps = new long[size];
    }

    static Instance of(long total, List<Unit> units) {
        Instance instance = new Instance(total, units.size());
        for (int i = 0; i < instance.size(); i++) {
            Unit unit = units.get(i);
            instance.codes[i] = unit.code();
            instance.weights[i] = unit.weight();
            instance.floors[i] = unit.floor();
            instance.caps[i] = unit.cap(total);
        }
        return instance;
    }

    int size() {
        return weights.length;
    }

    BigInteger totalWeight() {
        return Wide.sum(weights);
    }

    /** Keeps a number within the bounds of unit i. */
    long clamp(int i, long number) {
        return Math.max(floors[i], Math.min(caps[i], number));
    }
}
