package io.github.bmnkit.area;

/**
 * The number of an inspection region (เขตตรวจราชการ) of the Prime Minister's Office; a round says which provinces are in
 * it.
 *
 * @param number the number, from 1 to 99
 */
public record RegionCode(int number) implements AreaCode {
    /**
     * Checks the range.
     *
     * @param number the number, from 1 to 99
     * @throws IllegalArgumentException if the number is not between 1 and 99
     */
    public RegionCode {
        if (number < 1 || number > 99) {
            throw new IllegalArgumentException("an inspection region has a number from 1 to 99, not " + number);
        }
    }

    /** Returns the number with two digits, so that texts sort as the numbers do. */
    @Override
    public String value() {
        return (number < 10 ? "0" : "") + number;
    }

    @Override
    public AreaLevel level() {
        return AreaLevel.REGION;
    }

    @Override
    public String toString() {
        return value();
    }
}
