package io.github.bmnkit.quota;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.apportionment.Tie;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.round.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Areas with exactly the same claim to the last households of their parent's target. */
public final class PlanTie {
    private final AreaCode parent;
    private final @Nullable Period period;
    private final Tie tie;

    PlanTie(AreaCode parent, @Nullable Period period, Tie tie) {
        this.parent = requireNonNull(parent, "parent");
        this.period = period;
        this.tie = requireNonNull(tie, "tie");
    }

    /**
     * Returns the area whose target was shared out.
     *
     * @return the parent of the tied areas
     */
    public AreaCode parent() {
        return parent;
    }

    /**
     * Returns the period whose target was shared out.
     *
     * @return the period; empty for the target of the whole round
     */
    public Optional<Period> period() {
        return Optional.ofNullable(period);
    }

    /**
     * Returns the tied areas, by their codes.
     *
     * @return the tie
     */
    public Tie tie() {
        return tie;
    }

    @Override
    public String toString() {
        return parent + (period == null ? "" : " " + period) + ": " + tie;
    }
}
