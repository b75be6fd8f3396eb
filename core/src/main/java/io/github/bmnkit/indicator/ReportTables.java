package io.github.bmnkit.indicator;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.indicator.DataTable.Column;
import io.github.bmnkit.indicator.IndicatorChange.Difference;
import io.github.bmnkit.indicator.IndicatorCounts.ByOutcome;
import io.github.bmnkit.questionnaire.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of a report as data. */
final class ReportTables {
    /** What stands where the form does not say how many did not meet an indicator. */
    static final String NOT_RECORDED = "NOT_RECORDED";

    private static final String NOT_KNOWN = "NOT_KNOWN";

    private ReportTables() {}

    private record Result(
            AreaCode area,
            Indicator indicator,
            IndicatorCounts counts,
            int rank,
            boolean smallBase,
            Optional<Difference> change) {}

    private record Persons(
            AreaCode area,
            @Nullable Indicator indicator,
            @Nullable String sex,
            @Nullable Text sexName,
            @Nullable Integer from,
            @Nullable Integer to,
            long surveyed,
            @Nullable Long notMet) {}

    private record Meaning(String table, String column, DataTable.Type type, Text text) {}

    private static <R> void add(
            List<Column<R>> columns,
            String name,
            DataTable.Type type,
            String th,
            String en,
            Function<R, @Nullable Object> value) {
        columns.add(new Column<>(name, type, Text.of(th, en), value));
    }

    /** The columns with which every row of both tables begins. */
    private static <R> List<Column<R>> areaColumns(IndicatorReport report, Function<R, AreaCode> area) {
        IndicatorTable table = report.table();
        AreaTree tree = table.tree();
        String certified = table.certified().map(each -> each.level().name()).orElse("");
        List<Column<R>> columns = new ArrayList<>();
        add(
                columns,
                "round",
                DataTable.Type.INTEGER,
                "รอบปี (พ.ศ.)",
                "survey round, Buddhist Era",
                row -> table.aggregate().round());
        add(
                columns,
                "indicator_set",
                DataTable.Type.TEXT,
                "ชุดตัวชี้วัดและรุ่น",
                "set of indicators and its version",
                row -> table.aggregate().set().coordinate());
        add(
                columns,
                "demonstration",
                DataTable.Type.TRUTH,
                "จริง ถ้าใช้ตัวชี้วัดหรือนิยามนอกรอบปีที่กำหนด เพื่อการสาธิตเท่านั้น",
                "true if indicators or definitions are used outside their rounds, as a demonstration only",
                row -> Wording.isDemonstration(table));
        add(
                columns,
                "certified_level",
                DataTable.Type.TEXT,
                "นับเฉพาะหมู่บ้านที่คำรับรองของระดับนี้ยังมีผล ว่าง ถ้าไม่ได้กรองตามคำรับรอง",
                "only villages count for which the certificate of this level holds; empty if certificates were not looked at",
                row -> certified);
        add(
                columns,
                "view",
                DataTable.Type.TEXT,
                "มุมมองของพื้นที่ ตามการปกครองหรือตามการรับรอง",
                "view of the register",
                row -> tree.view().name());
        add(
                columns,
                "level",
                DataTable.Type.TEXT,
                "ระดับของพื้นที่",
                "level of the area",
                row -> area.apply(row).level().name());
        add(
                columns,
                "area_code",
                DataTable.Type.TEXT,
                "รหัสพื้นที่",
                "code of the area",
                row -> area.apply(row).value());
        add(
                columns,
                "area_name_th",
                DataTable.Type.TEXT,
                "ชื่อพื้นที่",
                "name of the area in Thai",
                row -> tree.name(area.apply(row)).th());
        add(
                columns,
                "area_name_en",
                DataTable.Type.TEXT,
                "ชื่อพื้นที่ภาษาอังกฤษ ถ้าไม่มีใช้ชื่อภาษาไทย",
                "name of the area in English, or the Thai one where there is none",
                row -> tree.name(area.apply(row)).en());
        add(
                columns,
                "parent_code",
                DataTable.Type.TEXT,
                "รหัสพื้นที่ที่อยู่เหนือขึ้นไป",
                "code of the area above",
                row -> tree.parent(area.apply(row)).map(AreaCode::value).orElse(null));
        return columns;
    }

