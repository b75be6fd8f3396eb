package io.github.bmnkit.apportionment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.testing.Cases;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;

/** W1, W4, W5 and W7: what must hold of every biproportional table. */
@StatisticsReport(onFailureOnly = true)
class BiproportionalProperties {
    /** Codes of rows and columns run against the order of input and into each other. */
    private static final List<String> ROWS = List.of("k", "g", "c", "a");

    private static final List<String> COLUMNS = List.of("h", "d", "b", "m");

    @Provide
    Arbitrary<BiproportionalProblem> small() {
        return Arbitraries.randoms().map(random -> problem(random, 3, 5));
    }

    private static BiproportionalProblem problem(Random random, int size, int largest) {
        int height = random.nextInt(8) == 0 ? 1 : 2 + random.nextInt(size - 1);
        int width = random.nextInt(8) == 0 ? 1 : 2 + random.nextInt(size - 1);
        boolean alike = random.nextInt(3) == 0;
        int heaviest = alike ? 1 : List.of(2, 3, 100).get(random.nextInt(3));
        List<List<Long>> weights = new ArrayList<>();
        long[] rows = new long[height];
        long[] columns = new long[width];
        boolean sparse = !alike && random.nextBoolean();
        boolean meant = random.nextInt(3) > 0;
        for (int i = 0; i < height; i++) {
            List<Long> line = new ArrayList<>();
            for (int j = 0; j < width; j++) {
                long weight = sparse && random.nextInt(3) == 0 ? 0 : 1L + random.nextInt(heaviest);
                line.add(weight);
                // Margins of a table that exists; or else of any table.
                long cell = weight > 0 || !meant ? random.nextInt(largest) : 0;
                cell = alike ? 1 + (i + j) % 2 : cell;
                rows[i] += cell;
                columns[j] += cell;
            }
            weights.add(line);
        }
        if (random.nextInt(10) == 0) {
            rows[0]++;
        }
        Method method = Method.values()[1 + random.nextInt(5)];
        return BiproportionalProblem.of(method, margins(ROWS, rows), margins(COLUMNS, columns), weights);
    }

    private static List<Margin> margins(List<String> codes, long... totals) {
        return IntStream.range(0, totals.length)
                .mapToObj(i -> Margin.of(codes.get(i), totals[i]))
                .toList();
    }

    private static void met(BiproportionalProblem problem, Biproportional result) {
        Cases.met("infeasible", result.table().isEmpty());
        Cases.met("ties", result.table().map(table -> !table.ties().isEmpty()).orElse(false));
        Cases.met(
                "weights of 0", problem.weights().stream().flatMap(List::stream).anyMatch(weight -> weight == 0));
    }

    @Property
    void w01_w04_w07_theTableIsTheOneThatTheReferenceFindsOrTheContradictionIsProven(
            @ForAll("small") BiproportionalProblem problem) {
        Biproportional result = problem.solve();
        met(problem, result);
        List<long[][]> best = NaiveBiproportional.best(problem);
        assertThat(result.table().isPresent())
                .as("%s %s", problem.rows(), problem.columns())
                .isEqualTo(!best.isEmpty());
        if (result instanceof Biproportional.Infeasible infeasible) {
            assertProof(problem, infeasible);
            return;
        }
        Biproportional.Table table = result.table().orElseThrow();
        assertThat(table.cells()).as("%s %s", problem, problem.weights()).isEqualTo(lists(first(problem, best)));
        assertThat(problem.verify(table.cells(), table.rowMultipliers(), table.columnMultipliers()))
                .isTrue();
        for (int i = 0; i < table.cells().size(); i++) {
            for (int j = 0; j < table.cells().get(i).size(); j++) {
                if (problem.weights().get(i).get(j) == 0) {
                    assertThat(table.cells().get(i).get(j)).isZero();
                }
            }
        }
    }

