package io.github.bmnkit.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link ProvinceCode}; found by the provider, not for use by hosts. */
public final class ProvinceCodeValidator implements ConstraintValidator<ProvinceCode, CharSequence> {
    /** Returns a validator, for the provider. */
    public ProvinceCodeValidator() {}

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return Violations.noError(value, io.github.bmnkit.area.ProvinceCode::parse, context);
    }
}
