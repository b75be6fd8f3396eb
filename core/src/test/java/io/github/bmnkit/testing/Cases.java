package io.github.bmnkit.testing;

import net.jqwik.api.statistics.Statistics;

/** Makes a property fail if it did not really meet the cases that it is about. */
public final class Cases {
    private static final double LEAST_PERCENT = 5;

    private Cases() {}

    /** Counts a case; it must turn up in at least 5 % of the tries. */
    public static void met(String name, boolean met) {
        Statistics.label(name)
                .collect(met)
                .coverage(coverage -> coverage.check(true).percentage(percent -> percent >= LEAST_PERCENT));
    }
}
