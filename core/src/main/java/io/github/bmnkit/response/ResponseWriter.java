package io.github.bmnkit.response;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.bmnkit.expression.Codes;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Symbol;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.QuestionType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a response as JSON in its canonical form. */
final class ResponseWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final Answers answers;

    private ResponseWriter(JsonGenerator json, Answers answers) {
        this.json = json;
        this.answers = answers;
    }

    static String write(HouseholdResponse response, Answers answers) {
        StringWriter text = new StringWriter(4096);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            new ResponseWriter(json, answers).response(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory can be written
        }
        return text.toString();
    }

    private void response(HouseholdResponse response) throws IOException {
        json.writeStartObject();
        json.writeStringField("form", response.form().id());
        json.writeStringField("version", response.form().version());
        json.writeStringField("household", response.household().value());
        json.writeNumberField("round", response.round());
        json.writeStringField("state", response.state().name());
        if (response.lastKey() > answers.highestKey()) {
            json.writeNumberField("lastKey", response.lastKey());
        }
        paradata(response.paradata());
        json.writeFieldName("answers");
        row(response.form().items(Level.HOUSEHOLD), 0);
        if (response.form().roster().isPresent()) {
            json.writeArrayFieldStart("members");
            for (int row = 0; row < answers.members; row++) {
                json.writeStartObject();
                json.writeNumberField("key", answers.keys[row]);
                json.writeFieldName("answers");
                row(response.form().items(Level.MEMBER), answers.household + row * answers.stride);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void paradata(Paradata paradata) throws IOException {
        if (paradata.equals(Paradata.NONE)) {
            return;
        }
        ActorId collector = paradata.collector();
        Integer informant = paradata.informant();
        json.writeObjectFieldStart("paradata");
        text("collector", collector == null ? null : collector.value());
        text("device", paradata.device());
        text("started", time(paradata.started()));
        text("ended", time(paradata.ended()));
        number("latitude", paradata.latitude());
        number("longitude", paradata.longitude());
        number("informant", informant == null ? null : BigDecimal.valueOf(informant));
        json.writeEndObject();
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private void number(String name, @Nullable BigDecimal value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, value);
        }
    }

    private void row(List<Item> items, int start) throws IOException {
        json.writeStartObject();
        for (Item item : items) {
            int at = start + item.slot();
            if (answers.states[at] != Answers.BLANK) {
                json.writeFieldName(item.name());
                answer(item, at);
            }
        }
        json.writeEndObject();
    }

    private void answer(Item item, int at) throws IOException {
        String text = answers.texts[at];
        switch (answers.states[at]) {
            case Answers.REFUSED -> object("missing", "REFUSED");
            case Answers.DONT_KNOW -> object("missing", "DONT_KNOW");
            case Answers.INVALID -> object("invalid", Objects.requireNonNullElse(text, ""));
            default -> {
                if (text == null) {
                    number(item.symbol(), answers.numbers[at]);
                } else if (item.question().type() == QuestionType.ATTACHMENT) {
                    attachment(Attachment.parse(text).orElseThrow());
                } else {
                    json.writeString(text);
                }
            }
        }
    }

    private void object(String name, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField(name, value);
        json.writeEndObject();
    }

    private void attachment(Attachment attachment) throws IOException {
        json.writeStartObject();
        json.writeStringField("sha256", attachment.sha256());
        json.writeNumberField("bytes", attachment.bytes());
        json.writeStringField("mediaType", attachment.mediaType());
        json.writeEndObject();
    }

    private void number(Symbol symbol, long number) throws IOException {
        Codes codes = symbol.codes();
        switch (symbol.type()) {
            case INTEGER -> json.writeNumber(number);
            case DECIMAL -> json.writeNumber(Answering.plain(number, symbol.digits()));
            case DATE -> json.writeString(LocalDate.ofEpochDay(number).toString());
            case CODE -> json.writeString(Objects.requireNonNull(codes).codes().get((int) number));
            case CODES -> {
                json.writeStartArray();
                for (String code : Answering.chosen(Objects.requireNonNull(codes), number)) {
                    json.writeString(code);
                }
                json.writeEndArray();
            }
            case TEXT, TRUTH -> throw new IllegalStateException("not kept as a number: " + symbol.name());
        }
    }
}
