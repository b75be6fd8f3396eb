package io.github.bmnkit.apportionment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.finding.Text;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void everyReasonReads() {
        List<Unit> units = List.of(
                Unit.of("up", 27),
                Unit.of("down", 23),
                Unit.of("floor", 1).withFloor(3),
                Unit.of("cap", 49).withCap(3),
                Unit.of("nobody", 0));
        Apportionment.Shares shares = ApportionmentProblem.of(Method.LARGEST_REMAINDER, 10, units)
                .withFloorRule(FloorRule.RESCALED)
                .solve()
                .shares()
                .orElseThrow();

        // The four shares that no bound holds are split 27 : 23, at 2.16 and 1.84.
        assertThat(shares.toList()).containsExactly(2L, 2L, 3L, 3L, 0L);
        assertThat(shares.certificate().perWeight()).hasToString("2/25");
        assertThat(shares.explain("up").reason()).isEqualTo(Explanation.Reason.ROUNDED_DOWN);
        assertThat(shares.explain("floor").reason()).isEqualTo(Explanation.Reason.AT_FLOOR);
        assertThat(shares.explain("cap").reason()).isEqualTo(Explanation.Reason.AT_CAP);
        assertThat(shares.explain("nobody").reason()).isEqualTo(Explanation.Reason.ZERO_WEIGHT);
        assertThat(shares.explain("floor").text(Locale.ENGLISH))
                .isEqualTo("floor receives its floor, 3: 1 of 100 of the total 10 is 0.1000, and its claim alone does"
                        + " not reach the floor");
        assertThat(shares.explain("nobody").text(Text.THAI))
                .isEqualTo("nobody มีน้ำหนัก 0 จึงได้รับเท่าจำนวนขั้นต่ำ 0");
    }

    @Test
    void theQuotaIsExact() {
        Explanation explanation = ApportionmentProblem.of(
                        Method.WEBSTER, 100, List.of(Unit.of("a", 1), Unit.of("b", 2)))
                .solve()
                .shares()
                .orElseThrow()
                .explain("b");

        assertThat(explanation.quota()).hasToString("200/3");
        assertThat(explanation.share()).isEqualTo(67);
        assertThat(explanation.reason()).isEqualTo(Explanation.Reason.ROUNDED_UP);
        assertThat(explanation.recompute()).isEqualTo(67);
        assertThat(explanation.text(Locale.ENGLISH))
                .isEqualTo("b receives 67: 2 of 3 of the total 100 is 66.6667, and its claim to the last share passes"
                        + " the cut-off");
    }

    @Test
    void bothSidesOfATieSaySo() {
        Apportionment.Shares shares = ApportionmentProblem.of(
                        Method.ADAMS, 1, List.of(Unit.of("a", 3), Unit.of("b", 3)))
                .solve()
                .shares()
                .orElseThrow();

        assertThat(shares.explain("a").reason()).isEqualTo(Explanation.Reason.WON_TIE);
        assertThat(shares.explain("b").reason()).isEqualTo(Explanation.Reason.LOST_TIE);
        assertThat(shares.explain("b").recompute()).isZero();
    }

    @Test
    void withoutAnyWeightTheQuotaIsNothing() {
        Explanation explanation = ApportionmentProblem.of(
                        Method.WEBSTER, 2, List.of(Unit.of("a", 0).withFloor(2)))
                .solve()
                .shares()
                .orElseThrow()
                .explain("a");

        assertThat(explanation.quota()).hasToString("0/1");
        assertThat(explanation.recompute()).isEqualTo(2);
    }
}
