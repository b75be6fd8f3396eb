package io.github.bmnkit.quota;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.apportionment.Explanation;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an area has its target: imposed by an office, shared out among the children of its parent, or changed by a
 * re-allocation.
 */
public final class QuotaExplanation {
    private final AreaCode area;
    private final long target;
    private final @Nullable Text change;
    private final @Nullable Explanation whole;
    private final Map<Period, Explanation> periods;

    QuotaExplanation(AreaCode area, long target, @Nullable Explanation whole, Map<Period, Explanation> periods) {
        this(area, target, null, whole, periods);
    }

    /** Of an area in a plan that was changed: what the change did, and how the area was balanced, if it was. */
    QuotaExplanation(AreaCode area, long target, Text change, @Nullable Explanation whole) {
        this(area, target, change, whole, Map.of());
    }

    private QuotaExplanation(
            AreaCode area,
            long target,
            @Nullable Text change,
            @Nullable Explanation whole,
            Map<Period, Explanation> periods) {
        this.change = change;
        this.area = requireNonNull(area, "area");
        this.target = target;
        this.whole = whole;
        this.periods = Collections.unmodifiableMap(new LinkedHashMap<>(periods));
    }

    /**
     * Returns which area is explained.
     *
     * @return the area
     */
    public AreaCode area() {
        return area;
    }

    /**
     * Returns what is explained.
     *
     * @return the area's target for the whole round, in households
     */
    public long target() {
        return target;
    }

    /**
     * Returns how the target of the whole round was shared out.
     *
     * @return the explanation; empty if the target was imposed, or changed without being balanced
     */
    public Optional<Explanation> whole() {
        return Optional.ofNullable(whole);
    }

    /**
     * Returns how the targets of the periods were shared out. The last period has what the others left.
     *
     * @return the explanations of all periods but the last, in order; empty if the targets were imposed or changed
     */
    public Map<Period, Explanation> periods() {
        return periods;
    }

    /**
     * Says the explanation in words.
     *
     * @param locale Thai, or else English
     * @return one sentence for the whole round, and one for each period that was shared out
     */
    public String text(Locale locale) {
        if (change != null) {
            return whole == null ? change.in(locale) : change.in(locale) + '\n' + whole.text(locale);
        }
        if (whole == null) {
            return Text.of(
                            "เป้าหมายของ " + area + " เป็นไปตามตารางของทางราชการ",
                            "The target of " + area + " is imposed")
                    .in(locale);
        }
        StringBuilder out = new StringBuilder(whole.text(locale));
        periods.forEach((period, explanation) ->
                out.append('\n').append(period.name().in(locale)).append(": ").append(explanation.text(locale)));
        return out.toString();
    }

    @Override
    public String toString() {
        return text(Locale.ROOT);
    }
}
