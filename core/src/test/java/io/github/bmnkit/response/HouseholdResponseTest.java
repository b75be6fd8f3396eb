package io.github.bmnkit.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.testing.Responses;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HouseholdResponseTest {
    private static final Questionnaire FORM = Questionnaires.bmn2560();
    private static final String START =
            "{\"form\":\"bmn-2560\",\"version\":\"1\",\"household\":\"H-1\",\"round\":2563,\"state\":\"COLLECTED\",";

    private static Reading<HouseholdResponse> read(String rest) {
        return HouseholdResponse.read(FORM, START + rest + "}");
    }

    private static Value answer(String json) {
        return read("\"answers\":{" + json + "},\"members\":[]")
                .value()
                .answer(AnswerPath.of(json.substring(1, json.indexOf('"', 1))));
    }

    private static List<String> codes(Reading<?> reading) {
        return reading.findings().stream().map(finding -> finding.code().id()).toList();
    }

    @Test
    void everyTypeOfAnswerIsRead() {
        assertThat(answer("\"hlive_rai\":12")).isEqualTo(Value.of(12));
        assertThat(answer("\"gps_lat\":13.75")).isEqualTo(Value.of(new BigDecimal("13.750000")));
        assertThat(answer("\"survey_date\":\"2020-02-29\"")).isEqualTo(Value.of(LocalDate.of(2020, 2, 29)));
        assertThat(answer("\"hlive\":\"1\"")).isEqualTo(Value.code("1"));
        assertThat(answer("\"hlive\":1")).isEqualTo(Value.code("1"));
        assertThat(answer("\"province_code\":\"30\"")).isEqualTo(Value.code("30"));
        assertThat(answer("\"hnum\":\" 12/3 \"")).isEqualTo(Value.text("12/3"));
    }

    @Test
    void thaiDigitsAndTheBuddhistEraAreRead() {
        assertThat(answer("\"hlive_rai\":\"๑๒\"")).isEqualTo(Value.of(12));
        assertThat(answer("\"hlive\":\"๑\"")).isEqualTo(Value.code("1"));
        assertThat(answer("\"survey_date\":\"29 กุมภาพันธ์ 2563\"")).isEqualTo(Value.of(LocalDate.of(2020, 2, 29)));
        assertThat(answer("\"survey_date\":\"2563-02-29\"")).isEqualTo(Value.of(LocalDate.of(2020, 2, 29)));
    }

    @Test
    void aDateThatWouldReadBackAsAnotherIsNotTaken() {
        // 8477 was written as it is, and read back as the year 8477 of the Buddhist Era.
        assertThat(answer("\"survey_date\":\"9020-12-28\"")).isEqualTo(Value.of(Missing.INVALID));
        HouseholdResponse late = HouseholdResponse.builder(FORM, HouseholdId.of("H-1"), 2563)
                .answer(AnswerPath.of("survey_date"), Value.of(LocalDate.of(8477, 12, 28)))
                .build();
        assertThat(HouseholdResponse.read(FORM, late.toJson()).value()).isEqualTo(late);
    }

    @Test
    void textsAreBroughtIntoOneForm() {
        assertThat(answer("\"road\":\"e\\u0301\"")).isEqualTo(Value.text("é"));
        assertThat(answer("\"road\":\"  \"")).isEqualTo(Value.of(Missing.NOT_ANSWERED));
    }

    @Test
    void everyKindOfMissingIsRead() {
        assertThat(answer("\"road\":null")).isEqualTo(Value.of(Missing.NOT_ANSWERED));
        assertThat(answer("\"road\":{\"missing\":\"REFUSED\"}")).isEqualTo(Value.of(Missing.REFUSED));
        assertThat(answer("\"road\":{\"missing\":\"DONT_KNOW\"}")).isEqualTo(Value.of(Missing.DONT_KNOW));
        assertThat(answer("\"road\":{\"invalid\":\"?\"}")).isEqualTo(Value.of(Missing.INVALID));
    }

    @Test
    void whatCannotBeReadIsKeptAsItWasWritten() {
        for (String wrong : List.of(
                "true", "\"many\"", "1.5", "1e999999999", "[1]", "{\"a\":{\"b\":[]}}", "99999999999999999999")) {
            Reading<HouseholdResponse> reading = read("\"answers\":{\"moo\":" + wrong + "},\"members\":[]");
            assertThat(codes(reading)).as(wrong).containsExactly("response.unreadable");
            Finding finding = reading.findings().get(0);
            assertThat(finding.place().pointer()).contains("/answers/moo");
            assertThat(finding.place().offset().getAsLong()).isEqualTo((START + "\"answers\":{\"moo\":").length());
            assertThat(reading.value().answer(AnswerPath.of("moo"))).isEqualTo(Value.of(Missing.INVALID));
            assertThat(reading.value().written(AnswerPath.of("moo")).orElseThrow())
                    .isEqualTo(wrong.startsWith("\"") ? "many" : wrong.equals("[1]") ? "1" : wrong);
        }
    }

    @Test
    void aCodeOutsideItsListIsKeptAndFailsThatCheck() {
        Reading<HouseholdResponse> reading = read("\"answers\":{\"hlive\":\"9\"},\"members\":[]");
        assertThat(codes(reading)).containsExactly("response.unreadable");
        ResolvedHousehold household = ResolvedHousehold.of(FORM);
        household.resolve(reading.value(), false, Responses.TODAY);
        assertThat(household.check(FORM.item("hlive").orElseThrow(), Check.CODE_LIST, 0))
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void everythingWrongIsFoundAtOnce() {
        Reading<HouseholdResponse> reading = read("""
                "extra":1,"answers":{"moo":"x","nobody":1,"moo":2,"first_name":"ก"},
                "members":[{"key":2,"answers":{"sex":"x"}},{"key":2,"answers":{}},{"answers":{},"answers":{}}]""");
        assertThat(codes(reading))
                .containsExactly(
                        "json.unknown-field",
                        "response.unreadable",
                        "response.unknown-question",
                        "json.duplicate-key",
                        "response.unknown-question",
                        "response.unreadable",
                        "json.duplicate-key",
                        "response.new-key",
                        "response.new-key");
        assertThat(reading.value().members()).containsExactly(2, 3, 4);
        assertThat(reading.findings().get(5).place().member()).hasValue(2);
    }

    @Test
    void whatCouldNotBeReadNamesTheMemberEvenIfTheKeyComesAfterOrIsNew() {
        Reading<HouseholdResponse> reading = read("""
                "answers":{},
                "members":[{"answers":{"sex":"x"},"key":7},{"answers":{"sex":"y"}},{"key":7,"answers":{"sex":"z"}}]""");
        assertThat(reading.value().members()).containsExactly(7, 8, 9);
        assertThat(reading.findings().stream()
                        .filter(finding -> finding.code() == ResponseFinding.UNREADABLE)
                        .map(finding -> finding.place().member().orElse(0)))
                .containsExactly(7, 8, 9);
    }

    @Test
    void aResponseToAnotherFormVersionOrRoundIsRefused() {
        assertThat(codes(HouseholdResponse.read(FORM, START.replace("bmn-2560", "bmn-2570") + "\"answers\":{}}")))
                .containsExactly("response.other-form");
        assertThat(codes(HouseholdResponse.read(FORM, START.replace("2563", "2569") + "\"answers\":{}}")))
                .contains("response.other-round");
        assertThat(codes(HouseholdResponse.read(FORM, "{}")))
                .containsExactly("json.missing-field", "json.missing-field", "json.missing-field");
    }

    @Test
    void whatIsNoDocumentIsRefusedWithItsPlace() {
        assertThat(codes(HouseholdResponse.read(FORM, ""))).containsExactly("document.empty");
        assertThat(codes(HouseholdResponse.read(FORM, "[]"))).containsExactly("json.wrong-type");
        assertThat(codes(HouseholdResponse.read(FORM, "{} {}"))).containsExactly("json.malformed");
        assertThat(codes(HouseholdResponse.read(FORM, "{\"a\":" + "[".repeat(100))))
                .contains("json.too-deep");
        assertThat(codes(HouseholdResponse.read(FORM, "{\"form\":\"" + "a".repeat(10_001) + "\"}")))
                .containsExactly("json.too-long");
        assertThat(codes(HouseholdResponse.read(
                        FORM, new ByteArrayInputStream(new byte[] {'{', '"', (byte) 0xFF, '"', '}'}))))
                .containsExactly("document.not-utf-8");
        ResponseLimits tight = new ResponseLimits(10, 4, 10, 1);
        assertThat(codes(HouseholdResponse.read(FORM, new ByteArrayInputStream(START.getBytes()), tight)))
                .containsExactly("document.too-large");
    }

    @Test
    void aByteOrderMarkIsPassedOverAndOffsetsCountIt() {
        String json = "\uFEFF" + START + "\"answers\":{\"moo\":\"x\"},\"members\":[]}";
        Reading<HouseholdResponse> reading = HouseholdResponse.read(FORM, json);
        assertThat(reading.findings().get(0).place().offset()).hasValue(3 + (START + "\"answers\":{\"moo\":").length());
    }

    @Test
    void moreMembersThanTheFormProvidesForAreKeptAndFound() {
        HouseholdResponse.Builder many = HouseholdResponse.builder(FORM, HouseholdId.of("H-1"), 2563);
        IntStream.range(0, 100).forEach(i -> many.addMember());
        Reading<HouseholdResponse> reading =
                HouseholdResponse.read(FORM, many.build().toJson());
        assertThat(codes(reading)).containsExactly("response.roster-size");
        assertThat(reading.value().members()).hasSize(100);
        IntStream.range(0, 101).forEach(i -> many.addMember());
        assertThat(codes(HouseholdResponse.read(FORM, many.build().toJson()))).contains("response.too-many-members");
    }

    @Test
    void aKeyIsNeverGivenTwice() {
        HouseholdResponse.Builder builder = HouseholdResponse.builder(FORM, HouseholdId.of("H-1"), 2563);
        int first = builder.addMember();
        int second = builder.addMember();
        HouseholdResponse response = builder.removeMember(second).build();
        HouseholdResponse read = HouseholdResponse.read(FORM, response.toJson()).value();
        assertThat(read.edit().addMember()).isEqualTo(second + 1);
        assertThat(read.members()).containsExactly(first);
    }

    @Test
    void aKeyIsNeverGivenTwiceWhereverTheLastOneStands() {
        // The new key was 1, which a member had who left, if the members came before the last key.
        assertThat(read("\"members\":[{\"answers\":{}}],\"lastKey\":5").value().members())
                .containsExactly(6);
    }

    @Test
    void aLimitBeyondEveryArrayIsNoMistake() {
        // One more than the limit was negative.
        ResponseLimits most = new ResponseLimits(Integer.MAX_VALUE, 16, 10_000, 200);
        assertThat(codes(HouseholdResponse.read(FORM, new ByteArrayInputStream("{}".getBytes()), most)))
                .containsOnly("json.missing-field");
    }

    @Test
    void nothingPersonalIsShownUnasked() {
        HouseholdResponse response = HouseholdResponse.builder(FORM, HouseholdId.of("H-1"), 2563)
                .answer(AnswerPath.of("road"), Value.text("ถนนลับ"))
                .build();
        assertThat(response.toString()).doesNotContain("ลับ");
    }

    @Test
    void programmersMistakesAreRefused() {
        HouseholdResponse.Builder builder = HouseholdResponse.builder(FORM, HouseholdId.of("H-1"), 2563);
        assertThatThrownBy(() -> builder.answer(AnswerPath.of("nobody"), Value.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> builder.answer(AnswerPath.of("sex"), Value.of(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.answer(AnswerPath.of("sex", 7), Value.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7");
        assertThatThrownBy(() -> HouseholdResponse.builder(FORM, HouseholdId.of("H-1"), 2569))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fourMembersTakeLessThanAKilobyte() {
        Random random = new Random(7);
        double bytes = IntStream.range(0, 50)
                .mapToObj(i -> Responses.valid(FORM, 4, random))
                .mapToInt(HouseholdResponse::size)
                .average()
                .orElseThrow();
        assertThat(bytes).isLessThan(900);
    }

    @Test
    void pathsReadBack() {
        for (AnswerPath path : List.of(AnswerPath.of("q6_4"), AnswerPath.of("age", 12))) {
            assertThat(AnswerPath.parse(path.toString())).contains(path);
        }
        for (String wrong : List.of("", "[1]", "age[0]", "age[x]", "age[1", "age[01]")) {
            assertThat(AnswerPath.parse(wrong)).as(wrong).isEmpty();
        }
        assertThat(CheckId.parse("hid:code-list")).contains(new CheckId("hid", Check.CODE_LIST));
        assertThat(CheckId.parse("hid:nothing")).isEmpty();
    }
}
