package io.github.bmnkit.area;

import java.util.List;

/** The two ways in which villages add up to the country. */
public enum AreaView {
    /** As the country is administered: village, tambon, district, province, inspection region. Targets go this way. */
    ADMINISTRATIVE,
    /** As the data are certified: village, local authority, district, province, department. */
    CERTIFYING;

    /**
     * Returns the levels of the view.
     *
     * @return the levels, from the country down to the village
     */
    public List<AreaLevel> levels() {
        return switch (this) {
            case ADMINISTRATIVE ->
                List.of(
                        AreaLevel.COUNTRY,
                        AreaLevel.REGION,
                        AreaLevel.PROVINCE,
                        AreaLevel.DISTRICT,
                        AreaLevel.TAMBON,
                        AreaLevel.VILLAGE);
            case CERTIFYING ->
                List.of(
                        AreaLevel.COUNTRY,
                        AreaLevel.PROVINCE,
                        AreaLevel.DISTRICT,
                        AreaLevel.LOCAL_AUTHORITY,
                        AreaLevel.VILLAGE);
        };
    }
}
