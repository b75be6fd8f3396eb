package io.github.bmnkit.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.bmnkit.certification.Hash;
import io.github.bmnkit.certification.Ledger;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.json.CanonicalJson;
import io.github.bmnkit.json.JsonDocument;
import io.github.bmnkit.json.JsonLimits;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who was given what, as a chain of hashes like the ledger of certification: whoever knows its length and last hash can tell
 * any change of any entry. It is a chain of its own, because a release is no step of a unit and cannot be refused by the
 * state of one; every entry names the head of the certification ledger at its time, so that the two are bound together.
 *
 * <p>The host keeps the entries, one on a line, and appends to the head it knows.
 */
public final class ReleaseLog {
    private static final int MAX_LINE = 1 << 20;
    private static final JsonLimits LIMITS = new JsonLimits(MAX_LINE, 8, 10_000);

    private ReleaseLog() {}

    /**
     * A release in its place in the chain.
     *
     * @param sequence its number, from 1
     * @param previous the hash of the entry before it; of the first the digest of nothing
     * @param release what was released
     * @param hash the hash of number, previous hash and release in canonical form
     */
    public record Entry(long sequence, Hash previous, ReleaseRecord release, Hash hash) {
        /**
         * Checks that every part is there; whether the hash is right, verification finds.
         *
         * @param sequence its number, from 1
         * @param previous the hash of the entry before it; of the first the digest of nothing
         * @param release what was released
         * @param hash the hash of number, previous hash and release in canonical form
         */
        public Entry {
            requireNonNull(previous, "previous");
            requireNonNull(release, "release");
            requireNonNull(hash, "hash");
        }

        static Hash hash(long sequence, Hash previous, ReleaseRecord release) {
            return Digests.of(
                    Digests.ENTRY,
                    CanonicalJson.of(
                            Map.of("previous", previous.toString(), "release", release.json(), "sequence", sequence)));
        }

        /**
         * Returns the anchor of the log that ends with this entry.
         *
         * @return length and last hash
         */
        public Ledger.Head head() {
            return new Ledger.Head(sequence, hash);
        }

        /**
         * Writes the entry as JSON.
         *
         * @return one line without its end, in canonical form (RFC 8785)
         */
        public String toJson() {
            return CanonicalJson.of(Map.of(
                    "hash",
                    hash.toString(),
                    "previous",
                    previous.toString(),
                    "release",
                    release.json(),
                    "sequence",
                    sequence));
        }
    }

    /**
     * Makes the entry that follows on a head.
     *
     * @param head the head of the log so far; {@link io.github.bmnkit.certification.Ledger.Head#EMPTY} for the first entry
     * @param release what was released
     * @return the entry, for the host to keep
     */
    public static Entry append(Ledger.Head head, ReleaseRecord release) {
        long sequence = head.length() + 1;
        return new Entry(sequence, head.hash(), release, Entry.hash(sequence, head.hash(), release));
    }

    /**
     * Reads an entry. The chain is not looked at.
     *
     * @param json what {@link Entry#toJson} wrote
     * @return the entry, or a finding that says that it is none
     */
    public static Reading<Entry> parse(String json) {
        return parse(json.getBytes(UTF_8), 1);
    }

    private static Reading<Entry> parse(byte[] line, long sequence) {
        Optional<Entry> entry = Optional.empty();
        if (line.length < MAX_LINE) {
            try {
                entry = JsonDocument.read(line, LIMITS, EntryDecoder.ENTRY)
                        .optional()
                        .filter(read -> Arrays.equals(read.toJson().getBytes(UTF_8), line));
            } catch (IllegalArgumentException e) {
                entry = Optional.empty(); // parts that are right each for itself, and wrong together
            }
        }
        return entry.isPresent() ? Reading.of(entry.get()) : wrong(ReleaseFinding.LOG_LINE, sequence);
    }

    private static <T> Reading<T> wrong(ReleaseFinding code, long sequence) {
        return Reading.nothing(List.of(Finding.of(code)
                .at(Place.line((int) Math.min(sequence, Integer.MAX_VALUE)))
                .with("sequence", sequence)));
    }

    /**
     * Verifies a log: every line in canonical form, every hash, every number, and the anchors.
     *
     * @param ndjson the entries, one on a line; read to its end, or the first fault, and not closed
     * @param anchors heads that were kept elsewhere; the last of them is that of the whole file. Without any, a log that was
     *     written anew from some entry on, or cut off, looks whole
     * @return the head; or the finding of the first entry that is wrong, with its line
     */
    public static Reading<Ledger.Head> verify(InputStream ndjson, List<Ledger.Head> anchors) {
        Ledger.Head head = Ledger.Head.EMPTY;
        long most = anchors.stream().mapToLong(Ledger.Head::length).max().orElse(Long.MAX_VALUE);
        try {
            InputStream in = new BufferedInputStream(ndjson);
            for (byte[] line = line(in); line.length > 0; line = line(in)) {
                long sequence = head.length() + 1;
                boolean ended = line[line.length - 1] == '\n';
                Reading<Entry> reading = parse(ended ? Arrays.copyOf(line, line.length - 1) : line, sequence);
                if (reading.optional().isEmpty() || !ended) {
                    return wrong(ReleaseFinding.LOG_LINE, sequence);
                }
                Entry entry = reading.value();
                Entry expected = append(head, entry.release());
                if (!entry.equals(expected)) {
                    return wrong(ReleaseFinding.LOG_CHAIN, sequence);
                }
                head = entry.head();
                if (sequence > most || isOff(head, anchors)) {
                    return wrong(ReleaseFinding.LOG_ANCHOR, sequence);
                }
            }
        } catch (IOException e) {
            return Reading.nothing(List.of(Finding.of(DocumentFinding.UNREADABLE)));
        }
        return most != Long.MAX_VALUE && head.length() < most
                ? wrong(ReleaseFinding.LOG_ANCHOR, most)
                : Reading.of(head);
    }

    private static boolean isOff(Ledger.Head head, List<Ledger.Head> anchors) {
        return anchors.stream().anyMatch(anchor -> anchor.length() == head.length() && !anchor.equals(head));
    }

    /** A line with its end, if it has one; empty at the end of the file; no longer than a line may be. */
    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        while (line.size() <= MAX_LINE) {
            int b = in.read();
            if (b >= 0) {
                line.write(b);
            }
            if (b < 0 || b == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }
}
