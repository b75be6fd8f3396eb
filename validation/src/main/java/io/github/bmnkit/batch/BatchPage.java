package io.github.bmnkit.batch;

import static io.github.bmnkit.batch.BatchReport.applied;
import static io.github.bmnkit.batch.BatchReport.count;
import static io.github.bmnkit.batch.BatchReport.percent;
import static io.github.bmnkit.batch.BatchReport.refused;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.batch.BatchSummary.OfArea;
import io.github.bmnkit.batch.BatchSummary.OfEdit;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.OutcomeCounts;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.html.BarChart;
import io.github.bmnkit.html.HtmlPage;
import io.github.bmnkit.html.HtmlPage.KeyFigure;
import io.github.bmnkit.html.HtmlTable;
import io.github.bmnkit.response.ResponseFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A report as a page: first how good the data are, then what is wrong most often, then where. */
final class BatchPage {
    private static final Text SAYS = Text.of("ข้อความ", "What it says");
    private static final Text CODE = Text.of("รหัส", "Code");
    private static final Text PASSED = Text.of("ผ่าน", "Passed");
    private static final Text NOT_APPLICABLE = Text.of("ไม่เข้าเงื่อนไข", "Not applicable");
    private static final int BARS = 10;
    private static final int LABEL_WIDTH = 330;
    private static final int LETTERS_IN_LABEL = 42;

    private final BatchReport report;
    private final BatchSummary summary;
    private final Locale locale;
    private final HtmlPage page;

    BatchPage(BatchReport report, Locale locale) {
        this.report = report;
        this.summary = report.summary();
        this.locale = locale;
        this.page = new HtmlPage(BatchReport.TITLE, locale);
    }

    String toHtml() {
        page.lead(Text.of(
                "แบบ " + summary.form() + " ชุดกฎ " + summary.rules(),
                "Form " + summary.form() + ", rules " + summary.rules()));
        Text note = report.note();
        if (note != null) {
            page.note(note);
        }
        if (summary.isCancelled()) {
            page.note(BatchReport.CANCELLED);
        }
        page.figures(figures());
        severities();
        edits();
        acrossHouseholds();
        report.levels().forEach(this::areas);
        samples();
        reading();
        return page.toHtml();
    }

    private List<KeyFigure> figures() {
        long all = summary.households();
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(new KeyFigure(count(all), Text.of("ครัวเรือนที่ตรวจ", "households checked")));
        figures.add(figure(summary.acceptable(), "ไม่มีข้อผิดพลาด", "acceptable"));
        figures.add(figure(all - summary.acceptable(), "ต้องแก้ไข", "not acceptable"));
        figures.add(figure(summary.withSoftFindings(), "มีข้อสังเกต", "with soft findings"));
        if (summary.drafts() > 0) {
            figures.add(figure(summary.drafts(), "ยังเป็นร่าง", "drafts"));
        }
        figures.add(new KeyFigure(count(summary.unreadable()), Text.of("รายการที่อ่านไม่ได้", "lines not read")));
        return figures;
    }

    private KeyFigure figure(long number, String th, String en) {
        String percent = percent(Share.of(number, summary.households()));
        return new KeyFigure(count(number), Text.of(th + " " + percent + "%", en + ", " + percent + " %"));
    }

    /** What kind of edit it is, in the words of those who act on it. */
    private static Text kind(Severity severity) {
        return switch (severity) {
            case ERROR -> Text.of("ข้อผิดพลาด", "Error");
            case WARNING -> Text.of("ข้อสังเกต", "Warning");
            case INFO -> Text.of("ข้อมูล", "Information");
        };
    }

