package io.github.bmnkit.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Keeps millions of short texts as their UTF-8 bytes, each at the position that it was given. */
final class TextStore {
    /** The position of the empty text. */
    static final int EMPTY = -1;

    private byte[] bytes = new byte[64];
    private int size;

    /** Adds a text of at most 65,535 bytes. */
    int add(String text) {
        return text.isEmpty() ? EMPTY : add(text.getBytes(UTF_8));
    }

    private int add(byte[] text) {
        if (text.length > 0xFFFF) {
            throw new IllegalArgumentException("a text of " + text.length + " bytes");
        }
        int at = size;
        int end = Math.addExact(size, text.length + 2);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(end, bytes.length * 2L)));
        }
        bytes[at] = (byte) (text.length >>> 8);
        bytes[at + 1] = (byte) text.length;
        System.arraycopy(text, 0, bytes, at + 2, text.length);
        size = end;
        return at;
    }

    String get(int at) {
        return at == EMPTY ? "" : new String(bytes, at + 2, length(at), UTF_8);
    }

    /** Adds a text of another store. */
    int add(TextStore other, int at) {
        return at == EMPTY ? EMPTY : add(Arrays.copyOfRange(other.bytes, at + 2, at + 2 + other.length(at)));
    }

    /** Compares two texts by their bytes: some order, the same for every store. */
    int compare(int a, int b) {
        if (a == b) {
            return 0;
        }
        return Arrays.compare(bytes, a + 2, a + 2 + length(a), bytes, b + 2, b + 2 + length(b));
    }

    private int length(int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }
}
