package io.github.bmnkit.indicator;

import static io.github.bmnkit.indicator.Wording.count;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.html.BarChart;
import io.github.bmnkit.html.HtmlPage;
import io.github.bmnkit.html.HtmlPage.KeyFigure;
import io.github.bmnkit.html.HtmlTable;
import io.github.bmnkit.indicator.AreaIndicators.Problem;
import io.github.bmnkit.indicator.IndicatorTable.WorstArea;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A report as a page: what to take first, where, then every figure. Who they are, by sex and age, {@link PersonsSection} says. */
final class ReportPage {
    static final Text INDICATOR = Text.of("ตัวชี้วัด", "Indicator");
    static final Text SURVEYED = Text.of("สำรวจ", "Surveyed");
    static final Text NOT_MET = Text.of("ไม่ผ่าน", "Not met");
    static final Text PERCENT = Text.of("ร้อยละไม่ผ่าน", "Not met %");
    static final Text UNIT = Text.of("หน่วย", "Unit");
    static final int LABEL_WIDTH = 360;

    private static final Text AREA = Text.of("พื้นที่", "Area");
    private static final Text HOUSEHOLDS = Text.of("ครัวเรือน", "Households");
    private static final Text PERSONS = Text.of("คน", "Persons");
    private static final Text FAILING = Text.of("ครัวเรือนไม่ผ่าน", "Households not met");
    private static final int BARS = 15;
    private static final int WORST = 10;
    private static final int NAMED = 3;
    private static final int LISTED = 50;
    private static final int LETTERS_IN_LABEL = 44;

    private final IndicatorReport report;
    private final IndicatorTable table;
    private final AreaCode area;
    private final AreaIndicators figures;
    private final List<Problem> problems;
    private final List<AreaCode> parts;
    private final Locale locale;
    private final HtmlPage page;

    ReportPage(IndicatorReport report, Locale locale) {
        this.report = report;
        this.table = report.table();
        this.area = report.area();
        this.figures = table.of(area);
        this.problems = report.problems(area);
        this.parts = table.tree().children(area).stream()
                .filter(part -> table.of(part).households() > 0)
                .toList();
        this.locale = locale;
        this.page = new HtmlPage(title(report), locale);
    }

    private static Text title(IndicatorReport report) {
        int round = report.table().aggregate().round();
        Text area = Wording.area(report.table(), report.area());
        return Text.of(
                "ผลตัวชี้วัด จปฐ. ปี " + round + " " + area.th(), "BMN indicators of " + round + ": " + area.en());
    }

    String toHtml() {
        IndicatorSet set = table.aggregate().set();
        Text view = Wording.view(table);
        Text status = Wording.status(set.status());
        page.lead(Text.of(
                set.title().th() + " (" + set.coordinate() + ", " + status.th() + ") · " + view.th(),
                set.title().en() + " (" + set.coordinate() + ", " + status.en() + "). " + view.en() + "."));
        report.note().ifPresent(page::note);
        Wording.notes(table).forEach(page::note);
        page.figures(keyFigures());
        first();
        where();
        worst();
        all();
        change();
        new PersonsSection(table, figures, locale).addTo(page);
        excluded();
        page.section(Text.of("คำอธิบาย", "How to read this"));
        explanations().forEach(page::paragraph);
        return page.toHtml();
    }

    private List<KeyFigure> keyFigures() {
        long registered = table.tree().households(area);
        int indicators = table.aggregate().set().indicators().size();
        List<KeyFigure> keys = new ArrayList<>();
        keys.add(new KeyFigure(
                count(figures.households()),
                Text.of(
                        "ครัวเรือนที่สำรวจ จาก " + count(registered) + " ในทะเบียน",
                        "households surveyed, of " + count(registered) + " registered")));
        keys.add(new KeyFigure(count(figures.persons()), Text.of("คนที่สำรวจ", "persons surveyed")));
        keys.add(new KeyFigure(
                problems.size() + " / " + indicators,
                Text.of("ตัวชี้วัดที่ยังมีผู้ไม่ผ่าน", "indicators that someone does not meet")));
        return keys;
    }

