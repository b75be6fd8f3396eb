package io.github.bmnkit.validation;

import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.response.ResolvedHousehold;
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
        Evaluation evaluation =
                new Evaluation(plan, new byte[plan.size(household.members())], new BitSet(), new TreeMap<>());
        Frame stored = household.storedView();
        for (int i = 0; i < plan.ofHousehold.length; i++) {
            evaluation.evaluate(plan.ofHousehold[i], i, household, stored, 0);
        }
        for (int i = 0; i < plan.ofMember.length; i++) {
            for (int row = 0; row < household.members(); row++) {
                evaluation.evaluate(plan.ofMember[i], plan.at(i, row), household, stored, row);
            }
        }
        evaluation.standFor(household.members());
        return evaluation;
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
        Outcome outcome;
        try {
            outcome = edit.outcome(household, stored, row);
        } catch (RuntimeException e) {
            outcome = Outcome.ENGINE_FAULT;
            faults.put(at, e.getClass().getSimpleName());
        }
        outcomes[at] = code(outcome);
    }

    Outcome outcome(int at) {
        return OUTCOMES[outcomes[at]];
    }

    private static byte code(Outcome outcome) {
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
