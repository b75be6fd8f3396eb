package io.github.bmnkit.certification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.json.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The events of a round as a chain of hashes: whoever knows its length and the hash of its last entry, the {@linkplain Head
 * head}, can tell any change of any entry. It holds no personal data: actors are opaque ids, households counts and salted
 * digests, so it stays whole when a household's data are erased.
 *
 * <p>Where the entries are kept is the host's affair: a {@link Store} needs one operation that appends if nobody else did.
 * Several ledgers, of several machines, may share a store. A ledger is safe for use by several threads.
 */
public final class Ledger {
    private static final int PAGE = 1_000;

    private final Certification kernel;
    private final Store store;
    private final AtomicReference<Chain> known;

    private Ledger(Certification kernel, Store store, Chain chain) {
        this.kernel = kernel;
        this.store = store;
        known = new AtomicReference<>(chain);
    }

    /**
     * How long a ledger is, and the hash of its last entry: the anchor to keep elsewhere, or to print on a certificate.
     *
     * @param length the number of entries, from 0
     * @param hash the hash of the last entry; for an empty ledger the digest of nothing
     */
    public record Head(long length, Hash hash) {
        /** The head of an empty ledger. */
        public static final Head EMPTY = new Head(0, Hash.EMPTY);

        /**
         * Checks that the length is not negative.
         *
         * @param length the number of entries, from 0
         * @param hash the hash of the last entry; for an empty ledger the digest of nothing
         * @throws IllegalArgumentException if the length is negative
         */
        public Head {
            requireNonNull(hash, "hash");
            if (length < 0) {
                throw new IllegalArgumentException("a ledger of " + length + " entries");
            }
        }
    }

    /**
     * An event in its place in the chain.
     *
     * @param sequence its number, from 1
     * @param previous the hash of the entry before it; of the first the digest of nothing
     * @param event what happened
     * @param hash the hash of number, previous hash and event in canonical form
     */
    public record Entry(long sequence, Hash previous, CertificationEvent event, Hash hash) {
        /**
         * Checks that every part is there; whether the hash is right, verification finds.
         *
         * @param sequence its number, from 1
         * @param previous the hash of the entry before it; of the first the digest of nothing
         * @param event what happened
         * @param hash the hash of number, previous hash and event in canonical form
         */
        public Entry {
            requireNonNull(previous, "previous");
            requireNonNull(event, "event");
            requireNonNull(hash, "hash");
        }

        static Entry after(Head head, CertificationEvent event) {
            long sequence = head.length() + 1;
            return new Entry(sequence, head.hash(), event, hash(sequence, head.hash(), event));
        }

        static Hash hash(long sequence, Hash previous, CertificationEvent event) {
            return hash(sequence, previous, CanonicalJson.of(EventJson.event(event)));
        }

        /** The hash of an entry whose event is there in canonical form. */
        static Hash hash(long sequence, Hash previous, String event) {
            return Hash.of(Hash.ENTRY, json(sequence, previous, event, ""));
        }

        /** The canonical form, in which members stand by their names. */
        private static String json(long sequence, Hash previous, String event, String hash) {
            return "{\"event\":" + event + hash + ",\"previous\":\"" + previous + "\",\"sequence\":" + sequence + "}";
        }

        Head head() {
            return new Head(sequence, hash);
        }

        /**
         * Writes the entry as JSON.
         *
         * @return one line without its end, in canonical form (RFC 8785)
         */
        public String toJson() {
            return toJson(CanonicalJson.of(EventJson.event(event)));
        }

        String toJson(String canonicalEvent) {
            return json(sequence, previous, canonicalEvent, ",\"hash\":\"" + hash + '"');
        }

        /**
         * Reads an entry that a store kept as text. The chain is not looked at.
         *
         * @param json what {@link #toJson} wrote
         * @return the entry, or a finding that says why it is none
         */
        public static Reading<Entry> parse(String json) {
            return EntryReader.read(json.getBytes(UTF_8), 1).map(EntryReader.Line::entry);
        }
    }

    /** Keeps entries. It may be called by several threads, and by several ledgers at a time. */
    public interface Store {
        /**
         * Returns how many entries there are.
         *
         * @return the number of entries, from 0
         */
        long length();

        /**
         * Appends entries if there are exactly as many as expected, and all of them or none.
         *
         * @param expectedLength how many entries there must be
         * @param entries what to append
         * @return false if there are more or fewer, and nothing was appended
         */
        boolean append(long expectedLength, List<Entry> entries);

        /**
         * Reads entries.
         *
         * @param after how many entries to skip
         * @param most how many to read at most, from 1
         * @return the entries that follow, in order; empty if there are none
         */
        List<Entry> read(long after, int most);

        /**
         * Returns a store that keeps entries in memory.
         *
         * @return an empty store
         */
        static Store inMemory() {
            return new MemoryStore();
        }
    }

    /**
     * Opens a ledger on a store, and verifies all that it holds.
     *
     * @param kernel decides the commands
     * @param store keeps the entries
     * @return the ledger; or nothing, and the first entry that is wrong
     */
    public static Reading<Ledger> open(Certification kernel, Store store) {
        Chain chain = Chain.start(kernel);
        for (List<Entry> page = store.read(0, PAGE); !page.isEmpty(); page = store.read(chain.length(), PAGE)) {
            for (Entry entry : page) {
                Optional<Finding> wrong = chain.wrong(entry);
                if (wrong.isPresent()) {
                    return Reading.nothing(List.of(wrong.get()));
                }
                chain = chain.after(entry);
            }
        }
        return Reading.of(new Ledger(kernel, store, chain));
    }

