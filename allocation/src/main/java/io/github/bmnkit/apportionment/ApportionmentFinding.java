package io.github.bmnkit.apportionment;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** Why a total could not be shared out. */
public enum ApportionmentFinding implements FindingCode {
    /** The floor of a unit is above its own cap. */
    FLOOR_ABOVE_CAP("apportionment.floor-above-cap"),
    /** The floors add up to more than the total. */
    FLOORS_EXCEED_TOTAL("apportionment.floors-exceed-total"),
    /** The caps add up to less than the total. */
    CAPS_BELOW_TOTAL("apportionment.caps-below-total"),
    /** There is something to share out beyond the floors, but no unit has a weight. */
    NO_WEIGHT("apportionment.no-weight"),
    /** A draw of lots was given, but there is no tie. */
    DRAW_WITHOUT_TIE("apportionment.draw-without-tie"),
    /** A draw of lots was given that does not rank exactly the members of the tie. */
    DRAW_OF_OTHER_UNITS("apportionment.draw-of-other-units");

    private static final TextBundle TEXTS = TextBundle.load(
            locale -> ResourceBundle.getBundle("io.github.bmnkit.apportionment.ApportionmentFinding", locale));

    private final String id;

    ApportionmentFinding(String id) {
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
