package io.github.bmnkit.indicator;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A threshold that is decided anew for each round, such as the average income that a household should have. In a round
 * for which it has no value, whatever reads it cannot be decided.
 *
 * @param name what the expressions of the set call it; where the form has a parameter of this name, the value here is
 *     what the indicators use
 * @param label what it means
 * @param unit its unit, such as {@code baht/person/year}; null for none
 * @param values its values, none of which overlap
 * @param sources keys of the sources of the set that the values rest on
 */
public record IndicatorParameter(
        String name, Text label, @Nullable String unit, List<RoundValue> values, List<String> sources) {
    private static final int MAX_DIGITS = 9;
    private static final int MAX_PRECISION = 18;

    /**
     * A value, and the rounds for which it was decided.
     *
     * @param from the first round, Buddhist Era
     * @param to the last round
     * @param value the value, not negative, with at most 18 digits, 9 of them after the point
     */
    public record RoundValue(int from, int to, BigDecimal value) {
        /**
         * Checks rounds and value.
         *
         * @param from the first round, Buddhist Era
         * @param to the last round
         * @param value the value, not negative, with at most 18 digits, 9 of them after the point
         * @throws IllegalArgumentException if the first round comes after the last, or the value is out of range
         */
        public RoundValue {
            requireNonNull(value, "value");
            if (from > to) {
                throw new IllegalArgumentException("the first round, " + from + ", comes after the last, " + to);
            }
            if (!isInRange(value)) {
                throw new IllegalArgumentException("not the value of a parameter");
            }
            value = value.stripTrailingZeros();
            value = value.scale() < 0 ? value.setScale(0) : value;
        }

        /** Without writing the number out: its exponent may be huge. */
        static boolean isInRange(BigDecimal value) {
            BigDecimal plain = value.stripTrailingZeros();
            return plain.signum() >= 0
                    && plain.scale() <= MAX_DIGITS
                    && (long) plain.precision() - Math.min(0, plain.scale()) <= MAX_PRECISION;
        }

        boolean holdsFor(int round) {
            return from <= round && round <= to;
        }
    }

    /**
     * Copies the lists.
     *
     * @param name what the expressions of the set call it
     * @param label what it means
     * @param unit its unit; null for none
     * @param values its values, none of which overlap
     * @param sources keys of the sources of the set that the values rest on
     * @throws IllegalArgumentException if it has two values in one round
     */
    public IndicatorParameter {
        requireNonNull(name, "name");
        requireNonNull(label, "label");
        values = List.copyOf(values);
        sources = List.copyOf(sources);
        if (overlap(values)) {
            throw new IllegalArgumentException("two values of " + name + " in one round");
        }
    }

    static boolean overlap(List<RoundValue> values) {
        for (int i = 0; i < values.size(); i++) {
            for (RoundValue other : values.subList(0, i)) {
                if (values.get(i).from() <= other.to()
                        && other.from() <= values.get(i).to()) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Returns the value in a round.
     *
     * @param round the year, Buddhist Era
     * @return the value; empty if none is set
     */
    public Optional<BigDecimal> value(int round) {
        return values.stream()
                .filter(each -> each.holdsFor(round))
                .map(RoundValue::value)
                .findFirst();
    }

    /** The parameter with another value in one round, and the others as they were. */
    IndicatorParameter with(int round, @Nullable BigDecimal value) {
        List<RoundValue> changed = new ArrayList<>();
        for (RoundValue each : values) {
            if (!each.holdsFor(round)) {
                changed.add(each);
                continue;
            }
            if (each.from() < round) {
                changed.add(new RoundValue(each.from(), round - 1, each.value()));
            }
            if (round < each.to()) {
                changed.add(new RoundValue(round + 1, each.to(), each.value()));
            }
        }
        if (value != null) {
            changed.add(new RoundValue(round, round, value));
        }
        return new IndicatorParameter(name, label, unit, changed, sources);
    }
}
