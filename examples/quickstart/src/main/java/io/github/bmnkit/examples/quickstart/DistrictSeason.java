package io.github.bmnkit.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.BuddhistDate.Digits;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.progress.ProgressBoard;
import io.github.bmnkit.progress.ProgressCount;
import io.github.bmnkit.progress.Season;
import io.github.bmnkit.quota.Confirmation;
import io.github.bmnkit.quota.ConfirmedPlan;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.quota.Reallocation;
import io.github.bmnkit.quota.TargetList;
import io.github.bmnkit.quota.TargetLists;
import io.github.bmnkit.quota.TargetReply;
import io.github.bmnkit.quota.VillageChange;
import io.github.bmnkit.volunteer.Stop;
import io.github.bmnkit.volunteer.VisitPlan;
import io.github.bmnkit.volunteer.VisitProblem;
import io.github.bmnkit.volunteer.Volunteer;
import io.github.bmnkit.volunteer.VolunteerList;
import io.github.bmnkit.volunteer.VolunteerPlan;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a district does with its target: it confirms it, sends volunteers, divides a village, and counts what is done. */
final class DistrictSeason {
    private static final DistrictCode DISTRICT = DistrictCode.of("3601");
    private static final Season SEASON = new Season(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 4, 30));
    private static final Text MADE_UP = Text.of(
            "ข้อมูลสมมุติ: หมู่บ้าน ครัวเรือน อาสาสมัคร และผลการจัดเก็บ",
            "Made up: villages, households, volunteers and what is done");
    private static final int ROWS = 3;

    private final Screen screen;
    private final Path folder;
    private final AreaRegister register;
    private final QuotaPlan plan;
    private final VolunteerPlan volunteers;

    DistrictSeason(Screen screen, Path folder, ProvincePlan.Start start) {
        this.screen = screen;
        this.folder = folder;
        this.register = start.register();
        this.plan = start.targets();
        this.volunteers = start.volunteers();
    }

    void run() throws IOException {
        screen.heading(Text.of("หนึ่งฤดูของอำเภอเมืองชัยภูมิ (ข้อมูลสมมุติ)", "The season of one district (made up)"));
        List<TargetReply> replies = MadeUpSeason.replies(plan);
        ConfirmedPlan confirmed = confirmed(plan, register, replies);
        screen.say(
                "อำเภอ %s ยืนยันเป้าหมาย %,d ครัวเรือน เช่นเดียวกับทุกแห่งในจังหวัด (%d แห่ง)",
                "District %s confirms its target of %,d households, as all offices of the province do (%d)",
                DISTRICT,
                plan.target(DISTRICT),
                confirmed.replies().size());
        write(visits(targetList()));
        AreaRegister january = MadeUpSeason.januaryRegister();
        QuotaPlan changed = divide(january);
        confirmed = confirmed(changed, january, replies);
        screen.say(
                "เป้าหมายอำเภอยังเป็น %,d คำยืนยันเดิมจึงยังใช้ได้",
                "The district's target is still %,d, so nobody has to confirm again", changed.target(DISTRICT));
        board(confirmed);
    }

    private static ConfirmedPlan confirmed(QuotaPlan targets, AreaRegister fitting, List<TargetReply> replies) {
        return Confirmation.of(targets, fitting, Confirmation.PROVINCES_AND_DISTRICTS, replies)
                .value()
                .confirmed()
                .value();
    }

    private TargetList targetList() throws IOException {
        VillageCode village = MadeUpSeason.VILLAGE;
        List<HouseholdId> route = MadeUpSeason.route(register, village);
        TargetList list = TargetList.along(plan, village, route, TargetList.Rule.EVENLY_ALONG_ROUTE)
                .value();
        try (OutputStream out = Files.newOutputStream(folder.resolve("target-list.csv"))) {
            TargetLists.writeCsv(List.of(list).iterator(), out);
        }
        return list;
    }

    /** Who visits whom; the first volunteer lives in the first house of the route. */
    private VisitPlan visits(TargetList list) {
        VillageCode village = list.village();
        List<HouseholdId> route = MadeUpSeason.route(register, village).stream()
                .filter(household -> list.period(household).isPresent())
                .toList();
        int capacity = volunteers.householdsPerVolunteer(village);
        List<Volunteer> people = new ArrayList<>();
        for (int i = 1; i <= volunteers.volunteers(village); i++) {
            people.add(Volunteer.of(ActorId.of("volunteer-" + i), capacity));
        }
        people.set(0, people.get(0).withOwn(route.get(0)));
        VisitPlan visits = VisitProblem.of(village, route.stream().map(Stop::of).toList(), people)
                .alongRoute()
                .value();
        screen.say(
                "หมู่บ้าน %s มีชื่อในรายการเป้าหมาย %d ครัวเรือน (%s) อาสาสมัคร %d คน คนละ %s ครัวเรือน",
                "Village %s has %d households on its target list (%s); its %d volunteers visit %s of them",
                village,
                list.size(),
                TargetList.Rule.EVENLY_ALONG_ROUTE.text(),
                people.size(),
                people.stream().map(each -> visits.households(each.id()).size()).toList());
        return visits;
    }

    private void write(VisitPlan visits) throws IOException {
        VolunteerList list = visits.list(visits.volunteers().get(0))
                .withHeading(Text.of(
                        "บ้านสมมุติ หมู่ 5 อาสาสมัครสมมุติคนที่ 1 (ข้อมูลสมมุติ)",
                        "Made-up village 5, made-up volunteer 1"))
                .withDay(SEASON.firstInclusive());
        Files.writeString(folder.resolve("volunteer-th.html"), list.toHtml(Text.THAI, Digits.THAI), UTF_8);
        Files.writeString(folder.resolve("volunteer.csv"), list.toCsv(), UTF_8);
        screen.say(
                "รายการของ %s เริ่มดังนี้ (บ้านหลังแรกบนเส้นทางเป็นบ้านของตนเอง ผู้อื่นจึงเก็บแทน)",
                "The list of %s begins so (the first house of the route is the volunteer's own, so others visit it)",
                list.volunteer());
        list.rows().stream().limit(ROWS).forEach(row -> screen.line("    □ %d. %s", row.order(), row.household()));
    }

    private QuotaPlan divide(AreaRegister january) throws IOException {
        VillageCode village = MadeUpSeason.VILLAGE;
        Reallocation change = Reallocation.of(plan, register, january, Method.WEBSTER)
                .change(new VillageChange.Split(village, List.of(village, MadeUpSeason.PART)))
                .within(Reallocation.Scope.SIBLINGS)
                .value();
        Files.writeString(folder.resolve("reallocation.csv"), change.toCsv(), UTF_8);
        screen.say(
                "มกราคม %s แยกเป็น %d และ %d ครัวเรือน เป้าหมายใน%sเดียวกัน เดิม → สืบต่อ → ใหม่",
                "In January %s divides into %d and %d households; targets within the %s: old → inherited → new",
                village,
                MadeUpSeason.STAYING,
                MadeUpSeason.IN_PART,
                change.scope().text());
        for (Reallocation.Row row : change.rows()) {
            screen.line(
                    "    %s %3d → %3d → %3d  %s",
                    row.area(),
                    sum(row.before()),
                    sum(row.inherited()),
                    sum(row.after()),
                    row.text().th());
        }
        return change.plan();
    }

    private static long sum(List<Long> figures) {
        return figures.stream().mapToLong(Long::longValue).sum();
    }

    private void board(ConfirmedPlan confirmed) throws IOException {
        ProgressCount count = ProgressCount.of(confirmed, MadeUpSeason.END_OF_JANUARY, MadeUpSeason::village);
        MadeUpSeason.events(confirmed.plan(), confirmed.register(), DISTRICT)
                .forEach(event -> count.add(event).ifPresent(screen::note));
        ProgressBoard board =
                ProgressBoard.of(count.snapshot(), DISTRICT, SEASON).note(MADE_UP);
        Files.writeString(folder.resolve("board-th.html"), board.toHtml(Text.THAI), UTF_8);
        Files.writeString(folder.resolve("board-en.html"), board.toHtml(Locale.ENGLISH), UTF_8);
        screen.say(
                "สิ้นเดือนมกราคม (ผลการจัดเก็บสมมุติ): แล้วเสร็จ %,d จาก %,d ครัวเรือน",
                "At the end of January (made-up events): %,d of %,d households are done",
                board.total().pace().figures().done(),
                board.total().pace().figures().target());
        // The table stands between two blank lines, and in it villages below their authorities; the pages show all.
        List<String> lines = board.toText(Text.THAI).lines().toList();
        lines.subList(lines.indexOf("") + 1, lines.lastIndexOf("")).stream()
                .filter(line -> !line.startsWith("  "))
                .forEach(line -> screen.line("  %s", line));
    }
}
