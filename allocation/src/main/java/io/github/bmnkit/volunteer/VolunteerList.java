package io.github.bmnkit.volunteer;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.html.HtmlPage;
import io.github.bmnkit.html.HtmlTable;
import io.github.bmnkit.identity.BuddhistDate;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.identity.ThaiDigits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The households that one volunteer visits, in the order of the walk: as data, as CSV, and as a page to print and tick off.
 * It says no more of people than the host adds: house numbers and a heading.
 */
public final class VolunteerList {
    private static final Text TITLE =
            Text.of("รายการครัวเรือนที่ต้องเก็บข้อมูล จปฐ.", "Households to visit for the BMN survey");

    private final ActorId volunteer;
    private final List<Row> rows;
    private final @Nullable Text heading;
    private final @Nullable LocalDate day;
    private final Text otherwise;

    /** Makes a list; {@code otherwise} is what it is headed with if the host does not say. */
    private VolunteerList(
            ActorId volunteer, List<Row> rows, @Nullable Text heading, @Nullable LocalDate day, Text otherwise) {
        this.volunteer = volunteer;
        this.rows = rows;
        this.heading = heading;
        this.day = day;
        this.otherwise = otherwise;
    }

    /**
     * One household of the list.
     *
     * @param order its place in the list, from 1
     * @param stop its place on the route of the village, from 1
     * @param household which household
     * @param houseNumber its house number; empty if the host did not give it
     * @param visited whether it was visited already
     */
    public record Row(int order, int stop, HouseholdId household, String houseNumber, boolean visited) {
        /**
         * Checks that every part is there.
         *
         * @param order its place in the list, from 1
         * @param stop its place on the route of the village, from 1
         * @param household which household
         * @param houseNumber its house number, or empty
         * @param visited whether it was visited already
         */
        public Row {
            requireNonNull(household, "household");
            requireNonNull(houseNumber, "houseNumber");
        }
    }

    static VolunteerList of(VisitPlan plan, ActorId volunteer) {
        List<Row> rows = new ArrayList<>();
        for (int stop : plan.stops(volunteer)) {
            rows.add(new Row(rows.size() + 1, stop + 1, plan.route().get(stop), "", false));
        }
        Text otherwise = Text.of(
                "หมู่บ้าน " + plan.village() + " อาสาสมัคร " + volunteer,
                "Village " + plan.village() + ", volunteer " + volunteer);
        return new VolunteerList(volunteer, List.copyOf(rows), null, null, otherwise);
    }

    /**
     * Returns this list with house numbers.
     *
     * @param houseNumbers the house numbers of households; others than those of the list do not matter
     * @return the list
     */
    public VolunteerList withHouseNumbers(Map<HouseholdId, String> houseNumbers) {
        Map<HouseholdId, String> copy = new HashMap<>(houseNumbers);
        List<Row> changed = rows.stream()
                .map(row -> new Row(
                        row.order(),
                        row.stop(),
                        row.household(),
                        copy.getOrDefault(row.household(), ""),
                        row.visited()))
                .toList();
        return new VolunteerList(volunteer, changed, heading, day, otherwise);
    }

    /**
     * Returns this list with households that were visited already; they are shown as ticked.
     *
     * @param households the households; others than those of the list do not matter
     * @return the list
     */
    public VolunteerList withVisited(Set<HouseholdId> households) {
        Set<HouseholdId> copy = new HashSet<>(households);
        List<Row> changed = rows.stream()
                .map(row -> new Row(
                        row.order(), row.stop(), row.household(), row.houseNumber(), copy.contains(row.household())))
                .toList();
        return new VolunteerList(volunteer, changed, heading, day, otherwise);
    }

    /**
     * Returns this list with a heading of the host, such as the names of the village and the volunteer. Without it the page
     * names the code of the village and the id of the volunteer.
     *
     * @param newHeading one line
     * @return the list
     */
    public VolunteerList withHeading(Text newHeading) {
        return new VolunteerList(volunteer, rows, requireNonNull(newHeading, "newHeading"), day, otherwise);
    }

    /**
     * Returns this list with the day for which it holds.
     *
     * @param newDay the day, which the page shows
     * @return the list
     */
    public VolunteerList withDay(LocalDate newDay) {
        return new VolunteerList(volunteer, rows, heading, requireNonNull(newDay, "newDay"), otherwise);
    }

