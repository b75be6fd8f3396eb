package io.github.bmnkit.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Registers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AreaRollUpProperties {
    @Provide
    Arbitrary<AreaRegister> registers() {
        return Registers.small();
    }

    /** Every household is shown in an area that it lives in, with enough others; nobody is moved without need. */
    @Property(tries = 300)
    void everyShownAreaStandsForEnoughHouseholds(@ForAll("registers") AreaRegister register, @ForAll Random random) {
        AreaTree tree = register.tree(AreaView.ADMINISTRATIVE);
        int least = 1 + random.nextInt(40);
        int[] households = new int[tree.size()];
        int villages = tree.size() - tree.areas(AreaLevel.VILLAGE).size();
        for (int i = villages; i < tree.size(); i++) {
            households[i] = random.nextInt(3) == 0 ? 0 : random.nextInt(40);
        }
        int all = Arrays.stream(households).sum();
        int[] shown = AreaRollUp.shown(tree, households, least);
        Map<Integer, Integer> sums = new HashMap<>();
        for (int i = 0; i < tree.size(); i++) {
            assertThat(shown[i] >= 0).isEqualTo(households[i] > 0 && all >= least);
            if (shown[i] >= 0) {
                sums.merge(shown[i], households[i], Integer::sum);
                int above = i;
                while (above > shown[i]) {
                    above = tree.parentPosition(above);
                }
                assertThat(above).as("an area it lies in").isEqualTo(shown[i]);
            }
        }
        assertThat(sums.values()).allMatch(sum -> sum >= least);
        boolean none = IntStream.of(households).allMatch(each -> each == 0 || each >= least);
        if (none && all > 0) {
            for (int i = 0; i < tree.size(); i++) {
                assertThat(shown[i]).isEqualTo(households[i] > 0 ? i : -1);
            }
        }
        Cases.met(
                "rolled up once",
                IntStream.range(0, tree.size()).anyMatch(i -> shown[i] >= 0 && shown[i] == tree.parentPosition(i)));
        Cases.met(
                "rolled up further",
                IntStream.range(0, tree.size())
                        .anyMatch(i -> shown[i] >= 0 && shown[i] < i && shown[i] < tree.parentPosition(i)));
        Cases.met(
                "large ones taken for small ones",
                IntStream.range(0, tree.size())
                        .anyMatch(i -> households[i] >= least && shown[i] >= 0 && shown[i] != i));
    }
}
