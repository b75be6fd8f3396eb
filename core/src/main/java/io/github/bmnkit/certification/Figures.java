package io.github.bmnkit.certification;

/**
 * How far the households of a unit have come. Figures of disjoint units add up.
 *
 * @param target how many households are on the target list
 * @param resolved how many of them are confirmed, or resolved without data where that extension is on
 * @param confirmed how many of them are confirmed
 */
public record Figures(long target, long resolved, long confirmed) {
    /** The figures of nothing. */
    public static final Figures NONE = new Figures(0, 0, 0);

    /**
     * Checks that the figures fit together.
     *
     * @param target how many households are on the target list
     * @param resolved how many of them are confirmed, or resolved without data where that extension is on
     * @param confirmed how many of them are confirmed
     * @throws IllegalArgumentException if not 0 &lt;= confirmed &lt;= resolved &lt;= target
     */
    public Figures {
        if (confirmed < 0 || confirmed > resolved || resolved > target) {
            throw new IllegalArgumentException(
                    confirmed + " confirmed of " + resolved + " resolved of " + target + " households");
        }
    }

    /**
     * Returns the figures of two disjoint units together.
     *
     * @param other the figures of the other unit
     * @return the sums
     * @throws ArithmeticException if a sum exceeds a {@code long}
     */
    public Figures plus(Figures other) {
        return new Figures(
                Math.addExact(target, other.target),
                Math.addExact(resolved, other.resolved),
                Math.addExact(confirmed, other.confirmed));
    }

    /** These figures with those of one part replaced. */
    Figures replacing(Figures before, Figures after) {
        return new Figures(
                Math.addExact(target - before.target, after.target),
                Math.addExact(resolved - before.resolved, after.resolved),
                Math.addExact(confirmed - before.confirmed, after.confirmed));
    }
}
