package io.github.bmnkit.round;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What can be wrong with, or noteworthy about, the definition of a round. */
public enum RoundFinding implements FindingCode {
    /** The periods of a row of the target table do not add up to its total. */
    ROW_SUM("round.row-sum", Severity.ERROR),
    /** The provinces of a region do not add up to its printed sub-total. */
    REGION_SUM("round.region-sum", Severity.ERROR),
    /** The regions do not add up to the printed total of the country. */
    COUNTRY_SUM("round.country-sum", Severity.ERROR),
    /** A row has more or fewer figures than the round has periods. */
    FIGURE_COUNT("round.figure-count", Severity.ERROR),
    /** A province, region, period, level or source stands twice. */
    DUPLICATE("round.duplicate", Severity.ERROR),
    /** A source is cited that is not listed. */
    UNKNOWN_SOURCE("round.unknown-source", Severity.ERROR),
    /** The window ends before it begins. */
    WINDOW("round.window", Severity.ERROR),
    /** A deadline names only one of the level and the day. */
    DEADLINE_INCOMPLETE("round.deadline-incomplete", Severity.ERROR),
    /** The host has not said when a period ends. */
    PERIOD_END_UNSET("round.period-end-unset", Severity.INFO),
    /** The host has not said what share of the target a certificate needs. */
    COVERAGE_UNSET("round.coverage-unset", Severity.INFO),
    /** The host's settings name a period that the round does not have. */
    UNKNOWN_PERIOD("round.unknown-period", Severity.ERROR),
    /** The end of a period lies outside the window, or before the end of the period before it. */
    PERIOD_END("round.period-end", Severity.ERROR),
    /** Part of the target is due only after a deadline for certifying it. */
    PERIOD_AFTER_DEADLINE("round.period-after-deadline", Severity.WARNING),
    /** The coverage that a certificate needs exceeds the share of the target that is due by its deadline. */
    COVERAGE_BEFORE_PERIOD_END("round.coverage-before-period-end", Severity.WARNING);

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.round.RoundFinding", locale));

    private final String id;
    private final Severity severity;

    RoundFinding(String id, Severity severity) {
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
