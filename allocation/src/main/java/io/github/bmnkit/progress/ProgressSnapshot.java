package io.github.bmnkit.progress;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.quota.ConfirmedPlan;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.round.Period;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was done of the targets at a moment, in every area of both views of the register. Snapshots of the same moment
 * merge, however the villages, the households or the events were divided among them.
 *
 * <p>It keeps 32 bytes for a household that something happened to, 33 in a village with a target list; fingerprints and
 * moments, no ids.
 *
 * <p>As JSON it has a line for each village (NDJSON) after one for the whole. Moments are microseconds since 1970: the
 * latest with data, the latest that counted, and the latest at which that ended: by a return or another interview, or because
 * data were given up.
 *
 * <pre>{@code
 * {"format":"bmnkit-progress-1","plan":"<SHA-256>","measure":"CONFIRMED","at":"2027-01-05T10:00:00Z","villages":1}
 * {"village":"36010101","listed":true,"households":{"1f..9c":{"due":"q1-2","data":17..,"counted":17..,"reopened":17..}}}
 * }</pre>
 */
public final class ProgressSnapshot {
    /** The time of Thailand, which has no daylight saving. */
    private static final ZoneOffset THAILAND = ZoneOffset.ofHours(7);

    private final ConfirmedPlan plan;
    private final Measure measure;
    private final Instant at;
    private final Map<VillageCode, VillageTally> villages;

    ProgressSnapshot(ConfirmedPlan plan, Measure measure, Instant at, Map<VillageCode, VillageTally> villages) {
        this.plan = plan;
        this.measure = measure;
        this.at = at;
        this.villages = villages;
    }

    /** The targets of a village for each period. */
    static long[] targets(QuotaPlan plan, VillageCode village) {
        return plan.periods().stream()
                .mapToLong(period -> plan.target(village, period))
                .toArray();
    }

    /**
     * Reads a snapshot as {@link #writeJson} wrote it.
     *
     * @param plan the plan that it was made with
     * @param json the lines, UTF-8; read to their end and not closed
     * @return the snapshot, or everything that is wrong with it
     */
    public static Reading<ProgressSnapshot> readJson(ConfirmedPlan plan, InputStream json) {
        return new SnapshotReader(requireNonNull(plan, "plan")).read(requireNonNull(json, "json"));
    }

    /**
     * Writes the snapshot as JSON, villages by code: the same for the same figures, on every machine.
     *
     * @param out where the lines are written, UTF-8; neither flushed nor closed
     * @throws IOException if it cannot be written
     */
    public void writeJson(OutputStream out) throws IOException {
        SnapshotWriter.write(this, new TreeMap<>(villages), out);
    }

    /**
     * Returns the targets.
     *
     * @return the confirmed plan
     */
    public ConfirmedPlan plan() {
        return plan;
    }

    /**
     * Returns which step counts.
     *
     * @return the measure
     */
    public Measure measure() {
        return measure;
    }

    /**
     * Returns the moment up to which events are counted.
     *
     * @return the moment
     */
    public Instant at() {
        return at;
    }

    /**
     * Returns the day of the moment.
     *
     * @return the date in Thailand
     */
    public LocalDate day() {
        return LocalDate.ofInstant(at, THAILAND);
    }

    /**
     * Tells whether a household is done.
     *
     * @param village its village
     * @param household the household
     * @return true if it counts, within the target of the village or beyond it
     */
    public boolean isDone(VillageCode village, HouseholdId household) {
        VillageTally tally = villages.get(requireNonNull(village, "village"));
        int at = tally == null ? -1 : tally.find(HouseholdStates.key(household));
        return tally != null && at >= 0 && tally.isDone(at);
    }

    /**
     * Returns what is done in an area of either view, for the whole round.
     *
     * @param area an area of the register; one without a target has none
     * @return the sums of its villages
     * @throws IllegalArgumentException if neither view of the register has the area
     */
    public Figures figures(AreaCode area) {
        return sum(area, village -> buckets(village).figures());
    }

