package io.github.bmnkit.area;

import io.github.bmnkit.finding.Reading;

/**
 * The code of a sub-district (ตำบล): 6 digits, as the Department of Provincial Administration gives them.
 *
 * @param number the code as a number of 6 digits
 */
public record TambonCode(int number) implements AreaCode {
    /**
     * Checks the number of digits.
     *
     * @param number the code as a number of 6 digits
     * @throws IllegalArgumentException if the number does not have 6 digits
     */
    public TambonCode {
        Digits.check(number, 6);
    }

    /**
     * Returns the code that a text says.
     *
     * @param text 6 digits, Thai or Arabic
     * @return the code
     * @throws IllegalArgumentException if the text is not such a code; the message says why
     */
    public static TambonCode of(String text) {
        return Digits.orThrow(parse(text));
    }

    /**
     * Reads the code that a text says.
     *
     * @param text 6 digits, Thai or Arabic; blanks around them are ignored
     * @return the code, or a finding that says why there is none
     */
    public static Reading<TambonCode> parse(String text) {
        return Digits.parse(text, 6, AreaLevel.TAMBON).map(TambonCode::new);
    }

    @Override
    public String value() {
        return Integer.toString(number);
    }

    @Override
    public AreaLevel level() {
        return AreaLevel.TAMBON;
    }

    @Override
    public String toString() {
        return value();
    }
}
