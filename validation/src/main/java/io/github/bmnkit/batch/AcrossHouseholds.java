package io.github.bmnkit.batch;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.rule.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Decides the rules across households: who has the same values, such as a national ID, in more households than may be.
 * Batches {@linkplain Batch#collectingInto put into it} what they meet, in any order and any number of parts; then it
 * gives the groups and the counts of these rules.
 *
 * <p>It keeps no values but keyed hashes of them (HMAC-SHA-256 cut to 128 bits), with the ids of the households and the
 * keys of their members. Beyond a number of entries it writes these to files, enciphered. They are removed when it is
 * closed, and those of a run that broke off when the next one begins. Several threads may use it.
 */
public final class AcrossHouseholds implements AutoCloseable {
    /** How many entries are kept in memory unless the caller says otherwise: about 60 MB. */
    public static final int ENTRIES_IN_MEMORY = 500_000;

    private final Checks checks;
    private final List<Rule> rules;
    private final SecretKey key;
    private final int entriesInMemory;
    private final int membersListed;
    private final SpillFiles files;
    private final Map<List<AreaKey>, Integer> areaPlaces = new HashMap<>();
    private final List<List<AreaKey>> areas = new ArrayList<>();
    private final Tally decided;
    private List<AcrossEntry> entries = new ArrayList<>();
    private boolean isSorted = true;

    private AcrossHouseholds(Batch batch, Path directory, SecretKey key, int entriesInMemory, int membersListed) {
        this.checks = batch.checks;
        this.rules = batch.validator.acrossHouseholds();
        this.key = key;
        this.entriesInMemory = entriesInMemory;
        this.membersListed = membersListed;
        this.decided = new Tally(checks);
        this.files = new SpillFiles(directory, key);
    }

    /**
     * Opens a collection with {@link #ENTRIES_IN_MEMORY}, that lists the first five of each group.
     *
     * @param batch the batch, with the rules that are decided
     * @param directory a directory that exists and is used for nothing else at the same time
     * @param key a new random key, at least 128 bits, that is kept nowhere
     * @return the collection
     * @throws java.io.UncheckedIOException if what is left of an earlier run cannot be removed
     */
    public static AcrossHouseholds open(Batch batch, Path directory, SecretKey key) {
        return open(batch, directory, key, ENTRIES_IN_MEMORY, 5);
    }

    /**
     * Opens a collection.
     *
     * @param batch the batch, with the rules that are decided
     * @param directory a directory that exists and is used for nothing else at the same time
     * @param key a new random key, at least 128 bits, that is kept nowhere
     * @param entriesInMemory how many entries are kept in memory, at least 1: one for each household, or member, and rule
     * @param membersListed how many of each group are listed
     * @return the collection
     * @throws java.io.UncheckedIOException if what is left of an earlier run cannot be removed
     */
    public static AcrossHouseholds open(
            Batch batch, Path directory, SecretKey key, int entriesInMemory, int membersListed) {
        requireNonNull(directory, "directory");
        byte[] encoded = key.getEncoded();
        if (encoded != null && encoded.length < 16) {
            throw new IllegalArgumentException("a key of " + encoded.length + " bytes is too short");
        }
        if (entriesInMemory < 1 || membersListed < 0) {
            throw new IllegalArgumentException("no room: " + entriesInMemory + ", " + membersListed);
        }
        return new AcrossHouseholds(batch, directory, key, entriesInMemory, membersListed);
    }

    Checks checks() {
        return checks;
    }

    AcrossHasher hasher() {
        return new AcrossHasher(rules, SpillFiles.mac(key));
    }

    /** Takes in what a household brings to the rules. */
    synchronized void add(BatchResult result) {
        if (result.across.isEmpty()) {
            return;
        }
        HouseholdId household = result.report().orElseThrow().household();
        int place = areaPlaces.computeIfAbsent(result.areas, each -> {
            areas.add(each);
            return areas.size() - 1;
        });
        for (AcrossKey each : result.across) {
            if (each.decided() != Outcome.PASS) {
                count(decided, each.rule(), each.decided(), place, 1);
                continue;
            }
            entries.add(new AcrossEntry(each.rule(), each.high(), each.low(), household, each.member(), place));
            isSorted = false;
            if (entries.size() >= entriesInMemory) {
                files.write(sorted());
                entries = new ArrayList<>();
            }
        }
    }

    private List<AcrossEntry> sorted() {
        if (!isSorted) {
            entries.sort(null);
            isSorted = true;
        }
        return entries;
    }

    private int edit(int rule) {
        return checks.place(rules.get(rule).id());
    }

    private void count(Tally tally, int rule, Outcome outcome, int areaPlace, long times) {
        int edit = edit(rule);
        Severity severity = checks.edits.get(edit).severity();
        for (AreaTally each : tally.tallies(areas.get(areaPlace))) {
            each.add(edit, severity, outcome, times);
        }
    }

    /**
     * Decides the rules for what was collected so far. The summary holds their counts and samples and no households: it
     * is merged with those of the batches.
     *
     * @param each is given every group of too many households once: in the order of the rules, and for each rule in an
     *     order that depends on the key alone
     * @return the counts
     * @throws java.io.UncheckedIOException if files cannot be read
     */
    public synchronized BatchSummary decide(Consumer<? super SameValues> each) {
        requireNonNull(each, "each");
        Tally tally = new Tally(checks);
        tally.add(decided);
        try (SpillFiles.Merge merge = files.merge(sorted())) {
            Group group = null;
            while (merge.hasNext()) {
                AcrossEntry entry = merge.next();
                if (group != null && !group.last.hasValuesOf(entry)) {
                    group.decide(tally, each);
                    group = null;
                }
                if (group == null) {
                    group = new Group(entry);
                }
                group.add(entry);
            }
            if (group != null) {
                group.decide(tally, each);
            }
        }
        return new BatchSummary(tally);
    }

    /** Removes what was collected, and its files. */
    @Override
    public synchronized void close() {
        entries = new ArrayList<>();
        files.close();
    }

    /** Shows rules and limits. */
    @Override
    public String toString() {
        return "AcrossHouseholds[" + checks.rules + ", entriesInMemory=" + entriesInMemory + "]";
    }

    /** Those who have the same values, coming by in order. What it holds does not grow with them, but for areas. */
    private final class Group {
        private final int rule;
        private AcrossEntry last;
        private @Nullable HouseholdId household;
        private long households;
        private long records;
        private final List<SameValues.Holder> first = new ArrayList<>();
        private final Map<Integer, Long> byArea = new HashMap<>();
        private final TreeSet<Samples.Drawn> sample = new TreeSet<>();

        Group(AcrossEntry entry) {
            this.rule = entry.rule();
            this.last = entry;
        }

        void add(AcrossEntry entry) {
            SameValues.Holder holder = new SameValues.Holder(entry.household(), entry.member());
            if (first.size() < membersListed && !first.contains(holder)) {
                first.add(holder);
            }
            if (!entry.household().equals(household)) {
                household = entry.household();
                households++;
                Samples.offer(sample, Samples.drawn(checks, edit(rule), entry.household()), checks.sampleSize);
            }
            byArea.merge(entry.areas(), 1L, Long::sum);
            records++;
            last = entry;
        }

        void decide(Tally tally, Consumer<? super SameValues> each) {
            boolean tooMany =
                    households > rules.get(rule).across().orElseThrow().atMost();
            byArea.forEach((place, times) -> count(tally, rule, tooMany ? Outcome.FAIL : Outcome.PASS, place, times));
            if (tooMany) {
                sample.forEach(drawn -> tally.samples.add(edit(rule), drawn));
                each.accept(new SameValues(rules.get(rule).ruleId(), households, records, first));
            }
        }
    }
}
