package io.github.bmnkit.volunteer;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** Why the households of a village can't be given to its volunteers, or what to know about how they were. */
public enum VisitFinding implements FindingCode {
    /** A household is on the route twice. */
    DUPLICATE_HOUSEHOLD("visit.duplicate-household", Severity.ERROR),
    /** A volunteer is named twice. */
    DUPLICATE_VOLUNTEER("visit.duplicate-volunteer", Severity.ERROR),
    /** Who visited a household is not among the volunteers; one who left stays among them, with the capacity 0. */
    VISITED_BY_UNKNOWN("visit.visited-by-unknown", Severity.ERROR),
    /** There are households but no volunteers. */
    NO_VOLUNTEERS("visit.no-volunteers", Severity.ERROR),
    /** None of the volunteers may visit a household. */
    NOBODY_MAY("visit.nobody-may", Severity.ERROR),
    /** Some households may be visited only by volunteers who together have too little room for them. */
    NOT_ENOUGH_ROOM("visit.not-enough-room", Severity.ERROR),
    /** Fewer breaks of the route may be possible: the search was cut short. */
    BREAKS_NOT_PROVEN("visit.breaks-not-proven", Severity.INFO);

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.volunteer.VisitFinding", locale));

    private final String id;
    private final Severity severity;

    VisitFinding(String id, Severity severity) {
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
