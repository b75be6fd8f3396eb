package io.github.bmnkit.testing;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.Attachment;
import io.github.bmnkit.response.Check;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Responses made from the definition of a form. The answers are random; nobody gave them. */
public final class Responses {
    /** A day on which the tests take place. */
    public static final LocalDate TODAY = LocalDate.of(2021, 3, 15);

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern REPEATED = Pattern.compile("\\[0-9]\\{([0-9]+)}");
    private static final int ATTEMPTS = 60;

    private final Questionnaire form;
    private final Random random;

    private Responses(Questionnaire form, Random random) {
        this.form = form;
        this.random = random;
    }

    /**
     * A response of any kind: answers that are left out, refused, unreadable, given where they are not due, and claims
     * that are right or wrong.
     */
    public static HouseholdResponse any(Questionnaire form, int members, Random random) {
        Responses responses = new Responses(form, random);
        HouseholdResponse.Builder response = responses.start();
        List<Integer> keys = responses.members(response, members);
        for (Item item : form.items()) {
            if (item.hasValue()) {
                for (AnswerPath path : paths(item, keys)) {
                    responses.any(item).forEach(value -> response.answer(path, value));
                }
            }
        }
        return response.build();
    }

    /** A response in which every question that is due is answered and nothing else, and no derived check fails. */
    public static HouseholdResponse valid(Questionnaire form, int members, Random random) {
        Responses responses = new Responses(form, random);
        HouseholdResponse.Builder empty = responses.start();
        responses.members(empty, members);
        ResolvedHousehold household = ResolvedHousehold.of(form);
        household.resolve(empty.build(), false, TODAY);
        for (Item item : form.items()) {
            if (item.question().type().isAsked()) {
                int rows = item.level() == Level.MEMBER ? household.members() : 1;
                for (int row = 0; row < rows; row++) {
                    responses.answer(household, item, row);
                }
            }
        }
        return household.response();
    }

    private HouseholdResponse.Builder start() {
        int round = form.firstRound() + random.nextInt(form.lastRound() - form.firstRound() + 1);
        return HouseholdResponse.builder(form, HouseholdId.of("H-" + random.nextInt(100_000)), round);
    }

    private List<Integer> members(HouseholdResponse.Builder response, int members) {
        List<Integer> keys = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            int key = response.addMember();
            if (random.nextInt(8) == 0) {
                response.removeMember(key);
                key = response.addMember();
            }
            keys.add(key);
        }
        return keys;
    }

    private static List<AnswerPath> paths(Item item, List<Integer> keys) {
        return item.level() == Level.HOUSEHOLD
                ? List.of(AnswerPath.of(item.name()))
                : keys.stream().map(key -> AnswerPath.of(item.name(), key)).toList();
    }

    private List<Value> any(Item item) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> List.of();
            case 3 -> List.of(Value.of(random.nextBoolean() ? Missing.REFUSED : Missing.DONT_KNOW));
            case 4 ->
                List.of(Value.text(
                        List.of("??", "๑๒", "9".repeat(30), "สวัสดี", "1 9").get(random.nextInt(5))));
            default -> List.of(value(item));
        };
    }

    private void answer(ResolvedHousehold household, Item item, int row) {
        AnswerPath path = AnswerPath.of(item.name());
        if (item.level() == Level.MEMBER) {
            path = AnswerPath.of(item.name(), household.key(row));
        }
        if (household.relevance(item, row) != Truth.TRUE) {
            return;
        }
        boolean due = item.required().isPresent();
        if (!due && random.nextInt(4) == 0) {
            return;
        }
        for (int i = 0; i < ATTEMPTS; i++) {
            household.answer(path, value(item));
            boolean fits = household.check(item, Check.TYPE, row) == Outcome.PASS
                    && household.check(item, Check.CODE_LIST, row) != Outcome.FAIL
                    && household.check(item, Check.CONSTRAINT, row) != Outcome.FAIL;
            if (fits) {
                return;
            }
        }
        boolean refusable = due && item.question().refusable();
        household.answer(path, Value.of(refusable ? Missing.REFUSED : Missing.NOT_ANSWERED));
    }

    private Value value(Item item) {
        QuestionType type = item.question().type();
        return switch (item.symbol().type()) {
            case INTEGER -> Value.of(random.nextInt(4) == 0 ? literal(item).longValue() : random.nextInt(6));
            case DECIMAL ->
                Value.of(
                        random.nextInt(3) == 0
                                ? literal(item)
                                : BigDecimal.valueOf(
                                        random.nextInt(3_000),
                                        Math.min(2, item.symbol().digits())));
            case DATE ->
                Value.of(TODAY.minusDays(random.nextInt(10) == 0 ? random.nextInt(40_000) : random.nextInt(400)));
            case CODE -> code(item);
            case CODES ->
                Value.codes(codes(item).stream()
                        .filter(code -> random.nextInt(3) == 0)
                        .toList());
            case TEXT ->
                type == QuestionType.GEOPOINT
                        ? Value.text("13.7" + random.nextInt(10) + " 100.5")
                        : type == QuestionType.ATTACHMENT
                                ? Value.text(
                                        new Attachment("0123456789abcdef".repeat(4), random.nextInt(9), "image/png")
                                                .toString())
                                : Value.text(words(item));
            case TRUTH -> throw new IllegalStateException("no question has a truth");
        };
    }

    private Value code(Item item) {
        List<String> codes = codes(item);
        return Value.code(
                codes.isEmpty() || random.nextInt(20) == 0 ? words(item) : codes.get(random.nextInt(codes.size())));
    }

    private List<String> codes(Item item) {
        return form.list(item.question().list()).orElseThrow().codes().stream()
                .map(Code::code)
                .toList();
    }

    /** A number that the constraint names, or one beside it. */
    private BigDecimal literal(Item item) {
        String constraint = item.question().constraint();
        List<String> numbers = constraint == null
                ? List.of("0")
                : NUMBER.matcher(constraint)
                        .results()
                        .map(found -> found.group())
                        .toList();
        String literal = numbers.isEmpty() ? "1" : numbers.get(random.nextInt(numbers.size()));
        return new BigDecimal(literal).add(BigDecimal.valueOf(random.nextInt(3) - 1));
    }

    /** Digits where the constraint asks for digits, a national ID where it asks for one, else words. */
    private String words(Item item) {
        String constraint = item.question().constraint();
        if (constraint != null && constraint.contains("thai-id-valid")) {
            return Identities.withCheckDigit(100_000_000_000L + random.nextInt(Integer.MAX_VALUE) * 300L)
                    .digits();
        }
        if (constraint != null && REPEATED.matcher(constraint).find()) {
            int length = Integer.parseInt(REPEATED.matcher(constraint)
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1));
            return digits(length);
        }
        return List.of("ก", "บ้าน", "abc", "สม ชาย", "e\u0301", "1").get(random.nextInt(6));
    }

    private String digits(int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
