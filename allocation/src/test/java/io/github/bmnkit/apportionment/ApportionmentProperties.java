package io.github.bmnkit.apportionment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.apportionment.Laws.Law;
import io.github.bmnkit.testing.Cases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;

/** What must hold of every apportionment. {@link WeakerMethodsTest} shows that each of these can fail. */
@StatisticsReport(onFailureOnly = true)
class ApportionmentProperties {
    @Property
    void a01_theSharesAddUpOrTheContradictionIsNamed(@ForAll("any") ApportionmentProblem problem) {
        Apportionment result = problem.solve();
        Met.infeasible(result);
        Met.ties(result);
        Met.zeroWeights(problem);
        holds(Laws::a01, problem, 0);
        if (result instanceof Apportionment.Infeasible infeasible) {
            long floors = problem.units().stream().mapToLong(Unit::floor).sum();
            long caps = problem.units().stream()
                    .mapToLong(unit -> Naive.cap(unit, problem.total()))
                    .sum();
            assertThat(infeasible.reasons()).isNotEmpty();
            assertThat(infeasible.deficit()).isEqualTo(Math.max(0, floors - problem.total()));
            assertThat(infeasible.units()).isNotEmpty();
            if (infeasible.deficit() == 0 && problem.units().stream().noneMatch(unit -> unit.floor() > unit.cap())) {
                assertThat(infeasible.excess())
                        .isEqualTo(problem.total() - caps)
                        .isPositive();
            }
        }
    }

    @Property
    void a02_boundsHoldAndFeasibilityIsExact(@ForAll("any") ApportionmentProblem problem) {
        Apportionment result = problem.solve();
        Met.infeasible(result);
        Met.bounds(problem, sharesOf(result));
        holds(Laws::a02, problem, 0);
    }

    @Property
    void a03_withoutWeightAndFloorThereIsNothing(@ForAll("any") ApportionmentProblem problem) {
        Met.zeroWeights(problem);
        holds(Laws::a03, problem, 0);
    }

    @Property
    void a04_theLargestRemainderStaysWithinTheQuota(@ForAll("unboundedLargestRemainder") ApportionmentProblem problem) {
        Met.ties(problem.solve());
        Met.zeroWeights(problem);
        holds(Laws::a04, problem, 0);
    }

    @Property
    void a05_wholeQuotasAreTheShares(@ForAll("feasible") ApportionmentProblem problem, @ForAll long seed) {
        Met.zeroWeights(problem);
        holds(Laws::a05, problem, seed);
    }

    @Property
    void a06_onlyProportionsCount(@ForAll("any") ApportionmentProblem problem, @ForAll long seed) {
        Apportionment result = problem.solve();
        Met.ties(result);
        Met.infeasible(result);
        Met.bounds(problem, sharesOf(result));
        holds(Laws::a06, problem, seed);
    }

    @Property
    void a07_theOrderOfInputDoesNotCount(@ForAll("feasible") ApportionmentProblem problem, @ForAll long seed) {
        Met.ties(problem.solve());
        Met.bounds(problem, sharesOf(problem.solve()));
        holds(Laws::a07, problem, seed);
    }

    @Property
    void a08_theLargerWeightNeverHasLess(@ForAll("feasible") ApportionmentProblem problem) {
        Met.ties(problem.solve());
        Unit first = problem.units().get(0);
        Cases.met("a common floor", first.floor() > 0);
        Cases.met("a common cap", first.cap() != Unit.NO_CAP);
        holds(Laws::a08, problem, 0);
    }

    @Property
    void a09_aLargerHouseTakesNothingFromAnyone(@ForAll("divisor") ApportionmentProblem problem, @ForAll long seed) {
        Met.ties(problem.solve());
        Met.bounds(problem, sharesOf(problem.solve()));
        holds(Laws::a09, problem, seed);
    }

    @Property
    void a10_whoGrowsFasterDoesNotLoseToWhoGrowsSlower(
            @ForAll("divisor") ApportionmentProblem problem, @ForAll long seed) {
        Met.ties(problem.solve());
        Met.bounds(problem, sharesOf(problem.solve()));
        holds(Laws::a10, problem, seed);
    }

