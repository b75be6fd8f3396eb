package io.github.bmnkit.xform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Parameter;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.questionnaire.Roster;
import io.github.bmnkit.questionnaire.Section;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XFormTest {
    private static final Text LABEL = Text.of("ทดสอบ", "test");

    private static Question.Builder question(String name, QuestionType type) {
        return Question.builder(name, type, LABEL);
    }

    private static Questionnaire.Builder form(Question... questions) {
        return Questionnaire.builder("test", LABEL, 2560, 2570)
                .roster(new Roster("member", LABEL, 1, 9))
                .list(CodeList.of("yes_no", List.of(Code.of("1", LABEL), Code.of("0", LABEL))))
                .section(Section.of("all", LABEL, List.of(questions)));
    }

    private static List<String> ids(XForm xForm) {
        return xForm.findings().stream()
                .map(Finding::code)
                .map(code -> code.id())
                .filter(id -> !id.equals(XFormFinding.ROSTER_LIMITS.id()))
                .toList();
    }

    @Test
    void theReferenceFormIsTheSameEveryTimeAndItsLossesAreListed() {
        XForm xForm = XForm.of(Questionnaires.bmn2560());
        assertThat(xForm)
                .isEqualTo(XForm.of(Questionnaires.bmn2560()))
                .hasSameHashCodeAs(XForm.of(Questionnaires.bmn2560()));
        assertThat(xForm).hasToString("XForm[characters=" + xForm.xml().length() + ", findings=44]");
        assertThat(xForm.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(ids(xForm))
                .containsOnly(
                        XFormFinding.LIST_AS_TEXT.id(),
                        XFormFinding.LIST_CLOSED.id(),
                        XFormFinding.REFUSAL.id(),
                        XFormFinding.DIGITS.id(),
                        XFormFinding.PARAMETER_UNSET.id());
        for (Question question : Questionnaires.bmn2560().questions()) {
            assertThat(xForm.xml()).contains("/" + question.name() + "\"");
        }
    }

    @Test
    void theDocumentedExportRuns() throws Exception {
        // docs/xform.md
        Questionnaire form = Questionnaires.bmn2560();
        XForm xForm = XForm.of(form);
        Path file = Files.createTempFile("bmn-2560", ".xml");
        Files.writeString(file, xForm.xml());
        xForm.findings().forEach(finding -> finding.message(Text.THAI));
        // end
        assertThat(file).content().isEqualTo(xForm.xml());
        Files.delete(file);
    }

    @Test
    void theDocumentationShowsWhatRuns() throws IOException {
        String docs = Files.readString(Path.of("../docs/xform.md"));
        String own = Files.readString(Path.of("src/test/java/io/github/bmnkit/xform/XFormTest.java"));
        String code = docs.substring(docs.indexOf("```java\n") + 8, docs.indexOf("```\n", docs.indexOf("```java\n")));
        code.lines().forEach(line -> assertThat(own).contains(line));
        for (XFormFinding finding : XFormFinding.values()) {
            assertThat(docs).contains(finding.name());
        }
    }

    @Test
    void charactersThatXmlCannotCarryAreReplacedAndReported() throws Exception {
        Text odd = Text.of("ก\u0001 <ข>", "a\uFFFE & \"b\" \uD83D\uDE00");
        Questionnaire form = form(Question.builder("q", QuestionType.INTEGER, odd)
                        .build())
                .build()
                .value();
        XForm xForm = XForm.of(form);
        assertThat(ids(xForm)).containsExactly(XFormFinding.CHARACTERS.id());
        assertThat(xForm.xml())
                .contains("a\uFFFD &amp; &quot;b&quot; \uD83D\uDE00")
                .doesNotContain("\u0001");
        assertThat(new JavaRosaClient(form, xForm.xml()).definition().getParseErrors())
                .isEmpty();
    }

    @Test
    void aConstraintThatLooksItsAnswerUpIsLeftOutAndReported() {
        XForm xForm = XForm.of(form(question("id", QuestionType.TEXT)
                        .ofEachMember()
                        .constraint("count-same(${id}) = 1", LABEL)
                        .build())
                .build()
                .value());
        assertThat(ids(xForm)).containsExactly(XFormFinding.CONSTRAINT_LOOKUP.id(), XFormFinding.OTHER_MEMBERS.id());
        assertThat(xForm.xml()).doesNotContain("constraint=");
        assertThat(xForm.findings().get(1).message(Locale.ROOT)).startsWith("${id}: ");
    }

    @Test
    void questionsAboutMembersStandTogetherWhereTheFirstStands() {
        XForm xForm = XForm.of(form(
                        question("a", QuestionType.NOTE).build(),
                        question("b", QuestionType.INTEGER).ofEachMember().build(),
                        question("c", QuestionType.INTEGER).build(),
                        question("d", QuestionType.DATE).ofEachMember().build())
                .build()
                .value());
        assertThat(ids(xForm)).containsExactly(XFormFinding.MEMBERS_TOGETHER.id());
        String body = xForm.xml().substring(xForm.xml().indexOf("<h:body>"));
        assertThat(body)
                .containsSubsequence(
                        "/data/all/a\"",
                        "repeat nodeset=\"/data/member\"",
                        "/data/member/b\"",
                        "/data/member/d\"",
                        "/data/all/c\"");
    }

    @Test
    void listsBelowOneAnotherAreFilteredAndOddOnesAreReported() throws Exception {
        Questionnaire form = form(
                        question("province", QuestionType.SELECT_ONE)
                                .list("provinces")
                                .build(),
                        question("district", QuestionType.SELECT_ONE)
                                .list("districts")
                                .within("province")
                                .build(),
                        question("photo", QuestionType.ATTACHMENT).build(),
                        question("place", QuestionType.GEOPOINT).build(),
                        question("text", QuestionType.CALCULATE)
                                .result(QuestionType.TEXT)
                                .calculation("concat(${place}, ${line})")
                                .build())
                .parameter(new Parameter("line", LABEL, QuestionType.DECIMAL, 1, null, Value.of(new BigDecimal("1.5"))))
                .list(CodeList.of(
                        "provinces",
                        List.of(Code.of("1 0", LABEL), Code.of("11", LABEL).withRounds(2560, 2561))))
                .list(CodeList.of("districts", List.of(Code.of("1001", LABEL).withParent("1 0")))
                        .withParent("provinces"))
                .build()
                .value();
        XForm xForm = XForm.of(form);
        assertThat(ids(xForm))
                .containsExactlyInAnyOrder(
                        XFormFinding.CODE_WITH_BLANK.id(),
                        XFormFinding.CODE_ROUNDS.id(),
                        XFormFinding.DECIMAL_AS_TEXT.id(),
                        XFormFinding.PLACE_AS_TEXT.id());
        assertThat(xForm.xml())
                .contains("instance('districts')/root/item[parent = /data/all/province]")
                .contains("<upload ref=\"/data/all/photo\"")
                .contains("<line>1.5</line>")
                .contains("type=\"geopoint\"");
        assertThat(new JavaRosaClient(form, xForm.xml()).definition().getParseErrors())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // class | calculation | a, or blank | what is here | what is in JavaRosa
                "a comparison with a blank is false | if(${a} > 0, 1, 2) | blank | none | 2",
                "a blank differs from every number | if(${a} != 1, 1, 2) | blank | none | 1",
                "and so does its opposite | if(not(${a} = 1), 1, 2) | blank | none | 1",
                "min leaves a blank out | min(${a}, 7) | blank | none | 7",
                "a quotient by zero is no value | if(5 div ${a} > 1, 1, 2) | 0 | none | 2",
                "whole numbers have 32 bits | ${a} * 1000000 | 5000 | 5000000000 | 2147483647",
                "a sum with a blank is none in both | ${a} + 1 | blank | none | none",
            })
    void deviationsAreTheseAndNoOthers(String why, String calculation, String answer, String here, String there)
            throws Exception {
        Questionnaire form = form(
                        question("a", QuestionType.INTEGER).build(),
                        question("b", QuestionType.CALCULATE)
                                .result(QuestionType.INTEGER)
                                .calculation(calculation)
                                .build())
                .build()
                .value();
        Value value = answer.equals("blank") ? Value.of(Missing.NOT_ANSWERED) : Value.of(Long.parseLong(answer));
        Frame frame = Frame.of(form.scope());
        frame.set("a", 0, value);
        Formula formula = form.item("b").orElseThrow().calculation().orElseThrow();
        formula.store(frame, 0);
        JavaRosaClient client = new JavaRosaClient(form, XForm.of(form).xml());
        client.put("a", 0, value);
        client.refresh();
        assertThat(shown(frame.get("b", 0))).as(why).isEqualTo(here);
        assertThat(shown(client.get("b", 0))).as(why).isEqualTo(there);
    }

    private static String shown(Value value) {
        return value instanceof Value.Amount amount ? amount.value().toPlainString() : "none";
    }
}
