package io.github.bmnkit.fieldwork;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What can be wrong with what is read about the people who do the work. */
public enum FieldworkFinding implements FindingCode {
    /** The id of a role is not 1 to 40 small letters, digits and hyphens. */
    ROLE_ID("fieldwork.role-id", Severity.ERROR),
    /** A role stands twice in a catalogue. */
    DUPLICATE_ROLE("fieldwork.duplicate-role", Severity.ERROR);

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.fieldwork.FieldworkFinding", locale));

    private final String id;
    private final Severity severity;

    FieldworkFinding(String id, Severity severity) {
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
