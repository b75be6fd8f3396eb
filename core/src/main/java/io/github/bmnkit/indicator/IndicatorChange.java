package io.github.bmnkit.indicator;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the indicators have changed from one round to a later one. Only what is the same in both rounds is compared: areas with
 * the same code and indicators with the same definition. What is missing in one of them is listed, never guessed.
 */
public final class IndicatorChange {
    /** Why an indicator is not compared. */
    public enum NotCompared {
        /** The later round does not have it. */
        ONLY_BEFORE("มีเฉพาะรอบก่อน", "only in the earlier round"),
        /** The earlier round does not have it. */
        ONLY_NOW("มีเฉพาะรอบนี้", "only in this round"),
        /** The number stands for something else, or for the same thing decided otherwise. */
        OTHER_DEFINITION("นิยามต่างกัน", "defined otherwise"),
        /** A threshold has another value, or none in one of the rounds. */
        OTHER_THRESHOLD("เกณฑ์ของรอบปีต่างกัน", "another threshold");

        private final Text text;

        NotCompared(String th, String en) {
            text = Text.of(th, en);
        }

        /**
         * Returns the reason in words.
         *
         * @return the reason
         */
        public Text text() {
            return text;
        }
    }

    /**
     * What did not meet an indicator in two rounds.
     *
     * @param before the share in the earlier round, of at least 1
     * @param now the share in the later round, of at least 1
     */
    public record Difference(Share before, Share now) {
        /**
         * Checks that there is something to compare.
         *
         * @param before the share in the earlier round, of at least 1
         * @param now the share in the later round, of at least 1
         * @throws IllegalArgumentException if one is a share of nothing
         */
        public Difference {
            if (before.whole() == 0 || now.whole() == 0) {
                throw new IllegalArgumentException("a share of nothing: " + before + ", " + now);
            }
        }

        /**
         * Returns by how many percentage points the share not met has grown.
         *
         * @param digits how many digits after the point, from 0
         * @return the difference of the exact shares, rounded half away from zero; negative if fewer fail
         */
        public BigDecimal points(int digits) {
            BigInteger difference = product(now.part(), before.whole()).subtract(product(before.part(), now.whole()));
            return new BigDecimal(difference.multiply(BigInteger.valueOf(100)))
                    .divide(new BigDecimal(product(before.whole(), now.whole())), digits, RoundingMode.HALF_UP);
        }

        /**
         * Tells which way it went, exactly, even if the points are rounded to 0.
         *
         * @return less than 0 if a smaller share fails, 0 if the same does, more than 0 if a larger one does
         */
        public int direction() {
            return Percents.BY_SIZE.compare(now, before);
        }

        private static BigInteger product(long a, long b) {
            return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        }
    }

    private final IndicatorTable before;
    private final IndicatorTable now;
    private final SortedMap<Integer, NotCompared> notCompared = new TreeMap<>();

    private IndicatorChange(IndicatorTable before, IndicatorTable now) {
        this.before = before;
        this.now = now;
        SortedMap<Integer, Indicator> earlier = byNumber(before);
        SortedMap<Integer, Indicator> later = byNumber(now);
        earlier.forEach((number, indicator) ->
                reason(indicator, later.get(number)).ifPresent(why -> notCompared.put(number, why)));
        later.keySet().stream()
                .filter(number -> !earlier.containsKey(number))
                .forEach(number -> notCompared.put(number, NotCompared.ONLY_NOW));
    }

    /**
     * Compares two rounds.
     *
     * @param before the earlier round
     * @param now the later round, by a set of the same id in the same view
     * @return what has changed
     * @throws IllegalArgumentException if the sets have different ids, so that their numbers mean different things; if the
     *     rounds are not one before the other; or if the views differ
     */
    public static IndicatorChange between(IndicatorTable before, IndicatorTable now) {
        IndicatorSet earlier = before.aggregate().set();
        IndicatorSet later = now.aggregate().set();
        if (!earlier.id().equals(later.id())) {
            throw new IllegalArgumentException("indicators of different sets: " + earlier.id() + ", " + later.id());
        }
        if (before.aggregate().round() >= now.aggregate().round()) {
            throw new IllegalArgumentException("round " + before.aggregate().round() + " is not before "
                    + now.aggregate().round());
        }
        if (before.tree().view() != now.tree().view()) {
            throw new IllegalArgumentException("different views: "
                    + before.tree().view() + ", " + now.tree().view());
        }
        return new IndicatorChange(before, now);
    }

