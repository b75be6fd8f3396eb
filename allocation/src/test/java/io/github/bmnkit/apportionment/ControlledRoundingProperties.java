package io.github.bmnkit.apportionment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.testing.Cases;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.assertj.core.api.Assertions;

/** W1-W3: what must hold of every controlled rounding. */
@StatisticsReport(onFailureOnly = true)
class ControlledRoundingProperties {
    /** Cells over one denominator. */
    record Fractions(long[][] cells, int width, long denominator) {
        ControlledRounding problem() {
            return NaiveRounding.problem(cells, width, denominator);
        }

        @Override
        public String toString() {
            return Arrays.deepToString(cells) + "/" + denominator;
        }
    }

    @Provide
    Arbitrary<Fractions> small() {
        return Arbitraries.randoms().map(random -> fractions(random, 1 + random.nextInt(3), 1 + random.nextInt(4)));
    }

    @Provide
    Arbitrary<Fractions> wide() {
        return Arbitraries.randoms().map(random -> fractions(random, 1 + random.nextInt(30), 1 + random.nextInt(8)));
    }

    /** In half of them all rows are whole, in half of these all columns, too. */
    private static Fractions fractions(Random random, int height, int width) {
        long denominator = 1 + random.nextInt(random.nextBoolean() ? 4 : 30);
        long[][] cells = new long[height][width];
        for (long[] row : cells) {
            for (int k = 0; k < width; k++) {
                row[k] = random.nextInt(5) == 0 ? denominator * random.nextInt(3) : random.nextInt(60);
            }
        }
        int kind = random.nextInt(4);
        for (int i = 0; i < height && kind < 2; i++) {
            long sum = Arrays.stream(cells[i]).sum();
            cells[i][width - 1] += (denominator - sum % denominator) % denominator;
        }
        for (int k = 0; k < width && kind == 0; k++) {
            long sum = 0;
            for (long[] row : cells) {
                sum += row[k];
            }
            long lack = (denominator - sum % denominator) % denominator;
            // Moves within the last row, so that its sum stays; the last column then comes out whole by itself.
            if (k < width - 1) {
                cells[height - 1][k] += lack;
                cells[height - 1][width - 1] += denominator - lack;
            }
        }
        return new Fractions(cells, width, denominator);
    }

    private static void met(Fractions fractions, RoundedTable table) {
        Cases.met("ties", !table.ties().isEmpty());
        boolean wholeRows = table.prices().size() == fractions.width;
        Cases.met("whole rows", wholeRows);
        Cases.met("rows that are not whole", !wholeRows);
        Cases.met(
                "whole cells",
                Arrays.stream(fractions.cells)
                        .flatMapToLong(Arrays::stream)
                        .anyMatch(cell -> cell % fractions.denominator == 0));
    }

    @Property
    void w01_w02_w03_everyCellAndEverySumGoesToAWholeNumberBesideIt(@ForAll("wide") Fractions fractions) {
        RoundedTable table = fractions.problem().solve();
        met(fractions, table);
        assertThat(NaiveRounding.isControlled(
                        fractions.cells,
                        fractions.width,
                        fractions.denominator,
                        NaiveRounding.toArrays(table.toList())))
                .as("%s: %s", fractions, table.toList())
                .isTrue();
    }

    @Property
    void noControlledRoundingIsNearer(@ForAll("small") Fractions fractions) {
        RoundedTable table = fractions.problem().solve();
        met(fractions, table);
        List<long[][]> nearest = NaiveRounding.nearest(fractions.cells, fractions.width, fractions.denominator);
        assertThat(nearest).anyMatch(best -> Arrays.deepEquals(best, NaiveRounding.toArrays(table.toList())));
    }

    @Property
    void tiesAreFlaggedExactlyWhereAnotherTableIsAsNear(@ForAll("small") Fractions fractions) {
        RoundedTable table = fractions.problem().solve();
        met(fractions, table);
        long[][] own = NaiveRounding.toArrays(table.toList());
        Set<String> rows = new HashSet<>();
        Set<String> columns = new HashSet<>();
        for (long[][] other : NaiveRounding.nearest(fractions.cells, fractions.width, fractions.denominator)) {
            for (int i = 0; i < own.length; i++) {
                for (int k = 0; k < fractions.width; k++) {
                    if (own[i][k] != other[i][k]) {
                        rows.add(table.problem().rows().get(i));
                        columns.add(table.problem().columns().get(k));
                    }
                }
            }
        }
        assertThat(table.ties().stream().flatMap(tie -> tie.rows().stream())).hasSameElementsAs(rows);
        assertThat(table.ties().stream().flatMap(tie -> tie.columns().stream())).hasSameElementsAs(columns);
    }

