package io.github.bmnkit.volunteer;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.RegionCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.html.BarChart;
import io.github.bmnkit.html.HtmlPage;
import io.github.bmnkit.html.HtmlPage.KeyFigure;
import io.github.bmnkit.html.HtmlTable;
import io.github.bmnkit.identity.BuddhistDate;
import io.github.bmnkit.quota.Deviation;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Period;
import io.github.bmnkit.round.RoundSettings;
import io.github.bmnkit.round.Source;
import io.github.bmnkit.round.SurveyRound;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The plan of a season on one page: the targets of a round by inspection region, how far they lie from a proportional
 * split, and one province's targets and volunteers by district. The page needs no network, and says of each part whether
 * its figures are official.
 */
public final class PlanReport {
    private static final Text TOTAL = Text.of("รวม", "Total");
    private static final int MOST_DEVIATIONS = 20;

    private final SurveyRound round;
    private final VolunteerPlan volunteers;
    private final AreaTree tree;
    private final Text provenance;

    private PlanReport(SurveyRound round, VolunteerPlan volunteers, AreaTree tree, Text provenance) {
        this.round = round;
        this.volunteers = volunteers;
        this.tree = tree;
        this.provenance = provenance;
    }

    /**
     * Returns the report of a province.
     *
     * @param round the round, with its imposed targets
     * @param volunteers the volunteers of the province, counted by district or below; their targets are the cascade
     * @param tree the register that the targets were shared out along, in the administrative view
     * @param provenance where the register's figures come from, such as that they are made up; shown as a note
     * @return the report
     * @throws IllegalArgumentException if the volunteers are counted above the districts
     */
    public static PlanReport of(SurveyRound round, VolunteerPlan volunteers, AreaTree tree, Text provenance) {
        requireNonNull(round, "round");
        requireNonNull(tree, "tree");
        requireNonNull(provenance, "provenance");
        volunteers.quotas().areas(AreaLevel.DISTRICT).forEach(volunteers::volunteers);
        return new PlanReport(round, volunteers, tree, provenance);
    }

    /**
     * Writes the page.
     *
     * @param locale Thai, or else English
     * @return an HTML document with inline styles and SVG
     */
    public String toHtml(Locale locale) {
        HtmlPage page = new HtmlPage(round.title(), locale);
        page.lead(statusLine());
        country(page, locale);
        regions(page, locale);
        deviations(page, locale);
        province(page, locale);
        page.footer(Text.of(
                "แหล่งที่มาของตัวเลขทางราชการ: " + sources(Text.THAI),
                "Sources of the official figures: " + sources(locale)));
        return page.toHtml();
    }

    private Text statusLine() {
        boolean official = round.status() == DefinitionStatus.OFFICIAL;
        return official
                ? Text.of("เป้าหมายรายจังหวัดเป็นตัวเลขทางราชการ", "The targets by province are official figures")
                : Text.of(
                        "นิยามของรอบนี้มีสถานะ " + round.status(), "This definition of the round is " + round.status());
    }

    private void country(HtmlPage page, Locale locale) {
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(
                new KeyFigure(count(round.targets().total()), Text.of("ครัวเรือนเป้าหมาย", "households to survey")));
        for (Period period : round.periods()) {
            long households = round.targets().households(CountryCode.THAILAND, period);
            String share = Share.of(households, round.targets().total())
                    .percent(2)
                    .map(BigDecimal::toPlainString)
                    .orElse("-");
            figures.add(new KeyFigure(
                    count(households),
                    Text.of(
                            period.name().th() + " (ร้อยละ " + share + ")",
                            period.name().en() + " (" + share + " %)")));
        }
        page.figures(figures);
        for (Finding finding : round.check(RoundSettings.undecided())) {
            if (finding.severity() != Severity.INFO) {
                page.note(Text.of(finding.message(Text.THAI), finding.message(locale)));
            }
        }
    }

    private void regions(HtmlPage page, Locale locale) {
        page.section(Text.of("เป้าหมายรายเขตตรวจราชการ (ตัวเลขทางราชการ)", "Targets by inspection region (official)"));
        List<Text> names = round.periods().stream().map(Period::name).toList();
        BarChart chart = new BarChart(
                Text.of("ครัวเรือนเป้าหมายรายเขตและช่วงเวลา", "Target households by region and period"), names);
        HtmlTable table = new HtmlTable(
                Text.of(
                        "ทุกแถวและทุกคอลัมน์รวมได้ตรงตามที่พิมพ์ไว้",
                        "Every row and column adds up to what is printed"),
                header(Text.of("เขต", "Region"), Text.of("จังหวัด", "Provinces"), names, List.of()),
                1);
        for (RegionCode region : round.targets().regions()) {
            List<Long> values = targets(region);
            String shown = count(round.targets().households(region));
            chart.bar(region.number() + ". " + shortName(round.targets().name(region), locale), values, shown);
            List<String> row = new ArrayList<>(List.of(
                    region.number() + ". " + round.targets().name(region).in(locale),
                    count(round.targets().provinces(region).size())));
            values.forEach(value -> row.add(count(value)));
            row.add(shown);
            table.row(row);
        }
        List<String> total = new ArrayList<>(
                List.of(TOTAL.in(locale), count(round.targets().provinces().size())));
        targets(CountryCode.THAILAND).forEach(value -> total.add(count(value)));
        total.add(count(round.targets().total()));
        page.chart(chart).table(table.total(total));
    }

