package io.github.bmnkit.progress;

import static io.github.bmnkit.progress.HouseholdStates.NOT_DUE;

/**
 * A village's targets, one for each period, as they fill with households. With a target list a household fills the period
 * in which it is due; without one, the periods fill in their order. What fits nowhere is over.
 */
final class Buckets {
    private final long[] targets;
    private final boolean listed;
    private final int[] done;
    private int over;
    private int withoutData;

    Buckets(long[] targets, boolean listed) {
        this.targets = targets;
        this.listed = listed;
        done = new int[targets.length];
    }

    /** Adds a household that is done. */
    void add(int due) {
        int period = listed ? due : 0;
        while (!listed && period < targets.length && done[period] >= targets[period]) {
            period++;
        }
        if (period == NOT_DUE || period == targets.length) {
            over++;
        } else {
            done[period]++;
        }
    }

    void withoutData(int households) {
        withoutData = households;
    }

    Figures figures() {
        long target = 0;
        long sum = 0;
        for (int k = 0; k < targets.length; k++) {
            target = Math.addExact(target, targets[k]);
            sum += done[k];
        }
        return new Figures(target, sum, over, withoutData);
    }

    /** What is over and who gives no data belong to no period. */
    Figures figures(int period) {
        return new Figures(targets[period], done[period], 0, 0);
    }
}
