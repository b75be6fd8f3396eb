package io.github.bmnkit.questionnaire;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.JsonValue;
import io.github.bmnkit.json.JsonValue.JsonBoolean;
import io.github.bmnkit.json.Located;
import io.github.bmnkit.json.ObjectFields;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form of a question in JSON. What could be read is noted as a draft even if the question is wrong. */
final class QuestionDecoder implements Decoder<Question> {
    private static final String NEVER = "false()";

    private final List<Draft> drafts;
    private final Map<String, Place> places = new LinkedHashMap<>();

    QuestionDecoder(List<Draft> drafts) {
        this.drafts = drafts;
    }

    @Override
    public Optional<Question> decode(JsonValue value, List<Finding> findings) {
        return Decoder.<Question>object(fields -> question(fields, findings)).decode(value, findings);
    }

    private Optional<Question> question(ObjectFields fields, List<Finding> findings) {
        Optional<String> name = fields.required("name", DefinitionDecoder.NAME);
        Optional<QuestionType> type = fields.required("type", Decoder.constant(QuestionType.class));
        Optional<Text> label = fields.required("label", DefinitionDecoder.TEXTS);
        Optional<Level> level = fields.optional("level", Decoder.constant(Level.class));
        Optional<String> number = take(fields, "number", Decoder.TEXT);
        Optional<QuestionType> result = take(fields, "result", Decoder.constant(QuestionType.class));
        Optional<Integer> digits = take(fields, "digits", Decoder.whole(0, 9));
        Optional<String> unit = take(fields, "unit", Decoder.TEXT);
        Optional<Text> hint = take(fields, "hint", DefinitionDecoder.TEXTS);
        Optional<Located<String>> list = take(fields, "list", Decoder.TEXT.located());
        Optional<Located<String>> within = take(fields, "within", Decoder.TEXT.located());
        Optional<Boolean> refusable = take(fields, "refusable", Decoder.TRUTH);
        Optional<Text> message = take(fields, "message", DefinitionDecoder.TEXTS);
        Optional<Boolean> personal = take(fields, "personal", Decoder.TRUTH);
        Optional<Text> period = take(fields, "period", DefinitionDecoder.TEXTS);
        Map<Role, Located<String>> expressions = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Decoder<String> text = role == Role.REQUIRED ? QuestionDecoder::required : Decoder.TEXT;
            take(fields, role.field, text.located())
                    .filter(expression ->
                            role != Role.REQUIRED || !expression.value().equals(NEVER))
                    .ifPresent(expression -> expressions.put(role, expression));
        }

        boolean note = type.filter(kind -> kind == QuestionType.NOTE).isPresent();
        boolean calculated = type.filter(kind -> kind == QuestionType.CALCULATE).isPresent();
        Optional<QuestionType> kind =
                (calculated ? result : type).filter(any -> any.valueType().isPresent());
        type.ifPresent(declared -> checkFields(declared, kind.orElse(null), fields, findings));
        name.ifPresent(declared -> drafts.add(new Draft(
                declared,
                fields.place(),
                level.orElse(Level.HOUSEHOLD),
                kind.orElse(null),
                note,
                digits.orElse(0),
                kind.filter(QuestionDecoder::isNumber).flatMap(any -> unit).orElse(null),
                list.orElse(null),
                within.orElse(null),
                expressions)));
        return fields.build(() -> new Question(
                name.orElseThrow(),
                number.orElse(null),
                level.orElse(Level.HOUSEHOLD),
                type.orElseThrow(),
                result.orElse(null),
                digits.orElse(0),
                unit.orElse(null),
                label.orElseThrow(),
                hint.orElse(null),
                list.map(Located::value).orElse(null),
                within.map(Located::value).orElse(null),
                text(expressions, Role.REQUIRED),
                refusable.orElse(false),
                text(expressions, Role.RELEVANCE),
                text(expressions, Role.CONSTRAINT),
                message.orElse(null),
                text(expressions, Role.CALCULATION),
                personal.orElse(false),
                period.orElse(null)));
    }

    /** A field that may be absent; where it stands is remembered. */
    private <T> Optional<T> take(ObjectFields fields, String name, Decoder<T> decoder) {
        return fields.optional(name, (value, findings) -> {
            places.put(name, value.place());
            return decoder.decode(value, findings);
        });
    }

    private static Optional<String> required(JsonValue value, List<Finding> findings) {
        if (value instanceof JsonBoolean always) {
            return Optional.of(always.value() ? Question.ALWAYS : NEVER);
        }
        if (value instanceof JsonValue.JsonString) {
            return Decoder.TEXT.decode(value, findings);
        }
        findings.add(Finding.of(DocumentFinding.JSON_WRONG_TYPE)
                .with("expected", Text.of("ค่าจริงหรือเท็จ หรือเงื่อนไข", "true, false or a condition"))
                .with("found", value.kind())
                .at(value.place()));
        return Optional.empty();
    }

    private static @Nullable String text(Map<Role, Located<String>> expressions, Role role) {
        Located<String> text = expressions.get(role);
        return text == null ? null : text.value();
    }

    private static boolean isNumber(QuestionType kind) {
        return kind == QuestionType.INTEGER || kind == QuestionType.DECIMAL;
    }

    /** Checks that the question has what its type needs, and nothing that its type does not take. */
    private void checkFields(
            QuestionType type, @Nullable QuestionType kind, ObjectFields fields, List<Finding> findings) {
        boolean calculated = type == QuestionType.CALCULATE;
        boolean note = type == QuestionType.NOTE;
        boolean unknown = calculated && kind == null;
        boolean choice = kind != null && kind.isChoice();
        boolean number = kind != null && isNumber(kind);
        need("calculation", calculated, fields, type, findings);
        need("result", calculated, fields, type, findings);
        need("list", choice, fields, type, findings);
        need("constraint", places.containsKey("message"), fields, type, findings);
        allow("calculation", calculated, type, findings);
        allow("result", calculated && (kind == null || kind.isResult()), type, findings);
        allow("list", choice || unknown, type, findings);
        allow("digits", kind == QuestionType.DECIMAL || unknown, type, findings);
        allow("unit", number || unknown, type, findings);
        allow("within", type == QuestionType.SELECT_ONE, type, findings);
        for (String field : List.of("required", "refusable", "constraint", "message")) {
            allow(field, type.isAsked(), type, findings);
        }
        allow("personal", !note, type, findings);
        allow("period", !note, type, findings);
    }

    private void need(String field, boolean needed, ObjectFields fields, QuestionType type, List<Finding> findings) {
        if (needed && !places.containsKey(field)) {
            findings.add(Finding.of(QuestionnaireFinding.NEEDS_FIELD)
                    .with("type", type.name())
                    .with("field", field)
                    .at(fields.place()));
        }
    }

    private void allow(String field, boolean allowed, QuestionType type, List<Finding> findings) {
        Place place = places.get(field);
        if (!allowed && place != null) {
            findings.add(Finding.of(QuestionnaireFinding.FIELD_NOT_ALLOWED)
                    .with("type", type.name())
                    .with("field", field)
                    .at(place));
        }
    }
}
