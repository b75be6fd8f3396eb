package io.github.bmnkit.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Roster;
import io.github.bmnkit.questionnaire.Section;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.testing.Registers;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A small form, and people of two districts who were made up, some of them rare. */
record Village(VillageCode village, HouseholdResponse response) {
    private static final Text LABEL = Text.of("ทดสอบ", "test");
    static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    static final Questionnaire FORM = form();
    static final AreaTree TREE =
            Registers.read(Registers.large(1, 2, 2, 3)).value().tree(AreaView.ADMINISTRATIVE);
    static final Classification CLASSIFICATION = classification();
    static final SecretKey KEY =
            new SecretKeySpec("a key that only tests know, of some length".getBytes(UTF_8), "HmacSHA256");

    private static Questionnaire form() {
        return Questionnaire.builder("small", LABEL, 2560, 2564)
                .roster(new Roster("member", Text.of("สมาชิก", "member"), 0, 9))
                .list(CodeList.of("yes", List.of(Code.of("1", LABEL), Code.of("2", LABEL))))
                .list(CodeList.of(
                        "job",
                        List.of(Code.of("1", LABEL), Code.of("2", LABEL), Code.of("3", LABEL), Code.of("4", LABEL))))
                .list(CodeList.open("faith", LABEL).withCodes(List.of(Code.of("b", LABEL))))
                .section(Section.of(
                        "a",
                        LABEL,
                        List.of(
                                Question.builder("day", QuestionType.DATE, LABEL)
                                        .build(),
                                Question.builder("consent", QuestionType.SELECT_ONE, LABEL)
                                        .list("yes")
                                        .build(),
                                Question.builder("phone", QuestionType.TEXT, LABEL)
                                        .personal()
                                        .build(),
                                Question.builder("roof", QuestionType.SELECT_ONE, LABEL)
                                        .list("job")
                                        .build(),
                                Question.builder("rai", QuestionType.INTEGER, LABEL)
                                        .build(),
                                Question.builder("income", QuestionType.INTEGER, LABEL)
                                        .build(),
                                Question.builder("remark", QuestionType.TEXT, LABEL)
                                        .build())))
                .section(Section.of(
                        "b",
                        LABEL,
                        List.of(
                                Question.builder("name", QuestionType.TEXT, LABEL)
                                        .ofEachMember()
                                        .personal()
                                        .build(),
                                Question.builder("card", QuestionType.TEXT, LABEL)
                                        .ofEachMember()
                                        .personal()
                                        .build(),
                                Question.builder("sex", QuestionType.SELECT_ONE, LABEL)
                                        .ofEachMember()
                                        .list("yes")
                                        .build(),
                                Question.builder("age", QuestionType.INTEGER, LABEL)
                                        .ofEachMember()
                                        .build(),
                                Question.builder("job", QuestionType.SELECT_ONE, LABEL)
                                        .ofEachMember()
                                        .list("job")
                                        .build(),
                                Question.builder("faith", QuestionType.SELECT_ONE, LABEL)
                                        .ofEachMember()
                                        .list("faith")
                                        .build(),
                                Question.builder("tag", QuestionType.INTEGER, LABEL)
                                        .ofEachMember()
                                        .build())))
                .build()
                .value();
    }

    /** The tag is only there for tests to see whose row it is. */
    private static Classification classification() {
        String json = """
                {"id": "small", "version": "1", "status": "DRAFT", "title": {"th": "ทดสอบ", "en": "test"},
                 "form": "small", "rounds": {"from": 2560, "to": 2564},
                 "sources": [{"key": "t", "office": {"th": "ทดสอบ", "en": "test"}, "date": "2026-11-28",
                   "title": {"th": "ทดสอบ", "en": "test"}}],
                 "roles": {"OTHER": {"source": "t", "questions": ["tag"]},
                   "QUASI_IDENTIFIER": {"source": "t", "questions": ["rai"]}}}
                """;
        return Classification.read(new ByteArrayInputStream(json.getBytes(UTF_8)), FORM)
                .value();
    }

