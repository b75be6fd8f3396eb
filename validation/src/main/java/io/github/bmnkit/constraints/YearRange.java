package io.github.bmnkit.constraints;

import io.github.bmnkit.identity.BuddhistDate;
import jakarta.validation.ConstraintValidatorContext;

/** The years that a {@link BuddhistEraYear} allows. */
record YearRange(int min, int max) {
    /** A lower number, such as a year of two digits, is not taken for a year of the Common Era. */
    private static final int MIN_COMMON_ERA_YEAR = 1800;

    YearRange {
        if (min > max) {
            throw new IllegalArgumentException("min is " + min + ", above max, " + max);
        }
    }

    static YearRange of(BuddhistEraYear annotation) {
        return new YearRange(annotation.min(), annotation.max());
    }

    boolean check(int year, ConstraintValidatorContext context) {
        if (year >= min && year <= max) {
            return true;
        }
        return year >= MIN_COMMON_ERA_YEAR && year < BuddhistDate.MIN_YEAR && Violations.refuse("common-era", context);
    }
}
