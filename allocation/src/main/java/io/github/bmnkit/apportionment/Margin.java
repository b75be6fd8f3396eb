package io.github.bmnkit.apportionment;

import static java.util.Objects.requireNonNull;

/**
 * A row or a column of a two-way table and what it adds up to: an area and its target, a period and its target.
 *
 * @param code the name of the row or column, unique within its table; ties are resolved in the order of the codes
 *     ({@link String#compareTo})
 * @param total what it adds up to, 0 to {@link ApportionmentProblem#MAX_TOTAL}
 */
public record Margin(String code, long total) {
    /**
     * Checks the ranges.
     *
     * @param code the name of the row or column
     * @param total what it adds up to, 0 to {@link ApportionmentProblem#MAX_TOTAL}
     * @throws IllegalArgumentException if the code is blank or the total is out of its range
     */
    public Margin {
        requireNonNull(code, "code");
        if (code.isBlank()) {
            throw new IllegalArgumentException("the code of a row or column is blank");
        }
        if (total < 0 || total > ApportionmentProblem.MAX_TOTAL) {
            throw new IllegalArgumentException("the total of " + code + " is not in 0..10^12: " + total);
        }
    }

    /**
     * Returns a row or column.
     *
     * @param code the name of the row or column
     * @param total what it adds up to, 0 to {@link ApportionmentProblem#MAX_TOTAL}
     * @return the margin
     * @throws IllegalArgumentException if the code is blank or the total is out of its range
     */
    public static Margin of(String code, long total) {
        return new Margin(code, total);
    }
}
