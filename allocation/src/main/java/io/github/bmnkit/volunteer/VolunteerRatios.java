package io.github.bmnkit.volunteer;

import java.util.ArrayList;
import java.util.List;

/**
 * How many households one volunteer visits: in general, and where an area decided otherwise. Which ratios an area may
 * choose is a decision of the host; the papers say nothing of it.
 *
 * @param householdsPerVolunteer the ratio where no area decided otherwise, such as 40
 * @param minInclusive the smallest ratio that an area may choose
 * @param maxInclusive the largest ratio that an area may choose
 * @param overrides the areas' own ratios; of two for the same area the later counts
 */
public record VolunteerRatios(
        int householdsPerVolunteer, int minInclusive, int maxInclusive, List<RatioOverride> overrides) {
    /**
     * Copies the list and checks the range.
     *
     * @param householdsPerVolunteer the ratio where no area decided otherwise
     * @param minInclusive the smallest ratio that an area may choose
     * @param maxInclusive the largest ratio that an area may choose
     * @param overrides the areas' own ratios
     * @throws IllegalArgumentException if not 1 &lt;= min &lt;= ratio &lt;= max
     */
    public VolunteerRatios {
        overrides = List.copyOf(overrides);
        if (minInclusive < 1 || householdsPerVolunteer < minInclusive || maxInclusive < householdsPerVolunteer) {
            throw new IllegalArgumentException("not 1 <= min <= ratio <= max: " + minInclusive + ", "
                    + householdsPerVolunteer + ", " + maxInclusive);
        }
    }

    /**
     * Returns the same ratio everywhere; no area may choose another.
     *
     * @param householdsPerVolunteer how many households one volunteer visits, from 1
     * @return the ratios
     */
    public static VolunteerRatios everywhere(int householdsPerVolunteer) {
        return new VolunteerRatios(householdsPerVolunteer, householdsPerVolunteer, householdsPerVolunteer, List.of());
    }

    /**
     * Returns these ratios with another range to choose from.
     *
     * @param newMinInclusive the smallest ratio that an area may choose, from 1
     * @param newMaxInclusive the largest ratio that an area may choose
     * @return the ratios
     */
    public VolunteerRatios withRange(int newMinInclusive, int newMaxInclusive) {
        return new VolunteerRatios(householdsPerVolunteer, newMinInclusive, newMaxInclusive, overrides);
    }

    /**
     * Returns these ratios with one more area that decided otherwise.
     *
     * @param override the area's own ratio
     * @return the ratios
     */
    public VolunteerRatios withOverride(RatioOverride override) {
        List<RatioOverride> more = new ArrayList<>(overrides);
        more.add(override);
        return new VolunteerRatios(householdsPerVolunteer, minInclusive, maxInclusive, more);
    }
}
