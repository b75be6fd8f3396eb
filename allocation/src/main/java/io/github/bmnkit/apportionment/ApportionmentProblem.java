package io.github.bmnkit.apportionment;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A total to be shared out among units, in proportion to their weights and within their bounds.
 *
 * <pre>{@code
 * Apportionment result = ApportionmentProblem.of(Method.WEBSTER, 100, units).solve();
 * }</pre>
 *
 * <p>The cost does not depend on the total. Thousands of small problems, as down an area tree, cost about as much as one
 * problem with as many units; certificates and explanations are computed only when asked for.
 */
public final class ApportionmentProblem {
    /** The largest total, 10<sup>12</sup>. */
    public static final long MAX_TOTAL = 1_000_000_000_000L;

    private final Method method;
    private final long total;
    private final List<Unit> units;
    private final Map<String, Integer> indexes;
    private final FloorRule floorRule;
    private final @Nullable Draw draw;

    private ApportionmentProblem(
            Method method,
            long total,
            List<Unit> units,
            Map<String, Integer> indexes,
            FloorRule floorRule,
            @Nullable Draw draw) {
        this.method = method;
        this.total = total;
        this.units = units;
        this.indexes = indexes;
        this.floorRule = floorRule;
        this.draw = draw;
    }

    /**
     * Returns a problem with the rule {@link FloorRule#RAW} and without a draw of lots.
     *
     * @param method how fractions become whole shares
     * @param total what to share out, 0 to {@link #MAX_TOTAL}
     * @param units those who receive it; their order matters only for the order of the shares
     * @return the problem
     * @throws IllegalArgumentException if the total is out of its range or two units have the same code
     */
    public static ApportionmentProblem of(Method method, long total, List<Unit> units) {
        requireNonNull(method, "method");
        if (total < 0 || total > MAX_TOTAL) {
            throw new IllegalArgumentException("the total is not in 0..10^12: " + total);
        }
        List<Unit> copy = List.copyOf(units);
        Map<String, Integer> indexes = new HashMap<>(copy.size() * 2);
        for (int i = 0; i < copy.size(); i++) {
            if (indexes.put(copy.get(i).code(), i) != null) {
                throw new IllegalArgumentException(
                        "two units have the code " + copy.get(i).code());
            }
        }
        return new ApportionmentProblem(method, total, copy, indexes, FloorRule.RAW, null);
    }

    /**
     * Returns this problem with another rule for floors and caps.
     *
     * @param newRule the rule
     * @return the problem
     * @throws IllegalArgumentException if the rule is not {@link FloorRule#RAW} and the method is a divisor method, for
     *     which there is nothing to choose
     */
    public ApportionmentProblem withFloorRule(FloorRule newRule) {
        requireNonNull(newRule, "newRule");
        if (newRule != FloorRule.RAW && method.isDivisorMethod()) {
            throw new IllegalArgumentException("the rule " + newRule + " is not for " + method);
        }
        return new ApportionmentProblem(method, total, units, indexes, newRule, draw);
    }

    /**
     * Returns this problem with a recorded draw of lots, instead of the order of the codes, to resolve its tie. Solve
     * without it first to learn who is tied.
     *
     * @param newDraw the draw
     * @return the problem
     */
    public ApportionmentProblem withDraw(Draw newDraw) {
        return new ApportionmentProblem(method, total, units, indexes, floorRule, requireNonNull(newDraw, "newDraw"));
    }

    /**
     * Returns the method.
     *
     * @return the method
     */
    public Method method() {
        return method;
    }

    /**
     * Returns what to share out.
     *
     * @return the total
     */
    public long total() {
        return total;
    }

    /**
     * Returns those who receive it.
     *
     * @return the units, in the order given
     */
    public List<Unit> units() {
        return units;
    }

    /**
     * Returns the rule for floors and caps.
     *
     * @return the rule
     */
    public FloorRule floorRule() {
        return floorRule;
    }

    /**
     * Returns the recorded draw of lots.
     *
     * @return the draw, if there is one
     */
    public Optional<Draw> draw() {
        return Optional.ofNullable(draw);
    }

    /**
     * Shares out the total.
     *
     * @return the shares, or all reasons why there are none
     */
    public Apportionment solve() {
        Optional<Apportionment.Infeasible> contradiction = Feasibility.contradiction(total, units);
        if (contradiction.isPresent()) {
            return contradiction.get();
        }
        Instance instance = Instance.of(total, units);
        if (method.isDivisorMethod()) {
            Ratio unused = new Ratio(BigInteger.ZERO, BigInteger.ONE);
            return solve(instance, new SignpostRanking(instance, method), unused);
        }
        boolean rescaled = floorRule == FloorRule.RESCALED;
        BigInteger totalWeight = instance.totalWeight;
        WaterLevel level = rescaled
                ? WaterLevel.of(instance)
                : new WaterLevel(totalWeight.signum() == 0 ? 0 : total, totalWeight.max(BigInteger.ONE));
        Ranking ranking = ResidualRanking.of(instance, level.part(), level.whole(), rescaled);
        return solve(instance, ranking, new Ratio(BigInteger.valueOf(level.part()), level.whole()));
    }

    private Apportionment solve(Instance instance, Ranking ranking, Ratio perWeight) {
        long[] shares = Seats.fill(instance, ranking);
        List<Integer> tied = Seats.tied(instance, ranking, shares);
        if (draw != null && tied.isEmpty()) {
            return new Apportionment.DrawRefused(draw, Finding.of(ApportionmentFinding.DRAW_WITHOUT_TIE));
        }
        if (tied.isEmpty()) {
            return new Apportionment.Shares(this, instance, ranking, perWeight, shares, null);
        }
        List<String> members = codes(tied.stream());
        int last = Seats.weakestLast(instance, ranking, shares);
        List<String> winners = codes(tied.stream()
                .filter(i -> shares[i] > instance.floors[i] && ranking.compare(i, shares[i], last, shares[last]) == 0));
        if (draw == null) {
            return new Apportionment.Shares(
                    this, instance, ranking, perWeight, shares, new Tie(members, winners, false));
        }
        if (draw.ranking().size() != members.size() || !new HashSet<>(members).equals(new HashSet<>(draw.ranking()))) {
            return new Apportionment.DrawRefused(
                    draw,
                    Finding.of(ApportionmentFinding.DRAW_OF_OTHER_UNITS)
                            .with("ranked", Feasibility.first(draw.ranking()))
                            .with("tied", Feasibility.first(members)));
        }
        List<String> drawn =
                draw.ranking().subList(0, winners.size()).stream().sorted().toList();
        winners.forEach(code -> shares[indexOf(code)]--);
        drawn.forEach(code -> shares[indexOf(code)]++);
        return new Apportionment.Shares(this, instance, ranking, perWeight, shares, new Tie(members, drawn, true));
    }

    private List<String> codes(Stream<Integer> indexesOfUnits) {
        return indexesOfUnits.map(i -> units.get(i).code()).sorted().toList();
    }

    /** Returns the position of a unit. */
    int indexOf(String code) {
        Integer index = indexes.get(code);
        if (index == null) {
            throw new NoSuchElementException("no unit has the code " + code);
        }
        return index;
    }

    /** Returns the method, the total and the number of units. */
    @Override
    public String toString() {
        return total + " for " + units.size() + " units by " + method;
    }
}
