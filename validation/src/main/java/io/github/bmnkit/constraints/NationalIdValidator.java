package io.github.bmnkit.constraints;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link NationalId}; found by the provider, not for use by hosts. */
public final class NationalIdValidator implements ConstraintValidator<NationalId, CharSequence> {
    /** Returns a validator, for the provider. */
    public NationalIdValidator() {}

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return Violations.noError(value, io.github.bmnkit.identity.NationalId::parse, context);
    }
}
