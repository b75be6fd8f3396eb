package io.github.bmnkit.batch;

import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.util.Arrays;
import java.util.Optional;
import java.util.ResourceBundle;

/** What can be wrong or noteworthy only when many households are seen together, apart from the rules. */
public enum AcrossFinding implements FindingCode {
    /** Several responses of a batch have one household id. */
    SAME_HOUSEHOLD(
            "across.same-household",
            Severity.ERROR,
            "คำตอบของครัวเรือนที่ส่งมาซ้ำ จากคำตอบทั้งหมด",
            "responses of a household that came more than once, of all responses"),
    /** Nobody knows who collected responses. */
    COLLECTOR_UNKNOWN(
            "across.collector-unknown",
            Severity.INFO,
            "คำตอบที่ไม่ทราบผู้จัดเก็บ จากคำตอบทั้งหมด",
            "responses without a known collector, of all responses"),
    /** A collector has more households than may be. */
    COLLECTOR_OVER_CAPACITY(
            "across.collector-over-capacity",
            Severity.WARNING,
            "ผู้จัดเก็บที่มีครัวเรือนเกินกำหนด จากผู้จัดเก็บทั้งหมด",
            "collectors with too many households, of all collectors"),
    /** A village has fewer households with a response than targeted. */
    VILLAGE_BELOW_TARGET(
            "across.village-below-target",
            Severity.WARNING,
            "หมู่บ้านที่ต่ำกว่าเป้าหมาย จากหมู่บ้านทั้งหมด",
            "villages with fewer households than targeted, of all villages"),
    /** A village has more households with a response than targeted. */
    VILLAGE_ABOVE_TARGET(
            "across.village-above-target",
            Severity.WARNING,
            "หมู่บ้านที่เกินเป้าหมาย จากหมู่บ้านทั้งหมด",
            "villages with more households than targeted, of all villages"),
    /** A household of the target list has no response. */
    LISTED_MISSING(
            "across.listed-missing",
            Severity.WARNING,
            "ครัวเรือนเป้าหมายที่ไม่มีคำตอบ จากครัวเรือนเป้าหมายทั้งหมด",
            "households of the target list without a response, of all listed"),
    /** A household with a response is in no target list, though its village has one. */
    NOT_LISTED(
            "across.not-listed",
            Severity.WARNING,
            "ครัวเรือนที่ไม่อยู่ในบัญชีเป้าหมาย จากครัวเรือนในหมู่บ้านที่มีบัญชี",
            "households that are not in the target list, of those in villages with a list"),
    /** A household answered in another village than the one that lists it. */
    OTHER_VILLAGE(
            "across.other-village",
            Severity.WARNING,
            "ครัวเรือนที่ตอบต่างหมู่บ้านจากบัญชีเป้าหมาย จากครัวเรือนเป้าหมายที่มีคำตอบ",
            "households that answered in another village than listed, of those listed with a response"),
    /** A household of the last round has no response in this one. */
    HOUSEHOLD_GONE(
            "across.household-gone",
            Severity.WARNING,
            "ครัวเรือนของรอบก่อนที่ไม่พบในรอบนี้ จากครัวเรือนของรอบก่อน",
            "households of the last round that are gone, of all of the last round"),
    /** A household was not in the last round. */
    HOUSEHOLD_NEW(
            "across.household-new",
            Severity.INFO,
            "ครัวเรือนที่ไม่มีในรอบก่อน จากครัวเรือนของรอบนี้",
            "households that are new since the last round, of all of this round"),
    /** A member of the last round is not in the household any more. */
    MEMBER_GONE(
            "across.member-gone",
            Severity.WARNING,
            "สมาชิกของรอบก่อนที่ไม่พบในครัวเรือนเดิม จากสมาชิกรอบก่อนของครัวเรือนที่มีทั้งสองรอบ",
            "members of the last round that are gone, of those of households in both rounds"),
    /** A member was not in the household in the last round. */
    MEMBER_NEW(
            "across.member-new",
            Severity.INFO,
            "สมาชิกที่ไม่มีในครัวเรือนในรอบก่อน จากสมาชิกรอบนี้ของครัวเรือนที่มีทั้งสองรอบ",
            "members that are new since the last round, of those of households in both rounds"),
    /** An amount is some times that of the last round, or more. */
    AMOUNT_ROSE(
            "across.amount-rose",
            Severity.WARNING,
            "จำนวนเงินที่เพิ่มเป็นหลายเท่าของรอบก่อน จากจำนวนเงินที่เทียบได้",
            "amounts that rose many times over since the last round, of those compared"),
    /** An amount is a small part of that of the last round, or less. */
    AMOUNT_FELL(
            "across.amount-fell",
            Severity.WARNING,
            "จำนวนเงินที่ลดเหลือเศษเสี้ยวของรอบก่อน จากจำนวนเงินที่เทียบได้",
            "amounts that fell to a small part since the last round, of those compared");

    private static final TextBundle TEXTS =
            TextBundle.load(locale -> ResourceBundle.getBundle("io.github.bmnkit.batch.AcrossFinding", locale));

    private final String id;
    private final Severity severity;
    private final Text counted;

    AcrossFinding(String id, Severity severity, String th, String en) {
        this.id = id;
        this.severity = severity;
        this.counted = Text.of(th, en);
    }

    static Optional<AcrossFinding> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public Text text() {
        return TEXTS.text(id);
    }

    /**
     * Returns what is counted, and of what, where a summary counts: responses, collectors, villages, households, members
     * or amounts.
     *
     * @return a phrase without values
     */
    public Text counted() {
        return counted;
    }
}
