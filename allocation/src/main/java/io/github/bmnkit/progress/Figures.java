package io.github.bmnkit.progress;

import io.github.bmnkit.finding.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What is done of a target. Households beyond the target of their village are kept apart, so that what one village has too
 * many never hides what another lacks. It always holds that {@code counted + remaining = target + over}.
 *
 * @param target the households to survey, from 0
 * @param done the households done that fill the target, from 0 to {@code target}
 * @param over the households done beyond the target, or done without being on the target list; from 0
 * @param withoutData the households that are known to give no data, of those on the target list where there is one; from 0
 */
public record Figures(long target, long done, long over, long withoutData) {
    /** No target, and nothing done. */
    public static final Figures NONE = new Figures(0, 0, 0, 0);

    /**
     * Checks the ranges.
     *
     * @param target the households to survey, from 0
     * @param done the households done that fill the target, from 0 to {@code target}
     * @param over the households done beyond the target, from 0
     * @param withoutData the households that are known to give no data, from 0
     * @throws IllegalArgumentException if a figure lies outside its range
     */
    public Figures {
        if (done < 0 || done > target || over < 0 || withoutData < 0) {
            throw new IllegalArgumentException(
                    "target " + target + ", done " + done + ", over " + over + ", without data " + withoutData);
        }
    }

    /**
     * Returns how many households the target still lacks.
     *
     * @return the number, from 0
     */
    public long remaining() {
        return target - done;
    }

    /**
     * Returns how many households are done, within the target and beyond it.
     *
     * @return the number, from 0
     */
    public long counted() {
        return Math.addExact(done, over);
    }

    /**
     * Returns the share of the target that is done, exactly.
     *
     * @return a share from 0 to 1, which is 1 only if every village has met its target
     */
    public Share share() {
        return Share.of(done, target);
    }

    /**
     * Returns the share of the target that is done in percent, so that 100 always says full.
     *
     * @param digits how many digits after the point, from 0
     * @return the percentage, rounded down; empty if there is no target
     */
    public Optional<BigDecimal> percent(int digits) {
        return target == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(done)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(target), digits, RoundingMode.DOWN));
    }

    /**
     * Tells whether the target is met in every village.
     *
     * @return true if nothing remains
     */
    public boolean isFull() {
        return done == target;
    }

    /**
     * Returns the figures of both areas together.
     *
     * @param other the figures of another area
     * @return the sums
     * @throws ArithmeticException if a sum exceeds a {@code long}
     */
    public Figures plus(Figures other) {
        return new Figures(
                Math.addExact(target, other.target),
                Math.addExact(done, other.done),
                Math.addExact(over, other.over),
                Math.addExact(withoutData, other.withoutData));
    }
}