    /**
     * Returns whose list it is.
     *
     * @return the volunteer
     */
    public ActorId volunteer() {
        return volunteer;
    }

    /**
     * Returns the households.
     *
     * @return a row for each, in the order of the walk
     */
    public List<Row> rows() {
        return rows;
    }

    /**
     * Writes the list as CSV: {@code order}, {@code stop}, {@code household_id}, {@code house_number}, {@code visited}
     * ({@code true} or {@code false}).
     *
     * @return the CSV text, with a header
     */
    public String toCsv() {
        CsvWriter out = new CsvWriter(List.of("order", "stop", "household_id", "house_number", "visited"));
        for (Row row : rows) {
            out.row(List.of(
                    Integer.toString(row.order()),
                    Integer.toString(row.stop()),
                    row.household().value(),
                    row.houseNumber(),
                    Boolean.toString(row.visited())));
        }
        return out.toString();
    }

    /**
     * Writes the page: A4 upright, with a box to tick and room to write for each household, and a thick line where the
     * walk leaves out a part of the route.
     *
     * @param locale Thai, or else English
     * @param digits the digits of numbers and of the date on a Thai page; ids stay as they are
     * @return an HTML document with inline styles
     */
    public String toHtml(Locale locale, BuddhistDate.Digits digits) {
        HtmlPage page = new HtmlPage(TITLE, locale);
        page.lead(summary(digits));
        boolean numbered = rows.stream().anyMatch(row -> !row.houseNumber().isEmpty());
        List<Text> header = new ArrayList<>();
        header.add(Text.of("ที่", "No."));
        if (numbered) {
            header.add(Text.of("บ้านเลขที่", "House no."));
        }
        header.add(Text.of("รหัสครัวเรือน", "Household"));
        header.add(Text.of("เก็บแล้ว", "Done"));
        header.add(Text.of("วันที่", "Date"));
        header.add(Text.of("หมายเหตุ", "Notes"));
        HtmlTable table = new HtmlTable(legend(), header, header.size()).sheet(heading == null ? otherwise : heading);
        Row before = null;
        for (Row row : rows) {
            if (before != null && row.stop() != before.stop() + 1) {
                table.gap();
            }
            table.row(cells(
                    row, numbered, text -> Text.of(shown(text, digits), text).in(locale)));
            before = row;
        }
        return page.table(table).toHtml();
    }

    private static List<String> cells(Row row, boolean numbered, UnaryOperator<String> shown) {
        List<String> cells = new ArrayList<>(List.of(shown.apply(Integer.toString(row.order()))));
        if (numbered) {
            cells.add(shown.apply(row.houseNumber()));
        }
        cells.addAll(List.of(row.household().value(), row.visited() ? HtmlTable.TICKED : HtmlTable.BOX, "", ""));
        return cells;
    }

    private Text legend() {
        boolean broken = !rows.isEmpty()
                && rows.get(rows.size() - 1).stop() - rows.get(0).stop() >= rows.size();
        return broken
                ? Text.of(
                        "เส้นหนา: ข้ามบ้านที่อาสาสมัครคนอื่นรับผิดชอบ",
                        "Thick line: pass by houses that another volunteer visits")
                : Text.of("", "");
    }

    private Text summary(BuddhistDate.Digits digits) {
        long done = rows.stream().filter(Row::visited).count();
        String th = "ทั้งหมด " + rows.size() + " ครัวเรือน" + (done > 0 ? " เก็บแล้ว " + done + " ครัวเรือน" : "");
        String en = rows.size() + " households" + (done > 0 ? ", " + done + " of them done" : "");
        if (day == null) {
            return Text.of(shown(th, digits), en);
        }
        String date = BuddhistDate.format(day, BuddhistDate.Style.LONG);
        return Text.of(shown(th + " ณ วันที่ " + date, digits), en + ", as of " + day);
    }

    private static String shown(String text, BuddhistDate.Digits digits) {
        return digits == BuddhistDate.Digits.THAI ? ThaiDigits.toThai(text) : text;
    }

    @Override
    public String toString() {
        return "VolunteerList[volunteer=" + volunteer + ", households=" + rows.size() + "]";
    }
}
