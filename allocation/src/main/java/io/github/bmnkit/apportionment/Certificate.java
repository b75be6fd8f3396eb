package io.github.bmnkit.apportionment;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The evidence that shares are right, checkable in one pass by somebody who does not trust the solver: a cut-off between
 * the claims that received a share and those that did not.
 *
 * <p>The claim of a unit to its a-th share is, for a divisor method, its weight over the signpost of a (for
 * {@link Method#HUNTINGTON_HILL} the square of that), so every number from {@link #low()} to {@link #high()} is a common
 * divisor that gives these shares. For {@link Method#LARGEST_REMAINDER} it is the exact target minus a, plus 1.
 */
public final class Certificate {
    private final Method method;
    private final FloorRule floorRule;
    private final long total;
    private final Ratio perWeight;
    private final @Nullable Ratio low;
    private final @Nullable Ratio high;

    private Certificate(
            Method method,
            FloorRule floorRule,
            long total,
            Ratio perWeight,
            @Nullable Ratio low,
            @Nullable Ratio high) {
        this.method = requireNonNull(method, "method");
        this.floorRule = requireNonNull(floorRule, "floorRule");
        this.total = total;
        this.perWeight = requireNonNull(perWeight, "perWeight");
        this.low = low;
        this.high = high;
    }

    static Certificate of(Method method, FloorRule floorRule, long total, Ratio perWeight) {
        return new Certificate(method, floorRule, total, perWeight, null, null);
    }

    /** Returns this certificate with a cut-off above the claim of one unit and below the claim of another. */
    Certificate between(@Nullable Unit next, long nextShare, @Nullable Unit last, long lastShare) {
        return new Certificate(
                method,
                floorRule,
                total,
                perWeight,
                next == null ? null : claim(next, nextShare).ratio(),
                last == null ? null : claim(last, lastShare).ratio());
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
     * Returns the rule for floors.
     *
     * @return the rule; of no account for a divisor method
     */
    public FloorRule floorRule() {
        return floorRule;
    }

    /**
     * Returns what was shared out.
     *
     * @return the total, from 0
     */
    public long total() {
        return total;
    }

    /**
     * Returns what one unit of weight is worth: with it, {@link Method#LARGEST_REMAINDER} computes its targets.
     *
     * @return total over total weight; the multiplier of the units that no bound holds for {@link FloorRule#RESCALED};
     *     0 where nothing depends on it
     */
    public Ratio perWeight() {
        return perWeight;
    }

    /**
     * Returns the strongest claim that received nothing.
     *
     * @return the claim; empty if every unit is at its cap or has the whole total
     */
    public Optional<Ratio> low() {
        return Optional.ofNullable(low);
    }

    /**
     * Returns the weakest claim that received a share.
     *
     * @return the claim; empty if every unit is at its floor
     */
    public Optional<Ratio> high() {
        return Optional.ofNullable(high);
    }

    /**
     * Tells whether the cut-off goes through equal claims, so that a tie had to be resolved.
     *
     * @return whether {@link #low()} and {@link #high()} are there and equal
     */
    public boolean isTied() {
        return low != null && high != null && low.compareTo(high) == 0;
    }

    /**
     * Checks shares against this cut-off, with plain big-number arithmetic and nothing of the solver.
     *
     * @param units the units, in any order
     * @param shares their shares, in the same order
     * @return whether the shares add up to the total, lie within the bounds, and the cut-off parts the claims
     */
    public boolean verify(List<Unit> units, List<Long> shares) {
        if (units.size() != shares.size()
                || (low != null && high != null && low.compareTo(high) > 0)
                || (method == Method.LARGEST_REMAINDER && !isPerWeightRight(units))) {
            return false;
        }
        BigInteger sum = BigInteger.ZERO;
        Iterator<Long> each = shares.iterator();
        for (Unit unit : units) {
            long share = each.next();
            sum = sum.add(BigInteger.valueOf(share));
            long cap = unit.effectiveCap(total);
            if (share < unit.floor()
                    || share > cap
                    || (share < cap && isBeyond(low, unit, share + 1, 1))
                    || (share > unit.floor() && isBeyond(high, unit, share, -1))) {
                return false;
            }
        }
        return sum.equals(BigInteger.valueOf(total));
    }

    private boolean isBeyond(@Nullable Ratio cut, Unit unit, long share, int side) {
        return cut == null || Integer.signum(claim(unit, share).compareTo(cut)) == side;
    }

    private boolean isPerWeightRight(List<Unit> units) {
        BigInteger sum = BigInteger.ZERO;
        for (Unit unit : units) {
            sum = sum.add(
                    floorRule == FloorRule.RAW
                            ? BigInteger.valueOf(unit.weight())
                            : target(unit).numerator());
        }
        BigInteger due = BigInteger.valueOf(total).multiply(perWeight.denominator());
        return floorRule == FloorRule.RAW
                ? sum.signum() == 0 || perWeight.numerator().multiply(sum).equals(due)
                : sum.equals(due);
    }

    /** The target of a unit under the largest remainder, over the denominator of {@link #perWeight}. */
    private Fraction target(Unit unit) {
        BigInteger whole = perWeight.denominator();
        BigInteger target = BigInteger.valueOf(unit.weight()).multiply(perWeight.numerator());
        if (floorRule == FloorRule.RESCALED) {
            target = target.min(BigInteger.valueOf(unit.effectiveCap(total)).multiply(whole))
                    .max(BigInteger.valueOf(unit.floor()).multiply(whole));
        }
        return new Fraction(target, whole);
    }

    /** The claim of a unit to its a-th share. */
    Fraction claim(Unit unit, long share) {
        BigInteger w = BigInteger.valueOf(unit.weight());
        BigInteger a = BigInteger.valueOf(share);
        BigInteger before = a.subtract(BigInteger.ONE);
        return switch (method) {
            case WEBSTER -> new Fraction(w.shiftLeft(1), a.add(before));
            case JEFFERSON -> new Fraction(w, a);
            case ADAMS -> new Fraction(w, before);
            case HUNTINGTON_HILL -> new Fraction(w.multiply(w), a.multiply(before));
            case DEAN ->
                new Fraction(w.multiply(a.add(before)), a.multiply(before).shiftLeft(1));
            case LARGEST_REMAINDER -> {
                Fraction target = target(unit);
                yield new Fraction(
                        target.numerator().subtract(before.multiply(target.denominator())), target.denominator());
            }
        };
    }

    /** Returns the largest share, within the bounds, all of whose claims lie above the cut-off, or also on it. */
    long recompute(Unit unit, boolean onCutOff) {
        long least = unit.floor();
        long most = unit.effectiveCap(total);
        while (high != null && least < most) {
            long share = most - (most - least) / 2;
            int order = claim(unit, share).compareTo(high);
            if (order > 0 || (order == 0 && onCutOff)) {
                least = share;
            } else {
                most = share - 1;
            }
        }
        return least;
    }

    /** Tells whether the claim of a unit falls short of its own floor. */
    boolean isHeldAtFloor(Unit unit) {
        if (unit.floor() == 0 || low == null) {
            return false;
        }
        return floorRule == FloorRule.RESCALED
                ? multiplied(unit).compareTo(new Ratio(BigInteger.valueOf(unit.floor()), BigInteger.ONE)) < 0
                : claim(unit, unit.floor()).compareTo(low) < 0;
    }

    /** Tells whether the claim of a unit reaches beyond its own cap. */
    boolean isHeldAtCap(Unit unit) {
        if (unit.cap() >= total || high == null) {
            return false;
        }
        return floorRule == FloorRule.RESCALED
                ? multiplied(unit).compareTo(new Ratio(BigInteger.valueOf(unit.cap()), BigInteger.ONE)) > 0
                : claim(unit, unit.cap() + 1).compareTo(high) > 0;
    }

    private Fraction multiplied(Unit unit) {
        return new Fraction(BigInteger.valueOf(unit.weight()).multiply(perWeight.numerator()), perWeight.denominator());
    }

    /** Tells whether the claim to the a-th share lies on a cut-off that goes through equal claims. */
    boolean isTied(Unit unit, long share) {
        return high != null && isTied() && claim(unit, share).compareTo(high) == 0;
    }

    /** Returns the cut-off in words, such as {@code WEBSTER, 100 in all, cut-off from 200/7 to 29/1}. */
    @Override
    public String toString() {
        return method + ", " + total + " in all, cut-off from " + (low == null ? "-" : low) + " to "
                + (high == null ? "-" : high);
    }

    /** Not reduced, as many are compared and few are shown. */
    record Fraction(BigInteger numerator, BigInteger denominator) {
        int compareTo(Ratio other) {
            return Ratio.compare(numerator, denominator, other);
        }

        Ratio ratio() {
            return new Ratio(numerator, denominator);
        }
    }
}
