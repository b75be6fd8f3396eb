package io.github.bmnkit.batch;

import static io.github.bmnkit.batch.AcrossFinding.COLLECTOR_OVER_CAPACITY;
import static io.github.bmnkit.batch.AcrossFinding.COLLECTOR_UNKNOWN;

import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.identity.HouseholdId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The households of one collector, or those of whom nobody knows who collected. */
final class CollectorGroup implements AcrossGroup {
    private final AcrossDecision decision;
    private final List<FoundAcross.Holder> first = new ArrayList<>();
    private final Map<List<AreaKey>, Long> byArea = new HashMap<>();
    private final AreaUnion areas = new AreaUnion();
    private final TreeSet<Samples.Drawn> unknown = new TreeSet<>();
    private final TreeSet<Samples.Drawn> tooMany = new TreeSet<>();
    private String collector = "";
    private @Nullable HouseholdId last;
    private long households;
    private long records;

    CollectorGroup(AcrossDecision decision) {
        this.decision = decision;
    }

    @Override
    public void add(AcrossEntry entry) {
        collector = entry.detail();
        if (decision.isListed(first)) {
            first.add(entry.holder());
        }
        if (!entry.household().equals(last)) {
            last = entry.household();
            households++;
            decision.draw(COLLECTOR_UNKNOWN, unknown, entry.household());
            decision.draw(COLLECTOR_OVER_CAPACITY, tooMany, entry.household());
        }
        areas.add(decision.areas(entry));
        byArea.merge(decision.areas(entry), 1L, Long::sum);
        records++;
    }

    @Override
    public void decide() {
        boolean isUnknown = collector.isEmpty();
        byArea.forEach((keys, times) ->
                decision.count(COLLECTOR_UNKNOWN, isUnknown ? Outcome.FAIL : Outcome.PASS, keys, times));
        if (isUnknown) {
            decision.sample(COLLECTOR_UNKNOWN, unknown);
            Finding finding = Finding.of(COLLECTOR_UNKNOWN).with("responses", records);
            decision.found(finding, households, records, first);
            return;
        }
        long capacity = decision.across.settings.capacity().applyAsLong(ActorId.of(collector));
        boolean isOver = households > capacity;
        decision.count(COLLECTOR_OVER_CAPACITY, isOver ? Outcome.FAIL : Outcome.PASS, areas.keys(), 1);
        if (isOver) {
            decision.sample(COLLECTOR_OVER_CAPACITY, tooMany);
            Finding finding = Finding.of(COLLECTOR_OVER_CAPACITY)
                    .with("collector", collector)
                    .with("households", households)
                    .with("capacity", capacity);
            decision.found(finding, households, records, first);
        }
    }
}
