package io.github.bmnkit.validation;

import static io.github.bmnkit.examples.synthetic.PlantedFaults.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.examples.synthetic.CleanHousehold;
import io.github.bmnkit.examples.synthetic.CleanHouseholds;
import io.github.bmnkit.examples.synthetic.HostCodes;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.rule.Rule;
import io.github.bmnkit.rule.RuleSets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    /** By the optional question that a household leaves blank: what nobody can decide then. */
    private static final Map<String, Set<String>> UNDECIDED_WHERE_BLANK = Map.ofEntries(
            Map.entry("q6_1_5", Set.of("S1-18", "q6_1_5_text:required")),
            Map.entry("q6_2_5", Set.of("S1-19", "q6_2_5_text:required")),
            Map.entry("q16_5", Set.of("S3-07")),
            Map.entry("q17_5", Set.of("S3-09")),
            Map.entry("q17_6", Set.of("q17_6_n:required")),
            Map.entry("q21_3", Set.of("S4-08", "q21_3_n:required")),
            Map.entry("q22_3_1_1", Set.of("DBT-04", "q22_3_1_1_baht:required")),
            Map.entry("q22_3_1_2", Set.of("DBT-04", "q22_3_1_2_baht:required")),
            Map.entry("q22_3_1_3", Set.of("DBT-04", "DBT-11", "q22_3_1_3_baht:required")),
            Map.entry("q22_3_1_4", Set.of("DBT-04", "DBT-11", "q22_3_1_4_baht:required")),
            Map.entry("q22_3_1_5", Set.of("DBT-04", "DBT-11", "q22_3_1_5_baht:required")),
            Map.entry("q22_3_1_6", Set.of("DBT-04", "q22_3_1_6_baht:required")),
            Map.entry("q22_3_1_7", Set.of("DBT-04", "DBT-09", "q22_3_1_7_baht:required")),
            Map.entry("q22_3_1_8", Set.of("DBT-04", "DBT-10", "q22_3_1_8_baht:required")),
            Map.entry("q22_3_1_9", Set.of("DBT-04", "q22_3_1_9_baht:required")),
            Map.entry("q24_freq", Set.of("S5-07")),
            Map.entry("q31_2_2", Set.of("HAP-05")));

    /** No required answer is missing in a clean household, so only optional questions can leave an edit open. */
    @Test
    void onlyWhatReadsAnOptionalQuestionThatWasLeftBlankIsUndecided() {
        ResolvedHousehold resolved = ResolvedHousehold.of(FORM);
        Map<String, Set<String>> undecided = new TreeMap<>();
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            HouseholdResponse response = CleanHouseholds.household(FORM, seed).response();
            resolved.resolve(response, false, TODAY);
            for (Finding finding : VALIDATOR.validate(response, TODAY).findings(Outcome.UNDECIDED)) {
                Set<String> blanks = new TreeSet<>();
                read(finding).forEach(name -> addBlanks(blanks, resolved, name));
                assertThat(blanks).as("%s of %d", finding, seed).isNotEmpty();
                blanks.forEach(blank -> undecided
                        .computeIfAbsent(blank, each -> new TreeSet<>())
                        .add(finding.code().id()));
            }
        }
        assertThat(undecided).isEqualTo(UNDECIDED_WHERE_BLANK);
    }

    /** The names that a rule reads, or the question whose derived check it is. */
    private static Set<String> read(Finding finding) {
        String id = finding.code().id();
        return finding.code() instanceof Rule rule ? rule.reads() : Set.of(id.substring(0, id.indexOf(':')));
    }

    /** Adds the optional questions to be asked that have no answer: the name itself, or what it hangs on. */
    private static void addBlanks(Set<String> blanks, ResolvedHousehold household, String name) {
        Item item = FORM.item(name).orElse(null);
        if (item == null || item.level() == Level.MEMBER || household.relevance(item, 0) == Truth.FALSE) {
            return;
        }
        if (household.relevance(item, 0) == Truth.UNKNOWN) {
            item.relevance().orElseThrow().reads().names().forEach(each -> addBlanks(blanks, household, each));
        } else if (item.calculation().isPresent()) {
            item.calculation().get().reads().names().forEach(each -> addBlanks(blanks, household, each));
        } else if (item.required().isEmpty()
                && household.value(AnswerPath.of(name)).equals(Value.of(Missing.NOT_ANSWERED))) {
            blanks.add(name);
        }
    }

    @Test
    void aSeedGivesOneHousehold() {
        assertThat(CleanHouseholds.household(FORM, 7).response())
                .isEqualTo(CleanHouseholds.household(FORM, 7).response());
    }
}
