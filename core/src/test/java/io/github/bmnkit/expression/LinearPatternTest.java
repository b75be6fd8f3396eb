package io.github.bmnkit.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPatternTest {
    private static boolean matches(String pattern, String text) throws LinearPattern.Refused {
        return LinearPattern.compile(pattern).matches(text, 0, text.length());
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String pattern(Random random, int depth) {
        if (depth == 0) {
            return one(
                    random, "a", "b", ".", "[ab]", "[^a]", "[0-9]", "\\d", "\\w", "\\.", "ก", "[ก-ฮ]", "[^0-9b]", "-",
                    "\\s");
        }
        return switch (random.nextInt(6)) {
            case 0 ->
                "(" + pattern(random, depth - 1) + ")" + one(random, "*", "+", "?", "{2}", "{1,3}", "{2,}", "{0,1}");
            case 1 -> "(?:" + pattern(random, depth - 1) + "|" + pattern(random, depth - 1) + ")";
            case 2 -> pattern(random, 0) + one(random, "*", "+", "?", "{3}", "{0,2}");
            default -> pattern(random, depth - 1) + pattern(random, depth - 1);
        };
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void matchesLikeJavaUtilRegex(@ForAll long seed) throws LinearPattern.Refused {
        Random random = new Random(seed);
        String pattern = one(random, "", "^") + pattern(random, 3) + one(random, "", "$");
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            text.append(one(random, "a", "b", "a", "b", "0", "9", ".", "-", "ก", "ฮ", "\n", "😀", " "));
        }
        boolean expected = Pattern.matches(pattern, text);
        assertThat(matches(pattern, text.toString()))
                .as("%s on %s", pattern, text)
                .isEqualTo(expected);
        Statistics.label("matches")
                .collect(expected)
                .coverage(coverage -> coverage.check(true).percentage(share -> share >= 5));
    }

    @Test
    void patternsOfTheFormMatch() throws LinearPattern.Refused {
        assertThat(matches("^[0-9]{11}$", "12345678901")).isTrue();
        assertThat(matches("^[0-9]{11}$", "1234567890")).isFalse();
        assertThat(matches(".*[0-9].*", "สม1ชาย")).isTrue();
        assertThat(matches("^[09][0-9]{12}$", "0123456789012")).isTrue();
        assertThat(LinearPattern.compile("b").matches("abc", 1, 2)).isTrue();
    }

    @Test
    void aPatternThatBlowsUpElsewhereIsMatchedInOnePass() throws LinearPattern.Refused {
        String text = "a".repeat(100_000) + "b";
        assertThat(matches("(a+)+", text)).isFalse();
        assertThat(matches("(a|aa)*c?", text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", ")", "[", "[]", "a**", "a+?", "a++", "*a", "a{", "a{2", "a{3,2}", "a{x}", "(?=a)", "(?<n>a)",
                "\\1", "\\p{L}", "a\\", "[b-a]", "[[a]]", "[a&&b]", "^a|b$", "a^b", "a$b", "{", "}", "]", "[\\d-z]",
                "\\b"
            })
    void whatIsNotInTheSubsetIsRefused(String pattern) {
        assertThatThrownBy(() -> LinearPattern.compile(pattern))
                .isInstanceOfSatisfying(LinearPattern.Refused.class, refused -> {
                    assertThat(refused.tooLarge).isFalse();
                    assertThat(refused.reason.th()).isNotBlank();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a{1001}", "(a{100}){100}", "(.*a.{20})", "((a{50}){50}){50}"})
    void patternsWithTooManyStatesAreRefused(String pattern) {
        assertThatThrownBy(() -> LinearPattern.compile(pattern))
                .isInstanceOfSatisfying(
                        LinearPattern.Refused.class,
                        refused -> assertThat(refused.tooLarge).isTrue());
        assertThatThrownBy(() -> LinearPattern.compile("(".repeat(60) + "a" + ")".repeat(60)))
                .isInstanceOf(LinearPattern.Refused.class);
    }
}
