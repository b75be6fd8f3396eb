package io.github.bmnkit.xform;

import io.github.bmnkit.expression.Explanation;
import io.github.bmnkit.expression.Expression;
import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.questionnaire.Question;
import io.github.bmnkit.questionnaire.QuestionType;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares what this SDK and JavaRosa make of the same answers, and says by rule why they may differ. */
final class XFormComparison {
    /** Why a result may differ. */
    enum Deviation {
        /** An operand is missing. JavaRosa compares with a blank, or leaves it out; here the result is unknown. */
        BLANK,
        /** No answer is missing, but a part has no value: no such member, a quotient by zero, a text that is no number. */
        NO_VALUE,
        /** A part is a blank to JavaRosa, but a value here: an empty text, or nothing chosen. */
        EMPTY,
        /** A whole number is beyond 32 bits, where JavaRosa stores the nearest that is not. */
        RANGE,
        /** A decimal is written as a text, and JavaRosa does it with an exponent. */
        EXPONENT,
        /** An answer was changed later, on which a value of another member depends; JavaRosa does not calculate it again. */
        STALE,
        /** An operand differs already. */
        INHERITED,
    }

    private record Cell(String name, int row) {}

    private final Questionnaire form;
    private final XFormExpressions expressions;
    private final Map<Deviation, Integer> deviations = new EnumMap<>(Deviation.class);
    private final Map<Deviation, String> examples = new EnumMap<>(Deviation.class);
    private final List<String> unexplained = new ArrayList<>();
    private final Map<String, Integer> compared = new HashMap<>();
    private int missing;

    private final Set<Cell> different = new HashSet<>();
    private final Set<String> leftOut = new HashSet<>();
    private boolean edited;
    private Frame frame;

    XFormComparison(Questionnaire form) {
        this.form = form;
        this.frame = Frame.of(form.scope());
        this.expressions = new XFormExpressions(form, new XFormPaths(form));
        form.questions().stream()
                .map(Question::name)
                .filter(name -> form.item(name)
                        .orElseThrow()
                        .constraint()
                        .map(Formula::expression)
                        .filter(expressions.constraintOf(name)::looksUp)
                        .isPresent())
                .forEach(leftOut::add);
    }

    /** Answers by name, one for the household or one for each member. */
    record Household(LocalDate today, int members, Map<String, List<Value>> answers) {}

    int rows(Question question, int members) {
        return question.level() == Level.HOUSEHOLD ? 1 : members;
    }

    /** Fills a client with answers, whether they turn out to be asked or not. */
    static void fill(JavaRosaClient client, Household household) {
        client.reset(household.members());
        household
                .answers()
                .forEach((name, values) ->
                        IntStream.range(0, values.size()).forEach(row -> client.put(name, row, values.get(row))));
        client.refresh();
    }

    /** Evaluates the form here and compares all with the client, which has the same answers. */
    void compare(JavaRosaClient client, Household household, boolean afterEdits) {
        edited = afterEdits;
        frame = Frame.of(form.scope());
        frame.reset(false, household.members(), household.today());
        different.clear();
        form.parameters().forEach(parameter -> {
            Value value = parameter.value();
            if (value != null) {
                frame.set(parameter.name(), 0, value);
            }
        });
        for (Question question : form.questions()) {
            for (int row = 0; row < rows(question, household.members()); row++) {
                question(client, question, row, household);
            }
        }
    }

