package io.github.bmnkit.batch;

import io.github.bmnkit.area.VillageCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.FindingCode;
import io.github.bmnkit.finding.Outcome;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.identity.HouseholdId;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decides what was collected, in one pass. */
final class AcrossDecision {
    final AcrossHouseholds across;
    private final Tally tally;
    private final Consumer<? super FoundAcross> each;
    private final Map<VillageCode, Long> answered = new TreeMap<>();

    AcrossDecision(AcrossHouseholds across, Tally tally, Consumer<? super FoundAcross> each) {
        this.across = across;
        this.tally = tally;
        this.each = each;
    }

    void decide(Iterator<AcrossEntry> entries) {
        AcrossGroup group = null;
        AcrossEntry last = null;
        while (entries.hasNext()) {
            AcrossEntry entry = entries.next();
            if (group == null || last == null || !last.isOfGroupOf(entry)) {
                decide(group);
                group = group(entry.check());
            }
            group.add(entry);
            last = entry;
        }
        decide(group);
        villages();
    }

    private static void decide(@Nullable AcrossGroup group) {
        if (group != null) {
            group.decide();
        }
    }

    private AcrossGroup group(int check) {
        return switch (check) {
            case AcrossKey.HOUSEHOLD -> new HouseholdGroup(this);
            case AcrossKey.COLLECTOR -> new CollectorGroup(this);
            default -> new RuleGroup(this, across.rules.get(check));
        };
    }

    List<AreaKey> areas(AcrossEntry entry) {
        return across.areas.get(entry.areas());
    }

    boolean isListed(List<FoundAcross.Holder> holders) {
        return holders.size() < across.settings.listed();
    }

    void count(FindingCode code, Outcome outcome, Collection<AreaKey> areas, long times) {
        if (times > 0) {
            tally.count(edit(code), outcome, areas, times);
        }
    }

    /** Some of many. */
    void sample(FindingCode code, Iterable<Samples.Drawn> drawn) {
        drawn.forEach(one -> tally.samples.add(edit(code), one));
    }

    void sample(FindingCode code, HouseholdId household) {
        tally.samples.add(edit(code), household);
    }

    /** Draws as {@link Samples} does, for those of whom it is not yet known whether they fail. */
    void draw(FindingCode code, NavigableSet<Samples.Drawn> drawn, HouseholdId household) {
        Samples.offer(drawn, Samples.drawn(tally.checks, edit(code), household), tally.checks.sampleSize);
    }

    private int edit(FindingCode code) {
        return tally.checks.place(code.id());
    }

    void found(Finding finding, long households, long records, List<FoundAcross.Holder> first) {
        each.accept(new FoundAcross(finding, households, records, first));
    }

    /** A household has a response in a village. */
    void answered(VillageCode village) {
        answered.merge(village, 1L, Math::addExact);
    }

    private void villages() {
        if (across.targets.isEmpty()) {
            return;
        }
        TreeSet<VillageCode> villages = new TreeSet<>(across.targets.keySet());
        villages.addAll(answered.keySet());
        for (VillageCode village : villages) {
            long households = answered.getOrDefault(village, 0L);
            Long target = across.targets.get(village);
            village(AcrossFinding.VILLAGE_BELOW_TARGET, village, households, target, -1);
            village(AcrossFinding.VILLAGE_ABOVE_TARGET, village, households, target, 1);
        }
    }

    private void village(
            AcrossFinding code, VillageCode village, long households, @Nullable Long target, int wrongSide) {
        List<AreaKey> areas = across.settings.areasOf(village);
        if (target == null) {
            count(code, Outcome.UNDECIDED, areas, 1);
            return;
        }
        boolean isWrong = Long.signum(households - target) == wrongSide;
        count(code, isWrong ? Outcome.FAIL : Outcome.PASS, areas, 1);
        if (isWrong) {
            Finding finding = Finding.of(code)
                    .at(Place.area(village.value()))
                    .with("households", households)
                    .with("target", target);
            found(finding, households, households, List.of());
        }
    }
}
