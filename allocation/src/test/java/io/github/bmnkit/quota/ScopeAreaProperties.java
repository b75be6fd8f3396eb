package io.github.bmnkit.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.apportionment.ApportionmentProblem;
import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.apportionment.Unit;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.TambonCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.Period;
import io.github.bmnkit.testing.Cases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScopeAreaProperties {
    private static final Period PERIOD = new Period("p1", Text.of("หนึ่ง", "one"));

    /** A few villages of one tambon with one period. */
    record Problem(Method method, long total, long[] registered, long[] inherited, long[] floors) {
        ScopeArea area() {
            ScopeArea area = new ScopeArea(TambonCode.of("360101"), List.of(PERIOD), method);
            VillageCode old = VillageCode.of("36010199");
            area.takeTarget(
                    old,
                    new QuotaPlan(List.of(PERIOD), new AreaCode[] {old}, new int[] {-1}, new long[][] {{total}}, null));
            for (int i = 0; i < registered.length; i++) {
                area.add(village(i), registered[i], new long[] {inherited[i]}, new long[] {floors[i]});
            }
            return area;
        }

        long movement(long[] values) {
            return IntStream.range(0, values.length)
                    .mapToLong(i -> Math.abs(values[i] - inherited[i]))
                    .sum();
        }

        @Override
        public String toString() {
            return method + " " + total + " registered " + Arrays.toString(registered) + " inherited "
                    + Arrays.toString(inherited) + " floors " + Arrays.toString(floors);
        }
    }

    private static VillageCode village(int i) {
        return new VillageCode(36010101 + i);
    }

    @Provide
    Arbitrary<Problem> problems() {
        return Arbitraries.randoms().map(ScopeAreaProperties::problem);
    }

    private static Problem problem(Random random) {
        int size = 1 + random.nextInt(4);
        long[] registered = random.longs(size, 0, 9).toArray();
        long[] inherited = random.longs(size, 0, 9).toArray();
        long[] floors = Arrays.stream(registered)
                .map(households -> random.nextBoolean() ? 0 : random.nextInt((int) households + 1))
                .toArray();
        long total = random.nextInt(3) == 0
                ? Arrays.stream(inherited).sum()
                : random.nextInt((int) Arrays.stream(registered).sum() + 2);
        Method method = ChangedSeason.divisorMethods().get(random.nextInt(5));
        return new Problem(method, total, registered, inherited, floors);
    }

    @Property
    void t05_noTargetsWithinTheBoundsMoveLessAndNoneAreFoundOnlyIfThereAreNone(@ForAll("problems") Problem problem) {
        List<long[]> all = new ArrayList<>();
        collect(problem, new long[problem.registered().length], 0, problem.total(), all);
        ScopeArea area = problem.area();
        boolean impossible = !area.obstacles(Set.of(PERIOD), any -> List.of()).isEmpty();
        assertThat(impossible).isEqualTo(all.isEmpty());
        Cases.met("impossible", impossible);
        if (impossible) {
            return;
        }
        area.balance();
        long[] values = IntStream.range(0, problem.registered().length)
                .mapToLong(i -> area.targets(village(i))[0])
                .toArray();
        assertThat(all).anyMatch(each -> Arrays.equals(each, values));
        long least = all.stream().mapToLong(problem::movement).min().orElseThrow();
        assertThat(problem.movement(values)).isEqualTo(least).isEqualTo(area.moved());
        Cases.met(
                "several move as little",
                all.stream().filter(each -> problem.movement(each) == least).count() > 1);
        Cases.met("sharing out from scratch moves more", problem.movement(fromScratch(problem)) > least);
    }

    /** Who received a household, or kept it, has at least as strong a claim to it as who could have had it instead. */
    @Property
    void t05_amongTheLeastMovementsTheStrongerClaimIsServed(@ForAll("problems") Problem any) {
        Problem problem = new Problem(Method.WEBSTER, any.total(), any.registered(), any.inherited(), any.floors());
        ScopeArea area = problem.area();
        if (!area.obstacles(Set.of(PERIOD), none -> List.of()).isEmpty()) {
            return;
        }
        area.balance();
        int received = 0;
        int gave = 0;
        for (int i = 0; i < problem.registered().length; i++) {
            for (int j = 0; j < problem.registered().length; j++) {
                long a = area.targets(village(i))[0];
                long b = area.targets(village(j))[0];
                boolean more = a > clamped(problem, i) && b < problem.registered()[j];
                boolean less = b < clamped(problem, j) && a > problem.floors()[i];
                if (i != j && (more || less)) {
                    assertThat(problem.registered()[i] * (2 * b + 1))
                            .isGreaterThanOrEqualTo(problem.registered()[j] * (2 * a - 1));
                    received += more ? 1 : 0;
                    gave += less ? 1 : 0;
                }
            }
        }
        Cases.met("who received is compared", received > 0);
        Cases.met("who gave is compared", gave > 0);
    }

    private static long clamped(Problem problem, int i) {
        return Math.max(problem.floors()[i], Math.min(problem.registered()[i], problem.inherited()[i]));
    }

    private static void collect(Problem problem, long[] values, int from, long left, List<long[]> all) {
        if (from == values.length) {
            if (left == 0) {
                all.add(values.clone());
            }
            return;
        }
        for (long value = problem.floors()[from]; value <= problem.registered()[from]; value++) {
            values[from] = value;
            collect(problem, values, from + 1, left - value, all);
        }
    }

    /** The wrong way: the area's target shared out anew, within the same bounds. */
    private static long[] fromScratch(Problem problem) {
        List<Unit> units = IntStream.range(0, problem.registered().length)
                .mapToObj(i -> Unit.of(village(i).value(), problem.registered()[i])
                        .withFloor(problem.floors()[i])
                        .withCap(problem.registered()[i]))
                .toList();
        return ApportionmentProblem.of(problem.method(), problem.total(), units).solve().shares().orElseThrow().stream()
                .toArray();
    }
}
