package io.github.bmnkit.identity;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a person in the civil register by the 13 digits of the national ID card (เลขประจำตัวประชาชน). The last digit
 * checks the others: (11 - (13 d1 + 12 d2 + ... + 2 d12) mod 11) mod 10. The first is the class of person, from 1 to 8;
 * 0 occurs for registered people without Thai nationality and is kept with a warning.
 *
 * <p>What the check digit sees: the third digit has the weight 11 and is not checked at all, and the remainders 0 and 10
 * share the check digit 1. Any other single wrong digit, and any swap of two different neighbours among the first twelve,
 * is found unless it turns one of these two remainders into the other. A number that passes need not have been given to
 * anybody.
 */
public final class NationalId implements Comparable<NationalId> {
    private static final DigitGroups GROUPS =
            new DigitGroups(Text.of("เลขประจำตัวประชาชน", "national ID"), "x-xxxx-xxxxx-xx-x");
    private static final long CLASS_UNIT = 1_000_000_000_000L;

    private final long number;

    private NationalId(long number) {
        this.number = number;
    }

    /**
     * Reads an ID as people write it: Arabic or Thai digits, plain or in the groups of the card
     * ({@code x-xxxx-xxxxx-xx-x}) with hyphens or blanks between them, blanks around.
     *
     * @param text what was written
     * @return the ID, or findings of {@link IdentityFinding} that do not repeat what was written; with the warning
     *     {@link IdentityFinding#PERSON_CLASS_ZERO} there is an ID
     */
    public static Reading<NationalId> parse(String text) {
        requireNonNull(text, "text");
        Reading<Long> digits = GROUPS.read(text);
        return digits.optional().map(NationalId::checked).orElseGet(() -> Reading.nothing(digits.findings()));
    }

    /**
     * Returns the ID that is written in a text, for callers who know that it is one.
     *
     * @param text what {@link #parse} reads without error
     * @return the ID
     * @throws IllegalArgumentException if it is not an ID; the message does not repeat the text
     */
    public static NationalId of(String text) {
        return orThrow(parse(text));
    }

    /**
     * Returns the ID of a number that {@link #number()} gave.
     *
     * @param number the 13 digits as one number; leading zeros are lost in it
     * @return the ID
     * @throws IllegalArgumentException if it is not an ID; the message does not repeat the number
     */
    public static NationalId from(long number) {
        if (number < 0 || number >= 10 * CLASS_UNIT) {
            throw new IllegalArgumentException("not a national ID: the number has not 13 digits");
        }
        return orThrow(checked(number));
    }

    /**
     * Returns the 13 Arabic digits, unmasked.
     *
     * @return the digits without separators
     */
    public String digits() {
        return GROUPS.plain(number);
    }

    /**
     * Returns the ID as the card shows it, unmasked.
     *
     * @return Arabic digits in groups of 1, 4, 5, 2 and 1, with hyphens between them
     */
    public String formatted() {
        return GROUPS.printed(number);
    }

    /**
     * Returns the digits as one number, unmasked: eight bytes, for those who hold millions.
     *
     * @return the number, below 10<sup>13</sup>
     */
    public long number() {
        return number;
    }

    /**
     * Returns the class of person (ประเภทบุคคล).
     *
     * @return the first digit, from 0 to 8
     */
    public int personClass() {
        return (int) (number / CLASS_UNIT);
    }

    /** Orders by the digits. */
    @Override
    public int compareTo(NationalId other) {
        return Long.compare(number, other.number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NationalId that && number == that.number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    /** Returns the printed form with all digits but the last two masked, such as {@code x-xxxx-xxxxx-x2-1}. */
    @Override
    public String toString() {
        return GROUPS.masked(number);
    }

    private static Reading<NationalId> checked(long number) {
        List<Finding> findings = new ArrayList<>();
        long personClass = number / CLASS_UNIT;
        if (personClass == 9) {
            findings.add(Finding.of(IdentityFinding.UNKNOWN_PERSON_CLASS));
        }
        if (number % 10 != checkDigit(number / 10)) {
            findings.add(Finding.of(IdentityFinding.CHECK_DIGIT));
        }
        if (!findings.isEmpty()) {
            return Reading.nothing(findings);
        }
        if (personClass == 0) {
            findings.add(Finding.of(IdentityFinding.PERSON_CLASS_ZERO));
        }
        return Reading.of(new NationalId(number), findings);
    }

    private static long checkDigit(long firstTwelve) {
        long sum = 0;
        long rest = firstTwelve;
        for (int weight = 2; weight <= 13; weight++) {
            sum += rest % 10 * weight;
            rest /= 10;
        }
        return (11 - sum % 11) % 10;
    }

    private static NationalId orThrow(Reading<NationalId> reading) {
        return reading.optional()
                .orElseThrow(
                        () -> new IllegalArgumentException(CleanText.message("not a national ID", reading.findings())));
    }
}
