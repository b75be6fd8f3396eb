package io.github.bmnkit.indicator;

import static io.github.bmnkit.indicator.Wording.count;

import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.html.BarChart;
import io.github.bmnkit.html.HtmlPage;
import io.github.bmnkit.html.HtmlTable;
import io.github.bmnkit.questionnaire.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who was surveyed, by sex and age, and who did not meet an indicator, as far as the form records it. */
final class PersonsSection {
    private final IndicatorTable table;
    private final AreaIndicators figures;
    private final Locale locale;
    private final List<@Nullable Code> sexes;

    PersonsSection(IndicatorTable table, AreaIndicators figures, Locale locale) {
        this.table = table;
        this.figures = figures;
        this.locale = locale;
        this.sexes = new ArrayList<>(figures.sexes());
        this.sexes.add(null);
    }

    void addTo(HtmlPage page) {
        page.section(Text.of("คนที่สำรวจ ตามเพศและอายุ", "Persons surveyed, by sex and age"));
        if (figures.sexes().size() == 2) {
            page.chart(chart());
        }
        page.table(ages());
        page.section(Text.of("คนที่ไม่ผ่าน ตามเพศและอายุ", "Persons not met, by sex and age"));
        page.paragraph(Text.of(
                "แบบสอบถามบันทึกจำนวนคนที่ไม่ผ่านรวมทั้งครัวเรือน ไม่แยกเพศ และแยกอายุเฉพาะบางตัวชี้วัด ช่องอื่นจึงเป็น \"ไม่ได้บันทึก\"",
                "The form records how many of a household do not meet an indicator, never by sex, and by age for some indicators"
                        + " only; all else is \"not recorded\"."));
        page.table(notMet());
    }

    private BarChart chart() {
        BarChart chart = new BarChart(
                        Text.of("คนที่สำรวจ", "Persons surveyed"),
                        figures.sexes().stream().map(Code::label).toList())
                .labelWidth(160);
        for (AgeBand age : AgeBand.all()) {
            List<Long> persons = figures.sexes().stream()
                    .map(sex -> figures.persons(sex.code(), age))
                    .toList();
            if (age != AgeBand.NOT_KNOWN || persons.stream().anyMatch(number -> number > 0)) {
                String shown = count(persons.get(0)) + " + " + count(persons.get(1));
                chart.bar(age.text().in(locale), persons, shown);
            }
        }
        return chart;
    }

    private static Text name(@Nullable Code sex) {
        return sex == null ? Wording.SEX_NOT_KNOWN : sex.label();
    }

    private HtmlTable ages() {
        List<Text> header = new ArrayList<>(List.of(Text.of("อายุ", "Age")));
        sexes.forEach(sex -> header.add(name(sex)));
        header.add(Text.of("รวม", "Total"));
        HtmlTable rows = new HtmlTable(Text.of("หน่วย: คน", "In persons"), header, 1);
        for (AgeBand age : AgeBand.all()) {
            rows.row(cells(age.text().in(locale), List.of(age)));
        }
        return rows.total(cells(Text.of("รวม", "Total").in(locale), AgeBand.all()));
    }

    private List<String> cells(String label, List<AgeBand> ages) {
        List<String> cells = new ArrayList<>(List.of(label));
        long total = 0;
        for (Code sex : sexes) {
            String code = sex == null ? null : sex.code();
            long sum =
                    ages.stream().mapToLong(age -> figures.persons(code, age)).sum();
            cells.add(count(sum));
            total += sum;
        }
        cells.add(count(total));
        return cells;
    }

    private HtmlTable notMet() {
        String notRecorded = Wording.NOT_RECORDED.in(locale);
        List<Text> header = new ArrayList<>(List.of(ReportPage.INDICATOR, Text.of("อายุ", "Age")));
        sexes.forEach(sex -> header.add(
                Text.of("สำรวจ " + name(sex).th(), "Surveyed, " + name(sex).en())));
        header.addAll(List.of(ReportPage.SURVEYED, ReportPage.NOT_MET, ReportPage.PERCENT));
        header.add(Text.of("ไม่ผ่านแยกเพศ", "Not met by sex"));
        header.add(Text.of("ไม่ผ่านแยกอายุ", "Not met by age"));
        HtmlTable rows = new HtmlTable(Text.of("หน่วย: คน", "In persons"), header, 2);
        for (Indicator indicator : table.aggregate().set().indicators()) {
            if (indicator.unit() != Indicator.Unit.PERSON) {
                continue;
            }
            Map<Indicator.AgeGroup, Share> byAge = figures.notMetByAge(indicator.number());
            String title = indicator.number() + ". " + indicator.title().in(locale);
            Text all = Text.of("ทุกอายุ", "all ages");
            String ofAges = byAge.isEmpty()
                    ? notRecorded
                    : Text.of("แถวล่าง", "beneath").in(locale);
            List<String> cells = new ArrayList<>(List.of(title, all.in(locale)));
            for (Code sex : sexes) {
                cells.add(surveyed(indicator, sex));
            }
            Share share = figures.of(indicator.number()).notMetShare();
            cells.addAll(
                    List.of(count(share.whole()), count(share.part()), Wording.percent(share), notRecorded, ofAges));
            rows.row(cells);
            byAge.forEach((group, ofGroup) -> {
                List<String> row = new ArrayList<>(List.of("", ages(group).in(locale)));
                sexes.forEach(sex -> row.add(""));
                row.addAll(List.of(
                        count(ofGroup.whole()), count(ofGroup.part()), Wording.percent(ofGroup), notRecorded, ""));
                rows.row(row);
            });
        }
        return rows;
    }

    private String surveyed(Indicator indicator, @Nullable Code sex) {
        String code = sex == null ? null : sex.code();
        if (indicator.baseMembers() == null) {
            return Wording.NOT_RECORDED.in(locale);
        }
        long sum = 0;
        for (AgeBand age : AgeBand.all()) {
            sum += figures.surveyed(indicator.number(), code, age).orElse(0);
        }
        return count(sum);
    }

    private static Text ages(Indicator.AgeGroup group) {
        if (group.to() == null) {
            return Text.of(group.from() + " ปีขึ้นไป", group.from() + " and older");
        }
        return group.from() == 0
                ? Text.of("ไม่เกิน " + group.to() + " ปี", "up to " + group.to())
                : Text.of(group.from() + "-" + group.to() + " ปี", group.from() + "-" + group.to());
    }
}
