package io.github.bmnkit.response;

import static io.github.bmnkit.response.SchemaJson.object;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which codes a round does not use: rounds that follow one another and use the same codes share a condition. */
final class SchemaRounds {
    private final Questionnaire form;

    private SchemaRounds(Questionnaire form) {
        this.form = form;
    }

    /** The conditions on whole documents; none if all codes are in use in all rounds. */
    static List<Object> of(Questionnaire form) {
        SchemaRounds rounds = new SchemaRounds(form);
        List<Object> conditions = new ArrayList<>();
        int first = form.firstRound();
        Map<String, Object> codes = rounds.notIn(first);
        for (int next = first + 1; next <= form.lastRound() + 1; next++) {
            Map<String, Object> nextCodes = next > form.lastRound() ? Map.of() : rounds.notIn(next);
            if (next > form.lastRound() || !nextCodes.equals(codes)) {
                if (!codes.isEmpty()) {
                    conditions.add(object("if", between(first, next - 1), "then", object("properties", codes)));
                }
                first = next;
                codes = nextCodes;
            }
        }
        return conditions;
    }

    private static Object between(int first, int last) {
        return object(
                "required", List.of("round"), "properties", object("round", object("minimum", first, "maximum", last)));
    }

    private Map<String, Object> notIn(int round) {
        Map<String, Object> fields = object();
        Map<String, Object> household = notIn(round, Level.HOUSEHOLD);
        if (!household.isEmpty()) {
            fields.put("answers", object("properties", household));
        }
        Map<String, Object> member = notIn(round, Level.MEMBER);
        if (!member.isEmpty()) {
            fields.put(
                    "members", object("items", object("properties", object("answers", object("properties", member)))));
        }
        return fields;
    }

    private Map<String, Object> notIn(int round, Level level) {
        Map<String, Object> questions = object();
        for (Item item : form.items(level)) {
            String list = item.question().list();
            if (list != null && item.question().type().isAsked()) {
                List<String> codes = form.list(list).map(CodeList::codes).orElse(List.of()).stream()
                        .filter(code -> !code.isUsedIn(round))
                        .map(Code::code)
                        .toList();
                if (!codes.isEmpty()) {
                    questions.put(item.name(), none(item, codes));
                }
            }
        }
        return questions;
    }

    /** A schema of answers that hold none of some codes. */
    static Object none(Item item, List<String> codes) {
        Object none = object("not", object("enum", codes));
        return item.question().type() == QuestionType.SELECT_MULTIPLE ? object("items", none) : none;
    }
}
