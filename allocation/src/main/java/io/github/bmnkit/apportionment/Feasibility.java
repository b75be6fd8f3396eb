package io.github.bmnkit.apportionment;

import io.github.bmnkit.finding.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whether a total fits between the floors and the caps, and if not, everything that stands against it. */
final class Feasibility {
    private static final int NAMED = 5;

    private final long total;
    private final List<Unit> units;
    private final List<Finding> reasons = new ArrayList<>();
    private final Set<String> culprits = new LinkedHashSet<>();

    private Feasibility(long total, List<Unit> units) {
        this.total = total;
        this.units = units;
    }

    static Optional<Apportionment.Infeasible> contradiction(long total, List<Unit> units) {
        long floors = 0;
        long caps = 0;
        boolean crossed = false;
        for (Unit unit : units) {
            floors = Wide.saturatedSum(floors, unit.floor());
            caps = Wide.saturatedSum(caps, unit.effectiveCap(total));
            crossed |= unit.floor() > unit.cap();
        }
        return !crossed && floors <= total && total <= caps
                ? Optional.empty()
                : Optional.of(new Feasibility(total, units).report(floors, caps));
    }

    private Apportionment.Infeasible report(long floors, long caps) {
        for (Unit unit : units) {
            if (unit.floor() > unit.cap()) {
                culprits.add(unit.code());
                reasons.add(Finding.of(ApportionmentFinding.FLOOR_ABOVE_CAP)
                        .with("unit", unit.code())
                        .with("floor", unit.floor())
                        .with("cap", unit.cap()));
            }
        }
        long deficit = Math.max(0, floors - total);
        long excess = Math.max(0, total - caps);
        if (deficit > 0) {
            blame(ApportionmentFinding.FLOORS_EXCEED_TOTAL, deficit, unit -> unit.floor() > 0);
        }
        if (excess > 0) {
            if (units.stream().anyMatch(unit -> unit.weight() > 0)) {
                blame(ApportionmentFinding.CAPS_BELOW_TOTAL, excess, unit -> unit.weight() > 0);
            } else {
                blame(ApportionmentFinding.NO_WEIGHT, excess, unit -> true);
            }
        }
        List<String> inOrder =
                units.stream().map(Unit::code).filter(culprits::contains).toList();
        return new Apportionment.Infeasible(deficit, excess, inOrder, reasons);
    }

    private void blame(ApportionmentFinding code, long amount, Predicate<Unit> causes) {
        List<String> codes = units.stream().filter(causes).map(Unit::code).toList();
        culprits.addAll(codes);
        reasons.add(Finding.of(code)
                .with("amount", amount)
                .with("total", total)
                .with("count", codes.size())
                .with("units", first(codes)));
    }

    /** Names the first few codes: a message must stay readable whatever the number of units. */
    static String first(List<String> codes) {
        String named = String.join(", ", codes.subList(0, Math.min(NAMED, codes.size())));
        return codes.size() > NAMED ? named + ", ..." : named;
    }
}
