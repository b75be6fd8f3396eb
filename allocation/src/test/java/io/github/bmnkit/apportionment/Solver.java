package io.github.bmnkit.apportionment;

import java.util.List;

/** Something that claims to solve problems: ours, the reference, or a wrong one. */
interface Solver {
    Solver OURS = problem ->
            problem.solve().shares().map(Apportionment.Shares::toList).orElse(List.of());

    /** Returns the shares, or an empty list if it refuses. */
    List<Long> solve(ApportionmentProblem problem);
}
