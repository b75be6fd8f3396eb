package io.github.bmnkit.expression;

import io.github.bmnkit.expression.Part.Leaf;
import io.github.bmnkit.expression.Run.Cond;
import org.jspecify.annotations.Nullable;

/**
 * Tests whether the value of a cell lies between two constants: what a comparison of a name with a constant comes to. It
 * is the most frequent condition of all, so {@link Run#test} calls it without an interface between, to be inlined.
 */
final class Within implements Cond {
    private final int base;
    private final int stride;
    private final long least;
    private final long most;
    /** What it means that the value lies there. */
    private final int there;
    /** Decides where there is no value but perhaps bounds; null if none are kept. */
    private final @Nullable Cond open;

    private Within(Leaf leaf, long least, long most, boolean there, @Nullable Cond open) {
        this.base = leaf.base();
        this.stride = leaf.stride();
        this.least = least;
        this.most = most;
        this.there = there ? Run.TRUE : Run.FALSE;
        this.open = open;
    }

    static Within equal(Leaf leaf, long value, boolean isEqual, @Nullable Cond open) {
        return new Within(leaf, value, value, isEqual, open);
    }

    static Within atMost(Leaf leaf, long most, @Nullable Cond open) {
        return new Within(leaf, Exact.LIMIT, most, true, open);
    }

    static Within atLeast(Leaf leaf, long least, @Nullable Cond open) {
        return new Within(leaf, least, Long.MAX_VALUE, true, open);
    }

    @Override
    public int test(Frame frame, int row) {
        long raw = frame.cells[row * stride + base];
        if (raw >= least && raw <= most) {
            return there;
        }
        if (raw >= Exact.LIMIT) {
            return Run.TRUE - there;
        }
        return open == null ? Run.unknown(raw) : open.test(frame, row);
    }
}
