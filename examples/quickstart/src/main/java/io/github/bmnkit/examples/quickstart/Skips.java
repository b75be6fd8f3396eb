package io.github.bmnkit.examples.quickstart;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.interview.Interview;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.Section;
import io.github.bmnkit.response.AnswerPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a section of an interview asked and what it passed over.
 *
 * @param asked how many questions were asked, those of each member counted
 * @param reasons how many were passed over, by the condition that was not met in the first place
 */
record Skips(int asked, Map<String, Integer> reasons) {
    static Skips of(Interview interview, Section section) {
        int asked = 0;
        Map<String, Integer> reasons = new LinkedHashMap<>();
        for (Question question : section.questions()) {
            Item item = interview.form().item(question.name()).orElseThrow();
            for (AnswerPath path : paths(interview, item)) {
                if (!question.type().isAsked()) {
                    continue;
                }
                if (interview.relevance(path) == Truth.TRUE) {
                    asked++;
                } else {
                    reasons.merge(reason(interview, path), 1, Integer::sum);
                }
            }
        }
        return new Skips(asked, reasons);
    }

    int skipped() {
        return reasons.values().stream().mapToInt(Integer::intValue).sum();
    }

    static List<AnswerPath> paths(Interview interview, Item item) {
        return item.level() == Level.HOUSEHOLD
                ? List.of(AnswerPath.of(item.name()))
                : interview.members().stream()
                        .map(key -> AnswerPath.of(item.name(), key))
                        .toList();
    }

    /** The condition that is not met; where it reads what was passed over itself, the condition of that. */
    static String reason(Interview interview, AnswerPath path) {
        Formula relevance =
                interview.form().item(path.question()).orElseThrow().relevance().orElseThrow();
        for (String name : relevance.reads().names()) {
            AnswerPath read = interview
                    .form()
                    .item(name)
                    .map(item -> new AnswerPath(name, item.level() == Level.MEMBER ? path.member() : 0))
                    .orElse(path);
            if (!read.equals(path) && interview.relevance(read) != Truth.TRUE) {
                return reason(interview, read);
            }
        }
        return relevance.expression().toString();
    }
}
