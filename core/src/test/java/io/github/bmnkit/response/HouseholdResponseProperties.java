package io.github.bmnkit.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Responses;
import io.github.bmnkit.testing.RosterForms;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HouseholdResponseProperties {
    private static final Questionnaire BMN = Questionnaires.bmn2560();

    @Property
    void r1_whatIsWrittenReadsBackAndIsCanonical(@ForAll @IntRange(max = 5) int members, @ForAll Random random) {
        HouseholdResponse response = response(members, random);
        String json = response.toJson();
        Reading<HouseholdResponse> reading = HouseholdResponse.read(response.form(), json);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.value()).isEqualTo(response);
        assertThat(reading.value().toJson()).isEqualTo(json);
        assertThat(reading.value().fingerprint()).isEqualTo(response.fingerprint());
        Cases.met("unreadable answers", json.contains("\"invalid\""));
        Cases.met("refusals", json.contains("REFUSED"));
        Cases.met("keys that were given before", response.lastKey() > members);
    }

    static HouseholdResponse response(int members, Random random) {
        Questionnaire form = random.nextInt(4) == 0 ? BMN : RosterForms.form(20, random);
        HouseholdResponse response = Responses.any(form, members, random);
        if (random.nextBoolean()) {
            return response;
        }
        Paradata paradata = new Paradata(
                ActorId.of("collector-7"),
                random.nextBoolean() ? "tablet" : null,
                Instant.ofEpochSecond(1_600_000_000L + random.nextInt(1_000_000), random.nextInt(1_000_000_000)),
                null,
                random.nextBoolean() ? new BigDecimal("13.75") : null,
                new BigDecimal("100.500"),
                random.nextBoolean() ? 1 : null);
        ResponseState state = ResponseState.values()[random.nextInt(3)];
        return response.edit().paradata(paradata).state(state).build();
    }

    @Property(tries = 1_000)
    void r2_oneOtherByteIsFoundOrReadsAsAResponse(@ForAll Random random) {
        HouseholdResponse response = response(2, random);
        byte[] json = response.toJson().getBytes(UTF_8);
        json[random.nextInt(json.length)] = (byte) random.nextInt(256);
        Reading<HouseholdResponse> reading = HouseholdResponse.read(response.form(), new ByteArrayInputStream(json));
        assertThat(reading.optional().isPresent() || reading.hasErrors()).isTrue();
        reading.optional()
                .ifPresent(read -> assertThat(HouseholdResponse.read(read.form(), read.toJson())
                                .value())
                        .isEqualTo(read));
        Cases.met("refused", reading.optional().isEmpty());
        Cases.met(
                "read with a finding",
                reading.optional().isPresent() && !reading.findings().isEmpty());
    }

    @Property
    void aDocumentThatBreaksOffIsRefused(@ForAll Random random) {
        HouseholdResponse response = response(2, random);
        byte[] json = response.toJson().getBytes(UTF_8);
        ByteArrayInputStream part = new ByteArrayInputStream(json, 0, random.nextInt(json.length));
        Reading<HouseholdResponse> reading = HouseholdResponse.read(response.form(), part);
        assertThat(reading.optional()).isEmpty();
        assertThat(reading.hasErrors()).isTrue();
    }

    @Property
    void theSameAnswersAreTheSameBytes(@ForAll Random random) {
        HouseholdResponse response = response(3, random);
        HouseholdResponse.Builder again =
                HouseholdResponse.builder(response.form(), response.household(), response.round());
        HouseholdResponse.Builder edited = response.edit();
        for (AnswerPath path : response.answered()) {
            edited.answer(path, Value.of(Missing.REFUSED));
        }
        boolean changed = !edited.build().fingerprint().equals(response.fingerprint());
        for (AnswerPath path : response.answered()) {
            edited.answer(path, response.written(path).map(Value::text).orElse(response.answer(path)));
        }
        assertThat(edited.build()).isEqualTo(response);
        assertThat(again.build().answered()).isEmpty();
        Cases.met("other answers, other fingerprint", changed);
    }
}
