package io.github.bmnkit.response;

import static io.github.bmnkit.testing.Responses.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bmnkit.expression.Level;
import io.github.bmnkit.expression.Missing;
import io.github.bmnkit.expression.Truth;
import io.github.bmnkit.expression.Value;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.questionnaire.Item;
import io.github.bmnkit.questionnaire.Questionnaire;
import io.github.bmnkit.questionnaire.Questionnaires;
import io.github.bmnkit.testing.Cases;
import io.github.bmnkit.testing.Responses;
import io.github.bmnkit.testing.RosterForms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ResolvedHouseholdProperties {
    private static final Questionnaire BMN = Questionnaires.bmn2560();

    @Property
    void itIsWhatTheFormSaysStepByStep(
            @ForAll @IntRange(max = 6) int members, @ForAll boolean draft, @ForAll Random random) {
        Questionnaire form = RosterForms.form(45, random);
        ResolvedHousehold resolved = ResolvedHousehold.of(form);
        boolean hidden = false;
        boolean unknown = false;
        boolean bounds = false;
        for (int i = 0; i < 3; i++) {
            HouseholdResponse response = Responses.any(form, members, random);
            resolved.resolve(response, draft, TODAY);
            NaiveHousehold naive = new NaiveHousehold(response, draft, TODAY);
            assertThat(naive.differences(resolved)).isEmpty();
            hidden |= naive.relevance.containsValue(Truth.FALSE);
            unknown |= naive.relevance.containsValue(Truth.UNKNOWN);
            bounds |= naive.values.values().stream().anyMatch(Value.Between.class::isInstance);
        }
        Cases.met("hidden", hidden);
        Cases.met("relevance unknown", unknown);
        Cases.met("bounds", bounds);
        Cases.met("no members", members == 0);
    }

    @Property(tries = 60)
    void theReferenceFormIsResolvedStepByStep(@ForAll @IntRange(max = 9) int members, @ForAll Random random) {
        HouseholdResponse response =
                random.nextBoolean() ? Responses.any(BMN, members, random) : Responses.valid(BMN, members, random);
        ResolvedHousehold resolved = ResolvedHousehold.of(BMN);
        resolved.resolve(response, false, TODAY);
        assertThat(new NaiveHousehold(response, false, TODAY).differences(resolved))
                .isEmpty();
    }

    @Property
    void aPlaceThatWasUsedBeforeIsAsGoodAsANewOne(@ForAll Random random) {
        Questionnaire form = RosterForms.form(20, random);
        ResolvedHousehold used = ResolvedHousehold.of(form);
        for (int i = 0; i < 3; i++) {
            HouseholdResponse response = Responses.any(form, random.nextInt(12), random);
            used.resolve(response, random.nextBoolean(), TODAY);
            assertThat(new NaiveHousehold(response, used.frame().isDraft(), TODAY).differences(used))
                    .isEmpty();
            assertThat(used.response()).isEqualTo(response);
        }
    }

    @Property
    void i1_afterAnyEditsItIsAsIfResolvedAnew(@ForAll boolean draft, @ForAll Random random) {
        Questionnaire form = RosterForms.form(25, random);
        ResolvedHousehold kept = ResolvedHousehold.of(form);
        kept.resolve(Responses.any(form, random.nextInt(5), random), draft, TODAY);
        ResolvedHousehold untouched = kept.copy();
        HouseholdResponse before = untouched.response();
        boolean spread = false;
        for (int i = 0; i < 8; i++) {
            Map<AnswerPath, Object> old = state(kept);
            List<AnswerPath> changes = edit(kept, random);
            spread |= changes.size() > 1;
            if (!changes.isEmpty()) {
                assertThat(changes).containsExactlyInAnyOrderElementsOf(differing(old, state(kept)));
            }
        }
        ResolvedHousehold anew = ResolvedHousehold.of(form);
        anew.resolve(kept.response(), draft, TODAY);
        assertThat(state(kept)).isEqualTo(state(anew));
        assertThat(kept.response().lastKey()).isGreaterThanOrEqualTo(before.lastKey());
        assertThat(state(untouched)).isEqualTo(state(resolved(before, draft)));
        Cases.met("a change spreads", spread);
    }

    private static ResolvedHousehold resolved(HouseholdResponse response, boolean draft) {
        ResolvedHousehold resolved = ResolvedHousehold.of(response.form());
        resolved.resolve(response, draft, TODAY);
        return resolved;
    }

    /** Changes something at random; returns the changes if it was an answer. */
    private static List<AnswerPath> edit(ResolvedHousehold household, Random random) {
        int members = household.members();
        int what = random.nextInt(10);
        if (what == 0) {
            household.addMember();
            return List.of();
        }
        if (members > 0 && what == 1) {
            household.removeMember(household.key(random.nextInt(members)));
            return List.of();
        }
        if (members > 0 && what == 2) {
            household.moveMember(household.key(random.nextInt(members)), 1 + random.nextInt(members));
            return List.of();
        }
        HouseholdResponse other = Responses.any(household.form(), 1, random);
        List<AnswerPath> paths = other.answered();
        if (paths.isEmpty()) {
            return List.of();
        }
        AnswerPath from = paths.get(random.nextInt(paths.size()));
        if (from.member() > 0 && members == 0) {
            return List.of();
        }
        AnswerPath to =
                from.member() == 0 ? from : AnswerPath.of(from.question(), household.key(random.nextInt(members)));
        boolean clear = random.nextInt(5) == 0;
        return household.answer(to, clear ? Value.of(Missing.NOT_ANSWERED) : other.answer(from));
    }

    /** All that can be seen: relevance and value of each question, checks included. */
    private static Map<AnswerPath, Object> state(ResolvedHousehold household) {
        Map<AnswerPath, Object> state = new HashMap<>();
        for (Item item : household.form().items()) {
            int rows = item.level() == Level.HOUSEHOLD ? 1 : household.members();
            for (int row = 0; row < rows; row++) {
                AnswerPath path = new AnswerPath(item.name(), item.level() == Level.HOUSEHOLD ? 0 : household.key(row));
                Object value = item.hasValue() ? household.value(path) : "";
                state.put(path, List.of(household.relevance(item, row), value));
            }
        }
        return state;
    }

    private static List<AnswerPath> differing(Map<AnswerPath, Object> one, Map<AnswerPath, Object> other) {
        return one.keySet().stream()
                .filter(path -> !one.get(path).equals(other.get(path)))
                .toList();
    }

    @Property
    void aValidResponseFailsNoDerivedCheck(@ForAll @IntRange(min = 1, max = 4) int members, @ForAll Random random) {
        Questionnaire form = RosterForms.form(25, random);
        HouseholdResponse response = Responses.valid(form, members, random);
        ResolvedHousehold household = resolved(response, false);
        int undue = 0;
        for (Item item : form.items()) {
            int rows = item.level() == Level.HOUSEHOLD ? 1 : members;
            for (int row = 0; row < rows; row++) {
                for (Check check : Check.values()) {
                    boolean excused =
                            check == Check.REQUIRED && item.constraint().isPresent();
                    if (!excused) {
                        assertThat(household.check(item, check, row))
                                .as("%s of %s", check, item)
                                .isNotEqualTo(Outcome.FAIL);
                    }
                }
                undue += household.relevance(item, row) == Truth.FALSE ? 1 : 0;
            }
        }
        assertThat(household.storedView()).isSameAs(household.frame());
        Cases.met("skips", undue > 0);
    }

    @Property
    void theStoredViewShowsWhatIsHidden(@ForAll Random random) {
        Questionnaire form = RosterForms.form(25, random);
        HouseholdResponse response = Responses.any(form, 2, random);
        ResolvedHousehold household = resolved(response, false);
        boolean hidden = false;
        boolean claimed = false;
        for (AnswerPath path : response.answered()) {
            Item item = form.item(path.question()).orElseThrow();
            int row = household.row(path);
            Value view = household.storedView().get(item.name(), row);
            boolean isHidden = household.relevance(item, row) == Truth.FALSE;
            hidden |= isHidden;
            if (item.question().type().isAsked()) {
                assertThat(view).isEqualTo(response.answer(path));
            } else if (household.check(item, Check.CLAIM, row) == Outcome.FAIL) {
                claimed = true;
                assertThat(view).isEqualTo(response.answer(path));
                assertThat(view).isNotEqualTo(household.value(path));
            }
        }
        Cases.met("hidden", hidden);
        Cases.met("a false claim", claimed);
    }
}
