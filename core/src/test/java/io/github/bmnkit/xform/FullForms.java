package io.github.bmnkit.xform;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Parameter;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Roster;
import io.github.bmnkit.questionnaire.Section;
import io.github.bmnkit.round.DefinitionStatus;
import io.github.bmnkit.round.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sound forms about members, made up for tests, that say whatever a form can say. */
final class FullForms {
    private static final Text LABEL = Text.of("ทดสอบ, \"ก\"\nสอง", "test, \"a\"\ntwo");

    private static final List<String> OF_MEMBERS = List.of(
            "count(${person}) > 1",
            "count(${person}[${birth} != '']) >= 2",
            "any(${person}[${role} = '1'])",
            "all(${person}/(${age} >= 0))",
            "any(${person}[${age} > 1]/(${role} = '2'))",
            "sum(${person}/if(${age} >= 60, 1, 0)) = 1",
            "sum(${age}) > 3 and max(${person}[${role} = '2']/${age}) < 50",
            "count-duplicates(${age}) = 0",
            "${person}[${role} = '1'][1]/${age} > 17",
            "${person}[2]/${age} > 17",
            "selected(join(' ', ${kinds}), '1')",
            "selected(join(' ', ${kinds}), '2')",
            "not(selected(join(' ', ${kinds}), '1'))");

    private static final List<String> OF_ONE = List.of(
            "${age} > 5",
            "${role} = \"1\"",
            "attribute(${role}, 'size') > 1",
            "age-years(${birth}, ${day}) >= 15",
            "age-months(${birth}, today()) < 6 or ${n} = 1",
            "not(thai-id-valid(${id}))",
            "position(..)   = 1",
            "count-same(${age}) = 1",
            "indexed-repeat(${age}, ${person}, ${n}) > 1");

    private FullForms() {}

    static Questionnaire form(Random random) {
        List<Question> first = new ArrayList<>(List.of(
                Question.builder("day", QuestionType.DATE, LABEL).required().build(),
                Question.builder("n", QuestionType.INTEGER, LABEL).number("1.1").build(),
                select("region", "region").build()));
        List<Question> persons = new ArrayList<>(List.of(
                select("role", "role").ofEachMember().refusable().build(),
                Question.builder("birth", QuestionType.DATE, LABEL)
                        .ofEachMember()
                        .personal()
                        .build(),
                Question.builder("id", QuestionType.TEXT, LABEL).ofEachMember().build(),
                Question.builder("kinds", QuestionType.SELECT_MULTIPLE, LABEL)
                        .list("region")
                        .ofEachMember()
                        .build(),
                Question.builder("age", QuestionType.CALCULATE, LABEL)
                        .ofEachMember()
                        .result(QuestionType.INTEGER)
                        .unit("years")
                        .calculation("age-years(${birth}, ${day})")
                        .build()));
        List<List<Question>> sections = new ArrayList<>(List.of(first, persons));
        if (random.nextBoolean()) {
            sections.set(0, join(first, persons));
            sections.remove(1);
        }
        int more = random.nextInt(4);
        for (int i = 0; i < more; i++) {
            List<Question> questions = new ArrayList<>();
            boolean onlyMembers = random.nextInt(3) == 0;
            int size = random.nextInt(4);
            for (int j = 0; j < size; j++) {
                questions.add(question("q" + i + "_" + j, onlyMembers || random.nextInt(3) == 0, random));
            }
            sections.add(questions);
        }
        Questionnaire.Builder form = Questionnaire.builder("roster form", LABEL, 2560, 2570)
                .version("1." + random.nextInt(9))
                .status(DefinitionStatus.values()[random.nextInt(3)])
                .source(new Source("a b", LABEL, LocalDate.of(2020, 2, 29), LABEL))
                .source(new Source("c", LABEL, LocalDate.of(2021, 2, 28), LABEL))
                .roster(new Roster("person", LABEL, random.nextInt(2), 1 + random.nextInt(998)))
                .parameter(new Parameter("line", LABEL, QuestionType.INTEGER, 0, "baht", Value.of(-38_000)))
                .parameter(new Parameter("words", LABEL, QuestionType.TEXT, 0, null, Value.text(" it's \"so\" ")))
                .parameter(new Parameter("unset", LABEL, QuestionType.TEXT, 0, null, null))
                .parameter(
                        new Parameter("start", LABEL, QuestionType.DATE, 0, null, Value.of(LocalDate.of(2020, 1, 1))))
                .list(CodeList.open("empty", LABEL))
                .list(CodeList.of("region", List.of(Code.of("1", LABEL), Code.of("2", LABEL))))
                .list(CodeList.open("place", LABEL)
                        .withParent("region")
                        .withCodes(List.of(Code.of("11", LABEL).withParent("1").withRounds(2561, null))))
                .list(CodeList.of("role", List.of(Code.of("1", LABEL).withAttribute("size", "7"), Code.of("2", LABEL)))
                        .withAttribute(new CodeList.Attribute("size", LABEL, null))
                        .withAttribute(new CodeList.Attribute("Kind", LABEL, "region")));
        for (int i = 0; i < sections.size(); i++) {
            String condition = random.nextInt(3) > 0 || i == 0 ? null : "${n} != 2";
            List<String> sources = random.nextBoolean() ? List.of() : List.of("a b", "c");
            String id = random.nextBoolean()
                    ? "section" + i
                    : List.of("age", "person", "n", "day", "id", "role").get(i);
            form.section(new Section(id, LABEL, sources, condition, sections.get(i)));
        }
        return form.build().value();
    }

    private static List<Question> join(List<Question> first, List<Question> second) {
        List<Question> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private static Question.Builder select(String name, String list) {
        return Question.builder(name, QuestionType.SELECT_ONE, LABEL).list(list);
    }

    private static Question question(String name, boolean member, Random random) {
        String condition = pick(member ? OF_ONE : OF_MEMBERS, random);
        Question.Builder question = switch (random.nextInt(6)) {
            case 0 ->
                Question.builder(name, QuestionType.CALCULATE, LABEL)
                        .result(QuestionType.DECIMAL)
                        .digits(random.nextInt(3))
                        .calculation("if(" + condition + ", 1, 0)");
            case 1 -> select(name, "place").within("region");
            case 2 -> select(name, "empty");
            case 3 ->
                Question.builder(name, QuestionType.CALCULATE, LABEL)
                        .result(QuestionType.SELECT_ONE)
                        .list("region")
                        .calculation("if(" + condition + ", '1', '2')");
            case 4 ->
                Question.builder(name, QuestionType.TEXT, LABEL)
                        .constraint("string-length(.) < 5 or " + condition, LABEL)
                        .requiredIf(condition)
                        .period(LABEL)
                        .hint(LABEL);
            default -> Question.builder(name, QuestionType.NOTE, LABEL);
        };
        if (random.nextBoolean()) {
            question.relevance(pick(member ? OF_ONE : OF_MEMBERS, random));
        }
        return (member ? question.ofEachMember() : question).build();
    }

    private static String pick(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
