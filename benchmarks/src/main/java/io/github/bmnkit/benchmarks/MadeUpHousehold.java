package io.github.bmnkit.benchmarks;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.Attachment;
import io.github.bmnkit.response.Check;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Households that answer every question of the reference form that is asked of them, but for texts that need not be given;
 * made up and the same at every run.
 * Members are 2, 11, 20, 29 and so on years old; their occupations and relationships have made-up codes with roles.
 */
final class MadeUpHousehold {
    static final LocalDate TODAY = LocalDate.of(2020, 3, 15);

    private static final int ROUND = 2563;
    private static final List<String> TEXTS = List.of(
            "สมมุติ",
            "MADE-UP",
            "36019900001",
            "1999900000013",
            new Attachment("0".repeat(64), 0, "image/png").toString());

    private final Questionnaire form;
    private final ResolvedHousehold household;

    private MadeUpHousehold(Questionnaire form, int members) {
        this.form = form;
        this.household = ResolvedHousehold.of(form);
        household.resolve(
                HouseholdResponse.builder(form, HouseholdId.of("MADE-UP-" + members), ROUND)
                        .build(),
                false,
                TODAY);
        for (int i = 0; i < members; i++) {
            household.addMember();
        }
    }

    /** The reference form with made-up codes in the lists whose codes have roles. */
    static Questionnaire form() {
        return Questionnaires.bmn2560()
                .withCodes("occupation", codes("occ_group", "FARM", "TRADE", "NONE", "STUDENT"))
                .value()
                .withCodes("relation", codes("rel_role", "SPOUSE", "CHILD", "PARENT"))
                .value();
    }

    /** Codes of four digits, as occupations have. */
    private static List<Code> codes(String attribute, String... roles) {
        List<Code> codes = new ArrayList<>();
        for (String role : roles) {
            String digits = String.valueOf(9_000 + codes.size());
            codes.add(Code.of(digits, Text.of("สมมุติ " + digits, "made up: " + role))
                    .withAttribute(attribute, role));
        }
        return codes;
    }

    static HouseholdResponse response(Questionnaire form, int members) {
        MadeUpHousehold made = new MadeUpHousehold(form, members);
        for (Item item : form.items()) {
            if (item.question().type().isAsked()) {
                int rows = item.level() == Level.MEMBER ? members : 1;
                for (int row = 0; row < rows; row++) {
                    made.answer(item, row);
                }
            }
        }
        return made.household.response();
    }

    /** Gives the first answer that is allowed. */
    private void answer(Item item, int row) {
        boolean leftBlank = item.required().isEmpty() && item.symbol().type() == ValueType.TEXT;
        if (leftBlank || household.relevance(item, row) != Truth.TRUE) {
            return;
        }
        AnswerPath path = new AnswerPath(item.name(), item.level() == Level.MEMBER ? household.key(row) : 0);
        for (Value value : candidates(item, row)) {
            household.answer(path, value);
            boolean fits = Stream.of(Check.TYPE, Check.CODE_LIST, Check.CONSTRAINT)
                    .noneMatch(check -> household.check(item, check, row) == Outcome.FAIL);
            if (fits) {
                return;
            }
        }
        throw new IllegalStateException("no answer to " + path);
    }

    private List<Value> candidates(Item item, int row) {
        return switch (item.symbol().type()) {
            case INTEGER, DECIMAL ->
                Stream.of(1, 0, 8, 12, 100, ROUND).map(Value::of).toList();
            case DATE -> List.of(Value.of(TODAY.minusDays(item.level() == Level.MEMBER ? 900 + row * 9L * 365 : 0)));
            case TEXT -> TEXTS.stream().map(Value::text).toList();
            case CODE, CODES -> codes(item, row);
            case TRUTH -> throw new IllegalStateException("no question has a truth: " + item);
        };
    }

    /** The codes of the list, first one that differs from question to question and from member to member. */
    private List<Value> codes(Item item, int row) {
        List<Code> codes =
                form.list(requireNonNull(item.question().list())).orElseThrow().codes();
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            values.add(Value.text(
                    codes.get((item.order() + row + i) % codes.size()).code()));
        }
        Stream.of("36", "3601", "360101", "36010105").map(Value::text).forEach(values::add);
        return values;
    }
}
