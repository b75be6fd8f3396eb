package io.github.bmnkit.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link VillageCode}; found by the provider, not for use by hosts. */
public final class VillageCodeValidator implements ConstraintValidator<VillageCode, CharSequence> {
    /** Returns a validator, for the provider. */
    public VillageCodeValidator() {}

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return Violations.noError(value, io.github.bmnkit.area.VillageCode::parse, context);
    }
}
