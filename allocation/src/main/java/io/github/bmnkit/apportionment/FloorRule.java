package io.github.bmnkit.apportionment;

/**
 * What floors and caps do to the quotas of the others, for {@link Method#LARGEST_REMAINDER}. Both rules are legitimate
 * and give different shares, so the rule has a name. The divisor methods need none: they give every unit its weight
 * times one common multiplier, rounded at the signposts and kept within the bounds.
 */
public enum FloorRule {
    /**
     * Floors first, all quotas untouched: the shares within the bounds that are nearest, by least squares, to the exact
     * quotas. What a floor gives or a cap takes is spread over the others in equal numbers.
     */
    RAW,
    /**
     * The rest redistributed: quotas of the units that are not held by a bound are scaled up or down in proportion to
     * their weights until all add up to the total; then whole parts and largest remainders among them.
     */
    RESCALED
}
