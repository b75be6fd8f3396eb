package io.github.bmnkit.batch;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Those who have the same values under a rule. */
final class RuleGroup implements AcrossGroup {
    private final AcrossDecision decision;
    private final Rule rule;
    private final List<FoundAcross.Holder> first = new ArrayList<>();
    private final Map<List<AreaKey>, Long> byArea = new HashMap<>();
    private final TreeSet<Samples.Drawn> sample = new TreeSet<>();
    private @Nullable HouseholdId last;
    private long households;
    private long records;

    RuleGroup(AcrossDecision decision, Rule rule) {
        this.decision = decision;
        this.rule = rule;
    }

    @Override
    public void add(AcrossEntry entry) {
        if (decision.isListed(first)) {
            first.add(entry.holder());
        }
        if (!entry.household().equals(last)) {
            last = entry.household();
            households++;
            decision.draw(rule, sample, entry.household());
        }
        byArea.merge(decision.areas(entry), 1L, Long::sum);
        records++;
    }

    @Override
    public void decide() {
        boolean tooMany = households > rule.across().orElseThrow().atMost();
        byArea.forEach((areas, times) -> decision.count(rule, tooMany ? Outcome.FAIL : Outcome.PASS, areas, times));
        if (tooMany) {
            decision.sample(rule, sample);
            decision.found(Finding.of(rule), households, records, first);
        }
    }
}
