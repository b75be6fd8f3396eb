package io.github.bmnkit.validation;

import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.rule.Rule;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of all edits of one household, a byte for each: those of the household first, then those of each member in
 * turn. What a failing rule stands for is marked beside them.
 */
final class Evaluation {
    private static final Outcome[] OUTCOMES = {
        Outcome.PASS, Outcome.FAIL, Outcome.UNDECIDED, Outcome.NOT_APPLICABLE, Outcome.ENGINE_FAULT
    };

    private final EditPlan plan;
    final byte[] outcomes;
    final BitSet stoodFor;
    /** What was thrown, by the place of the outcome: the names of exceptions, for their messages may hold data. */
    final Map<Integer, String> faults;

    private Evaluation(EditPlan plan, byte[] outcomes, BitSet stoodFor, Map<Integer, String> faults) {
        this.plan = plan;
        this.outcomes = outcomes;
        this.stoodFor = stoodFor;
        this.faults = faults;
    }

    static Evaluation of(EditPlan plan, ResolvedHousehold household) {
        byte[] outcomes = new byte[plan.size(household.members())];
        Arrays.fill(outcomes, code(Outcome.NOT_APPLICABLE));
        Evaluation evaluation = new Evaluation(plan, outcomes, new BitSet(), new TreeMap<>());
        Frame stored = household.storedView();
        evaluation.run(plan.runOfHousehold, plan.ofHousehold, household, stored, 0, 0);
        for (int row = 0; row < household.members(); row++) {
            evaluation.run(plan.runOfMember, plan.ofMember, household, stored, row, plan.at(0, row));
        }
        evaluation.standFor(household.members());
        return evaluation;
    }

    /** Makes all edits of the household or of a member, whose outcomes begin at a place and are not applicable so far. */
    private void run(EditPlan.Run run, Edit[] edits, ResolvedHousehold household, Frame stored, int row, int start) {
        Frame frame = household.frame();
        int round = household.round();
        for (int i = 0; i < run.rules.length; i++) {
            Rule rule = run.rules[i];
            int at = start + run.places[i];
            if (rule.holdsFor(round)) {
                try {
                    outcomes[at] = code(rule.outcome(rule.readsStoredAnswers() ? stored : frame, row));
                } catch (RuntimeException e) {
                    fault(at, e);
                }
            }
        }
        int firstCheck = start + run.firstCheck;
        for (int i = run.rules.length; i < run.firstCheck; i++) {
            evaluate(edits[i], start + i, household, stored, row);
        }
        try {
            run.checks.make(household, row, (place, outcome) -> outcomes[firstCheck + place] = code(outcome));
        } catch (RuntimeException e) {
            for (int i = run.firstCheck; i < edits.length; i++) { // one by one, to see which one it is
                evaluate(edits[i], start + i, household, stored, row);
            }
        }
    }

    /** Makes those edits again that depend on what changed; the members are the same. */
    Evaluation after(ResolvedHousehold household, Frame stored, BitSet touched) {
        Evaluation next = new Evaluation(plan, outcomes.clone(), new BitSet(), new TreeMap<>(faults));
        next.repeat(household, stored, touched);
        next.standFor(household.members());
        return next;
    }

    private void repeat(ResolvedHousehold household, Frame stored, BitSet touched) {
        int members = household.members();
        int first = plan.ofHousehold.length;
        for (int i = touched.nextSetBit(0); i >= 0 && i < first; i = touched.nextSetBit(i + 1)) {
            evaluate(plan.ofHousehold[i], i, household, stored, 0);
        }
        for (int i = touched.nextSetBit(first); i >= 0; i = touched.nextSetBit(i + 1)) {
            for (int row = 0; row < members; row++) {
                evaluate(plan.ofMember[i - first], plan.at(i - first, row), household, stored, row);
            }
        }
    }

    private void standFor(int members) {
        for (EditPlan.Refined refined : plan.byHousehold) {
            if (outcome(refined.rule) == Outcome.FAIL) {
                standFor(refined, 0, members);
            }
        }
        for (EditPlan.Refined refined : plan.byMember) {
            for (int row = 0; row < members; row++) {
                if (outcome(plan.at(refined.rule, row)) == Outcome.FAIL) {
                    standFor(refined, row, row + 1);
                }
            }
        }
    }

    private void standFor(EditPlan.Refined refined, int firstRow, int endRow) {
        for (int place : refined.ofHousehold) {
            stoodFor.set(place);
        }
        for (int place : refined.ofMember) {
            for (int row = firstRow; row < endRow; row++) {
                stoodFor.set(plan.at(place, row));
            }
        }
    }

    private void evaluate(Edit edit, int at, ResolvedHousehold household, Frame stored, int row) {
        if (!faults.isEmpty()) {
            faults.remove(at);
        }
        try {
            outcomes[at] = code(edit.outcome(household, stored, row));
        } catch (RuntimeException e) {
            fault(at, e);
        }
    }

    private void fault(int at, RuntimeException thrown) {
        outcomes[at] = code(Outcome.ENGINE_FAULT);
        faults.put(at, thrown.getClass().getSimpleName());
    }

    Outcome outcome(int at) {
        return OUTCOMES[outcomes[at]];
    }

    /** The first place from one on that has an outcome and for which no rule stands; -1 if there is none. */
    int next(byte code, int from) {
        for (int at = from; at < outcomes.length; at++) {
            if (outcomes[at] == code && !stoodFor.get(at)) {
                return at;
            }
        }
        return -1;
    }

    static byte code(Outcome outcome) {
        return switch (outcome) {
            case PASS -> 0;
            case FAIL -> 1;
            case UNDECIDED -> 2;
            case NOT_APPLICABLE -> 3;
            case ENGINE_FAULT -> 4;
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Evaluation that
                && Arrays.equals(outcomes, that.outcomes)
                && stoodFor.equals(that.stoodFor)
                && faults.equals(that.faults);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(outcomes);
    }
}
