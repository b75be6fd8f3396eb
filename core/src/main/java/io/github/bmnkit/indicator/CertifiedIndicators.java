package io.github.bmnkit.indicator;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.certification.Certificate;
import io.github.bmnkit.certification.CertificationState;
import io.github.bmnkit.certification.Hash;
import io.github.bmnkit.finding.Text;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The part of an aggregate that is certified and has not lapsed. A village counts if the unit of the level that the caller
 * names holds a certificate now, and if its numbers are those of the very data that the village reported: counted from the
 * root that the state has, and from as many households as are confirmed under it. So figures from before a correction never
 * pass for certified ones.
 */
public final class CertifiedIndicators {
    /** Why a village does not count as certified. */
    public enum Exclusion {
        /** The register of the certification does not have the village. */
        NOT_IN_REGISTER("ไม่มีในทะเบียนพื้นที่", "not in the register"),
        /** No certificate was issued, or the unit was returned. */
        NOT_CERTIFIED("ยังไม่มีคำรับรอง", "not certified"),
        /** The certificate has lapsed: data beneath have changed since. */
        LAPSED("คำรับรองสิ้นผลเพราะข้อมูลเปลี่ยน", "the certificate has lapsed"),
        /** The village is certified, but none of its households were counted. */
        NOT_COUNTED(
                "รับรองแล้ว แต่ไม่มีครัวเรือนในข้อมูลที่นำมาประมวลผล",
                "certified, but none of its households are in the data"),
        /** The households were counted without a root, or from different ones. */
        WITHOUT_ROOT("ไม่ทราบว่าประมวลผลจากข้อมูลชุดใด", "counted from nobody knows which data"),
        /** The households were counted from other data than those that the village reported last. */
        OTHER_DATA("ประมวลผลจากข้อมูลชุดอื่นที่ไม่ใช่ชุดที่รับรอง", "counted from other data than those certified"),
        /** More or fewer households were counted than are confirmed. */
        OTHER_HOUSEHOLDS("จำนวนครัวเรือนไม่ตรงกับที่ยืนยัน", "not as many households as are confirmed");

        private final Text text;

        Exclusion(String th, String en) {
            text = Text.of(th, en);
        }

        /**
         * Returns the reason in words.
         *
         * @return the reason
         */
        public Text text() {
            return text;
        }
    }

    private final IndicatorAggregate aggregate;
    private final AreaLevel level;
    private final boolean demonstration;
    private final SortedMap<VillageCode, Exclusion> excluded;

    private CertifiedIndicators(
            IndicatorAggregate aggregate,
            AreaLevel level,
            boolean demonstration,
            SortedMap<VillageCode, Exclusion> excluded) {
        this.aggregate = aggregate;
        this.level = level;
        this.demonstration = demonstration;
        this.excluded = Collections.unmodifiableSortedMap(excluded);
    }

    /**
     * Returns what is certified now.
     *
     * @param aggregate what was counted, with the roots that {@link IndicatorTally#add(VillageCode, Hash,
     *     HouseholdIndicators)} was given
     * @param state how far every unit has come, in the same round
     * @param level whose certificate must hold: that of the village itself, or of the unit above it
     * @return the villages that count, and why the others do not
     * @throws IllegalArgumentException if no unit of the level certifies
     */
    public static CertifiedIndicators of(IndicatorAggregate aggregate, CertificationState state, AreaLevel level) {
        AreaTree tree = state.tree();
        if (level == AreaLevel.COUNTRY || !tree.levels().contains(requireNonNull(level, "level"))) {
            throw new IllegalArgumentException("no certificates of the level " + level);
        }
        SortedMap<VillageCode, Exclusion> excluded = new TreeMap<>();
        TreeSet<VillageCode> villages = new TreeSet<>(aggregate.villages());
        tree.areas(AreaLevel.VILLAGE).forEach(village -> villages.add((VillageCode) village));
        boolean demonstration = false;
        for (VillageCode village : villages) {
            if (!tree.contains(village)) {
                excluded.put(village, Exclusion.NOT_IN_REGISTER);
                continue;
            }
            boolean isCounted = aggregate.of(village).households() > 0;
            if (!isCounted && state.figures(village).confirmed() == 0) {
                continue;
            }
            AreaCode unit = unit(tree, village, level);
            Optional<Certificate> certificate = state.certificate(unit);
            Optional<Exclusion> reason = certificate.isEmpty()
                    ? Optional.of(
                            state.lapsedCertificate(unit).isPresent() ? Exclusion.LAPSED : Exclusion.NOT_CERTIFIED)
                    : mismatch(aggregate, state, village);
            reason.ifPresent(why -> excluded.put(village, why));
            demonstration |= reason.isEmpty()
                    && certificate.orElseThrow().content().basis().demonstration();
        }
        IndicatorAggregate certified = aggregate.only(village -> !excluded.containsKey(village));
        return new CertifiedIndicators(certified, level, demonstration, excluded);
    }

    private static AreaCode unit(AreaTree tree, VillageCode village, AreaLevel level) {
        AreaCode unit = village;
        while (unit.level() != level) {
            unit = tree.parent(unit).orElseThrow();
        }
        return unit;
    }

    private static Optional<Exclusion> mismatch(
            IndicatorAggregate aggregate, CertificationState state, VillageCode village) {
        long households = aggregate.of(village).households();
        Optional<Hash> root = aggregate.root(village);
        if (households == 0) {
            return Optional.of(Exclusion.NOT_COUNTED);
        }
        if (root.isEmpty()) {
            return Optional.of(Exclusion.WITHOUT_ROOT);
        }
        if (!root.get().equals(state.root(village))) {
            return Optional.of(Exclusion.OTHER_DATA);
        }
        return households == state.figures(village).confirmed()
                ? Optional.empty()
                : Optional.of(Exclusion.OTHER_HOUSEHOLDS);
    }

    /**
     * Returns what was counted of the villages that count.
     *
     * @return the aggregate of these villages alone
     */
    public IndicatorAggregate aggregate() {
        return aggregate;
    }

    /**
     * Returns whose certificate had to hold.
     *
     * @return the level
     */
    public AreaLevel level() {
        return level;
    }

    /**
     * Tells whether a certificate that counts rests on definitions used outside the rounds for which they hold.
     *
     * @return true if one does; every report then says so
     */
    public boolean isDemonstration() {
        return demonstration;
    }

    /**
     * Returns the villages with data that do not count.
     *
     * @return the reasons, by village
     */
    public SortedMap<VillageCode, Exclusion> excluded() {
        return excluded;
    }

    /** Shows the level, and how many villages count and do not. */
    @Override
    public String toString() {
        return "CertifiedIndicators[" + level + ", villages="
                + aggregate.cells().size() + ", excluded=" + excluded.size() + "]";
    }
}
