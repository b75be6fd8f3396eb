package io.github.bmnkit.quota;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What stands against changing, confirming or listing targets. */
public enum TargetFinding implements FindingCode {
    /** A village of a change is not in the register that it must be in. */
    CHANGE_VILLAGE_MISSING("reallocation.village-missing", Severity.ERROR),
    /** A village that was divided or united is still in the new register, though it is no part of the result. */
    CHANGE_STILL_REGISTERED("reallocation.still-registered", Severity.ERROR),
    /** A part of a divided village was a village of its own before. */
    CHANGE_PART_EXISTED("reallocation.part-existed", Severity.ERROR),
    /** A village is in two changes. */
    CHANGE_TWICE("reallocation.twice", Severity.ERROR),
    /** Work was done in a village that the new register does not have. */
    DONE_WITHOUT_VILLAGE("reallocation.done-without-village", Severity.ERROR),
    /** More was done in closed periods than households are registered; no scope helps. */
    DONE_ABOVE_REGISTERED("reallocation.done-above-registered", Severity.ERROR),
    /** More was done in a closed period than the target that may be moved about within an area. */
    DONE_ABOVE_TARGET("reallocation.done-above-target", Severity.ERROR),
    /** Fewer households are registered than the target that may be moved about within an area. */
    NO_ROOM("reallocation.no-room", Severity.ERROR),
    /** An area is new, and its villages bring targets along that belong to other areas. */
    NEW_AREA("reallocation.new-area", Severity.ERROR),
    /** What can't be done within the scope asked for can be done within this one. */
    WIDER_SCOPE("reallocation.wider-scope", Severity.INFO),
    /** It can't be done within any scope that the plan has. */
    NO_SCOPE("reallocation.no-scope", Severity.INFO),

    /** An office has not answered. */
    NOT_CONFIRMED("confirmation.open", Severity.ERROR),
    /** An office disputes its target. */
    DISPUTED("confirmation.disputed", Severity.ERROR),
    /** An office confirmed another number than its target. */
    OTHER_NUMBER("confirmation.other-number", Severity.ERROR),
    /** An answer is for an area that has no target. */
    NO_SUCH_OFFICE("confirmation.no-target", Severity.WARNING),
    /** The plan does not go down to the villages. */
    NO_VILLAGES("confirmation.no-villages", Severity.ERROR),
    /** A village of the plan is not in the register. */
    NOT_REGISTERED("confirmation.not-registered", Severity.ERROR),

    /** A household is not registered. */
    LIST_UNKNOWN_HOUSEHOLD("list.unknown-household", Severity.ERROR),
    /** A household is registered in another village. */
    LIST_OTHER_VILLAGE("list.other-village", Severity.ERROR),
    /** A household is listed twice. */
    LIST_TWICE("list.twice", Severity.ERROR),
    /** A list has fewer households than the target. */
    LIST_SHORT("list.short", Severity.ERROR),
    /** A list has more households than the target. */
    LIST_LONG("list.long", Severity.ERROR),
    /** A period is not one of the plan's. */
    LIST_UNKNOWN_PERIOD("list.unknown-period", Severity.ERROR),
    /** A village has no target. */
    LIST_UNKNOWN_VILLAGE("list.unknown-village", Severity.ERROR),
    /** A village has its list in two places; the first counts. */
    LIST_VILLAGE_TWICE("list.village-twice", Severity.ERROR),
    /** A village has a target but no list. */
    LIST_MISSING("list.missing", Severity.ERROR);

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.quota.TargetFinding", locale));

    private final String id;
    private final Severity severity;

    TargetFinding(String id, Severity severity) {
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
