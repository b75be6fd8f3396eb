package io.github.bmnkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.testing.Identities;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdTest {
    private static final NationalId ID = Identities.withCheckDigit(123456789012L);

    @Property
    void everyWayOfWritingAnIdReadsBackToIt(@ForAll("ids") NationalId id) {
        String printed = id.formatted();
        for (String text : List.of(
                id.digits(),
                printed,
                printed.replace('-', ' '),
                printed.replace('-', '\u2011'),
                " \u00A0" + printed + "\t\n",
                ThaiDigits.toThai(printed),
                ThaiDigits.toThai(id.digits()))) {
            assertThat(NationalId.parse(text)).isEqualTo(Reading.of(id));
        }
        assertThat(NationalId.from(id.number())).isEqualTo(id).hasSameHashCodeAs(id);
    }

    @Property
    void everyWrongThirdDigitPassesAndEveryOtherOneIsFoundUnlessTheRemainderGoesBetweenZeroAndTen(
            @ForAll("ids") NationalId id) {
        for (int position = 1; position <= 13; position++) {
            for (char digit = position == 1 ? '1' : '0'; digit <= (position == 1 ? '8' : '9'); digit++) {
                StringBuilder changed = new StringBuilder(id.digits());
                if (changed.charAt(position - 1) == digit) {
                    continue;
                }
                changed.setCharAt(position - 1, digit);
                boolean blind = position == 3
                        || (position < 13
                                && remainder(id.digits()) + remainder(changed.toString()) == 10
                                && remainder(id.digits()) % 10 == 0);
                assertThat(codes(changed.toString()))
                        .as("position " + position)
                        .isEqualTo(blind ? List.of() : List.of(IdentityFinding.CHECK_DIGIT));
            }
        }
    }

    @Property
    void everySwapOfDifferentNeighboursAmongTheFirstTwelveIsFoundUnlessTheRemainderGoesBetweenZeroAndTen(
            @ForAll("ids") NationalId id) {
        String digits = id.digits();
        for (int i = 0; i < 11; i++) {
            char left = digits.charAt(i);
            char right = digits.charAt(i + 1);
            if (left == right || (i == 0 && (right == '0' || right == '9'))) {
                continue;
            }
            String swapped = digits.substring(0, i) + right + left + digits.substring(i + 2);
            boolean blind = remainder(digits) + remainder(swapped) == 10 && remainder(digits) % 10 == 0;
            Statistics.label("swap").collect(blind ? "unseen" : "found");
            assertThat(codes(swapped)).isEqualTo(blind ? List.of() : List.of(IdentityFinding.CHECK_DIGIT));
        }
    }

    @Property
    void exactlyOneOfTheTenLastDigitsIsRight(@ForAll("ids") NationalId id) {
        String twelve = id.digits().substring(0, 12);
        assertThat(Arbitraries.chars().range('0', '9').allValues().orElseThrow())
                .filteredOn(last -> !NationalId.parse(twelve + last).hasErrors())
                .containsExactly(id.digits().charAt(12));
    }

    @Property
    void nothingButTheUnmaskedMethodsShowsFourDigitsInARowOfWhatWasWritten(
            @ForAll("ids") NationalId id, @ForAll("spoilers") String spoiler, @ForAll @IntRange(max = 13) int at) {
        String spoiled = id.digits().substring(0, at) + spoiler + id.digits().substring(at);
        Reading<NationalId> reading = NationalId.parse(spoiled);
        Statistics.label("spoiled").collect(reading.optional().isPresent() ? "read" : "refused");
        assertHidden(id, reading.toString());
        for (Finding finding : reading.findings()) {
            assertHidden(id, finding.toString());
            assertHidden(id, finding.message(Text.THAI));
            assertHidden(id, finding.arguments().toString());
        }
        if (reading.optional().isEmpty()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NationalId.of(spoiled))
                    .satisfies(thrown -> assertHidden(id, thrown.toString()));
        }
        assertHidden(id, id.toString());
    }

    @Property
    void theMaskShowsTheLastTwoDigitsOnly(@ForAll("ids") NationalId id) {
        String digits = id.digits();
        assertThat(id).hasToString("x-xxxx-xxxxx-x" + digits.charAt(11) + "-" + digits.charAt(12));
    }

    @Property
    void idsAreOrderedAsTheirDigitsAre(@ForAll("ids") NationalId one, @ForAll("ids") NationalId other) {
        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo(Integer.signum(one.digits().compareTo(other.digits())));
        assertThat(one.equals(other)).isEqualTo(one.digits().equals(other.digits()));
    }

    @Property
    void classZeroIsKeptWithAWarning(@ForAll("idsOfClassZero") NationalId id) {
        Reading<NationalId> reading = NationalId.parse(id.digits());
        assertThat(reading.value()).isEqualTo(id);
        assertThat(reading.findings())
                .extracting(Finding::code, Finding::severity)
                .containsExactly(tuple(IdentityFinding.PERSON_CLASS_ZERO, Severity.WARNING));
        assertThat(NationalId.from(id.number())).isEqualTo(id);
        assertThat(id.personClass()).isZero();
    }

    @Property
    void noTextWhateverMakesItThrow(@ForAll String text) {
        assertThat(NationalId.parse(text)).isNotNull();
    }

    @Property
    void classNineIsRefusedAlsoWithARightCheckDigit(@ForAll @IntRange(max = 9) int last) {
        List<FindingCode> codes = codes("912345678901" + last);
        assertThat(codes).first().isEqualTo(IdentityFinding.UNKNOWN_PERSON_CLASS);
        assertThat(codes.size()).isBetween(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0\t\r\n"})
    void blankTextIsRefused(String text) {
        assertThat(codes(text)).containsExactly(IdentityFinding.BLANK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12-345-67890-12-1",
                "1--2345-67890-12-1",
                "1 -2345-67890-12-1",
                "-1234567890121",
                "1234567890121-",
                "1-2345-67890-121-"
            })
    void separatorsOutsideThePrintedGroupsAreRefused(String text) {
        assertThat(codes(text)).containsExactly(IdentityFinding.MISPLACED_SEPARATOR);
    }

    @Test
    void messagesSayWhatIsWrongInBothLanguages() {
        Finding letter = NationalId.parse(" 12345678901O1").findings().get(0);
        assertThat(letter.message(Locale.ENGLISH))
                .isEqualTo("Character 13 of the national ID is a letter or vowel sign, not a digit");
        assertThat(letter.message(Text.THAI))
                .isEqualTo("อักขระที่ 13 ของเลขประจำตัวประชาชนเป็นตัวอักษรหรือสระ ไม่ใช่ตัวเลข");
        assertThat(NationalId.parse("123").findings().get(0).message(Locale.ENGLISH))
                .isEqualTo("A national ID has 13 digits, but 3 were found");
        assertThat(NationalId.parse("\u0661").findings().get(0).message(Locale.ENGLISH))
                .contains("a digit of another script");
        assertThat(NationalId.parse("1\uF70A").findings().get(0).message(Locale.ENGLISH))
                .contains("private-use");
        assertThat(NationalId.parse("1\u200B").findings().get(0).message(Locale.ENGLISH))
                .contains("invisible");
        assertThat(NationalId.parse("1*").findings().get(0).message(Locale.ENGLISH))
                .contains("a sign");
    }

    @Test
    void aMillionDigitsAreOneFinding() {
        assertThat(codes("1".repeat(1_000_000))).containsExactly(IdentityFinding.DIGIT_COUNT);
    }

    @Test
    void numbersThatAreNoIdAreTheCallersMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> NationalId.from(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> NationalId.from(10_000_000_000_000L));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NationalId.from(ID.number() + 1))
                .satisfies(thrown -> assertHidden(ID, thrown.toString()));
        assertThatNullPointerException().isThrownBy(() -> NationalId.parse(null));
    }

    @Test
    void theCardFormHasItsGroups() {
        assertThat(ID.digits()).isEqualTo("1234567890121");
        assertThat(ID.formatted()).isEqualTo("1-2345-67890-12-1");
        assertThat(ID.personClass()).isEqualTo(1);
        assertThat(ID).hasToString("x-xxxx-xxxxx-x2-1").isNotEqualTo("1234567890121");
    }

    @Provide
    Arbitrary<NationalId> ids() {
        return Identities.nationalIds();
    }

    @Provide
    Arbitrary<NationalId> idsOfClassZero() {
        return Identities.nationalIdsOfClassZero();
    }

    @Provide
    Arbitrary<String> spoilers() {
        return Arbitraries.of("", "", "7", "๗", "x", "--", " ", "\u202E", "\u0661", "\uD800", "ก");
    }

    private static void assertHidden(NationalId id, String text) {
        String arabic = ThaiDigits.toArabic(text);
        for (int i = 0; i + 4 <= 13; i++) {
            assertThat(arabic).doesNotContain(id.digits().substring(i, i + 4));
        }
    }

    private static List<FindingCode> codes(String text) {
        return NationalId.parse(text).findings().stream().map(Finding::code).toList();
    }

    private static int remainder(String digits) {
        int sum = 0;
        for (int i = 1; i <= 12; i++) {
            sum += (digits.charAt(i - 1) - '0') * (14 - i);
        }
        return sum % 11;
    }
}
