package io.github.bmnkit.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.BuddhistDate.Digits;
import io.github.bmnkit.identity.HouseholdId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VolunteerListTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    /** v0 visits H0 and H2, v1 lives at neither and visits H1. */
    private static VolunteerList list() {
        Village village = Village.open(3, 2, 2);
        List<Stop> route = List.of(
                village.route().get(0),
                village.route().get(1).withUnwanted(Village.actor(0)),
                village.route().get(2).withUnwanted(Village.actor(1)));
        List<Volunteer> volunteers =
                List.of(village.volunteers().get(0), village.volunteers().get(1).withOwn(Village.household(0)));
        return VisitProblem.of(Village.CODE, route, volunteers)
                .alongRoute()
                .value()
                .list(Village.actor(0));
    }

    @Test
    void rowsFollowTheWalk() {
        HouseholdId last = Village.household(2);
        VolunteerList list = list().withHouseNumbers(Map.of(last, "12/3")).withVisited(Set.of(last));
        assertThat(list.rows())
                .containsExactly(
                        new VolunteerList.Row(1, 1, Village.household(0), "", false),
                        new VolunteerList.Row(2, 3, last, "12/3", true));
        assertThat(list.volunteer()).isEqualTo(Village.actor(0));
        assertThat(list.toCsv())
                .isEqualTo("order,stop,household_id,house_number,visited\r\n1,1,H0,,false\r\n2,3,H2,12/3,true\r\n");
        assertThat(list).hasToString("VolunteerList[volunteer=v0, households=2]");
    }

    @Test
    void theThaiPageHasThaiDigitsAndTheBuddhistEraIfAskedFor() {
        VolunteerList list = list().withHouseNumbers(Map.of(Village.household(2), "12/3"))
                .withVisited(Set.of(Village.household(2)))
                .withHeading(Text.of("บ้านสมมุติ <หมู่ 1>", "Made-up village <1>"))
                .withDay(DAY);
        assertThat(list.toHtml(Text.THAI, Digits.THAI))
                .contains("lang=\"th\"", "บ้านสมมุติ &lt;หมู่ 1&gt;", "๑๒/๓", "H2", "๑๕ มกราคม ๒๕๖๙")
                .contains("ทั้งหมด ๒ ครัวเรือน เก็บแล้ว ๑ ครัวเรือน", "class=\"gap\"", "box ticked", "เส้นหนา");
        assertThat(list.toHtml(Text.THAI, Digits.ARABIC)).contains("12/3", "15 มกราคม 2569");
        assertThat(list.toHtml(Locale.ENGLISH, Digits.THAI))
                .contains("lang=\"en\"", "2 households, 1 of them done, as of 2026-01-15", "12/3", "Thick line");
    }

    @Test
    void thePageShowsOnlyWhatTheHostGives() {
        String page = list().toHtml(Text.THAI, Digits.ARABIC);
        assertThat(page)
                .contains("หมู่บ้าน 36010101 อาสาสมัคร v0", "ทั้งหมด 2 ครัวเรือน<")
                .doesNotContain("บ้านเลขที่", "ณ วันที่", "box ticked");
    }
}