    /** The answer to the first question, in words and figures. */
    private void first() {
        page.section(Text.of("ควรทำก่อน", "What to work on first"));
        if (problems.isEmpty()) {
            page.paragraph(
                    figures.households() == 0
                            ? Text.of("ยังไม่มีครัวเรือนที่สำรวจ", "No household was surveyed.")
                            : Text.of("ไม่มีตัวชี้วัดที่ไม่ผ่าน", "Nobody fails an indicator."));
            return;
        }
        page.paragraph(report.order().text());
        HtmlTable rows = new HtmlTable(
                Text.of("เรื่องที่ควรทำก่อน", "What to take first"),
                List.of(
                        Text.of("ลำดับ", "Rank"),
                        INDICATOR,
                        Text.of("พบมากที่ (ครัวเรือน)", "Most in (households)"),
                        FAILING,
                        NOT_MET,
                        SURVEYED,
                        UNIT,
                        PERCENT),
                3);
        head().forEach(problem -> rows.row(row(problem)));
        page.table(rows);
        BarChart chart = new BarChart(
                        Text.of(
                                "ร้อยละไม่ผ่านของเรื่องแรก ๆ เรียงตามลำดับที่ควรทำ ไม่ใช่ตามร้อยละ",
                                "Share not met of the first ones, in the order of work, not of the shares"),
                        List.of(NOT_MET))
                .labelWidth(LABEL_WIDTH);
        problems.stream().limit(BARS).forEach(problem -> bar(chart, label(problem.indicator()), problem.counts()));
        page.chart(chart);
    }

    private List<Problem> head() {
        return problems.subList(0, Math.min(report.first(), problems.size()));
    }

    private List<String> row(Problem problem) {
        IndicatorCounts counts = problem.counts();
        String most = parts.isEmpty()
                ? Wording.NONE
                : worst(problem, WorkOrder.MOST_HOUSEHOLDS).stream()
                        .limit(NAMED)
                        .map(each -> table.tree().name(each.area()).in(locale) + ":\u00a0"
                                + count(each.counts().households().notMet()))
                        .collect(Collectors.joining(", "));
        return List.of(
                Integer.toString(problem.rank()),
                title(problem.indicator()) + smallBase(problem.smallBase()),
                most,
                count(counts.households().notMet()),
                count(counts.notMet()),
                count(counts.surveyed()),
                counts.unit().text().in(locale),
                Wording.percent(counts.notMetShare()));
    }

    private List<WorstArea> worst(Problem problem, WorkOrder order) {
        return parts.isEmpty()
                ? List.of()
                : table.worst(problem.indicator().number(), area, parts.get(0).level(), order, report.leastBase());
    }

    private String smallBase(boolean isSmall) {
        return isSmall ? " " + Text.of("(ฐานน้อย)", "(small base)").in(locale) : "";
    }

    private String title(Indicator indicator) {
        return indicator.number() + ". " + indicator.title().in(locale);
    }

    private String label(Indicator indicator) {
        return BarChart.cut(title(indicator), LETTERS_IN_LABEL);
    }

    private void bar(BarChart chart, String label, IndicatorCounts counts) {
        Share share = counts.notMetShare();
        chart.bar(label, List.of(BarChart.perMillion(share)), Wording.share(share));
    }

    /** The same question, for every area beneath. */
    private void where() {
        if (parts.isEmpty()) {
            return;
        }
        AreaLevel level = parts.get(0).level();
        page.section(Text.of(
                "ควรทำก่อน ราย" + level.text().th(),
                "What to work on first, by " + level.text().en()));
        List<Text> header = new ArrayList<>(List.of(AREA));
        for (int i = 1; i <= report.first(); i++) {
            header.add(Text.of("เรื่องที่ " + i, "Problem " + i));
        }
        header.addAll(List.of(HOUSEHOLDS, PERSONS));
        HtmlTable rows = new HtmlTable(
                Text.of(
                        "เรียงตามกฎเดียวกับข้างบน ตัวเลขหน้า : คือลำดับตัวชี้วัด ชื่ออยู่ในตารางทุกตัวชี้วัด"
                                + " ร้อยละคิดจากหน่วยที่เขียนไว้ก่อน",
                        "In the same order as above. Before the colon stands the number of the indicator, whose title is in the"
                                + " table of all; the share is that of the unit written before it"),
                header,
                1 + report.first());
        for (AreaCode part : parts) {
            List<Problem> own = report.problems(part);
            List<String> cells = new ArrayList<>(List.of(name(part)));
            for (int i = 0; i < report.first(); i++) {
                cells.add(i < own.size() ? brief(own.get(i)) : Wording.NONE);
            }
            cells.add(count(table.of(part).households()));
            cells.add(count(table.of(part).persons()));
            rows.row(cells);
        }
        page.table(rows);
    }

    private String brief(Problem problem) {
        IndicatorCounts counts = problem.counts();
        String households = counts.unit() == Indicator.Unit.HOUSEHOLD
                ? ""
                : count(counts.households().notMet()) + "\u00a0"
                        + Indicator.Unit.HOUSEHOLD.text().in(locale) + "; ";
        return problem.indicator().number() + ": " + households + count(counts.notMet()) + "\u00a0/\u00a0"
                + count(counts.surveyed()) + "\u00a0" + counts.unit().text().in(locale) + ", "
                + Wording.percent(counts.notMetShare()) + "\u00a0%" + smallBase(problem.smallBase());
    }

