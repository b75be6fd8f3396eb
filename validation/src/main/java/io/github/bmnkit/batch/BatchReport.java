package io.github.bmnkit.batch;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.batch.BatchSummary.OfArea;
import io.github.bmnkit.batch.BatchSummary.OfEdit;
import io.github.bmnkit.finding.OutcomeCounts;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.html.BarChart;
import io.github.bmnkit.html.HtmlPage;
import io.github.bmnkit.html.HtmlPage.KeyFigure;
import io.github.bmnkit.html.HtmlTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A summary for people: the edits that fail most often and the areas with the largest share of households that are not
 * acceptable, as a table in plain text or as a page that needs no network.
 */
public final class BatchReport {
    private static final Text TITLE = Text.of("ผลการตรวจสอบข้อมูลครัวเรือน", "Validation of households");
    private static final Text EDIT = Text.of("กฎหรือการตรวจ", "Rule or check");
    private static final Text SAYS = Text.of("ข้อความ", "What it says");
    private static final Text SEVERITY = Text.of("ระดับ", "Severity");
    private static final Text FAILED = Text.of("ไม่ผ่าน", "Failed");
    private static final Text UNDECIDED = Text.of("ตัดสินไม่ได้", "Undecided");
    private static final Text APPLIED = Text.of("ที่ต้องตรวจ", "Applied");
    private static final Text PERCENT = Text.of("ร้อยละไม่ผ่าน", "Failed %");
    private static final Text SAMPLE = Text.of("ครัวเรือนตัวอย่าง", "Sample of households");
    private static final Text ACROSS = Text.of("ระหว่างครัวเรือน", "Across households");
    private static final Text FOUND = Text.of("ที่พบ", "Found");
    private static final Text PERCENT_FOUND = Text.of("ร้อยละที่พบ", "Found %");
    private static final Text AREA = Text.of("พื้นที่", "Area");
    private static final Text HOUSEHOLDS = Text.of("ครัวเรือน", "Households");
    private static final Text NOT_ACCEPTABLE = Text.of("ต้องแก้ไข", "Not acceptable");
    private static final Text SOFT = Text.of("มีข้อสังเกต", "With soft findings");
    private static final Text SHARE = Text.of("ร้อยละที่ต้องแก้ไข", "Not acceptable %");
    private static final int MOST_IN_CHART = 10;

    private final BatchSummary summary;
    private final int most;
    private final Function<OfArea, Text> names;

    private BatchReport(BatchSummary summary, int most, Function<OfArea, Text> names) {
        this.summary = summary;
        this.most = most;
        this.names = names;
    }

    /**
     * Returns the report of a summary, with the twenty worst edits, and areas of each level, by their codes.
     *
     * @param summary the summary
     * @return the report
     */
    public static BatchReport of(BatchSummary summary) {
        return new BatchReport(requireNonNull(summary, "summary"), 20, area -> Text.of(area.code(), area.code()));
    }

    /**
     * Returns this report with names of areas.
     *
     * @param newNames gives what people call an area
     * @return the report
     */
    public BatchReport withAreaNames(Function<OfArea, Text> newNames) {
        return new BatchReport(summary, most, requireNonNull(newNames, "newNames"));
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
        return new BatchReport(summary, atMost, names);
    }

    private List<OfEdit> worstEdits() {
        return summary.edits().stream()
                .filter(edit -> AcrossFinding.of(edit.id()).isEmpty())
                .filter(edit -> edit.counts().failed() + edit.counts().engineFaults() > 0)
                .sorted(Comparator.<OfEdit>comparingLong(
                                edit -> edit.counts().failed() + edit.counts().engineFaults())
                        .reversed()
                        .thenComparing(OfEdit::id))
                .limit(most)
                .toList();
    }

    /** They count responses, collectors, villages and so on, and each says of how many: a table of their own. */
    private List<OfEdit> acrossHouseholds() {
        return summary.edits().stream()
                .filter(edit -> AcrossFinding.of(edit.id()).isPresent())
                .filter(edit -> edit.counts().total() > 0)
                .toList();
    }

    private List<OfArea> worstAreas(AreaLevel level) {
        return summary.areas().stream()
                .filter(area -> area.level() == level && area.households() > area.acceptable())
                .sorted(Comparator.comparing(BatchReport::refused, BatchReport::compare)
                        .reversed()
                        .thenComparing(OfArea::code))
                .limit(most)
                .toList();
    }

    private List<AreaLevel> levels() {
        return summary.areas().stream().map(OfArea::level).distinct().toList();
    }

    private static Share refused(OfArea area) {
        return Share.of(area.households() - area.acceptable(), area.households());
    }

    private static int compare(Share one, Share other) {
        return BigInteger.valueOf(one.part())
                .multiply(BigInteger.valueOf(other.whole()))
                .compareTo(BigInteger.valueOf(other.part()).multiply(BigInteger.valueOf(one.whole())));
    }

    private static Text heading(AreaLevel level) {
        return Text.of(
                level.text().th() + "ที่มีครัวเรือนต้องแก้ไขมากที่สุด",
                "Worst areas by level: " + level.text().en());
    }

    private List<KeyFigure> figures() {
        return List.of(
                new KeyFigure(count(summary.households()), Text.of("ครัวเรือนที่ตรวจ", "households checked")),
                new KeyFigure(count(summary.acceptable()), Text.of("ไม่มีข้อผิดพลาด", "acceptable")),
                new KeyFigure(count(summary.withSoftFindings()), Text.of("มีข้อสังเกต", "with soft findings")),
                new KeyFigure(count(summary.drafts()), Text.of("ยังเป็นร่าง", "drafts")),
                new KeyFigure(count(summary.unreadable()), Text.of("รายการที่อ่านไม่ได้", "lines not checked")));
    }

