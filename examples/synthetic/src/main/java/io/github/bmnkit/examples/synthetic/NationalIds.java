package io.github.bmnkit.examples.synthetic;

import io.github.bmnkit.identity.NationalId;
import java.util.Locale;

/** National IDs that belong to nobody: their digits for the province are 99, which there is not. */
public final class NationalIds {
    private static final long OF_EACH_CLASS = 1_000_000_000L;
    private static final int CLASSES = 8;

    private NationalIds() {}

    /**
     * Returns the ID of a made-up person.
     *
     * @param person the number of the person, from 0 to 7,999,999,999; another number, another ID
     * @return the ID, with the digit that checks it
     */
    public static NationalId of(long person) {
        if (person < 0 || person >= CLASSES * OF_EACH_CLASS) {
            throw new IllegalArgumentException("no such person: " + person);
        }
        String twelve = String.format(Locale.ROOT, "%d99%09d", 1 + person / OF_EACH_CLASS, person % OF_EACH_CLASS);
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (twelve.charAt(i) - '0') * (13 - i);
        }
        return NationalId.of(twelve + (11 - sum % 11) % 10);
    }
}
