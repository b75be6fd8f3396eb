package io.github.bmnkit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.apportionment.Apportionment;
import io.github.bmnkit.apportionment.ApportionmentProblem;
import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.ProvinceCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.interview.Interview;
import io.github.bmnkit.progress.Figures;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.quota.Reallocation;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.round.SurveyRounds;
import io.github.bmnkit.round.TargetTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of wrong results say nothing: every benchmark runs once, and peers must agree. */
class BenchmarksTest {
    @Test
    void registersAreOfTheCountrysSizeAndCanMeetEveryTarget() {
        Reading<AreaRegister> reading = AreaRegister.readCsv(new ByteArrayInputStream(MadeUpRegister.csv()));
        assertThat(reading.findings()).isEmpty();
        AreaTree tree = reading.value().tree(AreaView.ADMINISTRATIVE);
        assertThat(tree.areas(AreaLevel.VILLAGE)).hasSize(80_256);
        TargetTable targets = SurveyRounds.bmn2569().targets();
        for (ProvinceCode province : targets.provinces()) {
            long target = targets.households(province);
            assertThat(tree.households(province)).isBetween(target + target / 5, target + target / 4);
        }
    }

    @Test
    void theCascadeReachesTheVillagesWithTheOfficialTotal() {
        CascadeBenchmark benchmark = new CascadeBenchmark();
        benchmark.setUp();
        QuotaPlan plan = benchmark.country();
        assertThat(plan.areas(AreaLevel.VILLAGE)).hasSize(80_256);
        assertThat(plan.areas(AreaLevel.VILLAGE).stream()
                        .mapToLong(plan::target)
                        .sum())
                .isEqualTo(13_169_180);
    }

    @Test
    void aDistrictThatChangesMovesTargetsInItsProvinceAlone() {
        ReallocationBenchmark benchmark = new ReallocationBenchmark();
        benchmark.setUp();
        Reallocation change = benchmark.district();
        assertThat(change.moved()).isGreaterThan(1_000);
        assertThat(change.plan().areas(AreaLevel.PROVINCE))
                .allMatch(province -> change.plan().target(province) == benchmark.plan.target(province));
        assertThat(change.rows()).allMatch(row -> row.area().value().startsWith("36"));
    }

    @Test
    void everyHouseholdOfTheProvinceIsDoneAndTheCollectionsAgree() {
        ProgressBenchmark benchmark = new ProgressBenchmark();
        benchmark.setUp();
        Figures figures = benchmark.count().figures(ProvinceCode.of("36"));
        assertThat(figures).isEqualTo(new Figures(263_543, 263_543, 0, 0));
        assertThat(benchmark.collections()).isEqualTo(figures.counted());
    }

    @Test
    void peersReadTheSameFields() throws IOException {
        RegisterBenchmark benchmark = new RegisterBenchmark();
        benchmark.setUp();
        assertThat(benchmark.jacksonStrings())
                .isEqualTo(benchmark.fastCsvStrings())
                .isGreaterThan(benchmark.csv.length / 3);
        assertThat(benchmark.bmnKit().localAuthorities()).hasSize(76 * 12 * 8);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 76, 10_000, 1_000_000})
    void theQueueOfSeatsAgreesWithWebster(long total) {
        Apportionment ours = ApportionmentProblem.of(Method.WEBSTER, total, ApportionmentBenchmark.provinces())
                .solve();
        assertThat(SeatBySeat.webster(total, ApportionmentBenchmark.provinces()))
                .containsExactly(ours.shares().orElseThrow().stream().toArray());
    }

    @Test
    void householdsAnswerAllThatIsAskedAndEveryWayOfKeepingThemIsTheSame() {
        ResponseBenchmark benchmark = new ResponseBenchmark();
        benchmark.setUp();
        assertThat(Interview.resume(benchmark.response, MadeUpHousehold.TODAY).gaps())
                .isEmpty();
        assertThat(benchmark.json.length).isBetween(3_000, 6_000);
        assertThat(benchmark.read()).isEqualTo(benchmark.response).isEqualTo(benchmark.unpackAndPack());
        assertThat(benchmark.write()).isEqualTo(new String(benchmark.json, UTF_8));
        assertThat(benchmark.resolve().response()).isEqualTo(benchmark.response);
    }

    @Test
    void jacksonMeetsEveryAnswer() throws IOException {
        ResponseBenchmark benchmark = new ResponseBenchmark();
        benchmark.setUp();
        assertThat(benchmark.jacksonTokens())
                .isGreaterThan(2 * benchmark.response.answered().size());
    }

    @Test
    void stepsOfAnInterviewChangeNothingFewOrManyValues() throws Exception {
        InterviewBenchmark benchmark = new InterviewBenchmark();
        benchmark.setUp();
        assertThat(benchmark.interview.gaps()).isEmpty();
        assertThat(benchmark.answerAlone().changes()).hasSize(1);
        assertThat(benchmark.answerWithManyDependants().changes()).hasSizeGreaterThan(20);
        assertThat(benchmark.addMember().members()).hasSize(InterviewBenchmark.MEMBERS + 1);
        assertThat(benchmark.next()).contains(AnswerPath.of("moo"));
    }

    @Test
    void compiledExpressionsAgreeWithJavaWrittenByHand() {
        ExpressionBenchmark benchmark = new ExpressionBenchmark();
        benchmark.setUp();
        assertThat(benchmark.compiled()).isEqualTo(benchmark.handWritten());
    }
}
