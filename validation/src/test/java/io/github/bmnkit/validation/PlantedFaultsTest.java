package io.github.bmnkit.validation;

import static io.github.bmnkit.examples.synthetic.PlantedFaults.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.examples.synthetic.CleanHousehold;
import io.github.bmnkit.examples.synthetic.CleanHouseholds;
import io.github.bmnkit.examples.synthetic.HostCodes;
import io.github.bmnkit.examples.synthetic.PlantedFault;
import io.github.bmnkit.examples.synthetic.PlantedFaults;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.rule.Rule;
import io.github.bmnkit.rule.RuleId;
import io.github.bmnkit.rule.RuleSets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is planted is found, and nothing hard besides; the truth comes from who planted it. */
class PlantedFaultsTest {
    private static final int HOUSEHOLDS_PER_FAULT = 10;
    private static final Questionnaire FORM = HostCodes.form();
    private static final HouseholdValidator VALIDATOR = HouseholdValidator.of(FORM, RuleSets.bmn2560());
    private static final List<CleanHousehold> CLEAN = LongStream.range(10_000, 10_800)
            .mapToObj(seed -> CleanHouseholds.household(FORM, seed))
            .toList();
    private static final List<PlantedFault> FAULTS = PlantedFaults.all();

    /** Hard rules that no answers of one household break: across households, and about the codes of a host. */
    private static final Set<String> NOT_PLANTED = Set.of("HDR-19", "OCC-07");

    @Test
    void f3_aPlantedFaultIsFoundAndNoOtherHardEditFailsButItsConsequences() {
        for (PlantedFault fault : FAULTS) {
            int planted = 0;
            for (CleanHousehold household : CLEAN) {
                Optional<HouseholdResponse> faulty = fault.in(household);
                if (faulty.isPresent() && planted++ < HOUSEHOLDS_PER_FAULT) {
                    List<Finding> findings =
                            VALIDATOR.validate(faulty.get(), TODAY).findings();
                    assertThat(ids(findings))
                            .as("%s in %s", fault, household.response())
                            .contains(fault.id());
                    Set<String> others = hard(findings);
                    others.remove(fault.id());
                    assertThat(others)
                            .as("hard edits that fail with %s in %s", fault, household.response())
                            .isEqualTo(fault.consequences());
                }
            }
            assertThat(planted).as("households for %s", fault).isPositive();
        }
    }

    @Test
    void thereIsAFaultForEachHardRule() {
        Set<String> planted = FAULTS.stream().map(PlantedFault::id).collect(Collectors.toSet());
        assertThat(VALIDATOR.rules().rules().stream()
                        .filter(rule -> rule.severity() == Severity.ERROR)
                        .map(Rule::id)
                        .filter(id -> !planted.contains(id)))
                .containsExactlyInAnyOrderElementsOf(NOT_PLANTED);
        Set<String> groups = groups(planted);
        assertThat(groups)
                .containsAll(
                        groups(VALIDATOR.rules().rules().stream().map(Rule::id).collect(Collectors.toSet())));
    }

    @Test
    void aValidatorThatForgetsOneRuleIsFoundOut() {
        for (String forgotten : List.of("HDR-13", "MEM-15", "S4-01", "DBT-01", "SAV-09", "REL-07")) {
            Set<RuleId> others = VALIDATOR.rules().rules().stream()
                    .map(Rule::ruleId)
                    .filter(id -> !id.value().equals(forgotten))
                    .collect(Collectors.toSet());
            HouseholdValidator forgetful = VALIDATOR.onlyRules(others);
            PlantedFault fault = FAULTS.stream()
                    .filter(each -> each.id().equals(forgotten))
                    .findFirst()
                    .orElseThrow();
            HouseholdResponse faulty = CLEAN.stream()
                    .map(fault::in)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow();
            assertThat(forgetful.validate(faulty, TODAY).isAcceptable()).isTrue();
        }
    }

    private static Set<String> groups(Set<String> ids) {
        return ids.stream()
                .filter(id -> !id.contains(":"))
                .map(id -> id.substring(0, id.indexOf('-')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> hard(List<Finding> findings) {
        return ids(findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList());
    }

    private static Set<String> ids(List<Finding> findings) {
        return findings.stream().map(finding -> finding.code().id()).collect(Collectors.toCollection(TreeSet::new));
    }
}
