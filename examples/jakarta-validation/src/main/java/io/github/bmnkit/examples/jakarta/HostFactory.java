package io.github.bmnkit.examples.jakarta;

import io.github.bmnkit.constraints.ValidHouseholdValidator;
import io.github.bmnkit.rule.RuleSets;
import io.github.bmnkit.validation.HouseholdValidator;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import java.util.Optional;

/** Makes the validator of households with the host's own form, and leaves all others to the provider. */
record HostFactory(ConstraintValidatorFactory provider, HouseholdValidator households)
        implements ConstraintValidatorFactory {
    @Override
    public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> type) {
        return type == ValidHouseholdValidator.class
                ? type.cast(new ValidHouseholdValidator(id -> Optional.of(households)
                        .filter(each -> id.equals(RuleSets.bmn2560().id()))))
                : provider.getInstance(type);
    }

    @Override
    public void releaseInstance(ConstraintValidator<?, ?> validator) {
        provider.releaseInstance(validator);
    }
}
