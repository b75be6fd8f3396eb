package io.github.bmnkit.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.testing.Responses;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All 31 indicators on households written down by hand. A line names the indicator, the members by their ages in years or
 * months (with {@code D} who is disabled, {@code C} chronically ill, {@code X} cannot care for himself, {@code S} a
 * student, {@code ?} of an unknown age), the answers, and what comes of it: outcome, surveyed, not met. All else is blank.
 */
class IndicatorTableTest {
    private static final Indicators INDICATORS = Indicators.of(IndicatorSets.bmn2560(), MadeUpHouseholds.FORM);

    private static final String TABLE = """
            1 | 3m 40 | q1_2=1 | MET 1 0
            1 | 3m 11m 40 | q1_2=0 q1_2_n=1 | NOT_MET 2 1
            1 | 12m 40 | | NOT_APPLICABLE
            1 | 3m 40 | | INCOMPLETE
            1 | 3m ? | q1_2=1 | MET
            1 | 40 ? | | INCOMPLETE
            1 | 3m 40 | q1_2=0 | NOT_MET
            1 | 3m 40 | q1_2=0 q1_2_n=2 | NOT_MET
            2 | 5m 40 | q2_2=1 | MET 1 0
            2 | 6m 40 | q2_4=1 | MET 1 0
            2 | 5m 6m 40 | q2_2=1 q2_4=0 q2_4_n=1 | NOT_MET 2 1
            2 | 5m 6m 40 | q2_2=0 q2_2_n=1 q2_4=0 q2_4_n=1 | NOT_MET 2 2
            2 | 5m 6m 40 | q2_2=0 q2_4=0 q2_4_n=1 | NOT_MET
            2 | 12m 40 | | NOT_APPLICABLE
            2 | 5m 6m 40 | q2_2=1 | INCOMPLETE
            3 | 12 13 | q3_2=1 | MET 1 0
            3 | 2 12 40 | q3_2=0 q3_2_n=2 | NOT_MET 2 2
            3 | 13 | | NOT_APPLICABLE
            3 | 2 40 | | INCOMPLETE
            4 | 40 | q4_1=1 q4_2=1 q4_3=1 q4_4=1 | MET 1 0
            4 | 40 | q4_1=1 q4_2=1 q4_3=1 q4_4=0 | NOT_MET 1 1
            4 | 40 | q4_1=0 | NOT_MET 1 1
            4 | 40 | q4_1=1 q4_2=1 q4_3=1 | INCOMPLETE
            5 | 40 | q5_1=1 q5_2=1 q5_3=1 q5_4=1 | MET 1 0
            5 | 40 | q5_1=1 q5_2=0 q5_3=1 q5_4=1 | NOT_MET 1 1
            5 | 40 | | INCOMPLETE
            6 | 35 34 | q6_4=1 | MET 1 0
            6 | 35 36 | q6_4=0 q6_4_n=1 | NOT_MET 2 1
            6 | 34 | | NOT_APPLICABLE
            6 | 35 | | INCOMPLETE
            7 | 6 5 | q7_1=1 | MET 1 0
            7 | 6 40 | q7_1=0 q7_1_n=2 | NOT_MET 2 2
            7 | 5 | | NOT_APPLICABLE
            7 | 6 | | INCOMPLETE
            8 | 40 | q8_1=1 q8_2=1 | MET 1 0
            8 | 40 | q8_1=1 q8_2=0 | NOT_MET 1 1
            8 | 40 | q8_1=1 | INCOMPLETE
            9 | 40 | q9=1 | MET 1 0
            9 | 40 | q9=0 | NOT_MET 1 1
            9 | 40 | | INCOMPLETE
            10 | 40 | q10=1 | MET 1 0
            10 | 40 | q10=0 | NOT_MET 1 1
            10 | 40 | | INCOMPLETE
            11 | 40 | q11_1=1 q11_2=1 q11_3=1 q11_4=1 q11_5_1=1 q11_5_2=1 q11_5_3=1 q11_5_4=1 q11_6=1 q11_7=1 q11_8=1 | MET 1 0
            11 | 40 | q11_1=1 q11_2=1 q11_3=1 q11_4=1 q11_5_1=1 q11_5_2=1 q11_5_3=1 q11_5_4=0 q11_6=1 q11_7=1 q11_8=1 | NOT_MET 1 1
            11 | 40 | q11_1=1 q11_2=1 q11_3=1 q11_4=1 q11_5_1=1 q11_5_2=1 q11_5_3=1 q11_5_4=1 q11_6=0 q11_7=1 q11_8=1 | NOT_MET 1 1
            11 | 40 | q11_1=1 | INCOMPLETE
            12 | 40 | q12_1=0 q12_2=0 q12_3=0 q12_4=0 q12_5=0 q12_6=0 | MET 1 0
            12 | 40 | q12_1=0 q12_2=0 q12_3=0 q12_4=0 q12_5=0 q12_6=1 | NOT_MET 1 1
            12 | 40 | q12_1=0 | INCOMPLETE
            13 | 40 | q13_1_1=1 q13_1_2=1 q13_1_3=1 q13_1_4=1 | MET 1 0
            13 | 40 | q13_1_1=1 q13_1_2=0 q13_1_3=1 q13_1_4=1 | NOT_MET 1 1
            13 | 40 | q13_1_1=1 q13_2=1 | INCOMPLETE
            14 | 40 | q14_1=0 q14_2=0 q14_3=0 q14_5=0 q14_6=0 | MET 1 0
            14 | 40 | q14_1=0 q14_2=0 q14_3=1 q14_5=0 q14_6=0 | NOT_MET 1 1
            14 | 40 | q14_1=0 q14_2=0 q14_3=0 q14_5=0 | INCOMPLETE
            15 | 3 5 6 | q15_2=1 | MET 2 0
            15 | 3 40 | q15_2=0 q15_2_n=1 | NOT_MET 1 1
            15 | 2 6 | | NOT_APPLICABLE
            15 | 4 40 | | INCOMPLETE
            16 | 6 14 15 | q16_2=1 | MET 2 0
            16 | 6 40 | q16_2=0 q16_2_n=1 | NOT_MET 1 1
            16 | 5 15 | | NOT_APPLICABLE
            16 | 7 40 | | INCOMPLETE
            17 | 15 40 | q17_1=1 q17_1_n=1 q17_2=1 | MET 1 0
            17 | 15 16 | q17_1=1 q17_1_n=2 q17_2=0 q17_2_n=1 | NOT_MET 2 1
            17 | 15 40 | q17_1=0 | NOT_APPLICABLE
            17 | 15 40 | | INCOMPLETE
            17 | 15 40 | q17_1=1 q17_2=1 | MET
            18 | 20 40 | q18_1=1 q18_1_n=1 q18_2=1 | MET 1 0
            18 | 20 21 | q18_1=1 q18_1_n=2 q18_2=0 q18_2_n=2 | NOT_MET 2 2
            18 | 20 | q18_1=0 | NOT_APPLICABLE
            18 | 20 | q18_1=1 q18_1_n=1 | INCOMPLETE
            19 | 15 59 60 | q19_2=1 | MET 2 0
            19 | 15 | q19_2=0 q19_2_n=1 | NOT_MET 1 1
            19 | 14 60 | | NOT_APPLICABLE
            19 | 15 | | INCOMPLETE
            20 | 15 59 60 | q20_2=1 | MET 2 0
            20 | 20 20S 20DX 20D | q20_2=0 q20_2_a=1 q20_2_b=1 | NOT_MET 2 2
            20 | 20 30 | q20_2=0 q20_2_b=1 | NOT_MET 2 1
            20 | 20S 30DX 60 | | NOT_APPLICABLE
            20 | 20 | | INCOMPLETE
            20 | 20 | q20_2=0 | NOT_MET
            21 | 60 59 70S | q21_2=1 | MET 2 0
            21 | 60 70DX | q21_2=0 q21_2_a=1 | NOT_MET 1 1
            21 | 59 70DX | | NOT_APPLICABLE
            21 | 60 | | INCOMPLETE
            22 | 40 41 | q22_1_1=76000 q22_1_2=0 q22_1_3=0 q22_1_4=0 | MET 1 0
            22 | 40 41 | q22_1_1=75999 q22_1_2=0 q22_1_3=0 q22_1_4=0 | NOT_MET 1 1
            22 | 40 41 | q22_1_1=75999 q22_1_2=0 q22_1_3=0 | INCOMPLETE
            23 | 40 | q23_1=1,3 | MET 1 0
            23 | 40 | q23_1=12 | NOT_MET 1 1
            23 | 40 | | INCOMPLETE
            24 | 40 3 | q24=1 | MET 2 0
            24 | 40 18 12 | q24=0 q24_n_15_19=1 q24_n_ge20=1 | NOT_MET 3 2
            24 | 40 | q24=0 | NOT_MET
            24 | 40 | | INCOMPLETE
            25 | 40 3 | q25=1 | MET 2 0
            25 | 40 41 | q25=0 q25_n=1 | NOT_MET 2 1
            25 | 40 | | INCOMPLETE
            26 | 6 5 | q26=1 | MET 1 0
            26 | 40 41 | q26=0 q26_n=1 | NOT_MET 2 1
            26 | 5 | | NOT_APPLICABLE
            26 | 6 | | INCOMPLETE
            27 | 60 59 | q27_2=1 | MET 1 0
            27 | 60 61 | q27_2=0 q27_2_n=2 | NOT_MET 2 2
            27 | 59 | | NOT_APPLICABLE
            27 | 60 | | INCOMPLETE
            28 | 40D 30 | q28_3=1 | MET 1 0
            28 | 40D 30D | q28_3=0 q28_3_n=1 | NOT_MET 2 1
            28 | 40C | | NOT_APPLICABLE
            28 | 40D | | INCOMPLETE
            29 | 40C 30 | q29_2=1 | MET 1 0
            29 | 40C 30C | q29_2=0 q29_2_n=1 | NOT_MET 2 1
            29 | 40D | | NOT_APPLICABLE
            29 | 40C | | INCOMPLETE
            30 | 40 | q30=1 | MET 1 0
            30 | 40 | q30=0 | NOT_MET 1 1
            30 | 40 | | INCOMPLETE
            31 | 40 41 | q31_1_1=1 q31_1_2=1 q31_1_3=1 | MET 1 0
            31 | 40 41 | q31_1_1=1 q31_1_2=0 q31_1_3=1 | NOT_MET 1 1
            31 | 40 41 | q31_1_1=1 q31_1_2=1 | INCOMPLETE
            31 | 40 | q31_2_1=1 | MET 1 0
            31 | 40 | q31_2_2=1 | MET 1 0
            31 | 40 | q31_2_1=0 | NOT_MET 1 1
            31 | 40 | q31_2_2=0 | NOT_MET 1 1
            31 | 40 | | INCOMPLETE
            """;

