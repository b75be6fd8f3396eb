package io.github.bmnkit.round;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.RegionCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The table of targets that an office imposed: households by province and period, with the sub-totals of the inspection
 * regions and the total of the country as printed. A table in a {@link SurveyRound} adds up in every row and column.
 */
public final class TargetTable {
    /** A row as it stands in the table, with its own printed total. */
    record Row(AreaCode area, List<Long> households, long total, Place place) {}

    /** A region's row with the rows of its provinces. */
    record Region(Row row, Text name, List<Row> provinces) {}

    private final List<Period> periods;
    private final Map<AreaCode, Row> rows = new LinkedHashMap<>();
    private final Map<RegionCode, Region> regions = new LinkedHashMap<>();
    private final Map<ProvinceCode, RegionCode> regionOf = new LinkedHashMap<>();

    private TargetTable(List<Period> periods, Row country, List<Region> regions) {
        this.periods = List.copyOf(periods);
        rows.put(country.area(), country);
        for (Region region : regions) {
            RegionCode code = (RegionCode) region.row().area();
            this.regions.put(code, region);
            rows.put(code, region.row());
            for (Row province : region.provinces()) {
                rows.put(province.area(), province);
                regionOf.put((ProvinceCode) province.area(), code);
            }
        }
    }

    /** Verifies every margin; empty, and findings, if the table does not add up. */
    static Optional<TargetTable> verified(
            List<Period> periods, Row country, List<Region> regions, List<Finding> findings) {
        int before = findings.size();
        List<Row> regionRows = regions.stream().map(Region::row).toList();
        List<Row> provinceRows =
                regions.stream().flatMap(region -> region.provinces().stream()).toList();
        List<Row> all = new ArrayList<>(List.of(country));
        all.addAll(regionRows);
        all.addAll(provinceRows);
        all.forEach(row -> verifyRow(row, periods, findings));
        verifyUnique(all, findings);
        if (findings.size() == before) {
            for (Region region : regions) {
                verifyColumns(RoundFinding.REGION_SUM, region.row(), region.provinces(), periods, findings);
            }
            verifyColumns(RoundFinding.COUNTRY_SUM, country, regionRows, periods, findings);
        }
        return findings.size() == before ? Optional.of(new TargetTable(periods, country, regions)) : Optional.empty();
    }

    private static void verifyRow(Row row, List<Period> periods, List<Finding> findings) {
        if (row.households().size() != periods.size()) {
            findings.add(Finding.of(RoundFinding.FIGURE_COUNT)
                    .at(row.place().withArea(row.area().value()))
                    .with("area", row.area().value())
                    .with("found", row.households().size())
                    .with("expected", periods.size()));
            return;
        }
        long sum = row.households().stream().mapToLong(Long::longValue).sum();
        if (sum != row.total()) {
            findings.add(Finding.of(RoundFinding.ROW_SUM)
                    .at(row.place().withArea(row.area().value()))
                    .with("level", row.area().level().text())
                    .with("area", row.area().value())
                    .with("sum", sum)
                    .with("printed", row.total()));
        }
    }

    private static void verifyUnique(List<Row> rows, List<Finding> findings) {
        Map<AreaCode, Row> seen = new LinkedHashMap<>();
        for (Row row : rows) {
            if (seen.putIfAbsent(row.area(), row) != null) {
                findings.add(Finding.of(RoundFinding.DUPLICATE)
                        .at(row.place().withArea(row.area().value()))
                        .with("what", row.area().level().text())
                        .with("name", row.area().value()));
            }
        }
    }

    private static void verifyColumns(
            RoundFinding code, Row printed, List<Row> parts, List<Period> periods, List<Finding> findings) {
        for (int i = 0; i < periods.size(); i++) {
            int column = i;
            verifyColumn(
                    code,
                    printed,
                    parts,
                    periods.get(i).name(),
                    row -> row.households().get(column),
                    findings);
        }
        verifyColumn(code, printed, parts, Text.of("รวม", "total"), Row::total, findings);
    }

    private static void verifyColumn(
            RoundFinding code,
            Row printed,
            List<Row> parts,
            Text column,
            ToLongFunction<Row> figure,
            List<Finding> findings) {
        long sum = parts.stream().mapToLong(figure).sum();
        if (sum != figure.applyAsLong(printed)) {
            findings.add(Finding.of(code)
                    .at(printed.place().withArea(printed.area().value()))
                    .with("area", printed.area().value())
                    .with("column", column)
                    .with("sum", sum)
                    .with("printed", figure.applyAsLong(printed)));
        }
    }

    /**
     * Returns the periods of the table.
     *
     * @return the periods, in order
     */
    public List<Period> periods() {
        return periods;
    }

    /**
     * Returns the inspection regions, in the order of the table.
     *
     * @return the regions
     */
    public List<RegionCode> regions() {
        return List.copyOf(regions.keySet());
    }

    /**
     * Returns the name of an inspection region.
     *
     * @param region a region of this table
     * @return the printed Thai name, and an English one of ours
     * @throws IllegalArgumentException if the region is not in the table
     */
    public Text name(RegionCode region) {
        return known(regions.get(region), region).name();
    }

    /**
     * Returns the provinces of an inspection region, in the order of the table.
     *
     * @param region a region of this table
     * @return its provinces
     * @throws IllegalArgumentException if the region is not in the table
     */
    public List<ProvinceCode> provinces(RegionCode region) {
        return known(regions.get(region), region).provinces().stream()
                .map(row -> (ProvinceCode) row.area())
                .toList();
    }

    /**
     * Returns all provinces, in the order of the table.
     *
     * @return the provinces
     */
    public List<ProvinceCode> provinces() {
        return List.copyOf(regionOf.keySet());
    }

    /**
     * Returns the inspection region of a province.
     *
     * @param province a province of this table
     * @return its region
     * @throws IllegalArgumentException if the province is not in the table
     */
    public RegionCode region(ProvinceCode province) {
        return known(regionOf.get(province), province);
    }

    /**
     * Tells whether the table has a row for an area.
     *
     * @param area a province, a region or the country
     * @return true if there is a row
     */
    public boolean contains(AreaCode area) {
        return rows.containsKey(area);
    }

    /**
     * Returns the target of an area for a period.
     *
     * @param area a province, a region or the country
     * @param period a period of this table
     * @return the number of households
     * @throws IllegalArgumentException if the table has no such row or column
     */
    public long households(AreaCode area, Period period) {
        int column = periods.indexOf(period);
        if (column < 0) {
            throw new IllegalArgumentException("no period " + period + " in the table");
        }
        return known(rows.get(area), area).households().get(column);
    }

    /**
     * Returns the target of an area for the whole round.
     *
     * @param area a province, a region or the country
     * @return the number of households
     * @throws IllegalArgumentException if the table has no such row
     */
    public long households(AreaCode area) {
        return known(rows.get(area), area).total();
    }

    /**
     * Returns the target of the country for the whole round.
     *
     * @return the number of households
     */
    public long total() {
        return households(CountryCode.THAILAND);
    }

    private static <T> T known(@Nullable T found, AreaCode area) {
        if (found == null) {
            throw new IllegalArgumentException("no " + area.level().text() + " " + area + " in the table");
        }
        return found;
    }

    @Override
    public String toString() {
        return "TargetTable[provinces=" + regionOf.size() + ", households=" + total() + "]";
    }
}
