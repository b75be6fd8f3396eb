package io.github.bmnkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.testing.Identities;
import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PersonNameTest {
    @Property
    void aNameReadsBackToItselfFromDecomposedAndPaddedParts(@ForAll("names") PersonName name) {
        assertThat(PersonName.parse(spoiled(name.title()), spoiled(name.first()), spoiled(name.last())))
                .isEqualTo(Reading.of(name));
    }

    @Property
    void whateverIsReadIsInItsOneForm(@ForAll String title, @ForAll String first, @ForAll String last) {
        Reading<PersonName> reading = PersonName.parse(title, first, last);
        reading.optional().ifPresent(name -> {
            for (String part : List.of(name.title(), name.first(), name.last())) {
                assertThat(Normalizer.isNormalized(part, Normalizer.Form.NFC)).isTrue();
                assertThat(part).doesNotContain("  ").isEqualTo(part.strip());
            }
            assertThat(PersonName.of(name.title(), name.first(), name.last())).isEqualTo(name);
        });
        assertThat(reading.optional().isEmpty()).isEqualTo(reading.hasErrors());
    }

    @Test
    void onlyTheFirstCharactersAreShownMasked() {
        PersonName name = PersonName.of("นาย", "สมชาย", "ใจดี");
        assertThat(name).hasToString("ส*** ใ***");
        assertThat(Reading.of(name).toString()).doesNotContain("สมชาย").doesNotContain("ใจดี");
        assertThat(PersonName.of("", "\uD83C\uDFE0x", "")).hasToString("\uD83C\uDFE0***");
    }

    @Test
    void theFullNameJoinsAThaiTitleAsPapersDo() {
        assertThat(PersonName.of("นาย", "สมชาย", "ใจดี").full()).isEqualTo("นายสมชาย ใจดี");
        assertThat(PersonName.of("Mrs.", "Ada", "Lovelace").full()).isEqualTo("Mrs. Ada Lovelace");
        assertThat(PersonName.of("", "สมชาย", "").full()).isEqualTo("สมชาย");
    }

    @Test
    void marksTypedInTheOtherOrderGiveTheSameName() {
        assertThat(PersonName.of("", "ป\u0E48\u0E39", "ดี")).isEqualTo(PersonName.of("", "ปู่", "ดี"));
    }

    @Test
    void everythingWrongIsListedAndNothingRepeated() {
        Reading<PersonName> reading = PersonName.parse("นาย\u200E", " ", "ลับ\u202Eมาก");
        assertThat(reading.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR identity.forbidden-character: Character 4 of the title is a control or invisible"
                                + " character, which is not allowed",
                        "ERROR identity.blank: Nothing was entered: first name",
                        "ERROR identity.forbidden-character: Character 4 of the last name is a control or invisible"
                                + " character, which is not allowed");
        assertThat(reading.findings().get(1).message(Text.THAI)).isEqualTo("ยังไม่ได้กรอกชื่อ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonName.of("", "ลับ\u0000", ""))
                .withMessageNotContaining("ลับ");
    }

    @Test
    void controlAndLongPartsAreRefused() {
        for (String bad : List.of("\t", "\n", "\u200D", "\u2066", "\u00AD", "\uF701")) {
            assertThat(PersonName.parse("", "ก" + bad + "ข", "").findings())
                    .extracting(Finding::code)
                    .containsExactly(IdentityFinding.FORBIDDEN_CHARACTER);
        }
        assertThat(PersonName.parse("", "ก".repeat(101), "").findings())
                .extracting(Finding::code)
                .containsExactly(IdentityFinding.TOO_LONG);
        assertThat(PersonName.parse("", "ก".repeat(100), "").findings()).isEmpty();
    }

    @Provide
    Arbitrary<PersonName> names() {
        return Identities.personNames();
    }

    private static String spoiled(String part) {
        return " \u00A0" + Normalizer.normalize(part, Normalizer.Form.NFD) + "\u3000\t";
    }
}
