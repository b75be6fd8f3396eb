package io.github.bmnkit.apportionment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApportionmentProblemTest {
    private static final List<Unit> TWINS = List.of(Unit.of("b", 1), Unit.of("a", 1), Unit.of("c", 4));

    @Test
    void sharesAreReadByCodeAndInTheOrderOfInput() {
        Apportionment.Shares shares = solved(ApportionmentProblem.of(
                Method.WEBSTER, 10, List.of(Unit.of("x", 20), Unit.of("y", 50), Unit.of("z", 30))));

        assertThat(shares.toList()).containsExactly(2L, 5L, 3L);
        assertThat(shares.stream().sum()).isEqualTo(10);
        assertThat(shares.share("y")).isEqualTo(5);
        assertThat(shares.tie()).isEmpty();
        assertThat(shares.reasons()).isEmpty();
        assertThat(shares).hasToString("10 shared out among 3 units by WEBSTER");
        assertThat(shares.problem()).hasToString("10 for 3 units by WEBSTER");
        assertThatThrownBy(() -> shares.share("nobody"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void aTieGoesByTheOrderOfTheCodesAndIsReported() {
        Apportionment.Shares shares = solved(ApportionmentProblem.of(Method.WEBSTER, 3, TWINS));

        assertThat(shares.toList()).containsExactly(0L, 1L, 2L);
        assertThat(shares.tie()).contains(new Tie(List.of("a", "b"), List.of("a"), false));
        assertThat(shares.certificate().isTied()).isTrue();
    }

    @Test
    void aRecordedDrawDecidesTheTie() {
        ApportionmentProblem problem =
                ApportionmentProblem.of(Method.WEBSTER, 3, TWINS).withDraw(Draw.of("b", "a"));

        assertThat(problem.draw()).contains(Draw.of("b", "a"));
        assertThat(solved(problem).toList()).containsExactly(1L, 0L, 2L);
        assertThat(solved(problem).tie()).contains(new Tie(List.of("a", "b"), List.of("b"), true));
    }

    @Test
    void aDrawThatFitsNoTieIsRefused() {
        ApportionmentProblem tied = ApportionmentProblem.of(Method.WEBSTER, 3, TWINS);
        ApportionmentProblem clear = ApportionmentProblem.of(Method.WEBSTER, 6, TWINS);

        assertThat(codes(clear.withDraw(Draw.of("a", "b")).solve()))
                .containsExactly(ApportionmentFinding.DRAW_WITHOUT_TIE);
        for (Draw draw : List.of(Draw.of("a"), Draw.of("a", "c"), Draw.of("a", "b", "c"), Draw.of("a", "a"))) {
            Apportionment refused = tied.withDraw(draw).solve();
            assertThat(codes(refused)).containsExactly(ApportionmentFinding.DRAW_OF_OTHER_UNITS);
            assertThat(refused.shares()).isEmpty();
        }
        assertThat(tied.withDraw(Draw.of("a", "c")).solve().reasons().get(0).message(Locale.ENGLISH))
                .isEqualTo("The draw of lots ranks a, c; the tie is between a, b");
    }

    @Test
    void firstSharesOfEqualWeightAreATieAndOfUnequalWeightAreNot() {
        List<Unit> units = List.of(Unit.of("a", 5), Unit.of("b", 7), Unit.of("c", 5));

        for (Method method : List.of(Method.ADAMS, Method.HUNTINGTON_HILL, Method.DEAN)) {
            assertThat(solved(ApportionmentProblem.of(method, 1, units)).toList())
                    .containsExactly(0L, 1L, 0L);
            assertThat(solved(ApportionmentProblem.of(method, 1, units)).tie()).isEmpty();
            assertThat(solved(ApportionmentProblem.of(method, 2, units)).tie())
                    .contains(new Tie(List.of("a", "c"), List.of("a"), false));
        }
    }

    @Test
    void allThatStandsAgainstASolutionIsNamed() {
        Apportionment result = ApportionmentProblem.of(
                        Method.JEFFERSON,
                        5,
                        List.of(
                                Unit.of("a", 1).withFloor(3).withCap(2),
                                Unit.of("b", 1).withFloor(4),
                                Unit.of("c", 1).withFloor(2).withCap(1),
                                Unit.of("d", 1)))
                .solve();

        assertThat(codes(result))
                .containsExactly(
                        ApportionmentFinding.FLOOR_ABOVE_CAP,
                        ApportionmentFinding.FLOOR_ABOVE_CAP,
                        ApportionmentFinding.FLOORS_EXCEED_TOTAL);
        assertThat(result).isInstanceOfSatisfying(Apportionment.Infeasible.class, infeasible -> {
            assertThat(infeasible.deficit()).isEqualTo(4);
            assertThat(infeasible.excess()).isZero();
            assertThat(infeasible.units()).containsExactly("a", "b", "c");
        });
        assertThat(result.reasons().get(0).message(Locale.ENGLISH)).isEqualTo("The floor 3 of a is above its cap 2");
        assertThat(result.reasons().get(2).message(Locale.ENGLISH))
                .isEqualTo("The total 5 falls 4 short of the floors of 3 units (a, b, c)");
    }

    @Test
    void capsAndMissingWeightsLeaveAnExcess() {
        List<Unit> capped = IntStream.range(0, 7)
                .mapToObj(i -> Unit.of("u" + i, i == 0 ? 0 : 9).withCap(1))
                .toList();
        Apportionment tooMany =
                ApportionmentProblem.of(Method.DEAN, 1_000_000, capped).solve();
        assertThat(tooMany.reasons().get(0).message(Locale.ENGLISH))
                .isEqualTo("The caps of 6 units (u1, u2, u3, u4, u5, ...) leave no place for 999,994 of the total"
                        + " 1,000,000");

        Apportionment nobody = ApportionmentProblem.of(
                        Method.WEBSTER, 3, List.of(Unit.of("a", 0).withFloor(1), Unit.of("b", 0)))
                .solve();
        assertThat(codes(nobody)).containsExactly(ApportionmentFinding.NO_WEIGHT);
        assertThat(nobody)
                .isInstanceOfSatisfying(
                        Apportionment.Infeasible.class,
                        infeasible -> assertThat(infeasible.excess()).isEqualTo(2));
        assertThat(codes(ApportionmentProblem.of(Method.ADAMS, 1, List.of()).solve()))
                .containsExactly(ApportionmentFinding.NO_WEIGHT);
    }

    @Test
    void floorsBeyondALongDoNotOverflow() {
        List<Unit> units = List.of(
                Unit.of("a", 1).withFloor(Long.MAX_VALUE), Unit.of("b", 1).withFloor(Long.MAX_VALUE));

        assertThat(ApportionmentProblem.of(Method.WEBSTER, 0, units).solve())
                .isInstanceOfSatisfying(
                        Apportionment.Infeasible.class,
                        infeasible -> assertThat(infeasible.deficit()).isEqualTo(Long.MAX_VALUE));
    }

    @Test
    void nothingCanBeSharedOutAmongNobody() {
        for (Method method : Method.values()) {
            Apportionment.Shares shares = solved(ApportionmentProblem.of(method, 0, List.of()));
            assertThat(shares.toList()).isEmpty();
            assertThat(shares.certificate().verify(List.of(), List.of())).isTrue();
        }
        assertThat(solved(ApportionmentProblem.of(Method.LARGEST_REMAINDER, 0, List.of())
                                .withFloorRule(FloorRule.RESCALED))
                        .toList())
                .isEmpty();
    }

    @Test
    void aCallersMistakesAreExceptionsWithTheValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> Unit.of("a", -1)).withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.of("a", Unit.MAX_WEIGHT + 1))
                .withMessageContaining("9007199254740993");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.of("a", 1).withFloor(-2))
                .withMessageContaining("-2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.of("a", 1).withCap(-3))
                .withMessageContaining("-3");
        assertThatIllegalArgumentException().isThrownBy(() -> Unit.of(" ", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApportionmentProblem.of(Method.ADAMS, -1, List.of()))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApportionmentProblem.of(Method.ADAMS, ApportionmentProblem.MAX_TOTAL + 1, List.of()))
                .withMessageContaining("1000000000001");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ApportionmentProblem.of(Method.ADAMS, 1, List.of(Unit.of("twice", 1), Unit.of("twice", 2))))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ApportionmentProblem.of(Method.ADAMS, 1, TWINS).withFloorRule(FloorRule.RESCALED))
                .withMessageContaining("RESCALED");
        assertThatIllegalArgumentException().isThrownBy(() -> new Tie(List.of("a", "b"), List.of("a", "b"), false));
    }

    private static List<FindingCode> codes(Apportionment result) {
        return result.reasons().stream().map(Finding::code).toList();
    }

    private static Apportionment.Shares solved(ApportionmentProblem problem) {
        return problem.solve().shares().orElseThrow();
    }
}
