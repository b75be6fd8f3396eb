package io.github.bmnkit.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.certification.Hash;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Digests and keys of releases. What is hashed begins with a byte that says what it is, after those of {@link Hash}. */
final class Digests {
    static final byte ENTRY = 4;
    static final byte DATA = 5;
    static final byte REQUEST = 6;

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 16;

    private Digests() {}

    static MessageDigest start(byte kind) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(kind);
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Hash end(MessageDigest digest) {
        return Hash.of(HexFormat.of().formatHex(digest.digest()));
    }

    static Hash of(byte kind, String text) {
        MessageDigest digest = start(kind);
        digest.update(text.getBytes(UTF_8));
        return end(digest);
    }

    /** Makes the keys of one domain: the same value has another key in every other domain, and for every other question. */
    static final class Keys {
        private final Mac mac;

        Keys(SecretKey key, String domain) {
            try {
                Mac master = Mac.getInstance(HMAC);
                master.init(key);
                master.update("bmnkit.release".getBytes(UTF_8));
                master.update((byte) 0);
                mac = Mac.getInstance(HMAC);
                mac.init(new SecretKeySpec(master.doFinal(domain.getBytes(UTF_8)), HMAC));
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("not a key for " + HMAC, e);
            }
        }

        /** 128 bits of HMAC-SHA-256 over the question, its length before it, and the value. */
        String key(String question, String value) {
            byte[] name = question.getBytes(UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
            mac.update(name);
            return HexFormat.of().formatHex(Arrays.copyOf(mac.doFinal(value.getBytes(UTF_8)), KEY_BYTES));
        }
    }
}
