package io.github.bmnkit.quota;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.apportionment.Explanation;
import io.github.bmnkit.apportionment.RowExplanation;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.Period;
import java.util.List;
import java.util.Locale;
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
    private final List<Period> periods;
    private final @Nullable RowExplanation split;

    /** Takes the periods that were split; there is no explanation of the split if the parts were imposed. */
    QuotaExplanation(
            AreaCode area,
            long target,
            @Nullable Explanation whole,
            List<Period> periods,
            @Nullable RowExplanation split) {
        this(area, target, null, whole, periods, split);
    }

    /** Of an area in a plan that was changed: what the change did, and how the area was balanced, if it was. */
    QuotaExplanation(AreaCode area, long target, Text change, @Nullable Explanation whole) {
        this(area, target, change, whole, List.of(), null);
    }

    private QuotaExplanation(
            AreaCode area,
            long target,
            @Nullable Text change,
            @Nullable Explanation whole,
            List<Period> periods,
            @Nullable RowExplanation split) {
        this.change = change;
        this.area = requireNonNull(area, "area");
        this.target = target;
        this.whole = whole;
        this.periods = List.copyOf(periods);
        this.split = split;
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
     * Returns how the target was split across the periods, or what closed periods left of it across the open ones.
     *
     * @return the explanation, with the ids of the periods as its columns; empty if the parts were imposed or changed
     */
    public Optional<RowExplanation> periods() {
        return Optional.ofNullable(split);
    }

    /**
     * Says the explanation in words.
     *
     * @param locale Thai, or else English
     * @return one sentence for the whole round, and one for each period that was shared out
     */
    public String text(Locale locale) {
        StringBuilder out = new StringBuilder();
        if (change != null) {
            out.append(change.in(locale));
            if (whole != null) {
                out.append('\n').append(whole.text(locale));
            }
            return out.toString();
        }
        if (whole == null) {
            out.append(Text.of(
                            "เป้าหมายของ " + area + " เป็นไปตามตารางของทางราชการ",
                            "The target of " + area + " is imposed")
                    .in(locale));
        } else {
            out.append(whole.text(locale));
        }
        if (split != null) {
            for (Period period : periods) {
                out.append('\n').append(period.name().in(locale)).append(": ").append(split.text(period.id(), locale));
            }
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return text(Locale.ROOT);
    }
}
