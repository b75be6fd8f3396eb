package io.github.bmnkit.progress;

import io.github.bmnkit.apportionment.Ratio;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.csv.TextTable;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.html.BarChart;
import io.github.bmnkit.html.HtmlPage;
import io.github.bmnkit.html.HtmlPage.KeyFigure;
import io.github.bmnkit.html.HtmlTable;
import io.github.bmnkit.identity.BuddhistDate;
import io.github.bmnkit.progress.Pace.Standing;
import io.github.bmnkit.progress.ProgressBoard.Row;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A board for people, in one language. */
final class BoardPages {
    private static final List<Text> HEADER = List.of(
            Text.of("พื้นที่", "Area"),
            Text.of("เป้าหมาย", "Target"),
            Text.of("แล้วเสร็จ", "Done"),
            Text.of("ร้อยละ", "%"),
            Text.of("คงเหลือ", "Remaining"),
            Text.of("เกินเป้า", "Over"),
            Text.of("ไม่มีข้อมูล", "No data"),
            Text.of("ต่อวัน", "A day"),
            Text.of("ต้องทำต่อวัน", "Needed"),
            Text.of("เทียบแผน", "Ahead"),
            Text.of("คาดว่าครบ", "Full by"));

    private final ProgressBoard board;
    private final Locale locale;

    BoardPages(ProgressBoard board, Locale locale) {
        this.board = board;
        this.locale = locale;
    }

    String text() {
        StringBuilder out = new StringBuilder();
        out.append(title().in(locale)).append('\n').append(lead().in(locale)).append('\n');
        board.notes().forEach(note -> out.append("! ").append(note.in(locale)).append('\n'));
        TextTable table = new TextTable(1);
        table.row(HEADER.stream().map(each -> each.in(locale)).toList());
        for (Row row : board.rows()) {
            boolean part = row.parent().equals(board.total().area());
            table.row(cells((part ? "" : "  ") + name(row), row.pace()));
        }
        table.row(cells(Text.of("รวม", "Total").in(locale), board.total().pace()));
        return out.append('\n')
                .append(table)
                .append('\n')
                .append(explanation().in(locale))
                .append('\n')
                .toString();
    }

    String html() {
        HtmlPage page = new HtmlPage(title(), locale).lead(lead());
        board.notes().forEach(page::note);
        page.figures(keyFigures());
        List<Row> parts = board.parts();
        page.section(Text.of("ภาพรวม", "At a glance"));
        if (!parts.isEmpty()) {
            page.chart(chart(
                    Text.of(
                            "ครัวเรือนแล้วเสร็จและคงเหลือ ราย"
                                    + parts.get(0).area().level().text().th(),
                            "Households done and remaining, by "
                                    + parts.get(0).area().level().text().en()),
                    parts));
        }
        page.table(table(parts)
                .total(cells(Text.of("รวม", "Total").in(locale), board.total().pace())));
        page.paragraph(explanation());
        for (Row part : parts) {
            List<Row> below = board.below(part);
            if (!below.isEmpty()) {
                page.section(Text.of(name(part, Text.THAI), name(part, Locale.ENGLISH)));
                page.chart(chart(Text.of("ครัวเรือนแล้วเสร็จและคงเหลือ", "Households done and remaining"), below));
                page.table(table(below).total(cells(Text.of("รวม", "Total").in(locale), part.pace())));
            }
        }
        return page.toHtml();
    }

    private Text title() {
        Row total = board.total();
        return Text.of(
                "ความก้าวหน้าการจัดเก็บข้อมูล จปฐ. " + name(total, Text.THAI),
                "Progress of the BMN survey: " + name(total, Locale.ENGLISH));
    }

    private Text lead() {
        ProgressSnapshot now = board.snapshot();
        Season season = board.season();
        Text measure = now.measure().text();
        return Text.of(
                "ข้อมูล ณ วันที่ " + day(now.day(), Text.THAI) + " นับครัวเรือนที่" + measure.th() + " ระยะเวลา "
                        + day(season.firstInclusive(), Text.THAI) + " ถึง " + day(season.lastInclusive(), Text.THAI)
                        + " เหลือ " + season.daysLeft(now.day()) + " วัน",
                "As of " + now.day() + ". Households count once " + measure.en() + ". From " + season.firstInclusive()
                        + " to " + season.lastInclusive() + ", " + season.daysLeft(now.day()) + " days left.");
    }

