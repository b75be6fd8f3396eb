package io.github.bmnkit.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OutcomeCountsProperties {
    @Property
    void countsMergeInAnyPartition(@ForAll List<Outcome> left, @ForAll List<Outcome> right) {
        OutcomeCounts merged = count(left).plus(count(right));
        assertThat(merged).isEqualTo(count(right).plus(count(left)));
        assertThat(merged.total()).isEqualTo((long) left.size() + right.size());
        for (Outcome outcome : Outcome.values()) {
            assertThat(merged.of(outcome))
                    .isEqualTo(left.stream().filter(outcome::equals).count()
                            + right.stream().filter(outcome::equals).count());
        }
    }

    @Example
    void whatDoesNotApplyIsNotInTheDenominator() {
        assertThat(new OutcomeCounts(6, 3, 1, 100, 7).failureShare()).isEqualTo(Share.of(3, 10));
    }

    @Example
    void aNegativeCountIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OutcomeCounts(0, 0, -1, 0, 0));
    }

    private static OutcomeCounts count(List<Outcome> outcomes) {
        return outcomes.stream().reduce(OutcomeCounts.ZERO, OutcomeCounts::plus, OutcomeCounts::plus);
    }
}
