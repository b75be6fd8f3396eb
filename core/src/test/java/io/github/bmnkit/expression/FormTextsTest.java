package io.github.bmnkit.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.finding.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions of the kinds that a household form is made of: each is read, checked, and written back as it stands. */
class FormTextsTest {
    private static final Codes YES_NO = Codes.of("yes_no", List.of("1", "0"));
    private static final Codes ROLE = Codes.of("role", List.of("HEAD", "SPOUSE", "CHILD", "PARENT"));
    private static final Codes JOB = Codes.of("job", List.of("STUDENT", "NONE", "FARM", "GOV"));
    private static final Codes SAVING = Codes.of("saving", List.of("1", "6", "11", "12"));
    private static final Codes RELATION =
            Codes.open("relation", List.of("01")).withAttribute("role", ROLE, Map.of("01", "HEAD"));

    private static final Scope SCOPE = scope();

    private static Scope scope() {
        List<Symbol> symbols = new ArrayList<>();
        for (String name : List.of("n_members", "n_old", "n_young", "n_heads", "n_work", "n_card")) {
            symbols.add(Symbol.of(name, Level.HOUSEHOLD, ValueType.INTEGER)
                    .withUnit("persons")
                    .withBounds());
        }
        for (String name : List.of("met_n", "part_a", "part_b", "moo", "rai", "wah", "year")) {
            symbols.add(Symbol.of(name, Level.HOUSEHOLD, ValueType.INTEGER));
        }
        for (String name : List.of("income", "expense", "saved", "debt", "loan")) {
            symbols.add(Symbol.of(name, Level.HOUSEHOLD, ValueType.INTEGER).withUnit("baht/year"));
        }
        symbols.add(Symbol.of("threshold", Level.HOUSEHOLD, ValueType.INTEGER).asParameter());
        for (String name : List.of("has", "met", "borrowed", "source_1", "source_2")) {
            symbols.add(Symbol.code(name, Level.HOUSEHOLD, YES_NO));
        }
        symbols.add(Symbol.codes("saving", Level.HOUSEHOLD, SAVING));
        symbols.add(Symbol.code("province", Level.HOUSEHOLD, Codes.open("province", List.of())));
        symbols.add(Symbol.code("district", Level.HOUSEHOLD, Codes.open("district", List.of())));
        symbols.add(Symbol.of("house", Level.HOUSEHOLD, ValueType.TEXT));
        symbols.add(Symbol.of("other", Level.HOUSEHOLD, ValueType.TEXT));
        symbols.add(Symbol.of("visited", Level.HOUSEHOLD, ValueType.DATE));
        symbols.add(Symbol.decimal("lat", Level.HOUSEHOLD, 6));
        symbols.add(Symbol.decimal("hours", Level.HOUSEHOLD, 1).withUnit("hours per week"));
        symbols.add(Symbol.of("head_age", Level.HOUSEHOLD, ValueType.INTEGER));
        symbols.add(Symbol.of("no", Level.MEMBER, ValueType.INTEGER));
        symbols.add(Symbol.of("age", Level.MEMBER, ValueType.INTEGER));
        symbols.add(Symbol.of("months", Level.MEMBER, ValueType.INTEGER));
        symbols.add(Symbol.of("base", Level.MEMBER, ValueType.INTEGER));
        symbols.add(Symbol.of("rank", Level.MEMBER, ValueType.INTEGER));
        symbols.add(Symbol.code("sex", Level.MEMBER, Codes.of("sex", List.of("1", "2"))));
        symbols.add(Symbol.code("health", Level.MEMBER, Codes.of("health", List.of("0", "1", "2"))));
        symbols.add(Symbol.code("role", Level.MEMBER, ROLE));
        symbols.add(Symbol.code("relation", Level.MEMBER, RELATION));
        symbols.add(Symbol.code("job", Level.MEMBER, JOB));
        symbols.add(Symbol.of("first", Level.MEMBER, ValueType.TEXT));
        symbols.add(Symbol.of("last", Level.MEMBER, ValueType.TEXT));
        symbols.add(Symbol.of("card", Level.MEMBER, ValueType.TEXT));
        symbols.add(Symbol.of("born", Level.MEMBER, ValueType.DATE));
        symbols.add(Symbol.codes("cash", Level.MEMBER, SAVING));
        return Scope.of("member", symbols);
    }

