package io.github.bmnkit.certification;

import io.github.bmnkit.finding.Text;
import java.util.Optional;
import java.util.stream.Stream;

/** What a template can have filled in. A name in braces stands for it in a text, such as {@code {TARGET}}. */
enum PaperField {
    /** The unit, with its level. */
    UNIT("หน่วย", "Unit", Where.LINE),
    /** The level, as papers abbreviate it. */
    LEVEL("ระดับ", "Level", Where.PAPER),
    /** The year of the round. */
    YEAR("ปี", "Round", Where.PAPER),
    /** The day of the certificate; of a summary that was not certified, the day of the summary. */
    DATE("วันที่", "Date", Where.PAPER),
    /** Who presented. */
    PRESENTER("ผู้นำเสนอ", "Presented by", Where.PAPER),
    /** How far the unit has come. */
    STAGE("สถานะ", "Stage", Where.LINE),
    TARGET("ครัวเรือนเป้าหมาย", "Target households", Where.LINE),
    RESOLVED("ครัวเรือนที่สรุปได้แล้ว", "Households resolved", Where.LINE),
    CONFIRMED("ครัวเรือนที่ยืนยันข้อมูลแล้ว", "Households confirmed", Where.LINE),
    /** Resolved in the target, in percent. */
    COVERAGE("ร้อยละของเป้าหมาย", "Percent of target", Where.LINE),
    HARD_EDITS("ข้อผิดพลาดที่พบจากที่ตรวจ", "Hard edits failed of those decided", Where.LINE),
    SOFT_EDITS("ข้อสังเกตที่พบจากที่ตรวจ", "Soft edits failed of those decided", Where.LINE),
    ACCEPTED_SOFT_EDITS("ข้อสังเกตที่ยืนยันพร้อมเหตุผล", "Soft edits accepted with a reason", Where.LINE),
    /** The re-check of a sample, if there was one. */
    RECHECK("การสุ่มตรวจซ้ำ", "Re-check of a sample", Where.LINE),
    /** How many units there are directly beneath. */
    UNITS("จำนวนหน่วยที่นำเสนอ", "Units presented", Where.SUMMARY),
    /** Units beneath that missed their deadline. */
    LATE("หน่วยที่ส่งเอกสารล่าช้า", "Units late with their papers", Where.SUMMARY);

    /** In what a field is known. */
    enum Where {
        /** Of every unit, also one of a table. */
        LINE,
        /** Of every paper. */
        PAPER,
        /** Of a confidence summary only. */
        SUMMARY
    }

    private final Text label;
    private final Where where;

    PaperField(String th, String en, Where where) {
        label = Text.of(th, en);
        this.where = where;
    }

    static Optional<PaperField> find(String name) {
        return Stream.of(values()).filter(field -> field.name().equals(name)).findFirst();
    }

    Text label() {
        return label;
    }

    Where where() {
        return where;
    }
}
