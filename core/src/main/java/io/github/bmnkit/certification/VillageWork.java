package io.github.bmnkit.certification;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.json.CanonicalJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The households of one village: its target list, and how far each has come. What is confirmed makes up the village's root,
 * a Merkle tree over the commitments in the order of the household ids. A host loads one village at a time; {@link
 * Certification} knows of it only what {@link Report} says.
 */
public final class VillageWork {
    private final VillageCode village;
    private final HouseholdId[] households;
    private final HouseholdWork[] work;
    private final long changes;
    private final long events;
    private final Figures figures;

    private VillageWork(
            VillageCode village,
            HouseholdId[] households,
            HouseholdWork[] work,
            long changes,
            long events,
            Figures figures) {
        this.village = village;
        this.households = households;
        this.work = work;
        this.changes = changes;
        this.events = events;
        this.figures = figures;
    }

    /**
     * Starts the work in a village.
     *
     * @param village the village
     * @param targets the households on its target list
     * @return the work, of which nothing is done
     */
    public static VillageWork of(VillageCode village, Collection<HouseholdId> targets) {
        HouseholdId[] sorted = new TreeSet<>(targets).toArray(HouseholdId[]::new);
        HouseholdWork[] work = new HouseholdWork[sorted.length];
        Arrays.fill(work, HouseholdWork.LISTED);
        return new VillageWork(requireNonNull(village, "village"), sorted, work, 1, 0, figures(work));
    }

    /** How far a household on the target list has come. */
    public enum HouseholdStage {
        /** Nobody has been given the household yet. */
        LISTED("อยู่ในบัญชีเป้าหมาย", "on the target list"),
        /** A collector has the household, and there are no answers, or answers that were returned. */
        ASSIGNED("มอบหมายแล้ว", "assigned"),
        /** The interview is done and recorded. */
        COLLECTED("จัดเก็บแล้ว", "collected"),
        /** The collector has checked the answers. */
        CHECKED("ตรวจสอบแล้ว", "checked"),
        /** The head of the household or a representative has confirmed the answers. */
        CONFIRMED("ยืนยันแล้ว", "confirmed"),
        /** There will be no answers; an extension. */
        WITHOUT_DATA("สรุปได้โดยไม่มีข้อมูล", "resolved without data");

        private final Text text;

        HouseholdStage(String th, String en) {
            text = Text.of(th, en);
        }

        /**
         * Returns the name of the stage.
         *
         * @return the name in Thai and English
         */
        public Text text() {
            return text;
        }

        /**
         * Tells whether nothing is left to do.
         *
         * @return true for {@link #CONFIRMED} and {@link #WITHOUT_DATA}
         */
        public boolean isResolved() {
            return this == CONFIRMED || this == WITHOUT_DATA;
        }
    }

    /**
     * What a village says of its households to the kernel, and so to the ledger: counts and a root, no household.
     *
     * @param village the village
     * @param changes how often target list or confirmed data have changed, from 1
     * @param root the root of what is confirmed
     * @param figures how far the households have come
     */
    public record Report(VillageCode village, long changes, Hash root, Figures figures) {
        /**
         * Checks that every part is there.
         *
         * @param village the village
         * @param changes how often target list or confirmed data have changed, from 1
         * @param root the root of what is confirmed
         * @param figures how far the households have come
         * @throws IllegalArgumentException if there is no change
         */
        public Report {
            requireNonNull(village, "village");
            requireNonNull(root, "root");
            requireNonNull(figures, "figures");
            if (changes < 1 || changes > CanonicalJson.MAX_INTEGER) {
                throw new IllegalArgumentException("changes are counted from 1: " + changes);
            }
        }
    }

    /**
     * Decides about an event: whether it can happen now, and if not, all reasons.
     *
     * @param event what is said to have happened
     * @param definition which extensions are on
     * @return the event itself, or the reasons
     */
    public Decision<HouseholdEvent> decide(HouseholdEvent event, CertificationDefinition definition) {
        int at = Arrays.binarySearch(households, event.household());
        if (at < 0) {
            return new Decision.Refused<>(List.of(new Refusal(
                    Finding.of(RefusalCode.HOUSEHOLD_UNKNOWN)
                            .with("household", event.household().value())
                            .with("village", village.value()),
                    List.of(village),
                    List.of(event.household()))));
        }
        HouseholdWork.Past known = work[at].find(event.id());
        if (known != null && known.event().equals(event)) {
            return new Decision.Repeated<>(known.number());
        }
        List<Refusal> reasons = new ArrayList<>();
        if (known != null) {
            reasons.add(new Refusal(
                    Finding.of(RefusalCode.EVENT_ID_REUSED)
                            .with("id", event.id())
                            .with("household", event.household().value()),
                    List.of(),
                    List.of(event.household())));
        }
        reasons.addAll(work[at].reasons(event, requireNonNull(definition, "definition")));
        reasons.sort((a, b) -> a.code().compareTo(b.code()));
        return reasons.isEmpty() ? new Decision.Accepted<>(List.of(event)) : new Decision.Refused<>(reasons);
    }