    private static void assertProof(BiproportionalProblem problem, Biproportional.Infeasible infeasible) {
        assertThat(infeasible.reasons()).hasSize(1);
        if (infeasible.reason().code() == TableFinding.MARGINS_DIFFER) {
            assertThat(infeasible.required()).isNotEqualTo(infeasible.available());
            return;
        }
        assertThat(infeasible.required()).isGreaterThan(infeasible.available());
        if (infeasible.reason().code() == TableFinding.MARGIN_BELOW_CELLS) {
            assertThat(problem.method().startsAtZero()).isTrue();
            return;
        }
        long required = 0;
        long available = 0;
        for (int j = 0; j < problem.columns().size(); j++) {
            boolean in = infeasible.columns().contains(problem.columns().get(j).code());
            available += in ? problem.columns().get(j).total() : 0;
            for (int i = 0; i < problem.rows().size(); i++) {
                boolean inRow = infeasible.rows().contains(problem.rows().get(i).code());
                long weight = problem.weights().get(i).get(j);
                if (inRow && !in) {
                    assertThat(weight).isZero();
                } else if (!inRow && in && weight > 0 && problem.method().startsAtZero()) {
                    required++;
                }
            }
        }
        for (Margin row : problem.rows()) {
            required += infeasible.rows().contains(row.code()) ? row.total() : 0;
        }
        assertThat(infeasible.required()).isEqualTo(required);
        assertThat(infeasible.available()).isEqualTo(available);
    }

    /** Of equal tables the one that gives most to the cells with the first codes. */
    private static long[][] first(BiproportionalProblem problem, List<long[][]> best) {
        List<int[]> order = new ArrayList<>();
        for (int i = 0; i < problem.rows().size(); i++) {
            for (int j = 0; j < problem.columns().size(); j++) {
                order.add(new int[] {i, j});
            }
        }
        order.sort(Comparator.comparing(cell -> {
            String row = problem.rows().get(cell[0]).code();
            String column = problem.columns().get(cell[1]).code();
            return row.compareTo(column) < 0 ? row + column : column + row;
        }));
        Comparator<long[][]> byCells = (a, b) -> {
            for (int[] cell : order) {
                if (a[cell[0]][cell[1]] != b[cell[0]][cell[1]]) {
                    return Long.compare(a[cell[0]][cell[1]], b[cell[0]][cell[1]]);
                }
            }
            return 0;
        };
        return best.stream().max(byCells).orElseThrow();
    }

    private static List<List<Long>> lists(long[][] cells) {
        return Arrays.stream(cells)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    @Property
    void w04_tiesAreFlaggedExactlyWhereAnotherTableIsAsGood(@ForAll("small") BiproportionalProblem problem) {
        Biproportional result = problem.solve();
        met(problem, result);
        if (result.table().isEmpty()) {
            return;
        }
        Biproportional.Table table = result.table().orElseThrow();
        Set<String> rows = new HashSet<>();
        Set<String> columns = new HashSet<>();
        for (long[][] other : NaiveBiproportional.best(problem)) {
            for (int i = 0; i < other.length; i++) {
                for (int j = 0; j < other[i].length; j++) {
                    if (other[i][j] != table.cells().get(i).get(j)) {
                        rows.add(problem.rows().get(i).code());
                        columns.add(problem.columns().get(j).code());
                    }
                }
            }
        }
        assertThat(table.ties().stream().flatMap(tie -> tie.rows().stream())).hasSameElementsAs(rows);
        assertThat(table.ties().stream().flatMap(tie -> tie.columns().stream())).hasSameElementsAs(columns);
    }

    @Property
    void w05_theTransposeHasTheTransposedSolution(@ForAll("small") BiproportionalProblem problem) {
        Biproportional result = problem.solve();
        met(problem, result);
        Biproportional transposed = BiproportionalProblem.of(
                        problem.method(),
                        problem.columns(),
                        problem.rows(),
                        transpose(problem.weights(), problem.columns().size()))
                .solve();
        assertThat(transposed.table().map(Biproportional.Table::cells))
                .isEqualTo(result.table()
                        .map(table -> transpose(table.cells(), problem.columns().size())));
    }

    private static List<List<Long>> transpose(List<List<Long>> cells, int width) {
        return IntStream.range(0, width)
                .mapToObj(j -> cells.stream().map(row -> row.get(j)).toList())
                .toList();
    }

    @Property
    void theOrderOfRowsAndColumnsDoesNotCount(@ForAll("small") BiproportionalProblem problem, @ForAll Random random) {
        Biproportional result = problem.solve();
        met(problem, result);
        List<Integer> rows = shuffled(problem.rows().size(), random);
        List<Integer> columns = shuffled(problem.columns().size(), random);
        Biproportional again = BiproportionalProblem.of(
                        problem.method(),
                        rows.stream().map(problem.rows()::get).toList(),
                        columns.stream().map(problem.columns()::get).toList(),
                        pick(problem.weights(), rows, columns))
                .solve();
        assertThat(again.table().map(Biproportional.Table::cells))
                .isEqualTo(result.table().map(table -> pick(table.cells(), rows, columns)));
        assertThat(again.reasons().toString()).isEqualTo(result.reasons().toString());
    }

    private static List<Integer> shuffled(int size, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, random);
        return order;
    }

