package io.github.bmnkit.response;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Parameter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resolves a household in the plainest way: by names and values, everything anew, in the order of the form. */
final class NaiveHousehold {
    final Map<AnswerPath, Truth> relevance = new LinkedHashMap<>();
    final Map<AnswerPath, Value> values = new LinkedHashMap<>();

    NaiveHousehold(HouseholdResponse response, boolean draft, LocalDate today) {
        List<Integer> keys = response.members();
        Frame frame = Frame.of(response.form().scope());
        frame.reset(draft, keys.size(), today);
        for (Parameter parameter : response.form().parameters()) {
            if (parameter.value() != null) {
                frame.set(parameter.name(), 0, parameter.value());
            }
        }
        for (Item item : response.form().items()) {
            boolean household = item.level() == Level.HOUSEHOLD;
            for (int row = 0; row < (household ? 1 : keys.size()); row++) {
                AnswerPath path = new AnswerPath(item.name(), household ? 0 : keys.get(row));
                Truth relevant = test(item, frame, row);
                relevance.put(path, relevant);
                if (!item.hasValue()) {
                    continue;
                }
                if (relevant == Truth.FALSE) {
                    frame.set(item.name(), row, Value.of(Missing.NOT_ASKED));
                } else if (item.calculation().isPresent()) {
                    item.calculation().get().store(frame, row);
                } else {
                    frame.set(item.name(), row, response.answer(path));
                }
            }
        }
        for (Item item : response.form().items()) {
            boolean household = item.level() == Level.HOUSEHOLD;
            for (int row = 0; item.hasValue() && row < (household ? 1 : keys.size()); row++) {
                values.put(new AnswerPath(item.name(), household ? 0 : keys.get(row)), frame.get(item.name(), row));
            }
        }
    }

    private static Truth test(Item item, Frame frame, int row) {
        if (item.relevance().isEmpty()) {
            return Truth.TRUE;
        }
        Formula relevance = item.relevance().get();
        Truth truth = relevance.test(frame, row);
        return truth == Truth.UNKNOWN && relevance.why(frame, row) == Missing.NOT_ASKED ? Truth.FALSE : truth;
    }

    /** What differs from a resolved household; nothing if both agree. */
    List<String> differences(ResolvedHousehold resolved) {
        List<String> differences = new ArrayList<>();
        relevance.forEach((path, truth) -> {
            Item item = resolved.form().item(path.question()).orElseThrow();
            Truth found = resolved.relevance(item, resolved.row(path));
            if (found != truth) {
                differences.add("relevance of " + path + ": " + found + " instead of " + truth);
            }
        });
        values.forEach((path, value) -> {
            Value found = resolved.value(path);
            if (!found.equals(value)) {
                differences.add(path + ": " + found + " instead of " + value);
            }
        });
        return differences;
    }
}
