package io.github.bmnkit.indicator;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Frame;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An indicator with the parameters of a round, compiled for the frames of a form. */
final class Compiled {
    final Indicator indicator;
    final @Nullable Formula applicable;
    final Formula criterion;
    final @Nullable Formula base;
    final @Nullable Formula baseMembers;
    final @Nullable Formula personsNotMet;
    final List<Formula> notMetByAge = new ArrayList<>();
    /** Parameters that it reads and that have no value. */
    final Set<String> unset = new TreeSet<>();

    Compiled(Indicator indicator, Questionnaire form, Set<String> parameters, Map<String, String> values) {
        this.indicator = indicator;
        Compiler compiler = new Compiler(form, parameters, values);
        this.applicable =
                indicator.applicable() == null ? null : compiler.condition(indicator.applicable(), Level.HOUSEHOLD);
        this.criterion = compiler.condition(indicator.criterion(), Level.HOUSEHOLD);
        this.base = indicator.base() == null ? null : compiler.count(indicator.base());
        this.baseMembers =
                indicator.baseMembers() == null ? null : compiler.condition(indicator.baseMembers(), Level.MEMBER);
        this.personsNotMet = indicator.personsNotMet() == null ? null : compiler.count(indicator.personsNotMet());
        indicator.notMetByAge().forEach(group -> notMetByAge.add(compiler.count(group.persons())));
    }

    /** Whether any of its expressions reads a parameter. */
    static boolean readsAny(Indicator indicator, Set<String> parameters) {
        List<@Nullable String> texts = new ArrayList<>();
        texts.add(indicator.applicable());
        texts.add(indicator.criterion());
        texts.add(indicator.base());
        texts.add(indicator.baseMembers());
        texts.add(indicator.personsNotMet());
        indicator.notMetByAge().forEach(group -> texts.add(group.persons()));
        return texts.stream()
                .anyMatch(
                        text -> text != null && !Thresholds.in(text, parameters).isEmpty());
    }

    private final class Compiler {
        private final Questionnaire form;
        private final Set<String> parameters;
        private final Map<String, String> values;

        Compiler(Questionnaire form, Set<String> parameters, Map<String, String> values) {
            this.form = form;
            this.parameters = parameters;
            this.values = values;
        }

        Formula condition(String text, Level level) {
            return fitting(Formula.condition(filled(text), form.scope(), level));
        }

        Formula count(String text) {
            return fitting(Formula.value(filled(text), form.scope(), Level.HOUSEHOLD));
        }

        /** What has no value is compiled as if it were 0, and then never asked. */
        private String filled(String text) {
            Set<String> read = Thresholds.in(text, parameters);
            read.removeAll(values.keySet());
            unset.addAll(read);
            return Thresholds.blank(Thresholds.fill(text, values), read);
        }

        private Formula fitting(Reading<Formula> reading) {
            return reading.optional()
                    .orElseThrow(() -> new IllegalArgumentException("indicator " + indicator.number()
                            + " does not fit the form " + form.id() + ": " + reading.findings()));
        }
    }

    IndicatorOutcome outcome(Frame frame) {
        Outcome applies = applicable == null ? Outcome.PASS : applicable.outcome(frame, 0);
        if (applies == Outcome.FAIL || applies == Outcome.NOT_APPLICABLE) {
            return IndicatorOutcome.NOT_APPLICABLE;
        }
        if (applies != Outcome.PASS || !unset.isEmpty()) {
            return IndicatorOutcome.INCOMPLETE;
        }
        return switch (criterion.outcome(frame, 0)) {
            case PASS -> IndicatorOutcome.MET;
            case FAIL -> IndicatorOutcome.NOT_MET;
            case NOT_APPLICABLE -> IndicatorOutcome.NOT_APPLICABLE;
            case UNDECIDED, ENGINE_FAULT -> IndicatorOutcome.INCOMPLETE;
        };
    }

    IndicatorResult result(Frame frame) {
        IndicatorOutcome outcome = outcome(frame);
        int number = indicator.number();
        if (!outcome.isDecided()) {
            return new IndicatorResult(number, outcome, false, 0, 0);
        }
        if (base == null || personsNotMet == null) {
            return new IndicatorResult(number, outcome, true, 1, outcome == IndicatorOutcome.MET ? 0 : 1);
        }
        OptionalLong surveyed = base.whole(frame, 0);
        OptionalLong notMet = personsNotMet.whole(frame, 0);
        boolean isCounted = surveyed.isPresent()
                && notMet.isPresent()
                && IndicatorResult.fits(outcome, surveyed.getAsLong(), notMet.getAsLong());
        return isCounted
                ? new IndicatorResult(number, outcome, true, surveyed.getAsLong(), notMet.getAsLong())
                : new IndicatorResult(number, outcome, false, 0, 0);
    }

    /** How many persons of each group of age do not meet it; null if the groups do not add up to the whole. */
    @Nullable
    List<Long> notMetByAge(Frame frame, IndicatorResult result) {
        if (notMetByAge.isEmpty() || !result.isCounted()) {
            return null;
        }
        List<Long> persons = new ArrayList<>();
        long left = result.notMet();
        for (Formula group : notMetByAge) {
            OptionalLong count = group.whole(frame, 0);
            if (count.isEmpty() || count.getAsLong() < 0 || count.getAsLong() > left) {
                return null;
            }
            persons.add(count.getAsLong());
            left -= count.getAsLong();
        }
        return left == 0 ? List.copyOf(persons) : null;
    }

    boolean isSurveyed(Frame frame, int row) {
        return baseMembers != null && baseMembers.test(frame, row) == Truth.TRUE;
    }
}
