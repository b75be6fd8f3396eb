package io.github.bmnkit.indicator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
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
import io.github.bmnkit.response.Check;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.testing.Responses;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Households whose members have the ages at which bases begin and end, and whose answers to the questions of one
 * indicator are all good, all bad or mixed. Nobody gave them.
 */
final class MadeUpHouseholds {
    /**
     * The form with occupations of a made-up list, for what is not in a list belongs to no group; and for later rounds as
     * well, to show what comes of a threshold that is not set.
     */
    static final Questionnaire FORM = demonstration(Questionnaires.bmn2560()
            .withCodes(
                    "occupation",
                    List.of(occupation("0110", "STUDENT"), occupation("9001", "FARM"), occupation("9002", "NONE")))
            .value());

    private static Questionnaire demonstration(Questionnaire form) {
        String json = form.toJson().replaceFirst("\"to\" : 2564", "\"to\" : 2569");
        return Questionnaire.read(new ByteArrayInputStream(json.getBytes(UTF_8)))
                .value();
    }

    private static final List<Integer> MONTHS =
            List.of(0, 3, 5, 6, 11, 12, 30, 36, 71, 72, 80, 155, 156, 157, 179, 180, 300, 419, 420, 500, 719, 720, 900);
    private static final Set<String> OF_MEMBERS =
            Set.of("birth_date", "sex", "health", "ability", "occupation", "welfare_card");
    private static final Pattern NUMBER = Pattern.compile("q(\\d+)(_.*)?");

    private enum Mode {
        ONES,
        ZEROS,
        MIXED
    }

    private final Random random;
    private final boolean complete;
    /** Whether all goes well there. */
    private final boolean isGood;

    private final Mode[] modes = new Mode[34];
    private final ResolvedHousehold household = ResolvedHousehold.of(FORM);
    private long income;

    private MadeUpHouseholds(Random random, boolean complete) {
        this.random = random;
        this.complete = complete;
        this.isGood = random.nextInt(5) == 0;
        for (int i = 0; i < modes.length; i++) {
            modes[i] = Mode.values()[random.nextInt(3)];
        }
        if (isGood) {
            Arrays.fill(modes, Mode.ONES);
            modes[12] = Mode.ZEROS;
            modes[14] = Mode.ZEROS;
        }
    }

    private static Code occupation(String code, String group) {
        return new Code(
                code, Text.of("อาชีพสมมติ", "a made-up occupation"), null, null, null, Map.of("occ_group", group));
    }

    /** A household of a round of the set, in which every answer that an indicator needs is there and fits. */
    static ResolvedHousehold complete(Random random) {
        return new MadeUpHouseholds(random, true).make(2560 + random.nextInt(5), false);
    }

    /** A household in which some answers are missing, and some numbers do not fit. */
    static ResolvedHousehold any(Random random) {
        return new MadeUpHouseholds(random, false).make(2560 + random.nextInt(5), random.nextInt(3) == 0);
    }

    /** The same for a round of the host's choice. */
    static ResolvedHousehold complete(Random random, int round) {
        return new MadeUpHouseholds(random, true).make(round, false);
    }

    private ResolvedHousehold make(int round, boolean draft) {
        HouseholdResponse.Builder empty =
                HouseholdResponse.builder(FORM, HouseholdId.of("H-" + random.nextInt(100_000)), round);
        int members = 1 + random.nextInt(random.nextInt(3) == 0 ? 1 : 5);
        for (int i = 0; i < members; i++) {
            empty.addMember();
        }
        income = 38_000L * members
                + (isGood ? 50_000 : List.of(-1, 0, 1, -20_000, 50_000).get(random.nextInt(5)));
        household.resolve(empty.build(), draft, Responses.TODAY);
        for (Item item : FORM.items()) {
            int rows = item.level() == Level.MEMBER ? members : 1;
            for (int row = 0; item.question().type().isAsked() && row < rows; row++) {
                boolean wanted = item.level() == Level.MEMBER
                        ? OF_MEMBERS.contains(item.name())
                        : item.name().equals("survey_date")
                                || item.name().equals("happiness")
                                || NUMBER.matcher(item.name()).matches();
                if (wanted && household.relevance(item, row) == Truth.TRUE) {
                    answer(item, row);
                }
            }
        }
        return household;
    }

    private void answer(Item item, int row) {
        AnswerPath path = new AnswerPath(item.name(), item.level() == Level.MEMBER ? household.key(row) : 0);
        if (!complete && random.nextInt(12) == 0) {
            if (random.nextInt(3) == 0) {
                household.answer(path, Value.of(random.nextBoolean() ? Missing.REFUSED : Missing.DONT_KNOW));
            }
            return;
        }
        for (int attempt = 0; attempt < 200; attempt++) {
            household.answer(path, value(item));
            if (!complete || household.check(item, Check.CONSTRAINT, row) != Outcome.FAIL) {
                return;
            }
        }
        throw new IllegalStateException("no answer fits " + item);
    }

    private Value value(Item item) {
        if (item.name().equals("survey_date")) {
            return Value.of(Responses.TODAY);
        }
        if (item.name().equals("birth_date")) {
            LocalDate birth = Responses.TODAY
                    .minusMonths(MONTHS.get(random.nextInt(MONTHS.size())))
                    .plusDays(random.nextInt(2));
            return Value.of(birth.isAfter(Responses.TODAY) ? Responses.TODAY : birth);
        }
        if (item.name().startsWith("q22_1_")) {
            return Value.of(item.name().equals("q22_1_1") ? income : 0);
        }
        ValueType type = item.symbol().type();
        return switch (type) {
            case CODE -> Value.code(code(item));
            case CODES -> codes(item);
            case INTEGER -> Value.of(random.nextInt(4));
            case DECIMAL -> Value.of(1);
            case TEXT -> Value.text("made up");
            case DATE, TRUTH -> throw new IllegalStateException("not asked here: " + item);
        };
    }

    private String code(Item item) {
        List<String> codes = listed(item);
        Matcher number = NUMBER.matcher(item.name());
        if (number.matches() && codes.contains("0") && codes.contains("1")) {
            Mode mode = modes[Integer.parseInt(number.group(1))];
            return mode == Mode.MIXED ? (random.nextInt(4) == 0 ? "0" : "1") : mode == Mode.ONES ? "1" : "0";
        }
        return codes.get(random.nextInt(codes.size()));
    }

    private Value codes(Item item) {
        List<String> all = listed(item);
        if (item.name().equals("q23_1")) {
            return switch (random.nextInt(5)) {
                case 0 -> Value.codes(List.of());
                case 1 -> Value.codes(List.of("12"));
                case 2 -> Value.codes(List.of("2"));
                default -> Value.codes(List.of("1", "3"));
            };
        }
        List<String> chosen = new ArrayList<>();
        all.stream().filter(code -> random.nextInt(3) == 0).forEach(chosen::add);
        return Value.codes(chosen);
    }

    private static List<String> listed(Item item) {
        return FORM.list(item.question().list()).orElseThrow().codes().stream()
                .map(Code::code)
                .toList();
    }
}
