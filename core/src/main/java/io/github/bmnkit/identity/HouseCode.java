package io.github.bmnkit.identity;

import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a house in the civil register by the 11 digits of its house book (รหัสประจำบ้าน): 4 for the registrar's
 * office and 7 for the house. No check digit is published, so any 11 digits will do. It tells where people live and is
 * masked like an ID of a person.
 */
public final class HouseCode implements Comparable<HouseCode> {
    private static final DigitGroups GROUPS = new DigitGroups(Text.of("รหัสประจำบ้าน", "house code"), "xxxx-xxxxxx-x");

    private final long number;

    private HouseCode(long number) {
        this.number = number;
    }

    /**
     * Reads a code as people write it: Arabic or Thai digits, plain or in the groups of the house book
     * ({@code xxxx-xxxxxx-x}) with hyphens or blanks between them, blanks around.
     *
     * @param text what was written
     * @return the code, or findings of {@link IdentityFinding} that do not repeat what was written
     */
    public static Reading<HouseCode> parse(String text) {
        return GROUPS.read(text).map(HouseCode::new);
    }

    /**
     * Returns the code that is written in a text, for callers who know that it is one.
     *
     * @param text what {@link #parse} reads
     * @return the code
     * @throws IllegalArgumentException if it is not a code; the message does not repeat the text
     */
    public static HouseCode of(String text) {
        Reading<HouseCode> reading = parse(text);
        return reading.optional()
                .orElseThrow(
                        () -> new IllegalArgumentException(CleanText.message("not a house code", reading.findings())));
    }

    /**
     * Returns the 11 Arabic digits, unmasked.
     *
     * @return the digits without separators
     */
    public String digits() {
        return GROUPS.plain(number);
    }

    /**
     * Returns the code as the house book shows it, unmasked.
     *
     * @return Arabic digits in groups of 4, 6 and 1, with hyphens between them
     */
    public String formatted() {
        return GROUPS.printed(number);
    }

    /**
     * Returns the registrar's part, unmasked.
     *
     * @return the first four digits
     */
    public String registrar() {
        return digits().substring(0, 4);
    }

    /** Orders by the digits. */
    @Override
    public int compareTo(HouseCode other) {
        return Long.compare(number, other.number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HouseCode that && number == that.number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    /** Returns the printed form with all digits but the last two masked, such as {@code xxxx-xxxxx0-1}. */
    @Override
    public String toString() {
        return GROUPS.masked(number);
    }
}
