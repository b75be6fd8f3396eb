package io.github.bmnkit.questionnaire;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * A value that is decided with the form or by the host, not answered: a threshold, or the first day of the round.
 *
 * @param name what expressions call it
 * @param label what it means
 * @param type {@link QuestionType#INTEGER}, {@link QuestionType#DECIMAL}, {@link QuestionType#TEXT} or
 *     {@link QuestionType#DATE}
 * @param digits for a decimal, the digits after the point, 0 to 9; else 0
 * @param unit the unit of a number, such as {@code baht/person/year}; null for none
 * @param value the value; null if it is not set, and then what reads it is not known
 */
public record Parameter(
        String name,
        Text label,
        QuestionType type,
        int digits,
        @Nullable String unit,
        @Nullable Value value) {
    /**
     * Checks that name, label and type are there. Whether they fit together is checked with the form.
     *
     * @param name what expressions call it
     * @param label what it means
     * @param type the type of its value
     * @param digits for a decimal, the digits after the point, 0 to 9; else 0
     * @param unit the unit of a number; null for none
     * @param value the value; null if it is not set
     */
    public Parameter {
        requireNonNull(name, "name");
        requireNonNull(label, "label");
        requireNonNull(type, "type");
    }

    /**
     * Returns this parameter with another value.
     *
     * @param newValue the value; null to leave it unset
     * @return the parameter
     */
    public Parameter withValue(@Nullable Value newValue) {
        return new Parameter(name, label, type, digits, unit, newValue);
    }
}
