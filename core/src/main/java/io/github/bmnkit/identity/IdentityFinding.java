package io.github.bmnkit.identity;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/**
 * What can be wrong or noteworthy with IDs, names and dates. Arguments say counts, positions and kinds of characters,
 * never what stood there.
 */
public enum IdentityFinding implements FindingCode {
    /** Nothing was entered. */
    BLANK("identity.blank", Severity.ERROR),
    /** A character is neither a digit nor a separator. */
    NOT_A_DIGIT("identity.not-a-digit", Severity.ERROR),
    /** There are too few or too many digits. */
    DIGIT_COUNT("identity.digit-count", Severity.ERROR),
    /** A hyphen or blank stands where the printed form has none. */
    MISPLACED_SEPARATOR("identity.misplaced-separator", Severity.ERROR),
    /** The last digit of a national ID does not follow from the others. */
    CHECK_DIGIT("identity.check-digit", Severity.ERROR),
    /** The first digit of a national ID is 9, which is no class of person. */
    UNKNOWN_PERSON_CLASS("identity.unknown-person-class", Severity.ERROR),
    /** The first digit of a national ID is 0: a registered person without Thai nationality. */
    PERSON_CLASS_ZERO("identity.person-class-zero", Severity.WARNING),
    /** A text has more characters than its limit. */
    TOO_LONG("identity.too-long", Severity.ERROR),
    /** A control, invisible, direction or private-use character. */
    FORBIDDEN_CHARACTER("identity.forbidden-character", Severity.ERROR),
    /** The text is not a date in a form that is read. */
    DATE_FORM("identity.date-form", Severity.ERROR),
    /** The year has not four digits; two are not guessed at. */
    DATE_YEAR_DIGITS("identity.date-year-digits", Severity.ERROR),
    /** The year is one of the Common Era, or looks like one. */
    DATE_COMMON_ERA("identity.date-common-era", Severity.ERROR),
    /** There is no month of this number. */
    DATE_NO_SUCH_MONTH("identity.date-no-such-month", Severity.ERROR),
    /** The month has no day of this number. */
    DATE_NO_SUCH_DAY("identity.date-no-such-day", Severity.ERROR),
    /** 29 February of a year that is not a leap year. */
    DATE_NOT_A_LEAP_YEAR("identity.date-not-a-leap-year", Severity.ERROR),
    /** January to March before 2484, when years began on 1 April: the year may be one too low. */
    DATE_OLD_NEW_YEAR("identity.date-old-new-year", Severity.INFO);

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.identity.IdentityFinding", locale));

    private final String id;
    private final Severity severity;

    IdentityFinding(String id, Severity severity) {
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
