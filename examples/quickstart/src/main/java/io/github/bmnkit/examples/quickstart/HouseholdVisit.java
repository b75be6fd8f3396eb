package io.github.bmnkit.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.interview.Gap;
import io.github.bmnkit.interview.Interview;
import io.github.bmnkit.interview.Progress;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Section;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Interviews one made-up household with the reference form: from the first question to the finished response. */
final class HouseholdVisit {
    private static final LocalDate TODAY = LocalDate.of(2021, 3, 15);

    private final Screen screen;
    private final Path folder;
    private final MadeUpHousehold household = new MadeUpHousehold();
    private final Questionnaire form = MadeUpCodes.form();

    HouseholdVisit(Screen screen, Path folder) {
        this.screen = screen;
        this.folder = folder;
    }

    void run() throws IOException {
        introduction();
        Interview interview = Interview.start(form, MadeUpHousehold.ID, form.lastRound(), TODAY);
        for (int i = 0; i < MadeUpHousehold.MEMBERS; i++) {
            interview = interview.addMember();
        }
        interview = resumed(asked(interview));
        interview = corrected(interview);
        interview = mended(asked(interview));
        sections(interview);
        finished(interview);
    }

    private void introduction() {
        screen.heading(Text.of("สัมภาษณ์ครัวเรือนสมมุติหนึ่งครัวเรือน", "Interviewing one made-up household"));
        screen.say(
                "แบบ %s สถานะ %s ใช้กับรอบปี %d ถึง %d แบบของปี 2569 ไม่เปิดเผยต่อสาธารณะ",
                "Form %s, status %s, holds for the rounds %d to %d; the form of 2569 is not public",
                form.id(),
                form.status(),
                form.firstRound(),
                form.lastRound());
        screen.say(
                "จึงสัมภาษณ์ในรอบปี %d ซึ่งเป็นรอบสุดท้ายของแบบนี้",
                "So this is an interview of %d, the last round for which it holds", form.lastRound());
        screen.say(
                "บุคคล คำตอบ และรหัสในบัญชีรหัสที่ไม่เปิดเผย เป็นข้อมูลสมมุติ",
                "Persons, answers and the codes of lists that are not public are made up");
    }

    /** Goes through all questions that are to be asked and have no answer yet. */
    private Interview asked(Interview interview) {
        Interview now = interview;
        Optional<AnswerPath> path = now.first();
        while (path.isPresent()) {
            AnswerPath here = path.get();
            Item item = form.item(here.question()).orElseThrow();
            Optional<Value> says = household.says(item, here.member());
            if (says.isPresent() && now.given(here).equals(Value.of(Missing.NOT_ANSWERED))) {
                now = now.answer(here, says.get());
            }
            path = now.next(here);
        }
        return now;
    }

    /** Saves the interview and takes it up again, as on another day or device. */
    private Interview resumed(Interview interview) throws IOException {
        Path file = folder.resolve("household-draft.json");
        Files.writeString(file, interview.draft().toJson(), UTF_8);
        Interview resumed;
        try (InputStream in = Files.newInputStream(file)) {
            resumed = Interview.resume(HouseholdResponse.read(form, in).value(), TODAY);
        }
        Progress progress = resumed.progress();
        screen.say(
                "ถามจบรอบแรก: ตอบแล้ว %d จาก %d ข้อ บันทึกฉบับร่าง %,d ไบต์ แล้วเปิดทำต่อ",
                "Once through: %d of %d questions answered; the draft of %,d bytes was saved and resumed",
                progress.answered(),
                progress.relevant(),
                Files.size(file));
        AnswerPath refused = AnswerPath.of("q22_2_3");
        AnswerPath sum = AnswerPath.of("q22_2_5");
        AnswerSheet sheet = new AnswerSheet(resumed);
        screen.line("  · %s", sheet.line(refused));
        screen.line("    %s (ไม่นับเป็น ๐ / a refusal does not count as 0)", sheet.line(sum));
        return resumed;
    }

    /** The year of the daughter's birth was wrong by ten: other questions are due, and others are not. */
    private Interview corrected(Interview before) {
        AnswerPath age = AnswerPath.of("age", MadeUpHousehold.DAUGHTER);
        Interview after =
                before.answer(AnswerPath.of("birth_date", MadeUpHousehold.DAUGHTER), MadeUpHousehold.RIGHT_BIRTH_DATE);
        screen.say(
                "แก้วันเกิดของสมาชิกคนที่ %d: อายุ %s เป็น %s ค่าและเงื่อนไขเปลี่ยน %d รายการ",
                "The birth date of member %d is corrected: age %s to %s, %d values and relevances change",
                MadeUpHousehold.DAUGHTER,
                before.value(age),
                after.value(age),
                after.changes().size());
        screen.line("    เปิดถาม / opened: %s", turned(before, after, Truth.TRUE));
        screen.line("    ไม่ต้องถาม / closed: %s", turned(before, after, Truth.FALSE));
        AnswerPath aside = AnswerPath.of("q17_6");
        screen.line(
                "    17.6: นับเป็น '%s' คำตอบเดิม '%s' เก็บไว้ / counts as %s, the answer %s is kept aside",
                ((Value.None) after.value(aside)).reason().text().th(),
                new AnswerSheet(before).answer(aside),
                after.value(aside),
                after.given(aside));
        return after;
    }

