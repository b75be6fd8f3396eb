package io.github.bmnkit.quota;

import io.github.bmnkit.area.AreaCode;
import java.util.List;
import java.util.Optional;

/** Where the targets of a plan come from, if they were not imposed. */
interface Origin {
    List<PlanTie> ties();

    QuotaExplanation explain(AreaCode area, long target, Optional<AreaCode> parent);
}