    /**
     * Returns what is done in an area of either view, for a period. Households that are over, and those without data, belong
     * to no period: they are in the figures of the whole round alone.
     *
     * @param area an area of the register; one without a target has none
     * @param period a period of the plan
     * @return the sums of its villages
     * @throws IllegalArgumentException if neither view of the register has the area, or the plan has no such period
     */
    public Figures figures(AreaCode area, Period period) {
        int column = plan.plan().periods().indexOf(requireNonNull(period, "period"));
        if (column < 0) {
            throw new IllegalArgumentException("no period " + period + " in the plan");
        }
        return sum(area, village -> buckets(village).figures(column));
    }

    private Buckets buckets(VillageCode village) {
        VillageTally tally = villages.get(village);
        return tally == null ? new Buckets(targets(plan.plan(), village), false) : tally.buckets();
    }

    /** Sums up over the villages of an area that have a target. */
    Figures sum(AreaCode area, Function<VillageCode, Figures> ofVillage) {
        return sum(tree(area), area, ofVillage);
    }

    private Figures sum(AreaTree tree, AreaCode area, Function<VillageCode, Figures> ofVillage) {
        if (area instanceof VillageCode village) {
            return plan.plan().contains(village) ? ofVillage.apply(village) : Figures.NONE;
        }
        Figures sum = Figures.NONE;
        for (AreaCode child : tree.children(area)) {
            sum = sum.plus(sum(tree, child, ofVillage));
        }
        return sum;
    }

    /** A view that has the area: the one in which data are certified, if it has. */
    AreaTree tree(AreaCode area) {
        AreaTree certifying = plan.register().tree(AreaView.CERTIFYING);
        AreaTree tree = certifying.contains(area) ? certifying : plan.register().tree(AreaView.ADMINISTRATIVE);
        tree.position(area);
        return tree;
    }

    /** The buckets of a village as they are before anything is done. */
    Buckets emptyBuckets(VillageCode village) {
        VillageTally tally = villages.get(village);
        return new Buckets(targets(plan.plan(), village), tally != null && tally.isListed());
    }

    /** In which period a household is due. */
    int due(VillageCode village, HouseholdId household) {
        VillageTally tally = villages.get(village);
        int at = tally == null ? -1 : tally.find(HouseholdStates.key(household));
        return tally == null || at < 0 ? HouseholdStates.NOT_DUE : tally.due(at);
    }

    /**
     * Returns what this snapshot and another know together. It makes no difference which households or events are in which
     * of them, or in both.
     *
     * @param other a snapshot of the same moment, plan and measure
     * @return both together
     * @throws IllegalArgumentException if moment, plan or measure are others, or a village has two target lists
     */
    public ProgressSnapshot merge(ProgressSnapshot other) {
        boolean same = measure == other.measure
                && at.equals(other.at)
                && (plan == other.plan
                        || plan.plan().fingerprint().equals(other.plan.plan().fingerprint()));
        if (!same) {
            throw new IllegalArgumentException(
                    "snapshots of different plans, measures or moments: " + this + ", " + other);
        }
        Map<VillageCode, VillageTally> merged = new HashMap<>(villages);
        other.villages.forEach((village, tally) -> merged.merge(village, tally, (a, b) -> {
            long[] targets = targets(plan.plan(), village);
            VillageTally both = a.merge(b, targets);
            if (!both.fits(targets)) {
                throw new IllegalArgumentException("two target lists of " + village);
            }
            return both;
        }));
        return new ProgressSnapshot(plan, measure, at, merged);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProgressSnapshot that
                && measure == that.measure
                && at.equals(that.at)
                && villages.equals(that.villages);
    }

    @Override
    public int hashCode() {
        return 31 * at.hashCode() + villages.hashCode();
    }

    @Override
    public String toString() {
        return "ProgressSnapshot[" + measure + ", at=" + at + ", "
                + figures(plan.plan().root()) + "]";
    }
}
