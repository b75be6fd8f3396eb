package io.github.bmnkit.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Migration.Outcome.Carried;
import io.github.bmnkit.questionnaire.Migration.Outcome.NotCarried;
import io.github.bmnkit.questionnaire.Migration.Reason;
import io.github.bmnkit.questionnaire.Migration.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationTest {
    private static final Text LABEL = Text.of("ทดสอบ", "test");
    private static final String JSON = documented("json");

    /** The code block of a language in the section about migrations. */
    private static String documented(String language) {
        try {
            String docs = Files.readString(Path.of("../docs/questionnaire.md"), UTF_8);
            String section = docs.substring(docs.indexOf("## Carrying answers over"));
            String fence = "```" + language + "\n";
            int start = section.indexOf(fence) + fence.length();
            return section.substring(start, section.indexOf("```", start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading<Migration> read(String json) {
        return Migration.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    private static Questionnaire form(String version, CodeList list, Question... questions) {
        return Questionnaire.builder("water-2570", LABEL, 2570, 2571)
                .version(version)
                .roster(new Roster("member", LABEL, 0, 9))
                .list(list)
                .section(Section.of("water", LABEL, List.of(questions)))
                .build()
                .value();
    }

    private static CodeList codes(String... codes) {
        return CodeList.of(
                "yes_no",
                List.of(codes).stream().map(code -> Code.of(code, LABEL)).toList());
    }

    private static Question select(String name) {
        return Question.builder(name, QuestionType.SELECT_ONE, LABEL)
                .list("yes_no")
                .build();
    }

    private static Question number(String name, QuestionType type, int digits, String unit) {
        return Question.builder(name, type, LABEL).digits(digits).unit(unit).build();
    }

    private static Questionnaire older() {
        return form(
                "1",
                codes("1", "0"),
                select("enough"),
                number("months", QuestionType.INTEGER, 0, "months"),
                select("school"));
    }

    private static Questionnaire newer() {
        return form("2", codes("1", "2"), select("water_enough"), number("weeks", QuestionType.INTEGER, 0, "weeks"));
    }

    @Test
    void theDocumentedMigrationIsThisOne() throws IOException {
        Questionnaire older = older();
        Questionnaire newer = newer();
        Migration migration = Migration.between(older, newer)
                .step(Migration.Step.rename("enough", "water_enough").withCode("0", "2"))
                .step(Migration.Step.rename("months", "weeks").times(13, 3).rounded(RoundingMode.HALF_UP))
                .step(Migration.Step.drop("school"))
                .build();
        Migration.Plan plan = migration.plan(older, newer).value();
        Migration.Outcome weeks = plan.apply("months", Value.of(5));

        assertThat(weeks).isEqualTo(new Carried("weeks", Value.of(22)));
        assertThat(plan.apply("enough", Value.code("0"))).isEqualTo(new Carried("water_enough", Value.code("2")));
        assertThat(plan.apply("school", Value.code("0"))).isEqualTo(new NotCarried(Reason.DROPPED));
        String code =
                Files.readString(Path.of("src/test/java/io/github/bmnkit/questionnaire/MigrationTest.java"), UTF_8);
        assertThat(code.replaceAll("\\s+", "")).contains(documented("java").replaceAll("\\s+", ""));
        Reading<Migration> reading = read(JSON);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.value()).isEqualTo(migration).hasSameHashCodeAs(migration);
        assertThat(read(migration.toJson()).value()).isEqualTo(migration);
        assertThat(migration).hasToString("Migration[water-2570 1 -> water-2570 2, steps=3]");
        assertThatIllegalArgumentException().isThrownBy(() -> plan.apply("nobody", Value.of(1)));
    }

    @Test
    void theDocumentedMigrationConformsToThePublishedSchema() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Forms.resource("migration.schema.json"));
        assertThat(schema.validate(JSON, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(read(JSON).value().toJson(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(JSON.replace("13/3", "0.5"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(JSON.replace("\"drop\"", "\"dorp\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void everythingThatIsLeftOpenIsFound() {
        Migration nothing = Migration.between(older(), newer()).build();
        assertThat(nothing.check(older(), newer()))
                .extracting(
                        finding -> finding.code() + " " + finding.arguments().get("name"))
                .containsExactly("UNCOVERED enough", "UNCOVERED months", "UNCOVERED school");
        Questionnaire changed = form(
                "2",
                codes("1"),
                select("enough"),
                number("months", QuestionType.INTEGER, 0, "weeks"),
                Question.builder("school", QuestionType.TEXT, LABEL).build());
        assertThat(Migration.between(older(), changed).build().check(older(), changed))
                .extracting(Finding::toString)
                .containsExactly(
                        "ERROR migration.uncovered: nothing says what becomes of stored answers: code removed, enough 0",
                        "ERROR migration.uncovered: nothing says what becomes of stored answers: unit, months ",
                        "ERROR migration.uncovered: nothing says what becomes of stored answers: type, school ");
    }

    @Test
    void everythingThatIsWrongIsFoundWithItsPlace() {
        String json = JSON.replace("\"version\": \"2\"", "\"version\": \"3\"")
                .replace("\"codes\": {\"0\": \"2\"}", "\"codes\": {\"7\": \"8\"}, \"factor\": \"2\"")
                .replace("\"school\", \"drop\": true", "\"school\", \"drop\": true, \"rounding\": \"UP\"")
                .replace(
                        "  ]\n}",
                        ", {\"question\": \"school\", \"drop\": true}, {\"question\": \"nobody\", \"drop\": true}\n]}");
        Migration migration = read(json).value();
        List<Finding> findings = migration.check(older(), newer());
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(
                        MigrationFinding.WRONG_FORM,
                        MigrationFinding.QUESTION_TWICE,
                        MigrationFinding.UNKNOWN_QUESTION,
                        MigrationFinding.UNCOVERED,
                        MigrationFinding.FIELD_NOT_ALLOWED,
                        MigrationFinding.UNKNOWN_CODE,
                        MigrationFinding.UNKNOWN_CODE,
                        MigrationFinding.FIELD_NOT_ALLOWED);
        assertThat(findings.get(1).place().pointer()).hasValue("/questions/3");
        assertThat(findings.get(3).place().line()).hasValue(5);
        assertThat(read(JSON.replace("13/3", "-1")).findings())
                .extracting(Finding::code)
                .containsExactly(MigrationFinding.FACTOR);
        assertThat(read(JSON.replace("HALF_UP", "ROUGHLY")).findings())
                .extracting(Finding::code)
                .containsExactly(DocumentFinding.JSON_NOT_ALLOWED);
    }

    @Test
    void twoQuestionsCannotBecomeOneAndAQuestionKeepsItsLevel() {
        Questionnaire older = form("1", codes("1"), select("a"), select("b"));
        Questionnaire newer = form(
                "2",
                codes("1"),
                select("b"),
                Question.builder("c", QuestionType.SELECT_ONE, LABEL)
                        .list("yes_no")
                        .ofEachMember()
                        .build());
        assertThat(Migration.between(older, newer)
                        .step(Step.rename("a", "b"))
                        .build()
                        .check(older, newer))
                .extracting(Finding::code)
                .containsExactly(MigrationFinding.TARGET_TWICE);
        assertThat(Migration.between(older, newer)
                        .step(Step.rename("a", "c"))
                        .build()
                        .check(older, newer))
                .extracting(Finding::code)
                .containsExactly(MigrationFinding.NOT_CONVERTIBLE);
        assertThat(Migration.between(older, newer)
                        .step(Step.rename("a", "d"))
                        .build()
                        .check(older, newer))
                .extracting(Finding::code)
                .containsExactly(MigrationFinding.UNKNOWN_TARGET);
    }

    @Test
    void valuesAreConvertedExactlyOrNotAtAll() {
        Questionnaire older = form(
                "1",
                codes("1", "2", "3"),
                number("year", QuestionType.DECIMAL, 2, "baht/year"),
                number("whole", QuestionType.INTEGER, 0, "kg"),
                select("one"),
                Question.builder("many", QuestionType.SELECT_MULTIPLE, LABEL)
                        .list("yes_no")
                        .build());
        Questionnaire newer = form(
                "2",
                codes("1", "3"),
                number("year", QuestionType.DECIMAL, 2, "baht/month"),
                number("whole", QuestionType.DECIMAL, 1, "kg"),
                Question.builder("one", QuestionType.SELECT_MULTIPLE, LABEL)
                        .list("yes_no")
                        .refusable()
                        .build(),
                Question.builder("many", QuestionType.SELECT_MULTIPLE, LABEL)
                        .list("yes_no")
                        .build());
        Migration.Plan plan = Migration.between(older, newer)
                .step(Step.keep("year").times(1, 12))
                .step(Step.keep("one").withCode("2", "3"))
                .step(Step.keep("many").withoutCode("2"))
                .build()
                .plan(older, newer)
                .value();
        assertThat(plan.apply("year", Value.of(new BigDecimal("12.12"))))
                .isEqualTo(new Carried("year", Value.of(new BigDecimal("1.01"))));
        assertThat(plan.apply("year", Value.of(new BigDecimal("12.13")))).isEqualTo(new NotCarried(Reason.INEXACT));
        assertThat(plan.apply("year", Value.of(new BigDecimal("12E+30"))))
                .isEqualTo(new NotCarried(Reason.OUT_OF_RANGE));
        assertThat(plan.apply("year", Value.of(new BigDecimal("1E+999999999"))))
                .isEqualTo(new NotCarried(Reason.OUT_OF_RANGE));
        assertThat(plan.apply("whole", Value.of(7))).isEqualTo(new Carried("whole", Value.of(new BigDecimal("7.0"))));
        assertThat(plan.apply("whole", Value.text("7"))).isEqualTo(new NotCarried(Reason.WRONG_TYPE));
        assertThat(plan.apply("one", Value.code("2"))).isEqualTo(new Carried("one", Value.codes(List.of("3"))));
        assertThat(plan.apply("one", Value.of(Missing.REFUSED)))
                .isEqualTo(new Carried("one", Value.of(Missing.REFUSED)));
        assertThat(plan.apply("many", Value.of(Missing.REFUSED))).isEqualTo(new NotCarried(Reason.NOT_REFUSABLE));
        assertThat(plan.apply("many", Value.of(Missing.NOT_ANSWERED)))
                .isEqualTo(new Carried("many", Value.of(Missing.NOT_ANSWERED)));
        assertThat(plan.apply("many", Value.codes(List.of("1", "2"))))
                .isEqualTo(new Carried("many", Value.codes(List.of("1"))));
        assertThat(plan.apply("many", Value.codes(List.of("2")))).isEqualTo(new NotCarried(Reason.CODE_DROPPED));
        assertThat(plan.apply("many", Value.codes(List.of()))).isEqualTo(new Carried("many", Value.codes(List.of())));
        assertThat(plan.apply("many", Value.codes(List.of("9")))).isEqualTo(new NotCarried(Reason.UNKNOWN_CODE));
    }
}
