package io.github.bmnkit.registry;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * Which questions of a form say who a member is. A form does not say so itself, so the host does.
 *
 * @param nationalId the question of members that asks for the national ID, a text
 * @param firstName the question that asks for the first name, a text; null if names are not compared
 * @param lastName the question that asks for the last name, a text; null if names are not compared
 */
public record PersonQuestions(
        String nationalId,
        @Nullable String firstName,
        @Nullable String lastName) {
    /**
     * Checks that names are there as a whole.
     *
     * @param nationalId the question of members that asks for the national ID, a text
     * @param firstName the question that asks for the first name, a text; null if names are not compared
     * @param lastName the question that asks for the last name, a text; null if names are not compared
     * @throws IllegalArgumentException if only one of the names is there
     */
    public PersonQuestions {
        requireNonNull(nationalId, "nationalId");
        if ((firstName == null) != (lastName == null)) {
            throw new IllegalArgumentException("first and last name are compared together");
        }
    }

    /**
     * Returns the question of the national ID alone; names are not compared.
     *
     * @param nationalId the question of members that asks for the national ID
     * @return the questions
     */
    public static PersonQuestions of(String nationalId) {
        return new PersonQuestions(nationalId, null, null);
    }

    /**
     * Returns the questions of the reference form of 2560-2564.
     *
     * @return the questions
     */
    public static PersonQuestions bmn2560() {
        return new PersonQuestions("id_card", "first_name", "last_name");
    }

    /**
     * Checks that a form has these questions.
     *
     * @param form the form
     * @throws IllegalArgumentException if one is not a text that each member is asked for
     */
    public void check(Questionnaire form) {
        check(form, nationalId);
        if (firstName != null && lastName != null) {
            check(form, firstName);
            check(form, lastName);
        }
    }

    private static void check(Questionnaire form, String name) {
        Item item = form.item(name).orElse(null);
        if (item == null
                || !item.hasValue()
                || item.level() != Level.MEMBER
                || item.symbol().type() != ValueType.TEXT) {
            throw new IllegalArgumentException("the form " + form.id() + " asks no member for the text " + name);
        }
    }
}
