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

    /** Whether anything is missing of what is read. */
    private boolean read(Reads reads, int row) {
        boolean missing = false;
        for (String name : reads.household()) {
            missing |= read(name, 0);
        }
        for (String name : reads.member()) {
            missing |= read(name, row);
        }
        for (String name : reads.everyMember()) {
            for (int member = 0; member < household.members(); member++) {
                missing |= read(name, member);
            }
        }
        return missing;
    }

    private boolean read(String name, int row) {
        Item item = form.item(name).orElse(null);
        if (item == null) {
            return false; // a parameter of the form, which is nobody's answer
        }
        Missing reason =
                household.frame().missing(household.frame().cell(name, row)).orElse(Missing.NOT_ASKED);
        if (reason == Missing.NOT_ASKED) {
            return false;
        }
        AnswerPath path = new AnswerPath(name, item.level() == Level.MEMBER ? household.key(row) : 0);
        if (seen.add(path)) {
            Formula calculation = item.calculation().orElse(null);
            if (calculation == null || !read(calculation.reads(), row)) {
                found.add(new MissingAnswer(path, reason));
            }
        }
        return true;
    }
}
