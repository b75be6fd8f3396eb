package io.github.bmnkit.quota;

import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.area.AreaLevel;
import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.finding.Reading;
import io.github.bmnkit.identity.HouseholdId;
import io.github.bmnkit.quota.TargetList.Listed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gathers what is listed, village by village, and gives each list away when the next village begins. */
final class ListCollector {
    private final QuotaPlan plan;
    private final Function<HouseholdId, Optional<VillageCode>> villageOf;
    private final BiConsumer<VillageCode, Reading<TargetList>> each;
    private final Set<AreaCode> seen = new HashSet<>();
    private final List<Finding> general = new ArrayList<>();
    private @Nullable VillageCode village;
    private List<Listed> listed = new ArrayList<>();
    private List<Finding> findings = new ArrayList<>();

    ListCollector(
            QuotaPlan plan,
            Function<HouseholdId, Optional<VillageCode>> villageOf,
            BiConsumer<VillageCode, Reading<TargetList>> each) {
        this.plan = plan;
        this.villageOf = villageOf;
        this.each = each;
    }

    /** Begins a village's list, unless it goes on; false if the village has no target or had its list before. */
    boolean begin(VillageCode next, Place place) {
        if (next.equals(village)) {
            return true;
        }
        give();
        TargetFinding wrong = !plan.contains(next)
                ? TargetFinding.LIST_UNKNOWN_VILLAGE
                : seen.contains(next) ? TargetFinding.LIST_VILLAGE_TWICE : null;
        if (wrong != null) {
            general.add(Finding.of(wrong).at(place.withArea(next.value())).with("area", next.value()));
            return false;
        }
        village = next;
        seen.add(next);
        return true;
    }

    void add(Listed household) {
        listed.add(household);
    }

    /** Adds a finding about the village whose list is being gathered, or about the whole. */
    void found(Finding finding) {
        (village == null ? general : findings).add(finding);
    }

    /** Gives the list that is being gathered away: what comes next belongs to none. */
    void give() {
        if (village != null) {
            each.accept(village, TargetList.checked(plan, village, listed, villageOf, findings));
            village = null;
            listed = new ArrayList<>();
            findings = new ArrayList<>();
        }
    }

    /** Gives the last list away, and returns what belongs to none. */
    List<Finding> end() {
        give();
        for (AreaCode area : plan.areas(AreaLevel.VILLAGE)) {
            if (plan.target(area) > 0 && !seen.contains(area)) {
                general.add(Finding.of(TargetFinding.LIST_MISSING)
                        .at(Place.area(area.value()))
                        .with("area", area.value())
                        .with("target", plan.target(area)));
            }
        }
        return List.copyOf(general);
    }
}