    /**
     * Returns the work after an event that {@link #decide} accepted.
     *
     * @param event what happened
     * @return the work; this one stays as it is
     * @throws IllegalArgumentException if the household is not on the target list
     */
    public VillageWork evolve(HouseholdEvent event) {
        return evolveAll(List.of(event));
    }

    /**
     * Returns the work after events that {@link #decide} accepted one after the other, as a host keeps them of a village.
     *
     * @param happened what happened, in order
     * @return the work; this one stays as it is
     * @throws IllegalArgumentException if a household is not on the target list
     */
    public VillageWork evolveAll(Collection<HouseholdEvent> happened) {
        HouseholdWork[] next = work.clone();
        long changed = changes;
        Figures counted = figures;
        for (HouseholdEvent event : happened) {
            int at = index(event.household());
            HouseholdWork before = next[at];
            next[at] = before.after(event);
            // Counting all households anew for each event would make a season cost the square of the village's size.
            counted = counted.replacing(before.figures(), next[at].figures());
            changed += next[at].binds(before) ? 0 : 1;
        }
        return new VillageWork(village, households, next, changed, events + happened.size(), counted);
    }

    /**
     * Returns the work with another target list. Households that stay keep their work; the others are dropped.
     *
     * @param targets the households on the new list
     * @return the work; a change of the village's data, if the list is another
     */
    public VillageWork withTargets(Collection<HouseholdId> targets) {
        HouseholdId[] sorted = new TreeSet<>(targets).toArray(HouseholdId[]::new);
        if (Arrays.equals(sorted, households)) {
            return this;
        }
        HouseholdWork[] next = new HouseholdWork[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            int at = Arrays.binarySearch(households, sorted[i]);
            next[i] = at < 0 ? HouseholdWork.LISTED : work[at];
        }
        return new VillageWork(village, sorted, next, changes + 1, events, figures(next));
    }

    /**
     * Returns the village.
     *
     * @return its code
     */
    public VillageCode village() {
        return village;
    }

    /**
     * Returns the target list.
     *
     * @return the households, by id
     */
    public List<HouseholdId> targets() {
        return List.of(households);
    }

    /**
     * Returns how far a household has come.
     *
     * @param household a household on the target list
     * @return its stage
     * @throws IllegalArgumentException if the household is not on the list
     */
    public HouseholdStage stage(HouseholdId household) {
        return work[index(household)].stage();
    }

    /**
     * Returns who collects from a household.
     *
     * @param household a household on the target list
     * @return the collector; null if it was not assigned
     * @throws IllegalArgumentException if the household is not on the list
     */
    public @Nullable ActorId collector(HouseholdId household) {
        return work[index(household)].collector();
    }

    /**
     * Returns the households that are not resolved: with those that are, they make up the target list.
     *
     * @return the households, by id
     */
    public List<HouseholdId> unresolved() {
        List<HouseholdId> found = new ArrayList<>();
        for (int i = 0; i < work.length; i++) {
            if (!work[i].stage().isResolved()) {
                found.add(households[i]);
            }
        }
        return List.copyOf(found);
    }

    /**
     * Returns what the village says to the kernel.
     *
     * @return counts and root
     */
    public Report report() {
        return new Report(village, changes, Merkle.root(leaves()), figures);
    }

    /**
     * Proves that what a household confirmed is part of the village's root.
     *
     * @param household a household that is resolved
     * @return the proof
     * @throws IllegalArgumentException if the household is not on the list, or not resolved
     */
    public InclusionProof proof(HouseholdId household) {
        int at = index(household);
        if (work[at].leaf() == null) {
            throw new IllegalArgumentException("household " + household + " is not resolved");
        }
        int before = (int)
                Arrays.stream(work, 0, at).filter(each -> each.leaf() != null).count();
        return InclusionProof.of(leaves(), before);
    }

    private static Figures figures(HouseholdWork[] work) {
        Figures sum = Figures.NONE;
        for (HouseholdWork each : work) {
            sum = sum.plus(each.figures());
        }
        return sum;
    }

    private List<Hash> leaves() {
        List<Hash> leaves = new ArrayList<>(work.length);
        for (HouseholdWork each : work) {
            Hash leaf = each.leaf();
            if (leaf != null) {
                leaves.add(leaf);
            }
        }
        return leaves;
    }

    private int index(HouseholdId household) {
        int at = Arrays.binarySearch(households, requireNonNull(household, "household"));
        if (at < 0) {
            throw new IllegalArgumentException("household " + household + " is not on the list of " + village);
        }
        return at;
    }

    @Override
    public String toString() {
        return "VillageWork[" + village + ", " + figures + ", events=" + events + "]";
    }
}
