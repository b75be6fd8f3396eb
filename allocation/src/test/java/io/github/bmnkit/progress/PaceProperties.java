package io.github.bmnkit.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.apportionment.Ratio;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.progress.Pace.Standing;
import io.github.bmnkit.testing.Cases;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PaceProperties {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

    private static Ratio ratio(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    @Property(tries = 2_000)
    void ratesAreExactAndTheForecastGoesOnDayByDay(
            @ForAll @IntRange(max = 400) int target,
            @ForAll @IntRange(max = 200) int some,
            @ForAll @IntRange(max = 150) int before,
            @ForAll @IntRange(min = 1, max = 60) int length,
            @ForAll @IntRange(min = -5, max = 65) int offset,
            @ForAll @IntRange(min = 1, max = 10) int days) {
        int done = Math.min(target, some);
        int lately = done - Math.min(target, before);
        Season season = new Season(FIRST, FIRST.plusDays(length - 1));
        LocalDate day = FIRST.plusDays(offset);
        Pace pace = Pace.of(new Figures(target, done, 3, 0), day, season)
                .since(new Figures(target, done - lately, 0, 0), day.minusDays(days));

        long gone = 0;
        long left = 0;
        for (LocalDate each = FIRST; !each.isAfter(season.lastInclusive()); each = each.plusDays(1)) {
            gone += each.isAfter(day) ? 0 : 1;
            left += each.isAfter(day) ? 1 : 0;
        }
        assertThat(season.daysGone(day)).isEqualTo(gone);
        assertThat(season.daysLeft(day)).isEqualTo(left);
        assertThat(pace.expected()).isEqualTo(ratio(target * gone, length));
        assertThat(pace.ahead()).isEqualTo(ratio((long) done * length - target * gone, length));
        assertThat(pace.perDay()).contains(ratio(lately, days));
        if (done == target) {
            assertThat(pace.neededPerDay()).contains(ratio(0, 1));
            assertThat(pace.standing()).isEqualTo(Standing.FULL);
        } else {
            assertThat(pace.neededPerDay())
                    .isEqualTo(left == 0 ? Optional.empty() : Optional.of(ratio(target - done, left)));
            int sign = Long.compare((long) done * length, target * gone);
            assertThat(pace.standing())
                    .isEqualTo(sign < 0 ? Standing.BEHIND : sign == 0 ? Standing.EVEN : Standing.AHEAD);
        }

        // Day by day, in parts of a household of which there are as many as days.
        long parts = (long) done * days;
        Optional<LocalDate> full = done == target ? Optional.of(day) : Optional.empty();
        long atTheEnd = parts;
        for (int i = 1; i <= 4_000; i++) {
            parts += lately;
            atTheEnd += i <= left ? lately : 0;
            if (full.isEmpty() && parts >= (long) target * days) {
                full = Optional.of(day.plusDays(i));
            }
        }
        assertThat(pace.forecastDay()).isEqualTo(full);
        long floor = Math.floorDiv(atTheEnd, (long) days);
        assertThat(pace.forecastDone()).isEqualTo(Math.max(0, Math.min(target, floor)));
        // The wrong way: whole households a day, so that a slow pace never arrives.
        long whole = lately / days;
        Optional<LocalDate> byWholes =
                whole <= 0 ? Optional.empty() : Optional.of(day.plusDays((target - done + whole - 1) / whole));
        boolean wholeFails = done < target && !byWholes.equals(full);
        Cases.met("whole households a day are wrong", wholeFails);
        Cases.met("going back", lately < 0);
        Cases.met("no day left", left == 0);
        Cases.met("behind", pace.standing() == Standing.BEHIND);
        Cases.met("ahead", pace.standing() == Standing.AHEAD);
    }

    @Example
    void beforeTheSeasonThereIsNoPace() {
        Season season = new Season(FIRST, FIRST.plusDays(9));
        Pace pace = Pace.of(new Figures(10, 2, 0, 0), FIRST.minusDays(1), season);
        assertThat(pace.perDay()).isEmpty();
        assertThat(pace.forecastDone()).isEqualTo(2);
        assertThat(pace.forecastDay()).isEmpty();
        assertThat(pace.neededPerDay()).contains(ratio(4, 5));
        assertThat(pace.neededPerDay().orElseThrow().decimal(1)).isEqualTo(new BigDecimal("0.8"));
    }

    @Example
    void theAssumptionIsNamedAndAForecastBeyondAHundredYearsIsNone() {
        Season season = new Season(FIRST, FIRST.plusDays(9));
        Pace pace = Pace.of(new Figures(1_000_000, 1, 0, 0), FIRST.plusDays(4), season);
        assertThat(pace.forecastDay()).isEmpty();
        assertThat(pace.assumption().en()).isEqualTo("The forecast assumes the same pace as in the last 5 days");
        assertThat(pace.assumption().in(Text.THAI)).isEqualTo("คาดการณ์โดยถือว่าทำได้ในอัตราเดียวกับ 5 วันที่ผ่านมา");
        assertThat(pace.standing().text().th()).isEqualTo("ช้ากว่าแผน");
    }

    @Example
    void aHundredPercentIsFull() {
        assertThat(new Figures(100_000, 99_999, 5, 0).percent(1)).contains(new BigDecimal("99.9"));
        assertThat(new Figures(3, 3, 0, 0).percent(1)).contains(new BigDecimal("100.0"));
        assertThat(Figures.NONE.percent(1)).isEmpty();
    }

    @Example
    void whatContradictsItselfIsRefused() {
        Season season = new Season(FIRST, FIRST);
        Pace pace = Pace.of(Figures.NONE, FIRST, season);
        assertThat(pace.standing()).isEqualTo(Standing.FULL);
        assertThatIllegalArgumentException().isThrownBy(() -> new Season(FIRST, FIRST.minusDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> pace.since(Figures.NONE, FIRST));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pace(Figures.NONE, FIRST, season, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Figures(1, 2, 0, 0));
    }
}
