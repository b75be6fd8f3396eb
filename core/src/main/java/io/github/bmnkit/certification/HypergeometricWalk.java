package io.github.bmnkit.certification;

import io.github.bmnkit.finding.Share;
import java.math.BigInteger;

/**
 * How many samples of a lot hold at most so many households that differ, of how many samples there are; for one sample size
 * and number after the other, each from the one before with a few products. All divisions come out even.
 */
final class HypergeometricWalk {
    private final long lot;
    private final long differing;
    private long sample = 1;
    private long accepted;

    /** Samples, those with exactly and those with at most the accepted number. */
    private BigInteger all;

    private BigInteger exactly;
    private BigInteger atMost;

    /** Ways to choose the accepted number of those that differ. */
    private BigInteger choices = BigInteger.ONE;

    /** Starts with samples of one household, none of which may differ. */
    HypergeometricWalk(int lot, int differing) {
        this.lot = lot;
        this.differing = differing;
        all = BigInteger.valueOf(lot);
        exactly = BigInteger.valueOf((long) lot - differing);
        atMost = exactly;
    }

    int sample() {
        return Math.toIntExact(sample);
    }

    int accepted() {
        return Math.toIntExact(accepted);
    }

    BigInteger all() {
        return all;
    }

    BigInteger accepting() {
        return atMost;
    }

    void drawOneMore() {
        // A sample that held exactly the accepted number is lost if the household that is added differs.
        BigInteger lost = exactly.multiply(number(differing - accepted));
        BigInteger more = number(sample + 1);
        atMost = atMost.multiply(number(lot - sample)).subtract(lost).divide(more);
        exactly = exactly.multiply(number(lot - differing - sample + accepted)).divide(number(sample + 1 - accepted));
        all = all.multiply(number(lot - sample)).divide(more);
        sample++;
    }

    void acceptOneMore() {
        choices = choices.multiply(number(differing - accepted)).divide(number(accepted + 1));
        long rest = lot - differing - sample + accepted + 1;
        if (rest > 0) {
            exactly = exactly.multiply(number(differing - accepted))
                    .multiply(number(sample - accepted))
                    .divide(number((accepted + 1) * rest));
        } else {
            // So few agree that smaller numbers were out of reach: now all that agree are in the sample, or still too
            // many.
            exactly = rest == 0 ? choices : BigInteger.ZERO;
        }
        accepted++;
        atMost = atMost.add(exactly);
    }

    /** Whether the probability to accept is at most a share. */
    boolean isAtMost(Share risk) {
        return times(atMost, risk.whole()).compareTo(times(all, risk.part())) <= 0;
    }

    /** Whether the probability to reject is at most a share. */
    boolean isAtLeastAllBut(Share risk) {
        return times(all.subtract(atMost), risk.whole()).compareTo(times(all, risk.part())) <= 0;
    }

    private static BigInteger times(BigInteger number, long factor) {
        return number.multiply(number(factor));
    }

    private static BigInteger number(long value) {
        return BigInteger.valueOf(value);
    }
}
