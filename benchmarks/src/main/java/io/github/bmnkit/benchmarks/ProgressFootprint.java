package io.github.bmnkit.benchmarks;

import io.github.bmnkit.progress.ProgressCount;
import io.github.bmnkit.progress.ProgressSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import org.openjdk.jol.info.GraphLayout;

/** Prints what the progress of a province keeps on the heap, its plan not counted. */
public final class ProgressFootprint {
    private ProgressFootprint() {}

    /**
     * Runs the program.
     *
     * @param args none
     * @throws IOException if memory can't be written to
     */
    public static void main(String[] args) throws IOException {
        // Without it, JOL cannot look into records.
        System.setProperty("jol.magicFieldOffset", "true");
        MadeUpSeason season = new MadeUpSeason("36");
        ProgressCount count = ProgressCount.of(season.plan, MadeUpSeason.END, MadeUpSeason::village);
        season.events.forEach(event -> count.add(event).ifPresent(finding -> {
            throw new IllegalStateException(finding.toString());
        }));
        ProgressSnapshot snapshot = count.snapshot();
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        snapshot.writeJson(json);
        long plan = GraphLayout.parseInstance(season.plan, MadeUpSeason.END).totalSize();
        print(
                "count",
                GraphLayout.parseInstance(count, season.plan, MadeUpSeason.END).totalSize() - plan,
                season);
        print(
                "snapshot",
                GraphLayout.parseInstance(snapshot, season.plan, MadeUpSeason.END)
                                .totalSize()
                        - plan,
                season);
        print("snapshot as JSON", json.size(), season);
    }

    private static void print(String what, long bytes, MadeUpSeason season) {
        System.out.printf(
                Locale.ROOT,
                "%s: %,d households, %,d events: %,d bytes, %.1f per household%n",
                what,
                season.households,
                season.events.size(),
                bytes,
                (double) bytes / season.households);
    }
}
