package io.github.bmnkit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.response.Check;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.testing.Responses;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Libraries are compared only where they say the same. */
class ValidationPeersBenchmarkTest {
    private static final ValidationPeersBenchmark BENCHMARK = new ValidationPeersBenchmark();

    @BeforeAll
    static void setUp() throws Exception {
        BENCHMARK.setUp();
    }

    @Test
    void hibernateValidatorAndYaviObjectToTheSameHouseholds() {
        int objected = 0;
        List<HouseholdResponse> households =
                ValidationHouseholds.of(BENCHMARK.wholeForm.form(), 2_000, ValidationBenchmark.ROSTER_IN_DOUBT);
        for (HouseholdResponse household : households) {
            boolean fine = BENCHMARK
                    .shared
                    .validate(household, Responses.TODAY)
                    .findings()
                    .isEmpty();
            HibernateHousehold bean = HibernateHousehold.of(household);
            int violations = BENCHMARK.hibernate.validate(bean).size();
            assertThat(violations == 0).as("%s", household.household()).isEqualTo(fine);
            assertThat(BENCHMARK.yavi.validate(bean))
                    .as("%s", household.household())
                    .hasSize(violations);
            objected += fine ? 0 : 1;
        }
        assertThat(objected).isGreaterThan(5);
    }

    @Test
    void networkntObjectsToTheSameHouseholds() {
        int objected = 0;
        List<HouseholdResponse> households =
                ValidationHouseholds.of(BENCHMARK.wholeForm.form(), 1_000, ValidationBenchmark.ROSTER_IN_DOUBT);
        for (HouseholdResponse household : households) {
            HouseholdResponse cut = BENCHMARK.schema.cut(household);
            List<Finding> findings =
                    BENCHMARK.cutForm.validate(cut, Responses.TODAY).findings(Outcome.FAIL);
            byte[] document = cut.toJson().getBytes(UTF_8);
            assertThat(BENCHMARK.schema.errors(ValidationSchema.tree(document)).isEmpty())
                    .as("%s: %s", household.household(), findings)
                    .isEqualTo(findings.isEmpty());
            objected += findings.isEmpty() ? 0 : 1;
        }
        assertThat(objected).isGreaterThan(15);
    }

    @Test
    void javaRosaFindsTheSameAnswersMissingOrAgainstTheirConstraints() {
        int objected = 0;
        ResolvedHousehold resolved = ResolvedHousehold.of(BENCHMARK.wholeForm.form());
        for (HouseholdResponse household : BENCHMARK.responses) {
            resolved.resolve(household, false, Responses.TODAY);
            Set<String> ours = faults(resolved);
            assertThat(BENCHMARK.faultsInJavaRosa(household))
                    .as("%s", household.household())
                    .isEqualTo(ours);
            objected += ours.isEmpty() ? 0 : 1;
        }
        assertThat(objected).isPositive();
    }

    private static Set<String> faults(ResolvedHousehold household) {
        Set<String> faults = new TreeSet<>();
        household.form().items().forEach(item -> {
            int rows = item.level() == Level.MEMBER ? household.members() : 1;
            for (int row = 0; row < rows; row++) {
                if (household.check(item, Check.REQUIRED, row) == Outcome.FAIL
                        || household.check(item, Check.CONSTRAINT, row) == Outcome.FAIL) {
                    faults.add(row + "/" + item.name());
                }
            }
        });
        return faults;
    }
}