    @Property
    void theEvidencePassesAndNoOtherTableDoes(@ForAll("small") Fractions fractions, @ForAll Random random) {
        ControlledRounding problem = fractions.problem();
        RoundedTable table = problem.solve();
        assertThat(problem.verify(table.toList(), table.prices())).isTrue();
        long[][] other = NaiveRounding.toArrays(table.toList());
        other[random.nextInt(other.length)][random.nextInt(fractions.width)] += random.nextBoolean() ? 1 : -1;
        other[random.nextInt(other.length)][random.nextInt(fractions.width)] += random.nextBoolean() ? 1 : -1;
        boolean nearest = NaiveRounding.nearest(fractions.cells, fractions.width, fractions.denominator).stream()
                .anyMatch(best -> Arrays.deepEquals(best, other));
        Cases.met("a nearest table", nearest);
        Cases.met("a table that is not", !nearest);
        List<List<Long>> lists = Arrays.stream(other)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
        assertThat(problem.verify(lists, table.prices())).isEqualTo(nearest);
        List<Ratio> fewer = table.prices().subList(1, table.prices().size());
        assertThat(problem.verify(table.toList(), fewer)).isFalse();
    }

    @Property
    void everyRowCanBeComputedAgainFromItsExplanation(@ForAll("wide") Fractions fractions) {
        RoundedTable table = fractions.problem().solve();
        met(fractions, table);
        for (String row : table.problem().rows()) {
            RowExplanation explanation = table.explain(row);
            assertThat(explanation.rounded()).isEqualTo(table.row(row));
            assertThat(explanation.exact()).isEqualTo(table.problem().row(row));
            assertThat(explanation.recompute()).isEqualTo(table.row(row));
        }
    }

    @Property
    void theOrderOfTheRowsDoesNotCount(@ForAll("wide") Fractions fractions, @ForAll Random random) {
        ControlledRounding problem = fractions.problem();
        RoundedTable table = problem.solve();
        met(fractions, table);
        List<String> shuffled = new ArrayList<>(problem.rows());
        Collections.shuffle(shuffled, random);
        RoundedTable again = ControlledRounding.of(
                        shuffled,
                        problem.columns(),
                        shuffled.stream().map(problem::row).toList())
                .solve();
        assertThat(again.ties()).isEqualTo(table.ties());
        assertThat(again.prices()).isEqualTo(table.prices());
        for (String row : shuffled) {
            assertThat(again.row(row)).isEqualTo(table.row(row));
        }
    }

    /** Two columns: each row's total is split by the largest remainder, as one column of shares. */
    @Property
    void withTwoColumnsItIsTheLargestRemainder(@ForAll Random random) {
        int height = 1 + random.nextInt(9);
        List<Margin> rows = new ArrayList<>();
        List<Unit> units = new ArrayList<>();
        for (String code : NaiveRounding.rows(height)) {
            rows.add(Margin.of(code, random.nextInt(random.nextBoolean() ? 4 : 40)));
            units.add(Unit.of(code, rows.get(rows.size() - 1).total()));
        }
        long total = rows.stream().mapToLong(Margin::total).sum();
        long first = random.nextInt((int) total + 1);
        RoundedTable table = ControlledRounding.proportional(
                        rows, List.of(Margin.of("p1", first), Margin.of("p2", total - first)))
                .solve();
        Apportionment.Shares shares = ApportionmentProblem.of(Method.LARGEST_REMAINDER, first, units)
                .solve()
                .shares()
                .orElseThrow();
        Cases.met("ties", shares.tie().isPresent());
        assertThat(table.column("p1")).containsExactlyElementsOf(shares.toList());
        assertThat(table.ties().stream().flatMap(tie -> tie.rows().stream()).toList())
                .isEqualTo(shares.tie().map(Tie::members).orElse(List.of()));
    }

