package io.github.bmnkit.release;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.BuddhistDate;
import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.Attachment;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.response.ResponseState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The answers of one response that are about a person, in words that people understand. */
final class HeldAnswers {
    /** How an answer came about. */
    enum Kind {
        ANSWERED("คำตอบ", "answered"),
        CALCULATED("คำนวณจากคำตอบ", "calculated from answers"),
        CLAIMED("ค่าที่บันทึกมากับเอกสาร", "as the document had it"),
        KEPT_ASIDE("เก็บไว้แต่ไม่ใช้ เพราะไม่ต้องถาม", "kept aside, not to be asked"),
        UNREADABLE("ตามที่เขียน อ่านไม่ได้", "as it was written, not readable"),
        MISSING("ไม่มีคำตอบ", "no answer");

        private final Text text;

        Kind(String th, String en) {
            text = Text.of(th, en);
        }

        Text text() {
            return text;
        }
    }

    /** An answer: what was asked, what is kept, and what a code means. */
    record Answer(Item item, Kind kind, String value, Text meaning) {}

    private final HouseholdResponse response;
    private final ResolvedHousehold household;
    private final Set<NationalId> own;

    HeldAnswers(HouseholdResponse response, Set<NationalId> own) {
        this.response = response;
        this.own = own;
        household = ResolvedHousehold.of(response.form());
        household.resolve(response, response.state() == ResponseState.DRAFT, null);
    }

    /** The answers of a member; with key 0 those of the household, in which the national IDs of others are masked. */
    List<Answer> of(int member) {
        List<Answer> answers = new ArrayList<>();
        for (Item item : response.form().items(member == 0 ? Level.HOUSEHOLD : Level.MEMBER)) {
            if (item.question().type() != QuestionType.ATTACHMENT) {
                AnswerPath path = new AnswerPath(item.name(), member);
                if (item.question().type() == QuestionType.CALCULATE) {
                    calculated(answers, item, path);
                } else {
                    answered(answers, item, path, household.answer(path));
                }
            }
        }
        return answers;
    }

    /** The files of a member; with key 0 those of the household. */
    List<PersonalData.File> files(int member) {
        List<PersonalData.File> files = new ArrayList<>();
        for (Item item : response.form().items(member == 0 ? Level.HOUSEHOLD : Level.MEMBER)) {
            AnswerPath path = new AnswerPath(item.name(), member);
            if (item.question().type() == QuestionType.ATTACHMENT
                    && household.answer(path) instanceof Value.Words words) {
                Attachment.parse(words.value())
                        .ifPresent(file ->
                                files.add(new PersonalData.File(response.household(), response.round(), path, file)));
            }
        }
        return files;
    }

    private void calculated(List<Answer> answers, Item item, AnswerPath path) {
        Value value = household.value(path);
        Value claim = household.answer(path);
        if (!(value instanceof Value.None)) {
            answers.add(answer(item, Kind.CALCULATED, value));
        }
        if (!(claim instanceof Value.None) && !claim.equals(value)) {
            answers.add(answer(item, Kind.CLAIMED, claim));
        }
    }

    private void answered(List<Answer> answers, Item item, AnswerPath path, Value stored) {
        if (!(stored instanceof Value.None none)) {
            boolean aside = household.relevance(item, household.row(path)) == Truth.FALSE;
            answers.add(answer(item, aside ? Kind.KEPT_ASIDE : Kind.ANSWERED, stored));
            return;
        }
        Optional<String> written = response.written(path);
        if (written.isPresent()) {
            answers.add(new Answer(item, Kind.UNREADABLE, masked(written.get()), Text.of("", "")));
        } else if (none.reason() == Missing.REFUSED || none.reason() == Missing.DONT_KNOW) {
            boolean refused = none.reason() == Missing.REFUSED;
            Text meaning = refused ? Text.of("ไม่ตอบ", "refused") : Text.of("ไม่ทราบ", "don't know");
            answers.add(new Answer(item, Kind.MISSING, none.reason().name(), meaning));
        }
    }

    private Answer answer(Item item, Kind kind, Value value) {
        if (value instanceof Value.Day day) {
            return new Answer(item, kind, day.value().toString(), date(day.value()));
        }
        List<String> codes = value instanceof Value.Code code
                ? List.of(code.value())
                : value instanceof Value.Codes several ? several.value() : List.of();
        return new Answer(item, kind, masked(given(value)), meaning(item, codes));
    }

    private static Text date(LocalDate date) {
        boolean old = date.getYear() + 543 < BuddhistDate.MIN_YEAR;
        return Text.of(old ? date.toString() : BuddhistDate.format(date, BuddhistDate.Style.LONG), date.toString());
    }

    private static String given(Value value) {
        if (value instanceof Value.Amount amount) {
            return amount.value().toPlainString();
        }
        if (value instanceof Value.Codes codes) {
            return String.join(" ", codes.value());
        }
        if (value instanceof Value.Code code) {
            return code.value();
        }
        return value instanceof Value.Words words ? words.value() : value.toString();
    }

    /** The national ID of somebody else is nothing that this person may see. */
    private String masked(String text) {
        Optional<NationalId> id = NationalId.parse(text).optional();
        return id.isPresent() && !own.contains(id.get()) ? id.get().toString() : text;
    }

    private Text meaning(Item item, List<String> codes) {
        String list = item.question().list();
        if (codes.isEmpty() || list == null) {
            return Text.of("", "");
        }
        List<Text> labels = response.form().list(list).stream()
                .flatMap(each -> codes.stream().flatMap(code -> each.code(code).stream()))
                .map(Code::label)
                .toList();
        return Text.of(
                labels.stream().map(Text::th).collect(Collectors.joining("; ")),
                labels.stream().map(Text::en).collect(Collectors.joining("; ")));
    }
}
