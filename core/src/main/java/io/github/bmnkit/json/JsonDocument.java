package io.github.bmnkit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.json.JsonValue.JsonArray;
import io.github.bmnkit.json.JsonValue.JsonBoolean;
import io.github.bmnkit.json.JsonValue.JsonNull;
import io.github.bmnkit.json.JsonValue.JsonNumber;
import io.github.bmnkit.json.JsonValue.JsonObject;
import io.github.bmnkit.json.JsonValue.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns bytes into a tree in which every value knows its line, column and pointer. */
public final class JsonDocument {
    private static final int MAX_SCALE = 1_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final JsonParser parser;
    private final JsonLimits limits;
    private final List<Finding> findings = new ArrayList<>();

    private JsonDocument(JsonParser parser, JsonLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    /** Reads and decodes a document: the value, if it could be decoded, and everything found. */
    public static <T> Reading<T> read(InputStream in, JsonLimits limits, Decoder<T> decoder) {
        byte[] bytes;
        try {
            bytes = in.readNBytes(limits.bytes() + 1);
        } catch (IOException e) {
            return Reading.nothing(List.of(Finding.of(DocumentFinding.UNREADABLE)));
        }
        return read(bytes, limits, decoder);
    }

    /** Reads and decodes a document: the value, if it could be decoded, and everything found. */
    public static <T> Reading<T> read(byte[] bytes, JsonLimits limits, Decoder<T> decoder) {
        Reading<JsonValue> tree = tree(bytes, limits);
        Optional<JsonValue> root = tree.optional();
        if (root.isEmpty()) {
            return Reading.nothing(tree.findings());
        }
        List<Finding> findings = new ArrayList<>(tree.findings());
        Optional<T> value = decoder.decode(root.get(), findings);
        return value.isPresent() ? Reading.of(value.get(), findings) : Reading.nothing(findings);
    }

    /** Reads the tree alone. A document that breaks off has no tree. */
    public static Reading<JsonValue> tree(byte[] bytes, JsonLimits limits) {
        if (bytes.length > limits.bytes()) {
            return Reading.nothing(List.of(Finding.of(DocumentFinding.TOO_LARGE).with("limit", limits.bytes())));
        }
        // Decoding first, strictly: a column then counts characters, and bytes that are no text have a place.
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, text, true);
        text.flip();
        if (result.isError()) {
            Place place = endOf(text).withOffset(in.position());
            return Reading.nothing(List.of(Finding.of(DocumentFinding.NOT_UTF_8).at(place)));
        }
        String json = text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK
                ? text.toString().substring(1)
                : text.toString();
        if (json.isBlank()) {
            return Reading.nothing(List.of(Finding.of(DocumentFinding.EMPTY)));
        }
        return parse(json, limits);
    }

    private static Reading<JsonValue> parse(String json, JsonLimits limits) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.textLength())
                        .maxNameLength(limits.textLength())
                        .maxNumberLength(100)
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(new StringReader(json))) {
            JsonDocument document = new JsonDocument(parser, limits);
            return document.whole();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string can be read to its end
        }
    }

    private Reading<JsonValue> whole() throws IOException {
        try {
            parser.nextToken();
            JsonValue root = value("");
            if (parser.nextToken() != null) {
                return broken(DocumentFinding.JSON_MALFORMED, parser.currentTokenLocation());
            }
            return Reading.of(root, findings);
        } catch (StreamConstraintsException e) {
            boolean deep = e.getOriginalMessage().contains("nesting depth");
            return broken(
                    deep ? DocumentFinding.JSON_TOO_DEEP : DocumentFinding.JSON_TOO_LONG, parser.currentLocation());
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            // Jackson's own words are left out: they may quote the data.
            return broken(DocumentFinding.JSON_MALFORMED, location == null ? parser.currentLocation() : location);
        }
    }

    private Reading<JsonValue> broken(DocumentFinding code, JsonLocation location) {
        int limit = code == DocumentFinding.JSON_TOO_DEEP ? limits.depth() : limits.textLength();
        findings.add(Finding.of(code).at(place(location)).with("limit", limit));
        return Reading.nothing(findings);
    }

    // Recursion is bounded by the limit on depth, which the parser enforces.
    private JsonValue value(String pointer) throws IOException {
        Place place = place(parser.currentTokenLocation()).withPointer(pointer);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(place, pointer);
            case START_ARRAY -> array(place, pointer);
            case VALUE_STRING -> new JsonString(place, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place);
            case VALUE_TRUE, VALUE_FALSE -> new JsonBoolean(place, token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> new JsonNull(place);
            default -> throw new IllegalStateException("unexpected token " + token);
        };
    }

    /** A number of any sensible size. Of 1e999999999 nobody could write out the digits, so it is found, not kept. */
    private JsonValue number(Place place) throws IOException {
        try {
            BigDecimal number = parser.getDecimalValue();
            if (Math.abs((long) number.scale()) <= MAX_SCALE) {
                return new JsonNumber(place, number);
            }
        } catch (NumberFormatException e) {
            // An exponent that no number type holds: found below, as other exponents that are too large.
        }
        findings.add(Finding.of(DocumentFinding.JSON_NUMBER).at(place).with("limit", MAX_SCALE));
        return new JsonNull(place);
    }

    private JsonValue object(Place place, String pointer) throws IOException {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place namePlace = place(parser.currentTokenLocation());
            String child = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            parser.nextToken();
            JsonValue value = value(child);
            if (fields.putIfAbsent(name, value) != null) {
                findings.add(Finding.of(DocumentFinding.JSON_DUPLICATE_KEY)
                        .at(namePlace.withPointer(child))
                        .with("name", name));
            }
        }
        return new JsonObject(place, fields);
    }

    private JsonValue array(Place place, String pointer) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(pointer + "/" + items.size()));
        }
        return new JsonArray(place, items);
    }

    private static Place place(JsonLocation location) {
        return Place.nowhere().withLine(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static Place endOf(CharBuffer text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return Place.nowhere().withLine(line, column);
    }
}
