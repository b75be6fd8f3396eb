package io.github.bmnkit.quota;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is done in a period that closes, summed up from the areas that have none below them, and what that leaves. */
final class Closing {
    private final AreaCode[] areas;
    private final int[] parents;
    private final long[] left;
    private final long[][] byPeriod;
    private final int column;

    Closing(AreaCode[] areas, int[] parents, long[] totals, long[][] byPeriod, int column) {
        this.areas = areas;
        this.parents = parents;
        this.column = column;
        this.byPeriod = Arrays.stream(byPeriod).map(long[]::clone).toArray(long[][]::new);
        left = totals.clone();
        for (int k = 0; k < column; k++) {
            for (int i = 0; i < left.length; i++) {
                left[i] -= byPeriod[k][i];
            }
        }
    }

    /** Returns everything that is wrong. */
    List<Finding> take(Map<AreaCode, Long> done) {
        boolean[] above = new boolean[areas.length];
        Arrays.stream(parents).filter(parent -> parent >= 0).forEach(parent -> above[parent] = true);
        List<Finding> findings = new ArrayList<>();
        Set<AreaCode> asked = new HashSet<>();
        long[] sums = byPeriod[column];
        Arrays.fill(sums, 0);
        for (int i = areas.length - 1; i >= 0; i--) {
            if (!above[i]) {
                asked.add(areas[i]);
                Long number = done.get(areas[i]);
                if (number == null) {
                    findings.add(about(QuotaFinding.DONE_MISSING, areas[i]));
                } else if (number < 0 || number > left[i]) {
                    findings.add(about(QuotaFinding.DONE_OUT_OF_RANGE, areas[i])
                            .with("done", number)
                            .with("left", left[i]));
                } else {
                    sums[i] = number;
                }
            }
            if (i > 0) {
                sums[parents[i]] += sums[i];
            }
            left[i] -= sums[i];
        }
        Collections.reverse(findings);
        done.keySet().stream()
                .filter(area -> !asked.contains(requireNonNull(area, "area")))
                .sorted()
                .forEach(area -> findings.add(about(QuotaFinding.DONE_NOT_ASKED, area)));
        return findings;
    }

    private static Finding about(QuotaFinding code, AreaCode area) {
        return Finding.of(code).at(Place.area(area.value())).with("area", area.value());
    }

    long[][] byPeriod() {
        return byPeriod;
    }

    long[] left() {
        return left;
    }

    /** What was planned for the root in the open periods; where that was nothing, they count alike. */
    long[] rootWeights() {
        long[] weights = new long[byPeriod.length - column - 1];
        Arrays.setAll(weights, k -> byPeriod[column + 1 + k][0]);
        if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
            Arrays.fill(weights, 1);
        }
        return weights;
    }
}
