package io.github.bmnkit.certification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.finding.Share;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.testing.Cases;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AcceptancePlanProperties {
    private static final Share FIVE = Share.of(5, 100);
    private static final Hash ROOT = Hash.of(Hash.LEAF, "made up");

    /** Every plan there is, tried one after the other, with binomial coefficients. */
    private static AcceptancePlan naive(int lot, int acceptable, int rejectable, Share producer, Share consumer) {
        for (int sample = 1; sample <= lot; sample++) {
            for (int acceptance = 0; acceptance < sample; acceptance++) {
                BigInteger all = binomial(lot, sample);
                BigInteger rejected = all.subtract(accepting(lot, sample, acceptance, acceptable));
                BigInteger accepted = accepting(lot, sample, acceptance, rejectable);
                if (atMost(rejected, all, producer) && atMost(accepted, all, consumer)) {
                    return new AcceptancePlan(lot, sample, acceptance);
                }
            }
        }
        throw new AssertionError("asking everybody has no risk");
    }

    private static BigInteger accepting(int lot, int sample, int acceptance, int differing) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i <= acceptance; i++) {
            sum = sum.add(binomial(differing, i).multiply(binomial(lot - differing, sample - i)));
        }
        return sum;
    }

    private static BigInteger binomial(int n, int k) {
        if (k < 0 || k > n) {
            return BigInteger.ZERO;
        }
        BigInteger result = BigInteger.ONE;
        for (int i = 1; i <= k; i++) {
            result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
        }
        return result;
    }

    private static boolean atMost(BigInteger part, BigInteger whole, Share risk) {
        return part.multiply(BigInteger.valueOf(risk.whole()))
                        .compareTo(whole.multiply(BigInteger.valueOf(risk.part())))
                <= 0;
    }

    /** A wrong implementation: draws with replacement (binomial), as for an endless lot. */
    private static AcceptancePlan binomialPlan(
            int lot, int acceptable, int rejectable, Share producer, Share consumer) {
        for (int sample = 1; sample <= lot; sample++) {
            for (int acceptance = 0; acceptance < sample; acceptance++) {
                BigInteger all = BigInteger.valueOf(lot).pow(sample);
                BigInteger rejected = all.subtract(withReplacement(lot, sample, acceptance, acceptable));
                BigInteger accepted = withReplacement(lot, sample, acceptance, rejectable);
                if (atMost(rejected, all, producer) && atMost(accepted, all, consumer)) {
                    return new AcceptancePlan(lot, sample, acceptance);
                }
            }
        }
        return new AcceptancePlan(lot, lot, acceptable);
    }

    private static BigInteger withReplacement(int lot, int sample, int acceptance, int differing) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i <= acceptance; i++) {
            sum = sum.add(binomial(sample, i)
                    .multiply(BigInteger.valueOf(differing).pow(i))
                    .multiply(BigInteger.valueOf(lot - differing).pow(sample - i)));
        }
        return sum;
    }

    @Property(tries = 300)
    void theSmallestPlanIsThatOfTryingAll(
            @ForAll @IntRange(min = 1, max = 40) int lot,
            @ForAll @IntRange(max = 39) int some,
            @ForAll @IntRange(max = 39) int more,
            @ForAll @IntRange(max = 10) int producer,
            @ForAll @IntRange(max = 10) int consumer) {
        int acceptable = some % lot;
        int rejectable = acceptable + 1 + more % (lot - acceptable);
        Share producersRisk = Share.of(producer, 20);
        Share consumersRisk = Share.of(consumer, 20);
        AcceptancePlan plan = AcceptancePlan.smallest(lot, acceptable, rejectable, producersRisk, consumersRisk);
        assertThat(plan).isEqualTo(naive(lot, acceptable, rejectable, producersRisk, consumersRisk));
        Cases.met("everybody is asked", plan.sample() == lot);
        Cases.met("a sample", plan.sample() < lot);
        Cases.met("some may differ", plan.acceptance() > 0);
        Cases.met("no risk at all", producer == 0 || consumer == 0);
    }

    @Property(tries = 200)
    void theProbabilityIsThatOfTheBinomialCoefficients(
            @ForAll @IntRange(min = 1, max = 60) int lot,
            @ForAll @IntRange(max = 59) int s,
            @ForAll @IntRange(max = 59) int a,
            @ForAll @IntRange(max = 60) int d) {
        int sample = 1 + s % lot;
        int acceptance = a % sample;
        int differing = d % (lot + 1);
        BigDecimal expected = new BigDecimal(accepting(lot, sample, acceptance, differing))
                .divide(new BigDecimal(binomial(lot, sample)), 9, RoundingMode.HALF_UP);
        assertThat(new AcceptancePlan(lot, sample, acceptance).probabilityOfAcceptance(differing, 9))
                .isEqualTo(expected);
        Cases.met("certain", expected.compareTo(BigDecimal.ONE) == 0);
        Cases.met("impossible", expected.signum() == 0);
        Cases.met("between", expected.signum() > 0 && expected.compareTo(BigDecimal.ONE) < 0);
    }

    /**
     * Plans that were published: N = 100, with the software of R. S. Kenett, S. Zacks and P. Gedeck, Industrial Statistics
     * (2022), where the producer's acceptable lot holds 1 or 3; and one for which the package AcceptanceSampling of R was
     * quoted.
     */
    @Example
    void publishedPlansAreFound() {
        int[] strict = {45, 31, 23, 18, 15, 13, 11, 10, 9, 8};
        int[] lax = {27, 18, 13, 11, 9, 7, 6, 6, 5, 5};
        int[] even = {21, 14, 10, 8, 7, 6, 5, 4, 4, 4};
        for (int i = 0; i < strict.length; i++) {
            int rejectable = 5 + 3 * i;
            for (int acceptable : new int[] {1, 3}) {
                assertThat(AcceptancePlan.smallest(100, acceptable, rejectable, Share.of(95, 100), FIVE))
                        .isEqualTo(new AcceptancePlan(100, strict[i], 0));
                assertThat(AcceptancePlan.smallest(100, acceptable, rejectable, Share.of(90, 100), Share.of(20, 100)))
                        .isEqualTo(new AcceptancePlan(100, lax[i], 0));
                assertThat(AcceptancePlan.smallest(100, acceptable, rejectable, Share.of(1, 2), Share.of(3, 10)))
                        .isEqualTo(
                                acceptable == 3 && i == 0
                                        ? new AcceptancePlan(100, 42, 1)
                                        : new AcceptancePlan(100, even[i], 0));
            }
        }
        assertThat(AcceptancePlan.smallest(100, 5, 10, Share.of(2, 10), Share.of(1, 10)))
                .isEqualTo(new AcceptancePlan(100, 64, 4));
    }

    /** Negative control: who draws with replacement asks too many. */
    @Example
    void drawingWithReplacementIsAnotherPlan() {
        assertThat(AcceptancePlan.smallest(100, 1, 5, Share.of(95, 100), FIVE).sample())
                .isLessThan(binomialPlan(100, 1, 5, Share.of(95, 100), FIVE).sample());
    }

    @Property(tries = 100)
    void theDrawIsWhatAnybodyComputes(
            @ForAll @IntRange(min = 1, max = 40) int lot, @ForAll @IntRange(max = 39) int s, @ForAll long shuffle)
            throws Exception {
        List<HouseholdId> households = new ArrayList<>();
        for (int h = 0; h < lot; h++) {
            households.add(HouseholdId.of("36010101-" + h));
        }
        AcceptancePlan plan = new AcceptancePlan(lot, 1 + s % lot, 0);
        List<HouseholdId> drawn = plan.draw("2569-7", ROOT, households);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("2569-7".getBytes(UTF_8), "HmacSHA256"));
        TreeMap<BigInteger, HouseholdId> byNumber = new TreeMap<>();
        for (HouseholdId household : households) {
            byNumber.put(new BigInteger(1, mac.doFinal((ROOT.toString() + household).getBytes(UTF_8))), household);
        }
        assertThat(drawn)
                .isEqualTo(
                        List.copyOf(new TreeSet<>(List.copyOf(byNumber.values()).subList(0, plan.sample()))));
        Collections.shuffle(households, new Random(shuffle));
        assertThat(plan.draw("2569-7", ROOT, households)).isEqualTo(drawn);
        if (plan.sample() < lot) {
            assertThat(new AcceptancePlan(lot, plan.sample() + 1, 0).draw("2569-7", ROOT, households))
                    .containsAll(drawn);
        }
    }

    /** As a few lines of Python have it: a draw must not change with a version of Java or of the SDK. */
    @Example
    void aDrawIsReproduced() {
        List<HouseholdId> households = new ArrayList<>();
        for (int h = 1; h <= 150; h++) {
            households.add(World.household(World.FIRST, h - 1));
        }
        AcceptancePlan plan = new AcceptancePlan(150, 8, 0);
        assertThat(plan.draw("lot-17", ROOT, households))
                .extracting(household -> household.value().substring(9))
                .containsExactly("100", "104", "120", "18", "57", "69", "72", "77");
        assertThat(plan.draw("lot-18", ROOT, households)).isNotEqualTo(plan.draw("lot-17", ROOT, households));
        assertThat(plan.draw("lot-17", Hash.EMPTY, households)).isNotEqualTo(plan.draw("lot-17", ROOT, households));
    }

    /** Over all seeds every household is drawn equally often, within what chance allows. */
    @Example
    void everyHouseholdHasTheSameChance() {
        List<HouseholdId> households = new ArrayList<>();
        for (int h = 0; h < 20; h++) {
            households.add(HouseholdId.of("h" + h));
        }
        int[] times = new int[20];
        for (int seed = 0; seed < 4_000; seed++) {
            for (HouseholdId drawn : new AcceptancePlan(20, 5, 0).draw("s" + seed, ROOT, households)) {
                times[households.indexOf(drawn)]++;
            }
        }
        // 1,000 expected, a standard deviation of 27.
        assertThat(times).hasSize(20);
        for (int each : times) {
            assertThat(each).isBetween(860, 1_140);
        }
    }

    @Example
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AcceptancePlan(10, 3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new AcceptancePlan(10, 11, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new AcceptancePlan(AcceptancePlan.MAX_LOT + 1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> AcceptancePlan.smallest(10, 2, 2, FIVE, FIVE));
        assertThatIllegalArgumentException().isThrownBy(() -> AcceptancePlan.smallest(10, 2, 11, FIVE, FIVE));
        assertThatIllegalArgumentException().isThrownBy(() -> AcceptancePlan.smallest(10, 0, 1, Share.of(0, 0), FIVE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AcceptancePlan.smallest(20_000, 0, 1, Share.of(1, 1), Share.of(1, 4)));
        AcceptancePlan plan = new AcceptancePlan(2, 1, 0);
        List<HouseholdId> one = List.of(HouseholdId.of("a"));
        assertThatIllegalArgumentException().isThrownBy(() -> plan.draw("s", ROOT, one));
        assertThatIllegalArgumentException().isThrownBy(() -> plan.draw("a seed", ROOT, one));
        assertThatIllegalArgumentException().isThrownBy(() -> plan.probabilityOfAcceptance(3, 2));
    }
}
