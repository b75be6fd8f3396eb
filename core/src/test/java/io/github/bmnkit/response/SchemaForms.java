package io.github.bmnkit.response;

import io.github.bmnkit.expression.Level;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random forms with all types of questions, and conditions of which a schema can express most. */
final class SchemaForms {
    private static final Text LABEL = Text.of("ทดสอบ", "test");
    private static final List<String> COMPARISONS = List.of("=", "!=", "<", "<=", ">", ">=");

    private final Random random;
    private final List<Question> questions = new ArrayList<>();

    private SchemaForms(Random random) {
        this.random = random;
    }

    static Questionnaire form(Random random) {
        return new SchemaForms(random).form();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private Questionnaire form() {
        questions(Level.HOUSEHOLD, "h_");
        questions(Level.MEMBER, "m_");
        int min = random.nextInt(3);
        return Questionnaire.builder("form " + random.nextInt(9), LABEL, 2570, 2572)
                .roster(new Roster("member", LABEL, min, min + 1 + random.nextInt(2)))
                .parameter(new Parameter("three", LABEL, QuestionType.INTEGER, 0, null, Value.of(3)))
                .list(CodeList.of(
                        "kind",
                        List.of(
                                code("a"),
                                code("b").withRounds(2571, null),
                                code("7").withRounds(null, 2571))))
                .list(CodeList.of("place", List.of(code("n"), code("s"))))
                .list(CodeList.of(
                                "spot",
                                List.of(code("n1").withParent("n"), code("s1").withParent("s")))
                        .withParent("place"))
                .list(CodeList.open("open", LABEL).withCodes(List.of(code("x"))))
                .section(Section.of("all", LABEL, questions))
                .build()
                .value();
    }

    private static Code code(String code) {
        return Code.of(code, Text.of("รหัส " + code, "code " + code));
    }

    private void questions(Level level, String start) {
        List<Question.Builder> builders = new ArrayList<>();
        builders.add(Question.builder(start + "int", QuestionType.INTEGER, LABEL));
        builders.add(
                Question.builder(start + "dec", QuestionType.DECIMAL, LABEL).digits(random.nextInt(4)));
        builders.add(Question.builder(start + "text", QuestionType.TEXT, LABEL));
        builders.add(
                Question.builder(start + "one", QuestionType.SELECT_ONE, LABEL).list("kind"));
        builders.add(Question.builder(start + "many", QuestionType.SELECT_MULTIPLE, LABEL)
                .list("kind"));
        builders.add(
                Question.builder(start + "open", QuestionType.SELECT_ONE, LABEL).list("open"));
        builders.add(Question.builder(start + "date", QuestionType.DATE, LABEL));
        builders.add(Question.builder(start + "geo", QuestionType.GEOPOINT, LABEL));
        builders.add(Question.builder(start + "file", QuestionType.ATTACHMENT, LABEL));
        builders.add(Question.builder(start + "place", QuestionType.SELECT_ONE, LABEL)
                .list("place"));
        builders.add(Question.builder(start + "spot", QuestionType.SELECT_ONE, LABEL)
                .list("spot")
                .within(level == Level.MEMBER && chance(30) ? "h_place" : start + "place"));
        builders.add(Question.builder(start + "sum", QuestionType.CALCULATE, LABEL)
                .result(QuestionType.INTEGER)
                .calculation("coalesce(${" + start + "int}, 0) + 1"));
        for (Question.Builder builder : builders) {
            questions.add(finished(builder, level));
        }
    }

    private Question finished(Question.Builder builder, Level level) {
        if (level == Level.MEMBER) {
            builder.ofEachMember();
        }
        Question question = builder.build();
        if (question.type() == QuestionType.CALCULATE) {
            return question;
        }
        if (chance(40)) {
            builder.refusable();
        }
        if (chance(40)) {
            builder.required();
        } else if (chance(30) && !questions.isEmpty()) {
            builder.requiredIf(condition(level, null, 2));
        }
        if (chance(35) && !questions.isEmpty()) {
            builder.relevance(condition(level, null, 2));
        }
        if (chance(50) && !(question.type() == QuestionType.GEOPOINT || question.type() == QuestionType.ATTACHMENT)) {
            builder.constraint(condition(level, question, 2), LABEL);
        }
        return builder.build();
    }

    private String condition(Level level, Question self, int depth) {
        if (depth > 0 && chance(50)) {
            return switch (random.nextInt(3)) {
                case 0 -> condition(level, self, depth - 1) + " and " + condition(level, self, depth - 1);
                case 1 -> "(" + condition(level, self, depth - 1) + " or " + condition(level, self, depth - 1) + ")";
                default -> "not(" + condition(level, self, depth - 1) + ")";
            };
        }
        boolean own = self != null && (questions.isEmpty() || chance(75));
        List<Question> readable = questions.stream()
                .filter(question -> level == Level.MEMBER || question.level() == Level.HOUSEHOLD)
                .filter(question -> question.level() == level || chance(15))
                .toList();
        Question read = own || readable.isEmpty() ? self : one(readable);
        return read == null ? "${three} > 2" : atom(read, own || readable.isEmpty() ? "." : "${" + read.name() + "}");
    }

    private String atom(Question read, String x) {
        if (!x.equals(".") && chance(15)) {
            return x + one(List.of(" = ''", " != ''"));
        }
        String comparison = " " + one(COMPARISONS) + " ";
        String equality = " " + one(List.of("=", "!=")) + " ";
        return switch (read.type()) {
            case INTEGER, DECIMAL, CALCULATE ->
                one(List.of(
                        x + comparison + random.nextInt(6),
                        x + comparison + "-1.5",
                        "2" + comparison + x,
                        x + comparison + "${three}",
                        x + " + 1" + comparison + "3"));
            case TEXT ->
                one(List.of(
                        x + equality + "'abc'",
                        "string-length(" + x + ")" + comparison + random.nextInt(5),
                        "regex(" + x + ", '^[a-z]{2,3}$')",
                        "regex(" + x + ", '.*b.*')"));
            case SELECT_ONE -> {
                String code = read.list().equals("kind") ? one(List.of("'a'", "'b'", "7")) : oneOf(read.list());
                yield one(List.of(x + equality + code, "selected(" + x + ", " + code + ")"));
            }
            case SELECT_MULTIPLE ->
                one(List.of(
                        "selected(" + x + ", " + one(List.of("'a'", "'b'", "'7'")) + ")",
                        "count-selected(" + x + ")" + comparison + random.nextInt(4)));
            case DATE -> x + comparison + "date('2021-02-28')";
            case GEOPOINT, ATTACHMENT, NOTE -> "${three} = 3";
        };
    }

    private String oneOf(String list) {
        return switch (list) {
            case "place" -> one(List.of("'n'", "'s'"));
            case "spot" -> one(List.of("'n1'", "'s1'"));
            default -> "'x'";
        };
    }
}
