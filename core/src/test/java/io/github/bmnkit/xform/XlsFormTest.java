package io.github.bmnkit.xform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.ExpressionFinding;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.finding.DocumentFinding;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Severity;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.QuestionnaireFinding;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.questionnaire.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables as other people write them, without a column of ours. */
class XlsFormTest {
    private static final String CHOICES = """
            list name,name,label::Thai,label::English,region
            yes_no,yes,ใช่,Yes,
            yes_no,no,ไม่ใช่,No,
            region,n,เหนือ,North,
            region,s,ใต้,South,
            place,1,หนึ่ง,One,n
            place,2,สอง,Two,s
            """;

    private static Reading<Questionnaire> read(String survey) {
        return read(survey, "form_title,form_id,version\nน้ำ,water,7\n");
    }

    private static Reading<Questionnaire> read(String survey, String settings) {
        return XlsForm.read(
                XlsFormProperties.in(survey),
                XlsFormProperties.in(CHOICES),
                XlsFormProperties.in(settings),
                2570,
                2571);
    }

    private static String survey(String... rows) {
        return "type,name,label::Thai (th),label::English (en),required,relevance,constraint,calculation,choice_filter\n"
                + String.join("\n", rows) + "\n";
    }

    private static List<FindingCode> codes(Reading<?> reading) {
        return reading.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .map(Finding::code)
                .filter(code -> code != XlsFormFinding.MISSING_TRANSLATION)
                .toList();
    }

    private static Question question(Reading<Questionnaire> reading, String name) {
        return reading.value().question(name).orElseThrow();
    }

    @Test
    void aPlainFormWithMembersLoads() {
        Reading<Questionnaire> reading = read("\uFEFF"
                + survey(
                        "begin group,people,สมาชิก,Members,,,,,",
                        "begin repeat,person,คน,Person,,,,,",
                        "integer,age,อายุ,Age,yes,,. >= 0 and . < 130,,",
                        "select_one yes_no,works,ทำงาน,Works,TRUE,../age >= 15,,,",
                        "text,job,งาน,Job,no,\"selected(current()/../works, 'yes')\",,,",
                        "end repeat,,,,,,,,",
                        "calculate,n,,,,,,count(${person}),",
                        "calculate,adults,,,,,,count(${person}[age >= 18]),",
                        "calculate,first,,,,,,${person}[position() = 1]/age,",
                        "calculate,share,,,,,,round(${adults} div ${n} * 100),",
                        "end group,,,,,,,,",
                        "begin_group,home,บ้าน,Home,,${n} > 0,,,",
                        "select one region,region,ภาค,Region,,,,,",
                        "begin group,inner,ใน,Inner,,${region} = 'n',,,",
                        "select_one place,place,ที่,Place,,${n} > 1,,,region = ${region}",
                        "end group,,,,,,,,",
                        "end_group,,,,,,,,"));
        assertThat(codes(reading)).isEmpty();
        assertThat(reading.value().id()).isEqualTo("water");
        assertThat(reading.value().version()).isEqualTo("7");
        assertThat(reading.value().holdsFor(2571)).isTrue();
        assertThat(reading.value().sections()).extracting(Section::id).containsExactly("people", "home");
        assertThat(reading.value().sections().get(1).relevance()).isEqualTo("${n} > 0");
        assertThat(question(reading, "age").isAlwaysRequired()).isTrue();
        assertThat(question(reading, "age").level()).isEqualTo(Level.MEMBER);
        assertThat(question(reading, "works").relevance()).isEqualTo("${age} >= 15");
        assertThat(question(reading, "job").relevance()).isEqualTo("selected(${works}, 'yes')");
        assertThat(question(reading, "job").required()).isNull();
        assertThat(question(reading, "adults").calculation()).isEqualTo("count(${person}[${age} >= 18])");
        assertThat(question(reading, "first").calculation()).isEqualTo("${person}[1]/${age}");
        assertThat(question(reading, "share").result()).isEqualTo(QuestionType.INTEGER);
        assertThat(question(reading, "place").relevance()).isEqualTo("(${region} = 'n') and (${n} > 1)");
        assertThat(question(reading, "place").within()).isEqualTo("region");
        assertThat(reading.value().list("place").orElseThrow().parent()).isEqualTo("region");
        Questionnaire form = reading.value();
        assertThat(XlsFormProperties.read(XlsForm.of(form)).value()).isEqualTo(form);
    }

