package io.github.bmnkit.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.TambonCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.certification.CertificationState;
import io.github.bmnkit.certification.Hash;
import io.github.bmnkit.examples.synthetic.PlantedFaults;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.indicator.AreaIndicators.Problem;
import io.github.bmnkit.indicator.CertifiedIndicators;
import io.github.bmnkit.indicator.CertifiedIndicators.Exclusion;
import io.github.bmnkit.indicator.IndicatorOutcome;
import io.github.bmnkit.indicator.IndicatorReport;
import io.github.bmnkit.indicator.IndicatorSets;
import io.github.bmnkit.indicator.IndicatorTable;
import io.github.bmnkit.indicator.IndicatorTally;
import io.github.bmnkit.indicator.Indicators;
import io.github.bmnkit.indicator.SummarySheet;
import io.github.bmnkit.indicator.SummarySheet.Heading;
import io.github.bmnkit.indicator.WorkOrder;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** What the answers of a district mean: its table of indicators, from certified data alone, and what to work on first. */
final class DistrictResults {
    private static final DistrictCode DISTRICT = DistrictCode.of("3601");
    private static final TambonCode TAMBON = TambonCode.of("360102");
    private static final long LEAST_BASE = 20;
    private static final int FIRST = 3;
    private static final Text MADE_UP = Text.of(
            "ครัวเรือน บุคคล ตำบล และหมู่บ้านเป็นข้อมูลสมมุติ",
            "Households, persons, tambons and villages are made up");

    private final Screen screen;
    private final Path folder;
    private final AreaTree tree;
    private final DistrictSurvey.Surveyed survey;
    private final Indicators indicators;

    DistrictResults(Screen screen, Path folder, AreaTree tree, DistrictSurvey.Surveyed survey) {
        this.screen = screen;
        this.folder = folder;
        this.tree = tree;
        this.survey = survey;
        this.indicators = Indicators.of(IndicatorSets.bmn2560(), survey.form());
    }

    /** Counts each village with the root that its certificate was issued for; one of them has changed since. */
    void run(CertificationState state, Map<VillageCode, Hash> roots) throws IOException {
        screen.heading(
                Text.of("ผลการประเมิน 31 ตัวชี้วัดของอำเภอ (ข้อมูลสมมุติ)", "The district's 31 indicators (made up)"));
        IndicatorTally tally = IndicatorTally.of(indicators, survey.form().lastRound());
        ResolvedHousehold household = ResolvedHousehold.of(survey.form());
        roots.forEach((village, root) -> {
            for (HouseholdResponse response : survey.households(village)) {
                household.resolve(response, false, PlantedFaults.TODAY);
                tally.add(village, root, indicators.evaluate(household));
            }
        });
        CertifiedIndicators certified = CertifiedIndicators.of(tally.aggregate(), state, AreaLevel.VILLAGE);
        IndicatorTable table = IndicatorTable.of(certified, tree);
        screen.say(
                "นับเฉพาะข้อมูลที่มีคำรับรองอยู่: %,d ครัวเรือน %,d คน ใน %d หมู่บ้าน คำรับรองสิ้นผล %d หมู่บ้าน",
                "Counted is what is certified now: %,d households, %,d persons in %d villages; %d certificate has lapsed",
                table.of(DISTRICT).households(),
                table.of(DISTRICT).persons(),
                certified.aggregate().villages().size(),
                certified.excluded().values().stream()
                        .filter(Exclusion.LAPSED::equals)
                        .count());
        screen.say(
                "ตำบล %s ควรแก้ไขก่อน %d เรื่อง:",
                "Tambon %s should work on these %d first:", tree.name(TAMBON), FIRST);
        table.of(TAMBON).problems(WorkOrder.MOST_HOUSEHOLDS, LEAST_BASE).stream()
                .limit(FIRST)
                .forEach(this::tell);
        IndicatorReport report =
                IndicatorReport.of(table, DISTRICT).withLeastBase(LEAST_BASE).withNote(MADE_UP);
        Files.writeString(folder.resolve("indicators-th.html"), report.toHtml(Text.THAI), UTF_8);
        Files.writeString(folder.resolve("indicators-en.html"), report.toHtml(Locale.ENGLISH), UTF_8);
        Files.writeString(folder.resolve("indicators.csv"), report.toCsv(IndicatorReport.Table.RESULTS), UTF_8);
        sheet(household);
    }

    private void tell(Problem problem) {
        Share share = problem.counts().notMetShare();
        screen.line(
                "    %d. (%d) %s: %,d / %,d %s (%s %%)",
                problem.rank(),
                problem.indicator().number(),
                problem.indicator().title().th(),
                share.part(),
                share.whole(),
                problem.indicator().unit().text().th(),
                share.percent(1).map(BigDecimal::toPlainString).orElse("-"));
        screen.line("       %s", problem.indicator().title().en());
    }

    /** The summary sheet that the last household gets to see. */
    private void sheet(ResolvedHousehold household) throws IOException {
        SummarySheet sheet = SummarySheet.of(indicators, household);
        screen.say(
                "ครัวเรือน %s: ผ่าน %d ตัวชี้วัด ไม่ผ่าน %d ไม่เกี่ยวข้อง %d",
                "Household %s meets %d indicators, fails %d, and %d do not apply",
                sheet.results().household(),
                sheet.count(IndicatorOutcome.MET),
                sheet.count(IndicatorOutcome.NOT_MET),
                sheet.count(IndicatorOutcome.NOT_APPLICABLE));
        String page = sheet.toHtml(Heading.of(tree.name(DISTRICT)).withSurveyed(PlantedFaults.TODAY), Text.THAI);
        Files.writeString(folder.resolve("household-sheet-th.html"), page, UTF_8);
    }
}
