package io.github.bmnkit.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.TambonCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.batch.BatchReport;
import io.github.bmnkit.batch.BatchSummary;
import io.github.bmnkit.batch.BatchSummary.OfArea;
import io.github.bmnkit.batch.BatchSummary.OfEdit;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.OutcomeCounts;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.validation.ValidationReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;

/** What a batch says, on the screen and as a report. */
record SurveyResults(Screen screen, AreaTree tree, BatchSummary summary) {
    private static final int WORST = 5;
    private static final Text MADE_UP = Text.of(
            "อำเภอเมืองชัยภูมิ จังหวัดชัยภูมิ: ครัวเรือน บุคคล ตำบล และหมู่บ้านเป็นข้อมูลสมมุติ มีข้อผิดพลาดที่ปลูกไว้",
            "Mueang Chaiyaphum district, Chaiyaphum: households, persons, tambons and villages are made up, and faults"
                    + " were planted");

    void tell() {
        OutcomeCounts hard = summary.counts(Severity.ERROR);
        screen.say(
                "ตรวจ %,d ครัวเรือน: ไม่มีข้อผิดพลาด %,d (%s%%) มีข้อสังเกต %,d อ่านไม่ได้ %d บรรทัด",
                "%,d households checked: %,d acceptable (%s %%), %,d with soft findings; %d lines could not be read",
                summary.households(),
                summary.acceptable(),
                percent(Share.of(summary.acceptable(), summary.households())),
                summary.withSoftFindings(),
                summary.unreadable());
        screen.say(
                "ผลของกฎบังคับ %,d ครั้ง: ผ่าน %,d ไม่ผ่าน %,d ตัดสินไม่ได้ %,d ไม่เข้าเงื่อนไข %,d",
                "Hard edits, %,d outcomes: %,d passed, %,d failed, %,d undecided, %,d not applicable",
                hard.total(),
                hard.passed(),
                hard.failed(),
                hard.undecided(),
                hard.notApplicable());
        screen.say("กฎที่ไม่ผ่านมากที่สุด", "The rules that fail most");
        summary.edits().stream()
                .sorted(Comparator.comparingLong((OfEdit edit) -> -edit.counts().failed())
                        .thenComparing(OfEdit::id))
                .limit(WORST)
                .forEach(this::tell);
        screen.say("หมู่บ้านที่ต้องแก้ไขมากที่สุด", "The villages with most to mend");
        summary.areas().stream()
                .filter(area -> area.level() == AreaLevel.VILLAGE)
                .sorted(Comparator.comparingLong((OfArea area) -> area.acceptable() - area.households())
                        .thenComparing(OfArea::code))
                .limit(WORST)
                .forEach(this::tell);
    }

    private void tell(OfEdit edit) {
        OutcomeCounts counts = edit.counts();
        screen.line(
                "    %-8s %3d / %,d (%s %%)  %s",
                edit.id(),
                counts.failed(),
                counts.passed() + counts.failed() + counts.undecided(),
                percent(counts.failureShare()),
                edit.text().th());
        screen.line("    %-8s %s", edit.severity(), edit.text().en());
    }

    private void tell(OfArea area) {
        long refused = area.households() - area.acceptable();
        screen.line(
                "    %s %3d / %,d (%s %%)  %s",
                area.code(),
                refused,
                area.households(),
                percent(Share.of(refused, area.households())),
                name(area).th());
    }

    /** The findings of one household, as its collector gets to see them: where, what, and nothing personal. */
    void tell(ValidationReport report) {
        screen.say("สิ่งที่พบในครัวเรือน %s", "What was found in household %s", report.household());
        for (Finding finding : report.findings()) {
            screen.line("    %s: %s", report.where(finding, Text.THAI), finding.message(Text.THAI));
        }
    }

    void write(Path folder) throws IOException {
        BatchReport report = BatchReport.of(summary).withAreaNames(this::name).withNote(MADE_UP);
        Files.writeString(folder.resolve("households-th.html"), report.toHtml(Text.THAI), UTF_8);
        Files.writeString(folder.resolve("households-en.html"), report.toHtml(Locale.ENGLISH), UTF_8);
    }

    private Text name(OfArea area) {
        AreaCode code = area.level() == AreaLevel.VILLAGE ? VillageCode.of(area.code()) : TambonCode.of(area.code());
        return tree.name(code);
    }

    private static String percent(Share share) {
        return share.percent(1).map(BigDecimal::toPlainString).orElse("-");
    }
}
