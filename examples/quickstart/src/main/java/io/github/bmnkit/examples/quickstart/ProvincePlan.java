package io.github.bmnkit.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.RegionCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.quota.CascadeRules;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.round.RoundSettings;
import io.github.bmnkit.round.SurveyRound;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.volunteer.PlanReport;
import io.github.bmnkit.volunteer.VolunteerPlan;
import io.github.bmnkit.volunteer.VolunteerRatios;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Follows the official target of one province down to its villages and volunteers, and writes the report of the plan. */
final class ProvincePlan {
    private static final ProvinceCode CHAIYAPHUM = ProvinceCode.of("36");
    private static final Text MADE_UP = Text.of(
            "ตำบล หมู่บ้าน องค์กรปกครองส่วนท้องถิ่น และจำนวนครัวเรือนในทะเบียนเป็นข้อมูลสมมุติ"
                    + " เป้าหมายของจังหวัดและชื่ออำเภอเป็นของจริง",
            "Tambons, villages, local authorities and registered households are made up;"
                    + " the province's target and the names of its districts are real");

    private final Screen screen;
    private final Path folder;

    ProvincePlan(Screen screen, Path folder) {
        this.screen = screen;
        this.folder = folder;
    }

    /** What the province starts its season with. */
    record Start(AreaRegister register, QuotaPlan targets, VolunteerPlan volunteers) {}

    Start run() throws IOException {
        SurveyRound round = round();
        AreaRegister register = register();
        AreaTree tree = register.tree(AreaView.ADMINISTRATIVE);
        QuotaPlan plan = targets(round, tree);
        VolunteerPlan volunteers = volunteers(round, plan);
        report(round, volunteers, tree);
        return new Start(register, plan, volunteers);
    }

    private SurveyRound round() {
        SurveyRound round = SurveyRounds.bmn2569();
        screen.heading(round.title());
        screen.say(
                "สถานะ %s: ทุกแถว ทุกเขต และทุกคอลัมน์รวมได้ตรงกับที่พิมพ์ไว้",
                "Status %s: every row, region and column adds up to what is printed", round.status());
        for (RegionCode region : round.targets().regions()) {
            screen.line(
                    "  %s %,11d  %s",
                    region,
                    round.targets().households(region),
                    round.targets().name(region).th());
        }
        screen.line("     %,11d  รวม / total", round.targets().total());
        round.check(RoundSettings.undecided()).forEach(screen::note);
        return round;
    }

    private AreaRegister register() throws IOException {
        screen.heading(Text.of("ทะเบียนพื้นที่ (ข้อมูลสมมุติ)", "The register of areas (made up)"));
        String csv = MadeUpRegister.csv();
        Files.writeString(folder.resolve("register-made-up.csv"), csv, UTF_8);
        Reading<AreaRegister> reading = AreaRegister.readCsv(new ByteArrayInputStream(csv.getBytes(UTF_8)));
        reading.findings().forEach(screen::note);
        AreaTree tree = reading.value().tree(AreaView.ADMINISTRATIVE);
        screen.say(
                "%,d อำเภอ %,d ตำบล %,d หมู่บ้าน/ชุมชน %,d ครัวเรือน",
                "%,d districts, %,d tambons, %,d villages, %,d households",
                tree.areas(AreaLevel.DISTRICT).size(),
                tree.areas(AreaLevel.TAMBON).size(),
                tree.areas(AreaLevel.VILLAGE).size(),
                tree.households(CHAIYAPHUM));
        return reading.value();
    }

    private QuotaPlan targets(SurveyRound round, AreaTree tree) throws IOException {
        screen.heading(Text.of(
                "เป้าหมายจังหวัดชัยภูมิ (ทางราชการ) ลงถึงหมู่บ้าน",
                "Chaiyaphum's official target, down to the villages"));
        QuotaPlan plan = QuotaPlan.imposed(round)
                .cascade(CHAIYAPHUM, tree, CascadeRules.of(Method.WEBSTER))
                .value();
        for (AreaCode district : plan.areas(AreaLevel.DISTRICT)) {
            screen.line(
                    "  %s %,9d  %s",
                    district, plan.target(district), tree.name(district).th());
        }
        String periods = plan.periods().stream()
                .map(period -> String.format(
                        Locale.ROOT,
                        "%,d (%s)",
                        plan.target(CHAIYAPHUM, period),
                        period.name().th()))
                .collect(Collectors.joining(" "));
        screen.line("       %,9d  รวม / total = %s", plan.target(CHAIYAPHUM), periods);
        AreaCode village = plan.areas(AreaLevel.VILLAGE).get(0);
        for (Locale locale : List.of(Text.THAI, Locale.ENGLISH)) {
            screen.line("%s", plan.explain(village).text(locale).indent(2).stripTrailing());
        }
        Files.writeString(folder.resolve("targets.csv"), plan.toCsv(), UTF_8);
        screen.say("ลายนิ้วมือของแผน %s", "Fingerprint of the plan %s", plan.fingerprint());
        return plan;
    }

    private VolunteerPlan volunteers(SurveyRound round, QuotaPlan plan) {
        screen.heading(Text.of("อาสาสมัคร 1 คน ต่อ 40 ครัวเรือน", "Volunteers, 1 per 40 households"));
        VolunteerRatios ratios = VolunteerRatios.everywhere(round.householdsPerVolunteer());
        QuotaPlan country = QuotaPlan.imposed(round);
        for (AreaLevel level : new AreaLevel[] {AreaLevel.COUNTRY, AreaLevel.PROVINCE}) {
            screen.say(
                    "ทั้งประเทศ ปัดขึ้นระดับ%s: %,d คน",
                    "The country, rounded up by %s: %,d",
                    level.text(),
                    VolunteerPlan.of(country, level, ratios).value().volunteers(country.root()));
        }
        VolunteerPlan volunteers =
                VolunteerPlan.of(plan, AreaLevel.VILLAGE, ratios).value();
        screen.say(
                "ชัยภูมิ ปัดขึ้นระดับ%s (ตามทะเบียนสมมุติ): %,d คน",
                "Chaiyaphum, rounded up by %s (made-up register): %,d",
                volunteers.level().text(),
                volunteers.volunteers(CHAIYAPHUM));
        return volunteers;
    }

    private void report(SurveyRound round, VolunteerPlan volunteers, AreaTree tree) throws IOException {
        PlanReport report = PlanReport.of(round, volunteers, tree, MADE_UP);
        Files.writeString(folder.resolve("report-th.html"), report.toHtml(Text.THAI), UTF_8);
        Files.writeString(folder.resolve("report-en.html"), report.toHtml(Locale.ENGLISH), UTF_8);
    }
}
