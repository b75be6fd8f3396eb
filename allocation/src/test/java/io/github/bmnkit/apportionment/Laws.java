package io.github.bmnkit.apportionment;

import io.github.bmnkit.apportionment.Naive.Fraction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The invariants as questions to any solver, so that the wrong ones can be asked, too. */
final class Laws {
    private Laws() {}

    /** An invariant; the random numbers choose what is changed for the comparison. */
    interface Law {
        boolean holds(Solver solver, ApportionmentProblem problem, Random random);
    }

    static boolean a01(Solver solver, ApportionmentProblem problem, Random random) {
        List<Long> shares = solver.solve(problem);
        return Naive.isFeasible(problem) ? sum(shares) == problem.total() : shares.isEmpty();
    }

    static boolean a02(Solver solver, ApportionmentProblem problem, Random random) {
        List<Long> shares = solver.solve(problem);
        for (int i = 0; i < shares.size(); i++) {
            Unit unit = problem.units().get(i);
            long most = unit.weight() == 0 ? unit.floor() : unit.cap();
            if (shares.get(i) < unit.floor() || shares.get(i) > most) {
                return false;
            }
        }
        return shares.isEmpty() != Naive.isFeasible(problem);
    }

    static boolean a03(Solver solver, ApportionmentProblem problem, Random random) {
        List<Long> shares = solver.solve(problem);
        for (int i = 0; i < shares.size(); i++) {
            Unit unit = problem.units().get(i);
            if (unit.weight() == 0 && unit.floor() == 0 && shares.get(i) != 0) {
                return false;
            }
        }
        ApportionmentProblem weightless =
                change(problem, problem.total(), unit -> new Unit(unit.code(), 0, unit.floor(), unit.cap()));
        return sum(problem.units().stream().map(Unit::floor).toList()) >= problem.total()
                || solver.solve(weightless).isEmpty();
    }

    static boolean a04(Solver solver, ApportionmentProblem problem, Random random) {
        List<Long> shares = solver.solve(problem);
        List<Fraction> quotas = Naive.quotas(problem);
        for (int i = 0; i < shares.size(); i++) {
            BigInteger distance = BigInteger.valueOf(shares.get(i))
                    .multiply(quotas.get(i).under())
                    .subtract(quotas.get(i).over())
                    .abs();
            if (distance.compareTo(quotas.get(i).under()) >= 0) {
                return false;
            }
        }
        return true;
    }

    static boolean a05(Solver solver, ApportionmentProblem problem, Random random) {
        long times = 1L + random.nextInt(3);
        long weights = sum(problem.units().stream().map(Unit::weight).toList());
        ApportionmentProblem whole = change(problem, times * weights, unit -> {
            long quota = times * unit.weight();
            return new Unit(unit.code(), unit.weight(), Math.min(unit.floor(), quota), Math.max(unit.cap(), quota));
        });
        return solver.solve(whole)
                .equals(whole.units().stream()
                        .map(unit -> times * unit.weight())
                        .toList());
    }

    static boolean a06(Solver solver, ApportionmentProblem problem, Random random) {
        long factor = 2L + random.nextInt(1000);
        ApportionmentProblem scaled = change(
                problem,
                problem.total(),
                unit -> new Unit(unit.code(), factor * unit.weight(), unit.floor(), unit.cap()));
        return solver.solve(problem).equals(solver.solve(scaled));
    }

    static boolean a07(Solver solver, ApportionmentProblem problem, Random random) {
        List<Unit> shuffled = new ArrayList<>(problem.units());
        Collections.shuffle(shuffled, random);
        ApportionmentProblem other = SmallProblems.with(problem, problem.total(), shuffled);
        return byCode(problem, solver.solve(problem)).equals(byCode(other, solver.solve(other)));
    }

    static boolean a08(Solver solver, ApportionmentProblem problem, Random random) {
        Unit first = problem.units().get(0);
        ApportionmentProblem equal = change(
                problem,
                problem.total(),
                unit -> new Unit(unit.code(), Math.max(1, unit.weight()), first.floor(), first.cap()));
        List<Long> shares = solver.solve(equal);
        for (int i = 0; i < shares.size(); i++) {
            for (int j = 0; j < shares.size(); j++) {
                long w = equal.units().get(i).weight();
                long x = equal.units().get(j).weight();
                if ((w > x && shares.get(i) < shares.get(j)) || (w == x && shares.get(i) > shares.get(j) + 1)) {
                    return false;
                }
            }
        }
        return true;
    }

