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
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.quota.CascadeRules;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.round.Period;
import io.github.bmnkit.round.RoundSettings;
import io.github.bmnkit.round.SurveyRound;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.volunteer.PlanReport;
import io.github.bmnkit.volunteer.VolunteerPlan;
import io.github.bmnkit.volunteer.VolunteerRatios;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Follows the official target of one province down to its villages and volunteers, in Thai and English. */
public final class Quickstart {
    private static final ProvinceCode CHAIYAPHUM = ProvinceCode.of("36");
    private static final Text MADE_UP = Text.of(
            "ตำบล หมู่บ้าน องค์กรปกครองส่วนท้องถิ่น และจำนวนครัวเรือนในทะเบียนเป็นข้อมูลสมมุติ"
                    + " เป้าหมายของจังหวัดและชื่ออำเภอเป็นของจริง",
            "Tambons, villages, local authorities and registered households are made up;"
                    + " the province's target and the names of its districts are real");

    private final PrintStream out;
    private final Path folder;

    Quickstart(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /**
     * Runs the quickstart.
     *
     * @param args the folder to write the report to; {@code target/report} if there is none
     * @throws IOException if the report can't be written
     */
    public static void main(String[] args) throws IOException {
        new Quickstart(new PrintStream(System.out, true, UTF_8), Path.of(args.length > 0 ? args[0] : "target/report"))
                .run();
    }

    void run() throws IOException {
        Files.createDirectories(folder);
        SurveyRound round = round();
        AreaTree tree = register().tree(AreaView.ADMINISTRATIVE);
        QuotaPlan plan = targets(round, tree);
        VolunteerPlan volunteers = volunteers(round, plan);
        report(round, volunteers, tree);
    }

    private SurveyRound round() {
        SurveyRound round = SurveyRounds.bmn2569();
        heading(round.title());
        say(
                "สถานะ %s: ทุกแถว ทุกเขต และทุกคอลัมน์รวมได้ตรงกับที่พิมพ์ไว้",
                "Status %s: every row, region and column adds up to what is printed", round.status());
        for (RegionCode region : round.targets().regions()) {
            out.printf(
                    Locale.ROOT,
                    "  %s %,11d  %s%n",
                    region,
                    round.targets().households(region),
                    round.targets().name(region).th());
        }
        out.printf(Locale.ROOT, "     %,11d  รวม / total%n", round.targets().total());
        round.check(RoundSettings.undecided()).forEach(this::note);
        return round;
    }

    private AreaRegister register() throws IOException {
        heading(Text.of("ทะเบียนพื้นที่ (ข้อมูลสมมุติ)", "The register of areas (made up)"));
        String csv = MadeUpRegister.csv();
        Files.writeString(folder.resolve("register-made-up.csv"), csv, UTF_8);
        Reading<AreaRegister> reading = AreaRegister.readCsv(new ByteArrayInputStream(csv.getBytes(UTF_8)));
        reading.findings().forEach(this::note);
        AreaTree tree = reading.value().tree(AreaView.ADMINISTRATIVE);
        say(
                "%,d อำเภอ %,d ตำบล %,d หมู่บ้าน/ชุมชน %,d ครัวเรือน",
                "%,d districts, %,d tambons, %,d villages, %,d households",
                tree.areas(AreaLevel.DISTRICT).size(),
                tree.areas(AreaLevel.TAMBON).size(),
                tree.areas(AreaLevel.VILLAGE).size(),
                tree.households(CHAIYAPHUM));
        return reading.value();
    }

    private QuotaPlan targets(SurveyRound round, AreaTree tree) throws IOException {
        heading(Text.of(
                "เป้าหมายจังหวัดชัยภูมิ (ทางราชการ) ลงถึงหมู่บ้าน",
                "Chaiyaphum's official target, down to the villages"));
        QuotaPlan plan = QuotaPlan.imposed(round)
                .cascade(CHAIYAPHUM, tree, CascadeRules.of(Method.WEBSTER))
                .value();
        for (AreaCode district : plan.areas(AreaLevel.DISTRICT)) {
            out.printf(
                    Locale.ROOT,
                    "  %s %,9d  %s%n",
                    district,
                    plan.target(district),
                    tree.name(district).th());
        }
        out.printf(Locale.ROOT, "       %,9d  รวม / total =", plan.target(CHAIYAPHUM));
        for (Period period : plan.periods()) {
            out.printf(
                    Locale.ROOT,
                    " %,d (%s)",
                    plan.target(CHAIYAPHUM, period),
                    period.name().th());
        }
        out.println();
        AreaCode village = plan.areas(AreaLevel.VILLAGE).get(0);
        out.println(plan.explain(village).text(Text.THAI).indent(2).stripTrailing());
        out.println(plan.explain(village).text(Locale.ENGLISH).indent(2).stripTrailing());
        Files.writeString(folder.resolve("targets.csv"), plan.toCsv(), UTF_8);
        say("ลายนิ้วมือของแผน %s", "Fingerprint of the plan %s", plan.fingerprint());
        return plan;
    }

    private VolunteerPlan volunteers(SurveyRound round, QuotaPlan plan) {
        heading(Text.of("อาสาสมัคร 1 คน ต่อ 40 ครัวเรือน", "Volunteers, 1 per 40 households"));
        VolunteerRatios ratios = VolunteerRatios.everywhere(round.householdsPerVolunteer());
        QuotaPlan country = QuotaPlan.imposed(round);
        for (AreaLevel level : new AreaLevel[] {AreaLevel.COUNTRY, AreaLevel.PROVINCE}) {
            say(
                    "ทั้งประเทศ ปัดขึ้นระดับ%s: %,d คน",
                    "The country, rounded up by %s: %,d",
                    level.text(),
                    VolunteerPlan.of(country, level, ratios).value().volunteers(country.root()));
        }
        VolunteerPlan volunteers =
                VolunteerPlan.of(plan, AreaLevel.VILLAGE, ratios).value();
        say(
                "ชัยภูมิ ปัดขึ้นระดับ%s (ตามทะเบียนสมมุติ): %,d คน",
                "Chaiyaphum, rounded up by %s (made-up register): %,d",
                volunteers.level().text(),
                volunteers.volunteers(CHAIYAPHUM));
        return volunteers;
    }

    private void report(SurveyRound round, VolunteerPlan volunteers, AreaTree tree) throws IOException {
        heading(Text.of("รายงาน", "The report"));
        PlanReport report = PlanReport.of(round, volunteers, tree, MADE_UP);
        Files.writeString(folder.resolve("report-th.html"), report.toHtml(Text.THAI), UTF_8);
        Files.writeString(folder.resolve("report-en.html"), report.toHtml(Locale.ENGLISH), UTF_8);
        try (var files = Files.list(folder)) {
            files.sorted()
                    .forEach(file -> out.println("  " + file.toAbsolutePath().normalize()));
        }
    }

    private void heading(Text text) {
        out.printf("%n== %s%n   %s%n", text.th(), text.en());
    }

    /** One line in each language; a text among the arguments is said in that language. */
    private void say(String th, String en, Object... arguments) {
        out.println("  " + String.format(Locale.ROOT, th, in(Text.THAI, arguments)));
        out.println("  " + String.format(Locale.ROOT, en, in(Locale.ENGLISH, arguments)));
    }

    private static Object[] in(Locale locale, Object... arguments) {
        Object[] said = arguments.clone();
        for (int i = 0; i < said.length; i++) {
            said[i] = said[i] instanceof Text text ? text.in(locale) : said[i];
        }
        return said;
    }

    private void note(Finding finding) {
        out.println("  ! " + finding.message(Text.THAI));
        out.println("    " + finding.message(Locale.ENGLISH));
    }
}
