package io.github.bmnkit.testing;

import io.github.bmnkit.expression.Expression;
import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.AnswerPath;
import io.github.bmnkit.response.Check;
import io.github.bmnkit.response.HouseholdResponse;
import io.github.bmnkit.response.ResolvedHousehold;
import io.github.bmnkit.response.ResponseSchema;
import io.github.bmnkit.response.ResponseState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares, answer by answer, whether a schema objects with whether the derived checks fail that the schema says it
 * expresses. What differs is put into classes by what the engine knows, not by what the schema says.
 */
public final class SchemaComparison {
    /** Why the two may differ. */
    public enum Reason {
        /** The answer, or one that its conditions read, should not have been given: {@code schema.stored}. */
        HIDDEN,
        /** A character counts as one there and as two here: {@code schema.length}. */
        LENGTH
    }

    /** What several comparisons come to. */
    public static final class Tally {
        private final Map<Check, Integer> failing = new EnumMap<>(Check.class);
        private final Map<Reason, Integer> leftOut = new EnumMap<>(Reason.class);
        private int documents;
        private int objected;
        private long answers;

        public void add(SchemaComparison comparison) {
            comparison.failing.forEach((check, count) -> failing.merge(check, count, Integer::sum));
            comparison.leftOut.forEach((reason, count) -> leftOut.merge(reason, count, Integer::sum));
            documents += comparison.documents;
            objected += comparison.objected;
            answers += comparison.answers;
        }

        public boolean metEveryCheck() {
            return failing.size() == Check.values().length - 1; // but claims, which no schema compares
        }

        public long answers() {
            return answers;
        }

        public long leftOut() {
            return leftOut.values().stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public String toString() {
            return documents + " documents, " + objected + " objected to; " + answers + " answers compared, failing "
                    + failing + ", left out " + leftOut;
        }
    }

    private final Questionnaire form;
    private final SchemaPeer schema;
    private final Set<String> notSaid = new HashSet<>();
    private final Map<String, List<Formula>> relevances = new TreeMap<>();
    private final Map<String, List<Formula>> constraints = new TreeMap<>();
    private final ResolvedHousehold household;
    private final Map<Check, Integer> failing = new EnumMap<>(Check.class);
    private final Map<Reason, Integer> leftOut = new EnumMap<>(Reason.class);
    public final List<String> unexplained = new ArrayList<>();
    private int answers;
    private int documents;
    private int objected;

    public SchemaComparison(Questionnaire form, ResponseSchema exported, String json) {
        this.form = form;
        this.schema = new SchemaPeer(json);
        this.household = ResolvedHousehold.of(form);
        for (Finding finding : exported.findings()) {
            Map<String, ?> arguments = finding.arguments();
            notSaid.add(finding.code().id() + " " + arguments.get("name") + " " + arguments.get("condition"));
        }
        for (Item item : form.items()) {
            if (item.hasValue()) {
                relevances.put(item.name(), said(item, "schema.relevance", item.relevance()));
                constraints.put(item.name(), said(item, "schema.constraint", item.constraint()));
            }
        }
    }

    private boolean isSaid(String code, Item item, Object condition) {
        return !notSaid.contains(code + " ${" + item.name() + "} " + condition);
    }

    /** The parts of a condition that the schema says it expresses. */
    private List<Formula> said(Item item, String code, Optional<Formula> whole) {
        return whole.map(formula -> parts(formula.expression())).orElse(List.of()).stream()
                .filter(part -> isSaid(code, item, part))
                .map(part -> code.equals("schema.relevance")
                        ? Formula.condition(part.toString(), form.scope(), item.level())
                                .value()
                        : Formula.constraint(part.toString(), form.scope(), item.name())
                                .value())
                .toList();
    }

    private static List<Expression> parts(Expression condition) {
        return condition instanceof Expression.Operation operation && operation.operator() == Expression.Operator.AND
                ? Stream.concat(parts(operation.left()).stream(), parts(operation.right()).stream())
                        .toList()
                : List.of(condition);
    }

