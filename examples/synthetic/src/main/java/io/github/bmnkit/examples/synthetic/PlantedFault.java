package io.github.bmnkit.examples.synthetic;

import io.github.bmnkit.response.HouseholdResponse;
import java.util.Optional;
import java.util.Set;

/** One thing wrong that a collector, an informant or a program might bring about, planted into a household by hand. */
public final class PlantedFault {
    private final String id;
    private final Set<String> consequences;
    private final Planting planting;

    /** Plants a fault. */
    interface Planting {
        /** Makes it wrong; false if this household gives no occasion. */
        boolean plant(Slip slip);
    }

    PlantedFault(String id, Set<String> consequences, Planting planting) {
        this.id = id;
        this.consequences = consequences;
        this.planting = planting;
    }

    /**
     * Returns what must find it.
     *
     * @return the id of the rule or derived check
     */
    public String id() {
        return id;
    }

    /**
     * Returns which other hard edits must fail as well, because the same wrong answer breaks them, too.
     *
     * @return their ids
     */
    public Set<String> consequences() {
        return consequences;
    }

    /**
     * Plants it.
     *
     * @param household the household
     * @return the household with the fault, unless it gives no occasion
     */
    public Optional<HouseholdResponse> in(CleanHousehold household) {
        Slip slip = new Slip(household);
        return planting.plant(slip) ? Optional.of(slip.response()) : Optional.empty();
    }

    /** Shows what must find it. */
    @Override
    public String toString() {
        return id;
    }
}
