package io.github.bmnkit.xform;

import io.github.bmnkit.expression.Expression;
import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Randoms;
import io.github.bmnkit.expression.Scope;
import io.github.bmnkit.expression.Symbol;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.CodeList;
import io.github.bmnkit.questionnaire.Parameter;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Roster;
import io.github.bmnkit.questionnaire.Section;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Forms that ask what the random expressions name, and then calculate, show and check by such expressions. */
final class RandomXForms {
    private static final Text LABEL = Text.of("ทดสอบ <ก> & \"ข\"", "test <a> & \"b\"");
    private static final int FORMULAS = 24;
    private static final int SAMPLES = 5;
    private static final int EDITS = 5;

    private final Random random;
    private final Randoms randoms;
    private List<Frame> samples = List.of();

    RandomXForms(long seed) {
        random = new Random(seed);
        randoms = new Randoms(seed);
    }

    private static CodeList list(String id, String... codes) {
        return CodeList.of(
                id, List.of(codes).stream().map(code -> Code.of(code, LABEL)).toList());
    }

    private static Questionnaire.Builder base() {
        CodeList relations = list("relations", "01", "02", "03", "04")
                .withAttribute(new CodeList.Attribute("role", LABEL, "roles"))
                .withAttribute(new CodeList.Attribute("rank", LABEL, null));
        relations = relations.withCodes(List.of(
                Code.of("01", LABEL).withAttribute("role", "HEAD").withAttribute("rank", "1"),
                Code.of("02", LABEL).withAttribute("role", "SPOUSE").withAttribute("rank", "2"),
                Code.of("03", LABEL).withAttribute("role", "CHILD").withAttribute("rank", "0"),
                Code.of("04", LABEL).withAttribute("role", "CHILD").withAttribute("rank", "9")));
        CodeList jobs = CodeList.open("jobs", LABEL)
                .withAttribute(new CodeList.Attribute("group", LABEL, "groups"))
                .withCodes(List.of(Code.of("0110", LABEL).withAttribute("group", "STUDENT"), Code.of("0210", LABEL)));
        return Questionnaire.builder("random", LABEL, 2560, 2570)
                .roster(new Roster("member", LABEL, 0, 30))
                .parameter(new Parameter("p1", LABEL, QuestionType.INTEGER, 0, null, Value.of(3)))
                .list(list("yes_no", "1", "0"))
                .list(list("roles", "HEAD", "SPOUSE", "CHILD"))
                .list(list("groups", "STUDENT", "FARM"))
                .list(list("uses", "1", "2", "6", "12"))
                .list(relations)
                .list(jobs);
    }

    private static Question.Builder question(String name, QuestionType type) {
        return Question.builder(name, type, LABEL);
    }

    private static List<Question> household() {
        return List.of(
                question("n1", QuestionType.INTEGER).build(),
                question("n2", QuestionType.INTEGER).build(),
                question("n3", QuestionType.INTEGER).build(),
                question("d2", QuestionType.DECIMAL).digits(2).build(),
                question("d5", QuestionType.DECIMAL).digits(5).build(),
                question("t1", QuestionType.TEXT).build(),
                question("t2", QuestionType.TEXT).build(),
                question("day1", QuestionType.DATE).build(),
                question("q1", QuestionType.SELECT_ONE).list("yes_no").build(),
                question("q2", QuestionType.SELECT_ONE).list("yes_no").build(),
                question("rel1", QuestionType.SELECT_ONE).list("relations").build(),
                question("many", QuestionType.SELECT_MULTIPLE).list("uses").build(),
                question("job1", QuestionType.SELECT_ONE).list("jobs").build());
    }

    private static List<Question> members() {
        return List.of(
                question("age", QuestionType.INTEGER).ofEachMember().build(),
                question("w", QuestionType.DECIMAL).digits(1).ofEachMember().build(),
                question("sex", QuestionType.SELECT_ONE)
                        .list("yes_no")
                        .ofEachMember()
                        .build(),
                question("rel", QuestionType.SELECT_ONE)
                        .list("relations")
                        .ofEachMember()
                        .build(),
                question("job", QuestionType.SELECT_ONE)
                        .list("jobs")
                        .ofEachMember()
                        .build(),
                question("name", QuestionType.TEXT).ofEachMember().build(),
                question("born", QuestionType.DATE).ofEachMember().build(),
                question("uses", QuestionType.SELECT_MULTIPLE)
                        .list("uses")
                        .ofEachMember()
                        .build());
    }

