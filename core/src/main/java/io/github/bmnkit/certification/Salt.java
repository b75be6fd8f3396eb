package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.response.HouseholdResponse;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Random bytes that make the commitment to a household's answers say nothing about them: without the salt nobody can try
 * out answers against it. The host keeps the salt with the response and erases both together; the SDK stores it nowhere.
 */
public final class Salt {
    /** The fewest bytes that a salt may have. */
    public static final int MIN_BYTES = 16;

    private static final int BYTES = 32;

    private final byte[] bytes;

    private Salt(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Makes a new salt.
     *
     * @param random where the bytes come from
     * @return a salt of 32 bytes
     */
    public static Salt random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Salt(bytes);
    }

    /**
     * Returns the salt that the host kept.
     *
     * @param hex the bytes as {@link #hex} gives them, {@value #MIN_BYTES} or more
     * @return the salt
     * @throws IllegalArgumentException if the text holds fewer bytes or none
     */
    public static Salt of(String hex) {
        byte[] bytes = HexFormat.of().parseHex(requireNonNull(hex, "hex"));
        if (bytes.length < MIN_BYTES) {
            throw new IllegalArgumentException("a salt has " + MIN_BYTES + " or more bytes, not " + bytes.length);
        }
        return new Salt(bytes);
    }

    /**
     * Commits to what a household answered: a digest of the salt, the form's id and version, and the canonical bytes of the
     * answers. One changed answer gives another commitment; state, devices and times are no part of it.
     *
     * @param response what was answered
     * @return the commitment, a leaf of the village's tree
     */
    public Hash commit(HouseholdResponse response) {
        MessageDigest digest = Hash.digest();
        digest.update(Hash.LEAF);
        // The length keeps the end of the salt from passing for the beginning of the form.
        digest.update((byte) (bytes.length >>> 8));
        digest.update((byte) bytes.length);
        digest.update(bytes);
        response.update(digest);
        return Hash.of(digest);
    }

    /**
     * Returns the bytes for the host to keep.
     *
     * @return two hexadecimal digits for each byte
     */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** Shows nothing of the salt. */
    @Override
    public String toString() {
        return "Salt[" + bytes.length + " bytes]";
    }
}