    private String turned(Interview before, Interview after, Truth to) {
        return after.changes().stream()
                .filter(path -> isAsked(path) && after.relevance(path) == to && before.relevance(path) != to)
                .map(path -> number(form.question(path.question()).orElseThrow()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private boolean isAsked(AnswerPath path) {
        return form.question(path.question()).orElseThrow().type().isAsked();
    }

    private static String number(Question question) {
        String number = question.number();
        return number == null ? question.name() : number;
    }

    /** What could not be read is a gap until it is said again. */
    private Interview mended(Interview interview) {
        AnswerPath inWords = AnswerPath.of(MadeUpHousehold.IN_WORDS);
        String written = interview.draft().written(inWords).orElseThrow();
        gaps(interview.gaps());
        Interview mended = interview.answer(inWords, MadeUpHousehold.IN_DIGITS);
        screen.say(
                "อ่าน \"%s\" เป็นจำนวนไม่ได้ จึงเก็บไว้ตามที่เขียน ตอบใหม่เป็น \"%s\"",
                "\"%s\" is no number and is kept as it was written; it is answered again with \"%s\"",
                written,
                ((Value.Words) MadeUpHousehold.IN_DIGITS).value());
        gaps(mended.gaps());
        return mended;
    }

    private void gaps(List<Gap> gaps) {
        screen.line(
                "  ยังขาด / gaps: %s",
                gaps.isEmpty()
                        ? "ไม่มี / none"
                        : gaps.stream().map(Gap::toString).collect(Collectors.joining(", ")));
    }

    private void sections(Interview interview) {
        screen.say(
                "จำนวนข้อที่ถาม ข้อที่ข้าม และเงื่อนไขที่ไม่เป็นจริงซึ่งทำให้ข้าม (กี่ข้อ)",
                "Questions asked, questions skipped, and the conditions that were not met (how many each)");
        for (Section section : form.sections()) {
            Skips skips = Skips.of(interview, section);
            if (skips.asked() + skips.skipped() > 0) {
                screen.line(
                        "  %4d %4d  %s / %s",
                        skips.asked(),
                        skips.skipped(),
                        section.title().th(),
                        section.title().en());
                wrapped(skips).forEach(line -> screen.line("             %s", line));
            }
        }
    }

    private static List<String> wrapped(Skips skips) {
        StringBuilder text = new StringBuilder();
        int start = 0;
        for (var reason : skips.reasons().entrySet()) {
            String next = reason.getKey() + " (" + reason.getValue() + ")";
            if (text.length() > 0) {
                boolean full = text.length() - start + next.length() > 100;
                text.append(full ? "\n" : "  ");
                start = full ? text.length() : start;
            }
            text.append(next);
        }
        return text.toString().lines().toList();
    }

    private void finished(Interview interview) throws IOException {
        HouseholdResponse response = interview.finish();
        AnswerSheet sheet = new AnswerSheet(Interview.resume(response, TODAY));
        Files.write(folder.resolve("household-th.txt"), sheet.lines(), UTF_8);
        for (int member : interview.members()) {
            screen.line(
                    "  %d  %s %s  %s  %s  %s  %s",
                    member,
                    sheet.answer(AnswerPath.of("first_name", member)),
                    sheet.answer(AnswerPath.of("last_name", member)),
                    sheet.answer(AnswerPath.of("id_card", member)),
                    sheet.answer(AnswerPath.of("sex", member)),
                    sheet.answer(AnswerPath.of("age", member)),
                    sheet.answer(AnswerPath.of("occupation", member)));
        }
        for (String name : List.of("survey_date", "hlive_rai", "q16_2", "q21_2", "q22_1_5", "q22_1_6", "q23_1")) {
            screen.line("  %s", sheet.line(AnswerPath.of(name)));
        }
        Progress progress = interview.progress();
        screen.say(
                "จบการสัมภาษณ์: ตอบแล้ว %d จาก %d ข้อ (ที่เหลือไม่บังคับ) คำตอบทั้งหมดอยู่ใน household-th.txt",
                "Finished: %d of %d questions answered, the others are optional; all answers are in household-th.txt",
                progress.answered(),
                progress.relevant());
        screen.say(
                "คำตอบเก็บใน %,d ไบต์ ลายนิ้วมือ %s",
                "The answers take %,d bytes, fingerprint %s", response.size(), response.fingerprint());
    }
}