    private static Reading<Questionnaire> form(List<Question> more) {
        Question counted = question("cnt", QuestionType.CALCULATE)
                .result(QuestionType.INTEGER)
                .calculation("count(${member}[${sex} = 1])")
                .build();
        List<Question> rest = new ArrayList<>(List.of(counted));
        rest.addAll(more);
        return base().section(Section.of("about", LABEL, household()))
                .section(Section.of("people", LABEL, members()))
                .section(Section.of("more", LABEL, rest))
                .build();
    }

    Questionnaire form() {
        Questionnaire empty = form(List.of()).value();
        Scope scope = empty.scope();
        samples = Stream.generate(() -> sample(empty))
                .filter(frame -> frame.members() > 0)
                .limit(SAMPLES)
                .toList();
        List<Question> more = new ArrayList<>();
        for (int i = 0; i < FORMULAS; i++) {
            more.add(formula("f" + i, scope));
        }
        return form(more).optional().orElseGet(this::form);
    }

    private Question formula(String name, Scope scope) {
        Level level = random.nextInt(5) < 2 ? Level.MEMBER : Level.HOUSEHOLD;
        int depth = 1 + random.nextInt(3);
        int kind = random.nextInt(12);
        Question.Builder question = switch (kind) {
            case 0 ->
                question(name, QuestionType.NOTE)
                        .relevance(sound(
                                scope,
                                level,
                                () -> "if(" + randoms.condition(level, depth) + ", " + randoms.condition(level, 0)
                                        + ", " + one("true()", "false()") + ")"));
            case 1, 2 ->
                question(name, QuestionType.INTEGER)
                        .constraint(
                                ". > 0 and " + sound(scope, level, () -> randoms.condition(level, depth)) + " or . = "
                                        + sound(scope, level, () -> randoms.number(level, depth)),
                                LABEL)
                        .requiredIf(sound(scope, level, () -> randoms.condition(level, 1)));
            case 3 ->
                question(name, QuestionType.TEXT)
                        .constraint(
                                ". = " + sound(scope, level, () -> randoms.text(level, depth)) + " or "
                                        + sound(scope, level, () -> randoms.condition(level, depth)),
                                LABEL);
            case 4 ->
                question(name, QuestionType.CALCULATE)
                        .result(QuestionType.TEXT)
                        .calculation(sound(scope, level, () -> randoms.text(level, depth)));
            case 5 ->
                question(name, QuestionType.CALCULATE)
                        .result(QuestionType.DATE)
                        .calculation(sound(scope, level, () -> randoms.date(level, depth)));
            case 6 ->
                question(name, QuestionType.CALCULATE)
                        .result(QuestionType.SELECT_MULTIPLE)
                        .list("uses")
                        .calculation(sound(scope, level, () -> randoms.codes(level)));
            case 7 ->
                question(name, QuestionType.CALCULATE)
                        .result(QuestionType.SELECT_ONE)
                        .list("yes_no")
                        .calculation(sound(scope, level, () -> "if(" + randoms.condition(level, depth) + ", 1, 0)"));
            case 8 ->
                question(name, QuestionType.CALCULATE)
                        .result(QuestionType.INTEGER)
                        .calculation(sound(scope, level, () -> "int(" + randoms.number(level, depth) + ")"));
            case 9, 10 ->
                question(name, QuestionType.CALCULATE)
                        .result(QuestionType.INTEGER)
                        .calculation("round(" + sound(scope, level, () -> rare(level)) + ")");
            default ->
                question(name, QuestionType.CALCULATE)
                        .result(QuestionType.DECIMAL)
                        .digits(9)
                        .calculation(sound(scope, level, () -> "round(" + randoms.number(level, depth) + ", 9)"));
        };
        if (level == Level.MEMBER) {
            question.ofEachMember();
        }
        return question.build();
    }

