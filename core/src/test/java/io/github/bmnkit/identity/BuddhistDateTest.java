package io.github.bmnkit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.identity.BuddhistDate.Digits;
import io.github.bmnkit.identity.BuddhistDate.Style;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuddhistDateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 27);
    private static final String BIG = "99999999999999999999";

    @ParameterizedTest
    @EnumSource
    void everyDateFrom1900To2100RoundTripsInBothDigits(Style style) {
        for (LocalDate date = LocalDate.of(1900, 1, 1); date.getYear() <= 2100; date = date.plusDays(1)) {
            for (Digits digits : Digits.values()) {
                Reading<LocalDate> reading = BuddhistDate.parse(BuddhistDate.format(date, style, digits));
                if (reading.hasErrors() || !reading.value().equals(date)) {
                    assertThat(reading).as(style + " " + digits).isEqualTo(Reading.of(date));
                }
            }
        }
    }

    @Test
    void everyDayNumberOfEveryMonthIsReadIfAndOnlyIfItExists() {
        for (int year = 1900; year <= 2100; year++) {
            for (int month = 0; month <= 13; month++) {
                for (int day = 0; day <= 32; day++) {
                    boolean exists = month >= 1
                            && month <= 12
                            && day >= 1
                            && day <= YearMonth.of(year, month).lengthOfMonth();
                    Reading<LocalDate> reading = BuddhistDate.parse(day + "/" + month + "/" + (year + 543));
                    if (reading.hasErrors() == exists) {
                        assertThat(reading).as(year + "-" + month + "-" + day).isNull();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "27 กุมภาพันธ์ 2569",
                "๒๗ ก.พ. ๒๕๖๙",
                "27 กุมภาพันธ์ พ.ศ. 2569",
                "27 กุมภาพันธ์ พ. ศ. 2569",
                "27/02/2569",
                "27/2/2569",
                "27-2-2569",
                "2569-02-27",
                " ๒๗  กุมภาพันธ์\u00A0พ.ศ.๒๕๖๙\n",
                "27ก.พ.2569",
                "27ก.พ.พ.ศ.2569"
            })
    void theFormsOfThaiPapersAreRead(String text) {
        assertThat(BuddhistDate.parse(text)).isEqualTo(Reading.of(DAY));
    }

    @Test
    void theStylesAreThoseOfThaiPapers() {
        assertThat(BuddhistDate.format(DAY, Style.FULL)).isEqualTo("27 กุมภาพันธ์ พ.ศ. 2569");
        assertThat(BuddhistDate.format(DAY, Style.LONG)).isEqualTo("27 กุมภาพันธ์ 2569");
        assertThat(BuddhistDate.format(DAY, Style.SHORT)).isEqualTo("27 ก.พ. 2569");
        assertThat(BuddhistDate.format(DAY, Style.NUMERIC)).isEqualTo("27/02/2569");
        assertThat(BuddhistDate.format(DAY, Style.SHORT, Digits.THAI)).isEqualTo("๒๗ ก.พ. ๒๕๖๙");
    }

    @ParameterizedTest
    @ValueSource(strings = {"27 กุมภาพันธ์ 2026", "27/02/2026", "2026-02-27", "27 กุมภาพันธ์ ค.ศ. 2569", "1/1/2399"})
    void yearsOfTheCommonEraAreNamedAndNotGuessedAt(String text) {
        assertThat(codes(text)).containsExactly(IdentityFinding.DATE_COMMON_ERA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"27/02/69", "27 ก.พ. ๖๙", "27-02-256", "27/02/25690", "256-02-27", "27/02/" + BIG})
    void yearsWithoutFourDigitsAreRefused(String text) {
        assertThat(codes(text)).containsExactly(IdentityFinding.DATE_YEAR_DIGITS);
    }

    @Test
    void daysThatDoNotExistAreRefusedWithTheReason() {
        assertThat(codes("31 กุมภาพันธ์ 2569")).containsExactly(IdentityFinding.DATE_NO_SUCH_DAY);
        assertThat(codes("31/04/2569")).containsExactly(IdentityFinding.DATE_NO_SUCH_DAY);
        assertThat(codes("0/04/2569")).containsExactly(IdentityFinding.DATE_NO_SUCH_DAY);
        assertThat(codes("29 ก.พ. 2569")).containsExactly(IdentityFinding.DATE_NOT_A_LEAP_YEAR);
        assertThat(codes("29 ก.พ. 2567")).isEmpty();
        assertThat(codes("2443-02-29")).containsExactly(IdentityFinding.DATE_NOT_A_LEAP_YEAR);
        assertThat(codes("2543-02-29")).isEmpty();
        assertThat(codes("32/13/2026"))
                .containsExactly(
                        IdentityFinding.DATE_COMMON_ERA,
                        IdentityFinding.DATE_NO_SUCH_MONTH,
                        IdentityFinding.DATE_NO_SUCH_DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "27 02 2569",
                "27 กุมภา 2569",
                "27 Feb 2569",
                "27/02-2569",
                "27.02.2569",
                "2569-2-7",
                "กุมภาพันธ์ 2569",
                "2569",
                "27 กุมภาพันธ์",
                "1/2/3/4"
            })
    void otherTextIsNoDate(String text) {
        assertThat(codes(text)).containsExactly(IdentityFinding.DATE_FORM);
    }

    @Test
    void blankAndEndlessTextIsRefused() {
        assertThat(codes(" \t")).containsExactly(IdentityFinding.BLANK);
        assertThat(codes("1".repeat(1_000_000))).containsExactly(IdentityFinding.DATE_FORM);
    }

    @Test
    void januaryToMarchBefore2484IsReadAsWrittenWithANote() {
        Reading<LocalDate> reading = BuddhistDate.parse("31 มีนาคม 2483");
        assertThat(reading.value()).isEqualTo("1940-03-31");
        assertThat(reading.findings())
                .extracting(Finding::code)
                .containsExactly(IdentityFinding.DATE_OLD_NEW_YEAR)
                .first()
                .extracting(FindingCode::severity)
                .isEqualTo(Severity.INFO);
        assertThat(codes("1 เมษายน 2483")).isEmpty();
        assertThat(codes("1 มกราคม 2484")).isEmpty();
    }

    @Test
    void datesBeyondTheWrittenYearsAreTheCallersMistake() {
        assertThat(BuddhistDate.format(LocalDate.of(1857, 1, 1), Style.NUMERIC)).isEqualTo("01/01/2400");
        assertThat(BuddhistDate.format(LocalDate.of(9456, 12, 31), Style.NUMERIC))
                .isEqualTo("31/12/9999");
        for (LocalDate date : List.of(
                LocalDate.of(1856, 12, 31), LocalDate.of(9457, 1, 1), LocalDate.of(-4000, 1, 1), LocalDate.MAX)) {
            assertThatIllegalArgumentException().isThrownBy(() -> BuddhistDate.format(date, Style.FULL));
        }
    }

    @Property
    void noTextWhateverMakesItThrow(@ForAll String text) {
        assertThat(BuddhistDate.parse(text)).isNotNull();
    }

    private static List<FindingCode> codes(String text) {
        return BuddhistDate.parse(text).findings().stream().map(Finding::code).toList();
    }
}
