package io.github.bmnkit.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactTest {
    private static String result(String text) {
        Formula formula = Formula.value(text, Household.SCOPE, Level.HOUSEHOLD).value();
        Household household = Household.complete(0)
                .with("n1", Exact.MOST)
                .with("d2", Value.of(new BigDecimal("0.10")))
                .with("t1", Value.text("1101700230708"))
                .with("t2", Value.text("-12.50"))
                .with("job1", Value.code("0110"))
                .with("day1", Value.of(LocalDate.of(2020, 2, 29)));
        return formula.value(household.frame(), 0).text(Locale.ROOT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0.1 + 0.2 = 0.3|true",
                "1 div 3|0.333333333",
                "2 div 3|0.666666667",
                "1 div 3 * 3|0.999999999",
                "1 div 3 * 3 = 1|true",
                "int(1 div 3 * 3)|1",
                "1 div 3 + 1 div 3 + 1 div 3 = 1|true",
                "int(100 div 0.7)|142",
                "int(-7 div 2)|-3",
                "int(-0.5)|0",
                "round(2.5)|3",
                "round(-2.5)|-2",
                "round(1.005, 2)|1.01",
                "round(7 div 3, 4)|2.3333",
                "round(1 div 0)|(invalid)",
                "1 div 2000000000|0.000000000",
                "1 div 4000000000|0.000000000",
                "3 div 2000000000|0.000000002",
                "5 mod 3|2",
                "-5 mod 3|-2",
                "5.5 mod -2|1.5",
                "5 mod 0|(invalid)",
                "${n1}|9223372036854775776",
                "${n1} + 1|(invalid)",
                "-${n1}|-9223372036854775776",
                "-${n1} - 1|(invalid)",
                "0 - ${n1} + ${n1}|0",
                "${n1} * 2 > 0|unknown",
                "${n1} > 0.5|true",
                "${n1} * 1 = ${n1}|true",
                "${n1} * 0.1|922337203685477577.6",
                "${n1} div 7 > ${n1} div 8|true",
                "${d2} * 3 = 0.3|true",
                "abs(-1.50)|1.5",
                "abs(1 div -3) = 1 div 3|true",
                "min(3, 2.5)|2.5",
                "max(1, 2, 3)|3",
                "number(${t2}) = -12.5|true",
                "int(number(${t1})) = 1101700230708|true",
                "number(${t1})|(invalid)",
                "number(substr(${t1}, 0, 4)) = 1101|true",
                "number('1.') = 1|unknown",
                "number('') = 1|unknown",
                "number(${job1}) = 110|true",
                "string(1.50)|'1.5'",
                "string(0 - 0.05)|'-0.05'",
                "string(${d2} * 100)|'10'",
                "string(${day1})|'2020-02-29'",
                "string(date('0987-12-01'))|'0987-12-01'",
                "string-length(concat(${t1}, 'ก้อน'))|17",
                "substr('abcdef', 2, 4)|'cd'",
                "substr('abcdef', -2)|'ef'",
                "substr('abcdef', 4, 2)|''",
                "thai-id-valid(${t1})|true",
                "thai-id-valid('1101700230705')|false",
                "thai-id-valid('110170023070')|false",
                "thai-id-valid('11017002307๐8')|false",
                "age-years(${day1}, date('2021-02-28'))|0",
                "age-months(${day1}, date('2021-02-28'))|11",
                "age-years(${day1}, date('2021-03-01'))|1",
                "age-years(${day1}, date('2020-02-28'))|(invalid)",
                "date('2020-03-01') - ${day1}|1",
                "${day1} + 366|2021-03-01",
                "${day1} + ${n1}|(invalid)",
                "today() > ${day1}|true",
            })
    void workedExamples(String text, String expected) {
        assertThat(result(text)).isEqualTo(expected);
    }

    @Property(tries = 1000)
    void quotientsAreRoundedLikeBigDecimal(@ForAll long n, @ForAll long d, @ForAll @IntRange(max = 9) int digits) {
        boolean possible = Exact.within(n) == n && Exact.within(d) == d && d != 0;
        if (!possible) {
            return;
        }
        BigDecimal exact = new BigDecimal(n).divide(new BigDecimal(d), digits, RoundingMode.HALF_EVEN);
        boolean fits = exact.unscaledValue().abs().compareTo(BigInteger.valueOf(Exact.MOST)) <= 0;
        long expected = fits ? exact.unscaledValue().longValueExact() : Exact.INVALID;
        assertThat(Exact.divide(n, d, digits, true)).isEqualTo(expected);
    }

    /** The lowest values once left the range before their last digit was added, and were invalid. */
    @Property(tries = 1000)
    void quotientsAtTheEndsOfTheRangeAreRoundedLikeBigDecimal(
            @ForAll @IntRange(max = 100) int inward,
            @ForAll boolean low,
            @ForAll boolean tiesToEven,
            @ForAll @IntRange(max = 9) int digits) {
        long n = low ? Exact.LIMIT + inward : Exact.MOST - inward;
        long d = Exact.power(digits);
        assertThat(Exact.divide(n, d, digits, tiesToEven)).isEqualTo(n);
        assertThat(Exact.divide(n, -d, digits, tiesToEven)).isEqualTo(-n);
        assertThat(Exact.divide(n, d, Math.min(9, digits + 1), tiesToEven)).isEqualTo(digits == 9 ? n : Exact.INVALID);
    }

    @Property(tries = 1000)
    void productsAreComparedLikeBigInteger(@ForAll long a, @ForAll long b, @ForAll long c, @ForAll long d) {
        int expected = BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .compareTo(BigInteger.valueOf(c).multiply(BigInteger.valueOf(d)));
        assertThat(Integer.signum(Exact.compareProducts(a, b, c, d))).isEqualTo(expected);
    }

    @Property(tries = 1000)
    void agesAreCountedLikePeriods(
            @ForAll @IntRange(min = -719_162, max = 2_932_896) int birth, @ForAll @IntRange(max = 60_000) int days) {
        int at = Math.min(birth + days, 2_932_896);
        Period period = Period.between(LocalDate.ofEpochDay(birth), LocalDate.ofEpochDay(at));
        assertThat(Calendar.months(birth, at)).isEqualTo(period.toTotalMonths());
        assertThat(Calendar.years(birth, at)).isEqualTo(period.getYears());
        StringBuilder written = new StringBuilder();
        Calendar.write(birth, written);
        assertThat(written).hasToString(LocalDate.ofEpochDay(birth).toString());
    }
}
