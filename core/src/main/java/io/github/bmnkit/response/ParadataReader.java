package io.github.bmnkit.response;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the facts about an interview. One that can't be read is found and left out; the others stay. */
final class ParadataReader {
    private static final int MOST_DIGITS = 30;

    private ParadataReader() {}

    /** Reads to the end of the current value; offsets are given a base. */
    static Paradata read(JsonParser parser, List<Finding> findings, int base) throws IOException {
        Paradata paradata = Paradata.NONE;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            findings.add(unreadable("paradata").at(at(parser, base, "/paradata")));
            parser.skipChildren();
            return paradata;
        }
        Set<String> names = new HashSet<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (!names.add(name)) {
                findings.add(Finding.of(DocumentFinding.JSON_DUPLICATE_KEY)
                        .with("name", name)
                        .at(at(parser, base, pointer(name))));
                parser.skipChildren();
                continue;
            }
            try {
                paradata = with(paradata, name, parser);
            } catch (IllegalArgumentException | DateTimeException e) {
                findings.add(unreadable(name).at(at(parser, base, pointer(name))));
            }
            parser.skipChildren();
        }
        return paradata;
    }

    private static String pointer(String name) {
        return "/paradata/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static Paradata with(Paradata p, String name, JsonParser parser) throws IOException {
        return switch (name) {
            case "collector" ->
                new Paradata(
                        ActorId.of(text(parser)),
                        p.device(),
                        p.started(),
                        p.ended(),
                        p.latitude(),
                        p.longitude(),
                        p.informant());
            case "device" ->
                new Paradata(
                        p.collector(),
                        text(parser),
                        p.started(),
                        p.ended(),
                        p.latitude(),
                        p.longitude(),
                        p.informant());
            case "started" ->
                new Paradata(
                        p.collector(), p.device(), time(parser), p.ended(), p.latitude(), p.longitude(), p.informant());
            case "ended" ->
                new Paradata(
                        p.collector(),
                        p.device(),
                        p.started(),
                        time(parser),
                        p.latitude(),
                        p.longitude(),
                        p.informant());
            case "latitude" ->
                new Paradata(
                        p.collector(),
                        p.device(),
                        p.started(),
                        p.ended(),
                        number(parser),
                        p.longitude(),
                        p.informant());
            case "longitude" ->
                new Paradata(
                        p.collector(), p.device(), p.started(), p.ended(), p.latitude(), number(parser), p.informant());
            case "informant" ->
                new Paradata(
                        p.collector(), p.device(), p.started(), p.ended(), p.latitude(), p.longitude(), key(parser));
            default -> throw new IllegalArgumentException("no such fact");
        };
    }

    private static String text(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("not a string");
        }
        String text = parser.getText();
        if (!new String(text.getBytes(UTF_8), UTF_8).equals(text)) {
            throw new IllegalArgumentException("not Unicode");
        }
        return text;
    }

    private static Instant time(JsonParser parser) throws IOException {
        return OffsetDateTime.parse(text(parser)).toInstant();
    }

    private static BigDecimal number(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if ((token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT)
                || parser.getTextLength() > MOST_DIGITS) {
            throw new IllegalArgumentException("not a number");
        }
        BigDecimal number = parser.getDecimalValue();
        if (Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("not a number of degrees");
        }
        return number;
    }

    private static int key(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getNumberType() != JsonParser.NumberType.INT) {
            throw new IllegalArgumentException("not a key");
        }
        return parser.getIntValue();
    }

    private static Finding unreadable(String field) {
        return Finding.of(ResponseFinding.PARADATA).with("field", field);
    }

    private static Place at(JsonParser parser, int base, String pointer) {
        long offset = Math.max(0, parser.currentTokenLocation().getByteOffset());
        return Place.nowhere().withOffset(base + offset).withPointer(pointer);
    }
}
