package io.github.bmnkit.response;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What can be wrong with the document of a response, besides what is wrong with any JSON. */
public enum ResponseFinding implements FindingCode {
    /** The response is to another form, or to another version of it. */
    OTHER_FORM("response.other-form", Severity.ERROR),
    /** The form does not hold for the round. */
    OTHER_ROUND("response.other-round", Severity.ERROR),
    /** The form has no such question, or not at this level; the answer is not kept. */
    UNKNOWN_QUESTION("response.unknown-question", Severity.ERROR),
    /** The answer cannot be read as one to its question; what was written is kept. */
    UNREADABLE("response.unreadable", Severity.WARNING),
    /** There are more members than the form provides for; they are kept. */
    ROSTER_SIZE("response.roster-size", Severity.ERROR),
    /** There are more members than are read. */
    TOO_MANY_MEMBERS("response.too-many-members", Severity.ERROR),
    /** A member has no key, or one that another member has; the member gets a new one. */
    NEW_KEY("response.new-key", Severity.WARNING),
    /** A fact about the interview cannot be read; it is not kept. */
    PARADATA("response.paradata", Severity.WARNING),
    /** An answer is not carried over to another version of the form. */
    NOT_CARRIED("response.not-carried", Severity.WARNING);

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.response.ResponseFinding", locale));

    private final String id;
    private final Severity severity;

    ResponseFinding(String id, Severity severity) {
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
