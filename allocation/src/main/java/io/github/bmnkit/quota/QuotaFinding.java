package io.github.bmnkit.quota;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** Why a plan of targets can't be made. */
public enum QuotaFinding implements FindingCode {
    /** An area of the plan is not in the register. */
    AREA_MISSING("quota.area-missing", Severity.ERROR),
    /** An area of the register has no target while others beside it have; it is left out, as Bangkok is. */
    NO_TARGET("quota.no-target", Severity.INFO),
    /** An area has another parent in the register than in the plan. */
    OTHER_PARENT("quota.other-parent", Severity.ERROR),
    /** The target exceeds the households that are registered. */
    ABOVE_REGISTERED("quota.above-registered", Severity.ERROR),
    /** The target is less than what the villages must have at least. */
    BELOW_MINIMUM("quota.below-minimum", Severity.ERROR),
    /** A recorded draw of lots does not fit. */
    DRAW_REFUSED("quota.draw-refused", Severity.ERROR),
    /** What an area did in a period that is to be closed is not given. */
    DONE_MISSING("quota.done-missing", Severity.ERROR),
    /** What was done is given for an area that is not in the plan or has areas below it. */
    DONE_NOT_ASKED("quota.done-not-asked", Severity.ERROR),
    /** What was done is negative or more than the target has left. */
    DONE_OUT_OF_RANGE("quota.done-out-of-range", Severity.ERROR);

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.quota.QuotaFinding", locale));

    private final String id;
    private final Severity severity;

    QuotaFinding(String id, Severity severity) {
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