    /**
     * Decides a command on the latest state, and appends what follows. If someone else appended in the meantime, the
     * command is decided anew, so that of several commands which expect one version one is taken.
     *
     * @param command what someone wants to do
     * @param facts what the decision rests on
     * @return the events, which for a command that was taken before are those of then; or all reasons why not
     */
    public Decision<CertificationEvent> submit(Command command, Facts facts) {
        while (true) {
            Chain chain = latest();
            Decision<CertificationEvent> decision = kernel.decide(chain.state(), command, facts);
            if (decision instanceof Decision.Repeated<CertificationEvent> repeated) {
                Entry first = store.read(repeated.sequence() - 1, 1).get(0);
                return new Decision.Accepted<>(List.of(first.event()));
            }
            List<Entry> entries = new ArrayList<>();
            Chain next = chain;
            for (CertificationEvent event : decision.events()) {
                Entry entry = Entry.after(next.head(), event);
                entries.add(entry);
                next = next.after(entry);
            }
            if (entries.isEmpty() || store.append(chain.length(), entries)) {
                keep(next);
                return decision;
            }
        }
    }

    /**
     * Submits commands one after the other. What one leads to, the next one finds.
     *
     * @param commands what someone wants to do
     * @param facts what the decisions rest on
     * @return the decisions, one for each command
     */
    public List<Decision<CertificationEvent>> submitAll(List<Command> commands, Facts facts) {
        return commands.stream().map(command -> submit(command, facts)).toList();
    }

    /**
     * Returns the latest state.
     *
     * @return the state after all entries of the store
     */
    public CertificationState state() {
        return latest().state();
    }

    /**
     * Returns the anchor of all entries.
     *
     * @return length and last hash
     */
    public Head head() {
        return latest().head();
    }

    /**
     * Returns the state as it was: after the entries before the first one that is later than a moment.
     *
     * @param moment a moment
     * @return the state
     */
    public CertificationState stateAt(Instant moment) {
        Chain chain = Chain.start(kernel);
        for (List<Entry> page = store.read(0, PAGE); !page.isEmpty(); page = store.read(chain.length(), PAGE)) {
            for (Entry entry : page) {
                if (entry.event().at().isAfter(moment)) {
                    return chain.state();
                }
                chain = chain.after(entry);
            }
        }
        return chain.state();
    }

    /**
     * Writes all entries as NDJSON: one entry in canonical form (RFC 8785) for each line.
     *
     * @param out where to; it is flushed and not closed
     * @return the anchor of what was written
     * @throws IOException if it cannot be written
     */
    public Head export(OutputStream out) throws IOException {
        Head head = Head.EMPTY;
        for (List<Entry> page = store.read(0, PAGE); !page.isEmpty(); page = store.read(head.length(), PAGE)) {
            for (Entry entry : page) {
                out.write(entry.toJson().getBytes(UTF_8));
                out.write('\n');
                head = entry.head();
            }
        }
        out.flush();
        return head;
    }

    /**
     * Verifies an exported ledger without opening it: every line in canonical form, every hash, every number, every event
     * possible after those before, and the anchors. It reads line by line and keeps the state only.
     *
     * @param kernel by which the events were decided
     * @param ndjson what {@link #export} wrote; read to its end, or the first fault, and not closed
     * @param anchors heads that were kept elsewhere; the last of them is that of the whole file. Without any, a ledger that
     *     was written anew from some entry on, or cut off, looks whole
     * @return the head and no finding; or the finding of the first entry that is wrong, with its line
     */
    public static Reading<Head> verify(Certification kernel, InputStream ndjson, List<Head> anchors) {
        return new EntryReader(Chain.start(kernel), anchors)
                .read(ndjson, entry -> {})
                .map(Chain::head);
    }

    /**
     * Imports an exported ledger into an empty store. It is verified line by line while it is read.
     *
     * @param kernel by which the events were decided
     * @param ndjson what {@link #export} wrote; read to its end, or the first fault, and not closed
     * @param anchors heads that were kept elsewhere, as for {@link #verify}
     * @param store an empty store
     * @return the ledger; or the finding of the first entry that is wrong: the store then holds those before it
     * @throws IllegalArgumentException if the store is not empty
     */
    public static Reading<Ledger> read(Certification kernel, InputStream ndjson, List<Head> anchors, Store store) {
        if (store.length() != 0) {
            throw new IllegalArgumentException("the store holds " + store.length() + " entries already");
        }
        Reading<Chain> reading = new EntryReader(Chain.start(kernel), anchors).read(ndjson, entry -> {
            if (!store.append(entry.sequence() - 1, List.of(entry))) {
                throw new IllegalArgumentException("someone else appends to the store");
            }
        });
        return reading.map(chain -> new Ledger(kernel, store, chain));
    }

    private Chain latest() {
        Chain chain = requireNonNull(known.get());
        if (store.length() > chain.length()) {
            for (List<Entry> page = store.read(chain.length(), PAGE);
                    !page.isEmpty();
                    page = store.read(chain.length(), PAGE)) {
                for (Entry entry : page) {
                    Optional<Finding> wrong = chain.wrong(entry);
                    if (wrong.isPresent()) {
                        throw new IllegalStateException("the store is broken: " + wrong.get());
                    }
                    chain = chain.after(entry);
                }
            }
            keep(chain);
        }
        return chain;
    }

    private void keep(Chain chain) {
        known.accumulateAndGet(chain, (a, b) -> a.length() >= b.length() ? a : b);
    }

    @Override
    public String toString() {
        return "Ledger" + requireNonNull(known.get()).head();
    }
}
