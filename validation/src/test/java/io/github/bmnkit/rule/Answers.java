package io.github.bmnkit.rule;

import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Symbol;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One household as somebody wrote it down: a text for each name, calculated ones too, and none for a blank.
 *
 * @param household the values of the household, by name
 * @param members the values of each member, by name
 * @param sameHouseholds how many households of the round have the values that a rule across households compares
 * @param blank what a blank is in the frame
 */
record Answers(Map<String, String> household, List<Map<String, String>> members, int sameHouseholds, Missing blank) {
    static final LocalDate TODAY = LocalDate.of(2020, 6, 15);

    String get(String name, int row) {
        String own = members.isEmpty() ? null : members.get(row).get(name);
        return own != null ? own : household.getOrDefault(name, "");
    }

    /** The stored view in which each value, also of a calculated name, came with the document. */
    void fill(Frame frame, Questionnaire form, boolean draft) {
        frame.reset(draft, members.size(), TODAY);
        household.forEach((name, text) -> set(frame, form, name, 0, text));
        for (int row = 0; row < members.size(); row++) {
            int at = row;
            members.get(row).forEach((name, text) -> set(frame, form, name, at, text));
        }
    }

    private void set(Frame frame, Questionnaire form, String name, int row, String text) {
        Symbol symbol = form.scope().symbol(name).orElseThrow();
        if (!text.isEmpty()) {
            frame.set(name, row, value(symbol, text));
        } else if (!symbol.parameter()) {
            frame.set(name, row, Value.of(blank));
        }
    }

    /** What the form makes of the answers: calculated names are calculated, irrelevant answers hidden. */
    void resolve(Frame frame, Questionnaire form) {
        fill(frame, form, false);
        recalculate(frame, form, true);
    }

    /** Calculates what did not come with the document; may hide what is not relevant. */
    static void recalculate(Frame frame, Questionnaire form, boolean hide) {
        for (Question question : form.questions()) {
            String name = question.name();
            for (int row = 0; row < (question.level() == Level.MEMBER ? frame.members() : 1); row++) {
                int at = row;
                form.item(name).orElseThrow().calculation().ifPresent(formula -> formula.store(frame, at));
                form.item(name)
                        .orElseThrow()
                        .relevance()
                        .filter(relevance -> hide && relevance.test(frame, at) == Truth.FALSE)
                        .ifPresent(hidden -> frame.set(name, at, Value.of(Missing.NOT_ASKED)));
            }
        }
    }

    private static Value value(Symbol symbol, String text) {
        return switch (symbol.type()) {
            case INTEGER, DECIMAL -> Value.of(new BigDecimal(text));
            case DATE -> Value.of(LocalDate.parse(text));
            case CODE -> Value.code(text);
            case CODES -> Value.codes(List.of(text.split(" ")));
            default -> Value.text(text);
        };
    }
}
