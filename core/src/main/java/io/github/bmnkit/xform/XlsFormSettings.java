package io.github.bmnkit.xform;

import io.github.bmnkit.csv.CsvRow;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What the sheet {@code settings} says about the form as a whole. */
final class XlsFormSettings {
    private static final int MAX_YEAR = 9_999;

    private final XlsFormTable table;
    private final CsvRow row;
    private final int firstRound;
    private final int lastRound;
    private final Text title;

    XlsFormSettings(XlsFormTable table, int firstRound, int lastRound) {
        this.table = table;
        this.row = table.rows().isEmpty() ? CsvRow.blank(0) : table.rows().get(0);
        this.firstRound = firstRound;
        this.lastRound = lastRound;
        this.title = findTitle();
    }

    private Text findTitle() {
        Text both = table.text(row, "bmn_title");
        String any = row.field("form_title");
        String words = any.isEmpty() ? id() : any;
        return both == null ? Text.of(words, words) : both;
    }

    Text title() {
        return title;
    }

    private String id() {
        return row.field("form_id").isEmpty() ? "xlsform" : row.field("form_id");
    }

    String field(String column) {
        return row.field(column);
    }

    @Nullable
    Text text(String column) {
        String th = row.field(column + XlsFormColumns.THAI);
        String en = row.field(column + XlsFormColumns.ENGLISH);
        return th.isEmpty() || en.isEmpty() ? null : Text.of(th, en);
    }

    boolean flag(String column) {
        return table.flag(row, column);
    }

    Questionnaire.Builder builder() {
        Integer first = round("bmn_first_round", firstRound);
        Integer last = round("bmn_last_round", lastRound);
        Questionnaire.Builder form =
                Questionnaire.builder(id(), title, first == null ? 0 : first, last == null ? 0 : last);
        assume("form_id", id());
        if (row.field("bmn_title@th").isEmpty() && row.field("bmn_title@en").isEmpty()) {
            Text language = Text.of("หนึ่งในสองภาษา", "one of the two languages");
            table.at(
                    row.line(),
                    "form_title",
                    Finding.of(XlsFormFinding.MISSING_TRANSLATION).with("language", language));
        }
        form.version(row.field("version").isEmpty() ? "1" : row.field("version"));
        assume("version", "1");
        DefinitionStatus status = table.constant(row, "bmn_status", DefinitionStatus.class);
        form.status(status == null ? DefinitionStatus.DRAFT : status);
        Integer sources = table.number(row, "bmn_sources", number -> number <= MAX_YEAR);
        for (int i = 1; i <= (sources == null ? 0 : sources); i++) {
            source(form, "bmn_source." + i + ".");
        }
        return form;
    }

    private void assume(String column, String value) {
        if (row.field(column).isEmpty()) {
            table.at(
                    row.line(),
                    column,
                    Finding.of(XlsFormFinding.ASSUMED).with("what", column).with("value", value));
        }
    }

    private @Nullable Integer round(String column, int otherwise) {
        Integer year = table.number(row, column, number -> number <= MAX_YEAR);
        if (year == null && row.field(column).isEmpty() && otherwise == 0) {
            table.at(row.line(), column, Finding.of(XlsFormFinding.MISSING_SETTING));
        }
        return year == null && otherwise != 0 ? Integer.valueOf(otherwise) : year;
    }

    private void source(Questionnaire.Builder form, String prefix) {
        Text office = text(prefix + "office");
        Text sourceTitle = text(prefix + "title");
        String key = row.field(prefix + "key");
        String date = row.field(prefix + "date");
        try {
            LocalDate day = LocalDate.parse(date);
            if (office != null && sourceTitle != null && !key.isEmpty()) {
                form.source(new Source(key, office, day, sourceTitle));
                return;
            }
        } catch (DateTimeParseException e) {
            table.at(
                    row.line(),
                    prefix + "date",
                    Finding.of(XlsFormFinding.BAD_CELL).with("found", XlsFormTable.shown(date)));
            return;
        }
        table.at(row.line(), prefix + "key", Finding.of(XlsFormFinding.MISSING_SETTING));
    }
}
