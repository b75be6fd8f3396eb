package io.github.bmnkit.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.quota.ConfirmedPlan;
import io.github.bmnkit.testing.Registers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressBoardTest {
    private static final Instant FIRST = Instant.parse("2026-11-02T02:00:00Z");
    private static final Season SEASON = new Season(LocalDate.of(2026, 11, 2), LocalDate.of(2027, 2, 27));
    private static final DistrictCode DISTRICT = DistrictCode.of("3601");
    private static final AreaRegister REGISTER = register();
    private static final ConfirmedPlan PLAN = FieldSeason.confirmed(REGISTER, 300, 320);

    /** Three authorities with three villages each, made up. */
    private static AreaRegister register() {
        StringBuilder csv = new StringBuilder(Registers.HEADER);
        String[] authorities = {"อบต.ตัวอย่างเหนือ", "เทศบาลตำบลตัวอย่าง", "อบต.ตัวอย่างใต้"};
        for (int a = 0; a < 3; a++) {
            for (int v = 1; v <= 3; v++) {
                csv.append("36010" + (a + 1) + "0" + v + ",บ้านตัวอย่าง " + (3 * a + v) + ",36010" + (a + 1)
                        + ",ตัวอย่าง,3601,อำเภอตัวอย่าง,36,A" + a + "," + authorities[a] + ",อบต.," + (50 + 20 * v)
                        + ",1\n");
            }
        }
        return Registers.read(csv.toString()).value();
    }

    private static Optional<VillageCode> village(HouseholdId household) {
        return Optional.of(VillageCode.of(household.value().substring(0, 8)));
    }

    /** Most villages are ahead; the first has not begun, the second is over, the fourth has stopped, the ninth is full. */
    private static List<HouseholdEvent> events() {
        List<HouseholdEvent> events = new ArrayList<>();
        int v = 0;
        for (var area : PLAN.plan().areas(AreaLevel.VILLAGE)) {
            v++;
            long target = PLAN.plan().target(area);
            long done = switch (v) {
                case 1 -> 0;
                case 2 -> target + 3;
                case 4 -> 3;
                case 9 -> target;
                default -> Math.min(target, 9L * v);
            };
            int perDay = v == 2 || v == 9 ? 10 : v;
            for (int i = 0; i < done; i++) {
                HouseholdId household = HouseholdId.of(area.value() + "-" + i);
                Instant at = FIRST.plusSeconds(86_400L * (i / perDay));
                events.add(FieldSeason.confirmed("c" + household, household, at));
            }
            HouseholdId gone = HouseholdId.of(area.value() + "-gone");
            events.add(FieldSeason.event(4, "w" + gone, gone, FIRST));
        }
        return events;
    }

    private static ProgressSnapshot snapshot(int days) {
        ProgressCount count = ProgressCount.of(PLAN, FIRST.plusSeconds(86_400L * days), ProgressBoardTest::village);
        events().forEach(event -> assertThat(count.add(event)).isEmpty());
        return count.snapshot();
    }

    private static ProgressBoard board() {
        return ProgressBoard.of(snapshot(10), DISTRICT, SEASON)
                .since(snapshot(3))
                .note(Text.of("ข้อมูลสมมุติ <1>", "made up <1>"));
    }

    @Test
    void theBoardHasEveryAuthorityAndVillageAndAddsUp() {
        ProgressBoard board = board();
        assertThat(board.rows()).hasSize(12);
        assertThat(board.total().pace().figures()).isEqualTo(snapshot(10).figures(DISTRICT));
        Figures authorities = board.rows().stream()
                .filter(row -> row.parent().equals(DISTRICT))
                .map(row -> row.pace().figures())
                .reduce(Figures.NONE, Figures::plus);
        Figures villages = board.rows().stream()
                .filter(row -> row.area().level() == AreaLevel.VILLAGE)
                .map(row -> row.pace().figures())
                .reduce(Figures.NONE, Figures::plus);
        assertThat(authorities)
                .isEqualTo(villages)
                .isEqualTo(board.total().pace().figures());
        assertThat(board).asString().startsWith("ProgressBoard[3601, rows=12, Figures[target=620");
    }

    @Test
    void theTableIsTheSameOnEveryMachine() {
        assertThat(board().toCsv().lines().limit(4))
                .containsExactly(
                        "level,area_code,parent_code,name,target,done,over,without_data,remaining,percent,expected,"
                                + "ahead,standing,per_day,needed_per_day,forecast_done,forecast_day",
                        "DISTRICT,3601,,อำเภอตัวอย่าง,620,404,3,9,216,65.16,57.80,346.20,AHEAD,29.29,2.02,620,2026-11-20",
                        "LOCAL_AUTHORITY,3601/A0,3601,อบต.ตัวอย่างเหนือ,207,96,3,3,111,46.37,19.30,76.70,AHEAD,6.29,"
                                + "1.04,207,2026-11-30",
                        "VILLAGE,36010101,3601/A0,บ้านตัวอย่าง 1,54,0,0,1,54,0.00,5.03,-5.03,BEHIND,0.00,0.50,0,");
    }

    @Test
    void theTextAndThePageShowBothLanguagesAndTheAssumption() throws IOException {
        String thai = board().toHtml(Text.THAI);
        assertThat(thai)
                .contains(
                        "ข้อมูลสมมุติ &lt;1&gt;",
                        "ณ วันที่ 12 พ.ย. 2569",
                        "อัตราเดียวกับ 7 วันที่ผ่านมา",
                        "<svg",
                        "เร็วกว่าแผน")
                .doesNotContain("http");
        String english = board().toHtml(Locale.ENGLISH);
        assertThat(english).contains("made up &lt;1&gt;", "As of 2026-11-12", "last 7 days", "107 days left");
        Files.writeString(Path.of("target", "board-th.html"), thai);
        Files.writeString(Path.of("target", "board-en.html"), english);
        String text = board().toText(Text.THAI);
        assertThat(text).contains("! ข้อมูลสมมุติ <1>", "อบต.ตัวอย่างเหนือ");
        Files.writeString(Path.of("target", "board-th.txt"), text + board().toText(Locale.ENGLISH));
        assertThat(board().toText(Locale.ENGLISH).lines().filter(line -> line.startsWith("Total")))
                .hasSize(1);
    }

    @Test
    void everyAreaHasABoard() {
        ProgressSnapshot now = snapshot(10);
        assertThat(ProgressBoard.of(now, CountryCode.THAILAND, SEASON).rows()).hasSize(2);
        AreaRegister register = now.plan().register();
        VillageCode village = VillageCode.of("36010101");
        assertThat(ProgressBoard.of(now, village, SEASON).rows()).isEmpty();
        assertThat(ProgressBoard.of(now, village, SEASON).toHtml(Text.THAI)).contains("36010101");
        var tambon = register.tree(AreaView.ADMINISTRATIVE).parent(village).orElseThrow();
        assertThat(ProgressBoard.of(now, tambon, SEASON).rows()).hasSize(3);
        assertThat(ProgressBoard.of(now, tambon, SEASON).snapshot()).isSameAs(now);
        assertThatIllegalArgumentException().isThrownBy(() -> ProgressBoard.of(now, DistrictCode.of("3699"), SEASON));
        ProgressSnapshot collected = ProgressCount.of(PLAN, Measure.COLLECTED, FIRST, ProgressBoardTest::village)
                .snapshot();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgressBoard.of(now, DISTRICT, SEASON).since(collected));
    }

    /** The host's register of households, in the example. */
    private static final class Households {
        Optional<VillageCode> village(HouseholdId household) {
            return ProgressBoardTest.village(household);
        }
    }

    @Test
    void theExampleOfThePackageRuns() throws IOException {
        ConfirmedPlan plan = PLAN;
        Instant monday = FIRST.plusSeconds(1);
        Households households = new Households();
        List<HouseholdEvent> events = events();
        List<Finding> findings = new ArrayList<>();
        Season season = SEASON;

        ProgressCount count = ProgressCount.of(plan, monday, households::village);
        events.forEach(event -> count.add(event).ifPresent(findings::add));
        ProgressSnapshot snapshot = count.snapshot();
        Share done = snapshot.figures(DistrictCode.of("3601")).share();
        String page =
                ProgressBoard.of(snapshot, DistrictCode.of("3601"), season).toHtml(Text.THAI);

        assertThat(findings).isEmpty();
        assertThat(done).isEqualTo(Share.of(52, 620));
        assertThat(page).contains("52 / 620");
        Path source = Path.of("src", "main", "java", "io", "github", "bmnkit", "progress", "package-info.java");
        String own = Files.readString(
                Path.of("src", "test", "java", "io", "github", "bmnkit", "progress", "ProgressBoardTest.java"));
        String javadoc = Files.readString(source);
        String example = javadoc.substring(javadoc.indexOf("<pre>{@code") + 11, javadoc.indexOf("}</pre>"));
        // The formatter breaks lines as it likes.
        String plain = own.replaceAll("\\s", "");
        assertThat(example.lines()
                        .map(line -> line.replaceFirst("^ \\*", "").replaceAll("\\s", ""))
                        .filter(line -> !line.isEmpty()))
                .hasSize(5)
                .allMatch(plain::contains);
    }
}
