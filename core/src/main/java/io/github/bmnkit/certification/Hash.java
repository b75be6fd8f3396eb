package io.github.bmnkit.certification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A digest of SHA-256. What is hashed begins with a byte that says what it is, as in RFC 6962, so that no digest of one
 * kind passes for another: 0 the answers of a household, 1 two nodes of a tree, 2 an entry of the ledger, 3 a household
 * without data; a release has 4 for an entry of its log, 5 for what was released and 6 for the request.
 */
public final class Hash {
    static final byte LEAF = 0;
    static final byte NODE = 1;
    static final byte ENTRY = 2;
    static final byte NO_DATA = 3;

    /** The root of a tree without leaves: the digest of nothing. */
    static final Hash EMPTY = new Hash(digest().digest());

    private static final int BYTES = 32;
    private static final String DIGITS = "0123456789abcdef";

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Hash of(MessageDigest digest) {
        return new Hash(digest.digest());
    }

    static Hash of(byte kind, String text) {
        MessageDigest digest = digest();
        digest.update(kind);
        digest.update(text.getBytes(UTF_8));
        return of(digest);
    }

    static Hash node(MessageDigest digest, Hash left, Hash right) {
        digest.update(NODE);
        digest.update(left.bytes);
        digest.update(right.bytes);
        return of(digest);
    }

    /**
     * Returns the digest that a text says.
     *
     * @param hex 64 hexadecimal digits in small letters
     * @return the digest
     * @throws IllegalArgumentException if the text is no such digest
     */
    public static Hash of(String hex) {
        byte[] bytes = bytes(hex);
        if (bytes == null) {
            throw new IllegalArgumentException("not a digest of 64 hexadecimal digits: " + hex);
        }
        return new Hash(bytes);
    }

    /**
     * Reads a digest.
     *
     * @param hex 64 hexadecimal digits in small letters
     * @return the digest, or a finding that says that it is none
     */
    public static Reading<Hash> parse(String hex) {
        byte[] bytes = bytes(hex);
        return bytes == null
                ? Reading.nothing(List.of(Finding.of(CertificationFinding.PROOF_HASH)))
                : Reading.of(new Hash(bytes));
    }

    /** The bytes of small hexadecimal digits; null if there are others, or too few or many. */
    private static byte @Nullable [] bytes(String hex) {
        if (hex.length() != 2 * BYTES) {
            return null;
        }
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            int high = DIGITS.indexOf(hex.charAt(2 * i));
            int low = DIGITS.indexOf(hex.charAt(2 * i + 1));
            if (high < 0 || low < 0) {
                return null;
            }
            bytes[i] = (byte) (high << 4 | low);
        }
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Returns 64 hexadecimal digits in small letters. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
