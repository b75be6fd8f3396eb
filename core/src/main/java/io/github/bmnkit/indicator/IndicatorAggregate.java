package io.github.bmnkit.indicator;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.certification.Hash;
import io.github.bmnkit.finding.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What came of the indicators of many households: exact numbers for each village, from which those of every larger area
 * follow ({@link IndicatorTable}). Aggregates of disjoint households merge, in any order and however the households were
 * divided, to the same aggregate, byte for byte.
 */
public final class IndicatorAggregate {
    private final Layout layout;
    private final int round;
    private final Map<VillageCode, VillageCells> villages;

    /** Keeps the map, whose keys are sorted and which nobody changes any more. */
    IndicatorAggregate(Layout layout, int round, Map<VillageCode, VillageCells> villages) {
        this.layout = layout;
        this.round = round;
        this.villages = villages;
    }

    /**
     * Reads an aggregate. Nothing is wrong only if the file is from the same indicators and every village is consistent in
     * itself.
     *
     * @param indicators those by which the households were evaluated
     * @param lines what {@link #writeJson} wrote, UTF-8; read line by line to its end and not closed
     * @return the aggregate, unless a finding is an error, and everything found, with line and JSON Pointer
     */
    public static Reading<IndicatorAggregate> read(Indicators indicators, InputStream lines) {
        return new AggregateReader(new Layout(requireNonNull(indicators, "indicators")))
                .read(requireNonNull(lines, "lines"));
    }

    Layout layout() {
        return layout;
    }

    Map<VillageCode, VillageCells> cells() {
        return villages;
    }

    /**
     * Returns the indicators.
     *
     * @return the set
     */
    public IndicatorSet set() {
        return layout.set;
    }

    /**
     * Returns of which round the households are.
     *
     * @return the year in the Buddhist Era
     */
    public int round() {
        return round;
    }

    /**
     * Tells whether the indicators were used outside the rounds for which they hold. Every report says so.
     *
     * @return true if they do not hold for the round
     */
    public boolean isDemonstration() {
        return !set().holdsFor(round);
    }

    /**
     * Returns the villages with a household.
     *
     * @return their codes, sorted
     */
    public SortedSet<VillageCode> villages() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(villages.keySet()));
    }

    /**
     * Returns what came of one village.
     *
     * @param village its code
     * @return its numbers; zeros if no household of it was counted
     */
    public AreaIndicators of(VillageCode village) {
        VillageCells found = villages.get(requireNonNull(village, "village"));
        return new AreaIndicators(layout, found == null ? new Cells(layout.size) : found.cells());
    }

    /**
     * Returns what came of all villages together.
     *
     * @return the sums
     */
    public AreaIndicators total() {
        Cells sum = new Cells(layout.size);
        villages.values().forEach(each -> sum.addAll(each.cells()));
        return new AreaIndicators(layout, sum);
    }

    /**
     * Returns the root of the data that a village was counted from.
     *
     * @param village its code
     * @return the root; empty if no household was counted, one was counted without a root, or not all with the same
     */
    public Optional<Hash> root(VillageCode village) {
        VillageCells found = villages.get(requireNonNull(village, "village"));
        return found == null ? Optional.empty() : Optional.ofNullable(found.root());
    }

    /**
     * Returns the aggregate of these and other households. A village whose two parts were counted from different roots is
     * kept without a root.
     *
     * @param other what came of other households of the same round, by the same indicators
     * @return the aggregate of both
     * @throws IllegalArgumentException if it was made by other indicators, or is of another round
     */
    public IndicatorAggregate merge(IndicatorAggregate other) {
        requireLike(other);
        Map<VillageCode, VillageCells> both = new TreeMap<>(villages);
        other.villages.forEach((village, each) -> both.merge(village, each, VillageCells::plus));
        return new IndicatorAggregate(layout, round, both);
    }

    /**
     * Returns this aggregate with other numbers of some villages: those that were counted anew after their data changed.
     *
     * @param newer all households of these villages, of the same round, by the same indicators
     * @return the aggregate in which every village of {@code newer} has the numbers that it has there
     * @throws IllegalArgumentException if it was made by other indicators, or is of another round
     */
    public IndicatorAggregate replacing(IndicatorAggregate newer) {
        requireLike(newer);
        Map<VillageCode, VillageCells> latest = new TreeMap<>(villages);
        latest.putAll(newer.villages);
        return new IndicatorAggregate(layout, round, latest);
    }

    private void requireLike(IndicatorAggregate other) {
        if (!layout.isSameAs(other.layout) || round != other.round) {
            throw new IllegalArgumentException("made otherwise: " + other);
        }
    }

    /**
     * Returns the part of some villages.
     *
     * @param which says whether a village belongs to it
     * @return the aggregate of these villages alone
     */
    public IndicatorAggregate only(Predicate<? super VillageCode> which) {
        Map<VillageCode, VillageCells> some = new TreeMap<>(villages);
        some.keySet().removeIf(which.negate());
        return new IndicatorAggregate(layout, round, some);
    }

    /**
     * Writes the aggregate as {@link #writeJson} does.
     *
     * @return the lines; equal aggregates give the same
     */
    public String toJson() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writeJson(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array can always be written to
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /**
     * Writes the aggregate as lines of JSON: the first says set and round, each of the others what came of one village, by
     * code. Four numbers are what was met, not met, not applicable and incomplete; two are what was surveyed and not met.
     *
     * @param out where it is written, UTF-8; flushed and not closed
     * @throws IOException if it cannot be written
     */
    public void writeJson(OutputStream out) throws IOException {
        AggregateWriter.write(this, requireNonNull(out, "out"));
    }

    /** Two aggregates are equal if they say the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof IndicatorAggregate that)
                || !layout.isSameAs(that.layout)
                || round != that.round
                || !villages.keySet().equals(that.villages.keySet())) {
            return false;
        }
        Iterator<VillageCells> theirs = that.villages.values().iterator();
        return villages.values().stream().allMatch(each -> each.isSameAs(theirs.next()));
    }

    @Override
    public int hashCode() {
        return 31 * round + villages.keySet().hashCode();
    }

    /** Shows set, round and how many villages there are. */
    @Override
    public String toString() {
        return "IndicatorAggregate[" + layout.set.coordinate() + ", round=" + round + ", villages=" + villages.size()
                + "]";
    }
}
