package io.github.bmnkit.constraints;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.CONSTRUCTOR;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.github.bmnkit.identity.BuddhistDate;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Asks for a year of the Buddhist Era (พ.ศ.): a whole number, or a text of four Arabic or Thai digits. A year of the Common
 * Era, such as 2026, is named in the message. Null is valid.
 */
@Documented
@Constraint(validatedBy = {})
@Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
@Repeatable(BuddhistEraYear.List.class)
public @interface BuddhistEraYear {
    /**
     * Returns the first year that is valid.
     *
     * @return a year of the Buddhist Era; by default {@link BuddhistDate#MIN_YEAR}
     */
    int min() default BuddhistDate.MIN_YEAR;

    /**
     * Returns the last year that is valid.
     *
     * @return a year of the Buddhist Era, not below {@link #min()}
     */
    int max() default 2700;

    /**
     * Returns the message, or its key in braces. If it is left as it is, the message of a violation says the particular
     * reason.
     *
     * @return the template of the message
     */
    String message() default "{io.github.bmnkit.constraints.BuddhistEraYear.message}";

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

    /** Holds several constraints of this kind on one element, such as for different groups. */
    @Documented
    @Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
    @Retention(RUNTIME)
    @interface List {
        /**
         * Returns the constraints.
         *
         * @return the constraints
         */
        BuddhistEraYear[] value();
    }
}