    static DataTable<?> results(IndicatorReport report) {
        List<Column<Result>> columns = areaColumns(report, Result::area);
        add(
                columns,
                "indicator",
                DataTable.Type.INTEGER,
                "ลำดับตัวชี้วัด",
                "number of the indicator",
                row -> row.indicator.number());
        add(
                columns,
                "dimension",
                DataTable.Type.TEXT,
                "หมวดของตัวชี้วัด",
                "group of the indicator",
                row -> row.indicator.dimension());
        add(
                columns,
                "title_th",
                DataTable.Type.TEXT,
                "ชื่อตัวชี้วัด",
                "title in Thai, the official one",
                row -> row.indicator.title().th());
        add(
                columns,
                "title_en",
                DataTable.Type.TEXT,
                "ชื่อตัวชี้วัดภาษาอังกฤษ",
                "title in English",
                row -> row.indicator.title().en());
        add(
                columns,
                "unit",
                DataTable.Type.TEXT,
                "หน่วยที่นับ PERSON คน HOUSEHOLD ครัวเรือน",
                "what the indicator counts: PERSON or HOUSEHOLD",
                row -> row.counts.unit().name());
        add(
                columns,
                "surveyed",
                DataTable.Type.INTEGER,
                "จำนวนที่สำรวจ ตามหน่วยของตัวชี้วัด (ตัวหารของร้อยละ)",
                "surveyed, in the indicator's unit: the denominator of both percentages",
                row -> row.counts.surveyed());
        add(
                columns,
                "met",
                DataTable.Type.INTEGER,
                "ผ่าน ตามหน่วยของตัวชี้วัด",
                "met, in the unit",
                row -> row.counts.met());
        add(
                columns,
                "not_met",
                DataTable.Type.INTEGER,
                "ไม่ผ่าน ตามหน่วยของตัวชี้วัด",
                "not met, in the unit",
                row -> row.counts.notMet());
        add(
                columns,
                "percent_not_met",
                DataTable.Type.DECIMAL,
                "ร้อยละไม่ผ่าน = not_met / surveyed x 100 ทศนิยม 2 ตำแหน่ง ไม่แสดง 0 ถ้ายังมีไม่ผ่าน ไม่แสดง 100 ถ้ายังมีผ่าน",
                "not_met / surveyed x 100, two digits; never 0 where some fail, never 100 where some pass; empty if none"
                        + " was surveyed",
                row -> Percents.notMet(row.counts.notMetShare()).orElse(null));
        add(
                columns,
                "percent_met",
                DataTable.Type.DECIMAL,
                "ร้อยละผ่าน = 100 - percent_not_met",
                "100 - percent_not_met",
                row -> Percents.met(row.counts.notMetShare()).orElse(null));
        byOutcome(columns, "households", "ครัวเรือน", "households", row -> row.counts.households());
        add(
                columns,
                "households_not_counted",
                DataTable.Type.INTEGER,
                "ครัวเรือนที่ทราบผลแต่ไม่ทราบจำนวนคน จึงไม่รวมใน surveyed",
                "households whose result is known but not their number of persons, so that surveyed leaves them out",
                row -> row.counts.notCounted());
        byOutcome(
                columns,
                "members",
                "สมาชิกทุกคนของครัวเรือน",
                "all members of households",
                row -> row.counts.members());
        add(
                columns,
                "rank",
                DataTable.Type.INTEGER,
                "ลำดับที่ควรทำก่อนในพื้นที่นั้น ว่าง ถ้าไม่มีที่ไม่ผ่าน เกณฑ์: "
                        + report.order().text().th(),
                "place in the order of what to work on there, empty if nobody fails. "
                        + report.order().text().en(),
                row -> row.rank == 0 ? null : row.rank);
        add(
                columns,
                "small_base",
                DataTable.Type.TRUTH,
                "จริง ถ้า surveyed น้อยกว่า " + report.leastBase() + " ร้อยละจึงไม่ควรใช้เปรียบเทียบ",
                "true if surveyed is less than " + report.leastBase() + ", so that the percentage says little",
                row -> row.smallBase);
        report.change().ifPresent(change -> changes(columns, change));
        return new DataTable<>(
                "results", columns, () -> report.areas().stream().flatMap(area -> results(report, area)));
    }

