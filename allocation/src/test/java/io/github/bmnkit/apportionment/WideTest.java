package io.github.bmnkit.apportionment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WideTest {
    private final Random random = new Random(2569);

    @Test
    void productsOfTwoCompareAsBigNumbers() {
        for (int i = 0; i < 20_000; i++) {
            long a = number(62);
            long b = number(62);
            long c = i % 3 == 0 ? b : number(62);
            long d = i % 3 == 0 ? a : number(62);
            assertThat(Integer.signum(Wide.compareProducts(a, b, c, d)))
                    .isEqualTo(product(a, b).compareTo(product(c, d)));
        }
    }

    @Test
    void productsOfFourCompareAsBigNumbers() {
        for (int i = 0; i < 50_000; i++) {
            long[] a = {number(53), number(53), number(41), number(41)};
            long[] b = {number(53), number(53), number(41), number(41)};
            if (i % 3 == 0) {
                b = new long[] {a[2], a[0], a[3], a[1] + random.nextInt(2)};
            }
            assertThat(Integer.signum(Wide.compareProducts(a[0], a[1], a[2], a[3], b[0], b[1], b[2], b[3])))
                    .isEqualTo(product(a).compareTo(product(b)));
        }
    }

    @Test
    void aShiftedProductIsRoundedDownAndStopsAtTheLimit() {
        BigInteger limit = BigInteger.ONE.shiftLeft(62);
        for (int i = 0; i < 50_000; i++) {
            long a = number(53);
            long b = number(62);
            int shift = 1 + random.nextInt(126);
            assertThat(Wide.shiftedProduct(a, b, shift))
                    .isEqualTo(product(a, b).shiftRight(shift).min(limit).longValueExact());
        }
    }

    @Test
    void sumsBeyondALong() {
        long[] weights = LongStream.generate(() -> Unit.MAX_WEIGHT).limit(5_000).toArray();
        assertThat(Wide.sum(weights))
                .isEqualTo(BigInteger.valueOf(Unit.MAX_WEIGHT).multiply(BigInteger.valueOf(5_000)));
        assertThat(Wide.saturatedSum(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
    }

    private long number(int bits) {
        return random.nextLong() >>> (Long.SIZE - 1 - random.nextInt(bits));
    }

    private static BigInteger product(long... factors) {
        return LongStream.of(factors).mapToObj(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    }
}
