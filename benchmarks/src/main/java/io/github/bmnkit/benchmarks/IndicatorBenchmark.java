package io.github.bmnkit.benchmarks;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.examples.synthetic.CleanHousehold;
import io.github.bmnkit.examples.synthetic.CleanHouseholds;
import io.github.bmnkit.examples.synthetic.HostCodes;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.indicator.HouseholdIndicators;
import io.github.bmnkit.indicator.IndicatorSets;
import io.github.bmnkit.indicator.IndicatorTally;
import io.github.bmnkit.indicator.Indicators;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.rule.RuleSets;
import io.github.bmnkit.validation.HouseholdValidator;
import io.github.bmnkit.validation.ValidationSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The 31 indicators of 1,000 made-up households in 100 villages: evaluated, counted, and both beside validation. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(IndicatorBenchmark.HOUSEHOLDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class IndicatorBenchmark {
    static final int HOUSEHOLDS = 1_000;
    static final int ROUND = 2561;
    private static final int VILLAGES = 100;

    final List<CleanHousehold> households = new ArrayList<>();
    final List<ResolvedHousehold> resolved = new ArrayList<>();
    final List<HouseholdIndicators> evaluated = new ArrayList<>();
    final List<VillageCode> villages = new ArrayList<>();
    Indicators indicators;
    ValidationSession session;

    /** Makes the households, which nobody pays for. */
    @Setup
    public void setUp() {
        Questionnaire form = HostCodes.form();
        indicators = Indicators.of(IndicatorSets.bmn2560(), form);
        session = HouseholdValidator.of(form, RuleSets.bmn2560()).session();
        for (int i = 0; i < HOUSEHOLDS; i++) {
            VillageCode village = new VillageCode(36_01_01_01 + i % VILLAGES);
            CleanHousehold household = CleanHouseholds.household(form, i, HouseholdId.of("H-" + i), ROUND, village);
            ResolvedHousehold place = ResolvedHousehold.of(form);
            place.resolve(household.response(), false, household.survey());
            villages.add(village);
            households.add(household);
            resolved.add(place);
            evaluated.add(indicators.evaluate(place));
        }
    }

    /** What comes of the indicators, of households that are seen through their form already. */
    @Benchmark
    public void evaluate(Blackhole sink) {
        resolved.forEach(household -> sink.consume(indicators.evaluate(household)));
    }

    /** Counting them by village. */
    @Benchmark
    public IndicatorTally aggregate() {
        IndicatorTally tally = IndicatorTally.of(indicators, ROUND);
        for (int i = 0; i < HOUSEHOLDS; i++) {
            tally.add(villages.get(i), evaluated.get(i));
        }
        return tally;
    }

    /** Validation alone, in a session. */
    @Benchmark
    public void validate(Blackhole sink) {
        households.forEach(
                household -> sink.consume(session.validate(household.response(), false, household.survey())));
    }

    /** Validation, and the indicators of the household that it left behind, counted. */
    @Benchmark
    public IndicatorTally validateAndAggregate(Blackhole sink) {
        IndicatorTally tally = IndicatorTally.of(indicators, ROUND);
        for (int i = 0; i < HOUSEHOLDS; i++) {
            CleanHousehold household = households.get(i);
            sink.consume(session.validate(household.response(), false, household.survey()));
            tally.add(villages.get(i), indicators.evaluate(session.household()));
        }
        return tally;
    }
}
