package io.github.bmnkit.apportionment;

import java.util.List;
import net.jqwik.api.statistics.Statistics;

/** Makes a property fail if it did not really meet the cases that it is about. */
final class Met {
    private static final double LEAST_PERCENT = 5;

    private Met() {}

    /** Counts a case; it must turn up in at least 5 % of the tries. */
    static void atTimes(String name, boolean met) {
        Statistics.label(name)
                .collect(met)
                .coverage(coverage -> coverage.check(true).percentage(percent -> percent >= LEAST_PERCENT));
    }

    /** Counts ties, active floors, active caps and weights of 0 among solved problems. */
    static void bounds(ApportionmentProblem problem, List<Long> shares) {
        boolean floors = false;
        boolean caps = false;
        for (int i = 0; i < shares.size(); i++) {
            Unit unit = problem.units().get(i);
            floors |= unit.floor() > 0 && shares.get(i) == unit.floor();
            caps |= unit.weight() > 0 && shares.get(i) == unit.cap();
        }
        atTimes("active floors", floors);
        atTimes("active caps", caps);
        zeroWeights(problem);
    }

    static void ties(Apportionment result) {
        atTimes("ties", result.shares().flatMap(Apportionment.Shares::tie).isPresent());
    }

    static void infeasible(Apportionment result) {
        atTimes("infeasible", result instanceof Apportionment.Infeasible);
    }

    static void zeroWeights(ApportionmentProblem problem) {
        atTimes("zero weights", problem.units().stream().anyMatch(unit -> unit.weight() == 0));
    }
}
