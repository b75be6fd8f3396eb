package io.github.bmnkit.validation;

import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Checks one household after the other in the same working memory: for those who check many. It belongs to one thread at
 * a time; the reports that it gives do not.
 */
public final class ValidationSession {
    private final HouseholdValidator validator;
    private final ResolvedHousehold household;

    ValidationSession(HouseholdValidator validator, ResolvedHousehold household) {
        this.validator = validator;
        this.household = household;
    }

    /**
     * Checks a response, as {@link HouseholdValidator#validate} and {@link HouseholdValidator#validateDraft} do.
     *
     * @param response a response to the form
     * @param isDraft whether the response may still change
     * @param today what {@code today()} means in rules; null if it is not known, and then what reads it is undecided
     * @return what came of every edit
     * @throws IllegalArgumentException if the response is to another form, or the rules do not hold for its round
     */
    public ValidationReport validate(HouseholdResponse response, boolean isDraft, @Nullable LocalDate today) {
        return validator.validate(household, response, isDraft, today);
    }

    /**
     * Returns the household that was checked last, for rules that one household does not decide.
     *
     * @return the household, until the next one is checked; to be read only
     */
    public ResolvedHousehold household() {
        return household;
    }
}
