package io.github.bmnkit.testing;

import io.github.bmnkit.response.HouseholdResponse;
import java.util.Optional;
import java.util.Set;

/**
 * One thing wrong that a collector, an informant or a program might bring about, planted into a household by hand.
 *
 * @param id the rule or derived check that must find it
 * @param consequences the other hard edits that must fail as well, because the same wrong answer breaks them, too
 * @param planting how it is planted
 */
public record PlantedFault(String id, Set<String> consequences, Planting planting) {
    /** Plants a fault. */
    interface Planting {
        /** Makes it wrong; false if this household gives no occasion. */
        boolean plant(Slip slip);
    }

    /** The household with the fault, unless it gives no occasion. */
    public Optional<HouseholdResponse> in(CleanHousehold household) {
        Slip slip = new Slip(household);
        return planting.plant(slip) ? Optional.of(slip.response()) : Optional.empty();
    }

    @Override
    public String toString() {
        return id;
    }
}
