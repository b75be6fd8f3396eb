package io.github.bmnkit.progress;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.apportionment.Ratio;
import io.github.bmnkit.finding.Text;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How fast a target is being met: what was done lately, what is needed from now on, and where it leads. All rates are exact
 * fractions; what is rounded says so.
 *
 * <p>There are two assumptions, and {@link #assumption()} names the one about the future. The plan to be ahead of or behind
 * is an even one: the same number of households every day of the season. The forecast goes on as in the last days.
 *
 * @param figures what is done
 * @param day the day at whose end it is done
 * @param season the days in which the target is to be met
 * @param lately how many households were done in the last days, less those that were taken back; may be negative
 * @param days how many days these are, from 0
 */
public record Pace(Figures figures, LocalDate day, Season season, long lately, long days) {
    private static final long LONGEST_FORECAST = 36_525;

    /**
     * Checks that every part is there.
     *
     * @param figures what is done
     * @param day the day at whose end it is done
     * @param season the days in which the target is to be met
     * @param lately how many households were done in the last days; may be negative
     * @param days how many days these are, from 0
     * @throws IllegalArgumentException if the number of days is negative
     */
    public Pace {
        requireNonNull(figures, "figures");
        requireNonNull(day, "day");
        requireNonNull(season, "season");
        if (days < 0) {
            throw new IllegalArgumentException("the number of days is negative: " + days);
        }
    }

    /**
     * Returns the pace since the first day of the season.
     *
     * @param figures what is done
     * @param day the day at whose end it is done
     * @param season the days in which the target is to be met
     * @return the pace; its last days are all days of the season up to {@code day}
     */
    public static Pace of(Figures figures, LocalDate day, Season season) {
        return new Pace(figures, day, season, figures.done(), season.daysGone(day));
    }

    /**
     * Returns the pace since an earlier day.
     *
     * @param earlier what was done then
     * @param earlierDay the day at whose end it was
     * @return the pace in the days since
     * @throws IllegalArgumentException if that day is not earlier
     */
    public Pace since(Figures earlier, LocalDate earlierDay) {
        long between = ChronoUnit.DAYS.between(earlierDay, day);
        if (between <= 0) {
            throw new IllegalArgumentException(earlierDay + " is not before " + day);
        }
        return new Pace(figures, day, season, Math.subtractExact(figures.done(), earlier.done()), between);
    }

    /**
     * Returns how many households would be done by now if every day of the season brought the same number.
     *
     * @return the number, from 0 to the target
     */
    public Ratio expected() {
        return ratio(big(figures.target()).multiply(big(season.daysGone(day))), season.days());
    }

    /**
     * Returns how far the work is ahead of an even pace.
     *
     * @return households done less those expected; negative if it is behind
     */
    public Ratio ahead() {
        BigInteger gone = big(season.daysGone(day));
        BigInteger days = big(season.days());
        return ratio(
                big(figures.done())
                        .multiply(days)
                        .subtract(big(figures.target()).multiply(gone)),
                season.days());
    }

    /**
     * Returns whether the work is ahead of an even pace or behind it.
     *
     * @return where it stands
     */
    public Standing standing() {
        if (figures.isFull()) {
            return Standing.FULL;
        }
        int sign = ahead().numerator().signum();
        return sign < 0 ? Standing.BEHIND : sign == 0 ? Standing.EVEN : Standing.AHEAD;
    }

    /**
     * Returns how many households were done a day in the last days.
     *
     * @return the net rate, which is negative if more were taken back than done; empty before the season
     */
    public Optional<Ratio> perDay() {
        return days == 0 ? Optional.empty() : Optional.of(ratio(big(lately), days));
    }

    /**
     * Returns how many households a day are needed on the days left, so that the target is met on the last day.
     *
     * @return the rate, 0 if nothing remains; empty if households remain but no day is left
     */
    public Optional<Ratio> neededPerDay() {
        long left = season.daysLeft(day);
        if (figures.isFull()) {
            return Optional.of(ratio(BigInteger.ZERO, 1));
        }
        return left == 0 ? Optional.empty() : Optional.of(ratio(big(figures.remaining()), left));
    }

    /**
     * Forecasts how many households are done on the last day, if it goes on as in the last days.
     *
     * @return the number, rounded down, from 0 to the target; what is done now, if there is no pace to go on
     */
    public long forecastDone() {
        if (days == 0) {
            return figures.done();
        }
        BigInteger more = big(lately).multiply(big(season.daysLeft(day)));
        BigInteger[] parts = more.divideAndRemainder(big(days));
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return big(figures.done())
                .add(floor)
                .max(BigInteger.ZERO)
                .min(big(figures.target()))
                .longValueExact();
    }

    /**
     * Forecasts on which day the target is met, if it goes on as in the last days.
     *
     * @return the day, a part of a day counted as a whole one; today if nothing remains; empty if at this pace it is not
     *     met within a hundred years
     */
    public Optional<LocalDate> forecastDay() {
        if (figures.isFull()) {
            return Optional.of(day);
        }
        if (lately <= 0 || days == 0) {
            return Optional.empty();
        }
        BigInteger more = big(figures.remaining())
                .multiply(big(days))
                .add(big(lately - 1))
                .divide(big(lately));
        return more.compareTo(big(LONGEST_FORECAST)) > 0
                ? Optional.empty()
                : Optional.of(day.plusDays(more.longValueExact()));
    }

    /**
     * Returns what the forecast assumes.
     *
     * @return the assumption in Thai and English
     */
    public Text assumption() {
        return Text.of(
                "คาดการณ์โดยถือว่าทำได้ในอัตราเดียวกับ " + days + " วันที่ผ่านมา",
                "The forecast assumes the same pace as in the last " + days + (days == 1 ? " day" : " days"));
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }

    private static Ratio ratio(BigInteger numerator, long denominator) {
        return new Ratio(numerator, big(denominator));
    }

    /** Where the work stands beside an even pace. */
    public enum Standing {
        /** The target is met. */
        FULL("ครบแล้ว", "full"),
        /** More is done than expected. */
        AHEAD("เร็วกว่าแผน", "ahead"),
        /** As much is done as expected. */
        EVEN("ตามแผน", "even"),
        /** Less is done than expected. */
        BEHIND("ช้ากว่าแผน", "behind");

        private final Text text;

        Standing(String th, String en) {
            text = Text.of(th, en);
        }

        /**
         * Returns the name for people.
         *
         * @return the name in Thai and English
         */
        public Text text() {
            return text;
        }
    }
}