    private void question(JavaRosaClient client, Question question, int row, Household household) {
        String name = question.name();
        Truth relevance = form.item(name)
                .orElseThrow()
                .relevance()
                .map(formula -> formula.test(frame, row))
                .orElse(Truth.TRUE);
        boolean theirs = client.isRelevant(name, row);
        form.item(name).orElseThrow().relevance().ifPresent(formula -> {
            // Unknown is not shown, so that JavaRosa and this SDK do the same.
            Truth shown = relevance == Truth.UNKNOWN && !theirs ? Truth.FALSE : relevance;
            condition("relevance", name, row, formula, shown, theirs);
        });
        if (question.type() == QuestionType.NOTE) {
            return;
        }
        if (relevance == Truth.FALSE) {
            frame.set(name, row, Value.of(Missing.NOT_ASKED));
        } else if (question.type().isAsked() && relevance == Truth.UNKNOWN && !theirs) {
            frame.set(name, row, Value.of(Missing.NOT_ANSWERED));
        } else if (question.type() == QuestionType.CALCULATE) {
            Formula formula = form.item(name).orElseThrow().calculation().orElseThrow();
            formula.store(frame, row);
        } else {
            frame.set(name, row, household.answers().get(name).get(row));
        }
        Value ours = frame.get(name, row);
        Value other = client.get(name, row);
        boolean same = JavaRosaClient.same(ours, other);
        if (!same) {
            different.add(new Cell(name, row));
        }
        if (question.type() == QuestionType.CALCULATE && relevance != Truth.FALSE && theirs) {
            Formula formula = form.item(name).orElseThrow().calculation().orElseThrow();
            count("calculation", formula, row);
            if (!same) {
                boolean unknown = ours instanceof Value.None || ours instanceof Value.Between;
                explain("calculation", name, row, formula, unknown, ours + " here, " + other + " in JavaRosa");
            }
        }
        if (relevance == Truth.TRUE && theirs && !JavaRosaClient.isBlank(ours)) {
            form.item(name)
                    .orElseThrow()
                    .constraint()
                    .filter(formula -> !leftOut.contains(name))
                    .ifPresent(formula -> condition(
                            "constraint",
                            name,
                            row,
                            formula,
                            formula.test(frame, row),
                            client.meetsConstraint(name, row, ours)));
        }
        if (relevance == Truth.TRUE && theirs) {
            form.item(name)
                    .orElseThrow()
                    .required()
                    .ifPresent(formula -> condition(
                            "required", name, row, formula, formula.test(frame, row), client.isRequired(name, row)));
        }
    }

    private void condition(String what, String name, int row, Formula formula, Truth ours, boolean theirs) {
        count(what, formula, row);
        if (ours != Truth.of(theirs)) {
            explain(what, name, row, formula, ours == Truth.UNKNOWN, ours + " here, " + theirs + " in JavaRosa");
            if (what.equals("relevance")) {
                different.add(new Cell(name, row));
            }
        }
    }

    private void count(String what, Formula formula, int row) {
        compared.merge(what, 1, Integer::sum);
        if (reads(formula, row).anyMatch(cell -> isMissing(frame.get(cell.name(), cell.row())))) {
            missing++;
        }
    }

    static boolean isMissing(Value value) {
        return value instanceof Value.None || value instanceof Value.Between || value.equals(Value.of(Truth.UNKNOWN));
    }

    private void explain(String what, String name, int row, Formula formula, boolean unknown, String both) {
        List<Cell> read = reads(formula, row).toList();
        Explanation explanation = formula.explain(frame, row);
        List<Value> parts = parts(explanation).toList();
        boolean operandMissing = read.stream().anyMatch(cell -> isMissing(frame.get(cell.name(), cell.row())));
        boolean partMissing = parts.stream().anyMatch(XFormComparison::isMissing);
        boolean looksForBlanks = looksForBlanks(formula.expression());
        Deviation deviation = null;
        if (read.stream().anyMatch(different::contains)) {
            deviation = Deviation.INHERITED;
        } else if (partMissing && (unknown || looksForBlanks)) {
            deviation = operandMissing ? Deviation.BLANK : Deviation.NO_VALUE;
        } else if (looksForBlanks && parts.stream().anyMatch(JavaRosaClient::isBlank)) {
            deviation = Deviation.EMPTY;
        } else if (parts.stream().anyMatch(XFormComparison::isOutOfRange)) {
            deviation = Deviation.RANGE;
        } else if (expressions.writesDecimal(formula.expression())
                && parts.stream().anyMatch(XFormComparison::hasExponent)) {
            deviation = Deviation.EXPONENT;
        }
        if (deviation == null
                && edited
                && XFormExpressions.readsOthers(
                        formula.expression(), form.question(name).orElseThrow().level())) {
            deviation = Deviation.STALE;
        }
        String text = what + " of " + name + "[" + row + "]: " + both + ": " + formula;
        if (deviation == null) {
            unexplained.add(text + "\n" + explanation.text(Locale.ROOT));
        } else {
            deviations.merge(deviation, 1, Integer::sum);
            examples.putIfAbsent(deviation, text);
        }
    }

