package io.github.bmnkit.response;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.QuestionType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an answer that is an object or an array: a kind of missing, an attachment, or the codes chosen. */
final class AnswerObject {
    private int fields;
    private @Nullable String missing;
    private @Nullable String invalid;
    private @Nullable String sha256;
    private @Nullable String mediaType;
    private long bytes = -1;

    /** Reads to the end of the object. Returns false, and stores nothing, if it is no answer to the question. */
    boolean object(JsonParser parser, Answers answers, int at, Item item) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            fields++;
            JsonToken token = parser.nextToken();
            String text = token == JsonToken.VALUE_STRING ? parser.getText() : null;
            switch (name) {
                case "missing" -> missing = text;
                case "invalid" -> invalid = text;
                case "sha256" -> sha256 = text;
                case "mediaType" -> mediaType = text;
                case "bytes" -> bytes = isLong(parser) ? parser.getLongValue() : -1;
                default -> fields = Integer.MIN_VALUE;
            }
            parser.skipChildren();
        }
        if (fields == 1 && "REFUSED".equals(missing)) {
            answers.missing(at, Answers.REFUSED);
            return true;
        }
        if (fields == 1 && "DONT_KNOW".equals(missing)) {
            answers.missing(at, Answers.DONT_KNOW);
            return true;
        }
        if (fields == 1 && invalid != null) {
            Answering.unreadable(answers, at, invalid);
            return true; // the document itself says so
        }
        return fields == 3 && item.question().type() == QuestionType.ATTACHMENT && attachment(answers, at);
    }

    private boolean attachment(Answers answers, int at) {
        if (sha256 == null || mediaType == null || bytes < 0) {
            return false;
        }
        String text = "sha256:" + sha256 + ";" + bytes + ";" + mediaType;
        boolean readable = Attachment.parse(text).isPresent();
        if (readable) {
            answers.text(at, text);
        }
        return readable;
    }

    private static boolean isLong(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }

    /** Reads to the end of the array. Returns false if it does not hold codes of the question's list. */
    boolean array(JsonParser parser, Answers answers, int at, Item item) throws IOException {
        List<String> codes = new ArrayList<>();
        boolean readable = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NUMBER_INT) {
                codes.add(parser.getText());
            } else {
                readable = false;
                parser.skipChildren();
            }
        }
        return readable && Answering.chosen(answers, at, item, codes);
    }

    /** What kind of value a token is, for people. */
    static Text kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> Text.of("วัตถุ", "an object");
            case START_ARRAY -> Text.of("รายการ", "an array");
            case VALUE_STRING -> Text.of("ข้อความ", "a string");
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Text.of("จำนวน", "a number");
            case VALUE_NULL -> Text.of("ค่าว่าง", "null");
            default -> Text.of("ค่าจริงหรือเท็จ", "true or false");
        };
    }
}
