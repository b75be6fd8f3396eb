package io.github.bmnkit.certification;

import io.github.bmnkit.finding.Text;

/** How far a household on the target list has come. */
public enum HouseholdStage {
    /** Nobody has been given the household yet. */
    LISTED("อยู่ในบัญชีเป้าหมาย", "on the target list"),
    /** A collector has the household, and there are no answers, or answers that were returned. */
    ASSIGNED("มอบหมายแล้ว", "assigned"),
    /** The interview is done and recorded. */
    COLLECTED("จัดเก็บแล้ว", "collected"),
    /** The collector has checked the answers. */
    CHECKED("ตรวจสอบแล้ว", "checked"),
    /** The head of the household or a representative has confirmed the answers. */
    CONFIRMED("ยืนยันแล้ว", "confirmed"),
    /** There will be no answers; an extension. */
    WITHOUT_DATA("สรุปได้โดยไม่มีข้อมูล", "resolved without data");

    private final Text text;

    HouseholdStage(String th, String en) {
        text = Text.of(th, en);
    }

    /**
     * Returns the name of the stage.
     *
     * @return the name in Thai and English
     */
    public Text text() {
        return text;
    }

    /**
     * Tells whether nothing is left to do.
     *
     * @return true for {@link #CONFIRMED} and {@link #WITHOUT_DATA}
     */
    public boolean isResolved() {
        return this == CONFIRMED || this == WITHOUT_DATA;
    }
}
