package io.github.bmnkit.batch;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.batch.BatchSummary.OfArea;
import io.github.bmnkit.batch.BatchSummary.OfEdit;
import io.github.bmnkit.csv.TextTable;
import io.github.bmnkit.finding.OutcomeCounts;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.html.HtmlPage.KeyFigure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A summary for people: the edits that fail most often and the areas with the largest share of households that are not
 * acceptable, as a table in plain text or as a page that needs no network.
 */
public final class BatchReport {
    static final Text TITLE = Text.of("ผลการตรวจสอบข้อมูลครัวเรือน", "Validation of households");
    static final Text EDIT = Text.of("กฎหรือการตรวจ", "Rule or check");
    static final Text SEVERITY = Text.of("ระดับ", "Severity");
    static final Text FAILED = Text.of("ไม่ผ่าน", "Failed");
    static final Text UNDECIDED = Text.of("ตัดสินไม่ได้", "Undecided");
    static final Text APPLIED = Text.of("ที่ต้องตรวจ", "Applied");
    static final Text PERCENT = Text.of("ร้อยละไม่ผ่าน", "Failed %");
    static final Text SAMPLE = Text.of("ครัวเรือนตัวอย่าง", "Sample of households");
    static final Text ACROSS = Text.of("ระหว่างครัวเรือน", "Across households");
    static final Text FOUND = Text.of("ที่พบ", "Found");
    static final Text PERCENT_FOUND = Text.of("ร้อยละที่พบ", "Found %");
    static final Text AREA = Text.of("พื้นที่", "Area");
    static final Text HOUSEHOLDS = Text.of("ครัวเรือน", "Households");
    static final Text NOT_ACCEPTABLE = Text.of("ต้องแก้ไข", "Not acceptable");
    static final Text SOFT = Text.of("มีข้อสังเกต", "With soft findings");
    static final Text SHARE = Text.of("ร้อยละที่ต้องแก้ไข", "Not acceptable %");
    static final Text CANCELLED = Text.of(
            "การตรวจถูกหยุดก่อนจบ ตัวเลขนี้ไม่ใช่ทั้งหมด",
            "The batch was stopped before its end: these figures are not the whole.");

    private final BatchSummary summary;
    private final int most;
    private final Function<OfArea, Text> names;
    private final @Nullable Text note;

    private BatchReport(BatchSummary summary, int most, Function<OfArea, Text> names, @Nullable Text note) {
        this.summary = summary;
        this.most = most;
        this.names = names;
        this.note = note;
    }

    /**
     * Returns the report of a summary, with the twenty worst edits, and areas of each level, by their codes.
     *
     * @param summary the summary
     * @return the report
     */
    public static BatchReport of(BatchSummary summary) {
        return new BatchReport(requireNonNull(summary, "summary"), 20, area -> Text.of(area.code(), area.code()), null);
    }

    /**
     * Returns this report with names of areas.
     *
     * @param newNames gives what people call an area
     * @return the report
     */
    public BatchReport withAreaNames(Function<OfArea, Text> newNames) {
        return new BatchReport(summary, most, requireNonNull(newNames, "newNames"), note);
    }

