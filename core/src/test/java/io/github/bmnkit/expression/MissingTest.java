package io.github.bmnkit.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What missing answers mean, construct by construct; the naive evaluator must say the same. */
class MissingTest {
    /** n1 has the kind under test, n2 is 5, n3 was refused, t1 is not answered, q1 is 1, three members. */
    private static Household household(boolean draft, Missing kind) {
        Household household = draft ? Household.draft(3) : Household.complete(3);
        return household
                .with("n1", Value.of(kind))
                .with("n2", 5)
                .with("n3", Value.of(Missing.REFUSED))
                .with("q1", Value.code("1"))
                .with("many", Value.codes(List.of()))
                .with(0, "age", 60)
                .with(1, "age", Value.of(kind))
                .with(2, "age", 10)
                .with(0, "rel", Value.code("01"))
                .with(1, "rel", Value.code("03"))
                .with(2, "rel", Value.code("04"));
    }

    private static String result(String text, Household household) {
        Formula formula = Formula.value(text, Household.SCOPE, Level.HOUSEHOLD).value();
        Frame frame = household.frame();
        Value value = formula.value(frame, 0);
        assertThat(value).isEqualTo(new Naive(household).value(formula.expression(), 0));
        if (value.equals(Value.of(Truth.UNKNOWN))) {
            return formula.why(frame, 0).toString();
        }
        return value.text(Locale.ROOT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${n1} = 1|NOT_ASKED|NOT_ANSWERED|REFUSED|INVALID",
                "${n1} != 1|NOT_ASKED|NOT_ANSWERED|REFUSED|INVALID",
                "${n1} = ${n1}|NOT_ASKED|NOT_ANSWERED|REFUSED|INVALID",
                "${n1} + 1|(not asked)|(not answered)|(refused)|(invalid)",
                "${n1} + ${n3}|(refused)|(refused)|(refused)|(invalid)",
                "${n1} = 1 and ${q1} = 0|false|false|false|false",
                "${n1} = 1 and ${q1} = 1|NOT_ASKED|NOT_ANSWERED|REFUSED|INVALID",
                "${n1} = 1 or ${q1} = 1|true|true|true|true",
                "not(${n1} = 1)|NOT_ASKED|NOT_ANSWERED|REFUSED|INVALID",
                "${n1} = ''|true|true|true|true",
                "${n1} != ''|false|false|false|false",
                "${n2} = ''|false|false|false|false",
                "coalesce(${n1}, 7)|7|7|(refused)|(invalid)",
                "coalesce(${n2}, 7)|5|5|5|5",
                "coalesce(${n1} + ${n3}, 7)|(refused)|(refused)|(refused)|(invalid)",
                "if(${n1} = 1, 2, 3)|(not asked)|(not answered)|(refused)|(invalid)",
                "if(${n2} = 1, 2, '')|(not asked)|(not asked)|(not asked)|(not asked)",
                "if(${n2} = 1, 2, '') = ''|true|true|true|true",
                "count(${member}[${age} >= 60])|(not asked)|(not answered)|(refused)|(invalid)",
                "count(${member}[${age} >= 60]) > 0|true|true|true|true",
                "count(${member}[${age} >= 60]) > 1|NOT_ASKED|NOT_ANSWERED|REFUSED|INVALID",
                "count(${member}[${age} >= 60]) > 2|false|false|false|false",
                "count(${member}[${age} >= 60]) + 1 >= 2|true|true|true|true",
                "count(${member}[${age} >= 60]) * 2 >= 2|NOT_ASKED|NOT_ANSWERED|REFUSED|INVALID",
                "sum(${member}/if(${age} >= 60, 1, 0)) = 0|false|false|false|false",
                "count(${member})|3|3|3|3",
                "any(${member}[${age} > 50])|true|true|true|true",
                "any(${member}[${age} > 90])|NOT_ASKED|NOT_ANSWERED|REFUSED|INVALID",
                "all(${member}/(${age} > 50))|false|false|false|false",
                "sum(${age})|70|(not answered)|(refused)|(invalid)",
                "min(${age})|10|(not answered)|(refused)|(invalid)",
                "max(${member}[${rel} = '01']/${age})|60|60|60|60",
                "sum(${member}[${age} > 999]/${age})|(not asked)|(not answered)|(refused)|(invalid)",
                "sum(${member}[${rel} = '02']/${age})|0|0|0|0",
                "max(${member}[${rel} = '02']/${age})|(not asked)|(not answered)|(refused)|(invalid)",
                "${member}[${rel} = '01'][1]/${age}|60|60|60|60",
                "${member}[${rel} = '02'][1]/${rel}|(not asked)|(not asked)|(not asked)|(not asked)",
                "${member}[${age} < 20][1]/${rel}|(not asked)|(not answered)|(refused)|(invalid)",
                "${member}[3]/${age}|10|10|10|10",
                "${member}[4]/${rel}|(not asked)|(not asked)|(not asked)|(not asked)",
                "count-selected(${many})|0|0|0|0",
                "selected(${many}, '6')|false|false|false|false",
                "${many} = ''|false|false|false|false",
                "count-duplicates(${age}) = 0|NOT_ASKED|NOT_ANSWERED|REFUSED|INVALID",
                "${p1} > 1|INVALID|INVALID|INVALID|INVALID",
                "attribute(${member}[3]/${rel}, 'role') = 'HEAD'|INVALID|INVALID|INVALID|INVALID",
                "${n2} div 0 = 1|INVALID|INVALID|INVALID|INVALID",
            })
    void inACompleteResponse(String text, String notAsked, String notAnswered, String refused, String invalid) {
        assertThat(result(text, household(false, Missing.NOT_ASKED))).isEqualTo(notAsked);
        assertThat(result(text, household(false, Missing.NOT_ANSWERED))).isEqualTo(notAnswered);
        assertThat(result(text, household(false, Missing.REFUSED))).isEqualTo(refused);
        assertThat(result(text, household(false, Missing.INVALID))).isEqualTo(invalid);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${n1} = ''|true|NOT_ANSWERED|true",
                "${n1} != ''|false|NOT_ANSWERED|false",
                "coalesce(${n1}, 7)|7|(not answered)|(refused)",
                "${n1} + ${n3}|(refused)|(not answered)|(refused)",
                "coalesce(${n1} + ${n3}, 7)|(refused)|(not answered)|(refused)",
                "${n1} + ${n3} = ''|true|NOT_ANSWERED|true",
                "if(${n1} = 1, 0, ${n3}) = ''|true|NOT_ANSWERED|true",
                "count(${member}[${age} >= 60]) > 0|true|true|true",
                "sum(${age})|70|(not answered)|(refused)",
            })
    void inADraft(String text, String notAsked, String notAnswered, String refused) {
        assertThat(result(text, household(true, Missing.NOT_ASKED))).isEqualTo(notAsked);
        assertThat(result(text, household(true, Missing.NOT_ANSWERED))).isEqualTo(notAnswered);
        assertThat(result(text, household(true, Missing.REFUSED))).isEqualTo(refused);
    }

    @Test
    void aCountKeepsItsBoundsUnderItsName() {
        Household household = household(false, Missing.REFUSED);
        Frame frame = household.frame();
        Formula count = Formula.calculation("count(${member}[${age} >= 60])", Household.SCOPE, "cnt")
                .value();
        assertThat(count.store(frame, 0)).isTrue();
        assertThat(count.store(frame, 0)).isFalse();
        assertThat(frame.get("cnt", 0)).isEqualTo(new Value.Between(1, 2, Missing.REFUSED));
        Formula some = Formula.condition("${cnt} > 0", Household.SCOPE, Level.HOUSEHOLD)
                .value();
        Formula two = Formula.condition("${cnt} = 2", Household.SCOPE, Level.HOUSEHOLD)
                .value();
        assertThat(some.test(frame, 0)).isEqualTo(Truth.TRUE);
        assertThat(two.test(frame, 0)).isEqualTo(Truth.UNKNOWN);
        assertThat(two.why(frame, 0)).isEqualTo(Missing.REFUSED);
        frame.setMissing(frame.cell("cnt", 0), Missing.NOT_ASKED);
        assertThat(some.test(frame, 0)).isEqualTo(Truth.UNKNOWN);
        assertThat(some.why(frame, 0)).isEqualTo(Missing.NOT_ASKED);
        frame.set("age", 1, Value.of(70));
        assertThat(count.store(frame, 0)).isTrue();
        assertThat(frame.get("cnt", 0)).isEqualTo(Value.of(2));
    }

    @Test
    void theOrderOfBadnessIsAsWritten() {
        assertThat(Missing.NOT_ASKED.worse(Missing.NOT_ANSWERED)).isEqualTo(Missing.NOT_ANSWERED);
        assertThat(Missing.INVALID.worse(Missing.REFUSED)).isEqualTo(Missing.INVALID);
        for (Missing kind : Missing.values()) {
            assertThat(Missing.ofRank(kind.ordinal())).isEqualTo(kind);
            assertThat(kind.rank()).isEqualTo(kind.ordinal());
            assertThat(kind.text().th()).isNotBlank();
        }
    }
}
