package io.github.bmnkit.indicator;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaTree;
import io.github.bmnkit.area.VillageCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts each household anew for every area above it, in maps of texts: the plain meaning of an aggregate. */
final class NaiveAggregate {
    private final Map<String, Long> numbers = new HashMap<>();

    static NaiveAggregate of(Map<HouseholdIndicators, VillageCode> households, AreaTree tree) {
        NaiveAggregate naive = new NaiveAggregate();
        households.forEach((household, village) -> {
            Optional<AreaCode> area = Optional.of(village);
            while (area.isPresent()) {
                naive.add(area.get(), household);
                area = tree.parent(area.get());
            }
        });
        return naive;
    }

    private void add(AreaCode area, HouseholdIndicators household) {
        count(area, "households", 1);
        count(area, "persons", household.members());
        for (int row = 0; row < household.members(); row++) {
            count(area, "persons " + who(household, row), 1);
        }
        for (IndicatorResult result : household.results()) {
            String name = result.number() + " ";
            count(area, name + result.outcome(), 1);
            count(area, name + "members " + result.outcome(), household.members());
            count(area, name + "surveyed", result.surveyed());
            count(area, name + "not met", result.notMet());
            count(area, name + "not counted", result.outcome().isDecided() && !result.isCounted() ? 1 : 0);
            for (int row = 0; row < household.members(); row++) {
                count(
                        area,
                        name + "surveyed " + who(household, row),
                        household.isSurveyed(result.number(), row) ? 1 : 0);
            }
        }
    }

    private static String who(HouseholdIndicators household, int row) {
        String age = household.age(row).isPresent()
                ? Integer.toString(Math.min(85, household.age(row).getAsInt() / 5 * 5))
                : "?";
        return household.sex(row).orElse("?") + "/" + age;
    }

    private void count(AreaCode area, String what, long times) {
        numbers.merge(area.level() + " " + area.value() + " " + what, times, Long::sum);
    }

    long get(AreaCode area, String what) {
        return numbers.getOrDefault(area.level() + " " + area.value() + " " + what, 0L);
    }
}
