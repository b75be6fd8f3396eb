package io.github.bmnkit.response;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Schemas as trees: an object is a map in the order of writing, an array a list; the others are texts, numbers and
 * truths. A schema itself is an object, {@code true} or {@code false}.
 */
final class SchemaJson {
    private SchemaJson() {}

    /** An object of names and values in turn. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    static Map<String, Object> ref(String definition) {
        return object("$ref", "#/$defs/" + definition);
    }

    static Object all(List<Object> schemas) {
        return several("allOf", schemas, true);
    }

    static Object any(List<Object> schemas) {
        return several("anyOf", schemas, false);
    }

    /** One schema of several, of which those that change nothing are left out. */
    private static Object several(String keyword, List<Object> schemas, Boolean neutral) {
        List<Object> rest = schemas.stream()
                .filter(schema -> !neutral.equals(schema))
                .distinct()
                .toList();
        if (rest.isEmpty()) {
            return neutral;
        }
        return rest.contains(!neutral) ? (Object) !neutral : rest.size() == 1 ? rest.get(0) : object(keyword, rest);
    }

    static Object not(Object schema) {
        return schema instanceof Boolean truth ? (Object) !truth : object("not", schema);
    }

    /** Adds what a value must fulfil, beside what is there if that is possible. */
    static void demand(Map<String, Object> schema, Object demanded) {
        if (demanded instanceof Map<?, ?> map && map.keySet().stream().noneMatch(schema::containsKey)) {
            map.forEach((name, value) -> schema.put((String) name, value));
        } else if (!Boolean.TRUE.equals(demanded)) {
            @SuppressWarnings("unchecked")
            List<Object> more = (List<Object>) schema.computeIfAbsent("allOf", name -> new ArrayList<>());
            more.add(demanded);
        }
    }

    static String write(Map<String, Object> schema) {
        StringWriter out = new StringWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(printer);
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            write(json, schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string can always be written to
        }
        return out.append('\n').toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName((String) entry.getKey());
                write(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Collection<?> list) {
            json.writeStartArray();
            for (Object each : list) {
                write(json, each);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString((String) value);
        }
    }
}
