package io.github.bmnkit.release;

import io.github.bmnkit.csv.Cell;
import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.release.ReleaseRequest.Field;
import io.github.bmnkit.release.ReleaseRequest.Unit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Writes what stands in the tables of a release, and what was done to it. */
final class ReleaseCodebook {
    private static final List<String> HEADER = List.of(
            "row",
            "column",
            "code",
            "label_th",
            "label_en",
            "table",
            "role",
            "treatment_th",
            "treatment_en",
            "level",
            "height",
            "detail",
            "reason");

    private static final Map<String, Text> MARKS = Map.of(
            Treatment.ANY, Text.of("ลดความละเอียดจนเป็นค่าใดก็ได้ หรือปกปิด", "generalised to anything, or blanked"),
            Treatment.NOT_LISTED, Text.of("รหัสที่ไม่มีในรายการ", "a code that is not in the list"),
            Kept.SHARED,
                    Text.of("รหัสลับที่หลายระเบียนมีร่วมกัน จึงไม่เปิดเผย", "a key that several records would share"));

    private final Kept kept;
    private final StringBuilder line = new StringBuilder();

    ReleaseCodebook(Kept kept) {
        this.kept = kept;
    }

    void write(Appendable out) throws IOException {
        ReleaseRequest request = kept.request();
        row(out, HEADER);
        row(out, cells("RELEASE", "", request.reference(), request.title()));
        Questionnaire form = request.classification().form();
        row(out, cells("FORM", form.id(), form.version(), form.title()));
        row(
                out,
                cells(
                        "CLASSIFICATION",
                        "",
                        request.classification().reference(),
                        request.classification().title()));
        for (Missing kind : Missing.values()) {
            row(out, cells("MISSING", "", Cell.missing(kind), kind.text()));
        }
        for (String mark : List.of(Treatment.ANY, Treatment.NOT_LISTED, Kept.SHARED)) {
            row(out, cells("MARK", "", mark, MARKS.getOrDefault(mark, Text.of("", ""))));
        }
        ours(out);
        for (Field field : request.fields()) {
            variable(out, form, field);
        }
    }

    private void ours(Appendable out) throws IOException {
        Unit unit = kept.request().unit();
        if (unit == Unit.HOUSEHOLD_WITH_MEMBERS || kept.hasKeys()) {
            Text number = kept.hasKeys()
                    ? new Treatment.Keyed().text()
                    : Text.of("เลขลำดับที่ไม่มีความหมายอื่น", "a number without other meaning");
            List<String> cells = cells("VARIABLE", ReleasedData.HOUSEHOLD, "", Text.of("ครัวเรือน", "household"));
            row(out, with(cells, Map.of("treatment_th", number.th(), "treatment_en", number.en())));
        }
        String least = kept.request().shownArea().minHouseholds() + "+";
        Text rolled = Text.of(
                "พื้นที่ที่มีน้อยกว่า " + least.replace("+", "") + " ครัวเรือนรวมกับพื้นที่ระดับบน",
                "areas of fewer than " + least.replace("+", "") + " households put together under the area above");
        List<Text> labels = List.of(
                Text.of("ระดับของพื้นที่", "level of the area"),
                Text.of(
                        "รหัสพื้นที่ (พื้นที่ทั้งหมด หรือส่วนที่เหลือ)",
                        "code of the area (all of it, or the rest of it)"),
                Text.of("ชื่อพื้นที่", "name of the area"));
        for (int i = 0; i < labels.size(); i++) {
            row(
                    out,
                    with(
                            cells("VARIABLE", Kept.AREA_COLUMNS.get(i), "", labels.get(i)),
                            Map.of(
                                    "role",
                                    DisclosureRole.QUASI_IDENTIFIER.name(),
                                    "treatment_th",
                                    rolled.th(),
                                    "treatment_en",
                                    rolled.en(),
                                    "level",
                                    Integer.toString(level(kept.area().name())),
                                    "height",
                                    Integer.toString(kept.area().height()),
                                    "detail",
                                    kept.request().shownArea().level().name())));
        }
    }

    private int level(String column) {
        return kept.levels().getOrDefault(column, 0);
    }

    private void variable(Appendable out, Questionnaire form, Field field) throws IOException {
        Question question = form.question(field.question()).orElseThrow();
        Treatment treatment = field.treatment();
        boolean known = kept.levels().containsKey(field.question());
        int level = level(field.question());
        boolean gone = known && level == treatment.levels();
        row(
                out,
                with(
                        cells("VARIABLE", field.question(), "", question.label()),
                        Map.of(
                                "table",
                                question.level().name(),
                                "role",
                                kept.request()
                                        .classification()
                                        .role(field.question())
                                        .name(),
                                "treatment_th",
                                treatment.text().th(),
                                "treatment_en",
                                treatment.text().en(),
                                "level",
                                Integer.toString(level),
                                "height",
                                known ? Integer.toString(treatment.levels()) : "",
                                "detail",
                                gone ? Treatment.ANY : treatment.describe(level),
                                "reason",
                                Optional.ofNullable(field.reason()).orElse(""))));
        boolean coded = treatment instanceof Treatment.AsIs || treatment instanceof Treatment.Groups;
        CodeList list = level == 0 && coded
                ? Optional.ofNullable(question.list()).flatMap(form::list).orElse(null)
                : null;
        for (Code code : list == null ? List.<Code>of() : list.codes()) {
            row(out, cells("CODE", field.question(), code.code(), code.label()));
        }
    }

    private static List<String> cells(String row, String column, String code, Text label) {
        return with(
                HEADER.stream().map(name -> "").toList(),
                Map.of("row", row, "column", column, "code", code, "label_th", label.th(), "label_en", label.en()));
    }

    private static List<String> with(List<String> cells, Map<String, String> changes) {
        return IntStream.range(0, HEADER.size())
                .mapToObj(i -> changes.getOrDefault(HEADER.get(i), cells.get(i)))
                .toList();
    }

    /** Marks stand as they do in the tables; all else as texts. */
    private void row(Appendable out, List<String> cells) throws IOException {
        line.setLength(0);
        boolean mark = cells.get(0).equals("MISSING") || cells.get(0).equals("MARK");
        CsvWriter.append(
                line, cells.stream().map(cell -> mark ? cell : Cell.text(cell)).toList());
        out.append(line);
    }
}
