package io.github.bmnkit.constraints;

import static java.util.Objects.requireNonNull;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link BuddhistEraYear} on whole numbers; found by the provider, not for use by hosts. */
public final class BuddhistEraYearValidator implements ConstraintValidator<BuddhistEraYear, Integer> {
    private @Nullable YearRange range;

    /** Returns a validator, for the provider. */
    public BuddhistEraYearValidator() {}

    @Override
    public void initialize(BuddhistEraYear annotation) {
        range = YearRange.of(annotation);
    }

    @Override
    public boolean isValid(@Nullable Integer value, ConstraintValidatorContext context) {
        return value == null || requireNonNull(range, "range").check(value, context);
    }
}