    private static SortedMap<Integer, Indicator> byNumber(IndicatorTable table) {
        return table.aggregate().set().indicators().stream()
                .collect(Collectors.toMap(Indicator::number, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    private Optional<NotCompared> reason(Indicator earlier, @Nullable Indicator later) {
        if (later == null) {
            return Optional.of(NotCompared.ONLY_BEFORE);
        }
        boolean same = earlier.title().th().equals(later.title().th())
                && earlier.unit() == later.unit()
                && Objects.equals(earlier.base(), later.base())
                && Objects.equals(earlier.applicable(), later.applicable())
                && earlier.criterion().equals(later.criterion())
                && Objects.equals(earlier.personsNotMet(), later.personsNotMet());
        if (!same) {
            return Optional.of(NotCompared.OTHER_DEFINITION);
        }
        return thresholds(before, earlier).equals(thresholds(now, later))
                ? Optional.empty()
                : Optional.of(NotCompared.OTHER_THRESHOLD);
    }

    /** The parameters that an indicator reads, with what they are in the round of the table. */
    private static SortedMap<String, String> thresholds(IndicatorTable table, Indicator indicator) {
        SortedMap<String, String> values = new TreeMap<>();
        for (IndicatorParameter parameter : table.aggregate().set().parameters()) {
            if (Compiled.readsAny(indicator, Set.of(parameter.name()))) {
                values.put(
                        parameter.name(),
                        parameter
                                .value(table.aggregate().round())
                                .map(BigDecimal::toPlainString)
                                .orElse(""));
            }
        }
        return values;
    }

    /**
     * Returns the earlier round.
     *
     * @return its table
     */
    public IndicatorTable before() {
        return before;
    }

    /**
     * Returns the later round.
     *
     * @return its table
     */
    public IndicatorTable now() {
        return now;
    }

    /**
     * Returns the indicators that are not compared.
     *
     * @return the reasons, by number
     */
    public SortedMap<Integer, NotCompared> notCompared() {
        return Collections.unmodifiableSortedMap(notCompared);
    }

    /**
     * Returns how an indicator has changed in an area.
     *
     * @param area an area of either register
     * @param number the number of the indicator
     * @return both shares; empty if the indicator is not compared, the area is not in both registers, or nobody was surveyed
     *     there in one of the rounds
     */
    public Optional<Difference> of(AreaCode area, int number) {
        if (notCompared.containsKey(number)
                || !before.tree().contains(area)
                || !now.tree().contains(area)) {
            return Optional.empty();
        }
        Share earlier = before.of(area).of(number).notMetShare();
        Share later = now.of(area).of(number).notMetShare();
        return earlier.whole() == 0 || later.whole() == 0
                ? Optional.empty()
                : Optional.of(new Difference(earlier, later));
    }

    /**
     * Returns the areas with households in the earlier round alone.
     *
     * @param level the level of the areas
     * @return their codes, sorted
     */
    public List<AreaCode> onlyBefore(AreaLevel level) {
        return surveyed(before, level).filter(area -> !isSurveyed(now, area)).toList();
    }

    /**
     * Returns the areas with households in the later round alone.
     *
     * @param level the level of the areas
     * @return their codes, sorted
     */
    public List<AreaCode> onlyNow(AreaLevel level) {
        return surveyed(now, level).filter(area -> !isSurveyed(before, area)).toList();
    }

    private static Stream<AreaCode> surveyed(IndicatorTable table, AreaLevel level) {
        return table.tree().areas(requireNonNull(level, "level")).stream().filter(area -> isSurveyed(table, area));
    }

    static boolean isSurveyed(IndicatorTable table, AreaCode area) {
        return table.tree().contains(area) && table.of(area).households() > 0;
    }

    /** Shows the two rounds. */
    @Override
    public String toString() {
        return "IndicatorChange[" + before.aggregate().round() + " to "
                + now.aggregate().round() + "]";
    }
}
