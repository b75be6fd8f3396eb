package io.github.bmnkit.validation;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import io.github.bmnkit.response.Check;
import java.util.ResourceBundle;

/**
 * What can be wrong with a household besides its rules: what a form itself demands, each with the id of its question
 * before it, such as {@code hid:required}; and an edit that could not be made.
 */
public enum ValidationFinding implements FindingCode {
    /** The answer cannot be read as a value of the question's type. */
    TYPE("validation.type", Severity.ERROR),
    /** The code is not in the list, not in use in the round, or not under the answer above it. */
    CODE_LIST("validation.code-list", Severity.ERROR),
    /** There is an answer though the question was not to be asked; it counts for nothing. */
    RELEVANCE("validation.relevance", Severity.WARNING),
    /** An answer is due and not there. */
    REQUIRED("validation.required", Severity.ERROR),
    /** The answer does not fulfil the question's constraint. */
    CONSTRAINT("validation.constraint", Severity.ERROR),
    /** A calculated value that came with the document is not the one that the form calculates. */
    CLAIM("validation.claim", Severity.ERROR),
    /** There are fewer or more members than the form provides for. */
    ROSTER("validation.roster", Severity.ERROR),
    /** A rule broke: nothing is known about what it checks. */
    ENGINE_FAULT("validation.engine-fault", Severity.ERROR);

    private static final TextBundle TEXTS = TextBundle.load(
            locale -> ResourceBundle.getBundle("io.github.bmnkit.validation.ValidationFinding", locale));

    private final String id;
    private final Severity severity;

    ValidationFinding(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    static ValidationFinding of(Check check) {
        return switch (check) {
            case TYPE -> TYPE;
            case CODE_LIST -> CODE_LIST;
            case RELEVANCE -> RELEVANCE;
            case REQUIRED -> REQUIRED;
            case CONSTRAINT -> CONSTRAINT;
            case CLAIM -> CLAIM;
            case ROSTER -> ROSTER;
        };
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
