package io.github.bmnkit.response;

/**
 * How much of a document is read before it is refused.
 *
 * @param bytes the longest document of one household, in bytes
 * @param depth the deepest nesting of objects and arrays
 * @param textLength the longest text or name, in characters
 * @param members the most members
 */
public record ResponseLimits(int bytes, int depth, int textLength, int members) {
    /** Ample for every household: 1 MiB, 16 levels, texts of 10,000 characters, 200 members. */
    public static final ResponseLimits DEFAULT = new ResponseLimits(1 << 20, 16, 10_000, 200);

    /**
     * Checks that something can be read.
     *
     * @param bytes the longest document of one household, in bytes
     * @param depth the deepest nesting of objects and arrays
     * @param textLength the longest text or name, in characters
     * @param members the most members
     */
    public ResponseLimits {
        if (bytes < 1 || depth < 1 || textLength < 1 || members < 1) {
            throw new IllegalArgumentException(
                    "limits must be positive: " + bytes + ", " + depth + ", " + textLength + ", " + members);
        }
    }
}
