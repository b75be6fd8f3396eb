package io.github.bmnkit.xform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Scope;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.QuestionnaireFinding;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.questionnaire.RandomForms;
import io.github.bmnkit.testing.Cases;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class XlsFormProperties {
    static Reading<Questionnaire> read(XlsForm tables) {
        return XlsForm.read(in(tables.survey()), in(tables.choices()), in(tables.settings()));
    }

    static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static void returns(Questionnaire form) {
        XlsForm tables = XlsForm.of(form);
        Reading<Questionnaire> reading = read(tables);
        assertThat(reading.findings()).as(tables.survey()).isEmpty();
        assertThat(reading.value().toJson()).isEqualTo(form.toJson());
        assertThat(reading.value()).isEqualTo(form);
        assertThat(XlsForm.of(reading.value())).isEqualTo(tables);
    }

    @Example
    void theReferenceFormComesBackAsItWas() {
        returns(Questionnaires.bmn2560());
    }

    @Property(tries = 100)
    void formsComeBackAsTheyWere(@ForAll @IntRange(min = 0, max = 40) int size, @ForAll Random random) {
        returns(RandomForms.form(size, random));
    }

    @Property(tries = 300)
    void formsWithMembersComeBackAsTheyWere(@ForAll Random random) {
        Questionnaire form = FullForms.form(random);
        XlsForm tables = XlsForm.of(form);
        for (XlsFormFinding code : List.of(
                XlsFormFinding.MOVED,
                XlsFormFinding.RENAMED,
                XlsFormFinding.NOT_EXPRESSIBLE,
                XlsFormFinding.NO_CODES,
                XlsFormFinding.DIFFERS)) {
            Cases.met(code.id(), tables.findings().stream().anyMatch(finding -> finding.code() == code));
        }
        Cases.met("own text beside that of others", tables.survey().contains("bmn_calculation"));
        returns(form);
        assertThat(tables.findings()).allSatisfy(finding -> {
            assertThat(finding.place().line()).isPresent();
            assertThat(finding.message(Locale.ROOT)).doesNotContainPattern("(?<!\\$)\\{");
        });
    }

    /** Without the columns of ours the form would not come back: they are not there for nothing. */
    @Property(tries = 100)
    void withoutOurColumnsTheFormIsAnother(@ForAll Random random) {
        Questionnaire form = FullForms.form(random);
        XlsForm tables = XlsForm.of(form);
        String bare = tables.survey().replace("bmn_", "x_");
        Reading<Questionnaire> reading = XlsForm.read(in(bare), in(tables.choices()), in(tables.settings()));
        assertThat(reading.optional().filter(form::equals)).isEmpty();
    }

    @Property(tries = 1_000)
    void oneChangedByteIsNeverAnException(@ForAll @IntRange(min = 0, max = 1_000_000) int where, @ForAll byte by) {
        XlsForm tables = XlsForm.of(FullForms.form(new Random(where)));
        byte[] changed = tables.survey().getBytes(UTF_8);
        changed[where % changed.length] = by;
        Reading<Questionnaire> reading =
                XlsForm.read(new ByteArrayInputStream(changed), in(tables.choices()), in(tables.settings()));
        assertThat(reading.optional().isPresent()).isEqualTo(!reading.hasErrors());
        Cases.met("still a form", reading.optional().isPresent());
        Cases.met("no form", reading.optional().isEmpty());
        reading.optional().ifPresent(XlsForm::of);
    }

    /** A calculation had the name of the repeat, and its type could be told: a scope refused the name. */
    @Example
    void aCalculationNamedAsTheRepeatIsFound() {
        String survey = "type,name,label,calculation\nselect_one a,q,x,\nbegin repeat,r,x,\ntext,t,x,\nend repeat,,,\n"
                + "calculate,r,x,${q}\n";
        Reading<Questionnaire> reading =
                XlsForm.read(in(survey), in("list_name,name,label\na,1,one\n"), in(""), 2560, 2570);
        assertThat(reading.optional()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::code).contains(QuestionnaireFinding.DUPLICATE);
    }

    @Property(tries = 1_000)
    void anyCellsAreNeverAnException(@ForAll Random random) {
        List<String> types = List.of(
                "begin group",
                "end group",
                "begin repeat",
                "end repeat",
                "text",
                "calculate",
                "select_one a",
                "select_one",
                "integer",
                "range",
                "start",
                "",
                "nonsense");
        List<String> cells = List.of(
                "",
                "",
                "",
                "yes",
                "${a}",
                "a",
                "b",
                "../a > 1",
                "${r}[b = 1]/b",
                "current()/../b",
                "count(${r}) > 1",
                "once(1)",
                "'",
                "((",
                "${",
                "[",
                "position() = 1",
                "${r}[position() = 1]/b",
                "./a");
        StringBuilder survey =
                new StringBuilder("type,name,label,relevant,calculation,constraint,required,choice_filter\n");
        int rows = random.nextInt(12);
        for (int i = 0; i < rows; i++) {
            survey.append(types.get(random.nextInt(types.size()))).append(',');
            survey.append(List.of("a", "b", "r", "", "c" + i).get(random.nextInt(5)))
                    .append(",x");
            for (int j = 0; j < 5; j++) {
                survey.append(',').append(cells.get(random.nextInt(cells.size())));
            }
            survey.append('\n');
        }
        Reading<Questionnaire> reading =
                XlsForm.read(in(survey.toString()), in("list_name,name,label\na,1,one\n"), in(""), 2560, 2570);
        assertThat(reading.optional().isPresent()).isEqualTo(!reading.hasErrors());
        assertThat(reading.findings()).extracting(Finding::toString).doesNotContainNull();
        reading.optional()
                .ifPresent(form -> assertThat(read(XlsForm.of(form)).value()).isEqualTo(form));
    }

    /** What is written out for other tools, calculated here by hand. */
    @Property(tries = 1_000)
    void agesThatAreWrittenOutAreTheSameAges(@ForAll Random random) {
        LocalDate birth = LocalDate.of(1999, 1, 1).plusDays(random.nextInt(2_000));
        LocalDate at = birth.plusDays(random.nextInt(2_000));
        long years = (number(at) - number(birth)) / 10_000;
        long months = (at.getYear() - birth.getYear()) * 12L
                + at.getMonthValue()
                - birth.getMonthValue()
                - (at.getDayOfMonth() < birth.getDayOfMonth() ? 1 : 0);
        Cases.met("late in the month", birth.getDayOfMonth() > 27);
        String dates = "date('" + birth + "'), date('" + at + "')";
        Scope scope = Scope.of("member", List.of());
        Frame frame = Frame.of(scope);
        assertThat(Formula.value("age-years(" + dates + ")", scope, Level.HOUSEHOLD)
                        .value()
                        .value(frame, 0))
                .isEqualTo(Value.of(years));
        assertThat(Formula.value("age-months(" + dates + ")", scope, Level.HOUSEHOLD)
                        .value()
                        .value(frame, 0))
                .isEqualTo(Value.of(months));
    }

    private static long number(LocalDate date) {
        return date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth();
    }
}
