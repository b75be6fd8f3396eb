package io.github.bmnkit.apportionment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateTest {
    private static final List<Unit> UNITS = List.of(Unit.of("a", 53), Unit.of("b", 24), Unit.of("c", 23));

    @Test
    void theDivisorsOfAWorkedExample() {
        Apportionment.Shares shares = solve(Method.WEBSTER, 4, UNITS);
        Certificate certificate = shares.certificate();

        // 53/1.5 = 35.33 and 24/0.5 = 48 and 23/0.5 = 46 received a share; 53/2.5 = 21.2 is the best that did not.
        assertThat(shares.toList()).containsExactly(2L, 1L, 1L);
        assertThat(certificate.low()).contains(ratio(106, 5));
        assertThat(certificate.high()).contains(ratio(106, 3));
        assertThat(certificate.method()).isEqualTo(Method.WEBSTER);
        assertThat(certificate.floorRule()).isEqualTo(FloorRule.RAW);
        assertThat(certificate.total()).isEqualTo(4);
        assertThat(certificate).hasToString("WEBSTER, 4 in all, cut-off from 106/5 to 106/3");
    }

    @Test
    void huntingtonHillComparesSquares() {
        Certificate certificate = solve(Method.HUNTINGTON_HILL, 4, UNITS).certificate();

        assertThat(certificate.low()).contains(ratio(53 * 53, 6));
        assertThat(certificate.high()).contains(ratio(53 * 53, 2));
    }

    @Test
    void anotherAnswerIsNotVerified() {
        for (Method method : Method.values()) {
            Certificate certificate = solve(method, 4, UNITS).certificate();
            assertThat(certificate.verify(UNITS, List.of(2L, 1L, 1L))).isTrue();
            assertThat(certificate.verify(UNITS, List.of(3L, 1L, 0L))).isFalse();
            assertThat(certificate.verify(UNITS, List.of(2L, 2L, 0L))).isFalse();
            assertThat(certificate.verify(UNITS, List.of(2L, 1L, 2L))).isFalse();
            assertThat(certificate.verify(UNITS, List.of(2L, 1L))).isFalse();
            assertThat(certificate.verify(UNITS, List.of(4L, 1L, -1L))).isFalse();
        }
    }

    @Test
    void theEvidenceOfOtherWeightsOrBoundsIsNotAccepted() {
        List<Unit> others = List.of(Unit.of("a", 3), Unit.of("b", 24), Unit.of("c", 23));
        List<Unit> bounded = List.of(Unit.of("a", 53).withCap(1), Unit.of("b", 24), Unit.of("c", 23));
        for (Method method : Method.values()) {
            Certificate certificate = solve(method, 4, UNITS).certificate();
            assertThat(certificate.verify(others, List.of(2L, 1L, 1L))).isFalse();
            assertThat(certificate.verify(bounded, List.of(2L, 1L, 1L))).isFalse();
        }
    }

    @Test
    void cutOffsInTheWrongOrderAreNotAccepted() {
        // Each bound by itself would let these shares pass, were the two not compared.
        Certificate forged =
                Certificate.of(Method.WEBSTER, FloorRule.RAW, 1, ratio(0, 1)).between(UNITS.get(0), 1, UNITS.get(2), 1);

        assertThat(forged.verify(UNITS, List.of(0L, 0L, 1L))).isFalse();
    }

    @Test
    void withoutAChoiceThereIsNoCutOff() {
        Certificate nothing = solve(Method.WEBSTER, 0, UNITS).certificate();
        assertThat(nothing.high()).isEmpty();
        assertThat(nothing.low()).isEmpty();

        List<Unit> capped = List.of(Unit.of("a", 1).withCap(1), Unit.of("b", 5).withCap(2));
        Certificate everything = solve(Method.WEBSTER, 3, capped).certificate();
        assertThat(everything.low()).isEmpty();
        assertThat(everything.high()).contains(ratio(2, 1));
    }

    @Test
    void infiniteClaimsAreOrderedByWeight() {
        Certificate certificate = solve(Method.ADAMS, 1, UNITS).certificate();

        assertThat(certificate.low()).contains(ratio(24, 0));
        assertThat(certificate.high())
                .hasValueSatisfying(high -> assertThat(high.isInfinite()).isTrue());
        assertThat(certificate.verify(UNITS, List.of(1L, 0L, 0L))).isTrue();
        assertThat(certificate.verify(UNITS, List.of(0L, 1L, 0L))).isFalse();
    }

    @Test
    void aRatioIsReducedComparedAndShown() {
        assertThat(ratio(6, 4)).isEqualTo(ratio(3, 2)).hasToString("3/2").isGreaterThan(ratio(4, 3));
        assertThat(ratio(2, 3).decimal(4)).isEqualByComparingTo("0.6667");
        assertThatIllegalArgumentException().isThrownBy(() -> ratio(1, -2)).withMessageContaining("-2");
    }

    private static Apportionment.Shares solve(Method method, long total, List<Unit> units) {
        return ApportionmentProblem.of(method, total, units).solve().shares().orElseThrow();
    }

    private static Ratio ratio(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }
}
