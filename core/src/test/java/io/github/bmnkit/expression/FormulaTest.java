package io.github.bmnkit.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.testing.FindingCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    private static final Scope UNITS = Scope.of(
            "member",
            List.of(
                    Symbol.of("persons", Level.HOUSEHOLD, ValueType.INTEGER).withUnit("persons"),
                    Symbol.of("baht", Level.HOUSEHOLD, ValueType.INTEGER).withUnit("baht"),
                    Symbol.of("income", Level.HOUSEHOLD, ValueType.INTEGER).withUnit("baht/year"),
                    Symbol.of("average", Level.HOUSEHOLD, ValueType.INTEGER).withUnit("baht/person/year"),
                    Symbol.decimal("hours", Level.HOUSEHOLD, 1).withUnit("hours per week"),
                    Symbol.of("plain", Level.HOUSEHOLD, ValueType.INTEGER)));

    private static List<String> wrong(Reading<Formula> reading) {
        return reading.findings().stream()
                .map(finding -> finding.place().column().orElse(0) + " "
                        + finding.code().id().substring("expression.".length()))
                .toList();
    }

    private static Reading<Formula> condition(String text) {
        return Formula.condition(text, Household.SCOPE, Level.HOUSEHOLD);
    }

    @Test
    void findingsHaveTextsInBothLanguages() {
        FindingCatalogue.check(ExpressionFinding.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${n1}|1 not-a-condition",
                "${n4} > 1|1 unknown-name",
                "${age} > 1|1 wrong-level",
                "position(..) = 1|1 wrong-level",
                "count-same(${age}) > 1|1 wrong-level",
                ". > 1|1 no-self",
                "${q1} = 2|9 code-outside-list",
                "selected(${many}, '7')|19 code-outside-list",
                "${q1} = 'yes'|9 code-outside-list",
                "${q1} > 0|7 no-order",
                "${t1} < 'b'|7 no-order",
                "${n1} < ''|7 no-order",
                "${t1} = 1|7 incompatible",
                "${rel1} = ${q1}|9 incompatible",
                "${q1} = ${n1}|7 incompatible",
                "${many} = '1'|9 incompatible",
                "selected(${many}, ${q1})|1 incompatible",
                "${day1} > 5|9 incompatible",
                "${day1} * 2 = 4|9 incompatible",
                "2 - ${day1} = 4|3 incompatible",
                "if(1 = 1, 1, 'a') = 1|1 incompatible",
                "coalesce(${n1}, ${t1}) = 1|1 incompatible",
                "coalesce(${q1} = 1, ${q2} = 1)|1 incompatible",
                "if(1 = 1, ${q1} = 1, '')|1 incompatible",
                "min(${n1}, ${day1}) = 1|1 incompatible",
                "(${n1} = 1) = ''|8 wrong-type",
                "-${t1} = 1|2 wrong-type",
                "selected(${t1}, 'a')|10 wrong-type",
                "count-selected(${q1}) = 1|16 wrong-type",
                "abs(${t1}) = 1|5 wrong-type",
                "sum(${name}) = 1|5 wrong-type",
                "max(${member}/${name}) = 'a'|15 wrong-type",
                "count-selected(join(' ', ${age})) = 1|26 wrong-type",
                "${member}[1]/(${age} > 1) = 1|22 wrong-type",
                "number(${day1}) = 1|8 wrong-type",
                "count(${n1}) = 1|1 not-members",
                "count(${age}) = 1|1 not-members",
                "count(${people}[1 = 1]) = 1|1 not-members",
                "sum(${member}) = 1|1 not-members",
                "sum(${age} + 1) = 1|1 not-members",
                "all(${member}[${age} > 1])|1 not-members",
                "${member} = 1|1 roster-as-value",
                "${member}/${age} = 1|1 roster-as-value",
                "${people}[1]/${age} = 1|1 unknown-name",
                "any(${member}[any(${member}[any(${member}[${age} = 1])])])|29 too-nested",
                "regex(${t1}, ${t2})|14 not-literal",
                "round(${d2}, ${n1}) = 1|14 not-literal",
                "round(${d2}, 10) = 1|14 not-literal",
                "date(${t1}) = today()|6 not-literal",
                "attribute(${rel1}, ${t1}) = 1|20 not-literal",
                "count-selected(join(',', ${uses})) = 1|21 not-literal",
                "date('2023-02-29') = today()|6 bad-date",
                "date('+12023-02-28') = today()|6 bad-date",
                "regex(${t1}, '(?=a)')|14 bad-pattern",
                "regex(${t1}, '[a-z]{1000}[a-z]{1000}')|14 pattern-too-large",
                "attribute(${rel1}, 'rolle') = 'HEAD'|20 unknown-attribute",
                "attribute(${rel1}, 'role') = 'KING'|30 code-outside-list",
                "${d5} * ${d5} * ${d5} * ${d5} = 0|23 too-many-digits",
            })
    void whatIsWrongIsSaidWithItsPlace(String text, String expected) {
        Reading<Formula> reading = condition(text);
        assertThat(wrong(reading)).as(text).containsExactly(expected);
        assertThat(reading.optional()).isEmpty();
    }

    @Test
    void allErrorsAreReportedAtOnce() {
        Reading<Formula> reading = condition("${n4} > 1 and ${q1} = 7 or not(${n1}) or sum(${t1}, 1) < 2");
        assertThat(wrong(reading)).containsExactly("42 argument-count");
        reading = condition("${n4} > 1 and ${q1} = 7 or not(${n1}) or ${day1} + ${t1} = today()");
        assertThat(wrong(reading))
                .containsExactly("1 unknown-name", "23 code-outside-list", "32 not-a-condition", "52 wrong-type");
    }

    @Test
    void misspeltNamesCodesAndAttributesAreCorrected() {
        assertThat(condition("${ag3} = 1").findings().get(0).toString()).contains("did you mean ${age}?");
        assertThat(condition("selected(${many}, '122')").findings().get(0).toString())
                .contains("did you mean '12'?");
        assertThat(condition("attribute(${rel1}, 'roll') = 1").findings().get(0).message(Text.THAI))
                .contains("หมายถึง 'role' หรือไม่");
    }

    @Test
    void theDotIsTheQuestionItself() {
        Formula formula = Formula.constraint(". >= 1 and . <= ${n2}", Household.SCOPE, "n1")
                .value();
        Household household = Household.complete(0).with("n1", 3).with("n2", 2);
        assertThat(formula.test(household.frame(), 0)).isEqualTo(Truth.FALSE);
        assertThat(formula.reads().names()).containsExactly("n1", "n2");
        Reading<Formula> own = Formula.constraint("count(${member}[. > 1]) = 1", Household.SCOPE, "age");
        assertThat(wrong(own)).containsExactly("17 no-self");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "n1|${d2}|needs-rounding",
                "n1|${n2} div 2|needs-rounding",
                "d2|${d5}|needs-rounding",
                "n1|${t1}|wrong-type",
                "n1|${n2} = 1|wrong-type",
                "q1|${rel1}|wrong-type",
                "q1|if(${n1} > 0, 1, 2)|code-outside-list",
                "q1|if(${n1} > 0, 1, 0)|",
                "q1|if(${n1} > 0, '1', '')|",
                "rel1|coalesce(if(${n1} > 0, '01', '02'), '03')|",
                "n1|if(${n2} > 0, int(${n3} div ${n2}), '')|",
                "d2|round(${n1} div 3, 2)|",
                "d2|${n1} + 0.5|",
                "t1|${q1}|",
                "t1|concat(${t2}, '-', ${d2})|",
                "day1|${day1} + 7|",
                "many|join(' ', ${uses})|",
                "job1|'9999'|",
                "age|age-years(${born}, ${day1})|",
                "n1|sum(${age})|",
            })
    void aCalculationFitsItsName(String name, String text, String expected) {
        List<String> found = wrong(Formula.calculation(text, Household.SCOPE, name));
        if (expected == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).hasSize(1).allMatch(id -> id.endsWith(" " + expected));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${baht} + ${persons} > 1|ERROR baht person",
                "${hours} > ${persons}|ERROR hour/week person",
                "${baht} > ${income}|WARNING baht baht/year",
                "coalesce(${baht}, ${persons}) > 1|ERROR baht person",
                "if(1 = 1, ${baht}, ${income}) > 1|WARNING baht baht/year",
                "max(${baht}, ${persons}) > 1|ERROR baht person",
                "${baht} > 2 * ${baht} + 100|",
                "${income} div ${persons} > ${average}|",
                "${average} * ${persons} = ${income}|",
                "${plain} + ${baht} > ${plain}|",
                "${persons} div ${persons} > ${baht}|",
                "int(${income} div ${persons}) > ${persons}|ERROR baht/person/year person",
            })
    void unitsAreChecked(String text, String expected) {
        Reading<Formula> reading = Formula.condition(text, UNITS, Level.HOUSEHOLD);
        List<String> found = reading.findings().stream()
                .map(finding -> finding.severity() + " " + finding.arguments().get("left") + " "
                        + finding.arguments().get("right"))
                .toList();
        assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void aWarningDoesNotStopAFormula() {
        Reading<Formula> reading = Formula.calculation("${income} + 0", UNITS, "baht");
        assertThat(reading.findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
        assertThat(reading.value().toString()).isEqualTo("${income} + 0");
    }

    @Test
    void readsAreToldApart() {
        Reads reads = Formula.condition(
                        "${n1} > ${p1} and ${age} > 1 and count(${member}[${rel} = '01']) > 0"
                                + " and ${day1} < today() and position(..) > 1",
                        Household.SCOPE,
                        Level.MEMBER)
                .value()
                .reads();
        assertThat(reads)
                .isEqualTo(
                        new Reads(Set.of("n1", "day1"), Set.of("p1"), Set.of("age"), Set.of("rel"), true, true, true));
        assertThat(reads.names()).containsExactly("age", "day1", "n1", "p1", "rel");
    }

    @Test
    void constantsAreFolded() {
        Formula always = condition("1 = 1 and not(2 > 3) or 1 div 0 = 1").value();
        assertThat(always.isConstant()).isTrue();
        assertThat(condition("${n1} = 1").value().isConstant()).isFalse();
        Formula text = Formula.value("concat('a', substr('xbc', 1), 1 + 1)", Household.SCOPE, Level.HOUSEHOLD)
                .value();
        assertThat(text.isConstant()).isTrue();
        assertThat(text.value(Household.complete(0).frame(), 0)).isEqualTo(Value.text("abc2"));
        assertThat(Formula.value("today()", Household.SCOPE, Level.HOUSEHOLD)
                        .value()
                        .isConstant())
                .isFalse();
    }

    @Test
    void aFormulaTellsWhatItIs() {
        Formula count = Formula.calculation("count(${member}[${age} > 1]) + 1", Household.SCOPE, "n1")
                .value();
        assertThat(count.isBounded()).isTrue();
        assertThat(count.type()).isEqualTo(ValueType.INTEGER);
        assertThat(count.level()).isEqualTo(Level.HOUSEHOLD);
        assertThat(count.expression()).isInstanceOf(Expression.Operation.class);
        Frame frame = Household.complete(0).frame();
        assertThatThrownBy(() -> count.test(frame, 0)).isInstanceOf(IllegalStateException.class);
        Formula known = condition("1 = 1").value();
        assertThatThrownBy(() -> known.why(frame, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> known.store(frame, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Formula.calculation("1", Household.SCOPE, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void symbolsListsAndScopesCheckTheirParts() {
        Codes open = Codes.open("open", List.of());
        List<Runnable> wrong = List.of(
                () -> Symbol.of("x y", Level.HOUSEHOLD, ValueType.INTEGER),
                () -> Symbol.of("x", Level.HOUSEHOLD, ValueType.TRUTH),
                () -> Symbol.of("x", Level.HOUSEHOLD, ValueType.CODE),
                () -> Symbol.decimal("x", Level.HOUSEHOLD, 10),
                () -> Symbol.codes("x", Level.HOUSEHOLD, open),
                () -> Symbol.of("x", Level.MEMBER, ValueType.INTEGER).asParameter(),
                () -> Symbol.of("x", Level.MEMBER, ValueType.INTEGER).withBounds(),
                () -> Codes.of("c", List.of("1", "1")),
                () -> Codes.of("c", List.of("1")).withNumbers("a", Map.of("2", 1L)),
                () -> Codes.of("c", List.of("1")).withAttribute("a", open, Map.of()),
                () -> Codes.of("c", List.of("1")).withAttribute("a", Household.ROLES, Map.of("1", "KING")),
                () -> Scope.of("x", List.of(Symbol.of("x", Level.HOUSEHOLD, ValueType.DATE))),
                () -> Household.SCOPE.slot("nothing"),
                () -> new Value.Between(2, 2, Missing.REFUSED));
        wrong.forEach(make -> assertThatThrownBy(make::run).isInstanceOf(IllegalArgumentException.class));
        assertThat(Household.RELATIONS.attributes()).containsExactly("role", "rank");
        assertThat(Household.RELATIONS).hasToString("relations");
        assertThat(Codes.MAX_CHOICES).isEqualTo(62);
    }
}
