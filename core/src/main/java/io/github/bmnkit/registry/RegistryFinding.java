package io.github.bmnkit.registry;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/**
 * What can be wrong with a catalogue of registers, with a row of a register, and between the rows of one person. No
 * argument is a national ID or a name.
 */
public enum RegistryFinding implements FindingCode {
    /** The id of a register is not 1 to 40 small letters, digits and hyphens. */
    REGISTER_ID("registry.register-id", Severity.ERROR),
    /** A register stands twice in a catalogue. */
    DUPLICATE_REGISTER("registry.duplicate-register", Severity.ERROR),
    /** A source stands twice in a catalogue. */
    DUPLICATE_SOURCE("registry.duplicate-source", Severity.ERROR),
    /** A register cites a source that the catalogue does not have. */
    UNKNOWN_SOURCE("registry.unknown-source", Severity.ERROR),
    /** A role stands twice in a register of the catalogue. */
    DUPLICATE_ROLE("registry.duplicate-role", Severity.ERROR),
    /** A role that excludes others is not among the roles of its register. */
    UNLISTED_ROLE("registry.unlisted-role", Severity.ERROR),
    /** A row names a register that the catalogue does not have; the row is left out. */
    UNKNOWN_REGISTER("registry.unknown-register", Severity.ERROR),
    /** A row names an area that the register of areas does not have; the row is left out. */
    UNKNOWN_AREA("registry.unknown-area", Severity.ERROR),
    /** The code of an area has not 2, 4, 6 or 8 digits; the row is left out. */
    AREA_CODE("registry.area-code", Severity.ERROR),
    /** A row names a role that the register does not have; the row is left out. */
    UNKNOWN_ROLE("registry.unknown-role", Severity.ERROR),
    /** A date cannot be read; the row is left out. */
    DATE("registry.date", Severity.ERROR),
    /** A term ends on or before the day on which it starts; the row is left out. */
    EMPTY_TERM("registry.empty-term", Severity.ERROR),
    /** A text is too long or holds characters that it may not; the row is left out. */
    TEXT("registry.text", Severity.ERROR),
    /** A row has no national ID; it is kept, and links to nobody. */
    NO_ID("registry.no-id", Severity.WARNING),
    /** The national ID of a row is none; the row is kept, and links to nobody. */
    ID_INVALID("registry.id-invalid", Severity.WARNING),
    /** The name of a row cannot be read; the row is kept without it. */
    NAME_UNREADABLE("registry.name-unreadable", Severity.WARNING),
    /** The same person is in a group twice at overlapping times, in the same role. */
    TWICE_IN_GROUP("registry.twice-in-group", Severity.WARNING),
    /** The same person has two roles in a group at overlapping times. */
    TWO_ROLES("registry.two-roles", Severity.INFO),
    /** The same person has two roles in a group at overlapping times that exclude one another, as the host says. */
    ROLES_EXCLUDE("registry.roles-exclude", Severity.WARNING),
    /** The same person is in groups of two villages of one register at overlapping times. */
    TWO_VILLAGES("registry.two-villages", Severity.WARNING),
    /** The name of a row is not that of the household member with its national ID. */
    NAME_OF_MEMBER("registry.name-of-member", Severity.WARNING),
    /** The name of a row is not that of the first row with its national ID. */
    NAME_OF_FIRST_ROW("registry.name-of-first-row", Severity.WARNING);

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.registry.RegistryFinding", locale));

    private final String id;
    private final Severity severity;

    RegistryFinding(String id, Severity severity) {
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
