package io.github.bmnkit.batch;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known of one household: its responses, the lists that name it, and what it was in the last round. */
final class HouseholdGroup implements AcrossGroup {
    private final AcrossDecision decision;
    private final Round now = new Round();
    private final Round before = new Round();
    private final Round lists = new Round();
    private final TreeSet<VillageCode> answeredIn = new TreeSet<>();
    private final TreeSet<VillageCode> listedIn = new TreeSet<>();
    private boolean isVillageUnknown;
    private boolean isDecided;
    private @Nullable AcrossEntry lastPerson;

    /** What one side says of it. */
    private final class Round {
        final List<FoundAcross.Holder> first = new ArrayList<>();
        final AreaUnion areas = new AreaUnion();
        final Map<Integer, String> amounts = new HashMap<>();
        final Map<List<AreaKey>, Long> byArea = new HashMap<>();

        @Nullable
        AcrossEntry person;

        long responses;
        long nameless;

        void add(AcrossEntry entry) {
            responses++;
            areas.add(decision.areas(entry));
            byArea.merge(decision.areas(entry), 1L, Long::sum);
            // What is found about one household names it, however few are to be listed.
            if (first.isEmpty() || decision.isListed(first)) {
                first.add(entry.holder());
            }
        }

        boolean isThere() {
            return responses > 0;
        }
    }

    HouseholdGroup(AcrossDecision decision) {
        this.decision = decision;
    }

    private Round round(AcrossEntry.Side side) {
        return switch (side) {
            case NOW -> now;
            case LISTED -> lists;
            case BEFORE -> before;
        };
    }

    @Override
    public void add(AcrossEntry entry) {
        Round round = round(entry.side());
        if (entry.facet() == AcrossKey.ITSELF) {
            round.add(entry);
            village(entry);
            return;
        }
        decideItself();
        if (entry.facet() == AcrossKey.NAMELESS) {
            round.nameless++;
        } else if (entry.facet() == AcrossKey.PERSON) {
            if (lastPerson != null && !lastPerson.isSamePerson(entry)) {
                decidePerson();
            }
            lastPerson = entry;
            round.person = round.person == null ? entry : round.person;
        } else {
            round.amounts.put(entry.facet() - AcrossKey.AMOUNT, entry.detail());
        }
    }

    private void village(AcrossEntry entry) {
        if (entry.side() == AcrossEntry.Side.LISTED) {
            listedIn.add(VillageCode.of(entry.detail()));
        } else if (entry.side() == AcrossEntry.Side.NOW) {
            if (entry.detail().isEmpty()) {
                isVillageUnknown = true;
            } else {
                answeredIn.add(VillageCode.of(entry.detail()));
            }
        }
    }

    @Override
    public void decide() {
        decideItself();
        decidePerson();
        if (decision.across.hasLastRound) {
            decision.count(
                    AcrossFinding.MEMBER_GONE,
                    now.isThere() ? Outcome.UNDECIDED : Outcome.NOT_APPLICABLE,
                    before.areas.keys(),
                    before.nameless);
            decision.count(
                    AcrossFinding.MEMBER_NEW,
                    before.isThere() ? Outcome.UNDECIDED : Outcome.NOT_APPLICABLE,
                    now.areas.keys(),
                    now.nameless);
            if (now.isThere()) {
                List<AcrossSettings.Amount> amounts = decision.across.settings.amounts();
                for (int i = 0; i < amounts.size(); i++) {
                    amount(amounts.get(i), i);
                }
            }
        }
    }

    /** Once all responses are known, and before the first of what they say. */
    private void decideItself() {
        if (isDecided) {
            return;
        }
        isDecided = true;
        now.byArea.forEach((areas, times) -> decision.count(
                AcrossFinding.SAME_HOUSEHOLD, now.responses > 1 ? Outcome.FAIL : Outcome.PASS, areas, times));
        if (now.responses > 1) {
            Finding finding = Finding.of(AcrossFinding.SAME_HOUSEHOLD).with("responses", now.responses);
            decision.sample(AcrossFinding.SAME_HOUSEHOLD, now.first.get(0).household());
            decision.found(finding, 1, now.responses, now.first);
        }
        answeredIn.forEach(decision::answered);
        if (!decision.across.withList.isEmpty()) {
            decideListed();
            decideNotListed();
        }
        if (decision.across.hasLastRound) {
            decideRound(AcrossFinding.HOUSEHOLD_GONE, before, now);
            decideRound(AcrossFinding.HOUSEHOLD_NEW, now, before);
        }
    }

