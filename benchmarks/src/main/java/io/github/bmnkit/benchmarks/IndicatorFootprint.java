package io.github.bmnkit.benchmarks;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.examples.synthetic.CleanHousehold;
import io.github.bmnkit.examples.synthetic.CleanHouseholds;
import io.github.bmnkit.examples.synthetic.HostCodes;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.indicator.HouseholdIndicators;
import io.github.bmnkit.indicator.IndicatorAggregate;
import io.github.bmnkit.indicator.IndicatorSets;
import io.github.bmnkit.indicator.IndicatorTable;
import io.github.bmnkit.indicator.IndicatorTally;
import io.github.bmnkit.indicator.Indicators;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.ResolvedHousehold;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jol.info.GraphLayout;

/** Prints what the 31 indicators of as many villages as the country has keep on the heap, register and form not counted. */
public final class IndicatorFootprint {
    private static final int MADE = 500;
    private static final int PER_VILLAGE = 20;

    private IndicatorFootprint() {}

    /**
     * Runs the program.
     *
     * @param args none
     * @throws IOException if memory can't be written to
     */
    public static void main(String[] args) throws IOException {
        // Without it, JOL cannot look into records.
        System.setProperty("jol.magicFieldOffset", "true");
        AreaTree tree = MadeUpRegister.read(MadeUpRegister.csv()).tree(AreaView.ADMINISTRATIVE);
        Questionnaire form = HostCodes.form();
        Indicators indicators = Indicators.of(IndicatorSets.bmn2560(), form);
        List<HouseholdIndicators> made = made(form, indicators);
        List<AreaCode> villages = tree.areas(AreaLevel.VILLAGE);
        IndicatorTally tally = IndicatorTally.of(indicators, IndicatorBenchmark.ROUND);
        int next = 0;
        for (AreaCode village : villages) {
            for (int i = 0; i < PER_VILLAGE; i++) {
                tally.add((VillageCode) village, made.get(next++ % MADE));
            }
        }
        IndicatorAggregate aggregate = tally.aggregate();
        long shared = size(indicators);
        print("tally", size(tally, indicators) - shared, villages.size());
        long ofAggregate = size(aggregate, indicators) - shared;
        print("aggregate", ofAggregate, villages.size());
        IndicatorTable table = IndicatorTable.of(aggregate, tree);
        print(
                "table of one view, beside the aggregate",
                size(table, indicators, tree) - size(indicators, tree) - ofAggregate,
                villages.size());
        Counting json = new Counting();
        aggregate.writeJson(json);
        print("aggregate as JSON", json.bytes, villages.size());
    }

    private static List<HouseholdIndicators> made(Questionnaire form, Indicators indicators) {
        List<HouseholdIndicators> made = new ArrayList<>();
        ResolvedHousehold place = ResolvedHousehold.of(form);
        VillageCode village = new VillageCode(36_01_01_01);
        for (int i = 0; i < MADE; i++) {
            CleanHousehold household =
                    CleanHouseholds.household(form, i, HouseholdId.of("H-" + i), IndicatorBenchmark.ROUND, village);
            place.resolve(household.response(), false, household.survey());
            made.add(indicators.evaluate(place));
        }
        return made;
    }

    private static long size(Object... roots) {
        return GraphLayout.parseInstance(roots).totalSize();
    }

    private static void print(String what, long bytes, int villages) {
        System.out.printf(
                Locale.ROOT,
                "%s: %,d villages, %,d bytes, %.1f per village%n",
                what,
                villages,
                bytes,
                (double) bytes / villages);
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes += length;
        }
    }
}
