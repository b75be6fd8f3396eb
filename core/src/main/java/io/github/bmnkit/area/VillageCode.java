package io.github.bmnkit.area;

import io.github.bmnkit.finding.Reading;

/**
 * The code of a village (หมู่บ้าน) or of a community in a municipality: 8 digits <i>ccaattmm</i>. In communities <i>aa</i>
 * is 99, 98 and so on, the municipal registrar, so nothing about the parents follows from the digits.
 *
 * @param number the code as a number of 8 digits
 */
public record VillageCode(int number) implements AreaCode {
    /**
     * Checks the number of digits.
     *
     * @param number the code as a number of 8 digits
     * @throws IllegalArgumentException if the number does not have 8 digits
     */
    public VillageCode {
        Digits.check(number, 8);
    }

    /**
     * Returns the code that a text says.
     *
     * @param text 8 digits, Thai or Arabic
     * @return the code
     * @throws IllegalArgumentException if the text is not such a code; the message says why
     */
    public static VillageCode of(String text) {
        return Digits.orThrow(parse(text));
    }

    /**
     * Reads the code that a text says.
     *
     * @param text 8 digits, Thai or Arabic; blanks around them are ignored
     * @return the code, or a finding that says why there is none
     */
    public static Reading<VillageCode> parse(String text) {
        return Digits.parse(text, 8, AreaLevel.VILLAGE).map(VillageCode::new);
    }

    @Override
    public String value() {
        return Integer.toString(number);
    }

    @Override
    public AreaLevel level() {
        return AreaLevel.VILLAGE;
    }

    @Override
    public String toString() {
        return value();
    }
}
