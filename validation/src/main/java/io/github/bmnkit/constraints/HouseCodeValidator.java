package io.github.bmnkit.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link HouseCode}; found by the provider, not for use by hosts. */
public final class HouseCodeValidator implements ConstraintValidator<HouseCode, CharSequence> {
    /** Returns a validator, for the provider. */
    public HouseCodeValidator() {}

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return Violations.noError(value, io.github.bmnkit.identity.HouseCode::parse, context);
    }
}
