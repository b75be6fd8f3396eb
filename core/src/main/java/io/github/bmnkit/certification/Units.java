package io.github.bmnkit.certification;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The units by their positions in the certifying tree: a decision looks a unit up once, and then follows positions. A
 * search through 80,000 codes for each look took more than half of a decision's time.
 */
final class Units {
    private final AreaTree tree;
    private final Map<AreaCode, Integer> positions;
    private final int[] inParent;
    private final UnitNode open;

    Units(AreaTree tree) {
        this.tree = tree;
        positions = new HashMap<>(tree.size() * 2);
        inParent = new int[tree.size()];
        int[] next = new int[tree.size()];
        positions.put(tree.area(0), 0);
        // Children stand in a parent by code, as they do in their level.
        for (int i = 1; i < tree.size(); i++) {
            positions.put(tree.area(i), i);
            inParent[i] = next[tree.parentPosition(i)]++;
        }
        open = open(tree);
    }

    AreaTree tree() {
        return tree;
    }

    /** The position of a unit; -1 if it is not in the tree. */
    int find(AreaCode unit) {
        return Objects.requireNonNullElse(positions.get(unit), -1);
    }

    /** The position of a unit that is in the tree. */
    int position(AreaCode unit) {
        int position = find(unit);
        return position < 0 ? tree.position(unit) : position; // the tree says what is wrong
    }

    /** The position of the unit above; -1 for the country. */
    int parent(int position) {
        return tree.parentPosition(position);
    }

    /** Which child of the unit above it is, from 0. */
    int inParent(int position) {
        return inParent[position];
    }

    /** Whether a unit lies beneath another or is the same. */
    boolean within(int position, int above) {
        int at = position;
        while (at > above) {
            at = tree.parentPosition(at);
        }
        return at == above;
    }

    /** The node of a unit in a state. */
    UnitNode node(UnitNode country, int position) {
        return position == 0 ? country : node(country, parent(position)).child(inParent[position]);
    }

    /** The nodes of a state with another in the place of one unit's, which an event reached. */
    UnitNode with(UnitNode country, int position, UnitNode changed, CertificationEvent event, long sequence) {
        UnitNode above = changed;
        for (int at = position; at > 0; at = parent(at)) {
            above = node(country, parent(at)).with(inParent[at], above, sequence, event.at());
        }
        return above;
    }

    /** The country before the first event. */
    UnitNode open() {
        return open;
    }

    private static UnitNode open(AreaTree tree) {
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
