package io.github.bmnkit.area;

import java.util.Comparator;

/**
 * The code of an area of any level. Codes are compared by level, then by value; {@code toString} gives the value.
 */
public sealed interface AreaCode extends Comparable<AreaCode>
        permits CountryCode, RegionCode, ProvinceCode, DistrictCode, TambonCode, LocalAuthorityPart, VillageCode {
    /**
     * Returns the code as it is written.
     *
     * @return the text of the code, unique within its level
     */
    String value();

    /**
     * Returns what kind of area it is.
     *
     * @return the level
     */
    AreaLevel level();

    @Override
    default int compareTo(AreaCode other) {
        // Villages are many and compared often; their digits all have one length.
        if (this instanceof VillageCode village && other instanceof VillageCode otherVillage) {
            return Integer.compare(village.number(), otherVillage.number());
        }
        return Comparator.comparing(AreaCode::level)
                .thenComparing(AreaCode::value)
                .compare(this, other);
    }
}