    private void deviations(HtmlPage page, Locale locale) {
        Period last = round.periods().get(round.periods().size() - 1);
        Comparator<Deviation> bySize = Comparator.comparing(
                deviation -> deviation.difference().decimal(9).abs());
        List<Deviation> largest = QuotaPlan.imposed(round).deviations().stream()
                .filter(deviation -> deviation.area() instanceof ProvinceCode
                        && deviation.period().equals(last))
                .sorted(bySize.reversed())
                .limit(MOST_DEVIATIONS)
                .toList();
        page.section(Text.of(
                "ความต่างจากสัดส่วนใน" + last.name().th(),
                "Deviation from a proportional split in " + last.name().en()));
        page.paragraph(Text.of(
                "หากแบ่งเป้าหมายของทุกจังหวัดตามสัดส่วนของประเทศ เป้าหมายของช่วงนี้จะต่างจากตารางดังนี้"
                        + " ตารางของทางราชการใช้ตามที่กำหนด ไม่คำนวณใหม่",
                "If every province's target were split as the country's is, the target of this period would differ from"
                        + " the table as shown. The official table is taken as it is, never recomputed."));
        BarChart chart = new BarChart(
                Text.of(
                        MOST_DEVIATIONS + " จังหวัดที่ต่างมากที่สุด: ตารางมากกว่า (ขวา) หรือน้อยกว่า (ซ้าย) สัดส่วน",
                        "The " + MOST_DEVIATIONS
                                + " provinces that differ most: the table has more (right) or fewer (left) households"),
                List.of(last.name()));
        for (Deviation deviation : largest) {
            BigDecimal rounded = deviation.difference().decimal(0);
            String shown = (rounded.signum() > 0 ? "+" : rounded.signum() < 0 ? "−" : "")
                    + count(rounded.abs().longValueExact());
            chart.bar(
                    ((ProvinceCode) deviation.area()).name().in(locale),
                    List.of(rounded.longValueExact()),
                    shown + " / " + count(deviation.target()));
        }
        page.chart(chart);
    }

    private void province(HtmlPage page, Locale locale) {
        QuotaPlan plan = volunteers.quotas();
        AreaCode root = plan.root();
        Text name = tree.name(root);
        page.section(Text.of(
                root.level().text().th() + name.th() + ": เป้าหมายและอาสาสมัครรายอำเภอ",
                name.en() + ": targets and volunteers by district"));
        page.note(provenance);
        page.figures(List.of(
                new KeyFigure(
                        count(plan.target(root)), Text.of("ครัวเรือนเป้าหมาย (ทางราชการ)", "households (official)")),
                new KeyFigure(
                        count(plan.areas(AreaLevel.VILLAGE).size()),
                        Text.of("หมู่บ้าน/ชุมชนในทะเบียน", "villages registered")),
                new KeyFigure(
                        count(volunteers.volunteers(root)),
                        Text.of(
                                "อาสาสมัคร ปัดขึ้นระดับ"
                                        + volunteers.level().text().th(),
                                "volunteers, rounded up by "
                                        + volunteers.level().text().en()))));
        List<Text> periods = plan.periods().stream().map(Period::name).toList();
        Text volunteerColumn = Text.of("อาสาสมัคร (คน)", "Volunteers");
        BarChart chart =
                new BarChart(Text.of("อาสาสมัครรายอำเภอ (คน)", "Volunteers by district"), List.of(volunteerColumn));
        HtmlTable table = new HtmlTable(
                Text.of("เป้าหมาย (ครัวเรือน) และอาสาสมัครรายอำเภอ", "Target households and volunteers by district"),
                header(
                        Text.of("อำเภอ", "District"),
                        Text.of("ในทะเบียน", "Registered"),
                        periods,
                        List.of(volunteerColumn)),
                1);
        for (AreaCode district : plan.areas(AreaLevel.DISTRICT)) {
            chart.bar(
                    tree.name(district).in(locale),
                    List.of(volunteers.volunteers(district)),
                    count(volunteers.volunteers(district)));
            table.row(row(district.value() + " " + tree.name(district).in(locale), district));
        }
        page.chart(chart).table(table.total(row(TOTAL.in(locale), root)));
    }

    private List<String> row(String name, AreaCode area) {
        QuotaPlan plan = volunteers.quotas();
        List<String> row = new ArrayList<>(List.of(name, count(tree.households(area))));
        plan.periods().forEach(period -> row.add(count(plan.target(area, period))));
        row.add(count(plan.target(area)));
        row.add(count(volunteers.volunteers(area)));
        return row;
    }

    private static List<Text> header(Text first, Text second, List<Text> periods, List<Text> more) {
        return Stream.of(List.of(first, second), periods, List.of(TOTAL), more)
                .flatMap(List::stream)
                .toList();
    }

    private List<Long> targets(AreaCode area) {
        return round.periods().stream()
                .map(period -> round.targets().households(area, period))
                .toList();
    }

    private static String shortName(Text name, Locale locale) {
        return Text.of(name.th().replace("กลุ่มจังหวัด", ""), name.en().replace(" provincial group", ""))
                .in(locale);
    }

    private String sources(Locale locale) {
        return String.join(
                "; ",
                round.sources().stream()
                        .map(source -> source.office().in(locale) + " " + date(source, locale))
                        .toList());
    }

    private static String date(Source source, Locale locale) {
        return locale.getLanguage().equals(Text.THAI.getLanguage())
                ? BuddhistDate.format(source.date(), BuddhistDate.Style.SHORT)
                : source.date().toString();
    }

    private static String count(long number) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
