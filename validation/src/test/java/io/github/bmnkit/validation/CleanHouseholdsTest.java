package io.github.bmnkit.validation;

import static io.github.bmnkit.examples.synthetic.PlantedFaults.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.examples.synthetic.CleanHousehold;
import io.github.bmnkit.examples.synthetic.CleanHouseholds;
import io.github.bmnkit.examples.synthetic.HostCodes;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.rule.RuleSets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CleanHouseholdsTest {
    private static final int HOUSEHOLDS = 3_000;
    private static final Questionnaire FORM = HostCodes.form();
    private static final HouseholdValidator VALIDATOR = HouseholdValidator.of(FORM, RuleSets.bmn2560());

    @Test
    void f3_aCleanHouseholdFailsNoHardEditAndNoDerivedCheck() {
        Map<String, Integer> soft = new TreeMap<>();
        long members = 0;
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            CleanHousehold household = CleanHouseholds.household(FORM, seed);
            members += household.size();
            ValidationReport report = VALIDATOR.validate(household.response(), TODAY);
            for (Finding finding : report.findings()) {
                assertThat(finding.severity()).as("%s of %d", finding, seed).isEqualTo(Severity.WARNING);
                assertThat(finding.code().id()).as("derived check of %d", seed).doesNotContain(":");
                soft.merge(finding.code().id(), 1, Integer::sum);
            }
        }
        assertThat((double) members / HOUSEHOLDS).isBetween(2.7, 3.1);
        assertThat(soft.values().stream().mapToInt(Integer::intValue).sum())
                .as("soft edits that fail, by id: %s", soft)
                .isLessThan(HOUSEHOLDS / 20);
    }

    @Test
    void aSeedGivesOneHousehold() {
        assertThat(CleanHouseholds.household(FORM, 7).response())
                .isEqualTo(CleanHouseholds.household(FORM, 7).response());
    }
}