    private String name(AreaCode each) {
        return Wording.shortArea(table, each).in(locale);
    }

    private void worst() {
        if (parts.size() < 2) {
            return;
        }
        AreaLevel level = parts.get(0).level();
        for (Problem problem : head()) {
            Indicator indicator = problem.indicator();
            page.section(Text.of(
                    level.text().th() + "ที่ไม่ผ่านมากที่สุด: " + indicator.number() + ". "
                            + indicator.title().th(),
                    "Where it is worst, by " + level.text().en() + ": " + indicator.number() + ". "
                            + indicator.title().en()));
            List<WorstArea> worst = worst(problem, WorkOrder.HIGHEST_SHARE);
            BarChart chart = new BarChart(
                            Text.of(
                                    "ร้อยละไม่ผ่าน (ไม่ผ่าน / สำรวจ หน่วย: "
                                            + indicator.unit().text().th() + ")",
                                    "Share not met (not met / surveyed, in "
                                            + indicator.unit().text().en() + ")"),
                            List.of(NOT_MET))
                    .labelWidth(LABEL_WIDTH);
            worst.stream()
                    .limit(WORST)
                    .forEach(each -> bar(
                            chart,
                            BarChart.cut(name(each.area()), LETTERS_IN_LABEL) + smallBase(each.smallBase()),
                            each.counts()));
            page.chart(chart);
        }
    }

    private void all() {
        page.section(Text.of("ทุกตัวชี้วัด", "All indicators"));
        List<Text> header = new ArrayList<>(List.of(
                INDICATOR,
                UNIT,
                SURVEYED,
                Text.of("ผ่าน", "Met"),
                NOT_MET,
                PERCENT,
                FAILING,
                Text.of("ไม่เกี่ยวข้อง", "Not applicable"),
                Text.of("ยังสรุปไม่ได้", "Incomplete")));
        report.change()
                .ifPresent(change -> header.add(Text.of(
                        "เปลี่ยนจากปี " + change.before().aggregate().round(),
                        "Since " + change.before().aggregate().round())));
        HtmlTable rows = new HtmlTable(
                Text.of(
                        "ครัวเรือนไม่ผ่าน ไม่เกี่ยวข้อง และยังสรุปไม่ได้ นับเป็นครัวเรือน"
                                + (report.change().isPresent() ? " เปลี่ยนเป็นจุดร้อยละ" : ""),
                        "Households not met, not applicable and incomplete count households"
                                + (report.change().isPresent() ? "; changes are percentage points" : "")),
                header,
                2);
        for (Indicator indicator : table.aggregate().set().indicators()) {
            IndicatorCounts counts = figures.of(indicator.number());
            List<String> cells = new ArrayList<>(List.of(
                    title(indicator) + smallBase(counts.surveyed() < report.leastBase()),
                    counts.unit().text().in(locale),
                    count(counts.surveyed()),
                    count(counts.met()),
                    count(counts.notMet()),
                    Wording.percent(counts.notMetShare()),
                    count(counts.households().notMet()),
                    count(counts.households().notApplicable()),
                    count(counts.households().incomplete())));
            report.change().ifPresent(change -> cells.add(Wording.points(change.of(area, indicator.number()))));
            rows.row(cells);
        }
        page.table(rows);
    }

    private void change() {
        IndicatorChange change = report.change().orElse(null);
        if (change == null) {
            return;
        }
        int before = change.before().aggregate().round();
        page.section(Text.of("เทียบกับปี " + before, "Against " + before));
        HtmlTable rows = new HtmlTable(
                Text.of(
                        "ไม่ผ่าน / สำรวจ ของสองรอบปี เรียงจากที่แย่ลงมากที่สุด",
                        "Not met / surveyed in both rounds, the worst change first"),
                List.of(
                        INDICATOR,
                        Text.of("ปี " + before, Integer.toString(before)),
                        Text.of("ปีนี้", "Now"),
                        Text.of("เปลี่ยน (จุดร้อยละ)", "Change (points)")),
                1);
        table.aggregate().set().indicators().stream()
                .filter(each -> change.of(area, each.number()).isPresent())
                .sorted((a, b) -> points(change, b).compareTo(points(change, a)))
                .forEach(each -> {
                    IndicatorChange.Difference difference =
                            change.of(area, each.number()).orElseThrow();
                    rows.row(List.of(
                            title(each),
                            Wording.share(difference.before()),
                            Wording.share(difference.now()),
                            Wording.points(change.of(area, each.number()))));
                });
        page.table(rows);
        change.notCompared()
                .forEach((number, why) -> page.paragraph(Text.of(
                        "ตัวชี้วัด " + number + " ไม่ได้เทียบ: " + why.text().th(),
                        "Indicator " + number + " is not compared: "
                                + why.text().en())));
        listed("มีข้อมูลเฉพาะรอบก่อน", "With data in the earlier round alone", change.before(), report.onlyBefore());
        listed("มีข้อมูลเฉพาะรอบนี้", "With data in this round alone", change.now(), report.onlyNow());
    }