    private void decideListed() {
        if (!lists.isThere()) {
            return;
        }
        one(
                AcrossFinding.LISTED_MISSING,
                now.isThere() ? Outcome.PASS : Outcome.FAIL,
                lists,
                Finding.of(AcrossFinding.LISTED_MISSING)
                        .at(Place.area(listedIn.first().value())));
        if (!now.isThere()) {
            return;
        }
        if (listedIn.stream().anyMatch(answeredIn::contains)) {
            count(AcrossFinding.OTHER_VILLAGE, Outcome.PASS);
        } else if (isVillageUnknown) {
            count(AcrossFinding.OTHER_VILLAGE, Outcome.UNDECIDED);
        } else {
            one(
                    AcrossFinding.OTHER_VILLAGE,
                    Outcome.FAIL,
                    now,
                    Finding.of(AcrossFinding.OTHER_VILLAGE)
                            .at(Place.area(answeredIn.first().value()))
                            .with("listed", listedIn.first().value()));
        }
    }

    private void decideNotListed() {
        if (!now.isThere()) {
            return;
        }
        VillageCode village = answeredIn.stream()
                .filter(decision.across.withList::contains)
                .findFirst()
                .orElse(null);
        if (lists.isThere()) {
            count(AcrossFinding.NOT_LISTED, Outcome.PASS);
        } else if (village != null) {
            one(
                    AcrossFinding.NOT_LISTED,
                    Outcome.FAIL,
                    now,
                    Finding.of(AcrossFinding.NOT_LISTED).at(Place.area(village.value())));
        } else {
            count(AcrossFinding.NOT_LISTED, isVillageUnknown ? Outcome.UNDECIDED : Outcome.NOT_APPLICABLE);
        }
    }

    private void decideRound(AcrossFinding code, Round round, Round other) {
        if (round.isThere()) {
            one(code, other.isThere() ? Outcome.PASS : Outcome.FAIL, round, Finding.of(code));
        }
    }

    private void decidePerson() {
        AcrossEntry nowPerson = now.person;
        AcrossEntry personBefore = before.person;
        if (decision.across.hasLastRound) {
            person(AcrossFinding.MEMBER_GONE, personBefore, before, nowPerson, now);
            person(AcrossFinding.MEMBER_NEW, nowPerson, now, personBefore, before);
        }
        now.person = null;
        before.person = null;
    }

    /** A member whom nothing identifies on the other side may be the one who is looked for. */
    private void person(
            AcrossFinding code,
            @Nullable AcrossEntry person,
            Round round,
            @Nullable AcrossEntry counterpart,
            Round other) {
        if (person == null) {
            return;
        }
        Outcome outcome = Outcome.FAIL;
        if (!other.isThere()) {
            outcome = Outcome.NOT_APPLICABLE;
        } else if (counterpart != null) {
            outcome = Outcome.PASS;
        } else if (other.nameless > 0) {
            outcome = Outcome.UNDECIDED;
        }
        Finding finding = Finding.of(code).at(Place.nowhere().withMember(person.member()));
        one(code, outcome, round.areas.keys(), finding, person.holder());
    }

    private void amount(AcrossSettings.Amount amount, int place) {
        for (AcrossFinding code : List.of(AcrossFinding.AMOUNT_ROSE, AcrossFinding.AMOUNT_FELL)) {
            Outcome outcome = Outcome.NOT_APPLICABLE;
            if (before.isThere()) {
                outcome = now.responses > 1 || before.responses > 1
                        ? Outcome.UNDECIDED
                        : amount.compare(code, now.amounts.get(place), before.amounts.get(place));
            }
            Finding finding =
                    Finding.of(code).with("item", amount.names().now()).with("ratio", amount.ratio());
            one(code, outcome, now, finding);
        }
    }

    private void count(AcrossFinding code, Outcome outcome) {
        decision.count(code, outcome, now.areas.keys(), 1);
    }

    private void one(AcrossFinding code, Outcome outcome, Round round, Finding finding) {
        one(code, outcome, round.areas.keys(), finding, round.first.get(0));
    }

    private void one(
            AcrossFinding code,
            Outcome outcome,
            Collection<AreaKey> areas,
            Finding finding,
            FoundAcross.Holder holder) {
        decision.count(code, outcome, areas, 1);
        if (outcome == Outcome.FAIL) {
            decision.sample(code, holder.household());
            decision.found(finding, 1, 1, List.of(holder));
        }
    }
}
