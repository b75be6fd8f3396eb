package io.github.bmnkit.questionnaire;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/**
 * What can be wrong with the definition of a form, besides the findings about its expressions. All are errors: such a
 * definition does not load.
 */
public enum QuestionnaireFinding implements FindingCode {
    /** A name is not one that expressions can use. */
    BAD_NAME("questionnaire.bad-name"),
    /** Something stands twice that must stand once. */
    DUPLICATE("questionnaire.duplicate"),
    /** A text is not there in one of the two languages. */
    MISSING_TRANSLATION("questionnaire.missing-translation"),
    /** A question lacks what its type needs. */
    NEEDS_FIELD("questionnaire.needs-field"),
    /** A question has what its type does not take. */
    FIELD_NOT_ALLOWED("questionnaire.field-not-allowed"),
    /** There is no such code list. */
    UNKNOWN_LIST("questionnaire.unknown-list"),
    /** A code, or the value of an attribute, is not in its list. */
    CODE_OUTSIDE_LIST("questionnaire.code-outside-list"),
    /** A question with several choices needs a closed list that is not too long. */
    CHOICES("questionnaire.choices"),
    /** A code says something about itself that its list does not provide for. */
    UNKNOWN_ATTRIBUTE("questionnaire.unknown-attribute"),
    /** The values of an attribute must be a closed list of codes, or whole numbers. */
    ATTRIBUTE_VALUES("questionnaire.attribute-values"),
    /** The lists above one another form a circle. */
    LIST_CYCLE("questionnaire.list-cycle"),
    /** The first round comes after the last. */
    ROUNDS("questionnaire.rounds"),
    /** The limits of the roster leave no household. */
    ROSTER_LIMITS("questionnaire.roster-limits"),
    /** A question is about members, but the form has no roster. */
    NO_ROSTER("questionnaire.no-roster"),
    /** A note has no value that an expression could read. */
    NO_VALUE("questionnaire.no-value"),
    /** An expression reads what stands after it. */
    FORWARD_REFERENCE("questionnaire.forward-reference"),
    /** Questions depend on one another in a circle. */
    CYCLE("questionnaire.cycle"),
    /** The condition under which a question is asked is never true. */
    UNREACHABLE("questionnaire.unreachable"),
    /** A question cannot lie within the other one. */
    WITHIN("questionnaire.within"),
    /** A source is cited that is not listed. */
    UNKNOWN_SOURCE("questionnaire.unknown-source"),
    /** A parameter has a type, or a value, that it cannot have. */
    PARAMETER("questionnaire.parameter");

    private static final TextBundle TEXTS = TextBundle.load(
            locale -> ResourceBundle.getBundle("io.github.bmnkit.questionnaire.QuestionnaireFinding", locale));

    private final String id;

    QuestionnaireFinding(String id) {
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
