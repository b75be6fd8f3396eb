package io.github.bmnkit.quota;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.finding.Text;
import java.util.List;
import java.util.Optional;

/**
 * Targets of another view: what both views have keeps its explanation, the rest are sums of villages. Ties are those of
 * the plan that was summed.
 */
record SummedAlong(QuotaPlan plan) implements Origin {
    @Override
    public List<PlanTie> ties() {
        return List.of();
    }

    @Override
    public QuotaExplanation explain(AreaCode area, long target, Optional<AreaCode> parent) {
        if (plan.contains(area)) {
            return plan.explain(area);
        }
        Text sum = Text.of(
                "เป้าหมายของ " + area + " เป็นผลรวมเป้าหมายของหมู่บ้านในพื้นที่",
                "The target of " + area + " is the sum of its villages' targets");
        return new QuotaExplanation(area, target, sum, null);
    }
}
