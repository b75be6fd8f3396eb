package io.github.bmnkit.examples.jakarta;

import io.github.bmnkit.constraints.BuddhistEraYear;
import io.github.bmnkit.constraints.HouseCode;
import io.github.bmnkit.constraints.NationalId;
import io.github.bmnkit.constraints.ProvinceCode;
import io.github.bmnkit.constraints.VillageCode;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;

/** What a volunteer fills in to be registered as a collector, as text that came over the wire. */
record CollectorForm(
        @NotBlank String name,
        @NotBlank @NationalId String nationalId,
        @HouseCode String houseCode,
        @VillageCode String village,
        @ProvinceCode String province,
        @BuddhistEraYear int firstRound,
        @Email String email) {}
