package io.github.bmnkit.batch;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** Why a response that could be read is not checked in a batch, and what can be wrong with a summary. */
public enum BatchFinding implements FindingCode {
    /** The response is to another form. */
    OTHER_FORM("batch.other-form", Severity.ERROR),
    /** The rules do not hold for the round of the response. */
    OTHER_ROUND("batch.other-round", Severity.ERROR),
    /** A summary counts something that it does not list, or lists something twice. */
    SUMMARY_UNKNOWN("batch.summary-unknown", Severity.ERROR),
    /** The parts of a summary do not go together. */
    SUMMARY_INCONSISTENT("batch.summary-inconsistent", Severity.ERROR);

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.batch.BatchFinding", locale));

    private final String id;
    private final Severity severity;

    BatchFinding(String id, Severity severity) {
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
