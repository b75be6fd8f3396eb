package io.github.bmnkit.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.rule.Rule;
import io.github.bmnkit.rule.RuleId;
import io.github.bmnkit.rule.RuleSet;
import io.github.bmnkit.validation.HouseholdValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BatchReportTest {
    private static BatchSummary summary(List<String> lines) {
        Function<String, Reading<HouseholdResponse>> reader = line -> HouseholdResponse.read(Households.FORM, line);
        return Households.batch().build().run(lines.iterator(), () -> reader, each -> {});
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("not json"));
        Households.any(200, new Random(3)).forEach(each -> lines.add(each.toJson()));
        return lines;
    }

    @Test
    void thePageSaysWhatWasCheckedWithDenominatorsAndSeverities() {
        BatchReport report = BatchReport.of(summary(lines())).withNote(Text.of("ข้อมูล <สมมุติ>", "Made <up>"));
        assertThat(report.toHtml(Text.THAI))
                .contains(
                        "ข้อมูล &lt;สมมุติ&gt;",
                        "ข้อผิดพลาด",
                        "ข้อสังเกต",
                        "ไม่ใช่ JSON ที่ถูกต้อง",
                        "ครัวเรือนตัวอย่าง")
                .doesNotContain("WARNING", "ERROR");
        assertThat(report.toHtml(Locale.ENGLISH)).contains("Made &lt;up&gt;", "This is not valid JSON", " / 200");
        assertThat(report.toText(Locale.ENGLISH)).contains("Made <up>");
    }

    @Test
    void aCheckOfTheFormIsNamedByItsQuestion() {
        assertThat(summary(lines()).edit("income:required").text())
                .isEqualTo(Text.of("ข้อความ: ต้องตอบ", "income: an answer is due"));
    }

    @Test
    void nothingWrongIsSaid() {
        String line = HouseholdResponse.builder(Households.FORM, HouseholdId.of("H-1"), 2570)
                .answer(AnswerPath.of("village"), Value.of(50010101))
                .answer(AnswerPath.of("income"), Value.of(10))
                .build()
                .toJson();
        assertThat(BatchReport.of(summary(List.of(line))).toHtml(Locale.ENGLISH))
                .contains("Everything passes.", "No household is to be mended.")
                .doesNotContain("Sample of households");
    }

    /** A vowel or tone mark that lost its letter would stand on the dots. */
    @Test
    void aLongTextIsCutBetweenLetters() {
        RuleSet rules = RuleSet.builder(Households.FORM, "small-rules", Text.of("กฎ", "rules"))
                .rounds(2570, 2570)
                .rule(Rule.builder(RuleId.of("INC-01"), Text.of("ก" + "ที่".repeat(60), "long ".repeat(20)))
                        .mustHold("${income} < 0"))
                .build()
                .value();
        BatchSummary summary = Batch.builder(HouseholdValidator.of(Households.FORM, rules))
                .build()
                .run(Households.any(20, new Random(1)).iterator(), each -> {});
        assertThat(BatchReport.of(summary).toHtml(Text.THAI)).contains("ที่…").doesNotContain("ท…", "ที…");
    }
}
