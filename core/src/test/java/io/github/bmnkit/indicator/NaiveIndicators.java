package io.github.bmnkit.indicator;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.response.ResolvedHousehold;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The 31 indicators once more, by hand and from the answers alone: it knows neither the definitions nor the counts that
 * the form calculates. Null is unknown.
 */
final class NaiveIndicators {
    private record Count(long least, long most) {
        @Nullable
        Boolean isZero() {
            return least > 0 ? Boolean.FALSE : most == 0 ? Boolean.TRUE : null;
        }

        @Nullable
        Long known() {
            return least == most ? least : null;
        }

        Count plus(Count other) {
            return new Count(least + other.least, most + other.most);
        }
    }

    private record Age(int years, long months) {}

    private final ResolvedHousehold household;
    private final int members;

    NaiveIndicators(ResolvedHousehold household) {
        this.household = household;
        this.members = household.members();
    }

    IndicatorResult result(int number) {
        return switch (number) {
            case 1 -> persons(1, months(0, 11), is("q1_2", 1), not("q1_2"));
            case 2 -> breastfed();
            case 3 -> persons(3, years(0, 12), is("q3_2", 1), not("q3_2"));
            case 4 -> household(4, is(1, "q4_1", "q4_2", "q4_3", "q4_4"));
            case 5 -> household(5, is(1, "q5_1", "q5_2", "q5_3", "q5_4"));
            case 6 -> persons(6, years(35, 999), is("q6_4", 1), not("q6_4"));
            case 7 -> persons(7, years(6, 999), is("q7_1", 1), not("q7_1"));
            case 8 -> household(8, is(1, "q8_1", "q8_2"));
            case 9 -> household(9, is("q9", 1));
            case 10 -> household(10, is("q10", 1));
            case 11 ->
                household(
                        11,
                        is(
                                1, "q11_1", "q11_2", "q11_3", "q11_4", "q11_5_1", "q11_5_2", "q11_5_3", "q11_5_4",
                                "q11_6", "q11_7", "q11_8"));
            case 12 -> household(12, is(0, "q12_1", "q12_2", "q12_3", "q12_4", "q12_5", "q12_6"));
            case 13 -> household(13, is(1, "q13_1_1", "q13_1_2", "q13_1_3", "q13_1_4"));
            case 14 -> household(14, is(0, "q14_1", "q14_2", "q14_3", "q14_5", "q14_6"));
            case 15 -> persons(15, years(3, 5), is("q15_2", 1), not("q15_2"));
            case 16 -> persons(16, years(6, 14), is("q16_2", 1), not("q16_2"));
            case 17 -> typed(17, "q17_1", "q17_2");
            case 18 -> typed(18, "q18_1", "q18_2");
            case 19 -> persons(19, years(15, 59), is("q19_2", 1), not("q19_2"));
            case 20 -> persons(20, count(row -> and(between(row, 15, 59), works(row))), is("q20_2", 1), sum("q20_2"));
            case 21 -> persons(21, count(row -> and(between(row, 60, 999), able(row))), is("q21_2", 1), sum("q21_2"));
            case 22 -> income();
            case 23 -> household(23, saves());
            case 24 -> persons(24, new Count(members, members), is("q24", 1), drinkers());
            case 25 -> persons(25, new Count(members, members), is("q25", 1), not("q25"));
            case 26 -> persons(26, years(6, 999), is("q26", 1), not("q26"));
            case 27 -> persons(27, years(60, 999), is("q27_2", 1), not("q27_2"));
            case 28 -> persons(28, count(row -> isOfMember("health", row, "1")), is("q28_3", 1), not("q28_3"));
            case 29 -> persons(29, count(row -> isOfMember("health", row, "2")), is("q29_2", 1), not("q29_2"));
            case 30 -> household(30, is("q30", 1));
            case 31 -> household(31, members == 1 ? alone() : is(1, "q31_1_1", "q31_1_2", "q31_1_3"));
            default -> throw new IllegalArgumentException("no indicator " + number);
        };
    }

    private IndicatorResult breastfed() {
        Count young = months(0, 5);
        Count older = months(6, 11);
        Boolean met = and(or(young.isZero(), is("q2_2", 1)), or(older.isZero(), is("q2_4", 1)));
        Long known = young.known() == null || older.known() == null ? null : young.known() + older.known();
        Long first =
                Boolean.TRUE.equals(young.isZero()) ? Long.valueOf(0) : young.isZero() == null ? null : not("q2_2");
        Long second =
                Boolean.TRUE.equals(older.isZero()) ? Long.valueOf(0) : older.isZero() == null ? null : not("q2_4");
        Long notMet = first == null || second == null ? null : Long.valueOf(first + second);
        return result(2, opposite(young.plus(older).isZero()), met, known, notMet);
    }

    private IndicatorResult typed(int number, String filter, String question) {
        return result(number, is(filter, 1), is(question, 1), whole(filter + "_n"), not(question));
    }

    private IndicatorResult income() {
        if (household.round() > 2564) {
            return new IndicatorResult(22, IndicatorOutcome.INCOMPLETE, false, 0, 0);
        }
        long total = 0;
        for (int part = 1; part <= 4; part++) {
            Long baht = whole("q22_1_" + part);
            if (baht == null) {
                return household(22, null);
            }
            total += baht;
        }
        return household(22, total / members >= 38_000);
    }

    private @Nullable Boolean saves() {
        Value chosen = value("q23_1");
        return chosen instanceof Value.Codes codes
                ? !codes.value().isEmpty() && !codes.value().contains("12")
                : null;
    }

