package io.github.bmnkit.validation;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.response.Check;
import io.github.bmnkit.response.CheckId;
import io.github.bmnkit.response.DerivedChecks;
import io.github.bmnkit.rule.Rule;
import io.github.bmnkit.rule.RuleId;
import io.github.bmnkit.rule.RuleSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All edits of a validator, in order: of the household and of members, the rules of each first. */
final class EditPlan {
    /** The place of a rule that stands for checks, and theirs among those of the household and of members. */
    static final class Refined {
        final int rule;
        final int[] ofHousehold;
        final int[] ofMember;

        Refined(int rule, int[] ofHousehold, int[] ofMember) {
            this.rule = rule;
            this.ofHousehold = ofHousehold;
            this.ofMember = ofMember;
        }
    }

    /** The edits of one level again, as they are made fast: the rules by their shapes, then the checks of questions. */
    static final class Run {
        final Rule[] rules;
        /** The place of each rule among the edits. */
        final int[] places;

        final DerivedChecks checks;
        final int firstCheck;

        Run(Questionnaire form, Edit[] edits) {
            this.places = IntStream.range(0, edits.length)
                    .filter(place -> edits[place] instanceof Edit.OfRule)
                    .boxed()
                    .sorted(Comparator.comparing(place -> shape(rule(edits[place]))))
                    .mapToInt(Integer::intValue)
                    .toArray();
            this.rules =
                    IntStream.of(places).mapToObj(place -> rule(edits[place])).toArray(Rule[]::new);
            List<CheckId> ofQuestions = Stream.of(edits)
                    .filter(Edit.OfQuestion.class::isInstance)
                    .map(edit -> ((Edit.OfQuestion) edit).id())
                    .toList();
            this.checks = DerivedChecks.of(form, ofQuestions);
            this.firstCheck = edits.length - ofQuestions.size();
        }

        private static Rule rule(Edit edit) {
            return ((Edit.OfRule) edit).rule();
        }

        private static String shape(Rule rule) {
            return rule.appliesWhen().map(Formula::shape) + " "
                    + rule.mustHold().map(Formula::shape);
        }
    }

    final Questionnaire form;
    final RuleSet rules;
    final Edit[] ofHousehold;
    final Edit[] ofMember;
    final Run runOfHousehold;
    final Run runOfMember;
    /** Of the rules of the household, and of members, those that stand for checks where they fail. */
    final Refined[] byHousehold;

    final Refined[] byMember;
    final List<Rule> acrossHouseholds;
    /** Those that were chosen; of all the others, too, a report says that they need a batch. */
    final List<Rule> selectedAcross;

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, BitSet> readers = new HashMap<>();
    private final BitSet storedReaders = new BitSet();

    EditPlan(Questionnaire form, RuleSet rules, Predicate<Edit> selected) {
        this.form = form;
        this.rules = rules;
        List<Edit> edits = new ArrayList<>();
        List<Rule> across = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            if (rule.across().isPresent()) {
                across.add(rule);
            } else {
                edits.add(new Edit.OfRule(rule, about(rule)));
            }
        }
        if (form.roster().isPresent()) {
            edits.add(Edit.OfRoster.of(form));
        }
        for (Item item : form.items()) {
            for (Check check : Check.values()) {
                if (check.isOn(item)) {
                    edits.add(Edit.OfQuestion.of(item, check));
                }
            }
        }
        this.acrossHouseholds = List.copyOf(across);
        this.selectedAcross = across.stream()
                .filter(rule -> selected.test(new Edit.OfRule(rule, about(rule))))
                .toList();
        this.ofHousehold = edits(edits, Level.HOUSEHOLD, selected);
        this.ofMember = edits(edits, Level.MEMBER, selected);
        this.runOfHousehold = new Run(form, ofHousehold);
        this.runOfMember = new Run(form, ofMember);
        number(ofHousehold, 0);
        number(ofMember, ofHousehold.length);
        this.byHousehold = refined(ofHousehold);
        this.byMember = refined(ofMember);
    }

    private void number(Edit[] edits, int first) {
        for (int i = 0; i < edits.length; i++) {
            int number = first + i;
            places.put(edits[i].code().id(), i);
            edits[i].reads()
                    .forEach(name ->
                            readers.computeIfAbsent(name, key -> new BitSet()).set(number));
            if (edits[i] instanceof Edit.OfRule ofRule && ofRule.rule().readsStoredAnswers()) {
                storedReaders.set(number);
            }
        }
    }

    /**
     * The edits that can come out otherwise if something changes: those of the household by their places, those of
     * members after them.
     */
    BitSet touched(Iterable<String> names, boolean storedView) {
        BitSet touched = new BitSet();
        names.forEach(name -> touched.or(readers.getOrDefault(name, new BitSet())));
        if (storedView) {
            touched.or(storedReaders);
        }
        return touched;
    }

    private static Edit[] edits(List<Edit> edits, Level level, Predicate<Edit> selected) {
        return edits.stream()
                .filter(edit -> edit.level() == level)
                .filter(selected)
                .toArray(Edit[]::new);
    }

    /** Findings of a rule point at the last question that it reads, for that is where the contradiction shows. */
    private @Nullable Item about(Rule rule) {
        List<String> refined = rule.refines().stream().map(CheckId::question).toList();
        return form.items().stream()
                .filter(item -> refined.isEmpty() ? rule.reads().contains(item.name()) : refined.contains(item.name()))
                .filter(item -> item.level() == Level.HOUSEHOLD || rule.level() == Level.MEMBER)
                .max(Comparator.<Item, Boolean>comparing(
                                item -> item.question().type().isAsked())
                        .thenComparing(item -> item.level() == Level.MEMBER)
                        .thenComparing(Item::order))
                .orElse(null);
    }

    private Refined[] refined(Edit[] edits) {
        List<Refined> refined = new ArrayList<>();
        for (int i = 0; i < edits.length; i++) {
            List<CheckId> checks =
                    edits[i] instanceof Edit.OfRule ofRule ? ofRule.rule().refines() : List.of();
            Refined each = new Refined(i, places(checks, ofHousehold), places(checks, ofMember));
            if (each.ofHousehold.length + each.ofMember.length > 0) {
                refined.add(each);
            }
        }
        return refined.toArray(new Refined[0]);
    }

    private int[] places(List<CheckId> checks, Edit[] level) {
        return checks.stream()
                .map(CheckId::toString)
                .filter(id -> Stream.of(level).anyMatch(edit -> edit.code().id().equals(id)))
                .mapToInt(this::place)
                .toArray();
    }

    int size(int members) {
        return ofHousehold.length + members * ofMember.length;
    }

    /** Where the outcome of an edit of members stands. */
    int at(int place, int row) {
        return ofHousehold.length + row * ofMember.length + place;
    }

    /** The place of an edit among those of its level; -1 if there is no such edit. */
    int place(String id) {
        return places.getOrDefault(id, -1);
    }

    boolean isAcrossHouseholds(RuleId rule) {
        return acrossHouseholds.stream().anyMatch(each -> each.ruleId().equals(rule));
    }
}
