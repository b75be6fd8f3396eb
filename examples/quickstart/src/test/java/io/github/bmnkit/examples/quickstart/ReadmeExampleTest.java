package io.github.bmnkit.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.interview.Interview;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.rule.RuleId;
import io.github.bmnkit.rule.RuleSets;
import io.github.bmnkit.validation.HouseholdValidator;
import io.github.bmnkit.validation.ValidationReport;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
        InputStream json = new ByteArrayInputStream("""
                {"form":"bmn-2560","version":"1","household":"H-1","round":2564,"answers":{"has_house_no":"0","hid":"1"},
                "members":[{"key":1,"answers":{"sex":"1"}}]}""".getBytes(UTF_8));
        LocalDate today = LocalDate.of(2021, 2, 1);

        Questionnaire form = Questionnaires.bmn2560();
        HouseholdValidator validator = HouseholdValidator.of(form, RuleSets.bmn2560());
        Reading<HouseholdResponse> reading = HouseholdResponse.read(form, json);
        ValidationReport report = validator.validate(reading.value(), today);
        report.findings().forEach(finding -> log(report.where(finding, Text.THAI), finding.message(Text.THAI)));
        report.outcome(RuleId.of("MON-10"));

        Interview interview = Interview.start(form, HouseholdId.of("H-1"), 2564, today);
        interview = interview.answer(AnswerPath.of("has_house_no"), Value.of(0));
        interview.changes();
        QuotaPlan plan = QuotaPlan.imposed(SurveyRounds.bmn2569());

        assertThat(logged)
                .contains("รหัสประจำบ้าน: ไม่มีเลขที่บ้านแต่กรอกรหัสประจำบ้าน")
                .anyMatch(line -> line.startsWith("สมาชิกคนที่ 1 > วันเดือนปีเกิด: "));
        assertThat(interview.changes()).contains(AnswerPath.of("hid"));
        assertThat(plan.target(ProvinceCode.of("36"))).isEqualTo(263_543);
    }

    private void log(String where, String message) {
        logged.add(where + ": " + message);
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