    @Property
    void a11_aPartSharesItsOwnSumAsTheWholeDid(@ForAll("divisor") ApportionmentProblem problem, @ForAll long seed) {
        Met.ties(problem.solve());
        Met.bounds(problem, sharesOf(problem.solve()));
        holds(Laws::a11, problem, seed);
    }

    @Property
    void a12_noClaimWithoutAShareIsStrongerThanOneWithIt(@ForAll("divisor") ApportionmentProblem problem) {
        Met.ties(problem.solve());
        Met.bounds(problem, sharesOf(problem.solve()));
        holds(Laws::a12, problem, 0);
        assertCertified(problem);
    }

    @Property
    void a13_promotedRemaindersAreTheLargest(@ForAll("largestRemainder") ApportionmentProblem problem) {
        Met.ties(problem.solve());
        Met.bounds(problem, sharesOf(problem.solve()));
        holds(Laws::a12, problem, 0);
        assertCertified(problem);
        ApportionmentProblem unbounded = SmallProblems.with(
                problem,
                problem.total(),
                problem.units().stream()
                        .map(unit -> Unit.of(unit.code(), unit.weight() + 1))
                        .toList());
        holds(Laws::a13, unbounded, 0);
    }

    @Property
    void a14_aTieIsReportedExactlyWhenEqualClaimsCouldBeSwapped(@ForAll("feasible") ApportionmentProblem problem) {
        Apportionment result = problem.solve();
        Met.ties(result);
        Met.bounds(problem, sharesOf(result));
        Set<String> members =
                tieOf(result).map(tie -> new TreeSet<>(tie.members())).orElseGet(TreeSet::new);
        assertThat(members).as("%s", problem.units()).isEqualTo(Ties.swappable(problem, sharesOf(result), true));

        List<Long> reversed = Naive.solve(problem, Naive.claims(problem), Naive.BY_CODE.reversed());
        Set<String> changed = new TreeSet<>();
        for (int i = 0; i < reversed.size(); i++) {
            if (!reversed.get(i).equals(sharesOf(result).get(i))) {
                changed.add(problem.units().get(i).code());
            }
        }
        assertThat(members).containsAll(changed);
    }

    @Property
    void a15_aRecordedDrawDecidesTheTieAndNothingElse(
            @ForAll("feasible") ApportionmentProblem problem, @ForAll long seed) {
        Apportionment plain = problem.solve();
        Met.ties(plain);
        Met.bounds(problem, sharesOf(plain));
        assertThat(Ties.drawIsHonoured(ApportionmentProblem::solve, problem, new Random(seed)))
                .as("%s", problem.units())
                .isTrue();
    }

    @Property
    void a16_aNewcomerWithItsOwnSharesLeavesTheOthersAlone(
            @ForAll("divisor") ApportionmentProblem problem, @ForAll long seed) {
        List<Unit> more = new ArrayList<>(problem.units());
        more.add(Unit.of("newcomer", 1));
        Met.ties(SmallProblems.with(problem, problem.total(), more).solve());
        Met.bounds(problem, sharesOf(problem.solve()));
        holds(Laws::a16, problem, seed);
    }

    @Property(tries = 300)
    void a17_hugeNumbersGiveWhatTheReferenceGives(@ForAll("huge") ApportionmentProblem problem) {
        Apportionment result = problem.solve();
        Met.ties(result);
        Met.bounds(problem, sharesOf(result));
        holds(Laws::equalsReference, problem, 0);
        assertCertified(problem);
    }

    @Property
    void a17_nearlyEqualWeightsAreToldApart(@ForAll("heavy") ApportionmentProblem problem) {
        Met.ties(problem.solve());
        holds(Laws::equalsReference, problem, 0);
    }

    @Property
    void a18_whatIsGivenOutOneByOneDoesNotDependOnTheTotal(@ForAll("huge") ApportionmentProblem problem) {
        Cases.met("a total above 10^6", problem.total() > 1_000_000);
        Met.bounds(problem, sharesOf(problem.solve()));
        Instance instance = Instance.of(problem.total(), problem.units());
        assertThat(Starts.rest(problem, Starts.ranking(problem).start()))
                .as("%s", problem)
                .isBetween(0L, 2L * instance.size() + 4);
    }

