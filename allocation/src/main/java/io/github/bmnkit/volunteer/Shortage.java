package io.github.bmnkit.volunteer;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Why not every household can be given: by Hall's theorem there are households that only some volunteers may visit, who
 * have too little room for them. From the households left over, the paths of the flow lead to exactly these volunteers;
 * shortages that have nothing to do with each other are told apart.
 */
final class Shortage {
    private static final int NAMED = 10;

    private final VisitFlow flow;
    private final Eligibility eligibility;
    private final Place village;

    Shortage(VisitFlow flow, Place village) {
        this.flow = flow;
        this.eligibility = flow.eligibility;
        this.village = village;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        BitSet start = new BitSet();
        for (int i = 0; i < eligibility.stops(); i++) {
            int group = flow.groupOf[i];
            if (group != Eligibility.NOBODY && flow.left[group] > 0) {
                start.or(flow.allowed(group));
                if (flow.allowed(group).isEmpty()) {
                    findings.add(eligibility.nobodyMay(i, village));
                }
            }
        }
        BitSet full = flow.reachable(start);
        while (!full.isEmpty()) {
            BitSet part = connected(full);
            findings.add(tooLittleRoom(part));
            full.andNot(part);
        }
        return findings;
    }

    /** The volunteers who share households with the first of these, directly or through others. */
    private BitSet connected(BitSet full) {
        BitSet part = new BitSet();
        part.set(full.nextSetBit(0));
        int before = 0;
        while (before != part.cardinality()) {
            before = part.cardinality();
            for (int k = 0; k < flow.groups.length; k++) {
                if (flow.allowed(k).intersects(part) && isWithin(flow.allowed(k), full)) {
                    part.or(flow.allowed(k));
                }
            }
        }
        return part;
    }

    private Finding tooLittleRoom(BitSet volunteers) {
        List<Integer> stops = new ArrayList<>();
        for (int i = 0; i < eligibility.stops(); i++) {
            int group = flow.groupOf[i];
            if (group != Eligibility.NOBODY
                    && !flow.allowed(group).isEmpty()
                    && isWithin(flow.allowed(group), volunteers)) {
                stops.add(i);
            }
        }
        int room = volunteers.stream()
                .map(v -> eligibility.capacities[v] - eligibility.visited[v])
                .reduce(0, Math::addExact);
        return Finding.of(VisitFinding.NOT_ENOUGH_ROOM)
                .at(Eligibility.place(village, stops.get(0)))
                .with("households", stops.size())
                .with(
                        "named",
                        first(stops.stream()
                                .map(i -> eligibility.route.get(i).household().value())
                                .toList()))
                .with("volunteers", volunteers.cardinality())
                .with(
                        "who",
                        first(volunteers.stream()
                                .mapToObj(
                                        v -> eligibility.volunteers.get(v).id().value())
                                .toList()))
                .with("room", room)
                .with("missing", stops.size() - room);
    }

    private static boolean isWithin(BitSet inner, BitSet outer) {
        BitSet beyond = (BitSet) inner.clone();
        beyond.andNot(outer);
        return beyond.isEmpty();
    }

    private static String first(List<String> ids) {
        String named = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
        return ids.size() > NAMED ? named + ", ..." : named;
    }
}