    private static List<List<Long>> pick(List<List<Long>> cells, List<Integer> rows, List<Integer> columns) {
        return rows.stream()
                .map(i -> columns.stream().map(j -> cells.get(i).get(j)).toList())
                .toList();
    }

    /** Multiplying the weights of a row or a column changes nothing: only proportions within them count. */
    @Property
    void onlyProportionsWithinRowsAndColumnsCount(@ForAll("small") BiproportionalProblem problem) {
        Biproportional result = problem.solve();
        met(problem, result);
        List<List<Long>> weights = new ArrayList<>();
        for (int i = 0; i < problem.rows().size(); i++) {
            List<Long> line = new ArrayList<>();
            for (int j = 0; j < problem.columns().size(); j++) {
                line.add(problem.weights().get(i).get(j) * (i + 3) * (2 * j + 1));
            }
            weights.add(line);
        }
        assertThat(BiproportionalProblem.of(problem.method(), problem.rows(), problem.columns(), weights)
                        .solve()
                        .table()
                        .map(Biproportional.Table::cells))
                .isEqualTo(result.table().map(Biproportional.Table::cells));
    }

    /** Margins up to 10^12 and weights up to 2^53, where weights that differ in the last digit decide. */
    @Property(tries = 200)
    void largeTablesAreVerifiedExactly(@ForAll Random random) {
        int height = 1 + random.nextInt(12);
        int width = 1 + random.nextInt(6);
        List<List<Long>> weights = new ArrayList<>();
        long[] rows = new long[height];
        long[] columns = new long[width];
        long largest = 1L << 1 + random.nextInt(36);
        boolean alike = random.nextBoolean();
        for (int i = 0; i < height; i++) {
            List<Long> line = new ArrayList<>();
            for (int j = 0; j < width; j++) {
                boolean none = random.nextInt(4) == 0;
                line.add(
                        none
                                ? 0
                                : alike
                                        ? Unit.MAX_WEIGHT - random.nextInt(3)
                                        : 1 + (random.nextLong() >>> (11 + random.nextInt(50))));
                long cell = none ? 0 : 1 + (random.nextLong() >>> 1) % largest;
                rows[i] += cell;
                columns[j] += cell;
            }
            weights.add(line);
        }
        List<Margin> rowMargins = new ArrayList<>();
        IntStream.range(0, height).forEach(i -> rowMargins.add(Margin.of("r" + i, rows[i])));
        List<Margin> columnMargins = new ArrayList<>();
        IntStream.range(0, width).forEach(j -> columnMargins.add(Margin.of("c" + j, columns[j])));
        Method method = Method.values()[1 + random.nextInt(5)];
        BiproportionalProblem problem = BiproportionalProblem.of(method, rowMargins, columnMargins, weights);
        Biproportional.Table table = problem.solve().table().orElseThrow();
        Cases.met("weights that differ in the last digit", alike);
        assertThat(problem.verify(table.cells(), table.rowMultipliers(), table.columnMultipliers()))
                .isTrue();
    }

    @Property
    void evidenceForAnotherTableIsRefused(@ForAll("small") BiproportionalProblem problem, @ForAll Random random) {
        Biproportional result = problem.solve();
        if (result.table().isEmpty()
                || problem.rows().size() < 2
                || problem.columns().size() < 2) {
            return;
        }
        Biproportional.Table table = result.table().orElseThrow();
        long[][] cells = NaiveRounding.toArrays(table.cells());
        cells[0][0]++;
        cells[1][1]++;
        cells[0][1]--;
        cells[1][0]--;
        boolean best = NaiveBiproportional.best(problem).stream().anyMatch(other -> Arrays.deepEquals(other, cells));
        assertThat(problem.verify(lists(cells), table.rowMultipliers(), table.columnMultipliers()))
                .isEqualTo(best);
        List<Ratio> negative = new ArrayList<>(table.rowMultipliers());
        negative.set(0, new Ratio(BigInteger.ONE.negate(), BigInteger.ONE));
        assertThat(problem.verify(table.cells(), negative, table.columnMultipliers()))
                .isFalse();
        assertThat(problem.verify(table.cells(), List.of(), table.columnMultipliers()))
                .isFalse();
    }

