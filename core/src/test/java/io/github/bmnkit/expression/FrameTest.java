package io.github.bmnkit.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bmnkit.finding.Text;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FrameTest {
    private final Frame frame = Frame.of(Household.SCOPE);

    @Test
    void aFreshFrameHoldsNothing() {
        frame.reset(true, 2, LocalDate.of(2026, 11, 22));
        assertThat(frame.get("n1", 0)).isEqualTo(Value.of(Missing.NOT_ANSWERED));
        assertThat(frame.get("name", 1)).isEqualTo(Value.of(Missing.NOT_ANSWERED));
        assertThat(frame.get("p1", 0)).isEqualTo(Value.of(Missing.INVALID));
        assertThat(frame.members()).isEqualTo(2);
        assertThat(frame.isDraft()).isTrue();
        assertThat(frame).hasToString("Frame[members=2, draft=true]");
        assertThatThrownBy(() -> frame.reset(false, -1, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void valuesComeBackAsTheyWereSet() {
        frame.reset(false, 30, null);
        List<Value> values = List.of(
                Value.of(7),
                Value.of(new BigDecimal("-1.25")),
                Value.text("ชื่อ"),
                Value.of(LocalDate.of(1950, 1, 31)),
                Value.code("02"),
                Value.code("9999"),
                Value.codes(List.of("2", "12")),
                new Value.Between(1, 3, Missing.DONT_KNOW));
        List<String> names = List.of("n1", "d2", "t1", "day1", "rel1", "job1", "many", "cnt");
        for (int i = 0; i < names.size(); i++) {
            frame.set(names.get(i), 0, values.get(i));
            assertThat(frame.get(names.get(i), 0)).isEqualTo(values.get(i));
        }
        frame.set("age", 29, Value.of(88));
        assertThat(frame.get("age", 29)).isEqualTo(Value.of(88));
        assertThat(frame.get("age", 28)).isEqualTo(Value.of(Missing.NOT_ANSWERED));
        frame.set("cnt", 0, Value.of(Missing.REFUSED));
        assertThat(frame.get("cnt", 0)).isEqualTo(Value.of(Missing.REFUSED));
        frame.reset(false, 1, null);
        assertThat(frame.get("t1", 0)).isEqualTo(Value.of(Missing.NOT_ANSWERED));
    }

    @Test
    void cellsAreTheSameValues() {
        frame.reset(false, 2, null);
        int cell = frame.cell("age", 1);
        frame.setRaw(cell, 41);
        assertThat(frame.raw(cell)).isEqualTo(41);
        assertThat(frame.get("age", 1)).isEqualTo(Value.of(41));
        assertThat(frame.missing(cell)).isEmpty();
        frame.setMissing(cell, Missing.DONT_KNOW);
        assertThat(frame.missing(cell)).contains(Missing.DONT_KNOW);
        frame.setText(frame.cell("name", 0), "x");
        assertThat(frame.get("name", 0)).isEqualTo(Value.text("x"));
        assertThatThrownBy(() -> frame.setRaw(cell, Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> frame.setRaw(cell, Long.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        frame.reset(false, 0, null);
        List<Runnable> wrong = List.of(
                () -> frame.set("n1", 0, Value.text("7")),
                () -> frame.set("n1", 0, Value.of(new BigDecimal("0.5"))),
                () -> frame.set("n1", 0, Value.of(new BigDecimal("1E30"))),
                () -> frame.set("rel1", 0, Value.code("99")),
                () -> frame.set("many", 0, Value.codes(List.of("7"))),
                () -> frame.set("day1", 0, Value.of(1)),
                () -> frame.set("nothing", 0, Value.of(1)));
        wrong.forEach(set -> assertThatThrownBy(set::run).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void calculationsAreStored() {
        Household household = Household.complete(1)
                .with("n2", 7)
                .with("t2", Value.text("ab"))
                .with("day1", Value.of(LocalDate.of(2026, 11, 22)))
                .with(0, "born", Value.of(LocalDate.of(2000, 1, 1)));
        household.fill(frame);
        String[][] formulas = {
            {"d2", "${n2} + 0.5", "7.50"},
            {"t1", "concat(${t2}, '-', ${n2})", "'ab-7'"},
            {"q1", "if(${n2} > 1, 1, 0)", "'1'"},
            {"job1", "if(${n2} > 1, '0110', '0210')", "'0110'"},
            {"age", "age-years(${born}, ${day1})", "26"},
            {"n1", "${n3} + 1", "(not answered)"},
            {"t1", "string(${n3})", "(not answered)"},
            {"cnt", "${n3} + 1", "(not answered)"},
            {"cnt", "${n2} + 1", "8"},
        };
        for (String[] row : formulas) {
            Formula formula =
                    Formula.calculation(row[1], Household.SCOPE, row[0]).value();
            Value before = frame.get(row[0], 0);
            boolean changed = formula.store(frame, 0);
            assertThat(frame.get(row[0], 0).text(Locale.ROOT)).isEqualTo(row[2]);
            assertThat(changed).isEqualTo(!before.equals(frame.get(row[0], 0)));
            assertThat(formula.store(frame, 0)).isFalse();
        }
    }

    @Test
    void evaluationAllocatesNothing() {
        Household household = Household.complete(4).with("n1", 3).with("n2", 0).with("t1", Value.text("1101700230708"));
        for (int i = 0; i < 4; i++) {
            household.with(i, "age", 20 * i).with(i, "name", Value.text("ก" + i));
        }
        household.fill(frame);
        List<Formula> formulas = List.of(
                condition("${n1} = 1 and ${n2} > 0 or coalesce(${n3}, 0) + ${n1} >= 3"),
                condition("count(${member}[${age} >= 60]) > 0 and sum(${age}) < ${n1} * 100"),
                condition("substr(${t1}, 0, 4) != ${job1} and regex(${t1}, '^[0-9]{13}$')"),
                condition("count-duplicates(${name}) = 0 and thai-id-valid(${t1})"),
                condition("int(${n1} div 2) = 1 or ${n2} div ${n1} < 3000 or concat(${t1}, ${n1}) = 'x'"),
                condition("age-years(${day1}, today()) >= 60 or ${n3} != ''"));
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        int unknown = run(formulas, 2_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        unknown += run(formulas, 20_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(unknown).isPositive();
        assertThat(allocated).isLessThan(20_000);
    }

    private int run(List<Formula> formulas, int times) {
        int unknown = 0;
        for (int i = 0; i < times; i++) {
            for (int j = 0; j < formulas.size(); j++) {
                if (formulas.get(j).test(frame, 0) == Truth.UNKNOWN) {
                    formulas.get(j).why(frame, 0);
                    unknown++;
                }
            }
        }
        return unknown;
    }

    private static Formula condition(String text) {
        return Formula.condition(text, Household.SCOPE, Level.HOUSEHOLD).value();
    }

    @Test
    void anExplanationShowsEveryPart() {
        Household household = Household.complete(2)
                .with("n1", 2)
                .with("day1", Value.of(LocalDate.of(2026, 11, 22)))
                .with("t1", Value.text("ลับ"))
                .with(0, "age", 70);
        household.fill(frame);
        Explanation explanation = condition(
                        "count(${member}[${age} >= 60]) > ${n1} and ${t1} != '' or ${day1} = today()")
                .explain(frame, 0);
        assertThat(explanation.text(Locale.ENGLISH).lines())
                .containsExactly(
                        "count(${member}[${age} >= 60]) > ${n1} and ${t1} != '' or ${day1} = today() = true",
                        "  count(${member}[${age} >= 60]) > ${n1} and ${t1} != '' = false",
                        "    count(${member}[${age} >= 60]) > ${n1} = false",
                        "      count(${member}[${age} >= 60]) = 1..2 (not answered)",
                        "        member 1: ${age} >= 60 = true",
                        "          ${age} = 70",
                        "          60 = 60",
                        "        member 2: ${age} >= 60 = unknown",
                        "          ${age} = (not answered)",
                        "          60 = 60",
                        "      ${n1} = 2",
                        "    ${t1} != '' = true",
                        "      ${t1} = 'ลับ'",
                        "  ${day1} = today() = true",
                        "    ${day1} = 2026-11-22",
                        "    today() = 2026-11-22");
        assertThat(explanation.text(Text.THAI))
                .contains("สมาชิกที่ 2: ${age} >= 60 = ไม่ทราบผล", "(ยังไม่ตอบ)", "22 พฤศจิกายน 2569", "= จริง");
        assertThat(explanation.value()).isEqualTo(Value.of(Truth.TRUE));
        assertThat(explanation.parts()).hasSize(2);
        assertThat(explanation.row()).isEmpty();
        assertThat(explanation.expression()).isInstanceOf(Expression.Operation.class);
        assertThat(explanation.toString()).startsWith("Explanation[").doesNotContain("ลับ");
    }

    @Test
    void personalValuesAreHiddenUnlessAskedFor() {
        assertThat(Value.text("1101700230708")).hasToString("a text of 13 characters");
        assertThat(Value.of(LocalDate.of(1950, 1, 31))).hasToString("a date");
        assertThat(Value.of(7)).hasToString("7");
        assertThat(Value.codes(List.of("1", "2"))).hasToString("1 2");
        assertThat(Value.of(Missing.REFUSED)).hasToString("REFUSED");
        assertThat(Value.of(Truth.TRUE)).hasToString("TRUE");
        assertThat(new Value.Between(1, 2, Missing.REFUSED)).hasToString("1..2");
        assertThat(Value.of(Missing.REFUSED).text(Text.THAI)).isEqualTo("(ไม่ยินดีตอบ)");
        assertThat(Value.codes(List.of("1", "2")).text(Text.THAI)).isEqualTo("'1 2'");
    }
}
