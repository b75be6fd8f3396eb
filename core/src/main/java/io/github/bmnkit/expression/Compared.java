package io.github.bmnkit.expression;

import io.github.bmnkit.expression.Part.Leaf;
import io.github.bmnkit.expression.Run.Cond;
import org.jspecify.annotations.Nullable;

/**
 * Compares the values of two cells with as many digits. It is frequent enough for {@link Run#test} to call it without an
 * interface between, to be inlined.
 */
final class Compared implements Cond {
    private final int leftBase;
    private final int leftStride;
    private final int rightBase;
    private final int rightStride;
    private final int ifLess;
    private final int ifEqual;
    private final int ifGreater;
    /** Decides where a value is missing but perhaps bounds are there; null if none are kept. */
    private final @Nullable Cond open;

    Compared(Leaf left, Leaf right, boolean ifLess, boolean ifEqual, boolean ifGreater, @Nullable Cond open) {
        this.leftBase = left.base();
        this.leftStride = left.stride();
        this.rightBase = right.base();
        this.rightStride = right.stride();
        this.ifLess = ifLess ? Run.TRUE : Run.FALSE;
        this.ifEqual = ifEqual ? Run.TRUE : Run.FALSE;
        this.ifGreater = ifGreater ? Run.TRUE : Run.FALSE;
        this.open = open;
    }

    @Override
    public int test(Frame frame, int row) {
        long left = frame.cells[row * leftStride + leftBase];
        long right = frame.cells[row * rightStride + rightBase];
        if (left >= Exact.LIMIT && right >= Exact.LIMIT) {
            return left < right ? ifLess : left == right ? ifEqual : ifGreater;
        }
        return open == null ? Run.unknown(Exact.worse(left, right)) : open.test(frame, row);
    }
}
