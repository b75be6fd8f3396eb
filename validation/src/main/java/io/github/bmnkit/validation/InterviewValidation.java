package io.github.bmnkit.validation;

import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.interview.Interview;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.ResolvedHousehold;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The check of an interview at one moment, as a draft. After the next step, only those edits are made again that depend on
 * what it changed; the report is the same as if all were.
 */
public final class InterviewValidation {
    private final HouseholdValidator validator;
    private final ResolvedHousehold household;
    private final Frame stored;
    private final Evaluation evaluation;

    private InterviewValidation(
            HouseholdValidator validator, ResolvedHousehold household, Frame stored, Evaluation evaluation) {
        this.validator = validator;
        this.household = household;
        this.stored = stored;
        this.evaluation = evaluation;
    }

    static InterviewValidation start(HouseholdValidator validator, Interview interview) {
        if (!interview.form().equals(validator.form())) {
            throw new IllegalArgumentException("an interview about another form: " + interview);
        }
        ResolvedHousehold household = interview.resolved();
        validator.requireRound(household.round());
        Evaluation evaluation = Evaluation.of(validator.plan(), household);
        return new InterviewValidation(validator, household, household.storedView(), evaluation);
    }

    /**
     * Checks a later state of the interview, one step or many after this one.
     *
     * @param interview the interview
     * @return its check
     * @throws IllegalArgumentException if it is the interview of another household
     */
    public InterviewValidation next(Interview interview) {
        ResolvedHousehold now = interview.resolved();
        if (!now.household().equals(household.household()) || !now.form().equals(household.form())) {
            throw new IllegalArgumentException("the interview of another household: " + interview);
        }
        if (!keys(now).equals(keys(household))) {
            return start(validator, interview);
        }
        Frame view = now.storedView();
        boolean viewMatters = view != now.frame() || stored != household.frame();
        List<String> changed = now.changesSince(household).stream()
                .map(AnswerPath::question)
                .distinct()
                .toList();
        BitSet touched = validator.plan().touched(changed, viewMatters);
        return new InterviewValidation(validator, now, view, evaluation.after(now, view, touched));
    }

    /**
     * Returns what came of every edit.
     *
     * @return the report of a draft
     */
    public ValidationReport report() {
        return validator.report(household, household.household(), true, household.today(), evaluation);
    }

    private static List<Integer> keys(ResolvedHousehold household) {
        return IntStream.range(0, household.members())
                .map(household::key)
                .boxed()
                .toList();
    }

    /** Shows sizes only. */
    @Override
    public String toString() {
        return "InterviewValidation[" + household + "]";
    }
}
