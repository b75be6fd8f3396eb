package io.github.bmnkit.release;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What can be wrong with a classification, a request for a release or a log of releases, and why nothing is released. */
public enum ReleaseFinding implements FindingCode {
    /** A definition is for another form. */
    OTHER_FORM("release.other-form", Severity.ERROR),
    /** A question is named that the form does not have, or that has no value. */
    UNKNOWN_QUESTION("release.unknown-question", Severity.ERROR),
    /** An area is named that the register does not have. */
    UNKNOWN_AREA("release.unknown-area", Severity.ERROR),
    /** A level of areas is named that the tree does not have. */
    UNKNOWN_LEVEL("release.unknown-level", Severity.ERROR),
    /** A code is named that the list of the question does not have. */
    UNKNOWN_CODE("release.unknown-code", Severity.ERROR),
    /** A source is cited that is not listed. */
    UNKNOWN_SOURCE("release.unknown-source", Severity.ERROR),
    /** A list is empty that must not be. */
    EMPTY("release.empty", Severity.ERROR),
    /** Something stands twice. */
    DUPLICATE("release.duplicate", Severity.ERROR),
    /** A range ends before it begins. */
    RANGE("release.range", Severity.ERROR),
    /** The form calls an answer personal, but it is not classified as a direct identifier. */
    PERSONAL("release.personal", Severity.ERROR),
    /** A direct identifier is asked for as it is. */
    DIRECT_IDENTIFIER("release.direct-identifier", Severity.ERROR),
    /** Free text is asked for without a reason. */
    FREE_TEXT("release.free-text", Severity.ERROR),
    /** A field has more than one treatment, or one that does not fit the type of its question. */
    TREATMENT("release.treatment", Severity.ERROR),
    /** Levels of generalisation are not nested, or bounds are not in order. */
    NOT_NESTED("release.not-nested", Severity.ERROR),
    /** A question of the wrong level for the rows that are asked for. */
    FIELD_LEVEL("release.field-level", Severity.ERROR),
    /** The question of the date is not a date of the household, or the one of consent does not take a code. */
    QUESTION_TYPE("release.question-type", Severity.ERROR),
    /** Cells of members who are released with their household cannot be suppressed alone. */
    CELLS_OF_GROUP("release.cells-of-group", Severity.ERROR),
    /** There are more ways to generalise than are searched. */
    TOO_MANY_WAYS("release.too-many-ways", Severity.ERROR),
    /** A definition is used outside its rounds, and this is no demonstration. */
    ROUND("release.round", Severity.ERROR),
    /** No household is left to release. */
    NOTHING_TO_RELEASE("release.nothing", Severity.ERROR),
    /** There are too few households in all. */
    TOO_FEW_HOUSEHOLDS("release.too-few-households", Severity.ERROR),
    /** The asked anonymity is not reached by generalising and as much suppression as is allowed. */
    NOT_ANONYMOUS("release.not-anonymous", Severity.ERROR),
    /** A line of the log is not an entry in canonical form. */
    LOG_LINE("release.log-line", Severity.ERROR),
    /** An entry of the log does not follow on the one before it, or its content is not that of its hash. */
    LOG_CHAIN("release.log-chain", Severity.ERROR),
    /** The log is not the one that was anchored. */
    LOG_ANCHOR("release.log-anchor", Severity.ERROR);

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.release.ReleaseFinding", locale));

    private final String id;
    private final Severity severity;

    ReleaseFinding(String id, Severity severity) {
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
