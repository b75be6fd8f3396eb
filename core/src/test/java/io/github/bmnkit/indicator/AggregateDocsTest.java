package io.github.bmnkit.indicator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.TambonCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.certification.Certification;
import io.github.bmnkit.certification.CertificationDefinitions;
import io.github.bmnkit.certification.CertificationState;
import io.github.bmnkit.certification.Hash;
import io.github.bmnkit.finding.Share;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.RoundSettings;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.testing.Registers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/indicators.md} shows of many households is what happens; {@link IndicatorDocsTest} compares the code. */
class AggregateDocsTest {
    private final Indicators indicators = Indicators.of(IndicatorSets.bmn2560(), MadeUpHouseholds.FORM);
    private final AreaRegister register =
            Registers.read(Registers.large(1, 1, 1, 3)).value();
    private final TambonCode tambon = (TambonCode)
            register.tree(AreaView.ADMINISTRATIVE).areas(AreaLevel.TAMBON).get(0);
    private final VillageCode village = (VillageCode)
            register.tree(AreaView.ADMINISTRATIVE).areas(AreaLevel.VILLAGE).get(0);

    private List<HouseholdIndicators> households(int round) {
        return IntStream.range(0, 40)
                .mapToObj(i -> indicators.evaluate(MadeUpHouseholds.complete(new Random(i), round)))
                .toList();
    }

    private static CertificationState state(AreaRegister register) {
        return Certification.builder(
                        CertificationDefinitions.bmn2569(), SurveyRounds.bmn2569(), register.tree(AreaView.CERTIFYING))
                .settings(new RoundSettings(
                        Map.of(),
                        Map.of(
                                AreaLevel.VILLAGE, Share.of(1, 1),
                                AreaLevel.LOCAL_AUTHORITY, Share.of(1, 1),
                                AreaLevel.DISTRICT, Share.of(1, 1),
                                AreaLevel.PROVINCE, Share.of(1, 1))))
                .basis("bmn-2560 1", "bmn-2560 1")
                .demonstration()
                .build()
                .start();
    }

    @Test
    void manyHouseholdsAreCountedAndReported() {
        List<HouseholdIndicators> households = households(2562);
        IndicatorAggregate ofOtherThreads = IndicatorTally.of(indicators, 2562).aggregate();
        Hash root = Hash.of("a".repeat(64));
        IndicatorTally tally = IndicatorTally.of(indicators, 2562); // one for each thread
        for (HouseholdIndicators each : households) {
            tally.add(village, root, each); // the root of the data that the village reported: see below
        }
        IndicatorAggregate aggregate = tally.aggregate().merge(ofOtherThreads);
        IndicatorTable table = IndicatorTable.of(aggregate, register.tree(AreaView.ADMINISTRATIVE));
        IndicatorCounts counts = table.of(tambon).of(24);
        String share = counts.notMet() + " of " + counts.surveyed(); // counts.notMetShare() is exact
        assertThat(share).isEqualTo(counts.notMetShare().toString().replace("/", " of "));

        CertificationState state = state(register);
        CertifiedIndicators certified = CertifiedIndicators.of(aggregate, state, AreaLevel.LOCAL_AUTHORITY);
        IndicatorTable certifiedTable = IndicatorTable.of(certified, register.tree(AreaView.CERTIFYING));
        assertThat(certified.excluded()).containsOnlyKeys(village);
        assertThat(certifiedTable.outside()).isEmpty();

        IndicatorTally before = IndicatorTally.of(indicators, 2561);
        households(2561).forEach(each -> before.add(village, each));
        IndicatorTable earlier = IndicatorTable.of(before.aggregate(), register.tree(AreaView.ADMINISTRATIVE));
        IndicatorChange change = IndicatorChange.between(earlier, table); // what is missing in one round is listed
        IndicatorReport report =
                IndicatorReport.of(table, tambon).withLeastBase(20).withChange(change);
        List<AreaIndicators.Problem> first =
                table.of(tambon).problems(WorkOrder.MOST_HOUSEHOLDS, 20).subList(0, 3);
        List<IndicatorTable.WorstArea> worst = table.worst(11, tambon, AreaLevel.VILLAGE, WorkOrder.HIGHEST_SHARE, 20);
        String page = report.toHtml(Text.THAI); // self-contained, with charts; prints
        String csv = report.toCsv(IndicatorReport.Table.RESULTS); // PERSONS, and CODEBOOK: what every column means
        assertThat(first).extracting(AreaIndicators.Problem::rank).containsExactly(1, 2, 3);
        assertThat(worst).extracting(IndicatorTable.WorstArea::area).containsExactly(village);
        assertThat(page).contains(first.get(0).indicator().title().th());
        assertThat(csv).startsWith("round,indicator_set,");
    }

    @Test
    void everyFindingAndEveryRuleIsNamed() throws IOException {
        String docs = Files.readString(Path.of("../docs/indicators.md"), UTF_8);
        assertThat(Stream.concat(
                        Stream.of(AggregateFinding.values()).map(AggregateFinding::id),
                        Stream.of(WorkOrder.values()).map(WorkOrder::name)))
                .allSatisfy(name -> assertThat(docs).contains("`" + name + "`"));
    }
}
