package io.github.bmnkit.release;

import java.util.Arrays;

/** Numbers keys in the order in which they are first seen. */
final class LongIndex {
    private static final int FREE = -1;

    private long[] keys = new long[64];
    private int[] ids = new int[64];
    private int size;

    LongIndex() {
        Arrays.fill(ids, FREE);
    }

    static long pair(int high, int low) {
        return ((long) high << 32) | (low & 0xFFFF_FFFFL);
    }

    int size() {
        return size;
    }

    /** The number of a key, a new one if it has none. */
    int id(long key) {
        int at = place(key, keys, ids);
        if (ids[at] == FREE) {
            if (2 * (size + 1) > ids.length) {
                grow();
                at = place(key, keys, ids);
            }
            keys[at] = key;
            ids[at] = size++;
        }
        return ids[at];
    }

    private static int place(long key, long[] keys, int[] ids) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int mask = ids.length - 1;
        int at = (int) (mixed ^ (mixed >>> 32)) & mask;
        while (ids[at] != FREE && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        long[] moreKeys = new long[2 * keys.length];
        int[] moreIds = new int[2 * ids.length];
        Arrays.fill(moreIds, FREE);
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != FREE) {
                int at = place(keys[i], moreKeys, moreIds);
                moreKeys[at] = keys[i];
                moreIds[at] = ids[i];
            }
        }
        keys = moreKeys;
        ids = moreIds;
    }
}
