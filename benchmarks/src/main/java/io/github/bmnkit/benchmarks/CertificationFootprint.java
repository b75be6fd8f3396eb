package io.github.bmnkit.benchmarks;

import io.github.bmnkit.certification.CertificationState;
import io.github.bmnkit.certification.Ledger;
import java.util.Locale;
import org.openjdk.jol.info.GraphLayout;

/** Prints what the state of a certified tenth of the country keeps on the heap, register and process not counted. */
public final class CertificationFootprint {
    private static final int PART = 10;

    private CertificationFootprint() {}

    /**
     * Runs the program.
     *
     * @param args none
     */
    public static void main(String[] args) {
        // Without it, JOL cannot look into records.
        System.setProperty("jol.magicFieldOffset", "true");
        CertifyingCountry country = CertifyingCountry.of(
                CertifyingCountry.DISTRICTS / PART,
                CertifyingCountry.AUTHORITIES / PART,
                CertifyingCountry.VILLAGES / PART,
                CertifyingCountry.HOUSEHOLDS / PART);
        country.households();
        CertificationState start = country.kernel.start();
        Ledger.Store store = Ledger.Store.inMemory();
        Ledger ledger = Ledger.open(country.kernel, store).value();
        country.certify(command -> ledger.submit(command, country));
        CertificationState end = ledger.state();
        long kernel = GraphLayout.parseInstance(country.kernel).totalSize();
        long units = country.tree.size();
        print("before the first event", size(start, country) - kernel, units, "unit");
        print("when all is received", size(end, country) - kernel, units, "unit");
        long both = GraphLayout.parseInstance(country.kernel, end, store).totalSize() - kernel;
        print("with the ledger in memory", both, end.length(), "entry");
    }

    private static long size(CertificationState state, CertifyingCountry country) {
        return GraphLayout.parseInstance(country.kernel, state).totalSize();
    }

    private static void print(String what, long bytes, long count, String each) {
        System.out.printf(
                Locale.ROOT, "%s: %,d bytes, %.1f per %s (%,d)%n", what, bytes, (double) bytes / count, each, count);
    }
}
