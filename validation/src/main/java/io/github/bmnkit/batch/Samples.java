package io.github.bmnkit.batch;

import io.github.bmnkit.identity.HouseholdId;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A few households for each edit: those of the smallest hashes. The hash of a household under a seed is always the same,
 * so neither the order of the households nor their division into parts matters.
 */
final class Samples {
    /** A household and its hash for one edit. */
    record Drawn(long hash, HouseholdId household) implements Comparable<Drawn> {
        private static final Comparator<Drawn> ORDER =
                Comparator.<Drawn>comparingLong(Drawn::hash).thenComparing(Drawn::household);

        @Override
        public int compareTo(Drawn other) {
            return ORDER.compare(this, other);
        }
    }

    private final Checks checks;
    private final @Nullable TreeSet<Drawn>[] drawn;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Samples(Checks checks) {
        this.checks = checks;
        this.drawn = new TreeSet[checks.size()];
    }

    /** What a household draws for an edit. */
    static Drawn drawn(Checks checks, int edit, HouseholdId household) {
        return new Drawn(mix(hash(checks.seed, household.value()) ^ checks.salts[edit]), household);
    }

    /** Keeps the smallest. */
    static void offer(NavigableSet<Drawn> sample, Drawn one, int most) {
        if (sample.size() < most) {
            sample.add(one);
        } else if (!sample.isEmpty() && one.compareTo(sample.last()) < 0 && sample.add(one)) {
            sample.pollLast();
        }
    }

    /** Spreads the characters of a text evenly over all {@code long}s (FNV-1a, then the finalizer of MurmurHash3). */
    static long hash(long seed, String text) {
        long hash = 0xcbf29ce484222325L ^ mix(seed);
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    private static long mix(long bits) {
        long z = bits;
        z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }

    void add(int edit, HouseholdId household) {
        add(edit, drawn(checks, edit, household));
    }

    /** The same for a hash that is at hand: one household fails many edits. */
    void add(int edit, HouseholdId household, long householdHash) {
        add(edit, new Drawn(mix(householdHash ^ checks.salts[edit]), household));
    }

    void add(Samples other) {
        for (int edit = 0; edit < drawn.length; edit++) {
            TreeSet<Drawn> theirs = other.drawn[edit];
            if (theirs != null) {
                for (Drawn each : theirs) {
                    add(edit, each);
                }
            }
        }
    }

    void add(int edit, Drawn one) {
        TreeSet<Drawn> ours = drawn[edit];
        if (ours == null) {
            ours = new TreeSet<>();
            drawn[edit] = ours;
        }
        offer(ours, one, checks.sampleSize);
    }

    List<HouseholdId> of(int edit) {
        TreeSet<Drawn> ours = drawn[edit];
        return ours == null ? List.of() : ours.stream().map(Drawn::household).toList();
    }
}
