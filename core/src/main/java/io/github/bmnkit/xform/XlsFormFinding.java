package io.github.bmnkit.xform;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What cannot be said in XLSForm, and what in tables of XLSForm a form cannot take over. */
public enum XlsFormFinding implements FindingCode {
    /** Written: a function has no counterpart, so the cell says it in the language of this SDK. */
    NOT_EXPRESSIBLE("xlsform.not-expressible", Severity.WARNING),
    /** Written: a function exists elsewhere, too, but does something else. */
    DIFFERS("xlsform.differs", Severity.INFO),
    /** Written: other tools accept only the codes of an open list that are in it. */
    OPEN_LIST("xlsform.open-list", Severity.WARNING),
    /** Written: a list has no codes, so the question takes a text. */
    NO_CODES("xlsform.no-codes", Severity.WARNING),
    /** Written: other tools do not let the informant refuse where an answer is due. */
    REFUSABLE("xlsform.refusable", Severity.INFO),
    /** Written: other tools show a code in rounds that do not use it. */
    CODE_ROUNDS("xlsform.code-rounds", Severity.INFO),
    /** Written: other tools do not accept a code with a blank in it. */
    CODE_WITH_BLANK("xlsform.code-with-blank", Severity.WARNING),
    /** Written: the name of a group is taken, so it has another. */
    RENAMED("xlsform.renamed", Severity.INFO),
    /** Written: a question of members stands in the one repeat, not in its place. */
    MOVED("xlsform.moved", Severity.WARNING),
    /** Written: no question is about members, so the repeat is empty. */
    EMPTY_REPEAT("xlsform.empty-repeat", Severity.WARNING),
    /** Written: other tools do not keep to the limits of the roster. */
    ROSTER_LIMITS("xlsform.roster-limits", Severity.INFO),
    /** Written: a parameter without a value is blank elsewhere, not unknown. */
    UNSET_PARAMETER("xlsform.unset-parameter", Severity.WARNING),
    /** Written: blanks around a text are lost when the tables are read. */
    OUTER_BLANKS("xlsform.outer-blanks", Severity.WARNING),
    /** There is no such type. */
    UNKNOWN_TYPE("xlsform.unknown-type", Severity.ERROR),
    /** No question here takes such answers. */
    UNSUPPORTED_TYPE("xlsform.unsupported-type", Severity.ERROR),
    /** What the device notes by itself is not taken over. */
    METADATA("xlsform.metadata", Severity.WARNING),
    /** There is more than one repeat, or one within another. */
    SECOND_REPEAT("xlsform.second-repeat", Severity.ERROR),
    /** A group or repeat is not closed, or closed without being open. */
    UNBALANCED("xlsform.unbalanced", Severity.ERROR),
    /** A cell is blank that must not be. */
    MISSING_CELL("xlsform.missing-cell", Severity.ERROR),
    /** The settings do not say something that a form must say. */
    MISSING_SETTING("xlsform.missing-setting", Severity.ERROR),
    /** A cell does not hold what its column takes. */
    BAD_CELL("xlsform.bad-cell", Severity.ERROR),
    /** A text is there in one language only, and stands for both. */
    MISSING_TRANSLATION("xlsform.missing-translation", Severity.WARNING),
    /** A column of another language is not taken over. */
    OTHER_LANGUAGE("xlsform.other-language", Severity.WARNING),
    /** What a cell says has no counterpart and is not taken over. */
    NOT_CARRIED("xlsform.not-carried", Severity.WARNING),
    /** Part of an expression has no counterpart here. */
    UNSUPPORTED_EXPRESSION("xlsform.unsupported-expression", Severity.ERROR),
    /** A name within square brackets means the member in turn, which may not be what was meant. */
    MEMBER_IN_TURN("xlsform.member-in-turn", Severity.WARNING),
    /** A cell was changed and its companion was not: the cell counts. */
    OUTDATED("xlsform.outdated", Severity.WARNING),
    /** A choice filter is none of those that lists of lists express. */
    CHOICE_FILTER("xlsform.choice-filter", Severity.WARNING),
    /** The type of a calculation cannot be told. */
    UNTYPED("xlsform.untyped", Severity.ERROR),
    /** The tables do not say something, and something is assumed. */
    ASSUMED("xlsform.assumed", Severity.INFO),
    /** A calculation was moved so that nothing reads what stands after it. */
    REORDERED("xlsform.reordered", Severity.INFO);

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.xform.XlsFormFinding", locale));

    private final String id;
    private final Severity severity;

    XlsFormFinding(String id, Severity severity) {
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
