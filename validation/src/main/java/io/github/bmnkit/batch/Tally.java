package io.github.bmnkit.batch;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.response.ResponseState;
import io.github.bmnkit.validation.ValidationReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what comes of households, one by one. It belongs to one thread at a time. */
final class Tally {
    final Checks checks;
    final AreaTally whole;
    final Samples samples;
    final Map<AreaKey, AreaTally> areas = new TreeMap<>();
    final Map<String, Long> readingFindings = new TreeMap<>();
    long drafts;
    long unreadable;
    boolean cancelled;

    Tally(Checks checks) {
        this.checks = checks;
        this.whole = new AreaTally(AreaKey.WHOLE, checks);
        this.samples = new Samples(checks);
    }

    /** Adds a result; returns whether the household is acceptable, that is has no hard finding. */
    boolean add(BatchResult result) {
        for (Finding finding : result.reading().findings()) {
            readingFindings.merge(finding.code().id(), 1L, Math::addExact);
        }
        ValidationReport report = result.report().orElse(null);
        if (report == null) {
            unreadable++;
            return false;
        }
        if (result.reading().value().state() == ResponseState.DRAFT) {
            drafts++;
        }
        List<AreaTally> tallies = tallies(result.areas);
        Household household = new Household(report.household(), tallies);
        report.forEachOutcome(household::add);
        for (AreaTally tally : tallies) {
            tally.households++;
            tally.acceptable += household.hard ? 0 : 1;
            tally.soft += household.soft ? 1 : 0;
        }
        return !household.hard;
    }

    /** Adds what came of an edit. */
    void count(int edit, Outcome outcome, Collection<AreaKey> keys, long times) {
        Severity severity = checks.edits.get(edit).severity();
        for (AreaTally each : tallies(keys)) {
            each.add(edit, severity, outcome, times);
        }
    }

    /** The whole and the areas in which something lies. */
    List<AreaTally> tallies(Collection<AreaKey> keys) {
        List<AreaTally> tallies = new ArrayList<>(keys.size() + 1);
        tallies.add(whole);
        for (AreaKey key : keys) {
            tallies.add(area(key));
        }
        return tallies;
    }

    AreaTally area(AreaKey key) {
        return areas.computeIfAbsent(key, each -> new AreaTally(each, checks));
    }

    void add(Tally other) {
        whole.add(other.whole);
        samples.add(other.samples);
        other.areas.forEach((key, area) -> area(key).add(area));
        other.readingFindings.forEach((code, times) -> readingFindings.merge(code, times, Math::addExact));
        drafts = Math.addExact(drafts, other.drafts);
        unreadable = Math.addExact(unreadable, other.unreadable);
        cancelled |= other.cancelled;
    }

    /** What becomes known of one household on the way through its outcomes. */
    private final class Household {
        private final HouseholdId id;
        private final long hash;
        private final List<AreaTally> tallies;
        private boolean hard;
        private boolean soft;

        Household(HouseholdId id, List<AreaTally> tallies) {
            this.id = id;
            this.hash = Samples.hash(checks.seed, id.value());
            this.tallies = tallies;
        }

        void add(int edit, int row, Outcome outcome) {
            Severity severity = checks.edits.get(edit).severity();
            for (AreaTally tally : tallies) {
                tally.add(edit, severity, outcome, 1);
            }
            if (outcome == Outcome.FAIL) {
                samples.add(edit, id, hash);
                hard |= severity == Severity.ERROR;
                soft |= severity == Severity.WARNING;
            }
            hard |= outcome == Outcome.ENGINE_FAULT;
        }
    }
}
