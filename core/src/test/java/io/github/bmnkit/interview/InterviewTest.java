package io.github.bmnkit.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.Check;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResponseState;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class InterviewTest {
    private static final Questionnaire FORM = Questionnaires.bmn2560();
    private static final LocalDate TODAY = LocalDate.of(2020, 2, 10);

    private final Interview start = Interview.start(FORM, HouseholdId.of("H-1"), 2563, TODAY);

    @Test
    void anAnswerOpensAndClosesOtherQuestions() {
        Interview has = start.answer(AnswerPath.of("has_house_no"), Value.of(1));
        assertThat(has.changes()).contains(AnswerPath.of("has_house_no"), AnswerPath.of("hid"));
        assertThat(has.relevance(AnswerPath.of("hid"))).isEqualTo(Truth.TRUE);
        Interview hasNot = has.answer(AnswerPath.of("has_house_no"), Value.of(0));
        assertThat(hasNot.relevance(AnswerPath.of("hid"))).isEqualTo(Truth.FALSE);
        assertThat(hasNot.next(AnswerPath.of("has_house_no"))).contains(AnswerPath.of("hnum"));
        assertThat(has.next(AnswerPath.of("has_house_no"))).contains(AnswerPath.of("hid"));
        assertThat(start.relevance(AnswerPath.of("hid"))).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void membersAreAskedOneAfterTheOther() {
        Interview two = start.addMember().addMember();
        assertThat(two.members()).containsExactly(1, 2);
        assertThat(two.next(AnswerPath.of("prefix", 1))).contains(AnswerPath.of("first_name", 1));
        assertThat(two.previous(AnswerPath.of("prefix", 2)).orElseThrow().member())
                .isEqualTo(1);
        assertThat(two.moveMember(2, 1).members()).containsExactly(2, 1);
        assertThat(two.removeMember(1).addMember().members()).containsExactly(2, 3);
    }

    @Test
    void correctingABirthDateChangesWhatDependsOnTheAge() {
        Interview interview = start.answer(AnswerPath.of("survey_date"), Value.of(TODAY))
                .addMember()
                .answer(AnswerPath.of("birth_date", 1), Value.of(LocalDate.of(1960, 1, 1)));
        assertThat(interview.value(AnswerPath.of("n_age_ge_60"))).isEqualTo(Value.of(1));
        Interview corrected = interview.answer(AnswerPath.of("birth_date", 1), Value.of(LocalDate.of(2006, 1, 1)));
        assertThat(corrected.value(AnswerPath.of("n_age_ge_60"))).isEqualTo(Value.of(0));
        assertThat(corrected.changes())
                .contains(AnswerPath.of("age", 1), AnswerPath.of("n_age_ge_60"), AnswerPath.of("n_age_6_14"))
                .doesNotContain(AnswerPath.of("n_members"), AnswerPath.of("n_disabled"));
    }

    @Test
    void whatHangsOnAQuestionThatIsNotAskedIsNotAskedEither() {
        // An answer two levels below a closed question once stayed live: a gap that no way led to.
        Interview young = start.answer(AnswerPath.of("survey_date"), Value.of(TODAY))
                .addMember()
                .answer(AnswerPath.of("birth_date", 1), Value.of(LocalDate.of(2002, 1, 1)))
                .answer(AnswerPath.of("q17_6"), Value.of(1))
                .answer(AnswerPath.of("q17_6_n"), Value.of(1));
        assertThat(young.relevance(AnswerPath.of("q17_6_n"))).isEqualTo(Truth.TRUE);
        Interview child = young.answer(AnswerPath.of("birth_date", 1), Value.of(LocalDate.of(2012, 1, 1)));
        assertThat(child.relevance(AnswerPath.of("q17_6"))).isEqualTo(Truth.FALSE);
        assertThat(child.relevance(AnswerPath.of("q17_6_n"))).isEqualTo(Truth.FALSE);
        assertThat(child.gaps()).noneMatch(gap -> gap.path().question().equals("q17_6_n"));
        assertThat(child.finish().answered()).doesNotContain(AnswerPath.of("q17_6_n"));
        assertThat(child.given(AnswerPath.of("q17_6_n"))).isEqualTo(Value.of(1));
    }

    @Test
    void aDraftHoldsWhatIsNotAllowed() {
        Interview interview = start.answer(AnswerPath.of("moo"), Value.of(1000))
                .answer(AnswerPath.of("hlive_rai"), Value.text("สองไร่"))
                .answer(AnswerPath.of("hlive"), Value.of(9))
                .refuse(AnswerPath.of("road"));
        assertThat(interview.gaps())
                .contains(
                        new Gap(AnswerPath.of("moo"), Check.CONSTRAINT),
                        new Gap(AnswerPath.of("hlive_rai"), Check.TYPE),
                        new Gap(AnswerPath.of("hlive"), Check.CODE_LIST),
                        new Gap(AnswerPath.of("road"), Check.TYPE),
                        new Gap(AnswerPath.of("member"), Check.ROSTER),
                        new Gap(AnswerPath.of("hnum"), Check.REQUIRED));
        HouseholdResponse saved =
                HouseholdResponse.read(FORM, interview.draft().toJson()).value();
        assertThat(saved.state()).isEqualTo(ResponseState.DRAFT);
        assertThat(saved.written(AnswerPath.of("hlive_rai"))).contains("สองไร่");
        assertThat(Interview.resume(saved, TODAY).gaps()).isEqualTo(interview.gaps());
    }

    @Test
    void refusalCountsAsAnAnswerWhereItIsAllowed() {
        Interview member = start.addMember();
        Interview refused = member.refuse(AnswerPath.of("id_card", 1));
        assertThat(refused.value(AnswerPath.of("id_card", 1))).isEqualTo(Value.of(Missing.REFUSED));
        assertThat(refused.progress().answered()).isEqualTo(member.progress().answered() + 1);
        assertThat(refused.gaps()).doesNotContain(new Gap(AnswerPath.of("id_card", 1), Check.REQUIRED));
    }

    @Test
    void calculationsAreNotAnswered() {
        assertThatThrownBy(() -> start.answer(AnswerPath.of("n_members"), Value.of(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("n_members");
        assertThatThrownBy(() -> start.next(AnswerPath.of("n_members"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> start.answer(AnswerPath.of("sex", 1), Value.of(3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> start.relevance(AnswerPath.of("sex"))).isInstanceOf(IllegalArgumentException.class);
    }
}
