package io.github.bmnkit.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.bmnkit.release.ReleaseRequest.Unit;
import io.github.bmnkit.testing.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LatticeProperties {
    private static Column column(String name, int height, int rows, Random random) {
        // A number in base 2: each level takes one more digit away.
        Column column = new Column(name, new Column.Hierarchy() {
            @Override
            public int height() {
                return height;
            }

            @Override
            public String at(String cell, int level) {
                return Integer.toString(Integer.parseInt(cell) >> level);
            }
        });
        for (int i = 0; i < rows; i++) {
            column.add(Integer.toString(random.nextInt(1 << height)));
        }
        return column;
    }

    /** The best combination is the one that trying all finds, and fewer are tried. */
    @Property(tries = 150)
    void theFoundCombinationLosesLeastOfAll(@ForAll Random random) {
        int columns = 1 + random.nextInt(4);
        int rows = 5 + random.nextInt(40);
        int k = 2 + random.nextInt(4);
        long limit = random.nextInt(4);
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            all.add(column("c" + i, 1 + random.nextInt(3), rows, random));
        }
        int[] starts = IntStream.rangeClosed(0, rows).map(i -> 0).toArray();
        Lattice.Trial trial = levels -> {
            long below =
                    Classes.of(Unit.HOUSEHOLD, all, List.of(), starts, levels).below(k);
            return below <= limit ? below : -1;
        };
        int[] heights = all.stream().mapToInt(Column::height).toArray();
        Optional<Lattice.Found> found = new Lattice(heights, trial).search();

        double least = Double.MAX_VALUE;
        long suppressed = Long.MAX_VALUE;
        int size = IntStream.of(heights).map(height -> height + 1).reduce(1, (a, b) -> a * b);
        for (int node = 0; node < size; node++) {
            int[] levels = new int[columns];
            int rest = node;
            double loss = 0;
            for (int i = 0; i < columns; i++) {
                levels[i] = rest % (heights[i] + 1);
                rest /= heights[i] + 1;
                loss += (double) levels[i] / heights[i] / columns;
            }
            long below = trial.suppressed(levels);
            if (below >= 0 && (loss < least - 1e-9 || (loss < least + 1e-9 && below < suppressed))) {
                least = loss;
                suppressed = below;
            }
        }
        assertThat(found.isPresent()).isEqualTo(least < Double.MAX_VALUE);
        found.ifPresent(best -> {
            assertThat(trial.suppressed(
                            best.levels().stream().mapToInt(Integer::intValue).toArray()))
                    .isEqualTo(best.suppressed());
            assertThat(best.tried()).isLessThanOrEqualTo(size);
        });
        if (found.isPresent()) {
            assertThat((double) found.get().lossPart() / found.get().lossWhole())
                    .isCloseTo(least, within(1e-9));
            assertThat(found.get().suppressed()).isEqualTo(suppressed);
        }
        Cases.met(
                "some are suppressed",
                found.filter(best -> best.suppressed() > 0).isPresent());
        Cases.met(
                "in the middle",
                found.filter(best -> best.lossPart() > 0 && best.lossPart() < best.lossWhole())
                        .isPresent());
        Cases.met("fewer are tried", found.filter(best -> best.tried() < size).isPresent());
    }

    /** What is alike stays alike when it is made coarser, whatever a record is: the search rests on it. */
    @Property(tries = 100)
    void coarserClassesAreUnions(@ForAll Random random) {
        int households = 3 + random.nextInt(12);
        int[] starts = new int[households + 1];
        for (int i = 0; i < households; i++) {
            starts[i + 1] = starts[i] + random.nextInt(4);
        }
        List<Column> ofHousehold = List.of(column("h", 2, households, random));
        List<Column> ofMember =
                List.of(column("a", 2, starts[households], random), column("b", 1, starts[households], random));
        boolean merged = false;
        for (Unit unit : Unit.values()) {
            int[] fine = {random.nextInt(2), random.nextInt(2), 0};
            int[] coarse = {fine[0] + random.nextInt(2), fine[1] + random.nextInt(2), random.nextInt(2)};
            Classes before = Classes.of(unit, ofHousehold, ofMember, starts, fine);
            Classes after = Classes.of(unit, ofHousehold, ofMember, starts, coarse);
            for (int i = 0; i < before.records(); i++) {
                assertThat(after.households(i)).isGreaterThanOrEqualTo(before.households(i));
                for (int j = 0; j < i; j++) {
                    boolean alike = before.classOf(i) == before.classOf(j);
                    boolean later = after.classOf(i) == after.classOf(j);
                    assertThat(!alike || later).isTrue();
                    merged |= later && !alike;
                }
            }
        }
        Cases.met("classes are merged", merged);
    }
}
