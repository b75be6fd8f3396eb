package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.identity.HouseholdId;
import java.util.List;

/**
 * One reason why a step was not taken.
 *
 * @param finding what stands in the way; its code is a {@link RefusalCode}
 * @param units the units that stand in the way, by code; empty if none in particular
 * @param households the households that stand in the way, by id; empty if none in particular, or if they are not known
 */
public record Refusal(Finding finding, List<AreaCode> units, List<HouseholdId> households) {
    /**
     * Copies the lists.
     *
     * @param finding what stands in the way; its code is a {@link RefusalCode}
     * @param units the units that stand in the way, by code; empty if none in particular
     * @param households the households that stand in the way, by id; empty if none in particular, or if they are not known
     * @throws IllegalArgumentException if the code is of another kind
     */
    public Refusal {
        requireNonNull(finding, "finding");
        if (!(finding.code() instanceof RefusalCode)) {
            throw new IllegalArgumentException("not the code of a refusal: " + finding.code());
        }
        units = List.copyOf(units);
        households = List.copyOf(households);
    }

    static Refusal of(Finding finding) {
        return new Refusal(finding, List.of(), List.of());
    }

    /**
     * Returns the code of the reason.
     *
     * @return the code
     */
    public RefusalCode code() {
        return (RefusalCode) finding.code();
    }
}