    private Text explanation() {
        Text assumption = board.total().pace().assumption();
        return Text.of(
                "ร้อยละและคงเหลือนับไม่เกินเป้าหมายของแต่ละหมู่บ้าน ส่วนที่เกินแสดงแยกไว้ แผนถือว่าทำได้เท่ากันทุกวัน "
                        + assumption.th() + " ตัวเลขเทียบแผนและต่อวันปัดเศษ",
                "Share and remaining count no village beyond its own target; what is over stands apart. The even plan has"
                        + " the same number of households every day. " + assumption.en()
                        + ". Rates and what is ahead are rounded.");
    }

    private List<KeyFigure> keyFigures() {
        Pace pace = board.total().pace();
        Figures figures = pace.figures();
        List<Row> villages = board.rows().stream()
                .filter(row -> row.area().level() == AreaLevel.VILLAGE)
                .toList();
        return List.of(
                new KeyFigure(
                        count(figures.done()) + " / " + count(figures.target()),
                        Text.of(
                                "ครัวเรือนแล้วเสร็จ (ร้อยละ " + percent(figures) + ")",
                                "households done (" + percent(figures) + " %)")),
                new KeyFigure(count(figures.over()), Text.of("ครัวเรือนเกินเป้าหมาย", "households over the target")),
                new KeyFigure(
                        rate(pace.perDay()) + " / " + rate(pace.neededPerDay()),
                        Text.of("ครัวเรือนต่อวัน: ทำได้ / ต้องทำ", "households a day: done / needed")),
                new KeyFigure(ahead(pace), pace.standing().text()),
                new KeyFigure(fullBy(pace), Text.of("วันที่คาดว่าครบ", "full by, if it goes on so")),
                new KeyFigure(
                        count(behind(villages)) + " / " + count(villages.size()),
                        Text.of("หมู่บ้าน/ชุมชนที่ช้ากว่าแผน", "villages behind")));
    }

    private static long behind(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.pace().standing() == Standing.BEHIND)
                .count();
    }

    private String fullBy(Pace pace) {
        return pace.standing() == Standing.FULL
                ? Standing.FULL.text().in(locale)
                : pace.forecastDay().map(day -> day(day, locale)).orElse("-");
    }

    private BarChart chart(Text caption, List<Row> rows) {
        BarChart chart = new BarChart(caption, List.of(Text.of("แล้วเสร็จ", "Done"), Text.of("คงเหลือ", "Remaining")));
        for (Row row : rows) {
            Figures figures = row.pace().figures();
            chart.bar(
                    row.name().in(locale),
                    List.of(figures.done(), figures.remaining()),
                    percent(figures) + " % · " + row.pace().standing().text().in(locale));
        }
        return chart;
    }

    private HtmlTable table(List<Row> rows) {
        HtmlTable table = new HtmlTable(Text.of("หน่วย: ครัวเรือน", "In households"), HEADER, 1);
        rows.forEach(row -> table.row(cells(name(row), row.pace())));
        return table;
    }

    private List<String> cells(String name, Pace pace) {
        Figures figures = pace.figures();
        List<String> cells = new ArrayList<>(List.of(name, count(figures.target()), count(figures.done())));
        cells.add(percent(figures));
        cells.add(count(figures.remaining()));
        cells.add(count(figures.over()));
        cells.add(count(figures.withoutData()));
        cells.add(rate(pace.perDay()));
        cells.add(rate(pace.neededPerDay()));
        cells.add(ahead(pace));
        cells.add(fullBy(pace));
        return cells;
    }

    private String name(Row row) {
        return name(row, locale);
    }

    private static String name(Row row, Locale locale) {
        return row.area().value() + " " + row.name().in(locale);
    }

    /** Whole households ahead of an even pace or behind it, with its sign. */
    private static String ahead(Pace pace) {
        BigDecimal rounded = pace.ahead().decimal(0);
        if (pace.standing() == Standing.FULL) {
            return "✓";
        }
        String sign = rounded.signum() > 0 ? "+" : rounded.signum() < 0 ? "−" : "";
        return sign + count(rounded.abs().longValueExact());
    }

    private static String percent(Figures figures) {
        return figures.percent(1).map(BigDecimal::toPlainString).orElse("-");
    }

    private static String rate(Optional<Ratio> rate) {
        return rate.map(each -> format("#,##0.0", each.decimal(1))).orElse("-");
    }

    private static String count(long number) {
        return format("#,##0", BigDecimal.valueOf(number));
    }

    private static String format(String pattern, BigDecimal number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    private static String day(LocalDate day, Locale locale) {
        return locale.getLanguage().equals(Text.THAI.getLanguage())
                ? BuddhistDate.format(day, BuddhistDate.Style.SHORT)
                : day.toString();
    }
}