    private void severities() {
        page.section(Text.of("ผลการตรวจโดยรวม", "All results"));
        page.paragraph(Text.of(
                "ข้อผิดพลาดต้องแก้ไข ข้อสังเกตให้ตรวจดูและยืนยันได้พร้อมเหตุผล กฎของสมาชิกนับทุกคน"
                        + " ร้อยละคิดจากที่ต้องตรวจ คือ ผ่าน ไม่ผ่าน และตัดสินไม่ได้",
                "Errors are to be mended; warnings are to be looked at and may stand with a reason. Rules about members"
                        + " count each member. Shares are of what applied: passed, failed and undecided."));
        HtmlTable table = new HtmlTable(
                Text.of("จำนวนผลการตรวจ", "Numbers of results"),
                List.of(
                        BatchReport.SEVERITY,
                        BatchReport.APPLIED,
                        PASSED,
                        BatchReport.FAILED,
                        BatchReport.PERCENT,
                        BatchReport.UNDECIDED,
                        NOT_APPLICABLE),
                1);
        long faults = 0;
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            OutcomeCounts counts = report.counts(severity);
            faults += counts.engineFaults();
            table.row(List.of(
                    kind(severity).in(locale),
                    count(applied(counts)),
                    count(counts.passed()),
                    count(counts.failed()),
                    percent(counts.failureShare()),
                    count(counts.undecided()),
                    count(counts.notApplicable())));
        }
        page.table(table);
        if (faults > 0) {
            page.note(Text.of(
                    "มีกฎที่ทำงานผิดพลาด " + count(faults) + " ครั้ง ครัวเรือนเหล่านั้นยังไม่ถือว่าตรวจแล้ว",
                    "Rules broke " + count(faults) + " times: these households do not count as checked."));
        }
    }

    private void edits() {
        List<OfEdit> worst = report.worstEdits();
        page.section(Text.of("กฎและการตรวจที่ไม่ผ่านมากที่สุด", "Rules and checks that fail most"));
        if (worst.isEmpty()) {
            page.paragraph(Text.of("ผ่านทุกข้อ", "Everything passes."));
            return;
        }
        BarChart chart = new BarChart(
                        Text.of("จำนวนครั้งที่ไม่ผ่าน", "How often each fails"),
                        List.of(kind(Severity.ERROR), kind(Severity.WARNING)))
                .labelWidth(LABEL_WIDTH);
        for (OfEdit edit : worst.subList(0, Math.min(BARS, worst.size()))) {
            long failed = edit.counts().failed();
            boolean hard = edit.severity() == Severity.ERROR;
            chart.bar(
                    BarChart.cut(edit.id() + "  " + edit.text().in(locale), LETTERS_IN_LABEL),
                    List.of(hard ? failed : 0, hard ? 0 : failed),
                    count(failed) + " / " + count(applied(edit.counts())));
        }
        HtmlTable table = new HtmlTable(
                Text.of(worst.size() + " อันดับแรก", "The first " + worst.size()),
                List.of(
                        BatchReport.EDIT,
                        SAYS,
                        BatchReport.SEVERITY,
                        BatchReport.APPLIED,
                        BatchReport.FAILED,
                        BatchReport.PERCENT,
                        BatchReport.UNDECIDED),
                3);
        for (OfEdit edit : worst) {
            table.row(List.of(
                    edit.id(),
                    edit.text().in(locale),
                    kind(edit.severity()).in(locale),
                    count(applied(edit.counts())),
                    count(edit.counts().failed()),
                    percent(edit.counts().failureShare()),
                    count(edit.counts().undecided())));
        }
        page.chart(chart).table(table);
    }

    private void acrossHouseholds() {
        List<OfEdit> found = report.acrossHouseholds();
        if (found.isEmpty()) {
            return;
        }
        page.section(BatchReport.ACROSS);
        HtmlTable table = new HtmlTable(
                Text.of("สิ่งที่พบเมื่อดูหลายครัวเรือนพร้อมกัน", "Found in many households seen together"),
                List.of(
                        SAYS,
                        BatchReport.SEVERITY,
                        BatchReport.FOUND,
                        BatchReport.UNDECIDED,
                        BatchReport.APPLIED,
                        BatchReport.PERCENT_FOUND),
                2);
        found.forEach(edit -> table.row(BatchReport.row(
                edit, edit.text().in(locale), kind(edit.severity()).in(locale))));
        page.table(table);
    }

    private void areas(AreaLevel level) {
        List<OfArea> worst = report.worstAreas(level);
        page.section(BatchReport.heading(level));
        if (worst.isEmpty()) {
            page.paragraph(Text.of("ไม่มีครัวเรือนที่ต้องแก้ไข", "No household is to be mended."));
            return;
        }
        BarChart chart = new BarChart(
                        Text.of("ร้อยละของครัวเรือนที่ต้องแก้ไข", "Share of households that are not acceptable"),
                        List.of(BatchReport.NOT_ACCEPTABLE))
                .labelWidth(LABEL_WIDTH);
        for (OfArea area : worst.subList(0, Math.min(BARS, worst.size()))) {
            Share share = refused(area);
            chart.bar(
                    BarChart.cut(name(area), LETTERS_IN_LABEL),
                    List.of(BarChart.perMillion(share)),
                    percent(share) + " % (" + count(share.part()) + " / " + count(share.whole()) + ")");
        }
        HtmlTable table = new HtmlTable(
                Text.of("เรียงตามร้อยละที่ต้องแก้ไข", "By the share of households not acceptable"),
                List.of(
                        BatchReport.AREA,
                        BatchReport.HOUSEHOLDS,
                        BatchReport.NOT_ACCEPTABLE,
                        BatchReport.SHARE,
                        BatchReport.SOFT),
                1);
        worst.forEach(area -> table.row(List.of(
                name(area),
                count(area.households()),
                count(refused(area).part()),
                percent(refused(area)),
                count(area.withSoftFindings()))));
        page.chart(chart).table(table);
    }

    /** Code and name, because there are villages of the same name. */
    private String name(OfArea area) {
        String name = report.name(area).in(locale);
        return name.equals(area.code()) ? name : area.code() + "  " + name;
    }

    private void samples() {
        List<OfEdit> worst = Stream.concat(report.worstEdits().stream(), report.acrossHouseholds().stream())
                .filter(edit -> !edit.sample().isEmpty())
                .toList();
        if (worst.isEmpty()) {
            return;
        }
        page.section(BatchReport.SAMPLE);
        HtmlTable table = new HtmlTable(
                Text.of("บางครัวเรือนที่ไม่ผ่านแต่ละข้อ", "Some of the households that fail each"),
                List.of(BatchReport.EDIT, BatchReport.HOUSEHOLDS),
                2);
        worst.forEach(edit -> table.row(List.of(
                edit.id(),
                String.join(", ", edit.sample().stream().map(Object::toString).toList()))));
        page.table(table);
    }

    private void reading() {
        if (summary.readingFindings().isEmpty()) {
            return;
        }
        page.section(Text.of("สิ่งที่พบเมื่ออ่านข้อมูล", "Found in reading"));
        HtmlTable table =
                new HtmlTable(Text.of("จำนวนครั้ง", "How often"), List.of(CODE, SAYS, Text.of("ครั้ง", "Times")), 2);
        summary.readingFindings().forEach((code, times) -> table.row(List.of(code, says(code), count(times))));
        page.table(table);
    }

    /** What a code says of any document; of codes that other readers have, nothing. */
    private String says(String id) {
        return Stream.<FindingCode>concat(Stream.of(DocumentFinding.values()), Stream.of(ResponseFinding.values()))
                .filter(code -> code.id().equals(id))
                .map(code -> code.text().in(locale).replaceAll("\\{\\w+}", "…"))
                .findFirst()
                .orElse("");
    }
}
