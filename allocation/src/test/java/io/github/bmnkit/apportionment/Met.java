package io.github.bmnkit.apportionment;

import io.github.bmnkit.testing.Cases;
import java.util.List;

/** Makes a property fail if it did not really meet the cases that it is about. */
final class Met {
    private Met() {}

    /** Counts ties, active floors, active caps and weights of 0 among solved problems. */
    static void bounds(ApportionmentProblem problem, List<Long> shares) {
        boolean floors = false;
        boolean caps = false;
        for (int i = 0; i < shares.size(); i++) {
            Unit unit = problem.units().get(i);
            floors |= unit.floor() > 0 && shares.get(i) == unit.floor();
            caps |= unit.weight() > 0 && shares.get(i) == unit.cap();
        }
        Cases.met("active floors", floors);
        Cases.met("active caps", caps);
        zeroWeights(problem);
    }

    static void ties(Apportionment result) {
        Cases.met("ties", result.shares().flatMap(Apportionment.Shares::tie).isPresent());
    }

    static void infeasible(Apportionment result) {
        Cases.met("infeasible", result instanceof Apportionment.Infeasible);
    }

    static void zeroWeights(ApportionmentProblem problem) {
        Cases.met("zero weights", problem.units().stream().anyMatch(unit -> unit.weight() == 0));
    }
}
