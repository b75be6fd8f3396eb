package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.FieldworkRecords;
import io.github.bmnkit.fieldwork.RoleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Facts whose people are those of the records. */
record RecordedFacts(
        Instant now,
        FieldworkRecords records,
        Function<AreaCode, Optional<QualityFacts>> qualities,
        Function<AreaCode, List<Facts.Delegation>> allDelegations)
        implements Facts {
    RecordedFacts {
        requireNonNull(now, "now");
        requireNonNull(records, "records");
        requireNonNull(qualities, "quality");
        requireNonNull(allDelegations, "delegations");
    }

    @Override
    public Set<RoleId> roles(ActorId actor, AreaCode unit, LocalDate day) {
        return records.roles(actor, unit, day);
    }

    @Override
    public Optional<QualityFacts> quality(AreaCode unit) {
        return qualities.apply(unit);
    }

    @Override
    public List<Delegation> delegations(AreaCode unit) {
        return allDelegations.apply(unit);
    }
}
