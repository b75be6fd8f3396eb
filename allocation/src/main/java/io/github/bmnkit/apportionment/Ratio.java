package io.github.bmnkit.apportionment;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction in lowest terms. A denominator of 0 stands for an infinite claim (a signpost of 0); among these the
 * larger numerator comes later.
 *
 * @param numerator the number above the line, of any sign
 * @param denominator the number below the line, from 0
 */
public record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {
    /**
     * Reduces the fraction; one with a denominator of 0 stays as it is.
     *
     * @param numerator the number above the line, of any sign
     * @param denominator the number below the line, from 0
     * @throws IllegalArgumentException if the denominator is negative
     */
    public Ratio {
        requireNonNull(numerator, "numerator");
        requireNonNull(denominator, "denominator");
        if (denominator.signum() < 0) {
            throw new IllegalArgumentException("the denominator is negative: " + denominator);
        }
        if (denominator.signum() > 0) {
            BigInteger divisor = numerator.gcd(denominator);
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    /**
     * Tells whether this stands for an infinite claim.
     *
     * @return whether the denominator is 0
     */
    public boolean isInfinite() {
        return denominator.signum() == 0;
    }

    /**
     * Returns the fraction as a decimal number.
     *
     * @param digits how many digits after the point, from 0
     * @return the number, rounded half up
     * @throws ArithmeticException if the ratio is infinite
     */
    public BigDecimal decimal(int digits) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), digits, RoundingMode.HALF_UP);
    }

    /** Compares by value, exactly. */
    @Override
    public int compareTo(Ratio other) {
        return compare(numerator, denominator, other);
    }

    /** Compares numerator/denominator, not reduced, with another ratio. */
    static int compare(BigInteger numerator, BigInteger denominator, Ratio other) {
        return denominator.signum() == 0 && other.isInfinite()
                ? numerator.compareTo(other.numerator)
                : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    Ratio plus(Ratio other) {
        return new Ratio(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Ratio minus(Ratio other) {
        return plus(new Ratio(other.numerator.negate(), other.denominator));
    }

    Ratio minus(long whole) {
        return minus(new Ratio(BigInteger.valueOf(whole), BigInteger.ONE));
    }

    /** Both are positive. */
    Ratio dividedBy(Ratio other) {
        return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** Returns the largest whole number that is not above this. */
    long floor() {
        return numerator
                .subtract(numerator.mod(denominator))
                .divide(denominator)
                .longValueExact();
    }

    /** Returns the smallest whole number that is not below this. */
    long ceiling() {
        return denominator.equals(BigInteger.ONE) ? floor() : floor() + 1;
    }

    /** Returns the fraction, such as {@code 7/3}. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
