package io.github.bmnkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ThaiDigitsTest {
    @Property
    void textWithoutThaiDigitsComesBackFromThem(@ForAll String text) {
        String arabic = ThaiDigits.toArabic(text);
        assertThat(ThaiDigits.toArabic(ThaiDigits.toThai(arabic))).isEqualTo(arabic);
        assertThat(ThaiDigits.toThai(text)).hasSameSizeAs(text).doesNotContainPattern("[0-9]");
        assertThat(arabic).doesNotContainPattern("[๐-๙]");
    }

    @Test
    void onlyDigitsChange() {
        assertThat(ThaiDigits.toThai("จปฐ. 2569, x0123456789")).isEqualTo("จปฐ. ๒๕๖๙, x๐๑๒๓๔๕๖๗๘๙");
        assertThat(ThaiDigits.toArabic("๐๑๒๓๔๕๖๗๘๙ ฿ ๏ ๚ \u0661")).isEqualTo("0123456789 ฿ ๏ ๚ \u0661");
    }
}
