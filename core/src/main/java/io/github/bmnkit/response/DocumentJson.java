package io.github.bmnkit.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns a document of plain values into JSON and back, so that it is read by the one reader of responses. What the
 * values hold is the host's: it may be of any type, endless or nested in itself. Writing stops where the reader refuses
 * the document anyway.
 */
final class DocumentJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();

    private final StringWriter text = new StringWriter(4096);
    private final JsonGenerator json;
    private final ResponseLimits limits;

    private DocumentJson(ResponseLimits limits) {
        this.limits = limits;
        try {
            this.json = JSON.createGenerator(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory can be written
        }
    }

    static Reading<HouseholdResponse> toResponse(ResponseDocument document, Questionnaire form, ResponseLimits limits) {
        byte[] utf8 = new DocumentJson(limits).write(document).getBytes(UTF_8);
        Reading<HouseholdResponse> reading =
                new ResponseReader(requireNonNull(form, "form"), limits).read(utf8, 0, utf8.length);
        List<Finding> findings =
                reading.findings().stream().map(DocumentJson::withoutOffset).toList();
        return reading.optional().isPresent() ? Reading.of(reading.value(), findings) : Reading.nothing(findings);
    }

    /** Bytes of a text that nobody sees mean nothing. */
    private static Finding withoutOffset(Finding finding) {
        Place place =
                finding.place().pointer().map(Place.nowhere()::withPointer).orElse(Place.nowhere());
        return finding.at(
                finding.place().member().isPresent()
                        ? place.withMember(finding.place().member().getAsInt())
                        : place);
    }

    private String write(ResponseDocument document) {
        try (json) {
            document(document);
        } catch (Full e) {
            // What stands there is beyond the limits: the reader says so.
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory can be written
        }
        return escaped(text.toString());
    }

    private void document(ResponseDocument document) throws IOException {
        json.writeStartObject();
        field("form", document.form(), 1);
        field("version", document.version(), 1);
        field("household", document.household(), 1);
        field("round", document.round(), 1);
        field("state", document.state(), 1);
        field("lastKey", document.lastKey(), 1);
        field("paradata", document.paradata(), 1);
        field("answers", document.answers(), 1);
        List<ResponseDocument.@Nullable Member> members = document.members();
        if (members != null) {
            json.writeArrayFieldStart("members");
            for (ResponseDocument.Member member : members) {
                member(member);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void member(ResponseDocument.@Nullable Member member) throws IOException {
        if (member == null) {
            value(null, 2);
            return;
        }
        json.writeStartObject();
        field("key", member.key(), 3);
        field("answers", member.answers(), 3);
        json.writeEndObject();
    }

    private void field(String name, @Nullable Object value, int depth) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
            value(value, depth);
        }
    }

    /** Writes a value that stands in so many objects and arrays. */
    private void value(@Nullable Object value, int depth) throws IOException {
        stopAfterTheLastByte();
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String string) {
            json.writeString(string);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Number number && isJson(number)) {
            number(number);
        } else if (value instanceof Map<?, ?> map) {
            map(map, depth + 1);
        } else if (value instanceof Iterable<?> values) {
            array(values, depth + 1);
        } else if (value instanceof Object[] values) {
            array(Arrays.asList(values), depth + 1);
        } else {
            // No JSON has such a value: it is kept as one that can't be read.
            json.writeStartObject();
            json.writeStringField("type", value.getClass().getName());
            json.writeEndObject();
        }
    }

    /** Others may not be what their {@link Number#longValue} says. */
    private static boolean isJson(Number number) {
        return number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger
                || number instanceof BigDecimal
                || number instanceof Double
                || number instanceof Float;
    }

    private void number(Number number) throws IOException {
        if (number instanceof BigDecimal || number instanceof BigInteger) {
            json.writeNumber(number.toString());
        } else if (number instanceof Double || number instanceof Float) {
            // A float by its own digits: as a double it would have others.
            double value = number.doubleValue();
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                json.writeString(number.toString());
            } else {
                json.writeNumber(new BigDecimal(number.toString()).toString());
            }
        } else {
            json.writeNumber(number.longValue());
        }
    }

    private void map(Map<?, ?> map, int depth) throws IOException {
        json.writeStartObject();
        stopBelow(depth);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = String.valueOf(entry.getKey());
            json.writeFieldName(name);
            value(entry.getValue(), depth);
        }
        json.writeEndObject();
    }

    private void array(Iterable<?> values, int depth) throws IOException {
        json.writeStartArray();
        stopBelow(depth);
        for (Object value : values) {
            value(value, depth);
        }
        json.writeEndArray();
    }

    private void stopBelow(int depth) throws Full {
        if (depth > limits.depth()) {
            throw new Full();
        }
    }

    private void stopAfterTheLastByte() throws Full {
        if (text.getBuffer().length() > limits.bytes()) {
            throw new Full();
        }
    }

    /** Halves of characters, which UTF-8 can't hold, stand only within strings: JSON can escape them there. */
    private static String escaped(String json) {
        StringBuilder escaped = new StringBuilder(json.length() + 16);
        json.codePoints().forEach(point -> {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                escaped.append("\\u").append(Integer.toHexString(point));
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    /** Reads a document that was written from a response. */
    static ResponseDocument read(String document) {
        try (JsonParser parser = JSON.createParser(document)) {
            parser.nextToken();
            Map<String, @Nullable Object> fields = object(parser);
            return new ResponseDocument(
                    (String) fields.get("form"),
                    (String) fields.get("version"),
                    (String) fields.get("household"),
                    (Integer) fields.get("round"),
                    (String) fields.get("state"),
                    (Integer) fields.get("lastKey"),
                    answers(fields.get("paradata")),
                    answers(fields.get("answers")),
                    members((List<?>) fields.get("members")));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it was written as JSON
        }
    }

    private static @Nullable List<ResponseDocument.@Nullable Member> members(@Nullable List<?> members) {
        if (members == null) {
            return null;
        }
        List<ResponseDocument.@Nullable Member> read = new ArrayList<>();
        for (Object each : members) {
            Map<String, @Nullable Object> fields = requireNonNull(answers(each));
            read.add(new ResponseDocument.Member((Integer) fields.get("key"), answers(fields.get("answers"))));
        }
        return read;
    }

    private static @Nullable Map<String, @Nullable Object> answers(@Nullable Object object) {
        if (object == null) {
            return null;
        }
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        ((Map<?, ?>) object).forEach((name, value) -> answers.put((String) name, value));
        return answers;
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<@Nullable Object> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(parser));
                }
                yield values;
            }
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            default -> parser.getText();
        };
    }

    /** Ends the writing. */
    private static final class Full extends IOException {
        private static final long serialVersionUID = 1;
    }
}
