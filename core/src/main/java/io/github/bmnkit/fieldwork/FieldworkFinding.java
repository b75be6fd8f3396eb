package io.github.bmnkit.fieldwork;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What can be wrong with records of the work, with the plan behind them, and what a unit still lacks. */
public enum FieldworkFinding implements FindingCode {
    /** The id of a role is not 1 to 40 small letters, digits and hyphens. */
    ROLE_ID("fieldwork.role-id", Severity.ERROR),
    /** A role stands twice in a catalogue. */
    DUPLICATE_ROLE("fieldwork.duplicate-role", Severity.ERROR),
    /** The id of an actor is blank, too long or no valid text. */
    ACTOR_ID("fieldwork.actor-id", Severity.ERROR),
    /** A role is not in the catalogue. */
    UNKNOWN_ROLE("fieldwork.unknown-role", Severity.ERROR),
    /** A member has no role. */
    NO_ROLES("fieldwork.no-roles", Severity.ERROR),
    /** A text is no code of an area. */
    AREA_CODE("fieldwork.area-code", Severity.ERROR),
    /** An area is not in the register. */
    UNKNOWN_AREA("fieldwork.unknown-area", Severity.ERROR),
    /** An area is of a level that does not have such a record. */
    AREA_LEVEL("fieldwork.area-level", Severity.ERROR),
    /** A collector or an appointment has no area. */
    NO_AREA("fieldwork.no-area", Severity.ERROR),
    /** A term ends before it begins, or on the same day. */
    TERM("fieldwork.term-range", Severity.ERROR),
    /** The term of a member begins before the order that appoints them; it counts from the order's date. */
    MEMBER_BEFORE_ORDER("fieldwork.member-before-order", Severity.WARNING),
    /** A date is later than the day on which the records are read. */
    IN_FUTURE("fieldwork.in-future", Severity.WARNING),
    /** Something stands twice; in records, the first counts. */
    DUPLICATE("fieldwork.duplicate", Severity.ERROR),
    /** Records or plan are of another round. */
    OTHER_ROUND("fieldwork.other-round", Severity.ERROR),
    /** A source is cited but not listed. */
    UNKNOWN_SOURCE("fieldwork.unknown-source", Severity.ERROR),
    /** A plan refers to a deadline that the round does not have. */
    NO_DEADLINE("fieldwork.no-deadline", Severity.ERROR),
    /** A task is not in the plan. */
    UNKNOWN_TASK("fieldwork.unknown-task", Severity.ERROR),
    /** The plan does not have a level do a task. */
    NO_DUTY("fieldwork.no-duty", Severity.ERROR),
    /** A due date is set for units that the area does not have. */
    NO_UNITS("fieldwork.no-units", Severity.ERROR),
    /** A due date is later than the deadline of the round, which stays in force. */
    AFTER_DEADLINE("fieldwork.after-deadline", Severity.WARNING),
    /** A local authority of a kind that certifies nothing is taken for one that certifies. */
    CERTIFIES_NOTHING("fieldwork.certifies-nothing", Severity.ERROR),
    /** A local authority is taken for one that certifies, but the register does not have it. */
    UNKNOWN_AUTHORITY("fieldwork.unknown-authority", Severity.ERROR),
    /** A local authority is of another kind in the register. */
    OTHER_KIND("fieldwork.other-kind", Severity.ERROR),
    /** A visit went outside the area whose office visited. */
    VISIT_ELSEWHERE("fieldwork.visit-elsewhere", Severity.ERROR),
    /** A visit was reported before it took place. */
    REPORT_BEFORE_VISIT("fieldwork.report-before-visit", Severity.ERROR),
    /** The area has not told the public. */
    NO_PUBLICITY("fieldwork.no-publicity", Severity.WARNING),
    /** The unit has no working group. */
    NO_WORKING_GROUP("fieldwork.no-working-group", Severity.WARNING),
    /** The working group of the unit is not ready. */
    GROUP_NOT_READY("fieldwork.group-not-ready", Severity.WARNING),
    /** The unit has no collectors, or not all of them are briefed. */
    COLLECTORS_NOT_BRIEFED("fieldwork.collectors-not-briefed", Severity.WARNING),
    /** The unit has no collectors, or not all of them are registered. */
    COLLECTORS_NOT_REGISTERED("fieldwork.collectors-not-registered", Severity.WARNING),
    /** The unit has fewer active collectors than it needs. */
    TOO_FEW_COLLECTORS("fieldwork.too-few-collectors", Severity.WARNING),
    /** The cooperation of the local authority is not on record. */
    NO_COOPERATION("fieldwork.no-cooperation", Severity.WARNING);

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
