package io.github.bmnkit.benchmarks;

import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.AreaRegister;
import io.github.bmnkit.area.AreaView;
import io.github.bmnkit.area.CountryCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.ActorId;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.fieldwork.HouseholdEvent.Confirmer;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.quota.CascadeRules;
import io.github.bmnkit.quota.Confirmation;
import io.github.bmnkit.quota.ConfirmedPlan;
import io.github.bmnkit.quota.QuotaPlan;
import io.github.bmnkit.quota.TargetReply;
import io.github.bmnkit.round.SurveyRounds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A season in one province of the country's made-up register: every household of its target is assigned, collected,
 * checked and confirmed, one in ten is returned and confirmed again, and one event in ten arrives twice. Events arrive in
 * no order.
 */
final class MadeUpSeason {
    static final Instant START = Instant.parse("2026-11-02T02:00:00Z");
    static final Instant END = Instant.parse("2027-04-30T10:00:00Z");
    private static final ActorId ACTOR = ActorId.of("a-1");
    private static final String ANSWERS = "0".repeat(64);

    final ConfirmedPlan plan;
    final long households;
    final List<HouseholdEvent> events = new ArrayList<>();

    MadeUpSeason(String province) {
        AreaRegister register = MadeUpRegister.read(MadeUpRegister.csv());
        QuotaPlan targets = QuotaPlan.imposed(SurveyRounds.bmn2569())
                .cascade(CountryCode.THAILAND, register.tree(AreaView.ADMINISTRATIVE), CascadeRules.of(Method.WEBSTER))
                .value();
        TargetReply reply =
                new TargetReply.Confirmed(CountryCode.THAILAND, targets.target(CountryCode.THAILAND), ACTOR, START);
        plan = Confirmation.of(targets, register, Set.of(AreaLevel.COUNTRY), List.of(reply))
                .value()
                .confirmed()
                .value();
        Random random = new Random(2569);
        long count = 0;
        for (AreaCode village : targets.areas(AreaLevel.VILLAGE)) {
            if (village.value().startsWith(province)) {
                for (long i = targets.target(village); i > 0; i--) {
                    household(HouseholdId.of(village.value() + "-" + i), random);
                    count++;
                }
            }
        }
        households = count;
        Collections.shuffle(events, random);
    }

    private void household(HouseholdId household, Random random) {
        Instant at = START.plusSeconds(random.nextInt(12_000_000));
        add(new HouseholdEvent.Assigned(id(), household, at, ACTOR, ACTOR), random);
        add(new HouseholdEvent.Collected(id(), household, at.plusSeconds(60), ACTOR, ANSWERS), random);
        add(new HouseholdEvent.Checked(id(), household, at.plusSeconds(120), ACTOR), random);
        add(new HouseholdEvent.Confirmed(id(), household, at.plusSeconds(180), ACTOR, Confirmer.HEAD, ANSWERS), random);
        if (random.nextInt(10) == 0) {
            add(new HouseholdEvent.Returned(id(), household, at.plusSeconds(240), ACTOR, "R1"), random);
            add(
                    new HouseholdEvent.Confirmed(id(), household, at.plusSeconds(300), ACTOR, Confirmer.HEAD, ANSWERS),
                    random);
        }
    }

    private String id() {
        return "e" + events.size();
    }

    private void add(HouseholdEvent event, Random random) {
        events.add(event);
        if (random.nextInt(10) == 0) {
            events.add(event);
        }
    }

    /** In which village a household is: its id says so. */
    static Optional<VillageCode> village(HouseholdId household) {
        return Optional.of(new VillageCode(Integer.parseInt(household.value(), 0, 8, 10)));
    }
}
