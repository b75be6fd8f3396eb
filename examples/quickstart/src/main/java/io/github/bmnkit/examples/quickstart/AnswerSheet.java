package io.github.bmnkit.examples.quickstart;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.BuddhistDate;
import io.github.bmnkit.identity.HouseCode;
import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.identity.PersonName;
import io.github.bmnkit.identity.ThaiDigits;
import io.github.bmnkit.interview.Interview;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.Section;
import io.github.bmnkit.response.AnswerPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers of an interview in Thai, with Thai digits and dates of the Buddhist Era; what is personal is masked. */
final class AnswerSheet {
    private static final Map<String, String> UNITS = Map.of(
            "persons", "คน",
            "baht", "บาท",
            "baht/year", "บาทต่อปี",
            "baht/person/year", "บาทต่อคนต่อปี",
            "years", "ปี",
            "rai", "ไร่",
            "square wah", "ตารางวา",
            "hours per week", "ชั่วโมงต่อสัปดาห์",
            "times per month", "ครั้งต่อเดือน",
            "score", "คะแนน");

    private final Interview interview;

    AnswerSheet(Interview interview) {
        this.interview = interview;
    }

    /** Every question of the form, with its answer or why it was not asked. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ThaiDigits.toThai(interview.form().title().th()));
        lines.add("สถานะของแบบ " + interview.form().status() + " บุคคล คำตอบ และรหัสบางส่วนเป็นข้อมูลสมมุติ");
        for (Section section : interview.form().sections()) {
            List<Item> items = section.questions().stream()
                    .filter(AnswerSheet::isPrinted)
                    .map(question -> interview.form().item(question.name()).orElseThrow())
                    .toList();
            if (!items.isEmpty()) {
                lines.add("");
                lines.add(ThaiDigits.toThai(section.title().th()));
                lines(items, lines);
            }
        }
        return lines;
    }

    /** What is printed on the form: questions, and calculations with a number. */
    private static boolean isPrinted(Question question) {
        return question.type().isAsked() || question.number() != null;
    }

    private void lines(List<Item> items, List<String> lines) {
        items.stream()
                .filter(item -> item.level() == Level.HOUSEHOLD)
                .forEach(item -> lines.add("  " + line(AnswerPath.of(item.name()))));
        List<Item> ofMember =
                items.stream().filter(item -> item.level() == Level.MEMBER).toList();
        for (int key : ofMember.isEmpty() ? List.<Integer>of() : interview.members()) {
            lines.add("  สมาชิกคนที่ " + ThaiDigits.toThai(Integer.toString(key)));
            ofMember.forEach(item -> lines.add("    " + line(AnswerPath.of(item.name(), key))));
        }
    }

    String line(AnswerPath path) {
        Question question = question(path);
        String number = question.number() == null ? "" : question.number() + " ";
        String asked = ThaiDigits.toThai(number + question.label().th());
        return interview.relevance(path) == Truth.TRUE
                ? asked + ": " + answer(path)
                : asked + ": — ไม่ถาม เพราะไม่เป็นไปตาม " + Skips.reason(interview, path);
    }

    String answer(AnswerPath path) {
        Question question = question(path);
        Value value = interview.value(path);
        String text = question.personal() ? masked(question.name(), value) : shown(question, value);
        return value instanceof Value.Words ? text : ThaiDigits.toThai(text);
    }

    private Question question(AnswerPath path) {
        return interview.form().question(path.question()).orElseThrow();
    }

    private static String masked(String name, Value value) {
        if (!(value instanceof Value.Words words)) {
            return value instanceof Value.None none ? none(none.reason()) : "(ปกปิด)";
        }
        return switch (name) {
            case "id_card" -> ThaiDigits.toThai(NationalId.of(words.value()).toString());
            case "hid" -> ThaiDigits.toThai(HouseCode.of(words.value()).toString());
            case "first_name", "last_name" ->
                PersonName.of("", words.value(), "").toString();
            default -> "(ปกปิด)";
        };
    }

    private String shown(Question question, Value value) {
        if (value instanceof Value.Amount amount) {
            return number(amount.value(), question.unit());
        }
        if (value instanceof Value.Day day) {
            return BuddhistDate.format(day.value(), BuddhistDate.Style.LONG);
        }
        if (value instanceof Value.Code code) {
            return label(question, code.value());
        }
        if (value instanceof Value.Codes codes) {
            return codes.value().stream().map(code -> label(question, code)).collect(Collectors.joining(", "));
        }
        if (value instanceof Value.Words words) {
            return words.value();
        }
        return value instanceof Value.None none ? none(none.reason()) : value.text(Text.THAI);
    }

    private static String none(Missing reason) {
        return reason == Missing.NOT_ANSWERED ? "(เว้นว่าง)" : reason.text().th();
    }

    /** Years of the calendar have no unit and no separators. */
    private static String number(BigDecimal number, @Nullable String unit) {
        return unit == null
                ? number.toPlainString()
                : String.format(Locale.ROOT, "%,." + number.scale() + "f", number) + " "
                        + UNITS.getOrDefault(unit, unit);
    }

    private String label(Question question, String code) {
        String list = question.list();
        return list == null
                ? code
                : interview
                        .form()
                        .list(list)
                        .flatMap(codes -> codes.code(code))
                        .map(Code::label)
                        .map(Text::th)
                        .orElse(code);
    }
}
