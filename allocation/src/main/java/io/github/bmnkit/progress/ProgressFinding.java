package io.github.bmnkit.progress;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What can be wrong with events that are counted, and with snapshots that are read. */
public enum ProgressFinding implements FindingCode {
    /** An event is of a household that is not registered. */
    UNKNOWN_HOUSEHOLD("progress.unknown-household", Severity.ERROR),
    /** An event, or a part of a snapshot, is of a village that has no target. */
    NO_TARGET("progress.no-target", Severity.ERROR),
    /** A snapshot is of a format that is not known. */
    OTHER_FORMAT("progress.other-format", Severity.ERROR),
    /** A snapshot was made with another plan. */
    OTHER_PLAN("progress.other-plan", Severity.ERROR),
    /** A village stands twice in a snapshot. */
    VILLAGE_TWICE("progress.village-twice", Severity.ERROR),
    /** A snapshot has another number of villages than it says: it broke off, or lines were added. */
    VILLAGE_COUNT("progress.village-count", Severity.ERROR),
    /** A village's target list does not fit its targets. */
    OTHER_LIST("progress.other-list", Severity.ERROR),
    /** A household's key is not one. */
    HOUSEHOLD_KEY("progress.household-key", Severity.ERROR),
    /** What is said about a household contradicts itself. */
    HOUSEHOLD_STATE("progress.household-state", Severity.ERROR);

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.progress.ProgressFinding", locale));

    private final String id;
    private final Severity severity;

    ProgressFinding(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public Text text() {
        return TEXTS.text(id);
    }
}
