package io.github.bmnkit.benchmarks;

import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.progress.ProgressCount;
import io.github.bmnkit.progress.ProgressSnapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The events of a season in one province, counted from nothing. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class ProgressBenchmark {
    MadeUpSeason season;

    /** Makes the plan and the events. */
    @Setup
    public void setUp() {
        season = new MadeUpSeason("36");
    }

    /**
     * Counts all events.
     *
     * @return what is done
     */
    @Benchmark
    public ProgressSnapshot count() {
        ProgressCount count = ProgressCount.of(season.plan, MadeUpSeason.END, MadeUpSeason::village);
        for (HouseholdEvent event : season.events) {
            count.add(event).ifPresent(finding -> {
                throw new IllegalStateException(finding.toString());
            });
        }
        return count.snapshot();
    }

    /**
     * The peer: ids of events in a set, and the latest step of each household in a map, without villages or targets.
     *
     * @return how many households are confirmed
     */
    @Benchmark
    public long collections() {
        Set<String> seen = new HashSet<>();
        Map<HouseholdId, HouseholdEvent> latest = new HashMap<>();
        Comparator<Instant> order = Comparator.naturalOrder();
        for (HouseholdEvent event : season.events) {
            if (seen.add(event.id())) {
                latest.merge(event.household(), event, (a, b) -> order.compare(a.at(), b.at()) < 0 ? b : a);
            }
        }
        return latest.values().stream()
                .filter(event -> event instanceof HouseholdEvent.Confirmed)
                .count();
    }
}
