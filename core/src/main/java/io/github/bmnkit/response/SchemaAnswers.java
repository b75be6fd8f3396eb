package io.github.bmnkit.response;

import static io.github.bmnkit.response.SchemaJson.object;
import static io.github.bmnkit.response.SchemaJson.ref;
import static io.github.bmnkit.response.SchemaTypes.both;

import io.github.bmnkit.expression.Expression;
import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the schemas of the answers of the household, or of one member, and finds what they do not say. */
final class SchemaAnswers {
    private static final Text CALCULATED =
            Text.of("ไม่ได้ถาม คำนวณจากคำตอบอื่น", "Not asked, but calculated from other answers");

    private final Questionnaire form;
    private final Level level;
    private final Map<String, Object> definitions;
    private final List<Finding> findings;
    private final Map<String, Object> questions = object();
    private final List<String> due = new ArrayList<>();

    /** Conditions and what follows from them, in any response and in complete ones only. */
    private final Map<Object, Consequence> rules = new LinkedHashMap<>();

    private final Map<Object, Consequence> completeRules = new LinkedHashMap<>();

    SchemaAnswers(Questionnaire form, Level level, Map<String, Object> definitions, List<Finding> findings) {
        this.form = form;
        this.level = level;
        this.definitions = definitions;
        this.findings = findings;
        for (Item item : form.items(level)) {
            SchemaTypes.define(definitions, form, item);
            if (item.question().type().isAsked()) {
                question(item);
            } else {
                calculation(item);
            }
        }
    }

    /** What follows from a condition: schemas of single answers, and answers that must be there. */
    private record Consequence(Map<String, Object> answers, List<String> due) {
        Consequence() {
            this(object(), new ArrayList<>());
        }

        Object schema() {
            Map<String, Object> schema = object();
            if (!answers.isEmpty()) {
                schema.put("properties", answers);
            }
            if (!due.isEmpty()) {
                schema.put("required", due);
            }
            return schema;
        }
    }

    /** What every response must fulfil. */
    Map<String, Object> always() {
        Map<String, Object> schema = object("type", "object", "properties", questions, "additionalProperties", false);
        put(schema, rules);
        return schema;
    }

    /** What a complete response must fulfil, too; empty if there is nothing. */
    Map<String, Object> whenComplete() {
        Map<String, Object> schema = object();
        if (!due.isEmpty()) {
            schema.put("required", due);
        }
        put(schema, completeRules);
        return schema;
    }

    private static void put(Map<String, Object> schema, Map<Object, Consequence> rules) {
        if (!rules.isEmpty()) {
            schema.put(
                    "allOf",
                    rules.entrySet().stream()
                            .map(rule -> object(
                                    "if", rule.getKey(), "then", rule.getValue().schema()))
                            .toList());
        }
    }

    private static Consequence from(Map<Object, Consequence> rules, Object condition) {
        return rules.computeIfAbsent(condition, key -> new Consequence());
    }

    private void find(ResponseSchemaFinding code, Item item) {
        findings.add(Finding.of(code).with("name", "${" + item.name() + "}"));
    }

    private void find(ResponseSchemaFinding code, Item item, Object condition) {
        findings.add(Finding.of(code).with("name", "${" + item.name() + "}").with("condition", condition.toString()));
    }

    private void calculation(Item item) {
        find(ResponseSchemaFinding.CALCULATION, item);
        Map<String, Object> schema = described(item.question());
        definitions.putIfAbsent(
                "no-value",
                object(
                        "type",
                        "object",
                        "properties",
                        object("missing", missing(), "invalid", object("type", "string")),
                        "minProperties",
                        1,
                        "maxProperties",
                        1,
                        "additionalProperties",
                        false));
        schema.putAll(object("if", object("type", "object"), "then", ref("no-value"), "else", SchemaTypes.ref(item)));
        questions.put(item.name(), schema);
    }

    private static Object missing() {
        return object("enum", List.of("REFUSED", "DONT_KNOW"));
    }

    private void question(Item item) {
        relevance(item);
        boolean always = required(item);
        Map<String, Object> value = SchemaTypes.ref(item);
        constraint(item, value);
        within(item);
        Map<String, Object> schema = described(item.question());
        if (item.question().refusable() || (item.required().isPresent() && !always)) {
            definitions.putIfAbsent(
                    "missing",
                    object(
                            "type",
                            "object",
                            "properties",
                            object("missing", missing()),
                            "required",
                            List.of("missing"),
                            "additionalProperties",
                            false));
            Object isMissing = object("type", "object", "required", List.of("missing"));
            schema.putAll(object("if", isMissing, "then", ref("missing"), "else", value));
        } else {
            schema.putAll(value);
        }
        questions.put(item.name(), schema);
    }