    private static Stream<Value> parts(Explanation explanation) {
        Stream<Value> own = explanation.expression().equals(new Expression.Text(""))
                ? Stream.empty()
                : Stream.of(explanation.value());
        return Stream.concat(own, explanation.parts().stream().flatMap(XFormComparison::parts));
    }

    /** Whether something is done because something else is blank; then our result can be known though a part is not. */
    private static boolean looksForBlanks(Expression expression) {
        boolean coalesce =
                expression instanceof Expression.Call call && call.function() == Expression.Function.COALESCE;
        return coalesce
                || expression.equals(new Expression.Text(""))
                || expression.parts().stream().anyMatch(XFormComparison::looksForBlanks);
    }

    private static boolean hasExponent(Value value) {
        return value instanceof Value.Amount amount
                && Double.toString(amount.value().doubleValue()).contains("E");
    }

    private static boolean isOutOfRange(Value value) {
        return value instanceof Value.Amount amount
                && amount.value().abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0;
    }

    private Stream<Cell> reads(Formula formula, int row) {
        Stream<Cell> one = Stream.of(
                        formula.reads().household(),
                        formula.reads().parameters(),
                        formula.reads().member())
                .flatMap(Collection::stream)
                .map(name -> new Cell(name, isMember(name) ? row : 0));
        Stream<Cell> all = formula.reads().everyMember().stream()
                .flatMap(name -> IntStream.range(0, frame.members()).mapToObj(member -> new Cell(name, member)));
        return Stream.concat(one, all);
    }

    private boolean isMember(String name) {
        return form.scope().symbol(name).orElseThrow().level() == Level.MEMBER;
    }

    /** Every function, operator and choice of a member in the form, as often as it stands there. */
    Stream<String> constructs() {
        return form.items().stream()
                .flatMap(item -> Stream.of(item.relevance(), item.required(), item.constraint(), item.calculation()))
                .flatMap(Optional::stream)
                .flatMap(formula -> constructs(formula.expression()));
    }

    private static Stream<String> constructs(Expression expression) {
        String own = "";
        if (expression instanceof Expression.Call call) {
            own = call.function().name();
        } else if (expression instanceof Expression.Operation operation) {
            own = operation.operator().name();
        } else if (expression instanceof Expression.Pick pick) {
            own = pick.where() != null
                    ? "FIRST_WHERE"
                    : pick.position() instanceof Expression.Numeral ? "AT_POSITION" : "INDEXED_REPEAT";
        } else if (expression instanceof Expression.Negation) {
            own = "NEGATION";
        }
        Stream<String> parts = expression.parts().stream().flatMap(XFormComparison::constructs);
        return own.isEmpty() ? parts : Stream.concat(Stream.of(own), parts);
    }

    List<String> unexplained() {
        return unexplained;
    }

    /** What came of many comparisons. */
    static final class Tally {
        private final Map<String, Integer> compared = new HashMap<>();
        private final Map<Deviation, Integer> deviations = new EnumMap<>(Deviation.class);
        private final Map<Deviation, String> examples = new EnumMap<>(Deviation.class);
        private int missing;

        void add(XFormComparison comparison) {
            comparison.compared.forEach((what, number) -> compared.merge(what, number, Integer::sum));
            comparison.deviations.forEach((deviation, number) -> deviations.merge(deviation, number, Integer::sum));
            comparison.examples.forEach(examples::putIfAbsent);
            missing += comparison.missing;
        }

        int total() {
            return compared.values().stream().mapToInt(Integer::intValue).sum();
        }

        int deviating() {
            return deviations.values().stream().mapToInt(Integer::intValue).sum();
        }

        int of(String what) {
            return compared.getOrDefault(what, 0);
        }

        @Override
        public String toString() {
            return "compared " + total() + " " + compared + ", with a missing operand " + missing + ", left out "
                    + deviating() + " " + deviations + "\n" + examples;
        }
    }
}
