package io.github.bmnkit.testing;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.identity.NationalId;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Roster;
import io.github.bmnkit.questionnaire.Section;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.Attachment;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.Paradata;
import java.util.List;
import java.util.Random;

/** A small form that asks who people are, and households of made-up people. */
public final class People {
    /** Asks each member for {@code pid}, {@code given}, {@code family} and {@code portrait}, and the household for some. */
    public static final Questionnaire FORM = Questionnaire.builder("people", Text.of("คน", "people"), 2569, 2569)
            .roster(new Roster("member", Text.of("สมาชิก", "member"), 1, 20))
            .section(Section.of(
                    "s",
                    Text.of("คน", "people"),
                    List.of(
                            question("pid", QuestionType.TEXT).ofEachMember().build(),
                            question("given", QuestionType.TEXT).ofEachMember().build(),
                            question("family", QuestionType.TEXT).ofEachMember().build(),
                            question("portrait", QuestionType.ATTACHMENT)
                                    .ofEachMember()
                                    .build(),
                            question("guardian", QuestionType.TEXT)
                                    .ofEachMember()
                                    .relevance("${given} != ''")
                                    .build(),
                            question("contact", QuestionType.TEXT).build(),
                            question("house", QuestionType.ATTACHMENT).build())))
            .build()
            .value();

    /** Given names; none is part of another. */
    public static final List<String> NAMES = List.of("สมชาย", "สมหญิง", "บุญมี", "ทองดี", "กัญญา", "วิชัย");

    private People() {}

    /** Person number so and so: nobody's ID. */
    public static NationalId id(int person) {
        return Identities.withCheckDigit(310_000_000_000L + person * 1_009L);
    }

    /** A household of up to three out of so many persons, at least three; now and then one is mentioned elsewhere. */
    public static HouseholdResponse household(String id, int persons, Random random) {
        HouseholdResponse.Builder response = HouseholdResponse.builder(FORM, HouseholdId.of(id), 2569);
        int first = random.nextInt(persons);
        int members = 1 + random.nextInt(3);
        for (int m = 0; m < members; m++) {
            int key = response.addMember();
            int person = (first + m) % persons;
            if (random.nextInt(5) > 0) {
                String digits = id(person).digits();
                response.answer(
                        AnswerPath.of("pid", key),
                        Value.text(random.nextInt(4) == 0 ? id(person).formatted() : digits));
            }
            if (random.nextInt(4) > 0) {
                response.answer(AnswerPath.of("given", key), Value.text(NAMES.get(person % NAMES.size()) + person));
                response.answer(AnswerPath.of("family", key), Value.text("ทดสอบ" + person));
            }
            if (random.nextInt(3) == 0) {
                response.answer(
                        AnswerPath.of("guardian", key),
                        Value.text(id(random.nextInt(persons)).digits()));
            }
            if (random.nextInt(3) == 0) {
                response.answer(
                        AnswerPath.of("portrait", key), Value.text(file(random).toString()));
            }
        }
        if (random.nextInt(3) == 0) {
            response.answer(
                    AnswerPath.of("contact"),
                    Value.text(id(random.nextInt(persons)).digits()));
        }
        if (random.nextBoolean()) {
            response.answer(AnswerPath.of("house"), Value.text(file(random).toString()));
        }
        Integer informant = random.nextBoolean() ? 1 + random.nextInt(members) : null;
        return response.paradata(new Paradata(null, null, null, null, null, null, informant))
                .build();
    }

    private static Attachment file(Random random) {
        return new Attachment("%064x".formatted(random.nextInt(1 << 30)), 1 + random.nextInt(9_999), "image/jpeg");
    }

    private static Question.Builder question(String name, QuestionType type) {
        return Question.builder(name, type, Text.of("ข้อ", name)).personal();
    }
}
