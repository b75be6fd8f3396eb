package io.github.bmnkit.apportionment;

import static java.util.Objects.requireNonNull;

/**
 * One of those among whom a total is shared out: an area, a village, a period.
 *
 * @param code the name of the unit, unique within its problem; ties are resolved in the order of the codes
 *     ({@link String#compareTo})
 * @param weight how much it counts, such as its registered households: 0 to {@link #MAX_WEIGHT}
 * @param floor the least it may receive, from 0
 * @param cap the most it may receive, from 0; {@link #NO_CAP} for no limit. A unit of weight 0 receives its floor
 *     whatever its cap. A floor above the cap makes the problem infeasible, and the answer says so.
 */
public record Unit(String code, long weight, long floor, long cap) {
    /** The largest weight, 2<sup>53</sup>: what a number in JSON holds exactly. */
    public static final long MAX_WEIGHT = 1L << 53;

    /** The cap of a unit that may receive any number. */
    public static final long NO_CAP = Long.MAX_VALUE;

    /**
     * Checks the ranges.
     *
     * @param code the name of the unit
     * @param weight how much it counts, 0 to {@link #MAX_WEIGHT}
     * @param floor the least it may receive, from 0
     * @param cap the most it may receive, from 0, or {@link #NO_CAP}
     * @throws IllegalArgumentException if the code is blank or a number is out of its range
     */
    public Unit {
        requireNonNull(code, "code");
        if (code.isBlank()) {
            throw new IllegalArgumentException("the code of a unit is blank");
        }
        if (weight < 0 || weight > MAX_WEIGHT) {
            throw new IllegalArgumentException("the weight of " + code + " is not in 0..2^53: " + weight);
        }
        if (floor < 0) {
            throw new IllegalArgumentException("the floor of " + code + " is negative: " + floor);
        }
        if (cap < 0) {
            throw new IllegalArgumentException("the cap of " + code + " is negative: " + cap);
        }
    }

    /**
     * Returns a unit without floor and cap.
     *
     * @param code the name of the unit
     * @param weight how much it counts, 0 to {@link #MAX_WEIGHT}
     * @return the unit
     * @throws IllegalArgumentException if the code is blank or the weight is out of its range
     */
    public static Unit of(String code, long weight) {
        return new Unit(code, weight, 0, NO_CAP);
    }

    /**
     * Returns this unit with another floor.
     *
     * @param newFloor the least it may receive, from 0
     * @return the unit
     * @throws IllegalArgumentException if the floor is negative
     */
    public Unit withFloor(long newFloor) {
        return new Unit(code, weight, newFloor, cap);
    }

    /**
     * Returns this unit with another cap.
     *
     * @param newCap the most it may receive, from 0, or {@link #NO_CAP}
     * @return the unit
     * @throws IllegalArgumentException if the cap is negative
     */
    public Unit withCap(long newCap) {
        return new Unit(code, weight, floor, newCap);
    }

    /** The cap that counts: nothing beyond the floor for weight 0, and never more than there is to share out. */
    long effectiveCap(long total) {
        return weight == 0 ? floor : Math.min(cap, Math.max(total, floor));
    }
}
