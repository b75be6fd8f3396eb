package io.github.bmnkit.response;

import static io.github.bmnkit.response.SchemaJson.object;
import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Codes;
import io.github.bmnkit.expression.Symbol;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The definitions of what can be read as an answer of each type, and of why there is none. */
final class SchemaTypes {
    /** The greatest number that is kept, in units of its last digit; its opposite is the least. */
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE - 31);

    private SchemaTypes() {}

    /** A reference to the definition of what can be read as an answer to a question, or as a claim of a calculation. */
    static Map<String, Object> ref(Item item) {
        return SchemaJson.ref(name(item));
    }

    private static String name(Item item) {
        QuestionType type = item.question().type();
        Symbol symbol = item.symbol();
        return switch (symbol.type()) {
            case INTEGER -> "integer";
            case DECIMAL -> "decimal-" + symbol.digits();
            case DATE -> "date";
            case CODE -> "code-" + requireNonNull(symbol.codes()).name();
            case CODES -> "codes-" + requireNonNull(symbol.codes()).name();
            case TEXT, TRUTH ->
                type == QuestionType.GEOPOINT ? "place" : type == QuestionType.ATTACHMENT ? "attachment" : "text";
        };
    }

    /** Adds the definition for a question, and what it refers to. */
    static void define(Map<String, Object> definitions, Questionnaire form, Item item) {
        Symbol symbol = item.symbol();
        String name = name(item);
        if (definitions.containsKey(name)) {
            return;
        }
        definitions.put(
                name,
                switch (symbol.type()) {
                    case INTEGER -> object("type", "integer", "minimum", MOST.negate(), "maximum", MOST);
                    case DECIMAL -> decimal(symbol.digits());
                    case DATE -> object("type", "string", "format", "date", "pattern", SchemaPatterns.DATE);
                    case CODE -> code(form, requireNonNull(symbol.codes()));
                    case CODES ->
                        object(
                                "type",
                                "array",
                                "items",
                                code(form, requireNonNull(symbol.codes())),
                                "uniqueItems",
                                true);
                    case TEXT, TRUTH -> words(item.question().type());
                });
    }

    private static Object decimal(int digits) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(digits);
        BigDecimal most = MOST.multiply(unit);
        return object("type", "number", "multipleOf", unit, "minimum", most.negate(), "maximum", most);
    }

    private static Object words(QuestionType type) {
        return switch (type) {
            case GEOPOINT -> object("type", "string", "pattern", SchemaPatterns.GEOPOINT);
            case ATTACHMENT ->
                object(
                        "type",
                        "object",
                        "properties",
                        object(
                                "sha256",
                                object("type", "string", "pattern", "^[0-9a-f]{64}$"),
                                "bytes",
                                object("type", "integer", "minimum", 0, "maximum", Long.MAX_VALUE),
                                "mediaType",
                                object("type", "string", "pattern", "^[!-:<-~]{1,100}$")),
                        "required",
                        List.of("sha256", "bytes", "mediaType"),
                        "additionalProperties",
                        false);
            case INTEGER, DECIMAL, TEXT, DATE, SELECT_ONE, SELECT_MULTIPLE, CALCULATE, NOTE ->
                object("type", "string", "pattern", SchemaPatterns.NOT_BLANK);
        };
    }

    private static Object code(Questionnaire form, Codes codes) {
        Map<String, Object> schema = object("type", "string");
        List<Code> known = form.list(codes.name()).orElseThrow().codes();
        if (!known.isEmpty()) {
            schema.put("description", known.stream().map(SchemaTypes::said).collect(Collectors.joining("; ")));
        }
        if (codes.isOpen()) {
            schema.put("pattern", SchemaPatterns.NOT_BLANK);
        } else {
            schema.put("enum", codes.codes());
        }
        return schema;
    }

    private static String said(Code code) {
        return code.code() + " = " + both(code.label());
    }

    /** A text in both languages. */
    static String both(Text text) {
        return text.th().equals(text.en()) ? text.th() : text.th() + " / " + text.en();
    }
}
