package io.github.bmnkit.progress;

import io.github.bmnkit.apportionment.Ratio;
import io.github.bmnkit.csv.CsvWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A board as CSV. */
final class BoardTable {
    private static final List<String> COLUMNS = List.of(
            "level",
            "area_code",
            "parent_code",
            "name",
            "target",
            "done",
            "over",
            "without_data",
            "remaining",
            "percent",
            "expected",
            "ahead",
            "standing",
            "per_day",
            "needed_per_day",
            "forecast_done",
            "forecast_day");

    private BoardTable() {}

    static String csv(ProgressBoard board) {
        CsvWriter out = new CsvWriter(COLUMNS);
        Stream.concat(Stream.of(board.total()), board.rows().stream()).forEach(row -> {
            Pace pace = row.pace();
            Figures figures = pace.figures();
            out.row(List.of(
                    row.area().level().name(),
                    row.area().value(),
                    row.area().equals(row.parent()) ? "" : row.parent().value(),
                    row.name().th(),
                    Long.toString(figures.target()),
                    Long.toString(figures.done()),
                    Long.toString(figures.over()),
                    Long.toString(figures.withoutData()),
                    Long.toString(figures.remaining()),
                    figures.percent(2).map(BigDecimal::toPlainString).orElse(""),
                    rate(Optional.of(pace.expected())),
                    rate(Optional.of(pace.ahead())),
                    pace.standing().name(),
                    rate(pace.perDay()),
                    rate(pace.neededPerDay()),
                    Long.toString(pace.forecastDone()),
                    pace.forecastDay().map(LocalDate::toString).orElse("")));
        });
        return out.toString();
    }

    private static String rate(Optional<Ratio> rate) {
        return rate.map(each -> each.decimal(2).toPlainString()).orElse("");
    }
}
