package io.github.bmnkit.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.Check;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.testing.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class IndicatorProperties {
    private static final Indicators INDICATORS = Indicators.of(IndicatorSets.bmn2560(), MadeUpHouseholds.FORM);

    @Property(tries = 400)
    void theDefinitionsSayWhatTheHandWrittenIndicatorsSay(@ForAll long seed) {
        ResolvedHousehold household = MadeUpHouseholds.any(new Random(seed));
        NaiveIndicators naive = new NaiveIndicators(household);
        List<IndicatorResult> results = INDICATORS.evaluate(household).results();
        for (IndicatorResult result : results) {
            assertThat(result).isEqualTo(naive.result(result.number()));
        }
        for (IndicatorOutcome outcome : IndicatorOutcome.values()) {
            Cases.met(outcome.name(), results.stream().anyMatch(result -> result.outcome() == outcome));
        }
        Cases.met(
                "decided but not counted",
                results.stream().anyMatch(result -> result.outcome().isDecided() && !result.isCounted()));
        Cases.met("draft", household.frame().isDraft());
    }

    @Property(tries = 1_000)
    void whoeverIsSurveyedEitherMeetsItOrDoesNot(@ForAll long seed) {
        Random random = new Random(seed);
        boolean byAge = false;
        for (int i = 0; i < 3; i++) {
            HouseholdIndicators indicators = INDICATORS.evaluate(MadeUpHouseholds.any(random));
            assertCountsFit(indicators);
            byAge |= indicators.result(24).notMet() > 0
                    && !indicators.notMetByAge(24).isEmpty();
        }
        Cases.met("drinkers by age", byAge);
    }

    private static void assertCountsFit(HouseholdIndicators indicators) {
        for (IndicatorResult result : indicators.results()) {
            assertThat(result.met()).isBetween(0L, result.surveyed());
            assertThat(result.met() + result.notMet()).isEqualTo(result.surveyed());
            assertThat(result.surveyed() > 0).isEqualTo(result.isCounted());
            Indicator indicator = indicators.set().indicator(result.number()).orElseThrow();
            if (result.isCounted() && indicator.baseMembers() != null) {
                long members = 0;
                for (int row = 0; row < indicators.members(); row++) {
                    members += indicators.isSurveyed(result.number(), row) ? 1 : 0;
                }
                assertThat(members).as("members in the base of %s", result).isEqualTo(result.surveyed());
            }
            List<Long> groups = indicators.notMetByAge(result.number());
            assertThat(groups.isEmpty()
                            || groups.stream().mapToLong(Long::longValue).sum() == result.notMet())
                    .isTrue();
        }
    }

    @Property(tries = 200)
    void whatIsAnsweredInFullIsDecidedAndCounted(@ForAll long seed) {
        Random random = new Random(seed);
        boolean later = random.nextInt(4) == 0;
        ResolvedHousehold household =
                later ? MadeUpHouseholds.complete(random, 2569) : MadeUpHouseholds.complete(random);
        Indicators indicators = later ? INDICATORS.asDemonstration() : INDICATORS;
        HouseholdIndicators results = indicators.evaluate(household);
        assertThat(results.isDemonstration()).isEqualTo(later);
        for (IndicatorResult result : results.results()) {
            IndicatorExplanation explanation = indicators.explain(household, result.number());
            assertThat(explanation.missing()).isEmpty();
            if (later && result.number() == 22) {
                assertThat(result.outcome()).isEqualTo(IndicatorOutcome.INCOMPLETE);
                assertThat(explanation.unsetParameters()).containsExactly("income_line");
            } else {
                assertThat(result.outcome()).as("%s", result).isNotEqualTo(IndicatorOutcome.INCOMPLETE);
                assertThat(explanation.unsetParameters()).isEmpty();
                assertThat(result.isCounted()
                                || explanation.isContradictory()
                                || !result.outcome().isDecided())
                        .isTrue();
            }
        }
        Cases.met("a later round", later);
    }

    @Property(tries = 200)
    void theOrderOfMembersDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        ResolvedHousehold household = MadeUpHouseholds.any(random);
        List<IndicatorResult> before = INDICATORS.evaluate(household).results();
        for (int i = 0; i < 3; i++) {
            int row = random.nextInt(household.members());
            household.moveMember(household.key(row), 1 + random.nextInt(household.members()));
        }
        assertThat(INDICATORS.evaluate(household).results()).isEqualTo(before);
        Cases.met("several members", household.members() > 1);
    }

    @Property(tries = 200)
    void anAnswerThatWasMissingNeverTurnsAnOutcomeIntoItsOppositeUnlessItClosesAQuestion(@ForAll long seed) {
        Random random = new Random(seed);
        ResolvedHousehold household = MadeUpHouseholds.any(random);
        HouseholdIndicators before = INDICATORS.evaluate(household);
        List<IndicatorExplanation.MissingAnswer> missing = new ArrayList<>();
        for (IndicatorResult result : before.results()) {
            missing.addAll(INDICATORS.explain(household, result.number()).missing());
        }
        missing.removeIf(each -> !isAsked(each.path()) || !household.frame().isDraft());
        Cases.met("something to answer", !missing.isEmpty());
        if (missing.isEmpty()) {
            return;
        }
        ResolvedHousehold earlier = household.copy();
        AnswerPath path = missing.get(random.nextInt(missing.size())).path();
        ResolvedHousehold model = MadeUpHouseholds.complete(random);
        Item item = MadeUpHouseholds.FORM.item(path.question()).orElseThrow();
        Value value = model.frame().get(path.question(), 0);
        if (value instanceof Value.None) {
            return;
        }
        household.answer(path, value);
        boolean closed = MadeUpHouseholds.FORM.items().stream().anyMatch(each -> closes(each, earlier, household));
        HouseholdIndicators after = INDICATORS.evaluate(household);
        for (IndicatorResult result : before.results()) {
            IndicatorOutcome now = after.result(result.number()).outcome();
            if (result.outcome().isDecided() && !closed && household.check(item, Check.TYPE, 0) != Outcome.FAIL) {
                assertThat(now).as("%s after %s", result, path).isEqualTo(result.outcome());
            }
        }
    }

    private static boolean isAsked(AnswerPath path) {
        return MadeUpHouseholds.FORM
                .question(path.question())
                .orElseThrow()
                .type()
                .isAsked();
    }

    private static boolean closes(Item item, ResolvedHousehold before, ResolvedHousehold after) {
        int rows = item.level() == Level.MEMBER ? before.members() : 1;
        for (int row = 0; row < rows; row++) {
            if (before.relevance(item, row) != Truth.FALSE && after.relevance(item, row) == Truth.FALSE) {
                return true;
            }
        }
        return false;
    }
}
