package io.github.bmnkit.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.testing.Cases;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TpmapProperties {
    private static final Questionnaire FORM = MadeUpHouseholds.FORM;
    private static final Indicators INDICATORS = Indicators.of(IndicatorSets.bmn2560(), FORM);
    private static final List<Integer> COUNTED = List.of(1, 4, 5, 7, 8, 9, 10, 11, 15, 16, 17, 19, 20, 21, 22, 27, 28);

    @Example
    void seventeenIndicatorsCountInFiveDimensions() {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (Tpmap.Dimension dimension : Tpmap.Dimension.values()) {
            assertThat(dimension.indicators()).noneMatch(number -> !numbers.add(number));
        }
        assertThat(numbers).containsExactlyElementsOf(COUNTED);
    }

    @Property(tries = 1_000)
    void whoeverFailsOneOfTheSeventeenIsPoorAndNobodyElseIs(@ForAll long seed) {
        Random random = new Random(seed);
        ResolvedHousehold household =
                random.nextBoolean() ? MadeUpHouseholds.any(random) : MadeUpHouseholds.complete(random);
        HouseholdIndicators results = INDICATORS.evaluate(household);
        Tpmap reading = Tpmap.asDemonstration(results);
        boolean fails =
                COUNTED.stream().anyMatch(number -> results.result(number).outcome() == IndicatorOutcome.NOT_MET);
        boolean open =
                COUNTED.stream().anyMatch(number -> results.result(number).outcome() == IndicatorOutcome.INCOMPLETE);
        assertThat(reading.isPoor()).isEqualTo(fails ? Truth.TRUE : open ? Truth.UNKNOWN : Truth.FALSE);
        for (int row = 0; row < household.members(); row++) {
            Truth card = Tpmap.holdsCard(household, row);
            assertThat(reading.isTargetPoor(card) == Truth.TRUE).isEqualTo(fails && card == Truth.TRUE);
            assertThat(reading.isTargetPoor(Truth.FALSE)).isEqualTo(Truth.FALSE);
        }
        for (int number : COUNTED) {
            IndicatorResult result = results.result(number);
            boolean failing = result.outcome() == IndicatorOutcome.NOT_MET;
            assertThat(reading.membersOfFailing(number).orElse(-1))
                    .isEqualTo(
                            failing ? household.members() : result.outcome() == IndicatorOutcome.INCOMPLETE ? -1 : 0);
            reading.individualsNotMet(number)
                    .ifPresent(persons -> assertThat(persons).isEqualTo(result.notMet()));
        }
        assertThat(reading.individualsNotMet(4)).isEmpty();
        Cases.met("poor", fails);
        Cases.met("not poor", reading.isPoor() == Truth.FALSE);
        Cases.met(
                "fewer fail than live there",
                COUNTED.stream()
                        .anyMatch(number -> results.result(number).notMet() > 0
                                && results.result(number).notMet() < household.members()));
    }

    @Example
    void otherSetsAndOtherRoundsAreRefused() {
        HouseholdIndicators of2560 = INDICATORS.evaluate(householdOf(2560));
        assertThat(Tpmap.of(of2560).isDemonstration()).isFalse();
        HouseholdIndicators of2563 = INDICATORS.evaluate(householdOf(2563));
        assertThatIllegalArgumentException().isThrownBy(() -> Tpmap.of(of2563)).withMessageContaining("2563");
        assertThat(Tpmap.asDemonstration(of2563).isDemonstration()).isTrue();

        String json = IndicatorSets.bmn2560().toJson().replaceFirst("bmn-2560", "own-set");
        IndicatorSet own = IndicatorSet.read(FORM, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .value();
        assertThat(Tpmap.reads(own)).isFalse();
        HouseholdIndicators byOwn = Indicators.of(own, FORM).evaluate(householdOf(2560));
        assertThatIllegalArgumentException().isThrownBy(() -> Tpmap.of(byOwn)).withMessageContaining("own-set");
    }

    private static ResolvedHousehold householdOf(int round) {
        return MadeUpHouseholds.complete(new Random(3), round);
    }
}
