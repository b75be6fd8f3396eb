package io.github.bmnkit.release;

import io.github.bmnkit.area.AreaTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Puts small areas together until every area that is shown stands for enough households. Areas with too few are left to
 * the area above, which is then shown in their place: the rest of a tambon, of a district and so on. If what is left there
 * is too few again, the smallest of the areas beneath that stand for themselves are added to it; if that is still too few,
 * all of it goes one level up.
 */
final class AreaRollUp {
    /** Areas that are shown as one. */
    private record Group(int households, List<Integer> areas) {
        Group and(Group other) {
            List<Integer> all = new ArrayList<>(areas);
            all.addAll(other.areas);
            return new Group(households + other.households, all);
        }
    }

    private AreaRollUp() {}

    /**
     * Finds the area that is shown in the place of each.
     *
     * @param households how many households to release each area has, by its position; only areas of one level have some
     * @return by the position of an area that of the area shown in its place; -1 for those without households, and for all
     *     if there are too few in the country
     */
    static int[] shown(AreaTree tree, int[] households, int least) {
        int size = tree.size();
        List<List<Group>> standing = new ArrayList<>();
        List<Group> left = new ArrayList<>();
        int[] shown = new int[size];
        Arrays.fill(shown, -1);
        for (int i = 0; i < size; i++) {
            standing.add(new ArrayList<>());
            left.add(new Group(households[i], households[i] > 0 ? List.of(i) : List.of()));
        }
        for (int area = size - 1; area >= 0; area--) {
            Group rest = left.get(area);
            List<Group> groups = standing.get(area);
            if (rest.households() > 0 && rest.households() < least) {
                groups.sort(Comparator.comparingInt(Group::households)
                        .thenComparing(group -> group.areas().get(0)));
                while (rest.households() < least && !groups.isEmpty()) {
                    rest = rest.and(groups.remove(0));
                }
            }
            if (rest.households() >= least) {
                for (int each : rest.areas()) {
                    shown[each] = area;
                }
                groups.add(rest);
                rest = new Group(0, List.of());
            }
            int parent = tree.parentPosition(area);
            if (parent >= 0) {
                standing.get(parent).addAll(groups);
                left.set(parent, left.get(parent).and(rest));
                standing.set(area, List.of());
            } else if (rest.households() > 0) {
                Arrays.fill(shown, -1);
            }
        }
        return shown;
    }
}
