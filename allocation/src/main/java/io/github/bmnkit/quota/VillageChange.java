package io.github.bmnkit.quota;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.VillageCode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What two registers alone do not tell about a village: of which other one it is the heir. Villages that open, close, grow
 * or shrink need no such statement; the registers show them.
 */
public sealed interface VillageChange {
    /**
     * Returns the villages of the old register that are divided or united.
     *
     * @return their codes, sorted, each once
     */
    List<VillageCode> from();

    /**
     * Returns the villages of the new register that come of them.
     *
     * @return their codes, sorted, each once
     */
    List<VillageCode> into();

    /**
     * A village was divided. Its parts inherit its target in proportion to their registered households. A village whose
     * code changed is one with a single part.
     *
     * @param village the village of the old register
     * @param into its parts in the new register; a part may keep the old code
     */
    record Split(VillageCode village, List<VillageCode> into) implements VillageChange {
        /**
         * Sorts the parts.
         *
         * @param village the village of the old register
         * @param into its parts in the new register
         * @throws IllegalArgumentException if there is no part, or one is named twice
         */
        public Split {
            requireNonNull(village, "village");
            into = sorted(into);
        }

        @Override
        public List<VillageCode> from() {
            return List.of(village);
        }
    }

    /**
     * Villages were united. The new one inherits the sum of their targets.
     *
     * @param from the villages of the old register
     * @param village the village of the new register, which may be one of them
     */
    record Merge(List<VillageCode> from, VillageCode village) implements VillageChange {
        /**
         * Sorts the villages.
         *
         * @param from the villages of the old register
         * @param village the village of the new register
         * @throws IllegalArgumentException if there is no village to unite, or one is named twice
         */
        public Merge {
            requireNonNull(village, "village");
            from = sorted(from);
        }

        @Override
        public List<VillageCode> into() {
            return List.of(village);
        }
    }

    private static List<VillageCode> sorted(List<VillageCode> villages) {
        Set<VillageCode> sorted = new TreeSet<>(villages);
        if (sorted.isEmpty() || sorted.size() < villages.size()) {
            throw new IllegalArgumentException("villages must be named, and each once: " + villages);
        }
        return List.copyOf(sorted);
    }
}
