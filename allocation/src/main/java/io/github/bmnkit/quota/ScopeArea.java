package io.github.bmnkit.quota;

import io.github.bmnkit.apportionment.Apportionment;
import io.github.bmnkit.apportionment.ApportionmentProblem;
import io.github.bmnkit.apportionment.Explanation;
import io.github.bmnkit.apportionment.Method;
import io.github.bmnkit.apportionment.Unit;
import io.github.bmnkit.area.AreaCode;
import io.github.bmnkit.finding.Finding;
import io.github.bmnkit.finding.Place;
import io.github.bmnkit.round.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One area that keeps its target while targets move among its villages. */
final class ScopeArea {
    private static final int NAMED = 5;

    private final AreaCode code;
    private final List<Period> periods;
    private final Method method;
    private final long[] kept;
    private final List<AreaCode> oldVillages = new ArrayList<>();
    private final List<AreaCode> villages = new ArrayList<>();
    private final List<Long> registered = new ArrayList<>();
    private final List<long[]> inherited = new ArrayList<>();
    private final List<long[]> floors = new ArrayList<>();
    private final Map<AreaCode, Integer> indexes = new HashMap<>();
    private long[][] targets = {};
    private Apportionment.@Nullable Shares shares;

    ScopeArea(AreaCode code, List<Period> periods, Method method) {
        this.code = code;
        this.periods = periods;
        this.method = method;
        kept = new long[periods.size()];
    }

    /** Adds the target of a village that was in this area to what the area keeps. */
    void takeTarget(AreaCode village, QuotaPlan plan) {
        oldVillages.add(village);
        Arrays.setAll(kept, k -> kept[k] + plan.target(village, periods.get(k)));
    }

    /** Adds a village that is in this area now. */
    void add(AreaCode village, long households, long[] inheritedTargets, long[] done) {
        indexes.put(village, villages.size());
        villages.add(village);
        registered.add(households);
        inherited.add(inheritedTargets);
        floors.add(done);
    }

    AreaCode code() {
        return code;
    }

    List<AreaCode> oldVillages() {
        return oldVillages;
    }

    List<AreaCode> villages() {
        return villages;
    }

    /** Everything that stands against keeping the target of this area; then {@link #balance()} can't be called. */
    List<Finding> obstacles(Set<Period> closed, Function<ScopeArea, List<AreaCode>> changed) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < villages.size(); i++) {
            long done = sum(floors.get(i));
            if (done > registered.get(i)) {
                findings.add(about(TargetFinding.DONE_ABOVE_REGISTERED, villages.get(i))
                        .with("done", done)
                        .with("registered", registered.get(i))
                        .with("deficit", done - registered.get(i)));
            }
        }
        long brought = inherited.stream().mapToLong(ScopeArea::sum).sum();
        if (oldVillages.isEmpty() && brought > 0) {
            findings.add(about(TargetFinding.NEW_AREA, code).with("target", brought));
            return findings;
        }
        for (int k = 0; k < kept.length; k++) {
            int period = k;
            long done = floors.stream().mapToLong(floor -> floor[period]).sum();
            if (closed.contains(periods.get(k)) && done > kept[k]) {
                findings.add(about(TargetFinding.DONE_ABOVE_TARGET, code)
                        .with("period", periods.get(k).name())
                        .with("done", done)
                        .with("target", kept[k])
                        .with("deficit", done - kept[k]));
            }
        }
        long room = registered.stream().mapToLong(Long::longValue).sum();
        if (sum(kept) > room) {
            findings.add(about(TargetFinding.NO_ROOM, code)
                    .with("target", sum(kept))
                    .with("registered", room)
                    .with("deficit", sum(kept) - room)
                    .with("villages", first(changed.apply(this))));
        }
        return findings;
    }

    private static Finding about(TargetFinding finding, AreaCode area) {
        return Finding.of(finding)
                .at(Place.area(area.value()))
                .with("level", area.level().text())
                .with("area", area.value());
    }

    private static String first(List<AreaCode> codes) {
        String named = codes.stream().limit(NAMED).map(AreaCode::value).collect(Collectors.joining(", "));
        return codes.isEmpty() ? "-" : codes.size() > NAMED ? named + ", ..." : named;
    }

    /** Moves as few households as possible: first between villages for the whole round, then between periods. */
    void balance() {
        long[] totals = totals();
        targets = PeriodBalance.of(inherited.toArray(long[][]::new), floors.toArray(long[][]::new), totals, kept);
    }

    /**
     * Clamps what is inherited, and lets the method give out what is open, or take back what is too much: with the clamped
     * targets as floors or as caps it changes only what it must.
     */
    private long[] totals() {
        long[] clamped =
                IntStream.range(0, villages.size()).mapToLong(this::clamped).toArray();
        long open = sum(kept) - sum(clamped);
        if (open == 0) {
            return clamped;
        }
        List<Unit> units = new ArrayList<>(clamped.length);
        for (int i = 0; i < clamped.length; i++) {
            Unit unit = Unit.of(villages.get(i).value(), registered.get(i));
            units.add(
                    open > 0
                            ? unit.withFloor(clamped[i]).withCap(registered.get(i))
                            : unit.withFloor(sum(floors.get(i))).withCap(clamped[i]));
        }
        Apportionment.Shares solved = ApportionmentProblem.of(method, sum(kept), units)
                .solve()
                .shares()
                .orElseThrow();
        shares = solved;
        return solved.stream().toArray();
    }

    private long clamped(int i) {
        return Math.max(sum(floors.get(i)), Math.min(registered.get(i), sum(inherited.get(i))));
    }

    /** The new targets of a village of this area, by period. */
    long[] targets(AreaCode village) {
        return targets[indexes.getOrDefault(village, -1)];
    }

    /** How many households moved for the whole round. */
    long moved() {
        return IntStream.range(0, villages.size())
                .mapToLong(i -> Math.abs(sum(targets[i]) - sum(inherited.get(i))))
                .sum();
    }

    Optional<Explanation> explain(AreaCode village) {
        return Optional.ofNullable(shares).map(solved -> solved.explain(village.value()));
    }

    /** Villages with the same claim to the last household that moved. */
    Optional<PlanTie> tie() {
        return Optional.ofNullable(shares).flatMap(Apportionment.Shares::tie).map(tie -> new PlanTie(code, null, tie));
    }

    static long sum(long[] figures) {
        return Arrays.stream(figures).sum();
    }
}
