package io.github.bmnkit.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Responses;
import io.github.bmnkit.testing.RosterForms;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

class ResponseDocumentProperties {
    private static final ObjectMapper JACKSON_2 = com.fasterxml.jackson.databind.json.JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final JsonMapper JACKSON_3 = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    @Property
    void bothJacksonsBindTheCanonicalJsonAndWriteItBack(@ForAll Random random) throws JsonProcessingException {
        HouseholdResponse response = HouseholdResponseProperties.response(random.nextInt(4), random);
        if (random.nextBoolean() && !response.members().isEmpty()) {
            response = response.edit().removeMember(response.lastKey()).build();
        }
        String json = response.toJson();
        ResponseDocument document = ResponseDocument.of(response);
        assertThat(JACKSON_2.readValue(json, ResponseDocument.class)).isEqualTo(document);
        assertThat(JACKSON_2.writeValueAsString(document)).isEqualTo(json);
        assertThat(JACKSON_3.readValue(json, ResponseDocument.class)).isEqualTo(document);
        assertThat(JACKSON_3.writeValueAsString(document)).isEqualTo(json);
        assertThat(document.toResponse(response.form())).isEqualTo(Reading.of(response));
        Cases.met("paradata", document.paradata() != null);
        Cases.met(
                "a document without the last key would differ",
                !withoutLastKey(document).toResponse(response.form()).value().equals(response));
        Cases.met("decimals", decimals(document));
    }

    /** A wrong conversion: keys of members who left would be given again. */
    private static ResponseDocument withoutLastKey(ResponseDocument d) {
        return new ResponseDocument(
                d.form(),
                d.version(),
                d.household(),
                d.round(),
                d.state(),
                null,
                d.paradata(),
                d.answers(),
                d.members());
    }

    private static boolean decimals(ResponseDocument document) {
        return document.answers().values().stream().anyMatch(BigDecimal.class::isInstance);
    }

    @Property
    void whatIsWrongIsFoundAsInTheSameJson(@ForAll Random random) throws JsonProcessingException {
        Questionnaire form = RosterForms.form(10, random);
        HouseholdResponse response = Responses.any(form, 2, random);
        ResponseDocument good = ResponseDocument.of(response);
        List<ResponseDocument.Member> members = new ArrayList<>();
        for (ResponseDocument.Member member : good.members()) {
            members.add(
                    switch (random.nextInt(6)) {
                        case 0 -> null;
                        case 1 -> new ResponseDocument.Member(null, member.answers());
                        case 2 -> new ResponseDocument.Member(-1, null);
                        default -> new ResponseDocument.Member(member.key(), answers(form.items(Level.MEMBER), random));
                    });
        }
        ResponseDocument document = new ResponseDocument(
                random.nextInt(20) == 0 ? null : good.form(),
                good.version(),
                random.nextInt(20) == 0 ? " " : good.household(),
                random.nextInt(20) == 0 ? 0 : good.round(),
                random.nextInt(20) == 0 ? "\uD800" : good.state(),
                random.nextInt(5) == 0 ? 99 : null,
                random.nextInt(5) == 0 ? answers(List.of(), random) : null,
                answers(form.items(Level.HOUSEHOLD), random),
                members);
        Reading<HouseholdResponse> fromJson =
                HouseholdResponse.read(form, escaped(new ObjectMapper().writeValueAsString(document)));
        Reading<HouseholdResponse> reading = document.toResponse(form);
        assertThat(reading.optional()).isEqualTo(fromJson.optional());
        assertThat(found(reading)).isEqualTo(found(fromJson));
        assertThat(reading.findings())
                .allSatisfy(finding -> assertThat(finding.place().offset()).isEmpty());
        Cases.met("refused", reading.optional().isEmpty());
        Cases.met(
                "read with findings",
                reading.optional().isPresent() && !reading.findings().isEmpty());
        Cases.met(
                "unreadable answers",
                reading.findings().stream().anyMatch(finding -> finding.code() == ResponseFinding.UNREADABLE));
    }

    /** Halves of characters, which a text in UTF-8 can only hold escaped. */
    private static String escaped(String json) {
        return json.codePoints()
                .mapToObj(c -> c >= 0xD800 && c <= 0xDFFF ? "\\u" + Integer.toHexString(c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static List<String> found(Reading<?> reading) {
        return reading.findings().stream()
                .map(finding -> finding.code().id()
                        + finding.place().pointer()
                        + finding.place().member()
                        + finding.arguments())
                .toList();
    }

    private static Map<String, Object> answers(List<Item> items, Random random) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Item item : items) {
            if (random.nextBoolean()) {
                answers.put(item.name(), hostile(random, 0));
            }
        }
        if (random.nextInt(4) == 0) {
            answers.put(random.nextBoolean() ? "a/~b" : "ก\uDC00", hostile(random, 0));
        }
        return answers;
    }

    private static Object hostile(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 10 : 13)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt(4);
            case 3 -> random.nextLong();
            case 4 -> new BigDecimal("1e" + random.nextInt(2_000));
            case 5 -> BigInteger.TEN.pow(random.nextInt(60));
            case 6 -> random.nextInt(1_000) / 8.0;
            case 7 -> List.of("", "๑", "2020-02-29", "1 2", "\uD83D", "2").get(random.nextInt(6));
            case 8 -> List.of();
            case 9 -> Map.of("missing", "REFUSED");
            case 10 -> Map.of(random.nextBoolean() ? "missing" : "x\"", List.of(1));
            case 11 -> {
                List<Object> values = new ArrayList<>();
                values.add(hostile(random, depth + 1));
                yield values;
            }
            default -> new Object[] {"1", 2};
        };
    }
}
