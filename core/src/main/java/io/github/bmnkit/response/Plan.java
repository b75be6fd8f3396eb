package io.github.bmnkit.response;

import static java.util.Objects.requireNonNull;

import io.github.bmnkit.expression.Expression;
import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Reads;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.questionnaire.Code;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Parameter;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a form is resolved: its items in order, where their values stand in a frame, and which items read which. Immutable,
 * made once for each form.
 */
final class Plan {
    /** An item, ready to be evaluated; what it lacks is null. */
    static final class Step {
        final Item item;
        final boolean ofMember;

        /** The cell of the first row, and how far on that of the next row is; -1 for a note, which has none. */
        final int cell;

        private final int cellStride;
        /** The same of the stored answer. */
        private final int slot;

        private final int slotStride;
        /** The same of the place among the steps of the household and then of each member, notes included. */
        private final int place;

        private final int placeStride;

        final @Nullable Formula relevance;
        final @Nullable Formula calculation;
        final @Nullable Formula required;
        final @Nullable Formula constraint;
        final @Nullable Listed listed;
        /** An earlier step whose relevance is the same condition, so that it need not be tested again. */
        @Nullable
        Step sameRelevance;

        /** Orders of the steps that read this value of the same member. */
        int[] sameRow = {};
        /** Orders of the steps that read it for every member, or for the household. */
        int[] everyRow = {};

        /** A bit for each check that the form makes of it. */
        private final int checks;

        final boolean refusable;
        /** Whether an answer is due whenever the question is asked. */
        final boolean alwaysRequired;

        Step(Item item, int place, Questionnaire form, Frame frame) {
            this.item = item;
            this.ofMember = item.level() == Level.MEMBER;
            this.cell = item.hasValue() ? frame.cell(item.name(), 0) : -1;
            this.cellStride = item.hasValue() ? frame.cell(item.name(), 1) - cell : 0;
            int answersOfHousehold = ofMember ? form.items(Level.HOUSEHOLD).size() : 0;
            this.slot = item.hasValue() ? answersOfHousehold + item.slot() : -1;
            this.slotStride =
                    ofMember && item.hasValue() ? form.items(Level.MEMBER).size() : 0;
            this.place = ofMember ? steps(form, Level.HOUSEHOLD) + place : place;
            this.placeStride = ofMember ? steps(form, Level.MEMBER) : 0;
            this.relevance = item.relevance().orElse(null);
            this.calculation = item.calculation().orElse(null);
            this.required = item.required().orElse(null);
            this.constraint = item.constraint().orElse(null);
            this.listed = Listed.of(item, form);
            this.alwaysRequired = item.question().isAlwaysRequired();
            this.refusable = item.question().refusable();
            this.checks = Stream.of(Check.values())
                    .filter(check -> check.isOn(item))
                    .mapToInt(check -> check.bit)
                    .sum();
        }

        private static int steps(Questionnaire form, Level level) {
            return (int)
                    form.items().stream().filter(item -> item.level() == level).count();
        }

        int cell(int row) {
            return row * cellStride + cell;
        }

        int slot(int row) {
            return row * slotStride + slot;
        }

        int place(int row) {
            return row * placeStride + place;
        }

        boolean has(Check check) {
            return (checks & check.bit) != 0;
        }
    }

    /** What a code list demands besides that a code stands in it. */
    static final class Listed {
        final @Nullable String within;
        private final Map<String, Code> codes = new HashMap<>();

        private Listed(@Nullable String within, List<Code> codes) {
            this.within = within;
            codes.forEach(code -> this.codes.put(code.code(), code));
        }

        static @Nullable Listed of(Item item, Questionnaire form) {
            String id = item.question().list();
            List<Code> codes =
                    id == null ? List.of() : form.list(id).orElseThrow().codes();
            String within = item.question().within();
            boolean dated = codes.stream().anyMatch(code -> code.since() != null || code.until() != null);
            return dated || (within != null && !codes.isEmpty()) ? new Listed(within, codes) : null;
        }

