package io.github.bmnkit.quota;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaTree;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The cascade as a clerk would do it: one household after the other, to whoever has the strongest claim. */
final class NaiveCascade {
    private final AreaTree tree;
    private final Map<AreaCode, long[]> targets = new HashMap<>();

    NaiveCascade(AreaTree tree) {
        this.tree = tree;
    }

    /** Shares out two periods below an area, by Webster, capped by registered households. */
    Map<AreaCode, long[]> shareOut(AreaCode area, long first, long second) {
        targets.put(area, new long[] {first, second});
        List<AreaCode> children = tree.children(area);
        if (!children.isEmpty()) {
            Map<AreaCode, Long> totals = webster(children, first + second);
            Map<AreaCode, Long> firsts = largestRemainder(totals, first);
            totals.forEach((child, total) -> shareOut(child, firsts.get(child), total - firsts.get(child)));
        }
        return targets;
    }

    private Map<AreaCode, Long> webster(List<AreaCode> children, long total) {
        Map<AreaCode, Long> shares = new TreeMap<>();
        children.forEach(child -> shares.put(child, 0L));
        for (long given = 0; given < total; given++) {
            AreaCode next = null;
            for (AreaCode child : shares.keySet()) {
                boolean full = shares.get(child) >= tree.households(child);
                // The claim to one more is households / (2 shares + 1); equal claims go by code.
                if (!full
                        && (next == null
                                || tree.households(child) * (2 * shares.get(next) + 1)
                                        > tree.households(next) * (2 * shares.get(child) + 1))) {
                    next = child;
                }
            }
            shares.merge(next, 1L, Long::sum);
        }
        return shares;
    }

    private static Map<AreaCode, Long> largestRemainder(Map<AreaCode, Long> totals, long first) {
        long sum = totals.values().stream().mapToLong(Long::longValue).sum();
        Map<AreaCode, Long> shares = new TreeMap<>();
        Map<AreaCode, BigInteger> remainders = new TreeMap<>();
        totals.forEach((child, total) -> {
            BigInteger[] quota = BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(first))
                    .divideAndRemainder(BigInteger.valueOf(Math.max(1, sum)));
            shares.put(child, quota[0].longValueExact());
            remainders.put(child, quota[1]);
        });
        long open = first - shares.values().stream().mapToLong(Long::longValue).sum();
        remainders.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<AreaCode, BigInteger> entry) -> entry.getValue())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(open)
                .forEach(entry -> shares.merge(entry.getKey(), 1L, Long::sum));
        return shares;
    }
}
