package io.github.bmnkit.response;

import static java.util.Objects.requireNonNull;

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
        /** The place among the steps of its level, notes included. */
        final int place;

        final int cell;
        /** The place among the stored answers of its level; -1 for a note. */
        final int slot;

        final @Nullable Formula relevance;
        final @Nullable Formula calculation;
        final @Nullable Formula required;
        final @Nullable Formula constraint;
        final @Nullable Listed listed;
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
            this.place = place;
            this.ofMember = item.level() == Level.MEMBER;
            this.slot = item.slot();
            this.cell = item.hasValue() ? frame.cell(item.name(), 0) : -1;
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
    /** How far the cells of a member are from those of the member before. */
    final int stride;

    /** How many steps there are of the household, and of a member. */
    final int ofHousehold;

    final int ofMember;

    /** Holds the parameters that are set, and nothing else. */
    private final Frame parameters;

    private final int[] parameterCells;

    private Plan(Questionnaire form, Step[] steps, int stride, Frame blank) {
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
        this.stride = stride;
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
        List<Item> ofMember = form.items(Level.MEMBER);
        int stride = ofMember.isEmpty()
                ? 0
                : frame.cell(ofMember.get(0).name(), 1)
                        - frame.cell(ofMember.get(0).name(), 0);
        connect(steps);
        return new Plan(form, steps, stride, frame);
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

    int cell(Step step, int row) {
        return step.ofMember ? step.cell + row * stride : step.cell;
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
