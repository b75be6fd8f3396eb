package io.github.bmnkit.benchmarks;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaView;
import java.util.Locale;
import org.openjdk.jol.info.GraphLayout;

/** Prints what a register of the country's size keeps on the heap. */
public final class RegisterFootprint {
    private RegisterFootprint() {}

    /**
     * Runs the program.
     *
     * @param args none
     */
    public static void main(String[] args) {
        // Without it, JOL cannot look into records.
        System.setProperty("jol.magicFieldOffset", "true");
        byte[] csv = MadeUpRegister.csv();
        AreaRegister register = MadeUpRegister.read(csv);
        int villages =
                register.tree(AreaView.ADMINISTRATIVE).areas(AreaLevel.VILLAGE).size();
        long bytes = GraphLayout.parseInstance(register).totalSize();
        System.out.printf(
                Locale.ROOT,
                "%,d villages, a file of %,d bytes: %,d bytes on the heap, %.1f per village%n",
                villages,
                csv.length,
                bytes,
                (double) bytes / villages);
    }
}