    private BigDecimal points(IndicatorChange change, Indicator indicator) {
        return change.of(area, indicator.number()).orElseThrow().points(9);
    }

    private void listed(String th, String en, IndicatorTable in, List<AreaCode> areas) {
        if (!areas.isEmpty()) {
            String names = areas.stream()
                    .limit(LISTED)
                    .map(each -> each.level().text().in(locale) + " "
                            + Wording.shortArea(in, each).in(locale))
                    .collect(Collectors.joining("; "));
            String more = areas.size() > LISTED ? " …" : "";
            String all = " (" + count(areas.size()) + "): " + names + more;
            page.paragraph(Text.of(th + all, en + all));
        }
    }

    /** Villages of this area that have data but do not count. */
    private void excluded() {
        CertifiedIndicators certified = table.certified().orElse(null);
        if (certified == null) {
            return;
        }
        Set<AreaCode> own = new HashSet<>(table.areas(area, AreaLevel.VILLAGE));
        List<List<String>> villages = new ArrayList<>();
        certified.excluded().forEach((village, why) -> {
            boolean isKnown = table.tree().contains(village);
            if (!isKnown || own.contains(village)) {
                villages.add(List.of(
                        isKnown ? name(village) : village.value(), why.text().in(locale)));
            }
        });
        if (villages.isEmpty()) {
            return;
        }
        page.section(Text.of("หมู่บ้าน/ชุมชนที่ไม่รวมในรายงาน", "Villages left out"));
        HtmlTable rows = new HtmlTable(
                Text.of("หมู่บ้าน/ชุมชนในพื้นที่ของรายงาน พร้อมเหตุผล", "In the area of this report, with the reason"),
                List.of(AREA, Text.of("เหตุผล", "Why")),
                2);
        villages.stream().limit(LISTED).forEach(rows::row);
        page.table(rows);
        if (villages.size() > LISTED) {
            page.paragraph(Text.of(
                    "และอีก " + count(villages.size() - LISTED) + " แห่ง ดูทั้งหมดในไฟล์ JSON",
                    "And " + count(villages.size() - LISTED) + " more: the JSON has all."));
        }
    }

    private List<Text> explanations() {
        List<Text> texts = new ArrayList<>(List.of(
                Text.of(
                        "ร้อยละไม่ผ่าน = ไม่ผ่าน / สำรวจ ตามหน่วยของแต่ละตัวชี้วัด ทศนิยม 2 ตำแหน่ง"
                                + " ไม่แสดง 0 ถ้ายังมีผู้ไม่ผ่าน และไม่แสดง 100 ถ้ายังมีผู้ผ่าน",
                        "Share not met = not met / surveyed, in the unit of each indicator, with two digits; it is never shown"
                                + " as 0 where someone fails, nor as 100 where someone passes."),
                Text.of(
                        "ตัวชี้วัดรายคนนับคนที่ครัวเรือนตอบว่าไม่ผ่าน ครัวเรือนไม่ผ่านคือครัวเรือนที่มีคนไม่ผ่านอย่างน้อยหนึ่งคน",
                        "Indicators about persons count the persons whom households report; a household does not meet them if"
                                + " one of its persons does not."),
                Text.of(
                        "ไม่เกี่ยวข้อง: ครัวเรือนไม่มีคนที่ตัวชี้วัดกล่าวถึง ยังสรุปไม่ได้: ขาดคำตอบ หรือรอบปีนั้นยังไม่กำหนดเกณฑ์",
                        "Not applicable: nobody in the household is meant. Incomplete: an answer is missing, or the round has no"
                                + " threshold.")));
        texts.add(
                report.leastBase() == 0
                        ? Text.of(
                                "ไม่ได้กำหนดฐานขั้นต่ำ ร้อยละของพื้นที่ที่สำรวจน้อยจึงควรอ่านคู่กับจำนวน",
                                "No least base is set: read shares of small areas beside their numbers.")
                        : Text.of(
                                "ฐานน้อย: สำรวจน้อยกว่า " + count(report.leastBase()) + " ตามหน่วยของตัวชี้วัด",
                                "Small base: fewer than " + count(report.leastBase())
                                        + " surveyed, in the indicator's unit."));
        return texts;
    }
}
