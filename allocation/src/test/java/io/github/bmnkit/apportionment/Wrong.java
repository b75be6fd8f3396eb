package io.github.bmnkit.apportionment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Implementations that somebody might write, each wrong in one way. Every invariant must tell one of them. */
enum Wrong implements Solver {
    /** Rounds every quota by itself. */
    PLAIN_ROUNDING {
        @Override
        public List<Long> solve(ApportionmentProblem problem) {
            return Naive.quotas(problem).stream()
                    .map(quota -> quota.over()
                            .add(quota.over())
                            .add(quota.under())
                            .divide(quota.under().add(quota.under()))
                            .longValueExact())
                    .toList();
        }
    },
    /** Forgets floors and caps. */
    WITHOUT_BOUNDS {
        @Override
        public List<Long> solve(ApportionmentProblem problem) {
            return Naive.solve(SmallProblems.with(
                    problem,
                    problem.total(),
                    problem.units().stream()
                            .map(unit -> Unit.of(unit.code(), unit.weight()))
                            .toList()));
        }
    },
    /** Adds 1 to every weight, to be rid of zeros. */
    SMOOTHED_WEIGHTS {
        @Override
        public List<Long> solve(ApportionmentProblem problem) {
            return Naive.solve(SmallProblems.with(
                    problem,
                    problem.total(),
                    problem.units().stream()
                            .map(unit -> new Unit(unit.code(), unit.weight() + 1, unit.floor(), unit.cap()))
                            .toList()));
        }
    },
    /** Another method than asked for: rounds down. */
    ALWAYS_JEFFERSON {
        @Override
        public List<Long> solve(ApportionmentProblem problem) {
            return Naive.solve(ApportionmentProblem.of(Method.JEFFERSON, problem.total(), problem.units()));
        }
    },
    /** Another method than asked for: not monotone, not coherent. */
    ALWAYS_LARGEST_REMAINDER {
        @Override
        public List<Long> solve(ApportionmentProblem problem) {
            return Naive.solve(ApportionmentProblem.of(Method.LARGEST_REMAINDER, problem.total(), problem.units()));
        }
    },
    /** The right claims, but ties go by the order of the input. */
    TIES_BY_INPUT {
        @Override
        public List<Long> solve(ApportionmentProblem problem) {
            return Naive.solve(problem, Naive.claims(problem), Comparator.comparing(unit -> 0));
        }
    },
    /** Gives what is left after rounding down to the first unit that has room. */
    REST_TO_THE_FIRST {
        @Override
        public List<Long> solve(ApportionmentProblem problem) {
            List<Long> shares = new ArrayList<>();
            List<Naive.Fraction> quotas = Naive.quotas(problem);
            for (int i = 0; i < quotas.size(); i++) {
                Unit unit = problem.units().get(i);
                long whole = quotas.get(i).over().divide(quotas.get(i).under()).longValueExact();
                shares.add(Math.max(unit.floor(), Math.min(whole, Naive.cap(unit, problem.total()))));
            }
            long rest = problem.total() - shares.stream().mapToLong(a -> a).sum();
            for (int i = 0; i < shares.size() && rest > 0; i++) {
                long more = Math.min(rest, Naive.cap(problem.units().get(i), problem.total()) - shares.get(i));
                shares.set(i, shares.get(i) + more);
                rest -= more;
            }
            return shares;
        }
    },
    /** Where a signpost is 0, the first code comes first, whatever the weights. */
    FIRST_SHARES_BY_CODE {
        @Override
        public List<Long> solve(ApportionmentProblem problem) {
            Naive.Claims claims = Naive.claims(problem);
            return Naive.solve(
                    problem,
                    (i, a) -> claims.of(i, a).under().signum() == 0 ? Naive.Fraction.of(1, 0) : claims.of(i, a),
                    Naive.BY_CODE);
        }
    },
    /** Floating point: claims are compared after rounding to 53 bits. */
    IN_DOUBLES {
        @Override
        public List<Long> solve(ApportionmentProblem problem) {
            Naive.Claims claims = Naive.claims(problem);
            return Naive.solve(
                    problem,
                    (i, a) -> Naive.Fraction.of(
                            Double.doubleToLongBits(claims.of(i, a).over().doubleValue()
                                    / claims.of(i, a).under().doubleValue()),
                            1),
                    Naive.BY_CODE);
        }
    }
}