    @Property
    void largeNumbersAreExact(@ForAll Random random) {
        int height = 1 + random.nextInt(5);
        int width = 1 + random.nextInt(4);
        List<Margin> rows = new ArrayList<>();
        List<Margin> columns = new ArrayList<>();
        for (String code : NaiveRounding.rows(height)) {
            rows.add(Margin.of(code, ApportionmentProblem.MAX_TOTAL - random.nextInt(1000)));
        }
        for (String code : NaiveRounding.columns(width)) {
            columns.add(Margin.of(code, ApportionmentProblem.MAX_TOTAL / width - random.nextInt(1000)));
        }
        ControlledRounding problem = ControlledRounding.proportional(rows, columns);
        BigInteger sum = columns.stream()
                .map(column -> BigInteger.valueOf(column.total()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        Ratio first = problem.row(rows.get(0).code()).get(0);
        assertThat(first)
                .isEqualTo(new Ratio(
                        BigInteger.valueOf(rows.get(0).total())
                                .multiply(BigInteger.valueOf(columns.get(0).total())),
                        sum));
        RoundedTable table = problem.solve();
        assertThat(problem.verify(table.toList(), table.prices())).isTrue();
    }

    /** Every 3 x 3 table of thirds whose rows add up to 1 or 2: nearest, flagged, certified. */
    @Example
    void everyTableOfASmallScopeIsNearest() {
        List<long[]> lines = new ArrayList<>();
        for (long a = 0; a <= 3; a++) {
            for (long b = 0; b <= 3; b++) {
                for (long c = 0; c <= 3; c++) {
                    if (a + b + c == 3 || a + b + c == 5) {
                        lines.add(new long[] {a, b, c});
                    }
                }
            }
        }
        int checked = 0;
        for (long[] first : lines) {
            for (long[] second : lines) {
                for (long[] third : lines) {
                    Fractions fractions = new Fractions(new long[][] {first, second, third}, 3, 3);
                    RoundedTable table = fractions.problem().solve();
                    List<long[][]> nearest = NaiveRounding.nearest(fractions.cells, 3, 3);
                    long[][] own = NaiveRounding.toArrays(table.toList());
                    boolean right = nearest.stream().anyMatch(best -> Arrays.deepEquals(best, own))
                            && table.ties().isEmpty() == (nearest.size() == 1)
                            && fractions.problem().verify(table.toList(), table.prices());
                    if (!right) {
                        throw new AssertionError(fractions + ": " + table.toList());
                    }
                    checked++;
                }
            }
        }
        assertThat(checked)
                .isEqualTo(lines.size() * lines.size() * lines.size())
                .isGreaterThan(3_000);
    }

    /** Negative control: the largest remainder, column by column, is what an office does that looks at one period. */
    @Example
    void roundingEachColumnAloneBreaksTheRows() {
        long[][] cells = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};
        long[][] alone = {{1, 1, 1}, {0, 0, 0}, {0, 0, 0}};
        assertThat(NaiveRounding.isControlled(cells, 3, 3, alone)).isFalse();
        RoundedTable table = NaiveRounding.problem(cells, 3, 3).solve();
        assertThat(table.column("c0").sum()).isEqualTo(1);
        // Row rx is the first by code, and the earliest column goes to it.
        assertThat(table.row("rx")).containsExactly(1L, 0L, 0L);
        assertThat(table.row("rz")).containsExactly(0L, 0L, 1L);
        assertThat(table.ties()).containsExactly(new TableTie(List.of("rx", "ry", "rz"), List.of("c0", "c1", "c2")));
    }

    /** Negative control: nearest cells alone put a row's running sum 2 behind. */
    @Example
    void roundingForNearestCellsAloneBreaksTheRunningSums() {
        // Two fifths five times, then a half four times: the halves are cheapest to round up, and so come the fifths
        // last.
        long[][] cells = {{4, 4, 4, 4, 4, 5, 5, 5, 5}, {6, 6, 6, 6, 6, 5, 5, 5, 5}};
        long[][] nearest = {{0, 0, 0, 0, 0, 1, 1, 1, 1}, {1, 1, 1, 1, 1, 0, 0, 0, 0}};
        assertThat(NaiveRounding.isControlled(cells, 9, 10, nearest)).isFalse();
        RoundedTable table = NaiveRounding.problem(cells, 9, 10).solve();
        assertThat(NaiveRounding.isControlled(cells, 9, 10, NaiveRounding.toArrays(table.toList())))
                .isTrue();
    }

    /** Negative control: one period after the other by largest remainder, as it was done before there were tables. */
    @Property
    void w03_onePeriodAfterTheOtherFallsBehindButTheTableDoesNot(@ForAll Random random) {
        int width = 6;
        List<Margin> rows = new ArrayList<>();
        long total = 0;
        for (String code : NaiveRounding.rows(4)) {
            rows.add(Margin.of(code, 1 + random.nextInt(20)));
            total += rows.get(rows.size() - 1).total();
        }
        long[] columns = new long[width];
        for (long n = 0; n < total; n++) {
            columns[random.nextInt(width)]++;
        }
        long[][] cells = new long[4][width];
        long[][] successive = new long[4][width];
        long[] left = rows.stream().mapToLong(Margin::total).toArray();
        for (int k = 0; k < width; k++) {
            List<Unit> units = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                cells[i][k] = rows.get(i).total() * columns[k];
                units.add(Unit.of(rows.get(i).code(), left[i]).withCap(left[i]));
            }
            List<Long> shares = ApportionmentProblem.of(Method.LARGEST_REMAINDER, columns[k], units)
                    .solve()
                    .shares()
                    .orElseThrow()
                    .toList();
            for (int i = 0; i < 4; i++) {
                successive[i][k] = shares.get(i);
                left[i] -= shares.get(i);
            }
        }
        Cases.met("one after the other is 1 or more off", !NaiveRounding.isControlled(cells, width, total, successive));
        List<Margin> periods = new ArrayList<>();
        for (int k = 0; k < width; k++) {
            periods.add(Margin.of("p" + k, columns[k]));
        }
        long[][] own = NaiveRounding.toArrays(
                ControlledRounding.proportional(rows, periods).solve().toList());
        assertThat(NaiveRounding.isControlled(cells, width, total, own)).isTrue();
    }

