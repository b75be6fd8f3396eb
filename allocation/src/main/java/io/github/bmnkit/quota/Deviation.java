package io.github.bmnkit.quota;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.apportionment.Ratio;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.round.Period;
import java.math.BigInteger;

/**
 * How far an area's imposed target for a period lies from its proportional part: the area's whole target times the
 * period's part of the country's.
 *
 * @param area the area
 * @param period the period
 * @param target the imposed target
 * @param proportional the proportional part, exactly
 */
public record Deviation(AreaCode area, Period period, long target, Ratio proportional) {
    /**
     * Checks that every part is there.
     *
     * @param area the area
     * @param period the period
     * @param target the imposed target
     * @param proportional the proportional part, exactly
     */
    public Deviation {
        requireNonNull(area, "area");
        requireNonNull(period, "period");
        requireNonNull(proportional, "proportional");
    }

    /**
     * Returns how much the target exceeds the proportional part.
     *
     * @return the difference, exactly; negative if the target is less
     */
    public Ratio difference() {
        BigInteger whole = BigInteger.valueOf(target).multiply(proportional.denominator());
        return new Ratio(whole.subtract(proportional.numerator()), proportional.denominator());
    }
}