    private static Map<String, Object> described(Question question) {
        String number = question.number() == null ? "" : question.number() + " ";
        List<String> more = new ArrayList<>();
        if (question.calculation() != null) {
            more.add(both(CALCULATED));
        }
        for (Text text : new @Nullable Text[] {question.period(), question.hint(), question.message()}) {
            if (text != null) {
                more.add(both(text));
            }
        }
        if (question.unit() != null) {
            more.add("[" + question.unit() + "]");
        }
        Map<String, Object> schema = object("title", number + both(question.label()));
        if (!more.isEmpty()) {
            schema.put("description", String.join("\n", more));
        }
        return schema;
    }

    private SchemaConditions conditions(Item item) {
        return new SchemaConditions(form, level, item, false);
    }

    private static List<Expression> parts(Optional<Formula> condition) {
        return condition
                .map(formula -> SchemaConditions.parts(formula.expression()))
                .orElse(List.of());
    }

    /** One false part is enough not to ask, so each part that can be said is said. */
    private void relevance(Item item) {
        for (Expression part : parts(item.relevance())) {
            SchemaConditions conditions = conditions(item);
            Object hidden = conditions.when(part, false);
            if (hidden == null) {
                find(ResponseSchemaFinding.RELEVANCE, item, part);
            } else if (!Boolean.FALSE.equals(hidden)) {
                from(conditions.asksForBlanks() ? completeRules : rules, hidden)
                        .answers()
                        .put(item.name(), false);
                lengths(item, conditions);
            }
        }
    }

    private void lengths(Item item, SchemaConditions conditions) {
        if (conditions.countsCharacters()) {
            find(ResponseSchemaFinding.LENGTH, item);
        }
    }

    /** Says when an answer is due. Returns whether it always is. */
    private boolean required(Item item) {
        if (item.required().isEmpty()) {
            return false;
        }
        List<Expression> parts = new ArrayList<>(parts(item.relevance()));
        parts.addAll(parts(item.required()));
        SchemaConditions conditions = conditions(item);
        List<Object> all = new ArrayList<>();
        for (Expression part : parts) {
            Object holds = conditions.when(part, true);
            if (holds == null) {
                find(ResponseSchemaFinding.REQUIRED, item, part);
                return false;
            }
            all.add(holds);
        }
        Object condition = SchemaJson.all(all);
        if (Boolean.TRUE.equals(condition)) {
            due.add(item.name());
            return true;
        }
        if (!Boolean.FALSE.equals(condition)) {
            Consequence consequence = from(completeRules, condition);
            consequence.due().add(item.name());
            if (!item.question().refusable()) {
                consequence
                        .answers()
                        .put(item.name(), object("not", object("type", "object", "required", List.of("missing"))));
            }
            lengths(item, conditions);
        }
        return false;
    }

    private void constraint(Item item, Map<String, Object> value) {
        for (Expression part : parts(item.constraint())) {
            SchemaConditions own = new SchemaConditions(form, level, item, true);
            Object demanded = own.when(part, true);
            if (demanded != null) {
                SchemaJson.demand(value, demanded);
                lengths(item, own);
                continue;
            }
            SchemaConditions conditions = conditions(item);
            Object broken = conditions.when(part, false);
            if (broken == null) {
                find(ResponseSchemaFinding.CONSTRAINT, item, part);
            } else {
                Object condition = SchemaJson.all(List.of(SchemaConditions.present(item), broken));
                from(conditions.asksForBlanks() ? completeRules : rules, condition)
                        .answers()
                        .put(item.name(), false);
                lengths(item, conditions);
            }
        }
    }

    /** A code must not lie under another code than the answer above it. */
    private void within(Item item) {
        String above = item.question().within();
        String list = item.question().list();
        if (above == null || list == null) {
            return;
        }
        Map<String, List<String>> children = new TreeMap<>();
        for (Code code : form.list(list).orElseThrow().codes()) {
            if (code.parent() != null) {
                children.computeIfAbsent(code.parent(), parent -> new ArrayList<>())
                        .add(code.code());
            }
        }
        Item parent = form.item(above).orElseThrow();
        if (parent.level() != level || !parent.question().type().isAsked()) {
            if (!children.isEmpty()) {
                find(ResponseSchemaFinding.WITHIN, item);
            }
            return;
        }
        children.forEach((code, codes) -> {
            Map<String, Object> other = SchemaTypes.ref(parent);
            other.put("not", object("const", code));
            Object condition = object("required", List.of(above), "properties", object(above, other));
            from(rules, condition).answers().put(item.name(), SchemaRounds.none(item, codes));
        });
    }
}
