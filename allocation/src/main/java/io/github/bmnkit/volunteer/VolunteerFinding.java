package io.github.bmnkit.volunteer;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** Why an area's own ratio of households to volunteers is refused. */
public enum VolunteerFinding implements FindingCode {
    /** The ratio lies outside the range that the host allows. */
    RATIO_OUT_OF_RANGE("volunteer.ratio-out-of-range", Severity.ERROR),
    /** The area lies below the level at which volunteers are counted, so that its ratio would have no effect. */
    RATIO_BELOW_LEVEL("volunteer.ratio-below-level", Severity.ERROR),
    /** The area has no target. */
    RATIO_WITHOUT_TARGET("volunteer.ratio-without-target", Severity.ERROR);

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.volunteer.VolunteerFinding", locale));

    private final String id;
    private final Severity severity;

    VolunteerFinding(String id, Severity severity) {
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
