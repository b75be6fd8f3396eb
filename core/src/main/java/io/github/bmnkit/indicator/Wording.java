package io.github.bmnkit.indicator;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.DefinitionStatus;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How figures and areas are written, and what every report must say of its data. */
final class Wording {
    static final Text SEX_NOT_KNOWN = Text.of("ไม่ทราบเพศ", "sex not known");
    static final Text NOT_RECORDED = Text.of("ไม่ได้บันทึก", "not recorded");
    static final String NONE = "-";

    private static final Text NOT_CERTIFIED = Text.of(
            "ตัวเลขนี้ยังไม่ได้กรองตามคำรับรอง จึงอาจมีข้อมูลที่ยังไม่ได้รับรองหรือคำรับรองสิ้นผลแล้ว",
            "These figures were not checked against certificates: data that are not certified, or no longer, may be among"
                    + " them.");
    private static final Text DEMONSTRATION = Text.of(
            "ใช้เพื่อการสาธิตเท่านั้น: ตัวชี้วัดหรือนิยามการรับรองถูกใช้นอกรอบปีที่กำหนด",
            "For demonstration only: indicators or rules of certification are used for a round that they were not made for.");

    private Wording() {}

    static String count(long number) {
        return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    static String percent(Share notMet) {
        return Percents.notMet(notMet).map(BigDecimal::toPlainString).orElse(NONE);
    }

    /** A percentage with both its numbers, such as {@code 5.64 % (31,506 / 558,139)}. */
    static String share(Share share) {
        return percent(share) + " % (" + count(share.part()) + " / " + count(share.whole()) + ")";
    }

    static String points(Optional<IndicatorChange.Difference> difference) {
        return difference
                .map(each -> each.points(Percents.DIGITS))
                .map(points -> (points.signum() > 0 ? "+" : points.signum() < 0 ? "−" : "")
                        + points.abs().toPlainString())
                .orElse(NONE);
    }

    /** What kind of area it is, with its name. */
    static Text area(IndicatorTable table, AreaCode area) {
        Text name = table.tree().name(area);
        if (area.level() == AreaLevel.COUNTRY || area.level() == AreaLevel.REGION) {
            return name;
        }
        Text level = area.level().text();
        return Text.of(
                level.th() + name.th() + " (" + area.value() + ")",
                name.en() + " (" + level.en() + " " + area.value() + ")");
    }

    /** Code and name, because there are villages of the same name. */
    static Text shortArea(IndicatorTable table, AreaCode area) {
        Text name = table.tree().name(area);
        String code = area.level() == AreaLevel.REGION ? "" : area.value() + "  ";
        return Text.of(code + name.th(), code + name.en());
    }

    static Text status(DefinitionStatus status) {
        return switch (status) {
            case OFFICIAL -> Text.of("ฉบับทางการ", "official");
            case REFERENCE ->
                Text.of("ฉบับอ้างอิง เรียบเรียงจากแหล่งเปิดเผย", "for reference, rebuilt from public sources");
            case DRAFT -> Text.of("ฉบับร่าง", "a draft");
        };
    }

    static Text view(IndicatorTable table) {
        return table.tree().view() == AreaView.ADMINISTRATIVE
                ? Text.of("พื้นที่ตามการปกครอง", "Areas as they are administered")
                : Text.of("พื้นที่ตามการรับรองข้อมูล", "Areas as they certify");
    }

    static boolean isDemonstration(IndicatorTable table) {
        return table.aggregate().isDemonstration()
                || table.certified().map(CertifiedIndicators::isDemonstration).orElse(false);
    }

    /** Whether the data are certified, and whether this is a demonstration: no report leaves it out. */
    static List<Text> notes(IndicatorTable table) {
        List<Text> notes = new ArrayList<>();
        if (isDemonstration(table)) {
            notes.add(DEMONSTRATION);
        }
        notes.add(table.certified().map(Wording::certified).orElse(NOT_CERTIFIED));
        int outside = table.outside().size();
        if (outside > 0) {
            notes.add(Text.of(
                    "ไม่ได้นับ " + count(outside) + " หมู่บ้าน/ชุมชนที่ไม่มีในทะเบียนพื้นที่",
                    count(outside) + " villages that the register does not have are counted nowhere."));
        }
        return notes;
    }

    private static Text certified(CertifiedIndicators certified) {
        Text level = certified.level().text();
        int villages = certified.aggregate().cells().size();
        int excluded = certified.excluded().size();
        return Text.of(
                "นับเฉพาะหมู่บ้าน/ชุมชนที่คำรับรองระดับ" + level.th() + "ยังมีผล และประมวลผลจากข้อมูลชุดที่รับรอง: นับ "
                        + count(villages) + " หมู่บ้าน/ชุมชน ไม่นับ " + count(excluded) + " (ทุกพื้นที่รวมกัน)",
                "Counted are only villages for which a certificate of the level " + level.en()
                        + " holds, from the very data that were certified: " + count(villages) + " villages, and "
                        + count(excluded) + " are left out (in all areas together).");
    }
}
