package io.github.bmnkit.interview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Migration;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.questionnaire.Roster;
import io.github.bmnkit.questionnaire.Section;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.testing.Responses;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A draft that was begun on one version of a form is finished on the next. */
class DraftMigrationTest {
    private static final Text LABEL = Text.of("ทดสอบ", "test");
    private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);

    private static final Questionnaire OLDER = form(
            "1",
            "0",
            Question.builder("enough", QuestionType.SELECT_ONE, LABEL)
                    .list("yes_no")
                    .build(),
            Question.builder("months", QuestionType.INTEGER, LABEL)
                    .unit("months")
                    .refusable()
                    .build(),
            Question.builder("age", QuestionType.INTEGER, LABEL).ofEachMember().build());
    private static final Questionnaire NEWER = form(
            "2",
            "2",
            Question.builder("water_enough", QuestionType.SELECT_ONE, LABEL)
                    .list("yes_no")
                    .build(),
            Question.builder("weeks", QuestionType.INTEGER, LABEL).unit("weeks").build(),
            Question.builder("age", QuestionType.INTEGER, LABEL).ofEachMember().build(),
            Question.builder("born", QuestionType.DATE, LABEL).ofEachMember().build());
    private static final Migration MIGRATION = Migration.between(OLDER, NEWER)
            .step(Migration.Step.rename("enough", "water_enough").withCode("0", "2"))
            .step(Migration.Step.rename("months", "weeks").times(13, 3).rounded(RoundingMode.HALF_UP))
            .build();

    private static Questionnaire form(String version, String no, Question... questions) {
        return Questionnaire.builder("water-2570", LABEL, 2570, 2571)
                .version(version)
                .roster(new Roster("member", LABEL, 0, 9))
                .list(CodeList.of("yes_no", List.of(Code.of("1", LABEL), Code.of(no, LABEL))))
                .section(Section.of("water", LABEL, List.of(questions)))
                .build()
                .value();
    }

    private static Interview begun() {
        return Interview.start(OLDER, HouseholdId.of("H-1"), 2570, TODAY)
                .answer(AnswerPath.of("enough"), Value.of(0))
                .answer(AnswerPath.of("months"), Value.of(5))
                .addMember()
                .addMember()
                .removeMember(1)
                .answer(AnswerPath.of("age", 2), Value.text("สามสิบ"));
    }

    @Test
    void aDraftGoesOnWithTheNewerForm() {
        HouseholdResponse saved =
                HouseholdResponse.read(OLDER, begun().draft().toJson()).value();
        Reading<HouseholdResponse> carried = saved.migrate(NEWER, MIGRATION);
        assertThat(carried.findings()).isEmpty();
        Interview resumed = Interview.resume(carried.value(), TODAY);
        assertThat(resumed.value(AnswerPath.of("water_enough"))).isEqualTo(Value.code("2"));
        assertThat(resumed.value(AnswerPath.of("weeks"))).isEqualTo(Value.of(22));
        assertThat(resumed.members()).containsExactly(2);
        assertThat(resumed.draft().written(AnswerPath.of("age", 2))).contains("สามสิบ");
        assertThat(resumed.addMember().members()).containsExactly(2, 3);
        assertThat(resumed.answer(AnswerPath.of("born", 2), Value.of(TODAY)).value(AnswerPath.of("born", 2)))
                .isEqualTo(Value.of(TODAY));
    }

    @Test
    void everyAnswerThatIsNotCarriedIsFound() {
        HouseholdResponse refused = begun().refuse(AnswerPath.of("months")).draft();
        Reading<HouseholdResponse> carried = refused.migrate(NEWER, MIGRATION);
        assertThat(carried.findings()).hasSize(1);
        Finding finding = carried.findings().get(0);
        assertThat(finding.code().id()).isEqualTo("response.not-carried");
        assertThat(finding.message(Text.THAI)).contains("months");
        assertThat(carried.value().answer(AnswerPath.of("weeks"))).isEqualTo(Value.of(Missing.NOT_ANSWERED));
    }

    @Test
    void aMigrationThatDoesNotFitCarriesNothing() {
        Migration empty = Migration.between(OLDER, NEWER).build();
        Reading<HouseholdResponse> carried = begun().draft().migrate(NEWER, empty);
        assertThat(carried.optional()).isEmpty();
        assertThat(carried.hasErrors()).isTrue();
    }

    @Test
    void toTheSameFormEverythingIsCarried() {
        Questionnaire form = Questionnaires.bmn2560();
        Migration none = Migration.between(form, form).build();
        for (int i = 0; i < 20; i++) {
            HouseholdResponse response = Responses.valid(form, i % 4, new Random(i));
            Reading<HouseholdResponse> carried = response.migrate(form, none);
            assertThat(carried.findings()).isEmpty();
            assertThat(carried.value()).isEqualTo(response);
        }
    }
}
