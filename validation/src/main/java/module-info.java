/**
 * Validation of Basic Minimum Needs data. Start at {@link io.github.bmnkit.constraints} for the beans and records of a
 * host, at {@link io.github.bmnkit.rule.RuleSets} for the rules of a form, and at {@link
 * io.github.bmnkit.validation.HouseholdValidator} to check households, with {@link io.github.bmnkit.batch.Batch} many of
 * them.
 */
module io.github.bmnkit.validation {
    requires com.fasterxml.jackson.core;
    requires transitive io.github.bmnkit.core;
    requires transitive jakarta.validation;
    requires static org.jspecify;

    exports io.github.bmnkit.batch;
    exports io.github.bmnkit.constraints;
    exports io.github.bmnkit.rule;
    exports io.github.bmnkit.validation;

    provides jakarta.validation.ConstraintValidator with
            io.github.bmnkit.constraints.BuddhistEraYearTextValidator,
            io.github.bmnkit.constraints.BuddhistEraYearValidator,
            io.github.bmnkit.constraints.HouseCodeValidator,
            io.github.bmnkit.constraints.NationalIdValidator,
            io.github.bmnkit.constraints.ProvinceCodeValidator,
            io.github.bmnkit.constraints.ValidHouseholdValidator,
            io.github.bmnkit.constraints.VillageCodeValidator;
}
