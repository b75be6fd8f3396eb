package io.github.bmnkit.batch;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.DistrictCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Roster;
import io.github.bmnkit.questionnaire.Section;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.rule.Rule;
import io.github.bmnkit.rule.RuleId;
import io.github.bmnkit.rule.RuleSet;
import io.github.bmnkit.validation.HouseholdValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small households under a small form: an income, a house and its members' numbers, some of them shared. */
final class Households {
    static final Questionnaire FORM = Questionnaire.builder("small-2570", text("form"), 2570, 2571)
            .roster(new Roster("member", text("member"), 0, 30))
            .section(Section.of(
                    "all",
                    text("all"),
                    List.of(
                            Question.builder("village", QuestionType.INTEGER, text("village"))
                                    .build(),
                            Question.builder("income", QuestionType.INTEGER, text("income"))
                                    .required()
                                    .build(),
                            Question.builder("house", QuestionType.TEXT, text("house"))
                                    .build(),
                            Question.builder("id_card", QuestionType.TEXT, text("id"))
                                    .ofEachMember()
                                    .build())))
            .build()
            .value();

    /** The form of the round before, in which everything has another name. */
    static final Questionnaire LAST_FORM = Questionnaire.builder("small-2569", text("form"), 2569, 2569)
            .roster(new Roster("member", text("member"), 0, 30))
            .section(Section.of(
                    "all",
                    text("all"),
                    List.of(
                            Question.builder("village", QuestionType.INTEGER, text("village"))
                                    .build(),
                            Question.builder("total", QuestionType.DECIMAL, text("income"))
                                    .digits(2)
                                    .build(),
                            Question.builder("pid", QuestionType.TEXT, text("id"))
                                    .ofEachMember()
                                    .build())))
            .build()
            .value();

    static final RuleSet RULES = RuleSet.builder(FORM, "small-rules", text("rules"))
            .rounds(2570, 2570)
            .rule(Rule.builder(RuleId.of("INC-01"), text("income")).mustHold("${income} >= 0"))
            .rule(Rule.builder(RuleId.of("INC-02"), text("much"))
                    .severity(Severity.WARNING)
                    .mustHold("${income} < 50"))
            .rule(Rule.builder(RuleId.of("HOU-01"), text("house")).across(2, "house"))
            .rule(Rule.builder(RuleId.of("MEM-01"), text("person"))
                    .level(Level.MEMBER)
                    .severity(Severity.WARNING)
                    .appliesWhen("${id_card} != ''")
                    .across(1, "id_card"))
            .build()
            .value();

    static final HouseholdValidator VALIDATOR = HouseholdValidator.of(FORM, RULES);

    private Households() {}

    private static Text text(String en) {
        return Text.of("ข้อความ", en);
    }

    static Batch.Builder batch() {
        return Batch.builder(VALIDATOR)
                .samples(7, 3)
                .byArea(Households::village)
                .byArea(Households::district);
    }

    static AreaCode village(HouseholdResponse response) {
        Value village = response.answer(AnswerPath.of("village"));
        return village instanceof Value.Amount amount
                ? new VillageCode(amount.value().intValueExact())
                : null;
    }

    static AreaCode district(HouseholdResponse response) {
        AreaCode village = village(response);
        return village == null ? null : district(village);
    }

    static AreaCode district(AreaCode village) {
        return DistrictCode.of(village.value().substring(0, 4));
    }

    /** What some of the households may have been a round before, and some that are gone. */
    static List<HouseholdResponse> before(List<HouseholdResponse> now, Random random) {
        List<HouseholdResponse> before = new ArrayList<>();
        for (HouseholdResponse each : now) {
            if (random.nextInt(4) > 0) {
                before.add(before(each.household(), each, random));
            }
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            before.add(before(HouseholdId.of("gone " + random.nextInt(3)), null, random));
        }
        return before;
    }

    private static HouseholdResponse before(HouseholdId id, HouseholdResponse now, Random random) {
        HouseholdResponse.Builder response = HouseholdResponse.builder(LAST_FORM, id, 2569)
                .answer(AnswerPath.of("village"), maybe(random, 50010101 + 10000 * random.nextInt(3)))
                .answer(AnswerPath.of("total"), maybe(random, random.nextInt(60) - 5));
        if (now != null) {
            for (int member : now.members()) {
                if (random.nextInt(5) > 0) {
                    response.answer(
                            AnswerPath.of("pid", response.addMember()), now.answer(AnswerPath.of("id_card", member)));
                }
            }
        }
        for (int i = random.nextInt(2); i > 0; i--) {
            response.answer(AnswerPath.of("pid", response.addMember()), Value.text("id " + random.nextInt(40)));
        }
        return response.build();
    }

    static List<HouseholdResponse> any(int size, Random random) {
        List<HouseholdResponse> responses = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            responses.add(any("H-" + i, random));
        }
        return responses;
    }

    static HouseholdResponse any(String id, Random random) {
        HouseholdResponse.Builder response = HouseholdResponse.builder(FORM, HouseholdId.of(id), 2570)
                .answer(AnswerPath.of("village"), maybe(random, 50010101 + 10000 * random.nextInt(3)))
                .answer(AnswerPath.of("income"), maybe(random, random.nextInt(120) - 20))
                .answer(AnswerPath.of("house"), Value.text("house " + random.nextInt(6)));
        for (int i = random.nextInt(4); i > 0; i--) {
            int key = response.addMember();
            if (random.nextInt(6) > 0) {
                response.answer(AnswerPath.of("id_card", key), Value.text("id " + random.nextInt(40)));
            }
        }
        return response.build();
    }

    private static Value maybe(Random random, int number) {
        return random.nextInt(10) == 0 ? Value.of(Missing.NOT_ANSWERED) : Value.of(number);
    }
}
