package io.github.bmnkit.testing;

import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Parameter;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Roster;
import io.github.bmnkit.questionnaire.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Sound forms that were made up for tests: of households and members, with every type of question, conditions that read
 * across levels, counts with bounds, hierarchical and dated codes.
 */
public final class RosterForms {
    private static final Text LABEL = Text.of("ทดสอบ", "test");
    private static final List<QuestionType> RESULTS =
            List.of(QuestionType.INTEGER, QuestionType.TEXT, QuestionType.DATE, QuestionType.SELECT_ONE);

    private final Random random;
    private final List<String> ofHousehold = new ArrayList<>(List.of("${line} > 1"));
    private final List<String> ofMember = new ArrayList<>(List.of("position(..) > 1"));
    private int count;

    private RosterForms(Random random) {
        this.random = random;
    }

    /** A form of so many questions, of each level about half. */
    public static Questionnaire form(int size, Random random) {
        return new RosterForms(random).form(size);
    }

    private Questionnaire form(int size) {
        List<Section> sections = new ArrayList<>();
        int left = size;
        boolean member = random.nextBoolean();
        while (left > 0) {
            List<Question> questions = new ArrayList<>();
            for (int i = Math.min(left, 1 + random.nextInt(5)); i > 0; i--) {
                questions.add(question(member));
                left--;
            }
            Section section = Section.of("s" + sections.size(), LABEL, questions);
            sections.add(section);
            member = !member;
        }
        Questionnaire.Builder form = Questionnaire.builder("rosters", LABEL, 2560, 2564)
                .roster(new Roster("member", Text.of("สมาชิก", "member"), 1, 20))
                .parameter(new Parameter("line", LABEL, QuestionType.INTEGER, 0, null, null)
                        .withValue(io.github.bmnkit.expression.Value.of(random.nextInt(3))))
                .list(CodeList.of(
                        "list",
                        List.of(
                                Code.of("1", LABEL),
                                Code.of("2", LABEL),
                                new Code("3", LABEL, null, 2562, null, Map.of()))))
                .list(CodeList.open("open", LABEL));
        sections.forEach(form::section);
        return form.build().value();
    }

    private Question question(boolean member) {
        QuestionType type = QuestionType.values()[random.nextInt(QuestionType.values().length)];
        String name = "q" + count++;
        Question.Builder question = Question.builder(name, type, LABEL);
        if (member) {
            question.ofEachMember();
        }
        List<String> conditions = member && random.nextInt(3) > 0 ? ofMember : ofHousehold;
        String condition = conditions.get(random.nextInt(conditions.size()));
        boolean open = type == QuestionType.SELECT_ONE && random.nextInt(3) == 0;
        QuestionType value = type;
        switch (type) {
            case SELECT_ONE -> question.list(open ? "open" : "list");
            case SELECT_MULTIPLE -> question.list("list");
            case DECIMAL -> question.digits(random.nextInt(4));
            case CALCULATE -> {
                value = member ? QuestionType.INTEGER : RESULTS.get(random.nextInt(RESULTS.size()));
                calculation(question, value, condition, member);
            }
            default -> {}
        }
        if (random.nextInt(3) == 0) {
            question.relevance(conditions.get(random.nextInt(conditions.size())));
        }
        if (type.isAsked()) {
            if (random.nextInt(3) == 0) {
                question.constraint(random.nextBoolean() ? ". != ''" : condition, LABEL);
            }
            if (random.nextBoolean()) {
                question.required();
            }
            if (random.nextBoolean()) {
                question.refusable();
            }
        }
        remember(name, value, member, open);
        return question.build();
    }

    private void calculation(Question.Builder question, QuestionType result, String condition, boolean member) {
        question.result(result);
        switch (result) {
            case TEXT -> question.calculation("if(" + condition + ", 'a', '')");
            case DATE -> question.calculation("if(" + condition + ", today(), '')");
            case SELECT_ONE -> question.list("list").calculation("if(" + condition + ", '1', '2')");
            default -> {
                String own = ofMember.get(random.nextInt(ofMember.size()));
                question.calculation(
                        member
                                ? "if(" + condition + ", position(..), 0)"
                                : random.nextInt(4) == 0
                                        ? "if(" + condition + ", count(${member}), 0)"
                                        : "count(${member}[" + own.replace("position(..) > 1", "1 = 1") + "])");
            }
        }
    }

    private void remember(String name, QuestionType type, boolean member, boolean open) {
        String condition = switch (type) {
            case INTEGER, DECIMAL, CALCULATE -> "${" + name + "} > 1";
            case SELECT_ONE -> "${" + name + "} = '1'";
            case SELECT_MULTIPLE -> "selected(${" + name + "}, '2')";
            case TEXT, GEOPOINT, ATTACHMENT, DATE -> "${" + name + "} != ''";
            case NOTE -> "1 = 1";
        };
        (member ? ofMember : ofHousehold).add(condition);
        if (member && type == QuestionType.INTEGER) {
            ofHousehold.add("sum(${" + name + "}) > 2");
        }
        if (member) {
            ofHousehold.add("any(${member}[" + condition + "])");
        }
    }
}
