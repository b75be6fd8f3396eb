package io.github.bmnkit.response;

import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.QuestionType;

/** What a form itself demands, before any rule: the checks that are derived from its questions and its roster. */
public enum Check {
    /** The answer can be read as a value of the question's type. */
    TYPE("type", 1),
    /** The code stands in the question's list, is in use in the round and fits the answer above it. */
    CODE_LIST("code-list", 1 << 1),
    /** The question was to be asked, if there is an answer. */
    RELEVANCE("relevance", 1 << 2),
    /** There is an answer where one is due. */
    REQUIRED("required", 1 << 3),
    /** The answer fulfils the question's constraint. */
    CONSTRAINT("constraint", 1 << 4),
    /** A calculated value that came with the document is the one that the form calculates. */
    CLAIM("claim", 1 << 5),
    /** There are as many members as the form provides for; a check of the household, not of a question. */
    ROSTER("roster", 1 << 6);

    private final String id;

    /** By which a set of checks is kept in one number. */
    final int bit;

    Check(String id, int bit) {
        this.id = id;
        this.bit = bit;
    }

    /**
     * Tells whether a form makes this check of a question at all.
     *
     * @param item the question
     * @return true if the check exists there
     */
    public boolean isOn(Item item) {
        QuestionType type = item.question().type();
        return switch (this) {
            case TYPE -> type.isAsked();
            case CODE_LIST -> type == QuestionType.SELECT_ONE || type == QuestionType.SELECT_MULTIPLE;
            case RELEVANCE -> type.isAsked() && item.relevance().isPresent();
            case REQUIRED -> type.isAsked() && item.required().isPresent();
            case CONSTRAINT -> item.hasValue() && item.constraint().isPresent();
            case CLAIM -> item.calculation().isPresent();
            case ROSTER -> false;
        };
    }

    /** Returns the name that stands in ids, such as {@code code-list}. */
    @Override
    public String toString() {
        return id;
    }
}
