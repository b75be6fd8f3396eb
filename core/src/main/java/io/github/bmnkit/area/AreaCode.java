package io.github.bmnkit.area;

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
        // By numbers, not texts, where there are many: a register is sorted and searched by its codes.
        if (this instanceof VillageCode a && other instanceof VillageCode b) {
            return Integer.compare(a.number(), b.number());
        }
        if (this instanceof TambonCode a && other instanceof TambonCode b) {
            return Integer.compare(a.number(), b.number());
        }
        if (this instanceof DistrictCode a && other instanceof DistrictCode b) {
            return Integer.compare(a.number(), b.number());
        }
        if (this instanceof LocalAuthorityPart a && other instanceof LocalAuthorityPart b) {
            int byDistrict = Integer.compare(a.district().number(), b.district().number());
            return byDistrict != 0 ? byDistrict : a.authority().compareTo(b.authority());
        }
        int byLevel = level().compareTo(other.level());
        return byLevel != 0 ? byLevel : value().compareTo(other.value());
    }
}
