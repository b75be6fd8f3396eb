package io.github.bmnkit.indicator;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What can be wrong with a file of aggregated indicators. */
public enum AggregateFinding implements FindingCode {
    /** The file was made by another set of indicators. */
    OTHER_SET("aggregate.other-set"),
    /** The file was made with other thresholds. */
    OTHER_PARAMETERS("aggregate.other-parameters"),
    /** The form of the file has other codes for the sex. */
    OTHER_SEXES("aggregate.other-sexes"),
    /** The first line is not the heading of such a file. */
    HEADING("aggregate.heading"),
    /** A village stands twice. */
    DUPLICATE_VILLAGE("aggregate.duplicate-village"),
    /** The indicators of a village are not those of the set. */
    INDICATORS("aggregate.indicators"),
    /** There are more or fewer numbers than there should be. */
    NUMBERS("aggregate.numbers"),
    /** Numbers contradict one another. */
    INCONSISTENT("aggregate.inconsistent");

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.indicator.AggregateFinding", locale));

    private final String id;

    AggregateFinding(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Text text() {
        return TEXTS.text(id);
    }
}
