package io.github.bmnkit.progress;

import static io.github.bmnkit.progress.HouseholdStates.NOT_DUE;
import static io.github.bmnkit.progress.HouseholdStates.STRIDE;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The households of a village while they are counted: a table with open addressing, by key. */
final class OpenVillage {
    private long[] states;
    private byte @Nullable [] due;
    private int size;

    OpenVillage(long expected) {
        states = new long[STRIDE * slots(Math.min(expected, 1 << 20))];
    }

    /** A third more slots than households. */
    private static int slots(long households) {
        return (int) (households + households / 3 + 4);
    }

    long[] states() {
        return states;
    }

    boolean isListed() {
        return due != null;
    }

    /** Starts a target list, which may be empty. */
    void list() {
        if (due == null) {
            due = new byte[states.length / STRIDE];
            Arrays.fill(due, NOT_DUE);
        }
    }

    /** Puts a household on the target list. */
    void list(long key, int period) {
        list();
        int position = position(key);
        if (due != null) {
            due[position / STRIDE] = (byte) period;
        }
    }

    /** In which period a household is due. */
    int due(long key) {
        int position = find(states, key);
        return due == null || states[position] == 0 ? NOT_DUE : due[position / STRIDE];
    }

    /** Where the state of a household is, which is made if there is none. */
    int position(long key) {
        int position = find(states, key);
        if (states[position] != 0) {
            return position;
        }
        if (slots(size + 1L) * STRIDE > states.length) {
            grow();
            position = find(states, key);
        }
        states[position] = key;
        size++;
        return position;
    }

    private static int find(long[] states, long key) {
        int slots = states.length / STRIDE;
        int slot = (int) (((key >>> 32) * slots) >>> 32);
        while (states[slot * STRIDE] != 0 && states[slot * STRIDE] != key) {
            slot = slot + 1 == slots ? 0 : slot + 1;
        }
        return slot * STRIDE;
    }

    private void grow() {
        long[] larger = new long[STRIDE * slots(size * 3L / 2 + 4)];
        byte[] largerDue = new byte[larger.length / STRIDE];
        Arrays.fill(largerDue, NOT_DUE);
        for (int from = 0; from < states.length; from += STRIDE) {
            if (states[from] != 0) {
                int to = find(larger, states[from]);
                System.arraycopy(states, from, larger, to, STRIDE);
                largerDue[to / STRIDE] = due == null ? NOT_DUE : due[from / STRIDE];
            }
        }
        states = larger;
        due = due == null ? null : largerDue;
    }

    VillageTally tally(long[] targets) {
        long[] keys = new long[size];
        int n = 0;
        for (int at = 0; at < states.length; at += STRIDE) {
            if (states[at] != 0) {
                keys[n++] = states[at];
            }
        }
        Arrays.sort(keys);
        long[] sorted = new long[STRIDE * size];
        byte[] sortedDue = due == null ? null : new byte[size];
        for (int i = 0; i < size; i++) {
            int from = find(states, keys[i]);
            System.arraycopy(states, from, sorted, i * STRIDE, STRIDE);
            if (sortedDue != null && due != null) {
                sortedDue[i] = due[from / STRIDE];
            }
        }
        return new VillageTally(sorted, sortedDue, targets);
    }
}
