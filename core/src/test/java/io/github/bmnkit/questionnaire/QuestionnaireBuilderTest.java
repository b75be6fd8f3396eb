package io.github.bmnkit.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.expression.ExpressionFinding;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QuestionnaireBuilderTest {
    private static final Text LABEL = Text.of("ทดสอบ", "test");

    private static Questionnaire documented() {
        Questionnaire form = Questionnaire.builder(
                        "water-2570", Text.of("แบบถามเรื่องน้ำดื่ม", "Drinking water"), 2570, 2571)
                .list(CodeList.of(
                        "yes_no", List.of(Code.of("1", Text.of("ใช่", "Yes")), Code.of("0", Text.of("ไม่ใช่", "No")))))
                .section(Section.of(
                        "water",
                        Text.of("น้ำดื่ม", "Water"),
                        List.of(
                                Question.builder(
                                                "enough",
                                                QuestionType.SELECT_ONE,
                                                Text.of("น้ำดื่มพอตลอดปี", "Enough water all year"))
                                        .list("yes_no")
                                        .required()
                                        .build(),
                                Question.builder(
                                                "months",
                                                QuestionType.INTEGER,
                                                Text.of("ขาดกี่เดือน", "Months without"))
                                        .relevance("${enough} = 0")
                                        .constraint(". >= 1 and . <= 12", Text.of("1 ถึง 12 เดือน", "1 to 12 months"))
                                        .build())))
                .build()
                .value();
        return form;
    }

    @Test
    void theDocumentedCodeIsThisCode() throws IOException {
        String code = Files.readString(
                Path.of("src/test/java/io/github/bmnkit/questionnaire/QuestionnaireBuilderTest.java"), UTF_8);
        assertThat(code.replaceAll("\\s+", ""))
                .contains(Forms.documented("java").replaceAll("\\s+", ""));
        assertThat(documented().questions()).hasSize(2);
        assertThat(documented().status()).isEqualTo(DefinitionStatus.DRAFT);
        assertThat(documented().item("enough").orElseThrow().required()).isPresent();
        assertThat(documented().item("months").orElseThrow().required()).isEmpty();
    }

    @Test
    void theDocumentedDefinitionLoads() {
        Reading<Questionnaire> reading = Forms.read(Forms.documented("json"));
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.value().questions())
                .extracting(Question::name)
                .containsExactly("age", "n_children", "enough", "months", "school");
        assertThat(Forms.read(reading.value().toJson()).value()).isEqualTo(reading.value());
    }

    @Test
    void everythingThatCanBeSaidIsKept() {
        Questionnaire form = Questionnaire.builder("all", LABEL, 2560, 2570)
                .version("1.2")
                .status(DefinitionStatus.OFFICIAL)
                .source(new Source("s", LABEL, LocalDate.of(2020, 1, 31), LABEL))
                .roster(new Roster("person", LABEL, 0, 12))
                .parameter(new Parameter("line", LABEL, QuestionType.INTEGER, 0, "baht", Value.of(38_000)))
                .parameter(new Parameter("rate", LABEL, QuestionType.DECIMAL, 2, null, null))
                .list(CodeList.of("region", List.of(Code.of("1", LABEL), Code.of("2", LABEL))))
                .list(CodeList.open("place", LABEL)
                        .withParent("region")
                        .withAttribute(new CodeList.Attribute("kind", LABEL, "region"))
                        .withAttribute(new CodeList.Attribute("size", LABEL, null))
                        .withCodes(List.of(Code.of("11", LABEL)
                                .withParent("1")
                                .withRounds(2561, 2563)
                                .withAttribute("kind", "2")
                                .withAttribute("size", "-7"))))
                .section(new Section(
                        "one",
                        LABEL,
                        List.of("s"),
                        "${line} > 0",
                        List.of(
                                Question.builder("r", QuestionType.SELECT_ONE, LABEL)
                                        .list("region")
                                        .refusable()
                                        .build(),
                                Question.builder("p", QuestionType.SELECT_ONE, LABEL)
                                        .list("place")
                                        .within("r")
                                        .requiredIf("${r} = 1")
                                        .hint(LABEL)
                                        .period(LABEL)
                                        .build(),
                                Question.builder("many", QuestionType.SELECT_MULTIPLE, LABEL)
                                        .list("region")
                                        .build(),
                                Question.builder("d", QuestionType.DECIMAL, LABEL)
                                        .digits(3)
                                        .unit("baht")
                                        .build(),
                                Question.builder("t", QuestionType.TEXT, LABEL)
                                        .ofEachMember()
                                        .personal()
                                        .number("1.1 \"x\"")
                                        .relevance("${r} != \"1\"")
                                        .build(),
                                Question.builder("where", QuestionType.GEOPOINT, LABEL)
                                        .build(),
                                Question.builder("photo", QuestionType.ATTACHMENT, LABEL)
                                        .relevance("${where} != ''")
                                        .build(),
                                Question.builder("note", QuestionType.NOTE, LABEL)
                                        .relevance("${d} > 0.5")
                                        .build(),
                                Question.builder("size", QuestionType.CALCULATE, LABEL)
                                        .result(QuestionType.INTEGER)
                                        .calculation("attribute(${p}, 'size')")
                                        .build())))
                .build()
                .value();
        assertThat(Forms.read(form.toJson()).value()).isEqualTo(form).hasSameHashCodeAs(form);
        assertThat(form.question("t").orElseThrow().number()).isEqualTo("1.1 \"x\"");
        assertThat(form.list("place").orElseThrow().code("11").orElseThrow().isUsedIn(2564))
                .isFalse();
        assertThat(form.roster().orElseThrow().name()).isEqualTo("person");
        assertThat(form.toJson()).isEqualTo(Forms.read(form.toJson()).value().toJson());
    }

    @Test
    void whatIsBuiltIsCheckedAsIfItWereRead() {
        Reading<Questionnaire> reading = Questionnaire.builder("wrong", LABEL, 2560, 2559)
                .parameter(new Parameter("p", LABEL, QuestionType.NOTE, 0, null, null))
                .section(Section.of(
                        "s",
                        LABEL,
                        List.of(Question.builder("q", QuestionType.INTEGER, LABEL)
                                .relevance("${nobody} = ${p}")
                                .build())))
                .build();
        assertThat(reading.optional()).isEmpty();
        assertThat(reading.findings())
                .extracting(Finding::code)
                .containsExactly(
                        QuestionnaireFinding.ROUNDS, QuestionnaireFinding.PARAMETER, ExpressionFinding.UNKNOWN_NAME);
        assertThat(reading.findings().get(2).place().pointer()).hasValue("/sections/0/questions/0/relevance");
    }

    @Test
    void whatIsMadeOfAFormIsMadeOnce() {
        Questionnaire form = documented();
        AtomicInteger made = form.derived(
                AtomicInteger.class, same -> new AtomicInteger(same.items().size()));
        assertThat(made).hasValue(2);
        assertThat(form.derived(AtomicInteger.class, same -> new AtomicInteger()))
                .isSameAs(made);
        assertThat(documented().derived(AtomicInteger.class, same -> new AtomicInteger()))
                .isNotSameAs(made);
    }

    @Test
    void whatAFormDoesNotHaveIsAMistakeOfTheCaller() {
        Questionnaire form = documented();
        assertThat(form.item("nobody")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> form.withCodes("nobody", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> form.withParameter("nobody", null));
    }
}
