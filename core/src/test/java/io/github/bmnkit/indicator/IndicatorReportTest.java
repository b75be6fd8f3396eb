package io.github.bmnkit.indicator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.area.TambonCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.indicator.IndicatorReport.Table;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.testing.BrokenInputStream;
import io.github.bmnkit.testing.FindingCatalogue;
import io.github.bmnkit.testing.Registers;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IndicatorReportTest {
    private static final Indicators INDICATORS = Indicators.of(IndicatorSets.bmn2560(), MadeUpHouseholds.FORM);
    private static final AreaRegister REGISTER =
            Registers.read(Registers.large(1, 2, 2, 3)).value();
    private static final ProvinceCode PROVINCE = (ProvinceCode)
            REGISTER.tree(AreaView.ADMINISTRATIVE).areas(AreaLevel.PROVINCE).get(0);
    private static final List<VillageCode> VILLAGES =
            REGISTER.tree(AreaView.ADMINISTRATIVE).areas(AreaLevel.VILLAGE).stream()
                    .map(VillageCode.class::cast)
                    .toList();

    private static IndicatorTable table(int round, int households, AreaView view) {
        IndicatorTally tally = IndicatorTally.of(INDICATORS, round);
        Random random = new Random(round);
        for (int i = 0; i < households; i++) {
            HouseholdIndicators household = INDICATORS.evaluate(MadeUpHouseholds.complete(random, round));
            tally.add(VILLAGES.get(random.nextInt(VILLAGES.size() - 1)), household);
        }
        return IndicatorTable.of(tally.aggregate(), REGISTER.tree(view));
    }

    /** Adults of whom the first so many drink; nothing else is answered. */
    private static HouseholdIndicators adults(int members, int drinkers) {
        HouseholdResponse.Builder empty = HouseholdResponse.builder(MadeUpHouseholds.FORM, HouseholdId.of("H-1"), 2561);
        for (int i = 0; i < members; i++) {
            empty.addMember();
        }
        ResolvedHousehold household = ResolvedHousehold.of(MadeUpHouseholds.FORM);
        household.resolve(empty.build(), false, LocalDate.of(2018, 3, 1));
        household.answer(AnswerPath.of("survey_date"), Value.of(LocalDate.of(2018, 3, 1)));
        for (int row = 0; row < members; row++) {
            household.answer(new AnswerPath("birth_date", household.key(row)), Value.of(LocalDate.of(1980, 1, 1)));
        }
        household.answer(AnswerPath.of("q24"), Value.code(drinkers == 0 ? "1" : "0"));
        if (drinkers > 0) {
            household.answer(AnswerPath.of("q24_n_ge20"), Value.of(drinkers));
        }
        return INDICATORS.evaluate(household);
    }

    /** The province of the published report of 2561: made-up households of adults, evaluated as real ones are. */
    @Test
    void aProvinceWith31506DrinkersOf558139Reports5Point64Percent() {
        HouseholdIndicators none = adults(5, 0);
        HouseholdIndicators two = adults(3, 2);
        IndicatorTally tally = IndicatorTally.of(INDICATORS, 2561);
        // 15,753 x 3 persons and 2 drinkers each, then households of 5 without one.
        int drinking = 31_506 / 2;
        int others = (558_139 - 3 * drinking) / 5;
        for (int i = 0; i < drinking; i++) {
            tally.add(VILLAGES.get(i % VILLAGES.size()), two);
        }
        for (int i = 0; i < others; i++) {
            tally.add(VILLAGES.get(i % VILLAGES.size()), none);
        }
        assertThat((558_139 - 3 * drinking) % 5).isZero();
        IndicatorTable table = IndicatorTable.of(tally.aggregate(), REGISTER.tree(AreaView.ADMINISTRATIVE));
        IndicatorCounts counts = table.of(PROVINCE).of(24);
        assertThat(counts.notMetShare()).hasToString("31506/558139");
        assertThat(Percents.notMet(counts.notMetShare())).contains(new BigDecimal("5.64"));
        assertThat(table.of(PROVINCE).notMetByAge(24).values().stream().map(Object::toString))
                .containsExactly("0/0", "0/0", "31506/558139");
        assertThat(IndicatorReport.of(table, PROVINCE).toHtml(Text.THAI)).contains("5.64 % (31,506 / 558,139)");
    }

    @Test
    void aPageSaysWhatToTakeFirstAndWhetherTheDataAreCertified() {
        IndicatorTable table = table(2562, 120, AreaView.ADMINISTRATIVE);
        TambonCode tambon = (TambonCode) table.tree().areas(AreaLevel.TAMBON).get(0);
        List<AreaIndicators.Problem> problems = table.of(tambon).problems(WorkOrder.MOST_HOUSEHOLDS, 0);
        for (Locale locale : List.of(Text.THAI, Locale.ENGLISH)) {
            String page = IndicatorReport.of(table, tambon).withLeastBase(20).toHtml(locale);
            assertThat(page).contains(WorkOrder.MOST_HOUSEHOLDS.text().in(locale));
            problems.subList(0, 3)
                    .forEach(problem -> assertThat(page)
                            .contains(problem.indicator().number() + ". "
                                    + problem.indicator().title().in(locale)));
            assertThat(page).doesNotContain("<script").doesNotContain("http://").doesNotContain("https://");
        }
        assertThat(IndicatorReport.of(table, tambon).toHtml(Text.THAI))
                .contains("ตัวเลขนี้ยังไม่ได้กรองตามคำรับรอง")
                .contains("ไม่ได้บันทึก");
        assertThat(IndicatorReport.of(table, tambon).toHtml(Locale.ENGLISH))
                .contains("not recorded")
                .contains("were not checked against certificates");
    }

    @Test
    void everyColumnOfEveryTableIsInTheCodebook() {
        IndicatorTable now = table(2562, 60, AreaView.CERTIFYING);
        IndicatorChange change = IndicatorChange.between(table(2561, 60, AreaView.CERTIFYING), now);
        IndicatorReport report = IndicatorReport.of(now, CountryCode.THAILAND).withChange(change);
        String codebook = report.toCsv(Table.CODEBOOK);
        for (Table table : Table.values()) {
            String header = report.toCsv(table).lines().findFirst().orElseThrow();
            String name = table.name().toLowerCase(Locale.ROOT);
            for (String column : header.split(",", -1)) {
                assertThat(codebook).contains("\r\n" + name + "," + column + ",");
            }
        }
        assertThat(codebook.lines()).noneMatch(line -> line.endsWith(",") || line.contains(",,"));
        assertThat(report.toCsv(Table.PERSONS)).contains(ReportTables.NOT_RECORDED);
        assertThat(report.toCsv(Table.RESULTS).lines()).hasSize(1 + 31 * (1 + 1 + 2 + 4 + 12));
        assertThat(report.withDownTo(AreaLevel.DISTRICT).toCsv(Table.RESULTS).lines())
                .hasSize(1 + 31 * (1 + 1 + 2));
        assertThat(report.toJson())
                .contains("\"certified\":null")
                .contains("\"results\":[")
                .contains("\"codebook\":[");
    }

    @Test
    void roundsAreComparedWhereBothHaveTheSame() {
        IndicatorTable before = table(2561, 90, AreaView.ADMINISTRATIVE);
        IndicatorTable now = table(2562, 90, AreaView.ADMINISTRATIVE);
        IndicatorChange change = IndicatorChange.between(before, now);
        IndicatorChange.Difference difference = change.of(PROVINCE, 11).orElseThrow();
        assertThat(difference.before()).isEqualTo(before.of(PROVINCE).of(11).notMetShare());
        assertThat(difference.now()).isEqualTo(now.of(PROVINCE).of(11).notMetShare());
        assertThat(change.notCompared()).isEmpty();
        VillageCode empty = VILLAGES.get(VILLAGES.size() - 1);
        assertThat(change.of(empty, 11)).isEmpty();
        assertThat(change.of(VillageCode.of("99999999"), 11)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> IndicatorChange.between(now, before));
    }

    @Test
    void anotherThresholdIsNotCompared() {
        Indicators later = Indicators.of(
                IndicatorSets.bmn2560().withParameter("income_line", 2562, new BigDecimal(40_000)),
                MadeUpHouseholds.FORM);
        IndicatorTally tally = IndicatorTally.of(later, 2562);
        tally.add(VILLAGES.get(0), later.evaluate(MadeUpHouseholds.complete(new Random(1), 2562)));
        IndicatorTable now = IndicatorTable.of(tally.aggregate(), REGISTER.tree(AreaView.ADMINISTRATIVE));
        IndicatorChange change = IndicatorChange.between(table(2561, 30, AreaView.ADMINISTRATIVE), now);
        assertThat(change.notCompared())
                .containsOnlyKeys(22)
                .containsValue(IndicatorChange.NotCompared.OTHER_THRESHOLD);
        assertThat(change.of(PROVINCE, 22)).isEmpty();
    }

    @Test
    void pointsAreTheDifferenceOfTheExactShares() {
        var third = new IndicatorChange.Difference(Share.of(1, 3), Share.of(1, 6));
        assertThat(third.points(2)).isEqualTo(new BigDecimal("-16.67"));
        assertThat(third.direction()).isNegative();
    }

    @Test
    void whatIsWrongWithAFileIsFoundAtItsLine() {
        String good = table(2562, 20, AreaView.ADMINISTRATIVE).aggregate().toJson();
        List<String> lines = good.lines().toList();
        assertThat(ids(good)).isEmpty();
        assertThat(ids("")).containsExactly("document.empty");
        assertThat(ids(good.replaceFirst("bmn-2560:", "other:"))).contains("aggregate.other-set");
        assertThat(ids(good.replaceFirst("38000", "1"))).contains("aggregate.other-parameters");
        assertThat(ids(good.replaceFirst("\"1\",\"2\"", "\"2\",\"1\""))).contains("aggregate.other-sexes");
        assertThat(ids(good + lines.get(1))).containsExactly("aggregate.duplicate-village");
        assertThat(ids(lines.get(0) + "\n" + lines.get(1).replaceFirst("\"households\":\\d+", "\"households\":999")))
                .contains("aggregate.inconsistent");
        assertThat(ids(lines.get(0) + "\n" + lines.get(1).replaceFirst("\"31\":", "\"32\":")))
                .containsExactly("aggregate.indicators");
        assertThat(ids(lines.get(0) + "\n" + lines.get(1).replaceFirst("\"members\":\\[\\d+,", "\"members\":[")))
                .containsExactly("aggregate.numbers");
        assertThat(ids("[]")).contains("aggregate.heading");
        assertThat(IndicatorAggregate.read(INDICATORS, new BrokenInputStream()).findings())
                .hasSize(1);
        Reading<IndicatorAggregate> reading = read(good + "{}");
        assertThat(reading.findings().get(0).place().line()).hasValue(lines.size() + 1);
        FindingCatalogue.check(AggregateFinding.class);
    }

    private static Reading<IndicatorAggregate> read(String lines) {
        return IndicatorAggregate.read(INDICATORS, new ByteArrayInputStream(lines.getBytes(UTF_8)));
    }

    private static List<String> ids(String lines) {
        return read(lines).findings().stream()
                .map(Finding::code)
                .map(code -> code.id())
                .distinct()
                .collect(Collectors.toList());
    }

    @Test
    void aVillageThatTheRegisterDoesNotHaveIsListedAndNotCounted() {
        IndicatorTally tally = IndicatorTally.of(INDICATORS, 2561);
        tally.add(VillageCode.of("99999999"), adults(1, 0));
        IndicatorTable table = IndicatorTable.of(tally.aggregate(), REGISTER.tree(AreaView.CERTIFYING));
        assertThat(table.outside()).containsExactly(VillageCode.of("99999999"));
        assertThat(table.of(CountryCode.THAILAND).households()).isZero();
        assertThat(IndicatorReport.of(table, PROVINCE).toHtml(Text.THAI)).contains("ที่ไม่มีในทะเบียนพื้นที่");
    }

    @Test
    void aVillageCountedAnewReplacesItsOldFigures() {
        IndicatorTally old = IndicatorTally.of(INDICATORS, 2561);
        VILLAGES.forEach(village -> old.add(village, adults(2, 1)));
        IndicatorTally anew = IndicatorTally.of(INDICATORS, 2561);
        anew.add(VILLAGES.get(0), adults(3, 0));
        IndicatorAggregate latest = old.aggregate().replacing(anew.aggregate());
        assertThat(latest.of(VILLAGES.get(0)).persons()).isEqualTo(3);
        assertThat(latest.total().persons()).isEqualTo(3 + 2L * (VILLAGES.size() - 1));
    }

    @Test
    void othersAreRefused() {
        IndicatorTally tally = IndicatorTally.of(INDICATORS, 2562);
        assertThatIllegalArgumentException().isThrownBy(() -> tally.add(VILLAGES.get(0), adults(1, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> IndicatorTally.of(INDICATORS, 2569));
        IndicatorAggregate earlier = IndicatorTally.of(INDICATORS, 2561).aggregate();
        assertThatIllegalArgumentException().isThrownBy(() -> tally.aggregate().merge(earlier));
    }

    @Test
    void countersGrowWhereTwoBytesAreTooSmall() {
        Cells cells = new Cells(2);
        cells.add(0, Character.MAX_VALUE);
        Cells wide = cells.copy();
        wide.add(0, 1);
        assertThat(wide.get(0)).isEqualTo(65_536);
        assertThat(cells.get(0)).isEqualTo(65_535);
        wide.add(0, -1);
        assertThat(wide.isSameAs(cells)).isTrue();
        assertThat(Arrays.asList(wide.size(), cells.size())).containsOnly(2);
    }
}