    static Stream<String> lines() {
        return TABLE.lines();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theTableHolds(String line) {
        String[] parts = line.split("\\|", -1);
        int number = Integer.parseInt(parts[0].strip());
        ResolvedHousehold household = household(parts[1].strip(), parts[2].strip());
        String[] expected = parts[3].strip().split(" ");
        IndicatorResult result = INDICATORS.evaluate(household).result(number);
        assertThat(result.outcome()).isEqualTo(IndicatorOutcome.valueOf(expected[0]));
        assertThat(result.isCounted()).isEqualTo(expected.length > 1);
        if (expected.length > 1) {
            assertThat(List.of(result.surveyed(), result.notMet()))
                    .containsExactly(Long.parseLong(expected[1]), Long.parseLong(expected[2]));
        }
        IndicatorExplanation explanation = INDICATORS.explain(household, number);
        assertThat(explanation.missing().isEmpty())
                .isEqualTo(explanation.isContradictory()
                        || result.isCounted()
                        || result.outcome() == IndicatorOutcome.NOT_APPLICABLE);
    }

    @Test
    void everyOutcomeThatCanBeIsInTheTable() {
        Map<Integer, Set<IndicatorOutcome>> found = new TreeMap<>();
        lines().map(line -> line.split("\\|", -1))
                .forEach(parts -> found.computeIfAbsent(
                                Integer.parseInt(parts[0].strip()), any -> EnumSet.noneOf(IndicatorOutcome.class))
                        .add(IndicatorOutcome.valueOf(parts[3].strip().split(" ")[0])));
        for (Indicator indicator : IndicatorSets.bmn2560().indicators()) {
            boolean always =
                    indicator.applicable() == null || indicator.applicable().equals("${n_members} > 0");
            Set<IndicatorOutcome> reachable = EnumSet.allOf(IndicatorOutcome.class);
            if (always) {
                reachable.remove(IndicatorOutcome.NOT_APPLICABLE);
            }
            assertThat(found.get(indicator.number()))
                    .as("%s", indicator.number())
                    .isEqualTo(reachable);
        }
    }

    private static ResolvedHousehold household(String members, String answers) {
        HouseholdResponse.Builder response =
                HouseholdResponse.builder(MadeUpHouseholds.FORM, HouseholdId.of("H-1"), 2561);
        response.answer(AnswerPath.of("survey_date"), Value.of(Responses.TODAY));
        for (String member : members.split(" ")) {
            int key = response.addMember();
            String age = member.replaceAll("[DCXS]", "");
            if (!age.equals("?")) {
                response.answer(AnswerPath.of("birth_date", key), Value.of(birth(age)));
            }
            String health = member.contains("D") ? "1" : member.contains("C") ? "2" : "0";
            response.answer(AnswerPath.of("health", key), Value.code(health));
            response.answer(AnswerPath.of("ability", key), Value.code(member.contains("X") ? "0" : "1"));
            response.answer(AnswerPath.of("occupation", key), Value.code(member.contains("S") ? "0110" : "9001"));
        }
        for (String answer : answers.split(" ")) {
            if (!answer.isEmpty()) {
                String[] both = answer.split("=");
                response.answer(AnswerPath.of(both[0]), value(both[0], both[1]));
            }
        }
        ResolvedHousehold household = ResolvedHousehold.of(MadeUpHouseholds.FORM);
        household.resolve(response.build(), false, Responses.TODAY);
        return household;
    }

    private static LocalDate birth(String age) {
        return age.endsWith("m")
                ? Responses.TODAY.minusMonths(Integer.parseInt(age.substring(0, age.length() - 1)))
                : Responses.TODAY.minusYears(Integer.parseInt(age));
    }

    private static Value value(String name, String text) {
        Item item = MadeUpHouseholds.FORM.item(name).orElseThrow();
        ValueType type = item.symbol().type();
        return type == ValueType.INTEGER
                ? Value.of(Long.parseLong(text))
                : type == ValueType.CODES ? Value.codes(List.of(text.split(","))) : Value.code(text);
    }
}
