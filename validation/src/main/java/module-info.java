/**
 * Validation of Basic Minimum Needs data. Start at {@link io.github.bmnkit.constraints} for the beans and records of a
 * host.
 */
module io.github.bmnkit.validation {
    requires transitive io.github.bmnkit.core;
    requires transitive jakarta.validation;
    requires static org.jspecify;

    exports io.github.bmnkit.constraints;

    provides jakarta.validation.ConstraintValidator with
            io.github.bmnkit.constraints.BuddhistEraYearTextValidator,
            io.github.bmnkit.constraints.BuddhistEraYearValidator,
            io.github.bmnkit.constraints.HouseCodeValidator,
            io.github.bmnkit.constraints.NationalIdValidator,
            io.github.bmnkit.constraints.ProvinceCodeValidator,
            io.github.bmnkit.constraints.VillageCodeValidator;
}
