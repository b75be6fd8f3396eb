package io.github.bmnkit.json;

/**
 * How much of a document is read before it is refused.
 *
 * @param bytes the longest document, in bytes
 * @param depth the deepest nesting of objects and arrays
 * @param textLength the longest text or name, in characters
 */
public record JsonLimits(int bytes, int depth, int textLength) {
    /** Enough for every definition: 16 MiB, 64 levels, texts of 100,000 characters. */
    public static final JsonLimits DEFAULT = new JsonLimits(16 << 20, 64, 100_000);
}
