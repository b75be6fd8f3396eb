package io.github.bmnkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.testing.Identities;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HouseCodeTest {
    @Property
    void everyWayOfWritingACodeReadsBackToIt(@ForAll("codes") HouseCode code) {
        String printed = code.formatted();
        for (String text :
                List.of(code.digits(), printed, printed.replace('-', ' '), " " + ThaiDigits.toThai(printed) + "\n")) {
            assertThat(HouseCode.parse(text)).isEqualTo(Reading.of(code));
        }
    }

    @Property
    void theMaskShowsTheLastTwoDigitsOnly(@ForAll("codes") HouseCode code) {
        String digits = code.digits();
        assertThat(code).hasToString("xxxx-xxxxx" + digits.charAt(9) + "-" + digits.charAt(10));
    }

    @Property
    void codesAreOrderedAsTheirDigitsAre(@ForAll("codes") HouseCode one, @ForAll("codes") HouseCode other) {
        assertThat(Integer.signum(one.compareTo(other)))
                .isEqualTo(Integer.signum(one.digits().compareTo(other.digits())));
        assertThat(one.equals(other)).isEqualTo(one.digits().equals(other.digits()));
        assertThat(HouseCode.of(one.digits())).hasSameHashCodeAs(one);
    }

    @Property
    void noTextWhateverMakesItThrow(@ForAll String text) {
        assertThat(HouseCode.parse(text)).isNotNull();
    }

    @Test
    void theHouseBookFormHasItsGroups() {
        HouseCode code = HouseCode.of("01234567890");
        assertThat(code.formatted()).isEqualTo("0123-456789-0");
        assertThat(code.registrar()).isEqualTo("0123");
        assertThat(code.equals((Object) "01234567890")).isFalse();
    }

    @Test
    void elevenDigitsAreDueAndTheRefusalDoesNotRepeatThem() {
        assertThat(HouseCode.parse("0123456789").findings())
                .extracting(Finding::toString)
                .containsExactly("ERROR identity.digit-count: A house code has 11 digits, but 10 were found");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HouseCode.of("0123456789"))
                .withMessageContaining("not a house code")
                .withMessageNotContaining("0123");
    }

    @Provide
    Arbitrary<HouseCode> codes() {
        return Identities.houseCodes();
    }
}
