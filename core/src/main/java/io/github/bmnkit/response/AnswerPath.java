package io.github.bmnkit.response;

import static java.util.Objects.requireNonNull;

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

    /** Returns the question and, for a member, the key, such as {@code age[3]}. */
    @Override
    public String toString() {
        return member == 0 ? question : question + "[" + member + "]";
    }
}
