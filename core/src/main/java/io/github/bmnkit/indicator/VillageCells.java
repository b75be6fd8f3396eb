package io.github.bmnkit.indicator;

import io.github.bmnkit.certification.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of a village, and the one root of the data that all of it was counted from; null if there is none, or
 * not the same for all of it.
 */
record VillageCells(Cells cells, @Nullable Hash root) {
    VillageCells plus(VillageCells other) {
        Cells both = cells.copy();
        both.addAll(other.cells);
        return new VillageCells(both, root != null && root.equals(other.root) ? root : null);
    }

    boolean isSameAs(VillageCells other) {
        return cells.isSameAs(other.cells) && (root == null ? other.root == null : root.equals(other.root));
    }
}
