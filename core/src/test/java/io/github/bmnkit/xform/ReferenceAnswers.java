package io.github.bmnkit.xform;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Random answers to the reference form, and codes for its open lists that say what they mean. */
final class ReferenceAnswers {
    private static final LocalDate SURVEY = LocalDate.of(2019, 6, 15);

    private final Random random;

    ReferenceAnswers(long seed) {
        random = new Random(seed);
    }

    /** The reference form with demonstration codes for every list with attributes. */
    static Questionnaire withRoles() {
        Questionnaire form = Questionnaires.bmn2560();
        for (CodeList list : form.lists()) {
            if (!list.attributes().isEmpty()) {
                form = form.withCodes(list.id(), codes(form, list)).value();
            }
        }
        return form;
    }

    private static List<Code> codes(Questionnaire form, CodeList list) {
        List<Code> codes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Code code = Code.of("00" + (10 + i), Text.of("รหัส " + i, "code " + i));
            for (CodeList.Attribute attribute : list.attributes()) {
                String values = attribute.list();
                List<Code> all = values == null
                        ? List.of()
                        : form.list(values).orElseThrow().codes();
                code = code.withAttribute(
                        attribute.name(),
                        values == null ? "" + i % 9 : all.get(i % all.size()).code());
            }
            codes.add(code);
        }
        return codes;
    }

    XFormComparison.Household household(Questionnaire form, LocalDate today) {
        int members = 1 + random.nextInt(6);
        int missing = random.nextInt(5) == 0 ? 3 : 0;
        Map<String, List<Value>> answers = new LinkedHashMap<>();
        for (Question question : form.questions()) {
            if (question.type().isAsked()) {
                int rows = question.level() == Level.HOUSEHOLD ? 1 : members;
                answers.put(
                        question.name(),
                        IntStream.range(0, rows)
                                .mapToObj(row -> random.nextInt(100) < missing
                                        ? Value.of(Missing.NOT_ANSWERED)
                                        : answer(form, question))
                                .toList());
            }
        }
        return new XFormComparison.Household(today, members, answers);
    }

    private Value answer(Questionnaire form, Question question) {
        return switch (question.type()) {
            case INTEGER ->
                question.name().equals("round_year")
                        ? Value.of(2560 + random.nextInt(5))
                        : Value.of(random.nextInt(random.nextInt(4) == 0 ? 100_000 : 5));
            case DECIMAL -> Value.of(BigDecimal.valueOf(random.nextInt(20_000_000), question.digits()));
            case DATE ->
                question.level() == Level.HOUSEHOLD
                        ? Value.of(SURVEY.plusDays(random.nextInt(300)))
                        : Value.of(SURVEY.minusDays(random.nextInt(40_000)));
            case SELECT_ONE -> Value.code(one(codes(form, question)));
            case SELECT_MULTIPLE -> {
                List<String> all = codes(form, question);
                List<String> some =
                        all.stream().filter(code -> random.nextInt(3) == 0).toList();
                yield Value.codes(some.isEmpty() ? List.of(one(all)) : some);
            }
            case TEXT, GEOPOINT, ATTACHMENT -> Value.text(digits(one(List.of("1", "11", "12"))));
            case CALCULATE, NOTE -> throw new IllegalArgumentException(question.name());
        };
    }

    private static List<String> codes(Questionnaire form, Question question) {
        List<String> codes = form.list(question.list()).orElseThrow().codes().stream()
                .map(Code::code)
                .toList();
        return codes.isEmpty() ? List.of("1234", "123456", "x") : codes;
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A row of digits, to which half the time a digit is added: for 12, that of a national ID. */
    private String digits(String length) {
        StringBuilder digits = new StringBuilder();
        int sum = 0;
        for (int i = 0; i < Integer.parseInt(length); i++) {
            int digit = random.nextInt(10);
            digits.append(digit);
            sum += digit * (13 - i);
        }
        return random.nextBoolean()
                ? digits.toString()
                : digits.append((11 - sum % 11) % 10).toString();
    }
}
