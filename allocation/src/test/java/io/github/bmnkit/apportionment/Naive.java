package io.github.bmnkit.apportionment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The reference: definitions written down as they stand, with big fractions, share by share. Slow and plain. */
final class Naive {
    static final Comparator<Unit> BY_CODE = Comparator.comparing(Unit::code);
    private static final BigInteger GRAIN = BigInteger.ONE.shiftLeft(100);

    private Naive() {}

    /** A fraction with a denominator from 0; those over 0 are infinite, in the order of their numerators. */
    record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
        static Fraction of(long over, long under) {
            return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
        }

        @Override
        public int compareTo(Fraction other) {
            return under.signum() == 0 && other.under.signum() == 0
                    ? over.compareTo(other.over)
                    : over.multiply(other.under).compareTo(other.over.multiply(under));
        }

        Fraction minus(long number) {
            return new Fraction(over.subtract(under.multiply(BigInteger.valueOf(number))), under);
        }
    }

    /** The claim of unit i to its a-th share. */
    interface Claims {
        Fraction of(int i, long a);
    }

    static Claims claims(ApportionmentProblem problem) {
        List<Unit> units = problem.units();
        if (problem.method() != Method.LARGEST_REMAINDER) {
            return (i, a) -> divisorClaim(problem.method(), units.get(i).weight(), a);
        }
        List<Fraction> targets =
                problem.floorRule() == FloorRule.RAW || !isFeasible(problem) ? quotas(problem) : waterLevels(problem);
        return (i, a) -> targets.get(i).minus(a - 1);
    }

    private static Fraction divisorClaim(Method method, long weight, long share) {
        BigInteger w = BigInteger.valueOf(weight);
        BigInteger a = BigInteger.valueOf(share);
        BigInteger twiceLessOne = a.add(a).subtract(BigInteger.ONE);
        BigInteger before = a.subtract(BigInteger.ONE);
        return switch (method) {
            case WEBSTER -> new Fraction(w.add(w), twiceLessOne);
            case JEFFERSON -> new Fraction(w, a);
            case ADAMS -> new Fraction(w, before);
            case HUNTINGTON_HILL -> new Fraction(w.pow(2), a.multiply(before));
            case DEAN ->
                new Fraction(w.multiply(twiceLessOne), a.multiply(before).add(a.multiply(before)));
            case LARGEST_REMAINDER -> throw new AssertionError();
        };
    }

    static List<Fraction> quotas(ApportionmentProblem problem) {
        BigInteger all = problem.units().stream()
                .map(unit -> BigInteger.valueOf(unit.weight()))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .max(BigInteger.ONE);
        return problem.units().stream()
                .map(unit -> new Fraction(
                        BigInteger.valueOf(unit.weight()).multiply(BigInteger.valueOf(problem.total())), all))
                .toList();
    }

    /** Tries every way of holding units at their floors or caps until one fits. */
    private static List<Fraction> waterLevels(ApportionmentProblem problem) {
        int size = problem.units().size();
        int ways = BigInteger.valueOf(3).pow(size).intValueExact();
        for (int way = 0; way < ways; way++) {
            List<Fraction> targets = levelsOf(problem, way);
            if (targets.size() == size) {
                return targets;
            }
        }
        throw new AssertionError("no level fits " + problem.units());
    }

    private static List<Fraction> levelsOf(ApportionmentProblem problem, int way) {
        List<Unit> units = problem.units();
        long rest = problem.total();
        BigInteger free = BigInteger.ZERO;
        int code = way;
        List<Integer> states = new ArrayList<>();
        for (Unit unit : units) {
            int state = unit.weight() == 0 ? 0 : code % 3;
            code /= 3;
            states.add(state);
            if (state == 2) {
                free = free.add(BigInteger.valueOf(unit.weight()));
            } else {
                rest -= state == 0 ? unit.floor() : cap(unit, problem.total());
            }
        }
        if (rest < 0 || (free.signum() == 0 && rest != 0)) {
            return List.of();
        }
        Fraction least = new Fraction(BigInteger.valueOf(rest), free);
        Fraction most = least;
        if (free.signum() == 0) {
            least = Fraction.of(0, 1);
            most = Fraction.of(1, 0);
        }
        List<Fraction> targets = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            Fraction atFloor = Fraction.of(unit.floor(), Math.max(1, unit.weight()));
            Fraction atCap = Fraction.of(cap(unit, problem.total()), Math.max(1, unit.weight()));
            switch (states.get(i)) {
                case 0 -> {
                    most = unit.weight() > 0 && atFloor.compareTo(most) < 0 ? atFloor : most;
                    targets.add(Fraction.of(unit.floor(), 1));
                }
                case 1 -> {
                    least = atCap.compareTo(least) > 0 ? atCap : least;
                    targets.add(Fraction.of(cap(unit, problem.total()), 1));
                }
                default -> {
                    if (least.compareTo(atFloor) < 0 || most.compareTo(atCap) > 0) {
                        return List.of();
                    }
                    targets.add(
                            new Fraction(BigInteger.valueOf(unit.weight()).multiply(BigInteger.valueOf(rest)), free));
                }
            }
        }
        return least.compareTo(most) <= 0 ? targets : List.of();
    }

    static long cap(Unit unit, long total) {
        return unit.weight() == 0 ? unit.floor() : Math.min(unit.cap(), total);
    }

    static boolean isFeasible(ApportionmentProblem problem) {
        BigInteger floors = BigInteger.ZERO;
        BigInteger caps = BigInteger.ZERO;
        for (Unit unit : problem.units()) {
            if (unit.floor() > unit.cap()) {
                return false;
            }
            floors = floors.add(BigInteger.valueOf(unit.floor()));
            caps = caps.add(BigInteger.valueOf(unit.weight() == 0 ? unit.floor() : unit.cap()));
        }
        BigInteger total = BigInteger.valueOf(problem.total());
        return floors.compareTo(total) <= 0 && total.compareTo(caps) <= 0;
    }

    /** Share by share from the floors; the result is empty if there is none and the problem has units. */
    static List<Long> solve(ApportionmentProblem problem) {
        return solve(problem, claims(problem), BY_CODE);
    }

    static List<Long> solve(ApportionmentProblem problem, Claims claims, Comparator<Unit> tieOrder) {
        if (!isFeasible(problem)) {
            return List.of();
        }
        List<Long> start = problem.units().stream().map(Unit::floor).toList();
        return shareByShare(problem, claims, tieOrder, start);
    }

    private static List<Long> shareByShare(
            ApportionmentProblem problem, Claims claims, Comparator<Unit> tieOrder, List<Long> start) {
        List<Unit> units = problem.units();
        List<Long> shares = new ArrayList<>(start);
        long rest = problem.total() - shares.stream().mapToLong(a -> a).sum();
        for (; rest > 0; rest--) {
            int best = -1;
            for (int i = 0; i < units.size(); i++) {
                if (shares.get(i) >= cap(units.get(i), problem.total())) {
                    continue;
                }
                int order =
                        best < 0 ? 1 : claims.of(i, shares.get(i) + 1).compareTo(claims.of(best, shares.get(best) + 1));
                if (order > 0 || (order == 0 && tieOrder.compare(units.get(i), units.get(best)) < 0)) {
                    best = i;
                }
            }
            shares.set(best, shares.get(best) + 1);
        }
        return shares;
    }

    /** For huge totals: first everything above a cut-off, found by bisection, then share by share. */
    static List<Long> solveHuge(ApportionmentProblem problem) {
        Claims claims = claims(problem);
        BigInteger low = BigInteger.ONE.shiftLeft(145).negate();
        BigInteger high = BigInteger.ONE.shiftLeft(215);
        while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
            BigInteger middle = high.add(low).shiftRight(1);
            long sum = above(problem, claims, new Fraction(middle, GRAIN)).stream()
                    .mapToLong(a -> a)
                    .sum();
            if (sum > problem.total()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        List<Long> start = above(problem, claims, new Fraction(high, GRAIN));
        boolean tooMuch = start.stream().mapToLong(a -> a).sum() > problem.total();
        return shareByShare(
                problem,
                claims,
                BY_CODE,
                tooMuch ? problem.units().stream().map(Unit::floor).toList() : start);
    }

    private static List<Long> above(ApportionmentProblem problem, Claims claims, Fraction cut) {
        List<Long> shares = new ArrayList<>();
        for (int i = 0; i < problem.units().size(); i++) {
            Unit unit = problem.units().get(i);
            long least = unit.floor();
            long most = cap(unit, problem.total());
            while (least < most) {
                long middle = most - (most - least) / 2;
                if (claims.of(i, middle).compareTo(cut) >= 0) {
                    least = middle;
                } else {
                    most = middle - 1;
                }
            }
            shares.add(least);
        }
        return shares;
    }
}