    private static final Text CANCELLED = Text.of(
            "การตรวจถูกหยุดก่อนจบ ตัวเลขนี้ไม่ใช่ทั้งหมด",
            "The batch was stopped before its end: these figures are not the whole.");

    /**
     * Writes the report as plain text.
     *
     * @param locale Thai, or else English
     * @return lines, each ended by a line feed; columns line up where combining marks take no room
     */
    public String toText(Locale locale) {
        StringBuilder out = new StringBuilder(TITLE.in(locale)).append('\n');
        out.append(summary.form()).append(", ").append(summary.rules()).append("\n\n");
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

    private static List<String> row(OfEdit edit, String... texts) {
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
        HtmlPage page = new HtmlPage(TITLE, locale);
        String by = summary.form() + ", " + summary.rules();
        page.lead(Text.of("แบบและชุดกฎ: " + by, "Form and rules: " + by));
        if (summary.isCancelled()) {
            page.note(CANCELLED);
        }
        page.figures(figures());
        edits(page, locale);
        acrossHouseholds(page, locale);
        for (AreaLevel level : levels()) {
            areas(page, level, locale);
        }
        if (!summary.readingFindings().isEmpty()) {
            page.section(Text.of("สิ่งที่พบเมื่ออ่านข้อมูล", "Found in reading"));
            HtmlTable table = new HtmlTable(
                    Text.of("จำนวนครั้ง", "How often"), List.of(Text.of("รหัส", "Code"), Text.of("ครั้ง", "Times")), 1);
            summary.readingFindings().forEach((code, times) -> table.row(List.of(code, count(times))));
            page.table(table);
        }
        return page.toHtml();
    }

    private void edits(HtmlPage page, Locale locale) {
        page.section(Text.of("กฎและการตรวจที่ไม่ผ่านมากที่สุด", "Rules and checks that fail most"));
        List<OfEdit> worst = worstEdits();
        BarChart chart = new BarChart(Text.of("จำนวนครั้งที่ไม่ผ่าน", "How often each fails"), List.of(FAILED));
        worst.stream()
                .limit(MOST_IN_CHART)
                .forEach(edit -> chart.bar(
                        edit.id(),
                        List.of(edit.counts().failed()),
                        count(edit.counts().failed())));
        HtmlTable table = new HtmlTable(
                Text.of("นับสมาชิกแต่ละคน", "Each member counted"),
                List.of(EDIT, SAYS, SEVERITY, SAMPLE, FAILED, UNDECIDED, APPLIED, PERCENT),
                4);
        for (OfEdit edit : worst) {
            table.row(List.of(
                    edit.id(),
                    edit.text().in(locale),
                    edit.severity().name(),
                    String.join(
                            ", ", edit.sample().stream().map(Object::toString).toList()),
                    count(edit.counts().failed()),
                    count(edit.counts().undecided()),
                    count(applied(edit.counts())),
                    percent(edit.counts().failureShare())));
        }
        page.chart(chart).table(table);
        OutcomeCounts hard = summary.counts(Severity.ERROR);
        if (hard.engineFaults() + summary.counts(Severity.WARNING).engineFaults() > 0) {
            page.note(Text.of("มีกฎที่ทำงานผิดพลาด", "Some rules broke."));
        }
    }

    private void acrossHouseholds(HtmlPage page, Locale locale) {
        List<OfEdit> found = acrossHouseholds();
        if (found.isEmpty()) {
            return;
        }
        page.section(ACROSS);
        HtmlTable table = new HtmlTable(
                Text.of("สิ่งที่พบเมื่อดูหลายครัวเรือนพร้อมกัน", "Found in many households seen together"),
                List.of(SAYS, SAMPLE, FOUND, UNDECIDED, APPLIED, PERCENT_FOUND),
                2);
        for (OfEdit edit : found) {
            String sample = String.join(
                    ", ", edit.sample().stream().map(Object::toString).toList());
            table.row(row(edit, edit.text().in(locale), sample));
        }
        page.table(table);
    }

    private void areas(HtmlPage page, AreaLevel level, Locale locale) {
        page.section(heading(level));
        BarChart chart = new BarChart(
                Text.of("ครัวเรือนที่ต้องแก้ไข เรียงตามร้อยละ", "Households not acceptable, by share"),
                List.of(NOT_ACCEPTABLE));
        HtmlTable table = new HtmlTable(
                Text.of("เรียงตามร้อยละที่ต้องแก้ไข", "By the share of households not acceptable"),
                List.of(AREA, HOUSEHOLDS, NOT_ACCEPTABLE, SHARE, SOFT),
                1);
        List<OfArea> worst = worstAreas(level);
        worst.stream().limit(MOST_IN_CHART).forEach(area -> {
            long refused = area.households() - area.acceptable();
            chart.bar(
                    names.apply(area).in(locale),
                    List.of(refused),
                    count(refused) + " (" + percent(refused(area)) + " %)");
        });
        worst.forEach(area -> table.row(row(area, locale)));
        page.chart(chart).table(table);
    }

    private static long applied(OutcomeCounts counts) {
        return counts.passed() + counts.failed() + counts.undecided();
    }

    private static String percent(Share share) {
        return share.percent(1).map(BigDecimal::toPlainString).orElse("-");
    }

    private static String count(long number) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