    @Property
    void a19_fewerSharesThanUnitsAreSharedOutRight(@ForAll("fewShares") ApportionmentProblem problem) {
        Met.ties(problem.solve());
        Met.zeroWeights(problem);
        holds(Laws::equalsReference, problem, 0);
    }

    @Property(tries = 3000)
    void everyShareEqualsTheReference(@ForAll("any") ApportionmentProblem problem) {
        Apportionment result = problem.solve();
        Met.ties(result);
        Met.infeasible(result);
        Met.bounds(problem, sharesOf(result));
        holds(Laws::equalsReference, problem, 0);
    }

    @Property(tries = 1000)
    void t07_recomputingAShareFromItsExplanationGivesTheShare(
            @ForAll("feasible") ApportionmentProblem problem, @ForAll long seed) {
        Apportionment.Shares shares = problem.solve().shares().orElseThrow();
        if (shares.tie().isPresent()) {
            List<String> ranking = new ArrayList<>(shares.tie().get().members());
            Collections.shuffle(ranking, new Random(seed));
            shares = problem.withDraw(new Draw(ranking)).solve().shares().orElseThrow();
        }
        Set<Explanation.Reason> reasons = new HashSet<>();
        for (Unit unit : problem.units()) {
            Explanation explanation = shares.explain(unit.code());
            reasons.add(explanation.reason());
            assertThat(explanation.recompute())
                    .as("%s of %s", unit, problem.units())
                    .isEqualTo(explanation.share())
                    .isEqualTo(shares.share(unit.code()));
        }
        for (Explanation.Reason reason : Explanation.Reason.values()) {
            Cases.met(reason.id(), reasons.contains(reason));
        }
    }

    private static void holds(Law law, ApportionmentProblem problem, long seed) {
        assertThat(law.holds(Solver.OURS, problem, new Random(seed)))
                .as("%s %s: %s", problem, problem.floorRule(), problem.units())
                .isTrue();
    }

    private static void assertCertified(ApportionmentProblem problem) {
        Apportionment.Shares shares = problem.solve().shares().orElseThrow();
        Certificate certificate = shares.certificate();
        assertThat(certificate.verify(problem.units(), shares.toList()))
                .as("%s %s: %s", problem, certificate, problem.units())
                .isTrue();
        assertThat(certificate.isTied()).isEqualTo(shares.tie().isPresent());
        List<Long> moved = new ArrayList<>(shares.toList());
        for (int i = 1; i < moved.size(); i++) {
            moved.set(i, moved.get(i) + 1);
            moved.set(i - 1, moved.get(i - 1) - 1);
            boolean alsoRight = certificate.isTied() && certificate.verify(problem.units(), moved);
            assertThat(certificate.verify(problem.units(), moved)).isEqualTo(alsoRight);
            moved = new ArrayList<>(shares.toList());
        }
    }

    private static List<Long> sharesOf(Apportionment result) {
        return result.shares().map(Apportionment.Shares::toList).orElse(List.of());
    }

    private static Optional<Tie> tieOf(Apportionment result) {
        return result.shares().flatMap(Apportionment.Shares::tie);
    }

    @Provide
    Arbitrary<ApportionmentProblem> any() {
        return Arbitraries.randomValue(SmallProblems::any);
    }

    @Provide
    Arbitrary<ApportionmentProblem> feasible() {
        return Arbitraries.randomValue(SmallProblems::feasible);
    }

    @Provide
    Arbitrary<ApportionmentProblem> divisor() {
        return Arbitraries.randomValue(SmallProblems::divisor);
    }

    @Provide
    Arbitrary<ApportionmentProblem> largestRemainder() {
        return Arbitraries.randomValue(SmallProblems::largestRemainder);
    }

    @Provide
    Arbitrary<ApportionmentProblem> unboundedLargestRemainder() {
        return Arbitraries.randomValue(SmallProblems::unboundedLargestRemainder);
    }

    @Provide
    Arbitrary<ApportionmentProblem> fewShares() {
        return Arbitraries.randomValue(SmallProblems::fewShares);
    }

    @Provide
    Arbitrary<ApportionmentProblem> huge() {
        return Arbitraries.randomValue(SmallProblems::huge);
    }

    @Provide
    Arbitrary<ApportionmentProblem> heavy() {
        return Arbitraries.randomValue(SmallProblems::heavy);
    }
}
