package io.github.bmnkit.area;

import static java.util.Objects.requireNonNull;

/**
 * The part of a local authority that lies in one district: the unit that certifies and is counted. Nearly every authority
 * lies in one district and has one part.
 *
 * @param authority the authority
 * @param district the district
 */
public record LocalAuthorityPart(LocalAuthorityCode authority, DistrictCode district) implements AreaCode {
    /**
     * Checks that both are there.
     *
     * @param authority the authority
     * @param district the district
     */
    public LocalAuthorityPart {
        requireNonNull(authority, "authority");
        requireNonNull(district, "district");
    }

    /** Returns district and authority, such as {@code 3601/A-12}. */
    @Override
    public String value() {
        return district.value() + "/" + authority.value();
    }

    @Override
    public AreaLevel level() {
        return AreaLevel.LOCAL_AUTHORITY;
    }

    @Override
    public String toString() {
        return value();
    }
}