    @Example
    void anEmptyTableAndATableOfNothingAreRoundedToo() {
        assertThat(ControlledRounding.proportional(List.of(), List.of()).solve().toList())
                .isEmpty();
        RoundedTable nothing = ControlledRounding.proportional(List.of(Margin.of("a", 0)), List.of(Margin.of("p", 0)))
                .solve();
        assertThat(nothing.toList()).containsExactly(List.of(0L));
        assertThat(nothing.problem().verify(nothing.toList(), nothing.prices())).isTrue();
    }

    @Example
    void aCallerWhoAsksForWhatCannotBeIsTold() {
        Ratio half = new Ratio(BigInteger.ONE, BigInteger.TWO);
        Ratio less = new Ratio(BigInteger.ONE.negate(), BigInteger.TWO);
        Ratio fine = new Ratio(BigInteger.ONE, BigInteger.TEN.pow(13));
        for (List<List<Ratio>> wrong : List.of(
                List.of(List.of(less)), List.of(List.of(fine)), List.of(List.of(half, half)), List.<List<Ratio>>of())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ControlledRounding.of(List.of("a"), List.of("p"), wrong));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ControlledRounding.proportional(
                        List.of(Margin.of("a", 1), Margin.of("a", 1)), List.of(Margin.of("p", 1))))
                .withMessageContaining("a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ControlledRounding.proportional(List.of(Margin.of("a", 1)), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Margin.of("a", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Margin.of(" ", 1));
        RoundedTable table = ControlledRounding.of(List.of("a"), List.of("p"), List.of(List.of(half)))
                .solve();
        Assertions.assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> table.row("b"));
        Assertions.assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> table.column("b"));
    }

    @Example
    void anExplanationReadsInThaiAndEnglish() {
        RoundedTable table = ControlledRounding.proportional(
                        List.of(Margin.of("36", 5), Margin.of("37", 2)),
                        List.of(Margin.of("p1", 3), Margin.of("p2", 2), Margin.of("p3", 2)))
                .solve();
        RowExplanation explanation = table.explain("36");
        assertThat(explanation.text("p1", Locale.ENGLISH)).startsWith("36, p1: 2.1429 is rounded down to 2");
        assertThat(explanation.text("p1", Locale.forLanguageTag("th"))).contains("ปัดลงเป็น 2");
    }
}