    private static void byOutcome(
            List<Column<Result>> columns, String prefix, String th, String en, Function<Result, ByOutcome> numbers) {
        add(
                columns,
                prefix + "_met",
                DataTable.Type.INTEGER,
                th + "ที่ผ่าน",
                en + " that meet it",
                row -> numbers.apply(row).met());
        add(
                columns,
                prefix + "_not_met",
                DataTable.Type.INTEGER,
                th + "ที่ไม่ผ่าน",
                en + " that do not",
                row -> numbers.apply(row).notMet());
        add(
                columns,
                prefix + "_not_applicable",
                DataTable.Type.INTEGER,
                th + "ที่ไม่เกี่ยวข้อง",
                en + " to which it does not apply",
                row -> numbers.apply(row).notApplicable());
        add(
                columns,
                prefix + "_incomplete",
                DataTable.Type.INTEGER,
                th + "ที่ยังสรุปไม่ได้ เพราะขาดคำตอบหรือเกณฑ์ของรอบปี",
                en + " of which it cannot be said: an answer or a threshold of the round is missing",
                row -> numbers.apply(row).incomplete());
    }

    private static void changes(List<Column<Result>> columns, IndicatorChange change) {
        int round = change.before().aggregate().round();
        add(
                columns,
                "before_surveyed",
                DataTable.Type.INTEGER,
                "จำนวนที่สำรวจในรอบปี " + round,
                "surveyed in round " + round,
                row -> row.change.map(each -> each.before().whole()).orElse(null));
        add(
                columns,
                "before_not_met",
                DataTable.Type.INTEGER,
                "ไม่ผ่านในรอบปี " + round,
                "not met in round " + round,
                row -> row.change.map(each -> each.before().part()).orElse(null));
        add(
                columns,
                "change_points",
                DataTable.Type.DECIMAL,
                "ร้อยละไม่ผ่านที่เพิ่มขึ้นจากรอบปี " + round + " (จุดร้อยละ) ค่าลบคือดีขึ้น ว่าง ถ้าเทียบไม่ได้",
                "percentage points by which the share not met grew since round " + round
                        + "; negative is better; empty if not comparable",
                row -> row.change.map(each -> each.points(Percents.DIGITS)).orElse(null));
        add(
                columns,
                "not_compared",
                DataTable.Type.TEXT,
                "เหตุที่ไม่เทียบตัวชี้วัดนี้กับรอบก่อน",
                "why the indicator is not compared with the earlier round",
                row -> change.notCompared().get(row.indicator.number()));
    }

    private static Stream<Result> results(IndicatorReport report, AreaCode area) {
        AreaIndicators figures = report.table().of(area);
        Map<Integer, AreaIndicators.Problem> problems = new HashMap<>();
        report.problems(area).forEach(each -> problems.put(each.indicator().number(), each));
        return report.table().aggregate().set().indicators().stream().map(indicator -> {
            AreaIndicators.Problem problem = problems.get(indicator.number());
            IndicatorCounts counts = figures.of(indicator.number());
            return new Result(
                    area,
                    indicator,
                    counts,
                    problem == null ? 0 : problem.rank(),
                    counts.surveyed() < report.leastBase(),
                    report.change().flatMap(change -> change.of(area, indicator.number())));
        });
    }