    private static void assertReads(String text, Level level) {
        Reading<Formula> reading = Formula.value(text, SCOPE, level);
        assertThat(reading.findings()).as(text).isEmpty();
        assertThat(reading.value()).hasToString(text);
        assertThat(Expression.parse(text).value()).isEqualTo(reading.value().expression());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${n_young} > 0",
                "${n_old} + ${n_young} > 0",
                "1 = 1",
                "if(${n_young} > 0, 1, 0)",
                "${has} = 1",
                "${met} = 0",
                "${has} = 1 and ${n_work} > ${part_a}",
                "${saving} != '' and not(selected(${saving}, '12'))",
                "selected(${saving}, '12') and count-selected(${saving}) > 1",
                "(${n_young} = 0 or ${met} = 1) and (${n_old} = 0 or ${has} = 1)",
                "if(${met} = 0, ${met_n}, 0)",
                "coalesce(if(${met} = 0, ${met_n}, 0), 0) + coalesce(if(${has} = 0, ${part_a}, 0), 0)",
                "coalesce(${part_a}, 0) + coalesce(${part_b}, 0)",
                "if(${met} = 1, ${n_young}, ${n_young} - coalesce(${met_n}, 0))",
                "if(${source_1} = 1, 1, 0) + if(${source_2} = 1, 1, 0)",
                "if(${source_1} != '', 1, 0) + if(${source_2} != '', 1, 0)",
                "if(${n_members} > 0, int(${income} div ${n_members}), '')",
                "${income} >= ${threshold}",
                "${income} >= 38000 and ${income} < 38500",
                "${income} > 0 and ${expense} > 1.5 * ${income}",
                "${expense} > 0 and ${n_members} > 0 and ${expense} div ${n_members} < 3000",
                "${saved} > ${income} - ${expense} + coalesce(${loan}, 0) and ${saved} > 0.2 * ${income}",
                "${debt} > 20 * ${income}",
                "${has} = 1 and not(regex(${house}, '^[0-9]{11}$'))",
                "regex(${house}, '^[0-9]{11}$') and substr(${house}, 0, 4) != ${district}",
                "not(regex(${province}, '^[0-9]{2}$')) or number(${province}) < 10 or ${province} = '59'",
                "substr(${district}, 0, 2) != ${province}",
                "${moo} > 0 and number(substr(${district}, 2, 4)) != ${moo}",
                "${moo} != '' and (${moo} < 1 or ${moo} > 999)",
                "${visited} > today()",
                "${visited} != '' and ${visited} < date('2026-02-01')",
                "${lat} < 5.6 or ${lat} > 20.5",
                "${lat} * 100 = int(${lat} * 100)",
                "${hours} > 60 and ${hours} <= 168",
                "${other} = ''",
                "${n_heads} != 1",
                "${met_n} != '' and (${met_n} < 1 or ${met_n} > ${n_old})",
                "${has} = 1 and not(${loan} > 0)",
                "count-duplicates(${card}) > 0",
                "count(${member})",
                "count(${member}[${age} >= 15 and ${age} <= 59 and ${base} = 1])",
                "count(${member}[${job} != '' and ${job} != 'NONE' and ${job} != 'STUDENT'])",
                "sum(${member}/if(${age} >= 60, 1, 0))",
                "any(${member}[selected(${cash}, '6')])",
                "all(${member}[${role} = 'CHILD']/(${age} < ${head_age}))",
                "${member}[${role} = 'HEAD'][1]/${age}",
                "${member}[${role} = 'HEAD'][1]/${card}",
                "indexed-repeat(${age}, ${member}, ${moo})",
                "max(${age}) - min(${age}) > 60",
                "sum(${member}[${sex} = 2]/${age})",
                "selected(join(' ', ${cash}), '6')",
                "max(${rai} * 400 + ${wah}, 1)",
                "round(${income} div ${n_members}, 2) > 100",
                "concat(${house}, '/', ${moo})",
                "string-length(${house}) = 11",
            })
    void ofTheHousehold(String text) {
        assertReads(text, Level.HOUSEHOLD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "age-years(${born}, ${visited})",
                "age-months(${born}, ${visited})",
                "if(${job} != 'STUDENT' and not(${health} = 1 and ${sex} = 2), 1, 0)",
                "if(position(..) = 1, 'HEAD', attribute(${relation}, 'role'))",
                "${no} = 1 and ${role} != 'HEAD'",
                "${no} != position(..)",
                "regex(${first}, '.*[0-9].*') or regex(${last}, '.*[0-9].*')",
                "${first} != '' and ${born} != '' and count-same(${first}, ${last}, ${born}) > 1",
                "count-same(${first}, coalesce(${last}, '-')) > 1",
                "regex(${card}, '^[0-9]{13}$') and not(thai-id-valid(${card}))",
                "${born} > ${visited}",
                "${role} = 'SPOUSE' and abs(${age} - ${head_age}) > 30",
                "${role} = 'SPOUSE' and ${sex} = ${member}[${role} = 'HEAD'][1]/${sex}",
                "${age} > 100 and ${age} <= 120",
                "${rank} >= 1 and ${age} < 2",
            })
    void ofTheMember(String text) {
        assertReads(text, Level.MEMBER);
    }

    @Test
    void constraintsAreAboutTheAnswerItself() {
        for (String text : List.of(
                ". >= 1 and . <= ${n_young}",
                ". > 0",
                ". >= 0 and . <= ${met_n} and . <= ${n_old}",
                ". <= ${n_work} - coalesce(${part_a}, 0)")) {
            Reading<Formula> reading = Formula.constraint(text, SCOPE, "part_b");
            assertThat(reading.findings()).as(text).isEmpty();
            assertThat(reading.value()).hasToString(text);
        }
        assertThat(Formula.constraint("not(selected(., '12') and count-selected(.) > 1)", SCOPE, "saving")
                        .findings())
                .isEmpty();
    }
}
