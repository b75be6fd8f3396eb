package io.github.bmnkit.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.interview.Gap;
import io.github.bmnkit.interview.Interview;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.Check;
import io.github.bmnkit.response.HouseholdResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code of {@code docs/interview.md}, compiled and run. */
class InterviewDocsTest {
    private static final LocalDate TODAY = LocalDate.of(2021, 3, 15);

    private final Questionnaire form = Questionnaires.bmn2560();
    private final List<AnswerPath> shown = new ArrayList<>();

    @Test
    void anInterviewGoesFromQuestionToQuestion() {
        LocalDate today = TODAY;

        Interview interview =
                Interview.start(form, HouseholdId.of("H-1"), 2564, today).addMember();
        Optional<AnswerPath> path = interview.first();
        while (path.isPresent()) {
            interview = show(interview, path.get());
            path = interview.next(path.get());
        }

        assertThat(shown).startsWith(AnswerPath.of("round_year"), AnswerPath.of("survey_date"));
        assertThat(shown).contains(AnswerPath.of("birth_date", 1));
        assertThat(interview.progress().answered()).isEqualTo(1);
    }

    /** A collector who answers one question only. */
    private Interview show(Interview interview, AnswerPath path) {
        shown.add(path);
        return path.question().equals("has_house_no") ? interview.answer(path, Value.of(0)) : interview;
    }

    @Test
    void everyKindOfAnswerIsKept() {
        Interview interview =
                Interview.start(form, HouseholdId.of("H-1"), 2564, TODAY).addMember();

        AnswerPath birth = AnswerPath.of("birth_date", 1);
        AnswerPath rai = AnswerPath.of("hlive_rai");
        interview = interview
                .answer(AnswerPath.of("survey_date"), Value.of(LocalDate.of(2021, 3, 15)))
                .answer(birth, Value.text("1 สิงหาคม 2543"))
                .answer(rai, Value.text("สองไร่"))
                .refuse(AnswerPath.of("id_card", 1));
        interview.value(AnswerPath.of("age", 1));
        interview.gaps();
        Interview corrected = interview.answer(birth, Value.text("1 สิงหาคม 2553"));
        corrected.changes();

        assertThat(interview.value(AnswerPath.of("age", 1))).isEqualTo(Value.of(20));
        assertThat(interview.value(rai)).isEqualTo(Value.of(Missing.INVALID));
        assertThat(interview.gaps()).contains(new Gap(rai, Check.TYPE));
        assertThat(corrected.value(AnswerPath.of("age", 1))).isEqualTo(Value.of(10));
        assertThat(corrected.changes())
                .contains(birth, AnswerPath.of("age", 1), AnswerPath.of("q16_2"))
                .doesNotContain(rai);
        assertThat(interview.value(AnswerPath.of("age", 1)))
                .as("the interview before is as it was")
                .isEqualTo(Value.of(20));
    }

    @Test
    void whatIsIrrelevantIsKeptAside() {
        AnswerPath has = AnswerPath.of("has_house_no");
        AnswerPath code = AnswerPath.of("hid");
        Interview with = Interview.start(form, HouseholdId.of("H-1"), 2564, TODAY)
                .answer(has, Value.of(1))
                .answer(code, Value.text("36019900001"));

        Interview without = with.answer(has, Value.of(0));

        assertThat(without.value(code)).isEqualTo(Value.of(Missing.NOT_ASKED));
        assertThat(without.given(code)).isEqualTo(Value.text("36019900001"));
        assertThat(without.draft().answer(code)).isEqualTo(Value.text("36019900001"));
        assertThat(without.finish().answer(code)).isEqualTo(Value.of(Missing.NOT_ANSWERED));
        assertThat(without.answer(has, Value.of(1)).value(code)).isEqualTo(Value.text("36019900001"));
    }

    @Test
    void aDraftIsSavedAndResumed() {
        Interview interview = Interview.start(form, HouseholdId.of("H-1"), 2564, TODAY)
                .addMember()
                .answer(AnswerPath.of("hlive_rai"), Value.text("สองไร่"));
        LocalDate today = TODAY;

        String json = interview.draft().toJson();
        Reading<HouseholdResponse> saved = HouseholdResponse.read(form, json);
        Interview resumed = Interview.resume(saved.value(), today);
        HouseholdResponse response = resumed.finish();

        assertThat(saved.findings()).isEmpty();
        assertThat(json).contains("\"hlive_rai\":{\"invalid\":\"สองไร่\"}");
        assertThat(resumed.gaps()).isEqualTo(interview.gaps()).isNotEmpty();
        assertThat(response.fingerprint()).isEqualTo(interview.finish().fingerprint());
    }

    @Test
    void theDocsShowThisCode() throws Exception {
        String docs = Files.readString(Path.of("../../docs/interview.md"), UTF_8);
        String own = Files.readString(
                Path.of("src/test/java/io/github/bmnkit/examples/quickstart/InterviewDocsTest.java"), UTF_8);
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(docs)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(blocks).hasSize(4).allSatisfy(block -> assertThat(bare(own)).contains(bare(block)));
    }

    /** Without comments and blanks, so that the docs may set their lines as they like. */
    private static String bare(String code) {
        return code.replaceAll("(?m)//.*$", "").replaceAll("\\s+", "");
    }
}
