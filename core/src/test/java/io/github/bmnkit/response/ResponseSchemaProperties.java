package io.github.bmnkit.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Responses;
import io.github.bmnkit.testing.SchemaComparison;
import io.github.bmnkit.testing.SchemaPeer;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a schema accepts is read without findings, and what it refuses is either wrong or written in another way. */
class ResponseSchemaProperties {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "\"\"",
            "\" \"",
            "\" a \"",
            "\"a\"",
            "\"x\"",
            "\"n1\"",
            "\"9\"",
            "\"\u0e53\"",
            "5",
            "-3",
            "1.5",
            "0.12345",
            "9223372036854775777",
            "[\"a\",\"a\"]",
            "[\"7\",\"a\"]",
            "[7]",
            "\"a 7\"",
            "{\"missing\":\"REFUSED\"}",
            "{\"missing\":\"NO\"}",
            "{\"invalid\":\"x\"}",
            "{\"missing\":\"REFUSED\",\"more\":1}",
            "\"2020-02-29\"",
            "\"2021-02-29\"",
            "\"1900-02-29\"",
            "\"2563-02-29\"",
            "\"0000-01-01\"",
            "\"2020-1-1\"",
            "\"13.7 100.5\"",
            "\"90.0 -180.00 5\"",
            "\"91 100\"",
            "\"13.7\"",
            "\"13.7  100\"",
            "\"0000000000000000000090 1\"",
            "\"DRAFT\"",
            "\"EDITED\"",
            "2571",
            "2573",
            "\"form 1\"",
            "{\"sha256\":\"" + "0a".repeat(32) + "\",\"bytes\":5,\"mediaType\":\"image/png\"}",
            "{\"sha256\":\"" + "0A".repeat(32) + "\",\"bytes\":5,\"mediaType\":\"image/png\"}",
            "{\"sha256\":\"" + "0a".repeat(32) + "\",\"bytes\":5,\"mediaType\":\"a b\"}");

    private static final int CHANGES = 20;

    @Property(tries = 150)
    void whatTheSchemaAcceptsIsReadWithoutFindings(@ForAll Random random) {
        Questionnaire form = SchemaForms.form(random);
        ResponseSchema schema = ResponseSchema.of(form);
        SchemaPeer peer = new SchemaPeer(schema.json());
        SchemaComparison comparison = new SchemaComparison(form, schema, schema.json());
        for (int i = 0; i < CHANGES; i++) {
            HouseholdResponse response = Responses.valid(form, 1 + random.nextInt(3), random);
            JsonNode document = SchemaPeer.tree(response.toJson());
            String change = random.nextInt(8) == 0 ? "unchanged" : change((ObjectNode) document, random);
            compare(form, peer, comparison, document, change);
        }
    }

    private static void compare(
            Questionnaire form, SchemaPeer peer, SchemaComparison comparison, JsonNode document, String change) {
        boolean accepted = peer.accepts(document);
        Reading<HouseholdResponse> reading = HouseholdResponse.read(
                form, new ByteArrayInputStream(document.toString().getBytes(UTF_8)));
        List<String> findings = reading.findings().stream()
                .map(finding -> finding.code().id())
                .filter(id -> !id.equals(ResponseFinding.NEW_KEY.id()))
                .toList();
        boolean canonical = reading.optional()
                .map(read -> SchemaPeer.tree(read.toJson()).equals(document))
                .orElse(false);
        Cases.met("accepted", accepted);
        Cases.met("read with findings", !findings.isEmpty());
        Cases.met("written in another way", findings.isEmpty() && !canonical);
        if (accepted) {
            assertThat(findings).as("%s in %s", change, document).isEmpty();
        }
        if (canonical) {
            comparison.compare(reading.value());
            assertThat(comparison.unexplained).as(change).isEmpty();
        } else if (accepted) {
            // Nothing but defaults that are written out, and blanks at the ends.
            assertThat(SchemaPeer.tree(reading.value().toJson()).size())
                    .isBetween(document.size() - 1, document.size() + 3);
        }
    }

    /** Changes one value, field or element somewhere. */
    private static String change(ObjectNode document, Random random) {
        List<Runnable> changes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        collect(document, "", random, changes, names);
        int at = random.nextInt(changes.size());
        changes.get(at).run();
        return names.get(at);
    }

    private static void collect(
            JsonNode node, String pointer, Random random, List<Runnable> changes, List<String> names) {
        JsonNode other = SchemaPeer.tree(VALUES.get(random.nextInt(VALUES.size())));
        if (node instanceof ObjectNode object) {
            add(changes, names, pointer + "+more", () -> object.set("more", other));
            for (String name : object.propertyNames()) {
                JsonNode value = SchemaPeer.tree(VALUES.get(random.nextInt(VALUES.size())));
                add(changes, names, pointer + "/" + name + "=" + value, () -> object.set(name, value));
                add(changes, names, pointer + "/" + name + "-", () -> object.remove(name));
                collect(object.get(name), pointer + "/" + name, random, changes, names);
            }
        } else if (node instanceof ArrayNode array) {
            add(changes, names, pointer + "+", () -> array.add(other));
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), pointer + "/" + i, random, changes, names);
            }
        }
    }

    private static void add(List<Runnable> changes, List<String> names, String name, Runnable change) {
        changes.add(change);
        names.add(name);
    }
}
