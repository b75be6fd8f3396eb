package io.github.bmnkit.indicator;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.html.HtmlPage;
import io.github.bmnkit.html.HtmlTable;
import io.github.bmnkit.identity.BuddhistDate;
import io.github.bmnkit.identity.ThaiDigits;
import io.github.bmnkit.indicator.IndicatorSet.Dimension;
import io.github.bmnkit.indicator.SummarySheet.Amount;
import io.github.bmnkit.indicator.SummarySheet.Heading;
import io.github.bmnkit.round.DefinitionStatus;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the summary of a household as a page. */
final class SheetPage {
    private static final Text TITLE =
            Text.of("แบบสรุปคุณภาพชีวิตของครัวเรือน", "Summary of the household's quality of life");
    private static final String NONE = "–";

    private final SummarySheet sheet;
    private final HouseholdIndicators results;
    private final IndicatorSet set;
    private final Heading heading;
    private final Locale locale;
    private final boolean thai;

    SheetPage(SummarySheet sheet, Heading heading, Locale locale) {
        this.sheet = sheet;
        this.results = sheet.results();
        this.set = results.set();
        this.heading = heading;
        this.locale = locale;
        this.thai = locale.getLanguage().equals(Text.THAI.getLanguage());
    }

    String toHtml() {
        HtmlPage page = new HtmlPage(TITLE, locale).lead(same(whose())).lead(same(where()));
        if (results.isDemonstration()) {
            page.note(Text.of(
                    "เป็นการสาธิต: ตัวชี้วัดชุดนี้ใช้กับรอบปี " + rounds() + " ไม่ใช่รอบปี " + digits(results.round()),
                    "A demonstration: these indicators hold for the rounds " + rounds() + ", not for "
                            + results.round()));
        }
        return page.table(table()).footer(footer()).toHtml();
    }

    private String whose() {
        String head = heading.head();
        return Text.of("จปฐ. ปี ", "BMN round ").in(locale)
                + digits(results.round())
                + Text.of(" · ครัวเรือน ", " · household ").in(locale)
                + results.household().value()
                + (head == null
                        ? ""
                        : Text.of(" · หัวหน้าครัวเรือน ", " · head ").in(locale) + head);
    }

    private String where() {
        LocalDate surveyed = heading.surveyed();
        String area = heading.area().in(locale);
        if (surveyed == null) {
            return area;
        }
        return area
                + Text.of(" · สำรวจเมื่อ ", " · surveyed on ").in(locale)
                + (thai
                        ? BuddhistDate.format(surveyed, BuddhistDate.Style.LONG, BuddhistDate.Digits.THAI)
                        : surveyed.toString());
    }

    private HtmlTable table() {
        HtmlTable table = new HtmlTable(
                        same(""),
                        List.of(
                                Text.of("ที่", "No."),
                                Text.of("ตัวชี้วัด", "Indicator"),
                                Text.of("ผล", "Result"),
                                Text.of("จำนวน", "Number")),
                        3)
                .compact();
        for (Dimension dimension : set.dimensions()) {
            List<Indicator> listed = set.indicators(dimension.id());
            Text group =
                    Text.of("หมวด" + dimension.title().th(), dimension.title().en());
            table.group(group.in(locale) + " (" + digits(listed.size()) + ")");
            listed.forEach(indicator -> row(table, indicator));
        }
        boolean isFirst = true;
        for (Amount amount : sheet.figures()) {
            if (amount.figure().indicator() == null) {
                if (isFirst) {
                    table.gap();
                    isFirst = false;
                }
                table.row(List.of("", digits(amount.figure().title().in(locale)), "", number(amount)));
            }
        }
        return table;
    }

    private void row(HtmlTable table, Indicator indicator) {
        IndicatorResult result = results.result(indicator.number());
        if (result.outcome() == IndicatorOutcome.NOT_MET) {
            table.stress();
        }
        String outcome = result.outcome() == IndicatorOutcome.NOT_APPLICABLE
                ? NONE
                : result.outcome().text().in(locale);
        table.row(List.of(
                digits(indicator.number()), digits(indicator.title().in(locale)), outcome, beside(indicator, result)));
    }

    /** A number of the set's own, or how many persons do not meet it. */
    private String beside(Indicator indicator, IndicatorResult result) {
        Optional<Amount> figure = sheet.figures().stream()
                .filter(amount -> Integer.valueOf(indicator.number())
                        .equals(amount.figure().indicator()))
                .findFirst();
        if (figure.isPresent()) {
            return number(figure.get());
        }
        if (indicator.unit() == Indicator.Unit.HOUSEHOLD || !result.outcome().isDecided()) {
            return "";
        }
        if (!result.isCounted()) {
            return NONE;
        }
        return result.notMet() == 0
                ? Text.of(digits(result.surveyed()) + " คน", "of " + result.surveyed())
                        .in(locale)
                : Text.of(
                                "ไม่ผ่าน " + digits(result.notMet()) + " ใน " + digits(result.surveyed()) + " คน",
                                result.notMet() + " not met of " + result.surveyed())
                        .in(locale);
    }

    private String number(Amount amount) {
        if (!(amount.value() instanceof Value.Amount number)) {
            return NONE;
        }
        int scale = Math.max(0, number.value().scale());
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(scale);
        format.setMaximumFractionDigits(scale);
        return digits(format.format(number.value())) + " "
                + amount.figure().unit().in(locale);
    }

    private Text footer() {
        int met = sheet.count(IndicatorOutcome.MET);
        int notMet = sheet.count(IndicatorOutcome.NOT_MET);
        int incomplete = sheet.count(IndicatorOutcome.INCOMPLETE);
        int other = sheet.count(IndicatorOutcome.NOT_APPLICABLE);
        Text status = set.status() == DefinitionStatus.OFFICIAL
                ? same("")
                : Text.of(
                        " นิยามรวบรวมจากเอกสารเผยแพร่ ไม่ใช่ฉบับทางการ",
                        " Definitions put together from public sources; not official.");
        return Text.of(
                "ผ่าน " + digits(met) + " ไม่ผ่าน " + digits(notMet) + " ยังสรุปไม่ได้ " + digits(incomplete)
                        + " ไม่เกี่ยวข้อง (" + NONE + ") " + digits(other) + " ตัวชี้วัด · ตัวชี้วัดชุด "
                        + set.coordinate()
                        + status.th(),
                "Met " + met + ", not met " + notMet + ", incomplete " + incomplete + ", not applicable (" + NONE + ") "
                        + other + " · indicators " + set.coordinate() + "." + status.en());
    }

    private String rounds() {
        return digits(set.firstRound() + "-" + set.lastRound());
    }

    private String digits(long number) {
        return digits(Long.toString(number));
    }

    private String digits(String text) {
        return thai ? ThaiDigits.toThai(text) : text;
    }

    private static Text same(String text) {
        return Text.of(text, text);
    }
}
