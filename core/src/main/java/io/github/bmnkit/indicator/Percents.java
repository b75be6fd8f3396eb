package io.github.bmnkit.indicator;

import io.github.bmnkit.finding.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;

/**
 * How shares are shown: rounded half up, but never as 0 where there is something, and never as 100 where something
 * remains. What is met is shown as what is left to 100, so that both add up.
 */
final class Percents {
    static final int DIGITS = 2;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** Shares by size, exactly; a share of nothing is the smallest. */
    static final Comparator<Share> BY_SIZE = Percents::compare;

    private Percents() {}

    /** The percentage of what did not meet an indicator; empty for a share of nothing. */
    static Optional<BigDecimal> notMet(Share share) {
        BigDecimal least = BigDecimal.ONE.movePointLeft(DIGITS);
        return share.percent(DIGITS).map(percent -> {
            BigDecimal most = share.part() == share.whole() ? WHOLE : WHOLE.subtract(least);
            BigDecimal low = share.part() == 0 ? BigDecimal.ZERO : least;
            return percent.max(low).min(most).setScale(DIGITS, RoundingMode.UNNECESSARY);
        });
    }

    /** The percentage of what met it, the rest of {@link #notMet}. */
    static Optional<BigDecimal> met(Share notMet) {
        return notMet(notMet).map(WHOLE::subtract);
    }

    private static int compare(Share one, Share other) {
        if (one.whole() == 0 || other.whole() == 0) {
            return Boolean.compare(one.whole() != 0, other.whole() != 0);
        }
        return BigInteger.valueOf(one.part())
                .multiply(BigInteger.valueOf(other.whole()))
                .compareTo(BigInteger.valueOf(other.part()).multiply(BigInteger.valueOf(one.whole())));
    }
}
