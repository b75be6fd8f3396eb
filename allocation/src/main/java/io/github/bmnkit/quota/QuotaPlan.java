package io.github.bmnkit.quota;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import io.github.bmnkit.apportionment.Ratio;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.RegionCode;
import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.round.Period;
import io.github.bmnkit.round.SurveyRound;
import io.github.bmnkit.round.TargetTable;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who has to survey how many households: a target for every area of a part of the tree, for the whole round and for each
 * period. The target of an area is always the sum of its children's.
 *
 * <pre>{@code
 * QuotaPlan official = QuotaPlan.imposed(SurveyRounds.bmn2569());
 * Reading<QuotaPlan> plan = official.cascade(ProvinceCode.of("36"), tree, CascadeRules.of(Method.WEBSTER));
 * }</pre>
 */
public final class QuotaPlan {
    private final List<Period> periods;
    private final AreaCode[] areas;
    private final int[] parents;
    private final long[] totals;
    private final long[][] byPeriod;
    private final Map<AreaCode, Integer> positions;
    private final @Nullable Origin origin;

    /** Takes over the arrays: areas with parents before children, and of each its parent's position, -1 for the root. */
    QuotaPlan(List<Period> periods, AreaCode[] areas, int[] parents, long[][] byPeriod, @Nullable Origin origin) {
        this.periods = List.copyOf(periods);
        this.areas = areas;
        this.parents = parents;
        this.byPeriod = byPeriod;
        this.origin = origin;
        totals = new long[areas.length];
        positions = new HashMap<>(areas.length * 2);
        for (int i = 0; i < areas.length; i++) {
            positions.put(areas[i], i);
            for (long[] period : byPeriod) {
                totals[i] = Math.addExact(totals[i], period[i]);
            }
        }
    }

    /**
     * Takes the targets of a round as they were decided, for the country, its inspection regions and provinces.
     *
     * @param round the round, whose table adds up
     * @return the plan
     */
    public static QuotaPlan imposed(SurveyRound round) {
        TargetTable table = round.targets();
        List<AreaCode> areas = new ArrayList<>(List.of(CountryCode.THAILAND));
        List<Integer> parents = new ArrayList<>(List.of(-1));
        for (RegionCode region : table.regions()) {
            int parent = areas.size();
            areas.add(region);
            parents.add(0);
            for (ProvinceCode province : table.provinces(region)) {
                areas.add(province);
                parents.add(parent);
            }
        }
        long[][] byPeriod = new long[table.periods().size()][];
        Arrays.setAll(
                byPeriod,
                k -> areas.stream()
                        .mapToLong(
                                area -> table.households(area, table.periods().get(k)))
                        .toArray());
        return new QuotaPlan(
                table.periods(),
                areas.toArray(AreaCode[]::new),
                parents.stream().mapToInt(Integer::intValue).toArray(),
                byPeriod,
                null);
    }

    /**
     * Shares the targets of an area out among all areas below it, down to the villages. Areas that this plan already has
     * keep their imposed targets; below them, each level shares its parent's target by the rules. Periods follow: of each
     * area's target, the part for a period is proportional but for rounding.
     *
     * @param root the area to start from, such as a province
     * @param tree the register, in the administrative view
     * @param rules how to share out
     * @return the plan of {@code root} and all below it, or every reason why there is none
     * @throws IllegalArgumentException if {@code root} is not in this plan
     */
    public Reading<QuotaPlan> cascade(AreaCode root, AreaTree tree, CascadeRules rules) {
        position(root);
        return new Cascade(this, root, requireNonNull(tree, "tree"), requireNonNull(rules, "rules")).plan();
    }

    /**
     * Sums the targets of the villages up along another view, such as the certifying one.
     *
     * @param tree a view of the register that this plan was made with
     * @return a plan with the same villages, whose other areas are those of the view
     * @throws IllegalArgumentException if this plan has no villages, or one that the tree does not have
     */
    public QuotaPlan along(AreaTree tree) {
        List<AreaCode> villages = areas(AreaLevel.VILLAGE);
        if (villages.isEmpty()) {
            throw new IllegalArgumentException("a plan without villages has one view only");
        }
        long[][] sums = new long[periods.size()][tree.size()];
        boolean[] used = new boolean[tree.size()];
        for (AreaCode village : villages) {
            int from = position(village);
            for (int at = tree.position(village); at >= 0; at = tree.parentPosition(at)) {
                used[at] = true;
                for (int k = 0; k < sums.length; k++) {
                    sums[k][at] += byPeriod[k][from];
                }
            }
        }
        int[] kept = IntStream.range(0, used.length).filter(i -> used[i]).toArray();
        AreaCode[] keptAreas = Arrays.stream(kept).mapToObj(tree::area).toArray(AreaCode[]::new);
        int[] keptParents = Arrays.stream(kept)
                .map(i -> Arrays.binarySearch(kept, tree.parentPosition(i)))
                .toArray();
        keptParents[0] = -1;
        long[][] keptSums = new long[sums.length][];
        Arrays.setAll(
                keptSums, k -> Arrays.stream(kept).mapToLong(i -> sums[k][i]).toArray());
        return new QuotaPlan(periods, keptAreas, keptParents, keptSums, null);
    }

