package io.github.bmnkit.area;

import io.github.bmnkit.finding.Reading;

/**
 * The code of a district (อำเภอ): 4 digits, as the Department of Provincial Administration gives them.
 *
 * @param number the code as a number of 4 digits
 */
public record DistrictCode(int number) implements AreaCode {
    /**
     * Checks the number of digits.
     *
     * @param number the code as a number of 4 digits
     * @throws IllegalArgumentException if the number does not have 4 digits
     */
    public DistrictCode {
        Digits.check(number, 4);
    }

    /**
     * Returns the code that a text says.
     *
     * @param text 4 digits, Thai or Arabic
     * @return the code
     * @throws IllegalArgumentException if the text is not such a code; the message says why
     */
    public static DistrictCode of(String text) {
        return Digits.orThrow(parse(text));
    }

    /**
     * Reads the code that a text says.
     *
     * @param text 4 digits, Thai or Arabic; blanks around them are ignored
     * @return the code, or a finding that says why there is none
     */
    public static Reading<DistrictCode> parse(String text) {
        return Digits.parse(text, 4, AreaLevel.DISTRICT).map(DistrictCode::new);
    }

    @Override
    public String value() {
        return Integer.toString(number);
    }

    @Override
    public AreaLevel level() {
        return AreaLevel.DISTRICT;
    }

    @Override
    public String toString() {
        return value();
    }
}
