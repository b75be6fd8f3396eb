package io.github.bmnkit.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.quota.CascadeRules;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.round.SurveyRound;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.volunteer.VolunteerPlan;
import io.github.bmnkit.volunteer.VolunteerRatios;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code of the README, compiled and run. */
class ReadmeExampleTest {
    private final List<String> logged = new ArrayList<>();

    @Test
    void theCodeOfTheReadmeRuns() {
        InputStream csv = new ByteArrayInputStream(MadeUpRegister.csv().getBytes(UTF_8));

        SurveyRound round = SurveyRounds.bmn2569();
        Reading<AreaRegister> reading = AreaRegister.readCsv(csv);
        reading.findings().forEach(finding -> log(finding.place(), finding.message(Text.THAI)));

        AreaTree tree = reading.value().tree(AreaView.ADMINISTRATIVE);
        QuotaPlan plan = QuotaPlan.imposed(round)
                .cascade(ProvinceCode.of("36"), tree, CascadeRules.of(Method.WEBSTER))
                .value();
        plan.target(VillageCode.of("36010105"));
        VolunteerRatios ratios = VolunteerRatios.everywhere(round.householdsPerVolunteer());
        VolunteerPlan volunteers =
                VolunteerPlan.of(plan, AreaLevel.VILLAGE, ratios).value();

        assertThat(logged).hasSize(1).first().asString().contains("A360602");
        assertThat(plan.target(VillageCode.of("36010105"))).isEqualTo(198);
        assertThat(volunteers.volunteers(ProvinceCode.of("36"))).isEqualTo(7_362);
    }

    private void log(Place place, String message) {
        logged.add(place + " " + message);
    }

    @Test
    void theReadmeShowsThisCode() throws Exception {
        String readme = Files.readString(Path.of("../../README.md"), UTF_8);
        String own = Files.readString(
                Path.of("src/test/java/io/github/bmnkit/examples/quickstart/ReadmeExampleTest.java"), UTF_8);
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(blocks)
                .isNotEmpty()
                .allSatisfy(block -> assertThat(bare(own)).contains(bare(block)));
    }

    /** Without comments and blanks, so that the README may set its lines as it likes. */
    private static String bare(String code) {
        return code.replaceAll("(?m)//.*$", "").replaceAll("\\s+", "");
    }
}
