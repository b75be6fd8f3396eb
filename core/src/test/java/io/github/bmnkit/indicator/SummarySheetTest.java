package io.github.bmnkit.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.ThaiDigits;
import io.github.bmnkit.response.ResolvedHousehold;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SummarySheetTest {
    private static final Indicators INDICATORS = Indicators.of(IndicatorSets.bmn2560(), MadeUpHouseholds.FORM);
    private static final SummarySheet.Heading HEADING =
            SummarySheet.Heading.of(Text.of("บ้านตัวอย่าง หมู่ที่ 3", "Ban Tua Yang, Moo 3"));

    private final ResolvedHousehold household = MadeUpHouseholds.complete(new Random(8));
    private final SummarySheet sheet = SummarySheet.of(INDICATORS, household);

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    @Test
    void theSheetHasEveryResultAndTheThreeFigures() {
        assertThat(sheet.results().results()).hasSize(31);
        assertThat(sheet.figures())
                .extracting(amount -> amount.figure().name())
                .containsExactly("q22_1_6", "q23_2", "happiness");
        assertThat(sheet.figures().get(0).value()).isEqualTo(household.frame().get("q22_1_6", 0));
        int all = 0;
        for (IndicatorOutcome outcome : IndicatorOutcome.values()) {
            all += sheet.count(outcome);
        }
        assertThat(all).isEqualTo(31);
    }

    @Test
    void theThaiPageHasThaiDigitsAndYearsOfTheBuddhistEra() {
        String html = sheet.toHtml(HEADING.withSurveyed(LocalDate.of(2021, 3, 15)), Text.THAI);
        assertThat(html)
                .contains("<html lang=\"th\">")
                .contains("๑๕ มีนาคม ๒๕๖๔")
                .contains("<td>๓๑</td>")
                .contains("๒,๕๐๐ กรัม")
                .contains("บาท/คน/ปี")
                .doesNotContain("<td>31</td>");
        assertThat(count(html, "<tr")).isEqualTo(1 + 5 + 31 + 1);
        for (Indicator indicator : IndicatorSets.bmn2560().indicators()) {
            assertThat(html).contains(ThaiDigits.toThai(indicator.title().th()));
        }
    }

    @Test
    void theEnglishPageSaysTheSame() {
        String html = sheet.toHtml(HEADING.withSurveyed(LocalDate.of(2021, 3, 15)), Locale.ENGLISH);
        assertThat(html).contains("2021-03-15").contains("<td>31</td>").doesNotContainPattern("\\p{IsThai}");
        assertThat(count(html, "<tr")).isEqualTo(38);
        assertThat(count(html, "class=\"stress\"")).isEqualTo(sheet.count(IndicatorOutcome.NOT_MET));
    }

    @Test
    void nobodyIsNamedUnlessTheHostAddsTheName() {
        String id = household.household().value();
        assertThat(sheet.toHtml(HEADING, Text.THAI)).contains(id).doesNotContain("หัวหน้าครัวเรือน");
        assertThat(sheet.toHtml(HEADING.withHead("นางสาวสมมติ <ใจดี>"), Text.THAI))
                .contains("หัวหน้าครัวเรือน นางสาวสมมติ &lt;ใจดี&gt;");
        assertThat(HEADING.withHead("นางสาวสมมติ").toString()).doesNotContain("สมมติ");
        assertThat(sheet.figures().toString()).isEqualTo("[Amount[q22_1_6], Amount[q23_2], Amount[happiness]]");
    }

    @Test
    void aDemonstrationSaysSo() {
        SummarySheet later =
                SummarySheet.of(INDICATORS.asDemonstration(), MadeUpHouseholds.complete(new Random(8), 2569));
        assertThat(later.toHtml(HEADING, Text.THAI)).contains("เป็นการสาธิต").contains("๒๕๖๐-๒๕๖๔");
        assertThat(later.toHtml(HEADING, Locale.ENGLISH))
                .contains("A demonstration")
                .contains("incomplete</td>");
        assertThat(sheet.toHtml(HEADING, Text.THAI)).doesNotContain("เป็นการสาธิต");
    }
}
