package io.github.bmnkit.indicator;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.finding.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of the indicators in an area, for those who plan: first what to work on, then where, then every figure with its
 * denominator; as a page that needs no network, as JSON and as CSV, with a codebook that explains every column.
 *
 * <p>Reports are immutable. They always say whether their data are certified, and by which definition they were made.
 */
public final class IndicatorReport {
    /** The tables of a report. */
    public enum Table {
        /** What came of every indicator, for the area and every area beneath. */
        RESULTS,
        /** How many persons were surveyed, by sex and age; how many did not meet an indicator where that is recorded. */
        PERSONS,
        /** What every column of the other tables means. */
        CODEBOOK
    }

    /** How the report is made; not all of it is given. */
    private record Settings(
            WorkOrder order,
            long leastBase,
            int first,
            @Nullable AreaLevel downTo,
            @Nullable IndicatorChange change,
            @Nullable Text note) {}

    private final IndicatorTable table;
    private final AreaCode area;
    private final Settings settings;

    private IndicatorReport(IndicatorTable table, AreaCode area, Settings settings) {
        this.table = table;
        this.area = area;
        this.settings = settings;
    }

    /**
     * Returns the report of an area: by most households first, with three problems each, no base being small.
     *
     * @param table what came of the indicators
     * @param area an area of its tree
     * @return the report
     * @throws IllegalArgumentException if the area is not in the tree
     */
    public static IndicatorReport of(IndicatorTable table, AreaCode area) {
        table.tree().position(area);
        return new IndicatorReport(table, area, new Settings(WorkOrder.MOST_HOUSEHOLDS, 0, 3, null, null, null));
    }

    private IndicatorReport with(Settings newSettings) {
        return new IndicatorReport(table, area, newSettings);
    }

    /**
     * Returns this report with another rule by which problems are put in order.
     *
     * @param order the rule
     * @return the report
     */
    public IndicatorReport withOrder(WorkOrder order) {
        requireNonNull(order, "order");
        return with(new Settings(
                order, settings.leastBase, settings.first, settings.downTo, settings.change, settings.note));
    }

    /**
     * Returns this report with a least base. No paper of the survey names one; without this setting no base is small.
     *
     * @param leastBase how many must be surveyed, in the unit of an indicator, for its base not to be small
     * @return the report
     * @throws IllegalArgumentException if it is negative
     */
    public IndicatorReport withLeastBase(long leastBase) {
        if (leastBase < 0) {
            throw new IllegalArgumentException("a base of " + leastBase);
        }
        return with(new Settings(
                settings.order, leastBase, settings.first, settings.downTo, settings.change, settings.note));
    }

    /**
     * Returns this report with more or fewer problems that each area should take first.
     *
     * @param first how many, at least 1
     * @return the report
     * @throws IllegalArgumentException if it is less than 1
     */
    public IndicatorReport withFirst(int first) {
        if (first < 1) {
            throw new IllegalArgumentException("no problem to show: " + first);
        }
        return with(new Settings(
                settings.order, settings.leastBase, first, settings.downTo, settings.change, settings.note));
    }

    /**
     * Returns this report with tables that go down to a level and no further.
     *
     * @param level the smallest areas in the tables
     * @return the report
     */
    public IndicatorReport withDownTo(AreaLevel level) {
        requireNonNull(level, "level");
        return with(new Settings(
                settings.order, settings.leastBase, settings.first, level, settings.change, settings.note));
    }

    /**
     * Returns this report with the change against an earlier round.
     *
     * @param change the change, whose later round is the table of this report
     * @return the report
     * @throws IllegalArgumentException if it is about another table
     */
    public IndicatorReport withChange(IndicatorChange change) {
        if (change.now() != table) {
            throw new IllegalArgumentException("the change of another table: " + change);
        }
        return with(new Settings(
                settings.order, settings.leastBase, settings.first, settings.downTo, change, settings.note));
    }

    /**
     * Returns this report with a note under its title, such as the day of the data.
     *
     * @param note what readers must not overlook
     * @return the report
     */
    public IndicatorReport withNote(Text note) {
        requireNonNull(note, "note");
        return with(new Settings(
                settings.order, settings.leastBase, settings.first, settings.downTo, settings.change, note));
    }

    IndicatorTable table() {
        return table;
    }

    AreaCode area() {
        return area;
    }

    WorkOrder order() {
        return settings.order;
    }

    long leastBase() {
        return settings.leastBase;
    }

    int first() {
        return settings.first;
    }

    Optional<IndicatorChange> change() {
        return Optional.ofNullable(settings.change);
    }

    Optional<Text> note() {
        return Optional.ofNullable(settings.note);
    }

    /** The area and those beneath it, level by level, as far as the tables go. */
    List<AreaCode> areas() {
        return areas(table);
    }

    private List<AreaCode> areas(IndicatorTable of) {
        List<AreaLevel> levels = of.tree().levels();
        int last = settings.downTo == null ? levels.size() - 1 : levels.indexOf(settings.downTo);
        List<AreaCode> areas = new ArrayList<>(List.of(area));
        for (int i = levels.indexOf(area.level()) + 1; i <= last; i++) {
            areas.addAll(of.areas(area, levels.get(i)));
        }
        return areas;
    }

    /** Areas of the tables that have households in the earlier round alone; those are in its register. */
    List<AreaCode> onlyBefore() {
        return change().map(change -> onlyIn(change.before(), change.now())).orElse(List.of());
    }

    /** Areas of the tables that have households in this round alone. */
    List<AreaCode> onlyNow() {
        return change().map(change -> onlyIn(change.now(), change.before())).orElse(List.of());
    }

    private List<AreaCode> onlyIn(IndicatorTable one, IndicatorTable other) {
        return one.tree().contains(area)
                ? areas(one).stream()
                        .filter(each ->
                                IndicatorChange.isSurveyed(one, each) && !IndicatorChange.isSurveyed(other, each))
                        .toList()
                : List.of();
    }

    List<AreaIndicators.Problem> problems(AreaCode of) {
        return table.of(of).problems(settings.order, settings.leastBase);
    }

    /**
     * Writes the report as a page.
     *
     * @param locale Thai, or else English
     * @return an HTML document with inline styles and SVG
     */
    public String toHtml(Locale locale) {
        return new ReportPage(this, locale).toHtml();
    }

    /**
     * Writes the report as JSON: how it was made, its tables, and the codebook.
     *
     * @return the document
     */
    public String toJson() {
        return ReportJson.write(this);
    }

    /**
     * Writes a table as CSV.
     *
     * @param which the table
     * @return the text: a header, then a row in each line
     */
    public String toCsv(Table which) {
        StringBuilder out = new StringBuilder();
        try {
            writeCsv(which, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text can always be added to
        }
        return out.toString();
    }

    /**
     * Writes a table as CSV row by row: that of the country is too large for one text.
     *
     * @param which the table
     * @param out where it is written
     * @throws IOException if it cannot be written
     */
    public void writeCsv(Table which, Appendable out) throws IOException {
        switch (which) {
            case RESULTS -> ReportTables.results(this).write(out);
            case PERSONS -> ReportTables.persons(this).write(out);
            case CODEBOOK -> ReportTables.codebook(this).write(out);
        }
    }

    /** Shows table and area. */
    @Override
    public String toString() {
        return "IndicatorReport[" + table + ", " + area.level() + " " + area.value() + "]";
    }
}
