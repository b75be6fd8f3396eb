package io.github.bmnkit.response;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Roster;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A response seen through its form: which questions are relevant, what is calculated, and what comes of the derived
 * checks. This is what the interview, validation rules and indicators read. It is filled with one household after the
 * other, or kept current answer by answer; it belongs to one thread at a time.
 *
 * <p>A question whose relevance is false is {@link Missing#NOT_ASKED}, whatever is stored; so is one whose relevance is
 * unknown only because nothing that it reads was asked. While its relevance is unknown for another reason, a stored answer
 * stays readable. Calculations are always made, never taken from the document. Rows of members count
 * from 0; for what is asked of the household the row does not matter.
 */
public final class ResolvedHousehold {
    private static final int NO_ROW = -1;
    private static final int EVERY_ROW = -2;

    private final Plan plan;
    private final Frame frame;
    private final Answers answers;
    /** For each step and row what {@link Situation} says, in the order of the rows' steps. */
    private byte[] situations;
    /** Whether something may be stored that the frame does not show. */
    private boolean mayHide;

    private @Nullable LocalDate today;
    private @Nullable HouseholdResponse source;
    private int lastKey;

    private ResolvedHousehold(Plan plan) {
        this.plan = plan;
        this.frame = Frame.of(plan.form.scope());
        this.answers = new Answers(plan.form);
        this.situations = new byte[plan.ofHousehold + 8 * plan.ofMember];
    }

    private ResolvedHousehold(ResolvedHousehold other) {
        this.plan = other.plan;
        this.frame = other.frame.copy();
        this.answers = new Answers(other.answers);
        this.situations = other.situations.clone();
        this.mayHide = other.mayHide;
        this.today = other.today;
        this.source = other.source;
        this.lastKey = other.lastKey;
    }

    /**
     * Returns a place for the households of a form, with none in it.
     *
     * @param form the form
     * @return the place, to be filled by {@link #resolve}
     */
    public static ResolvedHousehold of(Questionnaire form) {
        return new ResolvedHousehold(Plan.of(requireNonNull(form, "form")));
    }

    /**
     * Returns the same household, on which changes to this one have no effect.
     *
     * @return the copy
     */
    public ResolvedHousehold copy() {
        return new ResolvedHousehold(this);
    }

    /**
     * Fills this with a household.
     *
     * @param response its response, to the same form
     * @param isDraft whether what is not answered is not answered yet, rather than left blank
     * @param newToday what {@code today()} means in expressions; if null, it is invalid
     * @throws IllegalArgumentException if the response is to another form
     */
    public void resolve(HouseholdResponse response, boolean isDraft, @Nullable LocalDate newToday) {
        if (!response.form().equals(plan.form)) {
            throw new IllegalArgumentException("a response to another form: " + response);
        }
        source = response;
        lastKey = response.lastKey();
        today = newToday;
        response.unpack(answers);
        resolveAll(isDraft);
    }

    private void resolveAll(boolean isDraft) {
        frame.reset(isDraft, answers.members, today);
        plan.parameters(frame);
        int size = plan.ofHousehold + plan.ofMember * answers.members;
        if (situations.length < size) {
            situations = new byte[size + 4 * plan.ofMember];
        }
        mayHide = false;
        for (Plan.Step step : plan.steps) {
            int rows = step.ofMember ? answers.members : 1;
            for (int row = 0; row < rows; row++) {
                evaluate(step, row);
            }
        }
    }

    /** Makes relevance and value of one item current; what it reads is. Returns whether a calculated value changed. */
    private boolean evaluate(Plan.Step step, int row) {
        int relevance = tested(step, row);
        int slot = step.slot(row);
        byte state = slot < 0 ? Answers.BLANK : answers.states[slot];
        situations[step.place(row)] = Situation.of(relevance, state);
        if (slot < 0) {
            return false;
        }
        int cell = step.cell(row);
        if (relevance == Situation.FALSE) {
            mayHide |= state != Answers.BLANK;
            frame.setMissing(cell, Missing.NOT_ASKED);
        } else if (step.calculation != null) {
            boolean changed = step.calculation.store(frame, row);
            mayHide |= state != Answers.BLANK && isUnlike(step, row);
            return changed;
        } else if (state != Answers.VALUE) {
            frame.setMissing(cell, Answers.missing(state));
        } else {
            String text = answers.texts[slot];
            if (text == null) {
                frame.setRaw(cell, answers.numbers[slot]);
            } else {
                frame.setText(cell, text);
            }
        }
        return false;
    }

    /** A condition that is unknown only because nothing of what it reads was asked closes its question as well. */
    private int tested(Plan.Step step, int row) {
        Plan.Step earlier = step.sameRelevance;
        if (earlier != null) {
            return Situation.relevance(situations[earlier.place(row)]);
        }
        Formula condition = step.relevance;
        if (condition == null) {
            return Situation.TRUE;
        }
        Outcome outcome = condition.outcome(frame, row);
        return outcome == Outcome.PASS
                ? Situation.TRUE
                : outcome == Outcome.UNDECIDED ? Situation.UNKNOWN : Situation.FALSE;
    }

    /** Does the same where something was changed. Returns whether relevance or value became another one. */
    private boolean evaluateAnew(Plan.Step step, int row) {
        int relevance = Situation.relevance(situation(step, row));
        int cell = step.cell(row);
        long raw = cell < 0 ? 0 : frame.raw(cell);
        String text = cell < 0 ? null : frame.text(cell);
        return evaluate(step, row)
                || relevance != Situation.relevance(situation(step, row))
                || (cell >= 0 && (raw != frame.raw(cell) || !Objects.equals(text, frame.text(cell))));
    }

    /**
     * Returns the form.
     *
     * @return the form
     */
    public Questionnaire form() {
        return plan.form;
    }

    /**
     * Returns whose answers they are.
     *
     * @return the id of the household
     * @throws IllegalStateException if none was resolved
     */
    public HouseholdId household() {
        return source().household();
    }

    /**
     * Returns the survey round.
     *
     * @return the year, Buddhist Era
     * @throws IllegalStateException if no household was resolved
     */
    public int round() {
        return source().round();
    }

    /**
     * Returns what {@code today()} means in expressions.
     *
     * @return the date; null if it is not known
     */
    public @Nullable LocalDate today() {
        return today;
    }

    /** The response that was resolved; its answers may have been changed since. */
    HouseholdResponse source() {
        HouseholdResponse from = source;
        if (from == null) {
            throw new IllegalStateException("no household was resolved");
        }
        return from;
    }

    /**
     * Returns how many members there are.
     *
     * @return the number of rows
     */
    public int members() {
        return answers.members;
    }

    /**
     * Returns the key of a member.
     *
     * @param row the member's row
     * @return the key
     */
    public int key(int row) {
        if (row < 0 || row >= answers.members) {
            throw new IllegalArgumentException("no row " + row + " of " + answers.members);
        }
        return answers.keys[row];
    }

    /**
     * Returns the row of a path.
     *
     * @param path the question and, for a question of members, the member's key
     * @return the member's row; 0 for the household
     * @throws IllegalArgumentException if there is no such member
     */
    public int row(AnswerPath path) {
        return HouseholdResponse.row(answers, path);
    }

    /**
     * Returns the values that expressions read. Whoever asks for it reads it only.
     *
     * @return the frame, current until this household changes
     */
    public Frame frame() {
        return frame;
    }

    /**
     * Returns the values as they are stored: answers that should not have been given are visible, and a calculated value
     * is the one that the document claims, if it claims one, else made from what is visible here. It is for rules about the document itself. Whoever asks for
     * it reads it only.
     *
     * @return {@link #frame} itself, if nothing stored is hidden and no claim differs; else another one
     */
    public Frame storedView() {
        Frame view = frame;
        if (!mayHide) {
            return view;
        }
        for (Plan.Step step : plan.steps) {
            int rows = step.ofMember ? answers.members : 1;
            for (int row = 0; step.cell >= 0 && row < rows; row++) {
                int stored = step.slot(row);
                boolean blank = answers.states[stored] == Answers.BLANK;
                if (!blank && isUnlike(step, row)) {
                    view = view == frame ? frame.copy() : view;
                    show(view, step.cell(row), stored);
                } else if (blank && view != frame && step.calculation != null && isAsked(step, row)) {
                    step.calculation.store(view, row);
                }
            }
        }
        return view;
    }

    private boolean isAsked(Plan.Step step, int row) {
        return Situation.relevance(situation(step, row)) != Situation.FALSE;
    }

    /** Whether something is stored that the frame does not show. */
    private boolean isUnlike(Plan.Step step, int row) {
        return !isAsked(step, row) || (step.calculation != null && check(step.item, Check.CLAIM, row) != Outcome.PASS);
    }

    private void show(Frame view, int cell, int stored) {
        String text = answers.texts[stored];
        if (answers.states[stored] != Answers.VALUE) {
            view.setMissing(cell, Answers.missing(answers.states[stored]));
        } else if (text != null) {
            view.setText(cell, text);
        } else {
            view.setMissing(cell, Missing.NOT_ANSWERED); // takes away the bounds of a count that was not known
            view.setRaw(cell, answers.numbers[stored]);
        }
    }

    /**
     * Tells whether a question is to be asked.
     *
     * @param item the question, of this form
     * @param row the member's row
     * @return its relevance
     */
    public Truth relevance(Item item, int row) {
        return Situation.truth(situation(plan.step(item), row));
    }

    /**
     * Returns a value as expressions read it.
     *
     * @param path the question and, for a question of members, the member's key
     * @return the value
     * @throws IllegalArgumentException if there is no such question, or no such member
     */
    public Value value(AnswerPath path) {
        Item item = path.itemWithValue(plan.form);
        return frame.get(item.name(), row(path));
    }

    /**
     * Returns an answer as it is stored, whether or not it is hidden.
     *
     * @param path the question and, for a question of members, the member's key
     * @return the value, or why there is none
     * @throws IllegalArgumentException if there is no such question, or no such member
     */
    public Value answer(AnswerPath path) {
        Item item = path.itemWithValue(plan.form);
        return Answering.stored(answers, answers.at(item, row(path)), item);
    }

    /**
     * Returns what came of a derived check.
     *
     * @param item the question, of this form
     * @param check what is checked; if it does not exist for the question, it is not applicable
     * @param row the member's row
     * @return the outcome
     */
    public Outcome check(Item item, Check check, int row) {
        return DerivedChecks.outcome(this, plan.step(item), check, row);
    }

    /** Whether a value is stored, and the same as the one that expressions read, which is there. */
    boolean isShown(Plan.Step step, int row) {
        int slot = step.slot(row);
        int cell = step.cell(row);
        String text = answers.texts[slot];
        return answers.states[slot] == Answers.VALUE
                && (text == null ? answers.numbers[slot] == frame.raw(cell) : text.equals(frame.text(cell)));
    }

    byte situation(Plan.Step step, int row) {
        return situations[step.place(row)];
    }

    /** What is stored for an item in a row, whether or not it is hidden. */
    Value stored(Item item, int row) {
        return Answering.stored(answers, answers.at(item, row), item);
    }

    /**
     * Returns what came of the check of the roster.
     *
     * @return whether there are as many members as the form provides for; too few are undecided in a draft
     */
    public Outcome roster() {
        Roster roster = plan.form.roster().orElse(null);
        if (roster == null) {
            return Outcome.NOT_APPLICABLE;
        }
        if (answers.members > roster.max()) {
            return Outcome.FAIL;
        }
        boolean few = answers.members < roster.min();
        return !few ? Outcome.PASS : frame.isDraft() ? Outcome.UNDECIDED : Outcome.FAIL;
    }

    /**
     * Stores an answer, or takes one away, and makes current what depends on it.
     *
     * @param path the question and, for a question of members, the member's key
     * @param value the value, or why there is none; one that the question does not take is kept as it was written
     * @return the questions whose relevance or value changed, in the order of asking
     * @throws IllegalArgumentException if there is no such question, or no such member
     */
    public List<AnswerPath> answer(AnswerPath path, Value value) {
        Item item = path.itemWithValue(plan.form);
        int row = row(path);
        Answering.value(answers, answers.at(item, row), item, requireNonNull(value, "value"));
        return refresh(item.order(), row);
    }

    private List<AnswerPath> refresh(int first, int firstRow) {
        List<AnswerPath> changes = new ArrayList<>();
        int[] dirty = new int[plan.steps.length];
        Arrays.fill(dirty, NO_ROW);
        BitSet waiting = new BitSet(plan.steps.length);
        dirty[first] = plan.steps[first].ofMember ? firstRow : 0;
        waiting.set(first);
        for (int order = first; order >= 0; order = waiting.nextSetBit(order + 1)) {
            Plan.Step step = plan.steps[order];
            boolean every = dirty[order] == EVERY_ROW && step.ofMember;
            int from = every ? 0 : Math.max(0, dirty[order]);
            int to = every ? answers.members : from + 1;
            for (int row = from; row < to; row++) {
                if (evaluateAnew(step, row)) {
                    changes.add(new AnswerPath(step.item.name(), step.ofMember ? answers.keys[row] : 0));
                    mark(step.sameRow, row, dirty, waiting);
                    mark(step.everyRow, EVERY_ROW, dirty, waiting);
                }
            }
        }
        return changes;
    }

    private static void mark(int[] orders, int row, int[] dirty, BitSet waiting) {
        for (int order : orders) {
            dirty[order] = dirty[order] == NO_ROW || dirty[order] == row ? row : EVERY_ROW;
            waiting.set(order);
        }
    }

    /**
     * Returns what differs from an earlier state of the same household.
     *
     * @param earlier a copy of this, made before it was changed
     * @return the questions of the household and of its present members whose relevance, value or stored answer is another
     *     one, in the order of asking; a member that was not there had none
     */
    public List<AnswerPath> changesSince(ResolvedHousehold earlier) {
        List<AnswerPath> changes = new ArrayList<>();
        for (Plan.Step step : plan.steps) {
            for (int row = 0; row < (step.ofMember ? answers.members : 1); row++) {
                int key = step.ofMember ? answers.keys[row] : 0;
                int then = step.ofMember ? earlier.answers.row(key) : 0;
                if (then < 0
                        || relevance(step.item, row) != earlier.relevance(step.item, then)
                        || (step.cell >= 0 && differs(step, row, earlier, then))) {
                    changes.add(new AnswerPath(step.item.name(), key));
                }
            }
        }
        return changes;
    }

    private boolean differs(Plan.Step step, int row, ResolvedHousehold earlier, int then) {
        int at = step.slot(row);
        int before = step.slot(then);
        return answers.states[at] != earlier.answers.states[before]
                || answers.numbers[at] != earlier.answers.numbers[before]
                || !Objects.equals(answers.texts[at], earlier.answers.texts[before])
                || !frame.get(step.item.name(), row).equals(earlier.frame.get(step.item.name(), then));
    }

    /**
     * Adds a member without answers, as the last of the roster.
     *
     * @return the new member's key
     */
    public int addMember() {
        answers.addMember(++lastKey);
        resolveAll(frame.isDraft());
        return lastKey;
    }

    /**
     * Removes a member with all answers. The key is not given again.
     *
     * @param key the member's key
     * @throws IllegalArgumentException if there is no such member
     */
    public void removeMember(int key) {
        answers.removeMember(HouseholdResponse.row(answers, new AnswerPath("", key)));
        resolveAll(frame.isDraft());
    }

    /**
     * Moves a member to another position.
     *
     * @param key the member's key
     * @param position the new position, from 1
     * @throws IllegalArgumentException if there is no such member or position
     */
    public void moveMember(int key, int position) {
        int row = HouseholdResponse.row(answers, new AnswerPath("", key));
        if (position < 1 || position > answers.members) {
            throw new IllegalArgumentException("no position " + position + " of " + answers.members);
        }
        answers.moveMember(row, position - 1);
        resolveAll(frame.isDraft());
    }

    /**
     * Returns the response with the answers as they are now; state, round and paradata are those of the response that was
     * resolved.
     *
     * @return the response
     * @throws IllegalStateException if none was resolved
     */
    public HouseholdResponse response() {
        HouseholdResponse from = source();
        return HouseholdResponse.of(answers, from.household(), from.round(), from.state(), lastKey, from.paradata());
    }

    /** Shows sizes only: answers may be personal. */
    @Override
    public String toString() {
        return "ResolvedHousehold[" + plan.form.id() + ", members=" + answers.members + "]";
    }
}
