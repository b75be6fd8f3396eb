package io.github.bmnkit.progress;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.finding.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far each part of an area has come: for a district every local authority with its villages. It shows target, done,
 * over, share, pace, what is needed from now on, and who is ahead of an even pace or behind it.
 */
public final class ProgressBoard {
    private final ProgressSnapshot now;
    private final Season season;
    private final Row total;
    private final List<Row> rows;
    private final List<Text> notes;

    private ProgressBoard(ProgressSnapshot now, Season season, Row total, List<Row> rows, List<Text> notes) {
        this.now = now;
        this.season = season;
        this.total = total;
        this.rows = List.copyOf(rows);
        this.notes = List.copyOf(notes);
    }

    /**
     * Returns the board of an area, with the pace since the first day of the season.
     *
     * @param now what is done
     * @param area the area, such as a district; the rows are of the two levels below it that have targets
     * @param season the days in which its targets are to be met
     * @return the board
     * @throws IllegalArgumentException if neither view of the register has the area
     */
    public static ProgressBoard of(ProgressSnapshot now, AreaCode area, Season season) {
        requireNonNull(season, "season");
        AreaTree tree = now.tree(area);
        List<Row> rows = new ArrayList<>();
        for (AreaCode child : area.level() == AreaLevel.VILLAGE ? List.<AreaCode>of() : tree.children(area)) {
            add(rows, now, tree, area, child, season);
            tree.children(child).forEach(village -> add(rows, now, tree, child, village, season));
        }
        return new ProgressBoard(now, season, row(now, tree, area, area, season), rows, List.of());
    }

    private static void add(
            List<Row> rows, ProgressSnapshot now, AreaTree tree, AreaCode parent, AreaCode area, Season season) {
        Row row = row(now, tree, parent, area, season);
        if (!row.pace().figures().equals(Figures.NONE)) {
            rows.add(row);
        }
    }

    private static Row row(ProgressSnapshot now, AreaTree tree, AreaCode parent, AreaCode area, Season season) {
        return new Row(area, parent, tree.name(area), Pace.of(now.figures(area), now.day(), season));
    }

    /**
     * Returns the same board with the pace since an earlier snapshot.
     *
     * @param earlier a snapshot of the same plan, of an earlier day
     * @return the board
     * @throws IllegalArgumentException if the snapshot is of the same day or later, or counts another step
     */
    public ProgressBoard since(ProgressSnapshot earlier) {
        if (earlier.measure() != now.measure()) {
            throw new IllegalArgumentException("one counts " + earlier.measure() + ", the other " + now.measure());
        }
        return new ProgressBoard(
                now,
                season,
                total.since(earlier),
                rows.stream().map(row -> row.since(earlier)).toList(),
                notes);
    }

    /**
     * Returns the same board with a note that must not be overlooked, such as that its figures are made up.
     *
     * @param note the note
     * @return the board
     */
    public ProgressBoard note(Text note) {
        List<Text> more = new ArrayList<>(notes);
        more.add(note);
        return new ProgressBoard(now, season, total, rows, more);
    }

    /**
     * Returns the snapshot that the board shows.
     *
     * @return the snapshot
     */
    public ProgressSnapshot snapshot() {
        return now;
    }

    /**
     * Returns the row of the whole area.
     *
     * @return the row, whose parent is the area itself
     */
    public Row total() {
        return total;
    }

    /**
     * Returns the rows: each part of the area, followed by its own parts.
     *
     * @return the rows, by code
     */
    public List<Row> rows() {
        return rows;
    }

    /** The rows right below the area. */
    List<Row> parts() {
        return rows.stream().filter(row -> row.parent().equals(total.area())).toList();
    }

    /** The rows right below a part. */
    List<Row> below(Row part) {
        return rows.stream().filter(row -> row.parent().equals(part.area())).toList();
    }

    List<Text> notes() {
        return notes;
    }

    Season season() {
        return season;
    }

    /**
     * Writes the board as a table for a terminal.
     *
     * @param locale Thai, or else English
     * @return the lines
     */
    public String toText(Locale locale) {
        return new BoardPages(this, locale).text();
    }

    /**
     * Writes the board as CSV, the whole area first. Rates have two digits after the point, rounded half up, and so have
     * percentages, rounded down; what is not
     * known is empty.
     *
     * @return the CSV text; the same for the same figures, on every machine
     */
    public String toCsv() {
        return BoardTable.csv(this);
    }

    /**
     * Writes the board as a page that needs no network.
     *
     * @param locale Thai, or else English
     * @return an HTML document with inline styles and SVG
     */
    public String toHtml(Locale locale) {
        return new BoardPages(this, locale).html();
    }

    @Override
    public String toString() {
        return "ProgressBoard[" + total.area() + ", rows=" + rows.size() + ", "
                + total.pace().figures() + "]";
    }

    /**
     * One area of a board.
     *
     * @param area the area
     * @param parent the area that it is a part of
     * @param name its name
     * @param pace what is done of its target, and how fast
     */
    public record Row(AreaCode area, AreaCode parent, Text name, Pace pace) {
        /**
         * Checks that every part is there.
         *
         * @param area the area
         * @param parent the area that it is a part of
         * @param name its name
         * @param pace what is done of its target, and how fast
         */
        public Row {
            requireNonNull(area, "area");
            requireNonNull(parent, "parent");
            requireNonNull(name, "name");
            requireNonNull(pace, "pace");
        }

        private Row since(ProgressSnapshot earlier) {
            return new Row(area, parent, name, pace.since(earlier.figures(area), earlier.day()));
        }
    }
}
