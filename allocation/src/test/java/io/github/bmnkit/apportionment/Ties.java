package io.github.bmnkit.apportionment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What the tests know about ties, independently of the solver. */
final class Ties {
    private Ties() {}

    /** Returns all units that could swap a share with another of equal claim; bounds may be left out, wrongly. */
    static Set<String> swappable(ApportionmentProblem problem, List<Long> shares, boolean bounded) {
        Naive.Claims claims = Naive.claims(problem);
        Set<String> members = new TreeSet<>();
        for (int i = 0; i < shares.size(); i++) {
            for (int j = 0; j < shares.size(); j++) {
                Unit receiver = problem.units().get(i);
                Unit giver = problem.units().get(j);
                boolean allowed = !bounded
                        || (shares.get(i) < Naive.cap(receiver, problem.total()) && shares.get(j) > giver.floor());
                if (allowed
                        && i != j
                        && shares.get(j) > 0
                        && claims.of(i, shares.get(i) + 1).compareTo(claims.of(j, shares.get(j))) == 0) {
                    members.add(receiver.code());
                    members.add(giver.code());
                }
            }
        }
        return members;
    }

    /** Whether a fitting draw decides the tie, and a draw that fits no tie is refused. */
    static boolean drawIsHonoured(
            Function<ApportionmentProblem, Apportionment> solver, ApportionmentProblem problem, Random random) {
        Apportionment.Shares plain = solver.apply(problem).shares().orElseThrow();
        Optional<Tie> tie = plain.tie();
        List<String> strangers = List.of("x", "y");
        if (tie.isEmpty()) {
            return solver.apply(problem.withDraw(new Draw(strangers))) instanceof Apportionment.DrawRefused;
        }
        List<String> ranking = new ArrayList<>(tie.get().members());
        Collections.shuffle(ranking, random);
        Optional<Apportionment.Shares> drawn =
                solver.apply(problem.withDraw(new Draw(ranking))).shares();
        List<String> missing = ranking.subList(1, ranking.size());
        if (drawn.isEmpty()
                || !(solver.apply(problem.withDraw(new Draw(missing))) instanceof Apportionment.DrawRefused)) {
            return false;
        }
        Set<String> lucky = new TreeSet<>(ranking.subList(0, tie.get().winners().size()));
        for (Unit unit : problem.units()) {
            long base = plain.share(unit.code()) - (tie.get().winners().contains(unit.code()) ? 1 : 0);
            if (drawn.get().share(unit.code()) != base + (lucky.contains(unit.code()) ? 1 : 0)) {
                return false;
            }
        }
        return drawn.get().tie().equals(Optional.of(new Tie(tie.get().members(), List.copyOf(lucky), true)))
                && drawn.get().certificate().verify(problem.units(), drawn.get().toList());
    }
}
