package io.github.bmnkit.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static final FindingCode CODE = new FindingCode() {
        @Override
        public String id() {
            return "test.code";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public Text text() {
            return Text.of("{level} มี {count} ถึง {day}", "{level} has {count} until {day}");
        }
    };

    private static final Finding FINDING = Finding.of(CODE)
            .with("level", Text.of("อำเภอ", "district"))
            .with("count", 1_234_567)
            .with("day", LocalDate.of(2026, 2, 27));

    @Test
    void aMessageReadsInThaiAndEnglishAndFillsItsArguments() {
        assertThat(FINDING.message(Text.THAI)).isEqualTo("อำเภอ มี 1,234,567 ถึง 27 กุมภาพันธ์ 2569");
        assertThat(FINDING.message(Locale.forLanguageTag("th-TH-u-nu-thai"))).startsWith("อำเภอ มี 1,234,567");
        assertThat(FINDING.message(Locale.FRANCE)).isEqualTo("district has 1,234,567 until 2026-02-27");
    }

    @Test
    void anArgumentThatIsMissingIsLeftStanding() {
        assertThat(Finding.of(CODE).with("count", BigDecimal.ONE).message(Locale.ROOT))
                .isEqualTo("{level} has 1 until {day}");
    }

    @Test
    void decimalsKeepTheirDigitsAndAreGrouped() {
        BigDecimal exact = new BigDecimal("12345678901234567890.50");
        assertThat(Finding.of(CODE).with("count", exact).message(Locale.ROOT))
                .isEqualTo("{level} has 12,345,678,901,234,567,890.50 until {day}");
        assertThat(Finding.of(CODE).with("count", new BigDecimal("5E+3")).message(Locale.ROOT))
                .contains("5,000");
    }

    @Test
    void textInAnArgumentIsNotTakenForAPattern() {
        assertThat(Finding.of(CODE)
                        .with("level", "$1 {count} \\")
                        .with("count", 5)
                        .message(Locale.ROOT))
                .isEqualTo("$1 {count} \\ has 5 until {day}");
    }

    @Test
    void anArgumentOfAnotherTypeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FINDING.with("person", new StringBuilder("x")))
                .withMessageContaining("person")
                .withMessageContaining("StringBuilder");
    }

    @Test
    void aFindingIsAValue() {
        assertThat(FINDING.at(Place.line(3)))
                .isEqualTo(FINDING.at(Place.line(3)))
                .isNotEqualTo(FINDING);
        assertThat(FINDING.at(Place.line(3).withLine(3, 7)))
                .hasToString("WARNING test.code (line 3, column 7): district has 1,234,567 until 2026-02-27");
        assertThatThrownBy(() -> FINDING.arguments().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aPlaceSaysAllItsParts() {
        Place place = Place.area("3601")
                .withDocument("register.csv")
                .withLine(2, 5)
                .withOffset(17)
                .withPointer("/a/b")
                .withMember(4);
        assertThat(place.text(Locale.ROOT))
                .isEqualTo("register.csv, line 2, column 5, byte 17, /a/b, area 3601, member 4");
        assertThat(place.text(Text.THAI))
                .isEqualTo("register.csv, บรรทัด 2, คอลัมน์ 5, ไบต์ 17, /a/b, พื้นที่ 3601, สมาชิก 4");
        assertThat(place.line()).hasValue(2);
        assertThat(place.column()).hasValue(5);
        assertThat(place.offset()).hasValue(17);
        assertThat(place.pointer()).contains("/a/b");
        assertThat(place.area()).contains("3601");
        assertThat(place.member()).hasValue(4);
        assertThat(place.document()).contains("register.csv");
        assertThat(place).isEqualTo(place.withMember(4)).hasSameHashCodeAs(place.withMember(4));
    }

    @Test
    void thePlaceThatIsNowhereSaysNothing() {
        assertThat(Place.nowhere().text(Text.THAI)).isEmpty();
        assertThat(Place.nowhere().line()).isEmpty();
        assertThat(Place.nowhere().column()).isEmpty();
        assertThat(Place.nowhere().offset()).isEmpty();
        assertThat(Place.nowhere().member()).isEmpty();
        assertThat(Place.nowhere().withPointer("").text(Locale.ROOT)).isEqualTo("/");
    }

    @Test
    void aPlaceRefusesWhatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> Place.line(-1)).withMessageContaining("-1");
        assertThatIllegalArgumentException().isThrownBy(() -> Place.nowhere().withOffset(-2));
        assertThatIllegalArgumentException().isThrownBy(() -> Place.nowhere().withMember(0));
    }

    @Test
    void aReadingWithoutItsValueSaysWhyNot() {
        Reading<String> nothing = Reading.nothing(List.of(FINDING.at(Place.line(9))));
        assertThatThrownBy(nothing::value)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("test.code")
                .hasMessageContaining("line 9");
        assertThat(nothing.optional()).isEmpty();
        assertThat(nothing.map(String::length).optional()).isEmpty();
        assertThat(nothing).hasToString("Reading[nothing, findings=" + nothing.findings() + "]");
        assertThatIllegalArgumentException().isThrownBy(() -> Reading.nothing(List.of()));
    }

    @Test
    void aReadingKeepsItsFindings() {
        List<Finding> findings = new ArrayList<>(List.of(FINDING));
        Reading<String> reading = Reading.of("good", findings);
        findings.clear();
        assertThat(reading.map(String::length)).isEqualTo(Reading.of(4, List.of(FINDING)));
        assertThat(reading).hasSameHashCodeAs(Reading.of("good", List.of(FINDING)));
        assertThat(reading.hasErrors()).isFalse();
        Finding error = new Finding(CODE, Severity.ERROR, Outcome.FAIL, Place.nowhere(), Map.of());
        assertThat(Reading.of("x", List.of(error)).hasErrors()).isTrue();
    }

    @Test
    void aShareKeepsItsDenominatorAndRoundsOnlyWhenShown() {
        Share share = Share.of(31_506, 558_139);
        assertThat(share.percent(2)).contains(new BigDecimal("5.64"));
        assertThat(Share.of(1, 8).percent(1)).contains(new BigDecimal("12.5"));
        assertThat(Share.of(1, 8).percent(0)).contains(new BigDecimal("13"));
        assertThat(Share.of(0, 0).percent(2)).isEmpty();
        assertThat(share.plus(Share.of(1, 1))).isEqualTo(Share.of(31_507, 558_140));
        assertThat(share).hasToString("31506/558139");
        assertThatIllegalArgumentException().isThrownBy(() -> Share.of(2, 1)).withMessageContaining("2 of 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Share.of(-1, 1));
    }
}
