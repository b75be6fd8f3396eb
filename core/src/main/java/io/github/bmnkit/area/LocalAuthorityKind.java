package io.github.bmnkit.area;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.Arrays;
import java.util.Optional;
import java.util.ResourceBundle;

/** The kinds of local authority (องค์กรปกครองส่วนท้องถิ่น, อปท.). */
public enum LocalAuthorityKind {
    /** อบต., the administration of a sub-district. */
    TAMBON_ADMINISTRATION(true),
    /** เทศบาลตำบล, the municipality of a sub-district. */
    TAMBON_MUNICIPALITY(true),
    /** เทศบาลเมือง, the municipality of a town. */
    TOWN_MUNICIPALITY(true),
    /** เทศบาลนคร, the municipality of a city. */
    CITY_MUNICIPALITY(true),
    /** เมืองพัทยา, which has a form of its own. */
    PATTAYA(true),
    /** อบจ., the administration of a province: cooperates, certifies nothing. */
    PROVINCIAL_ADMINISTRATION(false),
    /** กทม., Bangkok: outside the survey's rounds. */
    BANGKOK(false);

    private static final TextBundle NAMES =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.area.LocalAuthorityKind", locale));

    private final boolean certifies;

    LocalAuthorityKind(boolean certifies) {
        this.certifies = certifies;
    }

    /**
     * Finds the kind that a text names.
     *
     * @param text the Thai abbreviation or name, such as {@code อบต.} or {@code เทศบาลเมือง}, or the constant's name
     * @return the kind, or empty
     */
    public static Optional<LocalAuthorityKind> find(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(text) || kind.text().th().equals(text))
                .findFirst();
    }

    /**
     * Tells whether authorities of this kind certify the data of their villages.
     *
     * @return false for อบจ. and กทม.
     */
    public boolean certifies() {
        return certifies;
    }

    /**
     * Returns the name of the kind.
     *
     * @return the name in Thai and English
     */
    public Text text() {
        return NAMES.text(name());
    }
}
