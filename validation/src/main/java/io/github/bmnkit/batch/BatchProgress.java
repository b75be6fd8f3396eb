package io.github.bmnkit.batch;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/**
 * How far a batch has come.
 *
 * @param done how many responses were read and checked, or could not be
 * @param unreadable how many of them could not be checked
 * @param notAcceptable how many of them have a hard finding
 * @param expected how many responses there will be; 0 if nobody knows
 * @param elapsed the time since the batch began, by the clock of the host
 */
public record BatchProgress(long done, long unreadable, long notAcceptable, long expected, Duration elapsed) {
    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

    /**
     * Checks that no count is negative.
     *
     * @param done how many responses were read and checked, or could not be
     * @param unreadable how many of them could not be checked
     * @param notAcceptable how many of them have a hard finding
     * @param expected how many responses there will be; 0 if nobody knows
     * @param elapsed the time since the batch began, by the clock of the host
     */
    public BatchProgress {
        if ((done | unreadable | notAcceptable | expected) < 0 || elapsed.isNegative()) {
            throw new IllegalArgumentException("less than nothing done: " + done + " in " + elapsed);
        }
    }

    /**
     * Returns how fast it went so far.
     *
     * @return responses per second, rounded down; 0 if no time has passed
     */
    public long perSecond() {
        BigInteger nanos = nanos();
        return nanos.signum() == 0
                ? 0
                : BigInteger.valueOf(done)
                        .multiply(NANOS_PER_SECOND)
                        .divide(nanos)
                        .longValueExact();
    }

    /**
     * Returns how long the rest will take if it goes on as it went so far.
     *
     * @return the time, rounded up to seconds; empty if the number expected is not known, or nothing is done yet
     */
    public Optional<Duration> remaining() {
        if (expected == 0 || done == 0) {
            return Optional.empty();
        }
        BigInteger rest = BigInteger.valueOf(Math.max(0, expected - done));
        BigInteger perSecond = BigInteger.valueOf(done).multiply(NANOS_PER_SECOND);
        BigInteger seconds =
                nanos().multiply(rest).add(perSecond).subtract(BigInteger.ONE).divide(perSecond);
        return Optional.of(Duration.ofSeconds(seconds.longValueExact()));
    }

    private BigInteger nanos() {
        return BigInteger.valueOf(elapsed.toNanos());
    }
}
