package io.github.bmnkit.benchmarks;

import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.HouseholdResponse;
import java.util.Locale;
import org.openjdk.jol.info.GraphLayout;

/** Prints what one more response of a household of four keeps on the heap, its form not counted. */
public final class ResponseFootprint {
    private ResponseFootprint() {}

    /**
     * Runs the program.
     *
     * @param args none
     */
    public static void main(String[] args) {
        // Without it, JOL cannot look into records.
        System.setProperty("jol.magicFieldOffset", "true");
        Questionnaire form = MadeUpHousehold.form();
        HouseholdResponse first = MadeUpHousehold.response(form, ResponseBenchmark.MEMBERS);
        HouseholdResponse more = MadeUpHousehold.response(form, ResponseBenchmark.MEMBERS);
        long bytes = GraphLayout.parseInstance(first, more).totalSize()
                - GraphLayout.parseInstance(first).totalSize();
        System.out.printf(
                Locale.ROOT,
                "%d members, %d answers, %,d characters of JSON: %,d canonical bytes, %,d bytes on the heap%n",
                ResponseBenchmark.MEMBERS,
                more.answered().size(),
                more.toJson().length(),
                more.size(),
                bytes);
    }
}
