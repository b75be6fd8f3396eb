package io.github.bmnkit.questionnaire;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What can be wrong with a migration, in itself or for the two forms that it leads from and to. All are errors. */
public enum MigrationFinding implements FindingCode {
    /** The migration is from, or to, another form or version. */
    WRONG_FORM("migration.wrong-form"),
    /** A change breaks stored answers, and nothing says what becomes of them. */
    UNCOVERED("migration.uncovered"),
    /** A question stands twice. */
    QUESTION_TWICE("migration.question-twice"),
    /** The answers to two questions would become answers to the same one. */
    TARGET_TWICE("migration.target-twice"),
    /** The older form has no such question. */
    UNKNOWN_QUESTION("migration.unknown-question"),
    /** The newer form has no such question. */
    UNKNOWN_TARGET("migration.unknown-target"),
    /** A question is not answered, so there is nothing to carry over. */
    NOT_ANSWERED("migration.not-answered"),
    /** A code is not in its list. */
    UNKNOWN_CODE("migration.unknown-code"),
    /** Answers to a question cannot become answers to the other one. */
    NOT_CONVERTIBLE("migration.not-convertible"),
    /** Something is said that does not go with the rest, or with the type of the question. */
    FIELD_NOT_ALLOWED("migration.field-not-allowed"),
    /** A text is not a factor. */
    FACTOR("migration.factor");

    private static final TextBundle TEXTS = TextBundle.load(
            locale -> ResourceBundle.getBundle("io.github.bmnkit.questionnaire.MigrationFinding", locale));

    private final String id;

    MigrationFinding(String id) {
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
