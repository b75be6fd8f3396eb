package io.github.bmnkit.certification;

import io.github.bmnkit.finding.Text;

/**
 * What this SDK can add to the process. No paper asks for any of it, so each is off unless a definition names it.
 */
public enum Extension {
    /** A household that gives no data counts as resolved, with a reason and a reference to evidence. */
    RESOLVED_WITHOUT_DATA("สรุปได้โดยไม่มีข้อมูล", "resolved without data"),
    /** A household's data go back to the collector for correction, with a reason. */
    RETURN_HOUSEHOLD("ส่งข้อมูลครัวเรือนกลับแก้ไข", "return of a household's data"),
    /** A level takes a level beneath it, and all between, out of certification, with a reason. */
    RETURN_UNIT("ส่งกลับแก้ไข", "return to a level beneath"),
    /** A unit takes its own presentation or certificate back, with a reason. */
    REOPEN("เปิดใหม่", "reopening"),
    /** Only the department itself records that a province's papers have reached it. */
    RECEIPT_BY_DEPARTMENT("กรมลงรับเอง", "receipt by the department"),
    /** A level needs a number of distinct signatures. */
    QUORUM("จำนวนผู้ลงนามขั้นต่ำ", "quorum"),
    /** Who collected does not record the confirmation, who presents is not alone in signing, nobody signs two adjacent levels. */
    SEPARATION_OF_DUTIES("การแบ่งแยกหน้าที่", "separation of duties"),
    /** Someone signs for another, as a delegation says; recorded as one for the other. */
    DELEGATION("การมอบอำนาจ", "delegation"),
    /** The levels that the definition says need a re-check of a sample of their households before they present. */
    SAMPLE_RECHECK("การสุ่มตรวจซ้ำ", "sample re-check");

    private final Text text;

    Extension(String th, String en) {
        text = Text.of(th, en);
    }

    /**
     * Returns the name of the extension.
     *
     * @return the name in Thai and English
     */
    public Text text() {
        return text;
    }
}
