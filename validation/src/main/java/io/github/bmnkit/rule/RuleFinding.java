package io.github.bmnkit.rule;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What can be wrong with a set of rules; what is wrong with an expression, {@code ExpressionFinding} says. */
public enum RuleFinding implements FindingCode {
    /** A text is not an id. */
    BAD_ID("rule.bad-id"),
    /** Something stands twice that must stand once. */
    DUPLICATE("rule.duplicate"),
    /** A text is not there in one of the two languages. */
    MISSING_TRANSLATION("rule.missing-translation"),
    /** The message shows other names in Thai than in English. */
    OPERANDS("rule.operands"),
    /** The form that was given is not the one that the rules are for. */
    WRONG_FORM("rule.wrong-form"),
    /** The first round comes after the last. */
    ROUNDS("rule.rounds"),
    /** A round lies outside those for which the whole holds. */
    OUTSIDE_ROUNDS("rule.outside-rounds"),
    /** A source is cited that is not listed. */
    UNKNOWN_SOURCE("rule.unknown-source"),
    /** There is no such name in the form. */
    UNKNOWN_NAME("rule.unknown-name"),
    /** The form derives no such check. */
    UNKNOWN_CHECK("rule.unknown-check"),
    /** A name of the members stands in a rule of the household, or a rule of members is about none of theirs. */
    WRONG_LEVEL("rule.wrong-level"),
    /** A rule says nothing, or more than one thing. */
    NEEDS_ONE("rule.needs-one"),
    /** A condition is the same for every household. */
    CONSTANT("rule.constant"),
    /** A rule is written in Java, and a file cannot bring it along. */
    OPAQUE("rule.opaque");

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.rule.RuleFinding", locale));

    private final String id;

    RuleFinding(String id) {
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
