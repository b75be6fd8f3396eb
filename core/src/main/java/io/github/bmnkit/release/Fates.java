package io.github.bmnkit.release;

import io.github.bmnkit.release.ReleaseRequest.Suppression;
import java.util.BitSet;

/** What becomes of the records: those that too few others are like are left out, or their quasi-identifiers blanked. */
final class Fates {
    private final Classes classes;
    private final BitSet leftOut;
    private final BitSet blanked;
    private final long blankedHouseholds;

    private Fates(Classes classes, BitSet leftOut, BitSet blanked, long blankedHouseholds) {
        this.classes = classes;
        this.leftOut = leftOut;
        this.blanked = blanked;
        this.blankedHouseholds = blankedHouseholds;
    }

    /** Blanked records are a class of their own: if it is too small, they are left out. */
    static Fates of(Classes classes, int[] owners, int k, Suppression suppression) {
        BitSet below = new BitSet(classes.records());
        BitSet households = new BitSet();
        for (int record = 0; record < classes.records(); record++) {
            if (classes.households(record) < k) {
                below.set(record);
                households.set(owners[record]);
            }
        }
        boolean blank = suppression == Suppression.CELLS && households.cardinality() >= k;
        return new Fates(
                classes,
                blank ? new BitSet() : below,
                blank ? below : new BitSet(),
                blank ? households.cardinality() : 0);
    }

    boolean isLeftOut(int record) {
        return leftOut.get(record);
    }

    boolean isBlanked(int record) {
        return blanked.get(record);
    }

    long leftOut() {
        return leftOut.cardinality();
    }

    long blanked() {
        return blanked.cardinality();
    }

    /** The measure of what is released. */
    RiskReport.Measure measure(int k) {
        BitSet seen = new BitSet();
        long smallest = blanked.isEmpty() ? Long.MAX_VALUE : blankedHouseholds;
        long records = 0;
        for (int record = 0; record < classes.records(); record++) {
            if (!leftOut.get(record)) {
                records++;
                if (!blanked.get(record)) {
                    seen.set(classes.classOf(record));
                    smallest = Math.min(smallest, classes.households(record));
                }
            }
        }
        long all = seen.cardinality() + (blanked.isEmpty() ? 0L : 1L);
        return new RiskReport.Measure(all == 0 ? 0 : smallest, all, 0, records, 0);
    }
}
