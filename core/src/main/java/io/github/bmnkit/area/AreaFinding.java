package io.github.bmnkit.area;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** What can be wrong with the codes of areas and with a register of areas. */
public enum AreaFinding implements FindingCode {
    /** A code is blank. */
    CODE_BLANK("area.code-blank", Severity.ERROR),
    /** A code holds something other than digits. */
    CODE_NOT_DIGITS("area.code-not-digits", Severity.ERROR),
    /** A code has too many or too few digits. */
    CODE_LENGTH("area.code-length", Severity.ERROR),
    /** No province has this code. */
    UNKNOWN_PROVINCE("area.unknown-province", Severity.ERROR),
    /** The code of a local authority is too long or holds characters that it may not. */
    AUTHORITY_CODE("area.authority-code", Severity.ERROR),
    /** A village stands in the register twice; the first row counts. */
    DUPLICATE_VILLAGE("area.duplicate-village", Severity.ERROR),
    /** An area has another parent in an earlier row; the row is left out. */
    TWO_PARENTS("area.two-parents", Severity.ERROR),
    /** An area has another name in an earlier row; the first name counts. */
    TWO_NAMES("area.two-names", Severity.WARNING),
    /** An area has no name. */
    NAME_BLANK("area.name-blank", Severity.ERROR),
    /** The number of registered households is not a whole number in range. */
    HOUSEHOLDS("area.households", Severity.ERROR),
    /** The kind of local authority is not known. */
    AUTHORITY_KIND("area.authority-kind", Severity.ERROR),
    /** A local authority has another kind in an earlier row; the row is left out. */
    TWO_KINDS("area.two-kinds", Severity.ERROR),
    /** The local authority of a village is of a kind that certifies nothing. */
    AUTHORITY_CERTIFIES_NOTHING("area.authority-certifies-nothing", Severity.ERROR),
    /** A local authority lies in several districts; each part is certified and counted alone. */
    AUTHORITY_IN_SEVERAL_DISTRICTS("area.authority-in-several-districts", Severity.WARNING),
    /** The inspection region is not a number from 1 to 99. */
    REGION("area.region", Severity.ERROR),
    /** Some provinces have an inspection region and others none; the level is left out. */
    REGION_INCOMPLETE("area.region-incomplete", Severity.WARNING),
    /** The register holds no village. */
    NO_VILLAGES("area.no-villages", Severity.ERROR);

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.area.AreaFinding", locale));

    private final String id;
    private final Severity severity;

    AreaFinding(String id, Severity severity) {
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
