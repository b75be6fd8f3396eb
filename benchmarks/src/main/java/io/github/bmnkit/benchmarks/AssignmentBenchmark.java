package io.github.bmnkit.benchmarks;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.volunteer.Stop;
import io.github.bmnkit.volunteer.VisitPlan;
import io.github.bmnkit.volunteer.VisitProblem;
import io.github.bmnkit.volunteer.VisitProblem.Priority;
import io.github.bmnkit.volunteer.Volunteer;
import io.github.bmnkit.volunteer.VolunteerPlan;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.openjdk.jol.info.GraphLayout;

/**
 * Gives the households of the country to volunteers, village by village in one thread, and prints how long that takes and
 * what the plans keep on the heap. The targets are those of the cascade; the volunteers are made up: each lives at a
 * household of the route (but for villages with one volunteer), one household in 50 refuses one of them, and in one village
 * of 20 a third of the households, side by side, need a language that half of the volunteers have.
 */
public final class AssignmentBenchmark {
    /** So many households for each volunteer that the country has about 330,000 of them in villages of its size. */
    static final int RATIO = 45;

    private static final int CAPACITY = 60;
    private static final int SAMPLE = 2_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private AssignmentBenchmark() {}

    /** What came of one way to give out the households of many villages. */
    static final class Result {
        long households;
        long volunteers;
        long breaks;
        long broken;
        long unproven;
        long impossible;
        long nanos;
        long cpuNanos;
        final List<VisitPlan> plans = new ArrayList<>();

        private void add(VisitProblem problem, Function<VisitProblem, Reading<VisitPlan>> way, boolean keep) {
            long start = System.nanoTime();
            long cpuStart = THREADS.getCurrentThreadCpuTime();
            Reading<VisitPlan> reading = way.apply(problem);
            cpuNanos += THREADS.getCurrentThreadCpuTime() - cpuStart;
            nanos += System.nanoTime() - start;
            reading.optional().ifPresent(plan -> {
                households += plan.route().size();
                volunteers += plan.volunteers().size();
                breaks += plan.breaks();
                broken += plan.breaks() > 0 ? 1 : 0;
                unproven += reading.findings().isEmpty() ? 0 : 1;
                if (keep) {
                    plans.add(plan);
                }
            });
            impossible += reading.optional().isPresent() ? 0 : 1;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,d households, %,d volunteers: %.2f s (%.2f s of the processor, %.2f us per household); %,d breaks in %,d villages, %,d not"
                            + " proven to be the fewest; %,d villages impossible",
                    households,
                    volunteers,
                    nanos / 1e9,
                    cpuNanos / 1e9,
                    cpuNanos / 1e3 / households,
                    breaks,
                    broken,
                    unproven,
                    impossible);
        }
    }

    /**
     * Runs the program.
     *
     * @param args none
     */
    public static void main(String[] args) {
        // Without it, JOL cannot look into records.
        System.setProperty("jol.magicFieldOffset", "true");
        CascadeBenchmark cascade = new CascadeBenchmark();
        cascade.setUp();
        QuotaPlan plan = cascade.country();
        List<AreaCode> villages = plan.areas(AreaLevel.VILLAGE);
        Result first = new Result();
        Result next = new Result();
        Result even = new Result();
        for (int i = 0; i < villages.size(); i++) {
            AreaCode village = villages.get(i);
            VisitProblem problem = village((VillageCode) village, plan.target(village), i, 0);
            first.add(problem, VisitProblem::alongRoute, i < SAMPLE);
            // A year later one volunteer of every fifth village is another one.
            VisitProblem later = village((VillageCode) village, plan.target(village), i, i % 5 == 0 ? 1 : 0);
            problem.alongRoute().optional().ifPresent(before -> {
                next.add(later, now -> now.keeping(before.toMap(), Priority.FEWEST_MOVES), false);
                even.add(later, now -> now.keeping(before.toMap(), Priority.EVEN_LOADS), false);
            });
        }
        System.out.println("Along the route: " + first);
        System.out.println("Fewest moves: " + next);
        System.out.println("Even loads: " + even);
        System.out.println(footprint(first.plans));
    }

    /** What plans keep beside the ids, which are the host's. */
    private static String footprint(List<VisitPlan> plans) {
        Object[] plansOnly = plans.toArray();
        List<Object> ids = new ArrayList<>();
        for (VisitPlan plan : plans) {
            ids.addAll(plan.route());
            ids.addAll(plan.volunteers());
            ids.add(plan.village());
        }
        Object[] host = ids.toArray();
        long households = plans.stream().mapToLong(plan -> plan.route().size()).sum();
        long bytes = GraphLayout.parseInstance(plansOnly)
                .subtract(GraphLayout.parseInstance(host))
                .totalSize();
        return String.format(
                Locale.ROOT,
                "%,d plans of %,d households: %,d bytes on the heap without the ids, %.2f per household",
                plans.size(),
                households,
                bytes,
                (double) bytes / households);
    }

    /** A made-up village; {@code newcomers} of its volunteers are others than before. */
    static VisitProblem village(VillageCode village, long target, int index, int newcomers) {
        SplittableRandom random = new SplittableRandom(index);
        int size = Math.toIntExact(target);
        int volunteers = Math.toIntExact(VolunteerPlan.needed(target, RATIO));
        boolean twoLanguages = index % 20 == 0 && volunteers > 1;
        List<ActorId> ids = new ArrayList<>();
        for (int v = 0; v < volunteers; v++) {
            ids.add(ActorId.of("V-" + village + "-" + (v < newcomers ? "new" : "") + v));
        }
        List<Stop> route = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Stop stop = Stop.of(HouseholdId.of("H-" + village + "-" + i));
            if (twoLanguages && i < size / 3) {
                stop = stop.withLanguage("x");
            }
            if (random.nextInt(50) == 0 && volunteers > 2) {
                stop = stop.withUnwanted(ids.get(random.nextInt(volunteers)));
            }
            route.add(stop);
        }
        Set<Integer> homes = new LinkedHashSet<>();
        while (volunteers > 1 && homes.size() < volunteers) {
            // Where a language is needed somebody else may be the only one who has it.
            homes.add(twoLanguages ? size - 1 - random.nextInt(size / 2) : random.nextInt(size));
        }
        List<Integer> home = List.copyOf(homes);
        List<Volunteer> who = new ArrayList<>();
        for (int v = 0; v < volunteers; v++) {
            Volunteer one = Volunteer.of(ids.get(v), CAPACITY);
            if (volunteers > 1) {
                one = one.withOwn(route.get(home.get(v)).household());
            }
            who.add(twoLanguages && v % 2 == 0 ? one.withLanguage("x") : one);
        }
        return VisitProblem.of(village, route, who);
    }
}
