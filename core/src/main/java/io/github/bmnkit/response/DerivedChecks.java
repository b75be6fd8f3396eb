package io.github.bmnkit.response;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Derived checks of a form's questions, laid out to be made of one household after the other. What most of them come to
 * follows from whether the question is to be asked and how it was answered; that is worked out once, and only the others
 * look at values. Immutable; any number of threads may use it, each with households of its own.
 */
public final class DerivedChecks {
    /** Takes what comes of checks. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes an outcome.
         *
         * @param place the place of the check in the list
         * @param outcome what came of it, other than {@link Outcome#NOT_APPLICABLE}
         */
        void take(int place, Outcome outcome);
    }

    private static final Outcome[] OUTCOMES = {Outcome.NOT_APPLICABLE, Outcome.PASS, Outcome.FAIL, Outcome.UNDECIDED};
    private static final int BITS = 3;
    private static final int MASK = (1 << BITS) - 1;
    /** In place of an outcome: the values decide. */
    private static final int OPEN = MASK;

    /** The checks of one question, one after the other. */
    private static final class Group {
        final Plan.Step step;
        final Check[] checks;
        final int first;
        /** For each situation, in a complete response and then in a draft, the outcome of each check; 0 if none applies. */
        final int[] decided = new int[2 * Situation.COUNT];

        Group(Plan.Step step, List<Check> checks, int first) {
            this.step = step;
            this.checks = checks.toArray(new Check[0]);
            this.first = first;
            for (int i = 0; i < decided.length; i++) {
                byte situation = (byte) (i % Situation.COUNT);
                for (int at = 0; at < this.checks.length; at++) {
                    Outcome outcome = DerivedChecks.decided(step, this.checks[at], situation, i >= Situation.COUNT);
                    int code = outcome == null ? OPEN : List.of(OUTCOMES).indexOf(outcome);
                    decided[i] |= code << BITS * at;
                }
            }
        }
    }

    private final Plan plan;
    private final Group[] groups;

    private DerivedChecks(Plan plan, List<Group> groups) {
        this.plan = plan;
        this.groups = groups.toArray(new Group[0]);
    }

    /**
     * Lays out checks of questions.
     *
     * @param form the form
     * @param checks the checks, all of the household's questions or all of members'; one that the form does not make is not
     *     applicable
     * @return the checks
     * @throws IllegalArgumentException if the form has no such question
     */
    public static DerivedChecks of(Questionnaire form, List<CheckId> checks) {
        Plan plan = Plan.of(requireNonNull(form, "form"));
        List<Group> groups = new ArrayList<>();
        List<Check> ofQuestion = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            String question = checks.get(i).question();
            ofQuestion.add(checks.get(i).check());
            boolean isLast =
                    i + 1 == checks.size() || !checks.get(i + 1).question().equals(question);
            if (isLast || ofQuestion.size() == Integer.SIZE / BITS) {
                Plan.Step step = plan.step(form.item(question)
                        .orElseThrow(() -> new IllegalArgumentException("no such question: " + question)));
                groups.add(new Group(step, ofQuestion, i + 1 - ofQuestion.size()));
                ofQuestion.clear();
            }
        }
        return new DerivedChecks(plan, groups);
    }

    /**
     * Makes the checks.
     *
     * @param household the household, of the same form
     * @param row the member's row; for checks of the household it does not matter
     * @param taker is given the outcomes of those that apply, in order
     * @throws IllegalArgumentException if the household is of another form
     */
    public void make(ResolvedHousehold household, int row, Taker taker) {
        if (!household.form().equals(plan.form)) {
            throw new IllegalArgumentException("a household of another form: " + household);
        }
        int start = household.frame().isDraft() ? Situation.COUNT : 0;
        for (Group group : groups) {
            int decided = group.decided[start + household.situation(group.step, row)];
            for (int place = group.first; decided != 0; place++) {
                int code = decided & MASK;
                if (code != 0) {
                    Outcome outcome = code == OPEN
                            ? made(household, group.step, group.checks[place - group.first], row)
                            : OUTCOMES[code];
                    if (outcome != Outcome.NOT_APPLICABLE) {
                        taker.take(place, outcome);
                    }
                }
                decided >>>= BITS;
            }
        }
    }

    static Outcome outcome(ResolvedHousehold household, Plan.Step step, Check check, int row) {
        Outcome decided = decided(
                step, check, household.situation(step, row), household.frame().isDraft());
        return decided == null ? made(household, step, check, row) : decided;
    }

    /** What follows from whether the question is to be asked and how it was answered; null if the values decide. */
    private static @Nullable Outcome decided(Plan.Step step, Check check, byte situation, boolean draft) {
        Truth relevance = Situation.truth(situation);
        byte state = Situation.state(situation);
        boolean onlyIfAsked = check != Check.RELEVANCE && check != Check.CLAIM;
        if (!step.has(check) || (onlyIfAsked && relevance == Truth.FALSE)) {
            return Outcome.NOT_APPLICABLE;
        }
        return switch (check) {
            case TYPE -> type(step, state);
            case CODE_LIST -> codeList(step, state);
            case RELEVANCE -> state == Answers.BLANK ? Outcome.NOT_APPLICABLE : outcome(relevance);
            case REQUIRED -> step.alwaysRequired ? required(step, state, relevance, draft) : null;
            case CONSTRAINT -> step.calculation == null && state != Answers.VALUE ? Outcome.NOT_APPLICABLE : null;
            case ROSTER -> Outcome.NOT_APPLICABLE;
            case CLAIM -> state == Answers.BLANK ? Outcome.NOT_APPLICABLE : null;
        };
    }

    private static Outcome outcome(Truth truth) {
        return switch (truth) {
            case TRUE -> Outcome.PASS;
            case FALSE -> Outcome.FAIL;
            case UNKNOWN -> Outcome.UNDECIDED;
        };
    }

    private static Outcome type(Plan.Step step, byte state) {
        return switch (state) {
            case Answers.VALUE -> Outcome.PASS;
            case Answers.INVALID -> step.has(Check.CODE_LIST) ? Outcome.PASS : Outcome.FAIL;
            case Answers.REFUSED, Answers.DONT_KNOW ->
                step.refusable || step.required != null
                        ? Outcome.NOT_APPLICABLE
                        : Outcome.FAIL; // where an answer is due, that check says so
            default -> Outcome.NOT_APPLICABLE;
        };
    }

    private static @Nullable Outcome codeList(Plan.Step step, byte state) {
        if (state == Answers.INVALID) {
            return Outcome.FAIL;
        }
        return state != Answers.VALUE ? Outcome.NOT_APPLICABLE : step.listed == null ? Outcome.PASS : null;
    }

    private static Outcome required(Plan.Step step, byte state, Truth due, boolean draft) {
        boolean refused = state == Answers.REFUSED || state == Answers.DONT_KNOW;
        boolean met = state == Answers.VALUE || state == Answers.INVALID || (refused && step.refusable);
        if (due == Truth.FALSE) {
            return Outcome.NOT_APPLICABLE;
        }
        if (met) {
            return Outcome.PASS;
        }
        return due == Truth.UNKNOWN || (draft && !refused) ? Outcome.UNDECIDED : Outcome.FAIL;
    }

    /** Makes a check whose outcome depends on values. */
    private static Outcome made(ResolvedHousehold household, Plan.Step step, Check check, int row) {
        Frame frame = household.frame();
        return switch (check) {
            case CODE_LIST -> {
                Plan.Listed listed = requireNonNull(step.listed);
                Value above = listed.within == null ? null : frame.get(listed.within, row);
                yield listed.outcome(household.stored(step.item, row), above, household.round());
            }
            case REQUIRED -> {
                byte situation = household.situation(step, row);
                Truth due = requireNonNull(step.required).test(frame, row).and(Situation.truth(situation));
                yield required(step, Situation.state(situation), due, frame.isDraft());
            }
            case CONSTRAINT ->
                frame.missing(step.cell(row)).isPresent()
                        ? Outcome.NOT_APPLICABLE
                        : requireNonNull(step.constraint).outcome(frame, row);
            case CLAIM -> claim(household, step, row);
            case TYPE, RELEVANCE, ROSTER -> throw new IllegalStateException("decided before: " + check);
        };
    }

    private static Outcome claim(ResolvedHousehold household, Plan.Step step, int row) {
        Value claimed = household.stored(step.item, row);
        Value computed = household.frame().get(step.item.name(), row);
        if (computed instanceof Value.Between between) {
            boolean possible = claimed instanceof Value.Amount amount
                    && amount.value().longValue() >= between.minInclusive()
                    && amount.value().longValue() <= between.maxInclusive();
            return possible ? Outcome.UNDECIDED : Outcome.FAIL;
        }
        if (computed instanceof Value.None none) {
            boolean hidden = Situation.truth(household.situation(step, row)) == Truth.FALSE;
            return hidden
                    ? Outcome.FAIL
                    : none.reason() == Missing.NOT_ASKED ? Outcome.NOT_APPLICABLE : Outcome.UNDECIDED;
        }
        return claimed.equals(computed) ? Outcome.PASS : Outcome.FAIL;
    }
}
