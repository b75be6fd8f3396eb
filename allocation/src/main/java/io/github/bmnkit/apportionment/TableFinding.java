package io.github.bmnkit.apportionment;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.ResourceBundle;

/** Why a two-way table could not be filled. */
public enum TableFinding implements FindingCode {
    /** The rows and the columns add up to different numbers. */
    MARGINS_DIFFER("table.margins-differ"),
    /** A row or column adds up to less than its cells must have at least. */
    MARGIN_BELOW_CELLS("table.margin-below-cells"),
    /** Rows have weights in a few columns only, and these have no place for all of them. */
    ROWS_EXCEED_COLUMNS("table.rows-exceed-columns");

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.apportionment.TableFinding", locale));

    private final String id;

    TableFinding(String id) {
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
