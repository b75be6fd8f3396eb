package io.github.bmnkit.response;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.Optional;

/**
 * Where an answer stands: a question of the household, or of the member with a key. A key is given to a member once and
 * stays with that member; positions do not.
 *
 * @param question the name of the question
 * @param member the member's key, from 1; 0 for the household
 */
public record AnswerPath(String question, int member) {
    /**
     * Checks the parts.
     *
     * @param question the name of the question
     * @param member the member's key, from 1; 0 for the household
     */
    public AnswerPath {
        requireNonNull(question, "question");
        if (member < 0) {
            throw new IllegalArgumentException("a member's key is not negative: " + member);
        }
    }

    /**
     * Returns the path of an answer of the household.
     *
     * @param question the name of the question
     * @return the path
     */
    public static AnswerPath of(String question) {
        return new AnswerPath(question, 0);
    }

    /**
     * Returns the path of an answer of a member.
     *
     * @param question the name of the question
     * @param member the member's key, from 1
     * @return the path
     */
    public static AnswerPath of(String question, int member) {
        if (member == 0) {
            throw new IllegalArgumentException("keys of members start at 1");
        }
        return new AnswerPath(question, member);
    }

    /**
     * Reads a path.
     *
     * @param text such as {@code q6_4} or {@code age[3]}
     * @return the path; empty if the text is none
     */
    public static Optional<AnswerPath> parse(String text) {
        int bracket = text.indexOf('[');
        if (bracket < 0) {
            return text.isBlank() ? Optional.empty() : Optional.of(of(text));
        }
        String key = text.endsWith("]") ? text.substring(bracket + 1, text.length() - 1) : "";
        boolean digits = !key.isEmpty() && key.length() <= 9 && key.chars().allMatch(c -> c >= '0' && c <= '9');
        return bracket > 0 && digits && key.charAt(0) != '0'
                ? Optional.of(of(text.substring(0, bracket), Integer.parseInt(key)))
                : Optional.empty();
    }

    /**
     * Returns the question that this is a path to.
     *
     * @param form the form
     * @return the question
     * @throws IllegalArgumentException if the form has no such question, or asks it at the other level
     */
    public Item item(Questionnaire form) {
        Item item = form.item(question).orElseThrow(() -> unknown(form));
        if ((item.level() == Level.MEMBER) != (member > 0)) {
            throw new IllegalArgumentException(
                    member > 0
                            ? this + " is asked of the household: a path to it names no member"
                            : this + " is asked of each member: a path to it needs the member's key");
        }
        return item;
    }

    /** The question, if it is answered or calculated. */
    Item itemWithValue(Questionnaire form) {
        Item item = item(form);
        if (!item.hasValue()) {
            throw unknown(form);
        }
        return item;
    }

    private IllegalArgumentException unknown(Questionnaire form) {
        return new IllegalArgumentException("no question " + this + " in the form " + form.id());
    }

    /** Returns the question and, for a member, the key, such as {@code age[3]}. */
    @Override
    public String toString() {
        return member == 0 ? question : question + "[" + member + "]";
    }
}
