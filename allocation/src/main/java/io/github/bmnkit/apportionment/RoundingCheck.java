package io.github.bmnkit.apportionment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Checks a rounding without the solver: with fractions alone, cell by cell. */
final class RoundingCheck {
    private static final Ratio ZERO = new Ratio(BigInteger.ZERO, BigInteger.ONE);

    /** Row by row the fractional parts, and beside them what is rounded up; lacks of sums are there as cells, too. */
    private final List<List<Ratio>> parts = new ArrayList<>();

    private final List<List<Long>> ups = new ArrayList<>();

    private RoundingCheck(ControlledRounding problem, List<List<Long>> rounded) {
        for (int i = 0; i < rounded.size(); i++) {
            List<Ratio> exact = problem.exact(i);
            List<Ratio> rowParts = new ArrayList<>();
            List<Long> rowUps = new ArrayList<>();
            for (int k = 0; k < exact.size(); k++) {
                rowParts.add(exact.get(k).minus(exact.get(k).floor()));
                rowUps.add(rounded.get(i).get(k) - exact.get(k).floor());
            }
            addLack(rowParts, rowUps);
            parts.add(rowParts);
            ups.add(rowUps);
        }
        List<Ratio> lastParts = new ArrayList<>();
        List<Long> lastUps = new ArrayList<>();
        for (int k = 0; k <= problem.columns().size(); k++) {
            List<Ratio> columnParts = new ArrayList<>();
            List<Long> columnUps = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                columnParts.add(parts.get(i).get(k));
                columnUps.add(ups.get(i).get(k));
            }
            addLack(columnParts, columnUps);
            lastParts.add(columnParts.get(parts.size()));
            lastUps.add(columnUps.get(parts.size()));
        }
        parts.add(lastParts);
        ups.add(lastUps);
    }

    /** Adds what the sum lacks to the next whole number, and what the rounded sum lacks to the same number. */
    private static void addLack(List<Ratio> parts, List<Long> ups) {
        Ratio sum = parts.stream().reduce(ZERO, Ratio::plus);
        long next = sum.ceiling();
        parts.add(ZERO.minus(sum.minus(next)));
        ups.add(next - ups.stream().mapToLong(Long::longValue).sum());
    }

    static boolean verify(ControlledRounding problem, List<List<Long>> rounded, List<Ratio> prices) {
        int width = problem.columns().size();
        if (rounded.size() != problem.rows().size() || rounded.stream().anyMatch(row -> row.size() != width)) {
            return false;
        }
        RoundingCheck check = new RoundingCheck(problem, rounded);
        boolean wholeRows =
                check.parts.stream().allMatch(row -> row.get(width).numerator().signum() == 0);
        if (prices.size() != width + (wholeRows ? 0 : 1)) {
            return false;
        }
        List<Ratio> allPrices = new ArrayList<>(prices);
        allPrices.addAll(Collections.nCopies(width + 1 - prices.size(), ZERO));
        for (int i = 0; i < check.parts.size(); i++) {
            if (!isRight(check.parts.get(i), check.ups.get(i), allPrices)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRight(List<Ratio> parts, List<Long> ups, List<Ratio> prices) {
        Ratio sum = ZERO;
        long up = 0;
        List<Long> slackBelow = new ArrayList<>();
        List<Long> slackAbove = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            if (ups.get(k) < 0 || ups.get(k) > parts.get(k).ceiling()) {
                return false;
            }
            sum = sum.plus(parts.get(k));
            up += ups.get(k);
            slackBelow.add(up - sum.floor());
            slackAbove.add(sum.ceiling() - up);
            if (up < sum.floor() || up > sum.ceiling()) {
                return false;
            }
        }
        for (int from = 0; from < parts.size(); from++) {
            for (int to = 0; to < parts.size(); to++) {
                boolean possible =
                        ups.get(from) == 1 && ups.get(to) == 0 && parts.get(to).ceiling() == 1;
                possible = possible
                        && slackBelow.subList(Math.min(from, to), to).stream().allMatch(slack -> slack > 0)
                        && slackAbove.subList(Math.min(from, to), from).stream().allMatch(slack -> slack > 0);
                if (possible) {
                    Ratio half = parts.get(from).minus(parts.get(to));
                    Ratio gain = prices.get(to).minus(prices.get(from));
                    if (half.plus(half).compareTo(gain) < 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