    /** Three parties in three regions, 20 seats; the multipliers were found by hand. */
    @Example
    void threePartiesShareTwentySeatsInThreeRegions() {
        BiproportionalProblem problem = BiproportionalProblem.of(
                Method.WEBSTER,
                List.of(Margin.of("A", 5), Margin.of("B", 11), Margin.of("C", 4)),
                List.of(Margin.of("I", 7), Margin.of("II", 5), Margin.of("III", 8)),
                List.of(List.of(123L, 45L, 815L), List.of(912L, 714L, 414L), List.of(312L, 255L, 215L)));
        Biproportional.Table table = problem.solve().table().orElseThrow();
        assertThat(table.cells()).containsExactly(List.of(1L, 0L, 4L), List.of(4L, 4L, 3L), List.of(2L, 1L, 1L));
        assertThat(table.ties()).isEmpty();
        assertThat(problem.verify(
                        table.cells(),
                        List.of(decimal("0.00154"), decimal("0.00181"), decimal("0.00184")),
                        List.of(decimal("2.7"), decimal("3.1"), decimal("3.5"))))
                .isTrue();
    }

    private static Ratio decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        return new Ratio(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }

    /** Negative control: each column by itself, as if the rows had no sums. */
    @Example
    void roundingEachColumnAloneBreaksTheRows() {
        List<List<Long>> weights = List.of(List.of(6L, 6L), List.of(4L, 4L));
        long first = 0;
        for (int j = 0; j < 2; j++) {
            int column = j;
            first += ApportionmentProblem.of(
                            Method.WEBSTER,
                            1,
                            List.of(
                                    Unit.of("a", weights.get(0).get(column)),
                                    Unit.of("b", weights.get(1).get(column))))
                    .solve()
                    .shares()
                    .orElseThrow()
                    .share("a");
        }
        assertThat(first).isEqualTo(2);
        Biproportional.Table table = BiproportionalProblem.of(
                        Method.WEBSTER, margins(List.of("a", "b"), 1, 1), margins(List.of("p", "q"), 1, 1), weights)
                .solve()
                .table()
                .orElseThrow();
        assertThat(table.cells()).containsExactly(List.of(1L, 0L), List.of(0L, 1L));
        assertThat(table.ties()).containsExactly(new TableTie(List.of("a", "b"), List.of("p", "q")));
    }

    @Example
    void rowsWithoutPlaceAreNamedWithTheirColumns() {
        Biproportional result = BiproportionalProblem.of(
                        Method.WEBSTER,
                        margins(List.of("a", "b", "c"), 3, 2, 5),
                        margins(List.of("p", "q"), 4, 6),
                        List.of(List.of(1L, 0L), List.of(7L, 0L), List.of(1L, 1L)))
                .solve();
        assertThat(result).isInstanceOfSatisfying(Biproportional.Infeasible.class, infeasible -> {
            assertThat(infeasible.rows()).containsExactly("a", "b");
            assertThat(infeasible.columns()).containsExactly("p");
            assertThat(infeasible.required()).isEqualTo(5);
            assertThat(infeasible.available()).isEqualTo(4);
        });
        assertThat(result.reasons())
                .extracting(Object::toString)
                .containsExactly("ERROR table.rows-exceed-columns: The rows a, b have weights only in the columns p;"
                        + " 5 are needed there, but only 4 available");
    }

    @Example
    void aCallerWhoAsksForWhatCannotBeIsTold() {
        List<Margin> a = margins(List.of("a"), 1);
        List<Margin> p = margins(List.of("p"), 1);
        List<List<Long>> one = List.of(List.of(1L));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BiproportionalProblem.of(Method.LARGEST_REMAINDER, a, p, one));
        assertThatIllegalArgumentException().isThrownBy(() -> BiproportionalProblem.of(Method.WEBSTER, a, a, one));
        for (List<List<Long>> wrong : List.of(List.of(List.of(-1L)), List.of(List.of(1L, 1L)), List.<List<Long>>of())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BiproportionalProblem.of(Method.WEBSTER, a, p, wrong));
        }
        Biproportional nothing = BiproportionalProblem.of(Method.WEBSTER, List.of(), List.of(), List.of())
                .solve();
        assertThat(nothing.table().orElseThrow().cells()).isEmpty();
    }
}
