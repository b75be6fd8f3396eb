package io.github.bmnkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.examples.synthetic.CleanHousehold;
import io.github.bmnkit.examples.synthetic.CleanHouseholds;
import io.github.bmnkit.examples.synthetic.PlantedFault;
import io.github.bmnkit.examples.synthetic.PlantedFaults;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.rule.Rule;
import io.github.bmnkit.rule.RuleId;
import io.github.bmnkit.testing.Responses;
import io.github.bmnkit.validation.ValidationReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Peers are compared only where they say the same. */
class ValidationBenchmarkTest {
    private static final int SAMPLE = 4_000;
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
            case ByHandLogic.PASS -> Outcome.PASS;
            case ByHandLogic.FAIL -> Outcome.FAIL;
            case ByHandLogic.UNDECIDED -> Outcome.UNDECIDED;
            default -> Outcome.NOT_APPLICABLE;
        };
    }

    @Test
    void rulesAboutMembersWrittenByHandHaveTheOutcomesOfTheEngine() {
        List<RuleId> rules = ValidationBenchmark.ofMembers(BENCHMARK.engine);
        assertThat(rules).hasSize(ByHandMembers.RULES);
        assertThat(rules.get(ByHandMembers.FIRST_OF_KIN)).isEqualTo(RuleId.of("REL-01"));
        assertThat(rules.get(ByHandMembers.FIRST_OF_LIVES)).isEqualTo(RuleId.of("HLT-01"));
        Map<RuleId, Set<Outcome>> met = new HashMap<>();
        ResolvedHousehold resolved = ResolvedHousehold.of(BENCHMARK.form);
        Random random = new Random(11);
        List<PlantedFault> faults = PlantedFaults.all();
        int compared = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            CleanHousehold clean = CleanHouseholds.household(BENCHMARK.form, seed);
            List<HouseholdResponse> households = new ArrayList<>(List.of(clean.response()));
            faults.get(seed % faults.size()).in(clean).ifPresent(households::add);
            households.add(Responses.any(BENCHMARK.form, random.nextInt(6), random));
            for (int i = 0; i < 5; i++) {
                households.add(MixedUpMembers.of(clean, random));
            }
            for (HouseholdResponse household : households) {
                resolved.resolve(household, false, Responses.TODAY);
                compared += compare(household, ByHandMembers.of(resolved).outcomes(), rules, met);
            }
        }
        System.out.println("rules about members by hand: " + compared + " outcomes");
        assertThat(met).hasSize(ByHandMembers.RULES);
        // The form makes the head of the first member, and here the codes of students are of the group of students.
        met.keySet().removeAll(Set.of(RuleId.of("MEM-04"), RuleId.of("OCC-07")));
        assertThat(met).allSatisfy((rule, outcomes) -> assertThat(outcomes).contains(Outcome.PASS, Outcome.FAIL));
    }

    private static int compare(
            HouseholdResponse household, byte[] outcomes, List<RuleId> rules, Map<RuleId, Set<Outcome>> met) {
        ValidationReport report = BENCHMARK.report(household);
        for (int i = 0; i < outcomes.length; i++) {
            RuleId rule = rules.get(i % rules.size());
            int key = household.members().get(i / rules.size());
            Outcome outcome = outcome(outcomes[i]);
            if (outcome != report.outcome(rule, key)) {
                assertThat(outcome)
                        .as("%s of member %d in %s", rule, key, household.toJson())
                        .isEqualTo(report.outcome(rule, key));
            }
            met.computeIfAbsent(rule, each -> EnumSet.noneOf(Outcome.class)).add(outcome);
        }
        return outcomes.length;
    }

    @Test
    void householdsAreAsManyPersonsAsInTheCountryAndEveryConditionIsMet() {
        List<HouseholdResponse> households =
                ValidationHouseholds.of(BENCHMARK.form, SAMPLE, ValidationBenchmark.ROSTER_IN_DOUBT);
        Map<String, Integer> applied = new TreeMap<>();
        List<Rule> rules = BENCHMARK.engine.rules().rules().stream()
                .filter(rule -> rule.appliesWhen().isPresent() && rule.across().isEmpty())
                // The form has no days of the round until an agency sets them.
                .filter(rule -> !rule.ruleId().equals(RuleId.of("HDR-16")))
                .toList();
        ResolvedHousehold resolved = ResolvedHousehold.of(BENCHMARK.form);
        int members = 0;
        int faulty = 0;
        for (HouseholdResponse household : households) {
            members += household.members().size();
            faulty += BENCHMARK.report(household).findings().isEmpty() ? 0 : 1;
            resolved.resolve(household, false, Responses.TODAY);
            for (Rule rule : rules) {
                int rows = rule.level() == Level.MEMBER ? household.members().size() : 1;
                boolean applies = IntStream.range(0, rows)
                        .anyMatch(row -> rule.appliesWhen().orElseThrow().test(resolved.frame(), row) == Truth.TRUE);
                applied.merge(rule.ruleId().toString(), applies ? 1 : 0, Integer::sum);
            }
        }
        assertThat(members / (double) SAMPLE).isBetween(2.8, 3.1);
        assertThat(faulty / (double) SAMPLE).isBetween(0.02, 0.1);
        assertThat(applied.entrySet().stream()
                        .filter(rule -> rule.getValue() < SAMPLE / 1_000)
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void documentsGiveTheFindingsOfTheirResponsesAndFewHaveSome() throws IOException {
        int faulty = 0;
        for (int i = 0; i < ValidationBenchmark.HOUSEHOLDS; i++) {
            byte[] document = BENCHMARK.documents.get(i);
            assertThat(BENCHMARK.findings(document))
                    .isEqualTo(BENCHMARK.report(BENCHMARK.responses.get(i)).findings());
            assertThat(BENCHMARK.tokens(document)).isGreaterThan(200);
            faulty += BENCHMARK.findings(document).isEmpty() ? 0 : 1;
        }
        assertThat(faulty).isBetween(20, 100);
    }
}
