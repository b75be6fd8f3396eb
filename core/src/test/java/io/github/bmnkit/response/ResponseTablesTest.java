package io.github.bmnkit.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.questionnaire.Section;
import io.github.bmnkit.testing.Responses;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponseTablesTest {
    private static final Questionnaire FORM = Questionnaire.builder(
                    "water", Text.of("น้ำดื่ม", "Drinking water"), 2570, 2571)
            .list(CodeList.of(
                    "yes_no", List.of(Code.of("1", Text.of("ใช่", "Yes")), Code.of("0", Text.of("ไม่ใช่", "No")))))
            .list(CodeList.of(
                    "source", List.of(Code.of("1", Text.of("บ่อ", "Well")), Code.of("2", Text.of("ฝน", "Rain")))))
            .section(Section.of(
                    "water",
                    Text.of("น้ำ", "Water"),
                    List.of(
                            Question.builder("owner", QuestionType.TEXT, Text.of("เจ้าของบ้าน", "Owner"))
                                    .personal()
                                    .build(),
                            Question.builder("enough", QuestionType.SELECT_ONE, Text.of("พอหรือไม่", "Enough"))
                                    .list("yes_no")
                                    .build(),
                            Question.builder("sources", QuestionType.SELECT_MULTIPLE, Text.of("แหล่งน้ำ", "Sources"))
                                    .list("source")
                                    .build(),
                            Question.builder("months", QuestionType.INTEGER, Text.of("กี่เดือน", "Months"))
                                    .relevance("${enough} = 0")
                                    .unit("months")
                                    .build(),
                            Question.builder("is_short", QuestionType.CALCULATE, Text.of("ขาดน้ำ", "Short of water"))
                                    .result(QuestionType.INTEGER)
                                    .calculation("if(${enough} = 0, 1, 0)")
                                    .build())))
            .build()
            .value();

    private static ResolvedHousehold household(String enough) {
        ResolvedHousehold household = ResolvedHousehold.of(FORM);
        household.resolve(
                HouseholdResponse.builder(FORM, HouseholdId.of("H-1"), 2570)
                        .answer(AnswerPath.of("owner"), Value.text("สมชาย ใจดี"))
                        .answer(AnswerPath.of("enough"), Value.text(enough))
                        .answer(AnswerPath.of("sources"), Value.codes(List.of("2")))
                        .answer(AnswerPath.of("months"), Value.of(-5))
                        .build(),
                false,
                null);
        return household;
    }

    private static String households(ResponseTables tables, ResolvedHousehold household) throws IOException {
        StringBuilder csv = new StringBuilder();
        tables.households(csv).add(household);
        return csv.toString();
    }

    private static String answers(ResponseTables tables, ResolvedHousehold household) throws IOException {
        StringBuilder csv = new StringBuilder();
        tables.answers(csv).add(household);
        return csv.toString();
    }

    @Test
    void aWideRowHasTheResolvedValuesAndNothingPersonal() throws IOException {
        assertThat(households(ResponseTables.of(FORM), household("0"))).isEqualTo("""
                _household,_round,_state,_members,enough,sources.1,sources.2,months,is_short\r
                H-1,2570,COLLECTED,0,0,0,1,-5,1\r
                """);
        assertThat(households(ResponseTables.of(FORM), household("1"))).endsWith(",1,0,1,.n,0\r\n");
        assertThat(households(ResponseTables.of(FORM), household("?"))).endsWith(",.i,0,1,-5,.i\r\n");
    }

    @Test
    void theLongTableHasLabelsAndKindsOfMissing() throws IOException {
        assertThat(answers(ResponseTables.of(FORM), household("1"))).isEqualTo("""
                _household,_round,_member,question,value,label_th,label_en,missing\r
                H-1,2570,,enough,1,ใช่,Yes,\r
                H-1,2570,,sources,2,ฝน,Rain,\r
                H-1,2570,,is_short,0,,,\r
                """);
    }

    @Test
    void whatIsPersonalOrHiddenIsThereIfAskedFor() throws IOException {
        assertThat(households(ResponseTables.of(FORM).withPersonal(), household("1")))
                .contains("_members,owner,enough", ",สมชาย ใจดี,1,");
        assertThat(households(ResponseTables.of(FORM).asStored(), household("1")))
                .endsWith(",1,0,1,-5,\r\n");
        assertThat(answers(ResponseTables.of(FORM).asStored(), household("1")))
                .contains("months,-5,")
                .doesNotContain("is_short");
        assertThat(ResponseTables.of(FORM).withPersonal())
                .hasToString("ResponseTables[water:1, personal=true, stored=false]");
    }

    @Test
    void theCodebookSaysWhatStandsInTheTables() throws IOException {
        StringBuilder csv = new StringBuilder();
        ResponseTables.of(FORM).codebook(csv);
        List<Map<String, String>> rows = Csv.rows(csv.toString());
        assertThat(rows)
                .filteredOn("row", "MISSING")
                .extracting(row -> row.get("code") + row.get("type"))
                .containsExactly(".nNOT_ASKED", "NOT_ANSWERED", ".rREFUSED", ".dDONT_KNOW", ".iINVALID");
        assertThat(rows)
                .filteredOn("row", "CODE")
                .extracting(row -> row.get("column") + "=" + row.get("label_en"))
                .containsExactly("enough=Yes", "enough=No", "sources.1=Well", "sources.2=Rain");
        assertThat(csv.toString())
                .contains("FORM,water,1,น้ำดื่ม,Drinking water,,,DRAFT,")
                .contains("VARIABLE,owner,,เจ้าของบ้าน,Owner,,HOUSEHOLD,TEXT,,,,water,,,,1,0\r\n")
                .contains(
                        "VARIABLE,months,,กี่เดือน,Months,months,HOUSEHOLD,INTEGER,months,,,water,,${enough} = 0,,0,1\r\n")
                .contains("INTEGER,,,,water,,,\"if(${enough} = 0, 1, 0)\",0,1\r\n");
    }

    @Test
    void everyColumnOfTheReferenceFormIsInItsCodebook() throws IOException {
        Questionnaire form = Questionnaires.bmn2560();
        ResponseTables tables = ResponseTables.of(form).withPersonal();
        StringBuilder csv = new StringBuilder();
        tables.households(csv);
        tables.members(csv);
        StringBuilder codebook = new StringBuilder();
        tables.codebook(codebook);
        List<String> columns = Csv.rows(codebook.toString()).stream()
                .map(row -> row.get("column"))
                .distinct()
                .toList();
        assertThat(columns).containsAll(Csv.cells(csv.toString()).get(0));
        assertThat(columns).containsAll(Csv.cells(csv.toString()).get(1));
        StringBuilder impersonal = new StringBuilder();
        ResponseTables.of(form).households(impersonal);
        ResponseTables.of(form).members(impersonal);
        assertThat(Csv.cells(impersonal.toString()).stream().flatMap(List::stream))
                .doesNotContainAnyElementsOf(form.questions().stream()
                        .filter(Question::personal)
                        .map(Question::name)
                        .toList());
    }

    @Test
    void programmersMistakesAreRefused() throws IOException {
        ResponseTables.Table table = ResponseTables.of(FORM).households(new StringBuilder());
        assertThatThrownBy(() -> table.add(ResolvedHousehold.of(FORM))).isInstanceOf(IllegalStateException.class);
        ResolvedHousehold other = ResolvedHousehold.of(Questionnaires.bmn2560());
        other.resolve(Responses.any(other.form(), 1, new java.util.Random(1)), false, Responses.TODAY);
        assertThatThrownBy(() -> table.add(other)).isInstanceOf(IllegalArgumentException.class);
    }
}
