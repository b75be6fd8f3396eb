package io.github.bmnkit.apportionment;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What came of a problem: the {@link Shares}, or all reasons why there are none; never a part of a result. */
public sealed interface Apportionment {
    /**
     * Returns the shares, if there are any.
     *
     * @return the shares, or empty
     */
    Optional<Shares> shares();

    /**
     * Returns all reasons why there are no shares.
     *
     * @return the reasons; empty if there are shares
     */
    List<Finding> reasons();

    /** A total that is shared out, with the evidence. */
    final class Shares implements Apportionment {
        private final ApportionmentProblem problem;
        private final Instance instance;
        private final Ranking ranking;
        private final Ratio perWeight;
        private final long[] values;
        private final @Nullable Tie tie;
        /** Computed when first asked for; computing it twice does no harm. */
        private volatile @Nullable Certificate certificate;

        /** Takes over the array. */
        Shares(
                ApportionmentProblem problem,
                Instance instance,
                Ranking ranking,
                Ratio perWeight,
                long[] values,
                @Nullable Tie tie) {
            this.problem = problem;
            this.instance = instance;
            this.ranking = ranking;
            this.perWeight = perWeight;
            this.values = values;
            this.tie = tie;
        }

        /**
         * Returns what was asked.
         *
         * @return the problem
         */
        public ApportionmentProblem problem() {
            return problem;
        }

        /**
         * Returns the share of one unit.
         *
         * @param code the code of the unit
         * @return its share
         * @throws NoSuchElementException if the problem has no such unit
         */
        public long share(String code) {
            return values[problem.indexOf(code)];
        }

        /**
         * Returns all shares, in the order of the units of the problem.
         *
         * @return the shares
         */
        public List<Long> toList() {
            return stream().boxed().toList();
        }

        /**
         * Returns all shares, in the order of the units of the problem, without boxing them.
         *
         * @return the shares
         */
        public LongStream stream() {
            return LongStream.of(values);
        }

        /**
         * Returns the tie that had to be resolved.
         *
         * @return the tie, or empty if the shares follow from the weights and bounds alone
         */
        public Optional<Tie> tie() {
            return Optional.ofNullable(tie);
        }

        /**
         * Returns the evidence. The first call computes it, at a cost in proportion to the number of units.
         *
         * @return the certificate
         */
        public Certificate certificate() {
            Certificate known = certificate;
            if (known == null) {
                known = certify();
                certificate = known;
            }
            return known;
        }

        private Certificate certify() {
            int next = Seats.strongestNext(instance, ranking, values);
            int last = Seats.weakestLast(instance, ranking, values);
            List<Unit> units = problem.units();
            return Certificate.of(problem.method(), problem.floorRule(), problem.total(), perWeight)
                    .between(
                            next < 0 ? null : units.get(next),
                            next < 0 ? 0 : values[next] + 1,
                            last < 0 ? null : units.get(last),
                            last < 0 ? 0 : values[last]);
        }

        /**
         * Explains the share of one unit, by way of the {@link #certificate()}.
         *
         * @param code the code of the unit
         * @return the explanation
         * @throws NoSuchElementException if the problem has no such unit
         */
        public Explanation explain(String code) {
            int i = problem.indexOf(code);
            return Explanation.of(problem.units().get(i), instance.totalWeight, values[i], certificate());
        }

        @Override
        public Optional<Shares> shares() {
            return Optional.of(this);
        }

        @Override
        public List<Finding> reasons() {
            return List.of();
        }

        /** Returns the method, the total and the number of units. */
        @Override
        public String toString() {
            return problem.total() + " shared out among " + values.length + " units by " + problem.method();
        }
    }

    /**
     * A problem that has no solution: the bounds and the total contradict each other.
     *
     * @param deficit by how much the total falls short of the floors; 0 if it does not. Sums beyond a {@code long} count
     *     as {@link Long#MAX_VALUE}.
     * @param excess how much of the total the caps and weights leave no place for; 0 if there is place
     * @param units the codes of the units that cause it, in the order of the problem
     * @param reasons all reasons, in the order of the codes' declaration
     */
    record Infeasible(long deficit, long excess, List<String> units, List<Finding> reasons) implements Apportionment {
        /**
         * Copies the lists.
         *
         * @param deficit by how much the total falls short of the floors
         * @param excess how much of the total the caps and weights leave no place for
         * @param units the codes of the units that cause it
         * @param reasons all reasons
         */
        public Infeasible {
            units = List.copyOf(units);
            reasons = List.copyOf(reasons);
        }

        @Override
        public Optional<Shares> shares() {
            return Optional.empty();
        }
    }

    /**
     * A problem with a recorded draw of lots that does not fit the tie, or fits no tie at all.
     *
     * @param draw the draw
     * @param reason why it was refused
     */
    record DrawRefused(Draw draw, Finding reason) implements Apportionment {
        /**
         * Checks that both are there.
         *
         * @param draw the draw
         * @param reason why it was refused
         */
        public DrawRefused {
            requireNonNull(draw, "draw");
            requireNonNull(reason, "reason");
        }

        @Override
        public Optional<Shares> shares() {
            return Optional.empty();
        }

        @Override
        public List<Finding> reasons() {
            return List.of(reason);
        }
    }
}
