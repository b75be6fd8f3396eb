package io.github.bmnkit.xform;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What an {@link XForm} does not express. A warning is about answers that may differ, or checks that are not made. */
public enum XFormFinding implements FindingCode {
    /** A list without codes is asked as a text. */
    LIST_AS_TEXT("xform.list-as-text", Severity.INFO),
    /** Codes that are not in an open list cannot be entered. */
    LIST_CLOSED("xform.list-closed", Severity.WARNING),
    /** The client splits several choices at blanks, so a code must not hold one. */
    CODE_WITH_BLANK("xform.code-with-blank", Severity.WARNING),
    /** A code is offered in rounds that do not use it. */
    CODE_ROUNDS("xform.code-rounds", Severity.WARNING),
    /** A parameter has no value, and what reads it finds a blank. */
    PARAMETER_UNSET("xform.parameter-unset", Severity.WARNING),
    /** That the informant refuses, or does not know, cannot be entered. */
    REFUSAL("xform.refusal", Severity.INFO),
    /** The number of digits after the point is not checked. */
    DIGITS("xform.digits", Severity.INFO),
    /** The least and the greatest number of members are not checked. */
    ROSTER_LIMITS("xform.roster-limits", Severity.WARNING),
    /** A question about members is asked with those before it, not where it stands. */
    MEMBERS_TOGETHER("xform.members-together", Severity.INFO),
    /** A constraint looks the answer up among the members or in a list, where the client still has the one before. */
    CONSTRAINT_LOOKUP("xform.constraint-lookup", Severity.WARNING),
    /** A member's value depends on other members, whose later changes reach it only when the form is opened again. */
    OTHER_MEMBERS("xform.other-members", Severity.WARNING),
    /** A decimal is written as a text, which the client may do with an exponent. */
    DECIMAL_AS_TEXT("xform.decimal-as-text", Severity.WARNING),
    /** A place on the map is read as a text, which the client writes with altitude and accuracy. */
    PLACE_AS_TEXT("xform.place-as-text", Severity.WARNING),
    /** Some characters cannot stand in XML and were replaced. */
    CHARACTERS("xform.characters", Severity.WARNING);

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.xform.XFormFinding", locale));

    private final String id;
    private final Severity severity;

    XFormFinding(String id, Severity severity) {
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
