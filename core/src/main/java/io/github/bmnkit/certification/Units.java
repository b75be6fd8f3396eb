package io.github.bmnkit.certification;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import java.util.Optional;

/** The certifying tree, with the way from the country down to each unit. */
final class Units {
    private final AreaTree tree;
    private final int[] inParent;

    Units(AreaTree tree) {
        this.tree = tree;
        inParent = new int[tree.size()];
        int[] next = new int[tree.size()];
        // Children stand in a parent by code, as they do in their level.
        for (int i = 1; i < tree.size(); i++) {
            inParent[i] = next[tree.parentPosition(i)]++;
        }
    }

    AreaTree tree() {
        return tree;
    }

    /** The indices to follow from the country down to a unit. */
    int[] path(AreaCode unit) {
        return path(tree.position(unit));
    }

    private int[] path(int position) {
        int depth = 0;
        for (int at = position; at > 0; at = tree.parentPosition(at)) {
            depth++;
        }
        int[] path = new int[depth];
        for (int at = position; at > 0; at = tree.parentPosition(at)) {
            path[--depth] = inParent[at];
        }
        return path;
    }

    Optional<AreaCode> parent(AreaCode unit) {
        return tree.parent(unit);
    }

    /** Whether a unit lies beneath another or is the same. */
    boolean within(AreaCode unit, AreaCode above) {
        int at = tree.position(unit);
        int wanted = tree.position(above);
        while (at > wanted) {
            at = tree.parentPosition(at);
        }
        return at == wanted;
    }

    UnitNode nodes() {
        UnitNode[] nodes = new UnitNode[tree.size()];
        // Children come after their parents: from the last up, all children of a node are there.
        for (int i = tree.size() - 1; i >= 0; i--) {
            AreaCode unit = tree.area(i);
            nodes[i] = unit.level() == AreaLevel.VILLAGE
                    ? UnitNode.village()
                    : UnitNode.of(tree.children(unit).stream()
                            .map(child -> nodes[tree.position(child)])
                            .toArray(UnitNode[]::new));
        }
        return nodes[0];
    }
}
