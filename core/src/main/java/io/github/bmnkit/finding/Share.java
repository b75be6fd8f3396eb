package io.github.bmnkit.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A part of a whole, as two whole numbers: nothing is rounded until it is shown. Shares of disjoint wholes add up.
 *
 * @param part how many
 * @param whole of how many
 */
public record Share(long part, long whole) {
    /**
     * Checks that the part lies within the whole.
     *
     * @param part how many
     * @param whole of how many
     * @throws IllegalArgumentException if not 0 &lt;= part &lt;= whole
     */
    public Share {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException("not a part of a whole: " + part + " of " + whole);
        }
    }

    /**
     * Returns the share.
     *
     * @param part how many
     * @param whole of how many
     * @return the share
     * @throws IllegalArgumentException if not 0 &lt;= part &lt;= whole
     */
    public static Share of(long part, long whole) {
        return new Share(part, whole);
    }

    /**
     * Returns the share of both wholes together.
     *
     * @param other a share of another whole
     * @return the sum of the parts, of the sum of the wholes
     * @throws ArithmeticException if a sum exceeds a {@code long}
     */
    public Share plus(Share other) {
        return new Share(Math.addExact(part, other.part), Math.addExact(whole, other.whole));
    }

    /**
     * Returns the share in percent.
     *
     * @param digits how many digits after the point, from 0
     * @return the percentage, rounded half up; empty for a share of nothing
     */
    public Optional<BigDecimal> percent(int digits) {
        if (whole == 0) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), digits, RoundingMode.HALF_UP));
    }

    /** Returns the two numbers, such as {@code 3/4}. */
    @Override
    public String toString() {
        return part + "/" + whole;
    }
}
