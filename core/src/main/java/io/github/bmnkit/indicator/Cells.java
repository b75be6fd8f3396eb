package io.github.bmnkit.indicator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counters that start small: two bytes each, and eight as soon as one of them needs more. Nearly every village fits into
 * the small ones, and there are 80,000 villages.
 */
final class Cells {
    private char @Nullable [] small;
    private long[] large;

    Cells(int size) {
        small = new char[size];
        large = new long[0];
    }

    private Cells(Cells other) {
        small = other.small == null ? null : other.small.clone();
        large = other.large.clone();
    }

    Cells copy() {
        return new Cells(this);
    }

    int size() {
        return small == null ? large.length : small.length;
    }

    long get(int cell) {
        return small == null ? large[cell] : small[cell];
    }

    void add(int cell, long times) {
        long sum = Math.addExact(get(cell), times);
        if (small != null && sum <= Character.MAX_VALUE) {
            small[cell] = (char) sum;
            return;
        }
        grow();
        large[cell] = sum;
    }

    void addAll(Cells other) {
        for (int i = 0; i < size(); i++) {
            long times = other.get(i);
            if (times != 0) {
                add(i, times);
            }
        }
    }

    private void grow() {
        if (small != null) {
            large = new long[small.length];
            for (int i = 0; i < small.length; i++) {
                large[i] = small[i];
            }
            small = null;
        }
    }

    /** Whether all counters say the same, however wide they are. */
    boolean isSameAs(Cells other) {
        if (size() != other.size()) {
            return false;
        }
        if (small != null && other.small != null) {
            return Arrays.equals(small, other.small);
        }
        for (int i = 0; i < size(); i++) {
            if (get(i) != other.get(i)) {
                return false;
            }
        }
        return true;
    }
}
