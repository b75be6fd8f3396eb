package io.github.bmnkit.batch;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.batch.AcrossEntry.Side;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.rule.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Decides what one household does not: rules across households, such as one national ID in two of them; households that
 * came twice; and, where the builder is told to, collectors with too many households, villages against their targets, and
 * this round against the last. Batches {@linkplain Batch#collectingInto put into it} what they meet, in any order and any
 * number of parts, the host adds targets and the last round, and {@link #decide} gives what was found and the counts.
 *
 * <p>It joins by keyed hashes (HMAC-SHA-256 cut to 128 bits). With them it keeps the ids of households and collectors,
 * the keys of members, villages, and the amounts that are compared: no national ID, no other answer. Beyond a number of
 * entries it writes these to files, enciphered. They are removed when it is closed, and those of a run that broke off
 * when the next one begins. Several threads may use it.
 */
public final class AcrossHouseholds implements AutoCloseable {
    /** How many entries are kept in memory unless the caller says otherwise: about 60 MB. */
    public static final int ENTRIES_IN_MEMORY = 500_000;

    /** How many households a collector has by the papers of the round, "or as suits each area". */
    public static final int HOUSEHOLDS_PER_COLLECTOR = 40;

    final Checks checks;
    final List<Rule> rules;
    final AcrossSettings settings;
    final List<List<AreaKey>> areas = new ArrayList<>();
    final Map<VillageCode, Long> targets = new TreeMap<>();
    final TreeSet<VillageCode> withList = new TreeSet<>();
    boolean hasLastRound;
    private final SecretKey key;
    private final SpillFiles files;
    private final Map<List<AreaKey>, Integer> areaPlaces = new HashMap<>();
    private final Tally decided;
    private List<AcrossEntry> entries = new ArrayList<>();
    private boolean isSorted = true;

    private AcrossHouseholds(Batch batch, AcrossSettings settings, Path directory, SecretKey key) {
        this.checks = batch.checks;
        this.rules = batch.validator.acrossHouseholds();
        this.settings = settings;
        this.key = key;
        this.decided = new Tally(checks);
        this.files = new SpillFiles(directory, key);
    }

    /**
     * Opens a collection for the rules of a batch and households that come twice, with {@link #ENTRIES_IN_MEMORY}, that
     * lists the first five of what it finds.
     *
     * @param batch the batch, with the rules that are decided
     * @param directory a directory that exists and is used for nothing else at the same time
     * @param key a new random key, at least 128 bits, that is kept nowhere
     * @return the collection
     * @throws java.io.UncheckedIOException if what is left of an earlier run cannot be removed
     */
    public static AcrossHouseholds open(Batch batch, Path directory, SecretKey key) {
        return builder(batch).open(directory, key);
    }

    /**
     * Starts the settings of a collection that looks for more, or has other limits.
     *
     * @param batch the batch, with the rules that are decided
     * @return a builder
     */
    public static Builder builder(Batch batch) {
        return new Builder(batch);
    }

    AcrossHasher hasher() {
        return new AcrossHasher(rules, settings, SpillFiles.mac(key));
    }

    /** Takes in what a household brings to the checks. */
    synchronized void add(BatchResult result, String source) {
        if (result.across.isEmpty()) {
            return;
        }
        HouseholdId household = result.report().orElseThrow().household();
        int place = place(result.areas);
        for (AcrossKey each : result.across) {
            if (each.decided() == Outcome.PASS) {
                add(AcrossEntry.of(each, Side.NOW, household, source, result.line, place));
            } else {
                decided.count(checks.place(rules.get(each.check()).id()), each.decided(), result.areas, 1);
            }
        }
    }

    private int place(List<AreaKey> keys) {
        return areaPlaces.computeIfAbsent(keys, each -> {
            areas.add(each);
            return areas.size() - 1;
        });
    }

    private void add(AcrossEntry entry) {
        entries.add(entry);
        isSorted = false;
        if (entries.size() >= settings.entriesInMemory()) {
            files.write(sorted());
            entries = new ArrayList<>();
        }
    }

    private List<AcrossEntry> sorted() {
        if (!isSorted) {
            entries.sort(null);
            isSorted = true;
        }
        return entries;
    }

    /**
     * Sets the target of a village: how many of its households shall have a response.
     *
     * @param village the village
     * @param households how many, at least 0
     * @throws IllegalArgumentException if the number is negative, or the village has another target
     * @throws IllegalStateException if it was opened without {@link Builder#villages}
     */
    public synchronized void target(VillageCode village, long households) {
        requireVillages();
        long known = targets.getOrDefault(requireNonNull(village, "village"), households);
        if (households < 0 || known != households) {
            throw new IllegalArgumentException("a target of " + households + " for " + village + ", before " + known);
        }
        targets.put(village, households);
    }

    /**
     * Adds households to the target list of a village. Once this is called, even without households, the village has a
     * list; one that has none cannot have households that are missing there.
     *
     * @param village the village
     * @param households the households that shall have a response
     * @throws IllegalStateException if it was opened without {@link Builder#villages}
     */
    public synchronized void listed(VillageCode village, Iterable<HouseholdId> households) {
        requireVillages();
        withList.add(requireNonNull(village, "village"));
        AcrossHasher hasher = hasher();
        int place = place(settings.areasOf(village));
        for (HouseholdId each : households) {
            add(AcrossEntry.of(hasher.listed(each, village.value()), Side.LISTED, each, "", 0, place));
        }
    }

    private void requireVillages() {
        if (settings.village() == null) {
            throw new IllegalStateException("opened without villages: " + this);
        }
    }

    /**
     * Takes in households of the last round, with which those of this one are then compared. They may be responses to
     * another form, read by whoever calls; each call adds more. What reads {@code today()} is missing in them.
     *
     * @param responses the responses
     * @param area gives the areas in which what is gone of a household is counted
     * @throws IllegalArgumentException if a form does not have the names that are compared
     */
    public void lastRound(
            Iterator<HouseholdResponse> responses,
            Function<? super HouseholdResponse, ? extends Collection<? extends AreaCode>> area) {
        requireNonNull(area, "area");
        synchronized (this) {
            hasLastRound = true;
        }
        AcrossHasher hasher = hasher();
        ResolvedHousehold household = null;
        for (long number = 1; responses.hasNext(); number++) {
            HouseholdResponse response = responses.next();
            if (household == null || !household.form().equals(response.form())) {
                household = ResolvedHousehold.of(response.form());
            }
            household.resolve(response, false, null);
            addBefore(
                    response.household(),
                    number,
                    hasher.keysBefore(household),
                    AcrossSettings.keys(area.apply(response)));
        }
    }

    private synchronized void addBefore(HouseholdId household, long number, List<AcrossKey> keys, List<AreaKey> in) {
        int place = place(in);
        for (AcrossKey each : keys) {
            add(AcrossEntry.of(each, Side.BEFORE, household, "", number, place));
        }
    }

    /**
     * Decides everything for what was collected so far. The summary holds counts and samples and no households: it is
     * merged with those of the batches.
     *
     * @param each is given everything found once: by households first, then by collectors, by the rules in their order,
     *     and by villages; within these, but for villages, in an order that depends on the key alone
     * @return the counts
     * @throws java.io.UncheckedIOException if files cannot be read
     */
    public synchronized BatchSummary decide(Consumer<? super FoundAcross> each) {
        requireNonNull(each, "each");
        Tally tally = new Tally(checks);
        tally.add(decided);
        try (SpillFiles.Merge merge = files.merge(sorted())) {
            new AcrossDecision(this, tally, each).decide(merge);
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
        return "AcrossHouseholds[" + checks.rules + ", entriesInMemory=" + settings.entriesInMemory() + "]";
    }

    /** Puts the settings of a collection together. */
    public static final class Builder {
        private final Batch batch;
        private int entriesInMemory = ENTRIES_IN_MEMORY;
        private int listed = 5;
        private @Nullable Function<? super HouseholdResponse, ? extends @Nullable ActorId> collector;
        private ToLongFunction<? super ActorId> capacity = each -> HOUSEHOLDS_PER_COLLECTOR;
        private @Nullable Function<? super HouseholdResponse, ? extends @Nullable VillageCode> village;
        private Function<? super VillageCode, ? extends Collection<? extends AreaCode>> villageAreas =
                each -> List.of();
        private AcrossSettings.@Nullable Names member;
        private final List<AcrossSettings.Amount> amounts = new ArrayList<>();

        private Builder(Batch batch) {
            this.batch = requireNonNull(batch, "batch");
        }

        /**
         * Sets how many entries are kept in memory: one for each household, one for each of its collectors, for each
         * household or member and rule, and for each member and amount that is compared with the last round.
         *
         * @param number at least 1
         * @return this builder
         */
        public Builder entriesInMemory(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("no room: " + number);
            }
            entriesInMemory = number;
            return this;
        }

        /**
         * Sets how many households or members are listed with each thing found about many. What is found about one always
         * names it.
         *
         * @param atMost how many, at least 0
         * @return this builder
         */
        public Builder listing(int atMost) {
            if (atMost < 0) {
                throw new IllegalArgumentException("a list of " + atMost);
            }
            listed = atMost;
            return this;
        }

        /**
         * Looks for collectors with too many households. A household that came twice counts once.
         *
         * @param ofResponse gives who collected a response, such as {@code response.paradata().collector()}, or null if
         *     nobody knows; called by several threads
         * @param ofCollector gives how many households a collector may have, such as {@link #HOUSEHOLDS_PER_COLLECTOR}
         * @return this builder
         */
        public Builder collectors(
                Function<? super HouseholdResponse, ? extends @Nullable ActorId> ofResponse,
                ToLongFunction<? super ActorId> ofCollector) {
            collector = requireNonNull(ofResponse, "ofResponse");
            capacity = requireNonNull(ofCollector, "ofCollector");
            return this;
        }

        /**
         * Compares villages with the targets that the host gives by {@link #target} and {@link #listed}.
         *
         * @param ofResponse gives where a household lies, or null if nobody knows; called by several threads
         * @param areas gives the areas in which a village is counted, such as the village itself and its district, since
         *     those without a response count as well
         * @return this builder
         */
        public Builder villages(
                Function<? super HouseholdResponse, ? extends @Nullable VillageCode> ofResponse,
                Function<? super VillageCode, ? extends Collection<? extends AreaCode>> areas) {
            village = requireNonNull(ofResponse, "ofResponse");
            villageAreas = requireNonNull(areas, "areas");
            return this;
        }

        /**
         * Compares the members of each household with those that it had in the last round.
         *
         * @param now the question that holds a member's national ID
         * @param before the same in the form of the last round
         * @return this builder
         */
        public Builder members(String now, String before) {
            member = new AcrossSettings.Names(requireNonNull(now, "now"), requireNonNull(before, "before"));
            return this;
        }

        /**
         * Compares an amount, such as the total income, with that of the last round; called once for each.
         *
         * @param now the question or calculation of the household
         * @param before the same in the form of the last round
         * @param ratio how many times as much, or as small a part, is a finding: 10 is ten times or more, and a tenth or
         *     less; at least 2
         * @return this builder
         */
        public Builder amount(String now, String before, int ratio) {
            if (ratio < 2) {
                throw new IllegalArgumentException("every amount is " + ratio + " times another");
            }
            amounts.add(new AcrossSettings.Amount(
                    new AcrossSettings.Names(requireNonNull(now, "now"), requireNonNull(before, "before")), ratio));
            return this;
        }

        /**
         * Opens the collection.
         *
         * @param directory a directory that exists and is used for nothing else at the same time
         * @param key a new random key, at least 128 bits, that is kept nowhere
         * @return the collection
         * @throws IllegalArgumentException if the key is too short, or the form does not have the names that are compared
         * @throws java.io.UncheckedIOException if what is left of an earlier run cannot be removed
         */
        public AcrossHouseholds open(Path directory, SecretKey key) {
            requireNonNull(directory, "directory");
            byte[] encoded = key.getEncoded();
            if (encoded != null && encoded.length < 16) {
                throw new IllegalArgumentException("a key of " + encoded.length + " bytes is too short");
            }
            AcrossSettings settings = new AcrossSettings(
                    entriesInMemory, listed, collector, capacity, village, villageAreas, member, amounts);
            settings.check(batch.validator.form().scope());
            return new AcrossHouseholds(batch, settings, directory, key);
        }
    }
}