    /**
     * Returns the periods.
     *
     * @return the periods, in order
     */
    public List<Period> periods() {
        return periods;
    }

    /**
     * Returns the area that the whole plan is for.
     *
     * @return the root
     */
    public AreaCode root() {
        return areas[0];
    }

    /**
     * Returns all areas.
     *
     * @return the areas; a parent comes before its children
     */
    public List<AreaCode> areas() {
        return List.of(areas);
    }

    /**
     * Returns the areas of a level.
     *
     * @param level a level
     * @return the areas, in the order of the plan; empty if it does not have the level
     */
    public List<AreaCode> areas(AreaLevel level) {
        return Arrays.stream(areas).filter(area -> area.level() == level).toList();
    }

    /**
     * Tells whether the plan has a target for an area.
     *
     * @param area an area
     * @return true if it has
     */
    public boolean contains(AreaCode area) {
        return positions.containsKey(area);
    }

    /**
     * Returns the parent of an area.
     *
     * @param area an area of this plan
     * @return its parent; empty for the root
     * @throws IllegalArgumentException if the plan has no such area
     */
    public Optional<AreaCode> parent(AreaCode area) {
        int parent = parents[position(area)];
        return parent < 0 ? Optional.empty() : Optional.of(areas[parent]);
    }

    /**
     * Returns the target of an area for the whole round.
     *
     * @param area an area of this plan
     * @return the number of households
     * @throws IllegalArgumentException if the plan has no such area
     */
    public long target(AreaCode area) {
        return totals[position(area)];
    }

    /**
     * Returns the target of an area for a period.
     *
     * @param area an area of this plan
     * @param period a period of this plan
     * @return the number of households
     * @throws IllegalArgumentException if the plan has no such area or period
     */
    public long target(AreaCode area, Period period) {
        int column = periods.indexOf(period);
        if (column < 0) {
            throw new IllegalArgumentException("no period " + period + " in the plan");
        }
        return byPeriod[column][position(area)];
    }

    /**
     * Compares every area's targets with its proportional parts: the area's whole target, split as the root's is.
     *
     * @return the deviations of all areas below the root, for every period, area by area
     */
    public List<Deviation> deviations() {
        List<Deviation> deviations = new ArrayList<>();
        for (int i = 1; i < areas.length; i++) {
            for (int k = 0; k < byPeriod.length; k++) {
                BigInteger part = BigInteger.valueOf(totals[i]).multiply(BigInteger.valueOf(byPeriod[k][0]));
                Ratio proportional =
                        new Ratio(part, BigInteger.valueOf(totals[0]).max(BigInteger.ONE));
                deviations.add(new Deviation(areas[i], periods.get(k), byPeriod[k][i], proportional));
            }
        }
        return deviations;
    }

    /**
     * Returns the ties that were resolved, so that an office can hold a draw of lots instead.
     *
     * @return the ties, in the order of the plan; none if all targets were imposed
     */
    public List<PlanTie> ties() {
        return origin == null ? List.of() : origin.ties();
    }

    /**
     * Explains the target of an area.
     *
     * @param area an area of this plan
     * @return the explanation, from which the target can be computed again
     * @throws IllegalArgumentException if the plan has no such area
     */
    public QuotaExplanation explain(AreaCode area) {
        long target = target(area);
        return origin == null
                ? new QuotaExplanation(area, target, null, Map.of())
                : origin.explain(area, target, parent(area));
    }

    /**
     * Writes the plan as CSV: level, code, parent, a column for each period, and the total.
     *
     * @return the CSV text; the same for the same input, on every machine
     */
    public String toCsv() {
        List<String> header = new ArrayList<>(List.of("level", "area_code", "parent_code"));
        periods.forEach(period -> header.add("households_" + period.id()));
        header.add("households_total");
        CsvWriter out = new CsvWriter(header);
        for (int i = 0; i < areas.length; i++) {
            List<String> row = new ArrayList<>();
            row.add(areas[i].level().name());
            row.add(areas[i].value());
            row.add(parents[i] < 0 ? "" : areas[parents[i]].value());
            for (long[] period : byPeriod) {
                row.add(Long.toString(period[i]));
            }
            row.add(Long.toString(totals[i]));
            out.row(row);
        }
        return out.toString();
    }

    /**
     * Returns a fingerprint of the plan.
     *
     * @return the SHA-256 of {@link #toCsv()} in UTF-8, in 64 hexadecimal digits
     */
    public String fingerprint() {
        return Hashing.sha256().hashString(toCsv(), StandardCharsets.UTF_8).toString();
    }

    private int position(AreaCode area) {
        Integer position = positions.get(requireNonNull(area, "area"));
        if (position == null) {
            throw new IllegalArgumentException("no " + area.level().text() + " " + area + " in the plan");
        }
        return position;
    }

    @Override
    public String toString() {
        return "QuotaPlan[root=" + root() + ", areas=" + areas.length + ", households=" + totals[0] + "]";
    }
}
