package io.github.bmnkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.volunteer.VisitPlan;
import io.github.bmnkit.volunteer.VisitProblem;
import io.github.bmnkit.volunteer.VisitProblem.Priority;
import org.junit.jupiter.api.Test;

class AssignmentBenchmarkTest {
    @Test
    void madeUpVillagesCanBeVisitedAndLaterOnesDiffer() {
        for (int i = 0; i < 40; i++) {
            VillageCode village = VillageCode.of("36010101");
            VisitProblem problem = AssignmentBenchmark.village(village, 150, i, 0);
            VisitPlan plan = problem.alongRoute().value();
            assertThat(plan.route()).hasSize(150);
            assertThat(plan.volunteers()).hasSize(4);
            VisitProblem later = AssignmentBenchmark.village(village, 150, i, 1);
            assertThat(later.keeping(plan.toMap(), Priority.FEWEST_MOVES)
                            .value()
                            .movesFrom(plan.toMap()))
                    .hasSizeBetween(1, 60);
        }
    }
}