    public void compare(HouseholdResponse response) {
        boolean draft = response.state() == ResponseState.DRAFT;
        household.resolve(response, draft, Responses.TODAY);
        Set<String> theirs = schema.objections(SchemaPeer.tree(response.toJson()));
        documents++;
        objected += theirs.isEmpty() ? 0 : 1;
        Set<String> places = new TreeSet<>();
        for (Item item : form.items()) {
            int rows = item.level() == Level.MEMBER ? household.members() : 1;
            for (int row = 0; item.hasValue() && row < rows; row++) {
                String place = item.level() == Level.MEMBER ? row + "/" + item.name() : item.name();
                places.add(place);
                compare(response, item, row, place, theirs.contains(place));
            }
        }
        boolean wrongSize = household.roster() == Outcome.FAIL;
        if (wrongSize) {
            places.add("/members");
            failing.merge(Check.ROSTER, 1, Integer::sum);
        }
        if (wrongSize && !theirs.contains("/members")) {
            unexplained.add(response.household() + " /members: not objected to");
        }
        theirs.stream()
                .filter(place -> !places.contains(place))
                .forEach(place -> unexplained.add(response.household() + " " + place + ": objected to"));
    }

    private void compare(HouseholdResponse response, Item item, int row, String place, boolean objected) {
        answers++;
        Set<Check> failed = new TreeSet<>();
        for (Check check : Check.values()) {
            if (check.isOn(item) && isFailed(item, check, row)) {
                failed.add(check);
                failing.merge(check, 1, Integer::sum);
            }
        }
        if (objected == failed.isEmpty()) {
            Optional<Reason> reason = reason(item, row);
            reason.ifPresent(because -> leftOut.merge(because, 1, Integer::sum));
            if (reason.isEmpty()) {
                unexplained.add(response.household() + " " + response.state() + " " + place + ": here " + failed
                        + ", there "
                        + schema.errors(SchemaPeer.tree(response.toJson())).stream()
                                .filter(error -> error.toString().contains(item.name()))
                                .toList());
            }
        }
    }

    private AnswerPath path(Item item, int row) {
        return item.level() == Level.MEMBER
                ? AnswerPath.of(item.name(), household.key(row))
                : AnswerPath.of(item.name());
    }

    /** Whether a check, as far as the schema says that it expresses it, fails. */
    private boolean isFailed(Item item, Check check, int row) {
        boolean fails = household.check(item, check, row) == Outcome.FAIL;
        boolean draft = household.frame().isDraft();
        return switch (check) {
            case TYPE -> fails;
            case CODE_LIST -> fails && (isSaid("schema.within", item, null) || !isCodeInUse(item, row));
            case RELEVANCE -> fails && anyFalse(relevances, item, row, draft);
            case REQUIRED -> fails && isDueSaid(item) && (!draft || isAlwaysDue(item));
            case CONSTRAINT -> fails && anyFalse(constraints, item, row, draft);
            case CLAIM, ROSTER -> false;
        };
    }

    private boolean isCodeInUse(Item item, int row) {
        String list = item.question().list();
        return list != null
                && household.answer(path(item, row)) instanceof Value.Code code
                && form.list(list)
                        .flatMap(codes -> codes.code(code.value()))
                        .map(known -> known.isUsedIn(household.response().round()))
                        .orElse(false);
    }

    private boolean anyFalse(Map<String, List<Formula>> parts, Item item, int row, boolean draft) {
        return parts.getOrDefault(item.name(), List.of()).stream()
                .filter(part -> !draft || !part.toString().contains("''"))
                .anyMatch(part -> part.test(household.frame(), row) == Truth.FALSE);
    }

    private boolean isDueSaid(Item item) {
        return notSaid.stream().noneMatch(line -> line.startsWith("schema.required ${" + item.name() + "} "));
    }

    private static boolean isAlwaysDue(Item item) {
        return item.question().isAlwaysRequired() && item.relevance().isEmpty();
    }

    private Optional<Reason> reason(Item item, int row) {
        boolean hidden = household.check(item, Check.RELEVANCE, row) == Outcome.FAIL
                || Stream.of(item.relevance(), item.required(), item.constraint())
                        .flatMap(Optional::stream)
                        .flatMap(formula -> names(formula.expression()))
                        .anyMatch(name -> isHidden(name, row));
        String within = item.question().within();
        if (hidden || (within != null && isHidden(within, row))) {
            return Optional.of(Reason.HIDDEN);
        }
        boolean counted = notSaid.contains("schema.length ${" + item.name() + "} null")
                && household.response().toJson().codePoints().anyMatch(Character::isSupplementaryCodePoint);
        return counted ? Optional.of(Reason.LENGTH) : Optional.empty();
    }

    private boolean isHidden(String name, int row) {
        return form.item(name)
                .filter(Item::hasValue)
                .map(read -> household.check(read, Check.RELEVANCE, row) == Outcome.FAIL)
                .orElse(false);
    }

    private static Stream<String> names(Expression expression) {
        return expression instanceof Expression.Name name
                ? Stream.of(name.name())
                : expression.parts().stream().flatMap(SchemaComparison::names);
    }
}