    /** What the other expressions seldom hold. */
    private String rare(Level level) {
        String own = level == Level.MEMBER
                ? one(
                        "count-same(${name}, ${sex})",
                        "indexed-repeat(${age}, ${member}, position(..))",
                        "age-years(${born}, ${day1})",
                        "if(thai-id-valid(${name}), 1, 0)")
                : one("count-duplicates(${rel})", "min(${born}) - today()", "if(thai-id-valid(${t1}), 1, 0)");
        return one(
                own,
                "count-selected(${many})",
                "count-selected(join(' ', ${uses}))",
                "${member}[2]/${age}",
                "${member}[${age} > 2][1]/(${age} * 2)",
                "indexed-repeat(${w}, ${member}, ${n1})",
                "max(${w}) mod 3",
                "max(${member}/(-${age}))",
                "max(-${n1}, -${n2}, -3)",
                "age-months(${day1}, date('2030-03-01'))",
                "int(${d2} div 0.1)",
                "if(all(${member}[${sex} = 1]/(${age} > 1)), 1, 0)",
                "count(${member}[count-same(${sex}) > 1 and position(..) > 1])",
                "count(${member}[attribute(${rel}, 'role') = 'CHILD'])");
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Whether an expression has a value for somehouseholds; else there is nothing to compare. */
    private boolean isOftenKnown(Formula formula) {
        return samples.stream()
                        .map(frame -> formula.value(frame, 0))
                        .filter(value -> !XFormComparison.isMissing(value))
                        .count()
                > samples.size() / 2;
    }

    private Frame sample(Questionnaire form) {
        XFormComparison.Household household = household(form, LocalDate.of(2024, 2, 29));
        Frame frame = Frame.of(form.scope());
        frame.reset(false, household.members(), household.today());
        frame.set("p1", 0, Value.of(3));
        frame.set("cnt", 0, Value.of(random.nextInt(3)));
        household
                .answers()
                .forEach((name, values) ->
                        IntStream.range(0, values.size()).forEach(row -> frame.set(name, row, values.get(row))));
        return frame;
    }

    /** An expression without errors, and without the numbers that binary floating point cannot hold. */
    private String sound(Scope scope, Level level, Supplier<String> maker) {
        while (true) {
            String text = maker.get().replace("9000000000000000000", "7");
            if (Expression.parse(text).optional().isPresent()
                    && Formula.value(text, scope, level)
                            .optional()
                            .filter(formula -> !formula.isConstant() && isOftenKnown(formula))
                            .isPresent()) {
                return text;
            }
        }
    }

    /** Answers to all that is asked; most often none is missing. */
    XFormComparison.Household household(Questionnaire form, LocalDate today) {
        int members = random.nextInt(8) == 0 ? 0 : 2 + random.nextInt(4);
        int missing = random.nextInt(4) == 0 ? 4 : 0;
        Map<String, List<Value>> answers = new LinkedHashMap<>();
        for (Question question : form.questions()) {
            Optional<Symbol> symbol = form.scope().symbol(question.name());
            if (question.type().isAsked() && symbol.isPresent()) {
                int rows = question.level() == Level.HOUSEHOLD ? 1 : members;
                answers.put(
                        question.name(),
                        IntStream.range(0, rows)
                                .mapToObj(row -> random.nextInt(100) < missing
                                        ? Value.of(Missing.NOT_ANSWERED)
                                        : answer(symbol.get()))
                                .toList());
            }
        }
        return new XFormComparison.Household(today, members, answers);
    }

    /** The same household with other answers to some questions. */
    XFormComparison.Household edited(Questionnaire form, XFormComparison.Household household, Edits edits) {
        Map<String, List<Value>> answers = new LinkedHashMap<>(household.answers());
        List<String> names = List.copyOf(answers.keySet());
        for (int i = 0; i < EDITS; i++) {
            String name = names.get(random.nextInt(names.size()));
            List<Value> rows = new ArrayList<>(answers.get(name));
            if (!rows.isEmpty()) {
                int row = random.nextInt(rows.size());
                rows.set(row, answer(form.scope().symbol(name).orElseThrow()));
                answers.put(name, rows);
                edits.accept(name, row, rows.get(row));
            }
        }
        return new XFormComparison.Household(household.today(), household.members(), answers);
    }

    /** Takes an edit. */
    @FunctionalInterface
    interface Edits {
        void accept(String name, int row, Value value);
    }

    Value answer(Symbol symbol) {
        Value value = randoms.present(symbol, false);
        if (value instanceof Value.Amount amount && amount.value().signum() <= 0 && random.nextInt(4) > 0) {
            return Value.of(BigDecimal.valueOf(1 + random.nextInt(9)).setScale(symbol.digits()));
        }
        if (value instanceof Value.Day day && symbol.name().equals("born")) {
            return Value.of(day.value().minusYears(random.nextInt(60)));
        }
        return value.equals(Value.codes(List.of())) ? Value.codes(List.of("2")) : value;
    }
}
