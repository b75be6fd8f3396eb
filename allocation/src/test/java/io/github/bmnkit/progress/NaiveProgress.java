package io.github.bmnkit.progress;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.fieldwork.HouseholdEvent;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.quota.TargetList;
import io.github.bmnkit.round.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Progress told as a story: each household's events in the order of time, each event once. */
final class NaiveProgress {
    enum State {
        OPEN,
        DONE,
        WITHOUT_DATA
    }

    private final FieldSeason season;
    private final List<HouseholdEvent> events;

    NaiveProgress(FieldSeason season, List<HouseholdEvent> events) {
        this.season = season;
        Map<String, HouseholdEvent> byId = new LinkedHashMap<>();
        events.forEach(event -> byId.put(event.id(), event));
        this.events = new ArrayList<>(byId.values());
        this.events.sort(Comparator.comparing(HouseholdEvent::at).thenComparing(NaiveProgress::rank));
    }

    /** In the same moment the interview comes first, a return after every step, and giving up after a return. */
    private static int rank(HouseholdEvent event) {
        if (event instanceof HouseholdEvent.Collected) {
            return -1;
        }
        return event instanceof HouseholdEvent.ResolvedWithoutData
                ? 2
                : event instanceof HouseholdEvent.Returned ? 1 : 0;
    }

    State state(HouseholdId household) {
        State state = State.OPEN;
        for (HouseholdEvent event : events) {
            if (!event.household().equals(household)) {
                continue;
            }
            if (event instanceof HouseholdEvent.Returned) {
                state = State.OPEN;
            } else if (event instanceof HouseholdEvent.ResolvedWithoutData) {
                state = State.WITHOUT_DATA;
            } else if (!(event instanceof HouseholdEvent.Assigned)) {
                boolean correction = event instanceof HouseholdEvent.Collected;
                boolean still = state == State.DONE && !correction;
                state = counts(event, season.measure()) || still ? State.DONE : State.OPEN;
            }
        }
        return state;
    }

    static boolean counts(HouseholdEvent event, Measure measure) {
        boolean confirmed = event instanceof HouseholdEvent.Confirmed;
        boolean checked = event instanceof HouseholdEvent.Checked;
        boolean collected = event instanceof HouseholdEvent.Collected;
        return switch (measure) {
            case COLLECTED -> collected || checked || confirmed;
            case CHECKED -> checked || confirmed;
            case CONFIRMED -> confirmed;
        };
    }

    Figures figures(AreaCode area) {
        Figures sum = Figures.NONE;
        for (VillageCode village : season.villages(area)) {
            sum = sum.plus(figures(village, household -> state(household) == State.DONE));
        }
        return sum;
    }

    Figures figures(VillageCode village, Predicate<HouseholdId> counts) {
        List<HouseholdId> counted =
                season.households().get(village).stream().filter(counts).toList();
        long target = season.plan().plan().target(village);
        TargetList list = season.lists().get(village);
        long done = list == null
                ? Math.min(target, counted.size())
                : counted.stream().filter(each -> list.period(each).isPresent()).count();
        long withoutData = season.households().get(village).stream()
                .filter(each -> state(each) == State.WITHOUT_DATA)
                .filter(each -> list == null || list.period(each).isPresent())
                .count();
        return new Figures(target, done, counted.size() - done, withoutData);
    }

    long done(AreaCode area, Period period) {
        long sum = 0;
        for (VillageCode village : season.villages(area)) {
            TargetList list = season.lists().get(village);
            long left = figures(village, household -> state(household) == State.DONE)
                    .done();
            for (Period each : season.plan().plan().periods()) {
                long here = list == null
                        ? Math.min(left, season.plan().plan().target(village, each))
                        : season.households().get(village).stream()
                                .filter(household -> state(household) == State.DONE
                                        && list.period(household).equals(Optional.of(each)))
                                .count();
                left -= here;
                sum += each.equals(period) ? here : 0;
            }
        }
        return sum;
    }
}
