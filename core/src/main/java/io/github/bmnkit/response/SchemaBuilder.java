package io.github.bmnkit.response;

import static io.github.bmnkit.response.SchemaJson.object;
import static io.github.bmnkit.response.SchemaJson.ref;
import static io.github.bmnkit.response.SchemaTypes.both;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Roster;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts the schema of a document together. What only a complete response must have stands apart, in {@code complete}:
 * in a draft, what is missing is not missing yet.
 */
final class SchemaBuilder {
    private static final Text TITLE = Text.of("คำตอบของครัวเรือนหนึ่ง", "The response of one household");

    private final Questionnaire form;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Object> definitions = object();

    SchemaBuilder(Questionnaire form) {
        this.form = form;
    }

    ResponseSchema build() {
        findings.add(Finding.of(ResponseSchemaFinding.SPELLINGS).with("form", form.id()));
        findings.add(Finding.of(ResponseSchemaFinding.STORED).with("form", form.id()));
        form.roster()
                .ifPresent(roster ->
                        findings.add(Finding.of(ResponseSchemaFinding.KEYS).with("name", "${" + roster.name() + "}")));
        Map<String, Object> complete = object();
        Map<String, Object> properties = document();
        properties.put("answers", ref("household"));
        SchemaAnswers household = answers(Level.HOUSEHOLD, "household");
        complete(complete, "answers", household, "household-complete");
        form.roster().ifPresent(roster -> members(roster, properties, complete));
        return new ResponseSchema(SchemaJson.write(whole(properties, complete)), findings);
    }

    private SchemaAnswers answers(Level level, String name) {
        SchemaAnswers answers = new SchemaAnswers(form, level, definitions, findings);
        definitions.put(name, answers.always());
        if (!answers.whenComplete().isEmpty()) {
            definitions.put(name + "-complete", answers.whenComplete());
        }
        return answers;
    }

    private static void complete(Map<String, Object> schema, String field, SchemaAnswers answers, String definition) {
        if (!answers.whenComplete().isEmpty()) {
            schema.put("properties", object(field, ref(definition)));
            schema.put("required", List.of(field));
        }
    }

    private void members(Roster roster, Map<String, Object> properties, Map<String, Object> complete) {
        SchemaAnswers answers = answers(Level.MEMBER, "member-answers");
        properties.put(
                "members",
                object(
                        "title",
                        both(roster.label()),
                        "type",
                        "array",
                        "maxItems",
                        roster.max(),
                        "items",
                        object(
                                "type",
                                "object",
                                "properties",
                                object("key", key(), "answers", ref("member-answers")),
                                "required",
                                List.of("key"),
                                "additionalProperties",
                                false)));
        Map<String, Object> member = object();
        complete(member, "answers", answers, "member-answers-complete");
        Map<String, Object> members = object();
        if (roster.min() > 0) {
            members.put("minItems", roster.min());
            add(complete, "members");
        }
        if (!member.isEmpty()) {
            members.put("items", member);
        }
        if (!members.isEmpty()) {
            @SuppressWarnings("unchecked")
            Map<String, Object> fields = (Map<String, Object>) complete.computeIfAbsent("properties", name -> object());
            fields.put("members", members);
        }
    }

    /** Demands one more field. */
    private static void add(Map<String, Object> schema, String field) {
        List<?> fields = (List<?>) schema.getOrDefault("required", List.of());
        schema.put("required", Stream.concat(fields.stream(), Stream.of(field)).toList());
    }

    private static Map<String, Object> key() {
        return object("type", "integer", "minimum", 1, "maximum", Integer.MAX_VALUE);
    }

    private Map<String, Object> whole(Map<String, Object> properties, Map<String, Object> complete) {
        Map<String, Object> schema = object(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "$id",
                "urn:bmnkit:response:" + escaped(form.id()) + ":" + escaped(form.version()),
                "title",
                both(form.title()),
                "description",
                both(TITLE),
                "type",
                "object",
                "properties",
                properties,
                "required",
                List.of("form", "version", "household", "round"),
                "additionalProperties",
                false);
        List<Object> rounds = SchemaRounds.of(form);
        if (!rounds.isEmpty()) {
            schema.put("allOf", rounds);
        }
        if (!complete.isEmpty()) {
            schema.put(
                    "if",
                    object(
                            "required",
                            List.of("state"),
                            "properties",
                            object("state", object("const", ResponseState.DRAFT.name()))));
            schema.put("else", ref("complete"));
            definitions.put("complete", complete);
        }
        schema.put("$defs", definitions);
        return schema;
    }

    /** What may stand in a URN stays, all else is written by its bytes. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (each >= '0' && each <= '9')
                    || (each >= 'A' && each <= 'Z')
                    || (each >= 'a' && each <= 'z')
                    || each == '-'
                    || each == '.'
                    || each == '_';
            if (plain) {
                escaped.append((char) each);
            } else {
                escaped.append('%')
                        .append(Character.toUpperCase(Character.forDigit((each >> 4) & 15, 16)))
                        .append(Character.toUpperCase(Character.forDigit(each & 15, 16)));
            }
        }
        return escaped.toString();
    }

    private Map<String, Object> document() {
        return object(
                "form",
                object("const", form.id()),
                "version",
                object("const", form.version()),
                "household",
                object(
                        "title",
                        "รหัสครัวเรือน / Household id",
                        "type",
                        "string",
                        "pattern",
                        SchemaPatterns.NOT_BLANK,
                        "maxLength",
                        HouseholdId.MAX_LENGTH),
                "round",
                object(
                        "title",
                        "รอบปี (พ.ศ.) / Round (Buddhist Era)",
                        "type",
                        "integer",
                        "minimum",
                        form.firstRound(),
                        "maximum",
                        form.lastRound()),
                "state",
                object(
                        "title",
                        "สถานะ / State",
                        "enum",
                        Stream.of(ResponseState.values()).map(Enum::name).toList()),
                "lastKey",
                key(),
                "paradata",
                paradata());
    }

    private static Map<String, Object> paradata() {
        Map<String, Object> id =
                object("type", "string", "pattern", SchemaPatterns.NOT_BLANK, "maxLength", ActorId.MAX_LENGTH);
        Map<String, Object> time =
                object("type", "string", "format", "date-time", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}T");
        return object(
                "title",
                "ข้อมูลการสัมภาษณ์ / How the interview came about",
                "type",
                "object",
                "properties",
                object(
                        "collector",
                        id,
                        "device",
                        id,
                        "started",
                        time,
                        "ended",
                        time,
                        "latitude",
                        degrees(90),
                        "longitude",
                        degrees(180),
                        "informant",
                        key()),
                "additionalProperties",
                false);
    }

    private static Map<String, Object> degrees(int limit) {
        return object(
                "type", "number", "multipleOf", new BigDecimal("0.000000001"), "minimum", -limit, "maximum", limit);
    }
}
