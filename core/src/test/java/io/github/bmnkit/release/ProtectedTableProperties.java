package io.github.bmnkit.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.release.ProtectedTable.Interval;
import io.github.bmnkit.testing.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ProtectedTableProperties {
    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    private static CountTable flat(int rows, int columns, long number, int values) {
        CountTable.Builder table = CountTable.builder(names("c", columns));
        long rest = number;
        for (String row : names("r", rows)) {
            List<Long> counts = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                counts.add(rest % values);
                rest /= values;
            }
            table.row(row, CountTable.TOTAL, counts);
        }
        return table.build();
    }

    /** What the adversary cannot tell; cells of a table protected too little are known or closer than allowed. */
    private static boolean resists(ProtectedTable published) {
        CountTable table = published.table();
        long most = leaves(table).stream()
                .flatMap(row -> table.columns().stream().map(column -> table.count(row, column)))
                .max(Long::compare)
                .orElseThrow();
        long bound = most + published.rule().width(); // nobody needs a greater value to be in doubt
        Map<String, long[]> possible = new Adversary(table).possible(published, bound);
        for (String row : table.rows()) {
            for (String column : columns(table)) {
                long count = table.count(row, column);
                long width = published.rule().isSmall(count) ? published.rule().width() : 1;
                long[] range = possible.get(row + " " + column);
                if (published.count(row, column).isEmpty() && range[1] - range[0] < width) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<String> leaves(CountTable table) {
        return table.rows().stream()
                .filter(row -> table.rows().stream()
                        .noneMatch(other -> table.parent(other).equals(Optional.of(row))))
                .toList();
    }

    private static List<String> columns(CountTable table) {
        List<String> all = new ArrayList<>(table.columns());
        all.add(CountTable.TOTAL);
        return all;
    }

    private static void exhaustive(int rows, int columns, int values, ThresholdRule rule) {
        long tables = Math.round(Math.pow(values, rows * columns));
        int broken = 0;
        int secondary = 0;
        for (long number = 0; number < tables; number++) {
            CountTable table = flat(rows, columns, number, values);
            ProtectedTable published = ProtectedTable.of(table, rule);
            if (published.small() == 0) {
                assertThat(published.secondary()).isZero();
                continue;
            }
            assertThat(resists(published)).as(published.toCsv()).isTrue();
            secondary += published.secondary() > 0 ? 1 : 0;
            ProtectedTable smallOnly = ProtectedTable.smallOnly(table, rule);
            boolean resists = resists(smallOnly);
            assertThat(smallOnly.isProtected()).as(smallOnly.toCsv()).isEqualTo(resists);
            broken += resists ? 0 : 1;
        }
        // Negative control: suppressing what is small and nothing else is broken by the margins.
        assertThat(broken).isPositive();
        assertThat(secondary).isGreaterThanOrEqualTo(broken);
    }

    @Test
    void nobodyDerivesASuppressedCellOfAnyTableOfTwoByTwo() {
        exhaustive(2, 2, 6, ThresholdRule.below(3));
        exhaustive(2, 2, 4, new ThresholdRule(2, true, 1));
        exhaustive(2, 2, 5, new ThresholdRule(3, false, 3));
    }

    @Test
    void nobodyDerivesASuppressedCellOfAnyTableOfTwoByThree() {
        exhaustive(2, 3, 4, ThresholdRule.below(2));
        exhaustive(3, 2, 3, ThresholdRule.below(2));
    }

    @Test
    void nobodyDerivesASuppressedCellOfAnyTableOfThreeByThree() {
        exhaustive(3, 3, 2, ThresholdRule.below(2));
    }

    /** Areas in areas, every level and every margin at once; the exact interval is what the adversary finds. */
    @Property(tries = 700)
    void nobodyDerivesASuppressedCellOfATreeAndIntervalsAreExact(@ForAll Random random) {
        CountTable table = tree(random);
        ThresholdRule rule = new ThresholdRule(2 + random.nextInt(2), random.nextInt(4) == 0, 1 + random.nextInt(2));
        ProtectedTable published = ProtectedTable.of(table, rule);
        ProtectedTable smallOnly = ProtectedTable.smallOnly(table, rule);
        boolean brokenOtherwise = !resists(smallOnly);
        assertThat(resists(published)).as(published.toCsv()).isTrue();
        assertThat(smallOnly.isProtected()).isEqualTo(!brokenOtherwise);
        assertThat(published.secondary() > 0).isEqualTo(brokenOtherwise);
        long bound = 9;
        Map<String, long[]> possible = new Adversary(table).possible(smallOnly, bound);
        boolean bounded = false;
        for (String row : table.rows()) {
            for (String column : columns(table)) {
                Interval interval = smallOnly.possible(row, column);
                long[] range = possible.get(row + " " + column);
                assertThat(interval.minInclusive()).as(row + " " + column).isEqualTo(range[0]);
                if (interval.maxInclusive().isPresent()) {
                    assertThat(interval.maxInclusive().getAsLong()).isEqualTo(range[1]);
                    bounded |= !interval.isPoint();
                } else {
                    assertThat(range[1]).isGreaterThanOrEqualTo(bound);
                }
            }
        }
        Cases.met("small counts alone betray", brokenOtherwise);
        Cases.met("secondary", published.secondary() > 0);
        Cases.met("bounded", bounded);
        Cases.met(
                "a margin is suppressed",
                table.rows().stream()
                        .anyMatch(row -> published.count(row, CountTable.TOTAL).isEmpty()));
    }

    private static List<Long> counts(int columns, Random random) {
        return IntStream.range(0, columns)
                .mapToObj(i -> (long) random.nextInt(5))
                .toList();
    }

    private static CountTable tree(Random random) {
        int columns = 1 + random.nextInt(2);
        CountTable.Builder table = CountTable.builder(names("c", columns));
        for (String group : names("g", 1 + random.nextInt(2))) {
            table.group(group, CountTable.TOTAL);
            for (String row : names(group + "r", 1 + random.nextInt(2))) {
                table.row(row, group, counts(columns, random));
            }
        }
        return table.build();
    }

    /** The size of a province: 250 tambons in 16 districts, 31 indicators. */
    @Test
    void aProvinceIsProtectedAtOnce() {
        Random random = new Random(36);
        CountTable.Builder table = CountTable.builder(names("i", 31));
        for (int district = 0; district < 16; district++) {
            table.group("d" + district, CountTable.TOTAL);
            for (int tambon = 0; tambon < 16; tambon++) {
                List<Long> counts = IntStream.range(0, 31)
                        .mapToObj(i -> (long) random.nextInt(random.nextInt(3) == 0 ? 6 : 400))
                        .toList();
                table.row("d" + district + "t" + tambon, "d" + district, counts);
            }
        }
        ProtectedTable published = ProtectedTable.of(table.build(), ThresholdRule.below(5));
        assertThat(published.small()).isGreaterThan(1_000);
        assertThat(published.isProtected()).isTrue();
        assertThat(ProtectedTable.smallOnly(published.table(), published.rule()).isProtected())
                .isFalse();
    }
}
