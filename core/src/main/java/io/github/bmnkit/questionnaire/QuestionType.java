package io.github.bmnkit.questionnaire;

import io.github.bmnkit.expression.ValueType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What kind of answer a question takes. */
public enum QuestionType {
    /** A whole number. */
    INTEGER(ValueType.INTEGER),
    /** A number with a fixed number of digits after the point. */
    DECIMAL(ValueType.DECIMAL),
    /** A text. */
    TEXT(ValueType.TEXT),
    /** A calendar date. */
    DATE(ValueType.DATE),
    /** One code of a list. */
    SELECT_ONE(ValueType.CODE),
    /** Any number of codes of a list, which is closed. */
    SELECT_MULTIPLE(ValueType.CODES),
    /** A place on the map; expressions read it as the text {@code latitude longitude}. */
    GEOPOINT(ValueType.TEXT),
    /** A photograph, signature or other file; expressions read the text that refers to it. */
    ATTACHMENT(ValueType.TEXT),
    /** Not asked but calculated; {@link Question#result()} says what kind of value it is. */
    CALCULATE(null),
    /** Not asked but shown. */
    NOTE(null);

    private final @Nullable ValueType value;

    QuestionType(@Nullable ValueType value) {
        this.value = value;
    }

    /**
     * Returns the type that an answer has in expressions.
     *
     * @return the type; empty for {@link #CALCULATE} and {@link #NOTE}
     */
    public Optional<ValueType> valueType() {
        return Optional.ofNullable(value);
    }

    /**
     * Tells whether somebody answers it.
     *
     * @return false for {@link #CALCULATE} and {@link #NOTE}
     */
    public boolean isAsked() {
        return value != null;
    }

    /** Whether the answer is chosen from a list. */
    boolean isChoice() {
        return this == SELECT_ONE || this == SELECT_MULTIPLE;
    }

    /** Whether a calculation can have such a result. */
    boolean isResult() {
        return value != null && this != GEOPOINT && this != ATTACHMENT;
    }

    /** Whether a parameter can have such a value. */
    boolean isParameter() {
        return this == INTEGER || this == DECIMAL || this == TEXT || this == DATE;
    }
}
