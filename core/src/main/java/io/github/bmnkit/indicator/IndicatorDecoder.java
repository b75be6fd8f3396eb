package io.github.bmnkit.indicator;

import io.github.bmnkit.expression.Formula;
import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.ValueType;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.finding.Text;
import io.github.bmnkit.indicator.Indicator.AgeGroup;
import io.github.bmnkit.json.Decoder;
import io.github.bmnkit.json.JsonValue;
import io.github.bmnkit.json.Located;
import io.github.bmnkit.json.ObjectFields;
import io.github.bmnkit.questionnaire.Questionnaire;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form of an indicator in JSON; its expressions are checked against the form of the survey. */
final class IndicatorDecoder implements Decoder<Indicator> {
    private static final int MAX_NUMBER = 999;
    private static final int MAX_AGE = 200;

    private record Group(int from, Optional<Integer> to, Located<String> persons) {}

    private static final Decoder<Group> GROUP = Decoder.object(fields -> {
        Optional<Integer> from = fields.required("from", Decoder.whole(0, MAX_AGE));
        Optional<Integer> to = fields.optional("to", Decoder.whole(0, MAX_AGE));
        Optional<Located<String>> persons = fields.required("persons", Decoder.TEXT.located());
        return fields.build(() -> new Group(from.orElseThrow(), to, persons.orElseThrow()));
    });

    private final Questionnaire form;
    private final Set<String> sources;
    private final Set<String> dimensions;
    private final Set<String> parameters;

    IndicatorDecoder(Questionnaire form, Set<String> sources, Set<String> dimensions, Set<String> parameters) {
        this.form = form;
        this.sources = sources;
        this.dimensions = dimensions;
        this.parameters = parameters;
    }

    @Override
    public Optional<Indicator> decode(JsonValue value, List<Finding> findings) {
        return Decoder.<Indicator>object(fields -> indicator(fields, findings)).decode(value, findings);
    }

    private Optional<Indicator> indicator(ObjectFields fields, List<Finding> findings) {
        Optional<Integer> number = fields.required("number", Decoder.whole(1, MAX_NUMBER));
        Optional<String> dimension = fields.required("dimension", dimension());
        Optional<Text> title = fields.required("title", SetDecoder.TEXTS);
        Optional<Indicator.Unit> unit = fields.required("unit", Decoder.constant(Indicator.Unit.class));
        Optional<Located<String>> base = fields.optional("base", Decoder.TEXT.located());
        Optional<Located<String>> members = fields.optional("baseMembers", Decoder.TEXT.located());
        Optional<Located<String>> applicable = fields.optional("applicable", Decoder.TEXT.located());
        Optional<Located<String>> criterion = fields.required("criterion", Decoder.TEXT.located());
        Optional<Located<String>> notMet = fields.optional("personsNotMet", Decoder.TEXT.located());
        Optional<List<Group>> groups = fields.optional("notMetByAge", Decoder.list(GROUP));
        Optional<Text> confidence = fields.required("confidence", SetDecoder.TEXTS);
        Optional<Text> remark = fields.optional("remark", SetDecoder.TEXTS);
        Optional<List<String>> cited = fields.optional("sources", SetDecoder.cited(sources));

        base.ifPresent(text -> count(text, findings));
        notMet.ifPresent(text -> count(text, findings));
        members.ifPresent(text -> condition(text, Level.MEMBER, findings));
        applicable.ifPresent(text -> household(text, findings));
        criterion.ifPresent(text -> household(text, findings));
        groups.orElse(List.of()).forEach(group -> count(group.persons(), findings));
        boolean ordered = isInOrder(groups.orElse(List.of()));
        if (!ordered) {
            fields.refuse(Finding.of(IndicatorFinding.AGE_GROUPS).at(fields.place()));
        }
        List<AgeGroup> ages = !ordered
                ? List.of()
                : groups.orElse(List.of()).stream()
                        .map(group -> new AgeGroup(
                                group.from(),
                                group.to().orElse(null),
                                group.persons().value()))
                        .toList();
        boolean fits =
                unit.isEmpty() || Indicator.countsItsUnit(unit.get(), text(base), text(members), text(notMet), ages);
        if (!fits) {
            fields.refuse(Finding.of(IndicatorFinding.UNIT).at(fields.place()));
        }
        return fields.build(() -> new Indicator(
                number.orElseThrow(),
                dimension.orElseThrow(),
                title.orElseThrow(),
                unit.orElseThrow(),
                text(base),
                text(members),
                text(applicable),
                criterion.orElseThrow().value(),
                text(notMet),
                ages,
                confidence.orElseThrow(),
                remark.orElse(null),
                cited.orElse(List.of())));
    }

    private Decoder<String> dimension() {
        return Decoder.TEXT.then((id, value) -> dimensions.contains(id)
                ? Reading.of(id)
                : Reading.nothing(
                        List.of(Finding.of(IndicatorFinding.UNKNOWN_DIMENSION).with("dimension", id))));
    }

    private static @Nullable String text(Optional<Located<String>> located) {
        return located.map(Located::value).orElse(null);
    }

    private static boolean isInOrder(List<Group> groups) {
        int from = 0;
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            boolean open = group.to().isEmpty();
            if (group.from() < from
                    || (open && i < groups.size() - 1)
                    || group.to().orElse(group.from()) < group.from()) {
                return false;
            }
            from = group.to().orElse(MAX_AGE) + 1;
        }
        return true;
    }

    /** A condition on the household says something; that all members count is fine. */
    private void household(Located<String> text, List<Finding> findings) {
        Optional<Formula> formula = condition(text, Level.HOUSEHOLD, findings);
        boolean readsParameter = !Thresholds.in(text.value(), parameters).isEmpty();
        if (formula.filter(Formula::isConstant).isPresent() && !readsParameter) {
            findings.add(Finding.of(IndicatorFinding.CONSTANT)
                    .with("expression", text.value())
                    .at(text.place()));
        }
    }

    private Optional<Formula> condition(Located<String> text, Level level, List<Finding> findings) {
        return checked(
                text, Formula.condition(Thresholds.blank(text.value(), parameters), form.scope(), level), findings);
    }

    private void count(Located<String> text, List<Finding> findings) {
        Optional<Formula> formula = checked(
                text,
                Formula.value(Thresholds.blank(text.value(), parameters), form.scope(), Level.HOUSEHOLD),
                findings);
        if (formula.filter(read -> read.type() != ValueType.INTEGER).isPresent()) {
            findings.add(Finding.of(IndicatorFinding.NOT_A_COUNT)
                    .with("expression", text.value())
                    .at(text.place()));
        }
    }

    /** What is wrong with an expression is found at its place in the definition. */
    private static Optional<Formula> checked(Located<String> text, Reading<Formula> reading, List<Finding> findings) {
        reading.findings().forEach(finding -> findings.add(finding.at(Located.within(text, finding.place()))));
        return reading.optional();
    }
}
