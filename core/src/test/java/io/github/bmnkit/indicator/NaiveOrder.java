package io.github.bmnkit.indicator;

import io.github.bmnkit.indicator.AreaIndicators.Problem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** The rules of order in plain words: the first number in which two problems differ decides, the larger one first. */
final class NaiveOrder {
    private NaiveOrder() {}

    static boolean comesBefore(WorkOrder order, Problem one, Problem other) {
        List<BigDecimal> first = numbers(order, one);
        List<BigDecimal> second = numbers(order, other);
        for (int i = 0; i < first.size(); i++) {
            int compared = first.get(i).compareTo(second.get(i));
            if (compared != 0) {
                return compared > 0;
            }
        }
        return one.indicator().number() < other.indicator().number();
    }

    private static List<BigDecimal> numbers(WorkOrder order, Problem problem) {
        IndicatorCounts counts = problem.counts();
        BigDecimal share = counts.surveyed() == 0
                ? BigDecimal.valueOf(-1)
                : BigDecimal.valueOf(counts.notMet())
                        .divide(BigDecimal.valueOf(counts.surveyed()), MathContext.DECIMAL128);
        BigDecimal households = BigDecimal.valueOf(counts.households().notMet());
        boolean ofPersons = problem.indicator().unit() == Indicator.Unit.PERSON;
        List<BigDecimal> numbers = new ArrayList<>();
        switch (order) {
            case MOST_HOUSEHOLDS -> numbers.addAll(List.of(households, share));
            case HIGHEST_SHARE ->
                numbers.addAll(List.of(problem.smallBase() ? BigDecimal.ZERO : BigDecimal.ONE, share, households));
            case MOST_PERSONS ->
                numbers.addAll(List.of(
                        BigDecimal.valueOf(
                                ofPersons ? counts.notMet() : counts.members().notMet()),
                        share));
        }
        return numbers;
    }
}
