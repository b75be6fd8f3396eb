package io.github.bmnkit.constraints;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.identity.ThaiDigits;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks {@link BuddhistEraYear} on text; found by the provider, not for use by hosts. */
public final class BuddhistEraYearTextValidator implements ConstraintValidator<BuddhistEraYear, CharSequence> {
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");

    private @Nullable YearRange range;

    /** Returns a validator, for the provider. */
    public BuddhistEraYearTextValidator() {}

    @Override
    public void initialize(BuddhistEraYear annotation) {
        range = YearRange.of(annotation);
    }

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        String year = ThaiDigits.toArabic(value.toString()).strip();
        if (!FOUR_DIGITS.matcher(year).matches()) {
            return Violations.refuse(year.isEmpty() ? "blank" : "four-digits", context);
        }
        return requireNonNull(range, "range").check(Integer.parseInt(year), context);
    }
}
