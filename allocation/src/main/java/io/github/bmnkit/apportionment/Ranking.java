package io.github.bmnkit.apportionment;

/**
 * The order in which shares are given out. Every method here gives unit i its first, second, ... share in turn, always to
 * the unit whose claim to its next share is strongest; the claims of one unit strictly fall.
 */
interface Ranking {
    /** Compares the claim of unit i to its a-th share with the claim of unit j to its b-th: positive if i comes first. */
    int compare(int i, long a, int j, long b);

    /**
     * Returns shares, within the bounds, that the units have for certain when the whole total is given out, and that
     * leave at most about as many to give out as there are units: this is why the cost does not depend on the total.
     */
    long[] start();
}
