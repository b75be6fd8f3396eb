package io.github.bmnkit.response;

import static java.util.Objects.requireNonNull;

import java.util.HexFormat;
import java.util.Optional;

/**
 * What an answer says of a photograph, signature or other file: which one it is, by its digest. The file itself stays
 * with the host.
 *
 * @param sha256 the SHA-256 digest of the file, 64 hexadecimal digits in lower case
 * @param bytes the size of the file in bytes
 * @param mediaType such as {@code image/jpeg}, 1 to 100 printable ASCII characters without blanks or semicolons
 */
public record Attachment(String sha256, long bytes, String mediaType) {
    private static final int DIGEST_LENGTH = 64;
    private static final int MEDIA_TYPE_LENGTH = 100;

    /**
     * Checks the parts.
     *
     * @param sha256 the SHA-256 digest of the file, 64 hexadecimal digits in lower case
     * @param bytes the size of the file in bytes
     * @param mediaType such as {@code image/jpeg}
     * @throws IllegalArgumentException if a part is not as said
     */
    public Attachment {
        requireNonNull(sha256, "sha256");
        requireNonNull(mediaType, "mediaType");
        boolean digest = sha256.length() == DIGEST_LENGTH
                && sha256.chars().allMatch(c -> HexFormat.isHexDigit(c) && !(c >= 'A' && c <= 'F'));
        boolean type = !mediaType.isEmpty()
                && mediaType.length() <= MEDIA_TYPE_LENGTH
                && mediaType.chars().allMatch(c -> c > ' ' && c < 0x7F && c != ';');
        if (!digest || !type || bytes < 0) {
            throw new IllegalArgumentException("not an attachment: " + sha256 + ", " + bytes + ", " + mediaType);
        }
    }

    /**
     * Reads an attachment.
     *
     * @param text what {@link #toString} writes
     * @return the attachment; empty if the text is none
     */
    public static Optional<Attachment> parse(String text) {
        String[] parts = text.split(";", -1);
        if (parts.length != 3 || !parts[0].startsWith("sha256:")) {
            return Optional.empty();
        }
        try {
            Attachment parsed =
                    new Attachment(parts[0].substring("sha256:".length()), Long.parseLong(parts[1]), parts[2]);
            return parsed.toString().equals(text) ? Optional.of(parsed) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns digest, size and type in one text, which is also what expressions read of the answer. */
    @Override
    public String toString() {
        return "sha256:" + sha256 + ";" + bytes + ";" + mediaType;
    }
}
