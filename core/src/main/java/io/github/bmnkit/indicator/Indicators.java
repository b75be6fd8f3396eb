package io.github.bmnkit.indicator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.ResolvedHousehold;
import java.io.ByteArrayInputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Evaluates the indicators of a set for households of a form. It is compiled once and then serves any number of threads,
 * each with a household of its own.
 *
 * <p>In a draft, what is not answered is not answered yet, and indicators that need it are
 * {@link IndicatorOutcome#INCOMPLETE}; so they are in a complete response where it was left blank, unless other answers
 * decide them. It serialises as form and set and is compiled anew where it is read.
 */
public final class Indicators implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The compiled indicators of some rounds. */
    private record Rounds(int from, int to, List<Compiled> indicators) {}

    private final transient IndicatorSet set;
    private final transient Questionnaire form;
    private final transient boolean demonstration;
    private final transient Map<Integer, Integer> indices;
    private final transient List<Rounds> rounds;

    private Indicators(IndicatorSet set, Questionnaire form, boolean demonstration, List<Rounds> rounds) {
        this.set = set;
        this.form = form;
        this.demonstration = demonstration;
        this.rounds = rounds;
        this.indices = new HashMap<>();
        for (Indicator indicator : set.indicators()) {
            indices.put(indicator.number(), indices.size());
        }
    }

    /**
     * Returns an evaluator for the rounds of a set.
     *
     * @param set the indicators
     * @param form the form that they are for, with the codes of the host
     * @return the evaluator
     * @throws IllegalArgumentException if the indicators are for another form, or do not fit this edition of it
     */
    public static Indicators of(IndicatorSet set, Questionnaire form) {
        requireNonNull(form, "form");
        if (!set.form().equals(form.id())) {
            throw new IllegalArgumentException(set + " is not for the form " + form.id());
        }
        return new Indicators(set, form, false, compile(set, form));
    }

    /** The parameters change with the rounds; what reads none is compiled once. */
    private static List<Rounds> compile(IndicatorSet set, Questionnaire form) {
        Set<String> names =
                set.parameters().stream().map(IndicatorParameter::name).collect(Collectors.toSet());
        Set<Integer> starts = new TreeSet<>(Set.of(Integer.MIN_VALUE));
        for (IndicatorParameter parameter : set.parameters()) {
            parameter.values().forEach(value -> starts.addAll(List.of(value.from(), value.to() + 1)));
        }
        Map<Integer, Compiled> everywhere = new HashMap<>();
        for (Indicator indicator : set.indicators()) {
            if (!Compiled.readsAny(indicator, names)) {
                everywhere.put(indicator.number(), new Compiled(indicator, form, names, Map.of()));
            }
        }
        List<Rounds> rounds = new ArrayList<>();
        List<Integer> from = List.copyOf(starts);
        for (int i = 0; i < from.size(); i++) {
            Map<String, String> values = new HashMap<>();
            for (IndicatorParameter parameter : set.parameters()) {
                parameter.value(from.get(i)).ifPresent(value -> values.put(parameter.name(), value.toPlainString()));
            }
            List<Compiled> compiled = new ArrayList<>();
            for (Indicator indicator : set.indicators()) {
                Compiled known = everywhere.get(indicator.number());
                compiled.add(known != null ? known : new Compiled(indicator, form, names, values));
            }
            int to = i + 1 < from.size() ? from.get(i + 1) - 1 : Integer.MAX_VALUE;
            rounds.add(new Rounds(from.get(i), to, List.copyOf(compiled)));
        }
        return List.copyOf(rounds);
    }

    /**
     * Returns an evaluator that takes households of every round, to show how it would be: no office says that these
     * indicators are those of other rounds, and the results say so.
     *
     * @return the evaluator
     */
    public Indicators asDemonstration() {
        return new Indicators(set, form, true, rounds);
    }

    /**
     * Returns the indicators.
     *
     * @return the set
     */
    public IndicatorSet set() {
        return set;
    }

    /**
     * Returns the form.
     *
     * @return the form
     */
    public Questionnaire form() {
        return form;
    }

    /**
     * Tells whether households of a round are evaluated.
     *
     * @param round the year, Buddhist Era
     * @return true for the rounds of the set, and for every round in a demonstration
     */
    public boolean takes(int round) {
        return demonstration || set.holdsFor(round);
    }

    /**
     * Evaluates a household. What is returned keeps nothing of the household that is passed, which may be refilled.
     *
     * @param household the household, of the form of this evaluator
     * @return the results
     * @throws IllegalArgumentException if the household answered another form, or in a round that is not taken
     */
    public HouseholdIndicators evaluate(ResolvedHousehold household) {
        return new HouseholdIndicators(this, compiled(household), household);
    }

    /**
     * Says how the result of an indicator comes about.
     *
     * @param household the household, of the form of this evaluator
     * @param number the number of the indicator
     * @return the explanation, which holds personal values and shows them only when asked
     * @throws IllegalArgumentException if there is no such indicator, or the household answered another form, or in a
     *     round that is not taken
     */
    public IndicatorExplanation explain(ResolvedHousehold household, int number) {
        return IndicatorExplanation.of(compiled(household).get(index(number)), household);
    }

    private List<Compiled> compiled(ResolvedHousehold household) {
        if (!household.form().equals(form)) {
            throw new IllegalArgumentException(household.form() + " is not the form of the indicators, " + form);
        }
        int round = household.round();
        if (!takes(round)) {
            throw new IllegalArgumentException(set + " does not hold for the round " + round);
        }
        for (Rounds each : rounds) {
            if (each.from() <= round && round <= each.to()) {
                return each.indicators();
            }
        }
        throw new IllegalStateException("no indicators for the round " + round);
    }

    int index(int number) {
        Integer index = indices.get(number);
        if (index == null) {
            throw new IllegalArgumentException("no indicator " + number + " in " + set);
        }
        return index;
    }

    /** Returns the set and the form. */
    @Override
    public String toString() {
        return "Indicators[" + set.coordinate() + ", form=" + form.id() + (demonstration ? ", demonstration]" : "]");
    }

    /**
     * Writes form and set.
     *
     * @return what is written
     */
    @Serial
    private Object writeReplace() {
        return new Written(form.toJson(), set.toJson(), demonstration);
    }

    /**
     * Refuses what no evaluator wrote.
     *
     * @param in the stream
     * @throws InvalidObjectException always
     */
    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("written as form and set");
    }

    /**
     * What an evaluator serialises as.
     *
     * @param form the form as JSON
     * @param set the set as JSON
     * @param demonstration whether households of every round are taken
     */
    private record Written(String form, String set, boolean demonstration) implements Serializable {
        @Serial
        private Object readResolve() {
            Questionnaire read = Questionnaire.read(new ByteArrayInputStream(form.getBytes(UTF_8)))
                    .value();
            Indicators indicators = Indicators.of(
                    IndicatorSet.read(read, new ByteArrayInputStream(set.getBytes(UTF_8)))
                            .value(),
                    read);
            return demonstration ? indicators.asDemonstration() : indicators;
        }
    }
}
