package io.github.bmnkit.progress;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.csv.TextTable;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.progress.QualityPolicy.Criterion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The report on the budget indicator: BMN data of the target's households exist (13,169,180 in the round of B.E. 2569) and
 * are correct, complete and of quality (annex on the budget indicator, CDD). Data exist for a household that is done.
 *
 * <p>Each figure fills the targets of the villages by itself, and counts no village beyond its target.
 */
public final class BudgetIndicator {
    private final ProgressSnapshot snapshot;
    private final Text reading;
    private final Map<VillageCode, Row> villages;

    private BudgetIndicator(ProgressSnapshot snapshot, Text reading, Map<VillageCode, Row> villages) {
        this.snapshot = snapshot;
        this.reading = reading;
        this.villages = villages;
    }

    /**
     * Makes the report, one village at a time.
     *
     * @param snapshot which households are done
     * @param policy what correct, complete and of quality mean
     * @param households the host's register: the households of a village; one that stands there twice counts once
     * @return the report
     */
    public static BudgetIndicator of(
            ProgressSnapshot snapshot,
            QualityPolicy policy,
            Function<VillageCode, ? extends Collection<HouseholdId>> households) {
        requireNonNull(policy, "policy");
        requireNonNull(households, "households");
        Map<VillageCode, Row> villages = new HashMap<>();
        for (AreaCode area : snapshot.plan().plan().areas(AreaLevel.VILLAGE)) {
            VillageCode village = (VillageCode) area;
            villages.put(village, row(snapshot, policy, village, new HashSet<>(households.apply(village))));
        }
        return new BudgetIndicator(snapshot, policy.reading(), villages);
    }

    private static Row row(
            ProgressSnapshot snapshot, QualityPolicy policy, VillageCode village, Set<HouseholdId> households) {
        Buckets exist = snapshot.emptyBuckets(village);
        Buckets all = snapshot.emptyBuckets(village);
        Map<Criterion, Buckets> byCriterion = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            byCriterion.put(criterion, snapshot.emptyBuckets(village));
        }
        for (HouseholdId household : households) {
            if (snapshot.isDone(village, household)) {
                int due = snapshot.due(village, household);
                Set<Criterion> met = policy.met(village, household);
                exist.add(due);
                byCriterion.forEach((criterion, buckets) -> {
                    if (met.contains(criterion)) {
                        buckets.add(due);
                    }
                });
                if (met.containsAll(byCriterion.keySet())) {
                    all.add(due);
                }
            }
        }
        Map<Criterion, Figures> met = new EnumMap<>(Criterion.class);
        byCriterion.forEach((criterion, buckets) -> met.put(criterion, buckets.figures()));
        return new Row(village, exist.figures(), met, all.figures());
    }

    /**
     * Returns what the criteria mean.
     *
     * @return the reading of the policy, in Thai and English
     */
    public Text reading() {
        return reading;
    }

    /**
     * Returns the figures of an area of either view.
     *
     * @param area an area of the register
     * @return the figures
     * @throws IllegalArgumentException if neither view of the register has the area
     */
    public Row row(AreaCode area) {
        Map<Criterion, Figures> met = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            met.put(criterion, sum(area, village -> village.figures(criterion)));
        }
        return new Row(area, sum(area, Row::exist), met, sum(area, Row::all));
    }

    private Figures sum(AreaCode area, Function<Row, Figures> column) {
        return snapshot.sum(
                area, village -> column.apply(requireNonNull(villages.get(village), "every village of the plan")));
    }

    /** The rows of the plan's root and of what lies below it down to the districts. */
    private List<Row> rows() {
        return snapshot.plan().plan().areas().stream()
                .filter(area -> area.equals(snapshot.plan().plan().root())
                        || area.level().compareTo(AreaLevel.DISTRICT) >= 0)
                .map(this::row)
                .toList();
    }

    /**
     * Writes the report as CSV: the root of the plan and what lies below it down to the districts.
     *
     * @return the CSV text; the same for the same figures, on every machine
     */
    public String toCsv() {
        CsvWriter out = new CsvWriter(List.of(
                "level",
                "area_code",
                "target",
                "data_exist",
                "correct",
                "complete",
                "of_quality",
                "correct_complete_of_quality",
                "over",
                "percent"));
        for (Row row : rows()) {
            List<String> fields = new ArrayList<>(
                    List.of(row.area().level().name(), row.area().value()));
            fields.addAll(row.figures().stream().map(Object::toString).toList());
            fields.add(row.all().percent(2).map(BigDecimal::toPlainString).orElse(""));
            out.row(fields);
        }
        return out.toString();
    }

    /**
     * Writes the report as a table for a terminal, with the reading that it rests on.
     *
     * @param locale Thai, or else English
     * @return the lines
     */
    public String toText(Locale locale) {
        TextTable table = new TextTable(1);
        table.row(List.of(
                Text.of("พื้นที่", "Area").in(locale),
                Text.of("เป้าหมาย", "Target").in(locale),
                Text.of("มีข้อมูล", "Data exist").in(locale),
                Criterion.CORRECT.text().in(locale),
                Criterion.COMPLETE.text().in(locale),
                Criterion.OF_QUALITY.text().in(locale),
                Text.of("ครบทั้งสามข้อ", "all three").in(locale),
                Text.of("เกินเป้า", "Over").in(locale),
                Text.of("ร้อยละ", "%").in(locale)));
        for (Row row : rows()) {
            AreaCode area = row.area();
            List<String> cells = new ArrayList<>(
                    List.of(area.value() + " " + snapshot.tree(area).name(area).in(locale)));
            cells.addAll(row.figures().stream().map(Object::toString).toList());
            cells.add(row.all().percent(2).map(BigDecimal::toPlainString).orElse("-"));
            table.row(cells);
        }
        return table + "\n" + reading.in(locale) + "\n";
    }

    @Override
    public String toString() {
        return "BudgetIndicator[" + row(snapshot.plan().plan().root()) + "]";
    }

    /**
     * The figures of one area.
     *
     * @param area the area
     * @param exist the households whose data exist
     * @param met for each criterion the households that meet it
     * @param all the households that meet all criteria, which is what the indicator counts
     */
    public record Row(AreaCode area, Figures exist, Map<Criterion, Figures> met, Figures all) {
        /**
         * Copies the map.
         *
         * @param area the area
         * @param exist the households whose data exist
         * @param met for each criterion the households that meet it
         * @param all the households that meet all criteria
         */
        public Row {
            requireNonNull(area, "area");
            requireNonNull(exist, "exist");
            met = Map.copyOf(met);
            requireNonNull(all, "all");
        }

        private Figures figures(Criterion criterion) {
            return requireNonNull(met.get(criterion), "every criterion");
        }

        /** Target, each column within the target, and what is over of those that meet all. */
        private List<Long> figures() {
            List<Long> figures = new ArrayList<>(List.of(exist.target(), exist.done()));
            for (Criterion criterion : Criterion.values()) {
                figures.add(figures(criterion).done());
            }
            figures.add(all.done());
            figures.add(all.over());
            return figures;
        }
    }
}
