package io.github.bmnkit.expression;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What can be wrong with an expression; the place is the line and column within its text. */
public enum ExpressionFinding implements FindingCode {
    /** Nothing is written. */
    EMPTY("expression.empty", Severity.ERROR),
    /** The text is longer than the limit. */
    TOO_LONG("expression.too-long", Severity.ERROR),
    /** Parts are nested, or chained, beyond the limit. */
    TOO_DEEP("expression.too-deep", Severity.ERROR),
    /** A character has no meaning in the language. */
    BAD_CHARACTER("expression.bad-character", Severity.ERROR),
    /** A text is never closed. */
    UNCLOSED_TEXT("expression.unclosed-text", Severity.ERROR),
    /** What stands between braces is not a name. */
    BAD_NAME("expression.bad-name", Severity.ERROR),
    /** A number is too large or has too many digits. */
    BAD_NUMBER("expression.bad-number", Severity.ERROR),
    /** Something stands where something else is due. */
    UNEXPECTED("expression.unexpected", Severity.ERROR),
    /** The text ends too early. */
    UNEXPECTED_END("expression.unexpected-end", Severity.ERROR),
    /** Square brackets hold more than one condition and one position. */
    BAD_PREDICATE("expression.bad-predicate", Severity.ERROR),
    /** There is no such function. */
    UNKNOWN_FUNCTION("expression.unknown-function", Severity.ERROR),
    /** A function has too few or too many arguments. */
    ARGUMENT_COUNT("expression.argument-count", Severity.ERROR),
    /** There is no such name. */
    UNKNOWN_NAME("expression.unknown-name", Severity.ERROR),
    /** A name of the members, or a function of one member, stands where no member is meant. */
    WRONG_LEVEL("expression.wrong-level", Severity.ERROR),
    /** A function over the roster has an argument that is not about the members. */
    NOT_MEMBERS("expression.not-members", Severity.ERROR),
    /** The roster, or a choice of members, stands where a value is due. */
    ROSTER_AS_VALUE("expression.roster-as-value", Severity.ERROR),
    /** Functions over the roster stand within each other beyond the limit. */
    TOO_NESTED("expression.too-nested", Severity.ERROR),
    /** The dot stands where there is no question of its own. */
    NO_SELF("expression.no-self", Severity.ERROR),
    /** A value has another type than is due. */
    WRONG_TYPE("expression.wrong-type", Severity.ERROR),
    /** A value stands where a condition is due. */
    NOT_A_CONDITION("expression.not-a-condition", Severity.ERROR),
    /** Two values that meet have types that do not go together. */
    INCOMPATIBLE("expression.incompatible", Severity.ERROR),
    /** Codes or texts are compared by size. */
    NO_ORDER("expression.no-order", Severity.ERROR),
    /** A code is not in its list. */
    CODE_OUTSIDE_LIST("expression.code-outside-list", Severity.ERROR),
    /** A list has no such attribute. */
    UNKNOWN_ATTRIBUTE("expression.unknown-attribute", Severity.ERROR),
    /** Different things are added, compared or assigned. */
    UNIT_MISMATCH("expression.unit-mismatch", Severity.ERROR),
    /** The same thing is meant, but per something else. */
    UNIT_PERIOD("expression.unit-period", Severity.WARNING),
    /** A product has more digits after the point than are kept. */
    TOO_MANY_DIGITS("expression.too-many-digits", Severity.ERROR),
    /** A calculation has more digits after the point than its question. */
    NEEDS_ROUNDING("expression.needs-rounding", Severity.ERROR),
    /** Something that must be written out is computed. */
    NOT_LITERAL("expression.not-literal", Severity.ERROR),
    /** A text is not a date of the years 1 to 9999. */
    BAD_DATE("expression.bad-date", Severity.ERROR),
    /** A regular expression is not in the subset that is matched in linear time. */
    BAD_PATTERN("expression.bad-pattern", Severity.ERROR),
    /** A regular expression takes too many states. */
    PATTERN_TOO_LARGE("expression.pattern-too-large", Severity.ERROR);

    private static final TextBundle TEXTS = TextBundle.load(
            locale -> ResourceBundle.getBundle("io.github.bmnkit.expression.ExpressionFinding", locale));

    private final String id;
    private final Severity severity;

    ExpressionFinding(String id, Severity severity) {
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