    static boolean a09(Solver solver, ApportionmentProblem problem, Random random) {
        ApportionmentProblem larger =
                SmallProblems.with(problem, problem.total() + 1 + random.nextInt(3), problem.units());
        List<Long> before = solver.solve(problem);
        List<Long> after = solver.solve(larger);
        for (int i = 0; i < before.size() && !after.isEmpty(); i++) {
            if (after.get(i) < before.get(i)) {
                return false;
            }
        }
        return true;
    }

    static boolean a10(Solver solver, ApportionmentProblem problem, Random random) {
        ApportionmentProblem other = change(
                problem,
                problem.total(),
                unit -> new Unit(
                        unit.code(),
                        unit.weight() == 0 ? 0 : 1 + random.nextInt((int) unit.weight() + 3),
                        unit.floor(),
                        unit.cap()));
        List<Long> before = solver.solve(problem);
        List<Long> after = solver.solve(other);
        for (int i = 0; i < before.size(); i++) {
            for (int j = 0; j < before.size(); j++) {
                long wi = problem.units().get(i).weight();
                long wj = problem.units().get(j).weight();
                boolean gained = other.units().get(i).weight() * wj
                        >= other.units().get(j).weight() * wi;
                if (wi > 0 && wj > 0 && gained && after.get(i) < before.get(i) && after.get(j) > before.get(j)) {
                    return false;
                }
            }
        }
        return true;
    }

    static boolean a11(Solver solver, ApportionmentProblem problem, Random random) {
        List<Long> shares = solver.solve(problem);
        List<Unit> part = new ArrayList<>();
        List<Long> partOfShares = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            if (random.nextBoolean()) {
                part.add(problem.units().get(i));
                partOfShares.add(shares.get(i));
            }
        }
        return solver.solve(SmallProblems.with(problem, sum(partOfShares), part))
                .equals(partOfShares);
    }

    /** No claim that received nothing is stronger than one that received a share: A12, and A13 with its targets. */
    static boolean a12(Solver solver, ApportionmentProblem problem, Random random) {
        List<Long> shares = solver.solve(problem);
        Naive.Claims claims = Naive.claims(problem);
        for (int i = 0; i < shares.size(); i++) {
            for (int j = 0; j < shares.size(); j++) {
                if (shares.get(i) < Naive.cap(problem.units().get(i), problem.total())
                        && shares.get(j) > problem.units().get(j).floor()
                        && claims.of(i, shares.get(i) + 1).compareTo(claims.of(j, shares.get(j))) > 0) {
                    return false;
                }
            }
        }
        return true;
    }

    static boolean a13(Solver solver, ApportionmentProblem problem, Random random) {
        List<Long> shares = solver.solve(problem);
        List<Fraction> quotas = Naive.quotas(problem);
        BigInteger leastPromoted = null;
        BigInteger mostOther = BigInteger.ZERO;
        for (int i = 0; i < shares.size(); i++) {
            BigInteger[] parts =
                    quotas.get(i).over().divideAndRemainder(quotas.get(i).under());
            long promoted = shares.get(i) - parts[0].longValueExact();
            if (promoted == 1) {
                leastPromoted = leastPromoted == null ? parts[1] : leastPromoted.min(parts[1]);
            } else if (promoted == 0) {
                mostOther = mostOther.max(parts[1]);
            } else {
                return false;
            }
        }
        return leastPromoted == null || leastPromoted.compareTo(mostOther) >= 0;
    }

    static boolean a16(Solver solver, ApportionmentProblem problem, Random random) {
        List<Unit> more = new ArrayList<>(problem.units());
        more.add(Unit.of("newcomer", random.nextInt(8)));
        ApportionmentProblem withNewcomer = SmallProblems.with(problem, problem.total(), more);
        List<Long> shares = new ArrayList<>(solver.solve(withNewcomer));
        long received = shares.remove(shares.size() - 1);
        return solver.solve(SmallProblems.with(problem, problem.total() - received, problem.units()))
                .equals(shares);
    }

    static boolean equalsReference(Solver solver, ApportionmentProblem problem, Random random) {
        return solver.solve(problem).equals(problem.total() < 200 ? Naive.solve(problem) : Naive.solveHuge(problem));
    }

    private static ApportionmentProblem change(
            ApportionmentProblem problem, long total, UnaryOperator<Unit> unitChange) {
        return SmallProblems.with(
                problem, total, problem.units().stream().map(unitChange).toList());
    }

    private static Map<String, Long> byCode(ApportionmentProblem problem, List<Long> shares) {
        Map<String, Long> map = new HashMap<>();
        for (int i = 0; i < shares.size(); i++) {
            map.put(problem.units().get(i).code(), shares.get(i));
        }
        return map;
    }

    static long sum(List<Long> numbers) {
        return numbers.stream().mapToLong(number -> number).sum();
    }
}
