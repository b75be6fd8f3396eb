package io.github.bmnkit.batch;

import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.OutcomeCounts;
import io.github.bmnkit.finding.Severity;

/** What is counted of one area, or of the whole. */
final class AreaTally {
    final AreaKey area;
    final EditCounts edits;
    long households;
    long acceptable;
    long soft;
    private final EditCounts bySeverity = new EditCounts.Dense(Severity.values().length);

    AreaTally(AreaKey area, Checks checks) {
        this.area = area;
        this.edits = area.isDense() ? new EditCounts.Dense(checks.size()) : new EditCounts.Sparse();
    }

    void add(int edit, Severity severity, Outcome outcome, long times) {
        edits.add(edit, outcome, times);
        add(severity, outcome, times);
    }

    /** For an area without room for every edit: what passed is known by severity only. */
    void add(Severity severity, Outcome outcome, long times) {
        bySeverity.add(place(severity), outcome, times);
    }

    void add(AreaTally other) {
        households = Math.addExact(households, other.households);
        acceptable += other.acceptable;
        soft += other.soft;
        other.edits.addTo(edits);
        other.bySeverity.addTo(bySeverity);
    }

    OutcomeCounts of(Severity severity) {
        return bySeverity.of(place(severity));
    }

    private static int place(Severity severity) {
        return switch (severity) {
            case ERROR -> 0;
            case WARNING -> 1;
            case INFO -> 2;
        };
    }
}
