package io.github.bmnkit.testing;

import io.github.bmnkit.identity.HouseCode;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.identity.PersonName;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Synthetic people and houses: nobody's IDs, made up digit by digit. */
public final class Identities {
    private Identities() {}

    /** IDs of all classes of person from 1 to 8. */
    public static Arbitrary<NationalId> nationalIds() {
        return Arbitraries.longs().between(100_000_000_000L, 899_999_999_999L).map(Identities::withCheckDigit);
    }

    /** IDs that are read with a warning: class of person 0. */
    public static Arbitrary<NationalId> nationalIdsOfClassZero() {
        return Arbitraries.longs().between(0, 99_999_999_999L).map(Identities::withCheckDigit);
    }

    /** House codes. */
    public static Arbitrary<HouseCode> houseCodes() {
        return Arbitraries.longs().between(0, 99_999_999_999L).map(number -> HouseCode.of("%011d".formatted(number)));
    }

    /** Ids of households in the way of some host. */
    public static Arbitrary<HouseholdId> householdIds() {
        return Arbitraries.integers().between(1, 999_999).map(number -> HouseholdId.of("H-%06d".formatted(number)));
    }

    /** Names from small lists. */
    public static Arbitrary<PersonName> personNames() {
        return Combinators.combine(
                        Arbitraries.of("นาย", "นาง", "น.ส.", "ด.ช.", ""),
                        Arbitraries.of("สมชาย", "สมหญิง", "บุญมี", "ใจดี", "กุ้ง"),
                        Arbitraries.of("ใจงาม", "ทดสอบ", "ตัวอย่าง", ""))
                .as(PersonName::of);
    }

    /** The ID of twelve digits, its check digit computed as the definition reads, independently of the code under test. */
    public static NationalId withCheckDigit(long firstTwelve) {
        String digits = "%012d".formatted(firstTwelve);
        int sum = 0;
        for (int i = 1; i <= 12; i++) {
            sum += (digits.charAt(i - 1) - '0') * (14 - i);
        }
        return NationalId.of(digits + (11 - sum % 11) % 10);
    }
}
