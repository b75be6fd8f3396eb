package io.github.bmnkit.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.Period;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Registers;
import io.github.bmnkit.testing.Rounds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PeriodSplitProperties {
    /** A plan down to the villages, split across other periods by these weights. */
    record Split(QuotaPlan whole, QuotaPlan plan, List<Long> weights) {
        long part(AreaCode area, int k) {
            return plan.target(area, plan.periods().get(k));
        }
    }

    @Provide
    Arbitrary<Split> splits() {
        return Registers.small()
                .flatMap(register ->
                        Arbitraries.randoms().map(random -> split(register.tree(AreaView.ADMINISTRATIVE), random)));
    }

    private static Split split(AreaTree tree, Random random) {
        Map<ProvinceCode, long[]> targets = new LinkedHashMap<>();
        for (AreaCode province : tree.areas(AreaLevel.PROVINCE)) {
            long total = random.nextInt((int) tree.households(province) + 1);
            targets.put((ProvinceCode) province, new long[] {total / 3, total - total / 3});
        }
        QuotaPlan whole = QuotaPlan.imposed(Rounds.of(targets))
                .cascade(CountryCode.THAILAND, tree, CascadeRules.of(Method.WEBSTER))
                .value();
        int count = 2 + random.nextInt(5);
        List<Long> weights = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            weights.add((long) random.nextInt(4));
        }
        weights.set(random.nextInt(count), 3L);
        return new Split(whole, whole.split(periods(count), weights), weights);
    }

    private static List<Period> periods(int count) {
        return IntStream.range(0, count)
                .mapToObj(k -> new Period("m" + k, Text.of("เดือนที่ " + (k + 1), "month " + (k + 1))))
                .toList();
    }

    private static void assertSums(QuotaPlan plan) {
        for (Period period : plan.periods()) {
            Map<AreaCode, Long> sums = new HashMap<>();
            for (AreaCode area : plan.areas()) {
                assertThat(plan.target(area, period)).isNotNegative();
                plan.parent(area).ifPresent(parent -> sums.merge(parent, plan.target(area, period), Long::sum));
            }
            sums.forEach(
                    (parent, sum) -> assertThat(plan.target(parent, period)).isEqualTo(sum));
        }
    }

    /** Every part and every running sum, from a period on, is less than 1 from total * part / whole. */
    private static boolean isControlled(QuotaPlan plan, AreaCode area, int from, long[] whole) {
        long total = sum(whole);
        long left = 0;
        for (int k = from; k < plan.periods().size(); k++) {
            left += plan.target(area, plan.periods().get(k));
        }
        long running = 0;
        long exact = 0;
        for (int k = from; k < plan.periods().size(); k++) {
            long part = plan.target(area, plan.periods().get(k));
            running += part;
            exact += whole[k - from];
            if (!isBeside(part, left, whole[k - from], total) || !isBeside(running, left, exact, total)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBeside(long rounded, long left, long part, long total) {
        BigInteger under = BigInteger.valueOf(Math.max(1, total));
        BigInteger exact = BigInteger.valueOf(left).multiply(BigInteger.valueOf(part));
        return BigInteger.valueOf(rounded).multiply(under).subtract(exact).abs().compareTo(under) < 0;
    }

    private static long[] parts(QuotaPlan plan, AreaCode area, int from) {
        return plan.periods().subList(from, plan.periods().size()).stream()
                .mapToLong(period -> plan.target(area, period))
                .toArray();
    }

    private static long sum(long[] numbers) {
        return IntStream.range(0, numbers.length).mapToLong(k -> numbers[k]).sum();
    }

    @Property(tries = 300)
    void w03_atTheEndOfEveryPeriodEveryAreaIsLessThanOneFromItsExactPart(@ForAll("splits") Split split) {
        QuotaPlan plan = split.plan;
        assertSums(plan);
        long[] weights = split.weights.stream().mapToLong(Long::longValue).toArray();
        assertThat(isControlled(plan, CountryCode.THAILAND, 0, weights)).isTrue();
        for (AreaCode area : plan.areas()) {
            assertThat(plan.target(area)).isEqualTo(split.whole.target(area));
            Optional<AreaCode> parent = plan.parent(area);
            assertThat(parent.isEmpty() || isControlled(plan, area, 0, parts(plan, parent.get(), 0)))
                    .as("%s", area)
                    .isTrue();
        }
        Cases.met("three periods or more", plan.periods().size() > 2);
        Cases.met(
                "ties between periods",
                plan.ties().stream().anyMatch(tie -> tie.period().isPresent()));
    }

    @Property(tries = 300)
    void w08_t06_aClosedPeriodIsWhatWasDoneAndTheRestIsSplitAnew(@ForAll("splits") Split split, @ForAll Random random) {
        QuotaPlan plan = split.plan;
        int closed = 0;
        boolean deviates = false;
        while (closed < plan.periods().size() - 1 && random.nextInt(4) > 0) {
            Period period = plan.periods().get(closed);
            Map<AreaCode, Long> done = new HashMap<>();
            for (AreaCode village : plan.areas(AreaLevel.VILLAGE)) {
                long planned = plan.target(village, period);
                long left = sum(parts(plan, village, closed));
                long number = random.nextInt(3) > 0 ? planned : (long) (random.nextDouble() * (left + 1));
                deviates |= number != planned;
                done.put(village, number);
            }
            QuotaPlan next = plan.close(period, done).value();
            closed++;
            assertThat(next.closedPeriods()).isEqualTo(plan.periods().subList(0, closed));
            done.forEach((village, number) ->
                    assertThat(next.target(village, period)).isEqualTo(number));
            for (Period earlier : plan.closedPeriods()) {
                for (AreaCode area : plan.areas()) {
                    assertThat(next.target(area, earlier)).isEqualTo(plan.target(area, earlier));
                }
            }
            assertSums(next);
            assertRest(plan, next, closed);
            plan = next;
        }
        Cases.met("two closed", closed > 1);
        Cases.met("deviations", deviates);
    }

    private static void assertRest(QuotaPlan plan, QuotaPlan next, int closed) {
        long[] planned = parts(plan, CountryCode.THAILAND, closed);
        if (sum(planned) > 0) {
            assertThat(isControlled(next, CountryCode.THAILAND, closed, planned))
                    .isTrue();
        }
        for (AreaCode area : next.areas()) {
            assertThat(next.target(area)).isEqualTo(plan.target(area));
            QuotaExplanation explanation = next.explain(area);
            assertThat(explanation.whole().isPresent())
                    .isEqualTo(plan.explain(area).whole().isPresent());
            Optional<AreaCode> parent = next.parent(area);
            boolean same = Arrays.equals(parts(plan, area, closed), parts(next, area, closed));
            assertThat(parent.isEmpty() || same || isControlled(next, area, closed, parts(next, parent.get(), closed)))
                    .as("%s", area)
                    .isTrue();
            List<Long> row = explanation.periods().orElseThrow().recompute();
            List<Long> last = Arrays.stream(parts(next, area, 0)).boxed().toList();
            assertThat(last.subList(last.size() - Math.min(row.size(), last.size() - closed), last.size()))
                    .isEqualTo(row.subList(row.size() - Math.min(row.size(), last.size() - closed), row.size()));
        }
    }

    @Property(tries = 200)
    void t09_closingAPeriodAsPlannedMovesNothing(@ForAll("splits") Split split) {
        Period first = split.plan.periods().get(0);
        Map<AreaCode, Long> done = new HashMap<>();
        split.plan.areas(AreaLevel.VILLAGE).forEach(village -> done.put(village, split.plan.target(village, first)));
        QuotaPlan closed = split.plan.close(first, done).value();
        assertThat(closed.fingerprint()).isEqualTo(split.plan.fingerprint());
        assertThat(closed.ties()).hasSameSizeAs(split.plan.ties());
        assertThat(closed.explain(closed.root()).periods())
                .isEqualTo(split.plan.explain(closed.root()).periods());
    }

    /** Negative control: what is done kept, and the next period given all that is left undone, moves work forward. */
    @Example
    void puttingTheRestIntoTheNextPeriodIsNotASplit() {
        QuotaPlan plan = plan(30).split(periods(3), List.of(1L, 1L, 1L));
        VillageCode village = VillageCode.of("36010101");
        QuotaPlan closed =
                plan.close(plan.periods().get(0), Map.of(village, 0L)).value();
        long[] next = {20, 10};
        assertThat(parts(closed, village, 1)).isNotEqualTo(next).containsExactly(15, 15);
    }

    @Example
    void whatWasDoneMustBeGivenForEveryVillageAndFitItsTarget() {
        QuotaPlan plan = plan(6);
        Period first = plan.periods().get(0);
        VillageCode village = VillageCode.of("36010101");
        assertThat(close(plan, Map.of(village, 7L)))
                .containsExactly("ERROR quota.done-out-of-range (area 36010101): The households done by 36010101 are 7,"
                        + " but its target has 6 left");
        assertThat(close(plan, Map.of(village, -1L))).hasSize(1);
        assertThat(close(plan, Map.of())).singleElement().asString().contains("quota.done-missing");
        assertThat(close(plan, Map.of(village, 1L, ProvinceCode.of("36"), 1L)))
                .singleElement()
                .asString()
                .contains("quota.done-not-asked");
        QuotaPlan closed = plan.close(first, Map.of(village, 1L)).value();
        assertThat(parts(closed, village, 0)).containsExactly(1, 5);
        assertThatIllegalArgumentException().isThrownBy(() -> closed.close(first, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> closed.close(plan.periods().get(1), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> closed.split(periods(2), List.of(1L, 1L)));
        assertThatIllegalArgumentException().isThrownBy(() -> plan.split(periods(2), List.of(0L, 0L)));
        assertThatIllegalArgumentException().isThrownBy(() -> plan.split(periods(2), List.of(1L)));
    }

    private static List<String> close(QuotaPlan plan, Map<AreaCode, Long> done) {
        Reading<QuotaPlan> reading = plan.close(plan.periods().get(0), done);
        assertThat(reading.optional()).isEmpty();
        return reading.findings().stream().map(Finding::toString).toList();
    }

    private static QuotaPlan plan(long total) {
        String row = "36010101,บ้าน,360101,ตำบล,3601,อำเภอ,36,A1,อบต.,อบต.,99,1\n";
        AreaTree tree = Registers.read(Registers.HEADER + row).value().tree(AreaView.ADMINISTRATIVE);
        ProvinceCode province = ProvinceCode.of("36");
        return QuotaPlan.imposed(Rounds.of(Map.of(province, new long[] {total / 2, total - total / 2})))
                .cascade(province, tree, CascadeRules.of(Method.WEBSTER))
                .value();
    }

    @Example
    void theOfficialTableIsSplitIntoMonthsAndItsTotalsStay() {
        QuotaPlan official = QuotaPlan.imposed(SurveyRounds.bmn2569());
        QuotaPlan months = official.split(periods(6), List.of(30L, 31L, 31L, 28L, 31L, 30L));
        assertSums(months);
        assertThat(months.target(CountryCode.THAILAND)).isEqualTo(13_169_180);
        for (AreaCode area : official.areas()) {
            assertThat(months.target(area)).isEqualTo(official.target(area));
        }
        QuotaExplanation explanation = months.explain(ProvinceCode.of("36"));
        assertThat(explanation.whole()).isEmpty();
        assertThat(explanation.text(Text.THAI)).contains("ตารางของทางราชการ", "เดือนที่ 6: ");
    }
}
