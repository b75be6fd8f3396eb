package io.github.bmnkit.certification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Share;
import io.github.bmnkit.identity.HouseholdId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How many households of a lot to ask again, and how many of them may differ: a single sampling plan by attributes for an
 * isolated lot. The number that differ in the sample is hypergeometric, as in ISO 2859-2 (procedure A), and is computed
 * exactly; the search is that of W. C. Guenther, Use of the Binomial, Hypergeometric and Poisson Tables to Obtain Sampling
 * Plans, Journal of Quality Technology 1 (1969). No paper of the round asks for it: {@link Extension#SAMPLE_RECHECK}.
 *
 * @param lot how many households there are: those that were confirmed
 * @param sample how many of them are asked again
 * @param acceptance how many of these may differ for the lot to be accepted
 */
public record AcceptancePlan(int lot, int sample, int acceptance) {
    /** The largest lot: more than any province has. */
    public static final int MAX_LOT = 1_000_000;

    /** The largest sample: who needs a larger one had better ask less of it, or check the lot in parts. */
    public static final int MAX_SAMPLE = 10_000;

    private static final String ALGORITHM = "HmacSHA256";

    /**
     * Checks the numbers.
     *
     * @param lot how many households there are
     * @param sample how many of them are asked again
     * @param acceptance how many of these may differ for the lot to be accepted
     * @throws IllegalArgumentException if not 0 &lt;= acceptance &lt; sample &lt;= lot, or sample or lot are larger than
     *     {@link #MAX_SAMPLE} and {@link #MAX_LOT}
     */
    public AcceptancePlan {
        if (acceptance < 0 || acceptance >= sample || sample > Math.min(lot, MAX_SAMPLE) || lot > MAX_LOT) {
            throw new IllegalArgumentException(
                    acceptance + " accepted in a sample of " + sample + " of a lot of " + lot);
        }
    }

    /**
     * Finds the plan with the smallest sample that keeps both risks, and of such plans the one that accepts least. In a lot
     * of {@link #MAX_SAMPLE} or fewer there is always one: asking everybody again has no risk.
     *
     * @param lot how many households there are, 1 to {@link #MAX_LOT}
     * @param acceptable how many may differ in a lot that should be accepted, from 0
     * @param rejectable how many differ in a lot that should be rejected: more than that, and no more than the lot
     * @param producersRisk the largest probability that an acceptable lot is rejected
     * @param consumersRisk the largest probability that a rejectable lot is accepted
     * @return the plan
     * @throws IllegalArgumentException if a number or a risk is out of its range (a risk is a share of something), or no
     *     sample of {@link #MAX_SAMPLE} keeps the risks
     */
    public static AcceptancePlan smallest(
            int lot, int acceptable, int rejectable, Share producersRisk, Share consumersRisk) {
        if (lot < 1 || lot > MAX_LOT || acceptable < 0 || rejectable <= acceptable || rejectable > lot) {
            throw new IllegalArgumentException(
                    acceptable + " acceptable and " + rejectable + " rejectable in a lot of " + lot);
        }
        if (producersRisk.whole() == 0 || consumersRisk.whole() == 0) {
            throw new IllegalArgumentException("risks of nothing: " + producersRisk + ", " + consumersRisk);
        }
        HypergeometricWalk good = new HypergeometricWalk(lot, acceptable);
        HypergeometricWalk bad = new HypergeometricWalk(lot, rejectable);
        // For each acceptance number the smallest sample that protects the consumer: it grows with the number, so the
        // first that protects the producer, too, is the smallest of all.
        while (true) {
            while (good.sample() <= good.accepted() || !bad.isAtMost(consumersRisk)) {
                if (good.sample() == MAX_SAMPLE) {
                    throw new IllegalArgumentException("a sample of more than " + MAX_SAMPLE + " of " + lot
                            + " to tell " + acceptable + " from " + rejectable);
                }
                good.drawOneMore();
                bad.drawOneMore();
            }
            if (good.isAtLeastAllBut(producersRisk)) {
                return new AcceptancePlan(lot, good.sample(), good.accepted());
            }
            good.acceptOneMore();
            bad.acceptOneMore();
        }
    }

    /**
     * Returns how probable it is that a lot is accepted: a point of the plan's operating characteristic.
     *
     * @param differing how many households of the lot differ, 0 to {@link #lot}
     * @param digits how many digits after the point, from 0
     * @return the probability, computed exactly and rounded half up
     * @throws IllegalArgumentException if more households differ than there are
     */
    public BigDecimal probabilityOfAcceptance(int differing, int digits) {
        if (differing < 0 || differing > lot) {
            throw new IllegalArgumentException(differing + " differ in a lot of " + lot);
        }
        HypergeometricWalk walk = new HypergeometricWalk(lot, differing);
        while (walk.accepted() < acceptance) {
            walk.drawOneMore();
            walk.acceptOneMore();
        }
        while (walk.sample() < sample) {
            walk.drawOneMore();
        }
        return new BigDecimal(walk.accepting()).divide(new BigDecimal(walk.all()), digits, RoundingMode.HALF_UP);
    }

    /**
     * Draws the households to ask again. Anybody can repeat the draw, on any platform: each household has the number
     * HMAC-SHA-256 with the seed as the key, over the 64 hexadecimal digits of the root followed by the household's id, all
     * in UTF-8; the households with the smallest numbers are drawn. Neither the order in which they are given nor those
     * that are not drawn play a part. Nobody can foretell the draw if the seed is made public only when the root is fixed.
     *
     * @param seed the seed, such as a number drawn by lot in public: 1 to 64 letters and digits of English, full stops,
     *     hyphens and underscores
     * @param root the root of the data that are checked: other data, another draw
     * @param households the households of the lot
     * @return the households that are drawn, by id
     * @throws IllegalArgumentException if the seed is no such text, or there are not as many households as in the lot
     */
    public List<HouseholdId> draw(String seed, Hash root, Collection<HouseholdId> households) {
        requireNonNull(root, "root");
        if (!Command.isCode(seed)) {
            throw new IllegalArgumentException("not a seed: " + seed);
        }
        TreeSet<HouseholdId> distinct = new TreeSet<>(households);
        if (distinct.size() != lot) {
            throw new IllegalArgumentException(distinct.size() + " households in a lot of " + lot);
        }
        Mac mac = mac(seed);
        byte[] prefix = root.toString().getBytes(UTF_8);
        return distinct.stream()
                .map(household -> Ticket.of(mac, prefix, household))
                .sorted(Comparator.comparing(Ticket::number))
                .limit(sample)
                .map(Ticket::household)
                .sorted()
                .toList();
    }

    private static Mac mac(String seed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(seed.getBytes(UTF_8), ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** A household with its number in the draw, in hexadecimal digits, which sort as the number does. */
    private record Ticket(String number, HouseholdId household) {
        static Ticket of(Mac mac, byte[] prefix, HouseholdId household) {
            mac.update(prefix);
            byte[] number = mac.doFinal(household.value().getBytes(UTF_8));
            return new Ticket(HexFormat.of().formatHex(number), household);
        }
    }
}
