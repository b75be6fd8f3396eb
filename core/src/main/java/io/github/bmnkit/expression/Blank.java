package io.github.bmnkit.expression;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Part.Leaf;
import io.github.bmnkit.expression.Run.Cond;

/**
 * Tests whether a cell holds no value, or an empty text. It is frequent enough for {@link Run#test} to call it without an
 * interface between, to be inlined.
 */
final class Blank implements Cond {
    private static final long NOT_ANSWERED = Exact.missing(Missing.NOT_ANSWERED);

    private final int base;
    private final int stride;
    private final boolean isText;
    /** What it means that the cell is blank. */
    private final int ifBlank;

    Blank(Leaf leaf, boolean isText, int ifBlank) {
        this.base = leaf.base();
        this.stride = leaf.stride();
        this.isText = isText;
        this.ifBlank = ifBlank;
    }

    @Override
    public int test(Frame frame, int row) {
        int cell = row * stride + base;
        long raw = frame.cells[cell];
        if (raw < Exact.LIMIT) {
            return raw == NOT_ANSWERED && frame.draft ? Run.UNKNOWN : ifBlank;
        }
        boolean empty = isText && requireNonNull(frame.texts[cell]).isEmpty();
        return empty ? ifBlank : Run.TRUE - ifBlank;
    }
}
