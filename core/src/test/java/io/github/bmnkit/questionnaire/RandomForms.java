package io.github.bmnkit.questionnaire;

import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sound forms that were made up for tests. */
public final class RandomForms {
    private static final Text LABEL = Text.of("ทดสอบ \"ก\"", "test \\ \"a\"");

    private RandomForms() {}

    /** A form of so many questions, each of which may read some that stand before it. */
    public static Questionnaire form(int size, Random random) {
        List<Question> questions = new ArrayList<>();
        List<String> conditions = new ArrayList<>(List.of("${line} > 1"));
        for (int i = 0; i < size; i++) {
            QuestionType type = QuestionType.values()[random.nextInt(QuestionType.values().length)];
            Question.Builder question = Question.builder("q" + i, type, LABEL);
            switch (type) {
                case SELECT_ONE, SELECT_MULTIPLE -> question.list("list");
                case DECIMAL -> question.digits(random.nextInt(10)).unit("kg");
                case CALCULATE ->
                    question.result(QuestionType.INTEGER)
                            .calculation("if(" + conditions.get(random.nextInt(conditions.size())) + ", 1, 0)");
                default -> {}
            }
            if (random.nextBoolean()) {
                question.relevance(conditions.get(random.nextInt(conditions.size())));
            }
            if (type.isAsked() && random.nextBoolean()) {
                question.constraint(". != ''", LABEL).refusable().required();
            }
            questions.add(question.build());
            switch (type) {
                case INTEGER, DECIMAL, CALCULATE -> conditions.add("${q" + i + "} > 0");
                case SELECT_ONE -> conditions.add("${q" + i + "} = 1");
                case SELECT_MULTIPLE -> conditions.add("selected(${q" + i + "}, '2')");
                case TEXT, GEOPOINT, ATTACHMENT, DATE -> conditions.add("${q" + i + "} != ''");
                case NOTE -> {}
            }
        }
        int cut = random.nextInt(size + 1);
        return Questionnaire.builder("random", LABEL, 2560, 2570)
                .parameter(new Parameter("line", LABEL, QuestionType.DECIMAL, 1, null, Value.of(new BigDecimal("1.5"))))
                .list(CodeList.of("list", List.of(Code.of("1", LABEL), Code.of("2", LABEL))))
                .section(Section.of("first", LABEL, questions.subList(0, cut)))
                .section(Section.of("second", LABEL, questions.subList(cut, size)))
                .build()
                .value();
    }
}
