package io.github.bmnkit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.bmnkit.expression.Expression;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResponseSchema;
import io.github.bmnkit.response.ResponseSchemaFinding;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The peer: networknt runs the exported JSON Schema. So that both sides check the same, the form is cut down to what the
 * schema can say: without calculations, and without the conditions that its findings list.
 */
final class ValidationSchema {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Questionnaire form;
    private final Schema schema;

    ValidationSchema(Questionnaire whole) {
        form = cut(whole);
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(MAPPER.readTree(ResponseSchema.of(form).json()));
    }

    /** The form of which the schema says everything. */
    Questionnaire form() {
        return form;
    }

    /** The answers that are left of a response to the whole form. */
    HouseholdResponse cut(HouseholdResponse response) {
        ObjectNode document = (ObjectNode) MAPPER.readTree(response.toJson());
        keepKnown((ObjectNode) document.get("answers"));
        document.get("members").forEach(member -> keepKnown((ObjectNode) member.get("answers")));
        return read(document.toString().getBytes(UTF_8));
    }

    private void keepKnown(ObjectNode answers) {
        answers.retain(answers.propertyNames().stream()
                .filter(name -> form.question(name).isPresent())
                .toList());
    }

    HouseholdResponse read(byte[] document) {
        return HouseholdResponse.read(form, new ByteArrayInputStream(document)).value();
    }

    static JsonNode tree(byte[] document) {
        return MAPPER.readTree(document);
    }

    List<Error> errors(JsonNode document) {
        return schema.validate(document);
    }

    private static Questionnaire cut(Questionnaire whole) {
        List<Finding> findings = ResponseSchema.of(whole).findings();
        ObjectNode root = (ObjectNode) MAPPER.readTree(whole.toJson());
        for (JsonNode section : root.get("sections")) {
            ArrayNode questions = (ArrayNode) section.get("questions");
            questions.removeIf(question -> question.get("type").asString().equals("CALCULATE"));
            for (JsonNode question : questions) {
                cut((ObjectNode) question, findings);
            }
        }
        return Questionnaire.read(new ByteArrayInputStream(root.toString().getBytes(UTF_8)))
                .value();
    }

    private static void cut(ObjectNode question, List<Finding> findings) {
        String name = "${" + question.get("name").asString() + "}";
        cut(question, "relevance", notSaid(findings, ResponseSchemaFinding.RELEVANCE, name));
        cut(question, "constraint", notSaid(findings, ResponseSchemaFinding.CONSTRAINT, name));
        if (!notSaid(findings, ResponseSchemaFinding.REQUIRED, name).isEmpty()) {
            question.remove("required");
        }
        if (!question.has("constraint")) {
            question.remove("message");
        }
    }

    private static Set<Object> notSaid(List<Finding> findings, ResponseSchemaFinding code, String name) {
        return findings.stream()
                .filter(finding -> finding.code() == code
                        && name.equals(finding.arguments().get("name")))
                .map(finding -> finding.arguments().get("condition"))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Takes parts out of a condition. */
    private static void cut(ObjectNode question, String field, Set<Object> parts) {
        if (!parts.isEmpty()) {
            String left = parts(Expression.parse(question.get(field).asString()).value())
                    .map(Expression::toString)
                    .filter(part -> !parts.contains(part))
                    .collect(Collectors.joining(" and "));
            if (left.isEmpty()) {
                question.remove(field);
            } else {
                question.put(field, left);
            }
        }
    }

    private static Stream<Expression> parts(Expression condition) {
        return condition instanceof Expression.Operation operation && operation.operator() == Expression.Operator.AND
                ? Stream.concat(parts(operation.left()), parts(operation.right()))
                : Stream.of(condition);
    }
}