    /**
     * Returns this report with more or fewer of the worst edits and areas.
     *
     * @param atMost how many of each, at least 1
     * @return the report
     */
    public BatchReport withAtMost(int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException("nothing to show: " + atMost);
        }
        return new BatchReport(summary, atMost, names, note);
    }

    /**
     * Returns this report with a note under its title, such as whose households these are.
     *
     * @param newNote what readers must not overlook
     * @return the report
     */
    public BatchReport withNote(Text newNote) {
        return new BatchReport(summary, most, names, requireNonNull(newNote, "newNote"));
    }

    BatchSummary summary() {
        return summary;
    }

    @Nullable
    Text note() {
        return note;
    }

    Text name(OfArea area) {
        return names.apply(area);
    }

    List<OfEdit> worstEdits() {
        return summary.edits().stream()
                .filter(edit -> !isAcross(edit))
                .filter(edit -> edit.counts().failed() + edit.counts().engineFaults() > 0)
                .sorted(Comparator.<OfEdit>comparingLong(
                                edit -> edit.counts().failed() + edit.counts().engineFaults())
                        .reversed()
                        .thenComparing(OfEdit::id))
                .limit(most)
                .toList();
    }

    /** They count responses, collectors, villages and so on, and each says of how many: a table of their own. */
    List<OfEdit> acrossHouseholds() {
        return summary.edits().stream()
                .filter(BatchReport::isAcross)
                .filter(edit -> edit.counts().total() > 0)
                .toList();
    }

    /** Results of rules and checks: what is found across households counts something else. */
    OutcomeCounts counts(Severity severity) {
        return summary.edits().stream()
                .filter(edit -> edit.severity() == severity && !isAcross(edit))
                .map(OfEdit::counts)
                .reduce(OutcomeCounts.ZERO, OutcomeCounts::plus);
    }

    private static boolean isAcross(OfEdit edit) {
        return AcrossFinding.of(edit.id()).isPresent();
    }

    List<OfArea> worstAreas(AreaLevel level) {
        return summary.areas().stream()
                .filter(area -> area.level() == level && area.households() > area.acceptable())
                .sorted(Comparator.comparing(BatchReport::refused, BatchReport::compare)
                        .reversed()
                        .thenComparing(OfArea::code))
                .limit(most)
                .toList();
    }

    List<AreaLevel> levels() {
        return summary.areas().stream().map(OfArea::level).distinct().toList();
    }

    static Share refused(OfArea area) {
        return Share.of(area.households() - area.acceptable(), area.households());
    }

    private static int compare(Share one, Share other) {
        return BigInteger.valueOf(one.part())
                .multiply(BigInteger.valueOf(other.whole()))
                .compareTo(BigInteger.valueOf(other.part()).multiply(BigInteger.valueOf(one.whole())));
    }

    static Text heading(AreaLevel level) {
        return Text.of(
                level.text().th() + "ที่ต้องแก้ไขมากที่สุด",
                "Where most is to be mended, by " + level.text().en());
    }

    private List<KeyFigure> figures() {
        return List.of(
                new KeyFigure(count(summary.households()), Text.of("ครัวเรือนที่ตรวจ", "households checked")),
                new KeyFigure(count(summary.acceptable()), Text.of("ไม่มีข้อผิดพลาด", "acceptable")),
                new KeyFigure(count(summary.withSoftFindings()), Text.of("มีข้อสังเกต", "with soft findings")),
                new KeyFigure(count(summary.drafts()), Text.of("ยังเป็นร่าง", "drafts")),
                new KeyFigure(count(summary.unreadable()), Text.of("รายการที่อ่านไม่ได้", "lines not checked")));
    }

    /**
     * Writes the report as plain text.
     *
     * @param locale Thai, or else English
     * @return lines, each ended by a line feed; columns line up where combining marks take no room
     */
    public String toText(Locale locale) {
        StringBuilder out = new StringBuilder(TITLE.in(locale)).append('\n');
        out.append(summary.form()).append(", ").append(summary.rules()).append("\n\n");
        if (note != null) {
            out.append(note.in(locale)).append("\n\n");
        }
        if (summary.isCancelled()) {
            out.append(CANCELLED.in(locale)).append("\n\n");
        }
        TextTable totals = new TextTable(1);
        figures().forEach(each -> totals.row(List.of(each.label().in(locale), each.figure())));
        out.append(totals).append('\n');
        TextTable edits = new TextTable(2);
        edits.row(in(locale, EDIT, SEVERITY, FAILED, UNDECIDED, APPLIED, PERCENT));
        for (OfEdit edit : worstEdits()) {
            edits.row(List.of(
                    edit.id(),
                    edit.severity().name(),
                    count(edit.counts().failed()),
                    count(edit.counts().undecided()),
                    count(applied(edit.counts())),
                    percent(edit.counts().failureShare())));
        }
        out.append(edits);
        List<OfEdit> found = acrossHouseholds();
        if (!found.isEmpty()) {
            TextTable across = new TextTable(1);
            across.row(in(locale, ACROSS, FOUND, UNDECIDED, APPLIED, PERCENT_FOUND));
            found.forEach(edit -> across.row(row(edit, edit.text().in(locale))));
            out.append('\n').append(across);
        }
        for (AreaLevel level : levels()) {
            out.append('\n').append(heading(level).in(locale)).append('\n');
            TextTable areas = new TextTable(1);
            areas.row(in(locale, AREA, HOUSEHOLDS, NOT_ACCEPTABLE, SHARE, SOFT));
            worstAreas(level).forEach(area -> areas.row(row(area, locale)));
            out.append(areas);
        }
        return out.toString();
    }

    static List<String> row(OfEdit edit, String... texts) {
        List<String> cells = new ArrayList<>(List.of(texts));
        cells.add(count(edit.counts().failed()));
        cells.add(count(edit.counts().undecided()));
        cells.add(count(applied(edit.counts())));
        cells.add(percent(edit.counts().failureShare()));
        return cells;
    }

    private static List<String> in(Locale locale, Text... texts) {
        return List.of(texts).stream().map(text -> text.in(locale)).toList();
    }

    private List<String> row(OfArea area, Locale locale) {
        return List.of(
                names.apply(area).in(locale),
                count(area.households()),
                count(area.households() - area.acceptable()),
                percent(refused(area)),
                count(area.withSoftFindings()));
    }

    /**
     * Writes the report as a page.
     *
     * @param locale Thai, or else English
     * @return an HTML document with inline styles and SVG
     */
    public String toHtml(Locale locale) {
        return new BatchPage(this, locale).toHtml();
    }

    static long applied(OutcomeCounts counts) {
        return counts.passed() + counts.failed() + counts.undecided();
    }

    static String percent(Share share) {
        return share.percent(2).map(BigDecimal::toPlainString).orElse("-");
    }

    static String count(long number) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