    static DataTable<?> persons(IndicatorReport report) {
        List<Column<Persons>> columns = areaColumns(report, Persons::area);
        add(
                columns,
                "indicator",
                DataTable.Type.INTEGER,
                "ลำดับตัวชี้วัด ว่าง คือ คนทั้งหมดที่สำรวจ",
                "number of the indicator; empty for all persons surveyed",
                row -> row.indicator == null ? null : row.indicator.number());
        add(
                columns,
                "sex",
                DataTable.Type.TEXT,
                "รหัสเพศตามแบบสอบถาม NOT_KNOWN ไม่ทราบ ว่าง คือ ทุกเพศ",
                "code of the sex on the form, NOT_KNOWN, or empty for all together",
                row -> row.sex);
        add(
                columns,
                "sex_th",
                DataTable.Type.TEXT,
                "เพศ",
                "sex, in Thai",
                row -> row.sexName == null ? null : row.sexName.th());
        add(
                columns,
                "sex_en",
                DataTable.Type.TEXT,
                "เพศ ภาษาอังกฤษ",
                "sex, in English",
                row -> row.sexName == null ? null : row.sexName.en());
        add(
                columns,
                "age_from",
                DataTable.Type.INTEGER,
                "อายุตั้งแต่ (ปีเต็ม) ว่าง คือ ไม่ทราบอายุ",
                "youngest age in completed years; empty if the age is not known",
                row -> row.from);
        add(
                columns,
                "age_to",
                DataTable.Type.INTEGER,
                "ถึงอายุ ว่าง คือ ขึ้นไป",
                "oldest age; empty for all above",
                row -> row.to);
        add(columns, "surveyed", DataTable.Type.INTEGER, "จำนวนคนที่สำรวจ", "persons surveyed", row -> row.surveyed);
        add(
                columns,
                "not_met",
                DataTable.Type.TEXT,
                "จำนวนคนที่ไม่ผ่าน NOT_RECORDED คือ แบบสอบถามไม่ได้บันทึกแยกตามเพศและอายุ",
                "persons who did not meet the indicator; NOT_RECORDED where the form does not say",
                row -> row.indicator == null ? null : row.notMet == null ? NOT_RECORDED : row.notMet);
        return new DataTable<>(
                "persons", columns, () -> report.areas().stream().flatMap(area -> persons(report, area)));
    }

    private static Stream<Persons> persons(IndicatorReport report, AreaCode area) {
        AreaIndicators figures = report.table().of(area);
        List<Persons> rows = new ArrayList<>();
        bySexAndAge(rows, figures, area, null);
        for (Indicator indicator : report.table().aggregate().set().indicators()) {
            if (indicator.unit() != Indicator.Unit.PERSON) {
                continue;
            }
            if (indicator.baseMembers() != null) {
                bySexAndAge(rows, figures, area, indicator);
            }
            figures.notMetByAge(indicator.number())
                    .forEach((group, share) -> rows.add(new Persons(
                            area, indicator, null, null, group.from(), group.to(), share.whole(), share.part())));
        }
        return rows.stream();
    }

    private static void bySexAndAge(
            List<Persons> rows, AreaIndicators figures, AreaCode area, @Nullable Indicator indicator) {
        List<@Nullable Code> sexes = new ArrayList<>(figures.sexes());
        sexes.add(null);
        for (Code sex : sexes) {
            String code = sex == null ? null : sex.code();
            for (AgeBand age : AgeBand.all()) {
                long surveyed = indicator == null
                        ? figures.persons(code, age)
                        : figures.surveyed(indicator.number(), code, age).orElse(0);
                if (surveyed > 0) {
                    rows.add(new Persons(
                            area,
                            indicator,
                            code == null ? NOT_KNOWN : code,
                            sex == null ? Wording.SEX_NOT_KNOWN : sex.label(),
                            age.from(),
                            age.to(),
                            surveyed,
                            null));
                }
            }
        }
    }

    static DataTable<?> codebook(IndicatorReport report) {
        List<Column<Meaning>> columns = new ArrayList<>();
        add(columns, "table", DataTable.Type.TEXT, "ตาราง", "the table", Meaning::table);
        add(columns, "column", DataTable.Type.TEXT, "คอลัมน์", "the column", Meaning::column);
        add(columns, "type", DataTable.Type.TEXT, "ชนิดข้อมูล", "what stands in it", row -> row.type.name());
        add(columns, "meaning_th", DataTable.Type.TEXT, "ความหมาย", "what it means, in Thai", row -> row.text.th());
        add(
                columns,
                "meaning_en",
                DataTable.Type.TEXT,
                "ความหมายภาษาอังกฤษ",
                "what it means, in English",
                row -> row.text.en());
        return new DataTable<>(
                "codebook",
                columns,
                () -> Stream.of(results(report), persons(report), new DataTable<>("codebook", columns, Stream::of))
                        .flatMap(ReportTables::meanings));
    }

    private static <R> Stream<Meaning> meanings(DataTable<R> table) {
        return table.columns().stream()
                .map(column -> new Meaning(table.name(), column.name(), column.type(), column.meaning()));
    }
}
