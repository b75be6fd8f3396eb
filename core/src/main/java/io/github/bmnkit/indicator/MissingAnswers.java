package io.github.bmnkit.indicator;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Reads;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.indicator.IndicatorExplanation.MissingAnswer;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.ResolvedHousehold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the questions whose answers are missing where a result is not known: what an expression reads and, where that is
 * calculated, what the calculation reads.
 */
final class MissingAnswers {
    private final Questionnaire form;
    private final ResolvedHousehold household;
    private final List<MissingAnswer> found = new ArrayList<>();
    private final Set<AnswerPath> seen = new HashSet<>();

    private MissingAnswers(ResolvedHousehold household) {
        this.form = household.form();
        this.household = household;
    }

    static List<MissingAnswer> of(Compiled compiled, IndicatorResult result, ResolvedHousehold household) {
        MissingAnswers answers = new MissingAnswers(household);
        Frame frame = household.frame();
        Formula applicable = compiled.applicable;
        if (result.outcome() == IndicatorOutcome.INCOMPLETE) {
            boolean applies = applicable == null || applicable.outcome(frame, 0) == Outcome.PASS;
            answers.read(applies ? compiled.criterion : applicable);
        } else if (result.outcome().isDecided() && !result.isCounted()) {
            answers.ifUnknown(compiled.base, frame);
            answers.ifUnknown(compiled.personsNotMet, frame);
        }
        answers.found.sort(Comparator.comparingInt(each -> answers.order(each.path())));
        return answers.found;
    }

    private int order(AnswerPath path) {
        return form.item(path.question()).map(Item::order).orElse(0);
    }

    private void ifUnknown(@Nullable Formula formula, Frame frame) {
        if (formula != null && formula.whole(frame, 0).isEmpty()) {
            read(formula);
        }
    }

    private void read(@Nullable Formula formula) {
        if (formula != null) {
            read(formula.reads(), 0);
        }
    }

    private void read(Reads reads, int row) {
        reads.household().forEach(name -> read(name, 0));
        reads.member().forEach(name -> read(name, row));
        for (int member = 0; member < household.members(); member++) {
            int each = member;
            reads.everyMember().forEach(name -> read(name, each));
        }
    }

    private void read(String name, int row) {
        Item item = form.item(name).orElse(null);
        if (item == null) {
            return; // a parameter of the form, which is nobody's answer
        }
        Missing reason =
                household.frame().missing(household.frame().cell(name, row)).orElse(null);
        if (reason == null || reason == Missing.NOT_ASKED) {
            return;
        }
        AnswerPath path = new AnswerPath(name, item.level() == Level.MEMBER ? household.key(row) : 0);
        if (!seen.add(path)) {
            return;
        }
        int before = found.size();
        item.calculation().ifPresent(calculation -> read(calculation.reads(), row));
        if (item.calculation().isEmpty() || (found.size() == before && !readsMissing(item, row))) {
            found.add(new MissingAnswer(path, reason));
        }
    }

    /** Whether what a calculation reads was found missing before. */
    private boolean readsMissing(Item item, int row) {
        Reads reads = item.calculation().orElseThrow().reads();
        return seen.stream().anyMatch(path -> reads.names().contains(path.question()));
    }
}
