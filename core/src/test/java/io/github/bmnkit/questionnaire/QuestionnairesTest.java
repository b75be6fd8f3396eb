package io.github.bmnkit.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.bmnkit.expression.ExpressionFinding;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Symbol;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.testing.FindingCatalogue;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class QuestionnairesTest {
    private static final Questionnaire FORM = Questionnaires.bmn2560();
    private static final String JSON = Forms.resource("bmn-2560.json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Forms.resource("questionnaire.schema.json"));

    @Test
    void theReferenceFormHasNoFindings() {
        Reading<Questionnaire> reading = Forms.read(JSON);
        assertThat(reading.findings()).isEmpty();
        assertThat(FORM.status()).isEqualTo(DefinitionStatus.REFERENCE);
        assertThat(FORM.holdsFor(2559)).isFalse();
        assertThat(FORM.holdsFor(2560)).isTrue();
        assertThat(FORM.holdsFor(2564)).isTrue();
        assertThat(FORM.holdsFor(2569)).isFalse();
        assertThat(FORM).hasToString("Questionnaire[bmn-2560 1, sections=13, questions=384 (27 of members), lists=45]");
    }

    @Test
    void theReferenceFormHoldsWhatTheDocumentationCounts() {
        assertThat(in("metadata")).hasSize(3);
        assertThat(FORM.parameters())
                .extracting(Parameter::name)
                .containsExactly("round_start", "round_end", "income_line");
        assertThat(in("household").size() + in("consent").size()).isEqualTo(28);
        assertThat(in("members")).hasSize(18).allMatch(question -> question.level() == Level.MEMBER);
        assertThat(in("roles"))
                .hasSize(5 + 4)
                .allMatch(question -> question.level() == Level.MEMBER && question.type() == QuestionType.CALCULATE);
        assertThat(in("counts"))
                .filteredOn(question -> question.name().startsWith("n_"))
                .hasSize(48);
        long householdCalculations = FORM.questions().stream()
                .filter(question -> question.level() == Level.HOUSEHOLD && question.type() == QuestionType.CALCULATE)
                .filter(question -> !question.name().matches("(n|q[0-9]+)_.*|q31"))
                .count();
        assertThat(householdCalculations).isEqualTo(21);
        Predicate<Question> item = question -> question.name().matches("q[0-9]+(_.*)?|happiness");
        List<Question> items = FORM.questions().stream().filter(item).toList();
        assertThat(in("annex")).hasSize(15).allMatch(item);
        assertThat(items).hasSize(242 + 15);
        assertThat(items)
                .filteredOn(question -> question.type() == QuestionType.CALCULATE)
                .hasSize(32);
        assertThat(FORM.lists()).filteredOn(CodeList::open).hasSize(9);
        assertThat(FORM.lists()).filteredOn(list -> !list.open()).hasSize(31 + 4 + 1);
        assertThat(FORM.list("province").orElseThrow().codes()).hasSize(77);
        assertThat(FORM.questions()).hasSize(3 + 28 + 18 + 5 + 4 + 48 + 21 + 242 + 15);
    }

    @Test
    void personalDataAreMarked() {
        assertThat(FORM.questions())
                .filteredOn(Question::personal)
                .extracting(Question::name)
                .containsExactly(
                        "hid",
                        "hnum",
                        "soi",
                        "road",
                        "moo",
                        "gps_lat",
                        "gps_lon",
                        "photo_home",
                        "first_name",
                        "last_name",
                        "id_card",
                        "birth_date",
                        "head_id_card",
                        "sign_informant",
                        "sign_collector",
                        "sign_checker");
    }

    private static List<Question> in(String section) {
        return FORM.sections().stream()
                .filter(each -> each.id().equals(section))
                .findFirst()
                .orElseThrow()
                .questions();
    }

    @Test
    void countsKeepBoundsAndTheAnnexIsForOneRound() {
        assertThat(FORM.scope().symbols())
                .filteredOn(Symbol::bounded)
                .extracting(Symbol::name)
                .contains("n_members", "n_farm", "q22_members", "n16_attend")
                .doesNotContain("income_sum", "q22_1_6");
        Frame frame = Frame.of(FORM.scope());
        frame.reset(false, 1, LocalDate.of(2020, 12, 1));
        frame.set("round_year", 0, Value.of(2563));
        frame.set("q32_1", 0, Value.code("1"));
        assertThat(FORM.item("q32_1_n").orElseThrow().relevance().orElseThrow().test(frame, 0))
                .isEqualTo(Truth.TRUE);
        frame.set("round_year", 0, Value.of(2562));
        assertThat(FORM.item("q32_1_n").orElseThrow().relevance().orElseThrow().test(frame, 0))
                .isEqualTo(Truth.FALSE);
        assertThat(FORM.item("q4_1").orElseThrow().relevance()).isEmpty();
    }

    /** Two adults and a child: the roles come from codes of a list that was made up for this test. */
    @Test
    void theHostSuppliesItsCodesAndTheirRoles() {
        Text label = Text.of("ทดสอบ", "made up");
        Questionnaire form = FORM.withCodes(
                        "relation",
                        List.of(
                                Code.of("S", label).withAttribute("rel_role", "SPOUSE"),
                                Code.of("C", label).withAttribute("rel_role", "CHILD")))
                .value();
        Frame frame = Frame.of(form.scope());
        frame.reset(false, 3, LocalDate.of(2020, 12, 1));
        frame.set("survey_date", 0, Value.of(LocalDate.of(2020, 12, 1)));
        List<String> born = List.of("1980-01-01", "1985-12-02", "2015-06-30");
        for (int row = 0; row < 3; row++) {
            frame.set("birth_date", row, Value.of(LocalDate.parse(born.get(row))));
        }
        frame.set("sex", 0, Value.code("2"));
        frame.set("relation", 1, Value.code("S"));
        frame.set("relation", 2, Value.code("C"));
        for (Question question : form.questions()) {
            form.item(question.name()).orElseThrow().calculation().ifPresent(formula -> {
                for (int row = 0; row < (question.level() == Level.MEMBER ? 3 : 1); row++) {
                    formula.store(frame, row);
                }
            });
        }
        assertThat(frame.get("n_members", 0)).isEqualTo(Value.of(3));
        assertThat(frame.get("n_heads", 0)).isEqualTo(Value.of(1));
        assertThat(frame.get("n_spouses", 0)).isEqualTo(Value.of(1));
        assertThat(frame.get("n_age_0_12", 0)).isEqualTo(Value.of(1));
        assertThat(frame.get("head_age", 0)).isEqualTo(Value.of(40));
        assertThat(frame.get("head_sex", 0)).isEqualTo(Value.code("2"));
        assertThat(frame.get("spouse_age", 0)).isEqualTo(Value.of(34));
        assertThat(frame.get("q3_1", 0)).isEqualTo(Value.code("1"));

        Reading<Questionnaire> wrong =
                FORM.withCodes("relation", List.of(Code.of("S", label).withAttribute("rel_role", "WIFE")));
        assertThat(wrong.optional()).isEmpty();
        assertThat(wrong.findings()).extracting(Finding::code).containsExactly(QuestionnaireFinding.CODE_OUTSIDE_LIST);
        // A relevance reads 6: a list without it does not fit.
        Reading<Questionnaire> fewer = FORM.withCodes("welfare_use", List.of(Code.of("1", label), Code.of("7", label)));
        assertThat(fewer.findings()).extracting(Finding::code).containsExactly(ExpressionFinding.CODE_OUTSIDE_LIST);
    }

    @Test
    void parametersAreSetByTheHost() {
        Questionnaire form = FORM.withParameter("round_start", Value.of(LocalDate.of(2020, 1, 1)))
                .value();
        assertThat(form.parameters().get(0).value()).isEqualTo(Value.of(LocalDate.of(2020, 1, 1)));
        assertThat(FORM.withParameter("round_start", Value.of(1)).findings())
                .extracting(Finding::code)
                .containsExactly(QuestionnaireFinding.PARAMETER);
        assertThat(form.withParameter("round_start", null).value()).isEqualTo(FORM);
    }

    @Test
    void shippedAndDocumentedDefinitionsConformToThePublishedSchema() {
        for (String json : List.of(JSON, FORM.toJson(), Forms.documented("json"))) {
            assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
        }
        assertThat(SCHEMA.validate(JSON.replace("\"type\": \"DATE\"", "\"type\": \"DAY\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(SCHEMA.validate(JSON.replace("\"list\": \"house_no\", ", ""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void theCodesOfFindingsHaveTextsInBothLanguages() {
        FindingCatalogue.check(QuestionnaireFinding.class);
    }
}
