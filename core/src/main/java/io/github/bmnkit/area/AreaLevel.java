package io.github.bmnkit.area;

import io.github.bmnkit.finding.Text;

/** The levels of areas, the smallest first. */
public enum AreaLevel {
    /** A village, or a community in a municipality. */
    VILLAGE("หมู่บ้าน/ชุมชน", "village"),
    /** A sub-district. */
    TAMBON("ตำบล", "tambon"),
    /** The part of a local authority that lies in one district. */
    LOCAL_AUTHORITY("องค์กรปกครองส่วนท้องถิ่น", "local authority"),
    /** A district. */
    DISTRICT("อำเภอ", "district"),
    /** A province. */
    PROVINCE("จังหวัด", "province"),
    /** An inspection region. */
    REGION("เขตตรวจราชการ", "inspection region"),
    /** The whole country; for certification, the department that receives. */
    COUNTRY("ประเทศ", "country");

    private final Text text;

    AreaLevel(String th, String en) {
        text = Text.of(th, en);
    }

    /**
     * Returns the name of the level.
     *
     * @return the name in Thai and English
     */
    public Text text() {
        return text;
    }
}