    @Test
    void theTypesOfCalculationsAreFoundOut() {
        Reading<Questionnaire> reading = read(survey(
                "decimal,x,ก,x,,,,,",
                "date,d,ก,d,,,,,",
                "select_one yes_no,q,ก,q,,,,,",
                "calculate,whole,,,,,,1 + 1,",
                "calculate,half,,,,,,${whole} * 0.25,",
                "calculate,later,,,,,,${d} + 7,",
                "calculate,words,,,,,,\"concat('a', ${q})\",",
                "calculate,same,,,,,,\"if(${x} > 1, ${q}, 'no')\","));
        assertThat(codes(reading)).isEmpty();
        assertThat(question(reading, "whole").result()).isEqualTo(QuestionType.INTEGER);
        assertThat(question(reading, "half").result()).isEqualTo(QuestionType.DECIMAL);
        assertThat(question(reading, "half").digits()).isEqualTo(2);
        assertThat(question(reading, "later").result()).isEqualTo(QuestionType.DATE);
        assertThat(question(reading, "words").result()).isEqualTo(QuestionType.TEXT);
        assertThat(question(reading, "same").result()).isEqualTo(QuestionType.SELECT_ONE);
        assertThat(question(reading, "same").list()).isEqualTo("yes_no");
        assertThat(codes(read(survey("integer,x,ก,x,,,,,", "calculate,c,,,,,,${x} > 1,"))))
                .containsExactly(XlsFormFinding.UNTYPED);
    }

    @Test
    void calculationsMoveToWhereTheyCanBeCalculated() {
        Reading<Questionnaire> reading = read(survey(
                "begin group,one,ก,One,,,,,",
                "calculate,total,,,,,,${a} + ${b},",
                "integer,a,ก,a,,,,,",
                "end group,,,,,,,,",
                "begin group,two,ข,Two,,,,,",
                "integer,b,ก,b,,${twice} > 1,,,",
                "integer,c,ก,c,,${total} > 1,,,",
                "calculate,twice,,,,,,${a} * 2,",
                "end group,,,,,,,,"));
        assertThat(codes(reading)).isEmpty();
        assertThat(reading.value().questions())
                .extracting(Question::name)
                .containsExactly("a", "twice", "b", "total", "c");
        assertThat(reading.findings())
                .filteredOn(finding -> finding.code() == XlsFormFinding.REORDERED)
                .extracting(finding -> finding.arguments().get("name"))
                .contains("twice", "total");
    }

    @Test
    void whatIsAskedIsNotMovedAndConditionsOfSectionsAreKept() {
        Reading<Questionnaire> asked = read(survey("integer,a,ก,a,,${b} > 1,,,", "integer,b,ก,b,,,,,"));
        assertThat(codes(asked)).containsExactly(QuestionnaireFinding.FORWARD_REFERENCE);
        assertThat(asked.findings().get(asked.findings().size() - 1).place()).hasToString("survey:relevant, line 2");
        Reading<Questionnaire> conditional = read(survey(
                "integer,a,ก,a,,${c} > 1,,,",
                "begin group,g,ก,g,,\"1 = string-length('a')\",,,",
                "calculate,c,,,,,,1 + 1,",
                "end group,,,,,,,,"));
        assertThat(codes(conditional)).containsExactly(QuestionnaireFinding.FORWARD_REFERENCE);
        Reading<Questionnaire> circle = read(survey("calculate,a,,,,,,${b} + 1,", "calculate,b,,,,,,${a} + 1,"));
        assertThat(codes(circle)).containsExactly(QuestionnaireFinding.CYCLE);
    }

    @Test
    void everythingThatIsWrongIsFoundAtOnceInItsCell() {
        Reading<Questionnaire> reading =
                read("type,name,label::Thai,label::English,label::Lao,relevant,calculation,default,colour\n"
                        + "start,start,,,,,,,\n"
                        + "range,r,ก,r,,,,,\n"
                        + "wibble,w,ก,w,,,,,\n"
                        + "text,t,ก,,,,,x,\n"
                        + "text,,ก,t,,,,,\n"
                        + "text,u,,,,\"pulldata('f', 'a', 'b', ${t})\",,,\n"
                        + "calculate,c,,,,,once(${t}),,\n"
                        + "calculate,v,,,,,\"jr:choice-name(${t}, '${t}')\",,\n"
                        + "text,x,ก,x,,/data/t = 'a',,,\n"
                        + "text,y,ก,y,,${c} = 'a' and ${r} > 1,,,\n"
                        + "text,z,ก,z,,${nobody} = 'a',,,\n"
                        + "begin repeat,p,ก,p,,,,,\ninteger,a,ก,a,,,,,\nbegin repeat,p2,ก,p,,,,,\ntext,b,ก,b,,,,,\nend repeat,,,,,,,,\n"
                        + "end group,,,,,,,,\nend repeat,,,,,,,,\nbegin group,open,ก,g,,,,,\n");
        assertThat(reading.optional()).isEmpty();
        assertThat(codes(reading))
                .containsExactlyInAnyOrder(
                        DocumentFinding.CSV_UNKNOWN_COLUMN,
                        XlsFormFinding.OTHER_LANGUAGE,
                        XlsFormFinding.METADATA,
                        XlsFormFinding.UNSUPPORTED_TYPE,
                        XlsFormFinding.UNKNOWN_TYPE,
                        XlsFormFinding.NOT_CARRIED,
                        XlsFormFinding.MISSING_CELL,
                        XlsFormFinding.MISSING_CELL,
                        XlsFormFinding.UNSUPPORTED_EXPRESSION,
                        XlsFormFinding.UNSUPPORTED_EXPRESSION,
                        XlsFormFinding.UNSUPPORTED_EXPRESSION,
                        XlsFormFinding.UNSUPPORTED_EXPRESSION,
                        XlsFormFinding.SECOND_REPEAT,
                        XlsFormFinding.UNBALANCED,
                        XlsFormFinding.UNBALANCED,
                        ExpressionFinding.UNKNOWN_NAME,
                        DocumentFinding.JSON_BLANK);
        assertThat(reading.findings())
                .extracting(Finding::toString)
                .contains(
                        "ERROR xlsform.unsupported-expression (survey:relevant, line 7): pulldata() in the column relevant"
                                + " has no counterpart in our language",
                        "ERROR xlsform.unsupported-expression (survey:calculation, line 9): jr:choice-name() in the column"
                                + " calculation has no counterpart in our language");
        assertThat(reading.findings())
                .filteredOn(finding -> finding.code() == ExpressionFinding.UNKNOWN_NAME)
                .extracting(finding -> finding.place().toString())
                .containsExactly("survey:relevant, line 12");
    }

