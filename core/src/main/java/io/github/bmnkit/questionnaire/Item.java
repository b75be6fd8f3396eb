package io.github.bmnkit.questionnaire;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Symbol;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question as its form compiled it: its place in the order of asking, where its value is kept, and its expressions.
 */
public final class Item {
    private final Question question;
    private final int order;
    private final int slot;
    private final @Nullable Symbol symbol;
    private final Map<Role, Formula> formulas;

    Item(Question question, int order, int slot, @Nullable Symbol symbol, Map<Role, Formula> formulas) {
        this.question = question;
        this.order = order;
        this.slot = slot;
        this.symbol = symbol;
        this.formulas = Map.copyOf(formulas);
    }

    /**
     * Returns the question.
     *
     * @return the question, calculation or note
     */
    public Question question() {
        return question;
    }

    /**
     * Returns the name of the question.
     *
     * @return the name
     */
    public String name() {
        return question.name();
    }

    /**
     * Returns where the question has its value.
     *
     * @return once in the household or for each member
     */
    public Level level() {
        return question.level();
    }

    /**
     * Returns the place in the order of asking, notes included. Expressions read only what has a lower one.
     *
     * @return the place among all items of the form, from 0
     */
    public int order() {
        return order;
    }

    /**
     * Returns the place among the values of its level, in which responses keep them.
     *
     * @return the place, from 0; -1 for a note
     */
    public int slot() {
        return slot;
    }

    /**
     * Tells whether there is a value: an answer or a calculation.
     *
     * @return false for a note
     */
    public boolean hasValue() {
        return symbol != null;
    }

    /**
     * Returns what expressions know of the value.
     *
     * @return the name, with type, digits and codes
     * @throws IllegalStateException for a note
     */
    public Symbol symbol() {
        if (symbol == null) {
            throw new IllegalStateException("a note has no value: " + name());
        }
        return symbol;
    }

    /**
     * Returns the condition under which the question is asked, that of its section included.
     *
     * @return the condition, at the level of the question; empty if it is always asked
     */
    public Optional<Formula> relevance() {
        return formula(Role.RELEVANCE);
    }

    /**
     * Returns the condition under which the question must be answered if it is asked.
     *
     * @return the condition; empty if no answer is ever due
     */
    public Optional<Formula> required() {
        return formula(Role.REQUIRED);
    }

    /**
     * Returns what an answer must fulfil.
     *
     * @return the condition; empty if every value of the type will do
     */
    public Optional<Formula> constraint() {
        return formula(Role.CONSTRAINT);
    }

    /**
     * Returns how the value is calculated.
     *
     * @return the calculation; empty for what is asked
     */
    public Optional<Formula> calculation() {
        return formula(Role.CALCULATION);
    }

    private Optional<Formula> formula(Role role) {
        return Optional.ofNullable(formulas.get(role));
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name();
    }
}
