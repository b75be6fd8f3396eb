package io.github.bmnkit.examples.jakarta;

import io.github.bmnkit.constraints.ValidHousehold;
import io.github.bmnkit.response.HouseholdResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** A household's answers, as a collector sends them. */
record Delivery(
        @NotBlank String collector,
        @NotNull @ValidHousehold(rules = "bmn-2560") HouseholdResponse household) {}
