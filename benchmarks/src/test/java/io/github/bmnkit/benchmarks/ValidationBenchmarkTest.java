package io.github.bmnkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.rule.RuleId;
import io.github.bmnkit.testing.Responses;
import io.github.bmnkit.validation.ValidationReport;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Peers are compared only where they say the same. */
class ValidationBenchmarkTest {
    private static final ValidationBenchmark BENCHMARK = new ValidationBenchmark();

    @BeforeAll
    static void setUp() {
        BENCHMARK.setUp();
    }

    @Test
    void handWrittenRulesHaveTheOutcomesOfTheEngine() {
        Set<Outcome> met = EnumSet.noneOf(Outcome.class);
        List<RuleId> thirds = ValidationBenchmark.thirds(BENCHMARK.engine);
        for (int i = 0; i < ValidationBenchmark.HOUSEHOLDS; i++) {
            ValidationReport report = BENCHMARK.report(BENCHMARK.responses.get(i));
            byte[] outcomes = BENCHMARK.byHand.get(i).outcomes();
            assertThat(outcomes).hasSameSizeAs(thirds);
            for (int k = 0; k < outcomes.length; k++) {
                Outcome outcome = outcome(outcomes[k]);
                assertThat(outcome)
                        .as("%s of %s", thirds.get(k), report.household())
                        .isEqualTo(report.outcome(thirds.get(k)));
                met.add(outcome);
            }
        }
        assertThat(met).hasSize(4);
    }

    private static Outcome outcome(byte code) {
        return switch (code) {
            case ByHand.PASS -> Outcome.PASS;
            case ByHand.FAIL -> Outcome.FAIL;
            case ByHand.UNDECIDED -> Outcome.UNDECIDED;
            default -> Outcome.NOT_APPLICABLE;
        };
    }

    @Test
    void hibernateValidatorObjectsToTheSameHouseholds() {
        for (int i = 0; i < ValidationBenchmark.HOUSEHOLDS; i++) {
            boolean fine = BENCHMARK
                    .shared
                    .validate(BENCHMARK.responses.get(i), Responses.TODAY)
                    .findings()
                    .isEmpty();
            assertThat(BENCHMARK.hibernate.validate(BENCHMARK.beans.get(i)).isEmpty())
                    .as("household %d", i)
                    .isEqualTo(fine);
        }
    }

    @Test
    void documentsGiveTheFindingsOfTheirResponsesAndEveryTwentiethHasSome() throws IOException {
        int faulty = 0;
        for (int i = 0; i < ValidationBenchmark.HOUSEHOLDS; i++) {
            byte[] document = BENCHMARK.documents.get(i);
            assertThat(BENCHMARK.findings(document))
                    .isEqualTo(BENCHMARK.report(BENCHMARK.responses.get(i)).findings());
            assertThat(BENCHMARK.tokens(document)).isGreaterThan(200);
            faulty += BENCHMARK.findings(document).isEmpty() ? 0 : 1;
        }
        assertThat(faulty).isBetween(50, 55);
    }
}
