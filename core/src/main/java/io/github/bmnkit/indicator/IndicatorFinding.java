package io.github.bmnkit.indicator;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What can be wrong with a set of indicators; what is wrong with an expression, {@code ExpressionFinding} says. */
public enum IndicatorFinding implements FindingCode {
    /** A text is not an id. */
    BAD_ID("indicator.bad-id"),
    /** Something stands twice that must stand once. */
    DUPLICATE("indicator.duplicate"),
    /** A text is not there in one of the two languages. */
    MISSING_TRANSLATION("indicator.missing-translation"),
    /** The form that was given is not the one that the indicators are for. */
    WRONG_FORM("indicator.wrong-form"),
    /** The first round comes after the last. */
    ROUNDS("indicator.rounds"),
    /** The rounds are not within those of the form. */
    OUTSIDE_ROUNDS("indicator.outside-rounds"),
    /** A source is cited that is not listed. */
    UNKNOWN_SOURCE("indicator.unknown-source"),
    /** There is no such dimension. */
    UNKNOWN_DIMENSION("indicator.unknown-dimension"),
    /** There is no such indicator. */
    UNKNOWN_INDICATOR("indicator.unknown-indicator"),
    /** The form has no such value, of the level and type that are needed. */
    UNKNOWN_NAME("indicator.unknown-name"),
    /** A parameter has the name of a question. */
    PARAMETER_NAME("indicator.parameter-name"),
    /** A parameter has two values in one round. */
    PARAMETER_ROUNDS("indicator.parameter-rounds"),
    /** An indicator of persons lacks what counts them, or one of households has it. */
    UNIT("indicator.unit"),
    /** An expression that counts persons is not a whole number. */
    NOT_A_COUNT("indicator.not-a-count"),
    /** The groups of age are not in order, or overlap. */
    AGE_GROUPS("indicator.age-groups"),
    /** A condition is the same for every household. */
    CONSTANT("indicator.constant");

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.indicator.IndicatorFinding", locale));

    private final String id;

    IndicatorFinding(String id) {
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
