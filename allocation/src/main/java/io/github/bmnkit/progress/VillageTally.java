package io.github.bmnkit.progress;

import static io.github.bmnkit.progress.HouseholdStates.NOT_DUE;
import static io.github.bmnkit.progress.HouseholdStates.STRIDE;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The households of a village at a moment, by key, and how they fill its targets. */
final class VillageTally {
    private final long[] states;
    private final byte @Nullable [] due;
    private final Buckets buckets;

    /** Takes over the arrays; {@code due} is null if the village has no target list. */
    VillageTally(long[] states, byte @Nullable [] due, long[] targets) {
        this.states = states;
        this.due = due;
        buckets = new Buckets(targets, due != null);
        int withoutData = 0;
        for (int i = 0; i < size(); i++) {
            int period = due(i);
            if (HouseholdStates.isDone(states, i * STRIDE)) {
                buckets.add(period);
            } else if (HouseholdStates.isWithoutData(states, i * STRIDE) && (due == null || period != NOT_DUE)) {
                withoutData++;
            }
        }
        buckets.withoutData(withoutData);
    }

    int size() {
        return states.length / STRIDE;
    }

    boolean isListed() {
        return due != null;
    }

    long state(int household, int what) {
        return states[household * STRIDE + what];
    }

    int due(int household) {
        return due == null ? NOT_DUE : due[household];
    }

    Buckets buckets() {
        return buckets;
    }

    /** Where a household is; negative if it is not here. */
    int find(long key) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long at = states[middle * STRIDE];
            if (at == key) {
                return middle;
            }
            low = at < key ? middle + 1 : low;
            high = at < key ? high : middle - 1;
        }
        return -1;
    }

    boolean isDone(int household) {
        return HouseholdStates.isDone(states, household * STRIDE);
    }

    /** Whether exactly as many households are listed for each period as its target says. */
    boolean fits(long[] targets) {
        long[] listed = new long[targets.length];
        for (int i = 0; due != null && i < due.length; i++) {
            if (due[i] != NOT_DUE) {
                listed[due[i]]++;
            }
        }
        return due == null || Arrays.equals(listed, targets);
    }

    /** Both together: of each moment the later one. */
    VillageTally merge(VillageTally other, long[] targets) {
        long[] merged = new long[states.length + other.states.length];
        byte[] mergedDue = due == null && other.due == null ? null : new byte[size() + other.size()];
        int n = 0;
        int a = 0;
        int b = 0;
        while (a < size() || b < other.size()) {
            long left = a < size() ? states[a * STRIDE] : Long.MAX_VALUE;
            long right = b < other.size() ? other.states[b * STRIDE] : Long.MAX_VALUE;
            boolean fromLeft = a < size() && left <= right;
            boolean fromRight = b < other.size() && right <= left;
            int period = NOT_DUE;
            if (fromLeft) {
                System.arraycopy(states, a * STRIDE, merged, n * STRIDE, STRIDE);
                period = due(a++);
            }
            if (fromRight) {
                merged[n * STRIDE] = right;
                for (int what = 1; what < STRIDE; what++) {
                    merged[n * STRIDE + what] = Math.max(merged[n * STRIDE + what], other.state(b, what));
                }
                period = Math.max(period, other.due(b++));
            }
            if (mergedDue != null) {
                mergedDue[n] = (byte) period;
            }
            n++;
        }
        return new VillageTally(
                Arrays.copyOf(merged, n * STRIDE), mergedDue == null ? null : Arrays.copyOf(mergedDue, n), targets);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VillageTally that && Arrays.equals(states, that.states) && Arrays.equals(due, that.due);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(states);
    }
}
