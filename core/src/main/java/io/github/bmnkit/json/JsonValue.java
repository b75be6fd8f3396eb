package io.github.bmnkit.json;

import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A JSON value that knows its place: line, column and pointer. */
public sealed interface JsonValue {
    Place place();

    /** What kind of value it is, for people. */
    Text kind();

    /** An object; of a name that stands twice the first value is kept. */
    record JsonObject(Place place, Map<String, JsonValue> fields) implements JsonValue {
        @Override
        public Text kind() {
            return Text.of("วัตถุ", "an object");
        }
    }

    /** An array. */
    record JsonArray(Place place, List<JsonValue> items) implements JsonValue {
        @Override
        public Text kind() {
            return Text.of("รายการ", "an array");
        }
    }

    /** A string. */
    record JsonString(Place place, String value) implements JsonValue {
        @Override
        public Text kind() {
            return Text.of("ข้อความ", "a string");
        }
    }

    /** A number, exactly as written. */
    record JsonNumber(Place place, BigDecimal value) implements JsonValue {
        @Override
        public Text kind() {
            return Text.of("ตัวเลข", "a number");
        }
    }

    /** True or false. */
    record JsonBoolean(Place place, boolean value) implements JsonValue {
        @Override
        public Text kind() {
            return Text.of("ค่าจริงหรือเท็จ", "true or false");
        }
    }

    /** Null. */
    record JsonNull(Place place) implements JsonValue {
        @Override
        public Text kind() {
            return Text.of("null", "null");
        }
    }
}
