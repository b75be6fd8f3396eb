package io.github.bmnkit.release;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.html.HtmlPage;
import io.github.bmnkit.html.HtmlTable;
import io.github.bmnkit.release.ReleaseRequest.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * What was done to make a release safe, what was lost by it, and which risk is left. It is for the host: the rare
 * combinations that it names are those that the partner must not see.
 *
 * @param request the request, id and edition
 * @param title the name of the request
 * @param unit what a record is about
 * @param k how many households must be alike
 * @param counts what became of the households that were offered
 * @param before the measure at the least level of generalisation
 * @param after the measure of what is released
 * @param generalised how far each quasi-identifier was generalised
 * @param loss what generalising lost: the mean of level by height over the quasi-identifiers, that is one less Sweeney's
 *     precision (2002)
 * @param leftOut how many records were left out
 * @param blanked of how many records the quasi-identifiers were blanked
 * @param rarest the rarest combinations before, at most {@value #MOST_RARE}, in generalised values
 * @param demonstration whether a definition was used outside its rounds
 */
public record RiskReport(
        String request,
        Text title,
        Unit unit,
        int k,
        ReleasedData.Counts counts,
        Measure before,
        Measure after,
        List<Generalised> generalised,
        Share loss,
        long leftOut,
        long blanked,
        List<Rare> rarest,
        boolean demonstration) {
    /** How many rare combinations are named at most. */
    public static final int MOST_RARE = 10;

    /**
     * Copies the lists.
     *
     * @param request the request, id and edition
     * @param title the name of the request
     * @param unit what a record is about
     * @param k how many households must be alike
     * @param counts what became of the households that were offered
     * @param before the measure at the least level of generalisation
     * @param after the measure of what is released
     * @param generalised how far each quasi-identifier was generalised
     * @param loss what generalising lost
     * @param leftOut how many records were left out
     * @param blanked of how many records the quasi-identifiers were blanked
     * @param rarest the rarest combinations before
     * @param demonstration whether a definition was used outside its rounds
     */
    public RiskReport {
        requireNonNull(request, "request");
        requireNonNull(title, "title");
        requireNonNull(unit, "unit");
        requireNonNull(counts, "counts");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        requireNonNull(loss, "loss");
        generalised = List.copyOf(generalised);
        rarest = List.copyOf(rarest);
    }

    /**
     * How many are alike. Records are alike if their quasi-identifiers are, and are then in one class; what counts is from
     * how many households they come.
     *
     * @param smallest the households of the smallest class: what is asked for is that this is at least k; 0 without records
     * @param classes the number of classes
     * @param classesBelow the number of classes of fewer than k households
     * @param records the number of records
     * @param recordsBelow the number of records in such classes
     */
    public record Measure(long smallest, long classes, long classesBelow, long records, long recordsBelow) {
        /**
         * Returns the risk of the average record that somebody who knows its quasi-identifiers finds it.
         *
         * @return classes by records
         */
        public Share averageRisk() {
            return Share.of(classes, records);
        }
    }

    /**
     * How far a quasi-identifier was generalised.
     *
     * @param column the question, or {@code _area}
     * @param level the level, 0 for the least that was asked for
     * @param height the level at which nothing is left
     */
    public record Generalised(String column, int level, int height) {
        /**
         * Checks that there is a column.
         *
         * @param column the question, or {@code _area}
         * @param level the level, 0 for the least that was asked for
         * @param height the level at which nothing is left
         */
        public Generalised {
            requireNonNull(column, "column");
        }

        private Text label() {
            return column.equals(Release.AREA) ? Text.of("พื้นที่", "area") : Text.of(column, column);
        }
    }

    /**
     * A combination that few share.
     *
     * @param combination the quasi-identifiers at the least level of generalisation
     * @param households how many households share it
     */
    public record Rare(String combination, long households) {
        /**
         * Checks that there is a combination.
         *
         * @param combination the quasi-identifiers at the least level of generalisation
         * @param households how many households share it
         */
        public Rare {
            requireNonNull(combination, "combination");
        }
    }

    private record Line(Text label, String value) {}

    private List<Line> households() {
        return List.of(
                new Line(Text.of("ครัวเรือนที่นำเข้า", "Households offered"), "" + counts.offered()),
                new Line(Text.of("ยังไม่สมบูรณ์", "Drafts"), "" + counts.drafts()),
                new Line(Text.of("ไม่ยินยอม", "Without consent"), "" + counts.withoutConsent()),
                new Line(Text.of("นอกพื้นที่", "Outside the areas"), "" + counts.outsideAreas()),
                new Line(Text.of("นอกรอบปีหรือช่วงเวลา", "Outside rounds or period"), "" + counts.outsidePeriod()),
                new Line(Text.of("ครัวเรือนที่ใช้", "Households taken"), "" + counts.taken()),
                new Line(Text.of("ระเบียนที่ตัดออก", "Records left out"), "" + leftOut),
                new Line(
                        Text.of("ระเบียนที่ปกปิดตัวระบุโดยอ้อม", "Records with quasi-identifiers blanked"),
                        "" + blanked),
                new Line(Text.of("ระเบียนที่เปิดเผย", "Records released"), "" + after.records()));
    }

    private List<List<String>> measures(Locale locale) {
        return List.of(
                row(
                        locale,
                        Text.of("ครัวเรือนในกลุ่มที่เล็กที่สุด", "Households of the smallest class"),
                        before.smallest,
                        after.smallest),
                row(locale, Text.of("จำนวนกลุ่ม", "Classes"), before.classes, after.classes),
                row(
                        locale,
                        Text.of("กลุ่มที่เล็กกว่าเกณฑ์", "Classes below k"),
                        before.classesBelow,
                        after.classesBelow),
                row(locale, Text.of("ระเบียน", "Records"), before.records, after.records),
                row(
                        locale,
                        Text.of("ระเบียนในกลุ่มที่เล็กกว่าเกณฑ์", "Records in classes below k"),
                        before.recordsBelow,
                        after.recordsBelow),
                List.of(
                        Text.of("ความเสี่ยงเฉลี่ยที่จะถูกระบุตัว", "Average risk of being found")
                                .in(locale),
                        percent(before.averageRisk()),
                        percent(after.averageRisk())));
    }

    private static List<String> row(Locale locale, Text label, long before, long after) {
        return List.of(label.in(locale), Long.toString(before), Long.toString(after));
    }

    private static String percent(Share share) {
        return share.percent(2).map(BigDecimal::toPlainString).orElse("-") + " %";
    }

    private Text lead() {
        return Text.of(
                request + " · หน่วย: " + unit.text().th() + " · k = " + k + " ครัวเรือน",
                request + " · unit: " + unit.text().en() + " · k = " + k + " households");
    }

    private static Text heading() {
        return Text.of("รายงานความเสี่ยงของการเปิดเผยข้อมูล", "Disclosure risk report");
    }

    private static Text hostOnly() {
        return Text.of(
                "สำหรับหน่วยงานเจ้าของข้อมูลเท่านั้น ห้ามส่งให้ผู้รับข้อมูล เพราะมีชุดค่าที่พบน้อยซึ่งถูกปกปิดไว้",
                "For the owner of the data only, not for the recipient: it names rare combinations that were hidden.");
    }

    private static Text demonstrationNote() {
        return Text.of(
                "เป็นการสาธิต: ใช้นิยามนอกรอบปีที่กำหนด", "A demonstration: a definition is used outside its rounds.");
    }

    private Text lossText() {
        return Text.of(
                "ความละเอียดที่เสียไป (1 - Precision ของ Sweeney 2002): " + percent(loss),
                "Lost by generalising (1 - Sweeney's precision, 2002): " + percent(loss));
    }

    /**
     * Writes the report as text.
     *
     * @param locale Thai or English
     * @return lines of text
     */
    public String toText(Locale locale) {
        StringBuilder out = new StringBuilder();
        line(out, heading().in(locale) + ": " + title.in(locale));
        line(out, lead().in(locale));
        line(out, hostOnly().in(locale));
        if (demonstration) {
            line(out, demonstrationNote().in(locale));
        }
        households().forEach(each -> line(out, each.label().in(locale) + ": " + each.value()));
        measures(locale).forEach(each -> line(out, each.get(0) + ": " + each.get(1) + " -> " + each.get(2)));
        generalised.forEach(each -> line(out, each.label().in(locale) + ": " + each.level() + "/" + each.height()));
        line(out, lossText().in(locale));
        rarest.forEach(each -> line(out, each.combination() + ": " + each.households()));
        return out.toString();
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }

    /**
     * Writes the report as a page that needs nothing else.
     *
     * @param locale Thai or English
     * @return the page
     */
    public String toHtml(Locale locale) {
        HtmlPage page = new HtmlPage(
                        Text.of(heading().th() + ": " + title.th(), heading().en() + ": " + title.en()), locale)
                .lead(lead())
                .note(hostOnly());
        if (demonstration) {
            page.note(demonstrationNote());
        }
        HtmlTable offered =
                new HtmlTable(Text.of("", ""), List.of(Text.of("รายการ", "Item"), Text.of("จำนวน", "Number")), 1);
        households().forEach(each -> offered.row(List.of(each.label().in(locale), each.value())));
        HtmlTable measured = new HtmlTable(
                Text.of("", ""),
                List.of(Text.of("ตัววัด", "Measure"), Text.of("ก่อน", "Before"), Text.of("หลัง", "After")),
                1);
        measures(locale).forEach(measured::row);
        HtmlTable levels = new HtmlTable(
                Text.of("", ""),
                List.of(
                        Text.of("ตัวระบุโดยอ้อม", "Quasi-identifier"),
                        Text.of("ระดับ", "Level"),
                        Text.of("ระดับสูงสุด", "Height")),
                1);
        generalised.forEach(
                each -> levels.row(List.of(each.label().in(locale), "" + each.level(), "" + each.height())));
        page.section(Text.of("ครัวเรือนและระเบียน", "Households and records")).table(offered);
        page.section(Text.of("ความเสี่ยง", "Risk")).table(measured);
        page.section(Text.of("การลดความละเอียด", "Generalisation"))
                .table(levels)
                .paragraph(lossText());
        if (!rarest.isEmpty()) {
            HtmlTable rare = new HtmlTable(
                    Text.of("", ""), List.of(Text.of("ชุดค่า", "Combination"), Text.of("ครัวเรือน", "Households")), 1);
            rarest.forEach(each -> rare.row(List.of(each.combination(), "" + each.households())));
            page.section(Text.of("ชุดค่าที่พบน้อยที่สุด ก่อนปกป้อง", "Rarest combinations before protection"))
                    .table(rare);
        }
        return page.toHtml();
    }
}