    private @Nullable Long drinkers() {
        return addedUp("q24", List.of("q24_n_lt15", "q24_n_15_19", "q24_n_ge20"));
    }

    private @Nullable Long sum(String question) {
        return addedUp(question, List.of(question + "_a", question + "_b"));
    }

    private @Nullable Long addedUp(String question, List<String> parts) {
        Boolean some = is(question, 0);
        if (some == null || !some) {
            return some == null ? null : Long.valueOf(0);
        }
        long sum = 0;
        for (String part : parts) {
            Long number = isBlank(part) ? Long.valueOf(0) : whole(part);
            if (number == null) {
                return null;
            }
            sum += number;
        }
        return sum;
    }

    /** Who lives alone answers whether kin visit, or if there are none, whether life is happy. */
    private @Nullable Boolean alone() {
        List<@Nullable Boolean> answers = new ArrayList<>();
        for (String question : List.of("q31_2_1", "q31_2_2")) {
            if (!isBlank(question)) {
                answers.add(is(question, 1));
            }
        }
        Boolean any = answers.isEmpty() ? null : Boolean.FALSE;
        for (Boolean answer : answers) {
            any = or(any, answer);
        }
        return any;
    }

    /** Left blank, in a complete response; or not to be answered. */
    private boolean isBlank(String question) {
        Value value = value(question);
        return value instanceof Value.None none
                && (none.reason() == Missing.NOT_ASKED
                        || (none.reason() == Missing.NOT_ANSWERED
                                && !household.frame().isDraft()));
    }

    private IndicatorResult household(int number, @Nullable Boolean met) {
        return result(number, Boolean.TRUE, met, 1L, met == null || met ? 0L : 1L);
    }

    private IndicatorResult persons(int number, Count base, @Nullable Boolean met, @Nullable Long notMet) {
        return result(number, opposite(base.isZero()), met, base.known(), notMet);
    }

    private static IndicatorResult result(
            int number,
            @Nullable Boolean applies,
            @Nullable Boolean met,
            @Nullable Long surveyed,
            @Nullable Long notMet) {
        if (applies != null && !applies) {
            return new IndicatorResult(number, IndicatorOutcome.NOT_APPLICABLE, false, 0, 0);
        }
        if (applies == null || met == null) {
            return new IndicatorResult(number, IndicatorOutcome.INCOMPLETE, false, 0, 0);
        }
        IndicatorOutcome outcome = met ? IndicatorOutcome.MET : IndicatorOutcome.NOT_MET;
        boolean counted = surveyed != null
                && notMet != null
                && surveyed >= 1
                && notMet <= surveyed
                && met == (notMet == 0)
                && notMet >= 0;
        return new IndicatorResult(number, outcome, counted, counted ? surveyed : 0, counted ? notMet : 0);
    }

    private Count months(int from, int to) {
        return count(row -> {
            Age age = age(row);
            return age == null ? null : from <= age.months() && age.months() <= to;
        });
    }

    private Count years(int from, int to) {
        return count(row -> between(row, from, to));
    }

    private @Nullable Boolean between(int row, int from, int to) {
        Age age = age(row);
        return age == null ? null : from <= age.years() && age.years() <= to;
    }

    private @Nullable Age age(int row) {
        Value birth = household.frame().get("birth_date", row);
        Value survey = value("survey_date");
        if (!(birth instanceof Value.Day born) || !(survey instanceof Value.Day seen)) {
            return null;
        }
        LocalDate from = born.value();
        Period period = Period.between(from, seen.value());
        return new Age(period.getYears(), period.toTotalMonths());
    }

    private @Nullable Boolean works(int row) {
        Boolean student = isOfMember("occupation", row, "0110");
        return and(opposite(student), able(row));
    }

    private @Nullable Boolean able(int row) {
        return opposite(and(isOfMember("health", row, "1"), isOfMember("ability", row, "0")));
    }

    private Count count(IntFunction<@Nullable Boolean> member) {
        long least = 0;
        long most = 0;
        for (int row = 0; row < members; row++) {
            Boolean counts = member.apply(row);
            least += Boolean.TRUE.equals(counts) ? 1 : 0;
            most += Boolean.FALSE.equals(counts) ? 0 : 1;
        }
        return new Count(least, most);
    }

    private @Nullable Boolean isOfMember(String question, int row, String code) {
        return household.frame().get(question, row) instanceof Value.Code given
                ? given.value().equals(code)
                : null;
    }

    /** How many persons did not, where not everyone did. */
    private @Nullable Long not(String question) {
        Boolean some = is(question, 0);
        return some == null ? null : some ? whole(question + "_n") : Long.valueOf(0);
    }

    private @Nullable Boolean is(int code, String... questions) {
        return Stream.of(questions).map(question -> is(question, code)).reduce(Boolean.TRUE, NaiveIndicators::and);
    }

    private @Nullable Boolean is(String question, int code) {
        return value(question) instanceof Value.Code given ? given.value().equals(Integer.toString(code)) : null;
    }

    private @Nullable Long whole(String question) {
        return value(question) instanceof Value.Amount amount ? amount.value().longValueExact() : null;
    }

    private Value value(String question) {
        return household.frame().get(question, 0);
    }

    private static @Nullable Boolean and(@Nullable Boolean one, @Nullable Boolean other) {
        if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
            return false;
        }
        return one == null || other == null ? null : Boolean.TRUE;
    }

    private static @Nullable Boolean or(@Nullable Boolean one, @Nullable Boolean other) {
        return opposite(and(opposite(one), opposite(other)));
    }

    private static @Nullable Boolean opposite(@Nullable Boolean one) {
        return one == null ? null : !one;
    }
}
