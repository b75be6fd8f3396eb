package io.github.bmnkit.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A schema as networknt runs it, and to which answers it objects. */
public final class SchemaPeer {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Pattern ANSWER = Pattern.compile("(?:/members/([0-9]+))?/answers/([^/]+).*");
    private static final Pattern ANSWERS = Pattern.compile("(?:/members/([0-9]+))?/answers");

    private final Schema schema;

    public SchemaPeer(String json) {
        schema = REGISTRY.getSchema(MAPPER.readTree(json));
    }

    public static JsonNode tree(String json) {
        return MAPPER.readTree(json);
    }

    public boolean accepts(JsonNode document) {
        return schema.validate(document).isEmpty();
    }

    /** Where the schema objects: {@code question}, {@code row/question}, or the pointer of something else. */
    public Set<String> objections(JsonNode document) {
        Set<String> places = new TreeSet<>();
        for (Error error : schema.validate(document)) {
            places.add(place(pointer(error.getInstanceLocation()), error));
        }
        return places;
    }

    private static String place(String pointer, Error error) {
        Matcher answers = ANSWERS.matcher(pointer);
        if (answers.matches() && error.getProperty() != null) {
            return (answers.group(1) == null ? "" : answers.group(1) + "/") + error.getProperty();
        }
        Matcher answer = ANSWER.matcher(pointer);
        if (answer.matches()) {
            return (answer.group(1) == null ? "" : answer.group(1) + "/") + answer.group(2);
        }
        return pointer;
    }

    private static String pointer(NodePath path) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer.append('/').append(path.getElement(i));
        }
        return pointer.toString();
    }

    public List<Error> errors(JsonNode document) {
        return schema.validate(document);
    }

    /** What the metaschema says of a schema. */
    public static List<Error> againstMetaschema(String json) {
        Schema meta = REGISTRY.getSchema(
                com.networknt.schema.SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        return meta.validate(MAPPER.readTree(json));
    }
}
