package io.github.bmnkit.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.quota.CascadeRules;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.round.SurveyRound;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.testing.Registers;
import io.github.bmnkit.testing.Rounds;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanReportTest {
    private static final ProvinceCode PROVINCE = ProvinceCode.all().get(1);
    private static final AreaTree TREE =
            Registers.read(Registers.large(1, 3, 2, 5)).value().tree(AreaView.ADMINISTRATIVE);
    private static final Text PROVENANCE = Text.of("ข้อมูลสมมุติ <1>", "made up <1>");
    private static final VolunteerRatios FORTY = VolunteerRatios.everywhere(40);

    private static VolunteerPlan volunteers(SurveyRound round, AreaLevel level) {
        QuotaPlan plan = QuotaPlan.imposed(round)
                .cascade(PROVINCE, TREE, CascadeRules.of(Method.WEBSTER))
                .value();
        return VolunteerPlan.of(plan, level, FORTY).value();
    }

    @Test
    void thePageShowsTheOfficialFiguresTheirSourcesAndWhatIsMadeUp() {
        SurveyRound round = Rounds.of(Map.of(PROVINCE, new long[] {1_000, 1_234}));
        VolunteerPlan volunteers = volunteers(round, AreaLevel.VILLAGE);
        String thai = PlanReport.of(round, volunteers, TREE, PROVENANCE).toHtml(Text.THAI);
        assertThat(thai)
                .contains("ข้อมูลสมมุติ &lt;1&gt;", "2,234", "ทดสอบ 1 ม.ค. 2569", "มีสถานะ DRAFT", "lang=\"th\"")
                .contains(String.valueOf(volunteers.volunteers(PROVINCE)));
        String english = PlanReport.of(round, volunteers, TREE, PROVENANCE).toHtml(Locale.ENGLISH);
        assertThat(english).contains("made up &lt;1&gt;", "2,234", "test 2026-01-01", "lang=\"en\"");
    }

    @Test
    void theOfficialRoundSaysThatItIs() {
        SurveyRound round = SurveyRounds.bmn2569();
        SurveyRound own = Rounds.of(Map.of(PROVINCE, new long[] {1_000, 1_000}));
        String page = PlanReport.of(round, volunteers(own, AreaLevel.DISTRICT), TREE, PROVENANCE)
                .toHtml(Locale.ENGLISH);
        assertThat(page).contains("official figures", "13,169,180", "6,789,228", "51.55", "−7,339");
    }

    @Test
    void volunteersCountedAboveTheDistrictsAreRefused() {
        SurveyRound round = Rounds.of(Map.of(PROVINCE, new long[] {1_000, 1_000}));
        VolunteerPlan byProvince = volunteers(round, AreaLevel.PROVINCE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanReport.of(round, byProvince, TREE, PROVENANCE))
                .withMessageContaining("province");
    }
}
