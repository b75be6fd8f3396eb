package io.github.bmnkit.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    private static String only(String text) {
        Reading<Expression> reading = Expression.parse(text);
        assertThat(reading.optional()).as(text).isEmpty();
        assertThat(reading.findings()).as(text).hasSize(1);
        Finding finding = reading.findings().get(0);
        return finding.place().line().orElse(0) + ":" + finding.place().column().orElse(0) + " "
                + finding.code().id();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|0:0 expression.empty",
                "1 +|1:4 expression.unexpected-end",
                "1 + )|1:5 expression.unexpected",
                "(1|1:3 expression.unexpected-end",
                "1 2|1:3 expression.unexpected",
                "${a} = 'x|1:8 expression.unclosed-text",
                "${a b} = 1|1:1 expression.bad-name",
                "${a|1:1 expression.bad-name",
                "${a} = ๑|1:8 expression.bad-character",
                "${a} == 1|1:7 expression.unexpected",
                "1.1234567891|1:1 expression.bad-number",
                "9223372036854775777|1:1 expression.bad-number",
                "flor(1)|1:1 expression.unknown-function",
                "if(1 = 1, 2)|1:1 expression.argument-count",
                "sum(..)|1:1 expression.unexpected",
                "and 1|1:1 expression.unexpected",
                "${m}[1]|1:8 expression.unexpected-end",
                "${m}[1][2]/${a}|1:8 expression.bad-predicate",
                "${m}[0]/${a}|1:5 expression.bad-predicate",
                "${m}[${a} = 1][${b} = 1]/${a}|1:15 expression.bad-predicate",
                "${m}/1|1:6 expression.unexpected",
                "indexed-repeat(${a}, 1, 2)|1:1 expression.bad-predicate",
            })
    void whatIsWrongIsSaidWithItsPlace(String text, String expected) {
        assertThat(only(text)).isEqualTo(expected);
    }

    @Test
    void linesAreCounted() {
        assertThat(only("${a} = 'one\ntwo'\n  and §")).isEqualTo("3:7 expression.bad-character");
    }

    @Test
    void allBadCharactersAreReportedAtOnce() {
        assertThat(Expression.parse("1 & 2 | 3 ; 😀").findings())
                .hasSize(4)
                .allMatch(finding -> finding.code() == ExpressionFinding.BAD_CHARACTER);
    }

    @Test
    void aMisspeltFunctionIsCorrected() {
        assertThat(Expression.parse("coalese(1, 2)").findings().get(0).toString())
                .contains("\"coalese\"; did you mean coalesce()?");
        assertThat(Expression.parse("frobnicate(1)").findings().get(0).toString())
                .doesNotContain("mean");
    }

    @Test
    void swappedLettersAreOneMistake() {
        assertThat(Similar.distance("q6_4", "q6_4")).isZero();
        assertThat(Similar.distance("agr", "arg")).isEqualTo(1);
        assertThat(Similar.distance("", "abc")).isEqualTo(3);
        assertThat(Similar.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void lengthAndDepthAreLimited() {
        assertThat(only("1" + " ".repeat(10_000))).endsWith("too-long");
        assertThat(Expression.parse("(".repeat(90) + "1" + ")".repeat(90)).optional())
                .isPresent();
        assertThat(only("(".repeat(3_000) + "1" + ")".repeat(3_000))).endsWith("too-deep");
        assertThat(only("-".repeat(9_000) + "1")).endsWith("too-deep");
        assertThat(Expression.parse("1" + " + 1".repeat(450)).optional()).isPresent();
        assertThat(only("1" + " + 1".repeat(700))).endsWith("too-deep");
        assertThat(only("not(".repeat(2_000) + "1")).endsWith("too-deep");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1+2*3|1 + 2 * 3",
                "(1+2)*3|(1 + 2) * 3",
                "1-(2-3)|1 - (2 - 3)",
                "1 - 2 - 3|1 - 2 - 3",
                "- 1|-1",
                "-(1 + 2)|-(1 + 2)",
                "0.50|0.5",
                "007|7",
                "5 mod 3 div 2|5 mod 3 div 2",
                "\"it's\"|\"it's\"",
                "\"x\"|'x'",
                "(1 = 1 and 2 = 2) or 3 = 3|1 = 1 and 2 = 2 or 3 = 3",
                "1 = 1 and (2 = 2 or 3 = 3)|1 = 1 and (2 = 2 or 3 = 3)",
                "position( .. )|position(..)",
                "position()|position(..)",
                "${ a }|${a}",
                "sum(${m} / ${a})|sum(${m}/${a})",
                "${m}[${a}=1] [1] /(${b}+1)|${m}[${a} = 1][1]/(${b} + 1)",
                "indexed-repeat(${a}, ${m}, 2)|${m}[2]/${a}",
                "indexed-repeat(${a}, ${m}, ${n})|indexed-repeat(${a}, ${m}, ${n})",
            })
    void printingIsCanonical(String text, String canonical) {
        assertThat(Expression.parse(text).value()).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\"", "${}", "$", ")", "]", "/", "..", "!", "a b", "1e5", "true", "[1]", "x::y", "\0"})
    void oddTextsAreRefusedWithoutException(String text) {
        assertThat(Expression.parse(text).hasErrors()).isTrue();
    }

    @Test
    void treesThatCannotBeWrittenAreRefused() {
        Expression one = new Expression.Numeral(1, 0);
        Expression name = new Expression.Name("a");
        List<Runnable> wrong = List.of(
                () -> new Expression.Numeral(-1, 0),
                () -> new Expression.Numeral(1, 10),
                () -> new Expression.Text("both ' and \""),
                () -> new Expression.Name("a b"),
                () -> new Expression.Call(Expression.Function.NOT, List.of()),
                () -> new Expression.Members("m", null, null),
                () -> new Expression.Members("m", one, null),
                () -> new Expression.Pick("m", name, name, name),
                () -> new Expression.Pick("m", null, new Expression.Numeral(0, 0), name));
        wrong.forEach(make -> assertThatThrownBy(make::run).isInstanceOf(IllegalArgumentException.class));
    }
}