    static List<Village> people(int households, Random random) {
        List<VillageCode> villages = TREE.areas(AreaLevel.VILLAGE).stream()
                .map(VillageCode.class::cast)
                .toList();
        List<Village> all = new ArrayList<>();
        for (int i = 0; i < households; i++) {
            HouseholdResponse.Builder response =
                    HouseholdResponse.builder(FORM, HouseholdId.of("H-" + i), 2561 + random.nextInt(10) / 9);
            response.answer(AnswerPath.of("day"), Value.of(FIRST.plusDays(random.nextInt(400))));
            response.answer(AnswerPath.of("consent"), Value.code(random.nextInt(8) == 0 ? "2" : "1"));
            response.answer(AnswerPath.of("phone"), Value.text("080-" + (1_000_000 + i)));
            response.answer(
                    AnswerPath.of("roof"), Value.code("" + (1 + Math.min(random.nextInt(4), random.nextInt(4)))));
            response.answer(AnswerPath.of("rai"), Value.of(random.nextInt(1 + random.nextInt(30))));
            response.answer(AnswerPath.of("income"), Value.of(random.nextInt(300_000)));
            response.answer(AnswerPath.of("remark"), Value.text("note of house " + i));
            for (int m = 0; m < 1 + random.nextInt(4); m++) {
                int key = response.addMember();
                response.answer(AnswerPath.of("name", key), Value.text("name-" + i + "-" + m));
                response.answer(AnswerPath.of("card", key), Value.text("card-" + i + "-" + m));
                if (random.nextInt(9) > 0) {
                    response.answer(AnswerPath.of("sex", key), Value.code("" + (1 + random.nextInt(2))));
                }
                response.answer(AnswerPath.of("age", key), Value.of(random.nextInt(1 + random.nextInt(90))));
                response.answer(
                        AnswerPath.of("job", key),
                        Value.code("" + (1 + Math.min(random.nextInt(4), random.nextInt(4)))));
                response.answer(AnswerPath.of("faith", key), Value.code(random.nextInt(9) == 0 ? "my-secret" : "b"));
                response.answer(AnswerPath.of("tag", key), Value.of(i));
            }
            VillageCode village =
                    villages.get(Math.min(random.nextInt(villages.size()), random.nextInt(villages.size())));
            all.add(new Village(village, response.build()));
        }
        return all;
    }

    static final String REQUEST = """
            {"id": "R", "version": "1", "title": {"th": "ทดสอบ", "en": "test"}, "recipient": "P-1", "purpose": "STUDY",
             "legalBasis": "B-1", "rounds": [2561], "period": {"question": "day", "from": "2018-01-01", "to": "2018-12-31"},
             "consent": {"question": "consent", "code": "1"}, "unit": "%s",
             "areas": [{"level": "PROVINCE", "code": "%s"}], "showArea": {"level": "VILLAGE", "minHouseholds": 5},
             "fields": [%s],
             "anonymity": {"k": %d, "suppress": "%s", "maxSuppressed": {"part": %d, "whole": 100}}%s}
            """;

    static String json(String unit, String fields, int k, String suppress, int percent, String more) {
        String province = TREE.areas(AreaLevel.PROVINCE).get(0).value();
        return REQUEST.formatted(unit, province, fields, k, suppress, percent, more);
    }

    static Reading<ReleaseRequest> read(String json) {
        return ReleaseRequest.read(new ByteArrayInputStream(json.getBytes(UTF_8)), CLASSIFICATION, TREE);
    }

    static Reading<ReleasedData> release(ReleaseRequest request, List<Village> people) {
        Release release = request.needsKey() ? Release.of(request, KEY) : Release.of(request);
        ResolvedHousehold household = ResolvedHousehold.of(FORM);
        for (Village each : people) {
            household.resolve(each.response(), false, null);
            release.add(each.village(), household);
        }
        return release.finish();
    }
}
