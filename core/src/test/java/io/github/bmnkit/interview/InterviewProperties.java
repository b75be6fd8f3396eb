package io.github.bmnkit.interview;

import static io.github.bmnkit.testing.Responses.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Responses;
import io.github.bmnkit.testing.RosterForms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class InterviewProperties {
    private static Interview started(Random random) {
        Questionnaire form = RosterForms.form(25, random);
        return Interview.start(form, HouseholdId.of("H-1"), 2563, TODAY);
    }

    /** One step of any kind. */
    private static Interview step(Interview interview, Random random) {
        List<Integer> members = interview.members();
        int what = random.nextInt(12);
        if (members.isEmpty() ? what < 3 : what == 0) {
            return interview.addMember();
        }
        if (!members.isEmpty() && what == 1) {
            return interview.removeMember(members.get(random.nextInt(members.size())));
        }
        if (!members.isEmpty() && what == 2) {
            return interview.moveMember(
                    members.get(random.nextInt(members.size())), 1 + random.nextInt(members.size()));
        }
        HouseholdResponse source = Responses.any(interview.form(), 1, random);
        List<AnswerPath> paths = source.answered().stream()
                .filter(path -> interview
                        .form()
                        .item(path.question())
                        .orElseThrow()
                        .calculation()
                        .isEmpty())
                .filter(path -> path.member() == 0 || !members.isEmpty())
                .toList();
        if (paths.isEmpty()) {
            return interview;
        }
        AnswerPath from = paths.get(random.nextInt(paths.size()));
        AnswerPath to =
                from.member() == 0 ? from : AnswerPath.of(from.question(), members.get(random.nextInt(members.size())));
        return switch (random.nextInt(8)) {
            case 0 -> interview.clear(to);
            case 1 -> interview.refuse(to);
            case 2 -> interview.dontKnow(to);
            default -> interview.answer(to, source.answer(from));
        };
    }

    private static Map<AnswerPath, Object> state(Interview interview) {
        Map<AnswerPath, Object> state = new LinkedHashMap<>();
        for (AnswerPath path : paths(interview)) {
            boolean note = interview
                            .form()
                            .item(path.question())
                            .orElseThrow()
                            .question()
                            .type()
                    == QuestionType.NOTE;
            state.put(path, List.of(interview.relevance(path), note ? "" : interview.value(path)));
        }
        return state;
    }

    private static List<AnswerPath> paths(Interview interview) {
        List<AnswerPath> paths = new ArrayList<>();
        for (Item item : interview.form().items()) {
            if (item.level() == Level.HOUSEHOLD) {
                paths.add(AnswerPath.of(item.name()));
            } else {
                interview.members().forEach(key -> paths.add(AnswerPath.of(item.name(), key)));
            }
        }
        return paths;
    }

    @Property(tries = 300)
    void i1_afterAnyStepsItIsAsIfResumedFromItsDraft(@ForAll Random random) {
        Interview interview = started(random);
        for (int i = 0; i < 20; i++) {
            Interview next = step(interview, random);
            Set<AnswerPath> changed = new HashSet<>(next.changes());
            Map<AnswerPath, Object> before = state(interview);
            if (next != interview) {
                state(next)
                        .forEach((path, now) -> assertThat(changed.contains(path))
                                .as("%s changed", path)
                                .isEqualTo(!now.equals(before.get(path))));
            }
            interview = next;
        }
        HouseholdResponse saved = HouseholdResponse.read(
                        interview.form(), interview.draft().toJson())
                .value();
        Interview resumed = Interview.resume(saved, TODAY);
        assertThat(state(resumed)).isEqualTo(state(interview));
        assertThat(resumed.gaps()).isEqualTo(interview.gaps());
        assertThat(resumed.progress()).isEqualTo(interview.progress());
        assertThat(resumed.draft()).isEqualTo(interview.draft());
        Cases.met("members", !interview.members().isEmpty());
        Cases.met("gaps", !interview.gaps().isEmpty());
        Cases.met("something is kept aside", keptAside(interview).isPresent());
    }

    private static Optional<AnswerPath> keptAside(Interview interview) {
        return interview.draft().answered().stream()
                .filter(path -> interview.relevance(path) == Truth.FALSE)
                .findFirst();
    }

    @Property(tries = 300)
    void i2_whatBecomesIrrelevantIsKeptAsideAndComesBack(@ForAll Random random) {
        Interview interview = started(random);
        boolean back = false;
        boolean aside = false;
        for (int i = 0; i < 60; i++) {
            Interview next = step(interview, random);
            for (AnswerPath path : next.changes()) {
                Item item = next.form().item(path.question()).orElseThrow();
                if (!item.question().type().isAsked() || !interview.members().containsAll(next.members())) {
                    continue;
                }
                Value given = next.given(path);
                boolean hidden = next.relevance(path) == Truth.FALSE;
                if (hidden) {
                    aside |= !given.equals(Value.of(Missing.NOT_ANSWERED));
                    assertThat(next.value(path)).isEqualTo(Value.of(Missing.NOT_ASKED));
                } else if (interview.relevance(path) == Truth.FALSE) {
                    back |= !given.equals(Value.of(Missing.NOT_ANSWERED));
                    assertThat(next.value(path)).isEqualTo(given);
                    assertThat(given).isEqualTo(interview.given(path));
                }
            }
            interview = next;
        }
        HouseholdResponse finished = interview.finish();
        Interview last = interview;
        assertThat(finished.answered()).allMatch(path -> last.relevance(path) != Truth.FALSE);
        Cases.met("kept aside", aside);
        Cases.met("came back", back);
    }

    @Property(tries = 200)
    void theWayThereIsTheWayBackAndPassesAllThatIsRelevant(@ForAll Random random) {
        Interview interview = started(random);
        for (int i = 0; i < 12; i++) {
            interview = step(interview, random);
        }
        List<AnswerPath> way = new ArrayList<>();
        Optional<AnswerPath> at = interview.first();
        while (at.isPresent()) {
            way.add(at.get());
            at = interview.next(at.get());
        }
        for (int i = 1; i < way.size(); i++) {
            assertThat(interview.previous(way.get(i))).contains(way.get(i - 1));
        }
        Interview there = interview;
        List<AnswerPath> relevant = paths(interview).stream()
                .filter(path -> there.relevance(path) == Truth.TRUE)
                .filter(path -> there.form()
                        .item(path.question())
                        .orElseThrow()
                        .calculation()
                        .isEmpty())
                .toList();
        assertThat(way).containsExactlyInAnyOrderElementsOf(relevant);
        Cases.met("two members", interview.members().size() > 1);
    }

    @Property(tries = 200)
    void answeringWhatIsMissingCompletesTheInterview(@ForAll Random random) {
        Questionnaire form = RosterForms.form(20, random);
        HouseholdResponse answers = Responses.valid(form, 2, random);
        Interview interview = Interview.start(form, answers.household(), answers.round(), TODAY);
        assertThat(interview.gaps().toString()).contains("member:roster");
        interview = interview.addMember().addMember();
        List<Integer> keys = answers.members();
        for (AnswerPath path : answers.answered()) {
            AnswerPath to = path.member() == 0
                    ? path
                    : AnswerPath.of(path.question(), interview.members().get(keys.indexOf(path.member())));
            interview = interview.answer(to, answers.answer(path));
        }
        Interview complete = interview;
        // The generator may leave a question open: answering step by step leaves the same ones, and no others.
        assertThat(gaps(complete)).isEqualTo(gaps(Interview.resume(answers, TODAY)));
        assertThat(complete.progress().answered())
                .isLessThanOrEqualTo(complete.progress().relevant());
        Cases.met("complete", complete.gaps().isEmpty());
    }

    /** Members by position: keys differ between a response and the interview that repeats it. */
    private static List<String> gaps(Interview interview) {
        return interview.gaps().stream()
                .map(gap -> gap.path().question() + "/"
                        + interview.members().indexOf(gap.path().member()) + "/" + gap.check())
                .toList();
    }
}
