package io.github.bmnkit.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Migration.Outcome;
import io.github.bmnkit.questionnaire.Migration.Outcome.Carried;
import io.github.bmnkit.questionnaire.Migration.Step;
import io.github.bmnkit.testing.Cases;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MigrationProperties {
    private static final Text LABEL = Text.of("ทดสอบ", "test");

    /** A form of up to four questions out of a few names, so that two of them differ in a few things. */
    private static Questionnaire form(Random random) {
        List<Question> questions = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            if (random.nextInt(6) > 0) {
                questions.add(question(name, random));
            }
        }
        List<Code> codes = new ArrayList<>(List.of(Code.of("1", LABEL), Code.of("2", LABEL)));
        if (random.nextInt(4) == 0) {
            codes.remove(1);
        }
        return Questionnaire.builder("f", LABEL, 2560, 2570)
                .roster(new Roster("member", LABEL, 0, 9))
                .list(CodeList.of("list", codes))
                .list(new CodeList("open", LABEL, random.nextInt(3) > 0, null, List.of(), codes))
                .section(Section.of("s", LABEL, questions))
                .build()
                .value();
    }

    private static Question question(String name, Random random) {
        // Each name has its usual type, and now and then another.
        int usual = name.charAt(0) - 'a';
        Question.Builder question = switch (random.nextInt(8) > 0 ? usual : random.nextInt(6)) {
            case 0 ->
                Question.builder(name, QuestionType.SELECT_ONE, LABEL).list(random.nextInt(3) > 0 ? "list" : "open");
            case 1 ->
                Question.builder(name, QuestionType.DECIMAL, LABEL)
                        .digits(1 + random.nextInt(2))
                        .unit(random.nextInt(4) > 0 ? "kg" : "g");
            case 2 ->
                Question.builder(name, QuestionType.SELECT_MULTIPLE, LABEL).list("list");
            case 3 -> Question.builder(name, QuestionType.INTEGER, LABEL);
            case 4 -> Question.builder(name, QuestionType.DATE, LABEL);
            default ->
                Question.builder(name, QuestionType.CALCULATE, LABEL)
                        .result(QuestionType.INTEGER)
                        .calculation("1");
        };
        return (random.nextInt(10) > 0 ? question : question.ofEachMember()).build();
    }

    /** A value that an older question takes. */
    private static Value value(Question question, Random random) {
        return switch (question.type()) {
            case INTEGER -> Value.of(random.nextInt(1000));
            case DECIMAL -> Value.of(BigDecimal.valueOf(random.nextInt(1000), question.digits()));
            case SELECT_ONE -> Value.code(random.nextBoolean() ? "1" : "2");
            case SELECT_MULTIPLE -> Value.codes(random.nextBoolean() ? List.of("1", "2") : List.of("2"));
            case DATE -> Value.of(LocalDate.of(2020, 1, 1 + random.nextInt(28)));
            default -> Value.of(1);
        };
    }

    private static Migration random(Questionnaire older, Questionnaire newer, Random random) {
        Migration.Builder migration = Migration.between(older, newer);
        for (Question question : older.questions()) {
            if (!question.type().isAsked() || random.nextInt(3) == 0) {
                continue;
            }
            Step step = random.nextInt(4) > 0
                    ? Step.keep(question.name())
                    : Step.rename(question.name(), List.of("a", "b", "c", "d").get(random.nextInt(4)));
            if (random.nextInt(4) == 0) {
                step = Step.drop(question.name());
            } else if (AnswerFit.isNumber(question.type())) {
                step = step.times(1 + random.nextInt(3), 1 + random.nextInt(3));
                step = random.nextBoolean() ? step.rounded(RoundingMode.HALF_EVEN) : step;
            } else if (question.type().isChoice()) {
                step = random.nextBoolean() ? step.withCode("2", "1") : step.withoutCode("2");
            }
            migration.step(step);
        }
        return migration.build();
    }

    /** The wrong implementation: to look at names and types only. */
    private static boolean namesAndTypesDiffer(Questionnaire older, Questionnaire newer) {
        return older.questions().stream()
                .filter(question -> question.type().isAsked())
                .anyMatch(question -> newer.question(question.name())
                        .filter(now -> now.type() == question.type())
                        .isEmpty());
    }

    @Property(tries = 1_000)
    void noMigrationIsNeededExactlyWhereTheDifferenceBreaksNothing(
            @ForAll Random random, @ForAll @IntRange(max = 3) int same) {
        Questionnaire older = form(random);
        Questionnaire newer = same == 0 ? older : form(random);
        FormDiff diff = FormDiff.between(older, newer);
        List<Finding> findings = Migration.between(older, newer).build().check(older, newer);
        Cases.met("breaks", diff.breaksAnswers());
        Cases.met("breaks nothing", !diff.breaksAnswers());
        Cases.met("names and types say otherwise", diff.breaksAnswers() != namesAndTypesDiffer(older, newer));
        assertThat(findings.isEmpty()).as(diff.toString()).isEqualTo(!diff.breaksAnswers());
        assertThat(findings).allMatch(finding -> finding.code() == MigrationFinding.UNCOVERED);
        assertThat(diff.changes().isEmpty()).isEqualTo(older.equals(newer));
    }

    @Property(tries = 1_000)
    void whatIsCarriedOverIsAnAnswerOfTheNewerForm(@ForAll Random random) {
        Questionnaire older = form(random);
        Questionnaire newer = form(random);
        Migration migration = random(older, newer, random);
        Reading<Migration.Plan> plan = migration.plan(older, newer);
        Cases.met("a plan", plan.optional().isPresent());
        Cases.met("no plan", plan.optional().isEmpty());
        plan.findings()
                .forEach(finding -> assertThat(finding.message(Locale.ROOT)).doesNotContain("{"));
        if (plan.optional().isEmpty()) {
            return;
        }
        for (Question question : older.questions()) {
            Value value = value(question, random);
            Outcome outcome = plan.value().apply(question.name(), value);
            assertThat(plan.value().apply(question.name(), value)).isEqualTo(outcome);
            if (outcome instanceof Carried carried) {
                Question target = newer.question(carried.question()).orElseThrow();
                assertThat(target.level()).isEqualTo(question.level());
                isAnswer(carried.value(), target, AnswerFit.list(newer, target));
            }
        }
    }

    private static void isAnswer(Value value, Question question, CodeList list) {
        switch (question.type()) {
            case INTEGER, DECIMAL ->
                assertThat(((Value.Amount) value).value().scale()).isEqualTo(question.digits());
            case SELECT_ONE ->
                assertThat(list.open()
                                || list.code(((Value.Code) value).value()).isPresent())
                        .isTrue();
            case SELECT_MULTIPLE ->
                assertThat(((Value.Codes) value).value())
                        .isNotEmpty()
                        .doesNotHaveDuplicates()
                        .allMatch(code -> list.code(code).isPresent());
            case DATE -> assertThat(value).isInstanceOf(Value.Day.class);
            default -> throw new AssertionError("not answered: " + question);
        }
    }

    @Property(tries = 300)
    void betweenEqualFormsEachAnswerStays(@ForAll Random random) {
        Questionnaire form = form(random);
        Migration.Plan plan =
                Migration.between(form, form).build().plan(form, form).value();
        for (Question question : form.questions()) {
            Value value = value(question, random);
            boolean known = question.list() == null
                    || form.list(question.list()).orElseThrow().open()
                    || form.list(question.list()).orElseThrow().code("2").isPresent();
            Cases.met("stored", question.type().isAsked() && known);
            if (question.type().isAsked() && known) {
                assertThat(plan.apply(question.name(), value)).isEqualTo(new Carried(question.name(), value));
            }
        }
    }

    @Property(tries = 1_000)
    void readingWhatWasWrittenGivesTheSameAndAChangedByteNoException(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = 100_000) int where, @ForAll byte by) {
        Migration migration = random(form(random), form(random), random);
        byte[] json = migration.toJson().getBytes(UTF_8);
        assertThat(Migration.read(new ByteArrayInputStream(json)).value()).isEqualTo(migration);
        byte[] changed = Arrays.copyOf(json, json.length);
        changed[where % json.length] = by;
        Reading<Migration> reading = Migration.read(new ByteArrayInputStream(changed));
        assertThat(reading.optional().isPresent()).isEqualTo(!reading.hasErrors());
    }
}
