package io.github.bmnkit.volunteer;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;

/**
 * An area's own ratio: the papers ask for 1 volunteer per 40 households, <i>or as suits each area</i>.
 *
 * @param area the area; the ratio holds for all areas below it, too, but for those with a ratio of their own
 * @param householdsPerVolunteer how many households one volunteer visits there
 * @param reason why, not blank
 */
public record RatioOverride(AreaCode area, int householdsPerVolunteer, String reason) {
    /**
     * Checks that there is a reason.
     *
     * @param area the area
     * @param householdsPerVolunteer how many households one volunteer visits there
     * @param reason why, not blank
     * @throws IllegalArgumentException if the reason is blank
     */
    public RatioOverride {
        requireNonNull(area, "area");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("the ratio of " + area + " needs a reason");
        }
    }
}
