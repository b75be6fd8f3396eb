package io.github.bmnkit.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.JsonValue.JsonArray;
import io.github.bmnkit.json.JsonValue.JsonBoolean;
import io.github.bmnkit.json.JsonValue.JsonNull;
import io.github.bmnkit.json.JsonValue.JsonNumber;
import io.github.bmnkit.json.JsonValue.JsonObject;
import io.github.bmnkit.json.JsonValue.JsonString;
import io.github.bmnkit.testing.BrokenInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonDocumentProperties {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A pair of fields, as a definition would have them. */
    record Pair(int number, Text name) {}

    private static final Decoder<Pair> PAIR = Decoder.object(fields -> {
        Optional<Long> number = fields.required("number", Decoder.integer(1, 10));
        Optional<Text> name = fields.required("name", Decoder.BILINGUAL);
        fields.optional("day", Decoder.DATE);
        return fields.build(() -> new Pair(number.orElseThrow().intValue(), name.orElseThrow()));
    });

    @Property
    void theTreeHoldsWhatJacksonsTreeHolds(@ForAll("documents") String json) throws IOException {
        assertThat(same(tree(json).value(), MAPPER.readTree(json))).isTrue();
    }

    @Property
    void everyValueKnowsItsPlace(@ForAll("documents") String json) throws IOException {
        everyPlaceIsRight(tree(json).value(), MAPPER.readTree(json), json);
    }

    @Property
    void noBytesEverBreakTheReader(@ForAll byte[] bytes) {
        Reading<JsonValue> reading = JsonDocument.tree(bytes, JsonLimits.DEFAULT);
        assertThat(reading.optional().isPresent() || reading.hasErrors()).isTrue();
    }

    @Property
    void oneChangedByteIsAFindingOrAnotherDocument(
            @ForAll("documents") String json, @ForAll byte replacement, @ForAll int where) {
        byte[] bytes = json.getBytes(UTF_8);
        bytes[Math.floorMod(where, bytes.length)] = replacement;
        Reading<JsonValue> reading = JsonDocument.tree(bytes, JsonLimits.DEFAULT);
        assertThat(reading.optional().isPresent() || reading.hasErrors()).isTrue();
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> leaf = Arbitraries.of(
                "1", "-0.50", "12345678901234567890", "true", "null", "\"\"", "\"ก\\u0e01 \\\"\"", "[]", "{}");
        Arbitrary<String> name = Arbitraries.strings().withChars("ab~/ก").ofMaxLength(3);
        Arbitrary<String> blank = Arbitraries.of("", " ", "\n", "\n  ");
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(items -> "[" + String.join(",\n ", items) + "]"),
                        name.set()
                                .ofMaxSize(3)
                                .flatMap(names -> inner.list()
                                        .ofSize(names.size())
                                        .flatMap(values ->
                                                blank.map(space -> object(List.copyOf(names), values, space))))),
                0,
                3);
    }

    private static String object(List<String> names, List<String> values, String blank) {
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i < names.size(); i++) {
            out.append(i == 0 ? "" : ",").append(blank).append('"').append(names.get(i));
            out.append("\":").append(blank).append(values.get(i));
        }
        return out.append('}').toString();
    }

    private static boolean same(JsonValue value, JsonNode node) {
        if (value instanceof JsonObject object) {
            return node.isObject()
                    && object.fields().size() == node.size()
                    && object.fields().entrySet().stream()
                            .allMatch(field -> same(field.getValue(), node.get(field.getKey())));
        }
        if (value instanceof JsonArray array) {
            for (int i = 0; i < array.items().size(); i++) {
                if (!same(array.items().get(i), node.get(i))) {
                    return false;
                }
            }
            return node.isArray() && array.items().size() == node.size();
        }
        return (value instanceof JsonString string && string.value().equals(node.textValue()))
                || (value instanceof JsonNumber number && number.value().compareTo(node.decimalValue()) == 0)
                || (value instanceof JsonBoolean bool && node.isBoolean() && bool.value() == node.booleanValue())
                || (value instanceof JsonNull && node.isNull());
    }

    /** The pointer leads Jackson to the same value, and the value's text begins at line and column. */
    private static void everyPlaceIsRight(JsonValue value, JsonNode whole, String json) {
        Place place = value.place();
        assertThat(same(value, whole.at(place.pointer().orElseThrow()))).isTrue();
        List<String> lines = json.lines().toList();
        char first =
                lines.get(place.line().orElseThrow() - 1).charAt(place.column().orElseThrow() - 1);
        if (value instanceof JsonObject object) {
            assertThat(first).isEqualTo('{');
            object.fields().values().forEach(child -> everyPlaceIsRight(child, whole, json));
        } else if (value instanceof JsonArray array) {
            assertThat(first).isEqualTo('[');
            array.items().forEach(child -> everyPlaceIsRight(child, whole, json));
        } else {
            assertThat("\"-0123456789tfn").contains(String.valueOf(first));
        }
    }

    @Example
    void allThatIsWrongIsListedWithItsPlace() {
        Reading<Pair> reading = read("{\n  \"number\": 11,\n  \"name\": {\"th\": 1, \"en\": \" \"},\n"
                + "  \"nmae\": [], \"day\": \"27 Feb\"\n}");
        assertThat(reading.optional()).isEmpty();
        assertThat(reading.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR json.out-of-range (line 2, column 13, /number): The number must lie between 1 and 10",
                        "ERROR json.wrong-type (line 3, column 18, /name/th): Expected a string, found a number",
                        "ERROR json.blank (line 3, column 27, /name/en): The text must not be blank",
                        "ERROR json.wrong-type (line 4, column 22, /day): Expected an ISO 8601 date, found a string",
                        "WARNING json.unknown-field (line 4, column 11, /nmae): The field \"nmae\" is not known and is"
                                + " not used");
    }

    @Example
    void anUnknownFieldCostsNothing() {
        Reading<Pair> reading = read("{\"number\": 1.0e0, \"name\": {\"th\": \"ก\", \"en\": \"a\"}, \"more\": 1}");
        assertThat(reading.value()).isEqualTo(new Pair(1, Text.of("ก", "a")));
        assertThat(codes(reading)).containsExactly(DocumentFinding.JSON_UNKNOWN_FIELD);
    }

    @Example
    void aMissingFieldIsFoundAtItsObject() {
        assertThat(read(" {\"number\": 1}").findings())
                .extracting(Finding::toString)
                .containsExactly("ERROR json.missing-field (line 1, column 2, /): The field \"name\" is missing");
    }

    @Example
    void theFirstOfTwoEqualNamesCounts() {
        Reading<JsonValue> reading = tree("{\"a\": 1,\n \"a\": 2}");
        assertThat(same(reading.value(), MAPPER.createObjectNode().put("a", 1))).isTrue();
        assertThat(reading.findings())
                .extracting(Finding::toString)
                .containsExactly("ERROR json.duplicate-key (line 2, column 2, /a): The name \"a\" stands twice; the"
                        + " first value counts");
    }

    @Example
    void brokenTextIsFoundWhereItBreaks() {
        assertThat(tree("{\n \"a\": tru}").findings().get(0).place().line()).hasValue(2);
        assertThat(codes(read("[1] 2"))).containsExactly(DocumentFinding.JSON_MALFORMED);
        assertThat(codes(read("{\"a\": "))).containsExactly(DocumentFinding.JSON_MALFORMED);
        assertThat(codes(read("  \n"))).containsExactly(DocumentFinding.EMPTY);
        assertThat(JsonDocument.read("{\"\n\u00e9\"}".getBytes(ISO_8859_1), JsonLimits.DEFAULT, PAIR)
                        .findings())
                .extracting(Finding::toString)
                .containsExactly("ERROR document.not-utf-8 (line 2, column 1, byte 3): The text is not valid UTF-8");
    }

    @Example
    void aByteOrderMarkIsNoPartOfTheText() {
        assertThat(tree("\uFEFF[]").value().place())
                .isEqualTo(Place.nowhere().withLine(1, 1).withPointer(""));
    }

    @Example
    void limitsHoldBeforeAnythingIsBuilt() {
        JsonLimits limits = new JsonLimits(200, 3, 5);
        assertThat(codes(JsonDocument.tree(new byte[201], limits))).containsExactly(DocumentFinding.TOO_LARGE);
        assertThat(codes(JsonDocument.tree("[[[[]]]]".getBytes(UTF_8), limits)))
                .containsExactly(DocumentFinding.JSON_TOO_DEEP);
        assertThat(codes(JsonDocument.tree("[\"123456\"]".getBytes(UTF_8), limits)))
                .containsExactly(DocumentFinding.JSON_TOO_LONG);
        assertThat(codes(JsonDocument.read(InputStream.nullInputStream(), limits, PAIR)))
                .containsExactly(DocumentFinding.EMPTY);
    }

    /** Exponents once left the reader as an exception, or would have filled the memory with zeros. */
    @Example
    void aNumberBeyondEveryRangeIsAFinding() {
        for (String number : List.of("1e345678901234567890", "1e999999999", "-1E-2147483648", "1e1001")) {
            assertThat(codes(tree("[" + number + "]"))).containsExactly(DocumentFinding.JSON_NUMBER);
            assertThat(codes(decode(number, Decoder.integer(0, 9))))
                    .containsExactly(DocumentFinding.JSON_NUMBER, DocumentFinding.JSON_WRONG_TYPE);
        }
        assertThat(codes(tree("[1e1000]"))).isEmpty();
    }

    @Example
    void aStreamThatBreaksIsAFinding() {
        assertThat(codes(JsonDocument.read(new BrokenInputStream(), JsonLimits.DEFAULT, PAIR)))
                .containsExactly(DocumentFinding.UNREADABLE);
    }

    @Example
    void listsConstantsNumbersAndDatesAreDecoded() {
        Decoder<List<DocumentFinding>> constants = Decoder.list(Decoder.constant(DocumentFinding.class));
        assertThat(decode("[\"EMPTY\"]", constants).value()).containsExactly(DocumentFinding.EMPTY);
        assertThat(codes(decode("[\"EMPTY\", \"empty\", 1]", constants)))
                .containsExactly(DocumentFinding.JSON_NOT_ALLOWED, DocumentFinding.JSON_WRONG_TYPE);
        assertThat(codes(decode("{}", constants))).containsExactly(DocumentFinding.JSON_WRONG_TYPE);
        assertThat(codes(decode("true", PAIR))).containsExactly(DocumentFinding.JSON_WRONG_TYPE);
        assertThat(codes(decode("null", Decoder.integer(0, 9)))).containsExactly(DocumentFinding.JSON_WRONG_TYPE);
        assertThat(codes(decode("1.5", Decoder.integer(0, 9)))).containsExactly(DocumentFinding.JSON_WRONG_TYPE);
        assertThat(decode("\"2026-02-27\"", Decoder.DATE).value()).isEqualTo(LocalDate.of(2026, 2, 27));
    }

    private static Reading<JsonValue> tree(String json) {
        return JsonDocument.tree(json.getBytes(UTF_8), JsonLimits.DEFAULT);
    }

    private static Reading<Pair> read(String json) {
        return decode(json, PAIR);
    }

    private static <T> Reading<T> decode(String json, Decoder<T> decoder) {
        return JsonDocument.read(json.getBytes(UTF_8), JsonLimits.DEFAULT, decoder);
    }

    private static List<FindingCode> codes(Reading<?> reading) {
        return reading.findings().stream().map(Finding::code).toList();
    }
}
