package io.github.bmnkit.apportionment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to round the first cells of a row.
 *
 * @param ups which cells are rounded up
 * @param sum the exact sum of the fractional parts so far
 * @param up how many cells are rounded up
 * @param cost what that costs at the prices of the columns
 * @param against how often it contradicts the outcome of a tie
 */
record Option(List<Boolean> ups, Ratio sum, long up, Ratio cost, int against) implements Comparable<Option> {
    private static final Ratio ZERO = new Ratio(BigInteger.ZERO, BigInteger.ONE);

    /** Nothing rounded yet. */
    static final Option START = new Option(List.of(), ZERO, 0, ZERO, 0);

    /** Extends each option by one cell, in all ways that fit the running sum; of those with equal sums the best stays. */
    static List<Option> next(List<Option> options, Ratio part, Ratio price, RowExplanation.@Nullable Reason reason) {
        List<Option> best = new ArrayList<>();
        for (Option option : options) {
            for (int up = 0; up <= part.numerator().signum(); up++) {
                Option longer = option.with(up == 1, part, price, reason);
                if (!longer.fits()) {
                    continue;
                }
                Option rival = best.stream()
                        .filter(other -> other.up == longer.up)
                        .findFirst()
                        .orElse(null);
                if (rival == null || longer.compareTo(rival) < 0) {
                    best.remove(rival);
                    best.add(longer);
                }
            }
        }
        return best;
    }

    private Option with(boolean isUp, Ratio part, Ratio price, RowExplanation.@Nullable Reason reason) {
        List<Boolean> longer = new ArrayList<>(ups);
        longer.add(isUp);
        boolean wrong = reason == (isUp ? RowExplanation.Reason.LOST_TIE : RowExplanation.Reason.WON_TIE);
        Ratio one = new Ratio(BigInteger.ONE, BigInteger.ONE);
        Ratio own = isUp ? one.minus(part).minus(part).minus(price) : ZERO;
        return new Option(longer, sum.plus(part), up + (isUp ? 1 : 0), cost.plus(own), against + (wrong ? 1 : 0));
    }

    private boolean fits() {
        return up >= sum.floor() && up <= sum.ceiling();
    }

    @Override
    public int compareTo(Option other) {
        return Comparator.comparing(Option::cost).thenComparing(Option::against).compare(this, other);
    }
}
