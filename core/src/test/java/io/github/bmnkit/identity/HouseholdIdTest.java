package io.github.bmnkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HouseholdIdTest {
    @Property
    void whatIsReadIsInItsOneFormAndReadsBack(@ForAll String text) {
        Reading<HouseholdId> reading = HouseholdId.parse(text);
        reading.optional().ifPresent(id -> {
            assertThat(Normalizer.isNormalized(id.value(), Normalizer.Form.NFC)).isTrue();
            assertThat(HouseholdId.parse(id.toString())).isEqualTo(Reading.of(id));
            assertThat(HouseholdId.of(text)).isEqualTo(id);
        });
        assertThat(reading.optional().isEmpty()).isEqualTo(reading.hasErrors());
    }

    @Property
    void idsAreOrderedAsTheirBytesInUtf8(@ForAll("ids") HouseholdId one, @ForAll("ids") HouseholdId other) {
        int expected = Arrays.compareUnsigned(
                one.value().getBytes(StandardCharsets.UTF_8), other.value().getBytes(StandardCharsets.UTF_8));
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(Integer.signum(expected));
    }

    @Test
    void idsAreBroughtIntoNfcAndTrimmed() {
        assertThat(HouseholdId.of(" \tปู\u0E48 e\u0301 ").value()).isEqualTo("ปู่ \u00E9");
        assertThat(HouseholdId.of("ก\u0E48\u0E39")).isEqualTo(HouseholdId.of("ก\u0E39\u0E48"));
    }

    @Test
    void blankLongAndInvisibleIdsAreRefused() {
        assertThat(codes(" ")).containsExactly(IdentityFinding.BLANK);
        assertThat(codes("a".repeat(64))).isEmpty();
        assertThat(codes("a".repeat(65))).containsExactly(IdentityFinding.TOO_LONG);
        assertThat(codes("\uD83C\uDFE0".repeat(64))).isEmpty();
        for (String bad : List.of("\u0000", "\t", "\n", "\u200B", "\u202E", "\u2028", "\uFEFF", "\uE000", "\uD800")) {
            assertThat(codes("a" + bad + "b")).containsExactly(IdentityFinding.FORBIDDEN_CHARACTER);
        }
    }

    @Test
    void aBadIdIsTheCallersMistakeInCode() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HouseholdId.of(""))
                .withMessageContaining("household id");
        assertThatNullPointerException().isThrownBy(() -> HouseholdId.of(null));
    }

    @Provide
    Arbitrary<HouseholdId> ids() {
        return Arbitraries.of("a", "ก", "\uFF21", "\uD83C\uDFE0", "\uD83D\uDE00", "z")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> HouseholdId.of(String.join("", parts)));
    }

    private static List<FindingCode> codes(String text) {
        return HouseholdId.parse(text).findings().stream().map(Finding::code).toList();
    }
}
