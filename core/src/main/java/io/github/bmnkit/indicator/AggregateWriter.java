package io.github.bmnkit.indicator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.indicator.IndicatorCounts.ByOutcome;
import io.github.bmnkit.questionnaire.Code;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes an aggregate in lines: a heading, then the villages by code, so that neither end needs more than one in hand. */
final class AggregateWriter {
    private AggregateWriter() {}

    static void write(IndicatorAggregate aggregate, OutputStream out) throws IOException {
        JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        try (json) {
            json.writeStartObject();
            json.writeStringField("indicators", aggregate.set().coordinate());
            json.writeNumberField("round", aggregate.round());
            json.writeObjectFieldStart("parameters");
            for (Map.Entry<String, String> each :
                    parameters(aggregate.set(), aggregate.round()).entrySet()) {
                json.writeStringField(each.getKey(), each.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("sexes");
            for (Code sex : aggregate.layout().sexes) {
                json.writeString(sex.code());
            }
            json.writeEndArray();
            json.writeEndObject();
            for (Map.Entry<VillageCode, VillageCells> each : aggregate.cells().entrySet()) {
                village(json, aggregate.layout(), each.getKey(), each.getValue());
            }
            json.writeRaw('\n');
        }
    }

    /** The thresholds of a round, as texts: what was counted with others is no part of the same aggregate. */
    static SortedMap<String, String> parameters(IndicatorSet set, int round) {
        SortedMap<String, String> values = new TreeMap<>();
        set.parameters()
                .forEach(each -> values.put(
                        each.name(),
                        each.value(round).map(BigDecimal::toPlainString).orElse("")));
        return values;
    }

    private static void village(JsonGenerator json, Layout layout, VillageCode village, VillageCells counted)
            throws IOException {
        Cells cells = counted.cells();
        json.writeStartObject();
        json.writeStringField("village", village.value());
        if (counted.root() != null) {
            json.writeStringField("root", counted.root().toString());
        }
        json.writeNumberField("households", cells.get(Layout.HOUSEHOLDS));
        json.writeNumberField("persons", cells.get(Layout.PERSONS));
        bySexAndAge(json, "ages", layout, (sex, age) -> cells.get(Layout.persons(sex, age)));
        json.writeObjectFieldStart("results");
        for (int i = 0; i < layout.indicators.size(); i++) {
            result(json, layout, cells, i);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, Layout layout, Cells cells, int place) throws IOException {
        Indicator indicator = layout.indicators.get(place);
        IndicatorCounts counts = layout.counts(cells, place);
        json.writeObjectFieldStart(Integer.toString(indicator.number()));
        byOutcome(json, "households", counts.households());
        byOutcome(json, "members", counts.members());
        if (indicator.unit() == Indicator.Unit.PERSON) {
            numbers(json, "persons", counts.surveyed(), counts.notMet());
            json.writeNumberField("notCounted", counts.notCounted());
        }
        if (layout.isBySexAndAge(place)) {
            bySexAndAge(json, "surveyed", layout, (sex, age) -> cells.get(layout.surveyed(place, sex, age)));
        }
        if (!indicator.notMetByAge().isEmpty()) {
            json.writeArrayFieldStart("byAge");
            for (int i = 0; i < indicator.notMetByAge().size(); i++) {
                int cell = layout.group(place, i);
                json.writeStartArray();
                json.writeNumber(cells.get(cell));
                json.writeNumber(cells.get(cell + 1));
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private interface BySexAndAge {
        long get(int sex, AgeBand age);
    }

    /** For each sex the numbers by age, without the zeros at the end; those whose sex is not known come last. */
    private static void bySexAndAge(JsonGenerator json, String name, Layout layout, BySexAndAge numbers)
            throws IOException {
        List<AgeBand> ages = AgeBand.all();
        json.writeArrayFieldStart(name);
        for (int sex = 0; sex <= layout.sexes.size(); sex++) {
            int end = ages.size();
            while (end > 0 && numbers.get(sex, ages.get(end - 1)) == 0) {
                end--;
            }
            json.writeStartArray();
            for (int i = 0; i < end; i++) {
                json.writeNumber(numbers.get(sex, ages.get(i)));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void byOutcome(JsonGenerator json, String name, ByOutcome numbers) throws IOException {
        numbers(json, name, numbers.met(), numbers.notMet(), numbers.notApplicable(), numbers.incomplete());
    }

    private static void numbers(JsonGenerator json, String name, long... numbers) throws IOException {
        json.writeArrayFieldStart(name);
        for (long number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }
}
