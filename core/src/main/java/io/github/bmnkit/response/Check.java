package io.github.bmnkit.response;

import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.QuestionType;

/** What a form itself demands, before any rule: the checks that are derived from its questions and its roster. */
public enum Check {
    /** The answer can be read as a value of the question's type. */
    TYPE("type"),
    /** The code stands in the question's list, is in use in the round and fits the answer above it. */
    CODE_LIST("code-list"),
    /** The question was to be asked, if there is an answer. */
    RELEVANCE("relevance"),
    /** There is an answer where one is due. */
    REQUIRED("required"),
    /** The answer fulfils the question's constraint. */
    CONSTRAINT("constraint"),
    /** A calculated value that came with the document is the one that the form calculates. */
    CLAIM("claim"),
    /** There are as many members as the form provides for; a check of the household, not of a question. */
    ROSTER("roster");

    private final String id;

    Check(String id) {
        this.id = id;
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
