package io.github.bmnkit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.bmnkit.finding.Text;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a definition as JSON for people to read. A field without a value is left out. */
public final class JsonWriter {
    private final JsonGenerator json;

    private JsonWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the fields of an object. */
    @FunctionalInterface
    public interface Fields<T> {
        void write(T value, JsonWriter json) throws IOException;
    }

    /** Writes one object, and nothing else. */
    public static <T> String write(T value, Fields<T> fields) {
        StringWriter out = new StringWriter();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        printer.indentArraysWith(lines);
        try (JsonGenerator generator = new JsonFactory().createGenerator(out)) {
            generator.setPrettyPrinter(printer);
            generator.writeStartObject();
            fields.write(value, new JsonWriter(generator));
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string can always be written to
        }
        return out.append('\n').toString();
    }

    /** Writes a string. */
    public void string(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    /** Writes the name of a constant. */
    public void constant(String name, @Nullable Enum<?> value) throws IOException {
        string(name, value == null ? null : value.name());
    }

    /** Writes the name of a constant that is not the one by default. */
    public <E extends Enum<E>> void constant(String name, E value, E byDefault) throws IOException {
        constant(name, value == byDefault ? null : value);
    }

    /** Writes a whole number. */
    public void number(String name, @Nullable Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
        }
    }

    /** Writes an exact number, all its digits included. */
    public void number(String name, BigDecimal value) throws IOException {
        json.writeNumberField(name, value);
    }

    /** Writes what is not there as such. */
    public void nothing(String name) throws IOException {
        json.writeNullField(name);
    }

    /** Writes that something is so; what is not so is left out. */
    public void flag(String name, boolean value) throws IOException {
        if (value) {
            json.writeBooleanField(name, true);
        }
    }

    /** Writes a text in both languages. */
    public void text(String name, @Nullable Text text) throws IOException {
        object(name, text, (both, inner) -> {
            inner.string("th", both.th());
            inner.string("en", both.en());
        });
    }

    /** Writes the rounds for which something holds. */
    public void rounds(int first, int last) throws IOException {
        json.writeObjectFieldStart("rounds");
        number("from", first);
        number("to", last);
        json.writeEndObject();
    }

    /** Writes an object. */
    public <T> void object(String name, @Nullable T value, Fields<T> fields) throws IOException {
        if (value != null) {
            json.writeObjectFieldStart(name);
            fields.write(value, this);
            json.writeEndObject();
        }
    }

    /** Writes an object of strings, unless it is empty. */
    public void optionalStrings(String name, Map<String, String> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeObjectFieldStart(name);
            for (Map.Entry<String, String> value : values.entrySet()) {
                json.writeStringField(value.getKey(), value.getValue());
            }
            json.writeEndObject();
        }
    }

    /** Writes an array of strings, unless it is empty. */
    public void optionalStrings(String name, Collection<String> values) throws IOException {
        if (!values.isEmpty()) {
            strings(name, values);
        }
    }

    /** Writes an array of strings. */
    public void strings(String name, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /** Writes an array of objects, unless it is empty. */
    public <T> void optionalList(String name, List<T> items, Fields<T> fields) throws IOException {
        if (!items.isEmpty()) {
            list(name, items, fields);
        }
    }

    /** Writes an array of objects. */
    public <T> void list(String name, List<T> items, Fields<T> fields) throws IOException {
        json.writeArrayFieldStart(name);
        for (T item : items) {
            json.writeStartObject();
            fields.write(item, this);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