    @Test
    void aFormInOneLanguageLoadsWithItsTextsTwice() {
        Reading<Questionnaire> reading = read("type,name,label,hint\ntext,t,ชื่อ,\ntext,u,Name,Help\n");
        assertThat(question(reading, "t").label()).isEqualTo(Text.of("ชื่อ", "ชื่อ"));
        assertThat(question(reading, "u").label()).isEqualTo(Text.of("Name", "Name"));
        assertThat(reading.findings())
                .filteredOn(finding -> finding.code() == XlsFormFinding.MISSING_TRANSLATION)
                .extracting(finding -> finding.place().toString())
                .containsExactly(
                        "settings:form_title, line 2",
                        "survey:label, line 2",
                        "survey:label, line 3",
                        "survey:hint, line 3");
    }

    @Test
    void theRoundsMustBeSaidSomewhere() {
        String survey = "type,name,label\ntext,t,a\n";
        Reading<Questionnaire> reading = XlsForm.read(
                XlsFormProperties.in(survey), XlsFormProperties.in(""), XlsFormProperties.in("form_id\nf\n"));
        assertThat(codes(reading)).contains(XlsFormFinding.MISSING_SETTING);
        assertThat(reading.optional()).isEmpty();
        assertThat(read(survey, "").value().id()).isEqualTo("xlsform");
        assertThat(read("", "").findings()).extracting(Finding::code).contains(DocumentFinding.EMPTY);
    }

    /** Somebody corrects a table that we wrote: what they changed counts, and that the companion is old is told. */
    @Test
    void aChangedCellCountsMoreThanItsCompanion() {
        XlsForm tables = XlsForm.of(Questionnaires.bmn2560());
        assertThat(tables.survey()).contains("10000)");
        XlsForm changed = new XlsForm(
                tables.survey().replaceFirst("int\\(\\(number\\(format-date[^\"]*10000\\)", "30 + 1"),
                tables.choices(),
                tables.settings(),
                List.of());
        Reading<Questionnaire> reading = XlsFormProperties.read(changed);
        assertThat(reading.findings()).extracting(Finding::code).containsExactly(XlsFormFinding.OUTDATED);
        assertThat(reading.value().toJson()).contains("30 + 1");
    }

    @Test
    void theReferenceFormIsWrittenInTheIdiomOfOtherTools() {
        XlsForm tables = XlsForm.of(Questionnaires.bmn2560());
        assertThat(tables.survey())
                .contains("begin_repeat,member")
                .contains("count(${member}[members/informant = 1])")
                .contains("select_one province");
        assertThat(tables.findings())
                .extracting(Finding::code)
                .doesNotContain(XlsFormFinding.MOVED, XlsFormFinding.OUTER_BLANKS)
                .contains(XlsFormFinding.REFUSABLE, XlsFormFinding.NO_CODES);
    }

    /** A list that the host has yet to fill is not written, so nothing can be looked up in it. */
    @Test
    void attributesAreLookedUpOnlyInListsThatAreWritten() {
        String lookup = "instance('relation')/root/item[name = ${relation}]/bmn_attribute_rel_role";
        Questionnaire form = Questionnaires.bmn2560();
        assertThat(XlsForm.of(form).survey())
                .contains("attribute(${relation}, 'rel_role')")
                .doesNotContain(lookup);
        assertThat(XlsForm.of(form).findings())
                .filteredOn(finding -> finding.code() == XlsFormFinding.NOT_EXPRESSIBLE)
                .extracting(finding -> finding.arguments().get("function"))
                .containsOnly("attribute()");
        Text label = Text.of("ทดสอบ", "made up");
        Questionnaire filled = form.withCodes(
                        "relation", List.of(Code.of("S", label).withAttribute("rel_role", "SPOUSE")))
                .value();
        XlsForm tables = XlsForm.of(filled);
        assertThat(tables.survey()).contains(lookup);
        assertThat(XlsFormProperties.read(tables).value()).isEqualTo(filled);
    }
}
