package io.github.bmnkit.apportionment;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.finding.TextBundle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why a unit received its share: everything that it takes to compute the share again, by hand or by {@link #recompute()}.
 *
 * @param unit the unit, with its weight and bounds
 * @param totalWeight the weight of all units together
 * @param share what the unit received
 * @param reason why
 * @param certificate the cut-off that holds for all units, with the method and the total
 */
public record Explanation(
        Unit unit, BigInteger totalWeight, long share, Explanation.Reason reason, Certificate certificate) {
    private static final int DIGITS = 4;

    /**
     * Checks that everything is there.
     *
     * @param unit the unit, with its weight and bounds
     * @param totalWeight the weight of all units together
     * @param share what the unit received
     * @param reason why
     * @param certificate the cut-off that holds for all units
     */
    public Explanation {
        requireNonNull(unit, "unit");
        requireNonNull(totalWeight, "totalWeight");
        requireNonNull(reason, "reason");
        requireNonNull(certificate, "certificate");
    }

    static Explanation of(Unit unit, BigInteger totalWeight, long share, Certificate certificate) {
        Explanation open = new Explanation(unit, totalWeight, share, Reason.ZERO_WEIGHT, certificate);
        return unit.weight() == 0 ? open : new Explanation(unit, totalWeight, share, open.findReason(), certificate);
    }

    private Reason findReason() {
        if (share > unit.floor() && certificate.isTied(unit, share)) {
            return Reason.WON_TIE;
        }
        if (share < unit.effectiveCap(certificate.total()) && certificate.isTied(unit, share + 1)) {
            return Reason.LOST_TIE;
        }
        if (share == unit.floor() && certificate.isHeldAtFloor(unit)) {
            return Reason.AT_FLOOR;
        }
        if (share == unit.cap() && certificate.isHeldAtCap(unit)) {
            return Reason.AT_CAP;
        }
        int order = quota().compareTo(new Ratio(BigInteger.valueOf(share), BigInteger.ONE));
        return order == 0 ? Reason.WHOLE : order < 0 ? Reason.ROUNDED_UP : Reason.ROUNDED_DOWN;
    }

    /**
     * Returns the exact quota: weight &times; total / total weight, before bounds and rounding.
     *
     * @return the quota; 0 if no unit has a weight
     */
    public Ratio quota() {
        BigInteger part = BigInteger.valueOf(unit.weight()).multiply(BigInteger.valueOf(certificate.total()));
        return new Ratio(part, totalWeight.max(BigInteger.ONE));
    }

    /**
     * Computes the share again, from nothing but what this explanation holds.
     *
     * @return the share
     */
    public long recompute() {
        return certificate.recompute(unit, reason != Reason.LOST_TIE);
    }

    /**
     * Says the explanation in words.
     *
     * @param locale Thai, or else English
     * @return one sentence
     */
    public String text(Locale locale) {
        return Finding.of(reason)
                .with("unit", unit.code())
                .with("weight", unit.weight())
                .with("totalWeight", new BigDecimal(totalWeight))
                .with("total", certificate.total())
                .with("quota", quota().decimal(DIGITS))
                .with("floor", unit.floor())
                .with("cap", unit.cap())
                .with("share", share)
                .message(locale);
    }

    /** Why a share is what it is. */
    public enum Reason implements FindingCode {
        /** A unit of weight 0 receives its floor. */
        ZERO_WEIGHT("apportionment.zero-weight"),
        /** The floor lifted the share. */
        AT_FLOOR("apportionment.at-floor"),
        /** The cap held the share down. */
        AT_CAP("apportionment.at-cap"),
        /** The exact quota is a whole number, and the share is that. */
        WHOLE("apportionment.whole"),
        /** The share is above the exact quota: its last claim passes the cut-off. */
        ROUNDED_UP("apportionment.rounded-up"),
        /** The share is below the exact quota: its next claim falls short of the cut-off. */
        ROUNDED_DOWN("apportionment.rounded-down"),
        /** The last share was won in a tie. */
        WON_TIE("apportionment.won-tie"),
        /** One more share was lost in a tie. */
        LOST_TIE("apportionment.lost-tie");

        private static final TextBundle TEXTS = TextBundle.load(
                locale -> ResourceBundle.getBundle("io.github.bmnkit.apportionment.Explanation", locale));

        private final String id;

        Reason(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Severity severity() {
            return Severity.INFO;
        }

        @Override
        public Text text() {
            return TEXTS.text(id);
        }
    }
}
