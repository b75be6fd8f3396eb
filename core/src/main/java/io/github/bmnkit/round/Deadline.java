package io.github.bmnkit.round;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The last day by which the papers of a level must have reached the level above: the end of that day in Thailand. It is
 * met by arriving in time, not by signing in time.
 *
 * @param level whose papers
 * @param mustHaveReached the level above that receives them
 * @param by the last day, Common Era
 */
public record Deadline(AreaLevel level, AreaLevel mustHaveReached, LocalDate by) {
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    /**
     * Checks that every part is there.
     *
     * @param level whose papers
     * @param mustHaveReached the level above that receives them
     * @param by the last day, Common Era
     */
    public Deadline {
        requireNonNull(level, "level");
        requireNonNull(mustHaveReached, "mustHaveReached");
        requireNonNull(by, "by");
    }

    /**
     * Returns the first moment that is too late.
     *
     * @return midnight in Bangkok after the last day
     */
    public Instant endExclusive() {
        return by.plusDays(1).atStartOfDay(BANGKOK).toInstant();
    }

    /**
     * Tells whether papers that arrived at a moment were in time.
     *
     * @param reached when they reached the level above
     * @return true up to the last instant of the last day in Bangkok
     */
    public boolean isMetAt(Instant reached) {
        return reached.isBefore(endExclusive());
    }
}