        /** Whether each code is in use in the round and lies under the one above; codes that are not known may. */
        Outcome outcome(Value value, @Nullable Value above, int round) {
            List<String> chosen =
                    value instanceof Value.Codes several ? several.value() : List.of(((Value.Code) value).value());
            Outcome outcome = Outcome.PASS;
            for (String each : chosen) {
                Code code = codes.get(each);
                if (code == null) {
                    continue;
                }
                Integer since = code.since();
                Integer until = code.until();
                if ((since != null && round < since) || (until != null && round > until)) {
                    return Outcome.FAIL;
                }
                String parent = code.parent();
                if (parent != null
                        && above instanceof Value.Code parentCode
                        && !parentCode.value().equals(parent)) {
                    return Outcome.FAIL;
                }
                if (parent != null && above instanceof Value.None) {
                    outcome = Outcome.UNDECIDED;
                }
            }
            return outcome;
        }
    }

    final Questionnaire form;
    final Step[] steps;
    /** How many steps there are of the household, and of a member. */
    final int ofHousehold;

    final int ofMember;

    /** Holds the parameters that are set, and nothing else. */
    private final Frame parameters;

    private final int[] parameterCells;

    private Plan(Questionnaire form, Step[] steps, Frame blank) {
        this.form = form;
        this.parameters = blank;
        List<Parameter> set = form.parameters().stream()
                .filter(parameter -> parameter.value() != null)
                .toList();
        set.forEach(parameter -> blank.set(parameter.name(), 0, requireNonNull(parameter.value())));
        this.parameterCells = set.stream()
                .mapToInt(parameter -> blank.cell(parameter.name(), 0))
                .toArray();
        this.steps = steps;
        this.ofMember = (int) Stream.of(steps).filter(step -> step.ofMember).count();
        this.ofHousehold = steps.length - ofMember;
    }

    static Plan of(Questionnaire form) {
        return form.derived(Plan.class, Plan::make);
    }

    private static Plan make(Questionnaire form) {
        Frame frame = Frame.of(form.scope());
        Map<Level, Integer> places = new EnumMap<>(Level.class);
        Step[] steps = form.items().stream()
                .map(item -> new Step(item, places.merge(item.level(), 1, Integer::sum) - 1, form, frame))
                .toArray(Step[]::new);
        connect(steps);
        shareRelevances(steps);
        return new Plan(form, steps, frame);
    }

    private static void connect(Step[] steps) {
        Map<String, List<Integer>> sameRow = new HashMap<>();
        Map<String, List<Integer>> everyRow = new HashMap<>();
        for (Step step : steps) {
            int order = step.item.order();
            for (Reads reads : reads(step)) {
                reads.household().forEach(name -> add(everyRow, name, order));
                reads.everyMember().forEach(name -> add(everyRow, name, order));
                reads.member().forEach(name -> add(sameRow, name, order));
            }
        }
        for (Step step : steps) {
            step.sameRow = orders(sameRow.get(step.item.name()));
            step.everyRow = orders(everyRow.get(step.item.name()));
        }
    }

    private static void shareRelevances(Step[] steps) {
        Map<Level, Map<Expression, Step>> first = new EnumMap<>(Level.class);
        for (Step step : steps) {
            if (step.relevance != null) {
                step.sameRelevance = first.computeIfAbsent(step.item.level(), level -> new HashMap<>())
                        .putIfAbsent(step.relevance.expression(), step);
            }
        }
    }

    private static List<Reads> reads(Step step) {
        List<Reads> reads = new ArrayList<>();
        for (Formula formula : new Formula[] {step.relevance, step.calculation}) {
            if (formula != null) {
                reads.add(formula.reads());
            }
        }
        return reads;
    }

    private static void add(Map<String, List<Integer>> readers, String name, int order) {
        List<Integer> orders = readers.computeIfAbsent(name, key -> new ArrayList<>());
        if (orders.isEmpty() || orders.get(orders.size() - 1) != order) {
            orders.add(order);
        }
    }

    private static int[] orders(@Nullable List<Integer> orders) {
        return orders == null
                ? new int[0]
                : orders.stream().mapToInt(Integer::intValue).toArray();
    }

    Step step(Item item) {
        return steps[item.order()];
    }

    /** Puts the parameters that are set into a frame. */
    void parameters(Frame frame) {
        for (int cell : parameterCells) {
            String text = parameters.text(cell);
            if (text == null) {
                frame.setRaw(cell, parameters.raw(cell));
            } else {
                frame.setText(cell, text);
            }
        }
    }
}
