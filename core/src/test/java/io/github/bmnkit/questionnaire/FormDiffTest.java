package io.github.bmnkit.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.FormDiff.Change;
import io.github.bmnkit.questionnaire.FormDiff.Impact;
import io.github.bmnkit.questionnaire.FormDiff.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormDiffTest {
    private static final String OLDER = Forms.documented("json");

    private static FormDiff diff(String... replacements) {
        String changed = OLDER;
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(changed).contains(replacements[i]);
            changed = changed.replace(replacements[i], replacements[i + 1]);
        }
        return FormDiff.between(Forms.read(OLDER).value(), Forms.read(changed).value());
    }

    private static List<String> said(FormDiff diff) {
        return diff.changes().stream()
                .map(change -> change.impact() + " " + change.kind() + " " + change.name()
                        + (change.code() == null ? "" : " " + change.code()))
                .toList();
    }

    @Test
    void whatBreaksAnswersIsToldFromWhatDoesNot() {
        assertThat(said(diff())).isEmpty();
        assertThat(said(diff("\"months\", \"number\"", "\"weeks\", \"number\"")))
                .containsExactly("BREAKS QUESTION_REMOVED months", "HARMLESS QUESTION_ADDED weeks");
        assertThat(said(diff("\"unit\": \"months\"", "\"unit\": \"weeks\"")))
                .containsExactly("BREAKS QUESTION_UNIT months");
        assertThat(said(diff("{\"code\": \"1\"", "{\"code\": \"7\"")))
                .containsExactly("BREAKS CODE_REMOVED yes_no 1", "HARMLESS CODE_ADDED yes_no 7");
        assertThat(said(diff("\"refusable\": true, ", "", "Enough water", "Sufficient water")))
                .containsExactly("MAY_CHANGE_VERDICTS QUESTION_REFUSABLE enough", "HARMLESS QUESTION_LABEL enough");
        assertThat(said(diff("${age} < 15", "${age} < 18", "\"max\": 30", "\"max\": 20")))
                .containsExactly(
                        "MAY_CHANGE_VERDICTS ROSTER_LIMITS member",
                        "MAY_CHANGE_VERDICTS QUESTION_CALCULATION n_children");
        assertThat(said(diff(
                        "\"type\": \"INTEGER\", \"unit\": \"months\"", "\"type\": \"DECIMAL\", \"unit\": \"months\"")))
                .containsExactly("MAY_CHANGE_VERDICTS QUESTION_TYPE months");
        assertThat(said(diff("\"level\": \"MEMBER\", ", "", "count(${member}[${age} < 15])", "1")))
                .containsExactly("BREAKS QUESTION_LEVEL age", "MAY_CHANGE_VERDICTS QUESTION_CALCULATION n_children");
        assertThat(said(diff("\"version\": \"1\"", "\"version\": \"2\"", "\"DRAFT\"", "\"OFFICIAL\"")))
                .containsExactly("HARMLESS FORM_VERSION water-2570", "HARMLESS FORM_STATUS water-2570");
    }

    @Test
    void theFewestQuestionsAreSaidToHaveMoved() {
        Questionnaire form = Forms.read(OLDER).value();
        Section water = form.sections().get(1);
        List<Question> questions = water.questions();
        Questionnaire.Builder other = Questionnaire.builder(form.id(), form.title(), 2570, 2571)
                .roster(form.roster().orElseThrow())
                .list(form.lists().get(0))
                .section(form.sections().get(0))
                .section(Section.of(
                        "water", water.title(), Arrays.asList(questions.get(0), questions.get(2), questions.get(1))));
        List<Change> changes = FormDiff.between(form, other.build().value()).changes();
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).kind()).isEqualTo(Kind.QUESTION_MOVED);
        assertThat(changes.get(0).impact()).isEqualTo(Impact.HARMLESS);
    }

    @Test
    void aQuestionThatMayHaveGotAnotherNameIsSuggestedAndNotDecided() {
        FormDiff diff = diff("\"months\", \"number\"", "\"months_without\", \"number\"");
        assertThat(diff.breaksAnswers()).isTrue();
        assertThat(diff.renames()).containsExactly(new FormDiff.Rename("months", "months_without", 100));
        assertThat(diff(
                                "\"months\", \"number\": \"1.1\", \"type\": \"INTEGER\", \"unit\": \"months\"",
                                "\"months_without\", \"number\": \"1.1\", \"type\": \"TEXT\"",
                                ", \"constraint\": \". >= 1 and . <= 12\"",
                                "")
                        .renames())
                .isEmpty();
    }

    @Test
    void theDifferenceReadsAsATable() {
        FormDiff diff = diff("\"months\", \"number\"", "\"months_without\", \"number\"", "${age} < 15", "${age} < 18");
        assertThat(diff).hasToString("""
                        impact               change            where           before                         after
                        breaks answers       question removed  months          Months without                 -
                        may change verdicts  calculation       n_children      count(${member}[${age} < 15])  count(${member}[${age} < 18])
                        harmless             question added    months_without  -                              Months without
                        months -> months_without? (alike to 100 %)
                        """);
        assertThat(diff.table(Text.THAI))
                .contains("คำตอบเดิมใช้ไม่ได้")
                .contains("ตัดข้อ")
                .doesNotContain("breaks");
        assertThat(diff.changes().get(0).text())
                .isEqualTo(Text.of(
                        "ผลอาจเปลี่ยน: วิธีคำนวณ, n_children, count(${member}[${age} < 15]) -> count(${member}[${age} < 18])",
                        "may change verdicts: calculation, n_children, count(${member}[${age} < 15]) ->"
                                + " count(${member}[${age} < 18])"));
    }
}
