package io.github.bmnkit.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ResponseDocumentTest {
    private static final Questionnaire FORM = Questionnaires.bmn2560();

    private static Reading<HouseholdResponse> read(Map<String, Object> answers) {
        return new ResponseDocument("bmn-2560", "1", "H-1", 2563, "COLLECTED", null, null, answers, List.of())
                .toResponse(FORM);
    }

    private static List<String> codes(Reading<?> reading) {
        return reading.findings().stream().map(finding -> finding.code().id()).toList();
    }

    @Test
    void mappersAsTheyComeBindWithoutLoss() throws Exception {
        HouseholdResponse response = HouseholdResponse.builder(FORM, HouseholdId.of("H-1"), 2563)
                .answer(AnswerPath.of("gps_lat"), Value.of(new BigDecimal("13.000001")))
                .answer(AnswerPath.of("hlive"), Value.code("1"))
                .build();
        String json = response.toJson();
        ResponseDocument two = new ObjectMapper().readValue(json, ResponseDocument.class);
        ResponseDocument three = new JsonMapper().readValue(json, ResponseDocument.class);
        assertThat(two.toResponse(FORM)).isEqualTo(Reading.of(response));
        assertThat(three.toResponse(FORM)).isEqualTo(Reading.of(response));
        assertThat(new ObjectMapper().writeValueAsString(two)).isEqualTo(json);
        assertThat(new JsonMapper().writeValueAsString(three)).isEqualTo(json);
    }

    @Test
    void aDocumentOfNothingIsRefusedWithAllReasons() {
        ResponseDocument nothing = new ResponseDocument(null, null, null, null, null, null, null, null, null);
        assertThat(codes(nothing.toResponse(FORM)))
                .containsExactly("json.missing-field", "json.missing-field", "json.missing-field");
    }

    @Test
    void nestingWithoutEndIsFoundAndEnds() {
        Map<String, Object> itself = new LinkedHashMap<>();
        itself.put("a", itself);
        itself.put("b", itself);
        assertThat(codes(read(Map.of("road", itself)))).containsExactly("json.too-deep");
        List<Object> wide = List.of("x".repeat(1_000));
        for (int i = 0; i < 12; i++) {
            wide = List.of(wide, wide, wide, wide, wide, wide, wide, wide);
        }
        assertThat(codes(read(Map.of("road", wide)))).containsExactly("document.too-large");
        List<Object> deep = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            deep = List.of(deep);
        }
        assertThat(codes(read(Map.of("road", deep)))).containsExactly("json.too-deep");
    }

    @Test
    void theDeepestAndLongestThatJsonMayHaveAreNoMistakeHereEither() {
        Object deep = 1;
        for (int i = 0; i < 14; i++) {
            deep = List.of(deep);
        }
        assertThat(codes(read(Map.of("road", deep)))).containsExactly("response.unreadable");
        assertThat(codes(read(Map.of("road", List.of(deep))))).containsExactly("json.too-deep");
        assertThat(codes(read(Map.of("road", "x".repeat(10_001))))).containsExactly("json.too-long");
    }

    @Test
    void valuesThatNoJsonHasAreKeptAsUnreadable() {
        for (Object odd :
                List.of(Double.NaN, Float.POSITIVE_INFINITY, LocalDate.EPOCH, new int[] {1}, 'x', new AtomicLong(3))) {
            Reading<HouseholdResponse> reading = read(Map.of("moo", odd));
            assertThat(codes(reading)).as("%s", odd).containsExactly("response.unreadable");
            assertThat(reading.value().written(AnswerPath.of("moo"))).isPresent();
        }
        Map<String, Object> nulls = new LinkedHashMap<>();
        nulls.put(null, null);
        nulls.put("moo", null);
        assertThat(codes(read(nulls))).containsExactly("response.unknown-question");
    }

    @Test
    void everyNumberOfTheLanguageIsRead() {
        for (Number three :
                List.of(3, 3L, (short) 3, (byte) 3, BigInteger.valueOf(3), new BigDecimal("3.0"), 3.0, 3f)) {
            assertThat(read(Map.of("hlive_rai", three)))
                    .as("%s", three.getClass())
                    .isEqualTo(read(Map.of("hlive_rai", 3)));
        }
        assertThat(read(Map.of("gps_lat", 13.1f)).value().answer(AnswerPath.of("gps_lat")))
                .isEqualTo(Value.of(new BigDecimal("13.100000")));
    }

    @Test
    void whatTheHostDoesWithItsMapsAfterwardsChangesNothing() {
        Map<String, Object> answers = new LinkedHashMap<>(Map.of("moo", 3));
        ResponseDocument document =
                new ResponseDocument("bmn-2560", "1", "H-1", 2563, "COLLECTED", null, null, answers, List.of());
        answers.put("moo", "x");
        assertThat(document.toResponse(FORM).findings()).isEmpty();
    }

    @Test
    void nothingPersonalIsShownUnasked() {
        HouseholdResponse response = HouseholdResponse.builder(FORM, HouseholdId.of("H-1"), 2563)
                .answer(AnswerPath.of("road"), Value.text("ถนนลับ"))
                .build();
        ResponseDocument document = ResponseDocument.of(response);
        assertThat(document.toString() + new ResponseDocument.Member(1, document.answers()))
                .isEqualTo("ResponseDocument[H-1, bmn-2560:1, round=2563, COLLECTED]Member[1]");
    }
}
