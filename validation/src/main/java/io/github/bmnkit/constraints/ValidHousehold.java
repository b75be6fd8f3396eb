package io.github.bmnkit.constraints;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.CONSTRUCTOR;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.github.bmnkit.finding.Severity;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Asks for a {@link io.github.bmnkit.response.HouseholdResponse} in which no edit of a rule set fails. Each finding is a
 * violation whose path points at the member and the answer, such as {@code household.members[1].answers.sex}; its message
 * holds no answer. What {@code today()} means is told by the clock of the provider, in the time of Bangkok. Null is valid.
 *
 * <p>The rule set {@code bmn-2560} is known. For others, the host gives its provider a
 * {@link jakarta.validation.ConstraintValidatorFactory} that makes {@link ValidHouseholdValidator} with the host's own
 * validators.
 */
@Documented
@Constraint(validatedBy = {})
@Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Repeatable(ValidHousehold.List.class)
public @interface ValidHousehold {
    /**
     * Returns the id of the rule set.
     *
     * @return the id, without a version
     */
    String rules();

    /**
     * Returns which findings are violations.
     *
     * @return the severities; by default hard edits alone
     */
    Severity[] severities() default {Severity.ERROR};

    /**
     * Returns the language of the messages, for the locale of the provider is not told to constraints.
     *
     * @return {@code th} or {@code en}
     */
    String language() default "th";

    /**
     * Returns the message, which is not used: every violation has that of its finding.
     *
     * @return the template of the message
     */
    String message() default "{io.github.bmnkit.constraints.ValidHousehold.message}";

    /**
     * Returns the groups that the constraint belongs to.
     *
     * @return the groups
     */
    Class<?>[] groups() default {};

    /**
     * Returns what clients attach to the constraint.
     *
     * @return the payload
     */
    Class<? extends Payload>[] payload() default {};

    /** Holds several constraints of this kind on one element, such as for different rule sets. */
    @Documented
    @Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @interface List {
        /**
         * Returns the constraints.
         *
         * @return the constraints
         */
        ValidHousehold[] value();
    }
}
