package io.github.bmnkit.quota;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.csv.CsvWriter;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.round.Period;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Reads and writes the target lists of many villages, holding one village's at a time.
 *
 * <p>As CSV there is a row for each household with the columns {@code village_code}, {@code household_id} and {@code
 * period}; the rows of a village follow one another. As JSON there is a line for each village (NDJSON): {@code
 * {"village":"36010101","periods":{"q1-2":["H-1","H-2"],"q3":["H-3"]}}}.
 *
 * <p>Reading gives each village's list, or what is wrong with it, as soon as the list has ended. What belongs to no village
 * is returned at the end, with a finding for every village that has a target but no list.
 */
public final class TargetLists {
    static final List<String> COLUMNS = List.of("village_code", "household_id", "period");

    private final QuotaPlan plan;
    private final Function<HouseholdId, Optional<VillageCode>> villageOf;

    private TargetLists(QuotaPlan plan, Function<HouseholdId, Optional<VillageCode>> villageOf) {
        this.plan = requireNonNull(plan, "plan");
        this.villageOf = requireNonNull(villageOf, "villageOf");
    }

    /**
     * Returns a reader of lists that make up the targets of a plan.
     *
     * @param plan the targets
     * @param villageOf the host's register of households: in which village one is registered; empty if it is unknown
     * @return the reader
     */
    public static TargetLists of(QuotaPlan plan, Function<HouseholdId, Optional<VillageCode>> villageOf) {
        return new TargetLists(plan, villageOf);
    }

    /**
     * Reads lists from CSV.
     *
     * @param csv the table, UTF-8; read to its end and not closed
     * @param each is given every village with its list, or with what is wrong with it
     * @return what belongs to no village, and villages without a list
     */
    public List<Finding> readCsv(InputStream csv, BiConsumer<VillageCode, Reading<TargetList>> each) {
        ListCollector collector = new ListCollector(plan, villageOf, each);
        new ListReader(plan, collector).csv(requireNonNull(csv, "csv"));
        return collector.end();
    }

    /**
     * Reads lists from JSON, one village in each line.
     *
     * @param ndjson the lines, UTF-8; read to their end and not closed
     * @param each is given every village with its list, or with what is wrong with it
     * @return what belongs to no village, and villages without a list
     */
    public List<Finding> readJson(InputStream ndjson, BiConsumer<VillageCode, Reading<TargetList>> each) {
        ListCollector collector = new ListCollector(plan, villageOf, each);
        new ListReader(plan, collector).json(requireNonNull(ndjson, "ndjson"));
        return collector.end();
    }

    /**
     * Writes lists as CSV.
     *
     * @param lists the lists, taken one at a time
     * @param out where the table is written, UTF-8; neither flushed nor closed
     * @throws IOException if it cannot be written
     */
    public static void writeCsv(Iterator<TargetList> lists, OutputStream out) throws IOException {
        StringBuilder rows = new StringBuilder();
        CsvWriter.append(rows, COLUMNS);
        while (true) {
            out.write(rows.toString().getBytes(UTF_8));
            if (!lists.hasNext()) {
                return;
            }
            rows.setLength(0);
            TargetList list = lists.next();
            list.entries()
                    .forEach(entry -> CsvWriter.append(
                            rows,
                            List.of(
                                    list.village().value(),
                                    entry.household().value(),
                                    entry.period().id())));
        }
    }

    /**
     * Writes lists as JSON, one village in each line.
     *
     * @param lists the lists, taken one at a time
     * @param out where the lines are written, UTF-8; neither flushed nor closed
     * @throws IOException if it cannot be written
     */
    public static void writeJson(Iterator<TargetList> lists, OutputStream out) throws IOException {
        JsonFactory factory = new JsonFactory();
        while (lists.hasNext()) {
            TargetList list = lists.next();
            StringWriter line = new StringWriter();
            try (JsonGenerator json = factory.createGenerator(line)) {
                json.writeStartObject();
                json.writeStringField("village", list.village().value());
                json.writeObjectFieldStart("periods");
                for (Map.Entry<Period, List<HouseholdId>> period :
                        list.byPeriod().entrySet()) {
                    json.writeArrayFieldStart(period.getKey().id());
                    for (HouseholdId household : period.getValue()) {
                        json.writeString(household.value());
                    }
                    json.writeEndArray();
                }
                json.writeEndObject();
                json.writeEndObject();
            }
            out.write(line.append('\n').toString().getBytes(UTF_8));
        }
    }

    @Override
    public String toString() {
        return "TargetLists[" + plan + "]";
    }
}
