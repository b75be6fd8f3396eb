package io.github.bmnkit.response;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
         * @param outcome what came of it
         */
        void take(int place, Outcome outcome);
    }

    /** The same checks of several questions, alike in all situations; the processor foresees best what is alike. */
    private static final class Alike {
        final List<Check> checks;
        Plan.Step[] steps = {};
        /** For each step the place of its first check; the others follow. */
        int[] firsts = {};
        /** For each situation, in a complete response and then in a draft, what each check comes to; null if values decide. */
        final @Nullable Outcome[][] decided;

        Alike(List<Check> checks, @Nullable Outcome[][] decided) {
            this.checks = checks;
            this.decided = decided;
        }

        void add(Plan.Step step, int first) {
            steps = Arrays.copyOf(steps, steps.length + 1);
            steps[steps.length - 1] = step;
            firsts = Arrays.copyOf(firsts, steps.length);
            firsts[steps.length - 1] = first;
        }
    }

    private final Plan plan;
    private final Alike[] kinds;

    private DerivedChecks(Plan plan, Collection<Alike> kinds) {
        this.plan = plan;
        this.kinds = kinds.toArray(new Alike[0]);
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
        Map<List<?>, Alike> kinds = new LinkedHashMap<>();
        int first = 0;
        while (first < checks.size()) {
            String question = checks.get(first).question();
            List<Check> ofQuestion = checks.subList(first, checks.size()).stream()
                    .takeWhile(check -> check.question().equals(question))
                    .map(CheckId::check)
                    .toList();
            Plan.Step step = plan.step(form.item(question)
                    .orElseThrow(() -> new IllegalArgumentException("no such question: " + question)));
            Outcome[][] decided = decided(step, ofQuestion);
            Alike alike = kinds.computeIfAbsent(
                    List.of(ofQuestion, Arrays.deepToString(decided)), key -> new Alike(ofQuestion, decided));
            alike.add(step, first);
            first += ofQuestion.size();
        }
        return new DerivedChecks(plan, kinds.values());
    }

    private static @Nullable Outcome[][] decided(Plan.Step step, List<Check> checks) {
        Outcome[][] decided = new Outcome[2 * Situation.COUNT][checks.size()];
        for (int i = 0; i < decided.length; i++) {
            for (int k = 0; k < checks.size(); k++) {
                byte situation = (byte) (i % Situation.COUNT);
                decided[i][k] = decided(step, checks.get(k), situation, i >= Situation.COUNT);
            }
        }
        return decided;
    }

    /**
     * Makes the checks.
     *
     * @param household the household, of the same form
     * @param row the member's row; for checks of the household it does not matter
     * @param taker is given the outcomes, in no certain order
     * @throws IllegalArgumentException if the household is of another form
     */
    public void make(ResolvedHousehold household, int row, Taker taker) {
        if (!household.form().equals(plan.form)) {
            throw new IllegalArgumentException("a household of another form: " + household);
        }
        int start = household.frame().isDraft() ? Situation.COUNT : 0;
        for (Alike alike : kinds) {
            for (int i = 0; i < alike.steps.length; i++) {
                Plan.Step step = alike.steps[i];
                Outcome[] decided = alike.decided[start + household.situation(step, row)];
                for (int k = 0; k < decided.length; k++) {
                    Outcome outcome = decided[k];
                    taker.take(
                            alike.firsts[i] + k,
                            outcome == null ? made(household, step, alike.checks.get(k), row) : outcome);
                }
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
                frame.isMissing(step.cell(row))
                        ? Outcome.NOT_APPLICABLE
                        : requireNonNull(step.constraint).outcome(frame, row);
            case CLAIM -> claim(household, step, row);
            case TYPE, RELEVANCE, ROSTER -> throw new IllegalStateException("decided before: " + check);
        };
    }

    private static Outcome claim(ResolvedHousehold household, Plan.Step step, int row) {
        if (!household.frame().isMissing(step.cell(row))) {
            return household.isShown(step, row) ? Outcome.PASS : Outcome.FAIL;
        }
        Value claimed = household.stored(step.item, row);
        Value computed = household.frame().get(step.item.name(), row);
        if (computed instanceof Value.Between between) {
            boolean possible = claimed instanceof Value.Amount amount
                    && amount.value().longValue() >= between.minInclusive()
                    && amount.value().longValue() <= between.maxInclusive();
            return possible ? Outcome.UNDECIDED : Outcome.FAIL;
        }
        boolean hidden = Situation.truth(household.situation(step, row)) == Truth.FALSE;
        if (hidden) {
            return Outcome.FAIL;
        }
        return computed.equals(Value.of(Missing.NOT_ASKED)) ? Outcome.NOT_APPLICABLE : Outcome.UNDECIDED;
    }
}
