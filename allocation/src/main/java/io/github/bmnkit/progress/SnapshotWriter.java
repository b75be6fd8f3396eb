package io.github.bmnkit.progress;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.base.Strings;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.round.Period;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Writes a snapshot, one village at a time. */
final class SnapshotWriter {
    static final String FORMAT = "bmnkit-progress-1";

    private SnapshotWriter() {}

    /** Writes the fields of the object that a line is. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    static void write(ProgressSnapshot snapshot, SortedMap<VillageCode, VillageTally> villages, OutputStream out)
            throws IOException {
        JsonFactory factory = new JsonFactory();
        line(factory, out, json -> {
            json.writeStringField("format", FORMAT);
            json.writeStringField("plan", snapshot.plan().plan().fingerprint());
            json.writeStringField("measure", snapshot.measure().name());
            json.writeStringField("at", snapshot.at().toString());
            json.writeNumberField("villages", villages.size());
        });
        List<Period> periods = snapshot.plan().plan().periods();
        for (Map.Entry<VillageCode, VillageTally> village : villages.entrySet()) {
            line(factory, out, json -> village(json, village.getKey(), village.getValue(), periods));
        }
    }

    private static void line(JsonFactory factory, OutputStream out, Fields fields) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = factory.createGenerator(line)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        }
        out.write(line.append('\n').toString().getBytes(UTF_8));
    }

    private static void village(JsonGenerator json, VillageCode code, VillageTally village, List<Period> periods)
            throws IOException {
        json.writeStringField("village", code.value());
        json.writeBooleanField("listed", village.isListed());
        json.writeObjectFieldStart("households");
        for (int i = 0; i < village.size(); i++) {
            json.writeObjectFieldStart(Strings.padStart(Long.toHexString(village.state(i, 0)), 16, '0'));
            if (village.due(i) != HouseholdStates.NOT_DUE) {
                json.writeStringField("due", periods.get(village.due(i)).id());
            }
            moment(json, "data", village.state(i, HouseholdStates.DATA));
            moment(json, "counted", village.state(i, HouseholdStates.COUNTED));
            long undone = village.state(i, HouseholdStates.UNDONE);
            moment(json, (undone & 1) == 1 ? "withoutData" : "reopened", undone >>> 1);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void moment(JsonGenerator json, String name, long micros) throws IOException {
        if (micros != 0) {
            json.writeNumberField(name, micros);
        }
    }
}
