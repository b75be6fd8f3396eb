package io.github.bmnkit.response;

import static io.github.bmnkit.testing.Responses.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Responses;
import io.github.bmnkit.testing.RosterForms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DerivedChecksProperties {
    @Property
    void togetherTheyComeToWhatEachComesTo(@ForAll boolean draft, @ForAll Random random) {
        Questionnaire form = RosterForms.form(25, random);
        ResolvedHousehold household = ResolvedHousehold.of(form);
        household.resolve(Responses.any(form, 1 + random.nextInt(4), random), draft, TODAY);
        Set<Outcome> met = EnumSet.noneOf(Outcome.class);
        for (Level level : Level.values()) {
            List<CheckId> ids = some(form, level, random);
            DerivedChecks checks = DerivedChecks.of(form, ids);
            for (int row = 0; row < (level == Level.MEMBER ? household.members() : 1); row++) {
                Outcome[] together = together(household, checks, ids.size(), row);
                met.addAll(List.of(together));
                assertThat(together).isEqualTo(oneByOne(household, ids, row));
            }
        }
        Cases.met("passed", met.contains(Outcome.PASS));
        Cases.met("failed", met.contains(Outcome.FAIL));
        Cases.met("undecided", met.contains(Outcome.UNDECIDED));
    }

    private static Outcome[] oneByOne(ResolvedHousehold household, List<CheckId> ids, int row) {
        return ids.stream()
                .map(id -> household.check(household.form().item(id.question()).orElseThrow(), id.check(), row))
                .toArray(Outcome[]::new);
    }

    private static Outcome[] together(ResolvedHousehold household, DerivedChecks checks, int size, int row) {
        Outcome[] outcomes = new Outcome[size];
        Arrays.fill(outcomes, Outcome.NOT_APPLICABLE);
        checks.make(household, row, (place, outcome) -> outcomes[place] = outcome);
        return outcomes;
    }

    /** Some checks in some order, whether or not the form makes them. */
    private static List<CheckId> some(Questionnaire form, Level level, Random random) {
        List<CheckId> ids = new ArrayList<>();
        form.items().stream()
                .filter(item -> item.level() == level)
                .forEach(item -> Arrays.stream(Check.values())
                        .filter(check -> random.nextInt(4) > 0)
                        .forEach(check -> ids.add(new CheckId(item.name(), check))));
        if (random.nextBoolean()) {
            Collections.shuffle(ids, random);
        }
        return ids;
    }

    @Example
    void whatIsOfAnotherFormIsRefused() {
        Questionnaire form = RosterForms.form(5, new Random(1));
        Questionnaire other = RosterForms.form(6, new Random(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DerivedChecks.of(form, List.of(new CheckId("no_such_question", Check.TYPE))));
        DerivedChecks checks = DerivedChecks.of(form, List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checks.make(ResolvedHousehold.of(other), 0, (place, outcome) -> {}));
    }
}
